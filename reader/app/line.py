"""The talking threads as the window steers them, and the log of what happened on the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock, RLock
from time import monotonic
from typing import TypeVar

from reader.app.laptop import runner
from reader.app.room_line import RoomLine
from reader.core import evidence, library, note_key, recalling, saving, standing, work
from reader.core.book import Book
from reader.core.composing import submitting
from reader.core.line_views import RoomAt
from reader.core.services import OnBook
from reader.core.views import Line, LineView, LogLine, SavingView
from sync.engine.machine import Phase
from sync.engine.ports import Memory
from sync.engine.runner import Runner
from sync.engine.settle import Applied
from sync.engine.status import Happened, Status, Wishes
from sync.errors import Code, SohopError
from sync.model.ids import DocumentId

T = TypeVar("T")

_LOG_LINES = 60
_PARTS_S = 60.0
"""How often the desk is told that some more documents have arrived."""
_REPORT_S = 0.4
"""How often the window is told during a download that some more of it has arrived."""
_NAMED = {
    Code.WITHHELD: "withheld",
    Code.RECALLED: "recalled",
    Code.DEVICE_REVOKED: "revoked",
    Code.DEVICE_COPIED: "copied",
}
"""Refusals that may have a better line of the log than their sentence."""


class OfficeLine:
    """A runner, and the log of what happened on the line. ``clock`` is monotonic, in seconds."""

    def __init__(
        self,
        book: Book,
        on_book: OnBook,
        report: Callable[[LineView, bool], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._on_book = on_book
        self._report = report
        self._clock = clock
        self._log: tuple[LogLine, ...] = ()
        self._known: frozenset[object] = frozenset()
        """What lasts and has been logged: said once, not after every exchange."""
        self._was_online: bool | None = None
        self._told = -_PARTS_S
        self._shown: Status | None = None
        self._shown_at = -_REPORT_S
        self._changed = False
        wishes = Wishes(order=lambda: on_book(library.order))
        self._handling = RLock()
        """Two runners report, each from threads of its own."""
        turn = Lock()
        memory = _OnMemory(on_book)
        self._runner: Runner = runner(book, memory, wishes, self._happened, turn)
        self._room = RoomLine(book, on_book, memory, wishes, turn, self._room_happened, self._room_changed)
        self._room_online: bool | None = None
        self.save(saving.saving(book))
        _unless_full(submitting.settle, book)

    def start(self) -> None:
        self._room.start()
        self._runner.start()

    def wake(self) -> None:
        self._runner.wake()
        self._room.wake()

    def pause(self, paused: bool) -> None:
        self._runner.pause(paused)
        self._room.pause(paused)

    def want(self, document: DocumentId | None) -> None:
        self._room.want(document)
        self._runner.want(document)

    def try_room(self, address: str) -> None:
        self._room.try_at(address)

    def leave_room(self, addresses: Sequence[str]) -> None:
        self._room.leave(addresses, self._room_closed)

    def room_at(self) -> RoomAt | None:
        return self._room.at(first=self._runner.status().online is not True)

    def save(self, wanted: SavingView) -> None:
        self._runner.cap.rate = wanted.bytes_per_second
        self._runner.small_only(wanted.small_only)

    def stop(self) -> None:
        self._room.stop()
        self._runner.stop()

    def _happened(self, happened: Happened) -> None:
        """On the engine's threads."""
        with self._handling:
            self._office_happened(happened)
        if happened.applied is not None:
            self._room.look()

    def _room_happened(self, happened: Happened) -> None:
        """On the threads of the room hub's runner."""
        applied = happened.applied
        with self._handling:
            changed = happened.arrived is not None or _is_news(applied)
            now, online = datetime.now(UTC), happened.status.online
            lines: list[LogLine] = []
            if online is not self._room_online and online is not None:
                lines.append(LogLine(now, "room_connected" if online else "room_lost"))
            self._room_online = online
            if applied is not None:
                lines += self._on_book(lambda book: self._applied(book, applied, now, "room_sent"))
            self._log = (*reversed(lines), *self._log)[:_LOG_LINES]
            if (changed or applied is not None) and self._on_book(self._tell_desk):
                self.wake()
            self._report(self._view(self._runner.status()), changed)

    def _room_closed(self) -> None:
        with self._handling:
            self._room_online = None
            self._log = (LogLine(datetime.now(UTC), "room_closed"), *self._log)[:_LOG_LINES]
        self._room_changed()

    def _room_changed(self) -> None:
        with self._handling:
            self._report(self._view(self._runner.status()), False)

    def _view(self, status: Status) -> LineView:
        return replace(_line(status, self._log), room=self._room.view())

    def _office_happened(self, happened: Happened) -> None:
        applied = happened.applied
        self._changed = self._changed or happened.arrived is not None or _is_news(applied)
        self._note(happened)
        if self._is_more_of_the_same(happened):
            return
        changed, self._changed = self._changed, False
        self._shown, self._shown_at = happened.status, self._clock()
        if (changed or applied is not None) and self._on_book(self._tell_desk):
            self._runner.wake(urgent=False)
        self._report(self._view(happened.status), changed)

    def _is_more_of_the_same(self, happened: Happened) -> bool:
        """A download goes on and the window was told a moment ago. The next report says this too."""
        now, before = happened.status, self._shown
        if happened.applied is not None or happened.what or before is None:
            return False
        if now.fetching is None or before.fetching is None:
            return False
        same = (now.phase, now.online, now.problem) == (before.phase, before.online, before.problem)
        return same and self._clock() - self._shown_at < _REPORT_S

    def _tell_desk(self, book: Book) -> bool:
        """What this laptop could open, has destroyed, and saw of two logs. Whole meetings are told at once,
        parts of one at most every ``_PARTS_S``. And what the person's laptops are to hear of the note key."""
        parts = self._clock() - self._told > _PARTS_S
        if parts:
            self._told = self._clock()
        told = [
            recalling.report_destroyed(book),
            evidence.report_forks(book),
            _unless_full(note_key.go_on, book),
        ]
        return library.report_ready(book, parts=parts) or any(told)

    def _note(self, happened: Happened) -> None:
        now = datetime.now(UTC)
        applied, what = happened.applied, happened.what
        came_back = self._was_online is False and happened.status.online is True
        self._was_online = happened.status.online
        lines: list[LogLine] = []
        if applied is None:
            lines += [LogLine(now, what, code=happened.status.problem)] if what else []
        else:
            if what == "connected" or (what == "problem" and came_back):
                lines.append(LogLine(now, "connected"))
            lines += self._on_book(lambda book: self._applied(book, applied, now, "sent"))
        self._log = (*reversed(lines), *self._log)[:_LOG_LINES]

    def _applied(self, book: Book, applied: Applied, now: datetime, sent: str) -> list[LogLine]:
        """What a reply brought, in lines of the log; on the vault's thread. ``sent``: what is said of work
        that went up."""
        if applied.copied or applied.sent:
            standing.heard_copied(book, copied=applied.copied)
        lasting = frozenset(
            [what for what, on in (("copied", applied.copied), ("revoked", applied.revoked)) if on]
        )
        withheld, refused = frozenset(applied.withheld), dict.fromkeys(applied.refused)
        count = work.count(book, applied.sent)
        lines = [LogLine(now, sent, count=count)] if count else []
        lines += [LogLine(now, "restored")] if applied.restored else []
        lines += [LogLine(now, what) for what in sorted(lasting - self._known)]
        named = (
            ("recalled", recalling.titles(book, [meeting for meeting, _ in applied.destroyed])),
            ("erased", [] if applied.revoked else library.titles(book, applied.erased)),
            ("new_version", library.titles(book, applied.new_versions)),
            ("withheld", library.titles(book, sorted(withheld - self._known))),
        )
        lines += [LogLine(now, what, name=name) for what, names in named for name in names]
        said = {line.what for line in lines}
        lines += [
            LogLine(now, "problem", code=code)
            for code in refused
            if code not in self._known and _NAMED.get(code) not in said
        ]
        self._known = lasting | withheld | frozenset(refused)
        return lines


