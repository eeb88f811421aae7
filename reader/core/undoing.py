"""Acts on marks that can be undone and done again, without end, after a restart too.

An act is kept as the versions that stood before it and after it. To undo it is to write what stood before as
a new version: nothing signed is taken back, and what another device did meanwhile is never written over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from reader.core import annotating
from reader.core.book import Book
from reader.core.sharing import WIDTH
from reader.store.undo import Act, Step
from sync.model.annotation import Mark
from sync.model.ids import DocumentId, EventId, MarkId, MeetingId, new_id

_Heads = dict[MarkId, tuple[EventId, ...]]


@dataclass(frozen=True, slots=True)
class Ways:
    """Whether there is something to undo and something to do again."""

    back: bool = False
    on: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """What became of undoing or doing again."""

    marks: tuple[MarkId, ...]
    """Those that stand now as they stood then, by their present ids; not those that went."""
    left: int
    """So many marks are not as this act left them, because another device changed or deleted them since, or a
    hub refused them. They stay as they are, and this act can't be undone for them any more."""


def act(
    book: Book,
    meeting: MeetingId,
    document: DocumentId,
    puts: Iterable[Mark] = (),
    drops: Iterable[MarkId] = (),
) -> tuple[MarkId, ...]:
    """Make marks, give those that stand a new version, delete others: one act, all or nothing. Gives the ids
    of ``puts``.

    A mark that does not stand gets an id of its own: it is new, or it was deleted elsewhere while this person
    was changing it, and then what they wrote must not go with it. Raises as ``annotating.put`` does.
    """
    made: list[MarkId] = []
    steps: list[Step] = []
    with book.vault.transaction():
        standing = annotating.heads(book, meeting)
        for mark in puts:
            before = standing.get(mark.id, ())
            identity = mark.id if before else MarkId(new_id("m"))
            version = msgspec.structs.replace(mark, id=identity, replaces=before)
            steps.append(Step(before, (annotating.write(book, meeting, version),)))
            made.append(identity)
        gone = [mark for mark in dict.fromkeys(drops) if mark in standing]
        annotating.drop(book, meeting, *gone)
        steps += [Step(standing[mark], ()) for mark in gone]
        if steps:
            book.vault.undo.push(meeting, document, steps)
    return tuple(made)


def ways(book: Book, meeting: MeetingId, document: DocumentId) -> Ways:
    """What there is to undo and to do again in a document."""
    log = book.vault.undo
    return Ways(log.last(meeting, document) is not None, log.next(meeting, document) is not None)


def undo(book: Book, meeting: MeetingId, document: DocumentId) -> Turned | None:
    """Undo what was done last in a document; None when there is nothing. ``SohopError(DISK_FULL)``: nothing
    was undone."""
    with book.vault.transaction():
        found = book.vault.undo.last(meeting, document)
        return None if found is None else _turn(book, meeting, found, back=True)


def redo(book: Book, meeting: MeetingId, document: DocumentId) -> Turned | None:
    """Do again what was undone last; as ``undo``."""
    with book.vault.transaction():
        found = book.vault.undo.next(meeting, document)
        return None if found is None else _turn(book, meeting, found, back=False)


def _turn(book: Book, meeting: MeetingId, found: Act, *, back: bool) -> Turned:
    standing = annotating.heads(book, meeting)
    marks: list[MarkId] = []
    gone: list[MarkId] = []
    kept: list[int] = []
    for number, step in found.steps.items():
        have, want = (step.after, step.before) if back else (step.before, step.after)
        identity = _standing_as(book, standing, have) if have else MarkId(new_id("m"))
        if identity is None:
            continue
        if want:
            _bring_back(book, meeting, identity, have, want)
            marks.append(identity)
        else:
            gone.append(identity)
        kept.append(number)
    annotating.drop(book, meeting, *gone)
    book.vault.undo.turned(found, undone=back, kept=kept)
    return Turned(tuple(marks), len(found.steps) - len(kept))


def _standing_as(book: Book, standing: _Heads, have: tuple[EventId, ...]) -> MarkId | None:
    """The mark of which exactly these versions stand; None: it stands otherwise, or not any more."""
    mark = book.mark(have[0])
    return mark.id if mark is not None and set(standing.get(mark.id, ())) == set(have) else None


def _bring_back(
    book: Book, meeting: MeetingId, identity: MarkId, have: tuple[EventId, ...], want: tuple[EventId, ...]
) -> None:
    """These versions stand again, in new events that all acts name from now on instead. What is shared by now
    stays shared: the others have it."""
    shown = [mark.audience for mark in map(book.mark, have) if mark is not None]
    for event in dict.fromkeys(want):
        mark = book.mark(event)
        assert mark is not None, "an event that was written as a mark is one for ever"
        audience = max(mark.audience, *shown, key=WIDTH.__getitem__) if shown else mark.audience
        version = msgspec.structs.replace(mark, id=identity, replaces=have, audience=audience)
        book.vault.undo.follow(event, annotating.write(book, meeting, version))
