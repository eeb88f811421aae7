"""A motion as the manifest defines it: its choices and its rule, as far as counting needs them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sync.verify.reading import Node, Why, canonical

BASES = ("total", "present", "cast", "valid")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)\Z", re.ASCII)


@dataclass(frozen=True)
class Threshold:
    """A share of some base."""

    num: int
    den: int
    at_least: bool

    def needs(self, base: int) -> int:
        """The smallest number of votes that meets it."""
        if self.at_least:
            return max(1, (self.num * base + self.den - 1) // self.den)
        return self.num * base // self.den + 1


@dataclass(frozen=True)
class Flag:
    """A consequence of the number of votes for one choice."""

    id: str
    on: int
    threshold: Threshold
    title: str
    title_en: str


@dataclass(frozen=True)
class Motion:
    """What was voted on."""

    id: str
    question: str
    labels: dict[str, str]
    """By id of the choice, in the motion's order."""
    seats: int
    each: bool
    base: str
    on: int
    threshold: Threshold | None
    tie: bool
    quorum: Threshold | None
    flags: tuple[Flag, ...]
    words: tuple[str, str]
    """Carried and failed, in Vietnamese."""
    words_en: tuple[str, str]
    chair: str
    strict: bool
    secret: bool
    admits: bool
    """A late ballot may be admitted."""
    end: datetime | None
    """From this moment on a ballot is late."""

    def is_late(self, index: int, recorded: datetime, in_time: int) -> bool:
        """Whether a ballot at this place of the log came too late, when ``in_time`` did not."""
        return index >= in_time or (self.end is not None and recorded >= self.end)

    def fits(self, votes: Sequence[int], valid: int) -> bool:
        """Whether so many valid ballots can come to these votes, one number for each choice."""
        given = sum(votes)
        if max(votes) > valid:
            return False
        if self.seats == 1 and not self.each:
            return given == valid
        return (0 if self.each else valid) <= given <= valid * self.seats

    def valid(self, choices: tuple[str, ...]) -> bool:
        """Whether these make a valid ballot."""
        known = all(choice in self.labels for choice in choices)
        enough = len(choices) >= (0 if self.each else 1)
        return known and enough and len(choices) <= self.seats and len(set(choices)) == len(choices)


def read_motion(node: Node) -> Motion:
    """One of a manifest's motions."""
    rule, window = node["rule"], node["window"]
    labels: dict[str, str] = {}
    for one in node["choices"].each(200):
        choice = one["id"].text()
        one.need(choice not in labels, Why.TWICE)
        labels[choice] = one["label"].text()
    node["choices"].need(len(labels) >= 2, Why.TYPE, wanted="array")
    last = len(labels) - 1
    each = _one_of(rule["form"], "choice", "each") == "each"
    threshold = _threshold(rule["threshold"])
    rule.need(not each or threshold is not None, Why.RULE)
    words = rule["words"]
    until = window["until"]
    grace = window["grace_s"].number(0, 30 * 86400)
    return Motion(
        id=node["id"].id(),
        question=node["question"].text() or node["title"].text(),
        labels=labels,
        seats=node["max_choices"].number(1, 200),
        each=each,
        base=_one_of(rule["base"], *BASES),
        on=rule["on"].number(0, last),
        threshold=threshold,
        tie=_one_of(rule["tie"], "fails", "chair") == "chair",
        quorum=_threshold(rule["quorum"]),
        flags=tuple(
            Flag(
                id=one["id"].text(),
                on=one["on"].number(0, last),
                threshold=_need(one["threshold"]),
                title=one["title"].text(),
                title_en=one["title_en"].text(),
            )
            for one in rule["flags"].each(8)
        ),
        words=(words["carried"].text(), words["failed"].text()),
        words_en=(words["carried_en"].text(), words["failed_en"].text()),
        chair="" if node["chair"].missing else node["chair"].id(),
        strict=_one_of(window["timing"], "strict", "sealed_until") == "strict",
        secret=_one_of(node["secrecy"], "open", "secret") == "secret",
        admits=_one_of(window["late"], "recorded_only", "may_be_admitted") == "may_be_admitted",
        end=None if until.missing else moment(until) + timedelta(seconds=grace),
    )


def motion_digest(tenant: str, meeting: Node, motion: Node, roll: Node) -> str:
    """What a ballot binds."""
    whole = Node([tenant, meeting.value, motion.value, roll.value])
    return hashlib.sha256(canonical(whole).encode()).hexdigest()


def roll_of(manifest: Node) -> dict[str, str]:
    """Names by person of those who may vote."""
    roll: dict[str, str] = {}
    for one in manifest["roll"].each(5_000):
        person = one["person"].id()
        one.need(person not in roll, Why.TWICE)
        roll[person] = one["name"].text()
    return roll


def motions_of(manifest: Node) -> dict[str, Node]:
    """What is voted on, by id."""
    found: dict[str, Node] = {}
    for one in manifest["motions"].each(200):
        one.need(one["id"].id() not in found, Why.TWICE)
        found[one["id"].id()] = one
    return found


def moment(node: Node) -> datetime:
    """A moment with its offset."""
    text = node.text(64)
    node.need(_MOMENT.match(text) is not None, Why.MOMENT)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        node.fail(Why.MOMENT)
    node.need(1 < found.year < 9_999, Why.MOMENT)
    return found


def shown(when: datetime) -> str:
    """A moment for whoever reads it, by this computer's zone."""
    try:
        here = when.astimezone()
    except (OSError, OverflowError, ValueError):
        here = when  # no zone's table goes back to the year 2 everywhere
    return f"{here:%H:%M:%S %d/%m/%Y %z}"


def _threshold(node: Node) -> Threshold | None:
    return None if node.missing else _need(node)


def _need(node: Node) -> Threshold:
    return Threshold(node["num"].number(1, 1_000), node["den"].number(1, 1_000), node["at_least"].flag())


def _one_of(node: Node, *allowed: str) -> str:
    text = node.text()
    node.need(text in allowed, Why.TYPE, wanted=" | ".join(allowed))
    return text
