"""A hub that lies, and the rest of its reply: a memory keeps what is true and names what is not."""

from datetime import timedelta

import pytest
from support.memory import PaperMemory
from support.packets import MEETING, MOTION, NOON, PaperOffice, a_key, a_member
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
    replaced,
)

from sync.engine.asking import compose_request
from sync.engine.ports import Who
from sync.engine.settle import apply_reply
from sync.errors import Code, SohopError
from sync.model.events import OpenMotion
from sync.model.people import PersonEntry, Role
from sync.wire import envelope as envelopes
from sync.wire.codec import encode_payload
from sync.wire.desk import Cast, Contact, Reach, Turnout, Way
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.messages import MAX_AGAIN, MAX_EVENTS, ExchangeReply, ExchangeRequest, Receipt
from sync.wire.statements import HUB, Retired

THIRD = OFFICE.manifest(ITEM, after=SECOND)


@pytest.fixture
def memory():
    return a_memory()


@pytest.fixture
def experienced(memory):
    """It has heard of roster 2 and of version 2, and has come to place 10."""
    hear(
        memory,
        roster=OFFICE.by_root(OFFICE.roster(2)),
        packets=(packet(SECOND, seq=10),),
        freshness=fresh(SECOND, roster=2),
        cursor=10,
    )
    assert memory.trust.state() == STATE
    return memory


# --- what is asked


def test_what_is_asked_is_what_is_there(experienced):
    experienced.outbox.append(a_mark(OFFICE.lan, 1))
    experienced.trust.put_again((3, 7))
    request = compose_request(experienced)
    assert (request.epoch, request.state, request.cursor) == (1, STATE, 10)
    assert (request.root, request.roster, request.head, request.again) == (1, 2, 1, (3, 7))
    assert [each.event_id for each in request.events] == [experienced.outbox.head()[1]]


def test_a_first_request_knows_nothing():
    request = compose_request(PaperMemory(OFFICE.root_key))
    assert (request.epoch, request.cursor, request.root, request.roster, request.head) == (0, 0, 1, 0, 0)


def test_acts_go_up_in_the_order_of_their_chain_however_many_wait(memory):
    for seq in range(1, MAX_EVENTS + 3):
        memory.outbox.append(a_mark(OFFICE.lan, seq))
    events = compose_request(memory).events
    assert list(events) == memory.rows.acts[:MAX_EVENTS]


# --- what comes


def test_a_first_reply_brings_everything():
    memory = PaperMemory(OFFICE.root_key)
    applied = hear(
        memory,
        epoch=1,
        roster=OFFICE.by_root(OFFICE.roster()),
        certs=(OFFICE.cert(OFFICE.minh),),
        packets=(packet(FIRST, seq=2),),
        events=(delivered(3, a_mark(OFFICE.minh)),),
        freshness=fresh(FIRST),
        cursor=5,
    )
    assert applied.refused == []
    assert (len(applied.received), applied.new_versions) == (1, [MEETING])
    assert not applied.restored
    assert (memory.trust.epoch(), memory.trust.cursor(), memory.trust.state()) == (1, 5, STATE)
    assert memory.packets.current(MEETING) == FIRST
    assert memory.trust.read_freshness().manifests[0].version == 1


def test_the_same_reply_again_changes_nothing(memory):
    reply = {
        "packets": (packet(FIRST, seq=1),),
        "events": (delivered(2, a_mark(OFFICE.minh)),),
        "freshness": fresh(FIRST),
        "cursor": 2,
    }
    hear(memory, **reply)
    again = hear(memory, **reply, state=b"t" * 16)
    assert (again.refused, again.new_versions, len(again.received)) == ([], [], 0)
    assert len(memory.rows.events) == 1


def test_an_idle_reply_reads_neither_roster_nor_certificates(experienced, monkeypatch):
    monkeypatch.setattr(type(experienced.trust), "directory", lambda self: pytest.fail("read"))
    commits = experienced.commits
    assert hear(experienced, cursor=10).refused == []
    assert experienced.commits == commits


