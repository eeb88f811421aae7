"""Documents that are still to come, without a disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sync.errors import Code, SohopError
from sync.model.ids import DocumentId, MeetingId
from sync.model.meeting import Chunk
from sync.wire.chunks import frame, pieces
from sync.wire.codec import digest
from sync.wire.messages import ChunksRequest

MANIFEST = "ab" * 32


@dataclass(frozen=True)
class Piece:
    """A run (``ports.Run``)."""

    manifest: str
    document: str
    base: str
    first: int
    chunks: tuple[Chunk, ...]


class Shelf:
    """``ports.DownloadsPort`` in memory: documents in order, the one wanted first; a patch until it is
    dropped."""

    manifest = MANIFEST

    def __init__(self, **documents: bytes) -> None:
        self.bodies = {name: [piece for _, piece in pieces(data)] for name, data in documents.items()}
        self.patches: dict[str, list[bytes]] = {}
        self.trouble: dict[str, int] = {}
        """Wrong chunks, by document."""
        self.have: dict[str, list[bytes]] = {name: [] for name in documents}
        self.commits: list[int] = []
        """Chunks in each commit."""
        self.gone: set[str] = set()
        """Recalled meanwhile."""
        self.limits: list[int] = []
        self.dropped: list[str] = []
        """Documents whose patch was dropped."""
        self.manifests: dict[str, str] = {}
        """Of documents that stand in another than the usual one."""

    def list_of(self, document: str, base: str = "") -> list[bytes]:
        return self.patches[document] if base else self.bodies[document]

    def plan(
        self,
        order: Sequence[MeetingId],
        wanted: DocumentId | None,
        limit: int,
        without: Callable[[str, str], bool] = lambda manifest, document: False,
    ) -> list[Piece]:
        self.limits.append(limit)
        names = sorted(self.bodies, key=lambda name: name != wanted)
        names = [name for name in names if order or name == wanted]
        names = [name for name in names if not without(self.manifest_of(name), name)]
        found: list[Piece] = []
        size = 0
        for name in names:
            base = "cd" * 32 if name in self.patches else ""
            bodies = self.list_of(name, base)
            first = len(self.have[name])
            run: list[Chunk] = []
            for piece in bodies[first:]:
                if (found or run) and size + len(piece) > limit:
                    break
                size += len(piece)
                run.append(Chunk(digest(piece), len(piece)))
            if run:
                found.append(Piece(self.manifest_of(name), name, base, first, tuple(run)))
        return found

    def put_chunks(self, run: Piece, first: int, chunks: Sequence[bytes]) -> int:
        if run.document in self.gone:
            raise SohopError(Code.PACKET_UNKNOWN)
        assert first == len(self.have[run.document])
        self.commits.append(len(chunks))
        for number, piece in enumerate(chunks, first):
            if piece != self.list_of(run.document, run.base)[number]:
                self.trouble[run.document] = self.trouble.get(run.document, 0) + 1
                raise SohopError(Code.WRONG_DIGEST)
            self.have[run.document].append(piece)
        return len(self.have[run.document])

    def drop_patch(self, run: Piece) -> None:
        self.dropped.append(run.document)
        del self.patches[run.document]
        self.have[run.document] = []

    def manifest_of(self, document: str) -> str:
        return self.manifests.get(document, self.manifest)

    @property
    def complete(self) -> bool:
        """Everything is here."""
        return all(self.have[name] == bodies for name, bodies in self.bodies.items())

    def frames(self, request: ChunksRequest) -> Iterator[bytes]:
        """What an honest hub streams."""
        for part in request.parts:
            for piece in self.list_of(part.document, part.base)[part.first : part.first + part.count]:
                yield frame(piece)
