"""From totals to a result, by the motion's rule. Integers decide; percentages are only shown."""

from __future__ import annotations

from collections.abc import Mapping

from sync.model.explaining import sentences
from sync.model.motion import Motion
from sync.model.result import Fate, Result
from sync.model.rules import Base, Form, Tie


def result_of_counts(
    motion: Motion,
    *,
    total: int,
    present: int,
    counts: Mapping[str, int],
    invalid: int,
    late: int,
    not_voted: int,
    chair: str = "",
    entered: int = 0,
    entered_invalid: int = 0,
    fates: tuple[Fate, ...] = (),
    routes: Mapping[str, int] | None = None,
) -> Result:
    """The verdict and its sentence from totals alone, as a closing states them.

    ``counts`` by choice id, missing ones are 0; ``not_voted`` of the roll's ``total`` brought no vote; of
    those who did, ``entered`` by hand or on paper; ``invalid`` are all invalid ballots; ``chair`` is the
    chair's choice, empty when unknown.
    """
    rule = motion.rule
    cast = total - not_voted
    bases = {Base.TOTAL: total, Base.PRESENT: present, Base.CAST: cast, Base.VALID: cast - invalid}
    base = bases[rule.base]
    full = {choice.id: counts.get(choice.id, 0) for choice in motion.choices}
    votes = list(full.values())
    needed = rule.threshold.needed(base) if rule.threshold else 0
    quorum_needed = rule.quorum.needed(total) if rule.quorum else 0
    quorum = present >= quorum_needed if rule.quorum else None
    tie = rule.tie is Tie.CHAIR and votes[0] == votes[1] > 0
    carried: bool | None = None
    elected: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    if rule.form is Form.EACH:
        if quorum is not False:
            elected, tied = _elected(full, needed, motion.max_choices)
    elif rule.threshold is not None and quorum is not False:
        first = motion.choices[0].id
        carried = chair == first if tie and chair in list(full)[:2] else votes[rule.on] >= needed
    up = tuple(flag.id for flag in rule.flags if votes[flag.on] >= flag.threshold.needed(base))
    result = Result(
        total=total,
        present=present,
        base=base,
        needed=needed,
        carried=carried,
        counts=full,
        invalid=invalid,
        late=late,
        not_voted=not_voted,
        entered=entered,
        entered_invalid=entered_invalid,
        fates=fates,
        routes=dict(routes or {}),
        quorum_needed=quorum_needed,
        quorum=quorum,
        tie=tie,
        chair=chair if tie else "",
        elected=elected,
        tied=tied,
        flags=up if quorum is not False else (),
    )
    return sentences(motion, result)


def _elected(votes: Mapping[str, int], needed: int, seats: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who has a seat, and who has as many votes as somebody else with too few seats for both."""
    enough = sorted((one for one in votes if votes[one] >= needed), key=lambda one: -votes[one])
    if len(enough) <= seats or votes[enough[seats - 1]] > votes[enough[seats]]:
        return tuple(enough[:seats]), ()
    last = votes[enough[seats]]
    return tuple(one for one in enough if votes[one] > last), tuple(
        one for one in enough if votes[one] == last
    )
