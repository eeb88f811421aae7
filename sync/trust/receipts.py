"""Whether a receipt proves that a ballot stands in its motion's log."""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.ids import EventId
from sync.trust.acts import accept_head
from sync.wire.codec import decode_payload
from sync.wire.log import includes, leaf_hash
from sync.wire.messages import Receipt
from sync.wire.statements import Leaf, Roster


def read_receipt(data: bytes, event: EventId) -> Receipt:
    """The receipt of this very event. Raises ``SohopError(MALFORMED | WRONG_DIGEST)``."""
    receipt = decode_payload(data, Receipt)
    if receipt.event != event:
        raise SohopError(Code.WRONG_DIGEST)
    return receipt


def check_inclusion(receipt: Receipt, motion: str, roster: Roster) -> Leaf:
    """The leaf that records this ballot under a head signed by the recorder.

    Raises ``SohopError(BAD_SIGNATURE | WRONG_DIGEST | MALFORMED)`` when it does not prove it.
    """
    if receipt.log is None:
        raise SohopError(Code.MALFORMED)
    head = accept_head(receipt.log.head, roster)
    leaf = decode_payload(receipt.log.leaf, Leaf)
    if head.motion != motion or str(leaf.ballot) != str(receipt.event):
        raise SohopError(Code.WRONG_DIGEST)
    if not includes(
        bytes.fromhex(head.root),
        head.size,
        receipt.log.index,
        leaf_hash(receipt.log.leaf),
        receipt.log.proof,
    ):
        raise SohopError(Code.WRONG_DIGEST)
    return leaf
