"""Who listens for changes, and who is woken by which. Wakes, and says nothing of what there is.

One task watches the database for everybody. It sees what this program commits at once (``ring``) and what
the administrator's program commits within ``POLL_S``, finds out from the hub's own order whom the new places
concern, and wakes these. An idle listener costs a timer and some bytes of memory.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, bindparam, select
from starlette.concurrency import run_in_threadpool

from sync.hub import tables
from sync.hub.actors import Actor
from sync.hub.database import Changes, Database
from sync.hub.logs import note_bug
from sync.hub.order import is_behind
from sync.hub.state import Marks, place_of, read_marks, stamp_of
from sync.hub.tables import To
from sync.model.ids import DeviceId, PersonId
from sync.wire.messages import LIVE_NEWS, LIVE_STILL, LIVE_STILL_S, ExchangeReply

POLL_S = 1.0
_MOST_PLACES = 5_000
"""Looked at one by one after a commit; after more of them everybody is woken."""

_deliveries, _events, _readers = tables.deliveries.c, tables.events.c, tables.readers.c
_NEW = (
    select(_deliveries.seq, _deliveries.audience, _deliveries.meeting, _deliveries.person, _events.kind)
    .outerjoin_from(tables.deliveries, tables.events, _events.id == _deliveries.event)
    .where(_deliveries.seq > bindparam("after"), _deliveries.seq <= bindparam("until"))
    .order_by(_deliveries.seq)
)


@dataclass(eq=False)
class _Ear:
    """One listener. ``place`` and ``stamp`` are what the laptop was told, ``due`` the newest place that
    concerns it. It is woken when these differ, and once for each difference."""

    who: Actor
    place: int
    stamp: bytes
    due: int = 0
    rung: tuple[int, bytes] | None = None
    talking: int = 0
    ended: bool = False
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.meet(self.who)

    def meet(self, who: Actor) -> None:
        """Who the device is now. Worked out here: it is looked at in each ear after each commit."""
        self.who = who
        self.person = who.person
        self.counts = who.counts


@dataclass(frozen=True)
class _Look:
    """What is new: the newest place that concerns each of these persons, and the desk."""

    marks: Marks
    persons: dict[PersonId, int]
    desk: int
    everybody: int


class Live:
    """The listeners of a running hub. All but ``ring`` and ``close`` belong to the server's event loop."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ears: dict[DeviceId, _Ear] = {}
        self._unsure: set[_Ear] = set()
        self._marks: Marks | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._bell = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None
        self._closed = False

    def ring(self) -> None:
        """Something was committed. From any thread."""
        self._call(self._bell.set)

    def close(self) -> None:
        """End all streams, for good: a hub that stops must not wait for those who only listen."""
        self._closed = True
        self._call(self._end_all)

    @contextmanager
    def talking(self, device: DeviceId) -> Iterator[Callable[[ExchangeReply], None]]:
        """While a laptop is being answered it is not woken; hand over the answer, and it is not after either.

        Else every act of its own would wake it, and cost a round trip.
        """
        ear = self._ears.get(device)
        if ear is None:
            yield lambda _reply: None
            return

        def told(reply: ExchangeReply) -> None:
            ear.place = max(ear.place, reply.cursor)
            ear.stamp = stamp_of(reply.state) or ear.stamp

        ear.talking += 1
        try:
            yield told
        finally:
            ear.talking -= 1
            # What it was told may be newer than what was last seen here: look before it is woken.
            self._unsure.add(ear)
            self._bell.set()

    async def listen(
        self, who: Actor, state: bytes, admitted: Callable[[], Awaitable[Actor | None]]
    ) -> AsyncIterator[bytes]:
        """The stream of one device, which replaces an earlier one. Its first byte says that it is heard.

        ``admitted`` is asked before each byte who the device is now, so that no stream outlives its token.
        """
        ear = _Ear(who, place_of(state), stamp_of(state))
        if earlier := self._ears.get(who.device):
            _end(earlier)
        self._ears[who.device] = ear
        try:
            await self._watch()
            if await run_in_threadpool(self._is_behind, who, ear.place):
                ear.due = max(ear.due, ear.place + 1)
            self._unsure.add(ear)
            self._bell.set()
            byte = LIVE_STILL
            while not (ear.ended or self._closed):
                now = await admitted()
                if now is None or now.revoked:
                    return
                ear.meet(now)
                yield byte
                byte = await _next(ear)
        finally:
            if self._ears.get(who.device) is ear:
                del self._ears[who.device]
            if not self._ears:
                self._bell.set()

    async def _watch(self) -> None:
        """Start to watch, unless somebody does."""
        self._loop = asyncio.get_running_loop()
        if self._watching is None or self._watching.done():
            self._marks = await run_in_threadpool(self._read_marks)
            if self._watching is None or self._watching.done():
                self._watching = asyncio.create_task(self._keep_watch(self._marks.last))
                self._watching.add_done_callback(self._watched)

    async def _keep_watch(self, last: int) -> None:
        with closing(self._database.changes()) as changes:
            while self._ears:
                self._bell.clear()
                unsure, self._unsure = self._unsure, set()
                look = await run_in_threadpool(self._look, changes, last)
                if look is not None:
                    last = look.marks.last
                    self._spread(look)
                for ear in unsure:
                    self._consider(ear)
                try:
                    async with asyncio.timeout(POLL_S):
                        await self._bell.wait()
                except TimeoutError:
                    continue

    def _watched(self, task: asyncio.Task[None]) -> None:
        """Nobody must go on believing to be heard."""
        if task.cancelled() or (error := task.exception()) is None:
            return  # nobody was listening any more, or the server's loop ends
        note_bug(error)
        self._end_all()

    def _look(self, changes: Changes, last: int) -> _Look | None:
        if not changes.any():
            return None
        with self._database.read() as connection:
            marks = read_marks(connection)
            if marks.last - last > _MOST_PLACES:
                return _Look(marks, {}, marks.last, marks.last)
            return _concerned(connection, marks, last)

    def _spread(self, look: _Look) -> None:
        same = self._marks is not None and replace(self._marks, last=look.marks.last) == look.marks
        self._marks = look.marks
        for ear in self._ears.values():
            mine = look.persons.get(ear.person, look.everybody)
            if mine or not same or (ear.counts and look.desk):
                ear.due = max(ear.due, mine, look.desk if ear.counts else 0)
                self._consider(ear)

    def _consider(self, ear: _Ear) -> None:
        """Wake a listener for what it has not been told, once."""
        if ear.talking or self._marks is None:
            return
        stamp = self._marks.stamp(ear.who)
        due = not ear.who.blind and ear.due > ear.place
        if (due or stamp != ear.stamp) and ear.rung != (ear.due, stamp):
            ear.rung = (ear.due, stamp)
            ear.woken.set()

    def _is_behind(self, who: Actor, place: int) -> bool:
        with self._database.read() as connection:
            return is_behind(connection, who, place)

    def _read_marks(self) -> Marks:
        with self._database.read() as connection:
            return read_marks(connection)

    def _end_all(self) -> None:
        for ear in self._ears.values():
            _end(ear)
        self._bell.set()

    def _call(self, act: Callable[[], None]) -> None:
        if self._loop is None:
            return  # nobody has ever listened
        try:
            self._loop.call_soon_threadsafe(act)
        except RuntimeError:
            self._loop = None  # the server's loop is closed: nobody listens any more


