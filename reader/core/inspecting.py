"""The packet check: every file is opened by the PDF child as a delegate's laptop will open it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.core.packet_folder import Inspected, PacketFolder
from reader.pdf import PdfClient, PdfOutcome, inspect
from sync.errors import Code, SohopError

_CODES = {
    PdfOutcome.PASSWORD: Code.PDF_PASSWORD,
    PdfOutcome.DAMAGED: Code.PDF_DAMAGED,
    PdfOutcome.CRASHED: Code.PDF_DAMAGED,
    PdfOutcome.REFUSED: Code.PDF_REFUSED,
    PdfOutcome.TIMEOUT: Code.PDF_TIMEOUT,
    PdfOutcome.MEMORY: Code.PDF_MEMORY,
}


class FileSource:
    """A plain file as the PDF child's source. For the secretary's own files, before they are a packet."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self.size = len(self._data)
        self.sha256 = hashlib.sha256(self._data).hexdigest()

    def read_into(self, buffer: memoryview) -> None:
        """Fill ``buffer`` (``size`` bytes)."""
        buffer[:] = self._data


def check_folder(folder: PacketFolder) -> dict[str, Inspected]:
    """Pages and text layer of each file, by file name.

    Raises ``SohopError`` with a ``PDF_…`` code that names the file.
    """
    found: dict[str, Inspected] = {}
    client = PdfClient()
    try:
        for document, path in folder.files():
            report = inspect(FileSource(path), client)
            if not report.outcome.readable:
                raise SohopError(_CODES[report.outcome], name=document.file)
            found[document.file] = Inspected(pages=report.pages, has_text=report.has_text)
    finally:
        client.close()
    return found
