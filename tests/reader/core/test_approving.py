"""Submitted versions, and whose turn it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.packets import MEETING, NOON, PaperOffice, code_of

from reader.core import approving, reviewing
from reader.core.approving import Turn
from reader.core.book import Book
from reader.core.composing.changes import Changes
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from sync.errors import Code
from sync.model.events import ApprovePacket, SubmitPacket
from sync.model.meeting import Manifest
from sync.model.people import PersonEntry, Role
from sync.model.review import Remark, ReturnPacket
from sync.wire.messages import Delivered

OLD, NEW = b"a" * 9_000, b"b" * 9_000


@pytest.fixture
def approver(office: PaperOffice, tmp_path: Path) -> Iterator[Book]:
    made = office.book(tmp_path / "duyet", office.duyet)
    made.vault.trust.put_people([PersonEntry(person="p-thu", name="Trần Thị Thu", roles=(Role.SECRETARY,))])
    yield made
    made.vault.close()


def submitted(office: PaperOffice, book: Book, data: bytes, after: Manifest | None = None) -> Manifest:
    """A version that the secretary submits arrives."""
    item = office.item(office.document(data))
    manifest = office.manifest(item, after=after, motions=(), change="Sửa bảng 2" if after else "")
    office.deliver(book.vault, manifest, item, published=False)
    body = SubmitPacket(manifest=office.signed(manifest).digest, signature=bytes(64))
    seq = manifest.version
    book.vault.events.add(Delivered(seq, NOON, office.event(office.thu, body, seq=seq)))
    return manifest


def test_a_submitted_version_waits_for_another_person(office: PaperOffice, approver: Book) -> None:
    assert approving.cards(approver) == ()
    submitted(office, approver, OLD)
    (card,) = approving.cards(approver)
    assert (card.meeting, card.version, card.by, card.turn) == (MEETING, 1, "Trần Thị Thu", Turn.MINE)
    assert not card.complete


def test_what_is_different_from_the_published_version_is_told(office: PaperOffice, approver: Book) -> None:
    item = office.item(office.document(OLD))
    first = office.manifest(item, motions=())
    office.deliver(approver.vault, first, item)
    submitted(office, approver, NEW, after=first)
    view = approving.view(approver, MEETING)
    assert (view.published, view.reason, view.card.version) == (1, "Sửa bảng 2", 2)
    assert view.changes == Changes(replaced=("Tờ trình 12/TTr-UBND",))
    assert view.meeting.items[0].documents[0].sha256 == office.document(NEW).sha256
    assert (view.size, view.pages) == (len(NEW), 3)


def test_how_much_is_here_is_told_of_the_version_to_be_approved(office: PaperOffice, approver: Book) -> None:
    item = office.item(office.document(OLD))
    first = office.manifest(item, motions=())
    office.deliver(approver.vault, first, item)
    chunks = ChunkList.of(item.documents[0].chunks)
    kept = approver.vault.documents.begin(MEETING, item.documents[0].sha256, len(OLD), recipe(chunks))
    approver.vault.documents.fill(kept, OLD, chunks)
    submitted(office, approver, NEW, after=first)
    view = approving.view(approver, MEETING)
    assert not view.card.complete
    assert [one.have for one in view.meeting.items[0].documents] == [0]


def test_approving_signs_the_version_that_was_looked_at(office: PaperOffice, approver: Book) -> None:
    submitted(office, approver, OLD)
    card = approving.view(approver, MEETING).card
    approving.approve(approver, MEETING, card.manifest)
    assert approver.vault.outbox.pending_count() == 1
    assert approving.cards(approver)[0].turn is Turn.SENDING


def test_another_version_that_came_meanwhile_is_not_signed(office: PaperOffice, approver: Book) -> None:
    submitted(office, approver, OLD)
    looked_at = approving.view(approver, MEETING).card.manifest
    item = office.item(office.document(NEW))
    other = office.manifest(item, motions=())
    office.deliver(approver.vault, other, item, published=False)
    assert code_of(lambda: approving.approve(approver, MEETING, looked_at)) is Code.PACKET_SUPERSEDED
    assert approver.vault.outbox.pending_count() == 0


def test_a_version_that_was_published_meanwhile_is_gone(office: PaperOffice, approver: Book) -> None:
    manifest = submitted(office, approver, OLD)
    office.deliver(approver.vault, manifest, office.item(office.document(OLD)))
    assert code_of(lambda: approving.view(approver, MEETING)) is Code.PACKET_UNKNOWN
    assert approving.cards(approver) == ()


def test_nobody_approves_what_they_submitted(office: PaperOffice, desk_book: Book) -> None:
    submitted(office, desk_book, OLD)
    assert approving.cards(desk_book)[0].turn is Turn.OWN


def test_an_approval_that_the_hub_told_of_is_known(office: PaperOffice, desk_book: Book) -> None:
    submitted(office, desk_book, OLD)
    manifest = approving.cards(desk_book)[0].manifest
    body = ApprovePacket(manifest=manifest, signature=bytes(64))
    desk_book.vault.events.add(Delivered(2, NOON, office.event(office.duyet, body)))
    assert approving.cards(desk_book)[0].turn is Turn.APPROVED


def wish(book: Book, *remarks: Remark) -> None:
    """Written while reading."""
    card = approving.view(book, MEETING).card
    for remark in remarks:
        reviewing.put_remark(book, MEETING, card.version, None, remark)


def test_remarks_are_kept_while_reading_and_sent_when_the_version_is_given_back(
    office: PaperOffice, approver: Book
) -> None:
    submitted(office, approver, OLD)
    manifest = approving.view(approver, MEETING).card.manifest
    wish(approver, Remark(about="doc-1", text="Thiếu phụ lục 2"), Remark(text="Sửa ngày họp"))
    view = approving.view(approver, MEETING)
    assert [(one.name, one.text) for one in view.remarks] == [
        ("Tờ trình 12/TTr-UBND", "Thiếu phụ lục 2"),
        ("", "Sửa ngày họp"),
    ]
    approving.send_back(approver, MEETING, manifest)
    view = approving.view(approver, MEETING)
    assert (view.card.turn, view.remarks) == (Turn.RETURNING, ())
    (given,) = view.returns
    assert (given.by, given.sent) == (approver.identity.person_name, False)
    assert [one.text for one in given.remarks] == ["Thiếu phụ lục 2", "Sửa ngày họp"]


def test_a_remark_is_changed_where_it_stands_and_another_kept_meanwhile_stays(
    office: PaperOffice, approver: Book
) -> None:
    submitted(office, approver, OLD)
    first, second, third = (Remark(text=text) for text in ("một", "hai", "ba"))
    wish(approver, first, second)
    reviewing.put_remark(approver, MEETING, 1, first, third)
    assert reviewing.draft(approver, MEETING, 1) == (third, second)
    reviewing.put_remark(approver, MEETING, 1, first, first)  # it stands there no more: words are not lost
    reviewing.put_remark(approver, MEETING, 1, second, None)
    assert reviewing.draft(approver, MEETING, 1) == (third, first)
    wish(approver, *[second] * (reviewing.MOST_REMARKS - 2))
    assert code_of(lambda: wish(approver, second)) is Code.MALFORMED


def test_remarks_outlive_a_version_that_is_submitted_once_more_and_not_the_next_number(
    office: PaperOffice, approver: Book
) -> None:
    first = submitted(office, approver, OLD)
    wish(approver, Remark(text="Thiếu phụ lục 2"))
    again = submitted(office, approver, NEW)
    view = approving.view(approver, MEETING)
    assert view.card.manifest == office.signed(again).digest != office.signed(first).digest
    assert [one.text for one in view.remarks] == ["Thiếu phụ lục 2"]
    office.deliver(approver.vault, again, office.item(office.document(NEW)))
    submitted(office, approver, OLD, after=again)
    assert approving.view(approver, MEETING).remarks == ()


def test_nothing_is_given_back_without_a_word_or_when_another_version_is_there(
    office: PaperOffice, approver: Book
) -> None:
    first = submitted(office, approver, OLD)
    manifest = approving.view(approver, MEETING).card.manifest
    assert code_of(lambda: approving.send_back(approver, MEETING, manifest)) is Code.PACKET_NOT_READY
    wish(approver, Remark(text="Sửa"))
    item = office.item(office.document(NEW))
    office.deliver(approver.vault, office.manifest(item, motions=()), item, published=False)
    assert code_of(lambda: approving.send_back(approver, MEETING, manifest)) is Code.PACKET_SUPERSEDED
    assert approver.vault.outbox.pending_count() == 0
    assert first.version == 1


def test_remarks_on_a_version_that_another_had_replaced_are_read_all_the_same(
    office: PaperOffice, desk_book: Book
) -> None:
    first, second = (submitted(office, desk_book, data) for data in (OLD, NEW))
    for place, (manifest, text) in enumerate(((first, "Thiếu phụ lục"), (second, "Sửa ngày")), 2):
        said = ReturnPacket(manifest=office.signed(manifest).digest, remarks=(Remark(text=text),))
        desk_book.vault.events.add(Delivered(place, NOON, office.event(office.duyet, said, seq=place)))
        view = approving.view(desk_book, MEETING)
        assert view.card.turn is (Turn.OWN if manifest is first else Turn.RETURNED)
    assert [one.remarks[0].text for one in view.returns] == ["Thiếu phụ lục", "Sửa ngày"]


def test_the_same_version_submitted_anew_waits_again(office: PaperOffice, approver: Book) -> None:
    manifest = submitted(office, approver, OLD)
    digest = approving.view(approver, MEETING).card.manifest
    said = ReturnPacket(manifest=digest, remarks=(Remark(text="Thiếu phụ lục"),))
    approver.vault.events.add(Delivered(2, NOON, office.event(office.duyet, said)))
    view = approving.view(approver, MEETING)
    assert (view.card.turn, len(view.returns)) == (Turn.RETURNED, 1)
    again = SubmitPacket(manifest=digest, signature=bytes(64))
    approver.vault.events.add(Delivered(3, NOON, office.event(office.thu, again, seq=9)))
    view = approving.view(approver, MEETING)
    assert (view.card.turn, view.returns) == (Turn.MINE, ())
    assert manifest.version == 1
