"""Room hubs: one more, and which meetings one of them carries."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.admin_views import LaptopRow
from reader.core.administering import fresh_person
from reader.ui.admin import words
from reader.ui.admin.asking import AskingDialog
from reader.ui.format import date_text, moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Field, Kind, Paragraph
from reader.ui.widgets.layout import Row, hold
from reader.ui.widgets.surface import Card
from reader.ui.widgets.tick_list import TickList, TickRow
from sync.model.ids import MeetingId
from sync.model.people import PersonEntry
from sync.model.people import Role as Office
from sync.personnel.columns import MOST_NAME
from sync.wire.admin import MeetingRow


class NewRoomDialog(AskingDialog):
    """`entry` is the room hub as the list of people has it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("NewRoomDialog", "Thêm trạm phòng họp"),
            parent,
            text=QCoreApplication.translate(
                "NewRoomDialog",
                "Máy tính xách tay của thư ký làm máy chủ ngay trong phòng họp khi mất internet. Thêm xong, "
                "cấp mã: thư ký mở mục Đồng bộ, bấm “Lập trạm trên máy này…”, dán mã. Rồi ký danh sách máy.",
            ),
            safe=QCoreApplication.translate("NewRoomDialog", "Quay lại"),
            action=QCoreApplication.translate("NewRoomDialog", "Thêm và cấp mã"),
        )
        self._person = fresh_person()
        self.name = Field(self.tr("Tên trạm"), hint=self.tr("Ví dụ: Phòng họp lớn. Mọi máy thấy tên này."))
        self.name.edit.setMaxLength(MOST_NAME)
        self.name.changed.connect(lambda _: self._check())
        self.name.entered.connect(self.accept)
        self.body.gap(14)
        self.body.addWidget(self.name)
        self.make_room()
        self._check()
        self.name.setFocus()

    @property
    def entry(self) -> PersonEntry:
        """As typed."""
        name = " ".join(self.name.text.split())
        return PersonEntry(person=self._person, name=name, roles=(Office.ROOM_HUB,))

    def _check(self) -> None:
        if self.action_button is not None:
            self.action_button.setEnabled(bool(self.entry.name))


class RoomDialog(AskingDialog):
    """The meetings of a room hub: `chosen`, once they are others than before."""

    revokeRequested = Signal()

    def __init__(self, parent: QWidget, one: LaptopRow, meetings: tuple[MeetingRow, ...]) -> None:
        super().__init__(
            QCoreApplication.translate("RoomDialog", "Trạm phòng họp"),
            parent,
            heading=words.laptop_title(one),
            safe=QCoreApplication.translate("RoomDialog", "Đóng"),
            action=QCoreApplication.translate("RoomDialog", "Giao các kỳ họp này"),
        )
        row = one.row
        self._before = frozenset(row.carries)
        seen = moment_text(row.seen) if row.seen else self.tr("chưa lần nào")
        for label, said in (
            (self.tr("Tình trạng"), words.laptop_state(one)[0]),
            (self.tr("Liên lạc gần nhất"), seen),
        ):
            self.body.gap(8)
            self.body.addWidget(Paragraph(label, Role.NOTE, Colour.INK2))
            self.body.addWidget(Paragraph(said, Role.BODY))
        self.body.gap(14)
        self.body.addWidget(Paragraph(self.tr("Kỳ họp trạm này mang"), Role.BODY_STRONG))
        told = self.tr(
            "Trạm giữ tài liệu, tên người và phiếu của các kỳ họp này không mã hóa trên máy của thư ký: chỉ "
            "giao kỳ sắp họp."
        )
        if not meetings:
            told = self.tr("Chưa có kỳ họp nào được phát hành.")
        self.body.addWidget(Paragraph(told, Role.NOTE, Colour.INK2))
        self._offered = tuple(each.meeting for each in meetings)
        self.list = TickList(self.tr("Kỳ họp trạm này mang"))
        self.list.set_rows(
            [TickRow(one.meeting, plain_line(one.title), date_text(one.starts)) for one in meetings]
        )
        self.list.set_ticked(self._before & set(self._offered))
        self.list.changed.connect(self._check)
        card = Card((1, 1, 1, 1))
        card.column.addWidget(self.list)
        hold(card, min_height=min(264, 60 * len(meetings)))
        card.setVisible(bool(meetings))
        self.body.gap(8)
        self.body.addWidget(card)
        revoke = Button(self.tr("Thu hồi trạm này…"), Kind.DANGER, icon="prohibit")
        revoke.clicked.connect(lambda _checked=False: self.revokeRequested.emit())
        foot = Row()
        foot.addWidget(revoke)
        foot.addStretch(1)
        self.body.gap(12)
        self.body.addLayout(foot)
        self.make_room()
        self._check()

    @property
    def chosen(self) -> tuple[MeetingId, ...]:
        """As ticked. What is over, and so not offered, is carried no longer."""
        on = self.list.ticked
        return tuple(meeting for meeting in self._offered if meeting in on)

    def _check(self) -> None:
        if self.action_button is not None:
            self.action_button.setEnabled(frozenset(self.chosen) != self._before)
