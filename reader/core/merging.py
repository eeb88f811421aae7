"""The secretary's merge: what was shared about one place in the same words is one matter with one answer.

Pure but for ``answer``, which writes the desk's answer to every voice of a group.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.core import opining
from reader.core.book import Book
from reader.core.line_views import Trip
from reader.core.mark_views import on_version
from reader.core.opinion_views import OpinionView, last_answer
from reader.core.views import DeskView, ItemView
from reader.pdf.text import fold
from sync.errors import Code, SohopError
from sync.model.annotation import Audience
from sync.model.ids import DocumentId, ItemId, MarkId, MeetingId, OpinionId
from sync.model.opinion import Answer, OpinionKind

_TELLING: Final = 6
"""Words from which on a text says the same wherever it stands."""
_WORD = re.compile(r"\w+")
_CLAUSE: Final = tuple(
    re.compile(rf"\b{name}\W{{0,3}}({number})\b")
    for name, number in (("dieu", r"\d{1,4}[a-z]?"), ("khoan", r"\d{1,4}[a-z]?"), ("diem", r"[a-z]\d{0,2}"))
)


@dataclass(frozen=True)
class Voice:
    """One shared mark or one opinion: who said what about which place."""

    id: str
    on_mark: bool
    author: str
    mine: bool
    kind: OpinionKind
    text: str
    quote: str
    """The words of the document that were marked."""
    item: ItemId | None
    document: DocumentId | None
    page: int | None
    """From 0; None where no page was meant."""
    clause: str
    audience: Audience
    at: datetime
    replies: tuple[OpinionView, ...] = ()
    old: bool = False
    """The page is one of an earlier version of the document, and it is not known where that went."""

    @property
    def answered(self) -> OpinionView | None:
        """The desk's last answer."""
        return last_answer(self.replies)


@dataclass(frozen=True)
class Group:
    """Voices that say the same, the earliest first; all about one document, or one item as a whole."""

    voices: tuple[Voice, ...]

    @property
    def first(self) -> Voice:
        """The one that speaks for the group."""
        return self.voices[0]

    @property
    def authors(self) -> tuple[str, ...]:
        """Who says so, each once."""
        return tuple(dict.fromkeys(voice.author for voice in self.voices))

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, each wording once."""
        return tuple(dict.fromkeys(voice.text for voice in self.voices if voice.text))

    @property
    def clause(self) -> str:
        """The place in words, if anybody named it."""
        return next((voice.clause for voice in self.voices if voice.clause), "")

    @property
    def page(self) -> int | None:
        """The first page that is meant; None where none is."""
        pages = [voice.page for voice in self.voices if voice.page is not None]
        return min(pages, default=None)

    @property
    def unanswered(self) -> int:
        """How many voices the desk has not answered."""
        return sum(voice.answered is None for voice in self.voices)

    @property
    def answer(self) -> OpinionView | None:
        """The desk's answer when all voices have the same; else None."""
        answers = [voice.answered for voice in self.voices]
        said = {None if one is None else (one.answer, one.text) for one in answers}
        return answers[0] if len(said) == 1 else None


def voices(view: DeskView) -> tuple[Voice, ...]:
    """Everything to be merged: shared marks, comments and questions. Who asks for the word is listed apart,
    and what a hub refused was never shared."""
    items = {document.id: item.id for item in view.items for document in item.documents}
    newest = {document.id: document.sha256 for item in view.items for document in item.documents}
    marks = (
        Voice(
            id=mark.id,
            on_mark=True,
            author=mark.author,
            mine=mark.mine,
            kind=OpinionKind.COMMENT,
            text=mark.text.strip(),
            quote=mark.quote.exact.strip() if mark.quote is not None else "",
            item=items.get(mark.document),
            document=mark.document,
            page=shown.page,
            clause="",
            audience=mark.audience,
            at=mark.at,
            replies=view.said.replies.get(mark.id, ()),
            old=not shown.current,
        )
        for mark in view.marks
        for shown in on_version(mark, newest.get(mark.document, mark.sha256))[:1]
    )
    opinions = (
        Voice(
            id=one.id,
            on_mark=False,
            author=one.author,
            mine=one.mine,
            kind=one.kind,
            text=one.text.strip(),
            quote="",
            item=one.item,
            document=one.document,
            page=None,
            clause=one.clause.strip(),
            audience=one.audience,
            at=one.at,
            replies=one.replies,
        )
        for one in view.said.opinions
        if one.kind is not OpinionKind.FLOOR and one.trip is not Trip.REFUSED
    )
    return (*marks, *opinions)


