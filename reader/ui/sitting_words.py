"""The words of a meeting that sits: where it is, who speaks, how long."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from reader.core.views import ItemView, SittingView, TurnView
from reader.ui.plain import plain_line


def clock_text(length: timedelta) -> str:
    """Minutes and seconds: ``3:12``, ``61:05``."""
    seconds = max(0, int(length.total_seconds()))
    return f"{seconds // 60}:{seconds % 60:02}"


def allowed_text(turn: TurnView) -> str:
    """``trên 5 phút``, behind the time spoken."""
    minutes, seconds = divmod(turn.allowed, 60)
    if seconds:
        return _tr("trên {time}").format(time=f"{minutes}:{seconds:02}")
    return QCoreApplication.translate("Sitting", "trên {n} phút", None, minutes).format(n=minutes)


def left_text(turn: TurnView, now: datetime) -> str:
    """What is left of the time allowed, or how much longer it took."""
    left = timedelta(seconds=turn.allowed) - turn.spoken(now)
    if left < timedelta():
        return _tr("Quá {time}").format(time=clock_text(-left))
    return _tr("Còn {time}").format(time=clock_text(left))


def share(turn: TurnView, now: datetime) -> float:
    """How much of the time allowed has passed, from 0; above 1 it is over."""
    return turn.spoken(now).total_seconds() / turn.allowed if turn.allowed else 0.0


def where(item: ItemView) -> str:
    """Where the meeting is."""
    return _tr("Đang ở mục {number} · {title}").format(
        number=plain_line(item.number), title=plain_line(item.title)
    )


def speaking(sitting: SittingView, now: datetime) -> str:
    """Who speaks, for everybody; empty when nobody does."""
    turn = sitting.speaking
    if turn is None:
        return ""
    name = _tr("Đến lượt bạn phát biểu") if turn.mine else plain_line(turn.name)
    said = name if turn.mine else _tr("Đang phát biểu: {name}").format(name=name)
    return f"{said} · {clock_text(turn.spoken(now))} {allowed_text(turn)}"


def own_place(sitting: SittingView) -> str:
    """Where this person stands among those who wait to speak; empty for who does not."""
    if not sitting.asked:
        return ""
    if sitting.ahead is None:
        return _tr("Đã đăng ký phát biểu, chờ thư ký xếp lượt")
    if sitting.ahead == 0:
        return _tr("Bạn phát biểu kế tiếp")
    return _tr("Còn {n} người trước bạn").format(n=sitting.ahead)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sitting", text)
