"""Versions of a packet: which is shown, and what goes when a meeting is erased."""

from __future__ import annotations

import msgspec
import pytest

from sync.errors import Code, SohopError


def document(make, name="doc-1", seed=1, size=100_000):
    return make.a_document(make.some_bytes(size, seed), name)


def test_the_newest_approved_version_is_shown_at_once_with_its_documents_still_coming(vault, make):
    one, body = document(make)
    two, _ = document(make, seed=2)
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    assert vault.packets.current("m-1").complete
    vault.packets.put(*make.a_packet(two, version=2))
    shown = vault.packets.current("m-1")
    assert (shown.manifest.version, shown.documents, shown.complete_documents) == (2, 1, 0)
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_versions_never_go_back(vault, make):
    one, _ = document(make)
    vault.packets.put(*make.a_packet(one, version=2))
    vault.packets.put(*make.a_packet(one, version=1))
    assert vault.packets.current("m-1").manifest.version == 2
    assert vault.packets.newest_version("m-1") == 2
    with pytest.raises(SohopError) as caught:
        vault.packets.put(*make.a_packet(one, version=2, title="Bản khác"))
    assert caught.value.code is Code.OLD_VERSION
    assert vault.packets.current("m-1").manifest.meeting.title == "Kỳ họp thứ ba"


def test_a_draft_is_not_shown_until_it_is_published(vault, make):
    one, _ = document(make)
    vault.packets.put(*make.a_packet(one))
    draft = make.a_packet(one, version=2, published=False)
    vault.packets.put(*draft)
    assert vault.packets.current("m-1").manifest.version == 1
    assert [each.manifest.version for each in vault.packets.drafts("m-1")] == [2]
    assert vault.packets.newest()["m-1"][0] == 1
    assert vault.packets.manifest_of("m-1", 2) is None
    vault.packets.put(msgspec.structs.replace(draft[0], published=True), *draft[1:])
    assert vault.packets.current("m-1").manifest.version == 2
    assert vault.packets.drafts("m-1") == []
    assert vault.packets.newest() == {"m-1": (2, draft[0].manifest.digest)}
    assert vault.packets.manifest_of("m-1", 2) == draft[0].manifest.digest
    vault.packets.put(*draft)
    assert vault.packets.current("m-1").published


def test_items_come_in_agenda_order_without_chunks_and_descriptors_as_they_came(vault, make):
    packet, manifest, items = make.a_packet(document(make)[0], document(make, "doc-2", 2)[0])
    turned = msgspec.structs.replace(packet, descriptors=packet.descriptors[::-1])
    vault.packets.put(turned, manifest, items[::-1])
    shown = vault.packets.current("m-1")
    assert [item.number for item in shown.items] == ["1", "2"]
    assert shown.items[0].documents[0].chunks == ()
    assert shown.items[0].documents[0].sha256 == items[0].documents[0].sha256
    assert tuple(vault.packets.descriptors(shown.digest)) == packet.descriptors
    assert shown.envelope == packet.manifest


def test_the_shelf_is_in_the_order_of_the_meetings(vault, make):
    for name, day in (("m-2", 5), ("m-1", 9), ("m-3", 1)):
        vault.packets.put(*make.a_packet(document(make)[0], meeting=name, day=day))
    assert [each.manifest.meeting.id for each in vault.packets.all()] == ["m-3", "m-2", "m-1"]


def test_meetings_to_fetch_are_the_next_first_and_those_that_are_past_last(vault, make):
    one, body = document(make)
    days = {"m-1": 9, "m-2": 5, "m-3": -5, "m-4": -9, "m-5": -40, "m-6": 1}
    for name, day in days.items():
        vault.packets.put(*make.a_packet(one, meeting=name, day=day))
    assert vault.packets.to_fetch(make.NOON, make.NOON) == ("m-6", "m-2", "m-1", "m-4", "m-3")
    make.fetch_all(vault, {"doc-1": body}, ["m-6"])
    vault.packets.put(*make.a_packet(document(make, seed=2)[0], meeting="m-2", version=2, published=False))
    vault.packets.erase_content("m-1")
    vault.packets.recall("m-4", 1)
    assert vault.packets.to_fetch(make.NOON, make.NOON) == ("m-2", "m-3")


def test_documents_that_contradict_themselves_are_refused(vault, make):
    one, _ = document(make)
    longer = msgspec.structs.replace(one, size=one.size + 1)
    for bad in ([longer], [one, one]):
        with pytest.raises(SohopError) as caught:
            vault.packets.put(*make.a_packet(*bad))
        assert caught.value.code is Code.MALFORMED
    assert vault.packets.current("m-1") is None
