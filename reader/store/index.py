"""The words of the documents on this laptop: one row a page, once for every SHA-256, encrypted with the rest.

What is matched is the folded text, by SQLite's FTS5; what is shown is the text beside it. Folding is the
caller's: one function for index and query. When the last copy of a document is destroyed, its words go in the
same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from reader.store.database import Database
from reader.store.events import moment
from sync.model.ids import Digest, DocumentId

_PAGES: Final = 32_768
"""Room for a document's pages in the row ids."""
_ASK: Final = 200
"""Rows looked up in one statement."""
_SHOWN: Final = (
    "FROM packet p INDEXED BY packet_lease JOIN packet_document pd ON pd.manifest = p.manifest "
    "JOIN document d ON d.meeting = p.meeting AND d.sha256 = pd.sha256 AND d.complete "
    "LEFT JOIN index_document i ON i.sha256 = pd.sha256 AND i.version = ? "
    "WHERE p.current AND NOT p.erased "
)


class IndexState(StrEnum):
    """How far a document's words have come."""

    COMING = "coming"
    DONE = "done"
    NO_TEXT = "no_text"
    """It is a scan: there are no words to find."""
    UNREADABLE = "unreadable"


class PageKey(NamedTuple):
    """A page in the index: the document's number there, and the page from 0."""

    document: int
    page: int


@dataclass(frozen=True)
class IndexedPage:
    """A page's words with a space between them, as shown and as matched."""

    page: int
    text: str
    folded: str


@dataclass(frozen=True)
class Unread:
    """The next document to be indexed, and from which page on."""

    manifest: Digest
    document: DocumentId
    sha256: Digest
    next_page: int


class SearchIndex:
    """``version`` is of what makes the text: a document that another version read is read again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- building

    def next_unread(self, version: int, now: datetime) -> Unread | None:
        """A document that can be opened and whose words are not all here: of the next meeting first."""
        row = self._database.one(
            "SELECT p.manifest, pd.document, pd.sha256, coalesce(i.next_page, 0) "
            f"{_SHOWN} AND coalesce(i.state, 'coming') = 'coming' "
            "ORDER BY p.ends < ?, p.starts, p.meeting, pd.position LIMIT 1",
            (version, moment(now)),
        )
        if row is None:
            return None
        return Unread(Digest(row[0]), DocumentId(row[1]), Digest(row[2].hex()), row[3])

    def progress(self, version: int) -> tuple[int, int]:
        """How many of the documents that can be opened have been read, and how many there are."""
        row = self._database.one(
            "SELECT count(DISTINCT iif(i.state <> 'coming', pd.sha256, NULL)), count(DISTINCT pd.sha256) "
            + _SHOWN,
            (version,),
        )
        assert row is not None
        return int(row[0]), int(row[1])

    def add(self, sha256: Digest, version: int, pages: Sequence[IndexedPage], next_page: int) -> bool:
        """Keep pages of a document, read up to before ``next_page``. One commit.

        False when the document is not here any more: then nothing was kept. Raises ``SohopError(DISK_FULL)``.
        """
        with self._database.transaction():
            known = self._opened(sha256, version)
            if known is None:
                return False
            number, read = known
            rows = [
                (number * _PAGES + one.page, one.text, one.folded)
                for one in pages
                if one.folded and read <= one.page < _PAGES
            ]
            self._database.run_many("INSERT INTO index_page (id, text, folded) VALUES (?, ?, ?)", rows)
            self._database.run("UPDATE index_document SET next_page = ? WHERE id = ?", (next_page, number))
        return True

    def finish(self, sha256: Digest, version: int, *, readable: bool = True) -> None:
        """All pages have been read, or it can't be; one without any words is a scan."""
        with self._database.transaction():
            known = self._opened(sha256, version)
            if known is None:
                return
            number, _ = known
            if not readable:
                state = IndexState.UNREADABLE
            elif self._database.one(
                "SELECT 1 FROM index_page WHERE id BETWEEN ? AND ? LIMIT 1", _span(number)
            ):
                state = IndexState.DONE
            else:
                state = IndexState.NO_TEXT
            self._database.run("UPDATE index_document SET state = ? WHERE id = ?", (state, number))

    # --- searching

    def documents(self) -> Mapping[Digest, tuple[int, IndexState]]:
        """Number and state of every document in the index."""
        rows = self._database.all("SELECT sha256, id, state FROM index_document")
        return {Digest(sha256.hex()): (number, IndexState(state)) for sha256, number, state in rows}

    def pages_with(self, phrase: str, *, prefix: bool) -> Mapping[int, list[int]]:
        """The pages that have these folded words one after another, by document number, in order.

        With ``prefix`` the last word may go on. Whatever stands in ``phrase`` is words, never an operator.
        """
        quoted = '"' + phrase.replace('"', " ").replace("\0", " ") + '"' + ("*" if prefix else "")
        found: dict[int, list[int]] = {}
        for (row,) in self._database.all("SELECT rowid FROM index_word WHERE index_word MATCH ?", (quoted,)):
            found.setdefault(row // _PAGES, []).append(row % _PAGES)
        return found

    def texts(self, keys: Sequence[PageKey]) -> Mapping[PageKey, str]:
        """The text of these pages, those that are still here."""
        found: dict[PageKey, str] = {}
        for start in range(0, len(keys), _ASK):
            asked = [key.document * _PAGES + key.page for key in keys[start : start + _ASK]]
            marks = ", ".join("?" * len(asked))
            for row, text in self._database.all(
                f"SELECT id, text FROM index_page WHERE id IN ({marks})",  # noqa: S608 - only "?"
                asked,
            ):
                found[PageKey(row // _PAGES, row % _PAGES)] = text
        return found

    # --- erasing

    def sweep_at_commit(self) -> None:
        """As the last of this transaction, destroy the words of documents of which no copy is left."""
        self._database.before_commit("search index", self._sweep)

    def _sweep(self) -> None:
        gone = self._database.run(
            "DELETE FROM index_document WHERE NOT EXISTS "
            "(SELECT 1 FROM document d WHERE d.sha256 = index_document.sha256)"
        )
        if gone:
            # FTS5 only notes that a page's words are gone, until its lists are merged into one. Its own
            # 'secure-delete' takes 30 ms a page; this a fifth of a second for 5,000 pages, once.
            self._database.run("INSERT INTO index_word (index_word) VALUES ('optimize')")

    def _opened(self, sha256: Digest, version: int) -> tuple[int, int] | None:
        """Number and next page of the document's row, made when needed; None when no copy is here."""
        digest = bytes.fromhex(sha256)
        if not self._database.one("SELECT 1 FROM document WHERE sha256 = ? AND complete", (digest,)):
            return None
        self._database.run("DELETE FROM index_document WHERE sha256 = ? AND version <> ?", (digest, version))
        self._database.run(
            "INSERT INTO index_document (sha256, version, state) VALUES (?, ?, 'coming') "
            "ON CONFLICT (sha256) DO NOTHING",
            (digest, version),
        )
        row = self._database.one("SELECT id, next_page FROM index_document WHERE sha256 = ?", (digest,))
        assert row is not None
        return int(row[0]), int(row[1])


def page_keys(document: int, pages: Iterable[int]) -> list[PageKey]:
    """The keys of a document's pages."""
    return [PageKey(document, page) for page in pages]


def _span(document: int) -> tuple[int, int]:
    return document * _PAGES, document * _PAGES + _PAGES - 1
