"""The tally: roll + attendance + ballots + entries by hand and on paper + rule → result, with its sentence.

A pure function of the log at close: neither the order of ballots nor a device's clock nor repetition changes
it. ``result_of_counts`` is its second half, for totals without ballots: a closing's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sync.model.counts import EnterVotes, Named, Totals, is_valid, persons_of
from sync.model.ids import Digest, PersonId
from sync.model.motion import Motion
from sync.model.people import RollEntry
from sync.model.result import Fate as Fate
from sync.model.result import Result as Result
from sync.model.result import percent as percent
from sync.model.verdict import result_of_counts as result_of_counts


@dataclass(frozen=True)
class Recorded:
    """One ballot as the recorder's log has it. ``late`` is the recorder's judgement by its own clock and log,
    False where the ballot was admitted."""

    id: Digest
    person: PersonId
    motion_digest: Digest
    choices: tuple[str, ...]
    ballot_seq: int
    late: bool = False
    revoked: bool = False
    via: str = "hub"


def tally(
    motion: Motion,
    digest: Digest,
    roll: Sequence[RollEntry],
    present: Iterable[PersonId],
    ballots: Iterable[Recorded],
    entries: Iterable[EnterVotes] = (),
) -> Result:
    """Count. ``digest`` is the motion's digest as opened; the order of ``ballots`` and of ``entries`` does
    not matter. ``entries`` are those that were confirmed; whoever stands in one counts by it and no ballot.

    Raises ``ValueError`` when somebody stands in two entries: the recorder refuses that.
    """
    entitled = {entry.person for entry in roll}
    count = _Count(motion, counts={choice.id: 0 for choice in motion.choices})
    by_hand: set[PersonId] = set()
    for entry in entries:
        persons = persons_of(entry.votes)
        if not by_hand.isdisjoint(persons):
            raise ValueError("a person counts twice")
        by_hand.update(persons)
        count.enter(entry)
    by_person: dict[PersonId, list[Recorded]] = {}
    # The same ballot told twice is one ballot; of two tellings the kinder holds, whatever their order.
    once = {b.id: b for b in sorted(ballots, key=lambda b: (b.late, b.revoked, b.via), reverse=True)}
    for ballot in once.values():
        by_person.setdefault(ballot.person, []).append(ballot)
    for person in sorted(by_person):
        fates, chosen = judge(by_person[person], digest, person in entitled, by_hand=person in by_hand)
        if chosen is not None and not count.take(person, chosen.choices, chosen.via):
            fates = [Fate(f.ballot, f.person, False, "invalid") if f.counted else f for f in fates]
        count.late += (
            any(fate.reason == "late" for fate in fates) and chosen is None and person not in by_hand
        )
        count.fates += fates
    return result_of_counts(
        motion,
        total=len(entitled),
        present=len(entitled.intersection(present)),
        counts=count.counts,
        invalid=count.invalid + count.entered_invalid,
        late=count.late,
        not_voted=len(entitled) - count.voted,
        chair=count.chair,
        entered=count.entered,
        fates=tuple(count.fates),
        routes=count.routes,
        entered_invalid=count.entered_invalid,
    )


@dataclass
class _Count:
    motion: Motion
    counts: dict[str, int]
    routes: dict[str, int] = field(default_factory=dict)
    fates: list[Fate] = field(default_factory=list)
    voted: int = 0
    invalid: int = 0
    late: int = 0
    entered: int = 0
    entered_invalid: int = 0
    chair: str = ""

    def take(self, person: PersonId, choices: Sequence[str], via: str) -> bool:
        """One person's vote; False when it is not valid."""
        self._came(1, via)
        if not is_valid(self.motion, choices):
            self.invalid += 1
            return False
        for choice in choices:
            self.counts[choice] += 1
        if person == self.motion.chair:
            self.chair = choices[0] if choices else ""
        return True

    def enter(self, entry: EnterVotes) -> None:
        votes, via = entry.votes, entry.means.value
        match votes:
            case Named():
                self.entered += 1
                self.take(votes.person, votes.choices, via)
            case Totals():
                self.entered += votes.returned
                self.entered_invalid += votes.invalid
                self._came(votes.returned, via)
                for choice, number in votes.counts:
                    self.counts[choice] += number

    def _came(self, persons: int, via: str) -> None:
        self.voted += persons
        if persons:
            self.routes[via] = self.routes.get(via, 0) + persons


def judge(
    ballots: Sequence[Recorded], digest: Digest, entitled: bool, by_hand: bool = False
) -> tuple[list[Fate], Recorded | None]:
    """The fate of one person's ballots, and the one that is chosen; it may still be invalid."""
    fates: list[Fate] = []
    usable: list[Recorded] = []
    for ballot in sorted(ballots, key=lambda b: (b.ballot_seq, b.id)):
        reason = (
            "not_on_roll"
            if not entitled
            else "revoked"
            if ballot.revoked
            else "wrong_motion"
            if ballot.motion_digest != digest
            else "late"
            if ballot.late
            else "by_hand"
            if by_hand
            else ""
        )
        if reason:
            fates.append(Fate(ballot.id, ballot.person, False, reason))
        else:
            usable.append(ballot)
    highest = max((ballot.ballot_seq for ballot in usable), default=0)
    last = {ballot.id: ballot for ballot in usable if ballot.ballot_seq == highest}
    chosen = next(iter(last.values())) if len(last) == 1 else None
    for ballot in usable:
        if chosen is not None and ballot.id == chosen.id:
            fates.append(Fate(ballot.id, ballot.person, True))
        else:
            reason = "equivocation" if ballot.ballot_seq == highest else "replaced"
            fates.append(Fate(ballot.id, ballot.person, False, reason))
    return fates, chosen
