"""Where people's laptops are, in words: the last contact and its way, and what has not arrived."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.views import HeardView, OwedView, ReaderRow, Way
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone


@dataclass(frozen=True)
class Owed:
    """One thing that is outstanding."""

    text: str
    icon: str
    tone: Tone = Tone.WAIT


def way(via: Way, room: str = "") -> str:
    """By which way something came; ``room`` is what the roster calls the room hub."""
    if via is Way.USB:
        return _tr("USB")
    if via is Way.HUB:
        return _tr("máy chủ cơ quan")
    return _tr("trạm “{name}”").format(name=plain_line(room)) if room else _tr("trạm phòng họp")


def contact(heard: HeardView | None) -> str:
    """When a person's laptop was last heard of, and by which way."""
    if heard is None:
        return _tr("Chưa liên lạc lần nào")
    said = _tr("Liên lạc {time}").format(time=moment_text(heard.at))
    return said if heard.via is None else f"{said} · {way(heard.via, heard.room)}"


def opened(row: ReaderRow) -> str:
    """Whether a person has looked at anything; empty where no laptop of theirs has said."""
    if row.last_report is None:
        return ""
    return _tr("đã mở xem") if row.opened else _tr("chưa mở xem")


def outstanding(owed: OwedView) -> list[Owed]:
    """Everything that is known to be outstanding, a line each."""
    said = []
    if owed.votes:
        numbers = ", ".join(str(number) for number in owed.votes)
        said.append(Owed(_tr("Chưa nhận được phiếu: nội dung {n}").format(n=numbers), "circle-dashed"))
    if owed.held is not None:
        said.append(Owed(_tr("Đã nhận qua trạm phòng họp, chưa lên máy chủ"), "tray", Tone.INFO))
    if owed.copied is not None:
        said.append(
            Owed(
                _tr("Đã chép ra USB lúc {time} – chưa có xác nhận").format(time=moment_text(owed.copied)),
                "usb",
            )
        )
    return said


def _tr(text: str) -> str:
    return QCoreApplication.translate("Contact", text)
