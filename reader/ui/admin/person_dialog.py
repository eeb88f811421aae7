"""One person: name, title, groups, roles; new, changed, or leaving."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from reader.core.admin_views import PersonRow, needs_root
from reader.core.administering import fresh_person
from reader.ui.admin import words
from reader.ui.admin.asking import AskingDialog
from reader.ui.plain import plain_line
from reader.ui.stack import Entry, Stack
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Check, Field, Flow, Kind, Paragraph, hold
from sync.model.people import PersonEntry
from sync.model.people import Role as Office
from sync.personnel.columns import MOST_NAME

_MOST = 200
_MOST_GROUP = 100


class PersonDialog(AskingDialog):
    """`entry` is the person as typed."""

    leaveRequested = Signal()
    codeRequested = Signal()

    def __init__(self, parent: QWidget, row: PersonRow | None) -> None:
        new = row is None
        super().__init__(
            QCoreApplication.translate("PersonDialog", "Thêm người")
            if new
            else QCoreApplication.translate("PersonDialog", "Sửa thông tin"),
            parent,
            heading="" if row is None else plain_line(row.entry.name),
            safe=QCoreApplication.translate("PersonDialog", "Quay lại"),
            action=QCoreApplication.translate("PersonDialog", "Thêm")
            if new
            else QCoreApplication.translate("PersonDialog", "Lưu"),
        )
        before = row.entry if row else PersonEntry(person=fresh_person(), name="", roles=(Office.DELEGATE,))
        self._before = before
        self._new = new
        self.name = Field(self.tr("Họ và tên"))
        self.title = Field(self.tr("Chức vụ"))
        self.groups = Field(self.tr("Tổ, ban, đơn vị"), hint=self.tr("Nhiều tổ, ban: cách nhau bằng dấu ;"))
        self.code = Field(
            self.tr("Mã của cơ quan"), hint=self.tr("Phân biệt người trùng tên; có thể để trống.")
        )
        for field, text, most in (
            (self.name, before.name, MOST_NAME),
            (self.title, before.title, _MOST),
            (self.groups, "; ".join(before.groups), 2 * _MOST),
            (self.code, before.code, 64),
        ):
            field.edit.setMaxLength(most)
            field.set_text(text)
            field.changed.connect(lambda _: self._check())
            self.body.gap(14)
            self.body.addWidget(field)
        self.roles = {
            role: Check(name, on=role in before.roles)
            for role, name in words.role_names().items()
            if role is not Office.ROOM_HUB or role in before.roles  # made at the hub itself; nobody's role
        }
        box = QWidget()
        flow = Flow(box, 0, 4)
        for check in self.roles.values():
            hold(check, min_width=190)
            check.toggled.connect(lambda _: self._check())
            flow.addWidget(check)
        self.body.gap(14)
        self.body.addWidget(Paragraph(self.tr("Vai trò"), Role.BODY_STRONG))
        self.body.addWidget(box)
        self._told = Paragraph("", Role.NOTE, Colour.INK2)
        self.body.addWidget(self._told)
        if row is not None:
            self._add_laptops(row)
        self.make_room()
        self._check()
        if new:
            self.name.setFocus()

    @property
    def entry(self) -> PersonEntry:
        """The person as typed."""
        groups = (" ".join(part.split())[:_MOST_GROUP] for part in self.groups.text.split(";"))
        return replace(
            self._before,
            name=" ".join(self.name.text.split()),
            title=" ".join(self.title.text.split()),
            groups=tuple(dict.fromkeys(group for group in groups if group))[:16],
            code=" ".join(self.code.text.split()),
            roles=tuple(role for role in Office if role in self.roles and self.roles[role].isChecked()),
        )

    def _add_laptops(self, row: PersonRow) -> None:
        if row.laptops:
            stack = Stack(side=0, pad=8)
            stack.set_entries(
                [Entry("desktop", words.laptop_title(one), words.laptop_note(one)) for one in row.laptops]
            )
            self.body.gap(12)
            self.body.addWidget(stack)
        tools = QWidget()
        flow = Flow(tools, 0, 8)
        code = Button(self.tr("Cấp mã ghi danh…"), icon="key")
        code.clicked.connect(lambda _checked=False: self.codeRequested.emit())
        leave = Button(self.tr("Rời cơ quan…"), Kind.DANGER, icon="user")
        leave.clicked.connect(lambda _checked=False: self.leaveRequested.emit())
        flow.addWidget(code)
        flow.addWidget(leave)
        self.body.gap(12)
        self.body.addWidget(tools)

    def _check(self) -> None:
        entry = self.entry
        told = ""
        if not entry.roles:
            told = self.tr("Chọn ít nhất một vai trò.")
        elif set(entry.roles) != set(self._before.roles) and not self._new:
            told = self.tr(
                "Vai trò mới có hiệu lực trên máy ghi danh sau đó. Máy đang dùng giữ vai trò cũ: thu hồi máy "
                "đó và cấp mã mới."
            )
        elif needs_root(entry.roles):
            told = self.tr("Máy có vai trò này chỉ dùng được sau khi khóa gốc ký.")
        self._told.set_text(told)
        self._told.setVisible(bool(told))
        ready = bool(entry.name and entry.roles) and (self._new or entry != self._before)
        if self.action_button is not None:
            self.action_button.setEnabled(ready)
        if self.isVisible():
            self.place()
