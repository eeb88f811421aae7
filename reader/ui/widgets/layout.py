"""Layouts on the grid: margins and spacing are design pixels and follow the scale."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.ui.theme import current

Margins = int | tuple[int, int, int, int]
"""Design pixels: one number for all sides, or left, top, right, bottom."""


class Column(QVBoxLayout):
    """A vertical layout. `parent` gets it as its layout."""

    def __init__(self, parent: QWidget | None = None, margins: Margins = 0, spacing: int = 0) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        _Keeper(self, margins, spacing, spacing)

    def gap(self, n: int) -> None:
        """Leave `n` design pixels free."""
        self.addWidget(Gap(height=n))


class Row(QHBoxLayout):
    """A horizontal layout. `parent` gets it as its layout."""

    def __init__(self, parent: QWidget | None = None, margins: Margins = 0, spacing: int = 0) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        _Keeper(self, margins, spacing, spacing)

    def gap(self, n: int) -> None:
        """Leave `n` design pixels free."""
        self.addWidget(Gap(width=n))


class Grid(QGridLayout):
    """A grid layout. `parent` gets it as its layout."""

    def __init__(
        self,
        parent: QWidget | None = None,
        margins: Margins = 0,
        across: int = 0,
        down: int = 0,
    ) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        _Keeper(self, margins, across, down)


class Flow(QLayout):
    """Lays widgets in a row and wraps when the width is used up: pills, buttons at a large scale."""

    def __init__(self, parent: QWidget | None = None, margins: Margins = 0, spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        if parent is not None:
            parent.setLayout(self)
        _Keeper(self, margins, spacing, spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + max(0, len(shown) - 1) * max(0, self.spacing())
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        tallest = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(widest + margins.left() + margins.right(), tallest + margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        gap = max(0, self.spacing())
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(area.width(), item.minimumSize().width()), 1 << 20))
            if rows[-1] and used + gap + size.width() > area.width():
                rows.append([])
                used = 0
            used += size.width() + (gap if rows[-1] else 0)
            rows[-1].append((item, size))
        y = area.y()
        for row in rows:
            height = max((size.height() for _, size in row), default=0)
            x = area.x()
            for item, size in row:
                if move:
                    item.setGeometry(QRect(x, y + (height - size.height()) // 2, size.width(), size.height()))
                x += size.width() + gap
            y += height + gap
        return y - gap - rect.y() + margins.bottom()


class Gap(QWidget):
    """An empty place of a fixed size in design pixels; zero leaves that side to the layout."""

    def __init__(self, width: int = 0, height: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hold(self, width=width or None, height=height or None)


class Scroll(QScrollArea):
    """A vertical scroll area whose content takes the width; what gets the keyboard is scrolled into sight."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; it is not seen any more, and deleted."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def hold(
    widget: QWidget,
    *,
    width: int | None = None,
    height: int | None = None,
    min_width: int | None = None,
    max_width: int | None = None,
    min_height: int | None = None,
    max_height: int | None = None,
) -> None:
    """Fix or bound the size of `widget` in design pixels, now and whenever the scale changes."""
    _Sizes(
        widget,
        (
            width if width is not None else min_width,
            width if width is not None else max_width,
            height if height is not None else min_height,
            height if height is not None else max_height,
        ),
    )


class _Keeper(QObject):
    """Keeps the margins and the spacing of one layout; a child of the layout."""

    def __init__(self, layout: QLayout, margins: Margins, across: int, down: int) -> None:
        super().__init__(layout)
        self._layout = layout
        self._margins = (margins, margins, margins, margins) if isinstance(margins, int) else margins
        self._across = across
        self._down = down
        current().changed.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        px = current().px
        left, top, right, bottom = self._margins
        self._layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
        if isinstance(self._layout, QGridLayout):
            self._layout.setHorizontalSpacing(px(self._across))
            self._layout.setVerticalSpacing(px(self._down))
        else:
            self._layout.setSpacing(px(self._across))


class _Sizes(QObject):
    """Keeps the bounds of one widget; a child of the widget."""

    def __init__(
        self, widget: QWidget, bounds: tuple[int | None, int | None, int | None, int | None]
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._bounds = bounds
        current().changed.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        px = current().px
        least_wide, most_wide, least_high, most_high = self._bounds
        if least_wide is not None:
            self._widget.setMinimumWidth(px(least_wide))
        if most_wide is not None:
            self._widget.setMaximumWidth(px(most_wide))
        if least_high is not None:
            self._widget.setMinimumHeight(px(least_high))
        if most_high is not None:
            self._widget.setMaximumHeight(px(most_high))
