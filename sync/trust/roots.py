"""The office's root key and its successors."""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.ids import TenantId
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import ROOT, NewRoot


def accept_root(envelope: Envelope, tenant: TenantId, number: int, key: bytes) -> NewRoot:
    """A new root is the next number after ``number``, signed by the old ``key`` and by the new one.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | OLD_ROOT | MALFORMED)``; ``MALFORMED`` also for a
    number that leaves one out, or the same key again.
    """
    verify(envelope, Kind.ROOT, tenant, ROOT, key)
    root = decode_payload(envelope.payload, NewRoot)
    if root.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    if root.number <= number:
        raise SohopError(Code.OLD_ROOT)
    if root.root_key == key or root.number != number + 1:
        raise SohopError(Code.MALFORMED)
    verify(envelope, Kind.ROOT, tenant, ROOT, root.root_key)
    return root
