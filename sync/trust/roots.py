"""The office's root key and its successors."""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.ids import TenantId
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import ROOT, NewRoot


def accept_root(envelope: Envelope, tenant: TenantId, number: int, key: bytes) -> NewRoot:
    """A new root is the next number after ``number``, signed by the old ``key`` and by the new one.

    A laptop that enrolled after a rotation believes that key as number 1; the statement that made the key
    tells it the true number. It is accepted because the believed key itself has signed it.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | OLD_ROOT | MALFORMED)``; ``MALFORMED`` also for a
    number that leaves one out.
    """
    verify(envelope, Kind.ROOT, tenant, ROOT, key)
    root = decode_payload(envelope.payload, NewRoot)
    if root.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    if root.number <= number:
        raise SohopError(Code.OLD_ROOT)
    if root.root_key == key:
        if number == 1:
            return root
        raise SohopError(Code.MALFORMED)
    if root.number != number + 1:
        raise SohopError(Code.MALFORMED)
    verify(envelope, Kind.ROOT, tenant, ROOT, root.root_key)
    return root
