"""Marks as PDF annotations, and what becomes of an annotation as a mark. Pure."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.interchange.colours import LINE, WASH, nearest
from reader.core.views import MarkView
from reader.pdf import PageSize
from reader.pdf.annotations import (
    MAX_NAME,
    ON_WORDS,
    Annotation,
    AnnotationKind,
    Frame,
    Quad,
    UserBox,
    box_around,
    pairs,
)
from sync.model.annotation import Colour, MarkKind, Rect, Stroke

NOTE_SUBJECT: Final = "Ghi chú"
BOOKMARK_SUBJECT: Final = "Dấu trang"
"""Other programs show a subject as what kind of remark it is; by these two ours are known again."""
PIECE: Final = "~"
"""Stands between a mark's id and the number of its piece, where it goes on over several pages."""
SIGN: Final = 20.0
"""Points along the sign of a note that has no place on its page."""
_WORDS: Final = {
    MarkKind.HIGHLIGHT: AnnotationKind.HIGHLIGHT,
    MarkKind.UNDERLINE: AnnotationKind.UNDERLINE,
    MarkKind.STRIKE: AnnotationKind.STRIKE,
    MarkKind.NOTE: AnnotationKind.HIGHLIGHT,
}
_DRAWN: Final = {
    MarkKind.PEN: AnnotationKind.INK,
    MarkKind.RECTANGLE: AnnotationKind.SQUARE,
    MarkKind.ELLIPSE: AnnotationKind.CIRCLE,
    MarkKind.ARROW: AnnotationKind.LINE,
}
_KINDS: Final = {
    AnnotationKind.HIGHLIGHT: MarkKind.HIGHLIGHT,
    AnnotationKind.UNDERLINE: MarkKind.UNDERLINE,
    AnnotationKind.STRIKE: MarkKind.STRIKE,
    AnnotationKind.NOTE: MarkKind.NOTE,
    AnnotationKind.INK: MarkKind.PEN,
    AnnotationKind.SQUARE: MarkKind.RECTANGLE,
    AnnotationKind.CIRCLE: MarkKind.ELLIPSE,
    AnnotationKind.LINE: MarkKind.ARROW,
    AnnotationKind.TEXT: MarkKind.TEXT,
}
_BEYOND: Final = 36.0
"""Points that a mark may lie off its page; what lies farther away is not on it."""
_TEXT: Final = 12_000
"""Letters in one mark: a sealed one has 64 KiB, and a letter up to four bytes."""
_PLACES: Final = 700
"""Places of a pen in one mark, for the same reason."""
_STROKES: Final = 64
_WIDTHS: Final = (0.25, 24.0)

Point = tuple[float, float]


def annotations_of(
    marks: Iterable[MarkView], frames: Sequence[Frame], sizes: Sequence[PageSize]
) -> list[Annotation]:
    """Marks as annotations of a document with these pages; those on pages that it has not are left out."""
    signs: dict[int, int] = {}
    pieces: Counter[str] = Counter()
    made = []
    for mark in marks:
        if mark.page < len(frames):
            pieces[mark.id] += 1
            name = mark.id if pieces[mark.id] == 1 else f"{mark.id}{PIECE}{pieces[mark.id]}"
            made.append(_annotation(mark, name, frames[mark.page], sizes[mark.page], signs))
    return made


