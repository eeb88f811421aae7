"""The words of opinions, answers and attendance."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.views import CheckInView, OpinionView, Trip
from reader.ui import problems
from reader.ui.passing import shortly
from reader.ui.plain import plain, plain_line
from reader.ui.theme import Colour
from sync.model.annotation import Audience
from sync.model.opinion import Answer, Attendance, OpinionKind


@dataclass(frozen=True, slots=True)
class State:
    """Words, an icon and the colour of both."""

    text: str
    icon: str
    colour: Colour


def kind_name(kind: OpinionKind) -> str:
    """What is said: góp ý, chất vấn …"""
    return {
        OpinionKind.COMMENT: _tr("Góp ý"),
        OpinionKind.QUESTION: _tr("Chất vấn"),
        OpinionKind.FLOOR: _tr("Đăng ký phát biểu"),
        OpinionKind.REPLY: _tr("Trả lời"),
    }[kind]


def answer_name(answer: Answer) -> str:
    """What the desk makes of it."""
    return {
        Answer.ACCEPTED: _tr("Tiếp thu"),
        Answer.REJECTED: _tr("Không tiếp thu"),
        Answer.ANSWERED: _tr("Giải trình"),
    }[answer]


def answer_state(answer: Answer) -> State:
    """The same, to be drawn: no colour for yes or no."""
    icon = {
        Answer.ACCEPTED: "check-circle",
        Answer.REJECTED: "x-circle",
        Answer.ANSWERED: "info",
    }[answer]
    return State(answer_name(answer), icon, Colour.PRIMARY_TEXT)


def author(opinion: OpinionView) -> str:
    """Who says it."""
    return _tr("Của mình") if opinion.mine else plain_line(opinion.author)


def text_of(opinion: OpinionView) -> str:
    """What is said, made fit to be shown."""
    return plain(opinion.text)


def standing(opinion: OpinionView) -> State:
    """Where it is on its way, and who may read it."""
    everybody = opinion.audience is Audience.MEETING
    if opinion.mine and opinion.trip is Trip.WAITING and (on := shortly(opinion.passage)) is not None:
        return State(on.text, on.icon, Colour.PRIMARY_TEXT if on.with_hub else Colour.WAIT)
    if opinion.mine and opinion.trip is Trip.WAITING:
        return State(_tr("Chờ gửi"), "clock", Colour.WAIT)
    if opinion.trip is Trip.REFUSED:
        why = problems.sentence(opinion.refusal) if opinion.refusal is not None else ""
        return State(f"{_tr('Không được nhận.')} {why}".strip(), "warning-circle", Colour.BAD)
    if opinion.mine:
        said = _tr("Đã gửi cả kỳ họp") if everybody else _tr("Đã gửi thư ký")
        return State(said, "users" if everybody else "paper-plane-tilt", Colour.PRIMARY_TEXT)
    said = _tr("Cả kỳ họp đọc được") if everybody else _tr("Chỉ thư ký và người viết đọc được")
    return State(said, "users" if everybody else "lock-simple", Colour.INK2)


def page_name(page: int) -> str:
    """``page`` counts from 0."""
    return _tr("Trang {n}").format(n=page + 1)


def old_version() -> str:
    """Said of the earlier version of a document."""
    return _tr("bản cũ")


def whole_document() -> str:
    """No place in it was named."""
    return _tr("Cả tài liệu")


def whole_item() -> str:
    """No document of it was named."""
    return _tr("Cả mục")


def voices_count(count: int) -> str:
    """So many say the same."""
    return QCoreApplication.translate("Said", "{n} ý kiến giống nhau", None, count).format(n=count)


def no_answer() -> str:
    """The desk has said nothing yet."""
    return _tr("Chưa trả lời")


def some_answers() -> str:
    """Of voices that say the same not all have the same answer."""
    return _tr("Trả lời chưa thống nhất")


def gone_head() -> str:
    """Over what is about something that the agenda does not have any more."""
    return _tr("Về nội dung không còn trong chương trình")


def attendance_name(state: Attendance) -> str:
    """Có mặt, vắng, ủy quyền dự."""
    return {
        Attendance.PRESENT: _tr("Có mặt"),
        Attendance.ABSENT: _tr("Vắng có lý do"),
        Attendance.DELEGATED: _tr("Ủy quyền dự"),
    }[state]


def attendance_line(check_in: CheckInView | None) -> str:
    """The whole of it on one line."""
    if check_in is None:
        return _tr("Chưa điểm danh")
    name = attendance_name(check_in.state)
    if check_in.state is Attendance.ABSENT and not check_in.reason:
        name = _tr("Vắng, chưa rõ lý do")
    if check_in.state is Attendance.DELEGATED:
        name = f"{name}: {plain_line(check_in.proxy)}"
    reason = plain_line(check_in.reason)
    return f"{name} · {reason}" if reason else name


def _tr(text: str) -> str:
    return QCoreApplication.translate("Said", text)
