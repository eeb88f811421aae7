"""A laptop's memory without a disk: keeps every promise of ``sync.engine.ports``, and can crash."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sync.engine.ports import RoutePort
from sync.errors import Code, SohopError
from sync.model.events import Event
from sync.model.ids import DeviceId, Digest, EventId, MeetingId, MotionId
from sync.model.meeting import AgendaItem, Manifest
from sync.model.people import PersonEntry
from sync.model.voting_device import VotingDevice
from sync.trust.directory import Directory
from sync.trust.leases import lease_over
from sync.trust.logs import LogMark
from sync.trust.receipts import read_receipt
from sync.wire.codec import decode_payload, digest
from sync.wire.desk import ClosedMotion, Contact, Reach, Turnout
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import MAX_AGAIN, Delivered, LogAsk, Outcome, Packet, Receipt
from sync.wire.statements import HUB, CertStatement, Freshness, NewRoot, Roster


class PowerGoneError(Exception):
    """The power went."""


@dataclass
class _Version:
    """One version of a packet: its manifest and whether its content keys still exist."""

    packet: Packet
    manifest: Manifest
    items: list[AgendaItem]
    content: bool = True


@dataclass
class _Rows:
    """Everything that is stored."""

    root: tuple[int, bytes]
    roster: Envelope | None = None
    certs: dict[DeviceId, Envelope] = field(default_factory=dict)
    freshness: Envelope | None = None
    heard: datetime | None = None
    epoch: int = 0
    cursor: int = 0
    again: tuple[int, ...] = ()
    state: bytes = b""
    people: list[PersonEntry] = field(default_factory=list)
    reach: list[Reach] = field(default_factory=list)
    voting: list[VotingDevice] = field(default_factory=list)
    acts: list[Envelope] = field(default_factory=list)
    receipts: dict[EventId, Receipt] = field(default_factory=dict)
    versions: dict[Digest, _Version] = field(default_factory=dict)
    tombstones: dict[MeetingId, int] = field(default_factory=dict)
    turnout: dict[MotionId, Turnout] = field(default_factory=dict)
    contacts: dict[tuple[DeviceId, str, DeviceId], Contact] = field(default_factory=dict)
    events: dict[EventId, Delivered] = field(default_factory=dict)
    drafts: set[MeetingId] = field(default_factory=set)
    closed: dict[MotionId, ClosedMotion] = field(default_factory=dict)
    marks: dict[EventId, tuple[LogMark, Envelope]] = field(default_factory=dict)
    links: dict[tuple[str, str], tuple[bytes, ...]] = field(default_factory=dict)
    forks: dict[MotionId, tuple[Envelope, Envelope]] = field(default_factory=dict)
    through: dict[DeviceId, int] = field(default_factory=dict)
    relays: dict[tuple[EventId, DeviceId], Receipt | None] = field(default_factory=dict)
    routes: dict[DeviceId, list[object]] = field(default_factory=dict)
    refused: set[EventId] = field(default_factory=set)


class PaperMemory:
    """``power_goes`` in the next transaction, right before its commit."""

    def __init__(self, root_key: bytes, root_number: int = 1) -> None:
        self.rows = _Rows((root_number, root_key))
        self.inside = False
        self.power_goes = False
        self.commits = 0
        self.outbox = _Outbox(self)
        self.trust = _Trust(self)
        self.packets = _Packets(self)
        self.drafts = _Drafts(self)
        self.events = _Events(self)
        self.closed = _Closed(self)
        self.contacts = _Contacts(self)
        self.heads = _Heads(self)

    def route(self, hub: DeviceId) -> RoutePort:
        return self.trust if hub == HUB else _Route(self, hub)

    def heard_room(self, hub: DeviceId, heard: datetime) -> None:
        """Nobody asks when."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        assert not self.inside
        before = copy.deepcopy(self.rows)
        self.inside = True
        try:
            yield
            if self.power_goes:
                raise PowerGoneError
        except BaseException:
            self.rows = before
            raise
        finally:
            self.inside = False
        self.commits += 1


class _Part:
    def __init__(self, memory: PaperMemory) -> None:
        self._memory = memory

    @property
    def _rows(self) -> _Rows:
        return self._memory.rows


