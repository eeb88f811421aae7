"""Below a result: the mark of the motion's log, for comparing by eye, and the file that proves the result."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import MotionView
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button
from reader.ui.widgets.layout import Column, Flow
from reader.ui.widgets.paragraph import Paragraph


class ProofRow(QWidget):
    """Hidden where there is nothing to prove."""

    exportRequested = Signal(str, str)
    """MeetingId, MotionId"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion: MotionView | None = None
        self._mark = Paragraph("", Role.NOTE, Colour.INK2)
        self.button = Button(self.tr("Lưu tệp chứng cứ…"), icon="export")
        self.button.clicked.connect(lambda _checked=False: self._export())
        column = Column(self, (0, 8, 0, 8), 8)
        column.addWidget(self._mark)
        place = QWidget()
        Flow(place, 0, 8).addWidget(self.button)
        column.addWidget(place)

    def set_motion(self, motion: MotionView, *, provable: bool) -> None:
        """``provable``: this person can take the file away."""
        self._motion = motion
        mark = "" if motion.result is None else motion.result.log_mark
        self._mark.set_text(
            self.tr("Dấu sổ phiếu: {mark}. Ai cũng phải thấy đúng dấu này.").format(mark=mark)
        )
        self.button.setVisible(provable)
        self.setVisible(bool(mark))

    def _export(self) -> None:
        if self._motion is not None:
            self.exportRequested.emit(self._motion.meeting, self._motion.id)
