"""One voting device a person: which it is, from when, and what becomes of a ballot from another."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.console import Console
from sqlalchemy import select
from support.laptop import Laptop
from support.meetings import Made, make_motion, make_packet
from support.world import Mould, World, ballot, make_world, sign_roster

from sync.errors import Code
from sync.hub import tables
from sync.hub.listing import show
from sync.hub.stored import kept
from sync.model.events import OWN, CastBallot, ChooseVotingDevice, CloseMotion, Event, OpenMotion
from sync.model.ids import DeviceId, MotionId, PersonId
from sync.model.motion import Motion
from sync.model.rules import Timing
from sync.wire.codec import decode_payload
from sync.wire.messages import ExchangeReply, Receipt


@contextmanager
def second_laptop(world: World) -> Iterator[Laptop]:
    """Lan's second, which has heard what there is."""
    with world.enrol(world.lan.cert.person) as laptop:
        laptop.exchange_all()
        yield laptop


def published(world: World, *motions: Motion) -> Made:
    return world.publish(make_packet(world.tenant, world.roll, motions=motions or [make_motion()]))


def opening(packet: Made, motion: MotionId) -> OpenMotion:
    return OpenMotion(motion=motion, motion_digest=packet.motion_digest(motion))


def votes_on(reply: ExchangeReply) -> list[DeviceId]:
    """What the reply tells of a person's voting devices."""
    assert reply.voting is not None
    return [one.device for one in reply.voting]


def in_the_log(world: World, motion: MotionId, person: PersonId) -> list[tuple[DeviceId, bool]]:
    """The devices of this person's ballots in the motion's log, and whether they were revoked."""
    ballots, events = tables.ballots.c, tables.events.c
    with world.hub.database.read() as connection:
        rows = connection.execute(
            select(events.device, ballots.revoked)
            .join(tables.ballots, ballots.id == events.id)
            .where(ballots.motion == motion, ballots.person == person)
            .order_by(ballots.place)
        ).all()
    return [(DeviceId(row.device), row.revoked) for row in rows]


def kept_as_evidence(world: World) -> list[tuple[str, str]]:
    evidence = tables.evidence.c
    with world.hub.database.read() as connection:
        return [(row.code, row.device) for row in connection.execute(select(evidence.code, evidence.device))]


def audited(world: World) -> list[str]:
    with world.hub.database.read() as connection:
        return list(connection.execute(select(tables.audit.c.kind).order_by(tables.audit.c.seq)).scalars())


def test_the_first_enrolled_votes_and_the_second_is_refused_and_kept_as_evidence(world: World) -> None:
    motion = make_motion()
    packet = published(world, motion)
    with second_laptop(world) as second:
        refused = second.act(packet.meeting, ballot(packet, motion.id, "against"))
        assert (refused.accepted, refused.code, refused.log) == (False, Code.OTHER_DEVICE_VOTES, None)
        assert world.lan.act(packet.meeting, ballot(packet, motion.id, "for")).code is None
        assert kept_as_evidence(world) == [(Code.OTHER_DEVICE_VOTES, second.cert.device)]
    assert in_the_log(world, motion.id, world.lan.cert.person) == [(world.lan.cert.device, False)]
    assert "other_device_votes" in audited(world)


def test_the_chosen_one_votes_on_what_opens_afterwards_and_the_other_on_what_was_open(world: World) -> None:
    before, after = make_motion(Timing.STRICT), make_motion(Timing.STRICT)
    packet = published(world, before, after)
    world.chair.act(packet.meeting, opening(packet, before.id))
    with second_laptop(world) as second:
        world.clock.ahead += 1
        assert second.act(OWN, ChooseVotingDevice()).accepted
        world.clock.ahead += 1
        world.chair.act(packet.meeting, opening(packet, after.id))
        codes = [
            laptop.act(packet.meeting, ballot(packet, motion.id, "for")).code
            for laptop, motion in (
                (second, before),
                (world.lan, before),
                (world.lan, after),
                (second, after),
            )
        ]
        assert codes == [Code.OTHER_DEVICE_VOTES, None, Code.OTHER_DEVICE_VOTES, None]
        person = world.lan.cert.person
        assert in_the_log(world, before.id, person) == [(world.lan.cert.device, False)]
        assert in_the_log(world, after.id, person) == [(second.cert.device, False)]