def _end(ear: _Ear) -> None:
    ear.ended = True
    ear.woken.set()


async def _next(ear: _Ear) -> bytes:
    """The next byte, when it is time for it."""
    try:
        async with asyncio.timeout(LIVE_STILL_S):
            await ear.woken.wait()
    except TimeoutError:
        return LIVE_STILL
    ear.woken.clear()
    return LIVE_NEWS


def _concerned(connection: Connection, marks: Marks, last: int) -> _Look:
    """Whom the places after ``last`` concern; of a ballot the desk learns that there is one."""
    rows = connection.execute(_NEW, {"after": last, "until": marks.last})
    persons: dict[PersonId, int] = {}
    meetings: dict[str, int] = {}
    desk = 0
    for row in rows:
        if row.audience == To.PERSON:
            persons[PersonId(row.person)] = row.seq
        if row.audience == To.MEETING:
            meetings[row.meeting] = row.seq
        if row.audience != To.PERSON or row.kind == "ballot":
            desk = row.seq
    if not meetings:
        return _Look(marks, persons, desk, 0)
    found = connection.execute(
        select(_readers.meeting, _readers.person).where(_readers.meeting.in_(list(meetings)))
    )
    for reader in found:
        person = PersonId(reader.person)
        persons[person] = max(persons.get(person, 0), meetings[reader.meeting])
    return _Look(marks, persons, desk, 0)
