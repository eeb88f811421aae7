"""First page of a document from the encrypted vault, beside the plain file rendered in-process by pymupdf."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import pymupdf
from _common import Figure, arguments, show
from _documents import scan, sealed, text

from reader.pdf import PdfClient
from reader.store.documents import DocumentBytes

ZOOM = 1.5


def main() -> None:
    """Measure a text document and a scan."""
    options = arguments(__doc__ or "")
    pages, scan_mb = (10, 2) if options.small else (300, 200)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = _measure("text, 300 pages", text(folder / "t.pdf", pages), options.runs, 2.0, 150.0)
        figures += _measure("scan, 200 MB", scan(folder / "s.pdf", scan_mb), options.runs, 2.5, None)
    left_out = "the window's own painting, and the look-up of the key in the vault (below 1 ms)"
    show("First page, from encrypted blocks", figures, left_out, as_json=options.json)


def _measure(what: str, path: Path, runs: int, ratio: float, limit: float | None) -> list[Figure]:
    source = sealed(path)
    cold, plain, warm = [], [], []
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
        # One beside the other: a machine that is busy for a while is so for both.
        for _ in range(runs):
            plain.append(_bare(path))
            warm.append(_open(client, source))
    finally:
        client.close()
    bare, ours = statistics.median(plain), statistics.median(warm)
    return [
        Figure(f"{what}: plain file, pymupdf in-process", bare, "ms"),
        Figure(f"{what}: from the vault, child ready", ours, "ms", limit),
        Figure(f"{what}: ratio to the plain file", ours / bare, "×", ratio),
        Figure(f"{what}: from the vault, child not started", statistics.median(cold), "ms"),
    ]


def _bare(path: Path) -> float:
    began = time.perf_counter()
    with pymupdf.open(path) as document:
        document[0].get_pixmap(matrix=pymupdf.Matrix(ZOOM, ZOOM))
    return (time.perf_counter() - began) * 1000


def _open(client: PdfClient, source: DocumentBytes) -> float:
    began = time.perf_counter()
    info = client.open(source).result()
    client.render(info.document, 0, ZOOM).result()
    taken = (time.perf_counter() - began) * 1000
    client.release(info.document)
    return taken


if __name__ == "__main__":
    main()
