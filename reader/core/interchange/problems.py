"""Why a document's notes could not be read or written, as a sentence about a file."""

from __future__ import annotations

from typing import Final

from reader.pdf import PdfError, PdfErrorCode
from sync.errors import Code, SohopError

_CODES: Final = {
    PdfErrorCode.PASSWORD: Code.PDF_PASSWORD,
    PdfErrorCode.DAMAGED: Code.PDF_DAMAGED,
    PdfErrorCode.REFUSED: Code.PDF_REFUSED,
    PdfErrorCode.TIMEOUT: Code.PDF_TIMEOUT,
    PdfErrorCode.MEMORY: Code.PDF_MEMORY,
    PdfErrorCode.CRASHED: Code.PDF_DAMAGED,
    PdfErrorCode.LOCKED: Code.PDF_LOCKED,
}


def said_of(error: PdfError, name: str) -> SohopError:
    """The same for people; ``name`` is the file's."""
    return SohopError(_CODES[error.code], name=name)
