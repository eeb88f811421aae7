"""The talking thread against a hub that answers as told, over a real vault."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.packets import MEETING, NOON, PaperOffice

from sync.engine.machine import Phase
from sync.engine.ports import Who
from sync.engine.runner import Runner, Wishes
from sync.engine.transport import Transport
from sync.errors import Code
from sync.model.events import DropMark
from sync.wire.codec import unpack
from sync.wire.messages import Challenge, ExchangeReply, ExchangeRequest, Receipt, Refusal, Token

OFFICE = PaperOffice()


class Scene:
    """A laptop, its vault's own thread, and a hub made of a function."""

    def __init__(self, profile, serve, tools):
        self.tools = tools
        self.vault_thread = ThreadPoolExecutor(1)
        self.vault = self.vault_thread.submit(OFFICE.vault, profile, OFFICE.lan).result()
        self.reports = []
        self.asked = []
        self.exchanges = []
        self.reply = self.settle_all
        self.met = threading.Event()
        me = self.vault.identity
        self.transport = Transport(serve(self.answer).url, "")
        self.runner = Runner(
            self.transport,
            Who(me.tenant, me.root_key, me.person, me.device, me.roles),
            OFFICE.lan.key.sign,
            self.on_memory,
            Wishes(order=lambda: (MEETING,)),
            self.reports.append,
        )

    def on_memory(self, work):
        return self.vault_thread.submit(work, self.vault).result()

    def answer(self, path, body):
        self.asked.append(path)
        if path == "/v1/challenge":
            return self.tools.packed(Challenge(nonce=b"n" * 32))
        if path == "/v1/token":
            return self.tools.packed(Token(token="word", time=NOON))
        request = unpack(body, ExchangeRequest)
        self.exchanges.append(request)
        answer = self.reply(request)
        self.met.set()
        return answer if isinstance(answer, bytes) else self.tools.packed(answer)

    def settle_all(self, request):
        receipts = [Receipt(event=e.event_id, accepted=True, recorded=NOON) for e in request.events]
        return ExchangeReply(
            state=b"s", time=NOON, cursor=0, outcomes=tuple(OFFICE.outcome(receipt) for receipt in receipts)
        )

    def act(self):
        def make(seq, prev):
            return OFFICE.event(OFFICE.lan, DropMark(id=f"k-{seq}"), seq=seq, prev=prev)

        return self.on_memory(lambda vault: vault.outbox.append(make))

    def close(self):
        self.runner.stop()
        self.vault_thread.submit(self.vault.close).result()
        self.vault_thread.shutdown()


@pytest.fixture
def scene(tmp_path, serve, tools):
    made = Scene(tmp_path, serve, tools)
    yield made
    made.close()


def test_a_round_sends_the_outbox_and_rests(scene):
    scene.act()
    status = scene.runner.round()
    assert (status.online, status.phase, status.problem) == (True, Phase.RESTING, None)
    assert scene.asked == ["/v1/challenge", "/v1/token", "/v1/exchange"]
    assert scene.on_memory(lambda vault: vault.outbox.pending_count()) == 0
    assert sum(each.applied.sent for each in scene.reports if each.applied) == 1
    assert "connected" in [each.what for each in scene.reports]


def test_a_long_outbox_goes_up_in_one_round(scene):
    for _ in range(501):
        scene.on_memory(lambda vault: vault.outbox.append(an_act))
    scene.runner.round()
    assert [len(request.events) for request in scene.exchanges] == [500, 1]


def an_act(seq, prev):
    return OFFICE.event(OFFICE.lan, DropMark(id=f"k-{seq}"), seq=seq, prev=prev)


def test_a_hub_that_lies_about_every_receipt_is_asked_once_and_named(scene):
    scene.act()
    scene.reply = lambda request: ExchangeReply(
        state=b"s",
        time=NOON,
        cursor=0,
        more=True,
        outcomes=(OFFICE.outcome(Receipt(event="9" * 64, accepted=True, recorded=NOON)),),
    )
    status = scene.runner.round()
    assert len(scene.exchanges) == 1
    assert status.problem is Code.HUB_BROKEN
    assert scene.on_memory(lambda vault: vault.outbox.pending_count()) == 1


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


def test_the_thread_sends_an_act_when_woken_and_stops_when_told(scene):
    scene.runner.start()
    assert scene.met.wait(10)
    scene.met.clear()
    sent = scene.act()
    scene.runner.wake()
    assert scene.met.wait(10)
    scene.runner.stop()
    assert [e.event_id for request in scene.exchanges for e in request.events] == [sent]
    assert not scene.runner._thread.is_alive()


def test_a_paused_thread_says_nothing_until_it_goes_on(scene):
    scene.runner.pause(True)
    scene.runner.start()
    scene.runner.pause(False)
    assert scene.met.wait(10)
