"""In the PDF child: the annotations that a stranger's file has, as bounded values.

Their dictionaries are read as they are; MuPDF's own loading of a page's annotations, which would make
appearances and run form fields, is not used. What is out of bounds is cut, left out, or makes the annotation
one of those that are passed over; nothing here may fail for what a file says.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from pymupdf import mupdf

from reader.pdf import protocol
from reader.pdf.annotations import (
    FARTHEST,
    MAX_CONTENTS,
    MAX_NAME,
    MAX_NUMBERS,
    MAX_QUADS,
    MAX_STROKES,
    MAX_SUBJECT,
    ON_WORDS,
    UPRIGHT,
    Annotation,
    AnnotationKind,
    Frame,
    Quad,
    box_around,
    box_of,
    inner_box,
    moment_of,
    pairs,
)

_SECONDS: Final = 0.05
"""How long one slice may keep others waiting."""
_NUMBERS: Final = 200_000
"""Numbers and letters in one slice, so that its answer stays far below what is accepted."""
_KINDS: Final = {
    **{kind.value: kind for kind in AnnotationKind},
    "Squiggly": AnnotationKind.UNDERLINE,
    "PolyLine": AnnotationKind.INK,
    "Polygon": AnnotationKind.INK,
    "Caret": AnnotationKind.NOTE,
}
_SILENT: Final = frozenset({"Link", "Widget", "Popup", "PrinterMark", "TrapNet", "Watermark"})
"""Nobody's remark: passed over without counting them."""
_HIDDEN: Final = 0x02 | 0x20
"""Flags hidden and no-view."""


def frames(pdf: Any, count: int) -> protocol.FrameList:
    """How every page's user space is seen, and the file's identifiers."""
    found = tuple(frame_of(pdf, number) for number in range(count))
    ids = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "ID")
    both = [_bytes(mupdf.pdf_array_get(ids, n))[:64].hex().upper() for n in (0, 1)]
    return protocol.FrameList(found, (both[0], both[1]) if all(both) else None)


def frame_of(pdf: Any, number: int) -> Frame:
    """Of one page; an upright A4 page's for one that can't be read."""
    box, turn = mupdf.FzRect(), mupdf.FzMatrix()
    try:
        mupdf.pdf_page_obj_transform(mupdf.pdf_lookup_page_obj(pdf, number), box, turn)
    except mupdf.FzErrorBase:
        return UPRIGHT
    # A page is moved so that its corner is the origin when it is shown (fz_bound_page is its box).
    seen = mupdf.fz_transform_rect(box, turn)
    values = (turn.a, turn.b, turn.c, turn.d, turn.e - seen.x0, turn.f - seen.y0)
    sane = all(math.isfinite(one) for one in values) and all(abs(one) <= 1_000 for one in values[:4])
    return Frame(*values) if sane and max(map(abs, values[4:])) <= 1e9 else UPRIGHT


def read_annotations(pdf: Any, count: int, request: protocol.Annotations) -> protocol.AnnotationList:
    """One slice."""
    until = time.monotonic() + _SECONDS
    found: list[Annotation] = []
    others = size = 0
    page, skip = request.page, request.skip
    while page < count:
        listed = _listed(pdf, page)
        there = mupdf.pdf_array_len(listed) if listed is not None else 0
        while skip < there:
            if len(found) == protocol.MAX_AT_ONCE or size > _NUMBERS or time.monotonic() > until:
                return protocol.AnnotationList(tuple(found), others, (page, skip))
            one = _read(mupdf.pdf_array_get(listed, skip), page)
            skip += 1
            if isinstance(one, Annotation):
                found.append(one)
                size += 20 + len(one.contents) + 8 * len(one.quads) + sum(map(len, one.strokes))
            else:
                others += one
        page, skip = page + 1, 0
        if time.monotonic() > until and page < count:
            return protocol.AnnotationList(tuple(found), others, (page, 0))
    return protocol.AnnotationList(tuple(found), others, None)


def _listed(pdf: Any, page: int) -> Any | None:
    try:
        return mupdf.pdf_dict_gets(mupdf.pdf_lookup_page_obj(pdf, page), "Annots")
    except mupdf.FzErrorBase:
        return None  # a page that can't be read has none


