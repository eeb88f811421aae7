"""A motion: the question, its choices, its rule, its timing. Fixed before it opens, and by digest."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta, Struct

from sync.model.ids import DocumentRef, Hash, ItemRef, MotionRef, Person
from sync.model.rules import Rule, Secrecy, Timing
from sync.model.text import Instant, Line, Text, check_moments


class Choice(Struct, frozen=True, kw_only=True):
    """One answer. ``free_text`` asks for words (phiếu lấy ý kiến: ý kiến khác)."""

    id: Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[a-z0-9_-]+\Z")]
    label: Line
    free_text: bool = False


class Attached(Struct, frozen=True, kw_only=True):
    """A document that the question is about, by its very bytes."""

    id: DocumentRef
    sha256: Hash


class Late(StrEnum):
    """What becomes of a ballot that arrives after the window."""

    RECORDED_ONLY = "recorded_only"
    MAY_BE_ADMITTED = "may_be_admitted"


class Window(Struct, frozen=True, kw_only=True):
    """The timing policy. ``until`` and ``grace_s`` only for ``sealed_until``: it counts on arrival before
    ``until + grace_s``. ``opens`` and ``until`` are the schedule in the approved packet."""

    timing: Timing
    opens: Instant | None = None
    until: Instant | None = None
    grace_s: Annotated[int, Meta(ge=0, le=30 * 86400)] = 0
    late: Late = Late.RECORDED_ONLY

    def __post_init__(self) -> None:
        check_moments(self.opens, self.until)


class Motion(Struct, frozen=True, kw_only=True):
    """Nội dung biểu quyết. The rule travels inside, so that a result explains itself for ever.

    Where each choice is a candidate, ``max_choices`` is the number of seats. ``chair`` is the person whose
    side prevails on a tie, where the rule says so.
    """

    id: MotionRef
    item: ItemRef
    title: Line
    question: Text
    documents: Annotated[tuple[Attached, ...], Meta(max_length=100)] = ()
    choices: Annotated[tuple[Choice, ...], Meta(min_length=2, max_length=200)]
    max_choices: Annotated[int, Meta(ge=1, le=200)] = 1
    rule: Rule
    window: Window
    secrecy: Secrecy = Secrecy.OPEN
    ask_passphrase: bool = False
    chair: Person | None = None


class MotionState(StrEnum):
    """Life of a motion."""

    DRAFTED = "drafted"
    OPEN = "open"
    ENDED = "ended"
    """The voting is over, the count is not: hands, paper and late ballots are still looked at."""
    CLOSED = "closed"
    ANNULLED = "annulled"


OVER = (MotionState.CLOSED, MotionState.ANNULLED)
"""It takes no ballot and is never opened again."""

STRICT_LEAST_S: Final = 30
"""Seconds for which a strict motion takes ballots at least, unless whoever ends it confirms that twice."""
