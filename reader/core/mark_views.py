"""Marks as screens show them, and where each stands on another version of its document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from reader.core.line_views import ONLY_HERE, Passage, Trip
from sync.model.annotation import PEN_WIDTH, Audience, Colour, MarkKind, Quote, Rect, Stroke
from sync.model.ids import Digest, DocumentId, MarkId, MeetingId


class Fate(StrEnum):
    """What became of a mark on the version shown: docs/decisions/0012."""

    HERE = "here"
    """Made on it, or put there by hand."""
    EXACT = "exact"
    MOVED = "moved"
    """Found for certain, elsewhere or in changed text: told until the person has seen it."""
    UNSURE = "unsure"
    """There is a guess, offered and never shown as a fact."""
    LOST = "lost"
    COMING = "coming"
    """Nobody has looked for it yet."""
    DELETED = "deleted"
    """On another device of this person, while words were written here, which are offered."""

    @property
    def stands(self) -> bool:
        """It has a place on the version shown."""
        return self in (Fate.HERE, Fate.EXACT, Fate.MOVED)


@dataclass(frozen=True)
class MarkPiece:
    """A mark, or the part of it on this page, counted from 0. In points on the unrotated page."""

    page: int
    rects: tuple[Rect, ...] = ()
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True)
class Elsewhere:
    """A mark on a version that it was not made on: one piece for each page, none if it is lost there."""

    sha256: Digest
    fate: Fate
    pieces: tuple[MarkPiece, ...] = ()
    seen: bool = True
    """The person knows that it has moved."""
    quote: Quote | None = None
    """The words of a guess, for when it is taken."""


@dataclass(frozen=True)
class MarkView:
    """One mark or note, mine or shared with me. Its place is that on the version it was made on, until
    ``on_version`` gives it another."""

    id: MarkId
    meeting: MeetingId
    document: DocumentId
    sha256: Digest
    page: int
    kind: MarkKind
    rects: tuple[Rect, ...]
    quote: Quote | None
    colour: Colour
    text: str
    audience: Audience
    at: datetime
    mine: bool
    author: str
    trip: Trip
    strokes: tuple[Stroke, ...] = ()
    width: float = PEN_WIDTH
    fate: Fate = Fate.HERE
    """On the version shown: the packet's own, unless ``on_version`` was asked for another."""
    seen: bool = True
    """False: it has moved, and the person does not know yet."""
    elsewhere: tuple[Elsewhere, ...] = ()
    passage: Passage = ONLY_HERE
    """Of one that waits for its receipt."""

    @property
    def current(self) -> bool:
        """It has a place on the version shown."""
        return self.fate.stands

    @property
    def needs_care(self) -> bool:
        """Its place has to be looked at: it is not certain, or it moved and the person does not know yet."""
        return not self.current or not self.seen

    @property
    def has_place(self) -> bool:
        """It stands on the version shown, or there is a guess where."""
        return self.fate.stands or self.fate is Fate.UNSURE


def on_version(mark: MarkView, sha256: Digest) -> tuple[MarkView, ...]:
    """A mark as that version shows it, once for each page it stands on there. One that is unsure stands where
    it is guessed to be; one that is lost, or was not looked for yet, keeps the place it was made in.
    """
    if mark.fate is Fate.DELETED:
        return (mark,)
    if mark.sha256 == sha256:
        return (replace(mark, fate=Fate.HERE, seen=True),)
    known = place_on(mark, sha256)
    if known is None:
        return (replace(mark, fate=Fate.COMING, seen=True),)
    there = replace(mark, fate=known.fate, seen=known.seen)
    return tuple(
        replace(there, page=piece.page, rects=piece.rects, strokes=piece.strokes) for piece in known.pieces
    ) or (there,)


def place_on(mark: MarkView, sha256: Digest) -> Elsewhere | None:
    """Where it stands on another version than its own, if that is known."""
    return next((one for one in mark.elsewhere if one.sha256 == sha256), None)
