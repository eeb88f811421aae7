"""A draft that is uploaded and signed, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

import msgspec
import pytest
from support.on_book import OnBook
from support.packets import MEETING, NOON, PaperOffice, code_of

from reader.core import preparing
from reader.core.book import Book
from reader.core.composing import beginning, drafting, sent, showing, submitting
from reader.core.composing import composition as steps
from reader.core.composing.changes import Changes
from reader.core.composing.checking import FileFacts
from reader.core.composing.guessing import Guess
from reader.core.composing.looking import Looked
from reader.core.composing.submitting import Stage
from reader.core.preparing import Blob, Submitted
from sync.errors import Code, SohopError
from sync.model.events import PublishPacket, SubmitPacket
from sync.model.ids import Digest, EventId, MeetingId
from sync.model.meeting import Manifest
from sync.model.people import PersonEntry, Role
from sync.wire.codec import decode_payload, digest
from sync.wire.messages import Outcome, Receipt

FACTS = FileFacts(pages=1, has_text=True, signed=True)
PEOPLE = (
    PersonEntry(person="p-1", name="Đỗ Văn Yên", roles=(Role.DELEGATE,)),
    PersonEntry(person="p-2", name="Bùi Thị Ánh", roles=(Role.DELEGATE,)),
    PersonEntry(person="p-3", name="Trần Thu", roles=(Role.SECRETARY,)),
)


class Hub:
    """Keeps what is brought, and may fail."""

    def __init__(self) -> None:
        self.blobs: dict[Digest, bytes] = {}
        self.fails = False

    def __call__(self, blobs: Iterable[Blob], arrived: Callable[[int], None]) -> int:
        sent = 0
        for name, read in blobs:
            if self.fails:
                raise SohopError(Code.OFFLINE)
            data = read()
            assert digest(data) == name
            if name not in self.blobs:
                self.blobs[name] = data
                sent += len(data)
                arrived(len(data))
        return sent


def looked(data: bytes, name: str = "a.pdf") -> Looked:
    return Looked(name=name, data=data, facts=FACTS, guess=Guess(name=name.removesuffix(".pdf")))


@pytest.fixture
def draft(desk_book: Book) -> MeetingId:
    desk_book.vault.trust.put_people(PEOPLE)
    meeting = beginning.begin(desk_book, "Kỳ họp mới", NOON, NOON + timedelta(hours=4))
    packet, item = steps.add_item(drafting.load(desk_book, meeting).packet, "Khai mạc")
    document = drafting.add_file(desk_book, meeting, looked(b"%PDF" * 5_000))
    drafting.save(desk_book, steps.add_documents(packet, item, [document]))
    return meeting


def answer(book: Book, code: Code | None = None) -> None:
    """The hub's receipt for everything that waits."""
    for envelope in book.vault.outbox.pending(10):
        event = EventId(digest(envelope.payload))
        receipt = Receipt(event=event, accepted=code is None, recorded=NOON, code=code)
        assert book.vault.outbox.settle(Outcome(event=event, receipt=msgspec.json.encode(receipt)))


def test_it_counts_as_submitted_only_with_the_hubs_receipt(desk_book: Book, draft: MeetingId) -> None:
    hub = Hub()
    assert submitting.standing(desk_book, draft).stage is Stage.COMPOSING
    done = submitting.submit(OnBook(desk_book), draft, "", hub)
    assert (done.version, done.sent) == (1, sum(map(len, hub.blobs.values())))
    assert done.manifest in hub.blobs
    assert submitting.standing(desk_book, draft).stage is Stage.SENDING
    answer(desk_book)
    assert submitting.standing(desk_book, draft) == submitting.Standing(Stage.SUBMITTED)


def test_a_refusal_says_why_and_a_change_is_seen(desk_book: Book, draft: MeetingId) -> None:
    submitting.submit(OnBook(desk_book), draft, "", Hub())
    answer(desk_book, Code.PACKET_SUPERSEDED)
    found = submitting.standing(desk_book, draft)
    assert (found.stage, found.code, found.changed) == (Stage.REFUSED, Code.PACKET_SUPERSEDED, False)
    drafting.save(desk_book, steps.set_meeting(drafting.load(desk_book, draft).packet, title="Khác"))
    assert submitting.standing(desk_book, draft).changed


def test_a_refusal_is_not_told_of_what_was_done_after_it(desk_book: Book, draft: MeetingId) -> None:
    done = submitting.submit(OnBook(desk_book), draft, "", Hub())
    answer(desk_book)
    desk_book.act(draft, PublishPacket(manifest=done.manifest))
    answer(desk_book, Code.PACKET_NOT_READY)
    refused = submitting.standing(desk_book, draft)
    assert (refused.stage, refused.code) == (Stage.SUBMITTED, Code.PACKET_NOT_READY)
    desk_book.act(draft, PublishPacket(manifest=done.manifest))
    assert submitting.standing(desk_book, draft) == submitting.Standing(Stage.PUBLISHING)


