"""The world's errors in the language of the window, from the catalogue in sync/errors.py."""

from __future__ import annotations

from reader.ui.format import language
from reader.ui.theme import Tone
from sync.errors import CATALOGUE, Code, Fault, SohopError


def sentence(problem: SohopError | Code) -> str:
    """What happened, what is safe and what to do next. A bare code has no fields: they show as a dash."""
    error = SohopError(problem) if isinstance(problem, Code) else problem
    return error.sentence(language())


def tone(problem: SohopError | Code) -> Tone:
    """Weather (the line, a hub that will come back) is amber; what a person must look at is red."""
    code = problem if isinstance(problem, Code) else problem.code
    return Tone.WAIT if CATALOGUE[code].fault in (Fault.LINE, Fault.HUB) else Tone.BAD
