"""What is to be changed in a submitted version: written while reading, sent when it is given back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.approving import ApprovalView, Turn
from reader.core.reviewing import LONGEST, MOST_REMARKS, RemarkView
from reader.ui.approve.words import about_text, return_head
from reader.ui.compose.words import cut
from reader.ui.plain import plain
from reader.ui.stack import Entry, Stack
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Column, Dialog, Kind, Paragraph
from reader.ui.widgets.select import Select
from reader.ui.widgets.text_area import TextArea
from sync.model.review import Remark


class Remarks(QWidget):
    """Own remarks that wait, which can be changed, and those that were sent."""

    addRequested = Signal()
    editRequested = Signal(int)
    """Number of the remark, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Paragraph("", Role.NOTE_STRONG, Colour.INK2)
        self.stack = Stack(side=0, pad=10)
        self.add_button = Button(self.tr("Thêm góp ý…"), Kind.QUIET, icon="plus")
        column = Column(self)
        column.addWidget(self._head)
        column.addWidget(self.stack)
        column.gap(6)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(lambda _checked=False: self.addRequested.emit())
        self.stack.pressed.connect(lambda key: self.editRequested.emit(int(key)))

    def set_view(self, view: ApprovalView) -> None:
        """Show what was written and what was sent."""
        writes = view.card.turn in (Turn.MINE, Turn.APPROVED)
        sent = [entry for one in view.returns for entry in entries(one.remarks, head=return_head(one))]
        own = [
            Entry(
                "note-pencil",
                plain(remark.text),
                about_text(remark),
                act=self.tr("Sửa") if writes else "",
                key=str(number),
            )
            for number, remark in enumerate(view.remarks)
        ]
        self.stack.set_entries([*own, *sent])
        self._head.set_text(self.tr("Góp ý để thư ký sửa"))
        self._head.setVisible(bool(own) or writes)
        self.add_button.setVisible(writes)
        self.add_button.setEnabled(len(own) < MOST_REMARKS)
        self.setVisible(writes or bool(own) or bool(sent))


class RemarkDialog(Dialog):
    """One remark: what it is about, and the words. ``removed`` when it is not wanted any more."""

    removed = Signal()

    def __init__(
        self, parent: QWidget, places: Sequence[tuple[str, str]], about: str = "", text: str = ""
    ) -> None:
        super().__init__(
            QCoreApplication.translate("RemarkDialog", "Góp ý cho bản trình"),
            parent,
            text=self.tr("Thư ký đọc góp ý khi bản trình được trả lại. Đại biểu không thấy."),
            safe=self.tr("Thôi"),
            action=self.tr("Giữ góp ý"),
        )
        self._places = places
        self.about = Select([name for _, name in places], self.tr("Góp ý về"))
        ids = [one for one, _ in places]
        self.about.setCurrentIndex(ids.index(about) if about in ids else 0)
        self.area = TextArea(self.tr("Nội dung góp ý"))
        self.area.write(text)
        self.body.gap(16)
        self.body.addWidget(Paragraph(self.tr("Góp ý về"), Role.NOTE_MEDIUM, Colour.INK2))
        self.body.gap(4)
        self.body.addWidget(self.about)
        self.body.gap(12)
        self.body.addWidget(Paragraph(self.tr("Nội dung góp ý"), Role.NOTE_MEDIUM, Colour.INK2))
        self.body.gap(4)
        self.body.addWidget(self.area)
        self.remove_button = Button(self.tr("Bỏ góp ý này"), Kind.QUIET, icon="trash")
        self.remove_button.setVisible(bool(text))
        self.body.gap(8)
        self.body.addWidget(self.remove_button)
        self.body.gap(8)
        self.remove_button.clicked.connect(lambda _checked=False: self._remove())
        self.area.textChanged.connect(self._check)
        self.area.submitted.connect(self.accept)
        self.area.setFocus()
        self._check()

    @property
    def remark(self) -> Remark:
        """What was written."""
        about, _ = self._places[self.about.currentIndex()]
        return Remark(about=about, text=self.area.text)

    def accept(self) -> None:
        if self._fits:
            super().accept()

    @property
    def _fits(self) -> bool:
        return 0 < len(self.area.text) <= LONGEST

    def _remove(self) -> None:
        self.removed.emit()
        self.reject()

    def _check(self) -> None:
        if self.action_button is not None:
            self.action_button.setEnabled(self._fits)


def places_of(view: ApprovalView) -> list[tuple[str, str]]:
    """What a remark can be about: the whole, an item, a document."""
    found = [("", about_text(RemarkView("", "", "")))]
    for number, item in enumerate(view.meeting.items, 1):
        found.append((str(item.id), f"{number}. {cut(item.title)}"))
        found += [(str(one.id), f"{number}. {cut(one.name)}") for one in item.documents]
    return found


def entries(remarks: Sequence[RemarkView], *, head: str) -> list[Entry]:
    """Remarks that were sent, under who sent them."""
    return [
        Entry("note-pencil", plain(one.text), about_text(one), head=head if number == 0 else "")
        for number, one in enumerate(remarks)
    ]
