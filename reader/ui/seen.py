"""Which pages were really before the reader's eyes: in sight for a moment, not only flown over."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.page.view import PageView

_MOMENT_MS: Final = 1_000
_ENOUGH: Final = 0.5
"""So much of a page, or of the pane where the page is larger, has to be in sight."""


class SeenPages(QObject):
    """Watches a view. Nothing counts while its window is not the one in use."""

    seen = Signal(object)
    """Pages (from 0) in sight for a moment, a frozenset."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self.moment = QTimer(self)
        self.moment.setSingleShot(True)
        self.moment.setInterval(_MOMENT_MS)
        self.moment.timeout.connect(self._look)
        view.firstPainted.connect(self.moment.start)
        view.pageChanged.connect(self.moment.start)
        view.placeChanged.connect(self.moment.start)

    def _look(self) -> None:
        view = self._view
        if not view.isVisible() or not view.isActiveWindow():
            return
        height = view.viewport().height()
        pages = frozenset(
            sheet.frame.page
            for sheet in view.sheets()
            if sheet.seen.height() >= _ENOUGH * min(sheet.area.height(), height)
        )
        if pages:
            self.seen.emit(pages)
