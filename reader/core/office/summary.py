"""The table "Bảng tổng hợp ý kiến": what it says, before any file format. Vietnamese, as it is filed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.core.line_views import Trip
from reader.core.merging import Group, merge
from reader.core.office.letters import place_of
from reader.core.opinion_views import OpinionView
from reader.core.plain import plain, plain_line
from reader.core.views import DeskView
from sync.model.opinion import Answer, Attendance, OpinionKind
from sync.model.people import Role

ANSWERS: Final = {
    Answer.ACCEPTED: "Tiếp thu",
    Answer.REJECTED: "Không tiếp thu",
    Answer.ANSWERED: "Giải trình",
}
STATES: Final = {
    Attendance.PRESENT: "Có mặt",
    Attendance.ABSENT: "Vắng có lý do",
    Attendance.DELEGATED: "Ủy quyền dự",
}
COLUMNS: Final = ("STT", "Trang, điều, khoản", "Nội dung ý kiến", "Đại biểu", "Tiếp thu, giải trình")


@dataclass(frozen=True)
class SummaryRow:
    """One matter: its number, where it is, what is said, by whom, and what the desk makes of it."""

    number: int
    place: str
    words: str
    people: str
    answer: str


@dataclass(frozen=True)
class Section:
    """The matters of one document, or of one item as a whole."""

    title: str
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True)
class Summary:
    """Everything that the document and the workbook say. Nothing in it is markup, a formula or unseen."""

    office: str
    place: str
    """Địa danh, for the line with the date."""
    made: datetime
    meeting: str
    totals: str
    signer: str
    sections: tuple[Section, ...]
    attendance: tuple[tuple[str, str, str], ...]
    """Name, state, reason or proxy."""
    speakers: tuple[tuple[str, str, str, str], ...]
    """Item, number in it by arrival, name, what about."""


def summarise(view: DeskView, made: datetime) -> Summary:
    """The table of a meeting. ``made`` is when it is written down."""
    groups = merge(view)
    owner = view.owner
    return Summary(
        office=plain_line(owner.office),
        place=place_of(owner.office),
        made=made.astimezone(),
        meeting=plain_line(view.card.title),
        totals=_totals(groups),
        signer=plain_line(owner.person) if Role.SECRETARY in owner.roles else "",
        sections=_sections(view, groups),
        attendance=_attendance(view),
        speakers=_speakers(view),
    )


def _sections(view: DeskView, groups: Sequence[Group]) -> tuple[Section, ...]:
    titles = {item.id: plain_line(f"Mục {item.number}. {item.title}") for item in view.items}
    names = {document.id: plain_line(document.name) for item in view.items for document in item.documents}
    gone = "Nội dung không còn trong chương trình"
    sections: dict[str, list[SummaryRow]] = {}
    for number, group in enumerate(groups, 1):
        first = group.first
        title = titles.get(first.item, gone) if first.item is not None else gone
        name = names.get(first.document, "") if first.document is not None else ""
        head = " – ".join(part for part in (title, name) if part)
        sections.setdefault(head, []).append(_row(number, group))
    return tuple(Section(title, tuple(rows)) for title, rows in sections.items())


def _row(number: int, group: Group) -> SummaryRow:
    first = group.first
    page = "" if group.page is None else f"Trang {group.page + 1}" + (" (bản cũ)" if first.old else "")
    place = "\n".join(part for part in (plain_line(group.clause), page) if part)
    said = [plain(text) for text in group.words]
    if first.quote:
        said.insert(0, f"(Về đoạn: “{plain_line(first.quote)}”)")
    if first.kind is OpinionKind.QUESTION:
        said.insert(0, "Chất vấn:")
    return SummaryRow(
        number=number,
        place=place or ("Cả tài liệu" if first.document is not None else "Cả mục"),
        words="\n".join(text for text in said if text) or "(đánh dấu, không có lời)",
        people="\n".join(plain_line(name) for name in group.authors),
        answer=_answer(group),
    )


def _answer(group: Group) -> str:
    """One answer for all, or each as it was given."""
    common = group.answer
    if common is not None:
        return _answered(common)
    said = [
        f"{plain_line(voice.author)}: {_answered(voice.answered)}"
        for voice in group.voices
        if voice.answered is not None
    ]
    return "\n".join(said)


def _answered(reply: OpinionView) -> str:
    name = ANSWERS[reply.answer] if reply.answer is not None else ""
    return ". ".join(part for part in (name, plain(reply.text)) if part)


def _totals(groups: Sequence[Group]) -> str:
    voices = [voice for group in groups for voice in group.voices]
    people = {voice.author for voice in voices}
    given = Counter(
        voice.answered.answer for voice in voices if voice.answered is not None and voice.answered.answer
    )
    parts = [f"{name.lower()} {given[answer]}" for answer, name in ANSWERS.items() if given[answer]]
    missing = len(voices) - sum(given.values())
    if missing:
        parts.append(f"chưa trả lời {missing}")
    text = f"Tổng số: {len(voices)} ý kiến của {len(people)} đại biểu, thuộc {len(groups)} nội dung"
    return f"{text}; {', '.join(parts)}." if parts else f"{text}."


def _attendance(view: DeskView) -> tuple[tuple[str, str, str], ...]:
    said = {one.person: one for one in view.said.check_ins}
    expected = {row.person for row in view.rows}
    rows = [
        (
            plain_line(row.name),
            STATES[one.state] if (one := said.get(row.person)) is not None else "Chưa điểm danh",
            "" if one is None else plain_line(one.proxy or one.reason),
        )
        for row in view.rows
    ]
    others = [one for person, one in said.items() if person not in expected]
    rows += [(plain_line(one.name), STATES[one.state], plain_line(one.proxy or one.reason)) for one in others]
    return tuple(rows)


def _speakers(view: DeskView) -> tuple[tuple[str, str, str, str], ...]:
    asking = [one for one in view.said.opinions if one.kind is OpinionKind.FLOOR]
    asking = [one for one in asking if one.trip is not Trip.REFUSED]
    made: list[tuple[str, str, str, str]] = []
    titles = [(item.id, plain_line(f"{item.number}. {item.title}")) for item in view.items]
    for item, title in (*titles, (None, "Nội dung không còn trong chương trình")):
        here = [one for one in asking if one.item == item]
        for number, one in enumerate(here, 1):
            about = " – ".join(part for part in (plain_line(one.clause), plain(one.text)) if part)
            made.append((title, str(number), plain_line(one.author), about))
    return tuple(made)
