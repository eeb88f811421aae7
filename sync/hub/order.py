"""The hub's order: everything it delivers has a place, and a laptop is told what came after its cursor.

Places are looked at in a row, by primary key; whether a person may have what stands there is one more
look-up by primary key. So the cost is that of what is new, not of how many meetings or devices there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Result,
    Row,
    Select,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from sync.errors import SohopError
from sync.hub import tables
from sync.hub.actors import Actor
from sync.hub.closed import closed_motion, turnout
from sync.hub.logs import note_bug
from sync.hub.packets import Packets, PacketView
from sync.hub.patches import offers
from sync.hub.reach import Recalled
from sync.hub.stored import kept, moment
from sync.hub.tables import PacketState, To
from sync.model.events import OWN, Event, RecallPacket
from sync.model.ids import Digest, EventId, MeetingId, MotionId
from sync.model.motion import OVER
from sync.wire.codec import decode_payload
from sync.wire.desk import ClosedMotion, Turnout
from sync.wire.messages import MAX_EVENTS, Delivered, Packet

MOST_PLACES = 50_000
"""Looked at in one exchange, whether or not they are for this person."""
MOST_BYTES = 128 * 1024
"""Of one reply, before it is packed; at least one thing always goes. On a line that is cut every few minutes
a reply must come through between two cuts."""
_MOST_AGAIN = 32 * 1024
_MOST_TURNOUTS = 1_000
_PIECE = 80
"""Bytes that one piece of a patch takes in its offer."""

_Row = Row[tuple[object, ...]]

_deliveries = tables.deliveries.c
_packets = tables.packets


def places(desk: bool, counts: bool, *where: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    """The question for what stands at these places, in order, as far as it is for ``person``."""
    events = tables.events.c
    return (
        select(
            _deliveries.seq,
            _deliveries.meeting,
            _deliveries.event,
            _deliveries.packet,
            _deliveries.refused,
            events.kind,
            events.motion,
            events.device,
            events.recorded,
            events.envelope,
        )
        .outerjoin_from(tables.deliveries, tables.events, events.id == _deliveries.event)
        .where(*where, _visible(desk, counts))
        .order_by(_deliveries.seq)
    )


def _visible(desk: bool, counts: bool) -> ColumnElement[bool]:
    """Which places are for ``person``."""
    person: BindParameter[str] = bindparam("person")
    mine = (_deliveries.audience == To.PERSON) & (_deliveries.person == person)
    if desk:
        return or_(_deliveries.audience.in_([To.DESK, To.TELLERS, To.MEETING]), mine)
    readers = tables.readers.c
    reads = exists().where(readers.meeting == _deliveries.meeting, readers.person == person)
    read = [To.MEETING, To.TELLERS] if counts else [To.MEETING]
    return or_(_deliveries.audience.in_(read) & reads, mine)


_BETWEEN = _deliveries.seq > bindparam("after"), _deliveries.seq <= bindparam("until")
# Made once: to make such a question takes longer than to answer it.
_PLACES = {who: places(*who, *_BETWEEN) for who in ((True, True), (False, True), (False, False))}
"""By whether they are of the desk, and whether they count."""
_ANY = {who: question.limit(1) for who, question in _PLACES.items()}


@dataclass
class Page:
    """What stands at some places, as far as one laptop may have it. ``cursor``: all up to there."""

    cursor: int
    more: bool = False
    events: list[Delivered] = field(default_factory=list)
    packets: list[Packet] = field(default_factory=list)
    closed: list[ClosedMotion] = field(default_factory=list)
    turnout: tuple[Turnout, ...] = ()
    devices: set[str] = field(default_factory=set)
    """From which the events came."""
    recalls: list[Recalled] = field(default_factory=list)
    reached: set[MeetingId] = field(default_factory=set)
    """Meetings where a recall got further; for the desk."""
    refused: list[EventId] = field(default_factory=list)
    """Acts that a room hub may have handed on."""
    voting: bool = False
    """Which of the person's laptops votes is to be told."""
    size: int = 0

    @property
    def news(self) -> bool:
        """Whether there is anything."""
        return bool(
            self.events or self.packets or self.turnout or self.reached or self.refused or self.voting
        )

    @property
    def newest_changed(self) -> bool:
        """Whether the newest version of a meeting is another than before."""
        return bool(self.packets or self.recalls)

    def prepend(self, again: Page) -> None:
        """Put before this what was asked for once more."""
        self.events[:0] = again.events
        self.packets[:0] = again.packets
        self.closed[:0] = again.closed
        self.recalls += again.recalls
        self.devices |= again.devices


