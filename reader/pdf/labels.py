"""Page labels: how a document numbers its own pages (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reader.pdf.protocol import MAX_LABEL

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN: Final = 4_999
_LARGEST_LETTERS: Final = 26 * 20


@dataclass(frozen=True, slots=True)
class LabelRule:
    """From ``page`` (counted from 0) on: a prefix, and numbers in a style (D, R, r, A, a, or none)."""

    page: int
    style: str
    prefix: str
    first: int


def labels_of(rules: Iterable[LabelRule], count: int) -> tuple[str, ...]:
    """A label for each page; none at all where they say no more than the numbers from 1."""
    by_page = {rule.page: rule for rule in rules}
    labels = []
    rule = LabelRule(0, "D", "", 1)
    for page in range(count):
        rule = by_page.get(page, rule)
        number = _number(rule.style, rule.first + page - rule.page)
        labels.append((rule.prefix + number)[:MAX_LABEL])
    if all(label == str(page) for page, label in enumerate(labels, 1)):
        return ()
    return tuple(labels)


def _number(style: str, number: int) -> str:
    if style == "D":
        return str(number)
    if style in ("R", "r") and 0 < number <= _LARGEST_ROMAN:
        return _roman(number) if style == "r" else _roman(number).upper()
    if style in ("A", "a") and 0 < number <= _LARGEST_LETTERS:
        # A … Z, then AA … ZZ: the same letter, more often.
        times, letter = divmod(number - 1, 26)
        return chr(ord(style) + letter) * (times + 1)
    return str(number) if style else ""


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        out += letters * times
    return out
