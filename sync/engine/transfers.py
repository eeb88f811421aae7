"""Documents down: one long stream for many of them, resumed at the byte, stopped at any moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from sync.engine.pace import Cap, Rate, request_size
from sync.engine.ports import Memory, Moment, OnMemory, Run
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, MeetingId
from sync.model.meeting import Chunk
from sync.wire.chunks import FrameReader
from sync.wire.codec import digest
from sync.wire.messages import MAX_CHUNKS_A_REQUEST, MAX_PARTS, ChunksRequest, Part

COMMIT_EVERY = 32
COMMIT_S = 2.0
"""Chunks become durable after so many, or so many seconds. A commit waits for the disk, so not each chunk has
its own; but a program that is killed should not lose much of what took the line long to bring."""
_OVERTAKEN = frozenset({Code.NOT_PERMITTED, Code.RECALLED})
"""The hub's words for a packet that this person may have no more; the exchange says why."""
_NO_PATCH = frozenset({Code.WRONG_DIGEST, Code.TOO_LARGE, Code.HUB_BROKEN})
"""What comes of a patch that is not what was offered."""
_TOO_OFTEN = 3
FIRST_REST_S, LONGEST_REST_S = 60.0, 3600.0
"""For so long a document waits of which something wrong came, twice as long each time."""


@dataclass(frozen=True)
class Watcher:
    """Who is told while a stream comes in: of bytes of the line, and of documents that have more now."""

    arrived: Callable[[int], object] = lambda size: None
    stored: Callable[[DocumentId], object] = lambda document: None


@dataclass(frozen=True)
class _Awaited:
    """One frame that was asked for."""

    run: Run
    number: int
    chunk: Chunk


class Fetcher:
    """Fetches over one transport, and keeps in memory what came of a frame in which a stream ended."""

    def __init__(
        self, transport: Transport, on_memory: OnMemory, rate: Rate, cap: Cap, clock: Moment
    ) -> None:
        self._transport = transport
        self._on_memory = on_memory
        self._rate = rate
        self._cap = cap
        self._clock = clock
        self._begun: tuple[Chunk, bytes] | None = None
        self._overtaken = 0
        self._refused: set[Digest] = set()
        """Manifests of which the hub gives nothing: not asked for again by this program."""
        self._wrong: dict[tuple[Digest, DocumentId], tuple[float, float]] = {}
        """Documents of which something wrong came: until when they are left out, and for how long."""
        self._one_packet = False
        """A request for several packets was refused; which of them it was shows when each is asked alone."""

    def fetch(
        self, order: Sequence[MeetingId], wanted: DocumentId | None, watcher: Watcher | None = None
    ) -> bool:
        """One stream of what is missing, ``wanted`` first; each chunk is checked and stored on the way.

        Gives whether there may be more to fetch.

        Whoever hangs the transport up ends it: that is no error. Nor is a patch that the hub does not stand
        by, or a packet that it gives no more: the next stream does without. Raises ``SohopError`` of the
        line; ``WRONG_DIGEST`` after the memory kept what was good, and then that document waits while others
        go on; ``HUB_BROKEN`` when the hub ends its answer without a chunk. Whatever it raises, what came
        before is kept.
        """
        known = [each for each in (self._cap.rate, self._rate.value()) if each is not None]
        limit = request_size(min(known, default=None))
        runs = self._on_memory(lambda memory: memory.downloads.plan(order, wanted, limit, self._left_out))
        if self._one_packet:
            runs = [run for run in runs if run.manifest == runs[0].manifest]
        asked = list(_bounded(runs))
        if not asked:
            self._begun = None
            return False
        keeper = _Keeper(self._on_memory, self._clock, watcher or Watcher())
        try:
            self._stream(asked, keeper)
        except SohopError as error:
            if not self._goes_on(error.code, asked, keeper.turn):
                raise
        else:
            self._overtaken = 0
        return True

    def _left_out(self, manifest: Digest, document: DocumentId) -> bool:
        until, _ = self._wrong.get((manifest, document), (0.0, 0.0))
        return manifest in self._refused or self._clock() < until

    def _leave_out(self, run: Run) -> None:
        """A bad chunk at the hub must not keep the line from what is good."""
        _, before = self._wrong.get((run.manifest, run.document), (0.0, 0.0))
        rest = min(LONGEST_REST_S, 2 * before or FIRST_REST_S)
        self._wrong[run.manifest, run.document] = self._clock() + rest, rest

    def _goes_on(self, code: Code, asked: Sequence[_Awaited], turn: Run | None) -> bool:
        """Whether the next stream will be another one: without a patch, or without a packet.

        ``turn``: whose frame was awaited when it failed; None when the hub refused all that was asked.
        """
        if turn is not None:
            if turn.base and code in _NO_PATCH:
                self._drop_patches([turn])
                return True
            if code is Code.WRONG_DIGEST:
                self._leave_out(turn)
            # A recall or a new version came while its predecessor was on its way.
            self._overtaken += code is Code.PACKET_UNKNOWN
            return code is Code.PACKET_UNKNOWN and self._overtaken <= _TOO_OFTEN
        patches = {id(each.run): each.run for each in asked if each.run.base}
        if patches and code in (*_OVERTAKEN, Code.MALFORMED):
            self._drop_patches(patches.values())
            return True
        if code not in _OVERTAKEN:
            return False
        manifests = {each.run.manifest for each in asked}
        if len(manifests) == 1:
            self._refused |= manifests
        self._one_packet = len(manifests) > 1
        return True

    def _drop_patches(self, runs: Iterable[Run]) -> None:
        def drop(memory: Memory) -> None:
            for run in runs:
                memory.downloads.drop_patch(run)

        self._on_memory(drop)

    def _stream(self, asked: list[_Awaited], keeper: _Keeper) -> None:
        begun = self._take_begun(asked[0].chunk)
        reader = FrameReader(unfinished=begun)
        at = 0
        try:
            for data in self._data(ChunksRequest(parts=_parts(asked), skip=len(begun))):
                keeper.watcher.arrived(len(data))
                keeper.turn = asked[min(at, len(asked) - 1)].run
                for piece in reader.feed(data):
                    if at == len(asked):
                        raise SohopError(Code.HUB_BROKEN)
                    at += 1
                    keeper.add(asked[at - 1], piece)
                    keeper.turn = asked[min(at, len(asked) - 1)].run
        finally:
            if at < len(asked):
                self._begun = asked[at].chunk, reader.unfinished
            keeper.flush()
        if at == 0 and not self._transport.wires.hung_up:
            keeper.turn = asked[0].run
            raise SohopError(Code.HUB_BROKEN)

    def _data(self, request: ChunksRequest) -> Iterator[bytes]:
        """The stream under the cap: who waits before reading on slows the hub down."""
        wires = self._transport.wires
        wires.receive_buffer = int(self._cap.rate or 0)
        self._rate.begin()
        try:
            with closing(self._transport.chunks(request)) as stream:
                for data in stream:
                    self._rate.add(len(data))
                    yield data
                    if wires.wait(self._cap.take(len(data))):
                        return
        except SohopError:
            if not wires.hung_up:
                raise
        finally:
            self._rate.end()

    def _take_begun(self, chunk: Chunk) -> bytes:
        """What is here of this chunk's frame, when it is what was cut last time."""
        begun, self._begun = self._begun, None
        if begun is None or begun[0] != chunk or int.from_bytes(begun[1][:4], "big") != chunk.size:
            return b""
        return begun[1]


