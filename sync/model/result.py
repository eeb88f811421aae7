"""What a motion came to: totals, the verdict by its rule, what became of each ballot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sync.model.ids import Digest, PersonId


@dataclass(frozen=True)
class Fate:
    """What became of one ballot: counted, or why not."""

    ballot: Digest
    person: PersonId
    counted: bool
    reason: str = ""


@dataclass(frozen=True)
class Result:
    """Totals of a motion. ``carried`` is None where there is no verdict: a poll, candidates, no quorum."""

    total: int
    present: int
    base: int
    needed: int
    carried: bool | None
    counts: Mapping[str, int]
    invalid: int
    late: int
    not_voted: int
    entered: int = 0
    """Persons whose vote came by hand or on paper,"""
    entered_invalid: int = 0
    """and of these with a ballot that is not valid."""
    fates: tuple[Fate, ...] = ()
    routes: Mapping[str, int] = field(default_factory=dict)
    quorum_needed: int = 0
    quorum: bool | None = None
    """Whether enough were present; None where the rule asks for none."""
    tie: bool = False
    """As many for as against, where the rule has something to say to that."""
    chair: str = ""
    """What the chair chose, where that decided a tie."""
    elected: tuple[str, ...] = ()
    """Candidates with a seat, most votes first."""
    tied: tuple[str, ...] = ()
    """Candidates with enough votes for whom too few seats are left: nobody chooses between them here."""
    flags: tuple[str, ...] = ()
    sentence_vi: str = ""
    sentence_en: str = ""

    @property
    def cast(self) -> int:
        """Ballots that came (thu về), valid or not."""
        return self.total - self.not_voted


def percent(part: int, whole: int) -> str:
    """``part`` of ``whole`` in per cent with two places, half up, as ``73.08``; ``0.00`` of nothing."""
    if whole <= 0:
        return "0.00"
    hundredths = (part * 20_000 + whole) // (2 * whole)
    return f"{hundredths // 100}.{hundredths % 100:02d}"