def _read(raw: Any, page: int) -> Annotation | int:
    """The annotation, or how many remarks were passed over with it."""
    try:
        subtype = mupdf.pdf_to_name(mupdf.pdf_dict_gets(raw, "Subtype"))
        if not mupdf.pdf_is_dict(raw) or subtype in _SILENT or _is_state(raw):
            return 0
        kind = _KINDS.get(subtype)
        return 1 if kind is None else _annotation(raw, page, kind, subtype) or 1
    except mupdf.FzErrorBase:
        return 1


def _is_state(raw: Any) -> bool:
    """Hidden, or a reply that only says that somebody accepted something."""
    flags = mupdf.pdf_dict_get_int(raw, mupdf.pdf_new_name("F"))
    return bool(flags & _HIDDEN) or not mupdf.pdf_is_null(mupdf.pdf_dict_gets(raw, "StateModel"))


def _annotation(raw: Any, page: int, kind: AnnotationKind, subtype: str) -> Annotation | None:
    width, colour = _width(raw), _colour(mupdf.pdf_dict_gets(raw, "C"))
    box = box_of(_numbers(mupdf.pdf_dict_gets(raw, "Rect"), 4))
    quads: tuple[Quad, ...] = ()
    strokes: tuple[tuple[float, ...], ...] = ()
    if kind in ON_WORDS:
        quads = tuple(_quads(mupdf.pdf_dict_gets(raw, "QuadPoints")))
        box = box_around([place for quad in quads for place in pairs(quad)]) if quads else box
    elif kind in (AnnotationKind.INK, AnnotationKind.LINE):
        strokes = tuple(_strokes(raw, subtype))
        if not strokes:
            return None
        if kind is AnnotationKind.LINE:
            kind, strokes = _ended(raw, strokes)
        box = box_around([place for stroke in strokes for place in pairs(stroke)])
    elif kind in (AnnotationKind.SQUARE, AnnotationKind.CIRCLE) and box is not None:
        box = inner_box(box, _numbers(mupdf.pdf_dict_gets(raw, "RD"), 4), width)
    elif kind is AnnotationKind.TEXT:
        colour = _text_colour(raw) or colour
        box = box and inner_box(box, _numbers(mupdf.pdf_dict_gets(raw, "RD"), 4), 0.0)
    if box is None:
        return None
    return Annotation(
        page=page,
        kind=kind,
        box=box,
        quads=quads,
        strokes=strokes,
        width=width,
        colour=colour,
        opacity=_share(mupdf.pdf_dict_gets(raw, "CA"), 1.0),
        contents=_text(raw, "Contents", MAX_CONTENTS, lines=True),
        name=_text(raw, "NM", MAX_NAME),
        author=_text(raw, "T", MAX_NAME),
        subject=_text(raw, "Subj", MAX_SUBJECT),
        created=moment_of(_text(raw, "CreationDate", 32)),
        changed=moment_of(_text(raw, "M", 32)),
    )


def _quads(raw: Any) -> Iterator[Quad]:
    for start in range(0, min(mupdf.pdf_array_len(raw), 8 * MAX_QUADS) - 7, 8):
        numbers = _numbers(raw, 8, start)
        if len(numbers) == 8:
            yield numbers


