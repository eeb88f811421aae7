"""Votes by hand and on paper at the hub: two persons, nobody twice, and a closing that says what counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from msgspec.structs import replace
from support.laptop import Laptop
from support.meetings import make_motion, make_packet
from support.world import World, ballot

from sync.errors import Code
from sync.model.counts import (
    AdmitBallot,
    ConfirmVotes,
    EnterVotes,
    Means,
    Named,
    Totals,
    WithdrawVotes,
)
from sync.model.events import CloseMotion, Closing, EndVoting, OpenMotion
from sync.model.ids import Digest, EventId, MotionId, PersonId
from sync.model.motion import STRICT_LEAST_S, Late, Motion
from sync.model.people import Role
from sync.model.rules import Secrecy, Timing
from sync.trust.acts import accept_closing
from sync.wire.codec import decode_payload
from sync.wire.envelope import Kind
from sync.wire.messages import Receipt
from sync.wire.statements import Roster


class Vote:
    """A strict motion that is open; Tư and Năm are on its roll and have no laptop."""

    def __init__(self, world: World, motion: Motion | None = None, readers: Sequence[PersonId] = ()) -> None:
        self.world = world
        self.tu, self.nam = (world.office.add(name, Role.DELEGATE) for name in ("Bà Tư", "Ông Năm"))
        self.roll = [*world.roll, self.tu, self.nam]
        self.defined = motion or make_motion(Timing.STRICT)
        self.packet = world.publish(
            make_packet(world.tenant, self.roll, motions=[self.defined], readers=readers)
        )
        if self.defined.window.timing is Timing.STRICT:
            self.chair(self.opening)

    @property
    def motion(self) -> MotionId:
        return self.defined.id

    @property
    def opening(self) -> OpenMotion:
        return OpenMotion(motion=self.motion, motion_digest=self.digest, present=tuple(self.roll))

    @property
    def digest(self) -> Digest:
        return self.packet.motion_digest(self.motion)

    def chair(self, body: object) -> Receipt:
        return self.world.chair.act(self.packet.meeting, body)

    def secretary(self, body: object) -> Receipt:
        return self.world.secretary.act(self.packet.meeting, body)

    def by_name(self, person: PersonId, choice: str = "for", means: Means = Means.HAND) -> EnterVotes:
        votes = Named(person=person, choices=(choice,))
        return EnterVotes(motion=self.motion, motion_digest=self.digest, means=means, votes=votes)

    def together(self, persons: list[PersonId], returned: int, *numbers: int, invalid: int = 0) -> EnterVotes:
        counts = tuple(zip(("for", "against", "other"), numbers, strict=True))
        votes = Totals(persons=tuple(persons), returned=returned, invalid=invalid, counts=counts)
        return EnterVotes(motion=self.motion, motion_digest=self.digest, means=Means.PAPER, votes=votes)

    def entered(self, body: object) -> EventId:
        receipt = self.secretary(body)
        assert receipt.accepted, receipt
        return receipt.event

    def confirmed(self, body: object) -> EventId:
        entry = self.entered(body)
        receipt = self.chair(ConfirmVotes(motion=self.motion, entry=entry))
        assert receipt.accepted, receipt
        return entry

    def close(self, **said: object) -> Closing:
        assert self.chair(CloseMotion(motion=self.motion, early=True, **said)).accepted
        return closing_of(self.world.minh)


def closing_of(laptop: Laptop) -> Closing:
    laptop.forget()
    reply = laptop.exchange()
    assert reply.roster is not None
    roster = decode_payload(reply.roster.payload, Roster)
    (closing,) = (each.envelope for each in reply.events if each.envelope.kind is Kind.CLOSING)
    return accept_closing(closing, roster)


def heard(laptop: Laptop) -> set[EventId]:
    laptop.forget()
    return {each.envelope.event_id for each in laptop.exchange().events}


@pytest.fixture
def vote(world: World) -> Vote:
    return Vote(world)


def test_a_vote_is_not_over_in_its_first_half_minute_unless_confirmed_twice(vote: Vote) -> None:
    for body in (EndVoting(motion=vote.motion), CloseMotion(motion=vote.motion)):
        assert vote.chair(body).code is Code.ENDED_EARLY
    assert vote.world.lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for")).code is None
    vote.world.clock.ahead += STRICT_LEAST_S
    assert vote.chair(CloseMotion(motion=vote.motion)).accepted
    closing = closing_of(vote.world.lan)
    assert closing.closed - closing.opened >= timedelta(seconds=STRICT_LEAST_S)


def test_what_comes_after_the_end_is_late_and_in_the_log(vote: Vote) -> None:
    vote.world.lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for"))
    assert vote.chair(EndVoting(motion=vote.motion, early=True)).accepted
    late = vote.world.minh.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for"))
    assert (late.accepted, late.code, late.log is None) == (True, Code.MOTION_NOT_OPEN, False)
    assert vote.chair(vote.opening).accepted  # and changes nothing: no motion opens again
    closing = vote.close()
    assert (closing.size, closing.in_time, closing.late) == (2, 1, 1)
    assert dict(closing.counts)["for"] == 1
    assert closing.end
    assert closing.ended is not None
    assert closing.opened <= closing.ended <= closing.closed


def test_attendance_is_recorded_again_at_the_close(vote: Vote) -> None:
    closing = vote.close(present=(vote.tu,))
    assert (set(closing.present), closing.present_at_close) == (set(vote.roll), (vote.tu,))


def test_hands_and_paper_count_once_two_persons_vouch_for_them(vote: Vote) -> None:
    vote.world.lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "against"))
    vote.confirmed(vote.by_name(vote.tu))
    vote.entered(vote.by_name(vote.nam))  # nobody confirms it
    closing = vote.close()
    assert dict(closing.counts) == {"for": 1, "against": 1, "other": 0}
    assert (closing.entered, closing.not_voted, len(closing.entries)) == (1, 2, 1)


def test_a_box_of_paper_ballots_counts_as_it_was_counted(vote: Vote) -> None:
    entry = vote.confirmed(vote.together([vote.tu, vote.nam], 2, 1, 0, 0, invalid=1))
    closing = vote.close()
    assert (closing.entered, closing.entered_invalid, closing.invalid, closing.not_voted) == (2, 1, 1, 2)
    assert [one for one, _ in closing.entries] == [entry]


def test_nobody_confirms_their_own_entry(vote: Vote) -> None:
    entry = vote.entered(vote.by_name(vote.tu))
    confirm = ConfirmVotes(motion=vote.motion, entry=entry)
    assert vote.secretary(confirm).code is Code.SECOND_PERSON
    assert vote.world.lan.act(vote.packet.meeting, confirm).code is Code.NOT_PERMITTED
    assert vote.chair(confirm).accepted
    assert vote.chair(confirm).code is Code.ENTRY_OVER


def test_who_has_a_ballot_is_not_entered(vote: Vote) -> None:
    vote.world.lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for"))
    lan = vote.world.lan.cert.person
    for body in (vote.by_name(lan), vote.together([vote.tu, lan], 1, 1, 0, 0)):
        assert vote.secretary(body).code is Code.COUNTS_ALREADY


def test_who_stands_in_an_entry_is_not_entered_again_until_it_is_withdrawn(vote: Vote) -> None:
    entry = vote.entered(vote.by_name(vote.tu))
    both = vote.together([vote.tu, vote.nam], 2, 2, 0, 0)
    assert vote.secretary(both).code is Code.COUNTS_ALREADY
    assert vote.chair(WithdrawVotes(motion=vote.motion, entry=entry)).accepted
    assert vote.chair(ConfirmVotes(motion=vote.motion, entry=entry)).code is Code.ENTRY_OVER
    vote.confirmed(both)
    assert vote.close().entered == 2


def test_a_confirmed_entry_can_be_withdrawn_before_the_close(vote: Vote) -> None:
    entry = vote.confirmed(vote.by_name(vote.tu))
    assert vote.secretary(WithdrawVotes(motion=vote.motion, entry=entry, reason="nhầm người")).accepted
    closing = vote.close()
    assert (closing.entered, closing.entries, closing.not_voted) == (0, (), 4)


def test_a_ballot_that_comes_before_the_confirmation_stands_in_its_way(vote: Vote) -> None:
    lan = vote.world.lan
    entry = vote.entered(vote.by_name(lan.cert.person, "against"))
    assert lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for")).code is None
    assert vote.chair(ConfirmVotes(motion=vote.motion, entry=entry)).code is Code.COUNTS_ALREADY
    assert dict(vote.close().counts)["for"] == 1


def test_a_ballot_that_comes_after_it_is_kept_and_its_voter_told(vote: Vote) -> None:
    lan = vote.world.lan
    entry = vote.confirmed(vote.by_name(lan.cert.person, "against"))
    receipt = lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for"))
    assert (receipt.accepted, receipt.code, receipt.log is None) == (True, Code.COUNTED_BY_HAND, False)
    closing = vote.close()
    assert [status.reason for status in closing.statuses] == ["by_hand"]
    assert dict(closing.counts) == {"for": 0, "against": 1, "other": 0}
    assert entry in heard(lan)


def test_who_cancelled_their_own_ballots_can_be_entered(vote: Vote) -> None:
    lan = vote.world.lan
    for choice in ("for", "against"):
        lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, choice))
    vote.confirmed(vote.by_name(lan.cert.person, "for"))
    closing = vote.close()
    assert {status.reason for status in closing.statuses} == {"by_hand"}
    assert dict(closing.counts)["for"] == 1


@pytest.mark.parametrize(
    "wrong",
    [
        lambda vote: vote.together([vote.tu], 2, 2, 0, 0),
        lambda vote: vote.together([vote.tu, vote.nam], 2, 1, 0, 0),
        lambda vote: vote.together([vote.tu, vote.tu], 1, 1, 0, 0),
        lambda vote: vote.by_name(vote.tu, "perhaps"),
        lambda vote: vote.by_name(vote.world.guest.cert.person),
    ],
)
def test_figures_that_cannot_be_true_are_refused(vote: Vote, wrong: object) -> None:
    assert callable(wrong)
    assert vote.secretary(wrong(vote)).code is Code.VOTES_UNSOUND


def test_what_was_entered_by_name_is_for_the_desk_and_its_voter(vote: Vote) -> None:
    lan, minh = vote.world.lan, vote.world.minh
    entry = vote.confirmed(vote.by_name(lan.cert.person))
    assert entry in heard(lan)
    assert entry in heard(vote.world.approver)
    assert entry not in heard(minh)
    totals = vote.confirmed(vote.together([vote.tu, minh.cert.person], 2, 2, 0, 0))
    assert totals not in heard(minh)


def test_a_teller_of_the_meeting_is_told_and_can_be_the_second_person(world: World) -> None:
    teller, stranger = (world.enrol(world.office.add(name, Role.TELLER)) for name in ("Bà Kiểm", "Ông Kiểm"))
    with teller, stranger:
        world.office.sign_roster()
        vote = Vote(world, readers=[teller.cert.person])
        entry = vote.entered(vote.by_name(vote.tu))
        confirm = ConfirmVotes(motion=vote.motion, entry=entry)
        assert entry not in heard(stranger)
        assert stranger.act(vote.packet.meeting, confirm).code is Code.PACKET_UNKNOWN
        assert entry in heard(teller)
        assert teller.act(vote.packet.meeting, confirm).accepted
        assert vote.close().entered == 1


def test_a_secret_motion_is_counted_on_paper(world: World) -> None:
    vote = Vote(world, make_motion(Timing.STRICT, secrecy=Secrecy.SECRET))
    refused = world.lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for"))
    assert refused.code is Code.SECRET_ON_PAPER
    assert vote.secretary(vote.by_name(vote.tu, means=Means.PAPER)).code is Code.VOTES_UNSOUND
    vote.confirmed(vote.together(vote.roll, 3, 2, 0, 0, invalid=1))
    closing = vote.close()
    assert (closing.size, closing.entered, closing.invalid, closing.not_voted) == (0, 3, 1, 1)
    assert dict(closing.counts) == {"for": 2, "against": 0, "other": 0}


def test_after_the_close_nothing_is_entered_confirmed_or_withdrawn(vote: Vote) -> None:
    entry = vote.entered(vote.by_name(vote.tu))
    vote.close()
    for body in (
        vote.by_name(vote.nam),
        ConfirmVotes(motion=vote.motion, entry=entry),
        WithdrawVotes(motion=vote.motion, entry=entry),
    ):
        assert vote.chair(body).code is Code.MOTION_NOT_OPEN


def test_a_motion_that_changes_has_to_be_counted_anew(vote: Vote) -> None:
    entry = vote.confirmed(vote.by_name(vote.tu))
    changed = replace(vote.defined, question="Câu hỏi khác?")
    made = make_packet(vote.world.tenant, vote.roll, motions=[changed], previous=vote.packet)
    vote.packet = vote.world.publish(made)
    assert vote.chair(vote.opening).accepted
    assert vote.chair(WithdrawVotes(motion=vote.motion, entry=entry)).accepted  # it is already
    vote.confirmed(vote.by_name(vote.tu, "against"))
    assert dict(vote.close().counts) == {"for": 0, "against": 1, "other": 0}


def vote_in_time(world: World, late: Late) -> tuple[Vote, EventId]:
    """Minh's ballot came in time; the window is over."""
    until = world.clock.now() + timedelta(hours=1)
    vote = Vote(world, make_motion(until=until, late=late))
    receipt = world.minh.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for"))
    assert receipt.accepted
    world.clock.ahead += 3_700
    return vote, receipt.event


