"""The office's laptops: whose, since when, last heard of; what the root has to sign."""

from __future__ import annotations

from reader.core.admin_views import OfficeView
from reader.ui.admin import words
from reader.ui.admin.page import ListPage
from reader.ui.admin.records import Record
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from reader.ui.widgets import Banner, Button
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.layout import Gap


class LaptopsPage(ListPage):
    """`opened` sends a DeviceId; the banner's button asks for the root's signature."""

    def __init__(self) -> None:
        nothing = Empty("desktop", self.tr("Chưa có máy nào ghi danh"))
        super().__init__(self.tr("Máy của cơ quan"), self.tr("Tìm theo tên người, tên máy"), nothing)
        self.unsigned = Banner(
            self.tr("Danh sách máy của cơ quan chờ khóa gốc ký"),
            tone=Tone.WAIT,
            icon="stamp",
            buttons=(self.tr("Ký danh sách…"),),
            beside=True,
        )
        self.unsigned.hide()
        self.room_button = Button(self.tr("Thêm trạm phòng họp…"), icon="wifi-high")
        self.add_tools((self.room_button,))
        self._below = Gap(height=12)
        self._below.hide()
        self.column.insertWidget(5, self.unsigned)
        self.column.insertWidget(6, self._below)

    def set_view(self, view: OfficeView) -> None:
        """Show these laptops."""
        used = sum(one.row.revoked is None for one in view.laptops)
        revoked = len(view.laptops) - used
        note = self.tr("{n} máy đã thu hồi quyền.").format(n=revoked) if revoked else ""
        self.set_head(self.tr("{n} máy đang dùng").format(n=used), note)
        for part in (self.unsigned, self._below):
            part.setVisible(view.unsigned)
        names = ", ".join(plain_line(one.name) for one in view.waiting)
        text = self.tr(
            "Tên, biểu trưng, máy đã thu hồi hoặc chứng thư của trạm phòng họp: có hiệu lực sau khi ký."
        )
        if names:
            text = self.tr("Chưa nhận được gì cho tới khi ký: {names}.").format(names=names)
        self.unsigned.set_words(self.tr("Danh sách máy của cơ quan chờ khóa gốc ký"), text)
        records = []
        for one in view.laptops:
            state, tone, icon = words.laptop_state(one)
            records.append(
                Record(one.row.device, words.laptop_title(one), words.laptop_note(one), state, tone, icon)
            )
        self.set_records(records)
