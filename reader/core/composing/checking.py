"""What a machine can find out about a packet's documents before two people sign them. Pure.

A finding is a remark for the secretary; only ``REFUSED`` ones keep a packet from being submitted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from msgspec import Struct

from reader.core.composing.composition import ComposedDocument, Composition
from reader.pdf import fold
from sync.model.ids import Digest

LINE_BYTES_PER_MINUTE: Final = 128_000 // 8 * 60
"""What a line of 128 kbit/s carries."""
_SECRET: Final = {
    "mat": "Mật",
    "toi mat": "Tối mật",
    "tuyet mat": "Tuyệt mật",
}
"""Markings of state secrets (Law 29/2018, article 8): they never travel in a packet."""
_STAMP: Final = re.compile(r"(?:do mat\s*:?\s*)?(tuyet mat|toi mat|mat)\Z")
_OTHER_WORDS: Final = frozenset("\u0301\u0306")
"""An acute or a breve makes it mất, mát, mắt or mặt. No other mark does: one that a scan lost or took for
another is no reason to let a secret through."""
_WITH_ANNEX: Final = re.compile(r"kem theo\s+(?:\w+\s+){0,4}?phu luc|phu luc\s+(?:\w+\s+){0,4}?kem theo")
_ANNEX: Final = re.compile(r"phu luc(?:\s+(?:so\s+)?[ivx\d]+)?\b")


class Finding(StrEnum):
    """What can be said of one document."""

    CLASSIFIED = "classified"
    """It bears the marking of a state secret."""
    LOST = "lost"
    """Its file is not on this laptop any more."""
    TWICE = "twice"
    """The same bytes are in the packet as another document."""
    SCAN = "scan"
    """No text: nobody finds anything in it, and notes stand on pictures."""
    REPAIRED = "repaired"
    """The file was broken and shows what could be saved."""
    FONTS = "fonts"
    """Fonts are not in the file: another laptop shows others."""
    NO_ANNEX = "no_annex"
    """It speaks of an annex that is neither in it nor beside it."""
    CONVERTED = "converted"
    """Made from a Word file here: to be looked at."""
    UNSIGNED = "unsigned"
    """It has a number and no digital signature. The least of all: what stands before it must not hide behind
    it."""


REFUSED: Final = frozenset({Finding.CLASSIFIED, Finding.LOST})
"""With one of these no packet is submitted."""


class FileFacts(Struct, frozen=True, kw_only=True):
    """What the PDF child found in a file, and what follows from its text; kept with the file."""

    pages: int
    has_text: bool
    repaired: bool = False
    signed: bool = False
    fonts_lacking: int = 0
    """How many fonts are not embedded."""
    secret: str = ""
    """The marking that was found, in words."""
    wants_annex: bool = False
    has_annex: bool = False
    converted: bool = False


@dataclass(frozen=True)
class Remark:
    """One finding. ``what`` is the marking, or the name of the other document."""

    finding: Finding
    what: str = ""

    @property
    def refuses(self) -> bool:
        """Whether the packet cannot be submitted with it."""
        return self.finding in REFUSED


def read_text(pages: Sequence[Sequence[str]]) -> tuple[str, bool, bool]:
    """From the lines of all pages: a secret's marking, whether an annex is spoken of, whether there is one.

    A marking is a line of its own, in capitals or behind "Độ mật:": the word inside a sentence is none, and
    neither are words that differ by a mark, "MẶT" and "MẤT".
    """
    secret, wants, has = "", False, False
    for lines in pages:
        folded = [fold(line).strip() for line in lines]
        for line, key in zip(lines, folded, strict=True):
            stamp = _STAMP.match(key)
            if stamp and not secret and _is_marking(line, key):
                secret = _SECRET[stamp.group(1)]
            has = has or (line.isupper() and _ANNEX.match(key) is not None)
        wants = wants or _WITH_ANNEX.search(" ".join(folded)) is not None
    return secret, wants, has


def _is_marking(line: str, key: str) -> bool:
    """Of a line that is a marking's once its marks are taken away; ``key`` is the line without them."""
    last = unicodedata.normalize("NFKD", line).split()[-1]
    return (line.isupper() or key.startswith("do mat")) and not _OTHER_WORDS & set(last)


def check(packet: Composition, facts: Mapping[Digest, FileFacts]) -> dict[str, tuple[Remark, ...]]:
    """All remarks, by document; the worst first. ``facts`` by file, without those that are lost."""
    first: dict[Digest, ComposedDocument] = {}
    found: dict[str, tuple[Remark, ...]] = {}
    for item, document in packet.documents():
        beside = [one for one in item.documents if one.id != document.id]
        other = first.setdefault(document.file, document)
        remarks = _of_file(document, facts.get(document.file), beside)
        if other is not document:
            remarks.append(Remark(Finding.TWICE, other.name))
        order = list(Finding)
        found[document.id] = tuple(sorted(remarks, key=lambda one: order.index(one.finding)))
    return found


def minutes(size: int) -> int:
    """How long so many bytes take on a line of 128 kbit/s, rounded up."""
    return -(-size // LINE_BYTES_PER_MINUTE)


def _of_file(
    document: ComposedDocument, facts: FileFacts | None, beside: Iterable[ComposedDocument]
) -> list[Remark]:
    if facts is None:
        return [Remark(Finding.LOST)]
    numbered = document.symbol[:1].isdigit()
    annex_beside = any(fold(one.name).startswith("phu luc") for one in beside)
    told = (
        (bool(facts.secret), Remark(Finding.CLASSIFIED, facts.secret)),
        (not facts.has_text, Remark(Finding.SCAN)),
        (facts.repaired, Remark(Finding.REPAIRED)),
        (facts.fonts_lacking > 0, Remark(Finding.FONTS)),
        (facts.wants_annex and not facts.has_annex and not annex_beside, Remark(Finding.NO_ANNEX)),
        (facts.converted, Remark(Finding.CONVERTED)),
        (numbered and not facts.signed, Remark(Finding.UNSIGNED)),
    )
    return [remark for applies, remark in told if applies]
