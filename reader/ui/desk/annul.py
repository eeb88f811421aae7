"""Annulling a motion: asks once, naming it, for the reason that all are told."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.core.views import MotionView
from reader.ui.desk.reason import ReasonDialog
from reader.ui.plain import plain_line
from reader.ui.widgets.button import Kind


class AnnulDialog(ReasonDialog):
    """Accepted only with a reason."""

    def __init__(self, motion: MotionView, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("AnnulDialog", "Hủy biểu quyết"),
            parent,
            heading=f"{motion.number}. {plain_line(motion.title)}",
            text=QCoreApplication.translate(
                "AnnulDialog",
                "Phiếu đã nhận được lưu làm bằng chứng và không tính. "
                "Không mở lại được; muốn biểu quyết lại thì đưa vào tập tài liệu một nội dung mới.",
            ),
            label=QCoreApplication.translate("AnnulDialog", "Lý do, mọi người đều đọc được"),
            safe=QCoreApplication.translate("AnnulDialog", "Giữ biểu quyết"),
            action=QCoreApplication.translate("AnnulDialog", "Hủy biểu quyết"),
            longest=500,
            kind=Kind.DANGER_FILLED,
        )
