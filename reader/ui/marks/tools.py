"""The column of marking tools: what is in the hand, its colour, and the way back."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from reader.ui.marks.words import ink_name
from reader.ui.page.painting import INK_COLOUR
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Kind, Line, Panel, Paragraph, Row, Run, Scroll, Themed, hold
from reader.ui.widgets.base import begin, box
from sync.model.annotation import PEN_WIDTH, MarkKind
from sync.model.annotation import Colour as Ink

_INKS = (Ink.YELLOW, Ink.GREEN, Ink.PINK, Ink.BLUE)


class Tool(StrEnum):
    """What is in the hand."""

    NONE = "none"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE = "strike"
    PEN = "pen"
    NOTE = "note"
    FRAME = "frame"
    ELLIPSE = "ellipse"
    ARROW = "arrow"
    ERASER = "eraser"


MARKING: Final = {
    Tool.HIGHLIGHT: MarkKind.HIGHLIGHT,
    Tool.UNDERLINE: MarkKind.UNDERLINE,
    Tool.STRIKE: MarkKind.STRIKE,
}
"""What words become that are selected with a tool."""
DRAWING: Final = {
    Tool.PEN: MarkKind.PEN,
    Tool.FRAME: MarkKind.RECTANGLE,
    Tool.ELLIPSE: MarkKind.ELLIPSE,
    Tool.ARROW: MarkKind.ARROW,
}
"""What is drawn with a tool."""


class MarkTools(Panel):
    """164 wide. A tool pressed again is laid down."""

    toolChanged = Signal(object)
    """Tool."""
    inkChanged = Signal(object)
    """Colour of sync.model.annotation."""
    widthChanged = Signal(float)
    """Of the pen, in points."""
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((0, 0, 0, 0), 0, Colour.PAPER, parent)
        self._tools = {
            Tool.HIGHLIGHT: self._tool(self.tr("Tô sáng"), "own/highlight-a"),
            Tool.UNDERLINE: self._tool(self.tr("Gạch chân"), "text-underline"),
            Tool.STRIKE: self._tool(self.tr("Gạch bỏ"), "text-strikethrough"),
            Tool.PEN: self._tool(self.tr("Bút viết"), "pencil-simple"),
            Tool.NOTE: self._tool(self.tr("Ghi chú"), "note-pencil"),
            Tool.FRAME: self._tool(self.tr("Khung"), "rectangle"),
            Tool.ELLIPSE: self._tool(self.tr("Vòng tròn"), "circle"),
            Tool.ARROW: self._tool(self.tr("Mũi tên"), "arrow-up-right"),
            Tool.ERASER: self._tool(self.tr("Tẩy"), "eraser"),
        }
        for tool, button in self._tools.items():
            button.clicked.connect(lambda checked=False, tool=tool: self._on_tool(tool, checked))
        self._said = Paragraph("", Role.NOTE, Colour.INK2)
        self._group = QButtonGroup(self)
        self._inks = {ink: _InkButton(ink) for ink in _INKS}
        inks = Row(margins=(2, 0, 0, 0), spacing=0)
        for ink, swatch in self._inks.items():
            self._group.addButton(swatch)
            swatch.clicked.connect(lambda _checked=False, ink=ink: self._on_ink(ink))
            inks.addWidget(swatch)
        inks.addStretch(1)
        self._line_group = QButtonGroup(self)
        self._lines = {width: _WidthButton(width, name) for width, name in self._widths().items()}
        lines = Row(margins=(2, 0, 0, 0), spacing=0)
        for width, stroke in self._lines.items():
            self._line_group.addButton(stroke)
            stroke.clicked.connect(lambda _checked=False, width=width: self._on_width(width))
            lines.addWidget(stroke)
        lines.addStretch(1)
        self._undo = self._act(self.tr("Hoàn tác"), "arrow-u-up-left", "Ctrl+Z")
        self._redo = self._act(self.tr("Làm lại"), "arrow-u-up-right", "Ctrl+Y")
        self._undo.clicked.connect(lambda _checked=False: self.undoRequested.emit())
        self._redo.clicked.connect(lambda _checked=False: self.redoRequested.emit())
        inside = Panel((8, 8, 8, 8), 0, Colour.PAPER)
        column = inside.column
        for button in self._tools.values():
            column.addWidget(button)
        column.gap(6)
        column.addWidget(Line())
        column.gap(6)
        words = Row(margins=(10, 0, 0, 0))
        words.addWidget(self._said)
        column.addLayout(words)
        column.gap(4)
        column.addLayout(inks)
        column.addLayout(lines)
        column.gap(6)
        column.addWidget(Line())
        column.gap(6)
        back = Row(spacing=4)  # side by side: on a small laptop there is no height for both
        back.addWidget(self._undo)
        back.addWidget(self._redo)
        back.addStretch(1)
        column.addLayout(back)
        column.addStretch(1)
        self.column.addWidget(Scroll(inside), 1)  # large text has no room for all of it
        hold(self, width=164)
        self.set_ink(Ink.YELLOW)
        self.set_width(PEN_WIDTH)
        self.set_undo(can_undo=False, can_redo=False)

    def set_tool(self, tool: Tool) -> None:
        """Put a tool into the hand."""
        for known, button in self._tools.items():
            button.setChecked(known is tool)

    def set_ink(self, ink: Ink) -> None:
        """Take another colour."""
        self._inks[ink].setChecked(True)
        self._said.set_runs([Run(self.tr("Màu: ")), Run(ink_name(ink), Colour.INK, 600)])

    def set_width(self, width: float) -> None:
        """Take another pen."""
        self._lines[width].setChecked(True)

    def set_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say whether there is something to take back or to do again."""
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)

    def _tool(self, text: str, icon: str) -> Button:
        return Button(text, Kind.QUIET, icon=icon, checkable=True, align_left=True)

    def _act(self, text: str, icon: str, keys: str) -> Button:
        button = Button("", Kind.QUIET, icon=icon, name=text)
        button.setToolTip(f"{text} ({keys})")
        return button

    def _on_tool(self, tool: Tool, checked: bool) -> None:
        now = tool if checked else Tool.NONE
        self.set_tool(now)
        self.toolChanged.emit(now)

    def _widths(self) -> dict[float, str]:
        return {1.0: self.tr("Nét mảnh"), PEN_WIDTH: self.tr("Nét vừa"), 4.0: self.tr("Nét đậm")}

    def _on_width(self, width: float) -> None:
        self.set_width(width)
        self.widthChanged.emit(width)

    def _on_ink(self, ink: Ink) -> None:
        self.set_ink(ink)
        self.inkChanged.emit(ink)


