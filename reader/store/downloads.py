"""What is still to be fetched, in which order, and taking it in chunk by chunk.

Any prefix of a document can be continued. Only verified chunks are kept. A chunk that any document here
already has is taken from there, so a revised document costs only what changed.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from reader.store.blocks import BlockDamagedError
from reader.store.database import Database
from reader.store.documents import Documents, Kept
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, MeetingId
from sync.model.meeting import AgendaItem, Chunk, Document
from sync.wire.codec import decode_payload, digest
from sync.wire.messages import MAX_CHUNKS_A_REQUEST

_BATCH_BYTES: Final = 8 * 1024 * 1024
"""Reused bytes in one commit."""
_GIVE_UP: Final = 2
"""A document whose chunks all fit but whose whole does not was described wrongly: fetching it a third time
would change nothing. A version with another description starts again."""
_REMEMBERED: Final = 8


@dataclass(frozen=True)
class NextDownload:
    """Ask the hub for ``chunks`` of this document, from number ``first`` on: a run of which none is here."""

    meeting: MeetingId
    manifest: Digest
    document: DocumentId
    sha256: Digest
    first: int
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True)
class DocumentProgress:
    """How much of one document is here, in bytes."""

    document: DocumentId
    sha256: Digest
    have: int
    size: int
    complete: bool
    to_come: int
    """Bytes still to travel: fewer than ``size - have`` when only changes come."""


@dataclass(frozen=True)
class _Wanted:
    meeting: MeetingId
    manifest: Digest
    document: DocumentId
    descriptor: Digest
    sha256: Digest
    size: int
    recipe: bytes


class Downloads:
    """One per vault: it remembers the running digests of documents on their way."""

    def __init__(self, database: Database, documents: Documents) -> None:
        self._database = database
        self._documents = documents
        self._items: OrderedDict[Digest, AgendaItem] = OrderedDict()
        self._running: dict[str, tuple[int, hashlib._Hash]] = {}

    def next(
        self, meeting_order: Sequence[MeetingId], wanted: DocumentId | None = None, *, drafts: bool = False
    ) -> NextDownload | None:
        """The next run of chunks to fetch: of ``wanted`` first, else in agenda order of the first meeting.

        Takes what is already on this laptop from there before it answers. ``drafts`` adds versions being
        prepared (for the desk), after everything shown. None when nothing is missing.
        Not inside a transaction. Raises ``SohopError(DISK_FULL)``.
        """
        for missing in self._missing(meeting_order, wanted, drafts):
            kept = self._reuse(missing)
            if kept.complete or kept.failures >= _GIVE_UP:
                continue
            return NextDownload(
                missing.meeting,
                missing.manifest,
                missing.document,
                missing.sha256,
                kept.next_chunk,
                self._run(self._document(missing).chunks, kept.next_chunk),
            )
        return None

    def put_chunks(self, manifest: Digest, document: DocumentId, first: int, chunks: Sequence[bytes]) -> int:
        """Take consecutive chunks from number ``first`` on; how many chunks of it are here now, in order.

        Chunks that are here are passed over, and so are chunks behind a gap (an answer to an old question).
        One commit. Not inside a transaction, because what was good stays when this raises ``SohopError``:
        ``WRONG_DIGEST`` (the first bad chunk and those after it are dropped; or the whole does not fit and
        the document starts again), ``PACKET_UNKNOWN``, ``DISK_FULL``.
        """
        wanted = self._find(manifest, document)
        kept = self._documents.begin(wanted.meeting, wanted.sha256, wanted.size, wanted.recipe)
        if kept.complete or first > kept.next_chunk:
            return kept.next_chunk
        described = self._document(wanted).chunks
        fresh = chunks[kept.next_chunk - first :]
        good: list[tuple[Digest, bytes]] = []
        for chunk, piece in zip(described[kept.next_chunk :], fresh, strict=False):
            if len(piece) != chunk.size or digest(piece) != chunk.digest:
                break
            good.append((chunk.digest, piece))
        after = self._append(kept, good)
        if len(good) < len(fresh) or (good and after.next_chunk == 0):
            raise SohopError(Code.WRONG_DIGEST)
        return after.next_chunk

    def reuse_local(self, manifest: Digest, document: DocumentId) -> int:
        """Take from this laptop the chunks that come next and are here already; how many bytes that gave.

        Raises ``SohopError(PACKET_UNKNOWN | DISK_FULL)``.
        """
        wanted = self._find(manifest, document)
        before = self._documents.begin(wanted.meeting, wanted.sha256, wanted.size, wanted.recipe)
        return max(0, self._reuse(wanted).have - before.have)

    def progress(self, meeting: MeetingId) -> list[DocumentProgress]:
        """Every document of the shown version (or of the newest draft, when none is shown), in order."""
        rows = self._database.all(
            "SELECT pd.document, pd.sha256, coalesce(d.have, 0), pd.size, coalesce(d.complete, 0) "
            "FROM packet_document pd LEFT JOIN document d ON d.meeting = ? AND d.sha256 = pd.sha256 "
            "WHERE pd.manifest = (SELECT manifest FROM packet WHERE meeting = ? "
            "ORDER BY current DESC, version DESC LIMIT 1) ORDER BY pd.position",
            (meeting, meeting),
        )
        return [
            DocumentProgress(
                DocumentId(row[0]), Digest(row[1].hex()), row[2], row[3], bool(row[4]), row[3] - row[2]
            )
            for row in rows
        ]

    def _missing(
        self, meeting_order: Sequence[MeetingId], wanted: DocumentId | None, drafts: bool
    ) -> list[_Wanted]:
        rows = self._database.all(
            "SELECT p.meeting, p.manifest, pd.document, pd.descriptor, pd.sha256, pd.size, pd.recipe, "
            "p.current, p.version, pd.position "
            "FROM packet p JOIN packet_document pd ON pd.manifest = p.manifest "
            "LEFT JOIN document d ON d.meeting = p.meeting AND d.sha256 = pd.sha256 "
            "WHERE (p.current OR (? AND p.ahead)) "
            "AND NOT coalesce(d.complete, 0) AND (coalesce(d.failures, 0) < ? OR d.recipe <> pd.recipe)",
            (drafts, _GIVE_UP),
        )
        rank = {meeting: place for place, meeting in enumerate(meeting_order)}
        rows = [row for row in rows if row[0] in rank]
        rows.sort(key=lambda row: (row[2] != wanted, not row[7], rank[row[0]], row[8], row[9]))
        return [_wanted(row[:7]) for row in rows]

    def _find(self, manifest: Digest, document: DocumentId) -> _Wanted:
        row = self._database.one(
            "SELECT p.meeting, p.manifest, pd.document, pd.descriptor, pd.sha256, pd.size, pd.recipe "
            "FROM packet p JOIN packet_document pd ON pd.manifest = p.manifest "
            "WHERE p.manifest = ? AND pd.document = ?",
            (manifest, document),
        )
        if row is None:
            raise SohopError(Code.PACKET_UNKNOWN)
        return _wanted(row)

    def _document(self, wanted: _Wanted) -> Document:
        item = self._items.pop(wanted.descriptor, None)
        if item is None:
            row = self._database.one("SELECT value FROM descriptor WHERE digest = ?", (wanted.descriptor,))
            assert row is not None
            item = decode_payload(row[0], AgendaItem)
        self._items[wanted.descriptor] = item
        if len(self._items) > _REMEMBERED:
            self._items.popitem(last=False)
        return next(document for document in item.documents if document.id == wanted.document)

    def _reuse(self, wanted: _Wanted) -> Kept:
        chunks = self._document(wanted).chunks
        while True:
            kept = self._documents.begin(wanted.meeting, wanted.sha256, wanted.size, wanted.recipe)
            if kept.complete or kept.failures >= _GIVE_UP:
                return kept
            pieces = self._local(chunks[kept.next_chunk :])
            if self._documents.find(wanted.meeting, wanted.sha256) != kept:
                continue  # Its own file was found altered while reading from it.
            if not pieces:
                return kept
            self._append(kept, pieces)

    def _local(self, chunks: Sequence[Chunk]) -> list[tuple[Digest, bytes]]:
        """The bytes of the first of these chunks, as far as they are here, up to one batch."""
        pieces: list[tuple[Digest, bytes]] = []
        size = 0
        for chunk in chunks:
            piece = self._documents.chunk(chunk) if size < _BATCH_BYTES else None
            if piece is None:
                break
            pieces.append((chunk.digest, piece))
            size += len(piece)
        return pieces

    def _run(self, chunks: Sequence[Chunk], first: int) -> tuple[Chunk, ...]:
        """The chunks from ``first`` on, up to one that is here or comes a second time."""
        run: list[Chunk] = []
        seen: set[Digest] = set()
        for chunk in chunks[first : first + MAX_CHUNKS_A_REQUEST]:
            if chunk.digest in seen or self._documents.has_chunk(chunk):
                break
            seen.add(chunk.digest)
            run.append(chunk)
        return tuple(run)

    def _append(self, kept: Kept, pieces: Sequence[tuple[Digest, bytes]]) -> Kept:
        """Keep verified chunks; with the last one, judge the whole. One commit."""
        if not pieces:
            return kept
        hasher = self._hasher(kept)
        with self._database.transaction():
            after = self._documents.append(kept, pieces)
            if hasher is not None:
                for _, piece in pieces:
                    hasher.update(piece)
            if after.have == after.size:
                whole = hasher.hexdigest() if hasher is not None else self._digest_on_disk(after)
                if whole == after.sha256:
                    after = self._documents.finish(after)
                else:
                    after = self._documents.restart(after, failures=kept.failures + 1)
        self._running.pop(kept.file, None)
        if hasher is not None and 0 < after.have < after.size:
            self._running[kept.file] = (after.have, hasher)
        return after

    def _hasher(self, kept: Kept) -> hashlib._Hash | None:
        """The running digest of what is here; None when it began before the vault was opened."""
        if kept.have == 0:
            return hashlib.sha256()
        have, hasher = self._running.get(kept.file, (0, None))
        return hasher.copy() if hasher is not None and have == kept.have else None

    def _digest_on_disk(self, kept: Kept) -> str:
        hasher = hashlib.sha256()
        try:
            for piece in self._documents.blocks(kept).pieces():
                hasher.update(piece)
        except BlockDamagedError:
            return ""
        return hasher.hexdigest()


def _wanted(row: tuple[Any, ...]) -> _Wanted:
    meeting, manifest, document, descriptor, sha256, size, recipe = row
    return _Wanted(
        MeetingId(meeting),
        Digest(manifest),
        DocumentId(document),
        Digest(descriptor),
        Digest(sha256.hex()),
        size,
        recipe,
    )
