"""What counts as work, wherever it is counted: what a person did, not what a laptop reports by itself."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.book import Book
from reader.store.events import read_event
from sync.errors import Code
from sync.model.events import REPORTS, Closing, Event
from sync.model.ids import EventId


def is_work(event: Event | Closing) -> bool:
    """Whether a person did it."""
    return isinstance(event, Closing) or not isinstance(event.body, REPORTS)


def count(book: Book, events: Iterable[EventId]) -> int:
    """How many of these a person did; what is not known here is none."""
    known = (book.vault.events.get(event) for event in events)
    return sum(one is not None and is_work(one.event) for one in known)


def unsent(book: Book) -> list[tuple[Event, Code | None]]:
    """This person's acts that wait for their receipt or were refused, in order; a refused one, also one that
    was dismissed, has the reason."""
    acts = ((read_event(envelope), code) for envelope, code in book.vault.outbox.unsent())
    return [(event, code) for event, code in acts if isinstance(event, Event) and is_work(event)]


def has_unsent(book: Book) -> bool:
    """Whether there is any."""
    return book.vault.outbox.has_unsent() and bool(unsent(book))
