"""Who may read an item: everybody in the meeting, or some of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Check, Column, Dialog, Flow, Paragraph, hold
from reader.ui.widgets.tabs import Segments
from sync.model.ids import PersonId
from sync.model.people import PersonEntry, groups_of
from sync.model.people import Role as Office


def access_text(access: Sequence[str], people: Sequence[PersonEntry]) -> str:
    """Who may read it, in few words."""
    if access:
        text = QCoreApplication.translate("Access", "Chỉ {n} người", None, len(access))
        return text.format(n=len(access))
    delegates = sum(Office.DELEGATE in one.roles for one in people)
    others = len(people) - delegates
    if not people:
        return QCoreApplication.translate("Access", "Mọi người trong kỳ họp")
    text = QCoreApplication.translate("Access", "Mọi người: {n} đại biểu", None, delegates)
    text = text.format(n=delegates)
    if not others:
        return text
    guests = QCoreApplication.translate("Access", "{n} khách", None, others).format(n=others)
    return f"{text}, {guests}"


class AccessButton(Button):
    """Says who may read it."""

    def __init__(self) -> None:
        super().__init__(" ", align_left=True, trailing="caret-down")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(self, access: Sequence[str], people: Sequence[PersonEntry]) -> None:
        """Show it."""
        self.set_text(access_text(access, people))
        name = QCoreApplication.translate("Access", "Người được đọc")
        self.setAccessibleName(name + ": " + self.text())


class AccessDialog(Dialog):
    """Accepted with `chosen`: the persons who may read it; none means everybody."""

    def __init__(
        self, parent: QWidget, heading: str, people: Sequence[PersonEntry], access: Sequence[str]
    ) -> None:
        super().__init__(
            QCoreApplication.translate("AccessDialog", "Ai được đọc"),
            parent,
            heading=heading,
            safe=QCoreApplication.translate("AccessDialog", "Giữ như cũ"),
            action=QCoreApplication.translate("AccessDialog", "Xong"),
        )
        self.which = Segments(
            [self.tr("Mọi người trong kỳ họp"), self.tr("Chỉ những người được chọn")],
            name=self.tr("Ai được đọc"),
        )
        self.checks = {
            one.person: Check(self._named(one), on=one.person in access or not access) for one in people
        }
        self._members = groups_of(people)
        self.groups = {
            group: Check(self.tr("Cả {group} ({n})").format(group=plain_line(group)[:40], n=len(members)))
            for group, members in self._members.items()
        }
        """Checked while all its members are; a click chooses or leaves all of them."""
        self._names = QWidget()
        column = Column(self._names)
        for checks in (self.groups, self.checks):
            flow_of = QWidget()
            flow = Flow(flow_of, 0, 8)
            for check in checks.values():
                hold(check, min_width=280)
                flow.addWidget(check)
            if checks:
                column.addWidget(flow_of)
                column.gap(8)
        for check in self.checks.values():
            check.toggled.connect(lambda _: self._check())
        for group, check in self.groups.items():
            check.clicked.connect(lambda on, group=group: self._choose(group, on=on))
        self._told = Paragraph("", Role.NOTE, Colour.INK2)
        self.body.gap(16)
        self.body.addWidget(self.which)
        self.body.gap(12)
        self.body.addWidget(self._told)
        self.body.gap(8)
        self.body.addWidget(self._names)
        self.body.gap(16)
        self.which.choose(1 if access else 0)
        self.which.changed.connect(lambda _: self._check())
        self._check()

    @property
    def chosen(self) -> tuple[PersonId, ...]:
        """Who may read it; empty: everybody."""
        if self.which.chosen == 0:
            return ()
        return tuple(PersonId(person) for person, check in self.checks.items() if check.isChecked())

    def _choose(self, group: str, *, on: bool) -> None:
        for person in self._members[group]:
            self.checks[person].setChecked(on)
        self._check()

    def _check(self) -> None:
        for group, check in self.groups.items():
            check.setChecked(all(self.checks[person].isChecked() for person in self._members[group]))
        some = self.which.chosen == 1
        self._names.setVisible(some and bool(self.checks))
        text = self.tr("Bàn thư ký luôn đọc được. Người khác thấy số thứ tự của mục, không thấy nội dung.")
        if some and not self.checks:
            text = self.tr("Máy này chưa có danh sách người của cơ quan. Danh sách về khi có mạng.")
        self._told.set_text(text)
        if self.action_button is not None:
            self.action_button.setEnabled(not some or bool(self.chosen))
        if self.isVisible():
            self.place()

    def _named(self, one: PersonEntry) -> str:
        return plain_line(f"{one.name}, {one.title}" if one.title else one.name)[:60]
