"""Which documents are still missing, most wanted first. Reads only packets that miss any."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reader.store.chunk_lists import ChunkList
from reader.store.database import Database
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, MeetingId

GIVE_UP: Final = 2
"""A document whose chunks all fit but whose whole does not was described wrongly: fetching it a third time
would change nothing. A version with another description starts again."""
_REMEMBERED: Final = 16
_SELECT: Final = (
    "SELECT p.meeting, p.manifest, pd.document, pd.sha256, pd.size, pd.recipe "
    "FROM packet p JOIN packet_document pd ON pd.manifest = p.manifest "
)


@dataclass(frozen=True)
class Wanted:
    """One document of one version of a packet, as its descriptor says. ``size`` in bytes."""

    meeting: MeetingId
    manifest: Digest
    document: DocumentId
    sha256: Digest
    size: int
    recipe: bytes


class WantedDocuments:
    """What the packets on this laptop name."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lists: OrderedDict[bytes, ChunkList] = OrderedDict()
        self._whole: set[Digest] = set()

    def missing(self, order: Sequence[MeetingId], first: DocumentId | None) -> Iterator[Wanted]:
        """Documents to fetch: ``first``, then by meeting in ``order`` and by agenda, then those of drafts.

        Read as it is asked for, so that what comes late costs nothing.
        """
        manifests = self._incomplete(order)
        if first is not None:
            for manifest in manifests:
                yield from self._of(manifest, "AND pd.document = ?", first)
        for manifest in manifests:
            found = self._of(manifest)
            if not found:
                self._whole.add(manifest)
            yield from (one for one in found if one.document != first)

    def remember_whole(self) -> None:
        """Write down which packets were found to miss nothing: they are not looked at again. One commit."""
        if self._whole:
            # Looked at again: since then a document may have been found altered, and dropped.
            still = [(manifest,) for manifest in self._whole if not self._of(manifest)]
            self._whole.clear()
            with self._database.transaction():
                self._database.run_many("UPDATE packet SET whole = 1 WHERE manifest = ?", still)

    def find(self, manifest: Digest, document: DocumentId) -> Wanted:
        """Raises ``SohopError(PACKET_UNKNOWN)`` also for what was recalled or erased."""
        row = self._database.one(
            _SELECT + "WHERE p.manifest = ? AND pd.document = ? AND NOT p.erased", (manifest, document)
        )
        if row is None:
            raise SohopError(Code.PACKET_UNKNOWN)
        return _wanted(row)

    def chunks(self, recipe: bytes) -> ChunkList:
        """The list of chunks by which a document is described."""
        known = self._lists.pop(recipe, None)
        if known is None:
            row = self._database.one("SELECT chunks FROM recipe WHERE digest = ?", (recipe,))
            assert row is not None
            known = ChunkList(row[0])
        self._lists[recipe] = known
        if len(self._lists) > _REMEMBERED:
            self._lists.popitem(last=False)
        return known

    def _incomplete(self, order: Sequence[MeetingId]) -> list[Digest]:
        rows = self._database.all(
            "SELECT meeting, version, manifest, current FROM packet "
            "WHERE (current OR ahead) AND NOT erased AND NOT whole"
        )
        rank = {meeting: place for place, meeting in enumerate(order)}
        chosen = [row for row in rows if row[0] in rank]
        chosen.sort(key=lambda row: (not row[3], rank[row[0]], row[1]))
        return [Digest(row[2]) for row in chosen]

    def _of(self, manifest: Digest, also: str = "", *values: object) -> list[Wanted]:
        rows = self._database.all(
            _SELECT + "LEFT JOIN document d ON d.meeting = p.meeting AND d.sha256 = pd.sha256 "
            "WHERE p.manifest = ? AND NOT coalesce(d.complete, 0) "
            f"AND (coalesce(d.failures, 0) < ? OR d.recipe <> pd.recipe) {also} ORDER BY pd.position",
            (manifest, GIVE_UP, *values),
        )
        return [_wanted(row) for row in rows]


def _wanted(row: tuple[Any, ...]) -> Wanted:
    meeting, manifest, document, sha256, size, recipe = row
    return Wanted(
        MeetingId(meeting), Digest(manifest), DocumentId(document), Digest(sha256.hex()), size, recipe
    )
