"""All that is taken out of a meeting: its papers, its results, its archive, saved paper; asks which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reader.core.desk import desk as desk_of
from reader.core.minutes_files import minutes_docx
from reader.core.resolving import resolution_docx
from reader.core.views import DeskMotion, DeskView
from reader.ui.compose.words import cut
from reader.ui.desk.screen import DeskScreen
from reader.ui.papers.inviting import Inviting
from reader.ui.papers.savings import Savings
from reader.ui.papers.templates import Templates
from reader.ui.papers.writer import PaperWriter
from reader.ui.tasks import Asker
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.dialog import Dialog, open_for
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId

MINUTES, RESOLUTION, INVITATION, RESULTS, ARCHIVE, SAVINGS, TEMPLATES = range(7)


class DeskPapers(QObject):
    """`ask` begins; `dialog` is the one shown last, `ways` its answers. `stop` when the screen goes."""

    def __init__(self, books: Asker, desk: DeskScreen, meeting: Callable[[], MeetingId | None]) -> None:
        super().__init__(desk)
        self._books = books
        self._desk = desk
        self._meeting = meeting
        self.dialog: Dialog | None = None
        self.ways: Choices | None = None
        self.writer = PaperWriter(books, desk, desk.say, desk.problem)
        self.inviting = Inviting(self.writer)
        self.templates = Templates(self.writer)
        self.savings = Savings(self.writer)
        desk.papersRequested.connect(self.ask)

    def stop(self) -> None:
        """The screen goes."""
        self.writer.stop()

    def ask(self) -> None:
        """Which paper?"""
        dialog, ways = self._show(
            self.tr("Văn bản, hồ sơ"),
            "",
            self.tr(
                "Máy điền sẵn những gì có trong hệ thống; phần còn lại ghi tiếp trong Word. Lưu thẳng thành "
                "PDF được khi máy có LibreOffice. Ai có tệp cũng đọc được."
            ),
            [
                self.tr("Biên bản cuộc họp"),
                self.tr("Dự thảo nghị quyết"),
                self.tr("Giấy mời, tệp lịch"),
                self.tr("Mọi kết quả và ý kiến, vào một thư mục"),
                self.tr("Hồ sơ cả cuộc họp, một tệp ai cũng kiểm chứng được"),
                self.tr("Giấy và tiền in đã tiết kiệm"),
                self.tr("Mẫu văn bản của cơ quan"),
            ],
        )
        ways.choices[ARCHIVE].setVisible(self._desk.secretary)
        dialog.accepted.connect(lambda: self._go_on(ways.chosen))
        open_for(self, dialog)

    def _go_on(self, chosen: tuple[int, ...]) -> None:
        meeting = self._meeting()
        if meeting is None:
            return
        if chosen == (MINUTES,):
            name = self.tr("Biên bản")
            self.writer.ask(self.tr("Ghi biên bản"), name, lambda book: minutes_docx(book, meeting))
        elif chosen == (RESOLUTION,):
            self._books.ask(lambda book: desk_of(book, meeting), self._resolve, self._desk.problem)
        elif chosen == (INVITATION,):
            self.inviting.ask(meeting)
        elif chosen == (RESULTS,):
            self._desk.collectRequested.emit()
        elif chosen == (ARCHIVE,):
            self._desk.archiveRequested.emit()
        elif chosen == (SAVINGS,):
            self.savings.show_for(meeting)
        else:
            self.templates.ask()

    def _resolve(self, view: DeskView | None) -> None:
        """Of which adopted motion?"""
        # Only here: no window waits for it.
        from reader.core.office.resolution import is_adopted

        adopted = [one for one in view.motions if is_adopted(one)] if view is not None else []
        if not adopted:
            self._desk.problem(SohopError(Code.NOT_ADOPTED))
        elif len(adopted) == 1:
            self._draft(adopted[0])
        else:
            self._ask_which(adopted)

    def _ask_which(self, adopted: Sequence[DeskMotion]) -> None:
        names = [f"{one.motion.number}. {cut(one.motion.title)}" for one in adopted]
        dialog, ways = self._show(
            self.tr("Dự thảo nghị quyết"), "", self.tr("Các nội dung đã được thông qua:"), names
        )
        dialog.accepted.connect(lambda: self._draft(adopted[ways.chosen[0]]))
        open_for(self, dialog)

    def _draft(self, shown: DeskMotion) -> None:
        motion = shown.motion
        self.writer.ask(
            self.tr("Lưu dự thảo nghị quyết"),
            self.tr("Dự thảo nghị quyết {n}").format(n=motion.number),
            lambda book: resolution_docx(book, motion.meeting, motion.id),
        )

    def _show(self, title: str, heading: str, text: str, ways: list[str]) -> tuple[Dialog, Choices]:
        dialog = Dialog(title, self._desk, heading=heading, text=text, action=self.tr("Tiếp tục…"))
        made = self.ways = Choices(ways, compact=True, name=self.tr("Việc cần làm"))
        made.choices[0].click()
        dialog.body.gap(16)
        dialog.body.addWidget(made)
        return dialog, made
