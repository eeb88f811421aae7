"""The enrolment code while it is being typed: groups of five, forgiving, with an opinion after every key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sync.errors import SohopError
from sync.wire.invitation import ALPHABET, LENGTH, read_link, shown

_LOOKALIKES = str.maketrans("ILO", "110")
_GROUP = 5


class CodeState(StrEnum):
    """How far a code is."""

    EMPTY = "empty"
    PARTIAL = "partial"
    WHOLE = "whole"
    WRONG_LETTER = "wrong_letter"


@dataclass(frozen=True)
class Typed:
    """A code being typed: what to show, where the cursor goes, and what to say."""

    shown: str
    cursor: int
    state: CodeState
    left: int
    """Characters still to come."""
    wrong: str = ""
    """The character that occurs in no code."""


def read(text: str, cursor: int) -> Typed:
    """Tidy what stands in the field: capitals, hyphens after every five, I and L as 1, O as 0.

    ``cursor`` is the place in ``text``, from 0; the answer's is that place in what is shown. A character that
    no code holds (U, a sign, a Vietnamese letter) is dropped and reported.
    """
    before, wrong = _plain(text[:cursor])
    after, also = _plain(text[cursor:])
    whole = (before + after)[:LENGTH]
    place = min(len(before), LENGTH)
    state = CodeState.PARTIAL
    if wrong or also:
        state = CodeState.WRONG_LETTER
    elif not whole:
        state = CodeState.EMPTY
    elif len(whole) == LENGTH:
        state = CodeState.WHOLE
    hyphens = max(0, place - 1) // _GROUP
    return Typed(shown(whole), place + hyphens, state, LENGTH - len(whole), wrong or also)


def is_link(text: str) -> bool:
    """Whether ``text`` is a whole ``sohop://`` invitation that can be tried."""
    try:
        read_link(text)
    except SohopError:
        return False
    return True


def looks_like_link(text: str) -> bool:
    """Whether somebody began to paste a link, right or wrong."""
    return text.strip().casefold().startswith("sohop:")


def tidy_address(text: str) -> str:
    """The hub's address as it will be used: https unless it says otherwise; empty when it is no address."""
    bare = text.strip().rstrip("/")
    if not bare or any(letter.isspace() for letter in bare):
        return ""
    if "://" not in bare:
        bare = f"https://{bare}"
    scheme, _, rest = bare.partition("://")
    return f"{scheme.lower()}://{rest}" if scheme.lower() in ("http", "https") and rest else ""


def _plain(text: str) -> tuple[str, str]:
    kept, wrong = [], ""
    for letter in text.upper().translate(_LOOKALIKES):
        if letter in ALPHABET:
            kept.append(letter)
        elif not (letter.isspace() or letter in "-–—_."):
            wrong = wrong or letter
    return "".join(kept), wrong
