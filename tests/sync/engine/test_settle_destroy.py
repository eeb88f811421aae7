"""Recalled, expired or revoked: content goes in the very commit that keeps the word for it."""

from datetime import timedelta

import pytest
from support.memory import PowerGoneError
from support.packets import MEETING, NOON, a_member
from support.settling import (
    FIRST,
    ITEM,
    OFFICE,
    SECOND,
    a_mark,
    a_memory,
    delivered,
    fresh,
    hear,
    packet,
    replaced,
)

from sync.errors import Code
from sync.model.events import RecallPacket
from sync.model.people import Role
from sync.wire.statements import Retired

THIRD = OFFICE.manifest(ITEM, after=SECOND)


def a_recall(member=OFFICE.thu, version=1, meeting=MEETING, seq=1):
    return OFFICE.event(member, RecallPacket(version=version, reason="Có sai sót"), seq=seq, meeting=meeting)


@pytest.fixture
def memory():
    """It has version 1, and a note of the person's own."""
    made = a_memory()
    made.outbox.append(a_mark(OFFICE.lan, 1))
    hear(made, packets=(packet(FIRST, seq=1),), freshness=fresh(FIRST), cursor=1, state=b"1")
    assert made.packets.with_content() == (MEETING,)
    return made


# --- recall


@pytest.mark.parametrize("member", [OFFICE.thu, OFFICE.duyet], ids=["secretary", "approver"])
def test_a_recalled_packet_is_destroyed_at_the_next_contact(memory, member):
    applied = hear(memory, events=(delivered(2, a_recall(member)),), cursor=2)
    assert (applied.refused, len(applied.received)) == ([], 1)
    assert applied.destroyed == [(MEETING, 1)]
    assert memory.rows.versions == {}
    assert memory.outbox.pending_count() == 1


def test_a_recalled_version_is_refused_from_then_on_and_not_asked_for_again(memory):
    hear(memory, events=(delivered(2, a_recall()),), cursor=2)
    applied = hear(memory, packets=(packet(FIRST, seq=3),), cursor=3)
    assert applied.refused == [Code.RECALLED]
    assert memory.packets.current(MEETING) is None
    assert memory.trust.again() == ()


def test_a_later_version_may_follow_a_recall(memory):
    hear(memory, events=(delivered(2, a_recall()),), cursor=2)
    applied = hear(memory, packets=(packet(SECOND, seq=3),), freshness=fresh(SECOND), cursor=3)
    assert (applied.refused, applied.new_versions, applied.destroyed) == ([], [MEETING], [])
    assert memory.packets.current(MEETING) == SECOND


def test_a_recall_spares_the_version_that_already_replaced_it(memory):
    packets, events = (packet(SECOND, seq=2),), (delivered(3, a_recall()),)
    applied = hear(memory, packets=packets, events=events, cursor=3)
    assert applied.destroyed == [(MEETING, 1)]
    assert [each.manifest for each in memory.rows.versions.values()] == [SECOND]


def test_a_packet_and_its_recall_in_one_reply_leave_nothing(memory):
    applied = hear(
        memory,
        packets=(packet(SECOND, seq=2),),
        events=(delivered(3, a_recall(version=2)),),
        cursor=3,
    )
    assert applied.destroyed == [(MEETING, 2)]
    assert memory.rows.versions == {}


def test_a_recall_that_comes_before_its_packet_holds(memory):
    events = (delivered(2, a_recall(version=2)),)
    assert hear(memory, events=events, packets=(packet(SECOND, seq=3),), cursor=3).refused == [Code.RECALLED]
    assert memory.rows.versions == {}


def test_the_recall_of_what_was_never_here_is_reported_too():
    memory = a_memory()
    applied = hear(memory, events=(delivered(2, a_recall()),), cursor=2)
    assert applied.destroyed == [(MEETING, 1)]


def test_the_same_recall_again_and_a_lower_one_change_nothing(memory):
    hear(memory, events=(delivered(2, a_recall(version=2)),), cursor=2)
    lower = (delivered(3, a_recall(version=2)), delivered(4, a_recall(version=1, seq=2)))
    applied = hear(memory, events=lower, cursor=4)
    assert (applied.destroyed, applied.refused) == ([], [])
    assert memory.packets.tombstone(MEETING) == 2


def test_a_recall_of_another_meeting_touches_this_one_not(memory):
    hear(memory, events=(delivered(2, a_recall(meeting="m-2")),), cursor=2)
    assert memory.packets.current(MEETING) == FIRST
    assert memory.packets.tombstone("m-2") == 1


