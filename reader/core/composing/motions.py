"""What a motion still lacks before it can be submitted, and what another kind makes of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from msgspec.structs import replace

from reader.core.composing.tables import MotionTable, in_zone
from reader.core.rulebook import rulebook
from sync.model.rules import Form, MotionKind, Rule, Timing


class Lack(StrEnum):
    """What keeps a motion from being submitted."""

    RULE = "rule"
    """No rule of that kind is known here."""
    TITLE = "title"
    QUESTION = "question"
    CHOICES = "choices"
    """Fewer than two, or the same twice."""
    SEATS = "seats"
    """More than there are choices."""
    TIMING = "timing"
    SECRECY = "secrecy"
    UNTIL = "until"
    """Ballots are taken up to a time that is not said."""
    ORDER = "order"
    """It ends before it begins."""


@cache
def rules() -> Mapping[MotionKind, Rule]:
    """The rules that come with the program, read once."""
    return rulebook()


def lacks(motion: MotionTable, rule: Rule | None) -> tuple[Lack, ...]:
    """Everything at once, in the order of the screen."""
    if rule is None:
        return (Lack.RULE,)
    choices = motion.choices or rule.choices
    timing = motion.timing or rule.timings[0]
    ends = in_zone(motion.until) if motion.until is not None else None
    told = (
        (not motion.title.strip(), Lack.TITLE),
        (not motion.question.strip(), Lack.QUESTION),
        (len(choices) < 2 or len(set(choices)) < len(choices), Lack.CHOICES),
        (motion.max_choices > max(1, len(choices)), Lack.SEATS),
        (timing not in rule.timings, Lack.TIMING),
        (timing is Timing.SEALED_UNTIL and ends is None, Lack.UNTIL),
        (ends is not None and motion.opens is not None and ends <= in_zone(motion.opens), Lack.ORDER),
        (motion.secrecy not in rule.secrecies, Lack.SECRECY),
    )
    return tuple(lack for applies, lack in told if applies)


def of_kind(motion: MotionTable, rule: Rule) -> MotionTable:
    """The same question by another rule: what that one does not allow becomes what it proposes first."""
    timing = motion.timing if motion.timing in rule.timings else rule.timings[0]
    sealed = timing is Timing.SEALED_UNTIL
    return replace(
        motion,
        kind=rule.kind,
        choices=(),
        max_choices=motion.max_choices if rule.form is Form.EACH else 1,
        timing=timing,
        until=motion.until if sealed else None,
        grace_minutes=motion.grace_minutes if sealed else 0,
        secrecy=motion.secrecy if motion.secrecy in rule.secrecies else rule.secrecies[0],
    )
