"""Messages of administration, from the laptop of somebody with the role: ``POST /v1/admin/…``.

==============  ================================  ==================================================
``look``        AdminLook → Overview              people, laptops, codes, storage, backups
``people``      KeepPeople → AdminDone            add, change, leave; all of it or none
``invite``      InvitePeople → Invited            a code for each
``revoke``      RevokeDevice → AdminDone
``draft``       RosterAsk → RosterDraft           what the root would sign
``roster``      PutRoster → AdminDone             what it has signed
``audit``       AuditAsk → AuditPage
``office``      PutOffice → AdminDone             name, term, emblem, for the next roster
``carry``       PutCarried → AdminDone            which meetings a room hub has
==============  ================================  ==================================================

What changes something bears an ``act``, 16 random bytes of the laptop's: the same act again changes nothing
and gets the same answer.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sync.model.emblem import MOST_BYTES
from sync.model.ids import Device, MeetingRef, Person, Tenant
from sync.model.people import PersonEntry, Role
from sync.model.text import Instant, Line, check_moments
from sync.wire.envelope import Envelope

MOST_PEOPLE = 5_000
MOST_INVITED = 500
MOST_ROOMS = 100
MOST_MEETINGS = 1_000
MOST_ROWS = 200
"""Of the audit, on one page."""

Act = Annotated[bytes, Meta(min_length=16, max_length=16)]
Emblem = Annotated[bytes, Meta(max_length=MOST_BYTES)]
Count = Annotated[int, Meta(ge=0, le=2**53)]
Name = Annotated[str, Meta(max_length=64)]


class AdminLook(Struct, frozen=True, kw_only=True):
    """Asks for the overview."""


class DeviceRow(Struct, frozen=True, kw_only=True):
    """One laptop. ``waits``: it holds an office role, and the root has not signed it yet."""

    device: Device
    person: Person
    laptop: Line = ""
    roles: Annotated[tuple[Role, ...], Meta(max_length=16)] = ()
    enrolled: Instant
    seen: Instant | None = None
    """The last contact, to half a day after the hub was started anew."""
    revoked: Instant | None = None
    waits: bool = False
    votes: bool = False
    """Its person has several, and votes on this one."""
    carries: Annotated[tuple[MeetingRef, ...], Meta(max_length=1_000)] = ()
    """The meetings of a room hub."""

    def __post_init__(self) -> None:
        check_moments(self.enrolled, self.seen, self.revoked)


class CodeRow(Struct, frozen=True, kw_only=True):
    """A code that can still be used. The code itself is told once, to whoever issued it."""

    person: Person
    made: Instant
    expires: Instant

    def __post_init__(self) -> None:
        check_moments(self.made, self.expires)


class Storage(Struct, frozen=True, kw_only=True):
    """Bytes on the hub's disk."""

    database: Count
    documents: Count
    free: Count
    total: Count


class BackupRow(Struct, frozen=True, kw_only=True):
    """The newest backup that this hub knows of."""

    taken: Instant
    copies: Count
    folder: Annotated[str, Meta(max_length=4_096)]
    version: Name = ""
    """Of the program that took it."""

    def __post_init__(self) -> None:
        check_moments(self.taken)


class MeetingRow(Struct, frozen=True, kw_only=True):
    """A meeting that a room hub can be given."""

    meeting: MeetingRef
    title: Line
    starts: Instant

    def __post_init__(self) -> None:
        check_moments(self.starts)


class Overview(Struct, frozen=True, kw_only=True):
    """The office as its hub has it."""

    tenant: Tenant
    name: Line
    term: Line = ""
    emblem: Emblem = b""
    time: Instant
    version: Name = ""
    roster: Annotated[int, Meta(ge=1, le=2**31)]
    unsigned: bool = False
    """Name, emblem or laptops are others than those that the root signed, or a room hub has no
    certificate that lasts."""
    mark: Count
    """Which state of the list of people this is."""
    people: Annotated[tuple[PersonEntry, ...], Meta(max_length=20_000)] = ()
    devices: Annotated[tuple[DeviceRow, ...], Meta(max_length=20_000)] = ()
    codes: Annotated[tuple[CodeRow, ...], Meta(max_length=20_000)] = ()
    meetings: Annotated[tuple[MeetingRow, ...], Meta(max_length=MOST_MEETINGS)] = ()
    """Published, and still to be read."""
    storage: Storage
    backup: BackupRow | None = None

    def __post_init__(self) -> None:
        check_moments(self.time)