def test_a_line_that_fails_leaves_nothing_signed(desk_book: Book, draft: MeetingId) -> None:
    hub = Hub()
    hub.fails = True
    assert code_of(lambda: submitting.submit(OnBook(desk_book), draft, "", hub)) is Code.OFFLINE
    assert desk_book.vault.outbox.pending_count() == 0
    assert submitting.standing(desk_book, draft).stage is Stage.COMPOSING


def test_the_reason_is_in_what_is_signed(desk_book: Book, draft: MeetingId) -> None:
    hub = Hub()
    done = submitting.submit(OnBook(desk_book), draft, "Thay phụ lục", hub)
    assert "Thay phụ lục".encode() in hub.blobs[done.manifest]


def test_a_published_draft_is_let_go_of_and_a_changed_one_stays(desk_book: Book, office: PaperOffice) -> None:
    data = b"a" * 9_000
    item = office.item(office.document(data))
    manifest = office.manifest(item)
    office.deliver(desk_book.vault, manifest, item)
    desk_book.vault.trust.put_people(PEOPLE)
    desk_book.vault.drafts.put_file(MEETING, "a.pdf", data, msgspec.json.encode(FACTS))
    beginning.revise(desk_book, MEETING)
    view = showing.view(desk_book, MEETING)
    assert (view.published, view.draft.version, view.changes) == (1, 2, Changes())
    assert [one.person for one in view.people] == ["p-2", "p-1"]
    value = desk_book.vault.drafts.get(MEETING)
    assert value is not None
    published = office.signed(manifest).digest
    sent.put_sent(desk_book, Submitted(MEETING, 1, published, 0), value)
    document = view.draft.packet.items[0].documents[0]
    new = drafting.add_file(desk_book, MEETING, looked(b"b" * 900, "moi.pdf"))
    drafting.save(desk_book, steps.set_document(view.draft.packet, document.id, file=new.file))
    changed = showing.view(desk_book, MEETING)
    assert changed.changes == Changes(replaced=(document.name,))
    (card,) = showing.cards(desk_book)
    assert (card.meeting, card.standing.stage) == (MEETING, Stage.COMPOSING)
    submitting.settle(desk_book)
    drafting.save(desk_book, view.draft.packet)
    assert showing.cards(desk_book) == ()
    assert desk_book.vault.drafts.get(MEETING) == value  # to look for it lets go of nothing
    submitting.settle(desk_book)
    assert desk_book.vault.drafts.get(MEETING) is None


@pytest.fixture
def published(desk_book: Book, office: PaperOffice) -> MeetingId:
    """Version 1, with its document here."""
    item = office.item(office.document(b"a" * 9_000))
    office.deliver(desk_book.vault, office.manifest(item), item)
    desk_book.vault.trust.put_people(PEOPLE)
    desk_book.vault.drafts.put_file(MEETING, "a.pdf", b"a" * 9_000, msgspec.json.encode(FACTS))
    return MEETING


def overtake(book: Book, office: PaperOffice) -> Digest:
    """A colleague's version 2, as it arrives."""
    item = office.item(office.document(b"a" * 9_000))
    first = book.vault.packets.current(MEETING)
    assert first is not None
    second = office.manifest(item, after=first.manifest, change="Của người khác")
    office.deliver(book.vault, second, item)
    return office.signed(second).digest


def change(book: Book) -> None:
    drafting.change(book, MEETING, lambda packet: steps.set_meeting(packet, title="Đã sửa"))


def publish(book: Book, done: Submitted) -> None:
    """Asked for from this laptop."""
    book.act(done.meeting, PublishPacket(manifest=done.manifest))


def test_it_is_published_when_the_hub_says_so_whatever_is_current_then(
    desk_book: Book, office: PaperOffice, published: MeetingId
) -> None:
    beginning.revise(desk_book, published)
    change(desk_book)
    done = submitting.submit(OnBook(desk_book), published, "Sửa", Hub())
    publish(desk_book, done)
    assert submitting.standing(desk_book, published).stage is Stage.PUBLISHING
    answer(desk_book)
    overtake(desk_book, office)
    assert submitting.standing(desk_book, published).stage is Stage.PUBLISHED
    assert showing.cards(desk_book) == ()
    change(desk_book)
    assert submitting.standing(desk_book, published).stage is Stage.PUBLISHED
    drafting.change(desk_book, published, lambda packet: steps.set_meeting(packet, title="Sửa nữa"))
    assert submitting.standing(desk_book, published) == submitting.Standing(Stage.OVERTAKEN, changed=True)


