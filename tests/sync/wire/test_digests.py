"""What a ballot binds, and what it does not."""

from datetime import timedelta

import msgspec
import pytest
from support.packets import NOON, RULE, PaperOffice

from sync.model.meeting import Manifest
from sync.model.motion import Attached, Late
from sync.model.people import RollEntry
from sync.model.rules import Secrecy, Threshold, Timing
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.digests import motion_digest

OFFICE = PaperOffice()
MOTION = OFFICE.motion(
    timing=Timing.SEALED_UNTIL,
    opens=NOON,
    until=NOON + timedelta(days=2),
    documents=(Attached(id="doc-1", sha256="1" * 64),),
)
MANIFEST = OFFICE.manifest(motions=(MOTION,))
BOUND = motion_digest(MANIFEST, MOTION)


def replaced(value, **fields):
    return msgspec.structs.replace(value, **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"question": MOTION.question + " "},
        {"title": "Khác"},
        {"choices": MOTION.choices[::-1]},
        {"choices": (replaced(MOTION.choices[0], label="Đồng ý"), *MOTION.choices[1:])},
        {"max_choices": 2},
        {"documents": (Attached(id="doc-1", sha256="2" * 64),)},
        {"documents": ()},
        {"rule": replaced(RULE, threshold=Threshold(num=2, den=3))},
        {"rule": replaced(RULE, version=2)},
        {"window": replaced(MOTION.window, until=NOON + timedelta(days=3))},
        {"window": replaced(MOTION.window, grace_s=60)},
        {"window": replaced(MOTION.window, opens=None)},
        {"window": replaced(MOTION.window, late=Late.MAY_BE_ADMITTED)},
        {"secrecy": Secrecy.SECRET},
        {"id": "v-2"},
    ],
)
def test_a_ballot_binds_the_motion(fields):
    assert motion_digest(MANIFEST, replaced(MOTION, **fields)) != BOUND


@pytest.mark.parametrize(
    "fields",
    [
        {"roll": MANIFEST.roll[:-1]},
        {"roll": (*MANIFEST.roll, RollEntry(person="p-new", name="Mới"))},
        {"tenant": "t-2"},
        {"meeting": replaced(MANIFEST.meeting, id="m-2")},
    ],
)
def test_a_ballot_binds_the_roll_the_meeting_and_the_office(fields):
    assert motion_digest(replaced(MANIFEST, **fields), MOTION) != BOUND


def test_an_unrelated_change_of_the_packet_leaves_ballots_valid():
    later = replaced(
        MANIFEST,
        version=2,
        previous="3" * 64,
        change="Sửa Phụ lục",
        items=("4" * 64,),
        readers=(),
        made=NOON + timedelta(days=1),
        meeting=replaced(MANIFEST.meeting, place="Phòng khác"),
    )
    assert motion_digest(later, MOTION) == BOUND


def test_the_digest_survives_the_journey():
    arrived = decode_payload(encode_payload(MANIFEST), Manifest)
    assert motion_digest(arrived, arrived.motions[0]) == BOUND
