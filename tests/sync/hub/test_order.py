"""The hub's order: what is new comes in pages, what was refused comes once more, a new epoch begins anew."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection, insert
from support.laptop import acts_in
from support.meetings import Made, make_motion, make_packet
from support.world import World, ballot, sign_roster

from sync.hub import order, tables
from sync.hub.actors import actor
from sync.hub.keys import read_root
from sync.hub.stored import keep
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.events import AnnulMotion, OpenMotion, PublishPacket, PutMark, PutSealedMark, RecallPacket
from sync.model.ids import Digest, DocumentId, MarkId, new_id
from sync.model.people import Role
from sync.model.rules import Timing
from sync.wire.codec import decode_payload, digest, encode_payload
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.messages import ChainHead, ExchangeReply, Packet
from sync.wire.statements import ROOT, Freshness, NewRoot, Roster


def sealed(size: int = 40) -> PutSealedMark:
    return PutSealedMark(id=MarkId(new_id("k")), sealed=bytes(size))


def shared() -> PutMark:
    return PutMark(
        mark=Mark(
            id=MarkId(new_id("k")),
            document=DocumentId("d-all"),
            sha256="0" * 64,
            page=0,
            kind=MarkKind.NOTE,
            text="Đề nghị xem lại",
            audience=Audience.MEETING,
        )
    )


def places(reply: ExchangeReply) -> list[int]:
    return sorted([each.seq for each in reply.events] + [each.seq for each in reply.packets])


def test_a_first_contact_comes_in_pages_in_the_order_of_the_hub(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    sent = [world.lan.event(packet.meeting, sealed(30_000)) for _ in range(9)]
    world.lan.exchange(*sent)
    with world.enrol(world.lan.cert.person) as second:
        replies = second.exchange_all()
        assert [packet.manifest.digest for packet in replies[0].packets] == [packet.digest]
        assert [each.envelope for reply in replies for each in acts_in(reply)] == sent
        seen = [place for reply in replies for place in places(reply)]
        assert seen == sorted(seen)
        assert all(max(places(reply)) <= reply.cursor for reply in replies)
        assert [reply.more for reply in replies] == [True, True, False]
        # what is said of all that one has comes when one has it
        assert [reply.freshness is not None for reply in replies] == [False, False, True]


def test_so_many_places_are_looked_at_in_one_exchange(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    for laptop in (world.lan, world.minh):
        laptop.exchange_all()
    world.lan.exchange(*(world.lan.event(packet.meeting, sealed()) for _ in range(25)))
    monkeypatch.setattr(order, "MOST_PLACES", 10)
    before = world.minh.cursor
    replies = world.minh.exchange_all()
    assert [reply.cursor - before for reply in replies] == [10, 20, 25]
    state = world.minh.state
    assert all(reply == ExchangeReply(state=state, time=reply.time, cursor=reply.cursor, more=reply.more)
               for reply in replies)  # fmt: skip


def test_a_place_that_was_refused_is_handed_out_again_on_request(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    event = world.lan.event(packet.meeting, shared())
    world.lan.exchange(event)
    reply = world.minh.exchange()
    wanted = tuple(places(reply))
    assert len(wanted) == 3
    world.minh.again = wanted
    # it costs nothing while nothing is new
    idle = world.minh.exchange()
    assert (idle.events, idle.packets, idle.state) == ((), (), reply.state)
    later = world.lan.event(packet.meeting, shared())
    world.lan.exchange(later)
    again = world.minh.exchange()
    assert [each.envelope for each in acts_in(again)] == [event, later]
    assert [each.manifest.digest for each in again.packets] == [packet.digest]
    assert set(wanted) <= set(places(again))


def test_a_place_of_somebody_else_is_not_handed_out_on_request(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    world.lan.exchange(world.lan.event(packet.meeting, sealed()))
    world.minh.exchange_all()
    world.minh.again, world.minh.state = tuple(range(1, world.minh.cursor + 1)), b""
    reply = world.minh.exchange()
    assert acts_in(reply) == ()
    assert [each.manifest.digest for each in reply.packets] == [packet.digest]


def test_an_older_version_is_not_sent_after_a_newer_one_was_published(world: World) -> None:
    first = world.publish(make_packet(world.tenant, world.roll))
    second = world.publish(make_packet(world.tenant, world.roll, previous=first))
    for laptop in (world.lan, world.chair):
        found = [each for reply in laptop.exchange_all() for each in reply.packets]
        assert [(each.manifest.digest, each.published) for each in found] == [(second.digest, True)]


def test_the_desk_gets_a_draft_once_more_with_each_signature_and_readers_once(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    seen: list[tuple[int, bool]] = []

    def look() -> None:
        for each in world.chair.exchange().packets:
            seen.append((len(each.manifest.signatures), each.published))
        assert world.lan.exchange().packets == ()

    world.submit(packet)
    look()
    world.approve(packet)
    look()
    world.secretary.act(packet.meeting, PublishPacket(manifest=packet.digest))
    (got,) = world.lan.exchange().packets
    (desk,) = world.chair.exchange().packets
    assert seen == [(1, False), (2, False)]
    assert (got.published, desk.published, got.seq) == (True, True, desk.seq)


def test_turnout_comes_with_what_is_new_and_only_then(world: World) -> None:
    motions = [make_motion(), make_motion()]
    packet = world.publish(make_packet(world.tenant, world.roll, motions=motions))
    world.secretary.exchange_all()
    world.lan.act(packet.meeting, ballot(packet, motions[0].id, "for"))
    (first,) = world.secretary.exchange().turnout
    assert (first.motion, first.voted) == (motions[0].id, (world.lan.cert.person,))
    assert world.secretary.exchange().turnout == ()
    world.minh.act(packet.meeting, ballot(packet, motions[1].id, "for"))
    (second,) = world.secretary.exchange().turnout
    assert (second.motion, second.voted) == (motions[1].id, (world.minh.cert.person,))


def test_a_teller_hears_the_turnout_of_the_meetings_that_they_read(world: World) -> None:
    person = world.office.add("Bùi Thị Kiểm", Role.TELLER)
    teller = world.enrol(person)
    world.office.sign_roster()
    motions = [make_motion(), make_motion()]
    theirs, other = (
        world.publish(make_packet(world.tenant, world.roll, motions=[motion], readers=readers))
        for motion, readers in zip(motions, ([person], []), strict=True)
    )
    teller.exchange_all()
    for packet, motion in zip((theirs, other), motions, strict=True):
        world.lan.act(packet.meeting, ballot(packet, motion.id, "for"))
    (told,) = teller.exchange().turnout
    assert (told.motion, told.voted) == (motions[0].id, (world.lan.cert.person,))
    assert world.minh.exchange().turnout == ()
    teller.close()


@pytest.mark.parametrize("annulled", [0, 1])
def test_an_annulled_motion_takes_nobodys_place_in_the_turnout(
    world: World, monkeypatch: pytest.MonkeyPatch, annulled: int
) -> None:
    monkeypatch.setattr(order, "_MOST_TURNOUTS", 1)
    motions = [make_motion(), make_motion()]
    packet = world.publish(make_packet(world.tenant, world.roll, motions=motions))
    world.secretary.exchange_all()
    for motion in motions:
        world.lan.act(packet.meeting, ballot(packet, motion.id, "for"))
    world.chair.act(packet.meeting, AnnulMotion(motion=motions[annulled].id, reason="Câu hỏi ghi sai số"))
    (told,) = world.secretary.exchange().turnout
    assert told.motion == motions[1 - annulled].id


def test_a_statement_of_freshness_is_not_signed_for_every_note(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    world.minh.exchange_all()
    world.lan.act(packet.meeting, shared())
    assert world.minh.exchange().freshness is None
    world.publish(make_packet(world.tenant, world.roll, previous=packet))
    assert world.minh.exchange().freshness is not None


def freshness_of(reply: ExchangeReply) -> Freshness:
    assert reply.freshness is not None
    return decode_payload(reply.freshness.payload, Freshness)


def test_freshness_lists_the_readers_own_meetings_until_their_lease_ends(world: World) -> None:
    mine = world.publish(make_packet(world.tenant, [world.lan.cert.person]))
    both = world.publish(make_packet(world.tenant, world.roll))
    newer = world.publish(make_packet(world.tenant, world.roll, previous=both))
    named = {each.manifest for each in freshness_of(world.lan.exchange_all()[-1]).manifests}
    assert named == {mine.digest, newer.digest}
    named = {each.manifest for each in freshness_of(world.minh.exchange_all()[-1]).manifests}
    assert named == {newer.digest}
    world.clock.ahead += (newer.manifest.lease - datetime.now(UTC)).total_seconds() + 60
    world.lan.sign_in()
    later = freshness_of(world.lan.exchange())
    assert (later.manifests, later.epoch, later.roster) == ((), 1, world.lan.roster)


def test_a_new_epoch_brings_everything_from_the_beginning_and_the_head_of_the_chain(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    put = world.lan.event(packet.meeting, sealed())
    world.lan.exchange(put)
    world.lan.exchange_all()
    sign_roster(world, 2, 1)  # after a restoration the number may repeat
    unsettled = world.lan.event(packet.meeting, sealed())
    reply = world.lan.exchange()
    assert (reply.epoch, reply.chain) == (2, ChainHead(seq=1, id=put.digest))
    assert reply.roster is not None
    roster = decode_payload(reply.roster.payload, Roster)
    assert (roster.epoch, roster.number) == (2, 1)
    assert [each.envelope for each in acts_in(reply)] == [put]
    assert [each.manifest.digest for each in reply.packets] == [packet.digest]
    assert freshness_of(reply).epoch == 2
    assert world.lan.exchange(unsettled).outcomes != ()
    quiet = world.lan.exchange()
    assert quiet == ExchangeReply(state=quiet.state, time=quiet.time, cursor=quiet.cursor)


def test_a_hub_that_knows_a_later_act_than_the_laptop_says_so(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, world.roll))
    put = world.lan.event(packet.meeting, sealed())
    world.lan.exchange(put)
    world.lan.exchange_all()
    world.lan.seq = 0  # an old disk
    reply = world.lan.exchange()
    assert reply.chain == ChainHead(seq=1, id=put.digest)
    assert (reply.events, reply.freshness) == ((), None)


@pytest.mark.parametrize("cursor", [10**6, 2**53])
def test_a_cursor_beyond_the_hubs_order_is_not_sent_back(world: World, cursor: int) -> None:
    world.publish(make_packet(world.tenant, world.roll))
    world.lan.exchange_all()
    world.lan.cursor = cursor
    assert world.lan.exchange().cursor == cursor


def test_a_packet_damaged_at_the_hub_keeps_nothing_else_from_anybody(world: World) -> None:
    damaged = world.publish(make_packet(world.tenant, world.roll))
    after = world.publish(make_packet(world.tenant, world.roll))
    (Path(world.office.folder) / "blobs" / damaged.digest[:2] / damaged.digest).unlink()
    world.hub.packets._cached.cache_clear()
    replies = world.lan.exchange_all()
    got = [packet.manifest.digest for reply in replies for packet in reply.packets]
    assert got == [after.digest]


def test_newer_roots_come_oldest_first_and_once(world: World) -> None:
    root = read_root(world.office.root_file, world.office.passphrase)
    world.lan.exchange_all()
    envelopes: list[Envelope] = []
    for number in (2, 3):
        said = NewRoot(tenant=root.tenant, number=number, root_key=bytes(32), issued=datetime.now(UTC))
        envelopes.append(seal(Kind.ROOT, root.tenant, encode_payload(said), ROOT, root.key))

    def change(connection: Connection, now: int) -> None:
        for number, envelope in enumerate(envelopes, 2):
            connection.execute(
                insert(tables.roots).values(number=number, envelope=keep(envelope), signed=now)
            )

    world.hub.ledger.change(change).result()
    assert list(world.lan.exchange().roots) == envelopes
    assert world.lan.exchange().roots == ()


def test_a_reader_who_comes_later_gets_the_version_and_what_was_said_before(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    first = world.publish(make_packet(world.tenant, [world.lan.cert.person], motions=[motion]))
    opened = OpenMotion(motion=motion.id, motion_digest=first.motion_digest(motion.id))
    assert world.chair.act(first.meeting, opened).accepted
    assert world.minh.exchange().packets == ()
    second = world.publish(make_packet(world.tenant, world.roll, motions=[motion], previous=first))
    reply = world.minh.exchange()
    assert [each.manifest.digest for each in reply.packets] == [second.digest]
    assert len(reply.events) == 1


def test_places_are_read_by_primary_key(world: World) -> None:
    """So that an exchange costs the same with any number of meetings."""
    with world.hub.database.read() as connection:
        who = actor(connection, world.lan.cert.device)
        statement = order.places(who.desk, who.counts, tables.deliveries.c.seq > 5).params(person=who.person)
        compiled = statement.compile(connection.engine, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
    assert plan[0] == "SEARCH deliveries USING INTEGER PRIMARY KEY (rowid>?)"
    assert not any(line.startswith("SCAN") for line in plan)


def once(world: World, previous: Made | None = None) -> Made:
    """``d-all`` for everybody and ``d-lan`` for Lan, whose item is the same in every version."""
    made = make_packet(
        world.tenant,
        world.roll,
        previous=previous,
        restricted={"d-lan": [world.lan.cert.person]},
    )
    if previous is None:
        return made
    manifest = replace(made.manifest, items=(made.manifest.items[0], previous.manifest.items[1]))
    payload = encode_payload(manifest)
    return Made(manifest, payload, (*made.blobs[:-1], payload), made.documents)


def items_of(packet: Packet) -> list[Digest]:
    return [digest(data) for data in packet.descriptors]


def test_a_descriptor_that_did_not_change_is_not_sent_twice(world: World) -> None:
    first = world.publish(once(world))
    for laptop in (world.lan, world.minh, world.chair):
        laptop.exchange_all()
    second = world.publish(once(world, first))
    new, same = second.manifest.items
    for laptop, kept in ((world.lan, (1,)), (world.chair, (1,)), (world.minh, ())):
        (got,) = [each for reply in laptop.exchange_all() for each in reply.packets]
        assert (items_of(got), got.kept) == ([new], kept)
        laptop.again, laptop.state = (got.seq,), b""
        (whole,) = laptop.exchange().packets
        assert whole.kept == ()
        assert (same in items_of(whole)) == bool(kept)
    with world.enrol(world.lan.cert.person) as other:
        (got,) = [each for reply in other.exchange_all() for each in reply.packets]
        assert (items_of(got), got.kept) == ([new, same], ())


def test_the_desk_gets_the_descriptors_of_a_draft_once(world: World) -> None:
    packet = make_packet(world.tenant, world.roll)
    world.submit(packet)
    (draft,) = world.chair.exchange_all()[-1].packets
    world.approve(packet)
    (approved,) = world.chair.exchange_all()[-1].packets
    world.secretary.act(packet.meeting, PublishPacket(manifest=packet.digest))
    (published,) = world.chair.exchange_all()[-1].packets
    assert (items_of(draft), draft.kept) == (list(packet.manifest.items), ())
    assert (approved.descriptors, approved.kept) == (published.descriptors, published.kept) == ((), (0,))


def test_descriptors_come_whole_in_a_new_epoch_and_after_a_recall(world: World) -> None:
    first = world.publish(once(world))
    world.lan.exchange_all()
    second = world.publish(once(world, first))
    sign_roster(world, 2, 1)
    (got,) = world.lan.exchange_all()[-1].packets
    assert (items_of(got), got.kept) == (list(second.manifest.items), ())
    assert world.secretary.act(first.meeting, RecallPacket(version=2, reason="Sai")).accepted
    world.lan.exchange_all()
    third = world.publish(once(world, second))
    (got,) = world.lan.exchange_all()[-1].packets
    assert (items_of(got), got.kept) == (list(third.manifest.items), ())


def test_who_did_not_read_the_last_version_gets_every_descriptor(world: World) -> None:
    first = world.publish(make_packet(world.tenant, [world.lan.cert.person]))
    world.minh.exchange_all()
    made = make_packet(world.tenant, world.roll, previous=first)
    manifest = replace(made.manifest, items=first.manifest.items)
    payload = encode_payload(manifest)
    world.publish(Made(manifest, payload, (*first.blobs[:-1], payload), first.documents))
    (got,) = world.minh.exchange_all()[-1].packets
    assert (items_of(got), got.kept) == (list(first.manifest.items), ())


def test_a_laptop_with_another_roster_gets_the_hubs_also_when_its_own_is_newer(world: World) -> None:
    """It sees by itself, and under the root's signature, that this hub was put back."""
    world.publish(make_packet(world.tenant, world.roll))
    world.lan.exchange_all()
    world.lan.state = b""
    assert world.lan.exchange().roster is None
    for number in (world.lan.roster - 1, world.lan.roster + 1):
        world.lan.state, world.lan.roster = b"", number
        reply = world.lan.exchange()
        assert reply.roster is not None
