"""Carries out the machine's commands on one thread: one office, one laptop, one line."""

from __future__ import annotations

import queue
import random
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import monotonic

from sync.engine import machine
from sync.engine.ports import OnMemory, Sign, Who
from sync.engine.settle import Applied, apply_reply, compose_request
from sync.engine.transfers import Pace, fetch_run
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.model.ids import DocumentId, MeetingId

_LINE_CODES = frozenset({Code.OFFLINE, Code.TIMEOUT})
_DROPS_WINDOW_S = 600.0


@dataclass(frozen=True)
class Status:
    """The line as of the last try, for the indicator. Times are this laptop's own."""

    phase: machine.Phase = machine.Phase.RESTING
    online: bool | None = None
    last_contact: datetime | None = None
    lost_since: datetime | None = None
    problem: Code | None = None
    fetching: DocumentId | None = None
    bytes_per_second: float | None = None
    drops: tuple[float, ...] = ()
    retry_at: float | None = None
    """On the monotonic clock."""


@dataclass(frozen=True)
class Happened:
    """One thing for the log and for whoever shows it."""

    status: Status
    applied: Applied | None = None
    arrived: DocumentId | None = None
    """A document of which bytes were stored."""
    what: str = ""
    """``connected``, ``lost``, ``problem`` or empty."""


@dataclass
class Wishes:
    """What the person wants first. Set from any thread, read by the runner's."""

    order: Callable[[], Sequence[MeetingId]] = field(default=lambda: ())
    document: DocumentId | None = None


@dataclass
class Cap:
    """Stand-in."""

    rate: float | None = None


