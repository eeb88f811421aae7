"""One laptop: what is known of it, and that it is trusted no more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.core.admin_views import LaptopRow, PersonRow, needs_root
from reader.ui.admin import words
from reader.ui.admin.asking import AskingDialog
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Kind, Paragraph


class LaptopDialog(AskingDialog):
    """Asks once, naming the laptop and its person, with what will and will not happen."""

    def __init__(self, parent: QWidget, one: LaptopRow) -> None:
        standing = one.row.revoked is None and not one.own
        super().__init__(
            QCoreApplication.translate("LaptopDialog", "Máy ghi danh"),
            parent,
            heading=words.laptop_title(one),
            safe=QCoreApplication.translate("LaptopDialog", "Đóng"),
            action=QCoreApplication.translate("LaptopDialog", "Thu hồi máy này") if standing else "",
            kind=Kind.DANGER_FILLED,
        )
        row = one.row
        facts = [
            (self.tr("Tình trạng"), words.laptop_state(one)[0]),
            (self.tr("Vai trò khi ghi danh"), words.roles_text(row.roles)),
            (self.tr("Ghi danh"), moment_text(row.enrolled)),
            (self.tr("Liên lạc gần nhất"), moment_text(row.seen) if row.seen else self.tr("chưa lần nào")),
            (self.tr("Mã máy"), row.device),
        ]
        for label, said in facts:
            self.body.gap(8)
            self.body.addWidget(Paragraph(label, Role.NOTE, Colour.INK2))
            self.body.addWidget(Paragraph(plain_line(said), Role.BODY))
        if standing:
            said = self.tr(
                "Thu hồi thì máy này không nhận gì mới, hủy tài liệu ở lần liên lạc tới, và phiếu từ máy này "
                "được ghi lại mà không tính. Không hoàn tác được: muốn dùng lại thì ghi danh lại."
            )
            if needs_root(row.roles):
                said += " " + self.tr("Đây là máy của cơ quan: sau đó ký lại danh sách máy.")
            self.body.gap(16)
            self.body.addWidget(Paragraph(said, Role.BODY))
        elif one.own:
            self.body.gap(16)
            self.body.addWidget(
                Paragraph(
                    self.tr("Đây là máy đang dùng: thu hồi nó từ máy khác, hoặc trên máy chủ."), Role.BODY
                )
            )
        self.make_room()


class LeaveDialog(AskingDialog):
    """Somebody leaves the office."""

    def __init__(self, parent: QWidget, row: PersonRow) -> None:
        super().__init__(
            QCoreApplication.translate("LeaveDialog", "Rời cơ quan"),
            parent,
            heading=plain_line(row.entry.name),
            action=QCoreApplication.translate("LeaveDialog", "Người này rời cơ quan"),
            kind=Kind.DANGER_FILLED,
        )
        names = [words.laptop_title(one) for one in row.laptops]
        said = self.tr("Người này không có máy nào.")
        if names:
            said = self.tr("Các máy bị thu hồi quyền: {names}.").format(names="; ".join(names))
        kept = self.tr(
            "Mã chưa dùng hết giá trị. Phiếu, ý kiến và chữ ký đã có vẫn còn. Không hoàn tác được: muốn trở "
            "lại thì thêm như người mới."
        )
        self.body.gap(12)
        self.body.addWidget(Paragraph(f"{said} {kept}", Role.BODY))
        self.make_room()
