"""How long a packet may be read: hidden by the local clock, destroyed only by the hub's signed time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sync.errors import Code, SohopError
from sync.model.meeting import Manifest

SHORTEST_AFTER_END = timedelta(hours=24)
"""A lease never ends before the meeting's end and so much: nobody loses papers in a meeting that overruns."""


def check_lease(manifest: Manifest) -> None:
    """A lease ends ``SHORTEST_AFTER_END`` after the meeting, or later.

    Raises ``SohopError(LEASE_TOO_SHORT)``.
    """
    if manifest.lease < manifest.meeting.ends + SHORTEST_AFTER_END:
        raise SohopError(Code.LEASE_TOO_SHORT)


def lease_over(manifest: Manifest, hub_time: datetime) -> bool:
    """Whether the content must be destroyed. ``hub_time`` is from an accepted freshness statement, nothing
    else: no clock of the laptop's may destroy."""
    return hub_time >= manifest.lease


def hidden(manifest: Manifest, now: datetime) -> bool:
    """Whether the content is not shown at ``now`` (see ``best_time``). Nothing is lost by it."""
    return now >= manifest.lease


def best_time(signed: datetime, heard: datetime, local: datetime) -> datetime:
    """The best guess at the time: the last hub-signed one, and what has passed since by the local clock.

    ``heard`` is what the local clock said when ``signed`` came. A clock that is years wrong makes no
    difference, one that was turned back makes no time pass.
    """
    return signed + max(timedelta(), local - heard)
