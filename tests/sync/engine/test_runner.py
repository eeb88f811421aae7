"""Three lanes against a hub that answers as told, over a memory on a thread of its own."""

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from support.packets import MEETING, NOON
from support.settling import FIRST, OFFICE, a_memory, fresh, packet
from support.shelf import Shelf

from sync.engine.machine import Phase
from sync.engine.ports import Who
from sync.engine.runner import Runner
from sync.engine.status import Wishes
from sync.engine.transport import Transport
from sync.errors import Code
from sync.model.events import DropMark
from sync.wire.codec import unpack
from sync.wire.messages import (
    Challenge,
    ChunksRequest,
    ExchangeReply,
    ExchangeRequest,
    LiveRequest,
    Receipt,
    Refusal,
    Token,
)

DATA = random.Random(4).randbytes(200_000)
STATE = b"s" * 16
LONG_S = 20.0


class Scene:
    """A laptop, its memory's own thread, and a hub made of functions."""

    def __init__(self, serve, tools):
        self.tools = tools
        self.memory_thread = ThreadPoolExecutor(1)
        self.memory = a_memory()
        self.memory.downloads = self.shelf = Shelf()
        self.reports = []
        self.changed = threading.Condition()
        self.asked = []
        self.exchanges = []
        self.fetches = []
        self.over = threading.Event()
        """Whatever hangs ends."""
        self.reply = self.settle_all
        self.chunks = self.all_chunks
        self.live = self.nobody_listens
        self.serve = serve
        self.server = serve(self.answer)
        self.transport = Transport(self.server.url, "")
        lan = OFFICE.lan
        self.wishes = Wishes(order=lambda: (MEETING,))
        self.runner = Runner(
            self.transport,
            Who(OFFICE.tenant, lan.person, lan.device, lan.cert.roles),
            lan.key.sign,
            self.on_memory,
            self.wishes,
            self.report,
        )
        self.came = 0
        counted = self.runner._arrived
        self.runner._arrived = lambda size: (counted(size), self.arrived(size))

    def arrived(self, size):
        self.came += size
        self.note()

    def on_memory(self, work):
        return self.memory_thread.submit(work, self.memory).result()

    def report(self, happened):
        self.reports.append(happened)
        self.note()

    def note(self):
        with self.changed:
            self.changed.notify_all()

    def until(self, holds):
        """Wait for reports and requests until this holds."""
        with self.changed:
            assert self.changed.wait_for(holds, LONG_S)

    def answer(self, path, body):
        self.asked.append(path)
        try:
            match path:
                case "/v1/challenge":
                    return self.tools.packed(Challenge(nonce=b"n" * 32))
                case "/v1/token":
                    return self.tools.packed(Token(token="word", time=NOON))
                case "/v1/chunks":
                    self.fetches.append(unpack(body, ChunksRequest))
                    return self.chunks(self.fetches[-1])
                case "/v1/live":
                    return self.live(unpack(body, LiveRequest))
            self.exchanges.append(unpack(body, ExchangeRequest))
            answer = self.reply(self.exchanges[-1])
            return self.tools.packed(answer) if isinstance(answer, ExchangeReply) else answer
        finally:
            self.note()

    def settle_all(self, request):
        receipts = [Receipt(event=e.event_id, accepted=True, recorded=NOON) for e in request.events]
        outcomes = tuple(OFFICE.outcome(receipt) for receipt in receipts)
        return ExchangeReply(state=STATE, time=NOON, cursor=0, outcomes=outcomes)

    def all_chunks(self, request):
        return self.tools.response(b"".join(self.shelf.frames(request))[request.skip :])

    def nobody_listens(self, request):
        return self.tools.packed(Refusal(code=Code.NOT_PERMITTED), status="403 Forbidden")

    def hang(self, *before):
        """An answer that begins and then hangs."""
        yield self.tools.response(b"".join(before), length=10**9)
        self.note()
        self.over.wait(LONG_S)

    def add(self, **documents):
        self.memory.downloads = self.shelf = Shelf(**documents)

    def act(self):
        def append(memory):
            seq, prev = memory.outbox.head()
            return memory.outbox.append(
                OFFICE.event(OFFICE.lan, DropMark(id=f"k-{seq + 1}"), seq=seq + 1, prev=prev)
            )

        return self.on_memory(append).event_id

    @property
    def waiting(self):
        return self.on_memory(lambda memory: memory.outbox.pending_count())

    @property
    def sent(self):
        return [event.event_id for request in list(self.exchanges) for event in request.events]

    def close(self):
        self.runner.stop()
        self.over.set()
        self.memory_thread.shutdown()


@pytest.fixture
def scene(serve, tools):
    made = Scene(serve, tools)
    yield made
    made.close()


# --- one round, for the command line


