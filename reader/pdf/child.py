"""The PDF child as the parent holds it: start, one exchange with a time limit, end. For one thread only."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Final

from msgspec import DecodeError

from reader.pdf import protocol
from reader.pdf.confine import deaf_to_ctrl_c, die_with_parent, give_way, peak_of, silence
from reader.pdf.memory import CanvasMemory, DocumentMemory
from reader.pdf.protocol import AnyReply, AnyRequest
from reader.pdf.watchdog import Watchdog

_START_SECONDS: Final = 30.0
_CONTEXT: Final = multiprocessing.get_context("spawn")
"""A process of its own from its first line: nothing of ours is in its memory."""


class ChildLostError(Exception):
    """The child is gone. ``timed_out`` when it was we who ended it for being slow."""

    def __init__(self, timed_out: bool) -> None:
        super().__init__("timed out" if timed_out else "died")
        self.timed_out = timed_out


class ChildLiedError(Exception):
    """The child's answer is outside what is accepted; it must be ended."""


class Child:
    """One PDF child.

    Must be started by a thread that lives as long as the child: on Linux the child's life is tied to that
    thread.
    """

    def __init__(self, *, background: bool = False) -> None:
        """Begin to start it; returns before it is ready. Raises OSError when the system has no room for
        it. ``background``: it gives way to everything else that wants the processor.
        """
        self._connection, theirs = _CONTEXT.Pipe()
        # Not daemonic by accident: at the interpreter's end a forgotten child is terminated and waited for.
        self._process = _CONTEXT.Process(
            target=_run, args=(theirs, background), name="sohop-pdf", daemon=True
        )
        self._expired = threading.Event()
        self._peak: int | None = None
        self._ready = False
        try:
            with deaf_to_ctrl_c():
                self._process.start()
        except OSError:
            self._connection.close()
            raise
        finally:
            theirs.close()
        self._watchdog = Watchdog("pdf-watchdog", self.expire)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid or 0

    def wait_ready(self) -> None:
        """Return when it can be asked. Raises ChildLostError, ChildLiedError."""
        if not self._ready:
            with self._within(_START_SECONDS):
                self._receive()
            self._ready = True

    def exchange(
        self,
        request: AnyRequest,
        seconds: float,
        memory: DocumentMemory | CanvasMemory | None = None,
    ) -> AnyReply:
        """Ask and wait at most ``seconds``. Raises ChildLostError, ChildLiedError."""
        with self._within(seconds):
            try:
                self._connection.send_bytes(protocol.encoder.encode(request))
                if memory is not None:
                    memory.send(self._connection, self.pid)
            except OSError as error:
                raise ChildLostError(self._expired.is_set()) from error
            return self._receive()

    def pixels(self, canvas: CanvasMemory, count: int, seconds: float) -> bytes:
        """The pixels of the last answer. Raises ChildLostError."""
        with self._within(seconds):
            try:
                return canvas.take(count, self._connection)
            except (EOFError, OSError) as error:
                raise ChildLostError(self._expired.is_set()) from error

    def peak(self) -> int | None:
        """The most bytes it has held since it was last handed its first document; None when it is dead and
        was not asked before.
        """
        return peak_of(self.pid) or self._peak

    def expire(self) -> None:
        """End it for being slow; whoever waits for it gets ChildLostError. From any thread."""
        self._expired.set()
        self._peak = peak_of(self.pid)  # the dead have none
        self._process.kill()

    def kill(self) -> None:
        """End it at once; whoever waits for it gets ChildLostError. From any thread."""
        self._process.kill()

    def bury(self) -> None:
        """End it and wait until it is gone, leaving no zombie and no handle. By the thread that started
        it.
        """
        self._watchdog.close()  # it must not strike a process that is being buried
        self._connection.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Ends the child when the block takes longer, however slowly it answers."""
        # A limit that struck just after the last answer was not this block's fault.
        self._expired.clear()
        with self._watchdog.limit(seconds):
            yield

    def _receive(self) -> AnyReply:
        connection: Connection = self._connection
        try:
            return protocol.reply_decoder.decode(connection.recv_bytes(protocol.MAX_REPLY_BYTES))
        except DecodeError as error:
            raise ChildLiedError from error
        except (EOFError, OSError) as error:
            raise ChildLostError(self._expired.is_set()) from error


def _run(connection: Connection, background: bool) -> None:
    """The child's first function. MuPDF is imported here and nowhere in the parent."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for Windows: elsewhere it never heard of it
    if background:
        give_way()
    silence()
    from reader.pdf import worker

    worker.main(connection)
