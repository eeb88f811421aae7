"""The readiness board and the sheet with everybody's way and what is outstanding, for ``make shots``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from reader.core.count_views import Source
from reader.core.views import (
    BallotState,
    BallotView,
    DeskMotion,
    HeardView,
    MotionView,
    OwedView,
    Passage,
    ReaderRow,
    Readiness,
    Trip,
    WaitingView,
    Way,
)
from reader.ui.desk.screen import DeskScreen
from reader.ui.shelf.shelf import ShelfScreen
from tools.count_states import NAMES, NOW, ballot, desk, motion, page, person, with_entries
from tools.states import recalled

_ROOM = "Hội trường lớn"
_STATES = {
    6: (Readiness.NOTHING, 0, 0),
    19: (Readiness.PARTIAL, 9, 2),
    15: (Readiness.PARTIAL, 11, 2),
    10: (Readiness.OLD_VERSION, 12, 1),
}
_COPIED = NOW - timedelta(minutes=48)
_OWED = {
    6: OwedView(copied=_COPIED, votes=(2, 3)),
    19: OwedView(copied=_COPIED, held=_ROOM, votes=(3,)),
    10: OwedView(copied=_COPIED),
    7: OwedView(votes=(2, 3)),
    16: OwedView(held=_ROOM),
    22: OwedView(held=_ROOM, votes=(3,)),
}


def board_states() -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens by the name of their picture."""
    return {
        "16-board": lambda: board(0),
        "16-board-outstanding": lambda: board(3),
        "16-board-contact": lambda: board(4),
        "16-sheet-ways": lambda: desk(_sheet()),
        "16-ballot-room": lambda: ballot(_cast(Passage(_ROOM))),
        "16-ballot-room-and-usb": lambda: ballot(_cast(Passage(_ROOM, copied=_COPIED))),
        "16-ballot-forwarded": lambda: ballot(_cast(Passage(forwarded=True), room=_ROOM)),
        "16-ballot-usb": lambda: ballot(_cast(Passage(copied=_COPIED))),
        "16-shelf-room": lambda: shelf(Passage(_ROOM, copied=_COPIED), Passage(copied=_COPIED)),
    }


def board(show: int) -> QWidget:
    """The readiness page with its box at ``show``."""
    screen = DeskScreen()
    screen.set_view(replace(page(), rows=rows()), ())
    screen.ready.show_box.setCurrentIndex(show)
    return screen


def rows() -> tuple[ReaderRow, ...]:
    """All 26: in the room, at home, by stick, and one of whom nothing was ever heard."""
    return tuple(_row(number, name) for number, name in enumerate(NAMES))


def _row(number: int, name: str) -> ReaderRow:
    state, complete, version = _STATES.get(number, (Readiness.READY, 12, 2))
    report = None if state is Readiness.NOTHING else NOW - timedelta(minutes=90 + number)
    heard: HeardView | None = HeardView(NOW - timedelta(minutes=number % 5), Way.ROOM, _ROOM)
    if number % 4 == 1:
        heard = HeardView(NOW - timedelta(minutes=2 + number), Way.HUB)
    if number in (10, 19):
        heard = HeardView(NOW - timedelta(days=1, hours=3), Way.USB)
    return ReaderRow(
        *(person(number), name, state, 12, complete, version, report),
        opened=number % 5 != 0,
        heard=None if number == 6 else heard,
        owed=_OWED.get(number, OwedView()),
    )


def _cast(passage: Passage, room: str | None = None) -> MotionView:
    """Sealed, and with others than this laptop by now."""
    sealed = BallotView(BallotState.SEALED, ("c0",), sealed_at=NOW - timedelta(minutes=4), passage=passage)
    return motion(ballot=sealed, room=room)


def shelf(*passages: Passage) -> QWidget:
    """The shelf with a note for each of these ways, of one's own work."""
    screen = ShelfScreen()
    act = WaitingView("mark.put", "m", "", NOW, 2_400, Trip.WAITING)
    waiting = tuple(replace(act, passage=passage) for passage in passages)
    screen.set_view(replace(recalled(), waiting=waiting))
    return screen


def _sheet() -> DeskMotion:
    """Recorded at the office: the room brings some up, one is not there yet."""
    shown = with_entries(motion(), (), ballots=12)
    heard = HeardView(NOW - timedelta(minutes=3), Way.ROOM, _ROOM)
    told = []
    for number, row in enumerate(shown.sheet.rows):
        if row.source is Source.BALLOT:
            via = (Way.ROOM, Way.ROOM, Way.USB, Way.HUB)[number % 4]
            told.append(replace(row, recorded=NOW - timedelta(minutes=number % 7), via=via))
        else:
            last = None if number == 20 else heard if number % 2 else HeardView(_COPIED, Way.HUB)
            told.append(replace(row, heard=last, held=_ROOM if number == 22 else None))
    return replace(shown, sheet=replace(shown.sheet, rows=tuple(told)))