def test_a_round_sends_the_outbox_and_rests(scene):
    scene.act()
    status = scene.runner.round()
    assert (status.online, status.phase, status.problem) == (True, Phase.RESTING, None)
    assert scene.asked == ["/v1/challenge", "/v1/token", "/v1/exchange"]
    assert scene.waiting == 0
    assert sum(len(each.applied.sent) for each in scene.reports if each.applied) == 1
    assert "connected" in [each.what for each in scene.reports]


def test_a_long_outbox_goes_up_in_one_round(scene):
    for _ in range(501):
        scene.act()
    scene.runner.round()
    assert [len(request.events) for request in scene.exchanges] == [500, 1]


def test_a_round_fetches_everything_and_cuts_cost_no_exchange(scene):
    scene.add(**{"doc-1": DATA, "doc-2": DATA[:50_000]})

    def cut(request):
        whole = b"".join(scene.shelf.frames(request))[request.skip :]
        return scene.tools.response(whole[:30_000], length=len(whole))

    scene.chunks = cut
    status = scene.runner.round()
    assert scene.shelf.complete
    assert len(scene.exchanges) == 1
    assert len(scene.fetches) >= 9
    assert (status.online, status.fetching, len(status.drops)) == (True, None, len(scene.fetches) - 1)
    assert {each.arrived for each in scene.reports} == {None, "doc-1", "doc-2"}
    assert "lost" not in [each.what for each in scene.reports]


def test_a_round_ends_when_nothing_comes(scene):
    scene.add(**{"doc-1": DATA})
    scene.chunks = lambda request: b""
    status = scene.runner.round()
    assert len(scene.fetches) == 1
    assert status.online is False
    assert status.retry_at is not None


def test_a_hub_that_lies_about_every_receipt_is_asked_once_and_named(scene):
    scene.act()
    scene.reply = lambda request: ExchangeReply(
        state=STATE,
        time=NOON,
        cursor=0,
        more=True,
        outcomes=(OFFICE.outcome(Receipt(event="9" * 64, accepted=True, recorded=NOON)),),
    )
    status = scene.runner.round()
    assert len(scene.exchanges) == 1
    assert status.problem is Code.HUB_BROKEN
    assert scene.waiting == 1


def test_a_hub_that_always_says_more_is_asked_once(scene):
    scene.reply = lambda request: ExchangeReply(state=b"", time=NOON, cursor=request.cursor, more=True)
    scene.runner.round()
    assert len(scene.exchanges) == 1


def test_a_hub_that_expires_every_token_is_asked_twice(scene):
    scene.reply = lambda request: scene.tools.packed(
        Refusal(code=Code.TOKEN_EXPIRED), status="401 Unauthorized"
    )
    scene.runner.round()
    assert scene.asked.count("/v1/exchange") == scene.asked.count("/v1/token") == 2


def test_a_line_that_fails_is_said_and_keeps_the_act(scene):
    scene.act()
    scene.reply = lambda request: b""
    status = scene.runner.round()
    assert (status.online, status.problem) == (False, None)
    assert status.lost_since is not None
    assert len(status.drops) == 1
    assert "lost" in [each.what for each in scene.reports]
    scene.reply = scene.settle_all
    assert scene.runner.round().online is True


def test_certificates_are_judged_by_the_latest_time_that_the_hub_signed(scene):
    scene.reply = lambda request: ExchangeReply(
        state=STATE, time=NOON, cursor=1, packets=(packet(FIRST),), freshness=fresh(FIRST, hours=3)
    )
    scene.runner.round()
    assert scene.transport.access.mark == NOON + timedelta(hours=3)
    assert scene.transport.lane().access.mark == NOON + timedelta(hours=3)


# --- lanes


def test_the_thread_sends_an_act_when_woken_and_stops_when_told(scene):
    scene.runner.start()
    scene.until(lambda: scene.exchanges)
    sent = scene.act()
    scene.runner.wake()
    scene.until(lambda: scene.sent)
    scene.runner.stop()
    assert scene.sent == [sent]
    assert all(thread.join(0) for thread in scene.runner._threads)


def test_a_ballot_does_not_wait_for_documents(scene):
    """The stream hangs on the line; the act goes up beside it, and the stream is taken up at the byte."""
    scene.add(**{"doc-1": DATA})
    scene.chunks = lambda request: scene.hang(b"".join(scene.shelf.frames(request))[:30_000])
    scene.runner.start()
    scene.until(lambda: scene.came > 20_000)
    scene.chunks = scene.all_chunks
    sent = scene.act()
    scene.runner.wake()
    scene.until(lambda: scene.shelf.complete)
    assert scene.sent == [sent]
    assert scene.fetches[1].parts[0].first > 0 or scene.fetches[1].skip > 0
    order = [path for path in scene.asked if path in {"/v1/exchange", "/v1/chunks"}]
    assert order == ["/v1/exchange", "/v1/chunks", "/v1/exchange", "/v1/chunks"]


