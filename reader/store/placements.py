"""Where marks stand on versions that they were not made on, as it was worked out on this laptop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.store.database import Database
from sync.model.ids import Digest, MeetingId


@dataclass(frozen=True, slots=True)
class StoredPlacement:
    """``anchor`` names the place a mark was made in, ``value`` is the use case's own."""

    sha256: Digest
    anchor: bytes
    value: bytes
    seen: bool


class Placements:
    """By meeting, version and anchor. They can be worked out again; that they were seen can not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, meeting: MeetingId) -> tuple[StoredPlacement, ...]:
        """All of a meeting."""
        rows = self._database.all(
            "SELECT sha256, anchor, value, seen FROM placement WHERE meeting = ?", (meeting,)
        )
        return tuple(
            StoredPlacement(Digest(sha256.hex()), anchor, value, bool(seen))
            for sha256, anchor, value, seen in rows
        )

    def put(self, meeting: MeetingId, sha256: Digest, placed: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep (anchor, value) on this version; what was seen stays so only if nothing changed."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT INTO placement (meeting, sha256, anchor, value) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (meeting, sha256, anchor) DO UPDATE "
                "SET seen = seen AND value = excluded.value, value = excluded.value",
                [(meeting, bytes.fromhex(sha256), anchor, value) for anchor, value in placed],
            )

    def see(self, meeting: MeetingId, sha256: Digest, anchors: Iterable[bytes]) -> None:
        """The person has seen these."""
        with self._database.transaction():
            self._database.run_many(
                "UPDATE placement SET seen = 1 WHERE meeting = ? AND sha256 = ? AND anchor = ?",
                [(meeting, bytes.fromhex(sha256), anchor) for anchor in anchors],
            )
