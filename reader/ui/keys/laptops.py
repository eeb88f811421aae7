"""All laptops in the person's name, and what to do about one that is not theirs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.core.key_views import KeysView, LaptopView
from reader.ui.keys import words
from reader.ui.stack import Entry, Stack
from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets import Dialog, Kind, Paragraph


class LaptopsDialog(Dialog):
    """Accepted when the person wants the note key from another of them."""

    def __init__(self, view: KeysView, parent: QWidget) -> None:
        can = bool(view.others) or view.temporary
        super().__init__(
            QCoreApplication.translate("LaptopsDialog", "Máy của tôi"),
            parent,
            heading=QCoreApplication.translate("LaptopsDialog", "Các máy mang tên bạn"),
            safe=QCoreApplication.translate("LaptopsDialog", "Đóng"),
            action=QCoreApplication.translate("LaptopsDialog", "Lấy khóa từ máy khác…") if can else "",
            kind=Kind.PRIMARY if view.temporary else Kind.SECONDARY,
        )
        stack = Stack(side=0)
        stack.set_entries([self._entry(one) for one in view.laptops] or [self._nothing()])
        self.body.gap(12)
        self.body.addWidget(stack)
        if view.mark:
            self.body.gap(16)
            self.body.addWidget(Paragraph(self.tr("Dấu khóa của máy này"), Role.NOTE_STRONG, Colour.INK2))
            self.body.addWidget(Paragraph(view.mark, Role.EMPHASIS_STRONG))
            self.body.addWidget(
                Paragraph(
                    self.tr("Đọc cho người quản trị khi họ gọi hỏi, trước khi ký cho máy này vào danh sách."),
                    Role.NOTE,
                    Colour.INK2,
                )
            )
        self.body.gap(16)
        self.body.addWidget(Paragraph(self.tr("Khóa ghi chú riêng"), Role.NOTE_STRONG, Colour.INK2))
        self.body.addWidget(Paragraph(self._about_key(view), Role.BODY))
        self.body.gap(12)
        self.body.addWidget(
            Paragraph(
                self.tr("Thấy máy không phải của bạn: gọi điện báo văn phòng để thu hồi máy đó."),
                Role.NOTE,
                Colour.INK2,
            )
        )
        self.body.gap(16)

    def _about_key(self, view: KeysView) -> str:
        if view.temporary:
            return self.tr(
                "Máy này đang dùng khóa riêng của nó. Ghi chú riêng ở máy khác chưa đọc được ở đây, "
                "và ghi chú viết ở đây chưa đọc được ở máy khác."
            )
        return self.tr("Máy này đã có khóa: máy nào có cùng khóa thì đọc được ghi chú riêng của nhau.")

    def _entry(self, laptop: LaptopView) -> Entry:
        name = words.laptop_name(laptop)
        if laptop.this:
            name = self.tr("{name} (máy này)").format(name=name)
        tone = Tone.BAD if laptop.revoked else Tone.PLAIN
        said = words.laptop_since(laptop)
        if laptop.votes and not laptop.revoked:
            said = self.tr("Máy biểu quyết của bạn.") + " " + said
        return Entry("prohibit" if laptop.revoked else "desktop", name, said, tone)

    def _nothing(self) -> Entry:
        return Entry("desktop", self.tr("Máy này"), self.tr("Danh sách đến sau lần liên lạc đầu tiên."))


class StrangeDialog(Dialog):
    """What to do about a laptop in one's name that is somebody else's."""

    def __init__(self, laptops: Sequence[LaptopView], parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("StrangeDialog", "Máy lạ mang tên bạn"),
            parent,
            heading=", ".join(f"“{words.laptop_name(one)}”" for one in laptops),
            safe=QCoreApplication.translate("StrangeDialog", "Đóng"),
        )
        facts = (
            self.tr("Gọi điện ngay cho văn phòng, đọc tên máy và ngày ghi danh, yêu cầu thu hồi máy đó."),
            self.tr(
                "Người giữ máy đó nhận được tài liệu gửi cho bạn và gửi được phiếu, ý kiến mang tên bạn. "
                "Đối chiếu phiếu mang tên bạn với văn phòng."
            ),
            self.tr("Ghi chú riêng vẫn an toàn nếu bạn chưa bấm “Giống nhau” để đưa khóa cho máy đó."),
            self.tr("Dòng báo vẫn hiện trên kệ họp cho đến khi bạn nhận đó là máy của mình."),
        )
        for number, fact in enumerate(facts, 1):
            self.body.gap(12)
            self.body.addWidget(Paragraph(f"{number}. {fact}", Role.BODY))
        self.body.gap(16)
