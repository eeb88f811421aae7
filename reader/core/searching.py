"""Searching a meeting, or everything on this laptop: titles and symbols, pages, the person's own notes.

Only what this person may read now is found. A search is carried on slice by slice, so that it holds the
vault's thread for some milliseconds and can be dropped in between.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Final

from reader.core import standing
from reader.core.book import Book
from reader.core.runs import runs_of
from reader.pdf.protocol import MAX_QUERY
from reader.pdf.text import Place, composed, find_in_texts, fold, snippet_of
from reader.store.index import IndexState, page_keys
from reader.store.packets import OutlineDocument, StoredPacket
from sync.model.ids import DocumentId, MarkId, MeetingId

MOST: Final = 500
"""Places found; a query with more is not worth reading through."""
SLICE_SECONDS: Final = 0.012
_PAST: Final = timedelta(hours=12)
_PAGES_AT_ONCE: Final = 8
_LETTERS_BEFORE: Final = 24
"""Letters shown before a hit, so that it stands in the first line."""
_TOKEN: Final = re.compile(r"[^\W_]+")


class Where(StrEnum):
    """In what something was found."""

    MEETING = "meeting"
    ITEM = "item"
    DOCUMENT = "document"
    """In its name, symbol or summary."""
    PAGE = "page"
    NOTE = "note"


@dataclass(frozen=True)
class Found:
    """One place. ``spans`` of ``text`` are what was looked for: (start, length)."""

    where: Where
    meeting: MeetingId
    meeting_title: str
    text: str
    spans: tuple[tuple[int, int], ...]
    document: DocumentId | None = None
    """For an item its first one; None when it has none, and for a meeting."""
    document_name: str = ""
    has_text: bool = True
    """False for a document that is a scan."""
    page: int | None = None
    """From 0."""
    first: int = 0
    """The first and the last word of the place on its page (inclusive)."""
    last: int = 0
    mark: MarkId | None = None


@dataclass(frozen=True)
class Query:
    """What was typed, at most 200 letters of it. One without a letter or a digit finds nothing."""

    text: str
    exact: bool = False
    folded: str = field(init=False)
    tokens: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        text = " ".join(self.text.replace("\0", " ")[:MAX_QUERY].split())
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "folded", fold(text))
        object.__setattr__(self, "tokens", tuple(_TOKEN.findall(self.folded)))

    @property
    def goes_on(self) -> bool:
        """The last word may be the beginning of a longer one. A single letter is not: it begins too many."""
        return bool(self.tokens) and len(self.tokens[-1]) > 1 and self.folded.endswith(self.tokens[-1])


class Search:
    """One query on its way. ``more`` gives what was found, a few milliseconds' worth at a time, in this
    order: names of meetings, items and documents; pages by meeting, document, page; own notes."""

    def __init__(self, query: str, meeting: MeetingId | None = None, *, exact: bool = False) -> None:
        self.query = Query(query, exact)
        self.meeting = meeting
        self.finished = not self.query.tokens
        self.scans = 0
        """Documents looked over in vain so far: they are scans."""
        self._count = 0
        self._steps: Iterator[Found | None] | None = None

    @property
    def full(self) -> bool:
        """There may be more places than are ever given."""
        return self._count >= MOST

    def more(self, book: Book, seconds: float = SLICE_SECONDS) -> tuple[Found, ...]:
        """Go on for about so long; on the vault's thread, always with the same book."""
        if self._steps is None:
            self._steps = self._run(book)
        until = time.perf_counter() + seconds
        found: list[Found] = []
        while not self.finished:
            step = next(self._steps, self)
            if isinstance(step, Found):
                found.append(step)
                self._count += 1
            self.finished = step is self or self.full
            if time.perf_counter() >= until:
                break
        return tuple(found)

    def _run(self, book: Book) -> Iterator[Found | None]:
        """Nothing is given where nothing was found, so that there is a place to stop."""
        meetings = self._meetings(book)
        for stored in meetings:
            yield from self._names(stored)
            yield None
        yield from self._pages(book, meetings)
        for stored in meetings:
            yield from self._notes(book, stored)
            yield None

    def _meetings(self, book: Book) -> list[StoredPacket]:
        if standing.is_revoked(book):
            return []
        now = book.now()
        found = [
            book.vault.packets.get(manifest)
            for meeting, manifest in book.vault.packets.readable(now, now - _PAST)
            if self.meeting in (None, meeting)
        ]
        return [stored for stored in found if stored is not None]

    # --- names

    def _names(self, stored: StoredPacket) -> Iterator[Found]:
        about = stored.manifest.meeting
        if self.meeting is None:
            yield from self._name(stored, Where.MEETING, (about.title,))
        for item in stored.items:
            yield from self._name(stored, Where.ITEM, (item.title,), *item.documents[:1])
            for document in item.documents:
                parts = (document.name, document.symbol, document.summary)
                yield from self._name(stored, Where.DOCUMENT, parts, document)

    def _name(
        self,
        stored: StoredPacket,
        where: Where,
        parts: Sequence[str],
        document: OutlineDocument | None = None,
    ) -> Iterator[Found]:
        shown: list[str] = []
        for part in parts:
            if part and not any(part in before for before in shown):
                shown.append(part)
        words = composed(" – ".join(shown)).split()
        places = self._in_words(words)
        if places:
            text, spans = _marked(words, places)
            yield _found(stored, where, text, spans, document)

    def _in_words(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Every word of the query begins a word here, in whatever order; exactly: the query as it stands."""
        if self.query.exact:
            return [(p.first, p.last) for p in find_in_texts(words, self.query.text, exact=True)]
        heads = [_TOKEN.findall(fold(word)) for word in words]
        places: set[int] = set()
        for token in self.query.tokens:
            here = {n for n, head in enumerate(heads) if any(one.startswith(token) for one in head)}
            if not here:
                return []
            places |= here
        return runs_of(places)

    # --- pages

    def _pages(self, book: Book, meetings: Sequence[StoredPacket]) -> Iterator[Found | None]:
        pages = book.vault.index.pages_with(self.query.folded, prefix=self.query.goes_on)
        yield None
        known = book.vault.index.documents()
        for stored in meetings:
            for document in (one for item in stored.items for one in item.documents):
                number, state = known.get(document.sha256, (0, IndexState.COMING))
                self.scans += not document.has_text or state is IndexState.NO_TEXT
                if number in pages:
                    yield from self._in_document(book, stored, document, number, pages)

    def _in_document(
        self,
        book: Book,
        stored: StoredPacket,
        document: OutlineDocument,
        number: int,
        pages: Mapping[int, Sequence[int]],
    ) -> Iterator[Found | None]:
        keys = page_keys(number, pages[number])
        for start in range(0, len(keys), _PAGES_AT_ONCE):
            step = keys[start : start + _PAGES_AT_ONCE]
            # Read as late as this: what was destroyed meanwhile is not found any more.
            texts = book.vault.index.texts(step)
            for key in step:
                words = texts.get(key, "").split(" ")
                for place in find_in_texts(words, self.query.text, self.query.exact):
                    if self._stands_alone(words, place):
                        text, spans = _excerpt(words, place.first, place.last)
                        yield _found(
                            stored,
                            Where.PAGE,
                            text,
                            spans,
                            document,
                            page=key.page,
                            first=place.first,
                            last=place.last,
                        )
            yield None

    def _stands_alone(self, words: Sequence[str], place: Place) -> bool:
        """Whether it begins where a word begins; a query that does not go on must also end with one."""
        if not self.query.text[0].isalnum():
            return True
        key = composed if self.query.exact else fold
        first, last = key(words[place.first]), key(words[place.last])
        begin, end = round(place.head * len(first)), round(place.tail * len(last))
        if first[:begin][-1:].isalnum():
            return False
        return self.query.goes_on or not last[end : end + 1].isalnum()

    # --- notes

    def _notes(self, book: Book, stored: StoredPacket) -> Iterator[Found]:
        documents = {one.id: one for item in stored.items for one in item.documents}
        for fact in book.project(stored.manifest.meeting.id).marks:
            mark = fact.mark
            if fact.person != book.identity.person or not mark.text:
                continue
            words = composed(mark.text).split()
            places = self._in_words(words)
            if places:
                text, spans = _excerpt(words, *places[0])
                document = documents.get(mark.document)
                yield _found(stored, Where.NOTE, text, spans, document, page=mark.page, mark=mark.id)


def search(
    book: Book, query: str, meeting: MeetingId | None = None, exact: bool = False
) -> tuple[Found, ...]:
    """All that is found, at once."""
    going = Search(query, meeting, exact=exact)
    found: list[Found] = []
    while not going.finished:
        found += going.more(book)
    return tuple(found)


def _found(
    stored: StoredPacket,
    where: Where,
    text: str,
    spans: tuple[tuple[int, int], ...],
    document: OutlineDocument | None,
    *,
    page: int | None = None,
    first: int = 0,
    last: int = 0,
    mark: MarkId | None = None,
) -> Found:
    about = stored.manifest.meeting
    return Found(
        where=where,
        meeting=about.id,
        meeting_title=about.short or about.title,
        text=text,
        spans=spans,
        document=document.id if document is not None else None,
        document_name=document.name if document is not None else "",
        has_text=document is None or document.has_text,
        page=page,
        first=first,
        last=last,
        mark=mark,
    )


def _marked(
    words: Sequence[str], places: Sequence[tuple[int, int]]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words as a line, and where in it these of them are."""
    starts = []
    at = 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    spans = tuple((starts[a], starts[b] + len(words[b]) - starts[a]) for a, b in places)
    return " ".join(words), spans


def _excerpt(words: Sequence[str], first: int, last: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A place with some words before and after it."""
    before, match, after = snippet_of(words, first, last)
    lead = before.split()
    while len(lead) > 1 and len(" ".join(lead)) > _LETTERS_BEFORE:
        lead.pop(0)
    head = ("" if first <= len(lead) else "…") + "".join(f"{word} " for word in lead)
    ends = last + 1 + len(after.split()) >= len(words)
    tail = f" {after}" if after else ""
    tail = tail if ends else tail.rstrip(" .,;:…") + "…"
    return head + match + tail, ((len(head), len(match)),)