def test_without_a_roster_nothing_is_believed():
    memory = PaperMemory(OFFICE.root_key)
    forged = seal(Kind.ROSTER, OFFICE.tenant, encode_payload(OFFICE.roster()), "root", a_key("x"))
    applied = hear(memory, epoch=1, roster=forged, packets=(packet(FIRST),), cursor=4)
    assert applied.refused == [Code.BAD_SIGNATURE]
    assert memory.packets.current(MEETING) is None
    assert (memory.trust.state(), memory.trust.cursor(), memory.trust.epoch()) == (b"", 0, 0)


def test_acts_and_packets_are_taken_in_the_hubs_order_whatever_the_order_of_the_lists(memory):
    seen = []
    memory.events.add = lambda each, **_: seen.append(each.seq) or True
    memory.packets.put = lambda each, *_: seen.append(each.seq)
    hear(
        memory,
        packets=(packet(SECOND, seq=4), packet(FIRST, seq=2)),
        events=(delivered(5, a_mark(OFFICE.minh, 2)), delivered(3, a_mark(OFFICE.minh, 1))),
        cursor=5,
    )
    assert seen == [2, 3, 4, 5]


def test_the_disks_trouble_is_no_refusal_and_keeps_nothing_of_the_reply(memory):
    def full(*_):
        raise SohopError(Code.DISK_FULL)

    memory.packets.put = full
    with pytest.raises(SohopError) as caught:
        hear(memory, events=(delivered(1, a_mark(OFFICE.minh)),), packets=(packet(FIRST, seq=2),), cursor=2)
    assert caught.value.code is Code.DISK_FULL
    assert (memory.rows.events, memory.trust.cursor()) == ({}, 0)


def test_each_act_of_a_full_page_is_verified_once(memory, monkeypatch):
    verified = []
    real = envelopes._fits
    monkeypatch.setattr(envelopes, "_fits", lambda *each: verified.append(each) or real(*each))
    page = tuple(delivered(seq, a_mark(OFFICE.minh, seq)) for seq in range(1, MAX_EVENTS + 1))
    assert len(hear(memory, events=page, cursor=MAX_EVENTS).received) == MAX_EVENTS
    assert len(verified) == MAX_EVENTS


# --- lies: named, passed, and nothing else is stopped

KEPT = "asked for again"
"""The place waits in ``again``."""
DROPPED = "not asked for again"
FULL = "answered in full next time"
"""It has no place: the state is not kept."""


def forged_closing():
    closing = OFFICE.closing(SECOND, [])
    return seal(Kind.CLOSING, OFFICE.tenant, encode_payload(closing), HUB, OFFICE.thu.key)


def altered_closing():
    good = OFFICE.by_hub(Kind.CLOSING, OFFICE.closing(SECOND, []))
    return Envelope(Kind.CLOSING, encode_payload(OFFICE.closing(SECOND, [], invalid=9)), good.signatures)


TWICE = OFFICE.item(*ITEM.documents, number=2)
"""Another item with the same document."""

