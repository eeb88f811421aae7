"""What a reply brings of a person's own laptops: their certificates, and what they say to one another."""

from __future__ import annotations

from support.own_laptops import an_own_laptop
from support.packets import NOON, Member, a_key
from support.settling import OFFICE, a_mark, a_memory, delivered, hear

from sync.errors import Code
from sync.model.events import AskForKey
from sync.model.ids import DeviceId
from sync.model.voting_device import VotingDevice
from sync.wire.envelope import Envelope, Kind, seal

SECOND = an_own_laptop("d-second")


def an_ask(member: Member) -> Envelope:
    return OFFICE.event(member, AskForKey(epoch=1, commitment=b"c" * 32), meeting="")


def test_a_new_laptop_in_this_persons_name_comes_with_its_certificate_and_is_news():
    memory = a_memory()
    applied = hear(memory, cursor=2, events=(delivered(2, OFFICE.cert(SECOND)),))
    assert (applied.told, applied.refused) == (True, [])
    assert memory.trust.directory().find(SECOND.device) == SECOND.cert


def test_what_that_laptop_says_in_the_same_reply_is_believed():
    memory = a_memory()
    events = (delivered(2, OFFICE.cert(SECOND)), delivered(3, an_ask(SECOND)))
    applied = hear(memory, cursor=3, events=events)
    assert (applied.told, len(applied.received), applied.refused) == (True, 1, [])


def test_a_certificate_that_the_hub_did_not_sign_is_named_and_asked_for_again():
    memory = a_memory()
    payload = OFFICE.cert(SECOND).payload
    false = seal(Kind.DEVICE, OFFICE.tenant, payload, "hub", a_key("thief"))
    applied = hear(memory, cursor=2, events=(delivered(2, false),))
    assert (applied.told, applied.refused) == (False, [Code.BAD_SIGNATURE])
    assert memory.trust.again() == (2,)


def test_somebody_elses_ask_for_a_note_key_is_refused():
    memory = a_memory()
    applied = hear(memory, cursor=2, events=(delivered(2, an_ask(OFFICE.minh)), delivered(3, a_mark())))
    assert applied.refused == [Code.NOT_PERMITTED]
    assert len(applied.received) == 1


def test_which_laptop_votes_is_kept_until_a_new_epoch_or_another_word():
    memory = a_memory()
    rows = (VotingDevice(DeviceId("d-one"), "Máy một", NOON), VotingDevice(DeviceId("d-two"), "", NOON))
    assert hear(memory, voting=rows[:1]).told
    assert not hear(memory).told
    assert memory.rows.voting == list(rows[:1])
    hear(memory, voting=rows)
    assert memory.rows.voting == list(rows)
    memory.trust.begin_epoch(2)
    assert memory.rows.voting == []
