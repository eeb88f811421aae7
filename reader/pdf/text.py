"""Finding, selecting and quoting words on a page: pure functions over the words that the PDF child
reports.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

CONTEXT: Final = 32
"""Letters kept on each side of a quotation, enough to tell two same phrases apart."""
SNIPPET: Final = 48
"""Letters shown on each side of a hit in a list."""


class Word(NamedTuple):
    """A word with its box, in points on the shown page, and its place in the reading order."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    block: int
    line: int
    no: int


class Rect(NamedTuple):
    """A box in points on the shown page, y down."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a query was found: a rectangle a line, and the first and last word (inclusive)."""

    page: int
    rects: tuple[Rect, ...]
    first: int
    last: int


class Place(NamedTuple):
    """First and last word of a hit (inclusive), and which share of them lies before its start and its end."""

    first: int
    last: int
    head: float
    tail: float


@dataclass(frozen=True, slots=True)
class Selection:
    """Words from ``first`` to ``last``, inclusive, in reading order."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TextQuote:
    """A quotation that finds its place again in another version (W3C TextQuoteSelector). All in NFC."""

    exact: str
    prefix: str
    suffix: str


def fold(text: str) -> str:
    """``text`` as it is searched: no marks, no case, đ as d, ligatures apart; either Unicode form gives the
    same.

    The place of the tone mark does not matter (``hoà`` and ``hòa`` are both ``hoa``). Idempotent.
    """
    if text.isascii():
        return text.lower()
    quick = text.translate(_PLAIN).lower()
    if quick.isascii():
        return quick
    return "".join(_bare(letter) for letter in unicodedata.normalize("NFKD", quick)).lower()


def find_in_words(words: Sequence[Word], query: str, exact: bool = False, page: int = 0) -> list[Hit]:
    """Every place of ``query`` in ``words``, across line ends and inside words.

    ``exact`` minds case and accents (but not the Unicode form); otherwise both sides are folded.
    """
    return [
        Hit(
            page, _line_rects(words, place.first, place.last, place.head, place.tail), place.first, place.last
        )
        for place in find_in_texts([word.text for word in words], query, exact)
    ]


def find_in_texts(texts: Sequence[str], query: str, exact: bool = False) -> list[Place]:
    """``find_in_words`` on the words' texts alone: where there are no boxes."""
    key = composed if exact else fold
    wanted = " ".join(key(query).split())
    if not wanted:
        return []
    keys = [key(text) for text in texts]
    joined = " ".join(keys)
    at = joined.find(wanted)
    if at < 0:
        return []
    starts = []
    offset = 0
    for text in keys:
        starts.append(offset)
        offset += len(text) + 1
    places = []
    while at >= 0:
        end = at + len(wanted)
        first, last = bisect_right(starts, at) - 1, bisect_right(starts, end - 1) - 1
        head = (at - starts[first]) / max(1, len(keys[first]))
        tail = (end - starts[last]) / max(1, len(keys[last]))
        places.append(Place(first, last, head, tail))
        at = joined.find(wanted, end)
    return places


def words_between(
    words: Sequence[Word], p0: tuple[float, float], p1: tuple[float, float]
) -> Selection | None:
    """The words a drag from ``p0`` to ``p1`` covers, in reading order; None on a page without words.

    Each end takes the nearest word; a word on the same line is nearer than one above or below it.
    """
    if not words:
        return None
    a, b = _nearest(words, p0), _nearest(words, p1)
    return Selection(min(a, b), max(a, b))


def word_at(words: Sequence[Word], point: tuple[float, float]) -> int | None:
    """The index of the word under ``point``, or None."""
    x, y = point
    for index, word in enumerate(words):
        if word.x0 <= x <= word.x1 and word.y0 <= y <= word.y1:
            return index
    return None


def rects_of(words: Sequence[Word], selection: Selection) -> tuple[Rect, ...]:
    """A rectangle for every line of the selection."""
    return _line_rects(words, selection.first, selection.last, 0.0, 1.0)


def rects_at(words: Sequence[Word], place: Place) -> tuple[Rect, ...]:
    """A rectangle for every line of a place, which may begin and end inside words."""
    return _line_rects(words, *place)


