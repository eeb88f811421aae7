"""Which ballot counts, and what a motion comes to: whole numbers only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sync.verify.motion import Motion

REASONS = ("", "replaced", "late", "not_on_roll", "invalid", "wrong_motion", "equivocation", "revoked")


@dataclass(frozen=True)
class Ballot:
    """One ballot of the log. ``revoked`` is the recorder's word, ``late`` follows from its clock."""

    id: str
    person: str
    digest: str
    choices: tuple[str, ...]
    number: int
    late: bool = False
    revoked: bool = False
    via: str = "hub"


@dataclass
class Count:
    """What became of the ballots, and the figures that follow."""

    fates: dict[str, str] = field(default_factory=dict)
    """Reason by ballot, empty for those that count."""
    votes: dict[str, int] = field(default_factory=dict)
    invalid: int = 0
    late: int = 0
    voted: set[str] = field(default_factory=set)
    chair: str = ""
    routes: dict[str, int] = field(default_factory=dict)


@dataclass
class Result:
    """What a motion came to."""

    total: int
    present: int
    cast: int
    invalid: int
    late: int
    not_voted: int
    votes: dict[str, int]
    base: int = 0
    needed: int = 0
    carried: bool | None = None
    quorum_needed: int = 0
    quorum: bool | None = None
    tie: bool = False
    chair: str = ""
    elected: list[str] = field(default_factory=list)
    tied: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)


def count(motion: Motion, digest: str, roll: frozenset[str], ballots: Iterable[Ballot]) -> Count:
    """Judge every ballot of a log."""
    found = Count(votes=dict.fromkeys(motion.labels, 0))
    of_person: dict[str, list[Ballot]] = {}
    for ballot in ballots:
        of_person.setdefault(ballot.person, []).append(ballot)
    for person, theirs in of_person.items():
        chosen = _choose(found, digest, person in roll, theirs)
        if chosen is None:
            found.late += any(found.fates[one.id] == "late" for one in theirs)
            continue
        found.voted.add(person)
        found.routes[chosen.via] = found.routes.get(chosen.via, 0) + 1
        if not motion.valid(chosen.choices):
            found.fates[chosen.id] = "invalid"
            found.invalid += 1
            continue
        for choice in chosen.choices:
            found.votes[choice] += 1
        if person == motion.chair:
            found.chair = next(iter(chosen.choices), "")
    return found


def _choose(found: Count, digest: str, entitled: bool, theirs: Sequence[Ballot]) -> Ballot | None:
    left = []
    for one in theirs:
        if not entitled:
            found.fates[one.id] = "not_on_roll"
        elif one.revoked:
            found.fates[one.id] = "revoked"
        elif one.digest != digest:
            found.fates[one.id] = "wrong_motion"
        elif one.late:
            found.fates[one.id] = "late"
        else:
            left.append(one)
    top = max((one.number for one in left), default=0)
    newest = [one for one in left if one.number == top]
    for one in left:
        if one.number < top:
            found.fates[one.id] = "replaced"
        else:
            found.fates[one.id] = "equivocation" if len(newest) > 1 else ""
    return newest[0] if len(newest) == 1 else None


def judge(
    motion: Motion,
    *,
    total: int,
    present: int,
    votes: dict[str, int],
    invalid: int,
    late: int,
    not_voted: int,
    chair: str,
) -> Result:
    """The rule's arithmetic."""
    cast = total - not_voted
    result = Result(total, present, cast, invalid, late, not_voted, votes)
    result.base = {"total": total, "present": present, "cast": cast, "valid": cast - invalid}[motion.base]
    if motion.quorum is not None:
        result.quorum_needed = motion.quorum.needs(total)
        result.quorum = present >= result.quorum_needed
    if motion.threshold is not None:
        result.needed = motion.threshold.needs(result.base)
    numbers = list(votes.values())
    result.tie = motion.tie and numbers[0] == numbers[1] and numbers[0] > 0
    result.chair = chair if result.tie else ""
    if result.quorum is False:
        return result
    if motion.each:
        _seats(motion, result)
    elif motion.threshold is not None:
        first, second = list(votes)[:2]
        if result.tie and chair in (first, second):
            result.carried = chair == first
        else:
            result.carried = numbers[motion.on] >= result.needed
    result.flags = [one.id for one in motion.flags if numbers[one.on] >= one.threshold.needs(result.base)]
    return result


def _seats(motion: Motion, result: Result) -> None:
    """Who is elected, and who is tied on the last seat."""
    votes = result.votes
    able = [one for one in votes if votes[one] >= result.needed]
    able.sort(key=lambda one: votes[one], reverse=True)  # keeps the motion's order among equals
    if len(able) > motion.seats:
        first_out = votes[able[motion.seats]]
        if votes[able[motion.seats - 1]] == first_out:
            result.tied = [one for one in able if votes[one] == first_out]
            result.elected = [one for one in able if votes[one] > first_out]
            return
    result.elected = able[: motion.seats]
