"""The list "Trên kệ": one model, one delegate, however many meetings; painted without a widget for each row.

The list is as high as its rows and never scrolls by itself: the page around it does.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reader.core.views import MeetingCard
from reader.ui import rows
from reader.ui.format import date_text, month_text
from reader.ui.plain import plain_line
from reader.ui.shelf import words
from reader.ui.theme import SPACE, Colour, Role, Tone, current
from reader.ui.widgets.base import Themed, box, draw_icon
from reader.ui.widgets.pill import TONE_INK
from sync.model.ids import MeetingId

Index = QModelIndex | QPersistentModelIndex
_CARD = Qt.ItemDataRole.UserRole
_PAD = 12
_DATE = 80
_TEXT = 96
_BAR = 150
_CHEVRON = 52
_LEAST_FOR_BAR = 640


class ShelfModel(QAbstractListModel):
    """The meetings of the list. `set_cards` changes only what changed, so that the current row stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[MeetingCard, ...] = ()
        self._speed: float | None = None

    def set_cards(self, cards: Sequence[MeetingCard]) -> None:
        """Show these meetings."""
        same = [card.id for card in cards] == [card.id for card in self._cards]
        if same:
            changed = [n for n, (old, new) in enumerate(zip(self._cards, cards, strict=True)) if old != new]
            self._cards = tuple(cards)
            for n in changed:
                self.dataChanged.emit(self.index(n), self.index(n))
            return
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def set_speed(self, bytes_per_second: float | None) -> None:
        """The speed of the line now, for "khoảng 6 phút"."""
        if bytes_per_second != self._speed:
            self._speed = bytes_per_second
            if self._cards:
                self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))

    def state(self, card: MeetingCard) -> words.Said:
        """The second line of a row."""
        return words.row_state(card, self._speed)

    def card(self, index: Index) -> MeetingCard:
        """The meeting of a row."""
        return self._cards[index.row()]

    def row_of(self, meeting: MeetingId) -> int:
        """Its row, or -1."""
        return next((n for n, card in enumerate(self._cards) if card.id == meeting), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return plain_line(card.title)
        if role == _CARD:
            return card
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{date_text(card.starts)}, {plain_line(card.title)}. {self.state(card).text}"
        return None


class ShelfList(QListView, Themed):
    """The list itself. With `desk`, every row has the button "Bàn thư ký": →, then Enter, on the keyboard."""

    opened = Signal(str)
    deskOpened = Signal(str)
    explained = Signal(str)
    """A recalled meeting: it cannot be opened, but says why."""
    moved = Signal(QRect)
    """The keyboard came to this rectangle of the list: bring it into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ShelfModel(self)
        self._rows = _Rows(self)
        self._desk = False
        self.on_desk = False
        """Whether the keyboard is on the button of the current row."""
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setProperty("ring", False)
        self.setStyleSheet("QListView { background: transparent; }")  # the card's round corners show through
        self.setAccessibleName(self.tr("Các kỳ họp trên kệ"))
        self.follow()

    @property
    def desk(self) -> bool:
        """Whether rows offer the secretary's page."""
        return self._desk

    def shown_model(self) -> ShelfModel:
        """The model, by its own type."""
        return self._model

    def set_cards(self, cards: Sequence[MeetingCard], *, desk: bool) -> None:
        """Show these meetings; the current row stays with its meeting."""
        here = self.currentIndex()
        kept = self._model.card(here).id if here.isValid() else None
        self._desk = desk
        self._model.set_cards(cards)
        row = self._model.row_of(kept) if kept is not None else -1
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row))
        self._fit()

    def restyle(self) -> None:
        super().restyle()
        self.scheduleDelayedItemsLayout()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.moved.emit(self.visualRect(self.currentIndex()))

    def currentChanged(self, new: Index, old: Index) -> None:
        super().currentChanged(new, old)
        self.on_desk = False
        if self.hasFocus():
            self.moved.emit(self.visualRect(self.model().index(new.row(), 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and here.isValid():
            if not event.isAutoRepeat():
                self._choose(self._model.card(here), on_button=self.on_desk)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._desk:
            recalled = here.isValid() and self._model.card(here).recall is not None
            self.on_desk = key == Qt.Key.Key_Right and not recalled
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).isValid()
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            card = self._model.card(index)
            on_button = self._desk and self._rows.button_rect(card, self.visualRect(index)).contains(at)
            self._choose(card, on_button=on_button)

    def pointer(self) -> QPoint:
        """Where the pointer is, in the list."""
        return self.viewport().mapFromGlobal(self.cursor().pos())

    def _choose(self, card: MeetingCard, *, on_button: bool) -> None:
        if card.recall is not None:
            self.explained.emit(card.id)
        else:
            (self.deskOpened if on_button else self.opened).emit(card.id)

    def _fit(self) -> None:
        width = max(1, self.viewport().width())
        height = sum(self._rows.height(self._model.index(n), width) for n in range(self._model.rowCount()))
        if height != self.height():
            self.setFixedHeight(max(1, height))


class _Rows(QStyledItemDelegate):
    def __init__(self, view: ShelfList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = max(1, self._view.viewport().width())
        return QSize(width, self.height(index, width))

    def height(self, index: Index, width: int) -> int:
        """The height of a row in pixels: two lines, more when words wrap."""
        theme = current()
        card = self._view.shown_model().card(index)
        room = self._words_width(card, width)
        title = rows.text_height(plain_line(card.title), Role.BODY_STRONG, room, lines=2)
        state = self._view.shown_model().state(card)
        below = rows.text_height(state.text, Role.NOTE_MEDIUM, room - theme.px(26), lines=2)
        date = theme.line(Role.SERIF_TITLE) + theme.line(Role.NOTE) - theme.px(4)
        return max(theme.px(72), title + below + 2 * theme.px(_PAD), date + 2 * theme.px(8))

    def button_rect(self, card: MeetingCard, row: QRect) -> QRect:
        """Where the button of a row is."""
        theme = current()
        wide, high = self._button_width(card), theme.px(SPACE.control)
        right = row.right() + 1 - theme.px(_CHEVRON)
        return QRect(right - wide, row.top() + (row.height() - high) // 2, wide, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, view = current(), self._view
        model = view.shown_model()
        card, row = model.card(index), view.visualRect(view.model().index(index.row(), 0))
        over = view.underMouse() and row.contains(view.pointer())
        here = view.hasFocus() and index.row() == view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = index.row() == model.rowCount() - 1
        if over:
            painter.fillPath(_row_path(row, theme.px(SPACE.radius_card), last), theme.colour(Colour.HOVER))
        if not last:
            line = QRect(row.left(), row.bottom(), row.width(), 1)
            painter.fillRect(line, theme.colour(Colour.LINE))
        self._draw_date(painter, card, row)
        self._draw_words(painter, card, model.state(card), row)
        if self._button_text(card):
            self._draw_button(painter, card, self.button_rect(card, row), here and view.on_desk)
        elif not card.is_whole and not card.state.is_gone and row.width() >= theme.px(_LEAST_FOR_BAR):
            self._draw_progress(painter, card, row)
        side = theme.px(20)
        at = QPointF(row.right() + 1 - theme.px(16) - side, row.top() + (row.height() - side) / 2)
        if not card.state.is_gone:  # nothing would open
            draw_icon(painter, "caret-right", 20, Colour.INK2, at)
        if here and not view.on_desk:
            _draw_focus(painter, row.adjusted(*(theme.px(n) for n in (3, 3, -3, -3))))
        painter.restore()

    def helpEvent(
        self, event: QEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        return False

    def _draw_date(self, painter: QPainter, card: MeetingCard, row: QRect) -> None:
        theme = current()
        day, month = card.starts.astimezone().strftime("%d"), month_text(card.starts)
        left, wide = row.left() + theme.px(8), theme.px(_DATE)
        high, below = theme.line(Role.SERIF_TITLE), theme.line(Role.NOTE)
        top = row.top() + (row.height() - high - below + theme.px(4)) // 2
        x = left + (wide - rows.text_width(day, Role.SERIF_TITLE)) // 2
        rows.draw_text(painter, x, top, wide, day, Role.SERIF_TITLE, Colour.INK)
        x = left + (wide - rows.text_width(month, Role.NOTE)) // 2
        rows.draw_text(painter, x, top + high - theme.px(4), wide, month, Role.NOTE, Colour.INK2)

    def _draw_words(self, painter: QPainter, card: MeetingCard, state: words.Said, row: QRect) -> None:
        theme = current()
        room = self._words_width(card, row.width())
        title, shift = plain_line(card.title), theme.px(26)
        high = rows.text_height(title, Role.BODY_STRONG, room, lines=2)
        below = rows.text_height(state.text, Role.NOTE_MEDIUM, room - shift, lines=2)
        x, y = row.left() + theme.px(_TEXT), row.top() + (row.height() - high - below) // 2
        rows.draw_text(painter, x, y, room, title, Role.BODY_STRONG, Colour.INK, lines=2)
        ink = TONE_INK[state.tone]
        y += high
        lift = (theme.line(Role.NOTE_MEDIUM) - theme.px(18)) / 2
        draw_icon(painter, state.icon, 18, ink, QPointF(x, y + lift))
        role = Role.NOTE if state.tone is Tone.PLAIN else Role.NOTE_MEDIUM
        rows.draw_text(painter, x + shift, y, room - shift, state.text, role, ink, lines=2)

    def _draw_progress(self, painter: QPainter, card: MeetingCard, row: QRect) -> None:
        theme = current()
        wide, below = theme.px(_BAR), theme.line(Role.NOTE)
        x = row.right() + 1 - theme.px(_CHEVRON) - wide
        y = row.top() + (row.height() - theme.px(8) - theme.px(2) - below) // 2
        share = card.bytes_have / card.bytes_total if card.bytes_total else 1.0
        rows.draw_bar(painter, x, y, wide, theme.px(8), share)
        text = words.have_text(card)
        rows.draw_text(painter, x, y + theme.px(10), wide, text, Role.NOTE, Colour.INK2, lines=1)

    def _draw_button(self, painter: QPainter, card: MeetingCard, place: QRect, focused: bool) -> None:
        theme = current()
        over = self._view.underMouse() and place.contains(self._view.pointer())
        fill = theme.colour(Colour.PRESS if over else Colour.PAPER)
        box(painter, QRectF(place), fill, theme.colour(Colour.LINE2), theme.px(SPACE.radius_control))
        painter.setFont(theme.font(Role.BODY_MEDIUM))
        painter.setPen(QColor(theme.tokens.of(Colour.INK)))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._button_text(card))
        if focused:
            _draw_focus(painter, place.adjusted(*(theme.px(n) for n in (-5, -5, 5, 5))))

    def _words_width(self, card: MeetingCard, width: int) -> int:
        theme = current()
        taken = theme.px(_TEXT) + theme.px(_CHEVRON)
        if self._button_text(card):
            taken += self._button_width(card) + theme.px(16)
        elif width >= theme.px(_LEAST_FOR_BAR):
            taken += theme.px(_BAR) + theme.px(16)
        return max(theme.px(80), width - taken)

    def _button_width(self, card: MeetingCard) -> int:
        return rows.text_width(self._button_text(card), Role.BODY_MEDIUM) + 2 * current().px(16)

    def _button_text(self, card: MeetingCard) -> str:
        if card.recall is not None:
            return self.tr("Xem lý do")
        return self.tr("Bàn thư ký") if self._view.desk else ""


def _draw_focus(painter: QPainter, place: QRect) -> None:
    theme = current()
    colour, radius = theme.colour(Colour.PRIMARY), theme.px(SPACE.radius_control)
    box(painter, QRectF(place), None, colour, radius, theme.px(SPACE.ring))


def _row_path(row: QRect, radius: int, last: bool) -> QPainterPath:
    """The row's box; the first and the last one keep inside the round corners of the card."""
    path = QPainterPath()
    shape = QRectF(row)
    path.addRoundedRect(shape, radius, radius)
    if not last:
        path.addRect(shape.adjusted(0, radius, 0, 0))
    if row.top() > 0:
        path.addRect(shape.adjusted(0, 0, 0, -radius))
    return path.simplified()
