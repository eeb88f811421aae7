"""Private marks under another note key: written anew, so that all of a person's laptops can read them."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Final

import msgspec

from reader.core.book import Book
from sync.errors import Code, SohopError
from sync.model.annotation import Mark
from sync.model.events import Event, PutSealedMark
from sync.model.ids import EventId, MeetingId

_MOST: Final = 64
"""So many versions one can replace."""
_ANY: Final = EventId("0" * 64)


def seal_anew(book: Book, key: bytes) -> int:
    """Write private marks that stand, and what is offered of deleted ones, sealed with ``key``; gives how
    many. Belongs in one transaction with the change of keys.

    With each go the private versions before it: where the mark stood on other versions of its document. What
    is to be undone names the new ones from then on.
    """
    return sum(_in_meeting(book, meeting, key) for meeting in book.vault.events.meetings())


def may_open(book: Book, key: bytes) -> bool:
    """Whether ``key`` can be the person's: it opens one of the private marks that can't be read here, or
    there is none."""
    closed = False
    for meeting in book.vault.events.meetings():
        for sealed in _sealed(book, meeting).values():
            if book.unseal(sealed) is None:
                if book.unseal(sealed, key) is not None:
                    return True
                closed = True
    return not closed


def _in_meeting(book: Book, meeting: MeetingId, key: bytes) -> int:
    mine = {
        event: mark
        for event, sealed in _sealed(book, meeting).items()
        if (mark := book.unseal(sealed, book.identity.note_key)) is not None
    }
    if not mine:
        return 0
    projection = book.project(meeting)
    heads = [fact.event for fact in (*projection.marks, *projection.late) if fact.event in mine]
    unfit = {mine[event].id for event in _history(heads, mine) if not _fits(book, mine[event], key)}
    heads = [event for event in heads if mine[event].id not in unfit]
    before = _history(heads, mine)
    anew: dict[EventId, EventId] = {}
    for event in TopologicalSorter(before).static_order():
        mark = mine[event]
        replaced = [*(anew.get(one, one) for one in mark.replaces), event]
        while True:
            now, replaced = replaced[:_MOST], replaced[_MOST:]
            version = msgspec.structs.replace(mark, replaces=tuple(now))
            written = book.act(meeting, book.seal_mark(version, key))
            if not replaced:
                break
            replaced.insert(0, written)
        anew[event] = written
        book.vault.undo.follow(event, written)
    return len(heads)


def _fits(book: Book, mark: Mark, key: bytes) -> bool:
    """Whether it can still be sealed when it names one version more. One that can't stays as it is: this
    laptop reads it with the former key, and nothing else is held up by it."""
    try:
        book.seal_mark(msgspec.structs.replace(mark, replaces=(_ANY, *mark.replaces[: _MOST - 1])), key)
    except SohopError as error:
        if error.code is not Code.MALFORMED:
            raise
        return False
    return True


def _history(heads: list[EventId], mine: dict[EventId, Mark]) -> dict[EventId, list[EventId]]:
    """Each of these versions, and of those before them, with the ones that it replaced."""
    found: dict[EventId, list[EventId]] = {}
    due = list(heads)
    while due:
        event = due.pop()
        if event not in found:
            found[event] = [one for one in mine[event].replaces if one in mine]
            due += found[event]
    return found


def _sealed(book: Book, meeting: MeetingId) -> dict[EventId, PutSealedMark]:
    """All private marks of this person, whoever sealed them."""
    return {
        known.id: known.event.body
        for known in book.vault.events.of_kinds(meeting, PutSealedMark)
        if isinstance(known.event, Event) and isinstance(known.event.body, PutSealedMark)
    }
