"""Files and folders put into the packet: listed, proposed, read with a dialog that can be stopped, told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.composing import taking
from reader.core.composing.arranging import Group, propose
from reader.core.composing.taking import Basket, Listing, Reason, Taken, Wrong, list_files
from reader.core.converting import choose_program, program, try_program
from reader.core.services import OnBook
from reader.pdf import PdfClient
from reader.ui.compose.words import cut, file_kinds, too_much, wrong_text
from reader.ui.format import files_text, items_text
from reader.ui.lists import RowList
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Dialog, Paragraph, hold, open_for
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from sync.model.ids import MeetingId

_LIST: Final = 300
_HEAD, _LINE, _NOTED = 47, 49, 68
_SHOWN: Final = 100
"""Lines of a proposal or of files that don't go in; how many more there are is said."""
_AT_ONCE: Final = 20
"""Lines set before the dialog is up, more than it has room for; the others follow while it is seen."""


class FilesIn(QObject):
    """One thing at a time, for one window."""

    taken = Signal(object)
    """Taken: the packet has changed."""
    failed = Signal(object)
    """SohopError"""
    told = Signal(str, str, object)
    """Title, text, tone."""

    def __init__(self, on_book: OnBook, window: QWidget) -> None:
        super().__init__(window)
        self._on_book = on_book
        self._window = window
        self.work = LongWork(window)
        self.dialog: Dialog | None = None

    def choose_files(self) -> list[Path]:
        """Ask for files; none when the person thought better of it."""
        title = self.tr("Thêm tệp")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(Path.home()), file_kinds())
        return [Path(name) for name in names]

    def choose_folder(self) -> Path | None:
        """Ask for a folder."""
        title = self.tr("Chọn thư mục tài liệu")
        name = QFileDialog.getExistingDirectory(self._window, title, str(Path.home()))
        return Path(name) if name else None

    def add(self, meeting: MeetingId, paths: Sequence[Path], have: int, item: str, title: str) -> None:
        """Put files, and all that is in folders, into an item; or into a new one with that title."""

        def go_on(listing: Listing) -> None:
            files = tuple(path for _, path in listing.files)
            baskets = [Basket(files, item=item, title=title)] if files else []
            self._take(meeting, baskets, listing.wrong)

        self._list(paths, have, go_on)

    def propose(self, meeting: MeetingId, folder: Path, have: int) -> None:
        """Show which agenda a folder makes; it is taken when the person says so."""
        self._list([folder], have, lambda listing: self._propose(meeting, listing, cut(folder.name)))

    def exchange(self, meeting: MeetingId, path: Path, document: str) -> None:
        """Another file for a document."""
        on_book, client = self._on_book, PdfClient(background=True)

        def run(_tell: Tell, stopped: Stopped) -> tuple[Wrong, ...]:
            with closing(client):
                return taking.exchange(path, document, client, on_book, meeting, stopped)

        def done(wrong: tuple[Wrong, ...]) -> None:
            self._tell(Taken((), (), wrong, ()), 0 if wrong else 1)
            self.taken.emit(Taken((), (), wrong, ()))

        self.work.start(Work(self.tr("Đang đọc tệp"), run, done, self.failed.emit, client.close))

    def choose_libreoffice(self) -> None:
        """Where is it, when it was not found?"""
        title = self.tr("Chọn chương trình soffice của LibreOffice")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()))
        if name:
            self.use_libreoffice(Path(name))

    def use_libreoffice(self, path: Path) -> None:
        """Have it make one page, then use it from now on."""
        on_book = self._on_book

        def run(_tell: Tell, stopped: Stopped) -> None:
            try_program(path, stopped)
            on_book(lambda book: choose_program(book, path))

        def done(_: None) -> None:
            title = self.tr("Từ nay chuyển được tệp Word thành PDF")
            self.told.emit(title, self.tr("Thêm lại các tệp đó."), Tone.OK)

        self.work.start(Work(self.tr("Đang thử LibreOffice"), run, done, self.failed.emit))

    def stop(self) -> None:
        """The screen goes."""
        self.work.stop()

    def _list(self, paths: Sequence[Path], have: int, go_on: Callable[[Listing], None]) -> None:
        def done(listing: Listing) -> None:
            if listing.over is not None:
                self.told.emit(self.tr("Chưa thêm tệp nào"), too_much(listing.over), Tone.BAD)
            else:
                go_on(listing)

        on_book = self._on_book

        def run(_tell: Tell, stopped: Stopped) -> Listing:
            return list_files(paths, have, stopped, converts=on_book(program) is not None)

        self.work.start(Work(self.tr("Đang xem thư mục"), run, done, self.failed.emit))

    def _propose(self, meeting: MeetingId, listing: Listing, folder: str) -> None:
        paths = dict(listing.files)
        groups = propose(paths)
        if not groups:
            self._tell(Taken((), (), listing.wrong, ()), 0)
            return
        files = len(listing.files)
        dialog = self._show(
            self.tr("Đề xuất: {items}, {files}").format(
                items=items_text(len(groups)), files=files_text(files)
            ),
            self.tr(
                "Xếp theo số và tên của tệp và thư mục con. Chưa thêm gì khi chưa đồng ý; thêm rồi vẫn sửa, "
                "kéo và hoàn tác được."
            ),
            self.tr("Thêm {n} tệp", None, files).format(n=files),
            heading=folder,
        )
        lines = [line for number, group in enumerate(groups, 1) for line in self._lines(number, group)]
        self._rows(dialog, self.tr("Mục và tệp sẽ thêm"), lines, len(lines))
        if listing.wrong:
            wrong = len(listing.wrong)
            left = self.tr("{n} tệp khác không thêm được; danh sách hiện sau.", None, wrong)
            dialog.body.addWidget(Paragraph(left.format(n=wrong), Role.NOTE, Colour.INK2))
            dialog.body.gap(16)
        baskets = [
            Basket(tuple(paths[file] for file in group.files), title=self._title(group)) for group in groups
        ]
        dialog.accepted.connect(lambda: self._take(meeting, baskets, listing.wrong))
        open_for(self, dialog)

    def _lines(self, number: int, group: Group) -> list[RowData]:
        head = RowData(f"{number}. {cut(self._title(group))}", header=True)
        names = [RowData(cut(file.rpartition("/")[2]), icon="file-text") for file in group.files]
        return [head, *names]

    def _title(self, group: Group) -> str:
        if group.title:
            return group.title
        if group.number:
            return self.tr("Mục {n}").format(n=group.number)
        return self.tr("Tài liệu kỳ họp")

    def _take(self, meeting: MeetingId, baskets: Sequence[Basket], wrong: tuple[Wrong, ...]) -> None:
        on_book, client = self._on_book, PdfClient(background=True)
        if not baskets:
            self._tell(Taken((), (), wrong, ()), 0)
            return

        def run(tell: Tell, stopped: Stopped) -> Taken:
            with closing(client):
                return taking.take(baskets, client, on_book, meeting, tell, stopped)

        def done(taken: Taken) -> None:
            self.taken.emit(taken)
            whole = Taken(taken.documents, taken.items, (*wrong, *taken.wrong), taken.twice)
            self._tell(whole, len(taken.documents))

        self.work.start(Work(self.tr("Đang đọc tệp"), run, done, self.failed.emit, client.close))

    def _tell(self, taken: Taken, count: int) -> None:
        if not taken.wrong:
            if taken.twice:
                said = self.tr("{name} (mục {n}) = {other} (mục {m})")
                names = "; ".join(
                    said.format(name=cut(one.name), n=one.item, other=cut(one.other), m=one.other_item)
                    for one in taken.twice[:4]
                )
                title = self.tr("Đã thêm {n} tệp; có tệp trùng", None, count).format(n=count)
                self.told.emit(title, names, Tone.WAIT)
            return
        title = self.tr("Không thêm được {n} tệp", None, len(taken.wrong)).format(n=len(taken.wrong))
        text = self.tr("Chưa thêm gì.")
        if count:
            text = self.tr("Đã thêm {n} tệp khác.", None, count).format(n=count)
        lacking = Reason.WORD in {one.reason for one in taken.wrong}
        dialog = self._show(title, text, self.tr("Chỉ nơi cài LibreOffice…") if lacking else "")
        dialog.accepted.connect(self.choose_libreoffice)
        lines = [
            RowData(plain_line(one.name), note=wrong_text(one), note_icon="warning", note_tone=Tone.BAD)
            for one in taken.wrong[:_SHOWN]
        ]
        self._rows(dialog, self.tr("Tệp không thêm được"), lines, len(taken.wrong))
        open_for(self, dialog)

    def _rows(self, dialog: Dialog, name: str, lines: Sequence[RowData], count: int) -> None:
        rows = RowList(name)
        rows.setLayoutMode(RowList.LayoutMode.Batched)
        rows.setBatchSize(_AT_ONCE)
        rows.setModel(RowModel(lines[:_SHOWN], rows))
        rows.setItemDelegate(RowDelegate(rows))
        high = sum(_HEAD if line.header else _NOTED if line.note else _LINE for line in lines[:10])
        hold(rows, height=min(_LIST, high + 4))
        dialog.body.addWidget(rows)
        if count > _SHOWN:
            more = count - _SHOWN
            said = self.tr("Và {n} dòng nữa.", None, more).format(n=more)
            dialog.body.addWidget(Paragraph(said, Role.NOTE, Colour.INK2))
        dialog.body.gap(16)

    def _show(self, title: str, text: str, action: str = "", *, heading: str = "") -> Dialog:
        safe = self.tr("Quay lại") if action else self.tr("Đóng")
        dialog = Dialog(title, self._window, heading=heading, text=text, safe=safe, action=action)
        dialog.body.gap(16)
        return dialog