class _OnMemory:
    """The vault's thread, as the engine asks for it."""

    def __init__(self, on_book: OnBook) -> None:
        self._on_book = on_book

    def __call__(self, work: Callable[[Memory], T]) -> T:
        return self._on_book(lambda book: work(book.vault))


def _unless_full(work: Callable[[Book], object], book: Book) -> bool:
    """Whether it found something to do. On a full disk nothing was written; it is tried again."""
    try:
        return bool(work(book))
    except SohopError as error:
        if error.code is not Code.DISK_FULL:
            raise
        return False


def _is_news(applied: Applied | None) -> bool:
    if applied is None:
        return False
    came = applied.received or applied.sent or applied.told or applied.desk or applied.new_versions
    gone = applied.destroyed or applied.erased or applied.withheld or applied.copied or applied.revoked
    return bool(came or gone or applied.restored)


def _line(status: Status, log: tuple[LogLine, ...]) -> LineView:
    view = LineView(
        line=_state(status),
        last_contact=status.last_contact,
        lost_since=status.lost_since,
        problem=status.problem,
        bytes_per_second=status.bytes_per_second,
        drops=len(status.drops),
        log=log,
        fetching=status.fetching,
    )
    if status.retry_at is not None:
        return replace(view, retry_in=max(0.0, status.retry_at - monotonic()))
    return view


def _state(status: Status) -> Line:
    if status.phase is Phase.PAUSED:
        return Line.PAUSED
    if status.problem is not None and not status.online:
        return Line.PROBLEM
    if status.online is None:
        return Line.TALKING
    return Line.ONLINE if status.online else Line.OFFLINE
