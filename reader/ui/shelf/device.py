"""The banner of a laptop whose acts the office no longer takes: why, what is safe, what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import DeviceState
from reader.ui.theme import Tone
from reader.ui.widgets import Banner, Column


class DeviceBanner(QWidget):
    """Hidden while all is well."""

    notesExportRequested = Signal()
    unsentExportRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._revoked = Banner(
            self.tr("Văn phòng đã thu hồi quyền của máy này"),
            self.tr(
                "Máy này không gửi nhận được nữa. Ghi chú vẫn còn và xuất ra tệp được. "
                "Khi có biểu quyết, đề nghị bỏ phiếu giấy."
            ),
            Tone.BAD,
            icon="prohibit",
            buttons=(self.tr("Xuất ghi chú của tôi…"), self.tr("Xuất phần chưa ghi nhận…")),
        )
        self._copied = Banner(
            self.tr("Máy này có vẻ là bản sao hoặc vừa được khôi phục đĩa"),
            self.tr(
                "Hệ thống không nhận việc mới từ máy này, để không phiếu nào bị tính hai lần. "
                "Không mất gì: phần chưa ghi nhận xuất ra tệp được. "
                "Xin văn phòng mã ghi danh mới rồi ghi danh lại máy này."
            ),
            Tone.WAIT,
            icon="copy",
            buttons=(self.tr("Xuất phần chưa ghi nhận…"),),
        )
        column = Column(self, (26, 20, 24, 0))
        column.addWidget(self._revoked)
        column.addWidget(self._copied)
        self._revoked.pressed.connect(
            lambda which: (self.unsentExportRequested if which else self.notesExportRequested).emit()
        )
        self._copied.pressed.connect(lambda _which: self.unsentExportRequested.emit())
        self.hide()

    def set_state(self, state: DeviceState, *, unsent: bool) -> None:
        """Show what this laptop is to the office; ``unsent``: something on it was not recorded."""
        self.setVisible(state is not DeviceState.FINE)
        self._revoked.setVisible(state is DeviceState.REVOKED)
        self._copied.setVisible(state is DeviceState.COPIED)
        self._revoked.buttons[1].setVisible(unsent)
        self._copied.buttons[0].setVisible(unsent)
