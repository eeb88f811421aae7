"""Taking outward bundles into an open book: letters first, then documents; and what the desk is owed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from reader.app.laptop import who
from reader.core import evidence, library, note_key, recalling, standing, work
from reader.core.book import Book
from reader.core.services import OnBook
from reader.core.stick_views import Brought, Took, Trouble
from sync.courier.opening import Outward, Recipient, opened
from sync.courier.stick import Found
from sync.engine import courier
from sync.engine.applied import Applied
from sync.engine.ports import Memory, T
from sync.errors import Code, SohopError
from sync.model.ids import EventId, MeetingId
from sync.wire.statements import HUB

_STICKS = frozenset(
    {
        *(Code.BUNDLE_BROKEN, Code.BUNDLE_UNFINISHED, Code.BUNDLE_OLD, Code.BUNDLE_PART_MISSING),
        *(Code.OTHER_TENANT, Code.STICK_GONE, Code.BUNDLE_STRANGE_HUB),
    }
)
"""What is wrong with one bundle; anything else is this laptop's own trouble, and stops the rest too."""


class Taking:
    """One stick. ``troubles`` may be added to."""

    def __init__(
        self,
        on_book: OnBook,
        recipient: Recipient,
        tell: Callable[[float], object],
        stopped: Callable[[], bool],
    ) -> None:
        self._on_book = on_book
        self._who = on_book(who)
        self._recipient = recipient
        self._tell = tell
        self._stopped = stopped
        self._applied: list[Applied] = []
        self._passed: dict[bool, list[EventId]] = {True: [], False: []}
        """Own acts that go on waiting for their recorder, by whether a room hub said so."""
        self._size = 0
        self._finished = True
        self.bundles = 0
        self.troubles: list[Trouble] = []

    def take(self, parts: Sequence[Found]) -> None:
        """One bundle. Raises ``SohopError`` of this laptop's disk."""
        try:
            with opened(parts, self._recipient) as outward:
                self.bundles += 1
                self._apply(outward)
                self._fill(outward)
                self.troubles += [Trouble.of(error) for error in outward.problems.values()]
        except SohopError as error:
            if error.code is Code.BUNDLE_OTHER:
                return  # others' bundles lie beside ours
            if error.code not in _STICKS:
                raise
            self.troubles.append(Trouble.of(error))

    def took(self, brought: tuple[Brought, ...]) -> Took:
        """All that came of it."""
        applied = self._applied
        new = [meeting for one in applied for meeting in one.new_versions]
        gone = [meeting for one in applied for meeting, _ in one.destroyed]

        def named(book: Book) -> tuple[list[str], list[str]]:
            return library.titles(book, dict.fromkeys(new)), recalling.titles(book, dict.fromkeys(gone))

        def count(*which: list[EventId]) -> int:
            return self._on_book(lambda book: work.count(book, chain.from_iterable(which)))

        versions, recalled = self._on_book(named)
        in_room, on_way = count(self._passed[True]), count(self._passed[False])
        refused = [Trouble.of(SohopError(code)) for one in applied for code in one.refused]
        return Took(
            bundles=self.bundles,
            confirmed=count(*(one.sent for one in applied)) - in_room - on_way,
            in_room=in_room,
            on_way=on_way,
            received=count(*(one.received for one in applied)),
            versions=tuple(versions),
            recalled=tuple(recalled),
            size=self._size,
            brought=brought,
            stopped=not self._finished or self._stopped(),
            troubles=_each_once([*self.troubles, *refused]),
        )

    def _apply(self, outward: Outward) -> None:
        maker = outward.head.maker

        def apply(book: Book) -> list[Applied]:
            done = courier.apply_letter(
                book.vault, self._who, outward.letter, outward.descriptor, book.local_time(), maker
            )
            for one in done:
                if one.copied or one.sent:
                    standing.heard_copied(book, copied=one.copied)
            return done

        done = self._on_book(apply)
        self._applied += done
        self._passed[maker != HUB] += chain.from_iterable(one.passed for one in done)
        self._on_book(_tell_desk)

    def _fill(self, outward: Outward) -> None:
        def progress(size: int) -> None:
            self._size += size
            self._tell(min(1.0, self._size / max(1, outward.size)))

        def order() -> tuple[MeetingId, ...]:
            return self._on_book(library.order)

        finished = courier.fill(outward, _OnMemory(self._on_book), order, progress, self._stopped)
        self._finished = self._finished and finished
        self._on_book(_tell_desk)


class _OnMemory:
    """The vault's thread as the engine knows it."""

    def __init__(self, on_book: OnBook) -> None:
        self._on_book = on_book

    def __call__(self, work: Callable[[Memory], T]) -> T:
        return self._on_book(lambda book: work(book.vault))


def _tell_desk(book: Book) -> None:
    """What the office is owed for what came, to go up by whatever route is next."""
    recalling.report_destroyed(book)
    evidence.report_forks(book)
    note_key.go_on(book)
    library.report_ready(book)


def _each_once(troubles: Sequence[Trouble]) -> tuple[Trouble, ...]:
    return tuple({trouble.code: trouble for trouble in troubles}.values())
