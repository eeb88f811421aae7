"""The painting of what the room is shown. Every length is of a screen 1080 high, times its real height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.ui.ballot.outcome import Figure, State
from reader.ui.desk.scene import Scene, said_more, said_needed, said_present
from reader.ui.plain import plain_line
from reader.ui.theme import Colour, Drawing, Tone, current, fonts, icons
from reader.ui.theme.tokens import TypeStyle
from reader.ui.widgets.base import box
from reader.ui.widgets.pill import TONE_INK
from reader.ui.widgets.text import Laid, lay_out
from reader.ui.widgets.threshold import Count, Vote, draw_cell

_LEFT, _RIGHT, _FOOT = 104, 80, 50
_LEADING = 1.46
_ROW = 76.0
"""The least height of a line with its bar: smaller could not be read from the last seats."""
_CELLS = 80
"""Above this many seats those that voted alike flow together."""


class Projected:
    """Paints one scene on a screen of that size in pixels."""

    def __init__(self, painter: QPainter, width: int, height: int) -> None:
        self._painter = painter
        self._unit = height / 1080
        self._wide = width / self._unit
        self._room = self._wide - _LEFT - _RIGHT
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, width, height, self._colour(Colour.DESK))

    def paint(self, scene: Scene, hint: str = "") -> None:
        """All of it; ``hint`` stands small at the foot."""
        self._fill(0, 0, 24, 1080, Colour.SPINE)
        self._fill(13, 0, 2, 1080, Colour.FOIL)
        if not scene.title:
            return
        state = self._lay(scene.state, 30, self._room)
        self._draw(state, self._wide - _RIGHT - state.width / self._unit, 52, Colour.INK2)
        left = self._room - state.width / self._unit - 40
        self._draw(self._lay(scene.head, 30, left, lines=1), _LEFT, 52, Colour.INK2)
        y = 112 + self._text(scene.title, (50, 44), 2, 112, Colour.INK, weight=600, serif=True)
        if scene.question:
            y += 8 + self._text(scene.question, (38, 32), 3, y + 8, Colour.INK2)
        y += 26
        self._fill(_LEFT, y, self._room, 2, Colour.LINE)
        y += 24
        if scene.share is not None:
            self._turnout(scene, y)
        else:
            crowded = scene.count is None and len(scene.figures) > 4
            y += self._verdict(scene.verdict, y, (76, 60) if crowded or scene.flags else (116, 92, 76, 60))
            y += self._text(
                scene.sentence, (34, 30) if crowded else (44, 38, 34), 3 if crowded else 2, y, weight=500
            )
            for flag in scene.flags:
                y += self._flag(flag, y)
            if scene.count is not None:
                y = max(y + 12, 575)
                self._seats(scene.count, y)
                self._columns(scene.figures, max(y + 262, 850))
            elif scene.figures:
                self._rows(scene.figures, y + 24)
        if hint:
            said = self._lay(hint, 24, self._room)
            self._draw(said, self._wide - _RIGHT - said.width / self._unit, 1036, Colour.INK3)

    # --- parts --------------------------------------------------------------------------------------------

    def _turnout(self, scene: Scene, y: float) -> None:
        """How many ballots have come, or how long somebody has spoken: in the middle of what is left."""
        y = max(y, (y + 1080 - _FOOT - 260) / 2)
        y += self._text(scene.verdict.text, (116, 96, 80), 1, y, Colour.INK, weight=600, serif=True) + 24
        track = self._area(_LEFT, y, self._room, 32)
        box(self._painter, track, self._colour(Colour.TRACK), self._colour(Colour.LINE2), 16 * self._unit)
        share = min(1.0, scene.share or 0.0)
        if share:
            done = self._area(_LEFT, y, max(32, self._room * share), 32)
            box(self._painter, done, self._colour(Colour.PRIMARY), None, 16 * self._unit)
        if scene.sentence:
            self._text(scene.sentence, (64, 52), 1, y + 56, Colour.INK, weight=600)

    def _verdict(self, said: State, y: float, sizes: Sequence[int]) -> float:
        ink = Colour.INK if said.tone is Tone.PLAIN else TONE_INK[said.tone]
        side = sizes[0] * 0.9 if said.icon and said.icon != "chart-bar" else 0.0
        x = _LEFT + side * 1.35
        high = self._text(said.text, sizes, 1, y, ink, weight=600, serif=True, x=x)
        if side:
            self._icon(said.icon, side, ink, _LEFT, y + (high - side) / 2, Drawing.FILL)
        return high

    def _flag(self, text: str, y: float) -> float:
        self._icon("warning-circle", 40, Colour.WAIT, _LEFT, y + 10)
        return 10 + self._text(text, (36, 32), 2, y + 6, Colour.WAIT, weight=600, x=_LEFT + 56)

    def _seats(self, count: Count, y: float) -> None:
        """One cell a seat, where it passes, and what it is a share of."""
        if count.seats == 0:
            return
        step = self._room / count.seats
        parts = (
            (Vote.FOR, count.in_favour),
            (Vote.AGAINST, count.against),
            (Vote.ABSTAIN, count.abstain),
            (Vote.NONE, count.missing),
        )
        gap = min(6.0, step / 5)
        seat = 0
        for vote, many in parts:
            pieces = [1] * many if count.seats <= _CELLS else [many] if many else []
            for wide in pieces:
                area = self._area(_LEFT + seat * step + gap / 2, y + 60, wide * step - gap, 96)
                draw_cell(self._painter, area, vote, self._unit * 2)
                seat += wide
        if count.needed:
            self._needed(count, y, step)
        end = _LEFT + step * (count.base or count.seats)
        self._bracket(_LEFT + gap / 2, end - gap / 2, y + 180)
        said = count.base_text
        if count.present:
            away = count.seats - min(count.present, count.seats)
            said += " · " + said_present(count.present, away)
        line = self._lay(said, 30, self._room, weight=500)
        self._draw(line, _LEFT + (self._room - line.width / self._unit) / 2, y + 200, Colour.INK)

    def _needed(self, count: Count, y: float, step: float) -> None:
        label = self._lay(said_needed(count.needed), 34, self._room, weight=600)
        wide = label.width / self._unit + 60
        x = _LEFT + min(count.needed, count.seats) * step
        self._fill(x - 3, y, 6, 172, Colour.INK)
        left = x - 3 if x + wide <= self._wide - _RIGHT else x + 3 - wide
        self._fill(left, y, wide, 48, Colour.INK)
        self._draw(label, left + 30, y + 24 - label.height / self._unit / 2, Colour.DESK)

    def _columns(self, figures: Sequence[Figure], y: float) -> None:
        """The numbers beside one another, each under its name."""
        wide = self._room / len(figures)
        for place, one in enumerate(figures):
            x = _LEFT + place * wide
            if place:
                self._fill(x, y, 2, 180, Colour.LINE)
                x += 40
            room = wide - (40 if place else 0) - 16
            if one.vote:
                draw_cell(self._painter, self._area(x, y + 10, 30, 30), one.vote, self._unit)
            self._text(
                plain_line(one.label), (34, 30, 26, 24), 1, y, Colour.INK, x=x + 44, room=room - 44, more=2
            )
            number = self._lay(str(one.number), 80, room, weight=600, serif=True)
            self._draw(number, x, y + 64, Colour.INK)
            share = x + number.width / self._unit + 22
            self._text(
                one.share, (36, 30, 26, 22, 18), 1, y + 104, Colour.INK2, x=share, room=room - (share - x)
            )
            if one.note is not None:
                self._text(one.note.text, (28, 24), 1, y + 168, TONE_INK[one.note.tone], x=x, room=room)

    def _rows(self, figures: Sequence[Figure], y: float) -> None:
        """The numbers below one another, each with its bar; in two columns where one is too short, and as
        many as there is room for."""
        room = 1080 - _FOOT - y
        one_column = len(figures) * _ROW <= room
        wide = self._room if one_column else (self._room - 60) / 2
        deep = len(figures) if one_column else min(-(-len(figures) // 2), int((room - 44) / _ROW))
        high = max(_ROW, min(100.0, room / deep))
        fit = deep if one_column else 2 * deep
        for place, one in enumerate(figures[:fit]):
            column, row = divmod(place, deep)
            self._row(one, _LEFT + column * (wide + 60), y + row * high, wide, high)
        if fit < len(figures):
            self._text(said_more(len(figures) - fit), (30,), 1, y + deep * high, Colour.INK2)

    def _row(self, one: Figure, x: float, y: float, wide: float, high: float) -> None:
        """A name and what became of it, its votes and share, its bar. Where it is narrow the name comes
        first: neither the share is shown, nor what nobody waits for."""
        big = high * 0.38
        narrow = wide < self._room
        ends = x + wide - (0 if narrow else big * 4.6)
        self._right(str(one.number), big, ends, y, Colour.INK, weight=600)
        if not narrow:
            self._right(one.share, big, x + wide, y, Colour.INK2)
        note = None if narrow and one.note and one.note.tone is Tone.PLAIN else one.note
        room = ends - x - big * 2.2
        label = self._lay(plain_line(one.label), big, room * (0.62 if note else 1), lines=1, weight=500)
        self._draw(label, x, y, Colour.INK)
        if note is not None:
            at = x + label.width / self._unit + 24
            tone = TONE_INK[note.tone]
            self._icon(note.icon, big * 0.9, tone, at, y + big * 0.28)
            said = self._lay(note.text, big * 0.85, room - (at - x) - big * 1.2, lines=1, weight=500)
            self._draw(said, at + big * 1.2, y + big * 0.1, tone)
        if one.part is not None:
            self._bar(one, x, y + big * 1.58, wide, high * 0.18)

    def _bar(self, one: Figure, x: float, y: float, wide: float, high: float) -> None:
        radius = high / 2 * self._unit
        box(self._painter, self._area(x, y, wide, high), self._colour(Colour.TRACK), None, radius)
        if one.part:
            part = self._area(x, y, max(high, wide * one.part), high)
            box(self._painter, part, self._colour(Colour.PRIMARY), None, radius)
        if one.needed is not None:
            self._fill(x + wide * min(1.0, one.needed) - 2, y - 5, 4, high + 10, Colour.INK)

    # --- pieces -------------------------------------------------------------------------------------------

    def _text(
        self,
        text: str,
        sizes: Sequence[int],
        lines: int,
        y: float,
        ink: Colour = Colour.INK,
        *,
        weight: int = 400,
        serif: bool = False,
        x: float = _LEFT,
        room: float = 0,
        more: int = 0,
    ) -> float:
        """In the first of the sizes in which it needs no more lines, else in the last, cut off after `more`.
        Returns the height."""
        if not text:
            return 0.0
        wide = room or self._wide - _RIGHT - x
        laid = self._lay(text, sizes[0], wide, weight=weight, serif=serif)
        for size in sizes[1:]:
            if laid.lines <= lines and laid.width <= wide * self._unit + 1:
                break
            laid = self._lay(text, size, wide, weight=weight, serif=serif)
        if laid.lines > lines:
            laid = self._lay(text, sizes[-1], wide, lines=more or lines, weight=weight, serif=serif)
        self._draw(laid, x, y, ink)
        return laid.height / self._unit

    def _lay(
        self, text: str, size: float, room: float, *, lines: int = 0, weight: int = 400, serif: bool = False
    ) -> Laid:
        pixels = max(8, round(size * self._unit))
        style = TypeStyle(pixels, round(pixels * _LEADING), weight, serif)
        wide = max(1.0, room * self._unit)
        return lay_out(text, fonts.make(style, pixels), style.line, wide, max_lines=lines)

    def _draw(self, laid: Laid, x: float, y: float, ink: Colour) -> None:
        laid.draw(self._painter, QPointF(x * self._unit, y * self._unit), self._colour(ink))

    def _right(self, text: str, size: float, end: float, y: float, ink: Colour, *, weight: int = 400) -> None:
        laid = self._lay(text, size, self._room, weight=weight)
        self._draw(laid, end - laid.width / self._unit, y, ink)

    def _icon(
        self, name: str, size: float, ink: Colour, x: float, y: float, drawing: Drawing = Drawing.BOLD
    ) -> None:
        ratio = self._painter.device().devicePixelRatioF()
        side = max(8, round(size * self._unit))
        picture = icons.pixmap(name, side, current().tokens.of(ink), ratio, drawing)
        self._painter.drawPixmap(QPointF(x * self._unit, y * self._unit), picture)

    def _bracket(self, left: float, right: float, y: float) -> None:
        pen = QPen(self._colour(Colour.INK), 3 * self._unit)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        self._painter.setPen(pen)
        u = self._unit
        for x in (left, right):
            self._painter.drawLine(QLineF(x * u, y * u, x * u, (y + 14) * u))
        self._painter.drawLine(QLineF(left * u, (y + 14) * u, right * u, (y + 14) * u))

    def _fill(self, x: float, y: float, wide: float, high: float, colour: Colour) -> None:
        self._painter.fillRect(self._area(x, y, wide, high), self._colour(colour))

    def _area(self, x: float, y: float, wide: float, high: float) -> QRectF:
        u = self._unit
        return QRectF(x * u, y * u, wide * u, high * u)

    def _colour(self, colour: Colour) -> QColor:
        return current().colour(colour)
