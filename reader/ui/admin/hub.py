"""Asking the hub from the administrator's window: one question at a time, on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from reader.core.services import Administering as Line
from reader.core.services import OnBook, Services
from reader.pdf.stopping import StoppedError
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from sync.errors import Code, SohopError

T = TypeVar("T")


class HubQuestions:
    """``ask`` while another question is under way waits for it; only the newest that waits is asked."""

    def __init__(self, services: Services, on_book: OnBook, window: QWidget) -> None:
        self._services = services
        self.on_book = on_book
        self._work = LongWork(window)
        self._next: Callable[[], None] | None = None

    @property
    def busy(self) -> bool:
        """The hub is being asked."""
        return self._work.busy

    def stop(self) -> None:
        """Nobody waits any more."""
        self._next = None
        self._work.stop()

    def ask(
        self,
        title: str,
        ask: Callable[[Line], T],
        done: Callable[[T], None],
        failed: Callable[[SohopError], None],
    ) -> None:
        """Ask over a line of its own; ``title`` stands above the progress when it takes long. When the
        person stops it nobody is told: an act may have been done all the same, and the next look says."""
        if self.busy:
            self._next = lambda: self.ask(title, ask, done, failed)
            return
        services, on_book = self._services, self.on_book
        lines: list[Line] = []

        def run(tell: Tell, stopped: Stopped) -> T:
            line = services.administration(on_book)
            lines.append(line)
            try:
                if stopped():
                    raise StoppedError
                return ask(line)
            except SohopError as error:
                if stopped() and error.code in {Code.OFFLINE, Code.TIMEOUT}:
                    raise StoppedError from error
                raise
            finally:
                line.close()

        def halt() -> None:
            for line in lines:
                line.stop()

        def answered(result: T) -> None:
            done(result)
            self._go_on()

        def refused(error: SohopError) -> None:
            failed(error)
            self._go_on()

        self._work.start(Work(title, run, answered, refused, halt))

    def _go_on(self) -> None:
        following, self._next = self._next, None
        if following is not None:
            following()
