"""Pages that lie oddly, marks of every kind on them, and other programs that read what was written."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from support.pdfs import raw_pdf, stream

from reader.core.views import MarkView, Trip
from sync.model.annotation import Audience, Colour, MarkKind, Rect, Stroke
from sync.model.ids import DocumentId, MarkId, MeetingId

LETTERS = "Đề nghị tách khoản dự phòng: Ẵ ẫ Ộ ổ Ữ ử Ỵ ỹ đ Đ – “chỉ còn 2 %”"
"""Words that only a font with every Vietnamese letter can show."""
ODD_PAGES = (
    b"/MediaBox[0 0 595 842]",
    b"/MediaBox[0 0 595 842]/Rotate 90",
    b"/MediaBox[-50 -20 700 900]/CropBox[30 40 500 700]/Rotate 270",
    b"/MediaBox[0 0 300 400]/UserUnit 2/Rotate 180",
)
"""Upright, turned, cut out of a larger sheet that begins elsewhere, in units of two points."""
poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler's programs are not here")


def odd_pdf(
    pages: tuple[bytes, ...] = ODD_PAGES, annotations: tuple[bytes, ...] = (), more: bytes = b""
) -> bytes:
    """A page for each; ``annotations`` are objects on the first page."""
    first = 5 + len(pages)
    listed = b"/Annots[" + b" ".join(b"%d 0 R" % (first + n) for n in range(len(annotations))) + b"]"
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(len(pages)))
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[" % len(pages) + kids + b"]>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(b"", b"BT /F 14 Tf 60 300 Td (Some words on the page) Tj ET"),
        *(
            b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R"
            + page
            + (listed if number == 0 and annotations else b"")
            + b">>"
            for number, page in enumerate(pages)
        ),
        *annotations,
    )


def a_mark(kind: MarkKind, page: int = 0, **changes: object) -> MarkView:
    """One mark, at a place of its own for each kind."""
    made: dict[str, object] = {
        "id": MarkId(f"m-{kind.value}-{page}"),
        "meeting": MeetingId("m-1"),
        "document": DocumentId("doc-1"),
        "sha256": "1" * 64,
        "page": page,
        "kind": kind,
        "rects": (),
        "quote": None,
        "colour": Colour.GREEN,
        "text": "",
        "audience": Audience.PRIVATE,
        "at": datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
        "mine": True,
        "author": "Trần Thị Lan",
        "trip": Trip.SENT,
        "width": 3.0,
    }
    return MarkView(**(made | _PLACES.get(kind, {}) | changes))  # type: ignore[arg-type]


def every_mark(page: int = 0) -> tuple[MarkView, ...]:
    """One of every kind, and a note on words, with Vietnamese words where there may be some."""
    made = [a_mark(kind, page, text="" if kind is MarkKind.BOOKMARK else LETTERS) for kind in MarkKind]
    place = (Rect(60.0, 360.0, 180.0, 374.0),)
    return (*made, a_mark(MarkKind.NOTE, page, id=f"m-on-words-{page}", rects=place, text=LETTERS))


_PLACES: dict[MarkKind, dict[str, object]] = {
    MarkKind.HIGHLIGHT: {"rects": (Rect(50.0, 50.0, 250.0, 64.0), Rect(50.0, 66.0, 120.0, 80.0))},
    MarkKind.UNDERLINE: {"rects": (Rect(50.0, 90.0, 250.0, 104.0),)},
    MarkKind.STRIKE: {"rects": (Rect(50.0, 110.0, 250.0, 124.0),)},
    MarkKind.PEN: {
        "strokes": (
            Stroke((50.0, 150.0, 80.0, 180.0, 120.0, 140.0, 160.0, 190.0)),
            Stroke((170.0, 150.0, 180.0, 160.0)),
        )
    },
    MarkKind.RECTANGLE: {"strokes": (Stroke((200.0, 140.0, 260.0, 190.0)),)},
    MarkKind.ELLIPSE: {"strokes": (Stroke((330.0, 190.0, 270.0, 140.0)),)},
    MarkKind.ARROW: {"strokes": (Stroke((50.0, 220.0, 200.0, 250.0)),)},
    MarkKind.TEXT: {"rects": (Rect(50.0, 270.0, 250.0, 330.0),)},
}


def painted_by_pdfium(data: bytes, page: int, scale: float) -> tuple[int, int, bytes]:
    """Width, height, and red-green-blue bytes."""
    document = pypdfium2.PdfDocument(data)
    bitmap = document[page].render(scale=scale, rev_byteorder=True)
    rows = bytes(bitmap.buffer)
    wide = bitmap.width * 3
    assert bitmap.n_channels == 3
    kept = b"".join(rows[y * bitmap.stride : y * bitmap.stride + wide] for y in range(bitmap.height))
    width, height = bitmap.width, bitmap.height
    bitmap.close()
    document.close()
    return width, height, kept


def painted_by_poppler(path: Path, page: int, scale: float) -> tuple[int, int, bytes]:
    """The same."""
    words = [
        "pdftoppm",
        "-r",
        str(72 * scale),
        "-f",
        str(page + 1),
        "-l",
        str(page + 1),
        "-cropbox",
        str(path),
    ]
    ppm = subprocess.run(words, check=True, capture_output=True).stdout
    head, size, most, pixels = ppm.split(b"\n", 3)
    assert (head, most) == (b"P6", b"255")
    width, height = map(int, size.split())
    return width, height, pixels


def extent(picture: tuple[int, int, bytes], colour: tuple[float, float, float], scale: float) -> Rect:
    """Where a colour is, in points of the page as it is seen."""
    width, _, pixels = picture
    wanted = bytes(round(part * 255) for part in colour)
    at = []
    where = pixels.find(wanted)
    while where >= 0:
        if where % 3 == 0:
            at.append(where // 3)
        where = pixels.find(wanted, where + 1)
    assert at, "the colour is not there"
    across, down = [one % width for one in at], [one // width for one in at]
    return Rect(*(n / scale for n in (min(across), min(down), max(across) + 1, max(down) + 1)))
