"""The bar at the top of every screen: brand or way back, title, tabs, a slot, the line, the owner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.core.owner import OwnerView
from reader.core.views import SyncView
from reader.ui.format import initials
from reader.ui.menu import OwnerMenu
from reader.ui.plain import plain_line, tip
from reader.ui.sync.indicator import SyncIndicator
from reader.ui.theme import SPACE, Colour, Role
from reader.ui.widgets import Button, Gap, Kind, Line, Paragraph, Row, hold
from reader.ui.widgets.base import Themed, begin, box
from reader.ui.widgets.emblem import Emblem
from reader.ui.widgets.surface import Surface
from reader.ui.widgets.tabs import Tabs

HEIGHT = 56
_WIDE = 1280
_MIDDLE = 960
_TITLE_LEAST = 120
_TITLE_FIRST = 1_000
"""Stretch: the title takes what room there is, up to its width."""


class Header(Surface):
    """56 high. Without `back` it shows the program's name; with it, a button back and `title`.

    `slot` is an empty row between tabs and indicator for a search field, `right` one beside the indicator.
    `menu` is the owner's menu, whose signals are its own. The owner's name is shown where there is room, the
    initials always.
    """

    backPressed = Signal()
    tabChosen = Signal(int)
    """The number of the tab the person chose, from 0."""
    syncOpened = Signal()

    def __init__(
        self,
        *,
        back: str = "",
        title: str = "",
        tabs: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Colour.PAPER, None, 0, parent)
        self._title = Paragraph(title, Role.SERIF_TITLE, max_lines=1, parent=self)
        # It is the first to be cut: what is said of the line and of saving has to be whole.
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._emblem = Emblem(32)
        self._emblem_gap = Gap(width=10)
        self._emblem_gap.hide()
        self._cloth = self._make_brand()
        self._back = Button(back, Kind.QUIET, icon="caret-left", parent=self)
        self._tabs = Tabs(tabs, height=HEIGHT, name=self.tr("Các trang"))
        self.indicator = SyncIndicator()
        self._owner = _OwnerButton()
        self.menu = OwnerMenu(self)
        self.slot = Row(spacing=0)
        hold(self, height=HEIGHT)
        row = Row(self, (22, 0, 12, 1), 0)
        if back:
            row.addWidget(self._back)
            row.gap(4)
            row.addWidget(self._divider())
            row.gap(12)
            row.addWidget(self._title, _TITLE_FIRST)
            row.gap(18)
        else:
            self._back.hide()
            self._title.hide()
            row.addWidget(self._cloth)
        row.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addLayout(self.slot, 1)
        row.gap(16)
        row.addStretch(1)
        self.right = Row(spacing=0)
        row.addLayout(self.right)
        row.addWidget(self.indicator)
        row.gap(8)
        row.addWidget(self._owner)
        self._tabs.setVisible(bool(tabs))
        self._back.clicked.connect(lambda _checked=False: self.backPressed.emit())
        self._tabs.changed.connect(self.tabChosen)
        self.indicator.clicked.connect(lambda _checked=False: self.syncOpened.emit())
        self._owner.clicked.connect(lambda _checked=False: self.menu.open_under(self._owner))
        self.theme.changed.connect(self._fit)

    def set_title(self, title: str) -> None:
        """Show another title beside the way back."""
        self._title.set_text(plain_line(title))
        self._fit()

    def set_tab(self, number: int) -> None:
        """Show tab `number` as the present one, without `tabChosen`."""
        if number != self._tabs.chosen:
            self._tabs.blockSignals(True)
            self._tabs.choose(number)
            self._tabs.blockSignals(False)

    def set_badge(self, number: int, waiting: int) -> None:
        """How many things wait behind tab `number`."""
        self._tabs.set_badge(number, waiting)

    def set_owner(self, owner: OwnerView) -> None:
        """Whose laptop this is."""
        self._owner.set_name(plain_line(owner.person))
        self._emblem.set_emblem(owner.emblem)
        self._emblem_gap.setVisible(not self._emblem.empty)
        self.menu.set_owner(owner)

    def set_sync(self, view: SyncView) -> None:
        """How the line stands."""
        self.indicator.set_view(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = begin(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour(Colour.LINE))
        painter.end()

    def _fit(self) -> None:
        """The name goes first when it gets narrow, then the brand, whose place the tabs need."""
        width = self.width() / self.theme.scale
        self._owner.set_named(width >= _WIDE)
        natural = self._title.sizeHint().width()
        self._title.setMaximumWidth(natural)
        self._title.setMinimumWidth(min(natural, self.px(_TITLE_LEAST)))
        self._cloth.setVisible(width >= _MIDDLE - 160 and not self._back.text())

    def _make_brand(self) -> QWidget:
        brand = QWidget(self)
        brand.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = Row(brand, 0, 0)
        row.addWidget(self._emblem)
        row.addWidget(self._emblem_gap)
        row.addWidget(Paragraph("Sổ Họp", Role.SERIF_TITLE, Colour.PRIMARY_TEXT, max_lines=1))
        row.gap(20)
        row.addWidget(self._divider())
        row.gap(18)
        return brand

    def _divider(self) -> QWidget:
        line = Line(vertical=True)
        hold(line, height=32)
        return line


class _OwnerButton(QAbstractButton, Themed):
    """The initials in a circle, and the name when there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._named = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow()

    def set_name(self, name: str) -> None:
        """Show this person."""
        if name != self.text():
            self.setText(name)
            self.setAccessibleName(self.tr("{name}: máy này và cách hiển thị").format(name=name))
            self.restyle()

    def set_named(self, named: bool) -> None:
        """Show the name beside the initials, or only these."""
        if named != self._named:
            self._named = named
            self.restyle()

    def sizeHint(self) -> QSize:
        side = self.px(36)
        wide = 2 * self.px(4) + side
        if self._named and self.text():
            words = QFontMetricsF(self.theme.font(Role.NOTE_MEDIUM)).horizontalAdvance(self.text())
            wide += self.px(8) + self.px(4) + int(words) + 2
        return QSize(wide, self.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def restyle(self) -> None:
        self.setToolTip("" if self._named else tip(self.text()))
        super().restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour, side, pad = self.theme.colour, self.px(36), self.px(4)
        if self.underMouse() or self.isDown():
            radius = self.px(SPACE.radius_control)
            box(painter, QRectF(self.rect()), colour(Colour.HOVER), None, radius)
        circle = QRectF(pad, (self.height() - side) / 2, side, side)
        box(painter, circle, colour(Colour.PRIMARY_TINT), None, side / 2)
        painter.setFont(self.theme.font(Role.NOTE_STRONG))
        painter.setPen(colour(Colour.PRIMARY_TEXT))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials(self.text()))
        if self._named and self.text():
            font = self.theme.font(Role.NOTE_MEDIUM)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(colour(Colour.INK))
            base = (self.height() - metrics.height()) / 2 + metrics.ascent()
            painter.drawText(QPointF(circle.right() + self.px(8), base), self.text())
        painter.end()
