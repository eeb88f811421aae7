"""First page of a document from the encrypted vault, beside the plain file rendered in-process by pymupdf."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from pathlib import Path

import pymupdf
from _common import Figure, arguments, median_ms, show

from reader.pdf import PdfClient
from reader.store.blocks import BlockFile
from reader.store.documents import DocumentBytes
from sync.wire.codec import digest

ZOOM = 1.5


def main() -> None:
    """Measure a text document and a scan."""
    options = arguments(__doc__ or "")
    pages, scan_mb = (10, 2) if options.small else (300, 200)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = _measure("text, 300 pages", _text(folder / "t.pdf", pages), options.runs, 2.0, 150.0)
        figures += _measure("scan, 200 MB", _scan(folder / "s.pdf", scan_mb), options.runs, 2.5, None)
    left_out = "the window's own painting, and the look-up of the key in the vault (below 1 ms)"
    show("First page, from encrypted blocks", figures, left_out, as_json=options.json)


def _measure(what: str, path: Path, runs: int, ratio: float, limit: float | None) -> list[Figure]:
    source = _sealed(path)
    plain = median_ms(runs, lambda: _bare(path))
    cold, warm = [], []
    for _ in range(runs):
        client = PdfClient()
        try:
            cold.append(_open(client, source))
        finally:
            client.close()
    client = PdfClient()
    try:
        client.warm().result()
        _open(client, source)
        warm = [_open(client, source) for _ in range(runs)]
    finally:
        client.close()
    ours = statistics.median(warm)
    return [
        Figure(f"{what}: plain file, pymupdf in-process", plain, "ms"),
        Figure(f"{what}: from the vault, child ready", ours, "ms", limit),
        Figure(f"{what}: ratio to the plain file", ours / plain, "×", ratio),
        Figure(f"{what}: from the vault, child not started", statistics.median(cold), "ms"),
    ]


def _bare(path: Path) -> None:
    with pymupdf.open(path) as document:
        document[0].get_pixmap(matrix=pymupdf.Matrix(ZOOM, ZOOM))


def _open(client: PdfClient, source: DocumentBytes) -> float:
    began = time.perf_counter()
    info = client.open(source).result()
    client.render(info.document, 0, ZOOM).result()
    taken = (time.perf_counter() - began) * 1000
    client.release(info.document)
    return taken


def _sealed(path: Path) -> DocumentBytes:
    data = path.read_bytes()
    sha256 = digest(data)
    file = BlockFile(path.with_suffix(".blocks"), bytes(32), "m", bytes.fromhex(sha256), len(data))
    file.write(0, memoryview(data))
    return DocumentBytes(len(data), sha256, file)


def _text(path: Path, pages: int) -> Path:
    document = pymupdf.open()
    for number in range(pages):
        page = document.new_page()
        for line in range(45):
            page.insert_text(
                (60, 60 + line * 16), f"{number} {line} " + "words of a long report " * 4, fontsize=9
            )
    document.save(path)
    return path


def _scan(path: Path, megabytes: int) -> Path:
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


if __name__ == "__main__":
    main()
