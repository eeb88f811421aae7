"""Packets being made: saved at every step, revised from what is published, made into bytes to sign."""

from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace
from support.packets import MEETING, MOTION, NOON, code_of

from reader.core.composing import beginning, drafting
from reader.core.composing import composition as steps
from reader.core.composing.checking import FileFacts, Finding
from reader.core.composing.guessing import Guess
from reader.core.composing.looking import Looked
from reader.core.rulebook import rulebook
from sync.errors import Code
from sync.model.motion import Attached
from sync.model.people import PersonEntry, Role
from sync.wire.digests import motion_digest

RULES = rulebook()
FACTS = msgspec.json.encode(FileFacts(pages=1, has_text=True))
PEOPLE = (PersonEntry(person="p-1", name="Đỗ Văn Yên", roles=(Role.DELEGATE,)),)


def looked(data: bytes, name: str = "a.pdf", **facts: object) -> Looked:
    found = FileFacts(pages=2, has_text=True, signed=True, **facts)
    return Looked(name=name, data=data, facts=found, guess=Guess(name=name.removesuffix(".pdf")))


@pytest.fixture
def draft(desk_book):
    """A new meeting with one item and one document."""
    desk_book.vault.trust.put_people(PEOPLE)
    meeting = beginning.begin(desk_book, "Kỳ họp mới", NOON, NOON + timedelta(hours=4))
    packet, item = steps.add_item(drafting.load(desk_book, meeting).packet, "Khai mạc")
    document = drafting.add_file(desk_book, meeting, looked(b"%PDF mot"))
    drafting.save(desk_book, steps.add_documents(packet, item, [document]))
    return meeting


def test_a_new_meeting_is_a_draft_of_its_own(desk_book, draft):
    (found,) = drafting.drafts(desk_book)
    assert found[:2] == (draft, "Kỳ họp mới")
    view = drafting.load(desk_book, draft)
    assert (view.version, view.pages, view.size, view.minutes, view.refused) == (1, 2, 8, 1, 0)
    assert (view.can_undo, view.can_redo) == (True, False)


def test_the_shelf_and_a_step_go_without_a_look_at_the_files(desk_book, draft):
    desk_book.vault.drafts.put_file(draft, "b.pdf", b"%PDF hai", b"nothing that can be read")
    drafting.change(desk_book, draft, lambda packet: steps.set_meeting(packet, title="Đã sửa"))
    assert [title for _, title, _ in drafting.drafts(desk_book)] == ["Đã sửa"]
    assert drafting.packet_of(desk_book, draft).meeting.title == "Đã sửa"
    with pytest.raises(msgspec.DecodeError):
        drafting.load(desk_book, draft)


def test_a_step_that_changes_nothing_is_no_step(desk_book, draft):
    view = drafting.load(desk_book, draft)
    drafting.save(desk_book, view.packet)
    desk_book.vault.drafts.undo(draft)
    assert drafting.load(desk_book, draft).packet.items == ()


def test_it_becomes_bytes_that_can_be_signed_and_sent(desk_book, draft):
    made = drafting.prepare(desk_book, draft, RULES)
    assert (made.manifest.version, made.manifest.meeting.title) == (1, "Kỳ họp mới")
    (name,) = made.names
    assert made.files.span(name, 0, 8) == b"%PDF mot"
    assert made.files.span(name, 5, 3) == b"mot"


def test_a_large_file_is_read_in_parts(desk_book, draft):
    data = bytes(range(251)) * 2_000
    document = drafting.add_file(desk_book, draft, looked(data, "lon.pdf"))
    for start, size in ((0, 10), (65_530, 20), (len(data) - 7, 7), (131_072, 65_536)):
        assert desk_book.vault.drafts.span(draft, document.file, start, size) == data[start : start + size]


def test_only_files_that_no_state_names_are_let_go_of(desk_book, draft):
    kept, view = desk_book.vault.drafts, drafting.load(desk_book, draft)
    item, (first,) = view.packet.items[0].id, [one for _, one in view.packet.documents()]
    second = drafting.add_file(desk_book, draft, looked(b"%PDF hai"))
    drafting.save(desk_book, steps.add_documents(view.packet, item, [second]))
    drafting.change(desk_book, draft, lambda packet: steps.remove_document(packet, first.id))
    for _ in range(2):
        kept.undo(draft)
    third = drafting.add_file(desk_book, draft, looked(b"%PDF ba"))
    drafting.sweep(desk_book, draft)
    assert kept.files(draft).keys() == {first.file, second.file}  # back and forth
    assert not desk_book.vault.documents.is_complete(third.file)
    drafting.change(desk_book, draft, lambda packet: steps.set_meeting(packet, title="Đường khác"))
    drafting.sweep(desk_book, draft)
    assert kept.files(draft).keys() == {first.file}
    assert kept.read(draft, first.file) == b"%PDF mot"


