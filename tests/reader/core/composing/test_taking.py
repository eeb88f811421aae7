"""Files and folders that are put into a packet."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeVar

import docx
import pytest
from support.on_book import OnBook
from support.pdfs import a_pdf, raw_pdf, stream

from reader.core import converting
from reader.core.book import Book
from reader.core.composing import composition as steps
from reader.core.composing import drafting, taking
from reader.core.composing.checking import Finding
from reader.core.composing.taking import Basket, Reason, Twice, exchange, list_files, take
from reader.core.converting import found
from reader.pdf import PdfClient
from reader.pdf.stopping import StoppedError
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId

T = TypeVar("T")


def test_a_folder_is_listed_in_order_with_what_is_no_document(tmp_path: Path) -> None:
    for name in ("2/b.pdf", "1/10.pdf", "1/9.pdf"):
        a_pdf(tmp_path / name)
    (tmp_path / "1/to trinh.docx").write_bytes(b"x")
    (tmp_path / "1/bang.xlsx").write_bytes(b"x")
    (tmp_path / "2/trong.pdf").write_bytes(b"")
    (tmp_path / "2/Thumbs.db").write_bytes(b"x")
    listing = list_files([tmp_path], 0)
    assert [name for name, _ in listing.files] == ["1/9.pdf", "1/10.pdf", "2/b.pdf"]
    assert {(one.name, one.reason) for one in listing.wrong} == {
        ("to trinh.docx", Reason.WORD),
        ("bang.xlsx", Reason.WORD),
        ("trong.pdf", Reason.EMPTY),
    }


def test_a_word_file_is_listed_where_it_can_be_made_pdf_unless_its_pdf_lies_beside_it(tmp_path: Path) -> None:
    a_pdf(tmp_path / "1/to trinh.pdf")
    for name in ("1/to trinh.docx", "2/to trinh.docx", "2/~$ trinh.docx", "2/anh.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    listing = list_files([tmp_path], 0, converts=True)
    assert [name for name, _ in listing.files] == ["1/to trinh.pdf", "2/to trinh.docx"]
    assert {(one.name, one.reason) for one in listing.wrong} == {
        ("to trinh.docx", Reason.HAS_PDF),
        ("anh.jpg", Reason.NOT_PDF),
    }


@pytest.mark.skipif(found() is None, reason="no LibreOffice on this computer")
def test_a_word_file_becomes_a_document_and_a_broken_one_says_why(
    tmp_path, desk_book, client, meeting
) -> None:
    word = docx.Document()
    word.add_paragraph("Kính trình Hội đồng nhân dân xã")
    word.save(str(tmp_path / "01_To trinh so 12-TTr-UBND.docx"))
    (tmp_path / "02_hong.docx").write_bytes(b"PK\x03\x04 hong")
    paths = tuple(sorted(tmp_path.glob("*.docx")))
    taken = take([Basket(paths, title="Tài liệu")], client, OnBook(desk_book), meeting)
    assert [(one.name, one.error.code) for one in taken.wrong] == [("02_hong.docx", Code.CONVERT_DAMAGED)]
    view = drafting.load(desk_book, meeting)
    document = view.packet.document(taken.documents[0])
    file = view.files[document.file]
    assert document.name == "Tờ trình 12/TTr-UBND"
    assert (file.name, file.facts.pages, file.facts.converted) == ("01_To trinh so 12-TTr-UBND.pdf", 1, True)
    assert Finding.CONVERTED in {one.finding for one in view.remarks[document.id]}
    assert desk_book.vault.drafts.read(meeting, document.file).startswith(b"%PDF")


def test_a_word_file_without_libreoffice_says_what_to_do(
    tmp_path, desk_book, client, meeting, monkeypatch
) -> None:
    monkeypatch.setattr(converting, "found", lambda: None)
    (tmp_path / "a.docx").write_bytes(b"PK")
    taken = take([Basket((tmp_path / "a.docx",), title="x")], client, OnBook(desk_book), meeting)
    assert [one.reason for one in taken.wrong] == [Reason.WORD]
    assert taken.documents == ()


def test_too_many_files_are_counted_and_not_read(tmp_path: Path) -> None:
    for number in range(5_000):
        (tmp_path / f"{number}.pdf").write_bytes(b"x")
    listing = list_files([tmp_path], 0)
    assert listing.over is Reason.TOO_MANY
    assert listing.files == ()
    few = tmp_path / "ít"
    few.mkdir()
    for number in range(3):
        (few / f"{number}.pdf").write_bytes(b"x")
    assert list_files([few], taking.MOST_DOCUMENTS - 2).over is Reason.TOO_MANY
    assert len(list_files([few], taking.MOST_DOCUMENTS - 3).files) == 3


def test_a_file_of_two_gigabytes_is_not_read(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    large = tmp_path / "lon.pdf"
    with large.open("wb") as file:
        file.truncate(2_000_000_000)  # sparse
    assert list_files([large], 0).wrong[0].reason is Reason.TOO_LARGE
    taken = take([Basket((large,), title="Mục")], client, OnBook(desk_book), meeting)
    assert [one.reason for one in taken.wrong] == [Reason.TOO_LARGE]
    assert drafting.load(desk_book, meeting).packet.items == ()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    a_pdf(tmp_path / "a/mot.pdf")
    (tmp_path / "a/vong").symlink_to(tmp_path, target_is_directory=True)
    assert [name for name, _ in list_files([tmp_path / "a"], 0).files] == ["mot.pdf"]


def test_the_good_ones_go_in_as_one_step_and_the_wrong_ones_are_named(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    one, two = a_pdf(tmp_path / "01 Giay moi.pdf"), a_pdf(tmp_path / "02 Bao cao.pdf", "khac")
    (tmp_path / "03 hong.pdf").write_bytes(b"khong phai pdf")
    bad = tmp_path / ("x" * 200 + "\u202efdp.pdf")
    bad.write_bytes(b"hong")
    shares: list[float] = []
    baskets = [
        Basket((one, tmp_path / "03 hong.pdf"), title="Khai mạc"),
        Basket((two, bad, tmp_path / "khong co.pdf"), title="Báo cáo"),
    ]
    taken = take(baskets, client, OnBook(desk_book), meeting, shares.append)
    view = drafting.load(desk_book, meeting)
    assert [(item.title, document.name) for item, document in view.packet.documents()] == [
        ("Khai mạc", "Giay moi"),
        ("Báo cáo", "Bao cao"),
    ]
    assert len(taken.documents) == 2
    errors = [wrong.error.code for wrong in taken.wrong if wrong.error is not None]
    assert errors == [Code.PDF_DAMAGED, Code.PDF_DAMAGED, Code.FILE_MISSING]
    assert all("\u202e" not in wrong.name and len(wrong.name) <= 120 for wrong in taken.wrong)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    desk_book.vault.drafts.undo(meeting)
    assert drafting.load(desk_book, meeting).packet.items == ()


def with_a_page_without_end() -> bytes:
    """Four pages. The second is drawn for years; a trial paints the first, one in the middle and the last."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]"
    inside = [
        stream(form + b"/Resources<</XObject<</F %d 0 R>>>>" % (number + 1), b"/F Do " * 20)
        for number in range(8, 17)
    ]
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R 6 0 R]/Count 4>>",
        *(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</F 8 0 R>>>>%s>>" % drawn
            for drawn in (b"", b"/Contents 7 0 R", b"", b"")
        ),
        stream(b"", b"/F Do"),
        *inside,
        stream(form, b"0 0 9 9 re f"),
    )


