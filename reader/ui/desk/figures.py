"""The figures of votes counted together, to type: returned, not valid, each choice; and what does not fit.

The paper of the tellers has them in this order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from reader.core.views import MotionView
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Row, hold
from reader.ui.widgets.paragraph import Paragraph
from sync.model.counts import Totals
from sync.model.ids import PersonId
from sync.model.rules import Form

_MOST = 5_000
RETURNED, INVALID = "-returned", "-invalid"
"""Keys that no choice can have."""


@dataclass(frozen=True)
class Typed:
    """What was typed so far, by key; what is missing is not typed yet."""

    numbers: Mapping[str, int]

    def totals(
        self, motion: MotionView, persons: Sequence[PersonId], tellers: Sequence[str]
    ) -> Totals | None:
        """As votes; None while something is missing."""
        keys = (RETURNED, INVALID, *(choice.id for choice in motion.choices))
        if not persons or any(key not in self.numbers for key in keys):
            return None
        return Totals(
            persons=tuple(persons),
            returned=self.numbers[RETURNED],
            invalid=self.numbers[INVALID],
            counts=tuple((choice.id, self.numbers[choice.id]) for choice in motion.choices),
            tellers=tuple(tellers),
        )

    def misfits(self, motion: MotionView, given: int) -> list[str]:
        """What can't be true, in sentences; what is not typed yet is not looked at."""
        numbers, made = self.numbers, list[str]()
        returned, invalid = numbers.get(RETURNED), numbers.get(INVALID)
        if returned is not None and returned > given:
            said = QCoreApplication.translate(
                "Counting", "Thu về {n} nhưng chỉ phát ra {given}.", None, given
            )
            made.append(said.format(n=returned, given=given))
        if returned is None or invalid is None:
            return made
        if invalid > returned:
            said = QCoreApplication.translate(
                "Counting", "Không hợp lệ {n} nhưng thu về {returned}.", None, returned
            )
            made.append(said.format(n=invalid, returned=returned))
            return made
        return made + self._against(motion, returned - invalid)

    def _against(self, motion: MotionView, valid: int) -> list[str]:
        typed = [(one, self.numbers[one.id]) for one in motion.choices if one.id in self.numbers]
        made = [
            QCoreApplication.translate(
                "Counting", "{choice}: {n}, nhưng chỉ có {valid} phiếu hợp lệ.", None, valid
            ).format(choice=plain_line(one.label), n=number, valid=valid)
            for one, number in typed
            if number > valid
        ]
        total = sum(number for _, number in typed)
        if made or len(typed) < len(motion.choices):
            return made
        if motion.max_choices == 1 and motion.rule.form is Form.CHOICE:
            if total != valid:
                said = _tr("Hợp lệ {valid} nhưng các lựa chọn cộng lại là {n}.")
                made.append(said.format(valid=valid, n=total))
        elif total > valid * motion.max_choices:
            said = _tr("Các lựa chọn cộng lại là {n}, nhiều hơn {valid} phiếu × {most} lựa chọn.")
            made.append(said.format(n=total, valid=valid, most=motion.max_choices))
        elif total < valid and motion.rule.form is not Form.EACH:
            said = _tr("Hợp lệ {valid} nhưng các lựa chọn cộng lại chỉ có {n}: mỗi phiếu chọn ít nhất một.")
            made.append(said.format(valid=valid, n=total))
        return made


class FiguresForm(QWidget):
    """One line for each number. `changed` is sent on every key."""

    changed = Signal()

    def __init__(self, motion: MotionView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion = motion
        self.fields: dict[str, Field] = {}
        self._others: dict[str, Paragraph] = {}
        column = Column(self, 0, 6)
        for key, label in labels(motion):
            field = Field(name=label)
            field.edit.setValidator(QIntValidator(0, _MOST, field))
            field.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.changed.connect(lambda _text: self.changed.emit())
            hold(field, width=104)
            row = Row(spacing=12)
            row.addWidget(Paragraph(label, Role.BODY), 1, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(field)
            other = Paragraph("", Role.BODY)
            hold(other, width=150)
            other.hide()
            row.addWidget(other, 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(row)
            self._others[key] = other
            self.fields[key] = field

    def compare(self, first: Mapping[str, int] | None) -> None:
        """Show the figures of another count beside these, those that differ marked; None takes them away."""
        typed = self.typed.numbers
        for key, other in self._others.items():
            other.setVisible(first is not None)
            if first is None:
                continue
            differs = typed.get(key) != first[key]
            said = _tr("≠ lần trước {n}") if differs else _tr("lần trước {n}")
            other.set_text(said.format(n=first[key]))
            other.set_role(Role.BODY_STRONG if differs else Role.BODY)
            other.set_colour(Colour.WAIT if differs else Colour.INK2)

    @property
    def typed(self) -> Typed:
        """What was typed so far."""
        return Typed({key: int(field.text) for key, field in self.fields.items() if field.text.isdecimal()})

    @property
    def empty(self) -> bool:
        """Nothing was typed."""
        return not any(field.text for field in self.fields.values())

    @property
    def missing(self) -> list[str]:
        """The labels of what is not typed yet."""
        return [label for key, label in labels(self._motion) if not self.fields[key].text]


def labels(motion: MotionView) -> list[tuple[str, str]]:
    """(key, words) of each number, in the order of the paper."""
    return [
        (RETURNED, _tr("Thu về")),
        (INVALID, _tr("Không hợp lệ")),
        *((choice.id, plain_line(choice.label)) for choice in motion.choices),
    ]


def numbers_of(votes: Totals) -> dict[str, int]:
    """The figures of a count by key."""
    return {RETURNED: votes.returned, INVALID: votes.invalid, **dict(votes.counts)}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Counting", text)
