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


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule set. ``checked`` is False while no person has compared the article ("chưa đối chiếu")."""

    id: Annotated[str, Meta(max_length=64, pattern=r"^[a-z0-9_-]{1,64}\Z")]
    version: Annotated[int, Meta(ge=1, le=10_000)]
    kind: MotionKind
    title: Line
    title_en: Line
    article: Text
    checked: bool = False
    base: Base = Base.TOTAL
    threshold: Threshold | None = None
    choices: Annotated[tuple[Line, ...], Meta(max_length=20)] = ()
    timings: Annotated[tuple[Timing, ...], Meta(min_length=1, max_length=16)]
    secrecies: Annotated[tuple[Secrecy, ...], Meta(min_length=1, max_length=16)]


def parse_rule(data: bytes) -> Rule:
    """Read one rule file (TOML, UTF-8; its one table ``[rule]``).

    Raises ``ValueError`` with the field's path when a field is missing, unknown or out of bounds.
    """
    return msgspec.convert(tomllib.loads(data.decode("utf-8")), _File, strict=True).rule


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    rule: Rule
