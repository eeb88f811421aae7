"""What motions lack."""

from datetime import timedelta

from msgspec.structs import replace
from support.packets import NOON

from reader.core.composing.motions import Lack, lacks, of_kind, rules
from reader.core.composing.tables import MotionTable
from sync.model.rules import MotionKind, Secrecy, Timing

MOTION = MotionTable(id="v", item="i", kind=MotionKind.RESOLUTION, title="Ngân sách", question="Thông qua?")
RULES = rules()


def of(**changes: object) -> tuple[Lack, ...]:
    motion = replace(MOTION, **changes)
    return lacks(motion, RULES.get(motion.kind))


def test_a_motion_by_its_rule_lacks_nothing() -> None:
    assert of() == ()
    assert of(timing=Timing.STRICT, secrecy=Secrecy.SECRET) == ()


def test_everything_that_is_lacking_is_told() -> None:
    assert of(title=" ", question="") == (Lack.TITLE, Lack.QUESTION)
    assert of(choices=("A",)) == (Lack.CHOICES,)
    assert of(choices=("A", "A")) == (Lack.CHOICES,)
    assert of(max_choices=4) == (Lack.SEATS,)
    assert of(timing=Timing.SEALED_UNTIL) == (Lack.TIMING, Lack.UNTIL)
    assert of(kind=MotionKind.ELECTION) == (Lack.CHOICES, Lack.SECRECY)
    assert lacks(MOTION, None) == (Lack.RULE,)
    written = {"kind": MotionKind.WRITTEN_OPINION, "until": NOON}
    assert of(**written) == ()
    assert of(**written, opens=NOON + timedelta(hours=1)) == (Lack.ORDER,)


def test_another_kind_keeps_what_its_rule_allows() -> None:
    written = of_kind(MOTION, RULES[MotionKind.WRITTEN_OPINION])
    assert (written.timing, written.secrecy) == (Timing.SEALED_UNTIL, Secrecy.OPEN)
    election = of_kind(replace(written, until=NOON, grace_minutes=5), RULES[MotionKind.ELECTION])
    assert (election.timing, election.secrecy) == (Timing.STRICT, Secrecy.SECRET)
    assert (election.until, election.grace_minutes) == (None, 0)
    for rule in RULES.values():
        made = replace(of_kind(MOTION, rule), choices=("A", "B", "C"), until=NOON)
        assert set(lacks(made, rule)) <= {Lack.UNTIL}
