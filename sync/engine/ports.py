"""What the engine needs of the laptop: its memory, its keys and its clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from sync.model.events import Event
from sync.model.ids import (
    DeviceId,
    Digest,
    DocumentId,
    EventId,
    MeetingId,
    MotionId,
    PersonId,
    TenantId,
)
from sync.model.meeting import AgendaItem, Chunk, Manifest
from sync.model.people import PersonEntry, Role
from sync.model.voting_device import VotingDevice
from sync.trust.directory import Directory
from sync.trust.logs import LogMark
from sync.wire.desk import ClosedMotion, Contact, Reach, Turnout
from sync.wire.envelope import Envelope
from sync.wire.messages import Delivered, LogAsk, Outcome, Packet
from sync.wire.statements import HUB, Freshness, Roster

T = TypeVar("T")


class Run(Protocol):
    """A run of chunks to ask for, in order: missing chunks of one document, or pieces of a patch to it.

    ``base`` is empty for the document's own chunks, else the SHA-256 of the older document that the patch
    begins from; ``first`` numbers the first of ``chunks`` in the document's or the patch's list.
    """

    @property
    def manifest(self) -> Digest: ...
    @property
    def document(self) -> DocumentId: ...
    @property
    def base(self) -> str: ...
    @property
    def first(self) -> int: ...
    @property
    def chunks(self) -> tuple[Chunk, ...]: ...


class OutboxPort(Protocol):
    """Acts on their way up, in the order of the device's chain: to each hub all of it."""

    def pending(self, limit: int, hub: DeviceId = HUB) -> list[Envelope]:
        """What this hub was not given yet; and what it may have the receipt of by now."""

    def earlier(self, rooms: Sequence[DeviceId], limit: int) -> list[Envelope]:
        """Of the acts that the office has settled those that one of these room hubs may lack, the newest
        first."""

    def waiting(self, hub: DeviceId) -> int:
        """How many."""

    def head(self) -> tuple[int, str]: ...
    def settle(self, outcome: Outcome, hub: DeviceId = HUB) -> bool:
        """Keep what a hub says of an own act. It settles the act if the hub records it, or proves that the
        recorder has it; a room hub's other receipts are for the time being. False when nothing changed."""

    def passed_on(self, event: EventId, hub: DeviceId) -> bool:
        """This hub has taken an act along to its recorder; False when that was known."""

    def begin(self, hub: DeviceId, seq: int) -> None:
        """A room hub has this device's chain up to ``seq``, from the office."""

    def offer_again(self, after: int) -> int:
        """After a hub's restoration: acts whose ``seq`` is greater wait again; gives how many.

        Their earlier receipts are kept as evidence.
        """


class RoutePort(Protocol):
    """How far the conversation with one hub has come. Each hub has an order of its own."""

    def epoch(self) -> int: ...
    def begin_epoch(self, epoch: int) -> None:
        """Cursor 0, no state, nothing to ask for again; of the office: nothing known of voting devices."""

    def cursor(self) -> int: ...
    def put_cursor(self, cursor: int) -> None: ...
    def again(self) -> tuple[int, ...]:
        """Places whose content was refused, oldest first; at most ``MAX_AGAIN`` are kept."""

    def put_again(self, again: Sequence[int]) -> None: ...
    def state(self) -> bytes: ...
    def put_state(self, state: bytes) -> None: ...


class TrustPort(Protocol):
    """What this laptop believes so far."""

    def root(self) -> tuple[int, bytes]:
        """Number and public key of the newest root; the enrolment's at first."""

    def put_root(self, envelope: Envelope) -> None: ...
    def roster(self) -> Envelope | None: ...
    def read_roster(self) -> Roster | None: ...
    def put_roster(self, envelope: Envelope) -> None: ...
    def directory(self) -> Directory | None: ...
    def put_cert(self, envelope: Envelope) -> None: ...
    def read_freshness(self) -> Freshness | None: ...
    def put_freshness(self, envelope: Envelope, heard: datetime) -> None:
        """``heard``: this laptop's own clock when it came; the difference is how wrong that clock is."""

    def put_people(self, people: Sequence[PersonEntry]) -> None: ...
    def put_reach(self, reach: Sequence[Reach]) -> None: ...
    def put_voting(self, voting: Sequence[VotingDevice]) -> None: ...


class PacketsPort(Protocol):
    """Versions of packets."""

    def put(self, packet: Packet, manifest: Manifest, items: Sequence[AgendaItem]) -> None: ...
    def newest_version(self, meeting: MeetingId) -> int: ...
    def manifest_of(self, meeting: MeetingId, version: int) -> Digest | None:
        """The published manifest of that version, when it is here."""

    def descriptor(self, name: Digest) -> bytes | None:
        """The exact bytes of an item's descriptor, when some version here has it."""

    def tombstone(self, meeting: MeetingId) -> int:
        """Versions up to this one were recalled; 0 when none."""

    def recall(self, meeting: MeetingId, version: int) -> None:
        """Tombstone and destruction, keys first; the person's own acts stay.

        Belongs in the transaction that keeps the event that said so: files go once that is durable.
        """

    def leases_over(self, time: datetime) -> tuple[MeetingId, ...]:
        """Meetings whose newest lease has ended at ``time`` and whose content is still here."""

    def erase_content(self, meeting: MeetingId) -> None:
        """Destroy content keys and documents; manifest and own acts stay."""

    def put_turnout(self, turnout: Turnout) -> None: ...


