"""What the root and the hub say in signed envelopes: rosters, device certificates, freshness, log heads."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sync.model.emblem import MOST_BYTES
from sync.model.ids import Device, DeviceId, Hash, MeetingRef, MotionRef, Person, Tenant
from sync.model.people import Role
from sync.model.text import Instant, Line, check_moments

ROOT = DeviceId("root")
HUB = DeviceId("hub")
"""Signers that are not devices: the office's root key, and the hub's online key."""

Key = Annotated[bytes, Meta(min_length=32, max_length=32)]
"""A raw public key: Ed25519 or X25519."""


class DeviceCert(Struct, frozen=True, kw_only=True):
    """A device of a person. In a roster it is an office device; alone, signed by the online key, a
    delegate's or a guest's."""

    device: Device
    person: Person
    name: Line
    title: Line = ""
    roles: Annotated[tuple[Role, ...], Meta(min_length=1, max_length=16)]
    sign_key: Key
    box_key: Key
    laptop: Line = ""
    """What the laptop calls itself; nobody has checked it."""


class CertStatement(Struct, frozen=True, kw_only=True):
    """The online key's word that this device is this person's (envelope kind ``device``)."""

    tenant: Tenant
    cert: DeviceCert
    issued: Instant


class NewRoot(Struct, frozen=True, kw_only=True):
    """A new root key in place of the last, signed by both (envelope kind ``root``, signer ``root`` twice)."""

    tenant: Tenant
    number: Annotated[int, Meta(ge=2, le=2**31)]
    """The first root is number 1; key and number of the present one are learned at enrolment."""
    root_key: Key
    issued: Instant

    def __post_init__(self) -> None:
        check_moments(self.issued)


class Retired(Struct, frozen=True, kw_only=True):
    """An office device no longer trusted for anything new; the manifests it signed that stay valid."""

    cert: DeviceCert
    manifests: Annotated[tuple[Hash, ...], Meta(max_length=10_000)] = ()


class Roster(Struct, frozen=True, kw_only=True):
    """The root's numbered list of office devices and of the hub's online key."""

    tenant: Tenant
    name: Line
    """The office as people call it: it may change with a merger; ``tenant`` never does."""
    term: Line = ""
    number: Annotated[int, Meta(ge=1, le=2**31)]
    epoch: Annotated[int, Meta(ge=1, le=2**31)] = 1
    """Raised by the root when a hub was restored from a backup: its order of events began anew.
    Rosters are newer by (epoch, number)."""
    issued: Instant
    online_key: Key
    box_key: Key
    """The hub's X25519 key: what goes to it by stick is sealed to this."""
    emblem: Annotated[bytes, Meta(max_length=MOST_BYTES)] = b""
    """A PNG (``model.emblem``), or nothing: like the name, laptops show what the root has signed."""
    office: Annotated[tuple[DeviceCert, ...], Meta(max_length=1_000)] = ()
    retired: Annotated[tuple[Retired, ...], Meta(max_length=1_000)] = ()


class Version(Struct, frozen=True, kw_only=True):
    """The newest published manifest of one meeting."""

    meeting: MeetingRef
    version: Annotated[int, Meta(ge=1, le=2**31)]
    manifest: Hash


class Freshness(Struct, frozen=True, kw_only=True):
    """The hub's word on what is newest, and what time it is. Binds the roster and the newest version of every
    meeting whose lease has not ended at ``time``, as far as this person may read it."""

    tenant: Tenant
    epoch: Annotated[int, Meta(ge=1, le=2**31)] = 1
    time: Instant
    roster: Annotated[int, Meta(ge=1, le=2**31)]
    manifests: Annotated[tuple[Version, ...], Meta(max_length=20_000)] = ()
    revoked: Annotated[tuple[Device, ...], Meta(max_length=20_000)] = ()

    def __post_init__(self) -> None:
        check_moments(self.time)


class Head(Struct, frozen=True, kw_only=True):
    """A signed head of one motion's log (RFC 9162, section 4.10): ``size`` leaves under ``root``."""

    tenant: Tenant
    motion: MotionRef
    size: Annotated[int, Meta(ge=0, le=2**40)]
    root: Hash
    time: Instant

    def __post_init__(self) -> None:
        check_moments(self.time)


class Leaf(Struct, frozen=True, kw_only=True):
    """One leaf of a motion's log: which ballot, from whom, when it arrived here and how."""

    ballot: Hash
    person: Person
    device: Device
    recorded: Instant
    via: Annotated[str, Meta(max_length=16)] = "hub"

    def __post_init__(self) -> None:
        check_moments(self.recorded)
