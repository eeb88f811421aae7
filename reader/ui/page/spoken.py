"""The page shown, as running text for a screen reader: by letter, word and line, with a caret of its own.

Qt asks through ``QAccessibleTextInterface`` (AT-SPI on Linux, UI Automation on Windows). PySide hands over no
selection and no attributes of text: what is selected is announced instead.
"""

from __future__ import annotations

import weakref
from functools import cache
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget

from reader.pdf import word_at
from reader.ui.page.geometry import Area
from reader.ui.page.page_words import RunningText

if TYPE_CHECKING:
    from reader.ui.page.scroller import PageScroller


class SpokenText(QAccessibleTextInterface):
    """The text of the page at the middle of the pane."""

    def __init__(self, view: PageScroller) -> None:
        super().__init__()
        # Qt lets go of this with the view; what is kept of it until then must not keep the view.
        self._view: PageScroller = weakref.proxy(view)
        self._page = -1
        self._caret = 0

    def characterCount(self) -> int:
        return len(self._now().text)

    def text(self, start: int, end: int) -> str:
        return self._now().text[start:end]

    def cursorPosition(self) -> int:
        return min(self._caret, len(self._now().text))

    def setCursorPosition(self, position: int) -> None:
        self._caret = max(0, position)
        self.scrollToSubstring(position, position)

    def scrollToSubstring(self, start: int, _end: int) -> None:
        box = self._now().box(start)
        if box is not None:
            self._view.show_box(self._page, box)

    def characterRect(self, offset: int) -> QRect:
        box, sheet = self._now().box(offset), self._view.sheet_of(self._page)
        if box is None or sheet is None:
            return QRect()
        place = sheet.rect(Area(*box)).toAlignedRect()
        return QRect(self._view.viewport().mapToGlobal(place.topLeft()), place.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        spot = self._view.spot_at(self._view.viewport().mapFromGlobal(point).toPointF())
        running = self._now()
        if spot is None or spot.page != self._page:
            return -1
        at = word_at(running.words, (spot.x, spot.y))
        return -1 if at is None else running.offset(at)

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, end: int) -> None: ...
    def removeSelection(self, index: int) -> None: ...
    def setSelection(self, index: int, start: int, end: int) -> None: ...

    def _now(self) -> RunningText:
        page = self._view.page
        if page != self._page:
            self._page, self._caret = page, 0
        return self._view.words.running(page)


class SpokenPage(QAccessibleWidget):
    """The page view to a screen reader: a document that is read, not written."""

    def __init__(self, view: PageScroller) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self._text = SpokenText(view)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = 1
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """A pointer, whatever PySide's stubs say; never None, for then it stays as it was and the window
        ends with a fault.
        """
        wanted = kind == QAccessible.InterfaceType.TextInterface
        return cast(int, self._text if wanted else shiboken6.VoidPtr(0))


_kept: list[SpokenPage] = []
"""Qt deletes them with their views; until then nothing else holds them."""


@cache
def speak_pages(kind: type[PageScroller]) -> None:
    """Have every view of this kind answer a screen reader that asks."""

    def make(_name: str, view: QObject) -> QAccessibleInterface | None:
        if not isinstance(view, kind):
            return None
        _kept[:] = [page for page in _kept if shiboken6.isValid(page)]
        _kept.append(SpokenPage(view))
        return _kept[-1]

    QAccessible.installFactory(make)
