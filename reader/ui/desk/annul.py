"""Annulling a motion: asks once, naming it, for the reason that all are told."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.core.views import MotionView
from reader.ui.plain import plain_line
from reader.ui.widgets import Dialog, Field
from reader.ui.widgets.button import Kind


class AnnulDialog(Dialog):
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
            safe=QCoreApplication.translate("AnnulDialog", "Giữ biểu quyết"),
            action=QCoreApplication.translate("AnnulDialog", "Hủy biểu quyết"),
            kind=Kind.DANGER_FILLED,
        )
        self._field = Field(QCoreApplication.translate("AnnulDialog", "Lý do, mọi người đều đọc được"))
        self._field.edit.setMaxLength(500)
        self._field.changed.connect(lambda _: self._check())
        self.body.gap(16)
        self.body.addWidget(self._field)
        self._field.setFocus()
        self._check()

    @property
    def reason(self) -> str:
        """What was given."""
        return self._field.text.strip()

    def accept(self) -> None:
        if self.reason:
            super().accept()

    def _check(self) -> None:
        if self.action_button is not None:
            self.action_button.setEnabled(bool(self.reason))