def late_vote(world: World, late: Late) -> tuple[Vote, EventId]:
    """Lan's ballot came after the window; one that came in time is Minh's."""
    vote, _ = vote_in_time(world, late)
    receipt = world.lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for"))
    assert receipt.code is Code.MOTION_NOT_OPEN
    return vote, receipt.event


def test_the_desk_hears_which_ballots_are_late(world: World) -> None:
    _, late = late_vote(world, Late.MAY_BE_ADMITTED)
    (turnout,) = world.secretary.exchange().turnout
    assert turnout.voted == (world.minh.cert.person,)
    assert [(one.ballot, one.person) for one in turnout.late] == [(late, world.lan.cert.person)]


def test_a_late_ballot_is_admitted_by_the_chair_and_the_secretary_together(world: World) -> None:
    vote, late = late_vote(world, Late.MAY_BE_ADMITTED)
    admit = AdmitBallot(motion=vote.motion, ballot=Digest(late), reason="Mất mạng tại thôn")
    assert world.approver.act(vote.packet.meeting, admit).code is Code.NOT_PERMITTED
    entry = vote.entered(admit)
    confirm = ConfirmVotes(motion=vote.motion, entry=entry)
    with world.enrol(world.office.add("Thư ký hai", Role.SECRETARY)) as second:
        world.office.sign_roster()
        assert second.act(vote.packet.meeting, confirm).code is Code.SECOND_PERSON
    assert vote.chair(confirm).accepted
    closing = vote.close()
    assert (dict(closing.counts)["for"], closing.late, closing.entered) == (2, 0, 0)
    assert [one for one, _ in closing.entries] == [entry]
    assert entry in heard(world.lan)


