"""Who is told what of opinions, replies and check-ins, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.laptop import Laptop, receipt_of
from support.meetings import make_packet
from support.packets import NOON
from support.world import World, sign_roster

from sync.errors import Code
from sync.model.annotation import Audience, Mark, MarkKind
from sync.model.events import Body, CheckIn, DropMark, DropOpinion, PutMark, PutOpinion, PutSealedMark
from sync.model.ids import DocumentId, EventId, ItemId, MarkId, MeetingId, OpinionId
from sync.model.opinion import (
    About,
    Answer,
    Attendance,
    OnDocument,
    OnItem,
    OnMark,
    OnOpinion,
    Opinion,
    OpinionKind,
)
from sync.wire.envelope import Envelope

SECRETARY, MEETING = Audience.SECRETARY, Audience.MEETING
DESK = {"secretary", "approver", "chair"}
ALL = DESK | {"lan", "minh", "guest"}
ITEM = OnItem(item=ItemId("i-d-all"))
SECRET = OnItem(item=ItemId("i-d-lan"))
"""An item that of the delegates only Lan may have."""


@pytest.fixture
def meeting(world: World) -> MeetingId:
    packet = make_packet(
        world.tenant,
        world.roll,
        readers=[world.guest.cert.person],
        restricted={"d-lan": [world.lan.cert.person]},
    )
    return world.publish(packet).meeting


def opinion(
    audience: Audience = MEETING,
    about: About = ITEM,
    name: str = "o-1",
    kind: OpinionKind = OpinionKind.COMMENT,
    text: str = "Đề nghị làm rõ",
    answer: Answer | None = None,
) -> PutOpinion:
    return PutOpinion(
        opinion=Opinion(
            id=OpinionId(name), kind=kind, about=about, audience=audience, text=text, answer=answer
        )
    )


def reply(
    to: str, audience: Audience = MEETING, name: str = "o-2", answer: Answer | None = None
) -> PutOpinion:
    about = OnMark(mark=MarkId(to)) if to.startswith("k") else OnOpinion(opinion=OpinionId(to))
    return opinion(audience, about, name, OpinionKind.REPLY, answer=answer)


def mark(audience: Audience, document: str = "d-all", name: str = "k-1") -> PutMark:
    return PutMark(
        mark=Mark(
            id=MarkId(name),
            document=DocumentId(document),
            sha256="0" * 64,
            page=0,
            kind=MarkKind.NOTE,
            text="Xem lại",
            audience=audience,
        )
    )


def told(laptop: Laptop) -> set[EventId]:
    laptop.forget()
    found = set()
    while True:
        reply = laptop.exchange()
        found |= {each.envelope.event_id for each in reply.events}
        if not reply.more:
            return found


def audience_of(world: World, event: Envelope) -> set[str]:
    return {name for name in ALL if event.event_id in told(getattr(world, name))}


def says(laptop: Laptop, meeting: MeetingId, body: Body) -> Envelope:
    """Said, and taken by the hub."""
    event = laptop.event(meeting, body)
    receipt = receipt_of(laptop.exchange(event).outcomes, event.event_id)
    assert receipt.accepted, receipt
    return event


def refused(laptop: Laptop, meeting: MeetingId, body: Body) -> Code | None:
    receipt = laptop.act(meeting, body)
    assert not receipt.accepted
    return receipt.code


@pytest.mark.parametrize(
    ("audience", "about", "expected"),
    [
        (SECRETARY, ITEM, DESK | {"lan"}),
        (MEETING, ITEM, ALL),
        (MEETING, OnDocument(document=DocumentId("d-all"), clause="Điều 5 khoản 2"), ALL),
        (SECRETARY, SECRET, DESK | {"lan"}),
        (MEETING, SECRET, DESK | {"lan"}),
        (MEETING, OnDocument(document=DocumentId("d-lan")), DESK | {"lan"}),
    ],
)
def test_an_opinion_reaches_its_audience_and_nobody_else(
    world: World, meeting: MeetingId, audience: Audience, about: About, expected: set[str]
) -> None:
    assert audience_of(world, says(world.lan, meeting, opinion(audience, about))) == expected


def test_a_tombstone_reaches_all_who_had_the_opinion_and_it_does_not_come_back(
    world: World, meeting: MeetingId
) -> None:
    says(world.lan, meeting, opinion(SECRETARY))
    assert refused(world.minh, meeting, DropOpinion(id=OpinionId("o-1"))) is Code.NOT_PERMITTED
    gone = says(world.lan, meeting, DropOpinion(id=OpinionId("o-1")))
    assert audience_of(world, gone) == DESK | {"lan"}
    assert audience_of(world, says(world.lan, meeting, opinion(MEETING))) == set()


def test_an_opinion_named_like_an_item_hears_nothing_of_what_others_say_of_that_item(
    world: World, meeting: MeetingId
) -> None:
    says(world.minh, meeting, opinion(SECRETARY, name=ITEM.item))
    says(world.lan, meeting, opinion(SECRETARY))
    gone = says(world.lan, meeting, DropOpinion(id=OpinionId("o-1")))
    assert audience_of(world, gone) == DESK | {"lan"}


def test_a_shared_mark_on_a_restricted_document_is_for_those_who_may_have_it(
    world: World, meeting: MeetingId
) -> None:
    assert audience_of(world, says(world.lan, meeting, mark(MEETING, "d-lan"))) == DESK | {"lan"}


def test_a_mark_on_a_document_that_was_never_published_is_the_desks(world: World, meeting: MeetingId) -> None:
    assert audience_of(world, says(world.secretary, meeting, mark(MEETING, "d-draft"))) == DESK


def test_a_mark_does_not_move_to_another_document(world: World, meeting: MeetingId) -> None:
    says(world.lan, meeting, mark(MEETING))
    assert refused(world.lan, meeting, mark(MEETING, "d-lan")) is Code.MALFORMED


@pytest.mark.parametrize("root", [mark(SECRETARY), opinion(SECRETARY, name="k-1")], ids=["mark", "opinion"])
def test_a_reply_to_what_was_sent_to_the_secretary_reaches_its_author_and_the_desk(
    world: World, meeting: MeetingId, root: Body
) -> None:
    says(world.lan, meeting, root)
    made = reply("k-1", SECRETARY) if isinstance(root, PutMark) else _to_opinion("k-1", SECRETARY)
    answered = says(world.chair, meeting, made)
    assert audience_of(world, answered) == DESK | {"lan"}
    gone = says(world.chair, meeting, DropOpinion(id=OpinionId("o-2")))
    assert audience_of(world, gone) == DESK | {"lan"}


def test_a_reply_to_what_all_read_reaches_all(world: World, meeting: MeetingId) -> None:
    says(world.lan, meeting, mark(MEETING))
    assert audience_of(world, says(world.guest, meeting, reply("k-1"))) == ALL
    apart = says(world.minh, meeting, reply("k-1", SECRETARY, "o-3"))
    assert audience_of(world, apart) == DESK | {"lan", "minh"}


def test_a_reply_about_something_restricted_stays_there(world: World, meeting: MeetingId) -> None:
    says(world.lan, meeting, opinion(MEETING, SECRET))
    assert audience_of(world, says(world.chair, meeting, reply("o-1"))) == DESK | {"lan"}
    assert refused(world.minh, meeting, reply("o-1", name="o-3")) is Code.NOT_PERMITTED
    assert refused(world.minh, meeting, opinion(MEETING, SECRET, "o-4")) is Code.NOT_PERMITTED


_BEFORE: dict[str, Callable[[World, MeetingId], object]] = {
    "nothing": lambda world, meeting: None,
    "a private mark": lambda world, meeting: says(
        world.lan, meeting, PutSealedMark(id=MarkId("k-1"), sealed=b"1" * 40)
    ),
    "a mark for the secretary": lambda world, meeting: says(world.lan, meeting, mark(SECRETARY)),
    "a reply": lambda world, meeting: (
        says(world.lan, meeting, mark(MEETING, name="k-0")),
        says(world.lan, meeting, reply("k-0", name="k-1")),
    ),
}


@pytest.mark.parametrize("before", _BEFORE)
def test_nobody_replies_to_what_they_cannot_read(world: World, meeting: MeetingId, before: str) -> None:
    _BEFORE[before](world, meeting)
    for audience in (SECRETARY, MEETING):
        assert refused(world.minh, meeting, reply("k-1", audience)) is Code.NOT_PERMITTED
        assert refused(world.minh, meeting, _to_opinion("k-1", audience)) is Code.NOT_PERMITTED


def test_not_even_the_desk_replies_to_a_private_mark(world: World, meeting: MeetingId) -> None:
    _BEFORE["a private mark"](world, meeting)
    assert refused(world.secretary, meeting, reply("k-1", SECRETARY)) is Code.NOT_PERMITTED


def test_a_reply_goes_no_further_than_its_thread(world: World, meeting: MeetingId) -> None:
    says(world.lan, meeting, mark(SECRETARY))
    assert refused(world.chair, meeting, reply("k-1", MEETING)) is Code.NOT_PERMITTED


@pytest.mark.parametrize("gone", [mark(MEETING), opinion()], ids=["mark", "opinion"])
def test_a_deleted_thread_takes_no_more_replies(world: World, meeting: MeetingId, gone: Body) -> None:
    is_mark = isinstance(gone, PutMark)
    says(world.lan, meeting, gone)
    says(world.minh, meeting, reply("k-1" if is_mark else "o-1"))
    says(world.lan, meeting, DropMark(id=MarkId("k-1")) if is_mark else DropOpinion(id=OpinionId("o-1")))
    late = reply("k-1" if is_mark else "o-1", name="o-3")
    assert refused(world.minh, meeting, late) is Code.THREAD_ENDED


def test_only_the_desk_answers(world: World, meeting: MeetingId) -> None:
    says(world.lan, meeting, opinion())
    for laptop in (world.lan, world.minh, world.guest):
        made = reply("o-1", answer=Answer.ACCEPTED)
        assert refused(laptop, meeting, made) is Code.NOT_PERMITTED
    assert audience_of(world, says(world.approver, meeting, reply("o-1", answer=Answer.REJECTED))) == ALL


def test_a_guest_comments_and_asks_for_the_word_and_puts_no_questions(
    world: World, meeting: MeetingId
) -> None:
    says(world.guest, meeting, opinion(SECRETARY))
    says(world.guest, meeting, opinion(SECRETARY, name="o-2", kind=OpinionKind.FLOOR, text=""))
    asked = opinion(name="o-3", kind=OpinionKind.QUESTION)
    assert refused(world.guest, meeting, asked) is Code.NOT_PERMITTED
    says(world.lan, meeting, asked)


def test_an_opinion_stays_with_its_author_and_its_matter(world: World, meeting: MeetingId) -> None:
    says(world.lan, meeting, opinion())
    assert refused(world.minh, meeting, opinion()) is Code.NOT_PERMITTED
    moved = opinion(about=OnDocument(document=DocumentId("d-all")))
    assert refused(world.lan, meeting, moved) is Code.MALFORMED


def test_who_has_nothing_to_do_with_a_meeting_says_nothing_there(world: World) -> None:
    packet = world.publish(make_packet(world.tenant, [world.lan.cert.person]))
    here = CheckIn(at=NOON, state=Attendance.PRESENT)
    for body in (opinion(), here, DropOpinion(id=OpinionId("o-1"))):
        assert refused(world.minh, packet.meeting, body) is Code.PACKET_UNKNOWN


def test_the_desk_and_the_person_hear_who_attends_and_nobody_else(world: World, meeting: MeetingId) -> None:
    here = CheckIn(at=NOON, state=Attendance.PRESENT)
    away = says(world.lan, meeting, CheckIn(at=NOON, state=Attendance.ABSENT, reason="Đi viện"))
    assert audience_of(world, away) == DESK | {"lan"}
    assert audience_of(world, says(world.guest, meeting, here)) == DESK | {"guest"}


def test_a_restored_hub_passes_a_reply_on_when_what_it_answers_comes_back(
    world: World, meeting: MeetingId
) -> None:
    """The desk's laptop comes first, and the hub has lost the delegates' marks."""
    sign_roster(world, epoch=2, number=1)
    for laptop in (world.lan, world.chair, world.minh):
        laptop.exchange()
    answered = says(world.chair, meeting, reply("k-1", SECRETARY, answer=Answer.ACCEPTED))
    spied = says(world.minh, meeting, reply("k-1", SECRETARY, "o-3"))
    assert audience_of(world, answered) == DESK
    says(world.lan, meeting, PutSealedMark(id=MarkId("k-1"), sealed=b"1" * 40))
    assert audience_of(world, answered) == DESK
    says(world.lan, meeting, mark(SECRETARY))
    assert audience_of(world, answered) == DESK | {"lan"}
    assert audience_of(world, spied) == DESK | {"minh"}


def _to_opinion(to: str, audience: Audience) -> PutOpinion:
    about = OnOpinion(opinion=OpinionId(to))
    return opinion(audience, about, "o-2", OpinionKind.REPLY)
