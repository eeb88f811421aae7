"""The words of the page on which a meeting is conducted."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from reader.core.views import AttendanceRow, AttendanceView, DeskView, ItemView, TurnView
from reader.ui.desk import contact_words
from reader.ui.format import moment_text, time_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from sync.model.opinion import Attendance


def counts(view: AttendanceView) -> str:
    """How many are there, of how many."""
    said = _tr("Điểm danh: có mặt {n}/{all}").format(n=view.present, all=view.expected)
    silent = sum(row.on_roll for row in view.silent)
    return f"{said} · {_tr('chưa điểm danh {n}').format(n=silent)}" if silent else said


def quorum(view: AttendanceView) -> tuple[str, bool]:
    """Whether enough are there for votes to hold, and whether it is too few; empty where no rule asks."""
    if not view.needed:
        return "", False
    short = view.needed - view.present
    if short > 0:
        said = _tr("Chưa đủ số người dự tối thiểu: cần {n}, thiếu {short}")
        return said.format(n=view.needed, short=short), True
    return _tr("Đủ số người dự tối thiểu (cần {n})").format(n=view.needed), False


def state(row: AttendanceRow) -> tuple[str, str, Tone]:
    """Words, icon, tone."""
    if row.state is None:
        return _tr("Chưa điểm danh"), "", Tone.PLAIN
    if row.state is Attendance.PRESENT:
        return _tr("Có mặt"), "check", Tone.OK
    if row.state is Attendance.DELEGATED:
        return _tr("Có người dự thay"), "arrows-left-right", Tone.WAIT
    return _tr("Vắng, có lý do") if row.reason else _tr("Vắng, chưa rõ lý do"), "x", Tone.BAD


def why(row: AttendanceRow) -> str:
    """Why somebody is away, or who comes instead, and who wrote it; of whom nobody has said anything, where
    their laptop is."""
    if row.state is None and row.heard is not None:
        return contact_words.contact(row.heard)
    if row.state in (None, Attendance.PRESENT):
        return ""
    said = plain_line(row.proxy or row.reason)
    by = _tr("{name} ghi").format(name=plain_line(row.by)) if row.by else ""
    return " · ".join(part for part in (said, by) if part)


def written(row: AttendanceRow) -> str:
    """Who said it, and when; empty where nobody did."""
    if row.at is None:
        return ""
    if row.by:
        return _tr("{name} ghi · {time}").format(name=plain_line(row.by), time=moment_text(row.at))
    return _tr("Tự báo · {time}").format(time=moment_text(row.at))


def planned(view: DeskView, item: ItemView, now: datetime) -> tuple[str, str]:
    """When an item is to be dealt with, and by how much that is over; empty where nothing is known."""
    ends = _ends(view, item)
    over = ""
    if ends is not None and now >= ends + timedelta(minutes=1):
        minutes = int((now - ends) / timedelta(minutes=1))
        over = QCoreApplication.translate("Conduct", "đã quá {n} phút", None, minutes).format(n=minutes)
        if minutes >= 100:
            hours = minutes // 60
            over = QCoreApplication.translate("Conduct", "đã quá {n} giờ", None, hours).format(n=hours)
    if item.starts is None:
        return ("" if ends is None else _tr("Dự kiến đến {time}").format(time=time_text(ends))), over
    said = _tr("Từ {time}").format(time=time_text(item.starts))
    if ends is not None:
        said = _tr("{begin}, dự kiến đến {end}").format(begin=said, end=time_text(ends))
    return said, over


def asked(turn: TurnView) -> str:
    """When somebody asked for the word, and on what."""
    said = "" if turn.asked_at is None else _tr("Đăng ký {time}").format(time=time_text(turn.asked_at))
    parts = [said, plain_line(turn.text)]
    if turn.waits:
        parts.append(_tr("chờ gửi"))
    elif not turn.ranked:
        parts.append(_tr("mới, chưa xếp lượt"))
    return " · ".join(part for part in parts if part)


def _ends(view: DeskView, item: ItemView) -> datetime | None:
    """When the next item with a time begins; for the last one the meeting ends."""
    behind = view.items[view.items.index(item) + 1 :]
    if item.starts is None and not any(one.starts for one in behind):
        return None
    return next((one.starts for one in behind if one.starts is not None), view.card.ends)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Conduct", text)