def _bounded(runs: Sequence[Run]) -> Iterator[_Awaited]:
    left = MAX_CHUNKS_A_REQUEST
    for run in runs[:MAX_PARTS]:
        for place, chunk in enumerate(run.chunks[:left]):
            yield _Awaited(run, run.first + place, chunk)
        left -= min(left, len(run.chunks))


def _parts(asked: Sequence[_Awaited]) -> tuple[Part, ...]:
    counts: dict[int, int] = {}
    runs: dict[int, Run] = {}
    for each in asked:
        runs[id(each.run)] = each.run
        counts[id(each.run)] = counts.get(id(each.run), 0) + 1
    return tuple(
        Part(manifest=run.manifest, document=run.document, base=run.base, first=run.first, count=counts[key])
        for key, run in runs.items()
    )


class _Keeper:
    """Checks chunks and makes them durable a few at a time."""

    def __init__(self, on_memory: OnMemory, clock: Moment, watcher: Watcher) -> None:
        self._on_memory = on_memory
        self._clock = clock
        self.watcher = watcher
        self._first: _Awaited | None = None
        self._pieces: list[bytes] = []
        self._since = 0.0
        self.turn: Run | None = None
        """Of which run the next frame is, as soon as something came."""

    def add(self, awaited: _Awaited, piece: bytes) -> None:
        """Raises ``SohopError(WRONG_DIGEST)``; the memory is told which run it was of."""
        if self._first is None or self._first.run is not awaited.run:
            self.flush()
            self._first, self._since = awaited, self._clock()
        self._pieces.append(piece)
        if len(piece) != awaited.chunk.size or digest(piece) != awaited.chunk.digest:
            self.flush()  # the memory keeps those before it, counts this one, and raises
            raise SohopError(Code.WRONG_DIGEST)
        if len(self._pieces) >= COMMIT_EVERY or self._clock() - self._since >= COMMIT_S:
            self.flush()

    def flush(self) -> None:
        """Make durable what is here."""
        first, pieces = self._first, self._pieces
        self._first, self._pieces = None, []
        if first is None or not pieces:
            return
        self._on_memory(lambda memory: memory.downloads.put_chunks(first.run, first.number, pieces))
        self.watcher.stored(first.run.document)
