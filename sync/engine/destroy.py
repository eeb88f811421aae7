"""What must not stay on this laptop: derived from what is stored, so that a crash only delays it."""

from __future__ import annotations

from dataclasses import dataclass

from sync.engine.ports import Memory, Who
from sync.model.ids import MeetingId


@dataclass(frozen=True)
class Destroyed:
    """What this call has destroyed. For each of ``recalled`` the hub is owed a ``ReportDestroyed``."""

    recalled: tuple[tuple[MeetingId, int], ...] = ()
    erased: tuple[MeetingId, ...] = ()
    """Their lease was over, or this device is revoked."""
    revoked: bool = False
    """The hub has revoked this device."""


def destroy(memory: Memory, who: Who) -> Destroyed:
    """Destroy what a recall, the end of a lease by hub-signed time, or this device's revocation asks for.

    Must not be called inside a transaction: keys go first, and for good. Calling it again finds what an
    earlier call did not finish. Own acts and the hub's receipts for them stay.
    """
    recalled = memory.packets.doomed()
    for meeting, version in recalled:
        memory.packets.recall(meeting, version)
    freshness = memory.trust.read_freshness()
    if freshness is None:
        return Destroyed(recalled)
    revoked = who.device in freshness.revoked
    erased = memory.packets.with_content() if revoked else memory.packets.leases_over(freshness.time)
    for meeting in erased:
        memory.packets.erase_content(meeting)
    return Destroyed(recalled, erased, revoked)
