"""Who waits to speak, in an order that the desk changes by dragging, Alt and the arrows, or the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, Qt, Signal
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
from PySide6.QtWidgets import QApplication, QMenu

from reader.core.views import TurnView
from reader.ui.desk import conduct_words as words
from reader.ui.lists import RowList
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, current
from reader.ui.widgets.rows import RowData, RowDelegate, RowModel
from sync.model.conduct import TurnId

_ROW = "application/x-sohop-speaker"


class SpeakerQueue(RowList):
    """Those of the item shown, then those of others under a head of their own, which are not moved."""

    moved = Signal(object)
    """TurnIds of the item shown, in their new order."""
    invited = Signal(str)
    """TurnId that is to speak now."""
    dropped = Signal(str)
    """TurnId that is to speak no more."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Chờ đến lượt phát biểu"))
        self._model = RowModel(parent=self)
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self))
        self.setAcceptDrops(True)
        self._turns: list[TurnId] = []
        """Those that can be moved; they stand first."""
        self._all: list[TurnId | None] = []
        self._may = False
        self._gap = -1
        self._pressed: QPoint | None = None
        self._dragged = False
        self.menu: QMenu | None = None
        self.chosen.connect(self._on_chosen)

    @property
    def shown(self) -> tuple[RowData, ...]:
        """The rows of the list."""
        return self._model.rows

    def set_turns(self, here: Sequence[TurnView], others: Sequence[TurnView], *, may: bool) -> None:
        """Show these; the one that the keyboard is on keeps it."""
        self._may = may
        at = self.currentIndex().row()
        on = self._all[at] if 0 <= at < len(self._all) else None
        self._turns = [one.turn for one in here]
        self._all = [*self._turns]
        rows = [self._row(one, may) for one in here]
        if others:
            self._all += [None, *(one.turn for one in others)]
            head = self.tr("Ở mục khác: {n}").format(n=len(others))
            rows += [RowData(head, header=True), *(self._row(one, False) for one in others)]
        if self._model.set_rows(rows):
            self.scheduleDelayedItemsLayout()
        if on is not None and on in self._all and self._all.index(on) != self.currentIndex().row():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._model.index(self._all.index(on)), flags)

    def move_turn(self, turn: TurnId, gap: int) -> None:
        """Let it go at this gap among those that can be moved."""
        if turn not in self._turns or not self._may:
            return
        at = self._turns.index(turn)
        others = [one for one in self._turns if one != turn]
        place = gap - 1 if gap > at else gap
        place = min(max(place, 0), len(others))
        made = [*others[:place], turn, *others[place:]]
        if made != self._turns:
            self.moved.emit(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = self._movable(self.currentIndex())
        step = {Qt.Key.Key_Up: 0, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if turn is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier and step is not None:
            self.move_turn(turn, self._turns.index(turn) + (2 if step else -1))
            return
        if turn is not None and event.key() == Qt.Key.Key_Delete and self._may:
            self.dropped.emit(turn)
            return
        super().keyPressEvent(event)

    # --- dragging -----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._dragged = False
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = (here - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        turn = self._movable(self.indexAt(self._pressed))
        if far and turn is not None and self._may:
            self._pressed, self._dragged = None, True
            data = QMimeData()
            data.setData(_ROW, turn.encode())
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(_ROW):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(_ROW):
            self._gap = self._gap_at(event.position().toPoint())
            event.acceptProposedAction()
            self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._gap = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        gap, self._gap = self._gap_at(event.position().toPoint()), -1
        if event.mimeData().hasFormat(_ROW):
            self.move_turn(TurnId(bytes(event.mimeData().data(_ROW).data()).decode()), gap)
            event.acceptProposedAction()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0 or not self._turns:
            return
        last = self._gap >= len(self._turns)
        at = self.visualRect(self._model.index(len(self._turns) - 1 if last else self._gap))
        y = at.bottom() + 1 if last else at.top()
        painter, high = QPainter(self.viewport()), current().px(3)
        painter.fillRect(0, y - high // 2, self.viewport().width(), high, current().colour(Colour.PRIMARY))
        painter.end()

    def _gap_at(self, here: QPoint) -> int:
        index = self.indexAt(here)
        if not index.isValid() or index.row() >= len(self._turns):
            return len(self._turns)
        return index.row() + (1 if here.y() > self.visualRect(index).center().y() else 0)

    # --- pressing -----------------------------------------------------------------------------------------

    def _movable(self, index: QModelIndex) -> TurnId | None:
        row = index.row()
        return self._turns[row] if 0 <= row < len(self._turns) else None

    def _on_chosen(self, index: QModelIndex) -> None:
        turn = self._all[index.row()] if 0 <= index.row() < len(self._all) else None
        if turn is None or not self._may or self._dragged:
            return
        menu = self.menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts: list[tuple[str, Callable[[], None]]] = [
            (self.tr("Mời phát biểu ngay"), lambda: self.invited.emit(turn))
        ]
        if turn in self._turns:
            at = self._turns.index(turn)
            if at > 0:
                acts.append((self.tr("Lên trước") + "\tAlt+↑", lambda: self.move_turn(turn, at - 1)))
            if at + 1 < len(self._turns):
                acts.append((self.tr("Xuống sau") + "\tAlt+↓", lambda: self.move_turn(turn, at + 2)))
        acts.append((self.tr("Bỏ khỏi danh sách") + "\tDel", lambda: self.dropped.emit(turn)))
        for text, act in acts:
            menu.addAction(text).triggered.connect(lambda _checked=False, act=act: act())
        place = self.visualRect(index)
        menu.popup(self.viewport().mapToGlobal(QPoint(place.left() + current().px(16), place.bottom())))

    def _row(self, turn: TurnView, movable: bool) -> RowData:
        return RowData(
            plain_line(turn.name),
            note=words.asked(turn),
            icon="dots-six-vertical" if movable else "",
            menu=self._may,
        )
