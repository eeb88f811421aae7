"""People and what they may do. Organisation is data: an office renames or merges without a new program."""

from __future__ import annotations

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


class PersonEntry(Struct, frozen=True, kw_only=True):
    """A person of the office as the hub lists them for the desk: whom a packet may name."""

    person: Person
    name: Line
    title: Line = ""
    roles: Annotated[tuple[Role, ...], Meta(max_length=16)] = ()


def names_of(roll: tuple[RollEntry, ...]) -> dict[PersonId, str]:
    """Who is called what on this roll."""
    return {entry.person: entry.name for entry in roll}
