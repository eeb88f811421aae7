"""The column of marking tools: what is in the hand, its colour, and the way back."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from reader.ui.marks.words import ink_name
from reader.ui.page.painting import INK_COLOUR
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Kind, Line, Panel, Paragraph, Row, Run, Themed, hold
from reader.ui.widgets.base import begin
from sync.model.annotation import Colour as Ink
from sync.model.annotation import MarkKind

_INKS = (Ink.YELLOW, Ink.GREEN, Ink.PINK, Ink.BLUE)


class Tool(StrEnum):
    """What is in the hand."""

    NONE = "none"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE = "strike"
    NOTE = "note"


MARKING: Final = {
    Tool.HIGHLIGHT: MarkKind.HIGHLIGHT,
    Tool.UNDERLINE: MarkKind.UNDERLINE,
    Tool.STRIKE: MarkKind.STRIKE,
}
"""What words become that are selected with a tool."""


class MarkTools(Panel):
    """164 wide. A tool pressed again is laid down."""

    toolChanged = Signal(object)
    """Tool."""
    inkChanged = Signal(object)
    """Colour of sync.model.annotation."""
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((8, 8, 8, 8), 0, Colour.PAPER, parent)
        self._tools = {
            Tool.HIGHLIGHT: self._tool(self.tr("Tô sáng"), "own/highlight-a"),
            Tool.UNDERLINE: self._tool(self.tr("Gạch chân"), "text-underline"),
            Tool.STRIKE: self._tool(self.tr("Gạch bỏ"), "text-strikethrough"),
            Tool.NOTE: self._tool(self.tr("Ghi chú"), "note-pencil"),
        }
        for tool, button in self._tools.items():
            button.clicked.connect(lambda checked=False, tool=tool: self._on_tool(tool, checked))
        self._said = Paragraph("", Role.NOTE, Colour.INK2)
        self._group = QButtonGroup(self)
        self._inks = {ink: _InkButton(ink) for ink in _INKS}
        inks = Row(margins=(8, 0, 8, 0), spacing=4)
        for ink, swatch in self._inks.items():
            self._group.addButton(swatch)
            swatch.clicked.connect(lambda _checked=False, ink=ink: self._on_ink(ink))
            inks.addWidget(swatch)
        inks.addStretch(1)
        self._undo = self._act(self.tr("Hoàn tác"), "arrow-u-up-left", "Ctrl+Z")
        self._redo = self._act(self.tr("Làm lại"), "arrow-u-up-right", "Ctrl+Y")
        self._undo.clicked.connect(lambda _checked=False: self.undoRequested.emit())
        self._redo.clicked.connect(lambda _checked=False: self.redoRequested.emit())
        for button in self._tools.values():
            self.column.addWidget(button)
        self.column.gap(6)
        self.column.addWidget(Line())
        self.column.gap(6)
        words = Row(margins=(10, 0, 0, 0))
        words.addWidget(self._said)
        self.column.addLayout(words)
        self.column.gap(4)
        self.column.addLayout(inks)
        self.column.gap(6)
        self.column.addWidget(Line())
        self.column.gap(6)
        self.column.addWidget(self._undo)
        self.column.addWidget(self._redo)
        self.column.addStretch(1)
        hold(self, width=164)
        self.set_ink(Ink.YELLOW)
        self.set_undo(can_undo=False, can_redo=False)

    def set_tool(self, tool: Tool) -> None:
        """Put a tool into the hand."""
        for known, button in self._tools.items():
            button.setChecked(known is tool)

    def set_ink(self, ink: Ink) -> None:
        """Take another colour."""
        self._inks[ink].setChecked(True)
        self._said.set_runs([Run(self.tr("Màu: ")), Run(ink_name(ink), Colour.INK, 600)])

    def set_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say whether there is something to take back or to do again."""
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)

    def _tool(self, text: str, icon: str) -> Button:
        return Button(text, Kind.QUIET, icon=icon, checkable=True, align_left=True)

    def _act(self, text: str, icon: str, keys: str) -> Button:
        button = Button(text, Kind.QUIET, icon=icon, align_left=True)
        button.setToolTip(f"{text} ({keys})")
        return button

    def _on_tool(self, tool: Tool, checked: bool) -> None:
        now = tool if checked else Tool.NONE
        self.set_tool(now)
        self.toolChanged.emit(now)

    def _on_ink(self, ink: Ink) -> None:
        self.set_ink(ink)
        self.inkChanged.emit(ink)


class _InkButton(QAbstractButton, Themed):
    """A disc of colour; its name is said and shown beside."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self._ink = ink
        self.setCheckable(True)
        self.setAccessibleName(ink_name(ink))
        self.setToolTip(ink_name(ink))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 16)
        self.follow()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        super().restyle()

    def sizeHint(self) -> QSize:
        return QSize(self.px(36), self.px(36))

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
