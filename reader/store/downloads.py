"""What to ask for in one stream, and taking it in: chunk by chunk, or as a patch to an older version.

Any prefix of a document can be continued. Only verified chunks are kept. A chunk that any document here
already has is taken from there, so a revised document costs only what changed.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from reader.store.blocks import BlockDamagedError
from reader.store.chunk_lists import ChunkList, verified
from reader.store.database import Database
from reader.store.documents import Documents, Kept
from reader.store.patches import Offer, Patches
from reader.store.plan import Plan, Source, WantedRun
from reader.store.wanted import GIVE_UP, Wanted, WantedDocuments
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, MeetingId
from sync.wire import patch

_BATCH_BYTES: Final = 8 * 1024 * 1024
"""Reused bytes in one commit."""
_STEP: Final = 256
"""Chunks looked at in one go while planning."""
_COUNTED: Final = 64
"""Documents of which it is remembered how much of them is missing."""


class Asked(Protocol):
    """What a run says of where its chunks belong (a ``sync.engine.ports.Run``)."""

    @property
    def manifest(self) -> Digest: ...
    @property
    def document(self) -> DocumentId: ...
    @property
    def base(self) -> str: ...


@dataclass(frozen=True)
class DocumentProgress:
    """How much of one document is here, in bytes.

    ``to_come`` is what still has to travel: fewer than are missing when only what changed comes; 0 when it
    is not fetched at all.
    """

    document: DocumentId
    sha256: Digest
    have: int
    size: int
    complete: bool
    to_come: int


class Downloads:
    """One per vault: it remembers the running digests of documents on their way."""

    def __init__(self, database: Database, documents: Documents, patches: Patches) -> None:
        self._database = database
        self._documents = documents
        self._patches = patches
        self._wanted = WantedDocuments(database)
        self._running: dict[str, tuple[int, hashlib._Hash]] = {}
        self._counted: OrderedDict[bytes, tuple[int, array[int]]] = OrderedDict()

    def plan(
        self,
        meeting_order: Sequence[MeetingId],
        wanted: DocumentId | None,
        limit: int,
        without: Callable[[Digest, DocumentId], bool] = lambda manifest, document: False,
        *,
        patches: bool = True,
    ) -> list[WantedRun]:
        """What to ask for in one stream: of ``wanted`` first, then in agenda order of the meetings.

        At most ``limit`` bytes, but at least one chunk when anything is missing; no chunk twice. Versions
        being prepared, which only the desk has, come after everything shown; a document of a manifest for
        which ``without`` says yes is left out. Without ``patches`` only chunks are asked for. Takes what is
        already on this laptop from there first. Not inside a transaction. Raises ``SohopError(DISK_FULL)``.
        """
        plan = Plan(limit)
        for missing in self._wanted.missing(meeting_order, wanted):
            if not without(missing.manifest, missing.document):
                self._plan(missing, plan, patches=patches)
            if plan.is_full:
                break
        self._wanted.remember_whole()
        return plan.runs()

    def put_chunks(self, run: Asked, first: int, chunks: Sequence[bytes]) -> int:
        """Take consecutive chunks of a run, from number ``first`` of the document's (or the patch's) list on.

        Gives how many of that list are here now, in order. Chunks that are here are passed over, and so are
        chunks behind a gap (an answer to an old question). One commit for what came; what follows it and is
        on this laptop already is taken at once. Not inside a transaction, because what was good stays when
        this raises ``SohopError``: ``WRONG_DIGEST`` (the first bad chunk and those after it are dropped; a
        patch is dropped for good; or the whole does not fit and the document starts again),
        ``PACKET_UNKNOWN`` (also when it was recalled meanwhile: nothing is kept), ``DISK_FULL``.
        """
        wanted = self._wanted.find(run.manifest, run.document)
        if run.base:
            return self._put_pieces(wanted, run.base, first, chunks)
        kept = self._begin(wanted)
        if first > kept.next_chunk:
            kept = self._reuse(wanted) or kept
        if kept.complete or kept.failures >= GIVE_UP or first > kept.next_chunk:
            return kept.next_chunk
        fresh = chunks[kept.next_chunk - first :]
        described = self._wanted.chunks(wanted.recipe).between(kept.next_chunk, kept.next_chunk + len(fresh))
        good = verified(described, fresh)
        after = self._append(kept, [(name, piece) for (name, _), piece in zip(described, good, strict=False)])
        if len(good) < len(fresh) or (good and after.next_chunk == 0):
            raise SohopError(Code.WRONG_DIGEST)
        return (self._reuse(wanted) or after).next_chunk

    def drop_patch(self, run: Asked) -> None:
        """The hub does not stand by a patch it offered: the document is fetched by its chunks instead."""
        offer = self._patches.find(run.manifest, run.document, run.base)
        if offer is not None:
            self._patches.drop(offer)

    def progress(self, meeting: MeetingId, version: Digest | None = None) -> list[DocumentProgress]:
        """Every document of a version, in order; else of the shown one, or of the newest that is submitted
        when none is shown."""
        rows = self._database.all(
            "SELECT p.manifest, pd.document, pd.sha256, pd.size, pd.recipe, "
            "coalesce(iif(d.complete OR d.recipe = pd.recipe, d.have, 0), 0), "
            "coalesce(d.complete, 0), iif(d.recipe = pd.recipe, d.next_chunk, 0), "
            "p.erased OR (coalesce(d.failures, 0) >= ? AND d.recipe = pd.recipe) "
            "FROM packet p JOIN packet_document pd ON pd.manifest = p.manifest "
            "LEFT JOIN document d ON d.meeting = p.meeting AND d.sha256 = pd.sha256 "
            "WHERE p.manifest = coalesce(?, (SELECT manifest FROM packet WHERE meeting = ? "
            "ORDER BY current DESC, version DESC LIMIT 1)) ORDER BY pd.position",
            (GIVE_UP, version, meeting),
        )
        older = any(not row[6] for row in rows) and self._has_older(meeting)
        return [self._progress(row, older) for row in rows]

    # --- planning

    def _plan(self, missing: Wanted, plan: Plan, *, patches: bool) -> None:
        offer = self._patches.best(missing.manifest, missing.document)
        while offer is not None and offer.left == 0:
            if self._patched(missing, offer):
                return
            offer = self._patches.best(missing.manifest, missing.document)
        kept = self._standing(missing)
        next_chunk = kept.next_chunk if kept is not None else 0
        if patches and offer is not None and offer.left < self._lacking(missing.recipe, next_chunk):
            source = Source(missing.manifest, missing.document, offer.base)
            for number, piece in enumerate(offer.pieces.between(offer.next_piece, len(offer.pieces))):
                if not plan.add(source, offer.next_piece + number, piece):
                    return
            return
        kept = self._reuse(missing)
        if kept is not None and (kept.complete or kept.failures >= GIVE_UP):
            return
        source = Source(missing.manifest, missing.document)
        chunks = self._wanted.chunks(missing.recipe)
        first = kept.next_chunk if kept is not None else 0
        while step := chunks.between(first, first + plan.room):
            here = self._documents.here(step)
            for number, piece in enumerate(step, first):
                if piece in here or plan.has_chunk(piece):
                    continue  # By the time it is needed it is on this laptop.
                if not plan.add(source, number, piece):
                    return
            first += len(step)

    def _lacking(self, recipe: bytes, next_chunk: int) -> int:
        """Bytes of a document's chunks from ``next_chunk`` on that no document here has.

        Counted once for a document: it overstates a little when others bring chunks of it meanwhile.
        """
        losses, after = self._counted.pop(recipe, (-1, array("q")))
        if losses != self._documents.losses:
            after = self._count(self._wanted.chunks(recipe))
        self._counted[recipe] = (self._documents.losses, after)
        if len(self._counted) > _COUNTED:
            self._counted.popitem(last=False)
        return after[next_chunk]

    def _count(self, chunks: ChunkList) -> array[int]:
        pieces = chunks.between(0, len(chunks))
        seen = self._documents.here(pieces)
        lacking = array("q", [0]) * (len(pieces) + 1)
        for number, piece in enumerate(pieces):
            if piece not in seen:
                seen.add(piece)
                lacking[number] = piece[1]
        for number in range(len(pieces) - 1, -1, -1):
            lacking[number] += lacking[number + 1]
        return lacking

    def _has_older(self, meeting: MeetingId) -> bool:
        """Whether documents of this meeting are here that its shown version has not: it was revised."""
        return bool(
            self._database.one(
                "SELECT 1 FROM document d WHERE d.meeting = ? AND d.have > 0 AND NOT EXISTS "
                "(SELECT 1 FROM packet p JOIN packet_document pd ON pd.manifest = p.manifest "
                "WHERE p.meeting = d.meeting AND p.current AND pd.sha256 = d.sha256) LIMIT 1",
                (meeting,),
            )
        )

    def _progress(self, row: tuple[Any, ...], older: bool) -> DocumentProgress:
        manifest, document, sha256, size, recipe, have, complete, next_chunk, never = row
        to_come = 0
        if not complete and not never:
            to_come = self._lacking(recipe, next_chunk) if older else size - have
            offer = self._patches.best(manifest, document) if older else None
            if offer is not None:
                to_come = min(to_come, offer.left)
        return DocumentProgress(
            DocumentId(document), Digest(sha256.hex()), have, size, bool(complete), to_come
        )

    # --- taking from this laptop

    def _begin(self, wanted: Wanted) -> Kept:
        return self._documents.begin(wanted.meeting, wanted.sha256, wanted.size, wanted.recipe)

    def _standing(self, wanted: Wanted) -> Kept | None:
        """The document as far as it has come by the present list of chunks; None before it has begun."""
        kept = self._documents.find(wanted.meeting, wanted.sha256)
        return kept if kept is not None and (kept.complete or kept.recipe == wanted.recipe) else None

    def _reuse(self, wanted: Wanted) -> Kept | None:
        """Take the chunks that come next and are on this laptop already; the document as it then stands."""
        chunks = self._wanted.chunks(wanted.recipe)
        while True:
            kept = self._standing(wanted)
            if kept is not None and (kept.complete or kept.failures >= GIVE_UP):
                return kept
            pieces = self._local(chunks, kept.next_chunk if kept is not None else 0)
            if self._standing(wanted) != kept:
                continue  # Its own file was found altered while reading from it.
            if not pieces:
                return kept
            with self._database.transaction():
                self._append(self._begin(wanted), pieces)

    def _local(self, chunks: ChunkList, first: int) -> list[tuple[bytes, bytes]]:
        """The bytes of the chunks from ``first`` on, as far as they are here, up to one batch."""
        pieces: list[tuple[bytes, bytes]] = []
        size = 0
        for start in range(first, len(chunks), _STEP):
            for wanted in chunks.between(start, start + _STEP):
                piece = self._documents.chunk(wanted) if size < _BATCH_BYTES else None
                if piece is None:
                    return pieces
                pieces.append((wanted[0], piece))
                size += len(piece)
        return pieces

    # --- chunks

    def _append(self, kept: Kept, pieces: Sequence[tuple[bytes, bytes]]) -> Kept:
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
                    self._patches.forget(after.meeting, after.sha256)
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

    # --- patches

    def _put_pieces(self, wanted: Wanted, base: str, first: int, pieces: Sequence[bytes]) -> int:
        kept = self._documents.find(wanted.meeting, wanted.sha256)
        offer = self._patches.find(wanted.manifest, wanted.document, base)
        if offer is None or (kept is not None and kept.complete):
            return 0  # An answer to an old question.
        if first > offer.next_piece:
            return offer.next_piece
        fresh = pieces[offer.next_piece - first :]
        good = verified(offer.pieces.between(offer.next_piece, offer.next_piece + len(fresh)), fresh)
        if len(good) < len(fresh):
            self._patches.drop(offer)
            raise SohopError(Code.WRONG_DIGEST)
        if good:
            offer = self._patches.append(offer, good)
        if offer.left == 0:
            self._patched(wanted, offer)
        return offer.next_piece

    def _patched(self, wanted: Wanted, offer: Offer) -> bool:
        """Make the document of its patch, all of which is here. False when that gave another document."""
        base = self._documents.find(wanted.meeting, offer.base)
        data = None if base is None or not base.complete else self._apply(base, wanted, offer)
        if data is None:
            self._patches.drop(offer)
            return False
        with self._database.transaction():
            kept = self._documents.fill(self._begin(wanted), data, self._wanted.chunks(wanted.recipe))
            self._patches.forget(wanted.meeting, wanted.sha256)
        self._running.pop(kept.file, None)
        return True

    def _apply(self, base: Kept, wanted: Wanted, offer: Offer) -> bytes | None:
        try:
            data = patch.apply(self._documents.read(base), self._patches.read(offer), wanted.size)
        except BlockDamagedError:
            self._documents.restart(base)
            return None
        except SohopError as error:
            if error.code not in (Code.MALFORMED, Code.TOO_LARGE):
                raise
            return None
        return data if hashlib.sha256(data).hexdigest() == wanted.sha256 else None
