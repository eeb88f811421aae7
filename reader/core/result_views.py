"""The result of a motion, and the votes by name behind it, as a screen is handed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.core.count_views import EntryView
from sync.model.ids import PersonId


@dataclass(frozen=True)
class ResultView:
    """The result of a closed motion, as recomputed or as signed by the recorder."""

    total: int
    present: int
    base: int
    needed: int
    carried: bool | None
    counts: tuple[tuple[str, int], ...]
    """(choice id, votes), in the motion's order."""
    invalid: int
    late: int
    not_voted: int
    routes: tuple[tuple[str, int], ...]
    sentence_vi: str
    sentence_en: str
    closed_at: datetime | None = None
    quorum: bool | None = None
    """Whether enough were present; None where the rule asks for none."""
    quorum_needed: int = 0
    elected: tuple[str, ...] = ()
    """Choice ids of candidates with a seat; ``tied`` of those for whom too few are left."""
    tied: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    tie: bool = False
    chair: str = ""
    """What the chair chose, where that decided a ``tie``."""
    present_at_close: int | None = None
    """How many were there when it closed, as the chair's act says."""
    log_mark: str = ""
    """The closed log's root as people compare it by eye."""
    entered: int = 0
    """Of those who voted, by hand or on paper; and of these with a ballot that is not valid."""
    entered_invalid: int = 0


@dataclass(frozen=True)
class NamedBallot:
    """One ballot of a closed open motion, or a vote by hand or on paper by name, for the desk."""

    person: PersonId
    name: str
    choices: tuple[str, ...]
    text: str
    counted: bool
    reason: str
    recorded_at: datetime
    via: str
    entry: EntryView | None = None
    """By which it counts: such a vote, or a late ballot's admission."""
