"""Events as they arrive: the signature first, then the meaning; what is slow is found out here, in many
threads, before the single writer's turn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub.actors import actor
from sync.hub.batch import Act
from sync.hub.hub import Hub
from sync.hub.packets import Packets
from sync.hub.stored import record
from sync.model.ids import TenantId
from sync.trust.acts import accept_event
from sync.wire.envelope import Envelope
from sync.wire.messages import Retry


def read_events(
    connection: Connection,
    envelopes: Sequence[Envelope],
    tenant: TenantId,
    packets: Packets,
    via: str = "hub",
) -> list[Act | Retry]:
    """What can be handed to the writer, and what nobody's signature vouches for, in the order given. ``via``:
    how they came.

    An event that cannot be believed is never settled under its id: else anybody could spoil another's.
    """
    return [_read(connection, envelope, tenant, packets, via) for envelope in envelopes]


def arrived(hub: Hub, envelopes: Sequence[Envelope], via: str = "hub") -> list[Act | Retry]:
    """The same of what came just now: signatures that do not fit are in the audit."""
    with hub.database.read() as connection:
        read = read_events(connection, envelopes, hub.recorder.tenant, hub.packets, via)
    bad = [
        envelope
        for envelope, each in zip(envelopes, read, strict=True)
        if isinstance(each, Retry) and each.code is Code.BAD_SIGNATURE
    ]
    if bad:
        hub.ledger.change(partial(_note_bad_signatures, bad)).result()
    return read


def _note_bad_signatures(envelopes: Sequence[Envelope], connection: Connection, now: int) -> None:
    """Audit envelopes that a known device sent with a signature that does not fit."""
    for envelope in envelopes:
        signer = envelope.signatures[0].signer if envelope.signatures else None
        record(connection, now, Audit.BAD_SIGNATURE, device=signer, subject=envelope.digest)


def _read(
    connection: Connection, envelope: Envelope, tenant: TenantId, packets: Packets, via: str
) -> Act | Retry:
    try:
        if len(envelope.signatures) != 1:
            raise SohopError(Code.BAD_SIGNATURE)
        cert = actor(connection, envelope.signatures[0].signer).cert
        event = accept_event(envelope, cert, tenant)
    except SohopError as error:
        return Retry(event=envelope.event_id, code=error.code)
    view, flaw = packets.submitted(event)
    return Act(envelope, event, view, flaw, via)
