"""Offers to fetch a document as a patch to an older one, and the pieces that have come.

Nobody signed an offer. Pieces are kept once they fit the offer's list; what comes of them all is judged by
the document's own digest, and an offer that does not lead there is never tried again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reader.store.chunk_lists import ChunkList
from reader.store.database import Database
from sync.model.ids import Digest, DocumentId, MeetingId
from sync.wire.messages import PatchOffer
from sync.wire.patch import MAX_PATCHED

_SELECT: Final = (
    "SELECT t.id, t.manifest, t.document, t.base, t.size, t.pieces, t.next_piece, t.have "
    "FROM patch t JOIN packet p ON p.manifest = t.manifest "
)


@dataclass(frozen=True)
class Offer:
    """A patch as far as it has come. ``size`` and ``have`` in bytes of the patch."""

    row: int
    manifest: Digest
    document: DocumentId
    base: Digest
    size: int
    pieces: ChunkList
    next_piece: int
    have: int

    @property
    def left(self) -> int:
        """Bytes that are still to come."""
        return self.size - self.have


class Patches:
    """All offers of all packets on this laptop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offer(self, manifest: Digest, meeting: MeetingId, offers: Iterable[PatchOffer]) -> None:
        """Keep the offers that came with a packet, in its transaction.

        One that was begun for another version of the packet goes on; one that is known already stays as it
        is. Left out are those for unknown documents, longer than the document, or of documents too long to
        be patched.
        """
        for one in offers:
            if not self._is_useful(manifest, one):
                continue
            base, pieces = bytes.fromhex(one.base), ChunkList.of(one.pieces).packed
            if self._database.one(
                "SELECT 1 FROM patch WHERE manifest = ? AND document = ? AND base = ?",
                (manifest, one.document, base),
            ):
                continue
            moved = self._database.run(
                "UPDATE patch SET manifest = ? WHERE id = (SELECT t.id FROM patch t JOIN packet p "
                "ON p.manifest = t.manifest WHERE p.meeting = ? AND t.document = ? AND t.base = ? "
                "AND t.pieces = ? LIMIT 1)",
                (manifest, meeting, one.document, base, pieces),
            )
            if not moved:
                self._database.run(
                    "INSERT INTO patch (manifest, document, base, size, pieces) VALUES (?, ?, ?, ?, ?)",
                    (manifest, one.document, base, one.size, pieces),
                )

    def best(self, manifest: Digest, document: DocumentId) -> Offer | None:
        """The offer of which fewest bytes are missing, among those whose older document is complete here.

        Only this meeting's own copy counts: another's may be recalled at any moment.
        """
        return self._one(
            "JOIN document b ON b.meeting = p.meeting AND b.sha256 = t.base AND b.complete AND b.size <= ? "
            "WHERE t.manifest = ? AND t.document = ? AND NOT t.dropped AND NOT p.erased "
            "ORDER BY t.size - t.have, t.id LIMIT 1",
            MAX_PATCHED,
            manifest,
            document,
        )

    def find(self, manifest: Digest, document: DocumentId, base: str) -> Offer | None:
        """An offer that still stands, by what it begins from."""
        return self._one(
            "WHERE t.manifest = ? AND t.document = ? AND t.base = ? AND NOT t.dropped AND NOT p.erased",
            manifest,
            document,
            bytes.fromhex(base),
        )

    def append(self, offer: Offer, pieces: Sequence[bytes]) -> Offer:
        """Keep verified pieces that continue those here; durable when the transaction is."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT INTO patch_piece (patch, number, data) VALUES (?, ?, ?)",
                [(offer.row, number, piece) for number, piece in enumerate(pieces, offer.next_piece)],
            )
            self._database.run(
                "UPDATE patch SET next_piece = next_piece + ?, have = have + ? WHERE id = ?",
                (len(pieces), sum(map(len, pieces)), offer.row),
            )
        after = self._one("WHERE t.id = ?", offer.row)
        assert after is not None
        return after

    def read(self, offer: Offer) -> bytes:
        """The whole patch, once all of it is here."""
        rows = self._database.all(
            "SELECT data FROM patch_piece WHERE patch = ? ORDER BY number", (offer.row,)
        )
        return b"".join(row[0] for row in rows)

    def drop(self, offer: Offer) -> None:
        """It did not fit: forget what came of it, for good."""
        with self._database.transaction():
            self._forget((offer.row,))
            self._database.run("UPDATE patch SET dropped = 1 WHERE id = ?", (offer.row,))

    def forget(self, meeting: MeetingId, sha256: Digest) -> None:
        """The document is here: the pieces of patches to it have served."""
        rows = self._database.all(
            "SELECT id FROM patch WHERE next_piece > 0 "
            "AND manifest IN (SELECT manifest FROM packet WHERE meeting = ?) AND EXISTS "
            "(SELECT 1 FROM packet_document pd WHERE pd.manifest = patch.manifest "
            "AND pd.document = patch.document AND pd.sha256 = ?)",
            (meeting, bytes.fromhex(sha256)),
        )
        self._forget(row[0] for row in rows)

    def forget_old(self, meeting: MeetingId) -> None:
        """A newer version is shown: pieces for older ones are of no use."""
        rows = self._database.all(
            "SELECT id FROM patch WHERE next_piece > 0 AND manifest IN "
            "(SELECT manifest FROM packet WHERE meeting = ? AND NOT current AND NOT ahead)",
            (meeting,),
        )
        self._forget(row[0] for row in rows)

    def erase(self, meeting: MeetingId) -> None:
        """Destroy a meeting's offers and pieces."""
        self._database.run(
            "DELETE FROM patch WHERE manifest IN (SELECT manifest FROM packet WHERE meeting = ?)", (meeting,)
        )

    def _is_useful(self, manifest: Digest, offer: PatchOffer) -> bool:
        row = self._database.one(
            "SELECT size FROM packet_document WHERE manifest = ? AND document = ?", (manifest, offer.document)
        )
        return row is not None and offer.size < row[0] <= MAX_PATCHED

    def _forget(self, patches: Iterable[int]) -> None:
        with self._database.transaction():
            for patch in patches:
                self._database.run("DELETE FROM patch_piece WHERE patch = ?", (patch,))
                self._database.run("UPDATE patch SET next_piece = 0, have = 0 WHERE id = ?", (patch,))

    def _one(self, where: str, *values: object) -> Offer | None:
        row = self._database.one(_SELECT + where, values)
        return None if row is None else _offer(row)


def _offer(row: tuple[Any, ...]) -> Offer:
    number, manifest, document, base, size, pieces, next_piece, have = row
    return Offer(
        row=number,
        manifest=Digest(manifest),
        document=DocumentId(document),
        base=Digest(base.hex()),
        size=size,
        pieces=ChunkList(pieces),
        next_piece=next_piece,
        have=have,
    )
