"""Carries out the machine's commands: one office, one laptop, three lanes."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic
from typing import TypeVar

from sync.engine import dialogue, machine
from sync.engine.asking import compose_request
from sync.engine.lanes import Deaf, Inline, Lane, Thread
from sync.engine.pace import Cap, Rate
from sync.engine.ports import Memory, OnMemory, Sign, Who
from sync.engine.settle import Applied, apply_reply
from sync.engine.status import Happened, Status, Wishes, connected, failed
from sync.engine.transfers import Fetcher, Watcher
from sync.engine.transport import Transport
from sync.engine.watch import Watch, way_out
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, DocumentId
from sync.wire.messages import LIVE_NEWS, LIVE_STILL_S, LiveRequest
from sync.wire.statements import HUB

T = TypeVar("T")

STOP_S = 5.0
PROGRESS_BYTES = 1024
"""Less than this in one stream is no progress: a line that brings a byte at a time is not tried at once."""
REPORT_S = 0.5
"""Documents that arrive are told of at most so often."""


def local_time() -> datetime:
    """This laptop's own clock, right or wrong."""
    return datetime.now(UTC)


class Runner:
    """The conversation of an open book.

    ``report`` is called on the lanes' threads, by one at a time, with frozen values; it must only pass them
    on. All methods but ``round`` may be called from any thread.
    """

    def __init__(
        self,
        transport: Transport,
        who: Who,
        sign: Sign,
        on_memory: OnMemory,
        wishes: Wishes,
        report: Callable[[Happened], None],
        clock: Callable[[], datetime] = local_time,
        hub: DeviceId = HUB,
        turn: threading.Lock | None = None,
    ) -> None:
        """``hub``: whom ``transport`` leads to. ``turn``: who has it fetches, where several runners share it;
        the others find that there is nothing to do."""
        self._hub = hub
        self._turn = turn or threading.Lock()
        self.cap = Cap()
        """Bytes a second that documents may use; settable at any time."""
        self._lines = transport, transport.lane(), transport.lane()
        self._who = who
        self._sign = sign
        self._memory = on_memory
        self._wishes = wishes
        self._report = report
        self._clock = clock
        self._lock = threading.Lock()
        self._reporting = threading.RLock()
        self._stopping = False
        self._gone = False
        """A thread that was given up must not touch the memory any more."""
        self._state = machine.State()
        self._status = Status()
        self._rings: float | None = None
        self._rate = Rate()
        self._fetcher = Fetcher(self._lines[1], self._on_memory, self._rate, self.cap, monotonic)
        self._came = 0
        self._untold: dict[DocumentId, None] = {}
        self._told = 0.0
        self._threads = Thread("sohop-talk", self._rang), Thread("sohop-fetch"), Thread("sohop-live")
        self._lanes: tuple[Lane, Lane, Lane] = self._threads
        self._watch = Watch(self.line_came_back, lambda: way_out(transport.host))

    def start(self) -> None:
        """Begin, with a first round at once."""
        for thread in self._threads:
            thread.start()
        self._watch.start()
        self.wake()

    def wake(self, *, urgent: bool = True) -> None:
        """Exchange now: an act waits to go up, or the person asked. ``urgent`` stops documents meanwhile."""
        self._heard(dialogue.Woken(urgent))

    def want(self, document: DocumentId | None) -> None:
        """The person waits for this document; it is fetched before all others."""
        self._wishes.document = document
        if document is not None and document != self.status().fetching:
            self._heard(dialogue.DocumentAsked())

    def pause(self, paused: bool) -> None:
        """Stop talking, or go on."""
        self._heard(dialogue.PauseAsked() if paused else dialogue.ResumeAsked())
        self._lanes[0].do(self._show)

    def small_only(self, on: bool) -> None:
        """Leave documents at the hub, but for one that is asked for."""
        self._heard(dialogue.SmallOnly(on))
        self._lanes[0].do(self._show)

    def line_came_back(self) -> None:
        """The system has a new way out."""
        self._heard(dialogue.LineCameBack())

    def stop(self, timeout: float = STOP_S) -> None:
        """End all lanes within so many seconds; what was stored is stored."""
        until = monotonic() + timeout
        with self._lock:
            self._stopping = True
        for line in self._lines:
            line.wires.hang_up()
        for thread in self._threads:
            thread.end()
        self._watch.stop(until - monotonic())
        for thread in self._threads:
            thread.join(until - monotonic())
        self._gone = True
        for line in self._lines:
            line.close()

    def status(self) -> Status:
        """The line now."""
        with self._lock:
            state, status, retry = self._state, self._status, self._rings
        failing = state.failures or state.fetch_failures
        return replace(
            status,
            phase=state.phase,
            small_only=state.small_only,
            fetching=status.fetching if state.fetch is not machine.Stream.NONE else None,
            bytes_per_second=self._rate.value(),
            retry_at=retry if failing and state.talk is machine.Talk.SILENT else None,
        )

    def round(self) -> Status:
        """One whole round in the caller's thread, for the command line: until nothing is left or it fails.

        Not after ``start``.
        """
        inline = Inline()
        self._lanes = inline, inline, Deaf()
        self._heard(dialogue.Woken())
        inline.run()
        return self.status()

    # --- commands

    def _heard(self, event: dialogue.Event) -> None:
        """Feed the machine, and hand out what it wants done."""
        with self._lock:
            if self._stopping:
                return
            self._state, commands = machine.step(self._state, event)
            for command in commands:
                self._hand_out(command)

    def _hand_out(self, command: dialogue.Command) -> None:
        (talk, fetch, live), (talk_line, fetch_line, live_line) = self._lanes, self._lines
        match command:
            case dialogue.Authenticate() | dialogue.Exchange():
                self._set_alarm(None)
                talk_line.wires.take_up()
                talk.do(self._authenticate if isinstance(command, dialogue.Authenticate) else self._exchange)
            case dialogue.HangUp():
                talk_line.wires.hang_up()
            case dialogue.Fetch(asked_only=asked_only):
                fetch_line.wires.take_up()
                fetch.do(lambda: self._fetch(asked_only=asked_only))
            case dialogue.StopFetch():
                fetch_line.wires.hang_up()
            case dialogue.Listen():
                live_line.wires.take_up()
                live.do(self._listen)
            case dialogue.StopListening():
                live_line.wires.hang_up()
            case dialogue.Rest(seconds=seconds):
                at = monotonic() + seconds
                self._set_alarm(at if self._rings is None else min(at, self._rings))

    def _set_alarm(self, at: float | None) -> None:
        self._rings = at
        self._lanes[0].ring(at)

    def _rang(self) -> None:
        with self._lock:
            self._rings = None
        self._heard(dialogue.TimerRang())

    # --- talk

    def _authenticate(self) -> None:
        self._show()
        try:
            self._remember_time()
            self._lines[0].authenticate(self._who.tenant, self._who.device, self._sign, self._hub)
        except SohopError as error:
            self._talk_failed(error.code)
        else:
            self._heard(dialogue.Authenticated())

    def _exchange(self) -> None:
        self._show()
        begun = self._lines[0].begun
        try:
            asked = self._on_memory(lambda memory: compose_request(memory, self._hub))
            told = self._lines[0].exchange(asked, self._clock)
            request, reply = told.request, told.reply
            applied = self._on_memory(
                lambda memory: apply_reply(memory, self._who, request, reply, told.heard, self._hub)
            )
            waiting = self._on_memory(self._waiting)
            self._remember_time()
        except SohopError as error:
            self._talk_failed(error.code, progressed=self._lines[0].begun - begun >= PROGRESS_BYTES)
            return
        with self._lock:
            self._status, what = connected(self._status, applied)
        self._tell(applied=applied, what=what)
        self._heard(
            dialogue.Exchanged(
                # A reply that went on after a cut answers an earlier request: what waits was not sent.
                more=applied.more or request is not asked or (waiting > 0 and bool(applied.sent)),
                replan=bool(applied.new_versions or applied.destroyed),
                idle=reply.state == request.state and not applied.sent,
            )
        )
        self._show()

    def _waiting(self, memory: Memory) -> int:
        if self._hub != HUB:
            memory.heard_room(self._hub, self._clock())
        return memory.outbox.waiting(self._hub)

    def _talk_failed(self, code: Code, *, progressed: bool = False) -> None:
        if not self._lines[0].wires.hung_up:
            self._failed(code, resumed=progressed)
        self._heard(dialogue.TalkFailed(code, _jitter(), progressed))
        self._show()

    def _remember_time(self) -> None:
        """Certificates are judged by the latest hub-signed time."""
        freshness = self._on_memory(lambda memory: memory.trust.read_freshness())
        access = self._lines[0].access
        if freshness is not None and (access.mark is None or freshness.time > access.mark):
            access.mark = freshness.time

    # --- fetch

    def _fetch(self, *, asked_only: bool) -> None:
        if not self._turn.acquire(blocking=False):
            self._heard(dialogue.Fetched(left=False))
            return
        try:
            self._fetch_in_turn(asked_only=asked_only)
        finally:
            self._turn.release()

    def _fetch_in_turn(self, *, asked_only: bool) -> None:
        self._came, self._told = 0, monotonic()
        order = () if asked_only else self._wishes.order()
        try:
            watcher = Watcher(self._arrived, self._stored)
            left = self._fetcher.fetch(order, self._wishes.document, watcher)
        except SohopError as error:
            progressed = self._came >= PROGRESS_BYTES
            self._failed(error.code, resumed=progressed)
            event: dialogue.Event = dialogue.FetchFailed(error.code, _jitter(), progressed)
        else:
            event = dialogue.Fetched(left)
        self._tell_arrived()
        self._heard(event)
        self._show()

    def _arrived(self, size: int) -> None:
        self._came += size

    def _stored(self, document: DocumentId) -> None:
        with self._lock:
            self._status = replace(self._status, fetching=document)
        self._untold[document] = None
        if monotonic() - self._told >= REPORT_S:
            self._tell_arrived()

    def _tell_arrived(self) -> None:
        self._told = monotonic()
        untold, self._untold = self._untold, {}
        for document in untold:
            self._tell(arrived=document)

    # --- live

    def _listen(self) -> None:
        began = monotonic()
        try:
            state = self._on_memory(lambda memory: memory.route(self._hub).state())
            for sign in self._lines[2].live(LiveRequest(state=state)):
                self._listens(True)
                if sign == LIVE_NEWS:
                    self._heard(dialogue.News(_jitter()))
        except SohopError:
            pass  # whether the line is there, the exchange that follows will say
        finally:
            self._listens(False)
        self._heard(dialogue.LiveEnded(monotonic() - began >= LIVE_STILL_S, _jitter()))

    def _listens(self, listening: bool) -> None:
        with self._lock:
            changed = self._status.listening != listening
            self._status = replace(self._status, listening=listening)
        if changed:
            self._show()

    # --- memory and reports

    def _on_memory(self, work: Callable[[Memory], T]) -> T:
        if self._gone:
            raise SohopError(Code.OFFLINE)
        return self._memory(work)

    def _failed(self, code: Code, *, resumed: bool = False) -> None:
        with self._lock:
            self._status, what = failed(self._status, code, monotonic(), resumed=resumed)
        if what:
            self._tell(what=what)

    def _show(self) -> None:
        self._tell()

    def _tell(
        self, applied: Applied | None = None, arrived: DocumentId | None = None, what: str = ""
    ) -> None:
        if self._gone:
            return
        with self._reporting:
            self._report(Happened(self.status(), applied, arrived, what))


def _jitter() -> float:
    return random.random()  # noqa: S311  # spreads retries, guards nothing
