"""Document bytes: which are here, whole or in part, and reading them back.

Whole 64 KB blocks lie sealed in a file with a random name; what is left over is the *tail*, a row in the
database, written in the same commit that says how far the document has come. Blocks are durable before that
commit: a kill in between only writes the same bytes again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from reader.store.blocks import BLOCK, BlockDamagedError, BlockFile
from reader.store.chunk_lists import ChunkList, Piece
from reader.store.database import Database
from reader.store.files import sync_folder
from sync.errors import Code, SohopError
from sync.model.ids import Digest, MeetingId

_SELECT: Final = """
    SELECT d.id, d.meeting, d.sha256, d.size, d.recipe, d.file, k.key, d.next_chunk, d.have, d.complete,
        d.failures
    FROM document d JOIN content_key k ON k.document = d.id
"""
_UNLISTED: Final = """
    WHERE d.meeting = ? AND NOT EXISTS (SELECT 1 FROM packet p JOIN packet_document pd
        ON pd.manifest = p.manifest WHERE p.meeting = d.meeting AND pd.sha256 = d.sha256)
        AND NOT EXISTS (SELECT 1 FROM draft_file f WHERE f.meeting = d.meeting AND f.sha256 = d.sha256)
"""
_THREADS: Final = 2
"""That decrypt one large document at once."""
_LARGE: Final = 8 * 1024**2
"""Bytes from which a second thread is worth its start."""
_WRITE: Final = 128 * BLOCK
"""Bytes sealed in one go, and made durable, when a document comes as a whole."""
_ASK: Final = 500
"""Chunks looked up in one statement."""


@dataclass(frozen=True)
class Kept:
    """One document of one meeting, as far as it has come. ``have`` in bytes."""

    row: int
    meeting: MeetingId
    sha256: Digest
    size: int
    recipe: bytes
    file: str
    key: bytes = field(repr=False)
    next_chunk: int
    have: int
    complete: bool
    failures: int


@dataclass(frozen=True)
class DocumentBytes:
    """One document's plain bytes, for the PDF child or an archive. ``size`` in bytes."""

    size: int
    sha256: Digest
    _file: BlockFile

    def pieces(self) -> Iterator[bytes]:
        """All of it in order, some at a time. Raises ``SohopError(WRONG_DIGEST)`` as ``read_into`` does."""
        try:
            yield from self._file.pieces()
        except BlockDamagedError as error:
            raise SohopError(Code.WRONG_DIGEST) from error

    def read_into(self, buffer: memoryview) -> None:
        """Decrypt all of it into ``buffer`` (of ``size``).

        Raises ``SohopError(WRONG_DIGEST)`` when the file was altered: tell ``Documents.damaged`` then.
        """
        try:
            self._file.read_into(buffer, _THREADS if len(buffer) >= _LARGE else 1)
        except BlockDamagedError as error:
            raise SohopError(Code.WRONG_DIGEST) from error


