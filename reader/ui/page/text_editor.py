"""Writing on the page itself: at its size, turned as it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QTextCursor, QTransform
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
    QStyle,
    QStyleOptionGraphicsItem,
    QWidget,
)

from reader.ui.page.sheet import Sheet
from reader.ui.page.text_marks import prepare
from reader.ui.theme import Colour, current
from sync.model.annotation import Rect

_AUTOSAVE_MS: Final = 700
"""From the first key on."""
_LONGEST: Final = 10_000
_EDGE: Final = 3
"""Design pixels around the box."""
_OWN_KEYS: Final = (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X)


class TextEditor(QGraphicsView):
    """A child of the pages' viewport. It grows downwards with its words; Escape and Ctrl+Enter end it."""

    typed = Signal()
    """Within a second of every change."""
    grown = Signal()
    """It is another line high: place it again."""
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._box = 0, Rect(0, 0, 0, 0)
        self._ground = QColor()
        self._high = 0.0
        self._item = _Words()
        self._item.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self._item.setTabChangesFocus(True)
        scene = QGraphicsScene(self)
        scene.addItem(self._item)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setProperty("ring", False)
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(_AUTOSAVE_MS)
        self._autosave.timeout.connect(self.typed)
        self._item.document().contentsChanged.connect(self._on_typed)
        self.hide()

    @property
    def writing(self) -> bool:
        """Something is being written."""
        return not self.isHidden()

    @property
    def page(self) -> int:
        """Where, from 0."""
        return self._page

    @property
    def text(self) -> str:
        """What is written."""
        return self._item.toPlainText()

    @property
    def box(self) -> Rect:
        """Where on the page, as high as the words are."""
        box = self._box
        return Rect(box.x0, box.y0, box.x1, round(box.y0 + self._item.document().size().height(), 2))

    def begin(self, page: int, box: Rect, text: str) -> None:
        """Write there; the keyboard comes here."""
        self._page, self._box = page, box
        prepare(self._item.document(), box.x1 - box.x0)
        self._item.setPlainText(text)
        self._autosave.stop()
        cursor = self._item.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._item.setTextCursor(cursor)
        self._speak()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._item.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self, sheet: Sheet | None, ink: Colour) -> None:
        """Lie on this page as it is on the screen now; None: it is out of sight."""
        if not self.writing:
            return
        if sheet is None:
            self.setGeometry(-10, -10, 1, 1)  # hidden it would lose the keyboard
            return
        edge = current().px(_EDGE)
        area = sheet.rect(self.box).adjusted(-edge, -edge, edge, edge).toAlignedRect()
        self.setGeometry(area)
        self.setSceneRect(QRectF(0, 0, area.width(), area.height()))
        on_page = QTransform.fromTranslate(self._box.x0, self._box.y0) * sheet.transform
        self._item.setTransform(on_page * QTransform.fromTranslate(-area.x(), -area.y()))
        self._item.setDefaultTextColor(sheet.colour(ink))
        self._ground = sheet.colour(Colour.PAGE)
        self.viewport().update()

    def end(self) -> None:
        """Write no more; what was written is with whoever asked before."""
        self._autosave.stop()
        self.hide()
        self._item.setPlainText("")
        self._item.document().clearUndoRedoStacks()
        self._autosave.stop()
        self.setAccessibleName("")

    # -- Qt ----------------------------------------------------------------------------------------------

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        area = QRectF(self.viewport().rect())
        painter.fillRect(area, self._ground)
        width = current().px(2)
        painter.setPen(QPen(current().colour(Colour.PRIMARY), width))
        painter.drawRect(area.adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if (event.text().isprintable() and event.text() and not control) or event.key() in _OWN_KEYS:
                event.accept()  # a letter, or a key that means the words being written
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and control):
            self.ended.emit()
            return
        super().keyPressEvent(event)
        event.accept()  # no key of the pages while somebody writes

    # -- inside ------------------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        if len(self.text) > _LONGEST:
            self._item.textCursor().deletePreviousChar()
        # Not started again by every key: whoever types without a pause is saved too.
        if self.writing and not self._autosave.isActive():
            self._autosave.start()
        self._speak()
        high = self._item.document().size().height()
        if high != self._high:
            self._high = high
            self.grown.emit()

    def _speak(self) -> None:
        said = self.tr("Chữ trên trang {page}: {text}")
        self.setAccessibleName(said.format(page=self._page + 1, text=self.text))


class _Words(QGraphicsTextItem):
    """Without the line that Qt draws around what has the keyboard: the box has one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        assert widget is not None
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, widget)
