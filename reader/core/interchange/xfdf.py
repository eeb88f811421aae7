"""XFDF (ISO 19444-1): annotations apart from their document, as XML. Pure.

Written are the elements of our kinds; read are all that somebody may have remarked something with. Numbers,
texts and counts are bounded as in ``reader.pdf.annotations``; what is out of bounds is left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from reader.core.interchange.safe_xml import NotSafeError, parse
from reader.pdf.annotations import (
    FARTHEST,
    MAX_CONTENTS,
    MAX_NAME,
    MAX_NUMBERS,
    MAX_QUADS,
    MAX_STROKES,
    MAX_SUBJECT,
    ON_WORDS,
    Annotation,
    AnnotationKind,
    Quad,
    UserBox,
    box_around,
    box_of,
    date_of,
    inner_box,
    moment_of,
    pairs,
)

NAMESPACE: Final = "http://ns.adobe.com/xfdf/"
_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_TAGS: Final = {
    AnnotationKind.HIGHLIGHT: "highlight",
    AnnotationKind.UNDERLINE: "underline",
    AnnotationKind.STRIKE: "strikeout",
    AnnotationKind.NOTE: "text",
    AnnotationKind.INK: "ink",
    AnnotationKind.SQUARE: "square",
    AnnotationKind.CIRCLE: "circle",
    AnnotationKind.LINE: "line",
    AnnotationKind.TEXT: "freetext",
}
_KINDS: Final = {
    **{tag: kind for kind, tag in _TAGS.items()},
    "squiggly": AnnotationKind.UNDERLINE,
    "polyline": AnnotationKind.INK,
    "polygon": AnnotationKind.INK,
    "caret": AnnotationKind.NOTE,
}
_SILENT: Final = frozenset({"link", "popup"})
_PAGES: Final = 20_000


@dataclass(frozen=True, slots=True)
class Read:
    """What a file has: annotations, and how many remarks of other kinds."""

    annotations: tuple[Annotation, ...]
    others: int
    whole: bool


def write(annotations: Sequence[Annotation], href: str, ids: tuple[str, str] | None) -> bytes:
    """The file. ``href`` is the document's file name, ``ids`` are its identifiers in hexadecimal."""
    root = Element("xfdf", {"xmlns": NAMESPACE, "xml:space": "preserve"})
    SubElement(root, "f", {"href": _line_of(href)})
    if ids is not None:
        SubElement(root, "ids", {"original": ids[0], "modified": ids[1]})
    several = SubElement(root, "annots")
    for one in annotations:
        _write_one(several, one)
    made: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return made


def _write_one(several: Element, one: Annotation) -> None:
    made = SubElement(several, _TAGS[one.kind], {"page": str(one.page), "rect": _join(_outer(one))})
    said = {
        "name": one.name,
        "title": _line_of(one.author),
        "subject": _line_of(one.subject),
        "color": _colour_text(one.colour) if one.kind is not AnnotationKind.TEXT else "",
        "creationdate": date_of(one.created),
        "date": date_of(one.changed),
        "opacity": "" if one.opacity == 1.0 else _number(one.opacity),
        "flags": "print",
    }
    made.attrib.update({key: value for key, value in said.items() if value})
    if one.kind in ON_WORDS:
        made.set("coords", _join(n for quad in one.quads for n in quad))
    elif one.kind is AnnotationKind.NOTE:
        made.set("icon", "Note")
    elif one.kind is AnnotationKind.LINE:
        path = [n for stroke in one.strokes for n in stroke]
        made.attrib.update({"start": _join(path[:2]), "end": _join(path[-2:])})
        made.attrib.update({"head": "None", "tail": "ClosedArrow", "width": _number(one.width)})
    elif one.kind is not AnnotationKind.TEXT:
        made.set("width", _number(one.width))
        if one.kind in (AnnotationKind.SQUARE, AnnotationKind.CIRCLE):
            made.set("fringe", _join([one.width / 2] * 4))
    if one.contents:
        SubElement(made, "contents").text = _clean(one.contents)
    if one.kind is AnnotationKind.INK:
        gestures = SubElement(made, "inklist")
        for stroke in one.strokes:
            SubElement(gestures, "gesture").text = ";".join(_join(place) for place in pairs(stroke))
    elif one.kind is AnnotationKind.TEXT:
        colour = " ".join(_number(part) for part in one.colour or (0.0, 0.0, 0.0))
        SubElement(made, "defaultappearance").text = f"/Helv 12 Tf {colour} rg"
        shown = f"font: 12pt sans-serif; color: {_colour_text(one.colour or (0.0, 0.0, 0.0))}"
        SubElement(made, "defaultstyle").text = shown


