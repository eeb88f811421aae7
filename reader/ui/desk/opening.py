"""Opening a vote: who is there is fixed at this moment, so whoever was not written down is named here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.core.views import AttendanceView, DeskMotion
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.check import Check
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.paragraph import Paragraph
from sync.model.rules import Base, Secrecy, Timing


class OpenDialog(Dialog):
    """Accepted; `all_present` where those of whom nobody has said anything are written down as there."""

    def __init__(self, shown: DeskMotion, attendance: AttendanceView, parent: QWidget) -> None:
        motion = shown.motion
        secret = motion.secrecy is Secrecy.SECRET
        super().__init__(
            QCoreApplication.translate("MotionActs", "Mở biểu quyết"),
            parent,
            heading=f"{motion.number}. {plain_line(motion.title)}",
            text=(
                QCoreApplication.translate(
                    "MotionActs",
                    "Phiếu kín: {n} người trong danh sách bỏ phiếu giấy tại phòng họp.",
                    None,
                    shown.roll,
                )
                if secret
                else QCoreApplication.translate(
                    "MotionActs", "{n} người trong danh sách bỏ phiếu được ngay khi mở.", None, shown.roll
                )
            ).format(n=shown.roll),
            action=QCoreApplication.translate("MotionActs", "Mở biểu quyết"),
        )
        self._attendance = attendance
        needed = motion.rule.quorum.needed(shown.roll) if motion.rule.quorum is not None else 0
        asks = motion.timing is Timing.STRICT or needed > 0 or motion.rule.base is Base.PRESENT
        self._needed = needed
        self._silent = [row for row in attendance.silent if row.on_roll]
        self.where = Paragraph(
            self.tr("Ghi nhận tại trạm phòng họp “{name}”; không cần internet.").format(
                name=plain_line(motion.room)
            )
            if motion.room is not None
            else self.tr("Ghi nhận tại máy chủ cơ quan."),
            Role.BODY,
            Colour.INK2,
        )
        self.there = Banner("", tone=Tone.INFO, icon="users")
        self.confirm = Check(self.tr("Ghi có mặt {n} người chưa điểm danh").format(n=len(self._silent)))
        self.confirm.toggled.connect(lambda _on: self._say())
        self.body.gap(4)
        self.body.addWidget(self.where)
        self.body.gap(16)
        self.body.addWidget(self.there)
        self.body.gap(8)
        self.body.addWidget(self.confirm)
        self.there.setVisible(asks)
        self.confirm.setVisible(asks and bool(self._silent))
        self._say()

    @property
    def all_present(self) -> bool:
        """They are to be written down as there."""
        return self.confirm.isVisibleTo(self) and self.confirm.isChecked()

    def _say(self) -> None:
        view = self._attendance
        here = view.present + (len(self._silent) if self.confirm.isChecked() else 0)
        short = self._needed - here
        title = self.tr("Có mặt {n}/{all}").format(n=here, all=view.expected)
        if short > 0:
            text = self.tr("Chưa đủ số người dự tối thiểu: cần {n}. Biểu quyết sẽ không có giá trị.")
            text = text.format(n=self._needed)
        elif self._silent and not self.confirm.isChecked():
            text = self.tr("Người chưa điểm danh không được tính là có mặt.")
        else:
            text = ""
        self.there.set_tone(Tone.WAIT if short > 0 else Tone.INFO, "warning" if short > 0 else "users")
        self.there.set_words(title, text)
        if self.isVisible():
            self.place()
