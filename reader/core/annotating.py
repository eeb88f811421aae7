"""Marks and notes: durable before the screen says so, undone one by one."""

from __future__ import annotations

import msgspec

from reader.core.book import Book
from reader.core.views import MarkView, Trip
from sync.model.annotation import PEN_WIDTH, Audience, Colour, Mark, MarkKind, Quote, Rect, Stroke
from sync.model.events import DropMark, PutMark
from sync.model.ids import Digest, DocumentId, EventId, MarkId, MeetingId, new_id
from sync.model.projection import MarkFact, Standing


def put(
    book: Book,
    meeting: MeetingId,
    *,
    document: DocumentId,
    sha256: Digest,
    page: int,
    kind: MarkKind,
    rects: tuple[Rect, ...] = (),
    quote: Quote | None = None,
    strokes: tuple[Stroke, ...] = (),
    width: float = PEN_WIDTH,
    colour: Colour = Colour.YELLOW,
    text: str = "",
    audience: Audience = Audience.PRIVATE,
    mark: MarkId | None = None,
) -> MarkId:
    """Make a mark, or a new version of ``mark``. Private ones leave this laptop only sealed.

    Raises ``SohopError(DISK_FULL | MALFORMED)``, the latter for a text or a place out of bounds; then nothing
    was written.
    """
    identity = mark or MarkId(new_id("m"))
    made = Mark(
        id=identity,
        document=document,
        sha256=sha256,
        page=page,
        kind=kind,
        rects=rects,
        quote=quote,
        strokes=strokes,
        width=width,
        colour=colour,
        text=text,
        audience=audience,
        replaces=_heads(book, meeting, identity) if mark else (),
    )
    _write(book, meeting, made)
    return identity


def drop(book: Book, meeting: MeetingId, mark: MarkId) -> tuple[Mark, ...]:
    """Delete a mark; gives back what stood, for ``restore``."""
    gone = tuple(fact.mark for fact in _standing(book, meeting, mark))
    book.act(meeting, DropMark(id=mark))
    return gone


def restore(book: Book, meeting: MeetingId, gone: tuple[Mark, ...]) -> tuple[MarkId, ...]:
    """Undo a deletion: the same content under a fresh id, because a tombstone is for ever."""
    made = []
    for mark in gone:
        copy = msgspec.structs.replace(mark, id=MarkId(new_id("m")), replaces=())
        _write(book, meeting, copy)
        made.append(copy.id)
    return tuple(made)


def views(
    book: Book,
    meeting: MeetingId,
    facts: list[MarkFact],
    names: dict[str, str],
    current: dict[DocumentId, Digest],
) -> tuple[MarkView, ...]:
    """Marks as screens show them. ``names`` by person id, ``current`` the shown version of each document."""
    me = book.identity.person
    return tuple(
        MarkView(
            id=fact.mark.id,
            meeting=meeting,
            document=fact.mark.document,
            sha256=fact.mark.sha256,
            page=fact.mark.page,
            kind=fact.mark.kind,
            rects=fact.mark.rects,
            quote=fact.mark.quote,
            strokes=fact.mark.strokes,
            width=fact.mark.width,
            colour=fact.mark.colour,
            text=fact.mark.text,
            audience=fact.mark.audience,
            at=fact.at,
            mine=fact.person == me,
            author=names.get(fact.person, fact.person),
            trip=Trip.WAITING if fact.standing is Standing.PENDING else Trip.SENT,
            current=current.get(fact.mark.document) == fact.mark.sha256,
        )
        for fact in facts
    )


def _write(book: Book, meeting: MeetingId, mark: Mark) -> None:
    private = mark.audience is Audience.PRIVATE
    book.act(meeting, book.seal_mark(mark) if private else PutMark(mark=mark))


def _heads(book: Book, meeting: MeetingId, mark: MarkId) -> tuple[EventId, ...]:
    return tuple(fact.event for fact in _standing(book, meeting, mark))


def _standing(book: Book, meeting: MeetingId, mark: MarkId) -> list[MarkFact]:
    me = book.identity.person
    return [f for f in book.project(meeting).marks if f.mark.id == mark and f.person == me]
