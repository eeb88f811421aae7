"""Descriptors that a packet leaves out are completed from this laptop, or the packet is asked for whole."""

import pytest
from support.packets import MEETING, PaperOffice
from support.settling import FIRST, ITEM, OFFICE, SECOND, STATE, a_memory, fresh, hear, packet, replaced

from sync.engine.asking import compose_request
from sync.errors import Code
from sync.wire.codec import encode_payload
from sync.wire.messages import Packet

OTHER = OFFICE.item(OFFICE.document(b"%PDF- two", name="doc-2"), number=2)
THIRD = OFFICE.manifest(ITEM, OTHER, after=SECOND)


@pytest.fixture
def memory():
    made = a_memory()
    hear(made, packets=(packet(FIRST, seq=1),), cursor=1)
    return made


def halved(manifest, seq: int, kept: tuple[int, ...], *items) -> Packet:
    return replaced(OFFICE.packet(manifest, *items, seq=seq), kept=kept)


def descriptors(memory) -> list[bytes]:
    version = memory.rows.versions[memory.packets.newest()[MEETING][1]]
    return sorted(version.packet.descriptors)


def test_what_is_left_out_is_taken_from_an_earlier_version(memory):
    applied = hear(memory, packets=(halved(THIRD, 5, (0,), OTHER),), freshness=fresh(THIRD), cursor=5)
    assert (applied.refused, applied.more, memory.trust.state()) == ([], False, STATE)
    assert descriptors(memory) == sorted(map(encode_payload, (ITEM, OTHER)))


def test_a_packet_that_cannot_be_completed_is_asked_for_whole_and_at_once(memory):
    applied = hear(memory, packets=(halved(THIRD, 5, (0, 1)),), freshness=fresh(THIRD), cursor=5)
    assert (applied.refused, applied.more) == ([], True)
    assert (memory.trust.again(), memory.trust.state()) == ((5,), b"")
    assert memory.packets.newest_version(MEETING) == 1
    whole = packet(THIRD, ITEM, OTHER, seq=5)
    applied = hear(memory, packets=(whole,), freshness=fresh(THIRD), cursor=5)
    assert (applied.refused, memory.trust.again(), memory.trust.state()) == ([], (), STATE)
    assert memory.packets.newest_version(MEETING) == 3


def test_a_hub_that_never_sends_it_whole_is_not_asked_without_a_pause(memory):
    hear(memory, packets=(halved(THIRD, 5, (0, 1)),), cursor=5)
    applied = hear(memory, packets=(halved(THIRD, 5, (0, 1)),), cursor=5)
    assert not applied.more
    assert applied.refused == [Code.PACKET_INCOMPLETE]
    assert compose_request(memory).again == (5,)


def test_a_place_that_the_manifest_has_not_is_refused(memory):
    applied = hear(memory, packets=(halved(THIRD, 5, (2,), ITEM, OTHER),), cursor=5)
    assert (applied.refused, applied.more) == ([Code.MALFORMED], False)


def test_a_descriptor_comes_once_left_out_or_not(memory):
    applied = hear(memory, packets=(halved(THIRD, 5, (0,), ITEM, OTHER),), cursor=5)
    assert applied.refused == [Code.MALFORMED]


def test_a_draft_is_whole_after_it_was_completed():
    memory, desk = a_memory(), OFFICE.duyet
    hear(memory, desk, packets=(packet(FIRST, seq=1),), cursor=1)
    draft = replaced(halved(THIRD, 5, (0,), OTHER), published=False)
    assert hear(memory, desk, packets=(draft,), cursor=5).refused == []
    lacking = replaced(halved(THIRD, 6, (0,)), published=False)  # nothing says where the other one is
    assert hear(memory, desk, packets=(lacking,), cursor=6).refused == [Code.PACKET_INCOMPLETE]


def test_a_descriptor_that_went_with_a_recall_is_not_to_be_had(tmp_path):
    office = PaperOffice()
    item = office.item(office.document(b"%PDF- one"))
    manifest = office.manifest(item)
    vault = office.vault(tmp_path, office.lan)
    name, data = manifest.items[0], encode_payload(item)
    assert vault.packets.descriptor(name) is None
    office.deliver(vault, manifest, item)
    assert vault.packets.descriptor(name) == data
    vault.packets.recall(MEETING, 1)
    assert vault.packets.descriptor(name) is None
    vault.close()
