"""The menu of how pages are looked at: size, one or two at a time, turned, dark, on the whole screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.views import Fit, Flow
from reader.ui.page.geometry import Look, Zoom

PERCENTS: Final = (10, 25, 50, 75, 100, 125, 150, 200, 300, 400, 800)


class LookMenu(QMenu):
    """Says what was chosen and changes nothing itself."""

    zoomChosen = Signal(object)
    """Zoom."""
    flowChosen = Signal(object)
    """Flow."""
    rotated = Signal(int)
    """1: a quarter clockwise, -1: back."""
    nightToggled = Signal(bool)
    sideRequested = Signal()
    fullScreenRequested = Signal()
    presentRequested = Signal(object)
    """The QScreen to show pages on, or None: whichever is free."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sizes = QActionGroup(self)
        self._flows = QActionGroup(self)
        for fit, keys in ((Fit.TEXT, "T"), (Fit.WIDTH, "W"), (Fit.PAGE, "P")):
            self._add_size(self, f"{fit_words(fit)}\t{keys}", Zoom(fit))
        percents = self.addMenu(self.tr("Phần trăm"))
        for percent in PERCENTS:
            self._add_size(percents, f"{percent} %", Zoom(Fit.FACTOR, percent / 100))
        self.addSeparator()
        for flow, words in (
            (Flow.CONTINUOUS, self.tr("Cuộn liền")),
            (Flow.SINGLE, self.tr("Từng trang")),
            (Flow.FACING, self.tr("Hai trang")),
            (Flow.BOOK, self.tr("Hai trang, bìa riêng")),
        ):
            self._add_flow(words, flow)
        self.addSeparator()
        self._add(self.tr("Xoay phải") + "\tR").triggered.connect(lambda: self.rotated.emit(1))
        self._add(self.tr("Xoay trái") + "\tShift+R").triggered.connect(lambda: self.rotated.emit(-1))
        self.addSeparator()
        self._night = self._add(self.tr("Trang tối"))
        self._night.setCheckable(True)
        self._night.triggered.connect(self.nightToggled)
        self._add(self.tr("Mục lục và hình trang") + "\tF9").triggered.connect(
            lambda: self.sideRequested.emit()
        )
        self._add(self.tr("Toàn màn hình") + "\tF11").triggered.connect(
            lambda: self.fullScreenRequested.emit()
        )
        self._present = self._add(self.tr("Trình chiếu") + "\tF5")
        self._present.triggered.connect(lambda: self.presentRequested.emit(None))
        self._screens = self.addMenu(self.tr("Trình chiếu lên màn hình"))
        self.aboutToShow.connect(self._list_screens)
        self.set_look(Look())

    def set_look(self, look: Look) -> None:
        """Tick what is so now."""
        for action in self._sizes.actions():
            action.setChecked(action.data() == look.zoom)
        for action in self._flows.actions():
            action.setChecked(action.data() == look.flow)

    def set_night(self, night: bool) -> None:
        """Say whether pages are dark."""
        self._night.setChecked(night)

    def _add(self, text: str) -> QAction:
        # The keys stand behind a tab: they belong to the page, which has the keyboard.
        action = QAction(text, self)
        self.addAction(action)
        return action

    def _add_size(self, menu: QMenu, text: str, zoom: Zoom) -> None:
        action = QAction(text, self)
        action.setCheckable(True)
        action.setData(zoom)
        action.triggered.connect(lambda _checked=False: self.zoomChosen.emit(zoom))
        self._sizes.addAction(action)
        menu.addAction(action)

    def _add_flow(self, text: str, flow: Flow) -> None:
        action = self._add(text)
        action.setCheckable(True)
        action.setData(flow)
        action.triggered.connect(lambda _checked=False: self.flowChosen.emit(flow))
        self._flows.addAction(action)

    def _list_screens(self) -> None:
        screens = QGuiApplication.screens()
        self._screens.clear()
        self._screens.menuAction().setVisible(len(screens) > 1)
        for number, screen in enumerate(screens, 1):
            size = screen.geometry()
            words = f"{number}: {screen.name()}, {size.width()} × {size.height()}"
            action = QAction(words, self._screens)
            action.triggered.connect(lambda _checked=False, screen=screen: self.presentRequested.emit(screen))
            self._screens.addAction(action)


def fit_words(fit: Fit) -> str:
    """What decides the size, in words; empty for a percentage."""
    match fit:
        case Fit.TEXT:
            return QCoreApplication.translate("LookMenu", "Vừa chữ")
        case Fit.WIDTH:
            return QCoreApplication.translate("LookMenu", "Vừa ngang")
        case Fit.PAGE:
            return QCoreApplication.translate("LookMenu", "Vừa trang")
    return ""
