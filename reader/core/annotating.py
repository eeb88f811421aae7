"""Marks and notes: durable before the screen says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from reader.core import carrying
from reader.core.book import Book
from reader.core.passing import Passages
from reader.core.views import Elsewhere, Fate, MarkView, Trip, place_on
from sync.model.annotation import PEN_WIDTH, Audience, Colour, Mark, MarkKind, Quote, Rect, Stroke
from sync.model.events import DropMark, PutMark
from sync.model.ids import Digest, DocumentId, EventId, MarkId, MeetingId, PersonId, new_id
from sync.model.projection import MarkFact, Standing

_VERSIONS: Final = 64
"""So many of one mark can be named: no two devices make more."""


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
        replaces=heads(book, meeting).get(identity, ()) if mark else (),
    )
    write(book, meeting, made)
    return identity


def drop(book: Book, meeting: MeetingId, *marks: MarkId) -> None:
    """Delete marks, for ever: tombstones. What was written on one meanwhile on another device is offered.

    An act for each, all or none.
    """
    if not marks:
        return
    projection, me = book.project(meeting), book.identity.person
    known: dict[MarkId, list[EventId]] = {mark: [] for mark in marks}
    for fact in (*projection.marks, *projection.late):
        if fact.person == me and fact.mark.id in known:
            known[fact.mark.id].append(fact.event)
    with book.vault.transaction():
        for mark, versions in known.items():
            book.act(meeting, DropMark(id=mark, versions=tuple(versions[:_VERSIONS])))


def write(book: Book, meeting: MeetingId, mark: Mark) -> EventId:
    """One version of a mark as it is, sealed if it is private. Raises as ``put`` does."""
    private = mark.audience is Audience.PRIVATE
    return book.act(meeting, book.seal_mark(mark) if private else PutMark(mark=mark))


def heads(book: Book, meeting: MeetingId) -> dict[MarkId, tuple[EventId, ...]]:
    """The versions of own marks that stand: more than one where devices changed a mark at the same time."""
    me = book.identity.person
    found: dict[MarkId, tuple[EventId, ...]] = {}
    for fact in book.project(meeting).marks:
        if fact.person == me:
            found[fact.mark.id] = (*found.get(fact.mark.id, ()), fact.event)
    return found


def mark_of(view: MarkView) -> Mark:
    """What a screen shows, as it would be written."""
    return Mark(
        id=view.id,
        document=view.document,
        sha256=view.sha256,
        page=view.page,
        kind=view.kind,
        rects=view.rects,
        quote=view.quote,
        strokes=view.strokes,
        width=view.width,
        colour=view.colour,
        text=view.text,
        audience=view.audience,
    )


def views(
    book: Book,
    meeting: MeetingId,
    facts: Sequence[MarkFact],
    names: Mapping[str, str],
    current: Mapping[DocumentId, Digest],
    late: Sequence[MarkFact] = (),
) -> tuple[MarkView, ...]:
    """Marks as screens show them. ``names`` by person id, ``current`` the shown version of each document."""
    me = book.identity.person
    places = carrying.known(book, meeting, facts, current)
    passages = Passages(book)
    return (
        *(_passing(_view(fact, meeting, me, names, current, places), fact.event, passages) for fact in facts),
        *(
            replace(_view(fact, meeting, me, names, {}, {}), fate=Fate.DELETED)
            for fact in late
            if fact.person == me
        ),
    )


def _passing(view: MarkView, event: EventId, passages: Passages) -> MarkView:
    return replace(view, passage=passages.of(event)) if view.trip is Trip.WAITING else view


def _view(
    fact: MarkFact,
    meeting: MeetingId,
    me: PersonId,
    names: Mapping[str, str],
    current: Mapping[DocumentId, Digest],
    places: Mapping[bytes, tuple[Elsewhere, ...]],
) -> MarkView:
    mark = fact.mark
    worked_out = places.get(carrying.anchor_of(mark), ()) if places else ()
    view = MarkView(
        id=mark.id,
        meeting=meeting,
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
        audience=mark.audience,
        at=fact.at,
        mine=fact.person == me,
        author=names.get(fact.person, fact.person),
        trip=Trip.WAITING if fact.standing is Standing.PENDING else Trip.SENT,
        elsewhere=(*worked_out, *map(carrying.by_hand, fact.earlier)),
    )
    shown = current.get(mark.document, mark.sha256)
    if shown == mark.sha256:
        return view
    there = place_on(view, shown)
    return replace(view, fate=there.fate if there else Fate.COMING, seen=there is None or there.seen)