@pytest.mark.parametrize("member", [OFFICE.lan, OFFICE.chu, a_member("la", Role.SECRETARY)])
def test_a_recall_by_whom_it_does_not_belong_to_destroys_nothing(memory, member):
    applied = hear(memory, events=(delivered(2, a_recall(member)),), cursor=2)
    assert applied.refused in ([Code.NOT_PERMITTED], [Code.UNKNOWN_DEVICE])
    assert memory.packets.with_content() == (MEETING,)
    assert memory.packets.tombstone(MEETING) == 0


def retiring(issued):
    roster = OFFICE.roster(2, office=(OFFICE.duyet, OFFICE.chu), retired=(Retired(cert=OFFICE.thu.cert),))
    return OFFICE.by_root(replaced(roster, issued=issued))


def test_a_recall_recorded_before_its_device_was_retired_reaches_a_laptop_that_was_away(memory):
    hour = timedelta(hours=1)
    applied = hear(memory, roster=retiring(NOON + hour), events=(delivered(2, a_recall()),), cursor=2)
    assert (applied.refused, applied.destroyed) == ([], [(MEETING, 1)])


def test_a_recall_by_a_device_retired_before_destroys_nothing(memory):
    hour = timedelta(hours=1)
    applied = hear(memory, roster=retiring(NOON - hour), events=(delivered(2, a_recall()),), cursor=2)
    assert applied.refused == [Code.DEVICE_REVOKED]
    assert memory.packets.current(MEETING) == FIRST


# --- the power goes


def test_a_recall_and_the_cursor_that_passes_it_are_one_commit(memory):
    memory.power_goes = True
    with pytest.raises(PowerGoneError):
        hear(memory, events=(delivered(2, a_recall()),), cursor=2)
    assert (memory.trust.cursor(), memory.packets.tombstone(MEETING)) == (1, 0)
    assert memory.packets.current(MEETING) == FIRST
    memory.power_goes = False
    assert hear(memory, events=(delivered(2, a_recall()),), cursor=2).destroyed == [(MEETING, 1)]


# --- leases

DAYS = (FIRST.lease - NOON).days


def test_a_lease_that_is_over_by_the_hubs_time_destroys_the_content_and_keeps_the_rest(memory):
    applied = hear(memory, freshness=fresh(hours=24 * (DAYS + 1)), cursor=2)
    assert (applied.erased, applied.destroyed) == ([MEETING], [])
    assert memory.packets.with_content() == ()
    assert memory.packets.current(MEETING) == FIRST
    assert memory.outbox.pending_count() == 1


@pytest.mark.parametrize(
    "lie",
    [{"roster": 2}, {"epoch": 2}],
    ids=["of another roster", "of another epoch"],
)
def test_a_time_that_is_not_believed_destroys_nothing(memory, lie):
    applied = hear(memory, freshness=fresh(hours=24 * (DAYS + 1), **lie), cursor=2)
    assert len(applied.refused) == 1
    assert memory.packets.with_content() == (MEETING,)


def test_the_unsigned_time_of_a_reply_destroys_nothing(memory):
    hear(memory, time=FIRST.lease + timedelta(days=1), cursor=2)
    assert memory.packets.with_content() == (MEETING,)


def test_the_erasure_and_the_time_that_asks_for_it_are_one_commit(memory):
    reply = {"freshness": fresh(hours=24 * (DAYS + 1)), "cursor": 2, "state": b"2"}
    memory.power_goes = True
    with pytest.raises(PowerGoneError):
        hear(memory, **reply)
    assert memory.trust.read_freshness().time == NOON
    assert memory.packets.with_content() == (MEETING,)
    memory.power_goes = False
    assert hear(memory, **reply).erased == [MEETING]


def test_a_packet_that_comes_after_its_lease_is_over_is_erased_at_once(memory):
    time = {"freshness": fresh(hours=24 * (DAYS + 1)), "cursor": 2}
    hear(memory, **time)
    applied = hear(memory, packets=(packet(SECOND, seq=3),), cursor=3)
    assert applied.erased == [MEETING]


# --- revocation


def test_a_revoked_laptop_destroys_all_its_content_and_keeps_the_persons_own_acts(memory):
    memory.rows.drafts = {"m-soan"}
    applied = hear(memory, freshness=fresh(FIRST, revoked=(OFFICE.lan,), hours=1), cursor=2)
    assert (applied.revoked, applied.erased) == (True, [MEETING])
    assert (memory.packets.with_content(), memory.rows.drafts) == ((), set())
    assert memory.outbox.pending_count() == 1
    assert hear(memory, state=b"9").erased == []


def test_the_revocation_of_another_device_destroys_nothing(memory):
    memory.rows.drafts = {"m-soan"}
    applied = hear(memory, freshness=fresh(FIRST, revoked=(OFFICE.minh,), hours=1), cursor=2)
    assert (applied.revoked, memory.rows.drafts) == (False, {"m-soan"})
    assert memory.packets.with_content() == (MEETING,)
