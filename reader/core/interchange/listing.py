"""A list of marks to be read by people: by meeting, document and page. Pure; the same for every format.

Text that others wrote (names, quotations, notes of colleagues) is made fit to be shown here, once for all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.core.plain import plain, plain_line
from reader.core.views import MarkView
from sync.model.annotation import Audience, Colour, MarkKind


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark, in words."""

    page: int
    """Counted from 1."""
    kind: str
    colour: str
    ink: Colour
    quoted: str
    text: str
    who: str
    """Who may read it; of somebody else's mark also whose it is."""
    at: str


@dataclass(frozen=True, slots=True)
class DocumentNotes:
    """The marks of one document, from the first page to the last."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class MeetingNotes:
    """The documents of one meeting that have marks."""

    title: str
    documents: tuple[DocumentNotes, ...]


@dataclass(frozen=True, slots=True)
class NotesList:
    """The whole list, with what stands above it."""

    title: str
    about: str
    warning: str
    columns: tuple[str, str, str, str, str]
    """Page, words, kind, who may read it, when."""
    page: str
    """What a page is called, with ``{page}`` to be filled in."""
    meetings: tuple[MeetingNotes, ...]

    @property
    def count(self) -> int:
        """How many marks."""
        return sum(len(document.entries) for meeting in self.meetings for document in meeting.documents)


@dataclass(frozen=True, slots=True)
class Sheaf:
    """The marks of a meeting as they are. ``names`` of its documents by id, in the order of the agenda;
    ``quoting``: the documents' own words may be written down.
    """

    title: str
    names: dict[str, str]
    marks: tuple[MarkView, ...]
    quoting: bool


def listed(sheaves: Iterable[Sheaf], owner: str, now: datetime, language: str) -> NotesList:
    """Put marks into words. ``language`` is ``vi`` unless it is ``en``."""
    said = _Words(1 if language == "en" else 0)
    meetings = tuple(
        MeetingNotes(plain_line(sheaf.title), tuple(_documents(sheaf, said)))
        for sheaf in sheaves
        if sheaf.marks
    )
    count = sum(len(document.entries) for meeting in meetings for document in meeting.documents)
    return NotesList(
        title=said("title").format(owner=plain_line(owner)),
        about=said("about").format(count=count, at=_moment(now)),
        warning=said("warning"),
        columns=(said("page"), said("words"), said("kind"), said("who"), said("at")),
        page=said("on-page"),
        meetings=meetings,
    )


def _documents(sheaf: Sheaf, said: _Words) -> Iterable[DocumentNotes]:
    by_document: dict[str, list[MarkView]] = {name: [] for name in sheaf.names}
    for mark in sheaf.marks:
        by_document.setdefault(mark.document, []).append(mark)
    for document, marks in by_document.items():
        if marks:
            marks.sort(key=_place)
            name = plain_line(sheaf.names.get(document, document))
            yield DocumentNotes(name, tuple(_entry(mark, sheaf.quoting, said) for mark in marks))


def _entry(mark: MarkView, quoting: bool, said: _Words) -> Entry:
    who = said(mark.audience.value)
    return Entry(
        page=mark.page + 1,
        kind=said(mark.kind.value),
        colour=said(mark.colour.value),
        ink=mark.colour,
        quoted=plain_line(mark.quote.exact) if quoting and mark.quote is not None else "",
        text=plain(mark.text),
        who=who if mark.mine else said("theirs").format(author=plain_line(mark.author), who=who),
        at=_moment(mark.at),
    )


def _place(mark: MarkView) -> tuple[int, float, float, datetime]:
    """Where it begins on its page; what has no place comes first."""
    if mark.rects:
        return mark.page, mark.rects[0].y0, mark.rects[0].x0, mark.at
    if mark.strokes:
        places = [place for stroke in mark.strokes for place in stroke.places]
        return mark.page, min(y for _, y in places), min(x for x, _ in places), mark.at
    return mark.page, -1.0, 0.0, mark.at


def _moment(when: datetime) -> str:
    return when.astimezone().strftime("%H:%M %d/%m/%Y")


class _Words:
    """The list's words in one language."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __call__(self, key: str) -> str:
        return _SAID[key][self._number]


_SAID: Final = {
    "title": ("Ghi chú của {owner}", "Notes of {owner}"),
    "about": ("{count} ghi chú, ghi lúc {at}.", "Notes: {count}, written {at}."),
    "warning": (
        "Lưu ý: ai có tệp này cũng đọc được, kể cả ghi chú riêng.",
        "Note: whoever has this file can read it, private notes included.",
    ),
    "page": ("Trang", "Page"),
    "on-page": ("Trang {page}", "Page {page}"),
    "words": ("Đoạn trích và ghi chú", "Quotation and note"),
    "kind": ("Loại", "Kind"),
    "who": ("Ai đọc được", "Who may read it"),
    "at": ("Lúc", "When"),
    "theirs": ("{author}, {who}", "{author}, {who}"),
    Audience.PRIVATE.value: ("riêng tôi", "only me"),
    Audience.SECRETARY.value: ("tôi và thư ký", "the secretary and me"),
    Audience.MEETING.value: ("cả kỳ họp", "everybody in the meeting"),
    Colour.YELLOW.value: ("vàng", "yellow"),
    Colour.GREEN.value: ("xanh lá", "green"),
    Colour.PINK.value: ("hồng", "pink"),
    Colour.BLUE.value: ("xanh dương", "blue"),
    MarkKind.HIGHLIGHT.value: ("Tô sáng", "Highlight"),
    MarkKind.UNDERLINE.value: ("Gạch chân", "Underline"),
    MarkKind.STRIKE.value: ("Gạch bỏ", "Strike-out"),
    MarkKind.NOTE.value: ("Ghi chú", "Note"),
    MarkKind.PEN.value: ("Nét bút", "Pen stroke"),
    MarkKind.RECTANGLE.value: ("Khung", "Frame"),
    MarkKind.ELLIPSE.value: ("Vòng tròn", "Ellipse"),
    MarkKind.ARROW.value: ("Mũi tên", "Arrow"),
    MarkKind.TEXT.value: ("Chữ trên trang", "Text on the page"),
    MarkKind.BOOKMARK.value: ("Dấu trang", "Bookmark"),
}
