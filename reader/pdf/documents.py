"""Documents as the rest of the reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reader.pdf.protocol import DocumentId
from reader.pdf.text import Hit


class DocumentSource(Protocol):
    """Where a document's plain bytes come from."""

    @property
    def size(self) -> int:
        """Bytes."""

    @property
    def sha256(self) -> str:
        """Of the plain bytes, lower-case hexadecimal; it is the document's name here and is not checked
        here.
        """

    def read_into(self, buffer: memoryview) -> None:
        """Write exactly ``size`` bytes. Called once, on a thread of ours, with no lock held.

        What it raises arrives as the exception of ``open``'s future.
        """


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page as shown, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """An open document."""

    document: DocumentId
    pages: tuple[PageSize, ...]
    repaired: bool
    """The file's table was broken and has been rebuilt; what is shown may lack something."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A hit with the words before, of and after it."""

    hit: Hit
    before: str
    match: str
    after: str