class _Swatch(QAbstractButton, Themed):
    """Small and without words; its name is said, and shown when the pointer rests on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 16)
        self.follow()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        super().restyle()

    def sizeHint(self) -> QSize:
        return QSize(self.px(33), self.px(33))


class _InkButton(_Swatch):
    """A disc of colour."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        super().__init__(ink_name(ink))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour = self.theme.colour
        disc = QRectF(self.rect()).adjusted(self.px(6), self.px(6), -self.px(6), -self.px(6))
        painter.setPen(QPen(colour(Colour.LINE2), 1))
        painter.setBrush(colour(INK_COLOUR[self._ink]))
        painter.drawEllipse(disc)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(Colour.PRIMARY), self.px(2)))
            ring = self.px(3)
            painter.drawEllipse(disc.adjusted(-ring, -ring, ring, ring))
        painter.end()


class _WidthButton(_Swatch):
    """A line as wide as the pen's."""

    def __init__(self, width: float, name: str) -> None:
        self._width = width
        super().__init__(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour, px = self.theme.colour, self.px
        if self.isChecked():
            ground = QRectF(self.rect()).adjusted(px(2), px(2), -px(2), -px(2))
            box(painter, ground, colour(Colour.PRIMARY_TINT), colour(Colour.PRIMARY), px(6))
        pen = QPen(colour(Colour.INK), max(1.0, self._width * self.theme.scale * 1.3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = self.height() / 2
        painter.drawLine(QPointF(px(11), middle), QPointF(self.width() - px(11), middle))
        painter.end()
