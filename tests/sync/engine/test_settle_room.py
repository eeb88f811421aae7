"""Two hubs, two orders, one chain: what a laptop believes of a room hub, and what it keeps for the office."""

from __future__ import annotations

import pytest
from support.memory import PaperMemory
from support.packets import MEETING, NOON, PaperOffice
from support.settling import FIRST, OFFICE, STATE, a_memory, delivered, fresh, hear, packet

from sync.engine.asking import compose_request
from sync.engine.ports import Who
from sync.engine.settle import Applied, apply_reply
from sync.errors import Code
from sync.model.events import CheckIn
from sync.model.opinion import Attendance
from sync.model.people import PersonEntry, Role
from sync.wire.envelope import Envelope
from sync.wire.messages import ChainHead, ExchangeReply, Receipt, Retry
from sync.wire.statements import HUB

ROOM = PaperOffice(recorder=OFFICE.room.device)
HERE = OFFICE.room.device


@pytest.fixture
def memory() -> PaperMemory:
    """It knows the room hub by the roster, and has one act that waits."""
    made = a_memory()
    made.trust.put_roster(OFFICE.by_root(OFFICE.roster(2, office=(*OFFICE.desk, OFFICE.room))))
    hear(made, packets=(packet(FIRST),), cursor=10)
    made.outbox.append(check_in())
    return made


def check_in(seq: int = 1, prev: str = "") -> Envelope:
    return OFFICE.event(OFFICE.lan, CheckIn(at=NOON, state=Attendance.PRESENT), seq=seq, prev=prev)


def hear_room(memory: PaperMemory, **reply: object) -> Applied:
    """A reply of the room hub to what the laptop would ask it now."""
    lan = OFFICE.lan
    who = Who(OFFICE.tenant, lan.person, lan.device, lan.cert.roles)
    route = memory.route(HERE)
    whole = {"state": STATE, "time": NOON, "cursor": route.cursor(), **reply}
    return apply_reply(memory, who, compose_request(memory, HERE), ExchangeReply(**whole), NOON, HERE)


def first_contact(memory: PaperMemory, seq: int = 0) -> Applied:
    return hear_room(memory, epoch=1, chain=ChainHead(seq=seq))


def receipt(event: Envelope) -> Receipt:
    return Receipt(event=event.event_id, accepted=True, recorded=NOON)


def test_at_the_first_contact_it_asks_how_much_of_its_chain_is_known_there(memory: PaperMemory) -> None:
    assert compose_request(memory, HERE).events == ()
    applied = first_contact(memory)
    assert applied.more
    assert [each.event_id for each in compose_request(memory, HERE).events] == [check_in().event_id]


def test_what_the_office_has_already_told_the_room_hub_is_not_sent_again(memory: PaperMemory) -> None:
    assert not first_contact(memory, seq=1).more
    assert compose_request(memory, HERE).events == ()


def test_each_hub_has_a_cursor_of_its_own(memory: PaperMemory) -> None:
    first_contact(memory)
    hear_room(memory, cursor=3)
    assert (memory.trust.cursor(), memory.route(HERE).cursor()) == (10, 3)


def test_a_room_hubs_receipt_is_for_the_time_being_and_the_act_waits_for_the_office(
    memory: PaperMemory,
) -> None:
    first_contact(memory)
    act = check_in()
    assert len(hear_room(memory, outcomes=(OFFICE.outcome(receipt(act)),), cursor=1).sent) == 1
    assert memory.outbox.pending_count() == 1
    assert compose_request(memory, HERE).events == ()
    assert [each.event_id for each in compose_request(memory).events] == [act.event_id]
    hear(memory, outcomes=(OFFICE.outcome(receipt(act)),), cursor=11)
    assert memory.outbox.pending_count() == 0


def test_what_the_room_hub_records_is_settled_there_and_still_given_to_the_office(
    memory: PaperMemory,
) -> None:
    first_contact(memory, seq=1)
    ballot = ROOM.event(OFFICE.lan, ballot_body(), seq=2, prev=check_in().event_id)
    memory.outbox.append(ballot)
    leaves = ROOM.leaves((OFFICE.lan, ballot))
    hear_room(memory, outcomes=(ROOM.outcome(ROOM.receipt(ballot.event_id, leaves, 0)),), cursor=1)
    assert memory.outbox.pending_count() == 1  # the check-in
    assert ballot.event_id in {each.event_id for each in compose_request(memory).events}


def ballot_body() -> object:
    from sync.model.events import Event
    from sync.wire.codec import decode_payload

    return decode_payload(ROOM.ballot(OFFICE.lan, FIRST).payload, Event).body


def test_an_act_that_the_office_carries_is_asked_for_until_its_receipt_is_there(memory: PaperMemory) -> None:
    ballot = ROOM.event(OFFICE.lan, ballot_body(), seq=2, prev=check_in().event_id)
    memory.outbox.append(ballot)
    carried = Retry(event=ballot.event_id, code=Code.CARRIED)
    done = OFFICE.outcome(receipt(check_in()))
    assert len(hear(memory, outcomes=(done,), retries=(carried,), cursor=10).sent) == 2
    assert [each.event_id for each in compose_request(memory).events] == [ballot.event_id]
    leaves = ROOM.leaves((OFFICE.lan, ballot))
    hear(memory, outcomes=(ROOM.outcome(ROOM.receipt(ballot.event_id, leaves, 0)),), cursor=10)
    assert (memory.outbox.pending_count(), compose_request(memory).events) == (0, ())


