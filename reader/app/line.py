"""The talking thread as the window steers it, and the log of what happened on the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic
from typing import TypeVar

from reader.app.laptop import runner
from reader.core import library
from reader.core.book import Book
from reader.core.services import OnBook
from reader.core.views import Line, LineView, LogLine
from sync.engine.machine import Phase
from sync.engine.ports import Memory
from sync.engine.runner import Happened, Runner, Status, Wishes
from sync.engine.settle import Applied
from sync.model.ids import DocumentId

T = TypeVar("T")

_LOG_LINES = 60
_PARTS_S = 60.0
"""How often the desk is told that some more documents have arrived."""


class OfficeLine:
    """A runner, and the log of what happened on the line."""

    def __init__(self, book: Book, on_book: OnBook, report: Callable[[LineView, bool], None]) -> None:
        self._on_book = on_book
        self._report = report
        self._wishes = Wishes(order=lambda: self._order)
        self._order = library.order(book)
        self._log: tuple[LogLine, ...] = ()
        self._told = -_PARTS_S
        self._runner: Runner = runner(book, _OnMemory(on_book), self._wishes, self._happened)

    def start(self) -> None:
        self._runner.start()

    def wake(self) -> None:
        self._runner.wake()

    def pause(self, paused: bool) -> None:
        self._runner.pause(paused)

    def want(self, document: DocumentId | None) -> None:
        self._wishes.document = document
        if document is not None:
            self._runner.wake()

    def stop(self) -> None:
        self._runner.stop()

    def _happened(self, happened: Happened) -> None:
        """On the talking thread."""
        applied = happened.applied
        changed = happened.arrived is not None
        if applied is not None:
            changed = changed or bool(applied.received or applied.sent or applied.new_versions)
            self._order = self._on_book(library.order)
        self._note(happened)
        if (changed or applied is not None) and self._on_book(self._report_ready):
            self._runner.wake()
        self._report(_line(happened.status, self._log), changed)

    def _report_ready(self, book: Book) -> bool:
        """Whole meetings are told at once, parts of one at most every ``_PARTS_S``."""
        parts = monotonic() - self._told > _PARTS_S
        if parts:
            self._told = monotonic()
        return library.report_ready(book, parts=parts)

    def _titles(self, applied: Applied) -> list[str]:
        """What the meetings with a new version are called."""
        if not applied.new_versions:
            return []
        return self._on_book(lambda book: library.titles(book, applied.new_versions))

    def _note(self, happened: Happened) -> None:
        now = datetime.now(UTC)
        lines = []
        if happened.what:
            lines.append(LogLine(now, happened.what, code=happened.status.problem))
        if happened.applied is not None:
            if happened.applied.sent:
                lines.append(LogLine(now, "sent", count=happened.applied.sent))
            lines += [LogLine(now, "new_version", name=name) for name in self._titles(happened.applied)]
        self._log = (*reversed(lines), *self._log)[:_LOG_LINES]


class _OnMemory:
    """The vault's thread, as the engine asks for it."""

    def __init__(self, on_book: OnBook) -> None:
        self._on_book = on_book

    def __call__(self, work: Callable[[Memory], T]) -> T:
        return self._on_book(lambda book: work(book.vault))


def _line(status: Status, log: tuple[LogLine, ...]) -> LineView:
    view = LineView(
        line=_state(status),
        last_contact=status.last_contact,
        lost_since=status.lost_since,
        problem=status.problem,
        bytes_per_second=status.bytes_per_second,
        drops=len(status.drops),
        log=log,
    )
    if status.retry_at is not None:
        return replace(view, retry_in=max(0.0, status.retry_at - monotonic()))
    return view


def _state(status: Status) -> Line:
    if status.phase is Phase.PAUSED:
        return Line.PAUSED
    if status.problem is not None:
        return Line.PROBLEM
    if status.online is None:
        return Line.TALKING
    return Line.ONLINE if status.online else Line.OFFLINE
