"""The words of the secretary's page."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication

from reader.core.count_views import COUNTED, SheetRow
from reader.core.views import DeskMotion, DeskView, NamedBallot, ReaderRow, Readiness
from reader.ui.ballot.reasons import not_counted, route_text
from reader.ui.format import date_text, moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from sync.model.motion import MotionState
from sync.model.names import given_name_key
from sync.model.rules import Secrecy


def headline(view: DeskView) -> str:
    """How many could read on if the line failed now."""
    ready = sum(row.readiness is Readiness.READY for row in view.rows)
    return QCoreApplication.translate(
        "Desk", "{ready}/{all} đại biểu đọc được dù mất mạng", None, len(view.rows)
    ).format(ready=ready, all=len(view.rows))


def if_line_fails(view: DeskView) -> str:
    """What would happen to the others."""
    many = Counter(row.readiness for row in view.rows)
    parts = [
        QCoreApplication.translate("Desk", "{n} người thiếu tài liệu").format(n=many[Readiness.PARTIAL])
        if many[Readiness.PARTIAL]
        else "",
        QCoreApplication.translate("Desk", "{n} người đọc bản cũ").format(n=many[Readiness.OLD_VERSION])
        if many[Readiness.OLD_VERSION]
        else "",
        QCoreApplication.translate("Desk", "{n} người chưa có gì").format(n=many[Readiness.NOTHING])
        if many[Readiness.NOTHING]
        else "",
    ]
    said = ", ".join(part for part in parts if part)
    unopened = sum(not row.opened for row in view.rows if row.readiness is not Readiness.NOTHING)
    if unopened and not said:
        return QCoreApplication.translate(
            "Desk", "Mọi người đã có đủ {n} tài liệu; {people} người chưa mở xem.", None, view.documents
        ).format(n=view.documents, people=unopened)
    if not said:
        return QCoreApplication.translate(
            "Desk", "Mọi người đã có đủ {n} tài liệu.", None, view.documents
        ).format(n=view.documents)
    return QCoreApplication.translate("Desk", "Nếu mạng mất lúc này: {what}.").format(what=said)


def has(row: ReaderRow) -> tuple[str, Tone, str]:
    """What is on a person's laptop: words, tone, icon."""
    if not row.enrolled:
        return QCoreApplication.translate("Desk", "Chưa ghi danh máy nào"), Tone.BAD, "prohibit"
    if row.readiness is Readiness.NOTHING:
        return QCoreApplication.translate("Desk", "Chưa có gì"), Tone.BAD, "prohibit"
    if row.readiness is Readiness.OLD_VERSION:
        words = QCoreApplication.translate("Desk", "Mới có bản {version}").format(version=row.version)
        return words, Tone.WAIT, "arrows-left-right"
    if row.readiness is Readiness.PARTIAL:
        words = QCoreApplication.translate("Desk", "Đã có {n}/{all} tài liệu", None, row.documents).format(
            n=row.complete, all=row.documents
        )
        return words, Tone.WAIT, "hourglass-medium"
    return QCoreApplication.translate("Desk", "Đủ tài liệu"), Tone.OK, "check-circle"


def lacks(row: ReaderRow) -> str:
    """What would be missing if the line failed now."""
    if row.readiness is Readiness.NOTHING:
        return QCoreApplication.translate("Desk", "Không mở được gì")
    if row.readiness is Readiness.OLD_VERSION:
        return QCoreApplication.translate("Desk", "Đọc bản cũ")
    missing = row.documents - row.complete
    return (
        QCoreApplication.translate("Desk", "Thiếu {n} tài liệu", None, missing).format(n=missing)
        if missing
        else ""
    )


