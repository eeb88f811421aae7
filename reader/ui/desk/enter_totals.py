"""Votes counted together: whose, how many came back, and how they fell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import MotionView
from reader.ui.desk import count_words as words
from reader.ui.desk.figures import FiguresForm
from reader.ui.desk.people import Candidate, PeoplePicker
from reader.ui.desk.sides import Sides
from reader.ui.plain import plain_line
from reader.ui.theme import Role
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.tabs import Segments
from sync.model.counts import Means, Totals, can_be_true
from sync.model.rules import Secrecy

_MEANS = (Means.HAND, Means.PAPER)
_NAMES, _LONGEST = 20, 200


class TotalsForm(QWidget):
    """`changed` is sent whenever what would be written changes."""

    changed = Signal()

    def __init__(self, motion: MotionView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion = motion
        self._people: tuple[Candidate, ...] = ()
        self._own_ticks = False
        """The person has chosen whose votes these are; until then it is all who are there and lack one."""
        self.picker = PeoplePicker(self.tr("Người được hỏi hoặc được phát phiếu"))
        self.picker.changed.connect(self._on_ticked)
        self.means = Segments([words.means_name(one) for one in _MEANS], name=self.tr("Đếm cái gì"))
        self.means.choose(1)
        self.means.changed.connect(lambda _number: self._touch())
        self.means.setVisible(motion.secrecy is Secrecy.OPEN)
        self._given = Paragraph("", Role.BODY_STRONG)
        self.figures = FiguresForm(motion)
        self.figures.changed.connect(self._touch)
        label = self.tr("Tổ kiểm phiếu")
        self.tellers = Field(placeholder=self.tr("Tên, cách nhau bằng dấu phẩy"), name=label)
        tellers = Row(spacing=12)
        tellers.addWidget(Paragraph(label, Role.BODY), 0, Qt.AlignmentFlag.AlignVCenter)
        tellers.addWidget(self.tellers, 1)
        self.tellers.edit.setMaxLength(_NAMES * _LONGEST)
        self.tellers.changed.connect(lambda _text: self._touch())
        right = QWidget()
        column = Column(right, 0, 10)
        first = Row(spacing=16)
        first.addWidget(self.means)
        first.addWidget(self._given, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(first)
        column.addWidget(self.figures)
        column.addLayout(tellers)
        column.addStretch(1)
        Column(self).addWidget(Sides(self.picker, right))

    @property
    def votes(self) -> tuple[Means, Totals] | None:
        """What would be written; None while it is not whole or can't be true."""
        means = Means.PAPER if self._motion.secrecy is Secrecy.SECRET else _MEANS[self.means.chosen]
        made = self.figures.typed.totals(self._motion, self.picker.ticked, self._tellers)
        roll = [one.person for one in self._people]
        return (means, made) if made is not None and can_be_true(self._motion, means, made, roll) else None

    @property
    def lacks(self) -> str:
        """What is missing or does not fit; empty when it is sound."""
        given = len(self.picker.ticked)
        if not given:
            return self.tr("Chọn người được hỏi hoặc được phát phiếu.")
        if misfits := self.figures.typed.misfits(self._motion, given):
            return " ".join(misfits)
        if missing := self.figures.missing:
            return self.tr("Chưa nhập: {what}.").format(what=", ".join(missing))
        return ""

    @property
    def wrong(self) -> bool:
        """What was typed can't be true."""
        return bool(self.figures.typed.misfits(self._motion, len(self.picker.ticked)))

    @property
    def dirty(self) -> bool:
        """Something would be lost."""
        return self._own_ticks or not self.figures.empty or bool(self.tellers.text)

    def set_people(self, people: Sequence[Candidate]) -> list[str]:
        """Who can be entered now. Returns the names of those who were ticked and can't, once anything is
        filled in: until then nobody ticked them."""
        now = {one.person for one in people}
        names = {one.person: plain_line(one.name) for one in self._people}
        gone = [names[person] for person in self.picker.ticked if person not in now] if self.dirty else []
        self._people = tuple(people)
        self.picker.set_people(people)
        if not self._own_ticks:
            self.picker.set_ticked(one.person for one in people if not one.away)
        self._show()
        return gone

    @property
    def _tellers(self) -> list[str]:
        names = [" ".join(part.split())[:_LONGEST] for part in self.tellers.text.split(",")]
        return [name for name in names if name][:_NAMES]

    def _on_ticked(self) -> None:
        self._own_ticks = True
        self._touch()

    def _touch(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        given = self.tr("Phát ra: {n}").format(n=len(self.picker.ticked))
        if self._motion.secrecy is Secrecy.OPEN and _MEANS[self.means.chosen] is Means.HAND:
            given = self.tr("Số người được hỏi: {n}").format(n=len(self.picker.ticked))
        self._given.set_text(given)
