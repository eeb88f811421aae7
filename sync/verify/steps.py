"""What is checked, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sync.verify.reading import BrokenError


class Step(StrEnum):
    """What was checked; the sentences are in ``saying``."""

    FILE = "file"
    ROOT_GIVEN = "root_given"
    ROOT_OWN = "root_own"
    ROOTS = "roots"
    ROSTER = "roster"
    DEVICES = "devices"
    MANIFEST = "manifest"
    ACTS = "acts"
    SCHEDULE = "schedule"
    ROOM = "room"
    CLOSING = "closing"
    PRESENT = "present"
    ENDED = "ended"
    EARLY = "early"
    LOG = "log"
    LOG_OWN = "log_own"
    BALLOTS = "ballots"
    BALLOTS_OWN = "ballots_own"
    HAND_NAMED = "hand_named"
    PAPER_NAMED = "paper_named"
    HAND_TOTALS = "hand_totals"
    PAPER_TOTALS = "paper_totals"
    ADMITTED = "admitted"
    FATES = "fates"
    FATES_OWN = "fates_own"
    FIGURES = "figures"
    FIGURES_OWN = "figures_own"
    RESULT = "result"
    REVOKED = "revoked"
    """Not a check: what stands on the recorder's word alone."""
    ARCHIVE = "archive"
    LIST = "list"
    COUNTERSIGNED = "countersigned"
    VERSION = "version"
    GAP = "gap"
    """Not a check: a version that is not there."""
    EVENTS = "events"
    MOTION = "motion"
    ANNULLED = "annulled"
    UNRESTRICTED = "unrestricted"
    """Not a check: items with restricted access are left out."""
    LEFT_OUT = "left_out"
    """Not a check: what else is left out."""


@dataclass
class Outcome:
    """What held, in order, and what did not."""

    held: list[tuple[Step, dict[str, object]]] = field(default_factory=list)
    broken: BrokenError | None = None
    sentence_vi: str = ""
    sentence_en: str = ""
