"""Words being written on a page: kept while they are typed, and then a mark."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject

from reader.core import undoing
from reader.core.annotating import mark_of
from reader.core.book import Book
from reader.core.views import DocumentView, MarkView
from reader.ui.marks.acts import MarkActs
from reader.ui.page.text_pages import Writing
from reader.ui.page.view import PageView
from reader.ui.tasks import Asker
from sync.model.annotation import Mark, MarkKind
from sync.model.ids import DocumentId, MarkId, new_id

_KEPT = "text"


class Texts(QObject):
    """What is typed is never older than a second on the disk, and a mark after a crash."""

    def __init__(
        self, books: Asker, view: PageView, acts: MarkActs, find: Callable[[MarkId | None], MarkView | None]
    ) -> None:
        super().__init__(view)
        self._books = books
        self._acts = acts
        self._find = find
        self._document: DocumentView | None = None
        self._begun: DocumentView | None = None
        """What is written on, whatever is on the screen by now."""
        self._old: MarkView | None = None
        view.writingBegun.connect(self._begin)
        view.writingTyped.connect(self._keep)
        view.writingEnded.connect(self._end)

    def set_document(self, document: DocumentView | None) -> None:
        """The version on the screen, or waited for, or None."""
        self._document = document

    def resume(self, document: DocumentView) -> None:
        """What was being written when the program ended becomes a mark, which can be undone."""
        if self._begun is not None:
            return

        def work(book: Book) -> bool:
            kept = book.vault.settings.get(_key(document.id), list[Mark], [])
            if kept:
                with book.vault.transaction():
                    undoing.act(book, document.meeting, document.id, kept)
                    _clear(book, document.id)
            return bool(kept)

        self._books.ask(
            work, lambda found: self._acts.tell(document) if found else None, self._acts.failed.emit
        )

    def _begin(self, mark: MarkId | None) -> None:
        self._begun, self._old = self._document, self._find(mark)

    def _keep(self, writing: Writing) -> None:
        document = self._begun
        if document is not None:
            kept = [self._mark(document, writing)] if writing.text else []
            self._books.ask(
                lambda book: book.vault.settings.put(_key(document.id), kept), None, self._acts.failed.emit
            )

    def _end(self, writing: Writing) -> None:
        document, old = self._begun, self._old
        if document is None:
            return
        mark = self._mark(document, writing)
        self._begun = self._old = None
        same = old is not None and mark == mark_of(old)
        self._acts.do(
            document.meeting,
            document.id,
            [mark] if writing.text and not same else [],
            [old.id] if old is not None and not writing.text else [],
            also=lambda book: _clear(book, document.id),
        )

    def _mark(self, document: DocumentView, writing: Writing) -> Mark:
        old = self._old
        mark = (
            mark_of(old)
            if old is not None
            else Mark(
                id=MarkId(new_id("m")),
                document=document.id,
                sha256=document.sha256,
                page=writing.page,
                kind=MarkKind.TEXT,
            )
        )
        return msgspec.structs.replace(mark, rects=(writing.box,), text=writing.text, colour=writing.ink)


def _key(document: DocumentId) -> str:
    return f"{_KEPT}/{document}"


def _clear(book: Book, document: DocumentId) -> None:
    book.vault.settings.put(_key(document), [])
