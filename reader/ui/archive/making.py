"""Making a meeting's archive: says what will be in it and who can read it, asks where, writes it, and says
whether it verifies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core import archiving
from reader.core.archive.plan import MINUTES, Wishes
from reader.core.archiving import Made, Offer
from reader.core.services import OnBook
from reader.ui.file_names import named_as
from reader.ui.format import language, size_text
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from reader.ui.plain import plain_line
from reader.ui.problems import sentence
from reader.ui.tasks import Asker
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Dialog, Paragraph, Row
from reader.ui.widgets.check import Check
from reader.ui.widgets.dialog import open_for
from sync.errors import SohopError
from sync.model.ids import MeetingId

_LONGEST: Final = 80


class ArchiveDialog(Dialog):
    """What the archive of one meeting would hold, and the secretary's choices."""

    notesRequested = Signal()
    """Own private notes first: they are never in it."""

    def __init__(self, offer: Offer, window: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("ArchiveDialog", "Lưu hồ sơ cuộc họp"),
            window,
            heading=plain_line(offer.title),
            text=QCoreApplication.translate(
                "ArchiveDialog",
                "Một tệp giữ cả cuộc họp: {n} tài liệu ({size}) và các bản trước, biên bản, kết quả, từng "
                "phiếu ghi tên, ý kiến đã gửi, chữ ký của mọi người. Chương trình ZIP nào cũng mở được, và "
                "kiểm chứng được cả khi không còn hệ thống này. Tệp không mã hóa: ai có tệp cũng đọc được.",
                None,
                offer.documents,
            ).format(n=offer.documents, size=size_text(offer.size)),
            action=QCoreApplication.translate("ArchiveDialog", "Chọn nơi lưu…"),
        )
        self._paths: tuple[Path, ...] = ()
        restricted = self.tr("Kèm {n} mục hạn chế người xem", None, offer.restricted)
        self.restricted = Check(restricted.format(n=offer.restricted), on=True)
        self.restricted.setVisible(offer.restricted > 0)
        self.minutes_button = Button(self.tr("Kèm biên bản đã ký…"), icon="file-text")
        self.minutes_button.clicked.connect(lambda _checked=False: self._choose())
        self._minutes = Paragraph(self.tr("Chưa chọn: máy ghi biên bản từ dữ liệu."), Role.NOTE, Colour.INK2)
        self.body.gap(16)
        self.body.addWidget(self.restricted)
        row = Row(spacing=12)
        row.addWidget(self.minutes_button)
        row.addWidget(self._minutes, 1)
        self.body.gap(8)
        self.body.addLayout(row)
        for told in self._notes(offer):
            self.body.gap(12)
            self.body.addWidget(Paragraph(told, Role.NOTE_MEDIUM, Colour.WAIT))
        if offer.notes:
            self.body.gap(12)
            told = self.tr("{n} ghi chú riêng của bạn không có trong hồ sơ.", None, offer.notes)
            told = told.format(n=offer.notes)
            self.body.addWidget(Paragraph(told, Role.NOTE, Colour.INK2))
            notes = self.notes_button = Button(self.tr("Xuất ghi chú riêng…"), icon="download-simple")
            notes.clicked.connect(lambda _checked=False: self._want_notes())
            out = Row()
            out.addWidget(notes)
            out.addStretch(1)
            self.body.gap(8)
            self.body.addLayout(out)
        self.body.gap(16)

    @property
    def wishes(self) -> Wishes:
        """What was chosen."""
        return Wishes(restricted=self.restricted.isChecked(), minutes=self._paths)

    def take_minutes(self, paths: Sequence[Path]) -> None:
        """Put these in instead of those that the program writes."""
        self._paths = tuple(paths)
        names = ", ".join(plain_line(path.name) for path in self._paths)
        self._minutes.set_text(names or self.tr("Chưa chọn: máy ghi biên bản từ dữ liệu."))
        self.place()

    def _notes(self, offer: Offer) -> list[str]:
        told = []
        if offer.running:
            told.append(self.tr("Còn {n} nội dung chưa kết thúc biểu quyết.").format(n=offer.running))
        if offer.waiting:
            told.append(self.tr("Máy này còn việc chưa gửi; việc ấy sẽ không có trong hồ sơ."))
        return told

    def _choose(self) -> None:
        title = self.tr("Chọn biên bản đã ký")
        kinds = " ".join(f"*{ending}" for ending in MINUTES)
        paths, _ = QFileDialog.getOpenFileNames(
            self, title, str(Path.home()), f"{self.tr('Biên bản')} ({kinds})"
        )
        if paths:
            self.take_minutes([Path(path) for path in paths])

    def _want_notes(self) -> None:
        self.reject()
        self.notesRequested.emit()