class _Outbox(_Part):
    def append(self, envelope: Envelope) -> Envelope:
        assert _act(envelope).seq == len(self._rows.acts) + 1
        self._rows.acts.append(envelope)
        return envelope

    def _waits(self, envelope: Envelope) -> bool:
        return envelope.event_id not in self._rows.receipts

    def pending(self, limit: int, hub: DeviceId = HUB) -> list[Envelope]:
        through = self._rows.through.get(hub, 0)
        mine = [
            act
            for act in self._rows.acts
            if _act(act).seq > through or (self._waits(act) and hub in (HUB, _act(act).recorder))
        ]
        return mine[:limit]

    def earlier(self, rooms: Sequence[DeviceId], limit: int) -> list[Envelope]:
        waiting = self.pending(len(self._rows.acts))
        least = min((self._rows.through.get(room, 0) for room in rooms), default=len(self._rows.acts))
        mine = [act for act in self._rows.acts if _act(act).seq > least and act not in waiting]
        return mine[::-1][:limit]

    def waiting(self, hub: DeviceId) -> int:
        return self.pending_count() if hub == HUB else len(self.pending(len(self._rows.acts), hub))

    def passed_on(self, event: EventId, hub: DeviceId) -> bool:
        self._reach(event, hub)
        known = (event, hub) in self._rows.relays
        self._rows.relays[event, hub] = None
        return not known

    def begin(self, hub: DeviceId, seq: int) -> None:
        self._rows.through[hub] = seq

    def _reach(self, event: EventId, hub: DeviceId) -> str | None:
        for act in self._rows.acts:
            if act.event_id == event:
                self._rows.through[hub] = max(self._rows.through.get(hub, 0), _act(act).seq)
                return _act(act).recorder
        return None

    def pending_count(self) -> int:
        return len([act for act in self._rows.acts if self._waits(act)])

    def head(self) -> tuple[int, str]:
        acts = self._rows.acts
        return (_act(acts[-1]).seq, acts[-1].event_id) if acts else (0, "")

    def settle(self, outcome: Outcome, hub: DeviceId = HUB) -> bool:
        receipt = read_receipt(outcome.receipt, outcome.event)
        recorder = self._reach(outcome.event, hub)
        if recorder is None or outcome.event in self._rows.receipts:
            return False
        if hub not in (HUB, recorder) and receipt.log is None:
            known = (outcome.event, hub) in self._rows.relays
            self._rows.relays[outcome.event, hub] = receipt
            return not known
        self._rows.receipts[outcome.event] = receipt
        return True

    def offer_again(self, after: int) -> int:
        self._rows.through[HUB] = min(self._rows.through.get(HUB, 0), after)
        mine = [act for act in self._rows.acts if _act(act).recorder == ""]
        lost = [act for act in mine if _act(act).seq > after and not self._waits(act)]
        for act in lost:
            del self._rows.receipts[act.event_id]
        return len(lost)


class _Trust(_Part):
    def root(self) -> tuple[int, bytes]:
        return self._rows.root

    def put_root(self, envelope: Envelope) -> None:
        root = decode_payload(envelope.payload, NewRoot)
        self._rows.root = (root.number, root.root_key)

    def roster(self) -> Envelope | None:
        return self._rows.roster

    def read_roster(self) -> Roster | None:
        return None if self._rows.roster is None else decode_payload(self._rows.roster.payload, Roster)

    def put_roster(self, envelope: Envelope) -> None:
        self._rows.roster = envelope

    def directory(self) -> Directory | None:
        roster = self.read_roster()
        if roster is None:
            return None
        certs = (decode_payload(each.payload, CertStatement).cert for each in self._rows.certs.values())
        return Directory(roster, certs)

    def put_cert(self, envelope: Envelope) -> None:
        self._rows.certs[decode_payload(envelope.payload, CertStatement).cert.device] = envelope

    def read_freshness(self) -> Freshness | None:
        kept = self._rows.freshness
        return None if kept is None else decode_payload(kept.payload, Freshness)

    def put_freshness(self, envelope: Envelope, heard: datetime) -> None:
        self._rows.freshness, self._rows.heard = envelope, heard

    def epoch(self) -> int:
        return self._rows.epoch

    def begin_epoch(self, epoch: int) -> None:
        self._rows.epoch, self._rows.cursor, self._rows.state, self._rows.again = epoch, 0, b"", ()
        self._rows.voting = []

    def cursor(self) -> int:
        return self._rows.cursor

    def put_cursor(self, cursor: int) -> None:
        self._rows.cursor = cursor

    def again(self) -> tuple[int, ...]:
        return self._rows.again

    def put_again(self, again: Sequence[int]) -> None:
        assert len(again) <= MAX_AGAIN
        self._rows.again = tuple(again)

    def state(self) -> bytes:
        return self._rows.state

    def put_state(self, state: bytes) -> None:
        self._rows.state = state

    def put_people(self, people: Sequence[PersonEntry]) -> None:
        self._rows.people = list(people)

    def put_reach(self, reach: Sequence[Reach]) -> None:
        self._rows.reach = list(reach)

    def put_voting(self, voting: Sequence[VotingDevice]) -> None:
        self._rows.voting = list(voting)