def test_a_late_ballot_that_nobody_confirms_stays_late(world: World) -> None:
    vote, late = late_vote(world, Late.MAY_BE_ADMITTED)
    vote.entered(AdmitBallot(motion=vote.motion, ballot=Digest(late), reason="Mất mạng"))
    closing = vote.close()
    assert (dict(closing.counts)["for"], closing.late) == (1, 1)


def test_no_ballot_is_admitted_against_the_policy_or_that_is_not_late(world: World) -> None:
    vote, late = late_vote(world, Late.RECORDED_ONLY)
    admit = AdmitBallot(motion=vote.motion, ballot=Digest(late), reason="Mất mạng")
    assert vote.secretary(admit).code is Code.NOT_LATE


def test_a_ballot_in_time_is_not_admitted(world: World) -> None:
    vote, in_time = vote_in_time(world, Late.MAY_BE_ADMITTED)
    known = heard(world.minh)
    assert in_time in known
    for each in known:
        admit = AdmitBallot(motion=vote.motion, ballot=Digest(each), reason="Mất mạng")
        assert vote.secretary(admit).code is Code.NOT_LATE
    assert dict(vote.close().counts)["for"] == 1


def test_a_late_ballot_for_another_form_is_not_admitted(world: World) -> None:
    vote, late = late_vote(world, Late.MAY_BE_ADMITTED)
    changed = replace(vote.defined, question="Câu hỏi khác?")
    made = make_packet(world.tenant, vote.roll, motions=[changed], previous=vote.packet)
    vote.packet = world.publish(made)
    admit = AdmitBallot(motion=vote.motion, ballot=Digest(late), reason="Mất mạng")
    assert vote.secretary(admit).code is Code.NOT_LATE


def test_a_late_ballot_from_a_revoked_laptop_is_not_admitted(world: World) -> None:
    vote, _ = vote_in_time(world, Late.MAY_BE_ADMITTED)
    world.office.revoke(world.lan.cert.device)
    world.lan.sign_in()
    receipt = world.lan.act(vote.packet.meeting, ballot(vote.packet, vote.motion, "for"))
    assert receipt.accepted
    admit = AdmitBallot(motion=vote.motion, ballot=Digest(receipt.event), reason="Mất mạng")
    assert vote.secretary(admit).code is Code.NOT_LATE


def test_what_has_not_begun_is_neither_ended_closed_nor_counted(world: World) -> None:
    opens = world.clock.now() + timedelta(hours=1)
    vote = Vote(world, make_motion(opens=opens))
    acts = (EndVoting(motion=vote.motion), CloseMotion(motion=vote.motion, present=tuple(vote.roll)))
    for body in acts:
        assert vote.chair(body).code is Code.MOTION_NOT_OPEN
    assert vote.secretary(vote.by_name(vote.tu)).code is Code.MOTION_NOT_OPEN
    world.clock.ahead += 3_700
    vote.confirmed(vote.by_name(vote.tu))
    assert dict(vote.close().counts)["for"] == 1
