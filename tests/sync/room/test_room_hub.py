"""What a room hub does for the laptops in its room, what it may not, and what the office has of it later."""

from __future__ import annotations

from contextlib import closing

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from support.laptop import Laptop, receipt_of
from support.meetings import Made, make_motion, make_packet
from support.packets import NOON
from support.rooms import Room, add_room, carrying, deliveries, kinds, stand
from support.world import World, ballot, submission

from sync.errors import Code, SohopError
from sync.hub import people, tables
from sync.hub.checking import check
from sync.hub.office import Office
from sync.model.annotation import Audience
from sync.model.counts import ConfirmVotes, EnterVotes, Means, Named
from sync.model.events import (
    AnnulMotion,
    ApprovePacket,
    CheckIn,
    CloseMotion,
    OpenMotion,
    PublishPacket,
    PutOpinion,
)
from sync.model.ids import DeviceId, DocumentId, MotionId, OpinionId
from sync.model.opinion import Attendance, OnDocument, OnOpinion, Opinion, OpinionKind
from sync.model.rules import Timing
from sync.trust.acts import accept_closing
from sync.trust.receipts import check_inclusion
from sync.trust.recorders import recorder_of
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.messages import ExchangeReply, Outcome
from sync.wire.statements import Roster

MOTION = MotionId("mo-strict")


@pytest.fixture
def packet(world: World) -> Made:
    motion = make_motion(Timing.STRICT, motion_id=MOTION)
    return world.publish(make_packet(world.tenant, world.roll, motions=[motion]))


def opening(world: World, packet: Made, recorder: DeviceId) -> Envelope:
    body = OpenMotion(motion=MOTION, motion_digest=packet.motion_digest(MOTION), present=tuple(world.roll))
    return world.chair.event(packet.meeting, body, recorder)


def close(world: World, packet: Made, recorder: DeviceId) -> Envelope:
    body = CloseMotion(motion=MOTION, present=tuple(world.roll), early=True)
    return world.chair.event(packet.meeting, body, recorder)


def vote(laptop: Laptop, packet: Made, recorder: DeviceId, choice: str = "for", number: int = 1) -> Envelope:
    return laptop.event(packet.meeting, ballot(packet, MOTION, choice, number=number), recorder)


def codes(reply: ExchangeReply) -> list[Code]:
    return [retry.code for retry in reply.retries]


def accepted(outcomes: tuple[Outcome, ...], *sent: Envelope) -> list[Code | None]:
    receipts = [receipt_of(outcomes, each.event_id) for each in sent]
    assert all(receipt.accepted for receipt in receipts), receipts
    return [receipt.code for receipt in receipts]


def test_how_people_and_the_office_are_called_is_told_to_the_room_when_it_changes(
    world: World, room: Room
) -> None:
    with closing(Office(world.office.folder)) as office:
        everybody, mark = office.people()
        lan = next(one for one in everybody if one.person == world.lan.cert.person)
        office.keep_people([replace(lan, name="Lê Thị Lan", title="Phó Chủ tịch")], mark)
        office.describe(term="2031–2036")
    room.meet()
    with room.hub.database.read() as connection:
        told = next(one for one in people.listed(connection) if one.person == lan.person)
        term = connection.execute(select(tables.office.c.term)).scalar_one()
    assert (told.name, told.title) == ("Lê Thị Lan", "Phó Chủ tịch")
    assert term == "2031–2036"


def roster_of(world: World) -> Roster:
    world.guest.forget()
    reply = world.guest.exchange()
    assert reply.roster is not None
    return decode_payload(reply.roster.payload, Roster)


def session(world: World, room: Room, packet: Made) -> tuple[Envelope, list[Outcome]]:
    """A strict vote in the room; the chair's opening and all receipts."""
    chair, lan, minh = (room.seat(each) for each in (world.chair, world.lan, world.minh))
    opened = opening(world, packet, room.device)
    outcomes = [*chair.exchange(opened).outcomes]
    for laptop, seat, choice in ((world.lan, lan, "for"), (world.minh, minh, "against")):
        outcomes += seat.exchange(vote(laptop, packet, room.device, choice)).outcomes
    outcomes += chair.exchange(close(world, packet, room.device)).outcomes
    return opened, outcomes