def read(data: bytes, most: int) -> Read:
    """What the file has, ``most`` annotations at the most. Raises ``NotSafeError`` for what is no XFDF."""
    root = parse(data)
    if root.tag not in (f"{{{NAMESPACE}}}xfdf", "xfdf"):
        raise NotSafeError("no XFDF")
    space = root.tag[: -len("xfdf")]
    found: list[Annotation] = []
    others = 0
    for one in root.iterfind(f"{space}annots/*"):
        tag = one.tag.removeprefix(space)
        if tag in _SILENT or one.get("statemodel") or {"hidden", "noview"} & set(_flags(one)):
            continue
        if len(found) == most:
            return Read(tuple(found), others, False)
        made = _read_one(one, _KINDS[tag], tag, space) if tag in _KINDS else None
        if made is None:
            others += 1
        else:
            found.append(made)
    return Read(tuple(found), others, True)


def _read_one(one: Element, kind: AnnotationKind, tag: str, space: str) -> Annotation | None:
    page, width = one.get("page", ""), _floats(one.get("width", ""), 1)
    thick = min(max(width[0], 0.0), FARTHEST) if width else 1.0
    box = box_of(_floats(one.get("rect", ""), 4))
    if not (page.isascii() and page.isdigit()) or len(page) > 6 or int(page) >= _PAGES:
        return None
    quads: tuple[Quad, ...] = ()
    strokes: tuple[tuple[float, ...], ...] = ()
    if kind in ON_WORDS:
        quads = tuple(_quads(one.get("coords", "")))
        box = box_around([place for quad in quads for place in pairs(quad)]) if quads else box
    elif kind in (AnnotationKind.INK, AnnotationKind.LINE):
        if tag == "line":
            kind, path = _line(one)
            strokes = (path,) if path else ()
        else:
            strokes = tuple(_strokes(one, tag, space))
        if not strokes:
            return None
        box = box_around([place for stroke in strokes for place in pairs(stroke)])
    elif kind in (AnnotationKind.SQUARE, AnnotationKind.CIRCLE, AnnotationKind.TEXT) and box is not None:
        fringe = _floats(one.get("fringe", ""), 4)
        box = inner_box(box, fringe, 0.0 if kind is AnnotationKind.TEXT else thick)
    if box is None:
        return None
    colour = _colour(one.get("color", ""))
    if kind is AnnotationKind.TEXT:
        colour = _text_colour(one, space) or colour
    opacity = _floats(one.get("opacity", ""), 1)
    return Annotation(
        page=int(page),
        kind=kind,
        box=box,
        quads=quads,
        strokes=strokes,
        width=thick,
        colour=colour,
        opacity=min(max(opacity[0], 0.0), 1.0) if opacity else 1.0,
        contents=_contents(one, space)[:MAX_CONTENTS],
        name=_line_of(one.get("name", ""))[:MAX_NAME],
        author=_line_of(one.get("title", ""))[:MAX_NAME],
        subject=_line_of(one.get("subject", ""))[:MAX_SUBJECT],
        created=moment_of(one.get("creationdate", "")),
        changed=moment_of(one.get("date", "")),
    )


def _quads(text: str) -> Iterator[Quad]:
    numbers = _floats(text, 8 * MAX_QUADS)
    for start in range(0, len(numbers) - 7, 8):
        a, b, c, d, e, f, g, h = numbers[start : start + 8]
        yield a, b, c, d, e, f, g, h


