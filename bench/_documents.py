"""Documents made on the spot, and put into encrypted blocks."""

from __future__ import annotations

import random
from pathlib import Path

import pymupdf

from reader.store.blocks import BlockFile
from reader.store.documents import DocumentBytes
from sync.wire.codec import digest


def sealed(path: Path) -> DocumentBytes:
    """The file in encrypted blocks beside it, as the vault keeps it."""
    data = path.read_bytes()
    sha256 = digest(data)
    file = BlockFile(path.with_suffix(".blocks"), bytes(32), "m", bytes.fromhex(sha256), len(data))
    file.write(0, memoryview(data))
    return DocumentBytes(len(data), sha256, file)


def text(path: Path, pages: int) -> Path:
    """Pages full of words."""
    document = pymupdf.open()
    for number in range(pages):
        page = document.new_page()
        for line in range(45):
            page.insert_text(
                (60, 60 + line * 16), f"{number} {line} " + "words of a long report " * 4, fontsize=9
            )
    document.save(path)
    return path


def scan(path: Path, megabytes: int) -> Path:
    """Pages of grey noise: what a scanner gives, without a text layer."""
    document = pymupdf.open()
    noise = random.Random(1).randbytes(1654 * 2339)
    picture = pymupdf.Pixmap(pymupdf.csGRAY, 1654, 2339, noise, 0).tobytes("jpeg", jpg_quality=80)
    for number in range(max(1, megabytes * 1_000_000 // len(picture))):
        page = document.new_page()
        # A comment after the end of the picture makes each one differ, so that none is stored once for all.
        page.insert_image(page.rect, stream=picture + str(number).encode())
    document.save(path)
    return path