class KeepPeople(Struct, frozen=True, kw_only=True):
    """Write these as they are here, and let those leave. ``mark``: the state it was planned on."""

    act: Act
    mark: Count
    people: Annotated[tuple[PersonEntry, ...], Meta(max_length=MOST_PEOPLE)] = ()
    leave: Annotated[tuple[Person, ...], Meta(max_length=MOST_PEOPLE)] = ()


class AdminDone(Struct, frozen=True, kw_only=True):
    """It is done, and durable."""


class InvitePeople(Struct, frozen=True, kw_only=True):
    """Codes for these. An earlier code of theirs that was not used is void."""

    act: Act
    people: Annotated[tuple[Person, ...], Meta(min_length=1, max_length=MOST_INVITED)]


class FreshCode(Struct, frozen=True, kw_only=True):
    """One person's code: ``wire.invitation`` makes a link of it."""

    person: Person
    secret: Name
    expires: Instant

    def __post_init__(self) -> None:
        check_moments(self.expires)


class Invited(Struct, frozen=True, kw_only=True):
    """``address`` is what laptops are to call. CA and root key the administrator's laptop knows itself."""

    address: Line
    codes: Annotated[tuple[FreshCode, ...], Meta(max_length=MOST_INVITED)]


class RevokeDevice(Struct, frozen=True, kw_only=True):
    """Trust this laptop no more."""

    act: Act
    device: Device


class RosterAsk(Struct, frozen=True, kw_only=True):
    """Asks what the root would sign now."""


class RosterDraft(Struct, frozen=True, kw_only=True):
    """The bytes of a ``Roster`` that nobody has signed. ``rooms`` of it need a certificate too."""

    payload: Annotated[bytes, Meta(max_length=4 * 1024 * 1024)]
    rooms: Annotated[tuple[Device, ...], Meta(max_length=MOST_ROOMS)] = ()


class RoomCertificate(Struct, frozen=True, array_like=True):
    """A room hub's, by the office's CA, PEM."""

    device: Device
    certificate: Annotated[bytes, Meta(max_length=16_384)]


class PutRoster(Struct, frozen=True, kw_only=True):
    """The same bytes under the root's signature, and what the CA certified with them."""

    roster: Envelope
    rooms: Annotated[tuple[RoomCertificate, ...], Meta(max_length=MOST_ROOMS)] = ()


class AuditAsk(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Rows before ``before`` (0: the newest), newest first. Empty fields filter nothing; ``person`` and
    ``device`` find what was done to them and what they did."""

    before: Count = 0
    kinds: Annotated[tuple[Name, ...], Meta(max_length=64)] = ()
    person: Name = ""
    device: Name = ""
    since: Instant | None = None
    until: Instant | None = None

    def __post_init__(self) -> None:
        check_moments(self.since, self.until)


class AuditRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One row. ``kind`` is an ``audit.Audit``, perhaps of a newer program. ``by`` did it over the line; it is
    empty for what was done on the hub's machine or by the person itself."""

    seq: Count
    at: Instant
    kind: Name
    person: Name = ""
    device: Name = ""
    meeting: Name = ""
    subject: Name = ""
    by_person: Name = ""
    by_device: Name = ""

    def __post_init__(self) -> None:
        check_moments(self.at)


class AuditPage(Struct, frozen=True, kw_only=True):
    """``more``: there are older ones."""

    rows: Annotated[tuple[AuditRow, ...], Meta(max_length=MOST_ROWS)]
    more: bool = False


class PutOffice(Struct, frozen=True, kw_only=True):
    """How the office is called and what it shows. ``emblem`` empty: none; None: as it is."""

    act: Act
    name: Annotated[str, Meta(min_length=1, max_length=200)]
    term: Line = ""
    emblem: Emblem | None = None


class PutCarried(Struct, frozen=True, kw_only=True):
    """The meetings that a room hub carries from now on, instead of those it had."""

    act: Act
    device: Device
    meetings: Annotated[tuple[MeetingRef, ...], Meta(max_length=MOST_MEETINGS)] = ()
