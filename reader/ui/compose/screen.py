"""The screen on which a packet is made: agenda at the left, what belongs to its row at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLayout, QSplitter, QStackedWidget, QWidget

from reader.core.composing.showing import ComposeView
from reader.core.composing.submitting import Stage
from reader.ui.compose.bar import ComposeBar
from reader.ui.compose.list import ComposeList, dropped_paths
from reader.ui.compose.model import MEETING
from reader.ui.compose.side import SidePanel
from reader.ui.format import time_text
from reader.ui.header import Header
from reader.ui.problems import sentence, tone
from reader.ui.theme import SPACE, Colour, Role, Tone
from reader.ui.widgets.banner import Banner
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Flow, Row, hold
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.pill import Glyph, Sign
from reader.ui.widgets.surface import Line, Panel, Surface
from sync.errors import SohopError

_TWO = 960
_SIDE = 440
_SIDE_SMALL = 380


class ComposeScreen(Surface):
    """What the person asks for goes out as signals; `set_view` shows what came of it."""

    backRequested = Signal()
    filesRequested = Signal()
    folderRequested = Signal()
    itemRequested = Signal()
    motionRequested = Signal()
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Colour.DESK, None, 0, parent)
        self._view: ComposeView | None = None
        self._side_wanted = False
        self._sized = (0, 0.0)
        self.header = Header(back=self.tr("Kệ họp"), title=" ")
        self.saved = Sign("", Tone.PLAIN, "check-circle")
        self.header.right.addWidget(self.saved)
        self.header.right.gap(20)
        self.list = ComposeList()
        self.side = SidePanel()
        self.bar = ComposeBar()
        self.files_button = Button(self.tr("Thêm tệp…"), icon="file-plus")
        self.folder_button = Button(self.tr("Thêm thư mục…"), icon="folder-open")
        self.item_button = Button(self.tr("Thêm mục"), icon="list-checks")
        self.motion_button = Button(self.tr("Thêm biểu quyết"), icon="check-square")
        self.undo_button = Button("", Kind.QUIET, icon="arrow-u-up-left", name=self.tr("Hoàn tác (Ctrl+Z)"))
        self.redo_button = Button("", Kind.QUIET, icon="arrow-u-up-right", name=self.tr("Làm lại (Ctrl+Y)"))
        self.side_button = Button(self.tr("Chi tiết"), icon="sidebar-simple", checkable=True)
        self._labels = {
            button: button.text()
            for button in (self.files_button, self.folder_button, self.item_button, self.motion_button)
        }
        self.banner = Banner("", tone=Tone.BAD, buttons=(self.tr("Đã hiểu"),), beside=True)
        self._banner_place = QWidget()
        Column(self._banner_place, (16, 12, 16, 12)).addWidget(self.banner)
        self._banner_place.hide()
        self._left = self._make_left()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (self._left, self.side):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(0, 1)
        hold(self.side, min_width=300)
        column = Column(self, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.header)
        column.addWidget(self._banner_place)
        made = QWidget()
        inside = Column(made)
        inside.addWidget(self._toolbar())
        inside.addWidget(Line())
        inside.addWidget(self.splitter, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(made)
        column.addWidget(self._pages, 1)
        self._connect()
        self.theme.changed.connect(self._fit)
        self._fit()

    def set_view(self, view: ComposeView, choose: str = "") -> None:
        """Show another state; ``choose`` is a row to go to."""
        self._view = view
        meeting = view.draft.packet.meeting
        shown = view.published if view.standing.stage is Stage.PUBLISHED else view.draft.version
        version = self.tr(" · bản {n}").format(n=shown) if shown > 1 else ""
        self.header.set_title((meeting.short or meeting.title) + version)
        self._say_saved()
        here = self.list.here
        kept = choose or (here.id if here is not None else MEETING)
        row = self.list.currentIndex().row()
        moved = self.list.rows.set_view(view)
        if moved or choose:
            if not self.list.rows.index_of(kept).isValid():  # it was removed: the one that came to its place
                rows = self.list.rows.rows
                kept = rows[min(max(0, row), len(rows) - 1)].id
            self.list.choose(kept)
        self.side.show_row(view, kept)
        self.bar.set_view(view)
        self.undo_button.setEnabled(view.draft.can_undo)
        self.redo_button.setEnabled(view.draft.can_redo)
        self.motion_button.setEnabled(bool(view.draft.packet.items))

    def put_over(self, page: QWidget) -> None:
        """Add a page that can take the place of agenda and panel."""
        self._pages.addWidget(page)

    def show_over(self, page: QWidget | None) -> None:
        """Show it, or agenda and panel again."""
        if page is not None:
            self._pages.setCurrentWidget(page)
        elif self._pages.currentIndex():
            self._pages.setCurrentIndex(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, title: str, text: str = "", said: Tone = Tone.OK) -> None:
        """Tell something above the agenda."""
        self.banner.set_tone(said)
        self.banner.set_words(title, text)
        self._banner_place.show()

    def problem(self, error: SohopError) -> None:
        """Tell what could not be done."""
        self.say(self.tr("Chưa làm được"), sentence(error), tone(error))

    def hush(self) -> None:
        """Take that away."""
        self._banner_place.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_left(self) -> Panel:
        left = Panel()
        left.column.addWidget(self.list.head)
        left.column.addWidget(self.list, 1)
        self._strip = QWidget()
        strip = _Strip()
        strip.dropped.connect(lambda paths: self.list.filesDropped.emit(paths, ""))
        Column(self._strip, (16, 8, 16, 8)).addWidget(strip)
        left.column.addWidget(self._strip)
        left.column.addWidget(self.bar)
        return left

    def _toolbar(self) -> QWidget:
        bar = Panel()
        inner = QWidget()
        row = Row(inner, (16, 6, 12, 6), 8)
        acts = QWidget()
        flow = Flow(acts, 0, 8)
        for button in (self.files_button, self.folder_button, self.item_button, self.motion_button):
            flow.addWidget(button)
        row.addWidget(acts, 1)
        for button in (self.undo_button, self.redo_button, self.side_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        bar.column.addWidget(inner)
        return bar

    def _connect(self) -> None:
        for button, signal in (
            (self.files_button, self.filesRequested),
            (self.folder_button, self.folderRequested),
            (self.item_button, self.itemRequested),
            (self.motion_button, self.motionRequested),
            (self.undo_button, self.undoRequested),
            (self.redo_button, self.redoRequested),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.header.backPressed.connect(self.backRequested)
        self.list.rowChosen.connect(self._show_row)
        self.side.returned.rowChosen.connect(self.list.choose)
        self.side_button.toggled.connect(self._want_side)
        self.banner.pressed.connect(lambda _: self.hush())
        for keys, run in (("Ctrl+Z", self.undoRequested), ("Ctrl+Y", self.redoRequested)):
            shortcut = QShortcut(QKeySequence(keys), self.splitter)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _show_row(self, row: str) -> None:
        if self._view is not None:
            self.side.show_row(self._view, row)

    def _say_saved(self) -> None:
        if self._view is not None:
            at = time_text(self._view.draft.saved_at)
            said = self.tr("Đã lưu trên máy lúc {time}").format(time=at)
            self.saved.set_state(said, Tone.PLAIN, "check-circle")
            two = self.width() >= self.px(_TWO)
            self.bar.set_narrow("" if two else said)

    def _want_side(self, on: bool) -> None:
        self._side_wanted = on
        self._fit()

    def _fit(self) -> None:
        """Two panes, or one by the width at this text scale."""
        width = self.width() / self.theme.scale
        two = width >= _TWO
        self.side_button.setVisible(not two)
        self._strip.setVisible(two)
        for button, label in self._labels.items():
            button.set_text(label if two else "")
            button.setToolTip("" if two else label)
            button.setAccessibleName(label)
        self._say_saved()
        self._left.setVisible(two or not self._side_wanted)
        self.side.setVisible(two or self._side_wanted)
        self.saved.setVisible(two)
        if (self.width(), self.theme.scale) != self._sized:
            self._sized = (self.width(), self.theme.scale)
            side = self.px(_SIDE if width >= 1280 else _SIDE_SMALL)
            self.splitter.setSizes([max(1, self.width() - side), side])


class _Strip(QWidget, Themed):
    """Says where files can fall; those that fall on it come to the last item."""

    dropped = Signal(list)
    """Paths."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        row = Row(self, (12, 8, 12, 8), 10)
        row.addStretch(1)
        row.addWidget(Glyph("tray", 20, Colour.INK2))
        words = self.tr("Kéo tệp PDF, tệp Word hoặc thư mục thả vào mục cần thêm")
        row.addWidget(Paragraph(words, Role.BODY, Colour.INK2, max_lines=1))
        row.addStretch(1)
        self.follow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            self.dropped.emit(paths)
            event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        line, radius = self.theme.colour(Colour.LINE2), self.px(SPACE.radius_control)
        box(painter, QRectF(self.rect()), None, line, radius, 1.0, Qt.PenStyle.DashLine)
        painter.end()
