"""The desk's acts: each is one signed event, and nothing is approved that was not submitted."""

import pytest
from support.packets import MEETING, NOON, code_of

from reader.core import preparing
from reader.core.composing.building import Inspected
from reader.core.composing.folder import read_folder
from reader.core.rulebook import rulebook
from sync.errors import Code, SohopError
from sync.model.events import (
    ApprovePacket,
    Event,
    PublishPacket,
    RecallPacket,
    SubmitPacket,
)
from sync.model.people import PersonEntry, Role
from sync.trust.directory import Directory
from sync.trust.packets import accept_manifest
from sync.wire.codec import decode_payload, digest
from sync.wire.envelope import Envelope, Kind, Signature
from sync.wire.messages import Delivered

TOML = """
[meeting]
id = "m-1"
title = "Kỳ họp"
starts = 2026-12-11T08:00:00
ends = 2026-12-11T16:30:00
[[item]]
id = "muc-1"
number = "1"
title = "Khai mạc"
[[item.document]]
id = "doc-1"
file = "a.pdf"
name = "A"
"""


def bodies(book):
    return [decode_payload(envelope.payload, Event).body for envelope in book.vault.outbox.pending(9)]


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "packet"
    root.mkdir()
    (root / "packet.toml").write_text(TOML, "utf-8")
    (root / "a.pdf").write_bytes(bytes(range(256)) * 400)
    return read_folder(root)


def prepared(book, folder):
    book.vault.trust.put_people([PersonEntry(person="p-lan", name="Lan", roles=(Role.DELEGATE,))])
    return preparing.prepare(book, folder.table, folder, {"a.pdf": Inspected(1, True)}, rulebook())


class Hub:
    """Takes blobs."""

    def __init__(self):
        self.blobs = {}

    def __call__(self, blobs, arrived):
        for name, read in blobs:
            self.blobs[name] = read()
        return sum(map(len, self.blobs.values()))


def test_a_submission_uploads_everything_by_digest_and_signs_the_manifest(desk_book, folder, office):
    draft, hub = prepared(desk_book, folder), Hub()
    submitted = preparing.submit(desk_book, draft, hub, lambda size: None)
    assert (submitted.meeting, submitted.version, submitted.manifest) == (MEETING, 1, digest(draft.payload))
    assert all(digest(data) == name for name, data in hub.blobs.items())
    document = draft.descriptors[0]
    assert {digest(draft.payload), digest(document)} <= hub.blobs.keys()
    chunks = hub.blobs.keys() - {digest(draft.payload), digest(document)}
    assert sum(len(hub.blobs[chunk]) for chunk in chunks) <= 256 * 400
    (body,) = bodies(desk_book)
    assert isinstance(body, SubmitPacket)
    signed = Envelope(Kind.MANIFEST, draft.payload, (Signature(office.thu.device, body.signature),))
    directory = Directory(office.roster())
    assert code_of(lambda: accept_manifest(signed, directory)) is Code.ONE_SIGNATURE


def test_of_what_the_hub_has_already_no_file_is_read(desk_book, folder):
    draft, hub = prepared(desk_book, folder), Hub()
    preparing.submit(desk_book, draft, hub, lambda size: None)
    (folder.root / "a.pdf").unlink()
    assert {name for name, _ in preparing.blobs(draft)} == hub.blobs.keys()


def test_an_upload_that_fails_signs_nothing(desk_book, folder):
    def fails(blobs, arrived):
        raise SohopError(Code.OFFLINE)

    draft = prepared(desk_book, folder)
    assert code_of(lambda: preparing.submit(desk_book, draft, fails, lambda size: None)) is Code.OFFLINE
    assert bodies(desk_book) == []


def test_the_next_version_follows_the_published_one_and_a_corrected_draft_takes_the_place_of_the_first(
    desk_book, folder, office
):
    manifest = office.manifest(version=4)
    office.deliver(desk_book.vault, manifest)
    assert prepared(desk_book, folder).manifest.version == 5
    first, corrected = office.manifest(version=5, change="một"), office.manifest(version=5, change="hai")
    office.deliver(desk_book.vault, first, published=False)
    draft = prepared(desk_book, folder).manifest
    assert (draft.version, draft.previous) == (5, office.signed(manifest).digest)
    office.deliver(desk_book.vault, corrected, published=False)
    assert preparing.draft_of(desk_book, MEETING).digest == office.signed(corrected).digest


def test_the_two_signatures_make_a_packet(office, tmp_path, desk_book, folder):
    draft = prepared(desk_book, folder)
    preparing.submit(desk_book, draft, Hub(), lambda size: None)
    approver = office.book(tmp_path / "duyet", office.duyet)
    packet = office.packet(draft.manifest, published=False)
    approver.vault.packets.put(packet, draft.manifest, [])
    preparing.approve(approver, MEETING)
    (submit,), (approve,) = bodies(desk_book), bodies(approver)
    assert isinstance(approve, ApprovePacket)
    assert submit.manifest == approve.manifest
    both = Envelope(
        Kind.MANIFEST,
        draft.payload,
        (Signature(office.thu.device, submit.signature), Signature(office.duyet.device, approve.signature)),
    )
    assert accept_manifest(both, Directory(office.roster())) == draft.manifest
    preparing.publish(approver, MEETING)
    assert isinstance(bodies(approver)[-1], PublishPacket)
    approver.vault.close()


@pytest.mark.parametrize("act", [preparing.approve, preparing.publish])
def test_what_was_not_submitted_is_neither_approved_nor_published(desk_book, office, act):
    assert code_of(lambda: act(desk_book, MEETING)) is Code.PACKET_UNKNOWN
    office.deliver(desk_book.vault, office.manifest())  # published already: no draft any more
    assert code_of(lambda: act(desk_book, MEETING)) is Code.PACKET_UNKNOWN
    assert bodies(desk_book) == []


@pytest.mark.parametrize("was_here", [True, False])
def test_the_version_after_a_recall_follows_the_recall(desk_book, folder, office, was_here):
    if was_here:
        item = office.item(office.document(b"a" * 9_000))
        office.deliver(desk_book.vault, office.manifest(item, version=2), item)
    envelope = office.event(office.duyet, RecallPacket(version=2, reason="Sai số liệu"))
    with desk_book.vault.transaction():
        desk_book.vault.events.add(Delivered(seq=9, recorded=NOON, envelope=envelope))
        desk_book.vault.packets.recall(MEETING, 2)
    manifest = prepared(desk_book, folder).manifest
    assert (manifest.version, manifest.previous) == (3, envelope.event_id)
