"""Words that stand in columns of the hub's tables: how things stand, and whom they are for."""

from __future__ import annotations

from enum import StrEnum


class InvitationState(StrEnum):
    """``void``: replaced by a newer code or tried too often."""

    OPEN = "open"
    USED = "used"
    VOID = "void"


class PacketState(StrEnum):
    """Life of one manifest at the hub."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    PUBLISHED = "published"
    RECALLED = "recalled"


class To(StrEnum):
    """Whom a delivery is for. ``meeting`` includes the desk."""

    PERSON = "person"
    DESK = "desk"
    MEETING = "meeting"
    TELLERS = "tellers"
    """The desk and tellers."""