def text_of(words: Sequence[Word], selection: Selection) -> str:
    """The selected text in NFC: spaces between words, line ends between lines."""
    parts: list[str] = []
    before: Word | None = None
    for word in words[selection.first : selection.last + 1]:
        if before is not None:
            parts.append(" " if _same_line(before, word) else "\n")
        parts.append(word.text)
        before = word
    return composed("".join(parts))


def quote(words: Sequence[Word], selection: Selection) -> TextQuote:
    """The selection as a quotation with what stands before and after it on the page (32 letters each)."""
    exact = composed(" ".join(word.text for word in words[selection.first : selection.last + 1]))
    before, after = _around([word.text for word in words], selection.first, selection.last, CONTEXT)
    return TextQuote(exact, before, after)


def snippet(words: Sequence[Word], hit: Hit) -> tuple[str, str, str]:
    """What stands before a hit, its whole words, and what stands after it, for a list of results."""
    return snippet_of([word.text for word in words], hit.first, hit.last)


def snippet_of(texts: Sequence[str], first: int, last: int) -> tuple[str, str, str]:
    """``snippet`` on the words' texts alone."""
    match = composed(" ".join(texts[first : last + 1]))
    before, after = _around(texts, first, last, SNIPPET)
    return _whole_words_end(before), match, _whole_words_start(after)


def composed(text: str) -> str:
    """``text`` in Unicode's composed form (NFC): the one that is shown, kept and compared exactly."""
    return unicodedata.normalize("NFC", text)


def _around(texts: Sequence[str], first: int, last: int, letters: int) -> tuple[str, str]:
    # Every word has a letter, so as many words as letters are always enough.
    before = composed(" ".join(texts[max(0, first - letters) : first]))
    after = composed(" ".join(texts[last + 1 : last + 1 + letters]))
    return before[-letters:], after[:letters]


def _whole_words_end(text: str) -> str:
    return text if len(text) < SNIPPET else re.sub(r"^\S*\s", "", text)


def _whole_words_start(text: str) -> str:
    return text if len(text) < SNIPPET else re.sub(r"\s\S*$", "", text)


def _line_rects(words: Sequence[Word], first: int, last: int, head: float, tail: float) -> tuple[Rect, ...]:
    """A box a line. ``head`` and ``tail`` say where in the first and last word it begins and ends (0 to 1).

    Inside a word all letters count as equally wide; the boxes of letters do not travel.
    """
    rects: list[Rect] = []
    for index in range(first, last + 1):
        word = words[index]
        upright = word.y1 - word.y0 > 2 * (word.x1 - word.x0) and len(word.text) > 1
        x0, y0, x1, y1 = word[:4]
        if index == first and not upright:
            x0 = word.x0 + head * (word.x1 - word.x0)
        if index == last and not upright:
            x1 = word.x0 + min(1.0, tail) * (word.x1 - word.x0)
        if index > first and _same_line(words[index - 1], word):
            line = rects[-1]
            rects[-1] = Rect(min(line.x0, x0), min(line.y0, y0), max(line.x1, x1), max(line.y1, y1))
        else:
            rects.append(Rect(x0, y0, x1, y1))
    return tuple(rects)


def _same_line(a: Word, b: Word) -> bool:
    return (a.block, a.line) == (b.block, b.line)


def _nearest(words: Sequence[Word], point: tuple[float, float]) -> int:
    x, y = point

    def distance(index: int) -> float:
        word = words[index]
        across = max(word.x0 - x, 0.0, x - word.x1)
        down = max(word.y0 - y, 0.0, y - word.y1)
        return across + 20.0 * down

    return min(range(len(words)), key=distance)


def _bare(letter: str) -> str:
    if letter in "đĐðÐ":
        return "d"
    # Marks (Mn) sit on letters; format characters (Cf: soft hyphen, joiners) are invisible.
    return "" if unicodedata.category(letter) in ("Mn", "Cf") else letter


def _plain_letters() -> dict[int, str]:
    """Every letter of the Latin blocks and every combining mark, with what is left of it."""
    table = {}
    for code in (*range(0xA0, 0x370), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        plain = "".join(_bare(part) for part in unicodedata.normalize("NFKD", letter))
        if plain != letter:
            table[code] = sys.intern(plain)
    return table


_PLAIN: Final = _plain_letters()
