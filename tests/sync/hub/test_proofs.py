"""Whoever has a ballot in a log is shown that it only grew."""

from __future__ import annotations

from msgspec.structs import replace
from support.laptop import Laptop, receipt_of
from support.meetings import make_motion, make_packet
from support.world import World, ballot

from sync.hub.actors import actor
from sync.hub.proofs import Proofs
from sync.model.ids import MotionId
from sync.wire.codec import decode_payload, pack, unpack
from sync.wire.log import extends
from sync.wire.messages import ExchangeReply, LogAsk, LogLink
from sync.wire.statements import Head


def ask(laptop: Laptop, *asks: LogAsk) -> tuple[LogLink, ...]:
    request = replace(laptop.request(), logs=asks)
    return unpack(laptop.line.post("/v1/exchange", pack(request), laptop.token), ExchangeReply).links


def cast(world: World, laptop: Laptop, motions: list[MotionId], times: int) -> dict[MotionId, list[Head]]:
    """Ballots on each of them in turn, and the heads under which they stand."""
    packet = world.publish(
        make_packet(world.tenant, world.roll, motions=[make_motion(motion_id=m) for m in motions])
    )
    heads: dict[MotionId, list[Head]] = {motion: [] for motion in motions}
    for number in range(1, times + 1):
        for motion in motions:
            envelope = laptop.event(packet.meeting, ballot(packet, motion, "for", number=number))
            receipt = receipt_of(laptop.exchange(envelope).outcomes, envelope.event_id)
            assert receipt.log is not None
            heads[motion].append(decode_payload(receipt.log.head.payload, Head))
    return heads


def proves(link: LogLink, heads: list[Head]) -> bool:
    first, second = heads[link.ask.first - 1], heads[link.ask.second - 1]
    roots = bytes.fromhex(first.root), bytes.fromhex(second.root)
    return extends(first.size, roots[0], second.size, roots[1], link.path)


def test_every_two_heads_are_linked_also_when_the_log_has_grown_since(world: World) -> None:
    motion = MotionId("mo-1")
    heads = cast(world, world.lan, [motion], 5)[motion]
    asks = [LogAsk(motion, first, second) for second in range(2, 6) for first in range(1, second)]
    for some in (asks[:3], asks[3:], asks[:3]):
        links = ask(world.lan, *some)
        assert [link.ask for link in links] == list(some)
        assert all(proves(link, heads) for link in links)


def test_nothing_is_shown_of_what_is_not_in_the_log_or_to_who_is_not(world: World) -> None:
    motion = MotionId("mo-1")
    cast(world, world.lan, [motion], 2)
    world.minh.sign_in()
    assert ask(world.minh, LogAsk(motion, 1, 2)) == ()
    assert ask(world.lan, LogAsk(motion, 1, 3), LogAsk(motion, 2, 2**40)) == ()
    world.chair.sign_in()
    assert len(ask(world.chair, LogAsk(motion, 1, 2), LogAsk(MotionId("other"), 1, 2))) == 1


def test_logs_that_are_forgotten_are_read_again(world: World) -> None:
    motions = [MotionId("mo-1"), MotionId("mo-2")]
    heads = cast(world, world.lan, motions, 3)
    proofs = Proofs(most=1)
    with world.hub.database.read() as connection:
        who = actor(connection, world.lan.cert.device)
        for motion in (*motions, *motions):
            (link,) = proofs.links(connection, who, [LogAsk(motion, 1, 3)])
            assert proves(link, heads[motion])
