"""How old what one sees is: the hub's signed word on what is newest."""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import HUB, Freshness, Roster


def accept_freshness(envelope: Envelope, roster: Roster, newest: Freshness | None) -> Freshness:
    """A freshness statement is the hub's, speaks of the very roster we have, and never goes back.

    One that speaks of a newer roster means that this roster was kept from us.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | OLD_ROSTER | OLD_VERSION | STALE | MALFORMED)``.
    """
    verify(envelope, Kind.FRESHNESS, roster.tenant, HUB, roster.online_key)
    freshness = decode_payload(envelope.payload, Freshness)
    if freshness.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    if freshness.roster != roster.number:
        raise SohopError(Code.OLD_ROSTER)
    if newest is None:
        return freshness
    if freshness.time < newest.time:
        raise SohopError(Code.STALE)
    known = {version.meeting: version.version for version in newest.manifests}
    if any(version.version < known.get(version.meeting, 0) for version in freshness.manifests):
        raise SohopError(Code.OLD_VERSION)
    return freshness