LIES = {
    "an old manifest": ({"packets": (packet(FIRST, seq=11),)}, Code.OLD_VERSION, DROPPED),
    "another manifest of the same version": (
        {"packets": (packet(replaced(SECOND, change="khác"), seq=11),)},
        Code.OTHER_VERSION,
        KEPT,
    ),
    "one signature": (
        {"packets": (replaced(packet(THIRD, seq=11), manifest=OFFICE.signed(THIRD, OFFICE.thu)),)},
        Code.ONE_SIGNATURE,
        KEPT,
    ),
    "a lease in the past": (
        {"packets": (packet(replaced(THIRD, lease=NOON), seq=11),)},
        Code.LEASE_TOO_SHORT,
        KEPT,
    ),
    "a draft for somebody who is not at the desk": (
        {"packets": (replaced(packet(THIRD, seq=11), published=False),)},
        Code.ONE_SIGNATURE,
        KEPT,
    ),
    "a descriptor of another packet": (
        {"packets": (packet(THIRD, OFFICE.item(number=2), seq=11),)},
        Code.WRONG_DIGEST,
        KEPT,
    ),
    "one document twice": (
        {"packets": (packet(OFFICE.manifest(ITEM, TWICE, after=SECOND), ITEM, TWICE, seq=11),)},
        Code.MALFORMED,
        KEPT,
    ),
    "a forged closing": ({"events": (delivered(11, forged_closing()),)}, Code.BAD_SIGNATURE, KEPT),
    "an altered closing": ({"events": (delivered(11, altered_closing()),)}, Code.BAD_SIGNATURE, KEPT),
    "an act of nobody": (
        {"events": (delivered(11, a_mark(a_member("ma", Role.DELEGATE))),)},
        Code.UNKNOWN_DEVICE,
        KEPT,
    ),
    "an act without a signature": (
        {"events": (delivered(11, Envelope(Kind.EVENT, a_mark().payload, ())),)},
        Code.BAD_SIGNATURE,
        KEPT,
    ),
    "a packet among the acts": (
        {"events": (delivered(11, OFFICE.signed(FIRST)),)},
        Code.BAD_SIGNATURE,
        KEPT,
    ),
    "two things in one place": (
        {"packets": (packet(SECOND, seq=12),)},
        Code.MALFORMED,
        KEPT,
    ),
    "an officer's certificate by the hub": (
        {"certs": (OFFICE.cert(a_member("x", Role.CHAIR)),)},
        Code.NOT_PERMITTED,
        FULL,
    ),
    "an old roster": ({"roster": OFFICE.by_root(OFFICE.roster(1))}, Code.OLD_ROSTER, FULL),
    "another roster of the same number": (
        {"roster": OFFICE.by_root(OFFICE.roster(2, office=(OFFICE.thu, OFFICE.duyet)))},
        Code.OTHER_ROSTER,
        FULL,
    ),
    "a root by the hub": (
        {"roots": (OFFICE.new_root(2, OFFICE.online, a_key("x")),)},
        Code.BAD_SIGNATURE,
        FULL,
    ),
    "freshness of an old roster": ({"freshness": fresh(SECOND, hours=9)}, Code.OLD_ROSTER, FULL),
    "freshness from yesterday": (
        {"freshness": fresh(SECOND, roster=2, hours=-24)},
        Code.STALE,
        FULL,
    ),
    "freshness of an old version": (
        {"freshness": fresh(FIRST, roster=2, hours=9)},
        Code.OLD_VERSION,
        FULL,
    ),
    "an outcome of an act that was not sent": (
        {"outcomes": (OFFICE.outcome(Receipt(event="9" * 64, accepted=True, recorded=NOON)),)},
        Code.HUB_BROKEN,
        FULL,
    ),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_named_passed_and_stops_nothing_else(experienced, lie):
    reply, code, then = LIES[lie]
    good = delivered(12, a_mark(OFFICE.minh))
    reply = {**reply, "events": (*reply.get("events", ()), good), "cursor": 12}
    applied = hear(experienced, **reply, state=b"t" * 16)
    assert applied.refused == [code]
    assert len(applied.received) == 1
    assert good.envelope.event_id in experienced.rows.events
    assert experienced.packets.current(MEETING) == SECOND
    assert experienced.trust.read_roster() == OFFICE.roster(2)
    assert experienced.trust.root() == (1, OFFICE.root_key)
    assert experienced.trust.read_freshness().time == NOON
    assert experienced.trust.cursor() == 12
    assert bool(experienced.trust.again()) is (then is KEPT)
    assert experienced.trust.state() == (b"" if then is FULL else b"t" * 16)


def test_a_cursor_that_goes_back_is_named_and_does_not(experienced):
    applied = hear(experienced, cursor=3, state=b"t" * 16)
    assert applied.refused == [Code.STALE]
    assert (experienced.trust.cursor(), experienced.trust.state()) == (10, b"")


# --- asking again

STRANGER = a_member("moi", Role.DELEGATE)


def test_a_refused_place_that_succeeds_later_is_no_longer_asked_for(experienced):
    reply = {"events": (delivered(11, a_mark(STRANGER)),), "cursor": 11}
    assert hear(experienced, **reply).refused == [Code.UNKNOWN_DEVICE]
    assert compose_request(experienced).again == (11,)
    applied = hear(experienced, certs=(OFFICE.cert(STRANGER),), **reply, state=b"t" * 16)
    assert (applied.refused, len(applied.received)) == ([], 1)
    assert experienced.trust.again() == ()


def test_a_packet_refused_for_an_old_roster_comes_with_the_new_one(experienced):
    hoa = a_member("hoa", Role.SECRETARY)
    third = replaced(packet(THIRD, seq=11), manifest=OFFICE.signed(THIRD, hoa, OFFICE.duyet))
    assert hear(experienced, packets=(third,), cursor=11).refused == [Code.ONE_SIGNATURE]
    roster = OFFICE.roster(3, office=(hoa, OFFICE.duyet, OFFICE.thu))
    applied = hear(experienced, roster=OFFICE.by_root(roster), packets=(third,), cursor=11, state=b"t" * 16)
    assert (applied.refused, applied.new_versions) == ([], [MEETING])
    assert experienced.trust.again() == ()


def test_a_place_refused_twice_is_kept_once(experienced):
    for place in (11, 12):
        hear(experienced, events=(delivered(place, a_mark(STRANGER, place)),), cursor=place)
    hear(experienced, events=(delivered(11, a_mark(STRANGER, 11)),), cursor=12, state=b"t" * 16)
    assert experienced.trust.again() == (11, 12)


def test_what_the_hub_has_nothing_for_any_more_is_no_longer_asked_for(experienced):
    experienced.trust.put_again((4, 5))
    hear(experienced, more=True, cursor=11, freshness=fresh(SECOND, roster=2), state=b"")
    assert experienced.trust.again() == (4, 5)
    hear(experienced, cursor=12, freshness=fresh(SECOND, roster=2), state=b"t" * 16)
    assert experienced.trust.again() == ()


def test_of_what_is_asked_for_again_only_what_the_hub_passed_over_is_given_up(experienced):
    """The hub answers the oldest first, and stops when its room is full."""
    experienced.trust.put_again((2, 4, 6, 8))
    came = delivered(6, a_mark(OFFICE.lan, 6))
    hear(experienced, events=(came,), cursor=12, freshness=fresh(SECOND, roster=2), state=b"t" * 16)
    assert experienced.trust.again() == (8,)


def test_a_refused_version_that_was_overtaken_meanwhile_is_no_longer_asked_for(experienced):
    experienced.trust.put_again((4,))
    assert hear(experienced, packets=(packet(FIRST, seq=4),), cursor=11).refused == [Code.OLD_VERSION]
    assert experienced.trust.again() == ()


def test_when_too_many_were_refused_the_oldest_is_forgotten_and_that_is_said(experienced):
    experienced.trust.put_again(tuple(range(1, MAX_AGAIN + 1)))
    lies = tuple(delivered(place, a_mark(STRANGER, place)) for place in (MAX_AGAIN + 1, MAX_AGAIN + 2))
    applied = hear(experienced, events=lies, cursor=MAX_AGAIN + 2)
    assert applied.forgotten == 2
    assert experienced.trust.again() == tuple(range(3, MAX_AGAIN + 3))


def test_more_is_asked_for_only_when_it_brought_us_forward(memory):
    reply = {"more": True, "state": b"", "packets": (packet(FIRST, seq=1),)}
    assert hear(memory, **reply, cursor=4).more
    assert not hear(memory, **reply, cursor=4).more
    assert not hear(memory, more=False, cursor=9).more


def test_a_lie_in_a_page_does_not_keep_the_next_page_waiting(memory):
    lie = (delivered(3, a_mark(STRANGER)),)
    assert hear(memory, more=True, cursor=4, events=lie, state=b"").more


# --- who is believed


def test_old_acts_of_a_device_that_was_retired_are_still_read(memory):
    opened = OFFICE.event(OFFICE.thu, OpenMotion(motion=MOTION, motion_digest="1" * 64))
    roster = OFFICE.roster(2, office=(OFFICE.duyet,), retired=(Retired(cert=OFFICE.thu.cert),))
    applied = hear(memory, roster=OFFICE.by_root(roster), events=(delivered(1, opened),), cursor=1)
    assert (applied.refused, len(applied.received)) == ([], 1)


def test_a_device_that_is_revoked_is_believed_up_to_the_word_that_said_so(memory):
    revoked = {"freshness": fresh(revoked=(OFFICE.minh,), hours=1)}
    before, after = (
        replaced(delivered(seq, a_mark(OFFICE.minh, seq)), recorded=NOON + timedelta(hours=hours))
        for seq, hours in ((1, 0.5), (2, 2))
    )
    assert len(hear(memory, events=(before,), cursor=1, **revoked).received) == 1
    assert hear(memory, events=(after,), cursor=2).refused == [Code.DEVICE_REVOKED]


def test_roots_are_followed_one_by_one_and_the_roster_is_the_last_ones():
    memory, office = a_memory(), PaperOffice()
    second, third = a_key("second"), a_key("third")
    office.root = third
    applied = hear(
        memory,
        roots=(OFFICE.new_root(2, OFFICE.root, second), OFFICE.new_root(3, second, third)),
        roster=office.by_root(OFFICE.roster(2)),
    )
    assert applied.refused == []
    assert memory.trust.root() == (3, third.public_key().public_bytes_raw())
    assert memory.trust.read_roster().number == 2
    forged = OFFICE.by_root(OFFICE.roster(3))
    assert hear(memory, roster=forged, state=b"t" * 16).refused == [Code.BAD_SIGNATURE]


def test_a_laptop_enrolled_after_two_rotations_follows_the_third():
    third, fourth = a_key("third"), a_key("fourth")
    memory = PaperMemory(third.public_key().public_bytes_raw(), 3)
    assert compose_request(memory).root == 3
    applied = hear(memory, epoch=1, roots=(OFFICE.new_root(4, third, fourth),))
    assert applied.refused == []
    assert memory.trust.root() == (4, fourth.public_key().public_bytes_raw())


def test_what_hangs_on_a_refused_root_is_refused_with_it(memory):
    second, third = a_key("second"), a_key("third")
    lost = OFFICE.new_root(3, second, third)
    assert hear(memory, roots=(lost, OFFICE.new_root(4, third, a_key("x")))).refused == [Code.BAD_SIGNATURE]
    assert memory.trust.root() == (1, OFFICE.root_key)


# --- what the hub keeps from us


def test_a_version_that_is_named_and_not_handed_over_is_withheld(experienced):
    applied = hear(experienced, freshness=fresh(THIRD, roster=2, hours=1), cursor=11, state=b"t" * 16)
    assert (applied.withheld, applied.refused) == ([MEETING], [Code.WITHHELD])
    assert experienced.trust.state() == b""
    assert experienced.packets.current(MEETING) == SECOND


def test_another_manifest_of_our_version_is_withheld(experienced):
    experienced.rows.freshness = None
    other = replaced(SECOND, change="khác")
    assert hear(experienced, freshness=fresh(other, roster=2), cursor=11).withheld == [MEETING]


def test_a_reply_that_was_cut_withholds_nothing_yet(experienced):
    reply = {"freshness": fresh(THIRD, roster=2, hours=1), "state": b""}
    applied = hear(experienced, more=True, cursor=11, **reply)
    assert (applied.withheld, applied.refused) == ([], [])
    third = (packet(THIRD, seq=12),)
    applied = hear(experienced, packets=third, cursor=12, **{**reply, "state": STATE})
    assert (applied.withheld, applied.refused) == ([], [])


def test_what_was_refused_is_named_once(experienced):
    bad = replaced(packet(THIRD, seq=11), manifest=OFFICE.signed(THIRD, OFFICE.thu))
    applied = hear(experienced, packets=(bad,), freshness=fresh(THIRD, roster=2), cursor=11)
    assert (applied.withheld, applied.refused) == ([MEETING], [Code.ONE_SIGNATURE])


# --- receipts


@pytest.fixture
def voter(experienced):
    """With one ballot in the outbox."""
    experienced.outbox.append(OFFICE.ballot(OFFICE.lan, SECOND))
    return experienced


def the_ballot(memory):
    return memory.outbox.pending(1)[0]


def receipt_for(ballot, **changes):
    leaves = OFFICE.leaves((OFFICE.minh, OFFICE.ballot(OFFICE.minh, SECOND)), (OFFICE.lan, ballot))
    return replaced(OFFICE.receipt(ballot.event_id, leaves, 1), **changes)


def test_a_proved_receipt_settles_the_ballot_even_when_nothing_else_is_new(voter):
    applied = hear(voter, outcomes=(OFFICE.outcome(receipt_for(the_ballot(voter))),), cursor=10)
    assert (len(applied.sent), applied.refused) == (1, [])
    assert voter.outbox.pending_count() == 0


def test_the_same_outcome_twice_is_one_act_sent(voter):
    outcome = OFFICE.outcome(receipt_for(the_ballot(voter)))
    assert len(hear(voter, outcomes=(outcome, outcome), cursor=10).sent) == 1


def forged(receipt, how):
    log = receipt.log
    return {
        "no log": replaced(receipt, log=None),
        "path": replaced(receipt, log=replaced(log, proof=(bytes(32),))),
        "index": replaced(receipt, log=replaced(log, index=0)),
        "head": replaced(
            receipt, log=replaced(log, head=seal(Kind.HEAD, OFFICE.tenant, log.head.payload, HUB, a_key("x")))
        ),
        "other motion": replaced(receipt, log=replaced(log, head=OFFICE.head([log.leaf], "v-9"))),
        "reserved": replaced(receipt, code=Code.MOTION_CHANGED, log=replaced(log, proof=())),
        "other event": replaced(receipt, event="9" * 64),
    }[how]


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("no log", Code.MALFORMED),
        ("path", Code.WRONG_DIGEST),
        ("index", Code.WRONG_DIGEST),
        ("head", Code.BAD_SIGNATURE),
        ("other motion", Code.WRONG_DIGEST),
        ("reserved", Code.WRONG_DIGEST),
    ],
)
def test_a_forged_receipt_settles_nothing(voter, how, code):
    bad = forged(receipt_for(the_ballot(voter)), how)
    applied = hear(voter, outcomes=(OFFICE.outcome(bad),), cursor=10)
    assert (len(applied.sent), applied.refused) == (0, [code])
    assert voter.outbox.pending_count() == 1
    assert voter.trust.state() == b""