def test_before_the_administrator_has_signed_it_a_room_hub_has_nothing(world: World, packet: Made) -> None:
    room = add_room(world)
    try:
        met = room.meet()
        assert (met.packets, met.ready) == (0, True)
        with pytest.raises(SohopError) as refused:
            room.seat(world.lan).exchange()
        assert refused.value.code is Code.UNKNOWN_DEVICE
    finally:
        room.stop()


def test_it_carries_the_packet_with_all_its_bytes_and_lets_nobody_else_have_it(
    world: World, room: Room, packet: Made
) -> None:
    lan, guest = room.seat(world.lan), room.seat(world.guest)
    (got,) = lan.exchange().packets
    assert got.manifest.digest == packet.digest
    assert b"".join(lan.chunks(packet.digest, "d-all")) == next(iter(packet.documents.values()))
    with pytest.raises(SohopError):
        guest.exchange()


def test_it_signs_no_freshness_and_lists_no_people(world: World, room: Room, packet: Made) -> None:
    reply = room.seat(world.chair).exchange()
    assert (reply.freshness, reply.people, reply.reach, reply.voting) == (None, None, (), None)
    assert reply.roster is not None


def test_a_strict_vote_in_the_room_is_recorded_closed_and_proved_by_its_key(
    world: World, room: Room, packet: Made
) -> None:
    _, outcomes = session(world, room, packet)
    assert len(outcomes) == 4
    roster = roster_of(world)
    receipts = [receipt_of(tuple(outcomes), each.event) for each in outcomes]
    proved = [check_inclusion(each, MOTION, roster) for each in receipts if each.log]
    assert [leaf.via for leaf in proved] == ["room", "room"]
    events = room.seat(world.lan).exchange().events
    (closing,) = [each.envelope for each in events if each.envelope.kind == "closing"]
    assert recorder_of(closing) == room.device
    assert dict(accept_closing(closing, roster).counts) == {"for": 1, "against": 1, "other": 0}


def test_the_office_knows_the_vote_as_the_room_does_once_they_have_met(
    world: World, room: Room, packet: Made
) -> None:
    _, outcomes = session(world, room, packet)
    before = stand(world.hub)["ballots"]
    met = room.meet()
    assert (before, met.brought, met.left) == (set(), 4, 0)
    assert stand(world.hub) == stand(room.hub)
    told = deliveries(world.hub)
    assert len(told) == len(set(told))
    assert room.meet().brought == 0
    assert deliveries(world.hub) == told
    for hub in (world.hub, room.hub):
        with hub.database.read() as connection:
            assert check(connection, hub.blobs).flaws == []
    # Whoever asks the office for the receipt of the room gets that very one.
    assert "closing" in kinds(world.lan.exchange_all())
    assert world.lan.exchange(world.lan.last).outcomes == (outcomes[1],)


def test_a_ballot_that_came_by_the_office_is_carried_and_counts_in_the_rooms_log(
    world: World, room: Room, packet: Made
) -> None:
    chair = room.seat(world.chair)
    chair.exchange(opening(world, packet, room.device))
    cast = vote(world.lan, packet, room.device)
    assert codes(world.lan.exchange(cast)) == [Code.CARRIED]
    assert codes(world.lan.exchange(cast)) == [Code.CARRIED]
    room.meet()
    (outcome,) = room.seat(world.lan).exchange(cast).outcomes
    room.meet()
    (same,) = world.lan.exchange(cast).outcomes
    assert same == outcome
    receipt = receipt_of((same,), cast.event_id)
    assert check_inclusion(receipt, MOTION, roster_of(world)).via == "hub"
    assert stand(world.hub)["ballots"] == stand(room.hub)["ballots"]


def test_a_ballot_that_came_by_both_stands_once_whatever_came_first(
    world: World, room: Room, packet: Made
) -> None:
    room.seat(world.chair).exchange(opening(world, packet, room.device))
    one, two = vote(world.lan, packet, room.device), vote(world.minh, packet, room.device, "against")
    world.lan.exchange(one)
    (first,) = room.seat(world.lan).exchange(one).outcomes
    (second,) = room.seat(world.minh).exchange(two).outcomes
    world.minh.exchange(two)
    room.meet()
    room.meet()
    assert world.lan.exchange(one).outcomes == (first,)
    assert world.minh.exchange(two).outcomes == (second,)
    assert len(stand(world.hub)["ballots"]) == 2  # type: ignore[arg-type]


