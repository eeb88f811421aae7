"""The tally: roll + attendance + recorded ballots + rule → result, with a sentence that explains itself.

A pure function of the log at close: neither the order of ballots nor a device's clock nor repetition changes
it. ``result_of_counts`` is its second half, for totals without ballots: a closing's, or a count of paper's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sync.model.ids import Digest, PersonId
from sync.model.motion import Motion
from sync.model.people import RollEntry
from sync.model.result import Fate as Fate
from sync.model.result import Result as Result
from sync.model.result import percent as percent
from sync.model.rules import Form
from sync.model.verdict import result_of_counts as result_of_counts


@dataclass(frozen=True)
class Recorded:
    """One ballot as the recorder's log has it. ``late`` is the recorder's judgement by its own clock."""

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
) -> Result:
    """Count. ``digest`` is the motion's digest as opened; the order of ``ballots`` does not matter."""
    entitled = {entry.person for entry in roll}
    here = len(entitled.intersection(present))
    fates: list[Fate] = []
    counts = {choice.id: 0 for choice in motion.choices}
    routes: dict[str, int] = {}
    invalid = late = 0
    voted: set[PersonId] = set()
    chair = ""
    by_person: dict[PersonId, list[Recorded]] = {}
    # The same ballot told twice is one ballot; of two tellings the kinder holds, whatever their order.
    once = {b.id: b for b in sorted(ballots, key=lambda b: (b.late, b.revoked, b.via), reverse=True)}
    for ballot in once.values():
        by_person.setdefault(ballot.person, []).append(ballot)
    for person in sorted(by_person):
        judged, chosen = _judge(by_person[person], digest, person in entitled)
        if chosen is not None:
            voted.add(person)
            routes[chosen.via] = routes.get(chosen.via, 0) + 1
            if is_valid(motion, chosen.choices):
                for choice in chosen.choices:
                    counts[choice] += 1
                if person == motion.chair:
                    chair = chosen.choices[0] if chosen.choices else ""
            else:
                invalid += 1
                judged = [
                    Fate(f.ballot, f.person, False, "invalid") if f.ballot == chosen.id else f for f in judged
                ]
        late += any(fate.reason == "late" for fate in judged) and chosen is None
        fates += judged
    return result_of_counts(
        motion,
        total=len(entitled),
        present=here,
        counts=counts,
        invalid=invalid,
        late=late,
        not_voted=len(entitled) - len(voted),
        chair=chair,
        fates=tuple(fates),
        routes=routes,
    )


def is_valid(motion: Motion, choices: Sequence[str]) -> bool:
    """Whether these choices make a valid ballot: known, none twice, not more than ``max_choices``, at least
    one; of candidates one may want none."""
    known = {choice.id for choice in motion.choices}
    least = 0 if motion.rule.form is Form.EACH else 1
    return (
        least <= len(choices) <= motion.max_choices
        and len(set(choices)) == len(choices)
        and known >= set(choices)
    )


def _judge(ballots: Sequence[Recorded], digest: Digest, entitled: bool) -> tuple[list[Fate], Recorded | None]:
    """The fate of one person's ballots, and the one that counts."""
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
