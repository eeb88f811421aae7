"""What came of a reply, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sync.errors import Code
from sync.model.ids import EventId, MeetingId, MotionId


@dataclass
class Applied:
    """What a reply changed."""

    more: bool = False
    """Ask again at once: the reply was cut, and what came of it brought us forward."""
    sent: list[EventId] = field(default_factory=list)
    """Own acts that a hub has now."""
    passed: list[EventId] = field(default_factory=list)
    """Of ``sent``: a hub has these that does not record them; they go on waiting for the one that does."""
    received: list[EventId] = field(default_factory=list)
    """Acts of others."""
    told: bool = False
    """Of this person's laptops one was enrolled, or another one is to vote; or acts were taken back."""
    desk: bool = False
    """The desk heard who has voted, of closed motions, or of people."""
    new_versions: list[MeetingId] = field(default_factory=list)
    destroyed: list[tuple[MeetingId, int]] = field(default_factory=list)
    """Versions up to this one were recalled, and are gone from this laptop if they ever were here: the hub is
    owed a ``ReportDestroyed`` for each."""
    erased: list[MeetingId] = field(default_factory=list)
    """Their content is gone: the lease was over by hub-signed time, or this device is revoked."""
    withheld: list[MeetingId] = field(default_factory=list)
    """The hub names a version that it has not handed over."""
    restored: bool = False
    """The hub was restored from a backup, as the root's roster says; own acts that it lost wait again."""
    copied: bool = False
    """The hub knows a later act of this device: this is a copy, or a disk put back."""
    revoked: bool = False
    forgotten: int = 0
    """Places that will not be asked for again: more were refused than are kept."""
    forked: list[MotionId] = field(default_factory=list)
    """The recorder has shown two logs of these motions; the evidence is kept."""
    refused: list[Code] = field(default_factory=list)
    """What the rules did not let in; each is shown as a sentence, none stops the rest."""
