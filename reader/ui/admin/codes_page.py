"""Codes for enrolling laptops: those of this window can be shown and printed, others only be replaced."""

from __future__ import annotations

from reader.core.admin_views import CodeView, OfficeView
from reader.ui.admin.page import ListPage
from reader.ui.admin.records import Record
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Tone
from reader.ui.widgets import Button, Kind
from reader.ui.widgets.empty import Empty


class CodesPage(ListPage):
    """`opened` sends a PersonId."""

    def __init__(self) -> None:
        nothing = Empty(
            "key",
            self.tr("Không có mã nào đang chờ dùng"),
            self.tr("Mỗi mã dùng một lần trong 7 ngày, cho máy của một người."),
        )
        super().__init__(self.tr("Mã ghi danh"), self.tr("Tìm theo tên"), nothing)
        self.issue_button = Button(self.tr("Cấp mã…"), Kind.PRIMARY, icon="key")
        self.print_button = Button(self.tr("In…"), icon="printer")
        self.add_tools((self.issue_button, self.print_button))

    def set_view(self, view: OfficeView, fresh: dict[str, CodeView]) -> None:
        """Show codes that can still be used."""
        open_codes = view.overview.codes
        shown = [code for code in open_codes if code.person in fresh]
        self.set_head(
            self.tr("{n} mã chờ dùng").format(n=len(open_codes)),
            self.tr("Mã chỉ hiện ở cửa sổ đã cấp, tới khi khóa sổ. Cấp mã khác thì mã cũ hết giá trị."),
        )
        self.issue_button.setEnabled(bool(view.people))
        self.print_button.setEnabled(bool(shown))
        records = []
        for code in open_codes:
            until = self.tr("Đến {time}").format(time=moment_text(code.expires))
            here = code.person in fresh
            state = self.tr("Xem mã") if here else self.tr("Đã đưa")
            name = plain_line(view.names.get(code.person, code.person))
            tone, icon = (Tone.INFO, "eye") if here else (Tone.PLAIN, "")
            records.append(Record(code.person, name, until, state, tone, icon))
        self.set_records(records)
