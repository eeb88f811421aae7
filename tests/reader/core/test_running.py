"""Running motions: each of the chair's acts is one signed event with what it fixes."""

from datetime import timedelta

import pytest
from support.packets import MEETING, MOTION, NOON, code_of

from reader.core import attending, desk, running
from reader.core.book import Book
from reader.core.count_views import RunAct
from sync.errors import Code
from sync.model.events import CheckIn, CloseMotion, EndVoting, Event, OpenMotion
from sync.model.motion import MotionState
from sync.model.opinion import Attendance
from sync.model.rules import Timing
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.digests import motion_digest
from sync.wire.messages import Delivered, Outcome, Receipt


def bodies(book: Book) -> list[object]:
    return [decode_payload(one.payload, Event).body for one in book.vault.outbox.pending(99)]


def told(desk_book, office, member, body, seq=9):
    """Somebody's act arrives."""
    envelope = office.event(member, body, seq=seq)
    desk_book.vault.events.add(Delivered(seq=seq, recorded=NOON, envelope=envelope))


def test_a_motion_opens_with_its_digest_and_those_who_are_there(desk_book, office):
    manifest = office.manifest()
    office.deliver(desk_book.vault, manifest)
    told(desk_book, office, office.lan, CheckIn(at=NOON, state=Attendance.PRESENT))
    attending.put(desk_book, MEETING, office.minh.person, Attendance.PRESENT)
    running.open_motion(desk_book, MEETING, MOTION)
    running.open_motion(desk_book, MEETING, MOTION, present=("p-lan",))
    running.close_motion(desk_book, MEETING, MOTION)
    _, two, one, closed = bodies(desk_book)
    assert isinstance(two, OpenMotion)
    assert two.motion_digest == motion_digest(manifest, manifest.motions[0])
    assert two.present == (office.lan.person, office.minh.person)
    assert one.present == ("p-lan",)
    assert closed == CloseMotion(motion=MOTION, present=two.present)


def test_who_said_nothing_is_not_present_until_the_desk_writes_it_down(desk_book, office):
    manifest = office.manifest()
    office.deliver(desk_book.vault, manifest)
    told(desk_book, office, office.lan, CheckIn(at=NOON, state=Attendance.ABSENT, reason="Ốm"))
    running.open_motion(desk_book, MEETING, MOTION)
    running.open_with_all(desk_book, MEETING, MOTION)
    nobody, first, second, opened = bodies(desk_book)
    assert nobody.present == ()
    assert {first.person, second.person} == {office.minh.person, office.son.person}
    assert set(opened.present) == {office.minh.person, office.son.person}


def test_nobody_is_written_down_for_a_motion_that_cannot_be_opened(desk_book, office):
    office.deliver(desk_book.vault, office.manifest())
    assert code_of(lambda: running.open_with_all(desk_book, MEETING, "m-none")) is Code.PACKET_UNKNOWN
    assert bodies(desk_book) == []


def test_a_motion_of_no_published_packet_is_neither_opened_nor_closed(desk_book, office):
    office.deliver(desk_book.vault, office.manifest(), published=False)
    for act in (running.open_motion, running.close_motion):
        assert code_of(lambda act=act: act(desk_book, MEETING, MOTION)) is Code.PACKET_UNKNOWN
    assert bodies(desk_book) == []


def test_who_is_there_at_the_close_goes_with_it(desk_book, office):
    office.deliver(desk_book.vault, office.manifest())
    told(desk_book, office, office.lan, CheckIn(at=NOON, state=Attendance.PRESENT), seq=8)
    running.open_motion(desk_book, MEETING, MOTION)
    told(desk_book, office, office.lan, CheckIn(at=NOON, state=Attendance.ABSENT, reason="Về sớm"))
    running.close_motion(desk_book, MEETING, MOTION)
    opened, closed = bodies(desk_book)
    assert set(opened.present) - set(closed.present) == {office.lan.person}


def test_the_voting_ends_before_the_close(desk_book, office):
    office.deliver(desk_book.vault, office.manifest())
    running.open_motion(desk_book, MEETING, MOTION)
    running.end_voting(desk_book, MEETING, MOTION, early=True)
    assert bodies(desk_book)[1:] == [EndVoting(motion=MOTION, early=True)]
    assert desk_book.project(MEETING).motion(MOTION).ends


@pytest.mark.parametrize(
    ("timing", "seconds", "early"),
    [(Timing.STRICT, 29, True), (Timing.STRICT, 30, False), (Timing.SEALED_UNTIL, 1, False)],
)
def test_a_strict_vote_lasts_half_a_minute_unless_confirmed_twice(timing, seconds, early):
    assert running.is_early(timing, NOON, NOON + timedelta(seconds=seconds)) is early
    assert not running.is_early(timing, None, NOON)


def refuse(book: Book, code: Code) -> None:
    """The hub refuses all that waits."""
    for waiting in book.vault.outbox.pending(99):
        receipt = Receipt(event=waiting.event_id, accepted=False, recorded=NOON, code=code)
        book.vault.outbox.settle(Outcome(event=receipt.event, receipt=encode_payload(receipt)))


def test_an_end_that_the_hub_finds_too_early_is_said_until_the_motion_has_ended(desk_book, office):
    office.deliver(desk_book.vault, office.manifest())
    opened = office.opening(office.manifest())
    desk_book.vault.events.add(Delivered(seq=9, recorded=NOON, envelope=opened))
    running.end_voting(desk_book, MEETING, MOTION)
    (motion,) = desk.desk(desk_book, MEETING).motions
    assert (motion.last.act, motion.last.refusal) == (RunAct.END, "")
    refuse(desk_book, Code.ENDED_EARLY)
    (motion,) = desk.desk(desk_book, MEETING).motions
    assert motion.motion.state is MotionState.OPEN
    assert (motion.last.act, motion.last.refusal) == (RunAct.END, Code.ENDED_EARLY)
    other = office.event(office.chu, EndVoting(motion=MOTION, early=True), seq=2)
    desk_book.vault.events.add(Delivered(seq=10, recorded=NOON, envelope=other))
    (motion,) = desk.desk(desk_book, MEETING).motions
    assert (motion.motion.state, motion.last) == (MotionState.ENDED, None)
