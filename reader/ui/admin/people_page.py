"""Who belongs to the office, and who has a laptop."""

from __future__ import annotations

from reader.core.admin_views import OfficeView, PersonRow
from reader.ui.admin import words
from reader.ui.admin.page import ListPage
from reader.ui.admin.records import Record
from reader.ui.plain import plain_line
from reader.ui.widgets import Button, Kind
from reader.ui.widgets.empty import Empty


class PeoplePage(ListPage):
    """`opened` sends a PersonId."""

    def __init__(self) -> None:
        nothing = Empty(
            "users",
            self.tr("Chưa có ai trong danh sách"),
            self.tr("Nhập danh sách từ tệp Excel hoặc CSV, hoặc thêm từng người."),
        )
        super().__init__(self.tr("Người của cơ quan"), self.tr("Tìm theo tên, tổ, chức vụ"), nothing)
        self.add_button = Button(self.tr("Thêm người…"), icon="plus")
        self.import_button = Button(self.tr("Nhập danh sách…"), Kind.PRIMARY, icon="file-arrow-up")
        self.code_button = Button(self.tr("Cấp mã ghi danh…"), icon="key")
        self.add_tools((self.import_button, self.add_button, self.code_button))

    def set_view(self, view: OfficeView) -> None:
        """Show these people."""
        without = len(view.without_laptop)
        note = self.tr("Ai cũng có máy.")
        if without:
            note = self.tr("{n} người chưa có máy.").format(n=without)
        self.set_head(self.tr("{n} người").format(n=len(view.people)), note if view.people else "")
        self.code_button.setEnabled(bool(view.people))
        self.set_records([_record(row) for row in view.people])


def _record(row: PersonRow) -> Record:
    state, tone, icon = words.person_state(row)
    name = plain_line(row.entry.name)
    code = f" ({plain_line(row.entry.code)})" if row.entry.code else ""
    return Record(row.entry.person, name + code, words.person_note(row), state, tone, icon)