def test_a_motion_opened_again_after_it_changed_is_voted_on_where_one_votes_then(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    first = published(world, motion)
    world.chair.act(first.meeting, opening(first, motion.id))
    world.lan.act(first.meeting, ballot(first, motion.id, "for"))
    with second_laptop(world) as second:
        second.act(OWN, ChooseVotingDevice())
        world.clock.ahead += 1
        changed = make_packet(
            world.tenant, world.roll, motions=[_asks(motion, "Câu hỏi khác?")], previous=first
        )
        again = world.publish(changed)
        world.chair.act(again.meeting, opening(again, motion.id))
        refused = world.lan.act(again.meeting, ballot(again, motion.id, "for", number=2))
        assert refused.code is Code.OTHER_DEVICE_VOTES
        assert second.act(again.meeting, ballot(again, motion.id, "for", number=2)).code is None


def test_who_has_voted_on_a_motion_by_schedule_goes_on_there_when_the_chair_opens_it_too(
    world: World,
) -> None:
    motion = make_motion()
    packet = published(world, motion)
    world.lan.act(packet.meeting, ballot(packet, motion.id, "for"))
    with second_laptop(world) as second:
        second.act(OWN, ChooseVotingDevice())
        world.clock.ahead += 1
        world.chair.act(packet.meeting, opening(packet, motion.id))
        refused = second.act(packet.meeting, ballot(packet, motion.id, "against", number=2))
        assert refused.code is Code.OTHER_DEVICE_VOTES
        assert world.lan.act(packet.meeting, ballot(packet, motion.id, "other", number=2)).code is None


def test_choosing_twice_changes_nothing_and_the_same_act_again_gets_the_same_receipt(world: World) -> None:
    with second_laptop(world) as second:
        sent = second.event(OWN, ChooseVotingDevice())
        first, again = second.exchange(sent), second.exchange(sent)
        assert first.outcomes == again.outcomes
        assert decode_payload(first.outcomes[0].receipt, Receipt).accepted
        assert votes_on(first) == [world.lan.cert.device, second.cert.device]
        assert second.act(OWN, ChooseVotingDevice()).accepted
        world.lan.forget()
        assert votes_on(world.lan.exchange()) == [world.lan.cert.device, second.cert.device]
    assert audited(world).count("voting_device") == 1


def test_only_a_persons_own_laptops_are_told_and_only_when_there_are_several(world: World) -> None:
    assert world.lan.exchange().voting is None
    with second_laptop(world) as second:
        assert votes_on(world.lan.exchange()) == [world.lan.cert.device]
        second.act(OWN, ChooseVotingDevice())
        for other in (world.minh, world.secretary):
            assert [reply.voting for reply in other.exchange_all()] == [None]
        told = world.lan.exchange()
        assert votes_on(told) == [world.lan.cert.device, second.cert.device]
        assert [one.name for one in told.voting or ()] == ["Máy thử", "Máy thử"]
        acts = [decode_payload(one.envelope.payload, Event) for one in told.events]
        assert [(act.device, act.body) for act in acts] == [(second.cert.device, ChooseVotingDevice())]


def test_when_the_voting_one_is_revoked_the_longest_enrolled_of_the_others_votes_from_then_on(
    world: World,
) -> None:
    before, after = make_motion(Timing.STRICT), make_motion(Timing.STRICT)
    packet = published(world, before, after)
    world.chair.act(packet.meeting, opening(packet, before.id))
    with second_laptop(world) as second, second_laptop(world) as third:
        world.lan.exchange()
        world.clock.ahead += 1
        world.office.revoke(world.lan.cert.device)
        world.clock.ahead += 1
        world.chair.act(packet.meeting, opening(packet, after.id))
        assert votes_on(third.exchange()) == [world.lan.cert.device, second.cert.device]
        world.lan.sign_in()
        gone = world.lan.exchange(world.lan.event(packet.meeting, ballot(packet, before.id, "for")))
        receipt = decode_payload(gone.outcomes[0].receipt, Receipt)
        assert (receipt.accepted, receipt.code) == (True, Code.DEVICE_REVOKED)
        codes = [
            laptop.act(packet.meeting, ballot(packet, motion.id, "for")).code
            for laptop, motion in ((second, before), (third, after), (second, after))
        ]
        assert codes == [Code.OTHER_DEVICE_VOTES, Code.OTHER_DEVICE_VOTES, None]


def test_a_persons_only_laptop_revoked_the_next_enrolled_votes(world: World) -> None:
    motion = make_motion()
    world.office.revoke(world.lan.cert.device)
    world.clock.ahead += 1
    with second_laptop(world) as second:
        world.clock.ahead += 1
        packet = published(world, motion)
        assert second.act(packet.meeting, ballot(packet, motion.id, "for")).code is None


def test_a_revoked_laptop_cannot_choose_itself(world: World) -> None:
    with second_laptop(world) as second:
        second.exchange()
        world.office.revoke(second.cert.device)
        second.sign_in()
        receipt = second.act(OWN, ChooseVotingDevice())
        assert (receipt.accepted, receipt.code) == (False, Code.DEVICE_REVOKED)


def test_a_copied_disk_of_the_voting_one_gets_no_second_ballot_in(world: World) -> None:
    motion = make_motion()
    packet = published(world, motion)
    copy = Laptop(world.lan.line, world.lan.tenant, world.lan.key, world.lan.enrolled)
    assert world.lan.act(packet.meeting, ballot(packet, motion.id, "for")).code is None
    refused = copy.act(packet.meeting, ballot(packet, motion.id, "against"))
    assert (refused.accepted, refused.code) == (False, Code.DEVICE_COPIED)
    assert in_the_log(world, motion.id, world.lan.cert.person) == [(world.lan.cert.device, False)]


def test_a_ballot_sent_again_after_a_restoration_counts_whatever_comes_first(world: World) -> None:
    motion = make_motion(Timing.STRICT)
    packet = published(world, motion)
    with second_laptop(world) as second:
        sign_roster(world, epoch=2, number=9)
        # Before the backup Lan voted here, and chose the second laptop later; the opening comes again last.
        second.act(OWN, ChooseVotingDevice())
        world.clock.ahead += 1
        world.chair.act(packet.meeting, opening(packet, motion.id))
        assert world.lan.act(packet.meeting, ballot(packet, motion.id, "for")).code is None
        refused = second.act(packet.meeting, ballot(packet, motion.id, "against", number=2))
        assert refused.code is Code.OTHER_DEVICE_VOTES
        world.clock.ahead += 1
        later = make_motion(Timing.STRICT)
        new = published(world, later)
        world.chair.act(new.meeting, opening(new, later.id))
        assert world.lan.act(new.meeting, ballot(new, later.id, "for")).code is Code.OTHER_DEVICE_VOTES


def test_the_list_of_devices_says_which_one_votes(world: World) -> None:
    with second_laptop(world) as second:
        out = io.StringIO()
        with world.hub.database.read() as connection:
            show(connection, Console(file=out, width=200), "en")
        lines = out.getvalue().splitlines()
        (mine,) = (line for line in lines if world.lan.cert.device in line)
        (other,) = (line for line in lines if second.cert.device in line)
        assert "votes" in mine
        assert "votes" not in other


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["choose", "cast", "cast", "cast", "open", "close", "change", "revoke", "tick"]),
        st.integers(0, 1),
        st.integers(0, 2),
    ),
    min_size=4,
    max_size=14,
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(story=STEPS)
def test_whatever_the_order_no_motions_log_has_ballots_of_two_laptops_of_one_person(
    mould: Mould, tmp_path_factory: pytest.TempPathFactory, story: list[tuple[str, int, int]]
) -> None:
    world = make_world(tmp_path_factory.mktemp("story"), mould)
    try:
        play(world, story)
    finally:
        world.close()


