"""PDFs written by hand, object by object, and bytes to be opened."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pymupdf


@dataclass(frozen=True)
class BytesSource:
    """A document that lies in memory."""

    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    def read_into(self, buffer: memoryview) -> None:
        buffer[:] = self.data


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
    """A stream object."""
    return b"<<" + dictionary + b"/Length %d>>\nstream\n" % len(body) + body + b"\nendstream"


def a_pdf(path: Path, word: str = "khoa") -> Path:
    """A file of one page with a word on it, whatever it is called; folders above it are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), word)
    path.write_bytes(document.tobytes())
    return path
