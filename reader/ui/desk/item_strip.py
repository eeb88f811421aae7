"""The strip over the page of conducting: the item the meeting is at, its time, and on to the next."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.views import DeskView, ItemView
from reader.ui.best_clock import BestClock
from reader.ui.desk import conduct_words as words
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Role
from reader.ui.widgets.button import Button, Kind
from reader.ui.widgets.layout import Column, Row
from reader.ui.widgets.marks import NumberCircle
from reader.ui.widgets.paragraph import Paragraph, Run
from reader.ui.widgets.surface import Line, Panel

_TICK_MS = 5_000


class ItemStrip(Panel):
    """Where the meeting is; `pointed` asks that it be somewhere else."""

    pointed = Signal(str)
    """ItemId"""
    projectPressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, Colour.PAPER, parent)
        self._clock = BestClock()
        self._view: DeskView | None = None
        self._item: ItemView | None = None
        self._next: ItemView | None = None
        self.menu: QMenu | None = None
        self._number = NumberCircle("", now=True, size=34)
        self._title = Paragraph("", Role.EMPHASIS_STRONG, max_lines=2)
        self._when = Paragraph("", Role.NOTE, Colour.INK2, max_lines=2)
        self.project_button = Button(self.tr("Chiếu lên màn hình"), icon="presentation")
        self.project_button.clicked.connect(lambda _checked=False: self.projectPressed.emit())
        self.other_button = Button("", Kind.QUIET, icon="list-bullets", name=self.tr("Sang mục khác"))
        self.other_button.clicked.connect(lambda _checked=False: self._open_menu())
        self.next_button = Button("", trailing="caret-right")
        self.next_button.clicked.connect(lambda _checked=False: self._go_on())
        inside = QWidget()
        row = Row(inside, (22, 8, 20, 8), 14)
        words_ = QWidget()
        column = Column(words_)
        column.addWidget(self._title)
        column.addWidget(self._when)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words_, 1, Qt.AlignmentFlag.AlignVCenter)
        tools = Row(spacing=8)
        for button in (self.project_button, self.other_button, self.next_button):
            tools.addWidget(button)
        row.addLayout(tools)
        self.column.addWidget(inside)
        self.column.addWidget(Line())
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def said(self) -> str:
        """All that it says."""
        return " · ".join(part for part in (self._title.text(), self._when.text()) if part)

    def set_view(self, view: DeskView, *, may: bool, projects: bool) -> None:
        """Show another state; ``may``: it can be moved on from here; ``projects``: the room is shown it."""
        self._view = view
        self._clock.set(view.sitting.as_of)
        point = view.sitting.point
        items = view.items
        self._item = next((one for one in items if point is not None and one.id == point.item), None)
        at = items.index(self._item) if self._item is not None else -1
        self._next = items[at + 1] if at + 1 < len(items) else None
        self._number.setVisible(self._item is not None)
        if self._item is not None:
            self._number.set_state(plain_line(self._item.number)[:3], now=True)
            self._title.set_text(plain_line(self._item.title))
        else:
            self._title.set_text(self.tr("Chưa bắt đầu mục nào"))
        self.next_button.setVisible(may and self._next is not None)
        self.other_button.setVisible(may and len(items) > 1)
        if self._next is not None:
            said = self.tr("Sang mục {number}") if self._item is not None else self.tr("Bắt đầu mục {number}")
            self.next_button.set_text(said.format(number=plain_line(self._next.number)[:8]))
        self.project_button.set_text(self.tr("Ngừng chiếu") if projects else self.tr("Chiếu lên màn hình"))
        self._tick()

    def showEvent(self, event: QShowEvent) -> None:
        self._tick()
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def fit(self, wide: bool) -> None:
        """Without the words of what is pressed seldom, where the room is needed."""
        text = self.project_button.text()
        self.project_button.setAccessibleName(text)
        if not wide:
            self.project_button.set_text("")
            self.project_button.setToolTip(text)

    def _tick(self) -> None:
        view, item = self._view, self._item
        if view is None or item is None:
            self._when.set_text("" if view is None else self.tr("Máy của đại biểu chuyển theo khi bắt đầu."))
            return
        planned, over = words.planned(view, item, self._clock.now())
        waits = view.sitting.point is not None and view.sitting.point.waits
        parts = [part for part in (planned, self.tr("chờ gửi") if waits else "") if part]
        runs = [Run(" · ".join(parts))] if parts else []
        if over:
            runs.append(Run((" · " if parts else "") + over, Colour.WAIT, 600))
        self._when.set_runs(runs)
        self._when.setVisible(bool(runs))

    def _go_on(self) -> None:
        if self._next is not None:
            self.pointed.emit(self._next.id)

    def _open_menu(self) -> None:
        if self._view is None:
            return
        menu = self.menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for item in self._view.items:
            action = menu.addAction(plain_line(f"{item.number}. {item.title}"))
            action.setCheckable(True)
            action.setChecked(self._item is not None and item.id == self._item.id)
            action.triggered.connect(lambda _checked=False, item=item.id: self.pointed.emit(item))
        button = self.other_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
