"""What effects work with: one transaction, its moment, and the few ways in which they change the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, Row, bindparam, insert, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables, voting_devices
from sync.hub.actors import Actor, actor, actors
from sync.hub.packets import Packets, PacketView
from sync.hub.rows import Rows
from sync.hub.stored import keep, moment, record
from sync.hub.tables import To
from sync.hub.tree import Tree
from sync.model.events import OFFICE, CastBallot, Event
from sync.model.ids import DeviceId, Digest, EventId, MeetingId, MotionId, PersonId, TenantId
from sync.model.voting_device import VotingDevice
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.log import leaf_hash
from sync.wire.statements import HUB

T = TypeVar("T")

_LEAVES = (
    select(tables.ballots.c.leaf)
    .where(tables.ballots.c.motion == bindparam("motion"))
    .order_by(tables.ballots.c.place)
)
_MOTION = select(tables.motions).where(tables.motions.c.id == bindparam("motion"))


@dataclass(frozen=True)
class Recorder:
    """The hub's identity: for which office it records, and the key it signs with."""

    tenant: TenantId
    key: Ed25519PrivateKey
    hub: DeviceId = HUB
    """By which it signs: the office's hub, or the device that a room hub is."""

    @property
    def is_room(self) -> bool:
        """Whether this is a room hub."""
        return self.hub != HUB

    @property
    def named(self) -> DeviceId:
        """As an act names its recorder."""
        return self.hub if self.is_room else OFFICE

    def seal(self, kind: Kind, payload: bytes) -> Envelope:
        """An envelope of the hub's."""
        return seal(kind, self.tenant, payload, self.hub, self.key)


@dataclass(frozen=True)
class Act:
    """An event whose signature fits. ``packet`` is the one a submission names; ``flaw`` what is wrong with
    it. Both are found out before the writer's turn. ``via``: how it came; ``came``: when, in milliseconds, if
    not now."""

    envelope: Envelope
    event: Event
    packet: PacketView | None = None
    flaw: Code | None = None
    via: str = "hub"
    came: int | None = None

    @cached_property
    def id(self) -> EventId:
        """The event's id."""
        return self.envelope.event_id


@dataclass(frozen=True)
class Entered:
    """Where a ballot entered its motion's log."""

    motion: MotionId
    place: int
    leaf: bytes


@dataclass(frozen=True)
class Verdict:
    """What an effect says: recorded, perhaps with a reservation (``code``); or refused, though what it wrote
    stays written."""

    code: Code | None = None
    entered: Entered | None = None
    accepted: bool = True


