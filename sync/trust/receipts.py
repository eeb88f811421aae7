"""Whether a receipt proves that a ballot stands in its motion's log."""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.events import CastBallot, Event
from sync.model.ids import EventId
from sync.trust.acts import accept_head
from sync.trust.recorders import recorder_of
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.log import includes, leaf_hash
from sync.wire.messages import Outcome, Receipt
from sync.wire.statements import Leaf, Roster


def accept_outcome(sent: Envelope | None, outcome: Outcome, roster: Roster) -> Envelope | None:
    """A receipt of an act that was sent; an accepted ballot's proves that it stands in the motion's log.
    Gives the head under which it does, for whoever compares heads.

    Raises ``SohopError(HUB_BROKEN | BAD_SIGNATURE | OTHER_TENANT | WRONG_DIGEST | MALFORMED)``;
    ``NOT_PERMITTED`` for a head of another recorder than the act is for.
    """
    if sent is None:
        raise SohopError(Code.HUB_BROKEN)
    receipt = read_receipt(outcome.receipt, outcome.event)
    event = decode_payload(sent.payload, Event)
    body = event.body
    # One that came after the close is accepted with a code, as evidence, and stands in no log.
    in_log = receipt.code is None or receipt.log is not None
    if isinstance(body, CastBallot) and receipt.accepted and in_log:
        check_inclusion(receipt, body.motion, roster)
        if receipt.log is None or recorder_of(receipt.log.head) != event.recorder:
            raise SohopError(Code.NOT_PERMITTED)  # it stands in a log that it was not cast for
        return receipt.log.head
    return None


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
