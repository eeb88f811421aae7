"""Who listens is woken by what concerns it, and by nothing else; nobody holds up a hub that stops."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
import requests
from msgspec import structs
from support.laptop import Ear
from support.meetings import Made, make_packet
from support.world import World

from sync.hub.actors import Actor, actor
from sync.hub.live import Live
from sync.model.events import PutSealedMark, ReportReady
from sync.model.ids import DeviceId, MarkId, new_id
from sync.model.people import Role
from sync.wire.messages import LIVE_NEWS, LIVE_STILL


def private() -> PutSealedMark:
    return PutSealedMark(id=MarkId(new_id("k")), sealed=bytes(40))


@pytest.fixture
def packet(world: World) -> Made:
    made = world.publish(make_packet(world.tenant, world.roll))
    for laptop in world.laptops:
        laptop.exchange_all()
    return made


def heard(ear: Ear) -> Ear:
    """The hub listens to it now."""
    assert ear.next() == LIVE_STILL
    return ear


def test_a_new_version_wakes_its_readers_and_the_desk(world: World, packet: Made) -> None:
    with world.minh.listen() as minh, world.chair.listen() as chair:
        for ear in (minh, chair):
            heard(ear)
        world.publish(make_packet(world.tenant, world.roll, previous=packet))
        assert (minh.next(), chair.next()) == (LIVE_NEWS, LIVE_NEWS)


def test_what_came_before_is_told_at_once(world: World, packet: Made) -> None:
    world.publish(make_packet(world.tenant, world.roll, previous=packet))
    with world.lan.listen() as ear:
        assert heard(ear).next() == LIVE_NEWS
    world.lan.exchange_all()
    world.lan.state = b""
    with world.lan.listen() as ear:
        assert heard(ear).next() == LIVE_NEWS


def test_neither_the_own_acts_nor_those_of_others_among_themselves_wake(world: World, packet: Made) -> None:
    with world.lan.listen() as lan, world.guest.listen() as guest, world.secretary.listen() as secretary:
        for ear in (lan, guest, secretary):
            heard(ear)
        for _ in range(3):
            world.lan.act(packet.meeting, private())
        ready = ReportReady(manifest=packet.digest, version=1, documents=1, complete=1)
        world.minh.act(packet.meeting, ready)
        assert secretary.next() == LIVE_NEWS  # by then all before it was looked at
        world.hub.live.close()
        assert (lan.rest(), guest.rest()) == (b"", b"")


def test_what_the_administrators_program_does_is_noticed(world: World, packet: Made) -> None:
    with world.lan.listen() as lan, world.secretary.listen() as secretary:
        for ear in (lan, secretary):
            heard(ear)
        world.office.add("Người mới", Role.DELEGATE)  # of interest to the desk only
        assert secretary.next() == LIVE_NEWS
        world.office.sign_roster()
        assert lan.next() == LIVE_NEWS
        world.hub.live.close()
        assert lan.rest() == b""


def test_a_stream_ends_when_its_device_is_revoked(world: World, packet: Made) -> None:
    with world.lan.listen() as ear:
        heard(ear)
        world.office.revoke(world.lan.cert.device)
        assert ear.rest() == b""
    with pytest.raises(requests.exceptions.HTTPError):
        world.lan.listen()
    world.lan.sign_in()
    with pytest.raises(requests.exceptions.HTTPError):
        world.lan.listen()


def test_a_device_has_one_stream_and_a_new_one_replaces_it(world: World, packet: Made) -> None:
    with world.lan.listen() as first:
        heard(first)
        with world.lan.listen() as second:
            heard(second)
            assert first.rest() == b""
            world.publish(make_packet(world.tenant, world.roll, previous=packet))
            assert second.next() == LIVE_NEWS


def test_an_office_device_that_waits_is_woken_by_its_roster_and_then_by_the_rest(
    world: World, packet: Made
) -> None:
    with world.enrol(world.secretary.cert.person) as waiting:
        waiting.exchange_all()
        with waiting.listen() as ear:
            heard(ear)
            world.office.sign_roster()
            assert ear.next() == LIVE_NEWS
            waiting.exchange_all()
            world.publish(make_packet(world.tenant, world.roll, previous=packet))
            assert ear.next() == LIVE_NEWS


def test_a_hub_that_stops_ends_all_streams_in_order(world: World, packet: Made) -> None:
    ears = [laptop.listen() for laptop in world.laptops]
    for ear in ears:
        heard(ear)
    world.served.stop()
    # A stream that the server had to cut off would raise here.
    assert [ear.rest() for ear in ears] == [b""] * len(ears)
    for ear in ears:
        with ear:
            pass


def test_a_thousand_listeners_are_woken_by_one_look(world: World, packet: Made) -> None:
    with world.hub.database.read() as connection:
        minh = actor(connection, world.minh.cert.device)
    looks = 0

    class Counting(Live):
        def _look(self, *arguments: Any) -> object:
            nonlocal looks
            looks += 1
            return super()._look(*arguments)

    async def main() -> None:
        live = Counting(world.hub.database)
        streams = []
        for number in range(1_000):
            cert = structs.replace(minh.cert, device=DeviceId(f"d-{number}"))
            who = replace(minh, cert=cert)

            async def admitted(who: Actor = who) -> Actor:
                return who

            streams.append(live.listen(who, world.minh.state, admitted))
        assert set(await asyncio.gather(*(anext(each) for each in streams))) == {LIVE_STILL}
        before = looks
        await asyncio.to_thread(
            world.publish, make_packet(world.tenant, world.roll, size=1_000, previous=packet)
        )
        assert set(await asyncio.gather(*(anext(each) for each in streams))) == {LIVE_NEWS}
        assert looks - before < 20
        live.close()
        for stream in streams:
            with pytest.raises(StopAsyncIteration):
                await anext(stream)

    asyncio.run(main())
