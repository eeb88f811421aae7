"""Small painted things: number circle, avatar, date tile, signal bars, spine."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.theme import SPACE, Colour, Role, current
from reader.ui.widgets.base import Themed, begin, box


def draw_number(painter: QPainter, area: QRectF, text: str, *, now: bool = False, done: bool = False) -> None:
    """A number in a circle filling `area`: filled for the present one, green-tinted for one that is done."""
    theme = current()
    fill, edge, ink = Colour.PAPER, Colour.LINE2, Colour.INK2
    if now:
        fill, edge, ink = Colour.PRIMARY, Colour.PRIMARY, Colour.ON_PRIMARY
    elif done:
        fill, edge, ink = Colour.OK_TINT, Colour.OK_LINE, Colour.OK
    radius = area.height() / 2
    box(painter, area, theme.colour(fill), theme.colour(edge), radius)
    painter.setFont(theme.font(Role.NOTE_STRONG))
    painter.setPen(theme.colour(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


class _Fixed(QWidget, Themed):
    """A painted widget of one size in design pixels."""

    def __init__(self, width: int, height: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._wide = width
        self._high = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._wide), self.px(self._high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class NumberCircle(_Fixed):
    """The number of an agenda item; people say it aloud ("mục 3")."""

    def __init__(
        self,
        text: str,
        *,
        now: bool = False,
        done: bool = False,
        size: int = 28,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(size, size, parent)
        self._text = text
        self._now = now
        self._done = done
        self.setAccessibleName(text)
        self.follow()

    def set_state(self, text: str, *, now: bool = False, done: bool = False) -> None:
        """Change number and state."""
        self._text, self._now, self._done = text, now, done
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_number(painter, QRectF(self.rect()), self._text, now=self._now, done=self._done)
        painter.end()


def initials(name: str) -> str:
    """The first letters of the first and the last word, in capitals: "Hoàng Thị Lượng" is HL."""
    words = name.split()
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper()


class Avatar(_Fixed):
    """A person's initials in a circle."""

    def __init__(self, name: str, size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(size, size, parent)
        self._size = size
        self.set_name(name)
        self.follow()

    def set_name(self, name: str) -> None:
        """Show another person."""
        self._letters = initials(name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        colour = self.theme.colour
        box(painter, QRectF(self.rect()), colour(Colour.PRIMARY_TINT), None, self.height() / 2)
        painter.setFont(self.theme.font(Role.SERIF_SMALL if self._size >= 48 else Role.NOTE_STRONG))
        painter.setPen(colour(Colour.PRIMARY_TEXT))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()


def weekday(date: datetime.date) -> str:
    """The name of the day, in the interface's language."""
    names = (
        QCoreApplication.translate("DateTile", "Thứ Hai"),
        QCoreApplication.translate("DateTile", "Thứ Ba"),
        QCoreApplication.translate("DateTile", "Thứ Tư"),
        QCoreApplication.translate("DateTile", "Thứ Năm"),
        QCoreApplication.translate("DateTile", "Thứ Sáu"),
        QCoreApplication.translate("DateTile", "Thứ Bảy"),
        QCoreApplication.translate("DateTile", "Chủ Nhật"),
    )
    return names[date.weekday()]


def month(date: datetime.date) -> str:
    """The month as words, in the interface's language."""
    return QCoreApplication.translate("DateTile", "tháng {n}").format(n=date.month)


class DateTile(_Fixed):
    """A leaf of a calendar: day of the week, day, month. `small` leaves frame and weekday away, for lists."""

    def __init__(self, date: datetime.date, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(64 if small else 92, 50 if small else 112, parent)
        self._small = small
        self.set_date(date)
        self.follow()

    def set_date(self, date: datetime.date) -> None:
        """Show another day."""
        self._date = date
        self.setAccessibleName(f"{weekday(date)}, {date:%d/%m/%Y}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        draw_date(painter, QRectF(self.rect()), self._date, small=self._small)
        painter.end()


def draw_date(painter: QPainter, area: QRectF, date: datetime.date, *, small: bool) -> None:
    """Paint a calendar leaf into `area`; also used by list delegates."""
    theme = current()
    px, colour = theme.px, theme.colour
    middle = Qt.AlignmentFlag.AlignCenter
    if not small:
        head = QRectF(area.left(), area.top(), area.width(), px(29))
        radius = px(SPACE.radius_card)
        box(painter, area, colour(Colour.PAPER), None, radius)
        path = QPainterPath()
        path.addRoundedRect(area, radius, radius)
        painter.save()
        painter.setClipRect(head)
        painter.fillPath(path, colour(Colour.PRIMARY))
        painter.restore()
        box(painter, area, None, colour(Colour.LINE), radius)
        painter.setFont(theme.font(Role.NOTE_STRONG))
        painter.setPen(colour(Colour.ON_PRIMARY))
        painter.drawText(head, middle, weekday(date))
    day_role = Role.SERIF_TITLE if small else Role.NUMBER
    below = px(22) if small else px(30)
    top = area.top() if small else area.top() + px(29)
    day = QRectF(area.left(), top, area.width(), area.bottom() - below - top)
    painter.setFont(theme.font(day_role))
    painter.setPen(colour(Colour.INK))
    painter.drawText(day, middle, f"{date.day:02d}")
    painter.setFont(theme.font(Role.NOTE))
    painter.setPen(colour(Colour.INK2))
    foot = QRectF(area.left(), area.bottom() - below, area.width(), px(22))
    painter.drawText(foot, middle, month(date))


class SignalBars(_Fixed):
    """How good the line is, 0–4 bars; `text` says it in words for who does not see it."""

    def __init__(self, level: int, text: str, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(size, size, parent)
        self.set_level(level, text)
        self.follow()

    def set_level(self, level: int, text: str) -> None:
        """Show `level` bars (held within 0–4)."""
        self._level = min(4, max(0, level))
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        side = self.width()
        step = side / 4
        wide = step * 0.72
        strong = Colour.WAIT if self._level <= 2 else Colour.INK2
        for bar in range(4):
            high = side * (0.32 + 0.2 * bar)
            area = QRectF(bar * step, side - high - side * 0.04, wide, high)
            if bar < self._level:
                box(painter, area, self.theme.colour(strong), None, wide * 0.2)
            else:
                box(painter, area, None, self.theme.colour(Colour.LINE2), wide * 0.2)
        painter.end()


class Spine(QWidget, Themed):
    """The bound edge of the register: a 6-px strip down the left side of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(6, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(6, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), self.theme.colour(Colour.SPINE))
        painter.end()