def play(world: World, story: list[tuple[str, int, int]]) -> None:
    """Lan's two laptops, in a world of their own."""
    motions = [make_motion(), make_motion(Timing.STRICT), make_motion(Timing.STRICT)]
    packet = published(world, *motions)
    person = world.lan.cert.person
    laptops = [world.lan, world.enrol(person)]
    forms: list[Made] = [packet]
    try:
        for number, (what, which, on) in enumerate(story, 1):
            motion, laptop = motions[on], laptops[which]
            match what:
                case "choose":
                    laptop.act(OWN, ChooseVotingDevice())
                case "cast":
                    laptop.act(packet.meeting, ballot(forms[-1], motion.id, "for", number=number))
                case "open":
                    world.chair.act(packet.meeting, opening(forms[-1], motion.id))
                case "close":
                    world.chair.act(packet.meeting, CloseMotion(motion=motion.id, early=True))
                case "change":
                    motions[on] = _asks(motion, f"Câu hỏi {number}?")
                    forms.append(
                        world.publish(
                            make_packet(world.tenant, world.roll, motions=motions, previous=forms[-1])
                        )
                    )
                case "revoke" if which == 1:
                    world.office.revoke(laptop.cert.device)
                    laptop.sign_in()
                    laptops[1] = world.enrol(person)
                case _:
                    world.clock.ahead += which * 2 - 1  # the hub's clock is put forward, or back
    finally:
        for spare in laptops[1:]:
            world.office.revoke(spare.cert.device)
            spare.close()
    for motion in motions:
        by_form: dict[str, set[str]] = {}
        ballots, events = tables.ballots.c, tables.events.c
        with world.hub.database.read() as connection:
            rows = connection.execute(
                select(events.envelope)
                .join(tables.ballots, ballots.id == events.id)
                .where(ballots.motion == motion.id, ballots.revoked.is_(False))
            ).scalars()
            for row in rows:
                event = decode_payload(kept(row).payload, Event)
                assert isinstance(event.body, CastBallot)
                by_form.setdefault(event.body.motion_digest, set()).add(event.device)
        assert all(len(devices) == 1 for devices in by_form.values()), by_form


def _asks(motion: Motion, question: str) -> Motion:
    return replace(motion, question=question)