class MakingArchive(QObject):
    """`ask` begins, `write_to` writes. `dialog` is the one that is open."""

    made = Signal()
    """A good one lies where it was wanted."""
    notesRequested = Signal(str)
    """MeetingId"""

    def __init__(self, books: Asker, on_book: OnBook, window: QWidget) -> None:
        super().__init__(window)
        self._books = books
        self._on_book = on_book
        self._window = window
        self.work = LongWork(window)
        self.dialog: Dialog | None = None

    def ask(self, meeting: MeetingId) -> None:
        """Say what there is, and let the person choose."""
        self._books.ask(
            lambda book: archiving.offer(book, meeting),
            lambda offer: self._offer(meeting, offer),
            self._failed,
        )

    def write_to(self, meeting: MeetingId, path: Path, wishes: Wishes) -> None:
        """Write it and check it, with a way to stop."""
        on_book, said = self._on_book, language()

        def run(tell: Tell, stopped: Stopped) -> Made:
            return archiving.make(on_book, meeting, path, wishes, tell, stopped, said)

        self.work.start(Work(self.tr("Đang lưu hồ sơ cuộc họp"), run, self._done, self._failed))

    def stop(self) -> None:
        """The book is being locked: what is not written yet is not written."""
        self.work.stop()

    def _offer(self, meeting: MeetingId, offer: Offer) -> None:
        dialog = ArchiveDialog(offer, self._window)
        dialog.accepted.connect(lambda: self._choose(meeting, offer, dialog.wishes))
        dialog.notesRequested.connect(lambda: self.notesRequested.emit(meeting))
        open_for(self, dialog)

    def _choose(self, meeting: MeetingId, offer: Offer, wishes: Wishes) -> None:
        name = re.sub(r'[\\/:*?"<>|]+', "-", plain_line(offer.title))[:_LONGEST].strip(" .")
        proposed = str(Path.home() / f"{self.tr('Hồ sơ')} - {name}.zip")
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Lưu hồ sơ"), proposed, "ZIP (*.zip)")
        if path:
            self.write_to(meeting, named_as(Path(path), ".zip", (".zip",)), wishes)

    def _done(self, made: Made) -> None:
        if made.broken:
            text = self.tr(
                "Đã ghi {file}, nhưng hồ sơ không kiểm chứng được. {why} Giữ tệp làm chứng và báo chủ tọa."
            )
            self._tell(self.tr("Hồ sơ không đúng"), text.format(file=made.path, why=made.broken))
            return
        text = self.tr(
            "{file} ({size}). Đã kiểm chứng: {n} mục, {motions} biểu quyết có chứng cứ. "
            "Vân tay khóa gốc: {fingerprint}. Ai có tệp cũng đọc được."
        ).format(
            file=made.path,
            size=size_text(made.size),
            n=made.entries,
            motions=made.motions,
            fingerprint=made.fingerprint,
        )
        if made.left_out:
            told = self.tr("{n} tài liệu bản cũ hoặc biểu quyết không đủ trên máy này nên chỉ ghi dấu.")
            text += " " + told.format(n=made.left_out)
        self._tell(self.tr("Đã lưu hồ sơ cuộc họp"), text)
        self.made.emit()

    def _failed(self, error: SohopError) -> None:
        self._tell(self.tr("Chưa lưu được hồ sơ"), sentence(error))

    def _tell(self, title: str, text: str) -> None:
        dialog = Dialog(title, self._window, text=text, safe=self.tr("Đóng"))
        dialog.body.gap(16)
        open_for(self, dialog)
