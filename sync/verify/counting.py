"""Which ballot counts, and what a motion comes to: whole numbers only."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass, field

from sync.verify.motion import Motion

REASONS = (
    *("", "replaced", "late", "not_on_roll", "invalid"),
    *("wrong_motion", "equivocation", "revoked", "by_hand"),
)


@dataclass(frozen=True)
class Ballot:
    """One ballot of the log. ``revoked`` is the recorder's word, ``late`` follows from its clock and log."""

    id: str
    person: str
    digest: str
    choices: tuple[str, ...]
    number: int
    late: bool = False
    revoked: bool = False
    via: str = "hub"


@dataclass(frozen=True)
class Votes:
    """Votes by hand or on paper. By name they are one, with one vote for each choice."""

    means: str
    named: bool
    persons: tuple[str, ...]
    returned: int
    invalid: int
    counts: tuple[tuple[str, int], ...]


@dataclass
class Count:
    """What became of the ballots, and the figures that follow."""

    fates: dict[str, str] = field(default_factory=dict)
    """Reason by ballot, empty for those that count."""
    votes: dict[str, int] = field(default_factory=dict)
    invalid: int = 0
    late: int = 0
    voted: int = 0
    """Persons, by a ballot or an entry."""
    entered: int = 0
    entered_invalid: int = 0
    chair: str = ""
    routes: dict[str, int] = field(default_factory=dict)

    def came(self, via: str, persons: int) -> None:
        """So many have voted in this way."""
        self.voted += persons
        if persons > 0:
            self.routes[via] = self.routes.get(via, 0) + persons


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
    entered: int = 0
    entered_invalid: int = 0
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


def count(
    motion: Motion,
    digest: str,
    roll: Collection[str],
    ballots: Iterable[Ballot],
    entries: Iterable[Votes] = (),
    admitted: Container[str] = (),
) -> Count:
    """Judge every ballot of a log, and add what was entered. Late ballots that were ``admitted`` are not."""
    found = Count(votes=dict.fromkeys(motion.labels, 0))
    by_hand: set[str] = set()
    for entry in entries:
        by_hand.update(entry.persons)
        _add(found, motion, entry)
    of_person: dict[str, list[Ballot]] = {}
    for ballot in ballots:
        of_person.setdefault(ballot.person, []).append(ballot)
    for person, theirs in of_person.items():
        left = []
        for one in theirs:
            aside = _aside(one, digest, person in roll, one.id in admitted, person in by_hand)
            if aside:
                found.fates[one.id] = aside
            else:
                left.append(one)
        chosen = _choose(found, left)
        if chosen is None:
            late = any(found.fates[one.id] == "late" for one in theirs)
            found.late += late and person not in by_hand
            continue
        found.came(chosen.via, 1)
        if not motion.valid(chosen.choices):
            found.fates[chosen.id] = "invalid"
            found.invalid += 1
            continue
        for choice in chosen.choices:
            found.votes[choice] += 1
        if person == motion.chair:
            found.chair = next(iter(chosen.choices), "")
    return found


def _add(found: Count, motion: Motion, entry: Votes) -> None:
    found.entered += entry.returned
    found.entered_invalid += entry.invalid
    found.invalid += entry.invalid
    found.came(entry.means, entry.returned)
    for choice, votes in entry.counts:
        found.votes[choice] += votes
    if entry.named and entry.persons == (motion.chair,):
        found.chair = entry.counts[0][0] if entry.counts else ""


def _aside(ballot: Ballot, digest: str, entitled: bool, admitted: bool, by_hand: bool) -> str:
    """Why this one is not looked at any further, or nothing."""
    if not entitled:
        return "not_on_roll"
    if ballot.revoked:
        return "revoked"
    if ballot.digest != digest:
        return "wrong_motion"
    if ballot.late and not admitted:
        return "late"
    return "by_hand" if by_hand else ""


def _choose(found: Count, left: Sequence[Ballot]) -> Ballot | None:
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
    entered: int,
    entered_invalid: int,
    chair: str,
) -> Result:
    """The rule's arithmetic."""
    cast = total - not_voted
    result = Result(total, present, cast, invalid, late, not_voted, votes, entered, entered_invalid)
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
