"""Of several words on one thing one holds: the same one, whatever way and in whatever order they arrive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Generic, TypeVar

from sync.model.conduct import MOST_KNOWN, After, OrderSpeakers, PointAgenda, PutAttendance
from sync.model.events import CheckIn, Event
from sync.model.facts import Fact
from sync.model.ids import DeviceId, EventId

Body = PointAgenda | PutAttendance | OrderSpeakers | CheckIn
"""What names when it was said (``at``) and what was known there (``after``)."""
Said = TypeVar("Said")


@dataclass(frozen=True)
class _Word(Generic[Said]):
    device: DeviceId
    seq: int
    event: EventId
    presumed: bool
    at: datetime
    after: After
    said: Said

    @property
    def rank(self) -> tuple[bool, datetime, EventId]:
        return (not self.presumed, self.at, self.event)

    def knows(self, other: _Word[Said]) -> bool:
        return self.after.get(other.device, 0) >= other.seq

    def ends(self, other: _Word[Said]) -> bool:
        """Of two that claim to have known one another, one tells an untruth: neither ends the other."""
        return self.knows(other) and not other.knows(self)


class Words(Generic[Said]):
    """All words on one thing, or those of them that this person may hear.

    A word ends those before it of its own laptop, and those of others that were known to it, whatever their
    clocks say. It tells these by laptop, not by name: so it also ends those that only a third one links to it
    which this person may not hear. Of the others those that are not presumed come before those that are; then
    the one said last holds; of two said in one moment the greater id.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[DeviceId, bool], _Word[Said]] = {}
        self._named: dict[DeviceId, int] = {}

    def hear(self, fact: Fact, event: Event, body: Body, said: Said) -> None:
        """One of them, in any order. ``said`` is given back if it holds."""
        presumed = isinstance(body, PutAttendance) and body.presumed
        at = said_at(fact, body)
        word = _Word(event.device, event.seq, fact.id, presumed, at, body.after, said)
        last = self._last.get((word.device, presumed))
        if last is None or (last.seq, last.event) < (word.seq, word.event):
            self._last[word.device, presumed] = word
        _add(self._named, body.after)

    @property
    def holds(self) -> Said | None:
        """The word that holds; None before the first."""
        words = list(self._last.values())
        standing = [one for one in words if not any(other.ends(one) for other in words)] or words
        return max(standing, key=lambda one: one.rank).said if standing else None

    @property
    def known(self) -> After:
        """What a word that is said now comes after: above all what was heard, then what that knew."""
        found: After = {}
        for one in self._last.values():
            _add(found, {one.device: one.seq})
        _add(found, self._named)
        return dict(islice(found.items(), MOST_KNOWN))


def said_at(fact: Fact, body: Body) -> datetime:
    """When it was said. Nothing was said after a hub had it: by a clock that ran ahead it was said then."""
    return body.at if fact.recorded is None else min(body.at, fact.recorded)


def _add(known: After, more: After) -> None:
    for device, seq in more.items():
        known[device] = max(seq, known.get(device, 0))
