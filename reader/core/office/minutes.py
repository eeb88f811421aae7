"""The minutes of a meeting (biên bản): what they say, before any format. In Vietnamese, as filed.

What happened is there already: who attended, what was on the agenda, who spoke and how long, what was said
and answered, what was decided, and what the secretary wrote down as it went. The rest is written in Word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reader.core.line_views import Trip
from reader.core.office.letters import date_of, hour_of
from reader.core.office.result_sheet import moment
from reader.core.office.summary import ANSWERS
from reader.core.opinion_views import OpinionView, last_answer
from reader.core.plain import plain, plain_line
from reader.core.views import AttendanceRow, DeskMotion, DeskView, ItemView, TurnView
from sync.model.ids import ItemId
from sync.model.opinion import Attendance, OpinionKind
from sync.model.people import PersonEntry, Role

_KINDS: Final = {
    OpinionKind.COMMENT: "góp ý",
    OpinionKind.QUESTION: "chất vấn",
    OpinionKind.FLOOR: "đăng ký phát biểu",
    OpinionKind.REPLY: "trả lời",
}
_AWAY: Final = (Attendance.ABSENT, Attendance.DELEGATED)


@dataclass(frozen=True)
class Said:
    """One opinion or question, by all who said it in the same words, and what the desk answered."""

    who: str
    kind: str
    text: str
    answer: str


@dataclass(frozen=True)
class Speech:
    """Who had the word, from when, and how long; or that nobody has said that it ended."""

    who: str
    at: str
    length: str


@dataclass(frozen=True)
class Decision:
    """What a motion came to."""

    title: str
    question: str
    sentence: str
    numbers: str


@dataclass(frozen=True)
class MinutesItem:
    """One item of the agenda."""

    number: str
    title: str
    speaker: str
    documents: tuple[str, ...]
    speeches: tuple[Speech, ...]
    notes: tuple[str, ...]
    """What the secretary wrote down, by paragraph."""
    said: tuple[Said, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Minutes:
    """Everything that the minutes say. Nothing in it is markup, a formula or unseen."""

    office: str
    meeting: str
    kind: str
    place: str
    starts: str
    ends: str
    date: str
    invited: int
    present: int
    absent: tuple[str, ...]
    """Names, each with the reason that was given, or who came instead."""
    silent: tuple[str, ...]
    """Names of those of whom nobody has said whether they attend."""
    items: tuple[MinutesItem, ...]
    others: tuple[Decision, ...]
    """What was decided on items that are not on the agenda any more."""
    others_notes: tuple[str, ...]
    """What the secretary wrote down on them, by paragraph."""
    others_speeches: tuple[Speech, ...]
    others_said: tuple[Said, ...]
    """What was said on them."""
    chair: str
    secretary: str
    emblem: bytes = b""
    """The office's; a template shows it by ``{{ emblem }}``."""


def minutes(view: DeskView, chair: PersonEntry | None = None) -> Minutes:
    """The minutes of the meeting as the desk knows it now. ``chair``: the office's, where it has one."""
    card, owner = view.card, view.owner
    expected = view.conduct.attendance.rows
    listed = {item.id for item in view.items}
    person = plain_line(owner.person)
    presides = Role.CHAIR in owner.roles and Role.SECRETARY not in owner.roles
    return Minutes(
        office=plain_line(owner.office),
        meeting=plain_line(card.title),
        kind=plain_line(card.kind),
        place=plain_line(card.place),
        starts=moment(card.starts),
        ends=moment(card.ends),
        date=date_of(card.starts),
        invited=len(expected),
        present=sum(row.state is Attendance.PRESENT for row in expected),
        absent=tuple(_absence(row) for row in expected if row.state in _AWAY),
        silent=tuple(plain_line(row.name) for row in expected if row.state is None),
        items=tuple(_item(item, view) for item in view.items),
        others=tuple(_decision(one) for one in view.motions if one.motion.item not in listed and _told(one)),
        others_notes=tuple(
            line for item in view.conduct.notes if item not in listed for line in _notes(view, item)
        ),
        others_speeches=tuple(_speech(one) for one in _speeches(view) if one.item not in listed),
        others_said=_said(one for one in _heard(view) if one.item not in listed),
        chair=plain_line(chair.name) if chair is not None else person if presides else "",
        secretary=person if Role.SECRETARY in owner.roles else "",
        emblem=owner.emblem,
    )


