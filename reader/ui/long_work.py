"""Something that may take seconds: done on a thread of its own, with a dialog that says how far it is and
stops it. What is quick shows none.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reader.pdf.stopping import StoppedError
from reader.ui.relay import Channel, expect
from reader.ui.widgets import Dialog
from reader.ui.widgets.progress import Progress
from sync.errors import SohopError

PATIENCE_MS: Final = 300
"""What is done by then needs no dialog."""

T = TypeVar("T")
Tell = Callable[[float], None]
Stopped = Callable[[], bool]


@dataclass(frozen=True)
class Work(Generic[T]):
    """What is to be done, and who hears how it ended. ``run`` is called with two functions: to tell how far
    it is, and whether it is not wanted any more; then it raises ``StoppedError``.
    """

    title: str
    run: Callable[[Tell, Stopped], T]
    done: Callable[[T], None]
    failed: Callable[[SohopError], None]
    halt: Callable[[], None] = lambda: None
    """Called when it is not wanted any more: ends what `run` waits for."""


class LongWork(QObject):
    """One work at a time; another is passed over until it has ended. ``stop`` when its screen goes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sohop-long-work")
        self._wanted: threading.Event | None = None
        self._channel: Channel | None = None
        self._dialog: Dialog | None = None
        self._title = ""
        self._halt: Callable[[], None] = lambda: None
        self._share = 0.0
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PATIENCE_MS)
        self._late.timeout.connect(self._show)

    @property
    def busy(self) -> bool:
        """Something is under way."""
        return self._wanted is not None

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return self._share

    def start(self, work: Work[T]) -> None:
        """Begin it."""
        if self.busy:
            return
        wanted = self._wanted = threading.Event()
        channel = self._channel = Channel(self._on_told)
        self._title, self._share, self._halt = work.title, 0.0, work.halt
        self._late.start()

        def ended(future: Future[T]) -> None:
            if self._wanted is not wanted:
                return
            if self._dialog is None:
                tell(future)
            else:  # whoever is told may put up a dialog in turn: the window listens between the two
                self._take_down()
                QTimer.singleShot(0, self, lambda: tell(future))

        def tell(future: Future[T]) -> None:
            if self._wanted is wanted:
                self._end()
                _answer(future, work)

        expect(self._thread.submit(work.run, channel.send(), wanted.is_set), ended)

    def stop(self) -> None:
        """It is not wanted any more; nobody is told of it."""
        if self._wanted is not None:
            self._wanted.set()
            self._halt()
            self._end()

    def _call_off(self) -> None:
        """The person does not want it any more: what it gives until it sees that is still told."""
        self._dialog = None
        if self._wanted is not None:
            self._wanted.set()
            self._halt()

    def _end(self) -> None:
        self._wanted = None
        self._late.stop()
        if self._channel is not None:
            self._channel.close()
            self._channel = None
        self._take_down()

    def _take_down(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.done(Dialog.DialogCode.Accepted)

    def _on_told(self, share: float) -> None:
        self._share = share
        if self._dialog is not None:
            self._set_share()

    def _show(self) -> None:
        if self._wanted is None or self._wanted.is_set():
            return
        dialog = self._dialog = Dialog(self._title, self._window, safe=self.tr("Dừng"))
        self._progress = Progress()
        dialog.body.gap(16)
        dialog.body.addWidget(self._progress)
        dialog.body.gap(16)
        dialog.rejected.connect(self._call_off)
        dialog.finished.connect(dialog.deleteLater)
        self._set_share()
        dialog.open()

    def _set_share(self) -> None:
        said = self.tr("{n} %").format(n=round(self._share * 100))
        self._progress.set_state(self.tr("Đang làm"), said, self._share)


def _answer(future: Future[T], work: Work[T]) -> None:
    """On the window's thread. A bug of the work is raised here, where bugs are reported."""
    try:
        result = future.result()
    except SohopError as error:
        work.failed(error)
    except (StoppedError, CancelledError):
        return
    else:
        work.done(result)