def _strokes(raw: Any, subtype: str) -> Iterator[tuple[float, ...]]:
    """Longer ones than may be are told in pieces that meet."""
    if subtype == "Line":
        ends = _numbers(mupdf.pdf_dict_gets(raw, "L"), 4)
        if len(ends) == 4:
            yield ends
        return
    if subtype == "Ink":
        several = mupdf.pdf_dict_gets(raw, "InkList")
        lists = [
            mupdf.pdf_array_get(several, n) for n in range(min(mupdf.pdf_array_len(several), MAX_STROKES))
        ]
    else:
        lists = [mupdf.pdf_dict_gets(raw, "Vertices")]
    left = MAX_STROKES
    room = _NUMBERS
    for one in lists:
        path = _numbers(one, min(mupdf.pdf_array_len(one) // 2 * 2, room))
        room -= len(path)
        if subtype == "Polygon" and len(path) >= 4:
            path = (*path, *path[:2])
        cuts = [*range(0, max(1, len(path) - 2), MAX_NUMBERS - 2), len(path)]
        for start, end in pairwise(cuts):
            piece = path[start : min(end + 2, len(path))]
            if len(piece) >= 2 and left > 0:
                left -= 1
                yield piece


def _ended(
    raw: Any, strokes: tuple[tuple[float, ...], ...]
) -> tuple[AnnotationKind, tuple[tuple[float, ...], ...]]:
    """A line with its arrow at the end, whichever end has it; one that has none is a stroke."""
    endings = mupdf.pdf_dict_gets(raw, "LE")
    start, end = ("Arrow" in mupdf.pdf_to_name(mupdf.pdf_array_get(endings, n)) for n in (0, 1))
    if start and not end:
        strokes = tuple((*stroke[2:], *stroke[:2]) for stroke in strokes)
    return AnnotationKind.LINE if start or end else AnnotationKind.INK, strokes


def _width(raw: Any) -> float:
    style = mupdf.pdf_dict_gets(mupdf.pdf_dict_gets(raw, "BS"), "W")
    border = mupdf.pdf_array_get(mupdf.pdf_dict_gets(raw, "Border"), 2)
    for one in (style, border):
        if mupdf.pdf_is_number(one) and math.isfinite(value := mupdf.pdf_to_real(one)):
            return min(max(float(value), 0.0), FARTHEST)
    return 1.0


def _colour(raw: Any) -> tuple[float, float, float] | None:
    """Grey, red-green-blue or CMYK."""
    count = mupdf.pdf_array_len(raw)
    parts = [_share(mupdf.pdf_array_get(raw, n), 0.0) for n in range(min(count, 4))]
    if count == 1:
        return parts[0], parts[0], parts[0]
    if count == 3:
        return parts[0], parts[1], parts[2]
    if count == 4:
        red, green, blue = ((1 - part) * (1 - parts[3]) for part in parts[:3])
        return red, green, blue
    return None


def _text_colour(raw: Any) -> tuple[float, float, float] | None:
    """Of the letters: from ``/DA``, such as ``/Helv 12 Tf 1 0 0 rg``."""
    words = _text(raw, "DA", 256).split()
    count = {"rg": 3, "g": 1}.get(words[-1], 0) if words else 0
    try:
        parts = [min(max(float(word), 0.0), 1.0) for word in words[-1 - count : -1]]
    except ValueError:
        return None
    if not count or len(parts) != count or not all(math.isfinite(part) for part in parts):
        return None
    return (parts[0], parts[0], parts[0]) if count == 1 else (parts[0], parts[1], parts[2])


def _share(raw: Any, otherwise: float) -> float:
    value = float(mupdf.pdf_to_real(raw)) if mupdf.pdf_is_number(raw) else otherwise
    return min(max(value, 0.0), 1.0) if math.isfinite(value) else otherwise


def _numbers(raw: Any, most: int, start: int = 0) -> tuple[float, ...]:
    """At most so many; none of them when one is no number, or too far away to be on a page."""
    values: list[float] = []
    for index in range(start, min(mupdf.pdf_array_len(raw), start + most)):
        one = mupdf.pdf_array_get(raw, index)
        value = mupdf.pdf_to_real(one) if mupdf.pdf_is_number(one) else math.nan
        if not abs(value) <= FARTHEST:
            return ()
        values.append(value)
    return tuple(values)


def _text(raw: Any, key: str, length: int, *, lines: bool = False) -> str:
    """Without lone surrogates (they can't travel as UTF-8) and control characters."""
    text = mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(raw, key))[: 2 * length]
    kept = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in kept if c.isprintable() or (lines and c == "\n"))[:length]


def _bytes(raw: Any) -> bytes:
    """A string's bytes; none where they can't be had whole (the binding ends them at a zero)."""
    if not mupdf.pdf_is_string(raw):
        return b""
    text, size = mupdf.pdf_to_string(raw)
    data = str(text).encode("utf-8", "surrogateescape")
    return data if len(data) == size else b""