class DraftsPort(Protocol):
    """Packets that are being made on this laptop."""

    def forget_all(self) -> None:
        """Destroy them, the keys of their files first; for good. Belongs in a transaction as ``recall``."""


class EventsPort(Protocol):
    """Events and closings delivered from a hub."""

    def add(self, delivered: Delivered, *, by_recorder: bool = True) -> bool:
        """``by_recorder``: whose time of recording holds, whatever another hub has said before."""

    def find(self, event: EventId) -> Event | None:
        """An act that is known here, an own one too; None for any other, and for a closing."""

    def refuse(self, events: Sequence[EventId]) -> bool:
        """The office has refused these, which a room hub may have handed on, or may yet. Own acts stay: their
        receipts settle them. Whether any of them is new."""

    def forget_refused(self) -> None:
        """The office's order begins anew."""


class ClosedPort(Protocol):
    """Closed motions with all their ballots, for the desk."""

    def put(self, closed: ClosedMotion) -> None: ...


class ContactsPort(Protocol):
    """When laptops were last heard of, for the desk."""

    def put(self, contacts: Sequence[Contact], heard: datetime, teller: DeviceId = HUB) -> None:
        """Keep a hub's word. ``heard``: this laptop's own clock when it came."""


class HeadsPort(Protocol):
    """What the recorder has shown of motions' logs."""

    def put(self, event: EventId, mark: LogMark, envelope: Envelope) -> None: ...
    def marks(self, motion: MotionId) -> Sequence[tuple[LogMark, Envelope]]:
        """Of this epoch, the smallest first, with the recorder's signed word."""

    def asks(self, limit: int) -> tuple[LogAsk, ...]:
        """Which proofs are still wanted."""

    def wants(self, ask: LogAsk) -> bool:
        """Whether this proof is."""

    def put_link(self, first: LogMark, second: LogMark, path: Sequence[bytes]) -> None: ...
    def put_fork(self, motion: MotionId, heard: datetime, one: Envelope, other: Envelope) -> bool:
        """Keep the evidence for ever; False when this motion's was known."""


class DownloadsPort(Protocol):
    """Documents that are still coming."""

    def plan(
        self,
        meeting_order: Sequence[MeetingId],
        wanted: DocumentId | None,
        limit: int,
        without: Callable[[Digest, DocumentId], bool],
        *,
        patches: bool = True,
    ) -> Sequence[Run]:
        """What to ask for in one stream, most wanted first: at most ``limit`` bytes, but at least one chunk.

        No document of a manifest for which ``without`` says yes. Without ``patches`` chunks only.

        Takes what is on this laptop already from there first. Empty when nothing is missing.
        """

    def put_chunks(self, run: Run, first: int, chunks: Sequence[bytes]) -> int: ...
    def drop_patch(self, run: Run) -> None:
        """The hub does not stand by a patch it offered: fetch the document by its chunks instead."""


class Memory(Protocol):
    """The laptop's durable memory; every call must happen on its own thread (see ``Runner``)."""

    @property
    def outbox(self) -> OutboxPort: ...
    @property
    def trust(self) -> TrustPort: ...
    @property
    def packets(self) -> PacketsPort: ...
    @property
    def drafts(self) -> DraftsPort: ...
    @property
    def events(self) -> EventsPort: ...
    @property
    def closed(self) -> ClosedPort: ...
    @property
    def contacts(self) -> ContactsPort: ...
    @property
    def heads(self) -> HeadsPort: ...
    @property
    def downloads(self) -> DownloadsPort: ...
    def route(self, hub: DeviceId) -> RoutePort: ...
    def heard_room(self, hub: DeviceId, heard: datetime) -> None:
        """An exchange with a room hub went well, by this laptop's own clock."""

    def transaction(self) -> AbstractContextManager[None]: ...


class OnMemory(Protocol):
    """Runs a function on the thread that owns the memory and gives back its result or error."""

    def __call__(self, work: Callable[[Memory], T]) -> T: ...


@dataclass(frozen=True)
class Who:
    """Who talks: fixed at enrolment."""

    tenant: TenantId
    person: PersonId
    device: DeviceId
    roles: tuple[Role, ...]


Sign = Callable[[bytes], bytes]
"""Signs bytes with the device's key; the key itself stays in the vault's memory."""

Moment = Callable[[], float]
"""A monotonic clock in seconds."""