def _annotation(mark: MarkView, name: str, frame: Frame, size: PageSize, signs: dict[int, int]) -> Annotation:
    quads: tuple[Quad, ...] = ()
    strokes: tuple[tuple[float, ...], ...] = ()
    colour, width, subject = LINE[mark.colour], mark.width / frame.scale, ""
    if mark.kind in _WORDS and mark.rects:
        kind = _WORDS[mark.kind]
        quads = tuple(_quad(rect, frame) for rect in mark.rects)
        box = box_around([place for quad in quads for place in pairs(quad)])
        if kind is AnnotationKind.HIGHLIGHT:
            colour = WASH[mark.colour]
        subject = NOTE_SUBJECT if mark.kind is MarkKind.NOTE else ""
    elif mark.kind in _DRAWN and mark.strokes:
        kind = _DRAWN[mark.kind]
        strokes = tuple(
            tuple(number for place in stroke.places for number in frame.user(*place))
            for stroke in mark.strokes
        )
        if kind is AnnotationKind.LINE:
            strokes = ((*strokes[0][:2], *strokes[0][-2:]),)
        box = box_around([place for stroke in strokes for place in pairs(stroke)])
        if kind in (AnnotationKind.SQUARE, AnnotationKind.CIRCLE):
            strokes = ()
    elif mark.kind is MarkKind.TEXT and mark.rects:
        kind, box = AnnotationKind.TEXT, _box(mark.rects[0], frame)
    else:
        kind, colour = AnnotationKind.NOTE, WASH[mark.colour]
        subject = BOOKMARK_SUBJECT if mark.kind is MarkKind.BOOKMARK else NOTE_SUBJECT
        number = signs[mark.page] = signs.get(mark.page, -1) + 1
        box = _box(_sign(number, size), frame)
    moment = max(0, int(mark.at.timestamp()))
    return Annotation(
        page=mark.page,
        kind=kind,
        box=box,
        quads=quads,
        strokes=strokes,
        width=width,
        colour=colour,
        contents=mark.text or (subject if subject == BOOKMARK_SUBJECT else ""),
        name=name,
        author=mark.author[:MAX_NAME],
        subject=subject,
        created=moment,
        changed=moment,
    )


