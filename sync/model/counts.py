"""Votes counted by hand and on paper, and late ballots admitted: entered by one person, confirmed by another.

What counts is an entry that another person has confirmed before the motion closed. Nobody counts twice: the
recorder refuses a person who stands in another entry or has a ballot that counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Annotated, Protocol

from msgspec import Meta, Struct

from sync.model.ids import EventRef, Hash, MotionRef, Person, PersonId
from sync.model.motion import Choice
from sync.model.opinion import Reason
from sync.model.people import Role
from sync.model.rules import Form, Rule, Secrecy
from sync.model.text import Line

Votes = Annotated[int, Meta(ge=0, le=5_000)]
ChoiceRef = Annotated[str, Meta(max_length=64)]

ENTERERS = frozenset({Role.CHAIR, Role.SECRETARY, Role.TELLER})
"""Who may enter votes, confirm or withdraw them: always two persons of these."""
ADMITTERS = frozenset({Role.CHAIR, Role.SECRETARY})
"""A late ballot is admitted by two persons of whom one is chair and the other secretary."""


class Means(StrEnum):
    """How votes came that came on no laptop."""

    HAND = "hand"
    PAPER = "paper"


class Named(Struct, frozen=True, kw_only=True, tag="named"):
    """One person's vote: a raised hand, or an open ballot on paper."""

    person: Person
    choices: Annotated[tuple[ChoiceRef, ...], Meta(max_length=200)]


class Totals(Struct, frozen=True, kw_only=True, tag="totals"):
    """Votes of several persons, counted together: a show of hands, or the box of paper ballots.

    ``persons`` are those who were asked or were given a ballot (phát ra); ``returned`` of them voted (thu
    về), of whose ballots ``invalid`` are not valid; ``tellers`` counted.
    """

    persons: Annotated[tuple[Person, ...], Meta(min_length=1, max_length=5_000)]
    returned: Votes
    invalid: Votes = 0
    counts: Annotated[tuple[tuple[ChoiceRef, Votes], ...], Meta(max_length=200)]
    tellers: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()


class EnterVotes(Struct, frozen=True, kw_only=True, tag="votes.enter"):
    """Votes that came by hand or on paper. They count once another person has confirmed them."""

    motion: MotionRef
    motion_digest: Hash
    means: Means
    votes: Named | Totals


class AdmitBallot(Struct, frozen=True, kw_only=True, tag="votes.admit"):
    """A late ballot is to count, for a reason that the minutes show. So it does once it is confirmed."""

    motion: MotionRef
    ballot: Hash
    reason: Annotated[str, Meta(min_length=1, max_length=1_000)]


class ConfirmVotes(Struct, frozen=True, kw_only=True, tag="votes.confirm"):
    """Another person has looked at an entry and found it right."""

    motion: MotionRef
    entry: EventRef


class WithdrawVotes(Struct, frozen=True, kw_only=True, tag="votes.withdraw"):
    """An entry does not count, confirmed or not. It is never confirmed again: it is entered anew."""

    motion: MotionRef
    entry: EventRef
    reason: Reason = ""


class Asked(Protocol):
    """What of a motion decides whether votes can be true."""

    @property
    def choices(self) -> tuple[Choice, ...]: ...
    @property
    def max_choices(self) -> int: ...
    @property
    def rule(self) -> Rule: ...
    @property
    def secrecy(self) -> Secrecy: ...


def persons_of(votes: Named | Totals) -> tuple[PersonId, ...]:
    """Whose votes these are."""
    return (votes.person,) if isinstance(votes, Named) else votes.persons


def fit_together(motion: Asked, entries: Iterable[EnterVotes], roll: Iterable[PersonId]) -> bool:
    """Whether all of these can be true at once: each is sound, and nobody stands in two."""
    several, entitled = list(entries), set(roll)
    persons = [person for entry in several for person in persons_of(entry.votes)]
    return len(set(persons)) == len(persons) and all(is_sound(motion, entry, entitled) for entry in several)


def is_valid(motion: Asked, choices: Sequence[str]) -> bool:
    """Whether these choices make a valid ballot: known, none twice, not more than ``max_choices``, at least
    one; of candidates one may want none."""
    known = {choice.id for choice in motion.choices}
    least = 0 if motion.rule.form is Form.EACH else 1
    return (
        least <= len(choices) <= motion.max_choices
        and len(set(choices)) == len(choices)
        and known >= set(choices)
    )


def is_sound(motion: Asked, entry: EnterVotes, roll: Iterable[PersonId]) -> bool:
    """Whether an entry can be true."""
    return can_be_true(motion, entry.means, entry.votes, roll)


def can_be_true(motion: Asked, means: Means, votes: Named | Totals, roll: Iterable[PersonId]) -> bool:
    """Whether votes can be true: everybody on the roll and once, sums that fit.

    Of a secret motion there are only totals of paper: whoever knows a name has no secret ballot.
    """
    entitled = set(roll)
    persons = persons_of(votes)
    if len(set(persons)) != len(persons) or not entitled >= set(persons):
        return False
    if motion.secrecy is Secrecy.SECRET and (isinstance(votes, Named) or means is not Means.PAPER):
        return False
    if isinstance(votes, Named):
        return is_valid(motion, votes.choices)
    valid = votes.returned - votes.invalid
    given = [number for _, number in votes.counts]
    if not 0 <= valid <= votes.returned <= len(persons):
        return False
    if [choice for choice, _ in votes.counts] != [choice.id for choice in motion.choices]:
        return False
    if motion.max_choices == 1 and motion.rule.form is Form.CHOICE:
        return sum(given) == valid
    least = 0 if motion.rule.form is Form.EACH else valid
    return least <= sum(given) <= valid * motion.max_choices and max(given) <= valid