class Documents:
    """Reading is by the document's digest: whichever meeting's copy is complete serves."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._undeleted: set[Path] = set()
        self.losses = 0
        """Counts documents dropped or destroyed: what was counted on may be gone."""

    def is_complete(self, sha256: Digest) -> bool:
        """Whether the whole document is here, checked against its digest."""
        return self._complete(sha256) is not None

    def size(self, sha256: Digest) -> int:
        """Bytes of a complete document. Raises ``SohopError(NOT_DOWNLOADED)``."""
        return self._wanted(sha256).size

    def read_into(self, sha256: Digest, buffer: memoryview, threads: int = 2) -> None:
        """Decrypt a complete document into a buffer of exactly its size.

        Raises ``SohopError``: ``NOT_DOWNLOADED``, or ``WRONG_DIGEST`` when its file was altered; it is then
        dropped and will be fetched again. Not inside a transaction.
        """
        kept = self._wanted(sha256)
        if len(buffer) != kept.size:
            raise ValueError(f"a buffer of {len(buffer)} bytes for a document of {kept.size}")
        try:
            self.blocks(kept).read_into(buffer, threads)
        except BlockDamagedError as error:
            self.restart(kept)
            raise SohopError(Code.WRONG_DIGEST) from error

    def source(self, sha256: Digest) -> DocumentBytes:
        """A complete document that any thread may read, without the vault's connection.

        Raises ``SohopError(NOT_DOWNLOADED)``.
        """
        kept = self._wanted(sha256)
        return DocumentBytes(kept.size, sha256, self.blocks(kept))

    def damaged(self, sha256: Digest) -> None:
        """Its file was altered: drop it, so that it is fetched again."""
        kept = self._complete(sha256)
        if kept is not None:
            self.restart(kept)

    # What follows serves downloading.

    def begin(self, meeting: MeetingId, sha256: Digest, size: int, recipe: bytes) -> Kept:
        """The document as it stands; new, or begun anew when it was begun by another list of chunks."""
        kept = self.find(meeting, sha256)
        if kept is not None and (kept.complete or (kept.recipe, kept.size) == (recipe, size)):
            return kept
        with self._database.transaction():
            if kept is not None:
                self._remove(kept)
            self._insert(meeting, sha256, size, recipe, failures=0)
        return self._found(meeting, sha256)

    def restart(self, kept: Kept, failures: int = 0) -> Kept:
        """Forget what came, with its key, and begin anew under another."""
        with self._database.transaction():
            self._remove(kept)
            self._database.run("UPDATE packet SET whole = 0 WHERE meeting = ? AND whole", (kept.meeting,))
            self._insert(kept.meeting, kept.sha256, kept.size, kept.recipe, failures)
        return self._found(kept.meeting, kept.sha256)

    def find(self, meeting: MeetingId, sha256: Digest) -> Kept | None:
        """One meeting's copy, or None."""
        return self._one("WHERE d.meeting = ? AND d.sha256 = ?", meeting, bytes.fromhex(sha256))

    def append(self, kept: Kept, pieces: Sequence[tuple[bytes, bytes]]) -> Kept:
        """Add verified chunks (raw SHA-256, bytes), in order; durable when the transaction is.

        They must not exceed the size.
        """
        data = bytearray(self._tail(kept))
        start = kept.have
        index: list[tuple[bytes, int, int, int]] = []
        for digest, piece in pieces:
            index.append((digest, kept.row, start, len(piece)))
            data += piece
            start += len(piece)
        assert start <= kept.size
        whole = len(data) if start == kept.size else len(data) - len(data) % BLOCK
        with self._database.transaction():
            if whole:
                self.blocks(kept).write(kept.have // BLOCK, memoryview(data)[:whole])
                if kept.have < BLOCK:
                    sync_folder(self._folder)
            self._index(index)
            self._database.run(
                "UPDATE document SET next_chunk = next_chunk + ?, have = ?, tail = ? WHERE id = ?",
                (len(pieces), start, bytes(data[whole:]), kept.row),
            )
        return self._found(kept.meeting, kept.sha256)

    def finish(self, kept: Kept) -> Kept:
        """The whole digest fits: from now on the document can be opened."""
        with self._database.transaction():
            self._database.run("UPDATE document SET complete = 1 WHERE id = ?", (kept.row,))
        return self._found(kept.meeting, kept.sha256)

    def fill(self, kept: Kept, data: bytes, chunks: ChunkList) -> Kept:
        """The whole document at once, whose digest fits. One commit.

        Raises ``SohopError(DISK_FULL)`` with everything as it was.
        """
        view = memoryview(data)
        with self._database.transaction():
            # Under a key that nothing was sealed with: other bytes may have been, on their way.
            fresh = self.restart(kept)
            self._database.after_rollback(lambda: self._delete(self._folder / fresh.file))
            for start in range(0, len(data), _WRITE):
                self.blocks(fresh).write(start // BLOCK, view[start : start + _WRITE])
            sync_folder(self._folder)
            self._index(_places(fresh.row, view, chunks))
            self._database.run(
                "UPDATE document SET next_chunk = ?, have = size, complete = 1 WHERE id = ?",
                (len(chunks), fresh.row),
            )
        return self._found(kept.meeting, kept.sha256)

    def read(self, kept: Kept) -> bytes:
        """All of a complete document. Raises ``BlockDamagedError``."""
        return self.blocks(kept).read(0, -(-kept.size // BLOCK))

    def chunk(self, chunk: Piece) -> bytes | None:
        """The bytes of a chunk that some document here has, or None.

        A document whose file turns out to be altered is dropped and begun anew.
        """
        while (place := self._place(chunk)) is not None:
            document, start = place
            kept = self._one("WHERE d.id = ?", document)
            assert kept is not None
            try:
                return self._range(kept, start, chunk[1])
            except BlockDamagedError:
                self.restart(kept)
        return None

    def here(self, chunks: Sequence[Piece]) -> set[Piece]:
        """Which of these some document here has."""
        found: set[Piece] = set()
        # In the order of the index, so that neighbours share a page.
        digests = sorted(digest for digest, _ in chunks)
        for start in range(0, len(digests), _ASK):
            asked = digests[start : start + _ASK]
            marks = ", ".join("?" * len(asked))
            found.update(
                self._database.all(
                    f"SELECT DISTINCT digest, size FROM chunk WHERE digest IN ({marks})",  # noqa: S608 - only "?"
                    asked,
                )
            )
        return found

    def blocks(self, kept: Kept) -> BlockFile:
        """Where its bytes lie."""
        return BlockFile(
            self._folder / kept.file, kept.key, kept.meeting, bytes.fromhex(kept.sha256), kept.size
        )

    def erase(self, meeting: MeetingId) -> None:
        """Destroy a meeting's documents: the keys with the transaction, the files after it."""
        for row in self._database.all(_SELECT + "WHERE d.meeting = ?", (meeting,)):
            self._remove(_kept(row))

    def erase_unlisted(self, meeting: MeetingId) -> None:
        """Destroy those that no version of the meeting's packet has any more, and no draft of one."""
        for row in self._database.all(
            _SELECT + _UNLISTED,
            (meeting,),
        ):
            self._remove(_kept(row))

    def sweep(self) -> None:
        """Delete block files that no document names: left by a kill, or by a download begun anew."""
        named = {row[0] for row in self._database.all("SELECT file FROM document")}
        for path in self._folder.iterdir():
            if path.name not in named:
                path.unlink()

    def delete_left(self) -> None:
        """Delete files that were being read when their documents were destroyed."""
        for path in list(self._undeleted):
            self._delete(path)

    def _place(self, chunk: Piece) -> tuple[int, int] | None:
        row = self._database.one(
            "SELECT document, start FROM chunk WHERE digest = ? AND size = ? LIMIT 1",
            chunk,
        )
        return None if row is None else (row[0], row[1])

    def _range(self, kept: Kept, start: int, size: int) -> bytes:
        sealed = kept.size if kept.have == kept.size else kept.have - kept.have % BLOCK
        first = start // BLOCK
        upto = min(-(-(start + size) // BLOCK), -(-sealed // BLOCK))
        data = self.blocks(kept).read(first, upto - first) if upto > first else b""
        if start + size > sealed:
            data += self._tail(kept)
        offset = start - first * BLOCK if upto > first else start - sealed
        return data[offset : offset + size]

    def _tail(self, kept: Kept) -> bytes:
        row = self._database.one("SELECT tail FROM document WHERE id = ?", (kept.row,))
        assert row is not None
        return bytes(row[0])

    def _insert(self, meeting: MeetingId, sha256: Digest, size: int, recipe: bytes, failures: int) -> None:
        self._database.run(
            "INSERT INTO document (meeting, sha256, size, recipe, file, failures) VALUES (?, ?, ?, ?, ?, ?)",
            (meeting, bytes.fromhex(sha256), size, recipe, os.urandom(16).hex(), failures),
        )
        self._database.run(
            "INSERT INTO content_key (document, key) SELECT id, ? FROM document "
            "WHERE meeting = ? AND sha256 = ?",
            (os.urandom(32), meeting, bytes.fromhex(sha256)),
        )

    def _remove(self, kept: Kept) -> None:
        self._database.run("DELETE FROM document WHERE id = ?", (kept.row,))
        self.losses += 1
        path = self._folder / kept.file
        self._database.after_commit(lambda: self._delete(path))

    def _delete(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except PermissionError:
            # Windows deletes no file that somebody is reading. Its key is gone already.
            self._undeleted.add(path)
        else:
            self._undeleted.discard(path)

    def _index(self, rows: Sequence[tuple[bytes, int, int, int]]) -> None:
        self._database.run_many("INSERT INTO chunk (digest, document, start, size) VALUES (?, ?, ?, ?)", rows)

    def _complete(self, sha256: Digest) -> Kept | None:
        return self._one("WHERE d.sha256 = ? AND d.complete LIMIT 1", bytes.fromhex(sha256))

    def _wanted(self, sha256: Digest) -> Kept:
        kept = self._complete(sha256)
        if kept is None:
            raise SohopError(Code.NOT_DOWNLOADED)
        return kept

    def _found(self, meeting: MeetingId, sha256: Digest) -> Kept:
        kept = self.find(meeting, sha256)
        assert kept is not None
        return kept

    def _one(self, where: str, *values: object) -> Kept | None:
        row = self._database.one(_SELECT + where, values)
        return None if row is None else _kept(row)


def _places(document: int, data: memoryview, chunks: ChunkList) -> list[tuple[bytes, int, int, int]]:
    """Where each chunk begins. One that is not what its list says is left out: nobody checks it again."""
    found: list[tuple[bytes, int, int, int]] = []
    start = 0
    for digest, size in chunks:
        if hashlib.sha256(data[start : start + size]).digest() == digest:
            found.append((digest, document, start, size))
        start += size
    return found


def _kept(row: tuple[Any, ...]) -> Kept:
    number, meeting, sha256, size, recipe, file, key, next_chunk, have, complete, failures = row
    return Kept(
        row=number,
        meeting=MeetingId(meeting),
        sha256=Digest(sha256.hex()),
        size=size,
        recipe=recipe,
        file=file,
        key=key,
        next_chunk=next_chunk,
        have=have,
        complete=bool(complete),
        failures=failures,
    )
