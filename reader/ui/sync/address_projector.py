"""The room hub's addresses for the whole room: digits to be read from ten metres, and squares for phones."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.ui.admin.qr import dots, paint_dots
from reader.ui.desk.projected import Projected
from reader.ui.desk.projector import Projector
from reader.ui.sync.addresses import Place, heading, how_to, spoken
from reader.ui.theme import Colour

_LEFT, _RIGHT, _TOP, _FOOT = 104, 80, 330, 90
_SQUARE = 480.0
_GAP = 40.0
_DIGITS, _NAME = 180, 54
_LINE = 1.46


class AddressPicture(Projected):
    """Paints them on a screen of that size."""

    def paint_places(self, shown: tuple[Place, ...], hint: str = "") -> None:
        """All of it; ``hint`` stands small at the foot."""
        self._fill(0, 0, 24, 1080, Colour.SPINE)
        self._fill(13, 0, 2, 1080, Colour.FOIL)
        y = 60 + self._text(heading(), (64, 54, 46), 1, 60, Colour.INK, weight=600, serif=True)
        self._text(how_to(), (40, 36, 32), 2, y + 8, Colour.INK2)
        self._fill(_LEFT, _TOP - 30, self._room, 2, Colour.LINE)
        high = (1080 - _TOP - _FOOT) / max(1, len(shown))
        for number, place in enumerate(shown):
            self._place(place, _TOP + number * high, high)
        if hint:
            said = self._lay(hint, 24, self._room)
            self._draw(said, self._wide - _RIGHT - said.width / self._unit, 1030, Colour.INK3)

    def _place(self, place: Place, y: float, high: float) -> None:
        side = min(_SQUARE, high - 20)
        square = self._area(self._wide - _RIGHT - side, y + (high - side) / 2 - 10, side, side)
        paint_dots(self._painter, square, dots(place.scanned))
        room = self._room - side - _GAP
        digits, name = round(min(_DIGITS, high * 0.45)), round(min(_NAME, high * 0.16))
        top = y + max(0.0, (high - (digits + name) * _LINE) / 2 - 10)
        top += self._text(place.network, (name, name - 6), 1, top, Colour.INK2, room=room)
        sizes = [round(digits * part) for part in (1, 0.9, 0.8, 0.7, 0.6, 0.5)]
        self._text(place.typed, sizes, 1, top, Colour.INK, weight=600, room=room)


class AddressProjector(Projector):
    """A window of its own, as for results."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Chiếu địa chỉ trạm"))
        self._shown: tuple[Place, ...] = ()

    def set_places(self, shown: tuple[Place, ...]) -> None:
        """Show these."""
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(spoken(shown))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        hint = self.tr("Bấm Esc để ngừng chiếu") if self._moved else ""
        AddressPicture(painter, self.width(), self.height()).paint_places(self._shown, hint)
        painter.end()
