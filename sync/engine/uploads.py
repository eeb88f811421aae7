"""The secretary's packet up: what the hub lacks, in batches that fit the line, whatever the line does."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from time import monotonic
from typing import TypeVar

from sync.engine.machine import LINE_CODES, back_off
from sync.engine.pace import Batches, Cap
from sync.engine.ports import Moment
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.model.ids import Digest
from sync.wire.codec import digest
from sync.wire.messages import MAX_UPLOAD

T = TypeVar("T")
Blob = tuple[Digest, Callable[[], bytes]]
"""A digest and what reads its bytes, so that a large packet is never whole in memory."""

WINDOW = 1_024
"""Digests asked about at a time: 32 KB, so that a bad line has the answer before it is cut."""
PATIENCE = 24
"""Tries in a row in which nothing came before the usual caller gives up: some ten minutes without a line."""

_AGAIN = LINE_CODES | {Code.HUB_BROKEN}


def out_of_patience(failures: int) -> bool:
    """The usual ``give_up``."""
    return failures >= PATIENCE


class Uploader:
    """Brings blobs to the hub over one transport, and does not give up when the line does.

    To cancel from another thread, hang the transport up (``transport.wires.hang_up``).
    """

    def __init__(
        self,
        transport: Transport,
        sign_in: Callable[[], None],
        *,
        cap: Cap | None = None,
        give_up: Callable[[int], bool] = out_of_patience,
        clock: Moment = monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """``sign_in`` obtains a token (``Transport.authenticate``). ``give_up`` is asked after each failure,
        with the number of those in a row in which nothing was acknowledged."""
        self._transport = transport
        self._sign_in = sign_in
        self._cap = cap or Cap()
        self._give_up = give_up
        self._clock = clock
        self._jitter = jitter
        self._batches = Batches()
        self._failures = 0
        self._renewed = False

    def upload(self, blobs: Iterable[Blob], arrived: Callable[[int], object] = lambda size: None) -> int:
        """Store at the hub whichever of these it lacks; gives the bytes sent and acknowledged.

        ``arrived`` is told of bytes that are durable at the hub. Raises the line's last ``SohopError`` when
        ``give_up`` says so or the transport was hung up, and any that trying again does not help.
        """
        sent, waiting = 0, iter(blobs)
        while window := dict(islice(waiting, WINDOW)):
            lacking = self._missing(list(window))
            while lacking:
                names, pieces = _batch(lacking, window, self._batches.size)
                del lacking[: len(names)]
                error = self._send(pieces)
                # After a cut the hub says what of it arrived whole; the rest goes first.
                left = [] if error is None else self._missing(names)
                lacking[:0] = left
                size = sum(len(piece) for name, piece in zip(names, pieces, strict=True) if name not in left)
                if size:
                    self._failures, self._renewed = 0, False
                    sent += size
                    arrived(size)
                elif error is not None:
                    self._failed(error)
        return sent

    def _missing(self, names: list[Digest]) -> list[Digest]:
        """Patiently."""
        while True:
            try:
                if not self._transport.access.token:
                    self._sign_in()
                return self._transport.missing(names)
            except SohopError as error:
                self._failed(error)

    def _send(self, pieces: list[bytes]) -> SohopError | None:
        """None when all was acknowledged, else what cut it short."""
        began = self._clock()
        try:
            self._transport.upload(pieces, self._slowly)
        except SohopError as error:
            if error.code not in _AGAIN:
                self._failed(error)
            self._batches.cut()
            return error if error.code in _AGAIN else SohopError(Code.OFFLINE)
        self._batches.learn(sum(map(len, pieces)), self._clock() - began)
        return None

    def _slowly(self, size: int) -> None:
        self._transport.wires.wait(self._cap.take(size))

    def _failed(self, error: SohopError) -> None:
        """Wait as long as it makes sense. Raises ``error`` when it makes none."""
        wires = self._transport.wires
        if error.code is Code.TOKEN_EXPIRED and not self._renewed:
            self._renewed = True
            self._transport.access.token = ""
            return
        if error.code not in _AGAIN or wires.hung_up:
            raise error
        self._failures += 1
        if self._give_up(self._failures):
            raise error
        if wires.wait(back_off(self._failures, self._jitter(), error.code)):
            raise error


def _batch(
    lacking: Iterable[Digest], window: dict[Digest, Callable[[], bytes]], limit: int
) -> tuple[list[Digest], list[bytes]]:
    """The next blobs of at most ``limit`` bytes, but at least one."""
    names: list[Digest] = []
    pieces: list[bytes] = []
    size = 0
    for name, piece in _read(lacking, window):
        size += 4 + len(piece)
        if names and size > min(limit, MAX_UPLOAD):
            break
        names.append(name)
        pieces.append(piece)
    return names, pieces


def _read(
    lacking: Iterable[Digest], window: dict[Digest, Callable[[], bytes]]
) -> Iterator[tuple[Digest, bytes]]:
    for name in lacking:
        piece = window[name]()
        if digest(piece) != name:
            raise AssertionError("a blob changed while it was uploaded")
        yield name, piece
