"""The agenda as a list in which rows are dragged, moved by keys, renamed and removed, and onto which files
fall from outside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication

from reader.ui.compose.delegate import ComposeDelegate, Head
from reader.ui.compose.model import ComposeModel, ComposeRow, Index, RowKind
from reader.ui.lists import RowList
from reader.ui.theme import Colour, current

_ROW = "application/x-sohop-agenda-row"


class ComposeList(RowList):
    """Ids of rows travel in its signals; ``MEETING`` is the id of the first."""

    rowChosen = Signal(str)
    """The row that the side panel is to show."""
    rowsMoved = Signal(list, int)
    """Rows, and the gap among the rows of the agenda at which they were let go."""
    rowsMovedInto = Signal(list, str)
    """Rows, and the item on which they were let go."""
    rowsShifted = Signal(list, int)
    """Rows, -1 or 1."""
    rowsRemoved = Signal(list)
    filesDropped = Signal(list, str)
    """Paths, and the item on which they fell (empty: on none)."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Chương trình và tài liệu"))
        self.rows = ComposeModel(self)
        self._paint = ComposeDelegate(self, self.rows)
        self._gap = -1
        self._pressed: QPoint | None = None
        self._told = ""
        self._going: list[str] = []
        """Rows that were sent to another place, to be chosen there again."""
        self.setModel(self.rows)
        self.setItemDelegate(self._paint)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAcceptDrops(True)
        self.head = Head(self)

    @property
    def here(self) -> ComposeRow | None:
        """The row that the keyboard is on."""
        return self.rows.row(self.currentIndex())

    @property
    def marked(self) -> list[str]:
        """Ids of the rows of the agenda that are chosen, from top to bottom."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [self.rows.rows[number] for number in numbers if number < len(self.rows.rows)]
        return [row.id for row in rows if row.kind is not RowKind.MEETING]

    def choose(self, row: str) -> None:
        """Go to a row, if it is there; with it are chosen those that were moved with it."""
        index = self.rows.index_of(row)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
            going, self._going = self._going, []
            for one in going if row in going else ():
                self.selectionModel().select(self.rows.index_of(one), flags.Select)
            self.scrollTo(index)

    def currentChanged(self, new: Index, old: Index) -> None:
        super().currentChanged(new, old)
        row = self.rows.row(new)
        if row is not None and row.id != self._told:
            self._told = row.id
            self.rowChosen.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.marked
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if rows and alt and step is not None:
            self._going = rows
            self.rowsShifted.emit(rows, step)
            return
        if rows and event.key() == Qt.Key.Key_Delete:
            self.rowsRemoved.emit(rows)
            return
        super().keyPressEvent(event)

    # --- dragging -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        row = self.rows.row(self.indexAt(self._pressed))
        if far and row is not None and row.kind is not RowKind.MEETING:
            self._pressed = None
            data = QMimeData()
            rows = self.marked
            data.setData(_ROW, "\n".join(rows if row.id in rows else [row.id]).encode())
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_ROW) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        here = event.position().toPoint()
        self._gap, self._paint.on_item = -1, ""
        if event.mimeData().hasUrls():
            self._paint.on_item = self._item_at(here)
            event.acceptProposedAction()
        elif event.mimeData().hasFormat(_ROW):
            self._gap, self._paint.on_item = self._target(here, self._moved(event.mimeData()))
            event.acceptProposedAction()
        self._scroll_near(here)
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._forget()

    def dropEvent(self, event: QDropEvent) -> None:
        here, data = event.position().toPoint(), event.mimeData()
        self._forget()
        if data.hasUrls():
            paths = dropped_paths(data)
            if paths:
                self.filesDropped.emit(paths, self._item_at(here))
        elif data.hasFormat(_ROW):
            rows = self._going = self._moved(data)
            gap, item = self._target(here, rows)
            if item:
                self.rowsMovedInto.emit(rows, item)
            elif gap >= 0:
                self.rowsMoved.emit(rows, gap)
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0:
            return
        last = self._gap >= self.rows.rowCount() - 1
        at = self.visualRect(self.rows.index(self.rows.rowCount() - 1 if last else self._gap + 1))
        y = at.bottom() + 1 if last else at.top()
        painter = QPainter(self.viewport())
        high = current().px(3)
        painter.fillRect(0, y - high // 2, self.viewport().width(), high, current().colour(Colour.PRIMARY))
        painter.end()

    def _target(self, here: QPoint, moved: Sequence[str]) -> tuple[int, str]:
        """The gap at which rows would be let go, or the item on whose middle they would fall."""
        index = self.indexAt(here)
        row = self.rows.row(index)
        if row is None or row.kind is RowKind.MEETING:
            return (0 if row is not None else self.rows.rowCount() - 1), ""
        place = self.visualRect(index)
        items = {one.id for one in self.rows.rows if one.kind is RowKind.ITEM}
        far = place.height() // 4
        if (
            row.kind is RowKind.ITEM
            and not items.intersection(moved)
            and place.top() + far <= here.y() <= place.bottom() - far
        ):
            return -1, row.id
        below = here.y() > place.center().y()
        return index.row() - 1 + (1 if below else 0), ""

    def _item_at(self, here: QPoint) -> str:
        row = self.rows.row(self.indexAt(here))
        return row.item if row is not None else ""

    def _moved(self, data: QMimeData) -> list[str]:
        return bytes(data.data(_ROW).data()).decode().split("\n")

    def _scroll_near(self, here: QPoint) -> None:
        edge, bar = current().px(32), self.verticalScrollBar()
        if here.y() < edge:
            bar.setValue(bar.value() - edge // 2)
        elif here.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge // 2)

    def _forget(self) -> None:
        self._gap, self._paint.on_item = -1, ""
        self.viewport().update()


def dropped_paths(data: QMimeData) -> list[Path]:
    """Files and folders of this laptop among what is dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
