"""Noise, and messages that are nearly right, at every route: an answer, never a bug, never a wait."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import pytest
from backports import zstd
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.asgi import Reply, ask
from support.meetings import Made, make_packet
from support.world import Mould, World, make_world, submission

from sync.hub.app import build_app
from sync.model.events import ReportReady
from sync.wire.chunks import joined
from sync.wire.codec import unpack
from sync.wire.messages import (
    Blobs,
    ChallengeRequest,
    ChunksRequest,
    EnrolHello,
    EnrolRequest,
    ExchangeRequest,
    LiveRequest,
    Part,
    Refusal,
    RestRequest,
    TokenRequest,
)

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)


@dataclass
class Target:
    """A hub with a packet, and a valid message for each route."""

    world: World
    app: object
    messages: dict[str, object]
    frames: bytes

    @property
    def paths(self) -> list[str]:
        return [*self.messages, "/v1/upload", "/v1/openapi.json", "/v1/no-such", "/"]

    def ask(self, path: str, body: bytes) -> Reply:
        who = self.world.secretary if path in {"/v1/missing", "/v1/upload"} else self.world.lan
        return ask(self.app, path, body, who.token)


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory, mould: Mould):
    world = make_world(tmp_path_factory.mktemp("fuzz"), mould)
    first = world.publish(make_packet(world.tenant, world.roll))
    packet = world.publish(make_packet(world.tenant, world.roll, previous=first))
    for laptop in (world.secretary, world.lan):
        laptop.sign_in()
    yield Target(world, build_app(world.hub), messages(world, packet), joined([b"one", b"two" * 500]))
    world.close()


def messages(world: World, packet: Made) -> dict[str, object]:
    lan = world.lan
    document = packet.documents["d-all"]
    part = Part(manifest=packet.digest, document="d-all", first=1, count=2)
    events = (
        lan.event(packet.meeting, ReportReady(manifest=packet.digest, version=2, documents=1, complete=1)),
        world.secretary.event(packet.meeting, submission(world.secretary, packet)),
    )
    return {
        "/v1/enrol/hello": EnrolHello(lookup=bytes(8), nonce=bytes(32)),
        "/v1/enrol": EnrolRequest(
            lookup=bytes(8),
            nonce=bytes(32),
            sign_key=bytes(32),
            box_key=bytes(32),
            device_name="Máy",
            mac=bytes(32),
        ),
        "/v1/challenge": ChallengeRequest(device=lan.cert.device),
        "/v1/token": TokenRequest(device=lan.cert.device, nonce=bytes(32), signature=bytes(64)),
        "/v1/exchange": ExchangeRequest(state=bytes(16), cursor=1, roster=1, again=(1,), events=events),
        "/v1/chunks": ChunksRequest(parts=(part, part), skip=len(document) % 999),
        "/v1/reply": RestRequest(name=bytes(8), have=1),
        "/v1/live": LiveRequest(state=bytes(16)),
        "/v1/missing": Blobs(digests=(bytes(32),)),
    }


def check(reply: Reply) -> None:
    """An answer of a hub, with a status that is nobody's bug."""
    assert reply.status < 500
    assert reply.headers["sohop-protocol"] == "1"
    if reply.status >= 400:
        unpack(reply.body, Refusal)


fuzzing = settings(
    max_examples=60,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


@fuzzing
@given(st.data())
def test_noise_gets_an_answer(target: Target, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(target.paths))
    noise = data.draw(st.binary(max_size=300))
    check(target.ask(path, data.draw(st.sampled_from([noise, zstd.compress(noise)]))))


@fuzzing
@given(st.data())
def test_values_that_are_no_message_get_an_answer(target: Target, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(target.paths))
    check(target.ask(path, zstd.compress(msgspec.msgpack.encode(data.draw(PLAIN)))))


@fuzzing
@given(st.data())
def test_valid_messages_with_one_value_changed_get_an_answer(target: Target, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(target.messages)))
    value = msgspec.msgpack.decode(msgspec.msgpack.encode(target.messages[path]))
    place = value
    while True:
        name = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
        inner = place[name]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            break
        place = inner
    place[name] = data.draw(PLAIN)
    check(target.ask(path, zstd.compress(msgspec.msgpack.encode(value))))


@fuzzing
@given(st.data())
def test_valid_messages_with_spoilt_bytes_get_an_answer(target: Target, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([*target.messages, "/v1/upload"]))
    plain = bytearray(target.frames)
    if path in target.messages:
        plain = bytearray(msgspec.msgpack.encode(target.messages[path]))
    for _ in range(data.draw(st.integers(1, 3))):
        plain[data.draw(st.integers(0, len(plain) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(plain[: data.draw(st.integers(0, len(plain)) | st.just(len(plain)))])
    check(target.ask(path, cut if path == "/v1/upload" else zstd.compress(cut)))


def test_valid_messages_are_understood(target: Target) -> None:
    """Else all of the above would only try the decoder."""
    status = {
        path: target.ask(path, zstd.compress(msgspec.msgpack.encode(message))).status
        for path, message in target.messages.items()
        if path != "/v1/live"
    }
    refused = {"/v1/enrol/hello": 400, "/v1/enrol": 400, "/v1/token": 401, "/v1/reply": 404}
    assert status == {path: refused.get(path, 200) for path in status}
    assert target.ask("/v1/upload", target.frames).status == 200
