"""The component sheet: every widget in every state, for eyes and for the screenshots of `make shots`."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QListView, QWidget

from reader.ui.theme import Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.check import Check
from reader.ui.widgets.choice import Choices
from reader.ui.widgets.empty import Empty
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import Column, Flow, Row, Scroll
from reader.ui.widgets.marks import Avatar, DateTile, NumberCircle, SignalBars, Spine
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Pill, Sign
from reader.ui.widgets.progress import Progress
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Card, Panel
from reader.ui.widgets.tabs import Segments, Tabs
from reader.ui.widgets.threshold import Count, ThresholdBar
from reader.ui.widgets.toast import Toast
from reader.ui.widgets.trail import FlatTrail, Step, StepState, Trail

_STEPS = (
    Step("Niêm phong trên máy", "10:14", StepState.DONE),
    Step("Trạm phòng họp nhận", "Đang chờ", StepState.NOW),
    Step("Được tính vào kết quả", "Sau khi kết thúc", StepState.NEXT),
)


def build_sheet() -> QWidget:
    """The sheet as one widget; give it the size of a window. Needs an applied theme."""
    return _Sheet((_first, _second, _third), (438, 438, 416))


def build_second_sheet() -> QWidget:
    """What the first sheet has no room for: tabs, rows, threshold bars, dates and other small marks."""
    return _Sheet((_rows, _bars), (1, 1))


class _Sheet(Panel):
    """Columns beside one another; below 960 effective pixels they stand under one another."""

    def __init__(self, builds: Sequence[Callable[[Column], None]], stretches: Sequence[int]) -> None:
        super().__init__(fill=Colour.DESK)
        inside = QWidget()
        self._columns = Row(inside, (20, 16, 20, 12), 14)
        for build, stretch in zip(builds, stretches, strict=True):
            column = Column(spacing=14)
            build(column)
            column.addStretch(1)
            self._columns.addLayout(column, stretch)
        line = Row()
        line.addWidget(Spine())
        line.addWidget(Scroll(inside), 1)
        self.column.addLayout(line)
        self.setWindowTitle("Sổ Họp – bảng thành phần")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def restyle(self) -> None:
        super().restyle()
        if self.isVisible():
            self._turn()

    def _turn(self) -> None:
        wide = self.width() / self.theme.scale >= 960
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)


def _card(column: Column, title: str) -> Column:
    card = Card((21, 14, 21, 15), 0)
    card.column.addWidget(Paragraph(title, Role.NOTE_STRONG, Colour.INK2))
    card.column.gap(10)
    column.addWidget(card)
    return card.column


def _first(column: Column) -> None:
    card = _card(column, "Nút bấm: thường, chính, tắt, bật, nhẹ, hủy")
    first = Flow(spacing=12)
    off = Button("Mở", Kind.PRIMARY)
    off.setEnabled(False)
    for button in (Button("Mở kỳ họp", Kind.PRIMARY), Button("Mở", Kind.PRIMARY), off):
        first.addWidget(button)
    for button in (Button("Xem lý do"), Button("Xem", trailing="caret-down")):
        first.addWidget(button)
    on = Button("Đang bật", icon="pencil-simple", icon_on="pencil-simple", checkable=True)
    on.setChecked(True)
    first.addWidget(on)
    first.addWidget(Button("Nút nhẹ", Kind.QUIET))
    first.addWidget(Button("Thu hồi…", Kind.DANGER, icon="trash"))
    first.addWidget(Button("", icon="magnifying-glass", name="Tìm"))
    first.addWidget(Button("Quên mật khẩu", Kind.LINK))
    card.addLayout(first)

    card = _card(column, "Nhãn trạng thái: biểu tượng và chữ")
    pills = Flow(spacing=8)
    for text, tone, icon in (
        ("Đủ tài liệu", Tone.OK, "check-circle"),
        ("Chờ gửi", Tone.WAIT, "hourglass-medium"),
        ("Đang mở", Tone.INFO, "lock-simple-open"),
        ("Đã thu hồi", Tone.BAD, "arrow-counter-clockwise"),
        ("Chưa mở", Tone.PLAIN, "circle-dashed"),
        ("Đổi bản", Tone.WAIT, "arrows-left-right"),
        ("Đã nhận", Tone.INFO, "tray"),
        ("Đã tính", Tone.OK, "check"),
    ):
        pills.addWidget(Pill(text, tone, icon))
    card.addLayout(pills)

    card = _card(column, "Ô nhập: thường, mật khẩu, sai")
    card.addWidget(Field(placeholder="Số, ký hiệu", icon="magnifying-glass", clearable=True))
    card.gap(8)
    secret = Field(secret=True, name="Mật khẩu mở sổ")
    secret.set_text("không có mạng")
    card.addWidget(secret)
    card.gap(8)
    wrong = Field(name="Ngày")
    wrong.set_text("31/02/2026")
    wrong.set_error("Không có ngày này. Ví dụ: 28/02/2026")
    card.addWidget(wrong)


def _second(column: Column) -> None:
    column.addWidget(Banner("Đủ tài liệu – đọc được khi mất mạng", "14 tệp, 9,6 MB.", Tone.OK))
    column.addWidget(
        Banner(
            "Tờ trình 12/TTr-UBND có bản mới",
            "Trang 2 đổi 2 con số. Ghi chú đã chuyển theo.",
            Tone.WAIT,
            icon="arrows-left-right",
            buttons=("Xem",),
            beside=True,
        )
    )
    column.addWidget(
        Banner(
            "Tệp này không mở được",
            "Tệp hỏng khi chép. Ghi chú vẫn còn trên máy. Tải lại, hoặc nhận từ USB của thư ký.",
            Tone.BAD,
            buttons=("Tải lại", "Nhận từ USB…"),
        )
    )
    card = _card(column, "Tiến độ")
    card.addWidget(Progress("Tờ trình 14/TTr-UBND", "412/640 KB, 1 phút", 0.64))
    card.gap(14)
    card.addWidget(Progress("Đang nhường đường cho phiếu", "tạm dừng", 0.3, paused=True))
    empty = Card(0)
    empty.column.addWidget(
        Empty(
            "note-pencil",
            "Chưa có ghi chú",
            "Bôi chữ trên trang rồi chọn Ghi chú.",
            "Viết ghi chú cho trang này",
        )
    )
    column.addWidget(empty)


def _third(column: Column) -> None:
    card = _card(column, "Lựa chọn trên phiếu")
    choices = Choices(("Chưa chọn", "Đã chọn", "Khóa sau khi niêm phong"), compact=True)
    choices.set_chosen((1,))
    choices.choices[2].set_locked(True)
    card.addWidget(choices)
    card = _card(column, "Đường đi của lá phiếu")
    card.addWidget(Trail(_STEPS))
    strip = Toast("Đã xóa ghi chú trang 6", QWidget(), undo="Hoàn tác")
    strip.setMaximumWidth(1 << 16)
    column.addWidget(strip)
    card = _card(column, "Hộp chọn, đoạn chọn")
    row = Flow(spacing=20)
    row.addWidget(Check("Bật", on=True))
    row.addWidget(Check("Tắt"))
    row.addWidget(Segments(("Cả tập", "Tệp này"), name="Phạm vi"))
    card.addLayout(row)


def _rows(column: Column) -> None:
    head = Panel((14, 0, 14, 0))
    tabs = Tabs(("Tài liệu", "Biểu quyết", "Ghi chú"), name="Phần của kỳ họp")
    tabs.set_badge(1, 1)
    tabs.choose(1)
    row = Row()
    row.addWidget(tabs)
    row.addStretch(1)
    row.addWidget(Sign("Mất mạng từ 07:46", Tone.WAIT, "wifi-slash"))
    row.gap(16)
    row.addWidget(Avatar("Hoàng Thị Lượng"))
    head.column.addLayout(row)
    column.addWidget(head)

    rows = QListView()
    rows.setMinimumHeight(420)
    model = RowModel(
        (
            RowData("Chương trình", header=True),
            RowData("Khai mạc, điểm danh", number="1", number_done=True, right="Xong", right_icon="check"),
            RowData(
                "Dự toán và phân bổ ngân sách năm 2027",
                "Quách Văn Quyền, Chủ tịch UBND",
                number="3",
                number_now=True,
                right="09:00",
                right_tone=Tone.INFO,
            ),
            RowData(
                "Tờ trình 12/TTr-UBND",
                "Phân bổ ngân sách xã",
                icon="file-text",
                pill="Đổi bản lúc 07:40",
                pill_icon="arrows-left-right",
            ),
            RowData(
                "Bầu Ủy viên UBND xã",
                "Đã kết thúc: thông qua",
                note_icon="check-circle",
                note_tone=Tone.OK,
                number="5",
            ),
        ),
        rows,
    )
    rows.setModel(model)
    rows.setItemDelegate(RowDelegate(rows))
    rows.setCurrentIndex(model.index(3))
    rows.setAccessibleName("Chương trình")
    card = Card(1)
    card.column.addWidget(rows)
    column.addWidget(card)
    card_column = _card(column, "Đường đi của lá phiếu, màn hình hẹp")
    short = ("Niêm phong", "Trạm nhận", "Được tính")
    flat = tuple(Step(title, step.note, step.state) for title, step in zip(short, _STEPS, strict=True))
    card_column.addWidget(FlatTrail(flat))


def _bars(column: Column) -> None:
    card = _card(column, "Kết quả, 26 ghế")
    base = "Tính trên tổng số 26 đại biểu"
    card.addWidget(ThresholdBar(Count(26, 19, 2, 2, needed=14, present=24, base_text=base)))
    card = _card(column, "Kết quả, 120 ghế")
    card.addWidget(ThresholdBar(Count(120, 58, 40, 6, needed=61, present=110)))
    card = _card(column, "Lựa chọn khi biểu quyết")
    choices = Choices(("Tán thành", "Không tán thành"))
    choices.set_chosen((0,))
    choices.lock()
    choices.choices[0].set_note("Đã niêm phong", "envelope-simple")
    card.addWidget(choices)
    card = _card(column, "Ngày, số mục, đường truyền")
    row = Row(spacing=16)
    row.addWidget(DateTile(datetime.date(2026, 12, 11)))
    row.addWidget(DateTile(datetime.date(2026, 12, 9), small=True))
    row.addWidget(NumberCircle("1", done=True))
    row.addWidget(NumberCircle("3", now=True))
    row.addWidget(NumberCircle("4"))
    row.addWidget(SignalBars(2, "Mạng yếu", 36))
    row.addWidget(SignalBars(4, "Mạng tốt"))
    row.addWidget(Avatar("Hoàng Thị Lượng", 64))
    row.addStretch(1)
    card.addLayout(row)
