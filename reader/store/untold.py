"""Of which meetings the desk may have to be told something. The tables' triggers write it down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.store.database import Database
from sync.model.ids import Digest, MeetingId

_READY: Final = "ready"
_GONE: Final = "gone"


@dataclass(frozen=True)
class Readiness:
    """What could be opened of a meeting now; ``manifest`` None when no version of it is shown any more."""

    meeting: MeetingId
    manifest: Digest | None
    documents: int
    complete: int

    @property
    def is_whole(self) -> bool:
        """Whether every document could be opened."""
        return self.documents == self.complete


class Untold:
    """A meeting stays in a list until it is told, or turns out to be nothing new: whoever asks judges."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ready(self) -> list[Readiness]:
        """Meetings of which another version is shown, or documents came or went, since they were told."""
        rows = self._database.all(
            "SELECT u.meeting, p.manifest, count(pd.document), coalesce(sum(d.complete), 0) FROM untold u "
            "LEFT JOIN packet p ON p.meeting = u.meeting AND p.current "
            "LEFT JOIN packet_document pd ON pd.manifest = p.manifest "
            "LEFT JOIN document d ON d.meeting = p.meeting AND d.sha256 = pd.sha256 "
            "WHERE u.what = ? GROUP BY u.meeting",
            (_READY,),
        )
        return [
            Readiness(MeetingId(meeting), None if name is None else Digest(name), documents, complete)
            for meeting, name, documents, complete in rows
        ]

    def add_ready(self, meeting: MeetingId) -> None:
        """Something else is to be told of this meeting than what the tables know."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO untold (what, meeting) VALUES (?, ?) ON CONFLICT DO NOTHING", (_READY, meeting)
            )

    def told_ready(self, meeting: MeetingId) -> None:
        """Belongs in one transaction with the act that tells."""
        self._told(_READY, meeting)

    def gone(self) -> list[MeetingId]:
        """Meetings that were recalled, or whose content was erased, since they were told."""
        rows = self._database.all("SELECT meeting FROM untold WHERE what = ? ORDER BY meeting", (_GONE,))
        return [MeetingId(row[0]) for row in rows]

    def told_gone(self, meeting: MeetingId) -> None:
        """Belongs in one transaction with the act that tells."""
        self._told(_GONE, meeting)

    def _told(self, what: str, meeting: MeetingId) -> None:
        with self._database.transaction():
            self._database.run("DELETE FROM untold WHERE what = ? AND meeting = ?", (what, meeting))
