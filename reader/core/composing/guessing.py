"""What a document is, guessed from its file's name and its first page, in the form of Decree 30/2020.

Proposals for the secretary, never decisions: what was not recognised stays empty. Pure; text comes from files
that strangers made, so all of it is made fit to be shown and cut to what a packet can hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from reader.core.plain import plain_line
from reader.pdf import fold

KINDS: Final = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
}
"""Kinds of administrative documents by the abbreviation in their symbol (Decree 30/2020, Appendix III)."""

_AS_WRITTEN: Final = ("Ủy ban nhân dân", "Hội đồng nhân dân", "xã", "phường", "thị trấn", "tỉnh", "thành phố")
"""How an office's name is written in a sentence, where its head has capitals throughout."""
_MORE_KINDS: Final = ("Dự thảo", "Phụ lục", "Danh sách", "Công văn", "Quy định", "Phiếu lấy ý kiến")
_LINE: Final = 500
_LOOK: Final = 40
"""Lines of a first page that are looked at: head, symbol, kind and summary stand above that."""
_SUMMARY_LINES: Final = 5

_BY_FOLDED: Final = {fold(code): code for code in KINDS}
_NAMES: Final = {fold(name): name for name in (*KINDS.values(), *_MORE_KINDS)}
_ORDER: Final = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,3})(?=$|[^\d])[\s._)\-–]*")
_SYMBOL: Final = re.compile(
    r"(?<!\d)(\d{1,5})\s*(?:[/_\- ]\s*((?:19|20)\d\d)\s*)?[/_\- ]\s*([A-Za-zĐđ]{1,4})\s*[/_\- ]\s*"
    r"([A-ZĐƯƠÂÊÔĂ]{2,12}(?:[\-_][A-ZĐƯƠÂÊÔĂ0-9]{1,12}){0,3})(?![A-Za-zĐđ])"
)
_DATE: Final = re.compile(r",\s*ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})")
_MOTTO: Final = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap\s*[-–]\s*tu do\s*[-–]\s*hanh phuc")
_END_OF_SUMMARY: Final = re.compile(
    r"kinh gui|can cu|hoi dong nhan dan|uy ban nhan dan|chu tich|dieu 1|[ivx1]+[.)]\s|thuc hien"
)
_RULE: Final = re.compile(r"[\s_\-–—=*.]*\Z")


@dataclass(frozen=True)
class Guess:
    """A proposal. What is empty was not recognised."""

    order: tuple[int, ...] = ()
    """The number before the name: files and items are put in its order."""
    kind: str = ""
    symbol: str = ""
    issued: date | None = None
    issuer: str = ""
    summary: str = ""
    name: str = ""
    """What the document would be called."""


def guess(file_name: str, first_page: Sequence[str] = ()) -> Guess:
    """From a file's name, with or without folders, and the lines of its first page, top to bottom.

    What the page says goes before what the name says.
    """
    order, rest = split_order(stem(file_name))
    lines = [line for line in (plain_line(line)[:_LINE] for line in first_page[:_LOOK]) if line]
    symbol = _symbol_on(lines) or _symbol(rest)
    top, kind = _kind_on(lines)
    summary = _summary(lines[top:]) if kind else _about(lines)
    return Guess(
        order=order,
        kind=kind or _kind_of(symbol) or _kind_in(rest),
        symbol=symbol,
        issued=_date(lines[:top]),
        issuer=_issuer(lines),
        summary=summary,
        name=_name(kind or _kind_of(symbol), symbol, summary, rest) or plain_line(file_name)[:_LINE],
    )


def split_order(name: str) -> tuple[tuple[int, ...], str]:
    """The number that a name begins with (``01``, ``2.3``) and what follows: ``((1,), "To trinh")``.

    A year, or a number with a sign of its own behind it, is no order: ``12-TTr-UBND`` keeps its twelve.
    """
    text = plain_line(name.replace("_", " "))
    found = _ORDER.match(text)
    if found is None or _SYMBOL.match(text):
        return (), text
    order = tuple(int(part) for part in found.group(1).split("."))
    rest = text[found.end() :]
    return (order, rest) if rest else ((), text)


