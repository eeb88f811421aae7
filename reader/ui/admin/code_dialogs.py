"""Issuing codes, and showing one large enough for a camera."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from reader.core.admin_views import CodeView, OfficeView, PersonRow
from reader.pdf import fold
from reader.ui.admin import words
from reader.ui.admin.asking import AskingDialog
from reader.ui.admin.qr import QrPicture
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Card, Column, Dialog, Field, Flow, Kind, Paragraph, Row, hold
from reader.ui.widgets.tick_list import TickList, TickRow
from sync.model.ids import PersonId
from sync.wire.admin import MOST_INVITED


class IssueDialog(AskingDialog):
    """`chosen` get codes. Who has neither laptop nor code is ticked at first."""

    def __init__(self, parent: QWidget, view: OfficeView) -> None:
        super().__init__(
            QCoreApplication.translate("IssueDialog", "Cấp mã ghi danh"),
            parent,
            text=QCoreApplication.translate(
                "IssueDialog",
                "Mỗi người một mã, dùng một lần trong 7 ngày. Mã chưa dùng cấp trước đó hết giá trị.",
            ),
            action=QCoreApplication.translate("IssueDialog", "Cấp mã"),
        )
        self._people = view.people
        self.search = Field(placeholder=self.tr("Tìm theo tên, tổ"), icon="magnifying-glass", clearable=True)
        self.search.changed.connect(lambda _: self._fill())
        self.none_button = Button(self.tr("Bỏ chọn"), Kind.QUIET, icon="x")
        self.none_button.clicked.connect(lambda _checked=False: self.tick(()))
        self.without_button = Button(self.tr("Chọn người chưa có máy"), Kind.QUIET, icon="check")
        self.without_button.clicked.connect(lambda _checked=False: self.tick(self._without()))
        tools = QWidget()
        flow = Flow(tools, 0, 4)
        flow.addWidget(self.without_button)
        flow.addWidget(self.none_button)
        self.list = TickList(self.tr("Người được cấp mã"))
        card = Card((1, 1, 1, 1))
        card.column.addWidget(self.list)
        hold(card, min_height=264)
        self.body.gap(12)
        self.body.addWidget(self.search)
        self.body.gap(4)
        self.body.addWidget(tools)
        self.body.gap(4)
        self.body.addWidget(card)
        self.make_room()
        self.list.changed.connect(self._check)
        self._fill()
        self.tick(one.entry.person for one in view.without_laptop if one.code_until is None)

    @property
    def chosen(self) -> tuple[PersonId, ...]:
        """Who gets one, in the order of the list."""
        on = self.list.ticked
        return tuple(one.entry.person for one in self._people if one.entry.person in on)

    def _without(self) -> tuple[PersonId, ...]:
        return tuple(one.entry.person for one in self._people if not one.laptops)

    def tick(self, people: Iterable[PersonId]) -> None:
        """Exactly these."""
        self.list.set_ticked(people)
        self._check()

    def _fill(self) -> None:
        wanted = fold(self.search.text).split()
        rows = [TickRow(one.entry.person, plain_line(one.entry.name), _note(one)) for one in self._people]
        said = {
            one.entry.person: fold(f"{one.entry.name} {' '.join(one.entry.groups)}") for one in self._people
        }
        self.list.set_rows([row for row in rows if all(word in said[PersonId(row.key)] for word in wanted)])

    def _check(self) -> None:
        count = len(self.chosen)
        if self.action_button is not None:
            self.action_button.set_text(self.tr("Cấp {n} mã", None, count).format(n=count))
            self.action_button.setEnabled(0 < count <= MOST_INVITED)


class CodeDialog(Dialog):
    """One person's code: the square, and what is typed where there is no camera."""

    def __init__(self, parent: QWidget, code: CodeView) -> None:
        super().__init__(
            QCoreApplication.translate("CodeDialog", "Mã ghi danh"),
            parent,
            safe=QCoreApplication.translate("CodeDialog", "Đóng"),
            action=QCoreApplication.translate("CodeDialog", "In…"),
            kind=Kind.SECONDARY,
            width=880,
        )
        self.picture = QrPicture()
        self.picture.set_text(code.link, self.tr("Mã vuông để quét"))
        self.copy_button = Button(self.tr("Chép liên kết"), icon="copy")
        row = Row(spacing=24)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        beside = Column()
        beside.addWidget(Paragraph(plain_line(code.name), Role.SERIF_TEXT))
        beside.gap(12)
        for label, said, role in (
            (self.tr("Địa chỉ hệ thống"), plain_line(code.address), Role.EMPHASIS_STRONG),
            (self.tr("Mã ghi danh"), code.code, Role.EMPHASIS_STRONG),
            (self.tr("Dùng được một lần, đến"), moment_text(code.expires), Role.BODY),
        ):
            beside.addWidget(Paragraph(label, Role.NOTE, Colour.INK2))
            beside.addWidget(Paragraph(said, role))
            beside.gap(12)
        foot = Row()
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        beside.addLayout(foot)
        beside.addStretch(1)
        row.addLayout(beside, 1)
        self.body.gap(12)
        self.body.addLayout(row)
        self.body.gap(12)


def _note(one: PersonRow) -> str:
    state, _, _ = words.person_state(one)
    return state