def _line(one: Element) -> tuple[AnnotationKind, tuple[float, ...]]:
    """A line with its arrow at the end, whichever end has it; one that has none is a stroke."""
    start, end = _floats(one.get("start", ""), 2), _floats(one.get("end", ""), 2)
    if len(start) != 2 or len(end) != 2:
        return AnnotationKind.INK, ()
    at_start, at_end = ("Arrow" in one.get(key, "") for key in ("head", "tail"))
    if at_start and not at_end:
        start, end = end, start
    return AnnotationKind.LINE if at_start or at_end else AnnotationKind.INK, (*start, *end)


def _strokes(one: Element, tag: str, space: str) -> Iterator[tuple[float, ...]]:
    if tag == "ink":
        texts = [each.text or "" for each in one.iterfind(f"{space}inklist/{space}gesture")]
    else:
        texts = [each.text or "" for each in one.iterfind(f"{space}vertices")]
    left = MAX_STROKES
    for text in texts:
        path = _floats(text.replace(";", ","), MAX_STROKES * MAX_NUMBERS)
        path = path[: len(path) // 2 * 2]
        if tag == "polygon" and len(path) >= 4:
            path = (*path, *path[:2])
        for start in range(0, max(1, len(path) - 2), MAX_NUMBERS - 2):
            piece = path[start : start + MAX_NUMBERS]
            if len(piece) >= 2 and left > 0:
                left -= 1
                yield piece


def _contents(one: Element, space: str) -> str:
    """Plain words, or those of the formatted ones."""
    plain = one.find(f"{space}contents")
    if plain is not None and plain.text:
        return _clean(plain.text)
    rich = one.find(f"{space}contents-richtext")
    if rich is None:
        return ""
    paragraphs = ["".join(each.itertext()).strip() for each in rich.iter(f"{_XHTML}p")]
    return _clean("\n".join(paragraphs) if paragraphs else "".join(rich.itertext()).strip())


def _text_colour(one: Element, space: str) -> tuple[float, float, float] | None:
    shown = one.find(f"{space}defaultappearance")
    words = (shown.text or "").split() if shown is not None else []
    parts = _floats(",".join(words[-4:-1]), 3) if words[-1:] == ["rg"] else ()
    if len(parts) != 3:
        return None
    red, green, blue = (min(max(part, 0.0), 1.0) for part in parts)
    return red, green, blue


def _outer(one: Annotation) -> UserBox:
    x0, y0, x1, y1 = one.box
    room = one.width / 2 if one.kind in (AnnotationKind.SQUARE, AnnotationKind.CIRCLE) else 0.0
    return x0 - room, y0 - room, x1 + room, y1 + room


def _floats(text: str, most: int) -> tuple[float, ...]:
    """At most so many; none when one of them is no number, or too far away to be on a page."""
    if not text.strip() or len(text) > 64 * most:
        return ()
    try:
        values = tuple(float(part) for part in text.strip().rstrip(",").split(","))[:most]
    except ValueError:
        return ()
    return values if all(abs(value) <= FARTHEST for value in values) else ()


def _colour(text: str) -> tuple[float, float, float] | None:
    if len(text) != 7 or text[0] != "#":
        return None
    try:
        red, green, blue = bytes.fromhex(text[1:])
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255


def _colour_text(colour: tuple[float, float, float] | None) -> str:
    return "" if colour is None else "#" + "".join(f"{round(part * 255):02X}" for part in colour)


def _flags(one: Element) -> list[str]:
    return [flag.strip() for flag in one.get("flags", "").split(",")]


def _clean(text: str) -> str:
    """What XML can hold and a page can show."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(letter for letter in whole if letter.isprintable() or letter == "\n")


def _line_of(text: str) -> str:
    return " ".join(_clean(text).split())


def _join(values: Iterator[float] | Sequence[float]) -> str:
    return ",".join(_number(value) for value in values)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") if math.isfinite(value) else "0"
