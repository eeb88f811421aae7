"""The invitation to a meeting: to all, to each person, or for their calendars."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.core.inviting import calendar_file, invitation_docx
from reader.ui.papers.writer import PaperWriter
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.dialog import Dialog, open_for
from sync.model.ids import MeetingId

TO_ALL, TO_EACH, CALENDAR = range(3)


class Inviting(QObject):
    """`ask` begins; `dialog` is the one shown last, `ways` its answers."""

    def __init__(self, writer: PaperWriter) -> None:
        super().__init__(writer)
        self._writer = writer
        self.dialog: Dialog | None = None
        self.ways: Choices | None = None

    def ask(self, meeting: MeetingId, *, draft: bool = False) -> None:
        """Which of them? ``draft``: of what is being composed, else of what readers have."""
        dialog = Dialog(
            self.tr("Giấy mời"),
            self._writer.window,
            heading=self.tr("Giấy mời họp và tệp lịch"),
            text=self.tr(
                "Điền sẵn chương trình, thời gian, địa điểm, thành phần; số, ký hiệu ghi tiếp trong Word. "
                "Mục chỉ một số người được đọc không có trong giấy mời chung và tệp lịch."
            ),
            action=self.tr("Chọn nơi lưu…"),
        )
        ways = self.ways = Choices(
            [
                self.tr("Giấy mời chung"),
                self.tr("Giấy mời từng người, trong một tệp"),
                self.tr("Tệp lịch (.ics) cho điện thoại, máy tính"),
            ],
            compact=True,
            name=self.tr("Việc cần làm"),
        )
        ways.choices[TO_ALL].click()
        dialog.body.gap(16)
        dialog.body.addWidget(ways)
        dialog.accepted.connect(lambda: self._go_on(ways.chosen, meeting, draft))
        open_for(self, dialog)

    def _go_on(self, chosen: tuple[int, ...], meeting: MeetingId, draft: bool) -> None:
        name = self.tr("Giấy mời")
        if chosen == (CALENDAR,):
            self._writer.ask_calendar(
                self.tr("Lưu tệp lịch"), name, lambda book: calendar_file(book, meeting, draft=draft)
            )
        else:
            each = chosen == (TO_EACH,)
            self._writer.ask(
                self.tr("Lưu giấy mời"),
                name,
                lambda book: invitation_docx(book, meeting, each=each, draft=draft),
            )
