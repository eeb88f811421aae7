"""A long reply that a cut line ended is kept, so that its rest can be had: the newest of each device."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest
from support.asgi import ask
from support.laptop import Laptop
from support.meetings import make_packet
from support.packets import code_of
from support.world import World

from sync.errors import Code, SohopError
from sync.hub.app import build_app
from sync.hub.replies import LEAST, Replies
from sync.model.events import PutSealedMark
from sync.model.ids import DeviceId, MarkId, new_id
from sync.wire.codec import pack, unpack
from sync.wire.messages import REPLY_NAME, ExchangeReply, RestRequest

LAN, MINH = DeviceId("d-lan"), DeviceId("d-minh")


def asked(laptop: Laptop) -> tuple[str, bytes]:
    """The name of an exchange's reply, or nothing, and its bytes."""
    response = laptop.line.session.post(
        f"{laptop.line.url}/v1/exchange",
        data=pack(laptop.request()),
        headers={"Authorization": f"Bearer {laptop.token}"},
        timeout=30,
    )
    return response.headers.get(REPLY_NAME, ""), response.content


def rest(laptop: Laptop, name: str, have: int) -> bytes:
    body = pack(RestRequest(name=bytes.fromhex(name), have=have))
    return laptop.line.post("/v1/reply", body, laptop.token)


@pytest.fixture
def lan(world: World) -> Laptop:
    """She has written so much that all of it makes a long reply, and has forgotten it."""
    packet = world.publish(make_packet(world.tenant, world.roll))
    sealed = PutSealedMark(id=MarkId(new_id("k")), sealed=secrets.token_bytes(2 * LEAST))
    world.lan.act(packet.meeting, sealed)
    world.lan.forget()
    return world.lan


def test_the_rest_of_a_long_reply_is_had_from_any_byte_and_more_than_once(lan: Laptop) -> None:
    name, whole = asked(lan)
    for have in (1, len(whole) // 2, len(whole) - 1, len(whole), 1):
        assert rest(lan, name, have) == whole[have:]
    assert unpack(whole, ExchangeReply).events
    assert code_of(lambda: rest(lan, name, len(whole) + 1)) is Code.PACKET_UNKNOWN


def test_a_short_reply_has_no_name(lan: Laptop) -> None:
    lan.exchange_all()
    name, whole = asked(lan)
    assert (name, len(whole) < LEAST) == ("", True)


def test_the_newest_reply_takes_the_place_of_the_one_before(lan: Laptop) -> None:
    (first, _), (second, whole) = asked(lan), asked(lan)
    assert first != second
    assert code_of(lambda: rest(lan, first, 1)) is Code.PACKET_UNKNOWN
    assert rest(lan, second, 1) == whole[1:]


def test_another_device_does_not_get_it(world: World, lan: Laptop) -> None:
    name, _ = asked(lan)
    world.minh.sign_in()
    assert code_of(lambda: rest(world.minh, name, 1)) is Code.PACKET_UNKNOWN
    world.minh.token = ""
    assert code_of(lambda: rest(world.minh, name, 1)) is Code.TOKEN_EXPIRED
    with world.enrol(lan.cert.person) as other:  # nor another laptop of hers
        other.sign_in()
        assert code_of(lambda: rest(other, name, 1)) is Code.PACKET_UNKNOWN


def test_a_revoked_device_does_not_get_it(world: World, lan: Laptop) -> None:
    name, _ = asked(lan)
    world.office.revoke(lan.cert.device)
    lan.sign_in()
    assert code_of(lambda: rest(lan, name, 1)) is Code.DEVICE_REVOKED


def test_a_hub_that_was_restarted_has_forgotten_it(world: World, lan: Laptop) -> None:
    name, whole = asked(lan)
    app = build_app(replace(world.hub, replies=Replies()))  # all that it has forgotten
    request = pack(RestRequest(name=bytes.fromhex(name), have=1))
    assert ask(app, "/v1/reply", request, lan.token).refusal.code is Code.PACKET_UNKNOWN
    anew = ask(app, "/v1/exchange", pack(lan.request()), lan.token)
    assert unpack(anew.body, ExchangeReply).events == unpack(whole, ExchangeReply).events


def test_no_body_to_that_route_is_a_bug(world: World, lan: Laptop) -> None:
    app = build_app(world.hub)
    asked(lan)
    for body in (b"", b"x", pack({"name": b"short", "have": 1}), pack({"name": bytes(8), "have": 0})):
        assert ask(app, "/v1/reply", body, lan.token).refusal.code is Code.MALFORMED
    assert ask(app, "/v1/reply", pack(RestRequest(name=bytes(8), have=1)), lan.token).status == 404


def test_the_oldest_replies_go_when_there_are_too_many() -> None:
    replies = Replies(most=250)
    names = {device: replies.keep(device, bytes(100)) for device in (LAN, MINH)}
    names[LAN] = replies.keep(LAN, bytes(101))  # the same device again: no more than two are here
    assert len(replies.rest(MINH, names[MINH], 1)) == 99
    names[DeviceId("d-son")] = replies.keep(DeviceId("d-son"), bytes(120))
    with pytest.raises(SohopError):
        replies.rest(MINH, names[MINH], 1)
    assert len(replies.rest(LAN, names[LAN], 1)) == 100


def test_one_that_is_longer_than_all_room_is_not_kept_and_costs_none() -> None:
    replies = Replies(most=250)
    name = replies.keep(LAN, bytes(300))
    assert code_of(lambda: replies.rest(LAN, name, 1)) is Code.PACKET_UNKNOWN
    assert len(replies.rest(MINH, replies.keep(MINH, bytes(250)), 1)) == 249
