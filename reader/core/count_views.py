"""Votes by hand and on paper as the desk's screen is handed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.core.contact_views import HeardView, Way
from sync.model.counts import Means, Named, Totals
from sync.model.ids import Digest, EventId, PersonId


class Source(StrEnum):
    """By what one person on the roll counts."""

    BALLOT = "ballot"
    HAND = "hand"
    PAPER = "paper"
    ADMITTED = "admitted"
    """A late ballot that two persons have admitted."""
    LATE = "late"
    """A late ballot that does not count."""
    NOTHING = "nothing"


COUNTED = (Source.BALLOT, Source.HAND, Source.PAPER, Source.ADMITTED)
"""Who has one of these counts."""


class EntryState(StrEnum):
    """Where an entry stands."""

    WAITING = "waiting"
    """For a second person."""
    COUNTS = "counts"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


@dataclass(frozen=True)
class EntryView:
    """One entry as the desk reads it."""

    id: EventId
    state: EntryState
    means: Means | None
    """None for a late ballot put forward."""
    votes: Named | Totals | None
    persons: tuple[PersonId, ...]
    names: tuple[str, ...]
    reason: str
    """Why a late ballot is to count."""
    author: str
    entered_at: datetime
    sent: bool
    """The hub has it, and what was last said to it."""
    ballot: Digest | None = None
    """The late ballot put forward."""
    confirmer: str = ""
    confirmed_at: datetime | None = None
    refusal: str = ""
    """The code with which the hub refused the entry, or its newest confirmation."""
    withdrawal: str = ""
    """Why it was withdrawn."""
    may_confirm: bool = False
    may_withdraw: bool = False


@dataclass(frozen=True)
class SheetRow:
    """One line of the reconciliation sheet (bảng đối chiếu): a person and their one source."""

    person: PersonId
    name: str
    title: str
    source: Source
    entry: EntryView | None = None
    """What was entered of them, also while it waits for the second person."""
    ballot: Digest | None = None
    """Their late ballot, which could be admitted."""
    recorded: datetime | None = None
    """When their ballot was recorded, a late one too;"""
    via: Way | None = None
    """and how one came that counts."""
    heard: HeardView | None = None
    """For those who have nothing: the last contact with a laptop of theirs."""
    held: str | None = None
    """The room hub that has something of theirs which the office has not got yet."""


@dataclass(frozen=True)
class Reconciliation:
    """Who of the roll counts by what; and all entries, the newest first."""

    rows: tuple[SheetRow, ...] = ()
    entries: tuple[EntryView, ...] = ()
    admits: bool = False
    """The motion's policy lets late ballots be admitted."""
    enters: bool = False
    """This person may enter votes."""

    @property
    def waiting(self) -> int:
        """Entries that a second person has to look at."""
        return sum(entry.state is EntryState.WAITING for entry in self.entries)

    @property
    def votes(self) -> int:
        """Votes that count as things stand: ballots, and what two persons have vouched for. Of those counted
        together whoever returned nothing has none."""
        together = [
            entry.votes
            for entry in self.entries
            if entry.state is EntryState.COUNTS and isinstance(entry.votes, Totals)
        ]
        missing = sum(len(votes.persons) - votes.returned for votes in together)
        return sum(row.source in COUNTED for row in self.rows) - missing

    @property
    def empty(self) -> tuple[SheetRow, ...]:
        """Those who have nothing that counts and stand in no entry: only they can be entered."""
        return tuple(
            row for row in self.rows if row.source in (Source.NOTHING, Source.LATE) and row.entry is None
        )


class RunAct(StrEnum):
    """What the chair does with a motion."""

    OPEN = "open"
    END = "end"
    CLOSE = "close"
    ANNUL = "annul"


@dataclass(frozen=True)
class RunView:
    """What this person last did with a motion, while it waits to be sent or after the hub has refused it."""

    id: EventId
    act: RunAct
    refusal: str = ""
    """A code; empty while it waits."""


@dataclass(frozen=True)
class HandView:
    """What the desk has written down of this person's own vote. ``means`` is None for a late ballot put
    forward; ``state`` is WAITING or COUNTS."""

    state: EntryState
    means: Means | None
    choices: tuple[str, ...]
    author: str
    entered_at: datetime
    confirmer: str = ""

    @property
    def counts(self) -> bool:
        """Two persons vouch for it."""
        return self.state is EntryState.COUNTS