def _sign(number: int, size: PageSize) -> Rect:
    """In the right margin from the top downwards, none over another as long as there is room."""
    step = SIGN + 4
    rows = max(1, int((size.height - 8) // step))
    x = max(0.0, size.width - step - step * (number // rows))
    y = 4 + step * (number % rows)
    return Rect(x, y, x + SIGN, y + SIGN)


def _quad(rect: Rect, frame: Frame) -> Quad:
    corners = ((rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x0, rect.y1), (rect.x1, rect.y1))
    a, b, c, d = (frame.user(*corner) for corner in corners)
    return (*a, *b, *c, *d)


def _box(rect: Rect, frame: Frame) -> UserBox:
    return box_around([frame.user(rect.x0, rect.y0), frame.user(rect.x1, rect.y1)])


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark that an annotation would become. ``key`` tells it apart: the same for the same annotation,
    however often and from whichever kind of file it is read.
    """

    page: int
    kind: MarkKind
    rects: tuple[Rect, ...]
    strokes: tuple[Stroke, ...]
    width: float
    colour: Colour
    text: str
    author: str
    name: str
    key: str


def drawn_of(annotation: Annotation, frame: Frame, size: PageSize) -> tuple[Drawn, ...]:
    """The marks that this becomes: none when it is not on its page or says nothing, several when one could
    not hold it. ``frame`` and ``size`` are the page's.
    """
    kind = _KINDS[annotation.kind]
    rects: tuple[Rect, ...] = ()
    strokes: list[tuple[Point, ...]] = []
    if kind is MarkKind.NOTE:
        if annotation.subject == BOOKMARK_SUBJECT:
            kind = MarkKind.BOOKMARK
        elif annotation.subject != NOTE_SUBJECT:
            rects = tuple(_on_page([_shown(annotation.box, frame)], size))
    elif kind is MarkKind.TEXT or annotation.kind in ON_WORDS:
        rects = tuple(_on_page(_rects(annotation, frame), size))[:1_000]
        if annotation.subject == NOTE_SUBJECT and annotation.kind is AnnotationKind.HIGHLIGHT:
            kind = MarkKind.NOTE
    else:
        strokes = list(_strokes(annotation, frame, size))
    text = (
        "" if kind is MarkKind.BOOKMARK and annotation.contents == BOOKMARK_SUBJECT else annotation.contents
    )
    texts = [text[start : start + _TEXT] for start in range(0, len(text), _TEXT)] or [""]
    placed = bool(rects or strokes)
    if kind is MarkKind.TEXT and not text.strip():
        return ()
    if not placed and kind not in (MarkKind.NOTE, MarkKind.BOOKMARK):
        kind = MarkKind.NOTE  # words are kept even where their place is lost
    if kind is MarkKind.NOTE and not text.strip():
        return ()
    whole = [
        (kind, rects, piece, texts[0] if number == 0 else "") for number, piece in enumerate(_pieces(strokes))
    ]
    whole += [(MarkKind.NOTE, rects, [], more) for more in texts[1:]]
    low, high = _WIDTHS
    key = key_of(annotation)
    otherwise = Colour.YELLOW if kind in _WORDS else Colour.BLUE
    return tuple(
        Drawn(
            page=annotation.page,
            kind=one,
            rects=places,
            strokes=tuple(Stroke(tuple(n for place in stroke for n in place)) for stroke in piece),
            width=min(max(annotation.width * frame.scale, low), high),
            colour=nearest(annotation.colour, otherwise),
            text=said,
            author=annotation.author,
            name=annotation.name,
            key=f"{key}{number or ''}",
        )
        for number, (one, places, piece, said) in enumerate(whole)
    )


def key_of(annotation: Annotation) -> str:
    """By its own name and words, else by all that it is (places in whole points: files round differently)."""
    what = [str(annotation.page), annotation.kind.value, annotation.contents]
    if annotation.name:
        what.append(annotation.name)
    else:
        numbers = (*annotation.box, *(n for quad in annotation.quads for n in quad))
        numbers += tuple(n for stroke in annotation.strokes for n in stroke)
        what += ["", annotation.author, *(f"{n:.0f}" for n in numbers)]
    return hashlib.sha256("\x00".join(what).encode()).hexdigest()


def _pieces(strokes: list[tuple[Point, ...]]) -> Iterator[list[tuple[Point, ...]]]:
    """As many strokes as one mark holds; one piece without any for what has none."""
    piece: list[tuple[Point, ...]] = []
    places = 0
    for stroke in strokes:
        if piece and (places + len(stroke) > _PLACES or len(piece) == _STROKES):
            yield piece
            piece, places = [], 0
        piece.append(stroke)
        places += len(stroke)
    yield piece


def _strokes(annotation: Annotation, frame: Frame, size: PageSize) -> Iterator[tuple[Point, ...]]:
    """On the page as shown, in pieces that a mark can hold."""
    if annotation.kind in (AnnotationKind.SQUARE, AnnotationKind.CIRCLE):
        box = next(_on_page([_shown(annotation.box, frame)], size), None)
        if box is not None:
            yield (box.x0, box.y0), (box.x1, box.y1)
        return
    for stroke in annotation.strokes:
        path = [place for place in (frame.shown(*one) for one in pairs(stroke)) if _is_near(place, size)]
        for start in range(0, max(1, len(path) - 1), _PLACES - 1):
            piece = tuple((round(x, 3), round(y, 3)) for x, y in path[start : start + _PLACES])
            if len(piece) > 1 or (piece and len(path) == 1):
                yield piece


def _rects(annotation: Annotation, frame: Frame) -> list[Rect]:
    if annotation.quads and annotation.kind in ON_WORDS:
        return [_around([frame.shown(*place) for place in pairs(quad)]) for quad in annotation.quads]
    return [_shown(annotation.box, frame)]


def _shown(box: UserBox, frame: Frame) -> Rect:
    x0, y0, x1, y1 = box
    return _around([frame.shown(x0, y0), frame.shown(x1, y1)])


def _around(places: list[Point]) -> Rect:
    return Rect(*box_around(places))


def _on_page(rects: Iterable[Rect], size: PageSize) -> Iterator[Rect]:
    """Cut to the page and a little around it; what has nothing there goes."""
    for rect in rects:
        x0, y0 = max(rect.x0, -_BEYOND), max(rect.y0, -_BEYOND)
        x1, y1 = min(rect.x1, size.width + _BEYOND), min(rect.y1, size.height + _BEYOND)
        if x0 <= x1 and y0 <= y1:
            yield Rect(*(round(one, 3) for one in (x0, y0, x1, y1)))


def _is_near(place: Point, size: PageSize) -> bool:
    x, y = place
    inside = -_BEYOND <= x <= size.width + _BEYOND and -_BEYOND <= y <= size.height + _BEYOND
    return inside and math.isfinite(x) and math.isfinite(y)
