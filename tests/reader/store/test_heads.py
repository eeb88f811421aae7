"""What the recorder showed of a motion's log stays in the vault, and a fork stays for ever."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from support.packets import MEETING, MOTION, NOON, PASSPHRASE, PaperOffice

from reader.store.vault import Vault
from sync.model.events import Event
from sync.trust.logs import mark_of
from sync.wire.codec import decode_payload
from sync.wire.envelope import Kind
from sync.wire.messages import Delivered, LogAsk
from sync.wire.statements import Head

OFFICE = PaperOffice()
MANIFEST = OFFICE.manifest()
VOTES = [(member, OFFICE.ballot(member, MANIFEST, seq=1)) for member in OFFICE.delegates]
LEAVES = OFFICE.leaves(*VOTES)


@pytest.fixture
def vault(tmp_path):
    made = OFFICE.vault(tmp_path / "lan", OFFICE.lan)
    yield made
    if not made.is_closed:
        made.close()


def received(vault, size):
    """An own ballot with its receipt under the head of that size."""
    body = decode_payload(VOTES[0][1].payload, Event).body
    mine = replace(body, ballot_seq=size)
    event = vault.outbox.append(lambda number, prev: OFFICE.event(OFFICE.lan, mine, seq=number, prev=prev))
    vault.outbox.settle(OFFICE.outcome(OFFICE.receipt(event, LEAVES[:size], 0)))
    head = OFFICE.head(LEAVES[:size])
    mark = mark_of(decode_payload(head.payload, Head))
    vault.heads.put(event, mark, head)
    return mark, head


def test_every_earlier_mark_wants_its_proof_to_the_newest_until_it_is_here(vault):
    marks = [received(vault, size)[0] for size in (1, 2, 3)]
    assert vault.heads.asks(9) == (LogAsk(MOTION, 1, 3), LogAsk(MOTION, 2, 3))
    assert vault.heads.asks(1) == (LogAsk(MOTION, 1, 3),)
    assert vault.heads.wants(LogAsk(MOTION, 2, 3))
    vault.heads.put_link(marks[0], marks[2], [b"p" * 32])
    assert vault.heads.asks(9) == (LogAsk(MOTION, 2, 3),)
    assert not vault.heads.wants(LogAsk(MOTION, 1, 3))
    assert vault.heads.link(marks[0], marks[2]) == (b"p" * 32,)
    assert vault.heads.link(marks[1], marks[2]) is None
    assert vault.heads.link(marks[1], marks[1]) == ()
    vault.heads.put_link(marks[1], marks[2], [])
    assert vault.heads.asks(9) == ()


def test_what_a_restored_hub_has_lost_is_not_compared(vault):
    received(vault, 1)
    received(vault, 3)
    vault.outbox.offer_again(1)
    assert [mark.size for mark, _ in vault.heads.marks(MOTION)] == [1]
    assert vault.heads.asks(9) == ()


def test_a_closing_counts_while_it_has_a_place(vault):
    closing = OFFICE.by_hub(Kind.CLOSING, OFFICE.closing(MANIFEST, LEAVES))
    vault.events.add(Delivered(9, NOON, closing))
    vault.heads.put(closing.event_id, mark_of(OFFICE.closing(MANIFEST, LEAVES)), closing)
    assert [(mark.size, mark.frozen) for mark, _ in vault.heads.marks(MOTION)] == [(3, True)]
    vault.trust.begin_epoch(2)
    assert vault.heads.marks(MOTION) == []
    assert vault.events.of_meeting(MEETING)


def test_a_fork_outlives_the_program_and_is_kept_once(vault):
    (_, one), (_, other) = received(vault, 1), received(vault, 2)
    assert vault.heads.put_fork(MOTION, NOON, one, other)
    assert not vault.heads.put_fork(MOTION, NOON + timedelta(hours=1), other, one)
    assert vault.heads.asks(9) == ()
    profile = vault.profile
    vault.close()
    again = Vault.open(profile, PASSPHRASE)
    try:
        ((motion, heard, *kept),) = again.heads.forks()
        assert (motion, heard, kept) == (MOTION, NOON, [one, other])
    finally:
        again.close()
