"""``sohop probe``: how each file opens, as one line of JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reader.app.words import Speaker
from reader.core.inspecting import CODES, check_file
from reader.pdf import PdfClient, PdfOutcome, PdfReport
from sync.errors import SohopError

_NAMES: Final = {
    PdfOutcome.FINE: "ok",
    PdfOutcome.NO_TEXT: "ok",
    PdfOutcome.REPAIRED: "ok",
    PdfOutcome.PASSWORD: "password",
    PdfOutcome.DAMAGED: "damaged",
    PdfOutcome.CRASHED: "damaged",
    PdfOutcome.REFUSED: "refused",
    PdfOutcome.TIMEOUT: "timeout",
    PdfOutcome.MEMORY: "memory",
}
_WORDS: Final = {
    PdfOutcome.FINE: "probe-fine",
    PdfOutcome.NO_TEXT: "probe-no-text",
    PdfOutcome.REPAIRED: "probe-repaired",
}


def probe(files: Sequence[str], say: Speaker) -> int:
    """Print a line for each file as soon as it was tried; 0 when all could be tried, whatever came of it.

    A file that is not there, is none or may not be read is ``refused``, and makes it 1.
    """
    untried = 0
    client = PdfClient(background=True)
    try:
        for file in files:
            try:
                line = _line(file, check_file(Path(file), client), say)
            except SohopError as error:
                untried += 1
                line = _row(file, "refused", 0, 0.0, None, error.sentence(say.language))
            _print(line)
    except BrokenPipeError:
        # Whoever read the lines has seen enough; nor may Python's own flush at the end complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    finally:
        client.close()
    return 1 if untried else 0


def _line(file: str, report: PdfReport, say: Speaker) -> dict[str, object]:
    outcome = report.outcome
    if outcome in CODES:
        sentence = SohopError(CODES[outcome], name=Path(file).name).sentence(say.language)
    else:
        sentence = say(_WORDS[outcome], name=Path(file).name, pages=report.pages)
    return _row(file, _NAMES[outcome], report.pages, report.seconds, report.peak, sentence)


def _row(
    file: str, outcome: str, pages: int, seconds: float, peak: int | None, sentence: str
) -> dict[str, object]:
    return {
        "file": file,
        "outcome": outcome,
        "pages": pages,
        "seconds": round(seconds, 2),
        "peak_mb": None if peak is None else round(peak / 1_000_000, 1),
        "sentence": sentence,
    }


def _print(line: dict[str, object]) -> None:
    text = json.dumps(line, ensure_ascii=False)
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:  # a name that is no text, or a terminal that has no Vietnamese
        text = json.dumps(line)
    print(text, flush=True)
