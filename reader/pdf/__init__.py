"""The hostile-document boundary: a spawned child parses and paints PDFs; pixels, words, numbers come back.

The parent never imports MuPDF (``worker`` does, in the child). See ``client.PdfClient``.
"""

from reader.pdf.client import PdfClient
from reader.pdf.dispatch import Priority
from reader.pdf.documents import DocumentInfo, DocumentSource, PageSize, SearchHit
from reader.pdf.extraction import PageText, extract
from reader.pdf.pixels import PagePixels, PixelFormat
from reader.pdf.probe import PdfOutcome, PdfReport, inspect
from reader.pdf.protocol import DocumentId, Link, OutlineEntry, PdfError, PdfErrorCode, Rotation
from reader.pdf.text import (
    Hit,
    Place,
    Rect,
    Selection,
    TextQuote,
    Word,
    composed,
    find_in_texts,
    find_in_words,
    fold,
    quote,
    rects_at,
    rects_of,
    snippet,
    snippet_of,
    text_of,
    word_at,
    words_between,
)
from reader.pdf.turning import turned

__all__ = [
    "DocumentId",
    "DocumentInfo",
    "DocumentSource",
    "Hit",
    "Link",
    "OutlineEntry",
    "PagePixels",
    "PageSize",
    "PageText",
    "PdfClient",
    "PdfError",
    "PdfErrorCode",
    "PdfOutcome",
    "PdfReport",
    "PixelFormat",
    "Place",
    "Priority",
    "Rect",
    "Rotation",
    "SearchHit",
    "Selection",
    "TextQuote",
    "Word",
    "composed",
    "extract",
    "find_in_texts",
    "find_in_words",
    "fold",
    "inspect",
    "quote",
    "rects_at",
    "rects_of",
    "snippet",
    "snippet_of",
    "text_of",
    "turned",
    "word_at",
    "words_between",
]
