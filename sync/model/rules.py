"""Rules of voting as data: a council whose law differs changes a file, not the program.

The files are ``resources/rules/*.toml``; this module reads their bytes and knows no file system.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from sync.model.text import Line, Text

RuleId = Annotated[str, Meta(max_length=64, pattern=r"^[a-z0-9_-]{1,64}\Z")]
Place = Annotated[int, Meta(ge=0, le=199)]


class MotionKind(StrEnum):
    """Kinds of motion, by the code used in rule files and packets."""

    RESOLUTION = "resolution"
    REMOVAL = "removal"
    ELECTION = "election"
    CONFIDENCE_RATING = "confidence_rating"
    CONFIDENCE_VOTE = "confidence_vote"
    COMMITTEE = "committee"
    WRITTEN_OPINION = "written_opinion"
    PROCEDURAL = "procedural"
    POLL = "poll"


class Timing(StrEnum):
    """``strict``: recorded before the close. ``sealed_until``: sealed offline, arrived before T + G."""

    STRICT = "strict"
    SEALED_UNTIL = "sealed_until"


class Secrecy(StrEnum):
    """Open ballots are named; secret ones are on paper until their cryptography is built."""

    OPEN = "open"
    SECRET = "secret"


class Base(StrEnum):
    """What a threshold is a share of."""

    TOTAL = "total"
    PRESENT = "present"
    CAST = "cast"
    VALID = "valid"


class Threshold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Carried when ``den * votes`` is more than ``num * base`` (or, with ``at_least``, equal to it too)."""

    num: Annotated[int, Meta(ge=1, le=1000)]
    den: Annotated[int, Meta(ge=1, le=1000)]
    at_least: bool = False

    def needed(self, base: int) -> int:
        """The smallest whole number of votes that meets this threshold of ``base``; of nothing, one vote.

        Integers only.
        """
        product = self.num * base
        if self.at_least:
            return max(1, -(-product // self.den))
        return product // self.den + 1


class Form(StrEnum):
    """How the choices are judged."""

    CHOICE = "choice"
    """One of them needs enough votes; the others are only counted."""
    EACH = "each"
    """Each is a candidate and needs enough votes; a ballot names at most as many as there are seats."""


class Tie(StrEnum):
    """What equal numbers for and against come to."""

    FAILS = "fails"
    CHAIR = "chair"
    """The side of the chair prevails, if the chair took one."""


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the verdict is called."""

    carried: Line = "thông qua"
    failed: Line = "không thông qua"
    carried_en: Line = "carried"
    failed_en: Line = "not carried"


class Flag(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A consequence beside the verdict, or instead of one: when choice number ``on`` meets the threshold."""

    id: RuleId
    on: Place
    threshold: Threshold
    title: Line
    title_en: Line


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule set. ``checked`` is False while no person has compared the article ("chưa đối chiếu").

    ``on`` counts the choices from 0 and names the one that needs the ``threshold`` of ``base``. ``quorum`` is
    of the whole roll. Whoever is silent is counted with nobody. Rules that are not ``offered`` are there for
    those who ask for them.
    """

    id: RuleId
    version: Annotated[int, Meta(ge=1, le=10_000)]
    kind: MotionKind
    title: Line
    title_en: Line
    article: Text
    checked: bool = False
    offered: bool = True
    base: Base = Base.TOTAL
    form: Form = Form.CHOICE
    on: Place = 0
    threshold: Threshold | None = None
    tie: Tie = Tie.FAILS
    quorum: Threshold | None = None
    flags: Annotated[tuple[Flag, ...], Meta(max_length=8)] = ()
    words: Words = Words()
    choices: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()
    timings: Annotated[tuple[Timing, ...], Meta(min_length=1, max_length=16)]
    secrecies: Annotated[tuple[Secrecy, ...], Meta(min_length=1, max_length=16)]

    def __post_init__(self) -> None:
        if self.form is Form.EACH and (self.threshold is None or self.tie is not Tie.FAILS or self.on):
            raise ValueError("candidates need a threshold each, and no tie of theirs is broken")


class Example(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A case that a rule file gives with its outcome. ``votes`` in the order of the choices; ``chair`` counts
    them from 0. What is not said is not checked, but ``flags`` always is."""

    title: Line
    total: Annotated[int, Meta(ge=0, le=100_000)]
    present: Annotated[int, Meta(ge=0, le=100_000)] | None = None
    votes: Annotated[tuple[int, ...], Meta(min_length=2, max_length=20)]
    invalid: int = 0
    cast: int | None = None
    """Ballots that came, valid or not; as many as there are votes and invalid ones unless told."""
    seats: int = 1
    chair: int | None = None
    needed: int | None = None
    carried: bool | None = None
    quorum: bool | None = None
    elected: tuple[int, ...] = ()
    tied: tuple[int, ...] = ()
    flags: tuple[str, ...] = ()
    sentence: str | None = None


def parse_rule(data: bytes) -> Rule:
    """Read one rule file (TOML, UTF-8): a table ``[rule]`` and any number of ``[[example]]``.

    Raises ``ValueError`` with the field's path when a field is missing, unknown or out of bounds.
    """
    return _parse(data).rule


def parse_examples(data: bytes) -> tuple[Example, ...]:
    """The cases that a rule file gives. Raises as ``parse_rule``."""
    return _parse(data).example


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    rule: Rule
    example: tuple[Example, ...] = ()


def _parse(data: bytes) -> _File:
    return msgspec.convert(tomllib.loads(data.decode("utf-8")), _File, strict=True)