def test_an_act_that_nobody_waits_for_does_not_stop_documents(scene):
    scene.add(**{"doc-1": DATA})
    scene.chunks = lambda request: scene.hang(b"".join(scene.shelf.frames(request))[:30_000])
    scene.runner.start()
    scene.until(lambda: scene.fetches)
    sent = scene.act()
    scene.runner.wake(urgent=False)
    scene.until(lambda: scene.sent == [sent])
    assert not scene.runner._lines[1].wires.hung_up
    assert len(scene.fetches) == 1


def test_a_document_that_is_asked_for_comes_before_the_others(scene):
    scene.add(**{"doc-1": DATA, "doc-2": DATA[:40_000]})
    scene.chunks = lambda request: scene.hang(b"".join(scene.shelf.frames(request))[:30_000])
    scene.runner.start()
    scene.until(lambda: scene.fetches)
    scene.chunks = scene.all_chunks
    scene.runner.want("doc-2")
    scene.until(lambda: scene.shelf.complete)
    assert scene.fetches[1].parts[0].document == "doc-2"
    assert len(scene.exchanges) == 1


def test_small_things_only_fetches_what_is_asked_for(scene):
    scene.add(**{"doc-1": DATA, "doc-2": DATA[:40_000]})
    scene.runner.small_only(True)
    scene.runner.start()
    scene.until(lambda: scene.runner.status().online)
    scene.runner.want("doc-2")
    scene.until(lambda: scene.shelf.have["doc-2"] == scene.shelf.bodies["doc-2"])
    assert scene.shelf.have["doc-1"] == []
    assert scene.runner.status().small_only
    scene.runner.small_only(False)
    scene.until(lambda: scene.shelf.complete)


def test_news_are_asked_for(scene):
    told = threading.Event()

    def tell(request):
        yield scene.tools.response(b"", length=10**9)
        assert told.wait(LONG_S)
        yield b".!"
        scene.over.wait(LONG_S)

    scene.live = tell
    scene.runner.start()
    scene.until(lambda: "/v1/live" in scene.asked)
    assert len(scene.exchanges) == 1
    told.set()
    scene.until(lambda: len(scene.exchanges) == 2)
    scene.until(lambda: scene.runner.status().listening)


def test_who_listens_says_which_state_it_has(scene):
    seen = []

    def live(request):
        seen.append(request)
        return scene.hang(b".")

    scene.live = live
    scene.runner.start()
    scene.until(lambda: seen)
    assert seen[0].state == STATE


def test_a_paused_runner_says_nothing_until_it_goes_on(scene):
    scene.runner.pause(True)
    scene.runner.start()
    scene.until(lambda: scene.reports and scene.reports[-1].status.phase is Phase.PAUSED)
    assert scene.asked == []
    scene.runner.pause(False)
    scene.until(lambda: scene.exchanges)


def test_a_pause_closes_open_lines(scene):
    scene.add(**{"doc-1": DATA})
    scene.chunks = lambda request: scene.hang()
    scene.live = lambda request: scene.hang(b".")
    scene.runner.start()
    scene.until(lambda: scene.fetches and scene.runner.status().listening)
    scene.runner.pause(True)
    scene.until(lambda: not scene.runner.status().listening)
    assert scene.runner.status().phase is Phase.PAUSED


def test_a_new_line_is_used_at_once_while_the_old_one_hangs(scene):
    scene.reply = lambda request: scene.hang()
    scene.runner.start()
    scene.until(lambda: scene.exchanges)
    scene.reply = scene.settle_all
    scene.runner.line_came_back()
    scene.until(lambda: scene.runner.status().online)
    assert len(scene.exchanges) == 2
    assert "lost" not in [each.what for each in scene.reports]


def test_all_lanes_end_within_seconds_while_the_network_hangs(scene):
    scene.add(**{"doc-1": DATA})
    scene.chunks = lambda request: scene.hang(b"\0")
    scene.live = lambda request: scene.hang(b".")
    scene.runner.start()
    scene.until(lambda: scene.fetches and scene.runner.status().listening)
    scene.reply = lambda request: scene.hang()
    scene.runner.wake(urgent=False)
    scene.until(lambda: len(scene.exchanges) == 2)
    began = time.monotonic()
    scene.runner.stop()
    assert time.monotonic() - began < 5
    assert all(thread.join(0) for thread in scene.runner._threads)
    assert scene.waiting == 0  # the memory's thread is free


def test_who_was_stopped_does_nothing_any_more(scene):
    scene.runner.start()
    scene.until(lambda: scene.exchanges)
    scene.runner.stop()
    asked = list(scene.asked)
    scene.runner.wake()
    scene.runner.pause(False)
    scene.runner.stop()
    assert scene.asked == asked


def test_a_cap_may_be_set_at_any_time(scene):
    scene.runner.cap.rate = 10_000_000
    scene.add(**{"doc-1": DATA})
    scene.runner.start()
    scene.until(lambda: scene.shelf.complete)
    scene.until(lambda: scene.runner.status().phase is Phase.RESTING)
