"""Packets that are being made on this laptop: each state they were in, and their files, sealed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.store.blocks import BLOCK, BlockDamagedError
from reader.store.chunk_lists import ChunkList
from reader.store.database import Database
from reader.store.documents import Documents
from reader.store.index import SearchIndex
from sync.errors import Code, SohopError
from sync.model.ids import Digest, MeetingId
from sync.wire.chunks import cut

_STEPS: Final = 500
"""States kept of one draft: so far back an undo goes."""


@dataclass(frozen=True)
class StoredFile:
    """A file of a draft. ``facts`` is the use case's own: what a check found."""

    sha256: Digest
    name: str
    size: int
    facts: bytes


class Drafts:
    """One draft a meeting, by the meeting's id."""

    def __init__(self, database: Database, documents: Documents, index: SearchIndex) -> None:
        self._database = database
        self._documents = documents
        self._index = index

    def meetings(self) -> list[tuple[MeetingId, datetime]]:
        """Meetings of which there is one, and when it was last saved; the newest first.

        The index names each last state: what the others hold need not be walked over.
        """
        rows = self._database.all(
            "SELECT meeting, saved FROM draft WHERE id IN (SELECT max(id) FROM draft GROUP BY meeting) "
            "ORDER BY saved DESC"
        )
        return [(MeetingId(meeting), datetime.fromisoformat(saved)) for meeting, saved in rows]

    def get(self, meeting: MeetingId) -> bytes | None:
        """Its state, or None."""
        state = self.state(meeting)
        return None if state is None else state[0]

    def state(self, meeting: MeetingId) -> tuple[bytes, datetime] | None:
        """Its state and when that was saved, or None."""
        row = self._database.one(
            "SELECT value, saved FROM draft WHERE meeting = ? AND NOT undone ORDER BY id DESC LIMIT 1",
            (meeting,),
        )
        return None if row is None else (bytes(row[0]), datetime.fromisoformat(row[1]))

    def states(self, meeting: MeetingId) -> list[bytes]:
        """All that can be gone back to, and forth."""
        rows = self._database.all("SELECT value FROM draft WHERE meeting = ?", (meeting,))
        return [bytes(value) for (value,) in rows]

    def save(self, meeting: MeetingId, value: bytes, now: datetime) -> None:
        """A new state. What was undone before can't be done again any more.

        Raises ``SohopError(DISK_FULL)``; then the former state stands.
        """
        with self._database.transaction():
            self._database.run("DELETE FROM draft WHERE meeting = ? AND undone", (meeting,))
            self._database.run(
                "INSERT INTO draft (meeting, value, saved) VALUES (?, ?, ?)",
                (meeting, value, now.isoformat()),
            )
            self._database.run(
                "DELETE FROM draft WHERE meeting = ? AND id NOT IN "
                "(SELECT id FROM draft WHERE meeting = ? ORDER BY id DESC LIMIT ?)",
                (meeting, meeting, _STEPS),
            )

    def undo(self, meeting: MeetingId) -> bytes | None:
        """Back to the state before; None where there is none."""
        rows = self._database.all(
            "SELECT id, value FROM draft WHERE meeting = ? AND NOT undone ORDER BY id DESC LIMIT 2",
            (meeting,),
        )
        if len(rows) < 2:
            return None
        with self._database.transaction():
            self._database.run("UPDATE draft SET undone = 1 WHERE id = ?", (rows[0][0],))
        return bytes(rows[1][1])

    def redo(self, meeting: MeetingId) -> bytes | None:
        """The state that was undone last; None where there is none."""
        row = self._database.one(
            "SELECT id, value FROM draft WHERE meeting = ? AND undone ORDER BY id LIMIT 1", (meeting,)
        )
        if row is None:
            return None
        with self._database.transaction():
            self._database.run("UPDATE draft SET undone = 0 WHERE id = ?", (row[0],))
        return bytes(row[1])

    def can(self, meeting: MeetingId) -> tuple[bool, bool]:
        """Whether there is something to undo, and something to do again."""
        row = self._database.one(
            "SELECT total(NOT undone) > 1, total(undone) > 0 FROM draft WHERE meeting = ?", (meeting,)
        )
        assert row is not None
        return bool(row[0]), bool(row[1])

    def forget(self, meeting: MeetingId) -> None:
        """The draft and those of its files that no packet has; for good.

        Content keys go with the transaction, which may be a larger one; then the files, and then the log,
        which still holds the old pages.
        """
        with self._database.transaction():
            self._database.empty_log_after_commit()
            self._database.run("DELETE FROM draft WHERE meeting = ?", (meeting,))
            self._database.run("DELETE FROM draft_file WHERE meeting = ?", (meeting,))
            self._documents.erase_unlisted(meeting)
            self._index.sweep_at_commit()

    def forget_all(self) -> None:
        """All drafts and their files, as ``forget``: this laptop may have them no more."""
        with self._database.transaction():
            rows = self._database.all("SELECT meeting FROM draft UNION SELECT meeting FROM draft_file")
            for (meeting,) in rows:
                self.forget(MeetingId(meeting))

    def put_file(self, meeting: MeetingId, name: str, data: bytes, facts: bytes) -> StoredFile:
        """Keep a file that is not empty, sealed; the same bytes are kept once.

        Raises ``SohopError(DISK_FULL)``.
        """
        if not data:
            raise ValueError("an empty file is no document")
        sha256 = Digest(hashlib.sha256(data).hexdigest())
        kept = self._documents.find(meeting, sha256)
        with self._database.transaction():
            self._database.run(
                "INSERT OR REPLACE INTO draft_file (meeting, sha256, name, size, facts) "
                "VALUES (?, ?, ?, ?, ?)",
                (meeting, bytes.fromhex(sha256), name, len(data), facts),
            )
            if kept is None or not kept.complete:
                chunks = ChunkList.of(cut(data))
                recipe = hashlib.sha256(chunks.packed).digest()
                self._documents.fill(self._documents.begin(meeting, sha256, len(data), recipe), data, chunks)
        return StoredFile(sha256, name, len(data), facts)

    def name_file(self, meeting: MeetingId, sha256: Digest, name: str, size: int, facts: bytes) -> None:
        """A document of the meeting's that is here already is a file of the draft's too."""
        with self._database.transaction():
            self._database.run(
                "INSERT OR IGNORE INTO draft_file (meeting, sha256, name, size, facts) "
                "VALUES (?, ?, ?, ?, ?)",
                (meeting, bytes.fromhex(sha256), name, size, facts),
            )

    def drop(self, meeting: MeetingId, files: Iterable[Digest]) -> None:
        """These files go as ``forget`` lets them go; no state must name them."""
        with self._database.transaction():
            self._database.empty_log_after_commit()
            for sha256 in files:
                values = (meeting, bytes.fromhex(sha256))
                self._database.run("DELETE FROM draft_file WHERE meeting = ? AND sha256 = ?", values)
            self._documents.erase_unlisted(meeting)
            self._index.sweep_at_commit()

    def files(self, meeting: MeetingId) -> dict[Digest, StoredFile]:
        """All that were put and not dropped, by digest."""
        rows = self._database.all(
            "SELECT sha256, name, size, facts FROM draft_file WHERE meeting = ?", (meeting,)
        )
        return {
            Digest(sha256.hex()): StoredFile(Digest(sha256.hex()), name, size, bytes(facts))
            for sha256, name, size, facts in rows
        }

    def read(self, meeting: MeetingId, sha256: Digest) -> bytes:
        """A file's bytes. Raises ``SohopError(NOT_DOWNLOADED | WRONG_DIGEST)`` when not all of it is here."""
        kept = self._documents.find(meeting, sha256)
        if kept is None or not kept.complete:
            raise SohopError(Code.NOT_DOWNLOADED)
        try:
            return self._documents.read(kept)
        except BlockDamagedError as error:
            raise SohopError(Code.WRONG_DIGEST) from error

    def span(self, meeting: MeetingId, sha256: Digest, start: int, size: int) -> bytes:
        """Some of a file's bytes. Raises as ``read``."""
        kept = self._documents.find(meeting, sha256)
        if kept is None or not kept.complete:
            raise SohopError(Code.NOT_DOWNLOADED)
        first, last = start // BLOCK, -(-(start + size) // BLOCK)
        try:
            blocks = self._documents.blocks(kept).read(first, last - first)
        except BlockDamagedError as error:
            raise SohopError(Code.WRONG_DIGEST) from error
        return blocks[start - first * BLOCK :][:size]
