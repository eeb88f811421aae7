"""Button: the five looks of the component sheet, and the link."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reader.ui.theme import SPACE, Colour, Drawing, Role
from reader.ui.widgets.base import Themed, begin, box, draw_icon

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Kind(StrEnum):
    """The look of a button. A screen has one PRIMARY, its next step; DANGER_FILLED only confirms a DANGER."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    DANGER_FILLED = "danger_filled"
    LINK = "link"


class Size(StrEnum):
    """Height: 40, 48 for the main act of a pane, 56 where it stands alone."""

    NORMAL = "normal"
    MAIN = "main"
    LARGE = "large"


_HEIGHT = {Size.NORMAL: SPACE.control, Size.MAIN: SPACE.control_main, Size.LARGE: SPACE.control_large}
_PADDING = {Size.NORMAL: 15, Size.MAIN: 24, Size.LARGE: 24}
_ICON = 20
_SMALL_ICON = 16


class Button(QPushButton, Themed):
    """A push button. Space and Enter press it once: holding a key down does not repeat.

    `icon` and `trailing` are icon names. With no text, give `name`: it is spoken and shown as the tool tip.
    With `checkable` it is a toggle, tinted while on. `align_left` is for columns of tools, `tight` for words
    between tools in a bar.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.SECONDARY,
        *,
        size: Size = Size.NORMAL,
        icon: str = "",
        icon_on: str = "",
        trailing: str = "",
        name: str = "",
        checkable: bool = False,
        align_left: bool = False,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._size = size
        self._icon = icon
        self._icon_on = icon_on
        self._trailing = trailing
        self._align_left = align_left
        self._tight = tight
        self._hover = False
        self.setCheckable(checkable)
        self.setAutoRepeat(False)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if kind is Kind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if name:
            self.setAccessibleName(name)
            if not text:
                self.setToolTip(name)
        self.follow()

    @property
    def kind(self) -> Kind:
        """The present look."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Change the look."""
        self._kind = kind
        self.restyle()

    def set_icon(self, icon: str, icon_on: str = "") -> None:
        """Change the icon (empty: none), and the one shown while a toggle is on."""
        if (icon, icon_on) != (self._icon, self._icon_on):
            self._icon, self._icon_on = icon, icon_on
            self.restyle()

    def set_text(self, text: str) -> None:
        """Change the words."""
        if text != self.text():
            self.setText(text)
            self.restyle()

    def restyle(self) -> None:
        strong = self._kind in (Kind.PRIMARY, Kind.DANGER_FILLED) or self.isChecked()
        role = Role.EMPHASIS if self._size is Size.LARGE else Role.BODY
        self.setFont(self.theme.font(role, 600 if strong else 500))
        super().restyle()

    def sizeHint(self) -> QSize:
        height = self.px(_HEIGHT[self._size])
        if self._kind is Kind.LINK:
            height = self.px(24)
        if not self.text():
            return QSize(height, height)
        return QSize(self._content_width() + 2 * self.px(self._padding()) + 2, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and (event.key() in _ENTER or event.key() == Qt.Key.Key_Space):
            return
        if event.key() in _ENTER and self.isEnabled():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        fill, edge, ink = self._colours()
        radius = self.px(SPACE.radius_control)
        if fill is not None or edge is not None:
            box(
                painter,
                QRectF(self.rect()),
                None if fill is None else self.theme.colour(fill),
                None if edge is None else self.theme.colour(edge),
                radius,
            )
        self._draw_content(painter, ink)
        painter.end()

    def _draw_content(self, painter: QPainter, ink: Colour) -> None:
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        padding = self.px(self._padding())
        room = self.width() - 2 * padding
        side, gap = self.px(self._icon_size()), self.px(8)
        taken = (side + gap if self._icon else 0) + (side + gap if self._trailing else 0)
        words = metrics.elidedText(self._words(), Qt.TextElideMode.ElideRight, max(0.0, room - taken + 1))
        wide = metrics.horizontalAdvance(words) if words else 0.0
        total = wide + (taken if words else taken - gap if taken else 0)
        x = float(padding) if self._align_left else (self.width() - total) / 2
        y = (self.height() - side) / 2
        if self._icon:
            draw_icon(painter, self._shown_icon(), self._icon_size(), ink, QPointF(x, y), self._drawing())
            x += side + gap
        if words:
            baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
            painter.setPen(self.theme.colour(ink))
            painter.drawText(QPointF(x, baseline), words)
            if self._kind is Kind.LINK:
                under = round(baseline + max(2, self.px(3))) + 0.5
                painter.setPen(QPen(self.theme.colour(ink), 1))
                painter.drawLine(QPointF(x, under), QPointF(x + wide, under))
            x += wide + gap
        if self._trailing:
            draw_icon(painter, self._trailing, self._icon_size(), ink, QPointF(x, y))

    def _colours(self) -> tuple[Colour | None, Colour | None, Colour]:
        """Fill, edge, ink."""
        hover, down = self._hover and self.isEnabled(), self.isDown()
        if self._kind is Kind.LINK:
            return None, None, Colour.PRIMARY_TEXT if self.isEnabled() else Colour.INK3
        if not self.isEnabled():
            quiet = self._kind is Kind.QUIET
            return (None if quiet else Colour.HOVER), (None if quiet else Colour.LINE), Colour.INK3
        if self.isChecked():
            return Colour.PRIMARY_TINT, Colour.PRIMARY_LINE, Colour.PRIMARY_TEXT
        if self._kind is Kind.PRIMARY:
            fill = Colour.PRIMARY_PRESS if down else Colour.PRIMARY_HOVER if hover else Colour.PRIMARY
            return fill, None, Colour.ON_PRIMARY
        if self._kind is Kind.DANGER_FILLED:
            return Colour.BAD, (Colour.INK if hover or down else None), Colour.ON_STATE
        wash = Colour.PRESS if down else Colour.HOVER if hover else None
        if self._kind is Kind.DANGER:
            return (Colour.BAD_TINT if wash else Colour.PAPER), Colour.BAD, Colour.BAD
        if self._kind is Kind.QUIET:
            return wash, None, Colour.INK2
        return wash or Colour.PAPER, Colour.LINE2, Colour.INK

    def _words(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _content_width(self) -> int:
        wide = QFontMetricsF(self.font()).horizontalAdvance(self._words())
        side = self.px(self._icon_size()) + self.px(8)
        return int(wide + 0.999) + (side if self._icon else 0) + (side if self._trailing else 0)

    def _padding(self) -> int:
        if self._kind is Kind.LINK:
            return 0
        if not self.text():
            return 4
        if self._tight:
            return 5
        return _PADDING[self._size] - (3 if self._icon and self._size is Size.NORMAL else 0)

    def _icon_size(self) -> int:
        return _SMALL_ICON if self._kind is Kind.LINK else _ICON

    def _shown_icon(self) -> str:
        return self._icon_on if self.isChecked() and self._icon_on else self._icon

    def _drawing(self) -> Drawing:
        return Drawing.FILL if self.isChecked() and self._icon_on else Drawing.AUTO

    def checkStateSet(self) -> None:
        super().checkStateSet()
        self.restyle()

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.restyle()
