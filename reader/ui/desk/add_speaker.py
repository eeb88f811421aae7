"""Who asks for the word in the room: somebody of the meeting, found by a few letters, or anybody by name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QWidget

from reader.core.views import AttendanceRow, AttendanceView
from reader.pdf import fold
from reader.ui.desk import conduct_words as words
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.field import Field
from reader.ui.widgets.layout import hold
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Card
from sync.model.ids import PersonId
from sync.model.names import given_name_key

_LONGEST = 200


class AddSpeakerDialog(Dialog):
    """Accepted with a name, and the person where it is one of the meeting. Pressing a person accepts."""

    def __init__(self, people: AttendanceView, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("AddSpeakerDialog", "Thêm người phát biểu"),
            parent,
            action=QCoreApplication.translate("AddSpeakerDialog", "Thêm"),
        )
        self._all = sorted(people.rows, key=lambda row: given_name_key(row.name))
        self._shown: list[AttendanceRow] = []
        self.person: PersonId | None = None
        self.field = Field(
            self.tr("Họ tên"),
            hint=self.tr("Gõ vài chữ để tìm. Không có trong danh sách thì ghi đủ họ tên, chức vụ."),
        )
        self.field.edit.setMaxLength(_LONGEST)
        self.field.changed.connect(lambda _text: self._typed())
        self.field.entered.connect(self._entered)
        self._model = RowModel(parent=self)
        self.rows = RowList(self.tr("Người dự họp"))
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        self.rows.chosen.connect(self._chosen)
        frame = Card((1, 1, 1, 1))
        frame.column.addWidget(self.rows)
        hold(frame, height=240)
        self.body.gap(16)
        self.body.addWidget(self.field)
        self.body.gap(12)
        self.body.addWidget(frame)
        self.field.edit.setFocus()
        self._typed()

    @property
    def name(self) -> str:
        """As it is shown to everybody."""
        known = next((row.name for row in self._all if row.person == self.person), "")
        return known or self.field.text.strip()

    def _typed(self) -> None:
        self.person = None
        wanted = fold(self.field.text).split()
        self._shown = [row for row in self._all if all(word in fold(row.name) for word in wanted)]
        self._model.set_rows(
            [
                RowData(plain_line(row.name), right=text, right_icon=icon, right_tone=tone)
                for row in self._shown
                for text, icon, tone in (words.state(row),)
            ]
        )
        self.rows.scheduleDelayedItemsLayout()
        if self.action_button is not None:
            self.action_button.setEnabled(bool(self.field.text.strip()))

    def _entered(self) -> None:
        """Enter takes the only one that is left, else what is typed."""
        if len(self._shown) == 1:
            self.person = self._shown[0].person
        if self.field.text.strip():
            self.accept()

    def _chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._shown):
            self.person = self._shown[index.row()].person
            self.accept()
