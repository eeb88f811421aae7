"""The column of marking tools: what is in the hand, its colour, and the way back."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from reader.ui.marks.swatches import Inks, Widths
from reader.ui.marks.words import ink_name
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Kind, Line, Panel, Paragraph, Row, Run, Scroll, hold
from sync.model.annotation import PEN_WIDTH, MarkKind
from sync.model.annotation import Colour as Ink


class Tool(StrEnum):
    """What is in the hand."""

    NONE = "none"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    STRIKE = "strike"
    PEN = "pen"
    TEXT = "text"
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
    Tool.TEXT: MarkKind.TEXT,
    Tool.FRAME: MarkKind.RECTANGLE,
    Tool.ELLIPSE: MarkKind.ELLIPSE,
    Tool.ARROW: MarkKind.ARROW,
}
"""What is drawn with a tool."""


_SHAPES: Final = (Tool.FRAME, Tool.ELLIPSE, Tool.ARROW)
TOOL_KEYS: Final[dict[Tool, str]] = {
    tool: f"Alt+{number % 10}" for number, tool in enumerate(Tool) if tool is not Tool.NONE
}
"""Which keys take which tool, in the order of the column."""


class MarkTools(Panel):
    """164 wide. A tool pressed again is laid down."""

    toolChanged = Signal(object)
    """Tool."""
    inkChanged = Signal(object)
    """Colour of sync.model.annotation."""
    widthChanged = Signal(float)
    """Of the pen, in points."""
    partsChanged = Signal(bool)
    """The eraser takes parts of strokes away, or whole ones."""
    undoRequested = Signal()
    redoRequested = Signal()
    bookmarkRequested = Signal()
    """Set one on the page shown, or take it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((0, 0, 0, 0), 0, Colour.PAPER, parent)
        self._tools = {
            Tool.HIGHLIGHT: self._tool(self.tr("Tô sáng"), "own/highlight-a"),
            Tool.UNDERLINE: self._tool(self.tr("Gạch chân"), "text-underline"),
            Tool.STRIKE: self._tool(self.tr("Gạch bỏ"), "text-strikethrough"),
            Tool.PEN: self._tool(self.tr("Bút viết"), "pencil-simple"),
            Tool.TEXT: self._tool(self.tr("Viết chữ"), "text-t"),
            Tool.NOTE: self._tool(self.tr("Ghi chú"), "note-pencil"),
            Tool.FRAME: self._shape(self.tr("Khung"), "rectangle"),
            Tool.ELLIPSE: self._shape(self.tr("Vòng tròn"), "circle"),
            Tool.ARROW: self._shape(self.tr("Mũi tên"), "arrow-up-right"),
            Tool.ERASER: self._tool(self.tr("Tẩy"), "eraser"),
        }
        for tool, button in self._tools.items():
            button.setToolTip(f"{button.text() or button.accessibleName()} ({TOOL_KEYS[tool]})")
            button.clicked.connect(lambda checked=False, tool=tool: self._on_tool(tool, checked))
        self._said = Paragraph("", Role.NOTE, Colour.INK2)
        self._inks, self._widths = Inks(), Widths()
        self._inks.chosen.connect(self._on_ink)
        self._widths.chosen.connect(self._on_width)
        self._undo = self._act(self.tr("Hoàn tác"), "arrow-u-up-left", "Ctrl+Z")
        self._redo = self._act(self.tr("Làm lại"), "arrow-u-up-right", "Ctrl+Y")
        self._undo.clicked.connect(lambda _checked=False: self.undoRequested.emit())
        self._redo.clicked.connect(lambda _checked=False: self.redoRequested.emit())
        self._bookmark = self._act(self.tr("Dấu trang"), "bookmark", "Ctrl+D", checkable=True)
        self._bookmark.clicked.connect(lambda _checked=False: self.bookmarkRequested.emit())
        inside = Panel((8, 8, 8, 8), 0, Colour.PAPER)
        column = inside.column
        shapes = Row(spacing=4)
        for tool, button in self._tools.items():
            if tool in _SHAPES:
                shapes.addWidget(button)
            else:
                column.addWidget(button)
            if tool is Tool.NOTE:
                column.addLayout(shapes)
        shapes.addStretch(1)
        column.gap(6)
        column.addWidget(Line())
        column.gap(6)
        self._choices = QStackedWidget()
        self._choices.addWidget(self._colours())
        self._choices.addWidget(self._erasers())
        column.addWidget(self._choices)
        column.gap(6)
        column.addWidget(Line())
        column.gap(6)
        back = Row(spacing=4)  # side by side: on a small laptop there is no height for all
        back.addWidget(self._undo)
        back.addWidget(self._redo)
        back.addWidget(self._bookmark)
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
        self._choices.setCurrentIndex(1 if tool is Tool.ERASER else 0)

    def press(self, tool: Tool) -> None:
        """As a press on its button: taken, or laid down again."""
        self._tools[tool].click()

    def set_ink(self, ink: Ink) -> None:
        """Take another colour."""
        self._inks.set_ink(ink)
        self._said.set_runs([Run(self.tr("Màu: ")), Run(ink_name(ink), Colour.INK, 600)])

    def set_width(self, width: float) -> None:
        """Take another pen."""
        self._widths.set_width(width)

    def set_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say whether there is something to take back or to do again."""
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)

    def set_bookmark(self, on: bool) -> None:
        """Say whether the page shown has one."""
        self._bookmark.setChecked(on)

    def _colours(self) -> QWidget:
        """What the next mark looks like."""
        made = Panel(0, 0, Colour.PAPER)
        words = Row(margins=(10, 0, 0, 0))
        words.addWidget(self._said)
        made.column.addLayout(words)
        made.column.gap(4)
        for swatches in (self._inks, self._widths):
            line = Row(margins=(2, 0, 0, 0))
            line.addWidget(swatches)
            line.addStretch(1)
            made.column.addLayout(line)
        return made

    def _erasers(self) -> QWidget:
        """What the eraser takes away; in the place of colours, which it has none of."""
        made = Panel(0, 0, Colour.PAPER)
        group = QButtonGroup(made)
        for parts, text in ((False, self.tr("Tẩy cả nét")), (True, self.tr("Tẩy từng phần"))):
            button = Button(text, Kind.QUIET, checkable=True, align_left=True)
            button.setChecked(not parts)
            button.clicked.connect(lambda _checked=False, parts=parts: self.partsChanged.emit(parts))
            group.addButton(button)
            made.column.addWidget(button)
        made.column.addStretch(1)
        return made

    def _tool(self, text: str, icon: str) -> Button:
        return Button(text, Kind.QUIET, icon=icon, checkable=True, align_left=True)

    def _shape(self, text: str, icon: str) -> Button:
        """Their signs say what they are; side by side all tools have room on a small laptop."""
        return Button("", Kind.QUIET, icon=icon, name=text, checkable=True)

    def _act(self, text: str, icon: str, keys: str, *, checkable: bool = False) -> Button:
        button = Button("", Kind.QUIET, icon=icon, name=text, checkable=checkable)
        button.setToolTip(f"{text} ({keys})")
        return button

    def _on_tool(self, tool: Tool, checked: bool) -> None:
        now = tool if checked else Tool.NONE
        self.set_tool(now)
        self.toolChanged.emit(now)

    def _on_width(self, width: float) -> None:
        self.set_width(width)
        self.widthChanged.emit(width)

    def _on_ink(self, ink: Ink) -> None:
        self.set_ink(ink)
        self.inkChanged.emit(ink)
