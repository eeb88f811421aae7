"""PDFs made on the spot, and one warm child for the tests of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import pytest
from support.pdfs import BytesSource, raw_pdf, stream

from reader.pdf import PdfClient

FONT = next((Path(__file__).parents[3] / "resources" / "third_party").rglob("*.ttf"))


def text_pdf(pages: list[list[str]], rotation: int = 0) -> bytes:
    """A page for each list, a line of text for each string."""
    document = pymupdf.open()
    for number, lines in enumerate(pages):
        page = document.new_page()
        page.insert_font(fontname="vn", fontfile=str(FONT))
        for index, line in enumerate(lines):
            page.insert_text((60, 60 + 16 * index), line, fontname="vn", fontsize=11)
        page.insert_text((60, 800), f"trang {number + 1}", fontname="vn", fontsize=9)
        page.set_rotation(rotation)
    return bytes(document.tobytes(garbage=3, deflate=True))


@pytest.fixture(scope="session")
def make_source() -> Callable[[bytes], BytesSource]:
    return BytesSource


@pytest.fixture(scope="session")
def make_text_pdf() -> Callable[..., bytes]:
    return text_pdf


@pytest.fixture(scope="session")
def make_raw_pdf() -> Callable[..., bytes]:
    return raw_pdf


@pytest.fixture(scope="session")
def make_stream() -> Callable[[bytes, bytes], bytes]:
    return stream


@pytest.fixture(scope="session")
def session_client() -> Iterator[PdfClient]:
    client = PdfClient()
    yield client
    client.close()


@pytest.fixture
def client(session_client: PdfClient) -> PdfClient:
    return session_client
