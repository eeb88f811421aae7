"""A recalled packet is handed out to nobody, and the desk sees how far the recall got."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from support.laptop import Laptop
from support.meetings import Made, make_motion, make_packet
from support.world import World, ballot

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.actors import actor
from sync.hub.exchange import may_have
from sync.model.events import CloseMotion, Event, RecallPacket, ReportDestroyed
from sync.model.ids import Digest
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.desk import Reach
from sync.wire.messages import ExchangeReply
from sync.wire.statements import Freshness


def recall(version: int = 1) -> RecallPacket:
    return RecallPacket(version=version, reason="Nhầm phụ lục")


def recalls_in(reply: ExchangeReply) -> list[int]:
    bodies = [
        decode_payload(each.envelope.payload, Event).body
        for each in reply.events
        if each.envelope.kind == "event"
    ]
    return [body.version for body in bodies if isinstance(body, RecallPacket)]


def may(world: World, laptop: Laptop, manifest: Digest) -> bool:
    with world.hub.database.read() as connection:
        return may_have(connection, actor(connection, laptop.cert.device), manifest)


def devices(*laptops: Laptop) -> set[str]:
    return {laptop.cert.device for laptop in laptops}


def reach_of(laptop: Laptop) -> Reach:
    (found,) = laptop.exchange_all()[-1].reach
    return found


@pytest.fixture
def packet(world: World) -> Made:
    return world.publish(make_packet(world.tenant, world.roll, motions=[make_motion()]))


def test_a_recalled_packet_is_handed_out_to_nobody(world: World, packet: Made) -> None:
    assert may(world, world.lan, packet.digest)
    assert not may(world, world.guest, packet.digest)
    assert world.approver.act(packet.meeting, recall()).accepted
    for laptop in (world.lan, world.chair):
        replies = laptop.exchange_all()
        assert all(reply.packets == () for reply in replies)
        assert [version for reply in replies for version in recalls_in(reply)] == [1]
        with pytest.raises(SohopError) as refused:
            may(world, laptop, packet.digest)
        assert refused.value.code is Code.RECALLED
    assert not may(world, world.guest, packet.digest)
    freshness = world.minh.exchange_all()[-1].freshness
    assert freshness is not None
    assert decode_payload(freshness.payload, Freshness).manifests == ()
    world.lan.again, world.lan.state = tuple(range(1, world.lan.cursor + 1)), b""
    assert world.lan.exchange().packets == ()


def test_the_newest_statement_of_freshness_comes_with_a_recall(world: World, packet: Made) -> None:
    world.lan.exchange_all()
    world.secretary.act(packet.meeting, recall())
    reply = world.lan.exchange()
    assert recalls_in(reply) == [1]
    assert reply.freshness is not None
    assert decode_payload(reply.freshness.payload, Freshness).manifests == ()


def test_only_secretary_and_approver_recall_what_was_published(world: World, packet: Made) -> None:
    for laptop in (world.lan, world.chair):
        assert laptop.act(packet.meeting, recall()).code is Code.NOT_PERMITTED
    assert world.secretary.act(packet.meeting, recall(2)).code is Code.PACKET_UNKNOWN
    draft = make_packet(world.tenant, world.roll)
    world.submit(draft)
    assert world.secretary.act(draft.meeting, recall()).code is Code.PACKET_UNKNOWN
    world.lan.forget()
    assert [each.manifest.digest for each in world.lan.exchange().packets] == [packet.digest]


def test_recalling_twice_is_fine_and_tells_nobody_twice(world: World, packet: Made) -> None:
    assert world.secretary.act(packet.meeting, recall()).accepted
    world.lan.exchange_all()
    assert world.approver.act(packet.meeting, recall()).accepted
    assert recalls_in(world.lan.exchange()) == []
    with world.hub.database.read() as connection:
        kinds = connection.execute(select(tables.audit.c.kind)).scalars().all()
    assert kinds.count(Audit.PACKET_RECALLED) == 1


def test_who_read_an_earlier_version_hears_of_its_recall(world: World) -> None:
    first = world.publish(make_packet(world.tenant, [*world.roll, world.guest.cert.person]))
    world.guest.exchange_all()
    world.publish(make_packet(world.tenant, world.roll, previous=first))
    assert world.guest.exchange_all()[-1].packets == ()
    world.secretary.act(first.meeting, recall(1))
    assert recalls_in(world.guest.exchange()) == [1]
    # the newest version stays
    (got,) = world.lan.exchange_all()[0].packets
    assert decode_payload(got.manifest.payload, type(first.manifest)).version == 2


def test_motions_of_a_recalled_version_take_no_ballots_and_can_be_closed(world: World, packet: Made) -> None:
    (motion,) = packet.manifest.motions
    assert world.lan.act(packet.meeting, ballot(packet, motion.id, "for")).code is None
    world.secretary.act(packet.meeting, recall())
    refused = world.minh.act(packet.meeting, ballot(packet, motion.id, "for"))
    assert (refused.accepted, refused.code) == (False, Code.MOTION_NOT_OPEN)
    assert world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True)).accepted


def test_a_later_version_follows_the_recalled_one(world: World, packet: Made) -> None:
    (motion,) = packet.manifest.motions
    world.secretary.act(packet.meeting, recall())
    world.lan.exchange_all()
    assert world.submit(packet).code is Code.PACKET_SUPERSEDED
    assert world.approve(packet).code is Code.RECALLED
    second = world.publish(make_packet(world.tenant, world.roll, motions=[motion], previous=packet))
    assert second.manifest.version == 2
    (got,) = world.lan.exchange().packets
    assert got.manifest.digest == second.digest
    assert may(world, world.lan, second.digest)
    assert world.lan.act(second.meeting, ballot(second, motion.id, "for")).code is None


def test_the_desk_sees_who_was_told_who_has_destroyed_and_who_was_not_reached(
    world: World, packet: Made
) -> None:
    everybody = devices(world.secretary, world.approver, world.chair, world.lan, world.minh)
    world.secretary.act(packet.meeting, recall())
    reach = reach_of(world.secretary)
    assert (reach.meeting, reach.version) == (packet.meeting, 1)
    assert set(reach.told) | set(reach.outstanding) == everybody
    assert devices(world.lan, world.minh) <= set(reach.outstanding)

    world.lan.exchange_all()
    assert world.lan.act(packet.meeting, ReportDestroyed(version=1)).accepted
    reach = reach_of(world.secretary)
    assert devices(world.lan) <= set(reach.told)
    assert set(reach.destroyed) == devices(world.lan)
    assert devices(world.minh) <= set(reach.outstanding)

    for laptop in (world.secretary, world.approver, world.chair, world.minh):
        laptop.exchange_all()
        assert laptop.act(packet.meeting, ReportDestroyed(version=1)).accepted
    last = reach_of(world.secretary)
    assert (set(last.told), set(last.destroyed), last.outstanding) == (everybody, everybody, ())
    world.secretary.state = b""
    assert world.secretary.exchange_all()[-1].reach == ()  # it is everywhere: nothing to watch


def test_devices_that_never_had_it_or_are_revoked_are_not_outstanding(world: World, packet: Made) -> None:
    world.secretary.act(packet.meeting, recall())
    world.office.revoke(world.minh.cert.device)
    with world.enrol(world.lan.cert.person) as later:
        assert recalls_in(later.exchange_all()[-1]) == [1]
        assert later.act(packet.meeting, ReportDestroyed(version=1)).accepted
        reach = reach_of(world.secretary)
        named = {*reach.told, *reach.destroyed, *reach.outstanding}
        assert not named & devices(later, world.minh)
        assert devices(world.lan) <= set(reach.outstanding)


def test_the_desk_is_told_when_a_device_was_told(world: World, packet: Made) -> None:
    world.secretary.act(packet.meeting, recall())
    world.secretary.exchange_all()
    quiet = world.secretary.exchange()
    assert quiet.reach == ()
    world.lan.exchange_all()
    assert devices(world.lan) <= set(reach_of(world.secretary).told)


def test_delegates_learn_nothing_of_how_far_a_recall_got(world: World, packet: Made) -> None:
    world.secretary.act(packet.meeting, recall())
    assert all(reply.reach == () for reply in world.lan.exchange_all())


def test_the_next_version_follows_the_recall_where_nobody_has_what_was_recalled(
    world: World, packet: Made
) -> None:
    world.secretary.act(packet.meeting, recall())
    for previous, code in (("", Code.MALFORMED), (world.secretary.head, None)):
        made = make_packet(world.tenant, world.roll, previous=packet)
        manifest = replace(made.manifest, previous=previous)
        payload = encode_payload(manifest)
        made = Made(manifest, payload, (*made.blobs[:-1], payload), made.documents)
        assert world.submit(made).code is code


def test_a_packet_damaged_at_the_hub_can_be_recalled(world: World, packet: Made) -> None:
    (Path(world.office.folder) / "blobs" / packet.digest[:2] / packet.digest).unlink()
    world.hub.packets._cached.cache_clear()
    assert world.secretary.act(packet.meeting, recall()).accepted
    assert recalls_in(world.lan.exchange()) == [1]


def test_a_recall_of_a_version_that_a_restored_hub_has_lost_takes_those_before_it(
    world: World, packet: Made
) -> None:
    assert world.secretary.act(packet.meeting, recall(2)).code is Code.PACKET_UNKNOWN
    world.office.restored()
    world.secretary.sign_in()
    assert world.secretary.act(packet.meeting, recall(2)).accepted
    world.lan.sign_in()
    replies = world.lan.exchange_all()
    assert [version for reply in replies for version in recalls_in(reply)] == [2]
    assert all(reply.packets == () for reply in replies)


def test_a_version_that_comes_after_its_recall_is_handed_out_to_nobody(world: World, packet: Made) -> None:
    world.office.restored()
    for laptop in (world.secretary, world.approver, world.lan):
        laptop.sign_in()
    assert world.secretary.act(packet.meeting, recall(2)).accepted
    late = world.publish(make_packet(world.tenant, world.roll, previous=packet))
    replies = world.lan.exchange_all()
    assert all(reply.packets == () for reply in replies)
    with pytest.raises(SohopError) as refused:
        may(world, world.lan, late.digest)
    assert refused.value.code is Code.RECALLED
