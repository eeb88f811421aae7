"""The talking threads to a room hub, beside those to the office: found on the network, or typed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Final

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
from sync.model.networks import Network, NetworkKind
from sync.trust.recorders import is_room

if TYPE_CHECKING:
    from sync.engine.room_finder import Finder, Seen

_AGAIN_S: Final = 10.0
"""So often at most it is looked whether a room hub that was lost answers where it was told of."""


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
        self._networks: tuple[NetworkKind, ...] | None = None
        self._finder: Finder | None = None
        self._told: dict[DeviceId, Seen] = {}
        """What the network last said of each room hub."""
        self._followed = -_AGAIN_S
        self._paused = False
        self._stopped = False
        self._leaving: threading.Thread | None = None
        self._first = threading.Thread(target=self.look, name="sohop-room-first", daemon=True)

    def start(self) -> None:
        """Look at once: a laptop that is opened in the room may never hear of its office."""
        self._first.start()

    def look(self) -> None:
        """Listen on the network, once the roster names a room hub: other offices have none to look for."""
        if self._finder is not None or not self._on_book(_has_rooms):
            return
        from sync.engine.room_finder import Finder  # only here: mDNS takes a tenth of a second to come in

        finder = Finder(self._book.identity.tenant, self._seen, self._joined)
        with self._lock:
            if self._stopped or self._finder is not None:
                return
            self._finder = finder
            finder.start()

    def try_at(self, address: str) -> None:
        """Talk to whatever room hub of this office answers there. Returns at once."""
        self._put(_Tried(address.strip()))
        threading.Thread(target=self._identify, args=(address,), name="sohop-room", daemon=True).start()

    def leave(self, addresses: Sequence[str], left: Callable[[], None]) -> None:
        """Talk no more to the room hub that answers at one of these; calls ``left`` when that is done, on a
        thread of its own, and not for another one. Returns at once."""
        with self._lock:
            tried, runner = self._tried, self._runner
            if runner is None or tried is None or tried.address not in map(room_address, addresses):
                return
            self._tried = self._runner = None
            if tried.room is not None:
                self._told.pop(tried.room, None)
        self._leaving = threading.Thread(
            target=self._leave, args=(runner, left), name="sohop-room-left", daemon=True
        )
        self._leaving.start()

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
        if self._first.ident is not None:
            self._first.join()  # it asks the book, which is closed next
        if finder is not None:
            finder.stop()
        if runner is not None:
            runner.stop()
        if self._leaving is not None:
            self._leaving.join()

    def view(self) -> RoomView | None:
        """How it stands with the room hub; None when there is none and none was looked for."""
        tried, runner = self._tried, self._runner
        if tried is None:
            return None if self._networks is None else RoomView(networks=self._networks)
        if tried.problem is not None:
            return RoomView(self._name, tried.address, Line.PROBLEM, tried.problem)
        if runner is None:
            return RoomView(self._name, tried.address, Line.TALKING)
        status = runner.status()
        return RoomView(self._name, tried.address, _state(status), status.problem)

    def at(self, *, first: bool) -> RoomAt | None:
        """The room hub that answers now and is believed; None when none does. ``first`` as ``RoomAt`` has
        it."""
        with self._lock:
            tried, runner = self._tried, self._runner
        if tried is None or tried.room is None or not _answers(runner):
            return None
        return RoomAt(tried.room, tried.address, self._name, first)

    def _joined(self, networks: tuple[Network, ...]) -> None:
        """On the finder's thread."""
        self._networks = tuple(each.kind for each in networks if each.kind is not NetworkKind.INSIDE)
        self._changed()

    def _seen(self, seen: Seen) -> None:
        """On the finder's thread."""
        self._told[seen.hub] = seen
        self._follow(seen)

    def _follow(self, seen: Seen) -> None:
        """Talk to it at the first of its addresses where it answers, unless another one is talked to.

        That the line to it seems well says little: of a laptop that got another address it does so for a
        minute.
        """
        for address in seen.addresses:
            try:
                if identify(address, self._book.identity.ca) != seen.hub:
                    continue
            except SohopError:
                continue  # another of its addresses may be on this laptop's network
            with self._lock:
                tried, runner = self._tried, self._runner
            if runner is not None and tried == _Tried(room_address(address), seen.hub):
                if runner.status().online is False:
                    runner.line_came_back()
            elif not _answers(runner) or (tried is not None and tried.room == seen.hub):
                self._begin(seen.hub, address)
            return

    def _follow_again(self) -> None:
        """The line was lost: there may be another address than the one that is tried again and again."""
        for seen in list(self._told.values()):
            with self._lock:
                tried = self._tried
            if tried is None or seen.addresses != (tried.address,):
                self._follow(seen)

    def _leave(self, runner: Runner, left: Callable[[], None]) -> None:
        runner.stop()
        left()
        self._follow_again()  # another one may be in the room

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
        if happened.status.online is False and monotonic() - self._followed >= _AGAIN_S:
            self._followed = monotonic()
            threading.Thread(target=self._follow_again, name="sohop-room", daemon=True).start()
        self._happened(happened)

    def _put(self, tried: _Tried) -> None:
        with self._lock:
            if self._stopped:
                return
            if tried.problem is None or not _answers(self._runner):
                self._tried = tried
        self._changed()


def _has_rooms(book: Book) -> bool:
    roster = book.vault.trust.read_roster()
    return roster is not None and any(is_room(cert) for cert in roster.office)


def _answers(runner: Runner | None) -> bool:
    """Whether there is a room hub, in reach and believed."""
    return runner is not None and _state(runner.status()) is Line.ONLINE


def _state(status: Status) -> Line:
    if status.phase is Phase.PAUSED:
        return Line.PAUSED
    if status.problem is not None and (not status.online or status.problem is Code.NOT_THIS_ROOM):
        return Line.PROBLEM
    if status.online is None:
        return Line.TALKING
    return Line.ONLINE if status.online else Line.OFFLINE