def merge(view: DeskView) -> tuple[Group, ...]:
    """All groups of a meeting, by agenda, document, page and clause."""
    return group(voices(view), view.items)


def group(said: Iterable[Voice], items: Sequence[ItemView]) -> tuple[Group, ...]:
    """Put together what says the same, whatever the order in which it is given.

    The same: about one document (or one item as a whole) and with one kind, either the same folded words
    about the same place, or the very same text wherever in it, if it is long enough to say something without
    its place ("Đề nghị làm rõ" is not). A mark without words speaks by what it marks.
    """
    ordered = sorted(said, key=lambda voice: (voice.at, voice.id, voice.on_mark))
    group_of: list[int] = []
    """By voice, the number of an earlier one of its group, or its own."""
    known: dict[tuple[object, ...], int] = {}
    for number, voice in enumerate(ordered):
        group_of.append(number)
        for key in _keys(voice):
            earlier = _root(group_of, known.setdefault(key, number))
            here = _root(group_of, number)
            group_of[max(earlier, here)] = min(earlier, here)
    found: dict[int, list[Voice]] = {}
    for number, voice in enumerate(ordered):
        found.setdefault(_root(group_of, number), []).append(voice)
    places = {item.id: number for number, item in enumerate(items)}
    documents = {document.id: n for item in items for n, document in enumerate(item.documents)}
    groups = [Group(tuple(members)) for members in found.values()]
    return tuple(sorted(groups, key=lambda one: _order(one, places, documents)))


def answer(book: Book, meeting: MeetingId, matter: Group, given: Answer, text: str) -> int:
    """Answer every voice of a group, all or none; how many took it. An own earlier answer is changed.

    A voice that was deleted meanwhile takes none. Raises ``SohopError(NOT_PERMITTED | DISK_FULL)``.
    """
    done = 0
    with book.vault.transaction():
        known = book.project(meeting)
        for voice in matter.voices:
            before = voice.answered
            try:
                opining.reply(
                    book,
                    meeting,
                    MarkId(voice.id) if voice.on_mark else OpinionId(voice.id),
                    text,
                    on_mark=voice.on_mark,
                    answer=given,
                    opinion=before.id if before is not None and before.mine else None,
                    known=known,
                )
            except SohopError as error:
                if error.code is not Code.THREAD_ENDED:
                    raise
            else:
                done += 1
    return done


def clause_key(clause: str) -> tuple[str, ...]:
    """The clause whatever its wording: "khoản 2 Điều 5" is "Điều 5, khoản 2". Empty for none."""
    folded = fold(clause)
    parts = tuple(found.group(1) if (found := one.search(folded)) else "" for one in _CLAUSE)
    return parts if any(parts) else tuple(_WORD.findall(folded))


def _keys(voice: Voice) -> list[tuple[object, ...]]:
    """Voices with one of these in common are of one group."""
    about = (voice.kind, voice.document or voice.item, voice.document is None)
    exact = " ".join(unicodedata.normalize("NFC", voice.text).split())
    words = tuple(_WORD.findall(fold(voice.text)))
    keys: list[tuple[object, ...]] = []
    if len(words) >= _TELLING:
        keys.append(("text", *about, exact))
    if words:
        keys.append(("words", *about, voice.page, voice.old, clause_key(voice.clause), words))
    elif not exact and voice.quote:
        keys.append(("quote", *about, voice.page, voice.old, tuple(_WORD.findall(fold(voice.quote)))))
    return keys


def _root(group_of: list[int], number: int) -> int:
    while group_of[number] != number:
        number = group_of[number]
    return number


def _order(
    one: Group, items: dict[ItemId, int], documents: dict[DocumentId, int]
) -> tuple[int, int, str, int, list[tuple[int, str]], datetime, str]:
    """What is about an item as a whole comes before its documents; what is gone from the agenda last."""
    first = one.first
    page = one.page
    clause = [(int(re.sub(r"\D", "", part) or 0), part) for part in clause_key(one.clause)]
    return (
        items.get(first.item, len(items)) if first.item is not None else len(items),
        -1 if first.document is None else documents.get(first.document, len(documents)),
        first.document or "",
        -1 if page is None else page,
        clause,
        first.at,
        first.id,
    )