def stem(file_name: str) -> str:
    """A file's name without its folders and its ending."""
    last = plain_line(re.split(r"[/\\]", file_name)[-1]).rstrip(". ")
    return re.sub(r"\.(pdf|docx?|odt|rtf|xlsx?|pptx?)\Z", "", last, flags=re.IGNORECASE)


def _symbol(text: str) -> str:
    found = _SYMBOL.search(text)
    if found is None:
        return ""
    number, year, code, office = found.groups()
    known = _BY_FOLDED.get(fold(code))
    if known is None and not code.isupper():
        return ""
    return f"{number}/{year + '/' if year else ''}{known or code}-{office.replace('_', '-')}"


def _symbol_on(lines: Sequence[str]) -> str:
    for line in lines:
        if (at := fold(line).find("so:")) >= 0 and (symbol := _symbol(line[at:])):
            return symbol
    return ""


def _kind_of(symbol: str) -> str:
    code = symbol.partition("-")[0].rpartition("/")[2]
    return KINDS.get(code, "")


def _kind_in(text: str) -> str:
    """The kind whose name stands first in a text."""
    folded = fold(text)
    found = [(at, name) for key, name in _NAMES.items() if (at := folded.find(key)) >= 0]
    return min(found)[1] if found else ""


def _kind_on(lines: Sequence[str]) -> tuple[int, str]:
    """The kind stands on lines of its own, in capitals; how many lines there are down to its end, and it.

    ``DỰ THẢO`` with ``NGHỊ QUYẾT`` under it is one kind. Without any, the head is taken to be 12 lines.
    """
    names: list[str] = []
    for number, line in enumerate(lines):
        name = _NAMES.get(fold(line).strip()) if line.isupper() else None
        if name is not None:
            names.append(name if not names else name.lower())
        elif names:
            return number, " ".join(names)
    return (len(lines), " ".join(names)) if names else (12, "")


def _date(lines: Sequence[str]) -> date | None:
    for line in lines:
        found = _DATE.search(fold(line))
        if found is not None:
            day, month, year = map(int, found.groups())
            try:
                return date(year, month, day) if 1900 < year < 2900 else None
            except ValueError:
                return None
    return None


def _issuer(lines: Sequence[str]) -> str:
    """The lines in capitals above the symbol, without the motto: the office, and the place it is of."""
    above: list[str] = []
    for line in lines:
        if "so:" in fold(line):
            return _as_written(" ".join(above[-2:])) if len(above) <= 4 else ""
        text = _without_motto(line)
        if text and text.isupper() and not _RULE.match(text):
            above.append(text)
    return ""


def _as_written(capitals: str) -> str:
    text = f" {capitals.title()} "
    for words in _AS_WRITTEN:
        text = text.replace(f" {words.title()} ", f" {words} ")
    return _capital(text.strip())[:_LINE]


def _without_motto(line: str) -> str:
    found = _MOTTO.search(fold(line))
    return line if found is None else line[: found.start()].strip()


def _about(lines: Sequence[str]) -> str:
    """Of a letter: what stands behind V/v, under its symbol."""
    start = next((n for n, line in enumerate(lines) if fold(line).startswith("v/v")), None)
    return "" if start is None else _summary(lines[start:])


def _summary(lines: Sequence[str]) -> str:
    """What stands under the kind, up to the address, the first ground or a rule."""
    taken: list[str] = []
    for line in lines[:_SUMMARY_LINES]:
        if _RULE.match(line) or _END_OF_SUMMARY.match(fold(line)):
            break
        taken.append(line)
    return _capital(" ".join(taken))[:_LINE]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _name(kind: str, symbol: str, summary: str, rest: str) -> str:
    """Without a symbol the kind alone says too little: a meeting may have twelve annexes."""
    if symbol:
        return f"{kind} {symbol}".strip()[:_LINE]
    if kind and summary:
        return f"{kind} {summary[:1].lower()}{summary[1:]}"[:_LINE]
    if kind and not fold(rest).startswith(fold(kind)):
        return kind
    return _capital(rest if " " in rest else rest.replace("-", " ").strip())[:_LINE]