def read_page(
    connection: Connection, packets: Packets, who: Actor, cursor: int, last: int, most: int = MAX_EVENTS
) -> Page:
    """What came after ``cursor``, at most so many events; ``last`` is the order's end in this snapshot."""
    if who.blind or last <= cursor:
        return Page(
            cursor
        )  # a cursor beyond the end is never sent back: to go back is for a new epoch to say
    end = min(last, cursor + MOST_PLACES)
    page = Page(end, more=end < last)
    filling = _Filling(connection, packets, who, page, MOST_BYTES, most, handed=cursor)
    between = {"person": who.person, "after": cursor, "until": end}
    filling.fill(connection.execute(_PLACES[who.desk, who.counts], between))
    if who.counts and (voted := _voted(connection, who, cursor, page.cursor)):
        page.turnout = turnout(connection, voted)
    return page


def read_again(connection: Connection, packets: Packets, who: Actor, wanted: Sequence[int]) -> Page:
    """What stands at these places, the oldest first, as far as it is still to be had."""
    page = Page(0)
    if not who.blind and wanted:
        filling = _Filling(connection, packets, who, page, _MOST_AGAIN, MAX_EVENTS, again=True)
        these = places(who.desk, who.counts, _deliveries.seq.in_(wanted))
        filling.fill(connection.execute(these, {"person": who.person}))
    return page


def is_behind(connection: Connection, who: Actor, place: int) -> bool:
    """Whether something after ``place`` concerns this device; True also when that is too long to look up."""
    if who.blind:
        return False
    last = connection.execute(select(func.max(_deliveries.seq))).scalar_one() or 0
    if last - place > MOST_PLACES:
        return True
    between = {"person": who.person, "after": place, "until": last}
    found = connection.execute(_ANY[who.desk, who.counts], between).first()
    return found is not None or (who.counts and bool(_voted(connection, who, place, last)))


