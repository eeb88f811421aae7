"""The bar above the pages: title, page, size, and what can be opened beside them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.format import number_text
from reader.ui.page.geometry import Look, Zoom
from reader.ui.page.look_menu import LookMenu, fit_words
from reader.ui.page.page_number import PageNumber
from reader.ui.theme import Colour, Role
from reader.ui.widgets import Button, Kind, Line, Paragraph, Row, Surface, hold
from reader.ui.widgets.base import begin


class PageToolbar(Surface):
    """52 high. What has no room goes, the least needed first; it is in the menu of sizes or has a key."""

    agendaRequested = Signal()
    notesRequested = Signal()
    turned = Signal(int)
    """-1: the page before, 1: the page after."""
    zoomChosen = Signal(object)
    """Zoom."""
    flowChosen = Signal(object)
    """Flow."""
    rotated = Signal(int)
    """1: a quarter clockwise, -1: back."""
    sideToggled = Signal(bool)
    backRequested = Signal()
    presentRequested = Signal(object)
    """The QScreen to show pages on, or None: whichever is free."""
    zoomStepped = Signal(int)
    """-1: smaller, 1: larger."""
    findToggled = Signal(bool)
    nightToggled = Signal(bool)
    fullScreenRequested = Signal()
    toolsToggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Colour.PAPER, None, 0, parent)
        self._page, self._pages = 0, 0
        self._zoom = Zoom()
        self._agenda = Button(self.tr("Chương trình"), icon="list-checks", name=self.tr("Hiện chương trình"))
        self._agenda.clicked.connect(lambda _checked=False: self.agendaRequested.emit())
        self._agenda.hide()
        self._side = _tool("sidebar-simple", self.tr("Mục lục và hình trang (F9)"), checkable=True)
        self._side.clicked.connect(self.sideToggled)
        self._back = _tool("arrow-u-up-left", self.tr("Về chỗ vừa đọc (Alt+←)"))
        self._back.clicked.connect(lambda _checked=False: self.backRequested.emit())
        self._back.hide()
        self._title = Paragraph("", Role.BODY_STRONG, max_lines=1)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._up = _tool("caret-up", self.tr("Trang trước"))
        self._down = _tool("caret-down", self.tr("Trang sau"))
        self._up.clicked.connect(lambda _checked=False: self.turned.emit(-1))
        self._down.clicked.connect(lambda _checked=False: self.turned.emit(1))
        self.number = PageNumber()
        self._minus = _tool("minus", self.tr("Thu nhỏ (Ctrl+−)"))
        self._plus = _tool("plus", self.tr("Phóng to (Ctrl++)"))
        self._minus.clicked.connect(lambda _checked=False: self.zoomStepped.emit(-1))
        self._plus.clicked.connect(lambda _checked=False: self.zoomStepped.emit(1))
        self._size = Button(self.tr("Vừa chữ"), Kind.QUIET, trailing="caret-down", tight=True)
        self._size.clicked.connect(lambda _checked=False: self._open_menu())
        self._find = _tool("magnifying-glass", self.tr("Tìm trong tài liệu (Ctrl+F)"), checkable=True)
        self._find.clicked.connect(self.findToggled)
        self._night = _tool("moon", self.tr("Trang tối"), checkable=True)
        self._night.clicked.connect(self.nightToggled)
        self._full = _tool("corners-out", self.tr("Toàn màn hình (F11)"))
        self._full.clicked.connect(lambda _checked=False: self.fullScreenRequested.emit())
        self._tools = Button(
            self.tr("Đánh dấu"), icon="pencil-simple", icon_on="pencil-simple", checkable=True
        )
        self._tools.setAccessibleName(self.tr("Đánh dấu"))
        self._tools.clicked.connect(self.toolsToggled)
        self._notes = _tool("note-pencil", self.tr("Hiện ghi chú"))
        self._notes.clicked.connect(lambda _checked=False: self.notesRequested.emit())
        self._notes.hide()
        self._lines = [Line(vertical=True), Line(vertical=True)]
        for line in self._lines:
            hold(line, height=28)
        self._menu = LookMenu(self)
        self._menu.zoomChosen.connect(self.zoomChosen)
        self._menu.flowChosen.connect(self.flowChosen)
        self._menu.rotated.connect(self.rotated)
        self._menu.nightToggled.connect(self.nightToggled)
        self._menu.fullScreenRequested.connect(self.fullScreenRequested)
        self._menu.sideRequested.connect(lambda: self.sideToggled.emit(not self._side.isChecked()))
        self._menu.presentRequested.connect(self.presentRequested)
        row = Row(self, (10, 0, 10, 1), 0)
        row.addWidget(self._agenda)
        row.addWidget(self._side)
        row.addWidget(self._back)
        row.gap(6)
        row.addWidget(self._title, 1)
        row.addStretch(0)
        for widget in (self._up, self.number, self._down):
            row.addWidget(widget)
        row.gap(4)
        row.addWidget(self._lines[0])
        row.gap(4)
        for widget in (self._minus, self._size, self._plus):
            row.addWidget(widget)
        row.gap(4)
        row.addWidget(self._lines[1])
        row.gap(4)
        for widget in (self._find, self._night, self._full, self._tools, self._notes):
            row.addWidget(widget)
        hold(self, height=52)
        self.set_page(0, 0)

    def set_title(self, title: str) -> None:
        """Name the document."""
        self._title.set_text(title)
        self._fit()

    def set_page(self, page: int, pages: int, label: str = "") -> None:
        """Page from 0, of so many; ``label`` is what the document calls it, if that is not its number."""
        other = pages != self._pages
        self._page, self._pages = page, pages
        wide = self.number.sizeHint().width()
        self.number.set_page(page, pages, label)
        if other or wide != self.number.sizeHint().width():
            self._fit()
        self._up.setEnabled(page > 0)
        self._down.setEnabled(page + 1 < pages)
        for widget in (self._minus, self._size, self._plus, self._find, self._tools, self._side):
            widget.setEnabled(pages > 0)

    def set_look(self, look: Look) -> None:
        """Say how pages are looked at."""
        self._zoom = look.zoom
        self._menu.set_look(look)
        self._fit()
        self._size.setAccessibleName(self.tr("Cỡ trang: {size}").format(size=self._size.text()))

    def set_side(self, shown: bool) -> None:
        """Say whether the outline's pane is open."""
        self._side.setChecked(shown)

    def set_full_screen(self, on: bool) -> None:
        """Say whether the pages have the whole screen."""
        self._full.set_icon("corners-in" if on else "corners-out")
        words = self.tr("Thôi toàn màn hình (Esc)") if on else self.tr("Toàn màn hình (F11)")
        self._full.setAccessibleName(words)
        self._full.setToolTip(words)

    def set_back(self, possible: bool) -> None:
        """Offer the way back after a jump."""
        if possible == self._back.isHidden():
            self._back.setVisible(possible)
            self._fit()

    @property
    def busy(self) -> bool:
        """Somebody is using it: it has the keyboard, or its menu is open."""
        focus = self.focusWidget()
        return self._menu.isVisible() or (focus is not None and focus.hasFocus())

    def set_night(self, night: bool) -> None:
        """Say whether pages are dark."""
        self._night.setChecked(night)
        self._menu.set_night(night)

    def set_find(self, shown: bool) -> None:
        """Say whether the finding panel is open."""
        self._find.setChecked(shown)

    def set_tools(self, shown: bool) -> None:
        """Say whether the marking tools are open."""
        self._tools.setChecked(shown)

    def offer(self, *, agenda: bool, notes: bool) -> None:
        """Show the buttons that bring hidden neighbours back."""
        self._agenda.setVisible(agenda)
        self._notes.setVisible(notes)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_menu"):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(240), self.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = begin(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour(Colour.LINE))
        painter.end()

    def _fit(self) -> None:
        """Give up what has no room, the least needed first."""
        zoom = fit_words(self._zoom.fit) or f"{number_text(round(self._zoom.factor * 100))} %"
        self._size.set_text(zoom)
        self._size.set_icon("")
        self._tools.set_text(self.tr("Đánh dấu"))
        self._agenda.set_text(self.tr("Chương trình"))
        optional = (
            self._side,
            self._full,
            self._night,
            self._minus,
            self._plus,
            *self._lines,
            self._up,
            self._down,
        )
        for widget in (*optional, self._title):
            widget.show()
        steps: tuple[Callable[[], None], ...] = (
            lambda: _hide(self._full),
            lambda: _hide(self._night),
            lambda: self._tools.set_text(""),
            lambda: self._agenda.set_text(""),
            lambda: _hide(self._minus, self._plus, self._lines[1]),
            lambda: _hide(self._title),
            lambda: _hide(self._up, self._down, self._lines[0]),
            self._shrink_size,
            lambda: _hide(self._side),
        )
        for step in steps:
            if self._needed() <= self.width():
                break
            step()

    def _shrink_size(self) -> None:
        self._size.set_text("")
        self._size.set_icon("magnifying-glass-plus")

    def _needed(self) -> int:
        parts = (self._agenda, self._side, self._back, self._up, self.number, self._down)
        more = (self._minus, self._size, self._plus, self._find, self._night, self._full)
        last = (self._tools, self._notes)
        shown = [widget for widget in (*parts, *more, *last) if not widget.isHidden()]
        title = 0 if self._title.isHidden() else min(self._title.sizeHint().width(), self.px(170))
        gaps = self.px(26 + 6 + 16 + 4)
        return sum(widget.sizeHint().width() for widget in shown) + title + gaps

    def _open_menu(self) -> None:
        self._menu.popup(self._size.mapToGlobal(QPoint(0, self._size.height())))


def _tool(icon: str, name: str, *, checkable: bool = False) -> Button:
    return Button("", Kind.QUIET, icon=icon, name=name, checkable=checkable)


def _hide(*widgets: QWidget) -> None:
    for widget in widgets:
        widget.hide()
