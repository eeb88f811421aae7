"""A list of people to tick, with a search, and buttons for many of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.pdf import fold
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Flow, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.surface import Card
from reader.ui.widgets.tick_list import TickList, TickRow
from sync.model.ids import PersonId


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be ticked; ``away`` where they said that they do not come."""

    person: PersonId
    name: str
    note: str = ""
    away: bool = False


class PeoplePicker(QWidget):
    """`changed` is sent when the person ticks or takes ticks away."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Candidate, ...] = ()
        self.search = Field(
            placeholder=self.tr("Tìm theo tên"),
            icon="magnifying-glass",
            clearable=True,
        )
        self.search.changed.connect(lambda _text: self._fill())
        self.present_button = Button(self.tr("Chọn mọi người có mặt"), Kind.QUIET, icon="check")
        self.present_button.clicked.connect(lambda _checked=False: self._tick_present())
        self.none_button = Button(self.tr("Bỏ chọn"), Kind.QUIET, icon="x")
        self.none_button.clicked.connect(lambda _checked=False: self._tick_none())
        buttons = QWidget()
        flow = Flow(buttons, 0, 4)
        flow.addWidget(self.present_button)
        flow.addWidget(self.none_button)
        self.list = TickList(name)
        self.list.changed.connect(self._on_ticked)
        frame = Card((1, 1, 1, 1))
        frame.column.addWidget(self.list)
        hold(frame, min_height=220)
        self._count = Paragraph("", Role.NOTE_MEDIUM, Colour.INK2)
        column = Column(self, 0, 8)
        column.addWidget(self.search)
        column.addWidget(buttons)
        column.addWidget(frame, 1)
        column.addWidget(self._count)

    @property
    def ticked(self) -> tuple[PersonId, ...]:
        """Who is ticked, in the order of the list."""
        on = self.list.ticked
        return tuple(one.person for one in self._people if one.person in on)

    def set_people(self, people: Sequence[Candidate]) -> None:
        """Show these. Ticks of those who are not among them are taken away."""
        self._people = tuple(people)
        self.list.set_ticked(self.list.ticked & {str(one.person) for one in people})
        self._fill()

    def set_ticked(self, people: Iterable[PersonId]) -> None:
        """Tick exactly these, without sending `changed`."""
        self.list.set_ticked(str(person) for person in people)
        self._say()

    def _fill(self) -> None:
        wanted = fold(self.search.text).split()
        shown = [one for one in self._people if _has(one, wanted)]
        self.list.set_rows([TickRow(str(one.person), plain_line(one.name), one.note) for one in shown])
        self._say()

    def _say(self) -> None:
        said = self.tr("Đã chọn {n} trên {all} người chưa có phiếu", None, len(self._people))
        self._count.set_text(said.format(n=len(self.ticked), all=len(self._people)))
        self.present_button.setEnabled(any(not one.away for one in self._people))
        self.none_button.setEnabled(bool(self.ticked))

    def _tick_present(self) -> None:
        self.list.set_ticked(str(one.person) for one in self._people if not one.away)
        self._on_ticked()

    def _tick_none(self) -> None:
        self.list.set_ticked(())
        self._on_ticked()

    def _on_ticked(self) -> None:
        self._say()
        self.changed.emit()


def _has(one: Candidate, wanted: Collection[str]) -> bool:
    said = fold(one.name)
    return all(word in said for word in wanted)
