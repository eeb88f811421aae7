"""First start, last step of a person who has a laptop already: no code to write down, a key to get later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Column, Kind, Paragraph, Size


class OtherLaptopStep(QWidget):
    """Says what works at once and what needs the key, and where that is to be had."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(self.tr("Vào kệ họp"), Kind.PRIMARY, size=Size.LARGE)
        column = Column(self)
        column.addWidget(Paragraph(self.tr("Bạn đã có máy khác"), Role.PAGE_TITLE))
        column.gap(8)
        words = (
            self.tr("Máy này dùng được ngay: tài liệu, phiếu, ghi chú mới."),
            self.tr(
                "Ghi chú riêng đã viết ở máy kia thì cần khóa mới đọc được ở đây. Lấy khóa từ máy kia bằng "
                "cách so sáu chữ số, hoặc dùng mã khôi phục, vào lúc nào cũng được: chọn “Lấy khóa” trên "
                "kệ họp."
            ),
        )
        for said in words:
            column.addWidget(Paragraph(said, Role.BODY, Colour.INK2))
            column.gap(12)
        column.gap(12)
        column.addWidget(self.button)
        self.button.clicked.connect(lambda _checked=False: self.done.emit())
        self.setFocusProxy(self.button)
