"""Where an own act is that waits for its receipt, in words: the same on every screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.line_views import Passage
from reader.ui.format import moment_text


@dataclass(frozen=True, slots=True)
class Passed:
    """A state in words, with an icon."""

    text: str
    icon: str
    with_hub: bool
    """Some hub has it: it need not be sent from here any more."""


def passed(passage: Passage) -> Passed | None:
    """On one line, what an act waits for that is not on this laptop only; None for one that is."""
    if passage.room is not None:
        text = _tr("Đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận")
        if passage.copied is not None:
            text = _tr("Đã nhận qua trạm phòng họp, đã chép ra USB – chờ máy chủ ghi nhận")
        return Passed(text, "tray", with_hub=True)
    if passage.forwarded:
        text = _tr("Đã chuyển đi – chờ trạm phòng họp ghi nhận")
        if passage.copied is not None:
            text = _tr("Đã chuyển đi, đã chép ra USB – chờ trạm phòng họp ghi nhận")
        return Passed(text, "tray", with_hub=True)
    if passage.copied is not None:
        text = _tr("Đã chép ra USB lúc {time} – chưa được ghi nhận").format(time=moment_text(passage.copied))
        return Passed(text, "usb", with_hub=False)
    return None


def shortly(passage: Passage) -> Passed | None:
    """The same where there is little room."""
    if passage.room is not None:
        return Passed(_tr("Đã nhận qua trạm phòng họp"), "tray", with_hub=True)
    if passage.forwarded:
        return Passed(_tr("Đã chuyển đi – chờ ghi nhận"), "tray", with_hub=True)
    if passage.copied is not None:
        return Passed(_tr("Đã chép ra USB – chưa được ghi nhận"), "usb", with_hub=False)
    return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Passing", text)
