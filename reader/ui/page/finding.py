"""Finding in the document: what to look for, how many places, and the list of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.pdf import SearchHit
from reader.ui.format import number_text
from reader.ui.lists import RowList, draw_ring
from reader.ui.theme import Colour, Role, current
from reader.ui.widgets import Button, Field, Kind, Line, Panel, Paragraph, Row
from reader.ui.widgets.text import Span, lay_out

MOST: Final = 2_000
"""Places listed; a word found more often is not worth reading through."""
_TYPING_MS: Final = 180
_BEFORE: Final = 20
"""Letters shown before a hit, so that it stands in the first line."""

_Index = QModelIndex | QPersistentModelIndex


class FindPanel(Panel):
    """The left panel while finding. It keeps what was found; the pane around it asks the document."""

    queryChanged = Signal(str)
    """What to look for, when typing pauses; empty: nothing."""
    currentChanged = Signal(int)
    """The place gone to, an index into `hits`; -1: none."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._query = ""
        self._searching = False
        self._full = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._model = _HitModel(self)
        head = Row(margins=(16, 6, 8, 6), spacing=8)
        head.addWidget(Paragraph(self.tr("Tìm trong tài liệu này"), Role.BODY_STRONG, max_lines=1), 1)
        close = Button(self.tr("Đóng"), Kind.QUIET, icon="x")
        close.clicked.connect(lambda _checked=False: self.closed.emit())
        head.addWidget(close)
        self._field = Field(
            icon="magnifying-glass",
            clearable=True,
            name=self.tr("Từ cần tìm, không cần gõ dấu"),
            placeholder=self.tr("Gõ từ cần tìm, không cần dấu"),
        )
        self._field.changed.connect(self._on_typed)
        self._field.edit.installEventFilter(self)
        line = Row(margins=(16, 0, 16, 8))
        line.addWidget(self._field)
        self._said = Paragraph("", Role.NOTE, Colour.INK2)
        self._up = Button("", icon="caret-up", name=self.tr("Chỗ trước (Shift+Enter)"))
        self._down = Button("", icon="caret-down", name=self.tr("Chỗ sau (Enter)"))
        self._up.clicked.connect(lambda _checked=False: self.step(-1))
        self._down.clicked.connect(lambda _checked=False: self.step(1))
        where = Row(margins=(16, 0, 16, 10), spacing=6)
        where.addWidget(self._said, 1)
        where.addWidget(self._up)
        where.addWidget(self._down)
        self._list = RowList(self.tr("Những chỗ tìm thấy"))
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_HitDelegate(self._list))
        self._list.chosen.connect(lambda index: self._go(index.row()))
        self.column.addLayout(head)
        self.column.addLayout(line)
        self.column.addLayout(where)
        self.column.addWidget(Line())
        self.column.addWidget(self._list, 1)
        self._say()

    @property
    def query(self) -> str:
        """What is looked for."""
        return self._query

    @property
    def hits(self) -> Sequence[SearchHit]:
        """What was found so far, in the order of the pages."""
        return self._model.hits

    @property
    def current(self) -> int | None:
        """The place gone to, an index into `hits`."""
        return self._model.current

    @property
    def full(self) -> bool:
        """As many places are listed as ever are."""
        return self._full

    @property
    def status(self) -> str:
        """The sentence above the list."""
        return self._said.text()

    def set_query(self, query: str) -> None:
        """Type for the person."""
        self._field.set_text(query)

    def take_keyboard(self) -> None:
        """Put the keyboard into the field, all of it selected."""
        self._field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.edit.selectAll()

    def clear_hits(self) -> None:
        """Forget what was found: another document, or another query."""
        self._full = False
        self._searching = False
        self._model.clear()
        self._say()

    def begin(self) -> None:
        """The document is being looked through."""
        self.clear_hits()
        self._searching = True
        self._say()

    def add_hits(self, hits: Sequence[SearchHit]) -> None:
        """Some more places; the first ones ever are gone to at once."""
        first = not self._model.hits
        self._model.add(hits[: MOST - len(self._model.hits)])
        self._full = len(self._model.hits) >= MOST
        self._say()
        if first and hits:
            self._go(0)

    def finish(self) -> None:
        """All of the document has been looked through."""
        self._searching = False
        self._say()

    def step(self, way: int) -> None:
        """Go to the next (1) or the last (-1) place, and round."""
        if self._typing.isActive():
            self._typing.stop()
            self._ask()
            return
        count = len(self._model.hits)
        if count:
            now = self._model.current
            self._go((now + way) % count if now is not None else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if key == Qt.Key.Key_Down and self._model.hits:
                self._list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _on_typed(self, _text: str) -> None:
        self._typing.start()

    def _ask(self) -> None:
        query = " ".join(self._field.text.split())
        if query != self._query:
            self._query = query
            self.clear_hits()
            self.currentChanged.emit(-1)
            self.queryChanged.emit(query)

    def _go(self, row: int) -> None:
        self._model.set_current(row)
        index = self._model.index(row)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)
        self._say()
        self.currentChanged.emit(row)

    def _say(self) -> None:
        count, now = len(self._model.hits), self._model.current
        self._up.setEnabled(count > 0)
        self._down.setEnabled(count > 0)
        if count and now is not None:
            total = number_text(count) + ("+" if self._searching or self._full else "")
            text = self.tr("Chỗ {now}/{total}").format(now=number_text(now + 1), total=total)
        elif self._searching:
            text = self.tr("Đang tìm…")
        elif self._query:
            text = self.tr("Không có chỗ nào")
        else:
            text = ""
        self._said.set_text(text)


