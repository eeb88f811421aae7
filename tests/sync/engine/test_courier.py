"""Letters of a stick, settled in any order with the line."""

import copy
from functools import partial

import pytest
from msgspec.structs import replace
from support.packets import BOX_SEED, NOON, code_of
from support.paper_bundles import letter
from support.settling import (
    FIRST,
    ITEM,
    OFFICE,
    SECOND,
    STATE,
    a_mark,
    a_memory,
    delivered,
    fresh,
    hear,
    packet,
)

from sync.courier.sealing import homeward_sheet
from sync.engine.asking import compose_request
from sync.engine.courier import apply_letter, carried, compose_homeward, known_hubs
from sync.engine.ports import Who
from sync.engine.settle import apply_reply
from sync.errors import Code
from sync.model.events import DropMark
from sync.trust.bundles import hub_keys, open_box, open_content
from sync.wire.bundle import NOBODY, hint
from sync.wire.codec import digest, encode_payload
from sync.wire.letters import ContentKey, Homeward
from sync.wire.messages import ChainHead, ExchangeReply, Outcome, Receipt, Retry
from sync.wire.statements import HUB

LAN = Who(OFFICE.tenant, OFFICE.lan.person, OFFICE.lan.device, OFFICE.lan.cert.roles)
ROSTER = OFFICE.by_root(OFFICE.roster())
ROOM = OFFICE.room.device


@pytest.fixture
def memory():
    return a_memory()


def reply(**fields):
    return ExchangeReply(**{"state": STATE, "time": NOON, "cursor": 9, **fields})


def take(memory, *replies, descriptor=lambda name: None, **asked):
    return apply_letter(memory, LAN, letter(OFFICE.lan, *replies, **asked), descriptor, NOON)


def sealed(home, roster, *revoked):
    keys = hub_keys(roster, revoked)
    return homeward_sheet(home, OFFICE.tenant, roster.name, keys, OFFICE.lan.key.sign, NOON)


def kept(memory):
    return sorted(each.seq for each in memory.rows.events.values())


def test_a_letter_brings_what_an_exchange_would_have_brought(memory):
    (done,) = take(
        memory, reply(roster=ROSTER, packets=(packet(FIRST, seq=3),), events=(delivered(9, a_mark()),))
    )
    assert done.refused == []
    assert memory.packets.newest_version(FIRST.meeting.id) == 1
    assert kept(memory) == [9]
    assert (memory.trust.cursor(), memory.trust.state()) == (9, STATE)


def test_what_came_by_the_line_is_passed_over_and_the_rest_is_taken(memory):
    hear(memory, cursor=5, events=(delivered(5, a_mark()),))
    late = reply(events=(delivered(5, a_mark(seq=2)), delivered(8, a_mark(seq=3))))
    (done,) = take(memory, late)
    assert done.refused == []
    assert kept(memory) == [5, 8]
    assert memory.trust.cursor() == 9


def test_an_older_letter_changes_nothing_and_is_no_attack(memory):
    hear(
        memory,
        cursor=12,
        state=b"n" * 16,
        roster=OFFICE.by_root(OFFICE.roster(2)),
        packets=(packet(SECOND, seq=12),),
        freshness=fresh(SECOND, hours=2, roster=2),
    )
    before = copy.deepcopy(memory.rows)
    old = reply(roster=ROSTER, packets=(packet(FIRST, seq=3),), freshness=fresh(FIRST), people=(), voting=())
    (done,) = take(memory, old)
    assert (done.refused, len(done.received), done.new_versions) == ([], 0, [])
    assert memory.rows == before
    assert memory.trust.state() == b"n" * 16


def test_a_letter_that_begins_behind_what_is_here_is_kept_and_moves_no_cursor(memory):
    hear(memory, cursor=4)
    (done,) = take(memory, reply(events=(delivered(8, a_mark()),)), cursor=6)
    assert done.refused == []
    assert kept(memory) == [8]
    assert (memory.trust.cursor(), memory.trust.state()) == (4, b"")
    again = hear(memory, cursor=9, events=(delivered(5, a_mark(seq=2)), delivered(8, a_mark())))
    assert again.refused == []
    assert kept(memory) == [5, 8]


def test_several_replies_follow_one_another(memory):
    first = reply(cursor=4, state=b"", more=True, roster=ROSTER, events=(delivered(2, a_mark()),))
    second = reply(events=(delivered(7, a_mark(seq=2)),))
    take(memory, first, second)
    assert kept(memory) == [2, 7]
    assert (memory.trust.cursor(), memory.trust.state()) == (9, STATE)


