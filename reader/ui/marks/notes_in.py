"""Taking notes in: from the document's own file, another copy of it, XFDF. Shows first what there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.book import Book
from reader.core.interchange import taking_in
from reader.core.interchange.taking_in import AT_ONCE, Found, Offer, Taking
from reader.core.views import DocumentView
from reader.pdf import PdfClient
from reader.store.documents import DocumentBytes
from reader.ui import problems
from reader.ui.lists import RowList
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from reader.ui.marks.words import kind_name
from reader.ui.plain import plain_line
from reader.ui.tasks import Asker
from reader.ui.widgets import Button, Dialog, Paragraph
from reader.ui.widgets.button import Size
from reader.ui.widgets.layout import hold
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from sync.errors import SohopError

_SHOWN: Final = 300
"""Rows of what may be taken in; of more, so many are shown."""
_SAID: Final = 160
"""Letters of each."""
_LIST: Final = 180

T = TypeVar("T")
_Read = Callable[[DocumentBytes, Tell, Stopped], Offer]


class OnBook(Protocol):
    """Does something on the vault's thread and waits for it: ``BookThread.wait``."""

    def __call__(self, work: Callable[[Book], T], /) -> T: ...


@dataclass(frozen=True)
class _Taken:
    """How writing ended, all of it or not."""

    taking: Taking
    error: SohopError | None = None