def test_what_is_about_no_motion_is_seen_in_the_room_at_once_and_settled_by_the_office(
    world: World, room: Room, packet: Made
) -> None:
    here = world.lan.event(packet.meeting, CheckIn(at=NOON, state=Attendance.PRESENT))
    accepted(room.seat(world.lan).exchange(here).outcomes, here)
    seen = room.seat(world.chair).exchange_all()
    assert here.event_id in [each.envelope.event_id for reply in seen for each in reply.events]
    assert stand(world.hub)["events"] == set()
    room.meet()
    told = world.chair.exchange_all()
    assert here.event_id in [each.envelope.event_id for reply in told for each in reply.events]
    accepted(world.lan.exchange(here).outcomes, here)


def test_what_the_office_learned_meanwhile_is_known_in_the_room(
    world: World, room: Room, packet: Made
) -> None:
    here = world.lan.event(packet.meeting, CheckIn(at=NOON, state=Attendance.PRESENT))
    accepted(world.lan.exchange(here).outcomes, here)
    room.meet()
    seen = room.seat(world.chair).exchange_all()
    assert here.event_id in [each.envelope.event_id for reply in seen for each in reply.events]
    # The laptop's chain goes on in the room, whichever hub had its beginning.
    next_ = world.lan.event(packet.meeting, CheckIn(at=NOON, state=Attendance.ABSENT, reason="Ốm"))
    assert accepted(room.seat(world.lan).exchange(here, next_).outcomes, here, next_) == [None, None]


def test_a_motion_has_one_recorder_the_first_that_it_was_opened_for(
    world: World, room: Room, packet: Made
) -> None:
    session(world, room, packet)
    room.meet()
    body = OpenMotion(motion=MOTION, motion_digest=packet.motion_digest(MOTION))
    receipt = world.secretary.act(packet.meeting, body)
    assert (receipt.accepted, receipt.code) == (False, Code.RECORDED_ELSEWHERE)
    receipt = world.lan.act(packet.meeting, ballot(packet, MOTION, "for", number=7))
    assert (receipt.accepted, receipt.code) == (False, Code.RECORDED_ELSEWHERE)


def test_an_act_for_a_hub_that_is_no_room_hub_is_refused(world: World, packet: Made) -> None:
    sent = opening(world, packet, world.lan.cert.device)
    receipt = receipt_of(world.chair.exchange(sent).outcomes, sent.event_id)
    assert (receipt.accepted, receipt.code) == (False, Code.NOT_PERMITTED)


def test_a_room_hub_opens_nothing_that_its_schedule_opens(world: World) -> None:
    motion = make_motion(motion_id=MOTION)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    room = carrying(world, packet.meeting)
    try:
        chair, lan = room.seat(world.chair), room.seat(world.lan)
        opened = opening(world, packet, room.device)
        receipt = receipt_of(chair.exchange(opened).outcomes, opened.event_id)
        assert receipt.code is Code.RECORDED_ELSEWHERE
        cast = vote(world.lan, packet, DeviceId(""))
        assert codes(lan.exchange(cast)) == [Code.CARRIED]
        room.meet()
        # The office has it; whoever asks the room again gets the office's receipt.
        (outcome,) = lan.exchange(cast).outcomes
        (same,) = world.lan.exchange(cast).outcomes
        assert outcome == same
        leaf = check_inclusion(receipt_of((same,), cast.event_id), MOTION, roster_of(world))
        assert leaf.via == "room"
    finally:
        room.stop()


def test_votes_by_hand_in_the_room_stand_at_the_office(world: World, room: Room, packet: Made) -> None:
    chair, secretary = room.seat(world.chair), room.seat(world.secretary)
    chair.exchange(opening(world, packet, room.device))
    entry = EnterVotes(
        motion=MOTION,
        motion_digest=packet.motion_digest(MOTION),
        means=Means.HAND,
        votes=Named(person=world.minh.cert.person, choices=("for",)),
    )
    written = world.secretary.event(packet.meeting, entry, room.device)
    accepted(secretary.exchange(written).outcomes, written)
    confirm = ConfirmVotes(motion=MOTION, entry=written.event_id)
    second = world.chair.event(packet.meeting, confirm, room.device)
    accepted(chair.exchange(second).outcomes, second)
    chair.exchange(close(world, packet, room.device))
    room.meet()
    assert stand(world.hub) == stand(room.hub)
    (closed,) = [each for reply in world.secretary.exchange_all() for each in reply.closed]
    assert closed.motion == MOTION


