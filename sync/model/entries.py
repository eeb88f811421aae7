"""Votes by hand and on paper as a laptop knows them: a function of a meeting's facts in any order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sync.model.counts import AdmitBallot, ConfirmVotes, EnterVotes, WithdrawVotes
from sync.model.facts import Fact, Standing
from sync.model.ids import EventId, MotionId, PersonId


@dataclass(frozen=True)
class Word:
    """What somebody said to an entry: confirmed it, or withdrew it for a ``reason``. ``refusal`` is the code
    of a refused word, which changes nothing."""

    person: PersonId
    event: EventId
    when: datetime
    standing: Standing
    refusal: str = ""
    reason: str = ""


@dataclass(frozen=True)
class EntryFact:
    """One entry and what became of it."""

    id: EventId
    entry: EnterVotes | AdmitBallot
    person: PersonId
    when: datetime
    standing: Standing
    refusal: str = ""
    confirmed: Word | None = None
    withdrawn: Word | None = None
    refused: tuple[Word, ...] = ()
    """Confirmations that the hub did not take."""

    @property
    def counts(self) -> bool:
        """Two persons vouch for it and nobody has withdrawn it, as far as this laptop knows."""
        return (
            self.standing is not Standing.REFUSED
            and self.withdrawn is None
            and self.confirmed is not None
            and self.confirmed.standing is not Standing.PENDING
        )

    @property
    def waits(self) -> bool:
        """It stands, and a second person is awaited."""
        return self.standing is not Standing.REFUSED and self.withdrawn is None and self.confirmed is None


def entries(facts: Iterable[Fact]) -> dict[MotionId, list[EntryFact]]:
    """All entries by motion, the oldest first. Nobody confirms their own."""
    entered: dict[EventId, tuple[Fact, EnterVotes | AdmitBallot, PersonId]] = {}
    confirmed: dict[EventId, list[Word]] = {}
    withdrawn: dict[EventId, list[Word]] = {}
    for fact in facts:
        event = fact.event
        if event is None:
            continue
        word = Word(event.person, fact.id, fact.recorded or event.at, fact.standing, fact.refusal)
        match event.body:
            case EnterVotes() | AdmitBallot() as entry:
                entered[fact.id] = fact, entry, event.person
            case ConfirmVotes(entry=entry_id):
                confirmed.setdefault(entry_id, []).append(word)
            case WithdrawVotes(entry=entry_id, reason=reason):
                withdrawn.setdefault(entry_id, []).append(replace(word, reason=reason))
            case _:
                pass
    found: dict[MotionId, list[EntryFact]] = {}
    for entry_id, (fact, entry, person) in entered.items():
        words = [word for word in confirmed.get(entry_id, ()) if word.person != person]
        assert fact.event is not None
        found.setdefault(entry.motion, []).append(
            EntryFact(
                id=entry_id,
                entry=entry,
                person=person,
                when=fact.recorded or fact.event.at,
                standing=fact.standing,
                refusal=fact.refusal,
                confirmed=_first(words),
                withdrawn=_first(withdrawn.get(entry_id, ())),
                refused=tuple(word for word in words if word.standing is Standing.REFUSED),
            )
        )
    for several in found.values():
        several.sort(key=lambda one: (one.when, one.id))
    return found


def _first(words: Iterable[Word]) -> Word | None:
    standing = [word for word in words if word.standing is not Standing.REFUSED]
    return min(
        standing, key=lambda word: (word.standing is Standing.PENDING, word.when, word.event), default=None
    )