def nothing() -> Minutes:
    """Minutes in which every part that a template can name is there: to try one."""
    decision = Decision("–", "–", "–", "–")
    said = (Said("–", "–", "–", "–"),)
    speeches = (Speech("–", "–", "–"),)
    item = MinutesItem("1", "–", "–", ("–",), speeches, ("–",), said, (decision,))
    few = ("–",)
    return Minutes(
        *few * 7,
        0,
        0,
        absent=few,
        silent=few,
        items=(item,),
        others=(decision,),
        others_notes=few,
        others_speeches=speeches,
        others_said=said,
        chair="–",
        secretary="–",
    )


def _item(item: ItemView, view: DeskView) -> MinutesItem:
    return MinutesItem(
        number=plain_line(item.number),
        title=plain_line(item.title),
        speaker=plain_line(item.speaker),
        documents=tuple(plain_line(document.name) for document in item.documents),
        speeches=tuple(_speech(one) for one in _speeches(view) if one.item == item.id),
        notes=_notes(view, item.id),
        said=_said(one for one in _heard(view) if one.item == item.id),
        decisions=tuple(_decision(one) for one in view.motions if one.motion.item == item.id and _told(one)),
    )


def _notes(view: DeskView, item: ItemId) -> tuple[str, ...]:
    return tuple(line for line in plain(view.conduct.notes.get(item, "")).splitlines() if line.strip())


def _speeches(view: DeskView) -> list[TurnView]:
    """Of all items; who still has the word comes last."""
    now = view.sitting.speaking
    return [*view.sitting.spoken, *(() if now is None else (now,))]


def _heard(view: DeskView) -> list[OpinionView]:
    """What a hub refused was never said to anybody; who asked for the word and had it is a speech."""
    spoke = {(turn.item, turn.name) for turn in _speeches(view)}
    return [
        one
        for one in view.said.opinions
        if one.trip is not Trip.REFUSED
        and not (one.kind is OpinionKind.FLOOR and (one.item, one.author) in spoke)
    ]


def _said(opinions: Iterable[OpinionView]) -> tuple[Said, ...]:
    """In the order in which they were first said."""
    names: dict[tuple[str, str, str], list[str]] = {}
    for one in opinions:
        answer = last_answer(one.replies)
        told = ""
        if answer is not None and answer.answer is not None:
            told = f"{ANSWERS[answer.answer]}: {plain(answer.text)}"
        names.setdefault((_KINDS[one.kind], plain(one.text), told.rstrip(": ")), []).append(
            plain_line(one.author)
        )
    return tuple(Said(", ".join(dict.fromkeys(who)), *words) for words, who in names.items())


def _speech(one: TurnView) -> Speech:
    who = plain_line(one.name)
    at = "" if one.began is None else hour_of(one.began)
    if one.ended is None:
        return Speech(who, at, "chưa ghi lúc kết thúc")
    seconds = round(one.spoken(one.ended).total_seconds())
    length = f"{seconds // 60} phút {seconds % 60:02} giây" if seconds >= 60 else f"{seconds} giây"
    return Speech(who, at, length)


def _told(one: DeskMotion) -> bool:
    return one.motion.result is not None or bool(one.motion.annulled)


def _decision(one: DeskMotion) -> Decision:
    motion, result = one.motion, one.motion.result
    if result is None:
        sentence, numbers = f"Biểu quyết đã bị hủy: {plain_line(motion.annulled)}", ""
    else:
        labels = {choice.id: plain_line(choice.label) for choice in motion.choices}
        cast = result.total - result.not_voted
        counts = "; ".join(f"{labels[choice]} {votes}" for choice, votes in result.counts)
        sentence = plain_line(result.sentence_vi)
        numbers = f"Thu về {cast}/{result.total}, không hợp lệ {result.invalid}. {counts}."
    return Decision(plain_line(motion.title), plain(motion.question or motion.title), sentence, numbers)


def _absence(one: AttendanceRow) -> str:
    name = plain_line(one.name)
    if one.state is Attendance.DELEGATED:
        return f"{name} (ủy quyền {plain_line(one.proxy)} dự)"
    return f"{name} ({plain_line(one.reason)})" if one.reason else name
