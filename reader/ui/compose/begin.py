"""How a new packet begins: title and time, from nothing, from an earlier meeting or from a folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reader.ui.compose.dates import day_written, read_moment
from reader.ui.compose.fields import LONGEST, OneOf
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Column, Dialog, Field, Paragraph, Row
from reader.ui.widgets.tabs import Segments
from sync.model.ids import MeetingId


class Source(IntEnum):
    """Where its agenda comes from."""

    NOTHING = 0
    MEETING = 1
    FOLDER = 2


class BeginDialog(Dialog):
    """Accepted with `title`, `starts`, `ends`, `source` and perhaps `former`. ``former`` are meetings with
    their titles, the latest first."""

    def __init__(self, parent: QWidget, former: Sequence[tuple[MeetingId, str]]) -> None:
        super().__init__(
            QCoreApplication.translate("BeginDialog", "Soạn kỳ họp mới"),
            parent,
            safe=QCoreApplication.translate("BeginDialog", "Quay lại"),
            action=QCoreApplication.translate("BeginDialog", "Bắt đầu soạn"),
        )
        self.name = Field(self.tr("Tên kỳ họp"), placeholder=self.tr("Kỳ họp thứ sáu, HĐND xã khóa XXI"))
        self.name.edit.setMaxLength(LONGEST)
        self.day = Field(self.tr("Ngày"), placeholder=self.tr("ngày/tháng/năm"))
        self.from_time = Field(self.tr("Bắt đầu"))
        self.to_time = Field(self.tr("Kết thúc"))
        self.day.set_text(day_written(datetime.now().astimezone().date() + timedelta(days=14)))
        self.from_time.set_text("08:00")
        self.to_time.set_text("11:30")
        self.which = Segments(
            [self.tr("Từ đầu"), self.tr("Theo kỳ họp trước"), self.tr("Từ thư mục tệp")],
            name=self.tr("Chương trình lấy từ"),
        )
        self.which.set_usable(int(Source.MEETING), bool(former))
        self.former: OneOf[str] = OneOf(self.tr("Kỳ họp trước"))
        self.former.put(
            [(one, plain_line(title)[:80]) for one, title in former], former[0][0] if former else ""
        )
        self._told = Paragraph("", Role.NOTE, Colour.INK2)
        self._lay_out()
        for field in (self.name, self.day, self.from_time, self.to_time):
            field.changed.connect(lambda _: self._check())
        self.which.changed.connect(lambda _: self._check())
        self._check()
        self.setFocusProxy(self.name)

    @property
    def source(self) -> Source:
        """Where its agenda comes from."""
        return Source(self.which.chosen)

    @property
    def title(self) -> str:
        """Of the meeting."""
        return " ".join(self.name.text.split())

    @property
    def starts(self) -> datetime | None:
        """None while it is not written rightly."""
        return read_moment(f"{self.from_time.text} {self.day.text}")

    @property
    def ends(self) -> datetime | None:
        """The same day."""
        return read_moment(f"{self.to_time.text} {self.day.text}")

    def _lay_out(self) -> None:
        self.body.gap(16)
        self.body.addWidget(self.name)
        self.body.gap(16)
        times = Row(spacing=16)
        times.addWidget(self.day, 2)
        times.addWidget(self.from_time, 1)
        times.addWidget(self.to_time, 1)
        self.body.addLayout(times)
        self.body.gap(20)
        self.body.addWidget(Paragraph(self.tr("Chương trình lấy từ"), Role.BODY_STRONG))
        self.body.gap(8)
        self.body.addWidget(self.which)
        self.body.gap(8)
        self._former_place = QWidget()
        Column(self._former_place).addWidget(self.former)
        self.body.addWidget(self._former_place)
        self.body.gap(8)
        self.body.addWidget(self._told)
        self.body.gap(16)

    def _check(self) -> None:
        starts, ends = self.starts, self.ends
        self.day.set_error("" if starts is not None or not self.day.text else self._wrong())
        order = starts is not None and ends is not None and ends <= starts
        self.to_time.set_error(self.tr("Phải sau lúc bắt đầu") if order else "")
        self._former_place.setVisible(self.source is Source.MEETING)
        self._told.set_text(
            {
                Source.NOTHING: self.tr("Chương trình trống; thêm mục, tệp và biểu quyết sau."),
                Source.MEETING: self.tr(
                    "Lấy tên các mục và người trình bày; không lấy tài liệu, biểu quyết."
                ),
                Source.FOLDER: self.tr("Chọn thư mục ở bước sau; cách xếp hiện ra trước khi thêm."),
            }[self.source]
        )
        if self.action_button is not None:
            whole = starts is not None and ends is not None and not order
            self.action_button.setEnabled(bool(self.title) and whole)
        if self.isVisible():
            self.place()

    def _wrong(self) -> str:
        return self.tr("Viết như 11/12/2026 và 08:00")
