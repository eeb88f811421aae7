"""Pages on the whole of a screen: of this one, with the bar hidden, or of a projector."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QBoxLayout, QWidget

from reader.ui.page.hiding_bar import HidingBar
from reader.ui.page.presentation import Presentation
from reader.ui.page.source import PageSource
from reader.ui.page.toolbar import PageToolbar
from reader.ui.page.view import PageView


class WholeScreen(QObject):
    """Of one pane: its bar, the layout the bar is the first in, and its pages."""

    changed = Signal(bool)
    """The pages are to have the whole screen, or give it back."""

    def __init__(self, pane: QWidget, bar: PageToolbar, layout: QBoxLayout, view: PageView) -> None:
        super().__init__(pane)
        self._pane, self._bar, self._layout, self._view = pane, bar, layout, view
        self._hiding: HidingBar | None = None
        self._presentation: Presentation | None = None

    @property
    def is_full(self) -> bool:
        """The pages have the whole screen; the bar hides."""
        return self._hiding is not None

    @property
    def presentation(self) -> Presentation | None:
        """What a projector shows."""
        return self._presentation

    def toggle(self) -> None:
        """The other of both."""
        self.set_full(not self.is_full)

    def set_full(self, on: bool) -> None:
        """Give the whole screen to the pages, or take it back."""
        if on == self.is_full or (on and not self._view.pages):
            return
        if on:
            self._layout.removeWidget(self._bar)
            self._hiding = HidingBar(self._bar, self._pane, self._view.viewport())
        elif self._hiding is not None:
            self._hiding.stop()
            self._hiding = None
            self._layout.insertWidget(0, self._bar)
        self._bar.set_full_screen(on)
        self._view.setFocus()
        self.changed.emit(on)

    def reveal_bar(self) -> None:
        """Something in the bar is to be used."""
        if self._hiding is not None:
            self._hiding.reveal()

    def present(self, source: PageSource | None, screen: QScreen | None = None) -> None:
        """Show the pages on a projector, from this one on."""
        if source is None or self._presentation is not None:
            return
        self._presentation = Presentation(self._pane)
        self._presentation.ended.connect(self._on_presented)
        self._presentation.begin(source, self._view.page, self._view.look.turn, screen)

    def end_presentation(self) -> None:
        """Nothing is shown on the projector any more."""
        if self._presentation is not None:
            self._presentation.end()

    def _on_presented(self, page: int) -> None:
        self._presentation = None
        if page != self._view.page:
            self._view.leap(page)
