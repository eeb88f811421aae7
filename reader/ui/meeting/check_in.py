"""Check-in: whether this person attends, said in words above the agenda, and changed in a dialog."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import CheckInView, SaidView, Trip
from reader.ui.format import moment_text
from reader.ui.passing import shortly
from reader.ui.plain import plain_line
from reader.ui.said import words
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Column, Dialog, Field, Line, Panel, Paragraph, Row
from reader.ui.widgets.choice import Choices
from sync.model.opinion import Attendance

_STATES: Final = (Attendance.PRESENT, Attendance.ABSENT, Attendance.DELEGATED)
_LONGEST: Final = 300


class CheckInBar(Panel):
    """Hidden for whoever is not expected."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self.check_in: CheckInView | None = None
        self._state = Paragraph("", Role.BODY_STRONG, max_lines=2)
        self._trip = Paragraph("", Role.NOTE, Colour.INK2, max_lines=2)
        self.button = Button("")
        self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
        said = QWidget()
        column = Column(said)
        column.addWidget(self._state)
        column.addWidget(self._trip)
        inside = QWidget()
        row = Row(inside, (16, 10, 12, 10), 8)
        row.addWidget(said, 1)
        row.addWidget(self.button)
        self.column.addWidget(inside)
        self.column.addWidget(Line())
        self.set_said(SaidView(), over=False)

    def set_said(self, said: SaidView, *, over: bool) -> None:
        """Show where it stands; ``over``: nobody checks in to a meeting that is past."""
        mine = self.check_in = said.check_in
        self.setVisible(said.attends and not (over and mine is None))
        self.button.setVisible(not over)
        self._state.set_text(words.attendance_line(mine))
        self.button.set_text(self.tr("Điểm danh…") if mine is None else self.tr("Đổi…"))
        if mine is None:
            self._trip.set_text(self.tr("Chưa báo thư ký"))
        elif mine.trip is Trip.WAITING:
            on = shortly(mine.passage)
            self._trip.set_text(self.tr("Chờ gửi") if on is None else on.text)
        elif mine.by:
            written = self.tr("{name} ghi · {time}")
            self._trip.set_text(written.format(name=plain_line(mine.by), time=moment_text(mine.at)))
        else:
            self._trip.set_text(self.tr("Thư ký đã nhận"))


class CheckInDialog(Dialog):
    """`chosen` is sent with Attendance, reason and proxy."""

    chosen = Signal(object, str, str)

    def __init__(self, now: CheckInView | None, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("CheckInDialog", "Điểm danh"),
            parent,
            text=QCoreApplication.translate(
                "CheckInDialog", "Thư ký và chủ tọa đọc được. Đổi lại lúc nào cũng được."
            ),
            safe=QCoreApplication.translate("CheckInDialog", "Quay lại"),
            action=QCoreApplication.translate("CheckInDialog", "Báo thư ký"),
        )
        self.choices = Choices(
            [words.attendance_name(state) for state in _STATES], compact=True, name=self.tr("Điểm danh")
        )
        self.reason = Field(self.tr("Lý do vắng"), hint=self.tr("Chỉ thư ký và chủ tọa đọc được."))
        self.proxy = Field(
            self.tr("Ai dự thay (họ tên, chức vụ)"), hint=self.tr("Người dự thay không biểu quyết thay.")
        )
        for field in (self.reason, self.proxy):
            field.edit.setMaxLength(_LONGEST)
            field.changed.connect(lambda _text: self._show())
        self.body.gap(16)
        for part in (self.choices, self.reason, self.proxy):
            self.body.addWidget(part)
            self.body.gap(12)
        if now is not None:
            self.choices.set_chosen((_STATES.index(now.state),))
            self.reason.set_text(now.reason)
            self.proxy.set_text(now.proxy)
        self.choices.changed.connect(lambda _numbers: self._show())
        self.accepted.connect(self._on_accepted)
        self._show()

    @property
    def state(self) -> Attendance | None:
        """What is chosen."""
        numbers = self.choices.chosen
        return _STATES[numbers[0]] if numbers else None

    def _show(self) -> None:
        state = self.state
        self.reason.setVisible(state is Attendance.ABSENT)
        self.proxy.setVisible(state is Attendance.DELEGATED)
        needed = {Attendance.ABSENT: self.reason.text, Attendance.DELEGATED: self.proxy.text}
        if self.action_button is not None:
            whole = state is not None and bool(needed.get(state, "x").strip())
            self.action_button.setEnabled(whole)
        if self.isVisible():
            self.place()

    def _on_accepted(self) -> None:
        state = self.state
        if state is not None:
            reason = self.reason.text if state is Attendance.ABSENT else ""
            proxy = self.proxy.text if state is Attendance.DELEGATED else ""
            self.chosen.emit(state, reason, proxy)