class _Route(_Part):
    """Epoch, cursor, state, again."""

    def __init__(self, memory: PaperMemory, hub: DeviceId) -> None:
        super().__init__(memory)
        self._hub = hub

    @property
    def _kept(self) -> list[Any]:
        return self._rows.routes.setdefault(self._hub, [0, 0, b"", ()])

    def epoch(self) -> int:
        return int(self._kept[0])

    def begin_epoch(self, epoch: int) -> None:
        self._kept[:] = [epoch, 0, b"", ()]

    def cursor(self) -> int:
        return int(self._kept[1])

    def put_cursor(self, cursor: int) -> None:
        self._kept[1] = cursor

    def again(self) -> tuple[int, ...]:
        return tuple(self._kept[3])

    def put_again(self, again: Sequence[int]) -> None:
        self._kept[3] = tuple(again)

    def state(self) -> bytes:
        return bytes(self._kept[2])

    def put_state(self, state: bytes) -> None:
        self._kept[2] = state


class _Packets(_Part):
    def put(self, packet: Packet, manifest: Manifest, items: Sequence[AgendaItem]) -> None:
        documents = [document.id for item in items for document in item.documents]
        if len(set(documents)) != len(documents):
            raise SohopError(Code.MALFORMED)
        known = self._rows.versions.get(packet.manifest.digest)
        if known is None or packet.published or not known.packet.published:
            self._rows.versions[packet.manifest.digest] = _Version(packet, manifest, list(items))

    def _of(self, meeting: MeetingId) -> list[_Version]:
        """Published versions of a meeting, oldest first."""
        found = [
            each
            for each in self._rows.versions.values()
            if each.manifest.meeting.id == meeting and each.packet.published
        ]
        return sorted(found, key=lambda each: each.manifest.version)

    def current(self, meeting: MeetingId) -> Manifest | None:
        """What is shown."""
        versions = self._of(meeting)
        return versions[-1].manifest if versions else None

    def drafts(self, meeting: MeetingId) -> list[Manifest]:
        return [
            each.manifest
            for each in self._rows.versions.values()
            if each.manifest.meeting.id == meeting and not each.packet.published
        ]

    def newest(self) -> Mapping[MeetingId, tuple[int, Digest]]:
        meetings = {each.manifest.meeting.id for each in self._rows.versions.values()}
        versions = {meeting: self._of(meeting) for meeting in meetings}
        return {
            meeting: (found[-1].manifest.version, found[-1].packet.manifest.digest)
            for meeting, found in versions.items()
            if found
        }

    def newest_version(self, meeting: MeetingId) -> int:
        manifest = self.current(meeting)
        return 0 if manifest is None else manifest.version

    def manifest_of(self, meeting: MeetingId, version: int) -> Digest | None:
        for each in self._of(meeting):
            if each.manifest.version == version:
                return each.packet.manifest.digest
        return None

    def descriptor(self, name: Digest) -> bytes | None:
        here = (data for each in self._rows.versions.values() for data in each.packet.descriptors)
        return next((data for data in here if digest(data) == name), None)

    def tombstone(self, meeting: MeetingId) -> int:
        return self._rows.tombstones.get(meeting, 0)

    def recall(self, meeting: MeetingId, version: int) -> None:
        assert self._memory.inside, "the tombstone belongs in the transaction that keeps the event"
        self._rows.tombstones[meeting] = max(version, self.tombstone(meeting))
        self._rows.versions = {
            name: each
            for name, each in self._rows.versions.items()
            if each.manifest.meeting.id != meeting or each.manifest.version > version
        }

    def leases_over(self, time: datetime) -> tuple[MeetingId, ...]:
        return tuple(
            meeting
            for meeting in self.with_content()
            if (manifest := self.current(meeting)) is not None and lease_over(manifest, time)
        )

    def with_content(self) -> tuple[MeetingId, ...]:
        held = (each for each in self._rows.versions.values() if each.content)
        return tuple(sorted({each.manifest.meeting.id for each in held}))

    def erase_content(self, meeting: MeetingId) -> None:
        for each in self._rows.versions.values():
            if each.manifest.meeting.id == meeting:
                each.content = False

    def put_turnout(self, turnout: Turnout) -> None:
        self._rows.turnout[turnout.motion] = turnout


