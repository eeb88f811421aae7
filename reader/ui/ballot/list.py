"""The pane at the left of voting: the motions with their state."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from reader.core.views import MotionView
from reader.ui.ballot.words import list_state
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from reader.ui.widgets.surface import Line, Panel
from sync.model.ids import MotionId


class MotionList(Panel):
    """The motions; `motionChosen` is sent when the person goes to another one."""

    motionChosen = Signal(str)
    """MotionId"""
    hideRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QWidget()
        row = Row(head, (16, 0, 8, 0), 8)
        row.addWidget(Paragraph(self.tr("Nội dung biểu quyết"), Role.BODY_STRONG, max_lines=1), 1)
        self.hide_button = Button(
            self.tr("Ẩn"), Kind.QUIET, icon="caret-left", name=self.tr("Ẩn danh sách nội dung biểu quyết")
        )
        self.hide_button.clicked.connect(self.hideRequested)
        row.addWidget(self.hide_button)
        hold(head, height=52)
        self._motions: tuple[MotionView, ...] = ()
        self._chosen: MotionId | None = None
        self._filling = False
        self.model = RowModel(parent=self)
        self.rows = RowList(self.tr("Nội dung biểu quyết"))
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(RowDelegate(self.rows))
        self.rows.selectionModel().currentChanged.connect(self._moved)
        self.column.addWidget(head)
        self.column.addWidget(Line())
        self.column.addWidget(self.rows, 1)

    def set_motions(self, motions: tuple[MotionView, ...], chosen: MotionId | None) -> None:
        """Show another state; sends no signal. The scrolled place stays."""
        place = self.rows.verticalScrollBar().value()
        self._motions = motions
        self._chosen = chosen
        self._show_rows()
        self.rows.verticalScrollBar().setValue(place)

    def _show_rows(self) -> None:
        self._filling = True
        self.model.set_rows([_row(motion, motion.id == self._chosen) for motion in self._motions])
        self.rows.scheduleDelayedItemsLayout()
        for number, motion in enumerate(self._motions):
            if motion.id == self._chosen and self.rows.currentIndex().row() != number:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.rows.selectionModel().setCurrentIndex(self.model.index(number), flags)
        self._filling = False

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._filling or not now.isValid() or now.row() >= len(self._motions):
            return
        motion = self._motions[now.row()]
        if motion.id != self._chosen:
            self._chosen = motion.id
            self._show_rows()
            self.motionChosen.emit(motion.id)


def _row(motion: MotionView, chosen: bool) -> RowData:
    state = list_state(motion)
    return RowData(
        plain_line(motion.title),
        note=state.text,
        note_icon=state.icon,
        note_tone=state.tone,
        number=str(motion.number),
        number_now=chosen,
    )
