"""Of several words on one thing one holds: the same one, whatever way and in whatever order they arrive."""

from __future__ import annotations

from datetime import datetime
from typing import Generic, TypeVar

from sync.model.conduct import OrderSpeakers, PointAgenda, PutAttendance
from sync.model.events import CheckIn, Event
from sync.model.facts import Fact
from sync.model.ids import EventId

Body = PointAgenda | PutAttendance | OrderSpeakers | CheckIn
"""What names when it was said (``at``) and the word that held there (``after``)."""
Said = TypeVar("Said")


class Words(Generic[Said]):
    """All words on one thing.

    A word that another names as known to it has had its time, whatever their clocks say. Of the others those
    that are not presumed come before those that are; then the one said last holds. Of two said in one moment:
    the later one of the same device, else the greater id.
    """

    def __init__(self) -> None:
        self._said: dict[EventId, tuple[tuple[bool, datetime, int, EventId], Said]] = {}
        self._over: set[EventId] = set()

    def hear(self, fact: Fact, event: Event, body: Body, said: Said) -> None:
        """One of them, in any order. ``said`` is given back if it holds."""
        presumed = isinstance(body, PutAttendance) and body.presumed
        self._said[fact.id] = (not presumed, said_at(fact, body), event.seq, fact.id), said
        if body.after:
            self._over.add(EventId(body.after))

    @property
    def holds(self) -> Said | None:
        """The word that holds; None before the first."""
        standing = [rank for name, rank in self._said.items() if name not in self._over]
        return max(standing, key=lambda one: one[0])[1] if standing else None


def said_at(fact: Fact, body: Body) -> datetime:
    """When it was said. Nothing was said after a hub had it: by a clock that ran ahead it was said then."""
    return body.at if fact.recorded is None else min(body.at, fact.recorded)