@dataclass
class Batch:
    """One transaction of the writer. ``touched`` are motions whose log needs a new signed head.

    What ballots need is read once and written together. Whoever takes the ``connection`` finds everything
    written, and what was read before is read again after.
    """

    rows: Rows
    now: int
    recorder: Recorder
    packets: Packets
    trees: dict[MotionId, Tree]
    touched: set[MotionId] = field(default_factory=set)
    via: str = ""
    """How acts arrive that are settled now, as a ballot's leaf tells it."""
    _known: dict[tuple[str, str], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.via = self.via or ("room" if self.recorder.is_room else "hub")

    @cached_property
    def time(self) -> datetime:
        """``now`` as it is signed."""
        return moment(self.now)

    @contextmanager
    def at(self, moment: int) -> Iterator[None]:
        """As if it were then: for what another hub has recorded."""
        now = self.now
        self._set_now(moment)
        try:
            yield
        finally:
            self._set_now(now)

    def _set_now(self, now: int) -> None:
        self.now = now
        self.__dict__.pop("time", None)

    @property
    def connection(self) -> Connection:
        """The transaction, to read and to write."""
        self._known.clear()
        return self.rows.connection

    def undoable(self) -> AbstractContextManager[None]:
        """What happens in it is undone when it ends in a ``SohopError``."""
        return self.rows.undoable()

    def expect(self, acts: Sequence[Act]) -> None:
        """Ask for what all of these need at once; at most some hundred."""
        reading = self.rows.reading
        for device, who in actors(reading, {act.event.device for act in acts}).items():
            self._known["actor", device] = who
        voters = {act.event.person for act in acts if isinstance(act.event.body, CastBallot)}
        for person, chosen in voting_devices.of_persons(reading, voters).items():
            self._known["voting", person] = chosen

    def once(self, what: str, whose: str, read: Callable[[Connection], T]) -> T:
        """What ``read`` finds, asked once until somebody takes the connection. Not of tables that may have
        rows put off."""
        if (what, whose) not in self._known:
            self._known[what, whose] = read(self.rows.reading)
        found: T = self._known[what, whose]
        return found

    def actor(self, device: DeviceId) -> Actor:
        """Raises ``SohopError(UNKNOWN_DEVICE)``."""
        known: Actor | None = self._known.get(("actor", device))
        if known is None:  # its head may be put off
            known = self._known["actor", device] = actor(self.rows.connection, device)
        return known

    def move_head(self, device: DeviceId, seq: int, event: EventId) -> None:
        """This is the newest act of that device."""
        self.rows.move_head(device, seq, event)
        known: Actor | None = self._known.get(("actor", device))
        if known is not None:
            self._known["actor", device] = replace(known, head_seq=seq, head_id=event)

    def motion(self, motion: MotionId) -> Row[tuple[object, ...]] | None:
        """A motion's row."""
        return self.once(
            "motion",
            motion,
            lambda reading: reading.execute(_MOTION, {"motion": motion}).one_or_none(),
        )

    def voting(self, person: PersonId) -> tuple[VotingDevice, ...]:
        """All that this person ever voted on."""
        return self.once("voting", person, lambda reading: voting_devices.of_person(reading, person))

    def store(self, act: Act, kind: str, motion: MotionId | None = None) -> None:
        """Keep an event's envelope."""
        self.store_envelope(
            act.id, act.envelope, kind, act.event.meeting, act.event.person, act.event.device, motion
        )

    def store_envelope(
        self,
        event: EventId,
        envelope: Envelope,
        kind: str,
        meeting: MeetingId,
        person: PersonId,
        device: str | None,
        motion: MotionId | None,
    ) -> None:
        """Keep an envelope that is delivered."""
        row = {
            "id": event,
            "kind": kind,
            "meeting": meeting,
            "motion": motion,
            "person": person,
            "device": device,
            "recorded": self.now,
            "envelope": keep(envelope),
        }
        self.rows.put_off(tables.events, row)

    def deliver(self, event: EventId, meeting: MeetingId, to: To, person: PersonId | None = None) -> None:
        """Put a stored event into the hub's order for these."""
        row = {"event": event, "meeting": meeting, "audience": to, "person": person}
        self.rows.put_off(tables.deliveries, row)

    def deliver_each(
        self, events: Sequence[EventId], meeting: MeetingId, persons: Sequence[PersonId]
    ) -> None:
        """Put stored events into the hub's order for each of these persons."""
        for event in events:
            for person in persons:
                self.deliver(event, meeting, To.PERSON, person)

    def deliver_packet(self, manifest: Digest, meeting: MeetingId, to: To) -> None:
        """Put a packet, as it is from now on, into the hub's order for these."""
        deliveries, packets = tables.deliveries, tables.packets
        row = insert(deliveries).values(packet=manifest, meeting=meeting, audience=to)
        place = self.connection.execute(row.returning(deliveries.c.seq)).scalar_one()
        self.connection.execute(update(packets).where(packets.c.manifest == manifest).values(changed=place))

    def relay(self, act: Act) -> None:
        """Keep an act for the other hub (see ``tables.relays``)."""
        row = {
            "event": act.id,
            "meeting": act.event.meeting,
            "recorder": act.event.recorder,
            "device": act.event.device,
            "recorded": self.now,
            "envelope": keep(act.envelope),
        }
        self.rows.put_off(tables.relays, row)

    def is_relayed(self, event: EventId) -> bool:
        """Whether it waits for the other hub, or did."""
        relays = tables.relays.c
        row = self.connection.execute(select(relays.seq).where(relays.event == event)).first()
        return row is not None

    def audit(self, kind: Audit, act: Act, subject: str) -> None:
        """Write an audit row about an act."""
        event = act.event
        record(
            self.connection,
            self.now,
            kind,
            person=event.person,
            device=event.device,
            meeting=event.meeting,
            subject=subject,
        )

    def need_reader(self, who: Actor, meeting: MeetingId) -> None:
        """Raises ``SohopError(PACKET_UNKNOWN)`` unless this person has to do with that meeting."""
        if who.desk:
            query = select(tables.packets.c.manifest).where(tables.packets.c.meeting == meeting).limit(1)
        else:
            query = select(tables.readers.c.person).where(
                tables.readers.c.meeting == meeting, tables.readers.c.person == who.person
            )
        if self.connection.execute(query).first() is None:
            raise SohopError(Code.PACKET_UNKNOWN)

    def tree(self, motion: MotionId) -> Tree:
        """The motion's log as it stands in this transaction."""
        tree = self.trees.get(motion)
        if tree is None:
            leaves = self.rows.connection.execute(_LEAVES, {"motion": motion})
            tree = self.trees[motion] = Tree(leaf_hash(leaf) for leaf in leaves.scalars())
        return tree