def test_a_receipt_of_another_event_settles_nothing(voter):
    ballot = the_ballot(voter)
    outcome = replaced(OFFICE.outcome(receipt_for(ballot)), receipt=b"{}")
    assert hear(voter, outcomes=(outcome,), cursor=10).refused == [Code.MALFORMED]
    outcome = replaced(outcome, receipt=encode_payload(forged(receipt_for(ballot), "other event")))
    assert hear(voter, outcomes=(outcome,), cursor=10).refused == [Code.WRONG_DIGEST]
    assert voter.outbox.pending_count() == 1


def test_a_ballot_that_came_after_the_close_is_settled_without_a_log(voter):
    late = receipt_for(the_ballot(voter), code=Code.MOTION_NOT_OPEN, log=None)
    assert len(hear(voter, outcomes=(OFFICE.outcome(late),), cursor=10).sent) == 1


def test_a_refusal_settles_too_and_blocks_nothing(voter):
    voter.outbox.append(a_mark(OFFICE.lan, 2))
    first, second = voter.outbox.pending(2)
    refused = Receipt(event=first.event_id, accepted=False, recorded=NOON, code=Code.NOT_ON_ROLL)
    taken = Receipt(event=second.event_id, accepted=True, recorded=NOON)
    assert len(hear(voter, outcomes=(OFFICE.outcome(refused), OFFICE.outcome(taken)), cursor=10).sent) == 2
    assert voter.rows.receipts[first.event_id].code is Code.NOT_ON_ROLL


