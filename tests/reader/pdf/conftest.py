"""PDFs made on the spot, and one warm child for the tests of a process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pymupdf
import pytest

from reader.pdf import PdfClient

FONT = next((Path(__file__).parents[3] / "resources" / "third_party").rglob("*.ttf"))


@dataclass(frozen=True)
class BytesSource:
    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def read_into(self, buffer: memoryview) -> None:
        buffer[:] = self.data


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


def raw_pdf(*objects: bytes) -> bytes:
    """Objects numbered from 1, the first is the catalogue; with a right table."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def stream(dictionary: bytes, body: bytes) -> bytes:
    return b"<<" + dictionary + b"/Length %d>>\nstream\n" % len(body) + body + b"\nendstream"


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
