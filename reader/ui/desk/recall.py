"""Taking a packet back from the window: asks once, with the reason that all are told, and writes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core import recalling
from reader.core.views import DeskView
from reader.ui.desk.reason import ReasonDialog
from reader.ui.desk.screen import DeskScreen
from reader.ui.plain import plain_line
from reader.ui.tasks import Asker
from reader.ui.widgets.button import Kind
from sync.model.ids import MeetingId


class RecallDialog(ReasonDialog):
    """Accepted only with a reason."""

    def __init__(self, view: DeskView, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("RecallDialog", "Thu hồi tài liệu"),
            parent,
            heading=QCoreApplication.translate("RecallDialog", "{meeting} · bản {version}").format(
                meeting=plain_line(view.card.short or view.card.title), version=view.card.version
            ),
            text=QCoreApplication.translate(
                "RecallDialog",
                "Tài liệu bị xóa khỏi từng máy, kể cả máy này, khi máy ấy liên lạc được với hệ thống. "
                "Ghi chú của mọi người vẫn còn. Muốn dùng lại thì phát hành một bản mới.",
            ),
            label=QCoreApplication.translate("RecallDialog", "Lý do, mọi người đều đọc được"),
            safe=QCoreApplication.translate("RecallDialog", "Giữ tài liệu"),
            action=QCoreApplication.translate("RecallDialog", "Thu hồi tài liệu"),
            longest=500,
            kind=Kind.DANGER_FILLED,
        )


class Recalling(QObject):
    """`ask` begins; `dialog` is the one shown last."""

    acted = Signal()
    """It was written: show it and send it."""

    def __init__(self, books: Asker, desk: DeskScreen, meeting: Callable[[], MeetingId | None]) -> None:
        super().__init__(desk)
        self._books = books
        self._desk = desk
        self._meeting = meeting
        self.dialog: RecallDialog | None = None
        desk.ready.recallRequested.connect(self.ask)

    def ask(self) -> None:
        """Say what will happen, and let the person give the reason."""
        view, meeting = self._desk.ready.view, self._meeting()
        if view is None or meeting is None or view.card.id != meeting:
            return
        version = view.card.version
        dialog = self.dialog = RecallDialog(view, self._desk)
        dialog.accepted.connect(lambda: self._recall(meeting, dialog.reason, version))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _recall(self, meeting: MeetingId, reason: str, version: int) -> None:
        # The version that was named: one that came meanwhile was not asked about.
        self._books.ask(
            lambda book: recalling.recall(book, meeting, reason, version),
            lambda _: self.acted.emit(),
            self._desk.problem,
        )
