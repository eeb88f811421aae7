"""How old what one sees is: the hub's signed word on what is newest, and on what time it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sync.errors import Code, SohopError
from sync.model.ids import Digest, MeetingId
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import HUB, Freshness, Roster

STALE_AFTER = timedelta(hours=12)
"""From this age on the reader says how old what it shows is. Twelve hours: who fetched a packet in the
evening is told so at eight in the morning; who loses the line in a meeting knows it from the indicator."""


def accept_freshness(envelope: Envelope, roster: Roster, newest: Freshness | None) -> Freshness:
    """A freshness statement is the hub's, speaks of the very roster we have, and never goes back.

    One that speaks of a newer roster means that this roster was kept from us. ``newest`` binds only within
    its epoch: a compromised hub that ran its clock or a version far ahead is healed by a new epoch.

    Raises ``SohopError``: ``BAD_SIGNATURE``, ``OTHER_TENANT``, ``MALFORMED``; ``OLD_EPOCH`` and
    ``OLD_ROSTER`` for another epoch or roster than ours; ``STALE`` for an earlier time; ``OLD_VERSION`` and
    ``OTHER_VERSION`` for a version that went back, or is another manifest than before.
    """
    verify(envelope, Kind.FRESHNESS, roster.tenant, HUB, roster.online_key)
    freshness = decode_payload(envelope.payload, Freshness)
    if freshness.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    if freshness.epoch != roster.epoch:
        raise SohopError(Code.OLD_EPOCH)
    if freshness.roster != roster.number:
        raise SohopError(Code.OLD_ROSTER)
    if len({version.meeting for version in freshness.manifests}) != len(freshness.manifests):
        raise SohopError(Code.MALFORMED)
    if newest is not None and newest.epoch == freshness.epoch:
        _check_forward(freshness, newest)
    return freshness


def withheld(
    freshness: Freshness,
    newest: Mapping[MeetingId, tuple[int, Digest]],
    tombstone: Callable[[MeetingId], int] = lambda meeting: 0,
) -> tuple[MeetingId, ...]:
    """Meetings of which the hub names a version, or a manifest of the same version, that is not here.

    ``newest`` is version and manifest of what is here; ``tombstone`` the version up to which it was recalled.
    Asked after an exchange that was complete: then whatever is named was also handed over, or is kept from
    this laptop (frozen at an old version, or shown parts of two states).
    """
    return tuple(
        named.meeting
        for named in freshness.manifests
        if (here := newest.get(named.meeting)) is None
        or here[0] < named.version
        or (here[0] == named.version and here[1] != named.manifest)
        if named.version > tombstone(named.meeting)
    )


def age(freshness: Freshness, now: datetime) -> timedelta:
    """How old the hub's word is at ``now`` (see ``leases.best_time``); never negative."""
    return max(timedelta(), now - freshness.time)


def _check_forward(freshness: Freshness, newest: Freshness) -> None:
    if freshness.time < newest.time:
        raise SohopError(Code.STALE)
    known = {version.meeting: version for version in newest.manifests}
    for named in freshness.manifests:
        before = known.get(named.meeting)
        if before is None:
            continue
        if named.version < before.version:
            raise SohopError(Code.OLD_VERSION)
        if named.version == before.version and named.manifest != before.manifest:
            raise SohopError(Code.OTHER_VERSION)