class _HitModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[SearchHit] = []
        self.current: int | None = None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            page = self.tr("Trang {page}").format(page=hit.hit.page + 1)
            return f"{page}: {hit.before} {hit.match} {hit.after}"
        return None

    def clear(self) -> None:
        self.beginResetModel()
        self.hits = []
        self.current = None
        self.endResetModel()

    def add(self, hits: Sequence[SearchHit]) -> None:
        """Hits of following pages; they may belong before those already here."""
        if not hits:
            return
        at = bisect_left(self.hits, _order(hits[0]), key=_order)
        self.beginInsertRows(QModelIndex(), at, at + len(hits) - 1)
        self.hits[at:at] = hits
        if self.current is not None and self.current >= at:
            self.current += len(hits)
        self.endInsertRows()

    def set_current(self, row: int) -> None:
        before, self.current = self.current, row
        for changed in (before, row):
            if changed is not None:
                self.dataChanged.emit(self.index(changed), self.index(changed))


class _HitDelegate(QStyledItemDelegate):
    """The page at the left, two lines of text with the words found."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theme = current()
        return QSize(theme.px(200), 2 * theme.line(Role.NOTE) + theme.px(19))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = current()
        hit: SearchHit = index.data(Qt.ItemDataRole.UserRole)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        model = index.model()
        chosen = isinstance(model, _HitModel) and model.current == index.row()
        painter.save()
        if chosen:
            painter.fillRect(place, theme.colour(Colour.PRIMARY_TINT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, theme.colour(Colour.HOVER))
        line = QRect(place.left(), place.bottom(), place.width(), 1)
        painter.fillRect(line, theme.colour(Colour.LINE))
        left, top = place.left() + theme.px(16), place.top() + theme.px(9)
        page = self.tr("Trang {page}").format(page=hit.hit.page + 1)
        role = Role.NOTE_STRONG if chosen else Role.NOTE
        ink = theme.colour(Colour.PRIMARY_TEXT if chosen else Colour.INK2)
        side = theme.px(80)
        lay_out(page, theme.font(role), theme.line(role), side, max_lines=1).draw(
            painter, QPointF(left, top), ink
        )
        text, start, length = shown(hit)
        mark = Span(start, length, theme.colour(Colour.INK), 600, theme.colour(Colour.HIT))
        room = place.width() - theme.px(16) - side - theme.px(12)
        lay_out(
            text, theme.font(Role.NOTE), theme.line(Role.NOTE), max(1, room), max_lines=2, spans=[mark]
        ).draw(painter, QPointF(left + side, top), theme.colour(Colour.INK2))
        draw_ring(painter, self._view, index, place)
        painter.restore()


def shown(hit: SearchHit) -> tuple[str, int, int]:
    """The words of a hit as one line of text, and where in it the found ones are (start, length)."""
    before = hit.before
    if len(before) > _BEFORE:
        words = before.split()
        while len(words) > 1 and len(" ".join(words)) > _BEFORE:
            words.pop(0)
        before = " ".join(words)
    head = f"…{before} " if before else "…"
    tail = f" {hit.after}…" if hit.after else "…"
    return head + hit.match + tail, len(head), len(hit.match)


def _order(hit: SearchHit) -> tuple[int, int]:
    return hit.hit.page, hit.hit.first
