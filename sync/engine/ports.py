"""What the engine needs of the laptop: its memory, its keys and its clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sync.model.ids import DeviceId, Digest, DocumentId, MeetingId, PersonId, TenantId
from sync.model.meeting import AgendaItem, Chunk, Manifest
from sync.model.people import PersonEntry, Role
from sync.trust.rules import Directory
from sync.wire.envelope import Envelope
from sync.wire.messages import ClosedMotion, Delivered, Outcome, Packet, Turnout
from sync.wire.statements import Freshness, Roster

T = TypeVar("T")


class NextDownload(Protocol):
    """A run of chunks to ask for: ``chunks`` are those still missing of one document, in order."""

    @property
    def manifest(self) -> Digest: ...
    @property
    def document(self) -> DocumentId: ...
    @property
    def first(self) -> int: ...
    @property
    def chunks(self) -> tuple[Chunk, ...]: ...


class OutboxPort(Protocol):
    """Acts on their way up, in the order of the device's chain."""

    def pending(self, limit: int) -> list[Envelope]: ...
    def pending_count(self) -> int: ...
    def settle(self, outcome: Outcome) -> bool: ...


class TrustPort(Protocol):
    """What this laptop believes so far."""

    def read_roster(self) -> Roster | None: ...
    def put_roster(self, envelope: Envelope) -> None: ...
    def directory(self) -> Directory | None: ...
    def put_cert(self, envelope: Envelope) -> None: ...
    def read_freshness(self) -> Freshness | None: ...
    def put_freshness(self, envelope: Envelope) -> None: ...
    def cursor(self) -> int: ...
    def put_cursor(self, cursor: int) -> None: ...
    def state(self) -> bytes: ...
    def put_state(self, state: bytes) -> None: ...
    def put_people(self, people: Sequence[PersonEntry]) -> None: ...


class PacketsPort(Protocol):
    """Versions of packets."""

    def put(self, packet: Packet, manifest: Manifest, items: Sequence[AgendaItem]) -> None: ...
    def newest(self) -> tuple[Digest, ...]: ...
    def newest_version(self, meeting: MeetingId) -> int: ...
    def put_turnout(self, turnout: Turnout) -> None: ...


class EventsPort(Protocol):
    """Events and closings delivered from the hub."""

    def add(self, delivered: Delivered) -> bool: ...


class ClosedPort(Protocol):
    """Closed motions with all their ballots, for the desk."""

    def put(self, closed: ClosedMotion) -> None: ...


class DownloadsPort(Protocol):
    """Documents that are still coming."""

    def next(
        self, meeting_order: Sequence[MeetingId], wanted: DocumentId | None = None
    ) -> NextDownload | None: ...
    def put_chunks(
        self, manifest: Digest, document: DocumentId, first: int, chunks: Sequence[bytes]
    ) -> int: ...


class Memory(Protocol):
    """The laptop's durable memory; every call must happen on its own thread (see ``Runner``)."""

    @property
    def outbox(self) -> OutboxPort: ...
    @property
    def trust(self) -> TrustPort: ...
    @property
    def packets(self) -> PacketsPort: ...
    @property
    def events(self) -> EventsPort: ...
    @property
    def closed(self) -> ClosedPort: ...
    @property
    def downloads(self) -> DownloadsPort: ...
    def transaction(self) -> AbstractContextManager[None]: ...


class OnMemory(Protocol):
    """Runs a function on the thread that owns the memory and gives back its result or error."""

    def __call__(self, work: Callable[[Memory], T]) -> T: ...


@dataclass(frozen=True)
class Who:
    """Who talks: fixed at enrolment."""

    tenant: TenantId
    root_key: bytes
    person: PersonId
    device: DeviceId
    roles: tuple[Role, ...]


Sign = Callable[[bytes], bytes]
"""Signs bytes with the device's key; the key itself stays in the vault's memory."""

Moment = Callable[[], float]
"""A monotonic clock in seconds."""
