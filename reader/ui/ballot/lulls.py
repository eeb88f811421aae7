"""That a motion takes no ballots although it is open, or was, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.views import Lull
from reader.ui.ballot.outcome import State
from reader.ui.theme import Tone


def lull_state(lull: Lull) -> State:
    """That a motion takes no ballots although it is open, or was."""
    if lull is Lull.CHANGED:
        return State(
            QCoreApplication.translate("Ballot", "Nội dung đã thay đổi, chờ mở lại"),
            Tone.WAIT,
            "hourglass-medium",
        )
    return State(
        QCoreApplication.translate("Ballot", "Đã hết giờ, chờ kết quả"), Tone.WAIT, "hourglass-medium"
    )


def lull_text(lull: Lull) -> str:
    """What it waits for, and what became of ballots."""
    return {
        Lull.NONE: "",
        Lull.TIME_OVER: QCoreApplication.translate(
            "Ballot", "Đã hết giờ nhận phiếu. Kết quả hiện ở đây khi máy nhận được."
        ),
        Lull.TIME_OVER_HERE: QCoreApplication.translate(
            "Ballot",
            "Theo đồng hồ máy này thì đã hết giờ nhận phiếu; giờ của hệ thống mới quyết định. Kết quả hiện ở "
            "đây khi máy nhận được.",
        ),
        Lull.CHANGED: QCoreApplication.translate(
            "Ballot",
            "Nội dung đã thay đổi sau khi mở; chờ chủ tọa mở lại. Phiếu đã gửi cho bản trước được lưu, không "
            "tính: đọc lại nội dung rồi bỏ phiếu lại.",
        ),
    }[lull]
