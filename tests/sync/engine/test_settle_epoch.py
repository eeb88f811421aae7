"""A restored hub begins a new epoch by the root's word; without that word it is an attack."""

import pytest
from support.memory import PaperMemory
from support.packets import MEETING, NOON, PaperOffice
from support.settling import FIRST, OFFICE, SECOND, a_mark, a_memory, delivered, fresh, hear, packet

from sync.engine.asking import compose_request
from sync.errors import Code
from sync.wire.messages import ChainHead, Receipt

RESTORED = OFFICE.by_root(OFFICE.roster(1, epoch=2))


def outcome(envelope):
    return OFFICE.outcome(Receipt(event=envelope.event_id, accepted=True, recorded=NOON))


@pytest.fixture
def memory():
    """Epoch 1, place 10; three own acts that the hub has taken, and one that waits."""
    made = a_memory()
    acts = [made.outbox.append(a_mark(OFFICE.lan, seq)) for seq in (1, 2, 3)]
    hear(
        made,
        roster=OFFICE.by_root(OFFICE.roster(7)),
        packets=(packet(FIRST, seq=3), packet(SECOND, seq=9)),
        freshness=fresh(SECOND, roster=7, hours=5),
        outcomes=tuple(outcome(act) for act in acts),
        cursor=10,
    )
    made.trust.put_again((4,))
    made.outbox.append(a_mark(OFFICE.lan, 4))
    assert made.outbox.pending_count() == 1
    return made


def restored(memory, **reply):
    whole = {"epoch": 2, "roster": RESTORED, "chain": ChainHead(seq=1), "cursor": 3, "state": b"new"}
    return hear(memory, **{**whole, **reply})


def test_a_restored_hub_is_no_attack_and_is_asked_for_everything_anew(memory):
    applied = restored(memory, packets=(packet(FIRST, seq=3),), freshness=fresh(FIRST, epoch=2))
    assert (applied.restored, applied.copied, applied.refused) == (True, False, [])
    request = compose_request(memory)
    assert (request.epoch, request.cursor, request.roster, request.again) == (2, 3, 1, ())
    # It has lost version 2. What was approved and is here stays.
    assert memory.packets.current(MEETING) == SECOND
    assert applied.withheld == []


def test_own_acts_that_it_lost_wait_again_and_are_sent_at_once(memory):
    applied = restored(memory)
    assert [each.event_id for each in memory.outbox.pending(9)] == [
        act.event_id for act in memory.rows.acts[1:]
    ]
    assert applied.more
    lost = memory.rows.acts[1:]
    hear(memory, outcomes=tuple(outcome(act) for act in lost), cursor=9, state=b"newer")
    assert memory.outbox.pending_count() == 0


def test_an_epoch_begins_once(memory):
    restored(memory)
    applied = hear(memory, cursor=5, freshness=fresh(epoch=2), state=b"newer")
    assert (applied.restored, applied.refused, memory.trust.cursor()) == (False, [], 5)


def test_the_clock_of_a_restored_hub_may_be_earlier(memory):
    applied = restored(memory, freshness=fresh(FIRST, epoch=2, hours=1))
    assert applied.refused == []
    assert memory.trust.read_freshness().epoch == 2


def test_a_roster_that_came_an_exchange_earlier_is_enough(memory):
    applied = hear(memory, roster=RESTORED, cursor=11, state=b"x")
    # The root has ended the epoch in which this reply still speaks.
    assert applied.refused == [Code.OLD_EPOCH]
    assert (memory.trust.epoch(), memory.trust.cursor()) == (1, 10)
    assert restored(memory, roster=None).restored


def test_a_hub_alone_begins_no_epoch(memory):
    act = delivered(1, a_mark(OFFICE.minh))
    applied = restored(memory, roster=None, events=(act,))
    assert applied.refused == [Code.OLD_ROSTER]
    assert (memory.trust.epoch(), memory.trust.cursor(), memory.trust.again()) == (1, 10, (4,))
    assert memory.outbox.pending_count() == 1
    assert memory.rows.events == {}


def test_a_roster_of_a_new_epoch_by_the_online_key_begins_none(memory):
    office = PaperOffice()
    office.root = office.online
    applied = restored(memory, roster=office.by_root(OFFICE.roster(1, epoch=2)))
    assert applied.refused == [Code.BAD_SIGNATURE, Code.OLD_ROSTER]
    assert memory.trust.epoch() == 1


def test_a_hub_that_goes_back_to_an_earlier_epoch_is_believed_nothing(memory):
    restored(memory)
    act = delivered(20, a_mark(OFFICE.minh))
    pending = memory.outbox.pending(9)
    applied = hear(memory, epoch=1, events=(act,), outcomes=(outcome(pending[0]),), cursor=20, state=b"old")
    assert applied.refused == [Code.OLD_EPOCH]
    assert (memory.trust.epoch(), memory.trust.cursor(), memory.trust.state()) == (2, 3, b"")
    assert memory.rows.events == {}
    assert memory.outbox.pending(9) == pending


def test_a_roster_of_an_earlier_epoch_does_not_bring_it_back(memory):
    restored(memory)
    old = OFFICE.by_root(OFFICE.roster(9))
    assert hear(memory, epoch=1, roster=old).refused == [Code.OLD_EPOCH, Code.OLD_EPOCH]
    assert memory.trust.read_roster().epoch == 2


def test_the_first_contact_is_no_restoration():
    memory = PaperMemory(OFFICE.root_key)
    memory.outbox.append(a_mark(OFFICE.lan, 1))
    applied = restored(memory, chain=ChainHead(seq=0))
    assert (applied.restored, applied.copied, applied.refused) == (False, False, [])
    assert memory.trust.epoch() == 2


# --- copies


@pytest.mark.parametrize(
    ("seq", "name", "copied"),
    [(3, "", False), (4, "own", False), (4, "9" * 64, True), (5, "9" * 64, True)],
    ids=["behind", "the same", "another act of that number", "a later act"],
)
def test_a_hub_that_knows_another_history_of_this_device_has_met_a_copy(memory, seq, name, copied):
    name = memory.outbox.head()[1] if name == "own" else name
    applied = hear(memory, chain=ChainHead(seq=seq, id=name), cursor=11, state=b"x")
    assert applied.copied is copied
    assert applied.refused == ([Code.DEVICE_COPIED] if copied else [])
    assert memory.trust.cursor() == 11
    assert not applied.restored


def test_a_disk_put_back_is_found_out_also_when_nothing_else_is_new(memory):
    reply = {"state": memory.trust.state(), "chain": ChainHead(seq=9, id="9" * 64)}
    assert hear(memory, **reply).copied
