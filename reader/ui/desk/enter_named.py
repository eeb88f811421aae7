"""Votes by name: tick people, say how and what they voted; several groups before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import MotionView
from reader.ui.desk import count_words as words
from reader.ui.desk.people import Candidate, PeoplePicker
from reader.ui.desk.sides import Sides
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.layout import Column, Row, clear
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.tabs import Segments
from sync.model.counts import Means, Named, is_valid
from sync.model.ids import PersonId

_MEANS = (Means.HAND, Means.PAPER)


@dataclass(frozen=True)
class Group:
    """Some who voted alike."""

    means: Means
    choices: tuple[str, ...]
    persons: tuple[PersonId, ...]


class NamedForm(QWidget):
    """`changed` is sent whenever what would be written changes."""

    changed = Signal()

    def __init__(self, motion: MotionView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._motion = motion
        self._people: dict[PersonId, Candidate] = {}
        self.groups: list[Group] = []
        self._listed: list[tuple[Group, str]] = []
        self.picker = PeoplePicker(self.tr("Người chưa có phiếu"))
        self.picker.changed.connect(self._touch)
        self.means = Segments(
            [words.means_name(one) for one in _MEANS], name=self.tr("Bỏ phiếu bằng cách nào")
        )
        self.means.changed.connect(lambda _number: self._touch())
        several = motion.max_choices > 1
        self.choices = Choices(
            [plain_line(choice.label) for choice in motion.choices],
            multi=several or self._may_want_none,
            limit=motion.max_choices,
            compact=True,
            name=self.tr("Lựa chọn của những người đã đánh dấu"),
        )
        self.choices.changed.connect(lambda _numbers: self._touch())
        hint = self.tr("Chọn tối đa {n}.").format(n=motion.max_choices)
        self._hint = Paragraph(hint, Role.NOTE, Colour.INK2)
        self._hint.setVisible(several)
        self.add_button = Button(self.tr("Thêm nhóm này, ghi tiếp nhóm khác"), icon="plus")
        self.add_button.clicked.connect(lambda _checked=False: self.add())
        self._head = Paragraph(self.tr("Sẽ ghi"), Role.BODY_STRONG)
        self._list = Column(spacing=4)
        right = QWidget()
        column = Column(right, 0, 10)
        for part in (self.means, self._hint, self.choices, self.add_button, self._head):
            column.addWidget(part, 0, _side(part))
        column.addLayout(self._list)
        column.addStretch(1)
        Column(self).addWidget(Sides(self.picker, right))
        self._show()

    @property
    def _may_want_none(self) -> bool:
        return is_valid(self._motion, ())

    @property
    def current(self) -> Group | None:
        """Those ticked, with what they voted; None while something is missing."""
        persons = self.picker.ticked
        chosen = tuple(self._motion.choices[number].id for number in self.choices.chosen)
        if not persons or not is_valid(self._motion, chosen):
            return None
        return Group(_MEANS[self.means.chosen], chosen, persons)

    @property
    def lacks(self) -> str:
        """What has to be done before it can be written; empty when nothing has."""
        ticked = len(self.picker.ticked)
        if ticked and self.current is None:
            return self.tr("Chọn phiếu của {n} người đã đánh dấu.").format(n=ticked)
        if not ticked and self.choices.chosen:
            return self.tr("Đánh dấu người đã bỏ phiếu như vậy.")
        return "" if self.votes else self.tr("Đánh dấu người, rồi chọn phiếu của họ.")

    @property
    def votes(self) -> list[tuple[Means, list[Named]]]:
        """What would be written: each person as an entry of its own."""
        current = self.current
        groups = [*self.groups, current] if current is not None else self.groups
        return [
            (means, made)
            for means in _MEANS
            if (
                made := [
                    Named(person=person, choices=group.choices)
                    for group in groups
                    if group.means is means
                    for person in group.persons
                ]
            )
        ]

    @property
    def dirty(self) -> bool:
        """Something would be lost."""
        return bool(self.groups or self.picker.ticked or self.choices.chosen)

    def set_people(self, people: Sequence[Candidate]) -> list[str]:
        """Who can be entered now. Returns the names of those who were ticked or in a group and can't."""
        now = {one.person: one for one in people}
        wanted = {person for group in self.groups for person in group.persons} | set(self.picker.ticked)
        gone = [plain_line(self._people[person].name) for person in wanted if person not in now]
        self._people = now
        kept = [
            replace(group, persons=tuple(person for person in group.persons if person in now))
            for group in self.groups
        ]
        self.groups = [group for group in kept if group.persons]
        self._show()
        return gone

    def add(self) -> None:
        """Put those ticked aside and begin with others."""
        current = self.current
        if current is not None:
            self.groups.append(current)
            self.picker.set_ticked(())
            self.choices.set_chosen(())
            self._touch()
            self.picker.search.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, group: Group) -> None:
        self.groups.remove(group)
        self._touch()

    def _touch(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        taken = {person for group in self.groups for person in group.persons}
        self.picker.set_people([one for one in self._people.values() if one.person not in taken])
        self.add_button.setEnabled(self.current is not None)
        self._head.setVisible(bool(self.groups))
        listed = [(group, self._names(group)) for group in self.groups]
        if listed == self._listed:  # the keyboard may be on one of them
            return
        self._listed = listed
        clear(self._list)
        for group, names in listed:
            self._list.addWidget(_GroupRow(self, group, names))

    def _names(self, group: Group) -> str:
        return ", ".join(plain_line(self._people[person].name) for person in group.persons)


class _GroupRow(QWidget):
    def __init__(self, form: NamedForm, group: Group, names: str) -> None:
        super().__init__()
        said = self.tr("{choices} ({means}), {n} người: {names}", None, len(group.persons)).format(
            choices=words.choices_text(form._motion, group.choices),
            means=words.means_name(group.means).lower(),
            n=len(group.persons),
            names=names,
        )
        row = Row(self, 0, 8)
        row.addWidget(Paragraph(said, Role.BODY), 1, Qt.AlignmentFlag.AlignVCenter)
        drop = Button("", Kind.QUIET, icon="x", name=self.tr("Bỏ nhóm này"))
        drop.clicked.connect(lambda _checked=False: form._remove(group))
        row.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)


def _side(part: QWidget) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if isinstance(part, (Segments, Button)) else Qt.AlignmentFlag(0)