def test_a_motion_whose_recorder_is_gone_can_be_annulled_at_the_office(
    world: World, room: Room, packet: Made
) -> None:
    room.seat(world.chair).exchange(opening(world, packet, room.device))
    room.meet()
    receipt = world.secretary.act(packet.meeting, AnnulMotion(motion=MOTION, reason="Máy hỏng"))
    assert receipt.accepted
    room.meet()
    cast = vote(world.lan, packet, room.device)
    (late,) = room.seat(world.lan).exchange(cast).outcomes
    assert receipt_of((late,), cast.event_id).code is Code.MOTION_NOT_OPEN
    room.meet()
    assert [row for row in stand(world.hub)["motions"] if "annulled" in row]  # type: ignore[attr-defined]


def test_a_second_laptop_records_what_was_not_opened_yet(world: World) -> None:
    motions = [make_motion(Timing.STRICT, motion_id=MotionId(name)) for name in ("mo-1", "mo-2")]
    packet = world.publish(make_packet(world.tenant, world.roll, motions=motions))
    first, second = carrying(world, packet.meeting), carrying(world, packet.meeting)
    chain: list[Envelope] = []
    try:
        for room, name in ((first, "mo-1"), (second, "mo-2")):
            body = OpenMotion(motion=MotionId(name), motion_digest=packet.motion_digest(MotionId(name)))
            sent = world.chair.event(packet.meeting, body, room.device)
            seat = room.seat(world.chair)
            # The chair's laptop brings its whole chain to whichever hub it meets.
            reply = seat.exchange(*chain, sent)
            assert codes(reply) == [Code.CARRIED] * len(chain)
            accepted(reply.outcomes, sent)
            chain.append(sent)
        first.meet()
        second.meet()
        first.meet()
        recorders = {row[0]: row[-1] for row in stand(world.hub)["motions"]}  # type: ignore[attr-defined]
        assert recorders == {"mo-1": first.device, "mo-2": second.device}
    finally:
        first.stop()
        second.stop()


def next_version(
    world: World, secretary: Laptop, approver: Laptop, packet: Made
) -> tuple[Made, list[Envelope]]:
    """Submitted, approved and published at the hub that these talk to; and these three acts."""
    newer = make_packet(world.tenant, world.roll, previous=packet, motions=packet.manifest.motions)
    secretary.sign_in()
    secretary.upload(newer.blobs)
    sent = world.secretary.event(packet.meeting, submission(world.secretary, newer))
    accepted(secretary.exchange(sent).outcomes, sent)
    body = ApprovePacket(manifest=newer.digest, signature=world.approver.sign_manifest(newer.payload))
    signed = world.approver.event(packet.meeting, body)
    accepted(approver.exchange(signed).outcomes, signed)
    out = world.secretary.event(packet.meeting, PublishPacket(manifest=newer.digest))
    accepted(secretary.exchange(out).outcomes, out)
    return newer, [sent, signed, out]


def replace_in_the_room(world: World, room: Room, packet: Made) -> tuple[Made, list[Envelope]]:
    return next_version(world, room.seat(world.secretary), room.seat(world.approver), packet)


def test_a_late_replacement_made_in_the_room_is_published_at_the_office_too(
    world: World, room: Room, packet: Made
) -> None:
    newer, _ = replace_in_the_room(world, room, packet)
    room.meet()
    packets = [each for reply in world.lan.exchange_all() for each in reply.packets]
    assert [each.manifest.digest for each in packets] == [newer.digest]
    assert b"".join(world.lan.chunks(newer.digest, "d-all")) == next(iter(newer.documents.values()))


