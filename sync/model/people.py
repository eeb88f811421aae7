"""People and what they may do. Organisation is data: an office renames or merges without a new program."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from sync.model.ids import Person, PersonId
from sync.model.text import Line


class Role(StrEnum):
    """A person can have several."""

    DELEGATE = "delegate"
    SECRETARY = "secretary"
    APPROVER = "approver"
    CHAIR = "chair"
    TELLER = "teller"
    GUEST = "guest"
    ADMIN = "admin"
    ROOM_HUB = "room_hub"
    """No person's: a laptop that is the hub of a meeting room."""


OFFICE_ROLES = frozenset({Role.SECRETARY, Role.APPROVER, Role.CHAIR, Role.TELLER, Role.ROOM_HUB})
"""Roles whose devices stand in the root-signed roster; the hub's online key cannot add one."""

DESK_ROLES = frozenset({Role.SECRETARY, Role.APPROVER, Role.CHAIR})
"""Roles that see packets being prepared, and what delegates send to the secretary."""


class RollEntry(Struct, frozen=True, kw_only=True):
    """One person on the roll: the list of those entitled to vote, part of the approved packet."""

    person: Person
    name: Line
    title: Line = ""


Group = Annotated[str, Meta(min_length=1, max_length=100)]
"""A group of delegates, a committee, a division, as the office calls it."""


class PersonEntry(Struct, frozen=True, kw_only=True):
    """A person of the office as the hub lists them for the desk: whom a packet may name."""

    person: Person
    name: Line
    title: Line = ""
    roles: Annotated[tuple[Role, ...], Meta(max_length=16)] = ()
    groups: Annotated[tuple[Group, ...], Meta(max_length=16)] = ()
    """To which groups and committees of the office the person belongs."""
    code: Annotated[str, Meta(max_length=64)] = ""
    """What the office itself calls this person in its lists; tells people of one name apart."""
    laptop: bool = False
    """A laptop in use is enrolled for this person. Told to the desk only."""


def groups_of(people: Iterable[PersonEntry]) -> dict[str, tuple[PersonId, ...]]:
    """The members of each group, groups by name."""
    found: dict[str, list[PersonId]] = {}
    for one in people:
        for group in one.groups:
            found.setdefault(group, []).append(one.person)
    return {group: tuple(found[group]) for group in sorted(found)}


def names_of(roll: tuple[RollEntry, ...]) -> dict[PersonId, str]:
    """Who is called what on this roll."""
    return {entry.person: entry.name for entry in roll}
