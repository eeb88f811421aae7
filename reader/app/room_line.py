"""The talking threads to a room hub, beside those to the office: found on the network, or typed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.app.laptop import room_runner
from reader.core import recorders
from reader.core.book import Book
from reader.core.line_views import Line, RoomAt, RoomView
from reader.core.services import OnBook
from sync.engine.machine import Phase
from sync.engine.ports import OnMemory
from sync.engine.rooms import identify, room_address
from sync.engine.runner import Runner
from sync.engine.status import Happened, Status, Wishes
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, DocumentId
from sync.trust.recorders import is_room

if TYPE_CHECKING:
    from sync.engine.room_finder import Finder, Seen


@dataclass(frozen=True)
class _Tried:
    """Where a room hub is looked for, or what came of it."""

    address: str
    room: DeviceId | None = None
    problem: Code | None = None


class RoomLine:
    """At most one room hub at a time. ``happened`` is called as ``Runner``'s report is, ``changed`` when
    ``view`` says something else. ``turn`` is shared with the office's runner: one of them fetches."""

    def __init__(
        self,
        book: Book,
        on_book: OnBook,
        on_memory: OnMemory,
        wishes: Wishes,
        turn: threading.Lock,
        happened: Callable[[Happened], None],
        changed: Callable[[], None],
    ) -> None:
        self._book = book
        self._on_book = on_book
        self._on_memory = on_memory
        self._wishes = wishes
        self._turn = turn
        self._happened = happened
        self._changed = changed
        self._lock = threading.RLock()
        self._runner: Runner | None = None
        self._tried: _Tried | None = None
        self._name = ""
        self._finder: Finder | None = None
        self._paused = False
        self._stopped = False

    def look(self) -> None:
        """Listen on the network, once the roster names a room hub: other offices have none to look for."""
        if self._finder is not None or not self._on_book(_has_rooms):
            return
        from sync.engine.room_finder import Finder  # only here: mDNS takes a tenth of a second to come in

        finder = Finder(self._book.identity.tenant, self._seen)
        with self._lock:
            if self._stopped or self._finder is not None:
                return
            self._finder = finder
        finder.start()

    def try_at(self, address: str) -> None:
        """Talk to whatever room hub of this office answers there. Returns at once."""
        self._put(_Tried(address.strip()))
        threading.Thread(target=self._identify, args=(address,), name="sohop-room", daemon=True).start()

    def wake(self) -> None:
        if self._runner is not None:
            self._runner.wake()

    def want(self, document: DocumentId | None) -> None:
        if self._runner is not None:
            self._runner.want(document)

    def pause(self, paused: bool) -> None:
        self._paused = paused
        if self._runner is not None:
            self._runner.pause(paused)

    def stop(self) -> None:
        """End all of it."""
        with self._lock:
            self._stopped = True
            finder, self._finder = self._finder, None
            runner, self._runner = self._runner, None
        if finder is not None:
            finder.stop()
        if runner is not None:
            runner.stop()

    def view(self) -> RoomView | None:
        """How it stands with the room hub; None when there is none and none was looked for."""
        tried, runner = self._tried, self._runner
        if tried is None:
            return None
        if tried.problem is not None:
            return RoomView(self._name, tried.address, Line.PROBLEM, tried.problem)
        if runner is None:
            return RoomView(self._name, tried.address, Line.TALKING)
        status = runner.status()
        return RoomView(self._name, tried.address, _state(status), status.problem)

    def at(self, *, first: bool) -> RoomAt | None:
        """The room hub that answers now; None when none does. ``first`` as ``RoomAt`` has it."""
        with self._lock:
            tried, runner = self._tried, self._runner
        if tried is None or tried.room is None or runner is None or runner.status().online is not True:
            return None
        return RoomAt(tried.room, tried.address, self._name, first)

    def _seen(self, seen: Seen) -> None:
        """On the finder's thread. What is talked to already, and answers, is left alone."""
        for address in seen.addresses:
            with self._lock:
                tried, runner = self._tried, self._runner
                if tried is not None and tried.room == seen.hub and runner is not None:
                    if tried.address == address or runner.status().online is True:
                        return
                elif runner is not None and runner.status().online is True:
                    return
            try:
                if identify(address, self._book.identity.ca) == seen.hub:
                    self._begin(seen.hub, address)
                    return
            except SohopError:
                continue  # another of its addresses may be on this laptop's network

    def _identify(self, address: str) -> None:
        try:
            room = identify(address, self._book.identity.ca)
        except SohopError as error:
            self._put(_Tried(address.strip(), problem=error.code))
            return
        self._begin(room, address)

    def _begin(self, room: DeviceId, address: str) -> None:
        runner = room_runner(
            self._book, room, address, self._on_memory, self._wishes, self._report, self._turn
        )
        self._name = self._on_book(lambda book: recorders.name_of(book, room))
        with self._lock:
            if self._stopped:
                return
            before, self._runner = self._runner, runner
            self._tried = _Tried(room_address(address), room)
        if before is not None:
            before.stop()
        if self._paused:
            runner.pause(True)
        runner.start()
        self._changed()

    def _report(self, happened: Happened) -> None:
        tried = self._tried
        if happened.applied is not None and not self._name and tried is not None and tried.room is not None:
            room = tried.room  # its roster may have come just now
            self._name = self._on_book(lambda book: recorders.name_of(book, room))
        self._happened(happened)

    def _put(self, tried: _Tried) -> None:
        with self._lock:
            if self._stopped:
                return
            if self._runner is None or tried.problem is None or self._runner.status().online is not True:
                self._tried = tried
        self._changed()


def _has_rooms(book: Book) -> bool:
    roster = book.vault.trust.read_roster()
    return roster is not None and any(is_room(cert) for cert in roster.office)


def _state(status: Status) -> Line:
    if status.phase is Phase.PAUSED:
        return Line.PAUSED
    if status.problem is not None and not status.online:
        return Line.PROBLEM
    if status.online is None:
        return Line.TALKING
    return Line.ONLINE if status.online else Line.OFFLINE