def test_what_is_refused_or_empty_is_not_made_ready(desk_book, draft):
    view = drafting.load(desk_book, draft)
    secret = drafting.add_file(desk_book, draft, looked(b"%PDF mat", "mật.pdf", secret="Mật"))
    drafting.save(desk_book, steps.add_documents(view.packet, view.packet.items[0].id, [secret]))
    found = drafting.load(desk_book, draft)
    assert [one.finding for one in found.remarks[secret.id]] == [Finding.CLASSIFIED]
    assert code_of(lambda: drafting.prepare(desk_book, draft, RULES)) is Code.PACKET_NOT_READY
    empty = beginning.begin(desk_book, "Trống", NOON, NOON + timedelta(hours=1))
    assert code_of(lambda: drafting.prepare(desk_book, empty, RULES)) is Code.PACKET_NOT_READY


def test_a_published_meeting_is_revised_as_it_is(desk_book, office):
    data = b"a" * 9_000
    item = office.item(office.document(data))
    manifest = office.manifest(item)
    office.deliver(desk_book.vault, manifest, item)
    desk_book.vault.trust.put_people(PEOPLE)
    assert code_of(lambda: beginning.revise(desk_book, MEETING)) is Code.NOT_DOWNLOADED
    document = item.documents[0]
    file = desk_book.vault.drafts.put_file(MEETING, "a.pdf", data, FACTS)
    assert file.sha256 == document.sha256
    beginning.revise(desk_book, MEETING)
    view = drafting.load(desk_book, MEETING)
    assert [(one.id, one.kind) for _, one in view.packet.documents()] == [(document.id, "Tờ trình")]
    made = drafting.prepare(desk_book, MEETING, RULES)
    assert (made.manifest.version, made.manifest.previous) == (2, office.signed(manifest).digest)


def test_an_unrelated_revision_leaves_ballots_valid(desk_book, office):
    item = office.item(office.document(b"a" * 9_000))
    attached = Attached(id=item.documents[0].id, sha256=item.documents[0].sha256)
    (motion,) = office.manifest().motions
    choices = tuple(replace(choice, free_text=False) for choice in motion.choices)
    motion = replace(motion, documents=(attached,), choices=choices)
    manifest = office.manifest(item, motions=(motion,))
    office.deliver(desk_book.vault, manifest, item)
    people = [
        PersonEntry(person=entry.person, name=entry.name, title=entry.title, roles=(Role.DELEGATE,))
        for entry in manifest.roll
    ]
    desk_book.vault.trust.put_people(people)
    desk_book.vault.drafts.put_file(MEETING, "a.pdf", b"a" * 9_000, FACTS)
    beginning.revise(desk_book, MEETING)
    made = drafting.prepare(desk_book, MEETING, RULES)
    again = made.manifest.motion(MOTION)
    assert again == manifest.motions[0]
    same_roll = replace(made.manifest, roll=manifest.roll)
    assert motion_digest(same_roll, again) == motion_digest(manifest, manifest.motions[0])


@pytest.mark.parametrize(
    ("roles", "chair"),
    [
        ((Role.DELEGATE, Role.CHAIR), "p-1"),
        ((Role.DELEGATE,), None),  # still on the roll, and another chair breaks ties
        ((Role.CHAIR,), None),  # not on the roll any more
    ],
)
def test_a_revised_motion_keeps_its_chair_while_that_person_is_one(desk_book, office, roles, chair):
    item = office.item(office.document(b"a" * 9_000))
    (motion,) = office.manifest().motions
    choices = tuple(replace(choice, free_text=False) for choice in motion.choices)
    motion = replace(motion, documents=(), choices=choices, chair="p-1")
    office.deliver(desk_book.vault, office.manifest(item, motions=(motion,)), item)
    desk_book.vault.trust.put_people(
        (
            PersonEntry(person="p-1", name="Đỗ Văn Yên", roles=roles),
            PersonEntry(person="p-2", name="Bùi Thị Ánh", roles=(Role.DELEGATE,)),
        )
    )
    desk_book.vault.drafts.put_file(MEETING, "a.pdf", b"a" * 9_000, FACTS)
    beginning.revise(desk_book, MEETING)
    assert drafting.prepare(desk_book, MEETING, RULES).manifest.motion(MOTION).chair == chair


def test_a_meeting_is_begun_like_an_earlier_one_without_its_papers(desk_book, office):
    item = office.item(office.document(b"a" * 9_000))
    office.deliver(desk_book.vault, office.manifest(item), item)
    meeting = beginning.begin_like(desk_book, MEETING, "Kỳ sau", NOON, NOON + timedelta(hours=1))
    packet = drafting.load(desk_book, meeting).packet
    assert [one.title for one in packet.items] == [item.title]
    assert (list(packet.documents()), packet.motions) == ([], ())
    assert packet.items[0].id != item.id


def test_no_draft_is_no_packet(desk_book):
    assert code_of(lambda: drafting.load(desk_book, "m-9")) is Code.PACKET_UNKNOWN
    assert code_of(lambda: beginning.revise(desk_book, "m-9")) is Code.PACKET_UNKNOWN
    assert drafting.drafts(desk_book) == ()
