"""Two pages beside the unlock screen: the passphrase is forgotten; the laptop is somebody else's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.owner import OwnerView
from reader.ui.theme import Role
from reader.ui.unlock.frame import Frame
from reader.ui.widgets import Button, Flow, Glyph, Kind, Paragraph, Row, Size


class HelpScreen(Frame):
    """A title, a few facts, a way back, perhaps the way to enrol anew."""

    back = Signal()
    enrolRequested = Signal()
    """Enrol this laptop again with a new code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = Button(self.tr("Quay lại"), size=Size.MAIN, icon="caret-left")
        self.back_button.clicked.connect(lambda _checked=False: self.back.emit())
        self.again_button = Button(self.tr("Ghi danh lại…"), Kind.PRIMARY, size=Size.MAIN)
        self.again_button.clicked.connect(lambda _checked=False: self.enrolRequested.emit())
        self.setFocusProxy(self.back_button)

    def _fill(self, title: str, facts: Sequence[tuple[str, str]], *, again: bool) -> None:
        """Lay the page out: (icon, fact) one below another, then the buttons."""
        self.column.addWidget(Paragraph(title, Role.PAGE_TITLE))
        self.column.gap(20)
        for icon, fact in facts:
            row = Row(spacing=12)
            row.addWidget(Glyph(icon, 24), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Paragraph(fact, Role.BODY), 1)
            self.column.addLayout(row)
            self.column.gap(16)
        self.column.gap(8)
        buttons = QWidget()
        flow = Flow(buttons, 0, 16)
        flow.addWidget(self.back_button)
        flow.addWidget(self.again_button)
        self.again_button.setVisible(again)
        self.column.addWidget(buttons)
        self.column.addStretch(1)

    def set_owner(self, owner: OwnerView) -> None:
        """Whose laptop this is."""
        self.set_office(owner.office, owner.term, owner.emblem)


class ForgottenScreen(HelpScreen):
    """Nobody can look a passphrase up: what is lost, what comes back, what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        facts = (
            (
                "key",
                self.tr("Không ai xem lại được mật khẩu, kể cả người quản trị. Nhớ ra thì quay lại gõ tiếp."),
            ),
            (
                "file-text",
                self.tr(
                    "Xin người quản trị mã ghi danh mới. Tài liệu tự tải lại; phiếu đã gửi vẫn được giữ."
                ),
            ),
            ("note", self.tr("Ghi chú riêng chỉ về lại khi còn mã khôi phục đã chép lúc ghi danh.")),
            ("warning-circle", self.tr("Sổ cũ được cất lại, không xóa; việc chưa gửi nằm trong đó.")),
        )
        self._fill(self.tr("Quên mật khẩu"), facts, again=True)


class NotMineScreen(HelpScreen):
    """Somebody else's laptop is in the hands of a person who wants to do right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        facts = (
            (
                "lock-simple",
                self.tr("Tài liệu và ghi chú trên máy này đã khóa, không có mật khẩu thì không đọc được."),
            ),
            ("user", self.tr("Đưa lại cho người có tên trên màn hình, hoặc gửi văn phòng.")),
            ("prohibit", self.tr("Máy bị mất: báo người quản trị để thu hồi quyền của máy.")),
        )
        self._fill(self.tr("Không phải máy của tôi"), facts, again=False)