def test_what_was_published_and_taken_back_is_gone_on_with(desk_book: Book, draft: MeetingId) -> None:
    done = submitting.submit(OnBook(desk_book), draft, "", Hub())
    publish(desk_book, done)
    answer(desk_book)
    assert submitting.standing(desk_book, draft).stage is Stage.PUBLISHED
    desk_book.vault.packets.recall(draft, 1)
    assert submitting.standing(desk_book, draft) == submitting.Standing()
    submitting.settle(desk_book)
    (card,) = showing.cards(desk_book)
    assert card.meeting == draft
    assert submitting.submit(OnBook(desk_book), draft, "Sửa lại", Hub()).version == 2


def test_a_draft_does_not_undo_what_somebody_published_meanwhile(
    desk_book: Book, office: PaperOffice, published: MeetingId
) -> None:
    beginning.revise(desk_book, published)
    change(desk_book)
    overtake(desk_book, office)
    beginning.revise(desk_book, published)  # it stays: there is work in it
    with pytest.raises(SohopError) as caught:
        submitting.submit(OnBook(desk_book), published, "Sửa", Hub())
    assert (caught.value.code, caught.value.fields) == (Code.PACKET_OVERTAKEN, {"version": 2})
    assert desk_book.vault.outbox.pending_count() == 0
    desk_book.vault.drafts.forget(published)
    beginning.revise(desk_book, published)
    change(desk_book)
    assert submitting.submit(OnBook(desk_book), published, "Sửa", Hub()).version == 3


def test_a_draft_that_was_published_and_overtaken_is_begun_anew(
    desk_book: Book, office: PaperOffice, published: MeetingId
) -> None:
    beginning.revise(desk_book, published)
    change(desk_book)
    done = submitting.submit(OnBook(desk_book), published, "Sửa", Hub())
    publish(desk_book, done)
    answer(desk_book)
    overtake(desk_book, office)
    beginning.revise(desk_book, published)
    assert drafting.load(desk_book, published).packet.meeting.title != "Đã sửa"


def test_a_draft_goes_on_from_what_it_was_published_as(
    desk_book: Book, office: PaperOffice, published: MeetingId
) -> None:
    beginning.revise(desk_book, published)
    change(desk_book)
    done = submitting.submit(OnBook(desk_book), published, "Sửa", Hub())
    drafting.change(desk_book, published, lambda packet: steps.set_meeting(packet, title="Sửa nữa"))
    submitting.submit(OnBook(desk_book), published, "Sửa nữa", Hub())
    item = office.item(office.document(b"a" * 9_000))
    second = office.manifest(item, after=desk_book.vault.packets.current(published).manifest)
    office.deliver(desk_book.vault, second, item)
    known = office.signed(second).digest
    assert sent.overtaken_by(desk_book, published) is not None
    sent.put_sent(desk_book, Submitted(published, 2, known, 0), b"as it was")
    sent.put_sent(desk_book, done, b"another, that was not published")
    assert sent.overtaken_by(desk_book, published) is None


def test_changes_are_told_by_document_and_motion(desk_book: Book, draft: MeetingId) -> None:
    view = showing.view(desk_book, draft)
    assert view.changes.added == ("a",)
    assert view.changes.any


def test_what_another_secretary_submitted_since_is_not_published_instead(
    desk_book: Book, draft: MeetingId, office: PaperOffice
) -> None:
    hub = Hub()
    done = submitting.submit(OnBook(desk_book), draft, "", hub)
    manifest = decode_payload(hub.blobs[done.manifest], Manifest)
    office.deliver(desk_book.vault, manifest, published=False)
    submitting.publish(desk_book, draft)
    last = desk_book.vault.events.of_meeting(draft)[-1].event
    assert last.body == PublishPacket(manifest=done.manifest)
    other = msgspec.structs.replace(manifest, change="Bản của người khác")
    office.deliver(desk_book.vault, other, published=False)
    assert code_of(lambda: submitting.publish(desk_book, draft)) is Code.PACKET_SUPERSEDED


def test_what_was_not_submitted_from_here_is_not_published(desk_book: Book, draft: MeetingId) -> None:
    assert code_of(lambda: submitting.publish(desk_book, draft)) is Code.PACKET_SUPERSEDED


def test_a_submission_is_signed_by_its_secretary(desk_book: Book, draft: MeetingId) -> None:
    done = submitting.submit(OnBook(desk_book), draft, "", Hub())
    (known,) = desk_book.vault.events.of_meeting(draft)
    assert isinstance(known.event.body, SubmitPacket)
    assert known.event.body.manifest == done.manifest
    assert preparing.previous(desk_book, draft) == (0, "")
