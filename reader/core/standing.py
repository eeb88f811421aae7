"""How far this laptop can be believed: how old its news is, what is kept from it, whether it still counts."""

from __future__ import annotations

from datetime import datetime

from reader.core.book import Book
from reader.core.line_views import DeviceState
from reader.store.packets import StoredPacket
from sync.errors import Code
from sync.model.ids import MeetingId
from sync.trust.freshness import STALE_AFTER, age
from sync.trust.leases import hidden

_COPIED = "device/copied"


def stale(book: Book) -> datetime | None:
    """When the hub last signed what is newest, if that is long ago; None while it is fresh, or never came."""
    freshness = book.vault.trust.read_freshness()
    if freshness is None or age(freshness, book.now()) < STALE_AFTER:
        return None
    return freshness.time


def withheld(book: Book) -> frozenset[MeetingId]:
    """Meetings of which the hub has signed that there is a newer version than the one here."""
    freshness = book.vault.trust.read_freshness()
    if freshness is None:
        return frozenset()
    packets = book.vault.packets
    return frozenset(
        named.meeting
        for named in freshness.manifests
        if named.version > max(packets.newest_version(named.meeting), packets.tombstone(named.meeting))
    )


def is_revoked(book: Book) -> bool:
    """Whether the hub has signed that this laptop counts no more."""
    freshness = book.vault.trust.read_freshness()
    return freshness is not None and book.identity.device in freshness.revoked


def readable(book: Book, meeting: MeetingId) -> StoredPacket | None:
    """The version that this person may be shown now: the newest here, while its lease runs and the laptop
    counts."""
    stored = book.vault.packets.current(meeting)
    if stored is None or hidden(stored.manifest, book.now()) or is_revoked(book):
        return None
    return stored


def device_state(book: Book) -> DeviceState:
    """Whether the office still takes this laptop's acts: what the hub last said of one decides."""
    if is_revoked(book):
        return DeviceState.REVOKED
    copied = book.vault.settings.get(_COPIED, bool, False)
    if copied or book.vault.outbox.last_code() is Code.DEVICE_COPIED:
        return DeviceState.COPIED
    return DeviceState.FINE


def heard_copied(book: Book, *, copied: bool) -> None:
    """Remember what the last exchange showed: that the hub knows later acts of this device, or takes them."""
    if book.vault.settings.get(_COPIED, bool, False) != copied:
        book.vault.settings.put(_COPIED, copied)
