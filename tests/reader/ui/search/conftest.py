"""The window with a real vault and real documents of two meetings, read by the real child."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import msgspec
import pymupdf
import pytest
from pytestqt.qtbot import QtBot
from support.windows import WindowOffice, WindowReader, before_the_window, copied

from reader.core import annotating
from reader.core.book import Book
from sync.model.annotation import MarkKind
from sync.model.ids import Digest, DocumentId, MarkId, MeetingId

FONT = Path(__file__).parents[4] / "resources/third_party/source-serif-4/SourceSerif4_400Regular.ttf"


@cache
def a_pdf(*pages: str) -> bytes:
    document = pymupdf.open()
    for text in pages:
        page = document.new_page()
        page.insert_font(fontname="vn", fontfile=str(FONT))
        page.insert_textbox((72, 72, 520, 780), text, fontname="vn", fontsize=14)
    return bytes(document.tobytes(garbage=3, deflate=True))


class Office(WindowOffice):
    """Has two meetings on Lan's laptop."""

    a_pdf = staticmethod(a_pdf)

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        self.sha: dict[str, Digest] = {}
        book = self.paper.book(profile, self.paper.lan)
        filler = [f"Trang đệm {n}." for n in range(6)]
        self.publish(
            book,
            "m-1",
            {
                "Báo cáo 215/BC-UBND": a_pdf(
                    "Mở đầu.", "Đã thi công 3,2 km đường liên thôn, đạt 64 %.", *filler
                ),
                "Tờ trình 12/TTr-UBND": a_pdf(
                    *filler, "Bố trí vốn đường liên thôn. Duy tu đường liên thôn, cầu dân sinh."
                ),
                "Bản đồ": a_pdf(""),
            },
            days=1,
        )
        self.publish(book, "m-2", {"Biên bản kiểm tra": a_pdf("Đường liên thôn đã nghiệm thu.")}, days=3)
        book.vault.close()

    def publish(self, book: Book, meeting: str, documents: dict[str, bytes], *, days: float) -> None:
        made = []
        for number, (name, data) in enumerate(documents.items(), 1):
            described = self.paper.document(data, f"{meeting}-{number}", name)
            made.append(msgspec.structs.replace(described, has_text=name != "Bản đồ"))
            self.sha[described.id] = described.sha256
        item = self.paper.item(*made)
        manifest = self.paper.manifest(item, meeting=meeting, starts=datetime.now(UTC) + timedelta(days=days))
        self.paper.deliver(book.vault, manifest, item)
        for one, data in zip(made, documents.values(), strict=True):
            self.arrive(book, MeetingId(meeting), one, data)


class Reader(WindowReader[Office]):
    """Lan before the open book."""

    def indexed(self) -> None:
        """Wait until every document has been read."""
        self.wait(lambda: self.book._index.total == 4 and self.book._index.complete, "the index is whole", 60)

    def look_for(self, query: str, rows: int) -> None:
        """Type into the shelf's field and wait for so many places."""
        page = self.book.shelf.search
        self.type(page.field.edit, query)
        self.wait(lambda: page.list.results.places == rows, f"{rows} places for “{query}”")

    def note(self, document: str, text: str) -> MarkId:
        meeting = MeetingId(document[:3])
        return self.window._books.wait(
            lambda book: annotating.put(
                book,
                meeting,
                document=DocumentId(document),
                sha256=self.office.sha[document],
                page=1,
                kind=MarkKind.NOTE,
                text=text,
            )
        )


@pytest.fixture(scope="session")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office") / "lan")


@pytest.fixture
def office(tmp_path: Path, mould: Office) -> Office:
    made = copied(mould, tmp_path / "lan")
    made.sha = dict(mould.sha)
    return made


@pytest.fixture
def reader(office: Office, qtbot: QtBot) -> Iterator[Reader]:
    yield from before_the_window(Reader, office, qtbot)
