"""Field: one line to type in, with its label above, and below it a hint or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph

_HEIGHT = 44
_LARGE = 56


class Field(QWidget, Themed):
    """A labelled line of text; `edit` is the QLineEdit inside.

    `secret` hides what is typed behind dots and adds the button "Hiện chữ". `icon` stands before the text;
    `clearable` adds a cross that empties it. `changed` is sent with the text on every key, `entered` on
    Enter.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str = "",
        *,
        hint: str = "",
        placeholder: str = "",
        secret: bool = False,
        icon: str = "",
        clearable: bool = False,
        large: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = Paragraph(label, Role.BODY_STRONG)
        self._label.setVisible(bool(label))
        self._frame = _Frame(_LARGE if large else _HEIGHT, icon)
        self.edit = self._frame.edit
        self._hint = Paragraph(hint, Role.NOTE, Colour.INK2)
        self._hint.setVisible(bool(hint))
        self._error = _Error()
        self._said = ""
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label or name or placeholder)
        self.edit.setAccessibleDescription(hint)
        self._label.setBuddy(self.edit)
        self.edit.textChanged.connect(self._typed)
        self.edit.returnPressed.connect(self.entered)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
            self.reveal: Button | None = Button(
                self.tr("Hiện chữ"), Kind.QUIET, icon="eye", icon_on="eye-slash", checkable=True
            )
            self.reveal.toggled.connect(self._reveal)
            self._frame.row.addWidget(self.reveal)
        else:
            self.reveal = None
        self._clear: Button | None = None
        if clearable:
            self._clear = Button("", Kind.QUIET, icon="x", name=self.tr("Xóa chữ"))
            self._clear.clicked.connect(self._empty)
            self._clear.hide()
            self._frame.row.addWidget(self._clear)
        column = Column(self, 0, 8)
        column.addWidget(self._label)
        column.addWidget(self._frame)
        column.addWidget(self._error)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setFocusProxy(self.edit)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put `text` in."""
        self.edit.setText(text)

    @property
    def error(self) -> str:
        """What is wrong, or an empty string."""
        return self._said

    def set_error(self, text: str) -> None:
        """Say what is wrong below the field, edged in red and with an icon; an empty string takes it back."""
        self._said = text
        self._frame.set_wrong(bool(text))
        self._error.set_text(text)
        self._error.setVisible(bool(text))
        self._hint.setVisible(bool(self._hint.text()) and not text)
        self.edit.setAccessibleDescription(text or self._hint.text())
        self.updateGeometry()

    def _typed(self, text: str) -> None:
        if self._clear is not None:
            self._clear.setVisible(bool(text))
        self.changed.emit(text)

    def _reveal(self, on: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        if self.reveal is not None:
            self.reveal.set_text(self.tr("Giấu chữ") if on else self.tr("Hiện chữ"))

    def _empty(self) -> None:
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


class _Error(QWidget):
    """The sentence under a field that is wrong."""

    def __init__(self) -> None:
        super().__init__()
        row = Row(self, 0, 8)
        row.addWidget(Glyph("warning-circle", 18, Colour.BAD), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Paragraph("", Role.NOTE_MEDIUM, Colour.BAD)
        row.addWidget(self._words, 1)
        self.hide()

    def set_text(self, text: str) -> None:
        self._words.set_text(text)


class _Frame(QFrame, Themed):
    """The box around the line; 2 px of the primary colour while it has the keyboard."""

    def __init__(self, height: int, icon: str) -> None:
        super().__init__()
        self._height = height
        self._wrong = False
        self.row = Row(self, (13, 0, 4, 0), 8)
        if icon:
            self.row.addWidget(Glyph(icon, 20, Colour.INK))
        self.edit = QLineEdit()
        self.edit.setProperty("bare", True)
        self.edit.setFrame(False)
        self.edit.installEventFilter(self)
        self.row.addWidget(self.edit, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.follow()

    def restyle(self) -> None:
        self.edit.setFont(self.theme.font(Role.BODY))
        super().restyle()

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(240), self.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(96), self.px(self._height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        strong = self.edit.hasFocus() or self._wrong
        edge = Colour.BAD if self._wrong else Colour.PRIMARY if self.edit.hasFocus() else Colour.LINE2
        fill = Colour.PAPER
        if not self.edit.isEnabled():
            fill, edge = Colour.HOVER, Colour.LINE
        width = self.px(2) if strong else 1
        area, radius = QRectF(self.rect()), self.px(SPACE.radius_control)
        box(painter, area, self.theme.colour(fill), self.theme.colour(edge), radius, width)
        painter.end()
