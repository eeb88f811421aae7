"""Ballots: recorded once, in a log that proves it; counted by the recorder's clock and log alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from support.meetings import make_motion, make_packet
from support.world import World, ballot

from sync.errors import Code
from sync.hub.effects import ballots
from sync.model.events import AnnulMotion, CastBallot, CloseMotion, Closing, Event, OpenMotion
from sync.model.ids import Digest
from sync.model.rules import Secrecy, Timing
from sync.model.tally import Recorded, tally
from sync.trust.acts import accept_closing, accept_head
from sync.trust.receipts import check_inclusion
from sync.wire.codec import decode_payload
from sync.wire.envelope import Kind
from sync.wire.log import leaf_hash, tree_root
from sync.wire.messages import Delivered, Receipt
from sync.wire.statements import Roster


def roster_of(world: World) -> Roster:
    reply = world.guest.exchange()
    assert reply.roster is not None
    return decode_payload(reply.roster.payload, Roster)


def closing_in(events: tuple[Delivered, ...], roster: Roster) -> Closing:
    (closing,) = (each.envelope for each in events if each.envelope.kind == "closing")
    return accept_closing(closing, roster)


def test_a_receipt_proves_that_the_ballot_stands_in_the_log(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    receipt = world.lan.act(packet.meeting, ballot(packet, motion.id, "for"))
    assert (receipt.accepted, receipt.code) == (True, None)
    leaf = check_inclusion(receipt, motion.id, roster_of(world))
    assert (leaf.person, leaf.device) == (world.lan.cert.person, world.lan.cert.device)


def test_one_batch_signs_one_head_for_all_its_ballots(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    sent = [world.lan.event(packet.meeting, ballot(packet, motion.id, "for", number=n)) for n in (1, 2, 3)]
    reply = world.lan.exchange(*sent)
    receipts = [decode_payload(outcome.receipt, Receipt) for outcome in reply.outcomes]
    roster = roster_of(world)
    assert [check_inclusion(r, motion.id, roster).ballot for r in receipts] == [e.digest for e in sent]
    assert len({r.log.head for r in receipts if r.log}) == 1


def test_the_closing_agrees_with_the_tally_and_the_desk_can_recount(world: World) -> None:
    motion = make_motion()
    packet = world.publish(
        make_packet(world.tenant, world.roll, motions=[motion], readers=[world.guest.cert.person])
    )
    world.lan.act(packet.meeting, ballot(packet, motion.id, "against"))
    world.lan.act(packet.meeting, ballot(packet, motion.id, "for", number=2))
    world.minh.act(packet.meeting, ballot(packet, motion.id, "for"))
    (turnout,) = world.secretary.exchange().turnout
    assert sorted(turnout.voted) == sorted(world.roll)
    assert world.secretary.act(packet.meeting, CloseMotion(motion=motion.id, early=True)).accepted

    reply = world.approver.exchange()
    roster = roster_of(world)
    (closed,) = reply.closed
    closing = accept_closing(closed.closing, roster)
    head = accept_head(closed.head, roster)
    leaves = [leaf_hash(leaf) for _, leaf in closed.ballots]
    assert (head.size, head.root) == (closing.size, closing.root) == (3, tree_root(leaves).hex())
    recorded = []
    for envelope, _ in closed.ballots:
        event = decode_payload(envelope.payload, Event)
        assert isinstance(event.body, CastBallot)
        recorded.append(
            Recorded(
                Digest(envelope.digest),
                event.person,
                event.body.motion_digest,
                event.body.choices,
                event.body.ballot_seq,
            )
        )
    result = tally(motion, closing.motion_digest, packet.manifest.roll, closing.present, recorded)
    assert dict(closing.counts) == dict(result.counts) == {"for": 2, "against": 0, "other": 0}
    assert {s.ballot: (s.counted, s.reason) for s in closing.statuses} == {
        f.ballot: (f.counted, f.reason) for f in result.fates
    }
    # delegates get the closing, never the others' ballots
    delegate = world.minh.exchange()
    assert closing_in(delegate.events, roster) == closing
    assert delegate.closed == ()
    for laptop in (world.minh, world.guest):
        laptop.forget()
        events = [
            decode_payload(d.envelope.payload, Event)
            for d in laptop.exchange().events
            if d.envelope.kind == "event"
        ]
        persons = {event.person for event in events if isinstance(event.body, CastBallot)}
        assert persons <= {laptop.cert.person}


def test_closing_twice_changes_nothing(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    assert world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True)).accepted
    assert world.secretary.act(packet.meeting, CloseMotion(motion=motion.id, early=True)).accepted
    world.lan.forget()
    closing = closing_in(world.lan.exchange().events, roster_of(world))
    assert (closing.closed_by, closing.size, closing.not_voted) == (world.chair.cert.person, 0, 2)


def test_the_closing_names_the_packet_the_roster_and_the_acts_of_the_chair(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    digest = packet.motion_digest(motion.id)
    opening = world.chair.act(packet.meeting, OpenMotion(motion=motion.id, motion_digest=digest))
    again = world.chair.act(packet.meeting, OpenMotion(motion=motion.id, motion_digest=digest))
    end = world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    roster = roster_of(world)
    delegate = world.lan.exchange()
    closing = closing_in(delegate.events, roster)
    assert (closing.manifest, closing.opening, closing.act) == (packet.digest, opening.event, end.event)
    assert (closing.epoch, closing.roster) == (roster.epoch, roster.number)
    # Whoever holds the closing holds the acts that it names.
    heard = {each.envelope.event_id for each in delegate.events}
    assert {opening.event, end.event} <= heard
    assert again.event not in heard


def test_a_motion_that_opened_by_its_schedule_names_no_opening(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    assert closing_in(world.lan.exchange().events, roster_of(world)).opening == ""


def test_a_strict_motion_takes_ballots_only_between_open_and_close(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    early = world.lan.act(packet.meeting, ballot(packet, motion.id, "for"))
    assert (early.accepted, early.code) == (False, Code.MOTION_NOT_OPEN)
    opening = OpenMotion(
        motion=motion.id, motion_digest=packet.motion_digest(motion.id), present=tuple(world.roll[:1])
    )
    assert world.lan.act(packet.meeting, opening).code is Code.NOT_PERMITTED
    wrong = replace(opening, motion_digest="0" * 64)
    assert world.chair.act(packet.meeting, wrong).code is Code.MOTION_CHANGED
    assert (
        world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True)).code
        is Code.MOTION_NOT_OPEN
    )
    assert world.chair.act(packet.meeting, opening).accepted
    assert world.lan.act(packet.meeting, ballot(packet, motion.id, "for")).code is None
    assert world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True)).accepted
    late = world.minh.act(packet.meeting, ballot(packet, motion.id, "for"))
    assert (late.accepted, late.code, late.log) == (True, Code.MOTION_NOT_OPEN, None)
    closing = closing_in(world.lan.exchange().events, roster_of(world))
    assert (closing.size, closing.present) == (1, (world.lan.cert.person,))


def test_an_annulled_motion_takes_no_ballot_counts_nothing_and_is_never_opened_again(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    opening = OpenMotion(motion=motion.id, motion_digest=packet.motion_digest(motion.id))
    annul = AnnulMotion(motion=motion.id, reason="Câu hỏi ghi sai số")
    assert world.chair.act(packet.meeting, annul).code is Code.MOTION_NOT_OPEN
    world.chair.act(packet.meeting, opening)
    world.lan.act(packet.meeting, ballot(packet, motion.id, "for"))
    assert world.lan.act(packet.meeting, annul).code is Code.NOT_PERMITTED
    assert world.secretary.act(packet.meeting, annul).accepted
    assert world.chair.act(packet.meeting, annul).accepted  # nothing more
    late = world.minh.act(packet.meeting, ballot(packet, motion.id, "for"))
    assert (late.accepted, late.code, late.log) == (True, Code.MOTION_NOT_OPEN, None)
    assert world.chair.act(packet.meeting, opening).code is Code.MOTION_NOT_OPEN
    assert (
        world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True)).code
        is Code.MOTION_NOT_OPEN
    )
    again = world.publish(make_packet(world.tenant, world.roll, motions=[motion], previous=packet))
    reopened = replace(opening, motion_digest=again.motion_digest(motion.id))
    assert world.chair.act(again.meeting, reopened).code is Code.MOTION_NOT_OPEN
    told = [
        decode_payload(one.envelope.payload, Event).body
        for one in world.lan.exchange().events
        if one.envelope.kind is Kind.EVENT
    ]
    assert annul in told


def test_a_closed_motion_can_be_annulled(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    world.chair.act(
        packet.meeting, OpenMotion(motion=motion.id, motion_digest=packet.motion_digest(motion.id))
    )
    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    assert world.chair.act(packet.meeting, AnnulMotion(motion=motion.id, reason="Thiếu người kiểm")).accepted


@pytest.mark.parametrize(("after", "late"), [(59, False), (61, True)])
def test_a_sealed_ballot_counts_when_it_arrives_within_grace(world: World, after: int, late: bool) -> None:
    until = world.clock.now() + timedelta(hours=1)
    motion = make_motion(until=until, grace_s=60)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    sealed = world.lan.event(packet.meeting, ballot(packet, motion.id, "for"))
    world.clock.ahead += 3600 + after
    reply = world.lan.exchange(sealed)
    receipt = decode_payload(reply.outcomes[0].receipt, Receipt)
    assert (receipt.accepted, receipt.code) == (True, Code.MOTION_NOT_OPEN if late else None)
    assert receipt.log is not None
    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    closing = closing_in(world.lan.exchange().events, roster_of(world))
    assert (closing.late, dict(closing.counts)["for"]) == ((1, 0) if late else (0, 1))


def test_a_motion_is_not_open_before_its_schedule(world: World) -> None:
    motion = make_motion(opens=world.clock.now() + timedelta(minutes=5))
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    assert world.lan.act(packet.meeting, ballot(packet, motion.id, "for")).code is Code.MOTION_NOT_OPEN
    world.clock.ahead += 301
    assert world.lan.act(packet.meeting, ballot(packet, motion.id, "for")).code is None


def test_those_not_on_the_roll_and_secret_motions_are_refused(world: World) -> None:
    motion, secret = make_motion(), make_motion(secrecy=Secrecy.SECRET)
    packet = world.publish(
        make_packet(world.tenant, world.roll, motions=[motion, secret], readers=[world.guest.cert.person])
    )
    assert world.guest.act(packet.meeting, ballot(packet, motion.id, "for")).code is Code.NOT_ON_ROLL
    refused = world.lan.act(packet.meeting, ballot(packet, secret.id, "for"))
    assert (refused.accepted, refused.code) == (False, Code.SECRET_ON_PAPER)


def test_ballots_for_an_earlier_form_are_kept_and_not_counted(world: World) -> None:
    motion = make_motion()
    first = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    world.lan.act(first.meeting, ballot(first, motion.id, "for"))
    changed = replace(motion, question="Câu hỏi khác?")
    second = world.publish(make_packet(world.tenant, world.roll, motions=[changed], previous=first))
    stale = world.minh.act(first.meeting, ballot(first, motion.id, "for"))
    assert (stale.accepted, stale.code) == (True, Code.MOTION_CHANGED)
    assert world.minh.act(second.meeting, ballot(second, motion.id, "against", number=2)).code is None
    world.chair.act(second.meeting, CloseMotion(motion=motion.id, early=True))
    closing = closing_in(world.lan.exchange().events, roster_of(world))
    assert closing.size == 3
    assert dict(closing.counts) == {"for": 0, "against": 1, "other": 0}


def test_an_unrelated_replacement_leaves_ballots_valid(world: World) -> None:
    motion = make_motion()
    first = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    world.lan.act(first.meeting, ballot(first, motion.id, "for"))
    world.publish(make_packet(world.tenant, world.roll, motions=[motion], previous=first))
    world.chair.act(first.meeting, CloseMotion(motion=motion.id, early=True))
    closing = closing_in(world.lan.exchange().events, roster_of(world))
    assert dict(closing.counts)["for"] == 1


def test_a_strict_motion_that_changes_while_open_has_to_be_opened_again(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    first = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    opening = OpenMotion(motion=motion.id, motion_digest=first.motion_digest(motion.id))
    world.chair.act(first.meeting, opening)
    changed = replace(motion, question="Câu hỏi khác?")
    second = world.publish(make_packet(world.tenant, world.roll, motions=[changed], previous=first))
    assert world.lan.act(second.meeting, ballot(second, motion.id, "for")).code is Code.MOTION_NOT_OPEN


def test_an_invalid_ballot_is_recorded_as_such(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    receipt = world.lan.act(packet.meeting, ballot(packet, motion.id, "for", "against"))
    assert (receipt.accepted, receipt.code) == (True, Code.BALLOT_INVALID)


def test_a_ballot_of_a_revoked_device_is_recorded_and_not_counted(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    world.lan.exchange()
    world.office.revoke(world.lan.cert.device)
    world.lan.sign_in()
    sent = world.lan.event(packet.meeting, ballot(packet, motion.id, "for"))
    reply = world.lan.exchange(sent)
    receipt = decode_payload(reply.outcomes[0].receipt, Receipt)
    assert (receipt.accepted, receipt.code) == (True, Code.DEVICE_REVOKED)
    assert (reply.packets, reply.events) == ((), ())
    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    closing = closing_in(world.minh.exchange().events, roster_of(world))
    assert [status.reason for status in closing.statuses] == ["revoked"]


def test_two_ballots_with_one_number_are_both_kept_and_neither_counts(world: World) -> None:
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    world.lan.act(packet.meeting, ballot(packet, motion.id, "for"))
    world.lan.act(packet.meeting, ballot(packet, motion.id, "against"))
    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    closing = closing_in(world.minh.exchange().events, roster_of(world))
    assert [status.reason for status in closing.statuses] == ["equivocation"] * 2


def test_nobody_fills_the_log_of_a_motion(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballots, "MOST_BALLOTS", 3)
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))

    def changed(number: int) -> Receipt:
        return world.lan.act(packet.meeting, ballot(packet, motion.id, "for", number=number))

    assert all(changed(number).accepted for number in (1, 2, 3))
    refused = changed(4)
    assert (refused.accepted, refused.code) == (False, Code.TOO_MANY_BALLOTS)
    assert world.minh.act(packet.meeting, ballot(packet, motion.id, "against")).accepted
    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    closing = closing_in(world.lan.exchange().events, roster_of(world))
    assert dict(closing.counts) == {"for": 1, "against": 1, "other": 0}


def test_a_closing_names_the_opening_of_the_form_that_was_voted_on(world: World) -> None:
    world.clock.stand_still()  # all within one millisecond
    motion = make_motion(Timing.STRICT)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))

    def opened() -> Receipt:
        return world.chair.act(
            packet.meeting, OpenMotion(motion=motion.id, motion_digest=packet.motion_digest(motion.id))
        )

    first = opened()
    changed = [replace(motion, question="Câu hỏi khác?")]
    packet = world.publish(make_packet(world.tenant, world.roll, motions=changed, previous=packet))
    second = opened()
    assert first.event != second.event
    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
    assert closing_in(world.lan.exchange().events, roster_of(world)).opening == second.event


def test_a_motions_id_belongs_to_one_meeting(world: World) -> None:
    motion = make_motion()
    world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    assert world.submit(make_packet(world.tenant, world.roll, motions=[motion])).code is Code.MALFORMED