def test_a_file_with_one_bad_page_is_named_and_the_others_go_in(
    tmp_path: Path, desk_book: Book, meeting: MeetingId
) -> None:
    bad = tmp_path / "1 trang hong.pdf"
    bad.write_bytes(with_a_page_without_end())
    files = (bad, a_pdf(tmp_path / "2 tot.pdf"))
    client = PdfClient(seconds=2)
    try:
        taken = take([Basket(files, title="Một")], client, OnBook(desk_book), meeting)
    finally:
        client.close()
    assert [(one.name, one.error and one.error.code) for one in taken.wrong] == [(bad.name, Code.PDF_TIMEOUT)]
    assert [document.name for _, document in drafting.load(desk_book, meeting).packet.documents()] == ["Tot"]


def test_the_same_file_twice_is_told(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    one = a_pdf(tmp_path / "Bao cao.pdf")
    take([Basket((one,), title="Một")], client, OnBook(desk_book), meeting)
    item = drafting.load(desk_book, meeting).packet.items[0].id
    taken = take([Basket((one,), item=item)], client, OnBook(desk_book), meeting)
    assert taken.items == ()
    assert len(taken.twice) == 1
    remarks = drafting.load(desk_book, meeting).remarks[taken.documents[0]]
    assert Finding.TWICE in [remark.finding for remark in remarks]


def test_the_same_file_twice_in_one_batch_is_told_where_both_are_called_by_their_kind(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    one = a_pdf(tmp_path / "a.pdf", "NGHI QUYET")
    taken = take([Basket((one, one), title="Một")], client, OnBook(desk_book), meeting)
    assert taken.twice == (Twice("Nghị quyết", 1, "Nghị quyết", 1),)


def test_files_for_an_item_that_was_removed_meanwhile_go_nowhere_and_are_told(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    packet, item = steps.add_item(drafting.packet_of(desk_book, meeting), "Nhân sự")
    drafting.save(desk_book, steps.set_item(packet, item, access=("p-lan",)))

    def meanwhile(_share: float) -> None:
        drafting.change(desk_book, meeting, lambda packet: steps.remove_item(packet, item))

    basket = Basket((a_pdf(tmp_path / "Ho so.pdf"),), item=item, title="Tài liệu kỳ họp")
    taken = take([basket], client, OnBook(desk_book), meeting, meanwhile)
    assert (taken.documents, taken.items) == ((), ())
    assert [(one.name, one.reason) for one in taken.wrong] == [("Ho so", Reason.ITEM_GONE)]
    assert drafting.packet_of(desk_book, meeting).items == ()
    assert desk_book.vault.drafts.files(meeting) == {}


def test_what_was_called_off_leaves_the_packet_as_it_was(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    told: list[float] = []
    files = (a_pdf(tmp_path / "1.pdf"), a_pdf(tmp_path / "2.pdf"))
    with pytest.raises(StoppedError):
        take(
            [Basket(files, title="Một")],
            client,
            OnBook(desk_book),
            meeting,
            told.append,
            lambda: len(told) > 0,
        )
    assert drafting.load(desk_book, meeting).packet.items == ()
    assert desk_book.vault.drafts.files(meeting) == {}


def test_of_files_for_a_draft_that_is_gone_nothing_stays(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    one = a_pdf(tmp_path / "1.pdf")
    desk_book.vault.drafts.forget(meeting)
    with pytest.raises(SohopError) as caught:
        take([Basket((one,), title="Một")], client, OnBook(desk_book), meeting)
    assert caught.value.code is Code.PACKET_UNKNOWN
    assert desk_book.vault.drafts.files(meeting) == {}
    with pytest.raises(SohopError):
        exchange(one, "d-1", client, OnBook(desk_book), meeting)
    assert desk_book.vault.drafts.files(meeting) == {}


def test_a_file_is_exchanged_and_its_words_stay(
    tmp_path: Path, desk_book: Book, meeting: MeetingId, client: PdfClient
) -> None:
    one, two = a_pdf(tmp_path / "Bao cao.pdf"), a_pdf(tmp_path / "Bao cao sua.pdf", "sua")
    taken = take([Basket((one,), title="Một")], client, OnBook(desk_book), meeting)
    before = drafting.load(desk_book, meeting).packet.document(taken.documents[0])
    assert exchange(two, before.id, client, OnBook(desk_book), meeting) == ()
    after = drafting.load(desk_book, meeting).packet.document(before.id)
    assert (after.name, after.file != before.file) == (before.name, True)
    desk_book.vault.drafts.undo(meeting)
    desk_book.vault.drafts.undo(meeting)  # the document is not there any more
    assert exchange(two, before.id, client, OnBook(desk_book), meeting) == ()
    assert drafting.load(desk_book, meeting).packet.items == ()
    (wrong,) = exchange(tmp_path / "a.txt", before.id, client, OnBook(desk_book), meeting)
    assert wrong.reason is Reason.NOT_PDF
