"""The sheet "Biên bản kết quả biểu quyết": what it says, before any format. In Vietnamese, as filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.core.office.count_lines import CountLine, admitted, count_lines, tellers, vouched
from reader.core.office.letters import date_of, hour_of
from reader.core.plain import plain, plain_line
from reader.core.views import DeskMotion, DeskView, MotionView, NamedBallot, ResultView
from sync.model.names import given_name_key
from sync.model.people import Role
from sync.model.result import percent
from sync.model.rules import Form, Secrecy

ROUTES: Final = {
    "device": "qua mạng",
    "hub": "qua mạng",
    "room": "qua trạm phòng họp",
    "usb": "qua USB",
    "hand": "giơ tay",
    "paper": "phiếu giấy",
}
REASONS: Final = {
    "late": "đến muộn",
    "replaced": "đã có phiếu sau thay thế",
    "wrong_motion": "nội dung đã đổi",
    "equivocation": "hai phiếu khác nhau",
    "revoked": "máy đã bị thu hồi",
    "not_on_roll": "không có tên trong danh sách",
    "invalid": "phiếu không hợp lệ",
    "by_hand": "đã tính theo phiếu giơ tay hoặc phiếu giấy",
}
UNCHECKED: Final = "chưa đối chiếu"


@dataclass(frozen=True)
class ChoiceLine:
    """One choice: votes, their share of everybody, and for a candidate what became of it."""

    label: str
    votes: str
    share: str
    note: str


@dataclass(frozen=True)
class ResultSheet:
    """Everything that the sheet says, in any file format. Nothing in it is markup, a formula or unseen."""

    office: str
    made: datetime
    meeting: str
    place: str
    title: str
    question: str
    secrecy: str
    opened: str
    ended: str
    """When the voting ended; empty where that was the close."""
    closed: str
    rule: str
    totals: tuple[tuple[str, str], ...]
    counts: tuple[CountLine, ...]
    """Votes that were counted together: paper, a show of hands."""
    tellers: tuple[str, ...]
    vouched: tuple[str, ...]
    """Who wrote votes by hand and on paper down, and who confirmed them."""
    choices: tuple[ChoiceLine, ...]
    routes: str
    conclusion: str
    sentence: str
    without_ballot: tuple[str, ...]
    """Names; empty where ballots have none."""
    not_counted: tuple[str, ...]
    """Names of those whose ballot came and was not counted, with the reason."""
    admitted: tuple[str, ...]
    """Names of those whose late ballot counts, with why and who says so."""
    chair: str
    secretary: str


def result_sheet(view: DeskView, shown: DeskMotion, made: datetime) -> ResultSheet | None:
    """The sheet of a motion; None while it has no result. ``made`` is when it is written down."""
    motion, owner = shown.motion, view.owner
    result = motion.result
    if result is None:
        return None
    person = plain_line(owner.person)
    named = motion.secrecy is Secrecy.OPEN and bool(shown.ballots)
    return ResultSheet(
        office=plain_line(owner.office),
        made=made.astimezone(),
        meeting=plain_line(view.card.title),
        place=plain_line(view.card.place),
        title=plain_line(motion.title),
        question=plain(motion.question or motion.title),
        secrecy="Công khai, ghi tên" if motion.secrecy is Secrecy.OPEN else "Bỏ phiếu kín",
        opened=moment(motion.opened_at),
        ended=moment(motion.ended_at),
        closed=moment(result.closed_at),
        rule=_rule(motion),
        totals=_totals(result),
        counts=count_lines(shown.entries),
        tellers=tellers(shown.entries),
        vouched=vouched(shown.entries),
        choices=_choices(motion, result),
        routes=_routes(result),
        conclusion=_conclusion(motion, result),
        sentence=plain_line(result.sentence_vi),
        without_ballot=tuple(plain_line(name) for name in shown.not_voted) if named else (),
        not_counted=_not_counted(shown.ballots) if named else (),
        admitted=admitted(shown.ballots) if named else (),
        chair=person if Role.CHAIR in owner.roles else "",
        secretary=person if Role.SECRETARY in owner.roles else "",
    )


def moment(when: datetime | None) -> str:
    """``09 giờ 05, ngày 23 tháng 11 năm 2026``; empty for None."""
    if when is None:
        return ""
    return f"{hour_of(when)}, {date_of(when)}"


def share_text(part: int, whole: int) -> str:
    """``73,08 %``."""
    return f"{percent(part, whole).replace('.', ',')} %"


def _rule(motion: MotionView) -> str:
    rule = motion.rule
    article = plain(rule.article).rstrip(".")
    text = f"{plain_line(rule.title)}: {article}" if article else plain_line(rule.title)
    return f"{text}." if rule.checked else f"{text} ({UNCHECKED})."


def _totals(result: ResultView) -> tuple[tuple[str, str], ...]:
    cast = result.total - result.not_voted
    quorum = () if result.quorum is None else (("Phải có mặt ít nhất", str(result.quorum_needed)),)
    there = result.present_at_close
    left = (("Số đại biểu có mặt lúc kết thúc", str(there)),) if there else ()
    return (
        ("Tổng số đại biểu trong danh sách biểu quyết", str(result.total)),
        ("Số đại biểu có mặt lúc mở biểu quyết", str(result.present)),
        *left,
        *quorum,
        ("Số phiếu thu về", str(cast)),
        ("Số phiếu hợp lệ", str(cast - result.invalid)),
        ("Số phiếu không hợp lệ", str(result.invalid)),
        ("Số phiếu đến muộn, không tính", str(result.late)),
        ("Số đại biểu không có phiếu được ghi nhận trong thời hạn", str(result.not_voted)),
    )


def _choices(motion: MotionView, result: ResultView) -> tuple[ChoiceLine, ...]:
    counts = dict(result.counts)
    lines = [(choice, counts.get(choice.id, 0)) for choice in motion.choices]
    if motion.rule.form is Form.EACH:
        lines.sort(key=lambda line: -line[1])
    return tuple(
        ChoiceLine(
            plain_line(choice.label),
            str(votes),
            share_text(votes, result.total),
            _became(motion, result, choice.id, votes),
        )
        for choice, votes in lines
    )


def _became(motion: MotionView, result: ResultView, choice: str, votes: int) -> str:
    if result.tie and result.chair == choice:
        return "Chủ tọa chọn"
    if motion.rule.form is not Form.EACH or result.quorum is False:
        return ""
    if choice in result.elected:
        return "Trúng"
    if choice in result.tied:
        return "Bằng phiếu, phải bầu lại"
    return "Đủ phiếu, hết chỗ" if votes >= result.needed else "Chưa đủ phiếu"


def _routes(result: ResultView) -> str:
    many: dict[str, int] = {}
    for route, number in result.routes:
        name = ROUTES.get(route, "cách khác")
        many[name] = many.get(name, 0) + number
    return ", ".join(f"{name} {number}" for name, number in many.items())


def _conclusion(motion: MotionView, result: ResultView) -> str:
    if result.quorum is False:
        return "Không đủ số người, không có kết luận"
    if result.carried is None:
        return ""
    words = motion.rule.words
    said = words.carried if result.carried else words.failed
    return said[:1].upper() + said[1:]


def _not_counted(ballots: tuple[NamedBallot, ...]) -> tuple[str, ...]:
    counted = {ballot.person for ballot in ballots if ballot.counted}
    reasons: dict[str, str] = {}
    for ballot in sorted(ballots, key=lambda one: given_name_key(one.name)):
        if ballot.person not in counted and ballot.reason != "replaced":
            reason = REASONS.get(ballot.reason, "không được tính")
            reasons[ballot.person] = f"{plain_line(ballot.name)} ({reason})"
    return tuple(reasons.values())
