"""How far a packet is on its way up, on a terminal and elsewhere; what to say when it stops."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from reader.app.words import Speaker
from sync.errors import SohopError

_LINE_S = 5.0
"""Seconds between two lines where there is no terminal."""


@contextmanager
def upload_shown(
    size: int, say: Speaker, clock: Callable[[], float] = monotonic
) -> Iterator[Callable[[int], None]]:
    """Gives what is to be called with the bytes of each batch that arrived.

    ``size`` is the packet's: less is sent when the hub has part of it. A bar on a terminal, else a line now
    and then, on standard error. Stopped by the person or by the line, it says that the next run goes on from
    there, and lets the error pass.
    """
    console = Console(stderr=True)
    try:
        if console.is_terminal:
            with _bar(size, say, console) as arrived:
                yield arrived
        else:
            yield _Lines(size, say, clock)
    except (KeyboardInterrupt, SohopError):
        print(say("upload-goes-on"), file=sys.stderr)
        raise


@contextmanager
def _bar(size: int, say: Speaker, console: Console) -> Iterator[Callable[[int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(say("uploading-now"), total=size)
        yield lambda more: progress.advance(task, more)


class _Lines:
    """One plain line every few seconds."""

    def __init__(self, size: int, say: Speaker, clock: Callable[[], float]) -> None:
        self._size, self._say, self._clock = size, say, clock
        self._done, self._at = 0, clock()

    def __call__(self, more: int) -> None:
        self._done += more
        if self._clock() - self._at >= _LINE_S:
            self._at = self._clock()
            print(self._say("uploading", size=self._done // 1000, all=self._size // 1000), file=sys.stderr)
