"""Undoing marks: each act gives the act that takes it back, which gives the one that does it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.core import annotating, library, sharing
from reader.core.book import Book
from reader.core.views import MarkView
from sync.model.annotation import Audience, Mark
from sync.model.ids import MarkId, MeetingId


@dataclass
class Act:
    """One thing that can be undone. Each direction gives the act that undoes it in turn."""

    back: Callable[[Book], Act]


def undo_put(meeting: MeetingId, mark: MarkId) -> Act:
    return Act(lambda book: undo_drop(meeting, annotating.drop(book, meeting, mark)))


def undo_drop(meeting: MeetingId, gone: tuple[Mark, ...]) -> Act:
    def back(book: Book) -> Act:
        made = annotating.restore(book, meeting, gone)
        return undo_put(meeting, made[0]) if made else undo_drop(meeting, ())

    return Act(back)


def undo_change(old: MarkView) -> Act:
    return Act(lambda book: rewrite(book, old, old.audience))


def rewrite(book: Book, mark: MarkView, audience: Audience) -> Act:
    """Write this state of a mark as its newest version; undone by writing the state before.

    For fewer readers than it has, it goes on under another id (see ``sharing``).
    """
    before = next((m for m in _marks_of(book, mark.meeting) if m.id == mark.id), mark)
    with book.vault.transaction():
        identity = sharing.identity_for(book, before, audience)
        annotating.put(
            book,
            mark.meeting,
            document=mark.document,
            sha256=mark.sha256,
            page=mark.page,
            kind=mark.kind,
            rects=mark.rects,
            quote=mark.quote,
            strokes=mark.strokes,
            width=mark.width,
            colour=mark.colour,
            text=mark.text,
            audience=audience,
            mark=identity,
        )
    return undo_change(replace(before, id=identity))


def _marks_of(book: Book, meeting: MeetingId) -> tuple[MarkView, ...]:
    view = library.meeting(book, meeting)
    return view.marks if view is not None else ()
