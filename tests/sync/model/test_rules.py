"""Rules as data: the files we ship, and thresholds to the vote."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.motion import Choice, Motion, Window
from sync.model.rules import Base, MotionKind, Secrecy, Threshold, Timing, parse_examples, parse_rule
from sync.model.verdict import result_of_counts

FILES = sorted((Path(__file__).parents[3] / "resources" / "rules").glob("*.toml"))
HALF = Threshold(num=1, den=2)
TWO_THIRDS = Threshold(num=2, den=3, at_least=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_rule_file_reads_and_has_examples(path):
    rule = parse_rule(path.read_bytes())
    assert rule.timings
    assert rule.secrecies
    assert rule.threshold is not None or rule.kind in (MotionKind.POLL, MotionKind.CONFIDENCE_RATING)
    assert parse_examples(path.read_bytes())


EXAMPLES = [
    pytest.param(path, example, id=f"{path.stem}: {example.title}")
    for path in FILES
    for example in parse_examples(path.read_bytes())
]


@pytest.mark.parametrize(("path", "example"), EXAMPLES)
def test_every_example_of_a_rule_file_comes_out_as_it_says(path, example):
    rule = parse_rule(path.read_bytes())
    labels = rule.choices or [chr(ord("A") + n) for n in range(len(example.votes))]
    choices = tuple(Choice(id=f"c{n}", label=label) for n, label in enumerate(labels))
    motion = Motion(
        id="m-1",
        item="i-1",
        title="T",
        question="Q",
        choices=choices,
        max_choices=example.seats,
        rule=rule,
        window=Window(timing=rule.timings[0]),
    )
    cast = example.cast if example.cast is not None else sum(example.votes) + example.invalid
    result = result_of_counts(
        motion,
        total=example.total,
        present=example.total if example.present is None else example.present,
        counts={f"c{n}": votes for n, votes in enumerate(example.votes)},
        invalid=example.invalid,
        late=0,
        not_voted=example.total - cast,
        chair="" if example.chair is None else f"c{example.chair}",
    )
    assert result.carried is example.carried
    assert result.flags == example.flags
    assert result.elected == tuple(f"c{n}" for n in example.elected)
    assert result.tied == tuple(f"c{n}" for n in example.tied)
    assert example.needed in (None, result.needed)
    assert example.quorum in (None, result.quorum)
    assert example.sentence in (None, result.sentence_vi)
    assert result.sentence_en


def test_the_shipped_rules_have_one_file_a_kind_and_allow_what_the_law_allows():
    rules = {rule.kind: rule for rule in (parse_rule(path.read_bytes()) for path in FILES)}
    assert set(rules) == set(MotionKind)
    assert len(rules) == len(FILES)
    assert rules[MotionKind.RESOLUTION].timings == (Timing.STRICT,)
    assert rules[MotionKind.WRITTEN_OPINION].timings == (Timing.SEALED_UNTIL,)
    assert rules[MotionKind.WRITTEN_OPINION].secrecies == (Secrecy.OPEN,)
    assert rules[MotionKind.WRITTEN_OPINION].base is Base.TOTAL
    assert rules[MotionKind.POLL].threshold is None


GOOD = """[rule]
id = "r"
version = 1
kind = "procedural"
title = "T"
title_en = "T"
article = "A"
threshold = { num = 1, den = 2 }
timings = ["strict"]
secrecies = ["open"]
"""


def test_a_rule_needs_no_more_than_this():
    assert parse_rule(GOOD.encode()).threshold == HALF


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('article = "A"', 'article = "A"\nquorum = 3'),
        ("den = 2 }", "den = 2, at_leest = true }"),
        ("[rule]", "[other]\nx = 1\n[rule]"),
        ("[rule]", "[rules]"),
        ('article = "A"\n', ""),
        ("version = 1", 'version = "1"'),
        ("den = 2", "den = 0"),
        ("den = 2", "den = 2.5"),
        ('timings = ["strict"]', "timings = []"),
        ('id = "r"', 'id = "r\\n"'),
        ("[rule]", "[rule"),
    ],
)
def test_a_file_with_anything_unknown_missing_or_wrong_is_refused(was, now):
    assert was in GOOD
    with pytest.raises(ValueError):
        parse_rule(GOOD.replace(was, now).encode())


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(ValueError):
        parse_rule(b"\xff\xfe")


@pytest.mark.parametrize(
    ("threshold", "base", "needed"),
    [
        (HALF, 26, 14),  # an exact half, 13 of 26, is not more than half
        (HALF, 25, 13),
        (HALF, 1, 1),
        (HALF, 0, 1),
        (TWO_THIRDS, 51, 34),
        (TWO_THIRDS, 50, 34),
        (TWO_THIRDS, 52, 35),
        (TWO_THIRDS, 0, 1),  # nobody's silence carries anything
        (Threshold(num=2, den=3), 51, 35),
    ],
)
def test_thresholds_are_exact(threshold, base, needed):
    assert threshold.needed(base) == needed


@given(
    st.builds(Threshold, num=st.integers(1, 20), den=st.integers(1, 20), at_least=st.booleans()),
    st.integers(1, 10**12),
)
def test_needed_is_the_smallest_number_that_meets_the_share(threshold, base):
    def meets(votes):
        share, wanted = Fraction(votes, base), Fraction(threshold.num, threshold.den)
        return share >= wanted if threshold.at_least else share > wanted

    needed = threshold.needed(base)
    assert type(needed) is int
    assert meets(needed)
    assert not meets(needed - 1)
