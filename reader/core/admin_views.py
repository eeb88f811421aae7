"""What an administrator's screen knows: the hub's overview with everything joined that belongs together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sync.model.ids import DeviceId, PersonId
from sync.model.names import given_name_key
from sync.model.people import OFFICE_ROLES, PersonEntry, Role
from sync.wire.admin import BackupRow, DeviceRow, Overview, Storage

OVERDUE: Final = timedelta(hours=48)
"""So old a backup has to be looked after."""
_SIGNED_ROLES: Final = OFFICE_ROLES | {Role.ADMIN}


@dataclass(frozen=True)
class LaptopRow:
    """One laptop. ``own``: the one that this window runs on."""

    row: DeviceRow
    name: str
    """Whose it is."""
    own: bool

    @property
    def is_room(self) -> bool:
        """It is the hub of a meeting room."""
        return Role.ROOM_HUB in self.row.roles

    @property
    def in_use(self) -> bool:
        """Neither revoked nor waiting for the root."""
        return self.row.revoked is None and not self.row.waits


@dataclass(frozen=True)
class PersonRow:
    """A person with their laptops in use or waiting, and until when a code of theirs is good."""

    entry: PersonEntry
    laptops: tuple[LaptopRow, ...] = ()
    code_until: datetime | None = None

    @property
    def roles_differ(self) -> bool:
        """A laptop has other roles than the person: it has to be enrolled anew."""
        return any(set(one.row.roles) != set(self.entry.roles) for one in self.laptops)


@dataclass(frozen=True)
class OfficeView:
    """The office as its hub has it, people and laptops by given name."""

    overview: Overview
    people: tuple[PersonRow, ...]
    laptops: tuple[LaptopRow, ...]
    names: dict[str, str]
    """Of everybody and of every laptop, by id."""

    @property
    def without_laptop(self) -> tuple[PersonRow, ...]:
        """Who has no laptop yet."""
        return tuple(row for row in self.people if not row.laptops)

    @property
    def waiting(self) -> tuple[LaptopRow, ...]:
        """Laptops that the root has to sign."""
        return tuple(one for one in self.laptops if one.row.waits and one.row.revoked is None)

    @property
    def unsigned(self) -> bool:
        """The root has something to sign."""
        return self.overview.unsigned

    @property
    def storage(self) -> Storage:
        """Room on the hub's disk."""
        return self.overview.storage

    @property
    def backup(self) -> BackupRow | None:
        """The newest backup."""
        return self.overview.backup

    @property
    def backup_overdue(self) -> bool:
        """None within two days, by the hub's clock."""
        backup = self.overview.backup
        return backup is None or self.overview.time - backup.taken > OVERDUE

    def person(self, person: PersonId) -> PersonRow | None:
        """One of them."""
        return next((row for row in self.people if row.entry.person == person), None)

    def laptop(self, device: DeviceId) -> LaptopRow | None:
        """One of them."""
        return next((row for row in self.laptops if row.row.device == device), None)


@dataclass(frozen=True)
class CodeView:
    """A code that was issued in this window: it can be shown and printed until the window is locked."""

    person: PersonId
    name: str
    title: str
    office: str
    emblem: bytes
    address: str
    """What the laptop is to call."""
    code: str
    link: str
    expires: datetime


def needs_root(roles: tuple[Role, ...]) -> bool:
    """Whether a laptop with these roles has to be signed by the root."""
    return bool(_SIGNED_ROLES & set(roles))


def office_view(overview: Overview, own: DeviceId) -> OfficeView:
    """Join what belongs together."""
    names: dict[str, str] = {one.person: one.name for one in overview.people}
    names |= {row.device: row.laptop for row in overview.devices}
    laptops = sorted(
        (LaptopRow(row, names.get(row.person, ""), row.device == own) for row in overview.devices),
        key=lambda one: (one.row.revoked is not None, given_name_key(one.name), one.row.enrolled),
    )
    codes = {code.person: code.expires for code in overview.codes}
    people = (
        PersonRow(
            entry,
            tuple(one for one in laptops if one.row.person == entry.person and one.row.revoked is None),
            codes.get(entry.person),
        )
        for entry in overview.people
    )
    by_name = sorted(people, key=lambda row: given_name_key(row.entry.name))
    return OfficeView(overview, tuple(by_name), tuple(laptops), names)