class Runner:
    """The talking thread. ``report`` is called on it, with frozen values; it must only pass them on."""

    def __init__(
        self,
        transport: Transport,
        who: Who,
        sign: Sign,
        on_memory: OnMemory,
        wishes: Wishes,
        report: Callable[[Happened], None],
    ) -> None:
        self.cap = Cap()
        self._transport = transport
        self._who = who
        self._sign = sign
        self._on_memory = on_memory
        self._wishes = wishes
        self._report = report
        self._inbox: queue.SimpleQueue[machine.Event | None] = queue.SimpleQueue()
        self._urgent = threading.Event()
        self._stopping = threading.Event()
        self._state = machine.State()
        self._status = Status()
        self._pace = Pace()
        self._received = 0
        """Bytes of the command under way."""
        self._thread = threading.Thread(target=self._run, name="sohop-talk", daemon=True)

    def start(self) -> None:
        """Begin, with a first round at once."""
        self.wake()
        self._thread.start()

    def wake(self) -> None:
        """Ask for a round now: an act waits to go up, or the person asked. Interrupts a download."""
        self._urgent.set()
        self._inbox.put(machine.Woken())

    def pause(self, paused: bool) -> None:
        """Stop talking, or go on."""
        if paused:
            self._urgent.set()
        self._inbox.put(machine.PauseAsked() if paused else machine.ResumeAsked())

    def small_only(self, on: bool) -> None:
        """Stand-in."""

    def want(self, document: DocumentId | None) -> None:
        """Stand-in."""
        self._wishes.document = document
        if document is not None:
            self.wake()

    def stop(self, timeout: float = 5.0) -> None:
        """End the thread; what was stored is stored."""
        self._stopping.set()
        self._urgent.set()
        self._inbox.put(None)
        self._transport.close()
        if self._thread.ident is not None:
            self._thread.join(timeout)

    def round(self) -> Status:
        """One whole round in the caller's thread, for the command line: until nothing is left or it fails."""
        return self._drive(machine.Woken())

    def _run(self) -> None:
        wait: float | None = 0.0
        while not self._stopping.is_set():
            try:
                event = self._inbox.get(timeout=wait)
            except queue.Empty:
                event = machine.Woken()
            if event is None or self._stopping.is_set():
                return
            self._drive(event)
            wait = self._rest

    def _drive(self, event: machine.Event) -> Status:
        """Feed one event and carry out commands until the machine rests."""
        self._state, commands = machine.step(self._state, event)
        pending = list(commands)
        self._rest: float | None = None
        while pending and not self._stopping.is_set():
            command = pending.pop(0)
            if isinstance(command, machine.Rest):
                self._rest = command.seconds
                self._show(replace(self._status, fetching=None, retry_at=monotonic() + command.seconds))
                continue
            self._state, more = machine.step(self._state, self._carry_out(command))
            pending += more
            pending = self._heed_inbox(pending)
        self._show(replace(self._status, phase=self._state.phase))
        return self._status

    def _heed_inbox(self, pending: list[machine.Command]) -> list[machine.Command]:
        """Wake-ups and pauses that came meanwhile; a pause drops what was about to be done."""
        while True:
            try:
                event = self._inbox.get_nowait()
            except queue.Empty:
                return pending
            if event is None:
                self._stopping.set()
                return []
            self._state, more = machine.step(self._state, event)
            pending = [*pending, *more] if self._state.phase is not machine.Phase.PAUSED else []

    def _carry_out(self, command: machine.Command) -> machine.Event:
        self._show(replace(self._status, phase=self._state.phase, retry_at=None))
        self._received = 0
        try:
            match command:
                case machine.Authenticate():
                    self._transport.authenticate(self._who.tenant, self._who.device, self._sign)
                    return machine.Authenticated()
                case machine.Exchange():
                    return self._exchange()
                case machine.Fetch():
                    return self._fetch()
                case machine.Rest():
                    raise AssertionError("resting is not carried out")
        except SohopError as error:
            return self._failed(error.code, progressed=self._received > 0)

    def _exchange(self) -> machine.Event:
        self._urgent.clear()
        request = self._on_memory(compose_request)
        reply = self._transport.exchange(request)
        applied = self._on_memory(lambda memory: apply_reply(memory, self._who, request, reply))
        waiting = self._on_memory(lambda memory: memory.outbox.pending_count())
        what = "" if self._status.online else "connected"
        problem = applied.refused[0] if applied.refused else None
        if problem is not None:
            what = "problem"
        self._status = replace(
            self._status,
            online=True,
            last_contact=datetime.now(UTC),
            lost_since=None,
            problem=problem,
        )
        self._report(Happened(self._status, applied=applied, what=what))
        return machine.Exchanged(more=applied.more or (waiting > 0 and applied.sent > 0))

    def _fetch(self) -> machine.Event:
        began = monotonic()

        def arrived(size: int) -> None:
            self._received += size

        progress = fetch_run(
            self._transport,
            self._on_memory,
            self._wishes.order,
            self._wishes.document,
            lambda: self._urgent.is_set() or self._stopping.is_set(),
            self._pace,
            monotonic,
            arrived,
        )
        seconds = monotonic() - began
        if self._received > 64 * 1024 and seconds > 0:
            rate = self._received / seconds
            old = self._status.bytes_per_second
            rate = rate if old is None else old * 0.7 + rate * 0.3
            self._status = replace(self._status, bytes_per_second=rate)
        self._status = replace(self._status, fetching=progress.document)
        if progress.document is not None:
            self._report(Happened(self._status, arrived=progress.document))
        return machine.Fetched(left=progress.left)

    def _failed(self, code: Code, *, progressed: bool) -> machine.Event:
        now = monotonic()
        drops = tuple(t for t in self._status.drops if now - t < _DROPS_WINDOW_S)
        was_online = self._status.online is not False
        if code in _LINE_CODES:
            lost = self._status.lost_since or datetime.now(UTC)
            self._status = replace(
                self._status,
                online=False,
                lost_since=lost,
                problem=None,
                fetching=None,
                drops=(*drops, now) if was_online else drops,
            )
            what = "lost" if was_online else ""
        elif code is Code.TOKEN_EXPIRED:
            what = ""
        else:
            what = "problem" if self._status.problem is not code else ""
            self._status = replace(self._status, online=False, problem=code, fetching=None)
        self._report(Happened(self._status, what=what))
        jitter = random.random()  # noqa: S311  # spreads retries, guards nothing
        return machine.Failed(code, jitter, progressed)

    def _show(self, status: Status) -> None:
        if status != self._status:
            self._status = status
            self._report(Happened(status))
