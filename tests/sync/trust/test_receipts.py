"""A receipt proves that the ballot stands in its motion's log, or it proves nothing."""

import msgspec
import pytest
from support.packets import MOTION, PaperOffice, a_key, code_of

from sync.errors import Code
from sync.trust.receipts import check_inclusion, read_receipt
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.statements import HUB

OFFICE = PaperOffice()
ROSTER = OFFICE.roster()
MANIFEST = OFFICE.manifest()
BALLOTS = tuple((member, OFFICE.ballot(member, MANIFEST)) for member in OFFICE.delegates)
LEAVES = OFFICE.leaves(*BALLOTS)
RECEIPT = OFFICE.receipt(BALLOTS[1][1].event_id, LEAVES, 1)


def replaced(value, **fields):
    return msgspec.structs.replace(value, **fields)


def with_log(**fields):
    return replaced(RECEIPT, log=replaced(RECEIPT.log, **fields))


def checked(receipt, motion=MOTION, roster=ROSTER):
    return code_of(lambda: check_inclusion(receipt, motion, roster))


def test_a_good_receipt_gives_its_leaf():
    leaf = check_inclusion(RECEIPT, MOTION, ROSTER)
    assert leaf.ballot == BALLOTS[1][1].digest
    assert leaf.person == OFFICE.minh.person


@pytest.mark.parametrize("index", range(3))
def test_every_ballot_of_the_log_has_one(index):
    assert checked(OFFICE.receipt(BALLOTS[index][1].event_id, LEAVES, index)) is None


def test_an_altered_path_proves_nothing():
    proof = RECEIPT.log.proof
    flipped = (bytes([proof[0][0] ^ 1]) + proof[0][1:], *proof[1:])
    for bad in (flipped, proof[::-1], proof[:-1], (*proof, bytes(32)), ()):
        assert checked(with_log(proof=bad)) is Code.WRONG_DIGEST
    for index in (0, 2, 3, 2**40):
        assert checked(with_log(index=index)) is Code.WRONG_DIGEST


def test_the_head_of_another_motion_proves_nothing():
    assert checked(with_log(head=OFFICE.head(LEAVES, "v-2"))) is Code.WRONG_DIGEST
    assert checked(RECEIPT, motion="v-2") is Code.WRONG_DIGEST


def test_the_head_of_a_log_without_this_ballot_proves_nothing():
    assert checked(with_log(head=OFFICE.head(LEAVES[:1]))) is Code.WRONG_DIGEST
    assert checked(with_log(head=OFFICE.head([]))) is Code.WRONG_DIGEST


def test_somebody_elses_leaf_proves_nothing():
    other = OFFICE.receipt(BALLOTS[0][1].event_id, LEAVES, 0)
    assert checked(replaced(RECEIPT, log=other.log)) is Code.WRONG_DIGEST


def test_a_head_that_the_recorder_did_not_sign_proves_nothing():
    head = RECEIPT.log.head
    forged = seal(Kind.HEAD, OFFICE.tenant, head.payload, HUB, a_key("nobody"))
    assert checked(with_log(head=forged)) is Code.BAD_SIGNATURE
    assert checked(with_log(head=Envelope(Kind.CLOSING, head.payload, head.signatures))) is Code.BAD_SIGNATURE


def test_a_receipt_without_a_log_proves_nothing():
    assert checked(replaced(RECEIPT, log=None)) is Code.MALFORMED
    assert checked(with_log(leaf=b"{")) is Code.MALFORMED


def test_a_receipt_is_of_one_event():
    data = encode_payload(RECEIPT)
    assert read_receipt(data, RECEIPT.event) == RECEIPT
    assert code_of(lambda: read_receipt(data, "0" * 64)) is Code.WRONG_DIGEST
    assert code_of(lambda: read_receipt(data[:-1], RECEIPT.event)) is Code.MALFORMED
    assert code_of(lambda: read_receipt(b"<html>", RECEIPT.event)) is Code.MALFORMED