class NotesIn(QObject):
    """`ask` begins; `from_document` and `from_file` read and show what there is. `dialog` is the one shown
    last."""

    acted = Signal()
    """Marks were written, or taken away again: show it and send it."""

    def __init__(self, books: Asker, on_book: OnBook, window: QWidget, pdf: PdfClient) -> None:
        super().__init__(window)
        self._books = books
        self._on_book = on_book
        self._window = window
        self._pdf = pdf
        self.work = LongWork(window)
        self.dialog: Dialog | None = None

    def ask(self, document: DocumentView) -> None:
        """Where from?"""
        dialog = self._show(
            self.tr("Nhập ghi chú"),
            self.tr(
                "Ghi chú từ tệp XFDF hoặc PDF, hoặc có sẵn trong tài liệu này, được chép thành ghi chú riêng "
                "của bạn. Danh sách hiện ra trước; chưa nhập gì khi bạn chưa đồng ý."
            ),
            self.tr("Chọn tệp…"),
            heading=plain_line(document.name),
        )
        inside = Button(self.tr("Có sẵn trong tài liệu"), size=Size.MAIN)
        dialog.extra.addWidget(inside)
        inside.clicked.connect(lambda _checked=False: dialog.done(Dialog.DialogCode.Rejected))
        inside.clicked.connect(lambda _checked=False: self.from_document(document))
        dialog.accepted.connect(lambda: self._choose(document))
        dialog.open()

    def from_document(self, document: DocumentView) -> None:
        """What stands in the document's own file."""
        pdf = self._pdf

        def read(source: DocumentBytes, tell: Tell, stopped: Stopped) -> Offer:
            return taking_in.offered_by_document(pdf.background, source, document.name, tell, stopped)

        self._read(document, read, self.tr("tài liệu này"))

    def from_file(self, path: Path, document: DocumentView) -> None:
        """What an XFDF file or another copy of the document has."""
        pdf = self._pdf

        def read(source: DocumentBytes, tell: Tell, stopped: Stopped) -> Offer:
            return taking_in.offered_by_file(pdf.background, path, source, document.name, tell, stopped)

        self._read(document, read, path.name)

    def take(self, document: DocumentView, found: Sequence[Found]) -> None:
        """Write these as own marks."""
        on_book = self._on_book

        def run(tell: Tell, stopped: Stopped) -> _Taken:
            taking = on_book(lambda book: Taking(book, document.meeting, document.id, document.sha256))
            for start in range(0, len(found), AT_ONCE):
                if stopped():
                    break
                some = found[start : start + AT_ONCE]
                try:
                    on_book(lambda _, some=some: taking.take(some))  # type: ignore[misc]
                except SohopError as error:
                    return _Taken(taking, error)
                tell((start + len(some)) / len(found))
            on_book(lambda _: taking.finish())
            return _Taken(taking)

        self.work.start(Work(self.tr("Đang nhập ghi chú"), run, self._taken, self._failed))

    def stop(self) -> None:
        """The screen goes: what is written stays written, no more comes."""
        self.work.stop()

    def _choose(self, document: DocumentView) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Nhập ghi chú"), str(Path.home()), "XFDF, PDF (*.xfdf *.pdf)"
        )
        if path:
            self.from_file(Path(path), document)

    def _read(self, document: DocumentView, read: _Read, name: str) -> None:
        def begin(source: DocumentBytes) -> None:
            title = self.tr("Đang đọc ghi chú")
            self.work.start(
                Work(
                    title,
                    lambda tell, stopped: read(source, tell, stopped),
                    lambda offer: self._offer(document, offer, name),
                    self._failed,
                )
            )

        self._books.ask(lambda book: book.vault.documents.source(document.sha256), begin, self._failed)

    def _offer(self, document: DocumentView, offer: Offer, name: str) -> None:
        left = self._left_out(offer)
        if not offer.found:
            said = self.tr("Không có ghi chú nào nhập được từ {name}.").format(name=plain_line(name))
            self._show(self.tr("Nhập ghi chú"), " ".join((said, *left))).open()
            return
        said = self.tr(
            "{n} mục từ {name}. Nhập thành ghi chú riêng; mục đã có thì không nhập lại.",
            None,
            len(offer.found),
        )
        dialog = self._show(
            self.tr("Nhập ghi chú"),
            " ".join((said.format(n=len(offer.found), name=plain_line(name)), *left)),
            self.tr("Nhập {n} mục").format(n=len(offer.found)),
        )
        rows = RowList(self.tr("Ghi chú sẽ nhập"))
        rows.setModel(RowModel([_row(one) for one in offer.found[:_SHOWN]], rows))
        rows.setItemDelegate(RowDelegate(rows))
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hold(rows, min_height=_LIST)
        dialog.body.addWidget(rows)
        if len(offer.found) > _SHOWN:
            more = self.tr("Và {n} mục nữa.").format(n=len(offer.found) - _SHOWN)
            dialog.body.addWidget(Paragraph(more))
        dialog.body.gap(16)
        dialog.accepted.connect(lambda: self.take(document, offer.found))
        dialog.open()

    def _left_out(self, offer: Offer) -> list[str]:
        left = []
        if offer.others:
            left.append(self.tr("{n} mục thuộc loại không nhập được.").format(n=offer.others))
        if offer.lost:
            left.append(self.tr("{n} mục không có chỗ trong tài liệu này.").format(n=offer.lost))
        if not offer.whole:
            left.append(self.tr("Tệp còn nhiều hơn nữa; phần vượt giới hạn không đọc."))
        return left

    def _taken(self, taken: _Taken) -> None:
        taking, error = taken.taking, taken.error
        self.acted.emit()
        said = [self.tr("Đã nhập {n} ghi chú.").format(n=len(taking.taken))]
        if taking.known:
            said.append(self.tr("{n} mục đã có từ trước.").format(n=taking.known))
        if error is not None:
            said.append(problems.sentence(error))
        dialog = self._show(self.tr("Nhập ghi chú"), " ".join(said))
        if taking.taken:
            back = Button(self.tr("Bỏ ghi chú vừa nhập"), size=Size.MAIN)
            dialog.extra.addWidget(back)
            back.clicked.connect(lambda _checked=False: dialog.done(Dialog.DialogCode.Rejected))
            back.clicked.connect(lambda _checked=False: self._take_back(taking))
        dialog.open()

    def _take_back(self, taking: Taking) -> None:
        self._books.ask(lambda _: taking.take_back(), lambda _: self.acted.emit(), self._failed)

    def _failed(self, error: SohopError) -> None:
        self._show(self.tr("Chưa nhập được"), problems.sentence(error)).open()

    def _show(self, title: str, text: str, action: str = "", *, heading: str = "") -> Dialog:
        safe = self.tr("Quay lại") if action else self.tr("Đóng")
        dialog = self.dialog = Dialog(
            title, self._window, heading=heading, text=text, safe=safe, action=action
        )
        dialog.body.gap(16)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _row(found: Found) -> RowData:
    drawn = found.drawn
    quoted = found.quote.exact if found.quote is not None else ""
    said = plain_line(drawn.text or quoted)[:_SAID]
    title = f"{kind_name(drawn.kind)} · {said}" if said else kind_name(drawn.kind)
    where = QCoreApplication.translate("NotesIn", "Trang {page}").format(page=drawn.page + 1)
    return RowData(title, note=plain_line(drawn.author)[:_SAID], right=where)
