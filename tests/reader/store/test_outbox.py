"""The device's own acts, and the events of others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reader.store.events import EventState
from sync.errors import Code, SohopError
from sync.model.events import Closing
from sync.model.ids import DeviceId
from sync.wire.codec import encode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.messages import Delivered, Outcome
from sync.wire.statements import HUB


def test_acts_form_a_chain_and_keep_their_exact_bytes_over_a_restart(vault, reopen, make):
    made = []

    def remembered(seq, prev):
        made.append(make.an_act()(seq, prev))
        return made[-1]

    for _ in range(3):
        vault.outbox.append(remembered)
    vault.close()
    opened = reopen()
    assert opened.outbox.pending(10) == made
    assert opened.outbox.pending(2) == made[:2]
    assert opened.outbox.head() == (3, made[2].event_id)
    opened.outbox.check_chain()


def test_an_act_that_does_not_continue_the_chain_is_a_bug_and_leaves_nothing(vault, make):
    vault.outbox.append(make.an_act())
    with pytest.raises(ValueError, match="chain"):
        vault.outbox.append(lambda seq, prev: make.an_act()(seq + 1, prev))
    assert vault.outbox.pending_count() == 1


def test_a_signature_that_fails_uses_up_no_number(vault, make):
    def broken(seq, prev):
        raise RuntimeError("no key")

    with pytest.raises(RuntimeError):
        vault.outbox.append(broken)
    vault.outbox.append(make.an_act())
    assert vault.outbox.head()[0] == 1


def test_receipts_settle_acts_one_by_one_and_a_refused_one_blocks_nothing(vault, make):
    first, second, third = (vault.outbox.append(make.an_act(f"{n}")) for n in range(3))
    assert vault.outbox.settle(make.an_outcome(second, Code.MOTION_NOT_OPEN))
    assert vault.outbox.settle(make.an_outcome(third))
    assert [envelope.event_id for envelope in vault.outbox.pending(9)] == [first]
    [(refused, event, code)] = vault.outbox.quarantine()
    assert (refused, event.seq, code) == (second, 2, Code.MOTION_NOT_OPEN)
    states = {known.id: known.state for known in vault.events.of_meeting("m-1")}
    assert states == {
        first: EventState.PENDING,
        second: EventState.REFUSED,
        third: EventState.ACCEPTED,
    }


def test_a_refused_act_that_was_read_about_is_not_listed_any_more_and_can_still_be_exported(vault, make):
    first, second, third = (vault.outbox.append(make.an_act(f"{n}")) for n in range(3))
    vault.outbox.settle(make.an_outcome(first))
    vault.outbox.settle(make.an_outcome(second, Code.MOTION_NOT_OPEN))
    vault.outbox.dismiss(first)
    vault.outbox.dismiss(second)
    vault.outbox.dismiss(third)
    assert vault.outbox.quarantine() == []
    assert vault.events.get(second).receipt.code is Code.MOTION_NOT_OPEN
    assert [(envelope.event_id, code) for envelope, code in vault.outbox.unsent()] == [
        (second, Code.MOTION_NOT_OPEN),
        (third, None),
    ]
    vault.outbox.settle(make.an_outcome(third, Code.NOT_ON_ROLL))
    assert [event for event, _, _ in vault.outbox.quarantine()] == [third]


def test_acts_that_a_restored_hub_lacks_wait_again_and_their_receipts_stay_as_evidence(vault, reopen, make):
    ids = [vault.outbox.append(make.an_act(f"{n}")) for n in range(4)]
    outcomes = [make.an_outcome(ids[0]), make.an_outcome(ids[1]), make.an_outcome(ids[2], Code.NOT_ON_ROLL)]
    for outcome in outcomes:
        vault.outbox.settle(outcome)
    assert vault.outbox.offer_again(1) == 2
    assert vault.outbox.offer_again(1) == 0
    assert [envelope.event_id for envelope in vault.outbox.pending(9)] == ids[1:]
    assert vault.outbox.quarantine() == []
    assert vault.events.get(ids[1]).receipt is None
    later = make.an_outcome(ids[1], recorded=make.NOON + timedelta(days=2))
    assert vault.outbox.settle(later)
    vault.close()
    opened = reopen()
    [former] = opened.outbox.former_receipts(ids[1])
    assert encode_payload(former) == outcomes[1].receipt
    assert encode_payload(opened.events.get(ids[1]).receipt) == later.receipt
    [refused] = opened.outbox.former_receipts(ids[2])
    assert refused.code is Code.NOT_ON_ROLL
    assert opened.outbox.former_receipts(ids[0]) == []
    opened.outbox.check_chain()


def test_settling_again_keeps_the_first_receipt(vault, make):
    event = vault.outbox.append(make.an_act())
    first = make.an_outcome(event)
    assert vault.outbox.settle(first)
    assert not vault.outbox.settle(make.an_outcome(event, Code.MALFORMED))
    assert not vault.outbox.settle(make.an_outcome("f" * 64))
    known = vault.events.get(event)
    assert known.receipt.accepted
    assert encode_payload(known.receipt) == first.receipt


def test_a_room_hub_may_lack_what_the_office_has_settled(vault, make):
    acts = [vault.outbox.append(make.an_act(f"{n}")) for n in range(5)]
    room, other = DeviceId("d-room"), DeviceId("d-other")

    def earlier(*rooms, limit=9):
        return [act.event_id for act in vault.outbox.earlier(rooms, limit)]

    assert earlier(room) == []  # all of it waits, and goes along as that
    for act in (acts[0], acts[1], acts[3]):
        vault.outbox.settle(make.an_outcome(act))
    assert earlier(room) == [acts[3], acts[1], acts[0]]
    assert earlier(room, limit=2) == [acts[3], acts[1]]
    assert earlier() == []
    vault.outbox.begin(room, 2)
    assert earlier(room) == [acts[3]]
    assert earlier(room, other) == [acts[3], acts[1], acts[0]]
    assert [act.event_id for act in vault.outbox.pending(9)] == [acts[2], acts[4]]


def test_a_receipt_of_another_act_settles_nothing(vault, make):
    event = vault.outbox.append(make.an_act())
    other = make.an_outcome("f" * 64)
    with pytest.raises(SohopError) as caught:
        vault.outbox.settle(Outcome(event=event, receipt=other.receipt))
    assert caught.value.code is Code.WRONG_DIGEST
    assert vault.outbox.pending_count() == 1


def test_delivered_events_are_kept_once_in_the_hubs_order(vault, make):
    closing = Closing(
        tenant="t-1",
        meeting="m-1",
        motion="v-1",
        motion_digest="1" * 64,
        opened=make.NOON,
        closed=make.NOON,
        closed_by="p-2",
        manifest="2" * 64,
        epoch=1,
        roster=1,
        act="3" * 64,
        size=0,
        root="0" * 64,
    )
    late = Delivered(
        9,
        make.NOON + timedelta(hours=1),
        seal(Kind.CLOSING, "t-1", encode_payload(closing), HUB, make.KEY),
    )
    early = Delivered(4, make.NOON, make.an_act("của người khác")(7, "a" * 64))
    own = vault.outbox.append(make.an_act())
    assert vault.events.add(late)
    assert vault.events.add(early)
    assert not vault.events.add(early)
    known = vault.events.of_meeting("m-1")
    assert [each.hub_seq for each in known] == [4, 9, None]
    assert known[1].event == closing
    assert known[2].id == own
    assert known[0].recorded == make.NOON
    assert vault.outbox.head()[0] == 1
    assert vault.events.of_meeting("m-2") == []


def test_an_own_act_that_comes_back_waits_for_its_receipt(vault, make):
    event = vault.outbox.append(make.an_act())
    [envelope] = vault.outbox.pending(1)
    assert not vault.events.add(Delivered(1, make.NOON, envelope))
    assert vault.events.get(event).state is EventState.PENDING
    assert vault.events.get(event).hub_seq == 1
    assert vault.outbox.settle(make.an_outcome(event))
    assert vault.events.get(event).state is EventState.ACCEPTED


def test_what_is_no_event_is_not_kept(vault, make):
    envelope = seal(Kind.HEAD, "t-1", b"{}", HUB, make.KEY)
    with pytest.raises(SohopError) as caught:
        vault.events.add(Delivered(1, make.NOON, envelope))
    assert caught.value.code is Code.MALFORMED