# --- the desk

BALLOTS = tuple((m, OFFICE.ballot(m, FIRST)) for m in (OFFICE.lan, OFFICE.minh))
CLOSED = OFFICE.closed(FIRST, *BALLOTS)
CERTS = tuple(OFFICE.cert(member) for member in OFFICE.delegates)


def test_the_desk_gets_drafts_turnout_people_closed_motions_and_the_reach_of_recalls(memory):
    people = (PersonEntry(person="p-lan", name="Lan", roles=(Role.DELEGATE,)),)
    reach = (Reach(meeting=MEETING, version=1, told=("d-lan",)),)
    draft = replaced(packet(SECOND, seq=2), manifest=OFFICE.signed(SECOND, OFFICE.thu), published=False)
    applied = hear(
        memory,
        member=OFFICE.thu,
        certs=CERTS,
        packets=(packet(FIRST, seq=1), draft),
        turnout=(Turnout(motion=MOTION, meeting=MEETING, ballots=(Cast("p-lan", NOON, Way.HUB),)),),
        people=people,
        closed=(CLOSED,),
        reach=reach,
        freshness=fresh(FIRST),
    )
    assert applied.refused == []
    assert applied.new_versions == [MEETING]
    assert memory.packets.drafts(MEETING) == [SECOND]
    assert memory.rows.people == list(people)
    assert memory.rows.closed == {MOTION: CLOSED}
    assert memory.rows.turnout[MOTION].voted == ("p-lan",)
    assert memory.rows.reach == list(reach)
    assert applied.desk
    again = hear(memory, member=OFFICE.thu, freshness=fresh(FIRST), state=b"t" * 16)
    assert memory.rows.reach == []
    assert not again.desk