def reminder(view: DeskView) -> str:
    """A message to those who lack something, to be pasted wherever the office writes to them."""
    lines = [
        QCoreApplication.translate(
            "Desk", "{meeting}, {date}: máy của các ông, bà sau chưa đủ tài liệu."
        ).format(meeting=plain_line(view.card.short or view.card.title), date=date_text(view.card.starts)),
        *(f"– {plain_line(row.name)}: {has(row)[0]}" for row in in_need(view)),
        QCoreApplication.translate(
            "Desk",
            "Đề nghị mở Sổ Họp ở nơi có mạng và để máy chạy đến khi thấy "
            "“Đủ tài liệu – đọc được khi mất mạng”. Không được thì báo văn phòng.",
        ),
    ]
    return "\n".join(lines)


def in_need(view: DeskView) -> list[ReaderRow]:
    """Those who lack something, the worst off first, then by given name."""
    order = (Readiness.NOTHING, Readiness.PARTIAL, Readiness.OLD_VERSION)
    lacking = [row for row in view.rows if row.readiness in order]
    return sorted(lacking, key=lambda row: order.index(row.readiness))


def lease(view: DeskView) -> str:
    """A warning where laptops stop showing the packet before the meeting is over."""
    if view.lease is None or view.lease >= view.card.ends:
        return ""
    return QCoreApplication.translate(
        "Desk",
        "Các máy chỉ cho đọc tài liệu đến {time}, trước khi họp xong. Cần phát hành bản có hạn dài hơn.",
    ).format(time=moment_text(view.lease))


def turnout(motion: DeskMotion) -> str:
    """How many votes there are, never which."""
    said = QCoreApplication.translate("Desk", "Đã có {n}/{all} phiếu", None, motion.roll)
    if motion.motion.secrecy is Secrecy.SECRET:
        said = QCoreApplication.translate("Desk", "Đã kiểm {n}/{all} phiếu giấy", None, motion.roll)
    return said.format(n=turned_out(motion), all=motion.roll)


def turned_out(motion: DeskMotion) -> int:
    """Ballots received, and votes by hand and on paper that two persons vouch for."""
    return motion.sheet.votes if motion.sheet.rows else len(motion.voted)


def left(motion: DeskMotion) -> list[str]:
    """The names of those who have nothing that counts, by given name."""
    return list(motion.not_voted) if not motion.sheet.rows else [row.name for row in left_rows(motion)]


def left_rows(motion: DeskMotion) -> list[SheetRow]:
    """The same with what is known of each; nobody once the motion is over."""
    lacking = (row for row in motion.sheet.rows if row.source not in COUNTED)
    return sorted(lacking, key=lambda row: given_name_key(row.name))


def motion_note(motion: DeskMotion) -> str:
    """The line under a motion in the secretary's list."""
    if motion.motion.state is MotionState.ENDED:
        return QCoreApplication.translate("Desk", "Đang kiểm phiếu · {turnout}").format(
            turnout=turnout(motion)
        )
    if motion.motion.state is MotionState.OPEN:
        return QCoreApplication.translate("Desk", "Đang mở · {turnout}").format(turnout=turnout(motion))
    return ""


def ballot_answer(motion: DeskMotion, ballot: NamedBallot) -> str:
    """What a named ballot says."""
    labels = {choice.id: choice.label for choice in motion.motion.choices}
    said = ", ".join(labels.get(choice, choice) for choice in ballot.choices)
    words = plain_line(ballot.text)
    return f"{said}: “{words}”" if words else said


def ballot_fate(ballot: NamedBallot) -> str:
    """Counted or why not, when and how it came, and who vouches for what the desk entered."""
    fate = QCoreApplication.translate("Desk", "Đã tính") if ballot.counted else not_counted(ballot.reason)
    said = f"{fate} · {moment_text(ballot.recorded_at)} · {route_text(ballot.via)}"
    entry = ballot.entry
    if entry is None:
        return said
    words = (
        QCoreApplication.translate("Desk", "đến muộn, được chấp nhận: {reason} ({author}, {other})")
        if entry.means is None
        else QCoreApplication.translate("Desk", "{author} ghi, {other} xác nhận")
    ).format(
        reason=plain_line(entry.reason), author=plain_line(entry.author), other=plain_line(entry.confirmer)
    )
    return f"{said} · {words}"