class _Filling:
    """Takes rows into a page until it is full. ``handed``: what stands up to this place is there already."""

    def __init__(
        self,
        connection: Connection,
        packets: Packets,
        who: Actor,
        page: Page,
        room: int,
        most: int,
        again: bool = False,
        handed: int = 0,
    ) -> None:
        self._page = page
        self._connection = connection
        self._packets = packets
        self._who = who
        self._room = room
        self._most = most
        self._again = again
        self._handed = handed
        self._seen: set[str] = set()

    def fill(self, rows: Result[tuple[object, ...]]) -> None:
        """Stops before the first row that has no more room, and says so in the page."""
        with rows:
            for row in rows:
                if not self._take(row):
                    self._page.cursor, self._page.more = row.seq - 1, True
                    return

    def _take(self, row: _Row) -> bool:
        if row.packet is not None:
            return self._take_packet(row)
        if row.event is not None:
            return row.event in self._seen or self._take_event(row)
        if row.refused is not None:
            return self._take_refused(row)
        if row.meeting == OWN:
            self._page.voting = True
        else:
            self._page.reached.add(row.meeting)
        return True

    def _has_room(self, size: int) -> bool:
        page = self._page
        if (page.size and page.size + size > self._room) or len(page.events) == self._most:
            return False
        page.size += size
        return True

    def _take_event(self, row: _Row) -> bool:
        page = self._page
        closed: ClosedMotion | None = None
        devices = set() if row.device is None else {str(row.device)}
        size = len(row.envelope)
        counted = row.kind == "closing" and self._who.counts
        if counted and (whole := closed_motion(self._connection, row.motion)) is not None:
            closed, voters = whole
            devices |= voters
            size += sum(len(each.payload) + 128 + len(leaf) for each, leaf in closed.ballots)
        if not self._has_room(size):
            return False
        self._seen.add(row.event)
        envelope = kept(row.envelope)
        page.events.append(Delivered(row.seq, moment(row.recorded), envelope))
        page.devices |= devices
        if closed is not None:
            page.closed.append(closed)
        if row.kind == "recall":
            body = decode_payload(envelope.payload, Event).body
            if isinstance(body, RecallPacket):
                page.recalls.append((row.meeting, body.version))
        if row.kind in {"recall", "destroyed"} and self._who.desk:
            page.reached.add(row.meeting)
        return True

    def _take_refused(self, row: _Row) -> bool:
        if len(self._page.refused) == MAX_EVENTS or not self._has_room(len(row.refused)):
            return False
        self._page.refused.append(EventId(row.refused))
        return True

    def _take_packet(self, row: _Row) -> bool:
        """A packet goes once, at its newest place, and only while nothing has taken its own place."""
        held = self._connection.execute(select(_packets).where(_packets.c.manifest == row.packet)).one()
        if (held.changed != row.seq and not self._again) or not self._is_current(held):
            return True
        try:
            view = self._packets.open(Digest(held.manifest))
        except SohopError as error:
            note_bug(error)  # a damaged blob must not keep from everybody what stands behind it
            return True
        mine = view.places_for(self._who.person, desk=self._who.desk)
        known = self._known(view)
        packet = Packet(
            seq=row.seq,
            manifest=kept(held.envelope),
            descriptors=tuple(view.descriptors[at] for at in mine if view.manifest.items[at] not in known),
            kept=tuple(at for at in mine if view.manifest.items[at] in known),
            published=held.state == PacketState.PUBLISHED,
            patches=offers(self._connection, self._packets, view, self._who.person, desk=self._who.desk),
        )
        pieces = _PIECE * sum(len(offer.pieces) for offer in packet.patches)
        if not self._has_room(len(held.envelope) + sum(map(len, packet.descriptors)) + pieces):
            return False
        self._page.packets.append(packet)
        return True

    def _known(self, view: PacketView) -> set[Digest]:
        """Descriptors that this laptop was handed up to its cursor: with the last published version, or, at
        the desk, with this very packet before it was signed by all.

        Almost certainly: that one was passed over if it was superseded just then and a reply ended between
        the two. A laptop that lacks a descriptor asks for the place again, and gets all of it.
        """
        meeting, who = view.manifest.meeting.id, self._who
        if who.desk:
            draft = exists().where(
                _deliveries.meeting == meeting,
                _deliveries.audience == To.DESK,
                _deliveries.packet == view.digest,
                _deliveries.seq <= self._handed,
            )
            if self._connection.execute(select(draft)).scalar_one():
                return set(view.manifest.items)
        earlier = self._connection.execute(
            select(_packets.c.manifest)
            .where(
                _packets.c.meeting == meeting,
                _packets.c.version < view.manifest.version,
                _packets.c.state == PacketState.PUBLISHED,
                _packets.c.changed <= self._handed,
            )
            .order_by(_packets.c.version.desc())
            .limit(1)
        ).scalar_one_or_none()
        if earlier is None:
            return set()
        try:
            before = self._packets.open(Digest(earlier))
        except SohopError:
            return set()  # it can no longer be read here: then nothing is said of it
        if not who.desk and not before.names(who.person):
            return set()
        return {before.manifest.items[at] for at in before.places_for(who.person, desk=who.desk)}

    def _is_current(self, held: _Row) -> bool:
        if held.state == PacketState.RECALLED:
            return False
        newest = self._connection.execute(
            select(func.max(_packets.c.version)).where(
                _packets.c.meeting == held.meeting, _packets.c.published.is_not(None)
            )
        ).scalar_one()
        if held.state == PacketState.PUBLISHED:
            return bool(held.version == newest)
        return self._who.desk and (newest is None or held.version > newest)


def _voted(connection: Connection, who: Actor, after: int, until: int) -> list[MotionId]:
    """Motions not yet over on which ballots were recorded at these places; a teller's are those that they
    read."""
    events, motions, readers = tables.events.c, tables.motions.c, tables.readers.c
    reads = exists().where(readers.meeting == motions.meeting, readers.person == who.person)
    rows = connection.execute(
        select(events.motion)
        .select_from(tables.deliveries)
        .join(tables.events, events.id == _deliveries.event)
        .join(tables.motions, motions.id == events.motion)
        .where(
            _deliveries.seq > after,
            _deliveries.seq <= until,
            _deliveries.audience == To.PERSON,
            events.kind == "ballot",
            motions.state.not_in(OVER),
            *(() if who.desk else (reads,)),
        )
        .distinct()
        .limit(_MOST_TURNOUTS)
    )
    return [MotionId(motion) for motion in rows.scalars()]