LAN_IN_ROOM = Contact("p-lan", "d-lan", 5_000, Way.ROOM, "d-room", held=True)
LAN_AT_OFFICE = Contact("p-lan", "d-lan", 60_000, Way.HUB)
LAN_ELSEWHERE = Contact("p-lan", "d-lan", 9_000, Way.ROOM, "d-room-2")


@pytest.mark.parametrize(
    ("hub", "member", "kept"),
    [
        (HUB, OFFICE.thu, {LAN_IN_ROOM, LAN_AT_OFFICE, LAN_ELSEWHERE}),
        (OFFICE.room.device, OFFICE.thu, {LAN_IN_ROOM}),
        (HUB, OFFICE.lan, set()),
    ],
)
def test_the_desk_hears_where_laptops_are_and_of_a_room_hub_only_what_it_heard(memory, hub, member, kept):
    memory.trust.put_roster(OFFICE.by_root(OFFICE.roster(2, (*OFFICE.desk, OFFICE.room))))
    memory.route(hub).begin_epoch(1)
    who = Who(OFFICE.tenant, member.person, member.device, member.cert.roles)
    told = (LAN_IN_ROOM, LAN_AT_OFFICE, LAN_ELSEWHERE)
    reply = ExchangeReply(state=STATE, time=NOON, cursor=0, contacts=told)
    applied = apply_reply(memory, who, ExchangeRequest(epoch=1, roster=2), reply, NOON, hub)
    assert set(memory.rows.contacts.values()) == kept
    assert applied.desk is bool(kept)
    assert applied.refused == []