class _Contacts(_Part):
    def put(self, contacts: Sequence[Contact], heard: datetime, teller: DeviceId = HUB) -> None:
        for one in contacts:
            self._rows.contacts[one.device, one.via, one.room] = one


class _Drafts(_Part):
    def forget_all(self) -> None:
        assert self._memory.inside, "they go in the transaction that keeps the word for it"
        self._rows.drafts = set()


class _Events(_Part):
    def find(self, event: EventId) -> Event | None:
        known = [each.envelope for each in self._rows.events.values()] + self._rows.acts
        found = next((each for each in known if each.event_id == event), None)
        return None if found is None or found.kind is not Kind.EVENT else _act(found)

    def add(self, delivered: Delivered, *, by_recorder: bool = True) -> bool:
        name = delivered.envelope.event_id
        if name in self._rows.events and by_recorder:
            self._rows.events[name] = delivered
        if name in self._rows.events or any(act.event_id == name for act in self._rows.acts):
            return False
        self._rows.events[name] = delivered
        return True

    def refuse(self, events: Sequence[EventId]) -> bool:
        new = set(events) - self._rows.refused
        self._rows.refused |= new
        return bool(new)

    def forget_refused(self) -> None:
        self._rows.refused = set()


class _Heads(_Part):
    def put(self, event: EventId, mark: LogMark, envelope: Envelope) -> None:
        self._rows.marks[event] = (mark, envelope)

    def marks(self, motion: MotionId) -> list[tuple[LogMark, Envelope]]:
        standing = {**self._rows.receipts, **self._rows.events}
        found = [each for event, each in self._rows.marks.items() if event in standing]
        return sorted((each for each in found if each[0].motion == motion), key=lambda each: each[0])

    def asks(self, limit: int) -> tuple[LogAsk, ...]:
        wanted = []
        for motion in sorted({mark.motion for mark, _ in self._rows.marks.values()} - set(self._rows.forks)):
            marks = [mark for mark, _ in self.marks(motion) if mark.size]
            for mark in marks[:-1]:
                if mark.root != marks[-1].root and (mark.root, marks[-1].root) not in self._rows.links:
                    wanted.append(LogAsk(motion=motion, first=mark.size, second=marks[-1].size))
        return tuple(dict.fromkeys(wanted))[:limit]

    def put_link(self, first: LogMark, second: LogMark, path: Sequence[bytes]) -> None:
        self._rows.links[first.root, second.root] = tuple(path)

    def put_fork(self, motion: MotionId, heard: datetime, one: Envelope, other: Envelope) -> bool:
        return self._rows.forks.setdefault(motion, (one, other)) == (one, other)


class _Closed(_Part):
    def put(self, closed: ClosedMotion) -> None:
        self._rows.closed[closed.motion] = closed


def _act(envelope: Envelope) -> Event:
    return decode_payload(envelope.payload, Event)
