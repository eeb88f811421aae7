"""The tally: roll + attendance + recorded ballots + rule → result, with a sentence that explains itself.

A pure function of the log at close. Integers decide; percentages are only shown, of the base, rounded half
up to two places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sync.model.ids import Digest, PersonId
from sync.model.motion import Motion
from sync.model.people import RollEntry
from sync.model.rules import Base, MotionKind


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


@dataclass(frozen=True)
class Fate:
    """What became of one ballot: counted, or why not."""

    ballot: Digest
    person: PersonId
    counted: bool
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """Totals of a motion. ``carried`` is None where the rule gives no verdict (a poll)."""

    total: int
    present: int
    base: int
    needed: int
    carried: bool | None
    counts: Mapping[str, int]
    invalid: int
    late: int
    not_voted: int
    fates: tuple[Fate, ...]
    routes: Mapping[str, int] = field(default_factory=dict)
    sentence_vi: str = ""
    sentence_en: str = ""


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
        fates=tuple(fates),
        routes=routes,
    )


def result_of_counts(
    motion: Motion,
    *,
    total: int,
    present: int,
    counts: Mapping[str, int],
    invalid: int,
    late: int,
    not_voted: int,
    fates: tuple[Fate, ...] = (),
    routes: Mapping[str, int] | None = None,
) -> Result:
    """The verdict and its sentence from totals alone, as the recorder's closing states them."""
    cast = total - not_voted
    base = {Base.TOTAL: total, Base.PRESENT: present, Base.CAST: cast, Base.VALID: cast - invalid}[
        motion.rule.base
    ]
    full = {choice.id: counts.get(choice.id, 0) for choice in motion.choices}
    threshold = motion.rule.threshold
    needed = threshold.needed(base) if threshold else 0
    favour = full[motion.choices[0].id]
    carried = favour >= needed if threshold else None
    vi, en = _sentences(motion, base, needed, favour, carried, full, cast, total)
    return Result(
        total=total,
        present=present,
        base=base,
        needed=needed,
        carried=carried,
        counts=full,
        invalid=invalid,
        late=late,
        not_voted=not_voted,
        fates=fates,
        routes=dict(routes or {}),
        sentence_vi=vi,
        sentence_en=en,
    )


def is_valid(motion: Motion, choices: Sequence[str]) -> bool:
    """Whether these choices make a valid ballot: known, none twice, from one to ``max_choices``."""
    known = {choice.id for choice in motion.choices}
    return (
        1 <= len(choices) <= motion.max_choices
        and len(set(choices)) == len(choices)
        and known >= set(choices)
    )


def percent(part: int, whole: int) -> str:
    """``part`` of ``whole`` in per cent with two places, half up, as ``73.08``; ``0.00`` of nothing."""
    if whole <= 0:
        return "0.00"
    hundredths = (part * 20_000 + whole) // (2 * whole)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


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


_BASE_VI = {
    Base.TOTAL: "tổng số đại biểu",
    Base.PRESENT: "số có mặt",
    Base.CAST: "số phiếu thu về",
    Base.VALID: "số phiếu hợp lệ",
}
_BASE_EN = {
    Base.TOTAL: "all delegates",
    Base.PRESENT: "those present",
    Base.CAST: "ballots cast",
    Base.VALID: "valid ballots",
}


def _sentences(
    motion: Motion,
    base: int,
    needed: int,
    favour: int,
    carried: bool | None,
    counts: Mapping[str, int],
    voted: int,
    total: int,
) -> tuple[str, str]:
    threshold = motion.rule.threshold
    label = motion.choices[0].label
    if threshold is None or carried is None:
        most = max(counts.values(), default=0)
        leading = ", ".join(c.label for c in motion.choices if counts[c.id] == most and most > 0)
        vi = (
            f"{voted}/{total} người trả lời; nhiều nhất: {leading or '–'} ({most}). "
            "Thăm dò, không có kết luận."
        )
        en = f"{voted} of {total} answered; most: {leading or '–'} ({most}). A poll decides nothing."
        return vi, en
    if (threshold.num, threshold.den, threshold.at_least) == (1, 2, False):
        share_vi, share_en = "quá nửa", "more than half of"
    else:
        share_vi = f"{'ít nhất' if threshold.at_least else 'quá'} {threshold.num}/{threshold.den}"
        share_en = f"{'at least' if threshold.at_least else 'more than'} {threshold.num}/{threshold.den} of"
    gap = favour - needed
    verb_vi = "tán thành" if motion.rule.kind is not MotionKind.ELECTION else "đồng ý"
    vi = f"Cần {needed}/{base} phiếu {verb_vi} ({share_vi} {_BASE_VI[motion.rule.base]}); có {favour}; " + (
        f"dư {gap}: thông qua." if carried else f"thiếu {-gap}: không thông qua."
    )
    en = (
        f"Needs {needed} of {base} for “{label}” ({share_en} {_BASE_EN[motion.rule.base]}); has {favour}; "
        + (f"{gap} to spare: carried." if carried else f"{-gap} short: not carried.")
    )
    return vi, en