def test_a_closing_by_the_room_hub_needs_the_opening_that_names_it(memory: PaperMemory) -> None:
    first_contact(memory, seq=1)
    closed = ROOM.closed(FIRST)
    applied = hear_room(memory, events=(delivered(1, closed.closing),), cursor=1)
    assert applied.refused == [Code.NOT_PERMITTED]
    assert memory.route(HERE).again() == (1,)
    opened = delivered(2, ROOM.opening(FIRST))
    applied = hear_room(memory, events=(opened, delivered(3, closed.closing)), cursor=3)
    assert applied.refused == []
    assert closed.closing.event_id in memory.rows.events


def test_nothing_is_believed_of_a_room_hub_that_the_roster_does_not_name() -> None:
    stranger = a_memory()
    applied = first_contact(stranger)
    assert applied.refused == [Code.NOT_THIS_ROOM]
    applied = hear_room(stranger, packets=(packet(FIRST),), cursor=4, epoch=1)
    assert (stranger.packets.newest_version(MEETING), stranger.route(HERE).cursor()) == (0, 0)


def test_a_laptop_that_was_away_gets_the_roster_that_names_it_from_the_room_hub() -> None:
    away = a_memory()
    roster = OFFICE.by_root(OFFICE.roster(2, office=(*OFFICE.desk, OFFICE.room)))
    applied = hear_room(away, roster=roster, packets=(packet(FIRST),), cursor=4, epoch=1)
    assert applied.refused == []
    assert away.packets.newest_version(MEETING) == 1


def test_a_revoked_room_hub_is_listened_to_no_more(memory: PaperMemory) -> None:
    first_contact(memory)
    hear(memory, freshness=fresh(FIRST, roster=2, revoked=(OFFICE.room,)), cursor=10)
    applied = hear_room(memory, events=(delivered(1, ROOM.opening(FIRST)),), cursor=1)
    assert applied.refused == [Code.NOT_THIS_ROOM]
    assert memory.rows.events == {}


def test_of_freshness_and_people_a_room_hub_has_nothing_to_say(memory: PaperMemory) -> None:
    first_contact(memory)
    people = (PersonEntry(person=OFFICE.lan.person, name="Kẻ lạ", roles=(Role.SECRETARY,)),)
    hear_room(memory, freshness=fresh(FIRST, roster=2, hours=9), people=people, voting=(), cursor=1)
    assert memory.trust.read_freshness() is None
    assert memory.rows.people == []


def test_only_the_office_takes_back_what_was_heard_until_its_order_begins_anew(memory: PaperMemory) -> None:
    first_contact(memory)
    heard = OFFICE.event(OFFICE.minh, CheckIn(at=NOON, state=Attendance.PRESENT)).event_id
    hear_room(memory, refused=(heard,), cursor=1)
    assert memory.events.refuse([heard])
    memory.events.forget_refused()
    hear(memory, refused=(heard,), cursor=11)
    assert not memory.events.refuse([heard])
    memory.trust.put_roster(OFFICE.by_root(OFFICE.roster(3, epoch=2, office=(*OFFICE.desk, OFFICE.room))))
    hear(memory, epoch=2, chain=ChainHead(seq=0), cursor=1)
    assert memory.events.refuse([heard])


def test_the_time_of_an_act_is_its_recorders_whoever_handed_it_on_first(memory: PaperMemory) -> None:
    first_contact(memory)
    said = OFFICE.event(OFFICE.minh, CheckIn(at=NOON, state=Attendance.PRESENT))
    late = delivered(1, said)
    hear_room(memory, events=(late,), cursor=1)
    by_office = type(late)(11, NOON.replace(hour=9), said)
    hear(memory, events=(by_office,), cursor=11)
    assert memory.rows.events[said.event_id].recorded.hour == 9
    hear_room(memory, events=(type(late)(2, NOON, said),), cursor=2)
    assert memory.rows.events[said.event_id].recorded.hour == 9


def test_an_office_that_was_restored_is_given_again_what_the_room_hub_had_recorded(
    memory: PaperMemory,
) -> None:
    first_contact(memory, seq=1)
    ballot = ROOM.event(OFFICE.lan, ballot_body(), seq=2, prev=check_in().event_id)
    memory.outbox.append(ballot)
    leaves = ROOM.leaves((OFFICE.lan, ballot))
    hear_room(memory, outcomes=(ROOM.outcome(ROOM.receipt(ballot.event_id, leaves, 0)),), cursor=1)
    done = OFFICE.outcome(receipt(check_in()))
    hear(memory, outcomes=(done,), retries=(Retry(event=ballot.event_id, code=Code.CARRIED),), cursor=10)
    roster = OFFICE.by_root(OFFICE.roster(3, office=(*OFFICE.desk, OFFICE.room), epoch=2))
    hear(memory, roster=roster, epoch=2, chain=ChainHead(seq=0), cursor=0)
    sent = [each.event_id for each in compose_request(memory, HUB).events]
    assert sent == [check_in().event_id, ballot.event_id]
    assert memory.outbox.pending_count() == 1  # what the room hub recorded stays recorded