def test_receipts_come_by_whichever_route_is_first(memory):
    act = memory.outbox.append(a_mark(OFFICE.lan))
    receipt = encode_payload(Receipt(event=act.event_id, accepted=True, recorded=NOON))
    stranger = Outcome(
        event=digest(b"x"), receipt=encode_payload(Receipt(event=digest(b"x"), accepted=True, recorded=NOON))
    )
    said = reply(outcomes=(Outcome(event=act.event_id, receipt=receipt), stranger))
    (done,) = take(memory, said)
    assert (len(done.sent), done.refused) == (1, [])
    (again,) = take(memory, said)
    assert (len(again.sent), again.refused) == (0, [])


def test_a_letter_of_a_former_epoch_is_old_and_a_new_epoch_begins_by_the_roots_word(memory):
    new = OFFICE.by_root(OFFICE.roster(2, epoch=2))
    take(memory, reply(roster=new, events=(delivered(1, a_mark()),)), epoch=2)
    assert (memory.trust.epoch(), memory.trust.cursor()) == (2, 9)
    assert code_of(lambda: take(memory, reply(), epoch=1)) is Code.BUNDLE_OLD
    (done,) = take(memory, reply(), epoch=3)
    assert done.refused == [Code.OLD_ROSTER]
    assert memory.trust.epoch() == 2


def test_descriptors_come_from_the_frames_or_from_what_is_here(memory):
    bare = OFFICE.packet(FIRST, seq=3)
    bare = type(bare)(seq=3, manifest=bare.manifest, descriptors=(), kept=(0,))
    data = {digest(encode_payload(ITEM)): encode_payload(ITEM)}
    (done,) = take(memory, reply(roster=ROSTER, packets=(bare,)))
    assert memory.packets.newest_version(FIRST.meeting.id) == 0
    (done,) = take(memory, reply(packets=(bare,)), descriptor=data.get)
    assert done.refused == []
    assert memory.packets.newest_version(FIRST.meeting.id) == 1


def test_an_exchange_that_was_under_way_when_the_stick_came_is_not_judged_stale(memory):
    hear(memory, cursor=4)
    asked = compose_request(memory)
    take(memory, reply(events=(delivered(5, a_mark()), delivered(8, a_mark(seq=2)))))
    came = ExchangeReply(state=STATE, time=NOON, cursor=6, events=(delivered(5, a_mark()),))
    done = apply_reply(memory, LAN, asked, came, NOON)
    assert done.refused == []
    assert memory.trust.cursor() == 9
    assert kept(memory) == [5, 8]


def test_another_laptops_letter_is_refused(memory):
    other = letter(OFFICE.minh, reply())
    assert code_of(lambda: apply_letter(memory, LAN, other, lambda name: None, NOON)) is Code.BUNDLE_OTHER


def test_the_hub_alone_reads_what_goes_home_and_all_of_it(memory):
    acts = [memory.outbox.append(a_mark(OFFICE.lan))]
    for seq in range(2, 700):
        acts.append(
            memory.outbox.append(OFFICE.event(OFFICE.lan, a_body(seq), seq=seq, prev=acts[-1].digest))
        )
    memory.trust.put_roster(ROSTER)
    home = compose_homeward(memory, LAN)
    assert (len(home.acts), home.before, home.head) == (699, (), 699)
    assert carried(home) == [act.event_id for act in acts]
    sheet = sealed(home, OFFICE.roster())
    head = sheet.parts[0].head
    found = open_box(sheet.boxes[1], head, HUB, BOX_SEED, ContentKey)
    assert open_content(sheet.boxes[0], head, found.key, Homeward) == home
    stolen = partial(open_box, sheet.boxes[1], head, OFFICE.lan.device, BOX_SEED, ContentKey)
    assert code_of(stolen) is Code.BUNDLE_OTHER


def known_room(memory):
    """The roster names it; one act of the laptop's waits."""
    memory.trust.put_roster(OFFICE.by_root(OFFICE.roster(2, office=(*OFFICE.desk, OFFICE.room))))
    hear(memory, cursor=10)
    return memory.outbox.append(a_mark(OFFICE.lan))


def take_of_room(memory, *replies, **asked):
    made = letter(OFFICE.lan, *replies, **asked)
    return apply_letter(memory, LAN, made, lambda name: None, NOON, ROOM)


def for_the_time_being(act):
    receipt = encode_payload(Receipt(event=act.event_id, accepted=True, recorded=NOON))
    return Outcome(event=act.event_id, receipt=receipt)


