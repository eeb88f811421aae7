"""A file before it becomes a document: opened in the PDF child, read, judged, and guessed at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from reader.core.composing.checking import FileFacts, read_text
from reader.core.composing.guessing import Guess, guess
from reader.core.converting import LARGEST, convert
from reader.core.inspecting import CODES, BytesSource, FileSource
from reader.core.interchange.problems import said_of
from reader.core.plain import plain_line
from reader.pdf import PdfClient, PdfError, PdfOutcome, Word, inspect
from reader.pdf.annotating import facts as pdf_facts
from reader.pdf.annotating import opened
from reader.pdf.stopping import go_on
from sync.errors import Code, SohopError
from sync.model.meeting import MAX_DOCUMENT_BYTES

_READ: Final = 60
"""Pages whose text is read: a marking stands on the first, annexes are spoken of early. The whole of a long
report would take as long again as all other files of a packet."""


@dataclass(frozen=True)
class Looked:
    """A file that can become a document."""

    name: str
    data: bytes
    facts: FileFacts
    guess: Guess


def look(path: Path, client: PdfClient, stopped: Callable[[], bool] = lambda: False) -> Looked:
    """Open a PDF file and say what it is. Blocks; for any thread but the window's and the client's.

    Raises ``SohopError`` with a ``FILE_…``, ``PDF_…`` or ``TOO_LARGE`` code that names the file;
    ``StoppedError``.
    """
    return _look(FileSource(path), path.name, client, stopped, converted=False)


def look_converted(
    path: Path, soffice: Path | None, client: PdfClient, stopped: Callable[[], bool] = lambda: False
) -> Looked:
    """The same of a file that becomes PDF first, and that is called so from then on. Raises as ``look`` and
    ``convert``.
    """
    source = FileSource(path)
    if source.size > LARGEST:
        raise SohopError(Code.CONVERT_TOO_LARGE, name=plain_line(path.name))
    given = bytearray(source.size)
    source.read_into(memoryview(given))
    made = convert(soffice, bytes(given), plain_line(path.name).rstrip(". "), stopped)
    return _look(BytesSource(made), f"{path.stem}.pdf", client, stopped, converted=True)


def _look(
    source: FileSource | BytesSource,
    name: str,
    client: PdfClient,
    stopped: Callable[[], bool],
    *,
    converted: bool,
) -> Looked:
    if source.size > MAX_DOCUMENT_BYTES:
        raise SohopError(Code.TOO_LARGE)
    report = inspect(source, client)
    if not report.outcome.readable:
        raise SohopError(CODES[report.outcome], name=plain_line(name))
    go_on(stopped)
    try:
        signed, lacking, pages = _read(client, source, stopped)
    except PdfError as error:  # a page that the trial above passed over
        raise said_of(error, plain_line(name)) from error
    secret, wants, has = read_text(pages)
    data = bytearray(source.size)
    source.read_into(memoryview(data))
    return Looked(
        name=plain_line(name),
        data=bytes(data),
        facts=FileFacts(
            pages=report.pages,
            has_text=report.has_text,
            repaired=report.outcome is PdfOutcome.REPAIRED,
            signed=signed,
            fonts_lacking=lacking,
            secret=secret,
            wants_annex=wants,
            has_annex=has,
            converted=converted,
        ),
        guess=guess(name, pages[0] if pages else ()),
    )


def _read(
    client: PdfClient, source: FileSource | BytesSource, stopped: Callable[[], bool]
) -> tuple[bool, int, list[list[str]]]:
    """Whether it is signed, how many fonts it lacks, and the lines of its first pages."""
    pages: list[list[str]] = []
    with opened(client, source) as info:
        signed, lacking = pdf_facts(client, info)
        for page in range(min(len(info.pages), _READ)):
            go_on(stopped)
            pages.append(lines_of(client.words(info.document, page).result()))
    return signed, lacking, pages


def lines_of(words: Sequence[Word]) -> list[str]:
    """A page's lines from top to bottom, whatever their order in the file: head and date stand beside one
    another."""
    lines = [
        (min(word.y0 for word in several), several[0].x0, " ".join(word.text for word in several))
        for several in (list(group) for _, group in groupby(words, lambda word: (word.block, word.line)))
    ]
    return [text for _, _, text in sorted(lines)]
