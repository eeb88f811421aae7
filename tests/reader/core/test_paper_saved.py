"""Paper saved: counted by who has it on a laptop, by what they may read, and again where it was replaced."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from support.packets import MEETING, NOON, PaperOffice

from reader.core import paper_saved
from reader.core.book import Book
from reader.core.paper_saved import Saved, Year, export, put_price, saved, year_in, year_of
from sync.model.events import ReportReady
from sync.model.ids import MeetingId
from sync.wire.codec import digest, encode_payload
from sync.wire.messages import Delivered

HAVE = MeetingId(MEETING)


def published(office: PaperOffice, book: Book, *versions: Any) -> Any:
    """One version after another, each a tuple of items."""
    manifest = None
    for items in versions:
        manifest = office.manifest(*items, after=manifest) if manifest else office.manifest(*items)
        office.deliver(book.vault, manifest, *items)
    return manifest


def pages(document: Any, count: int) -> Any:
    return msgspec.structs.replace(document, pages=count)


def has_it(office: PaperOffice, book: Book, manifest: Any, *members: Any, complete: int = 1) -> None:
    """Their laptops report."""
    for number, member in enumerate(members):
        body = ReportReady(
            manifest=digest(encode_payload(manifest)), version=1, documents=1, complete=complete
        )
        report = office.event(member, body)
        book.vault.events.add(Delivered(100 * complete + number, NOON, report))


def test_each_document_counts_for_each_person_who_has_it_and_may_read_it(
    office: PaperOffice, desk_book: Book
) -> None:
    everybody = office.item(pages(office.document(b"a"), 3), number=1)
    for_lan = office.item(pages(office.document(b"b", "d-2"), 4), number=2, access=(office.lan,))
    manifest = published(office, desk_book, (everybody, for_lan))
    has_it(office, desk_book, manifest, office.lan, office.minh)
    has_it(office, desk_book, manifest, office.son, complete=0)
    found = saved(desk_book, HAVE)
    assert found is not None
    assert (found.readers, found.others) == (2, 1)
    assert found.pages == 2 * 3 + 4
    assert found.sheets == 2 * 2 + 2


def test_a_document_replaced_twice_counts_as_it_was_first_and_as_it_is_now(
    office: PaperOffice, desk_book: Book
) -> None:
    versions = [
        (office.item(pages(office.document(data), count)),)
        for data, count in ((b"a", 3), (b"b", 50), (b"c", 5))
    ]
    manifest = published(office, desk_book, *versions)
    has_it(office, desk_book, manifest, office.lan)
    found = saved(desk_book, HAVE)
    assert found is not None
    assert (found.pages, found.sheets) == (3 + 5, 2 + 3)


def test_one_that_came_again_unchanged_counts_once_and_one_taken_out_as_well(
    office: PaperOffice, desk_book: Book
) -> None:
    kept, gone = pages(office.document(b"a"), 2), pages(office.document(b"b", "d-2"), 7)
    manifest = published(office, desk_book, (office.item(kept, gone),), (office.item(kept),))
    has_it(office, desk_book, manifest, office.lan)
    found = saved(desk_book, HAVE)
    assert found is not None
    assert (found.pages, found.sheets) == (2 + 7, 1 + 4)


def test_nobody_who_reports_saves_nothing_and_what_is_recalled_or_unknown_is_not_there(
    office: PaperOffice, desk_book: Book
) -> None:
    assert saved(desk_book, HAVE) is None
    published(office, desk_book, (office.item(office.document(b"a")),))
    found = saved(desk_book, HAVE)
    assert found is not None
    assert (found.pages, found.sheets, found.readers, found.others) == (0, 0, 0, 3)
    desk_book.vault.packets.recall(HAVE, 1)
    assert saved(desk_book, HAVE) is None
    assert year_of(desk_book, NOON.year).meetings == ()


def test_a_year_has_its_meetings_by_the_time_in_vietnam(office: PaperOffice, desk_book: Book) -> None:
    published(office, desk_book, (office.item(office.document(b"a")),))
    assert [one.meeting for one in year_of(desk_book, NOON.year).meetings] == [HAVE]
    assert year_of(desk_book, NOON.year + 1).meetings == ()
    assert year_in(datetime(2026, 12, 31, 18, tzinfo=UTC)) == 2027


def test_the_price_is_kept_and_only_a_price_is_taken(desk_book: Book) -> None:
    assert paper_saved.price(desk_book) == 300
    put_price(desk_book, 450)
    assert paper_saved.price(desk_book) == 450
    for wrong in (-1, 1_000_001):
        with pytest.raises(ValueError, match="price"):
            put_price(desk_book, wrong)


def test_the_table_has_words_as_words_and_numbers_as_numbers(tmp_path) -> None:
    bad = "=1+1 <b>&amp;</b>"
    one = Saved(HAVE, bad, NOON, readers=20, others=1, pages=1_000, sheets=520)
    year = Year(NOON.year, 300, (one, one))
    assert (year.pages, year.sheets, year.money) == (2_000, 1_040, 600_000)
    path = export(year, "=office\u202e", NOON, tmp_path / "nam.xlsx")
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        words = parts.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "<v>300000</v>" in sheet
    assert "<v>600000</v>" in sheet
    assert "=1+1 &lt;b&gt;&amp;amp;&lt;/b&gt;" in words
    assert "\u202e" not in words
