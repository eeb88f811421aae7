"""Runs of chunks as they are put together, within what one request may hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from reader.store.chunk_lists import Piece, chunk
from sync.model.ids import Digest, DocumentId
from sync.model.meeting import Chunk
from sync.wire.messages import MAX_CHUNKS_A_REQUEST, MAX_PARTS

_SMALL: Final = 12 * 1024
"""Bytes of a chunk, on the small side."""


@dataclass(frozen=True)
class WantedRun:
    """A ``sync.engine.ports.Run``: chunks of a document, or with ``base`` pieces of a patch to it."""

    manifest: Digest
    document: DocumentId
    base: str
    first: int
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True)
class Source:
    """A document's own chunks, or with ``base`` a patch's pieces."""

    manifest: Digest
    document: DocumentId
    base: str = ""


class Plan:
    """Takes pieces in the order they are wanted, up to ``limit`` bytes, but at least one."""

    def __init__(self, limit: int) -> None:
        self._runs: list[_Run] = []
        self._asked: set[Piece] = set()
        self._left = limit
        self._count = 0
        self._refused = False

    @property
    def is_full(self) -> bool:
        """Nothing more fits."""
        return self._refused or (self._left <= 0 and self._count > 0)

    @property
    def room(self) -> int:
        """About how many chunks may still fit, to look ahead that far."""
        return max(16, min(self._left // _SMALL, MAX_CHUNKS_A_REQUEST - self._count))

    def runs(self) -> list[WantedRun]:
        """What to ask for."""
        return [
            WantedRun(
                run.source.manifest,
                run.source.document,
                run.source.base,
                run.first,
                tuple(map(chunk, run.pieces)),
            )
            for run in self._runs
        ]

    def has_chunk(self, piece: Piece) -> bool:
        """Whether this chunk of some document is asked for already."""
        return piece in self._asked

    def add(self, source: Source, number: int, piece: Piece) -> bool:
        """Ask for this one too; False when it does not fit any more."""
        last = self._runs[-1] if self._runs else None
        goes_on = last is not None and (last.source, last.first + len(last.pieces)) == (source, number)
        fits = piece[1] <= self._left and self._count < MAX_CHUNKS_A_REQUEST
        if last is not None and not (fits and (goes_on or len(self._runs) < MAX_PARTS)):
            self._refused = True
            return False
        if last is None or not goes_on:
            last = _Run(source, number)
            self._runs.append(last)
        last.pieces.append(piece)
        if not source.base:
            self._asked.add(piece)
        self._left -= piece[1]
        self._count += 1
        return True


@dataclass
class _Run:
    source: Source
    first: int
    pieces: list[Piece] = field(default_factory=list)