def test_it_is_so_too_where_the_acts_came_to_the_office_before_what_they_name(
    world: World, room: Room, packet: Made
) -> None:
    newer, (sent, signed, out) = replace_in_the_room(world, room, packet)
    assert not world.secretary.exchange(sent).outcomes  # it waits
    world.secretary.exchange(out)
    world.approver.exchange(signed)
    room.meet()
    packets = [each for reply in world.lan.exchange_all() for each in reply.packets]
    assert [each.manifest.digest for each in packets] == [newer.digest]
    told = deliveries(world.hub)
    room.meet()
    assert deliveries(world.hub) == told


def test_the_room_goes_on_from_a_version_that_it_has_not_been_given(
    world: World, room: Room, packet: Made
) -> None:
    # Since then the line is down.
    second, (sent, signed, out) = next_version(world, world.secretary, world.approver, packet)
    room.seat(world.secretary).exchange(sent, out)
    room.seat(world.approver).exchange(signed)
    newest, _ = replace_in_the_room(world, room, second)
    room.meet()
    packets = [each for reply in world.lan.exchange_all() for each in reply.packets]
    assert packets[-1].manifest.digest == newest.digest
    told = deliveries(world.hub)
    room.meet()
    assert deliveries(world.hub) == told


def test_an_answer_that_came_to_the_office_before_what_it_answers_is_not_refused(
    world: World, room: Room, packet: Made
) -> None:
    asked = Opinion(
        id=OpinionId("o-1"),
        kind=OpinionKind.COMMENT,
        about=OnDocument(document=DocumentId("d-all")),
        audience=Audience.MEETING,
        text="Vì sao?",
    )
    question = world.lan.event(packet.meeting, PutOpinion(opinion=asked))
    accepted(room.seat(world.lan).exchange(question).outcomes, question)
    answer = replace(
        asked, id=OpinionId("o-2"), kind=OpinionKind.REPLY, about=OnOpinion(opinion=asked.id), text="Vì thế."
    )
    answered = world.minh.event(packet.meeting, PutOpinion(opinion=answer))
    world.minh.exchange(answered)  # by his phone
    heard = [each.envelope for reply in world.lan.exchange_all() for each in reply.events]
    assert answered not in heard
    room.meet()
    heard = [each.envelope for reply in world.lan.exchange_all() for each in reply.events]
    assert {question.event_id, answered.event_id} <= {each.event_id for each in heard}
    accepted(world.minh.exchange(answered).outcomes, answered)


def test_it_survives_its_end_at_any_moment_and_says_everything_again(
    world: World, room: Room, packet: Made
) -> None:
    session(world, room, packet)
    room.meet()
    room.stop()
    room.start()
    with room.hub.database.write() as connection:
        connection.exec_driver_sql("UPDATE office_line SET up = 0, cursor = 0, carried = 0, stamp = x''")
    told = deliveries(world.hub)
    room.meet()
    assert deliveries(world.hub) == told
    assert stand(world.hub) == stand(room.hub)


def test_a_token_of_the_room_is_none_at_the_office_nor_can_a_challenge_be_passed_on(
    world: World, room: Room, packet: Made
) -> None:
    lan = room.seat(world.lan)
    lan.exchange()
    world.lan.token = lan.token
    with pytest.raises(SohopError) as refused:
        world.lan.exchange()
    assert refused.value.code is Code.TOKEN_EXPIRED
    world.lan.hub = room.device  # what the laptop would sign for a thief who shows it the office's challenge
    with pytest.raises(SohopError) as refused:
        world.lan.sign_in()
    assert refused.value.code is Code.BAD_SIGNATURE


def test_a_revoked_room_hub_gets_and_brings_nothing(world: World, room: Room, packet: Made) -> None:
    session(world, room, packet)
    world.office.revoke(room.device)
    with pytest.raises(SohopError):
        room.meet()
    assert stand(world.hub)["ballots"] == set()


def test_a_laptop_revoked_at_the_office_is_out_of_the_room_after_the_next_meeting(
    world: World, room: Room, packet: Made
) -> None:
    lan = room.seat(world.lan)
    assert lan.exchange().packets
    world.office.revoke(world.lan.cert.device)
    room.meet()
    with pytest.raises(SohopError) as refused:
        lan.exchange()
    assert refused.value.code is Code.TOKEN_EXPIRED
    lan.token = ""
    lan.forget()
    assert lan.exchange().packets == ()
