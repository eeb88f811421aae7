"""The laptops of those who have no window here: real vaults and the real engine, all in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
from support.town import FLOOR_KIB, PASSPHRASE

from reader.app.first_start import Enrolling
from reader.app.laptop import runner
from reader.core import library, opining, voting
from reader.core.book import Book
from reader.core.enrolling import create
from sync.engine.enrolment import contact
from sync.engine.runner import Runner
from sync.engine.status import Wishes
from sync.model.annotation import Audience
from sync.model.ids import ItemRef, MeetingId, MotionId
from sync.model.opinion import Attendance, OnItem, OpinionKind
from sync.wire.invitation import read_link

T = TypeVar("T")
_HANDS = 3
"""So many do something at once; each laptop is always in the same hands, as a vault is its thread's."""


@dataclass
class Seat:
    """One opened laptop and its line."""

    book: Book
    line: Runner

    def talk(self) -> None:
        """What waits goes up, what is new comes down; then it tells what it has."""
        self.line.round()
        if library.report_ready(self.book):
            self.line.round()


class Crowd:
    """Each by name. ``close`` them in the end."""

    def __init__(self) -> None:
        self._hands = [ThreadPoolExecutor(1, thread_name_prefix=f"crowd-{n}") for n in range(_HANDS)]
        self._seats: dict[str, Seat] = {}

    def enrol(self, root: Path, links: Mapping[str, str], hub: str) -> None:
        """With the codes from their sheets."""

        def seat(name: str) -> None:
            book = enrolled(root / name, links[name], hub)
            wishes = Wishes(order=lambda: library.order(book))
            line = runner(book, lambda work: work(book.vault), wishes, _ignore)
            self._seats[name] = Seat(book, line)

        self._each(links, seat)

    def talk(self, names: Iterable[str]) -> None:
        """A round each."""
        self._each(names, lambda name: self._seats[name].talk())

    def open(self, meeting: str, names: Iterable[str]) -> None:
        """They look at the papers."""

        def look(name: str) -> None:
            library.opened_meeting(self._seats[name].book, MeetingId(meeting))

        self._each(names, look)
        self.talk(names)

    def check_in(self, meeting: str, names: Iterable[str]) -> None:
        """They say that they are there."""

        def say(name: str) -> None:
            opining.check_in(self._seats[name].book, MeetingId(meeting), Attendance.PRESENT)
            self._seats[name].talk()

        self._each(names, say)

    def say(self, meeting: str, item: ItemRef, said: Mapping[str, str]) -> None:
        """An opinion for the secretary."""

        def one(name: str) -> None:
            seat = self._seats[name]
            opining.put(
                seat.book,
                MeetingId(meeting),
                kind=OpinionKind.COMMENT,
                about=OnItem(item=item),
                audience=Audience.SECRETARY,
                text=said[name],
            )
            seat.talk()

        self._each(said, one)

    def vote(self, meeting: str, motion: str, choices: Mapping[str, int], *, sent: bool = True) -> None:
        """Hear that it is open, vote, send it; not ``sent``: the line fails after the hearing."""

        def one(name: str) -> None:
            seat = self._seats[name]
            seat.talk()
            stored = seat.book.vault.packets.current(MeetingId(meeting))
            assert stored is not None
            shown = stored.manifest.motion(MotionId(motion))
            assert shown is not None
            voting.cast(seat.book, MeetingId(meeting), shown.id, (shown.choices[choices[name]].id,))
            if sent:
                seat.line.round()

        self._each(choices, one)

    def lacking(self, meeting: str, names: Iterable[str]) -> list[str]:
        """Who does not have all of it."""
        found: list[str] = []

        def look(name: str) -> None:
            stored = self._seats[name].book.vault.packets.current(MeetingId(meeting))
            if stored is None or not stored.complete:
                found.append(name)

        self._each(names, look)
        return found

    def ballots(self, meeting: str, name: str) -> dict[str, str]:
        """What a person's own laptop says of each ballot."""
        found: dict[str, str] = {}

        def look(name: str) -> None:
            seat = self._seats[name]
            seat.talk()
            view = library.meeting(seat.book, MeetingId(meeting))
            assert view is not None
            found.update({str(one.id): str(one.ballot.state) for one in view.motions})

        self._each([name], look)
        return found

    def close(self) -> None:
        """Lines first, then vaults."""

        def end(name: str) -> None:
            self._seats[name].line.stop()
            self._seats[name].book.vault.close()

        self._each(tuple(self._seats), end)
        for hands in self._hands:
            hands.shutdown()

    def _each(self, names: Iterable[str], work: Callable[[str], object]) -> None:
        waits = [self._hands[hash(name) % _HANDS].submit(work, name) for name in names]
        for one in waits:
            one.result()


def enrolled(profile: Path, link: str, hub: str) -> Book:
    """A new laptop, opened, whose line is ``hub``."""
    found = contact(msgspec.structs.replace(read_link(link), address=hub))
    book, _ = create(profile, PASSPHRASE, found, Enrolling(found), memory_kib=FLOOR_KIB)
    return book


def _ignore(_: object) -> None:
    """Nobody looks at these lines."""