def test_a_draft_that_the_hub_made_up_is_not_laid_before_the_approver(memory):
    draft = replaced(packet(FIRST, seq=1), manifest=OFFICE.signed(FIRST, OFFICE.duyet), published=False)
    assert hear(memory, member=OFFICE.duyet, packets=(draft,)).refused == [Code.ONE_SIGNATURE]
    part = replaced(packet(FIRST, seq=1), descriptors=(), published=False)
    assert hear(memory, member=OFFICE.duyet, packets=(part,)).refused == [Code.PACKET_INCOMPLETE]


@pytest.mark.parametrize(
    ("closed", "code"),
    [
        (replaced(CLOSED, ballots=CLOSED.ballots[:1]), Code.WRONG_DIGEST),
        (replaced(CLOSED, closing=OFFICE.by_hub(Kind.CLOSING, OFFICE.closing(FIRST, []))), Code.WRONG_DIGEST),
        (
            replaced(
                CLOSED,
                closing=Envelope(Kind.CLOSING, CLOSED.closing.payload + b" ", CLOSED.closing.signatures),
            ),
            Code.BAD_SIGNATURE,
        ),
        (OFFICE.closed(FIRST, (a_member("ma", Role.DELEGATE), BALLOTS[0][1])), Code.UNKNOWN_DEVICE),
    ],
)
def test_the_desk_counts_no_ballots_but_those_of_the_log(memory, closed, code):
    applied = hear(memory, member=OFFICE.thu, certs=CERTS, closed=(closed,))
    assert applied.refused == [code]
    assert memory.rows.closed == {}
    assert memory.trust.state() == b""


def test_ballots_that_were_refused_come_again_with_their_closing(memory):
    closing = delivered(7, CLOSED.closing)
    bad = replaced(CLOSED, ballots=CLOSED.ballots[:1])
    reply = {"member": OFFICE.thu, "certs": CERTS, "events": (closing,), "cursor": 7}
    hear(memory, closed=(bad,), **reply)
    assert memory.trust.again() == (7,)
    hear(memory, closed=(CLOSED,), **reply, state=b"t" * 16)
    assert (memory.trust.again(), memory.rows.closed) == ((), {MOTION: CLOSED})
