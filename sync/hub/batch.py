"""What effects work with: one transaction, its moment, and the few ways in which they change the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, insert, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.actors import Actor
from sync.hub.packets import Packets, PacketView
from sync.hub.stored import keep, record
from sync.hub.tables import To
from sync.hub.tree import Tree
from sync.model.events import Event
from sync.model.ids import Digest, EventId, MeetingId, MotionId, PersonId, TenantId
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.log import leaf_hash
from sync.wire.statements import HUB


@dataclass(frozen=True)
class Recorder:
    """The hub's identity: for which office it records, and the key it signs with."""

    tenant: TenantId
    key: Ed25519PrivateKey

    def seal(self, kind: Kind, payload: bytes) -> Envelope:
        """An envelope of the hub's."""
        return seal(kind, self.tenant, payload, HUB, self.key)


@dataclass(frozen=True)
class Act:
    """An event whose signature fits. ``packet`` is the one a submission names; ``flaw`` what is wrong with
    it. Both are found out before the writer's turn."""

    envelope: Envelope
    event: Event
    packet: PacketView | None = None
    flaw: Code | None = None

    @property
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
    """One transaction of the writer. ``touched`` are motions whose log needs a new signed head."""

    connection: Connection
    now: int
    recorder: Recorder
    packets: Packets
    trees: dict[MotionId, Tree]
    touched: set[MotionId] = field(default_factory=set)

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
        self.connection.execute(
            insert(tables.events).values(
                id=event,
                kind=kind,
                meeting=meeting,
                motion=motion,
                person=person,
                device=device,
                recorded=self.now,
                envelope=keep(envelope),
            )
        )

    def deliver(self, event: EventId, meeting: MeetingId, to: To, person: PersonId | None = None) -> None:
        """Put a stored event into the hub's order for these."""
        self._place(event=event, meeting=meeting, audience=to, person=person)

    def deliver_each(
        self, events: Sequence[EventId], meeting: MeetingId, persons: Sequence[PersonId]
    ) -> None:
        """Put stored events into the hub's order for each of these persons."""
        rows = [
            {"event": event, "meeting": meeting, "audience": To.PERSON, "person": person}
            for event in events
            for person in persons
        ]
        if rows:
            self.connection.execute(insert(tables.deliveries), rows)

    def deliver_packet(self, manifest: Digest, meeting: MeetingId, to: To) -> None:
        """Put a packet, as it is from now on, into the hub's order for these."""
        place = self._place(packet=manifest, meeting=meeting, audience=to)
        packets = tables.packets
        self.connection.execute(update(packets).where(packets.c.manifest == manifest).values(changed=place))

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
            ballots = tables.ballots.c
            leaves = self.connection.execute(
                select(ballots.leaf).where(ballots.motion == motion).order_by(ballots.place)
            )
            tree = self.trees[motion] = Tree(leaf_hash(leaf) for leaf in leaves.scalars())
        return tree

    def _place(self, **values: object) -> int:
        done = self.connection.execute(
            insert(tables.deliveries).values(**values).returning(tables.deliveries.c.seq)
        )
        return int(done.scalar_one())