def test_a_room_hubs_letter_moves_its_own_cursor_and_is_believed_as_its_line_would_be(memory):
    act = known_room(memory)
    said = reply(
        cursor=4,
        packets=(packet(FIRST, seq=3),),
        events=(delivered(4, a_mark(seq=2)),),
        outcomes=(for_the_time_being(act),),
        freshness=fresh(FIRST, roster=2, hours=9),
        people=(),
        voting=(),
    )
    (done,) = take_of_room(memory, said)
    assert (done.refused, len(done.sent), len(done.passed)) == ([], 1, 1)
    assert memory.packets.newest_version(FIRST.meeting.id) == 1
    assert kept(memory) == [4]
    assert (memory.trust.cursor(), memory.route(ROOM).cursor(), memory.route(ROOM).epoch()) == (10, 4, 1)
    assert memory.trust.read_freshness() is None  # that is the office's to say
    assert memory.outbox.pending_count() == 1  # and the act waits for it
    assert (act.event_id, ROOM) in memory.rows.relays
    (again,) = take_of_room(memory, said)
    assert (len(again.sent), again.refused) == (0, [])


def test_what_a_hub_carries_for_another_is_known_to_be_on_its_way(memory):
    act = known_room(memory)
    carried_along = reply(cursor=0, retries=(Retry(event=act.event_id, code=Code.CARRIED),))
    (done,) = take_of_room(memory, carried_along)
    assert (len(done.sent), len(done.passed), done.refused) == (1, 1, [])
    assert memory.rows.relays == {(act.event_id, ROOM): None}
    stranger = reply(cursor=0, retries=(Retry(event=digest(b"x"), code=Code.CARRIED),))
    (done,) = take_of_room(memory, stranger)
    assert (len(done.sent), done.refused) == (0, [])


def test_a_letter_of_a_room_hub_that_was_retired_or_revoked_is_not_settled(memory):
    known_room(memory)
    hear(memory, freshness=fresh(FIRST, roster=2, revoked=(OFFICE.room,)), cursor=10)
    (done,) = take_of_room(memory, reply(cursor=4, events=(delivered(4, a_mark(seq=2)),)))
    assert done.refused == [Code.NOT_THIS_ROOM]
    assert (kept(memory), memory.route(ROOM).cursor()) == ([], 0)
    assert set(known_hubs(memory)) == {HUB}


def test_the_rooms_order_and_the_offices_do_not_disturb_each_other(memory):
    known_room(memory)
    take_of_room(memory, reply(cursor=9, events=(delivered(9, a_mark(seq=2)),)))
    late = reply(cursor=7, events=(delivered(7, a_mark(seq=3)),))
    (done,) = take_of_room(memory, late)
    assert (len(done.received), done.refused) == (0, [])
    (done,) = take(memory, reply(cursor=12, events=(delivered(12, a_mark(seq=4)),)), cursor=10)
    assert done.refused == []
    assert (memory.trust.cursor(), memory.route(ROOM).cursor()) == (12, 9)


def test_room_hubs_are_written_what_they_may_lack_of_the_chain(memory):
    first = known_room(memory)
    hear(memory, outcomes=(for_the_time_being(first),), cursor=10)  # the office has it
    second = memory.outbox.append(a_mark(OFFICE.lan, seq=2))
    home = compose_homeward(memory, LAN)
    assert (carried(home), [each.event_id for each in home.before]) == ([second.event_id], [first.event_id])
    assert [each.hub for each in home.heard] == [HUB, ROOM]
    take_of_room(memory, reply(cursor=3, chain=ChainHead(seq=1, id=first.event_id)))
    home = compose_homeward(memory, LAN)
    assert home.before == ()  # it says that it has that
    assert home.heard_of(ROOM).cursor == 3


def test_each_hub_of_the_roster_opens_what_goes_home_and_no_other(memory):
    known_room(memory)
    roster, home = memory.trust.read_roster(), compose_homeward(memory, LAN)
    sheet = sealed(home, roster)
    head = sheet.parts[0].head
    assert [box.hint for box in head.boxes] == [hint(head.id, each) for each in (NOBODY, HUB, ROOM)]
    keys = {
        open_box(sheet.boxes[at], head, hub, BOX_SEED, ContentKey).key for at, hub in ((1, HUB), (2, ROOM))
    }
    assert len(keys) == 1
    swapped = lambda: open_box(sheet.boxes[1], head, ROOM, BOX_SEED, ContentKey)  # noqa: E731
    assert code_of(swapped) is Code.BUNDLE_OTHER
    without = sealed(home, roster, ROOM)
    assert len(without.boxes) == 2


def test_a_room_hub_with_a_key_that_is_none_spoils_nobodys_stick(memory):
    known_room(memory)
    roster = memory.trust.read_roster()
    bad = replace(roster.office[-1], box_key=bytes(32))
    roster = replace(roster, office=(*roster.office[:-1], bad))
    sheet = sealed(compose_homeward(memory, LAN), roster)
    assert len(sheet.boxes) == 2


def a_body(seq):
    return DropMark(id=f"k-{seq}")
