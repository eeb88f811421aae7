"""Vector charts for the reports: bars side by side, a line, shares of a whole. Labels in the sans face."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pymupdf

from .data import vn
from .layout import Colour, Paper

INDIGO: Colour = (0.13, 0.27, 0.48)
SAND: Colour = (0.78, 0.68, 0.5)
GREEN: Colour = (0.36, 0.55, 0.42)
GREY: Colour = (0.45, 0.43, 0.4)
PALETTE = (INDIGO, SAND, GREEN, (0.62, 0.36, 0.28), (0.5, 0.6, 0.72), (0.55, 0.5, 0.6), (0.8, 0.8, 0.76))
LIGHT: Colour = (0.86, 0.84, 0.8)


def caption(p: Paper, text: str) -> None:
    """The numbered caption under a chart."""
    p.para(text, face="i", align="c", indent=0, size=12, after=10)


def bars(
    p: Paper, labels: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], *, unit: str, height: float = 190
) -> None:
    """Grouped columns with their values on top; several series get a legend."""
    p.ensure(height + 60)
    top, bottom, left, right = p.y + 26, p.y + height, p.left + 34, p.right
    high = _ceiling(max(max(values) for _, values in series))
    _axis(p, (left, top, right, bottom), high, unit)
    slot = (right - left) / len(labels)
    bar = slot * 0.72 / len(series)
    for k, (_, values) in enumerate(series):
        for n, value in enumerate(values):
            x = left + slot * n + slot * 0.14 + bar * k
            y = bottom - (bottom - top) * value / high
            p.box((x, y, x + bar, bottom), fill=PALETTE[k], edge=None)
            if bar > 15:
                p.text(x + bar / 2, y - 3, vn(value, 0 if value >= 100 or value == int(value) else 1), face="s", size=7, align="c")
    for n, label in enumerate(labels):
        for row, word in enumerate(label.split("\n")):
            p.text(left + slot * (n + 0.5), bottom + 11 + 9 * row, word, face="s", size=7.5, align="c")
    _legend(p, [name for name, _ in series]) if len(series) > 1 else None
    p.y = bottom + 14 + 9 * max(label.count("\n") + 1 for label in labels)


def line(p: Paper, labels: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], *, unit: str, height: float = 180) -> None:
    """Lines over time with a dot at each value."""
    p.ensure(height + 60)
    top, bottom, left, right = p.y + 26, p.y + height, p.left + 34, p.right
    high = _ceiling(max(max(values) for _, values in series))
    _axis(p, (left, top, right, bottom), high, unit)
    slot = (right - left) / len(labels)
    for k, (_, values) in enumerate(series):
        spots = [(left + slot * (n + 0.5), bottom - (bottom - top) * v / high) for n, v in enumerate(values)]

        def draw(shape: pymupdf.Shape, spots: list[tuple[float, float]] = spots, colour: Colour = PALETTE[k]) -> None:
            shape.draw_polyline(spots)
            shape.finish(color=colour, width=1.6, lineJoin=1)
            for spot in spots:
                shape.draw_circle(spot, 2.2)
            shape.finish(color=colour, fill=colour, width=0.4)

        p.draw(draw)
    for n, label in enumerate(labels):
        p.text(left + slot * (n + 0.5), bottom + 11, label, face="s", size=7.5, align="c")
    _legend(p, [name for name, _ in series]) if len(series) > 1 else None
    p.y = bottom + 22


def shares(p: Paper, parts: Sequence[tuple[str, float]], *, height: float = 170) -> None:
    """A pie with its legend at the right: name, value and share."""
    p.ensure(height + 40)
    whole = sum(value for _, value in parts)
    centre = pymupdf.Point(p.left + 95, p.y + height / 2)
    start = 90.0
    for k, (name, value) in enumerate(parts):
        angle = -360 * value / whole

        tint = PALETTE[k % len(PALETTE)]

        def draw(shape: pymupdf.Shape, at: float = start, by: float = angle, colour: Colour = tint) -> None:
            turns = [math.radians(at + by * step / 60) for step in range(61)]
            rim = [centre + pymupdf.Point(math.cos(t), -math.sin(t)) * 72 for t in turns]
            shape.draw_polyline([centre, *rim, centre])
            shape.finish(fill=colour, color=(1, 1, 1), width=0.8, closePath=True)

        p.draw(draw)
        start += angle
        y = p.y + height / 2 - len(parts) * 8 + 16 * k + 8
        x = p.left + 200
        p.box((x, y - 8, x + 9, y + 1), fill=PALETTE[k % len(PALETTE)], edge=None)
        p.text(x + 15, y, name, face="s", size=8.5)
        p.text(p.right, y, f"{vn(value)}  ({vn(100 * value / whole, 1)} %)", face="sb", size=8.5, align="r")
    p.y += height + 4


def _axis(p: Paper, box: tuple[float, float, float, float], high: float, unit: str) -> None:
    left, top, right, bottom = box
    for step in range(6):
        y = bottom - (bottom - top) * step / 5
        p.line(left, y, right, y, width=0.4, colour=GREY if step == 0 else LIGHT)
        value = high * step / 5
        p.text(left - 4, y + 2.5, vn(value, 0 if high >= 10 else 1), face="s", size=7, align="r", colour=GREY)
    p.text(left - 30, top - 16, unit, face="s", size=7.5, colour=GREY)


def _legend(p: Paper, names: Sequence[str]) -> None:
    x = p.right
    for k, name in reversed(list(enumerate(names))):
        width = p.faces["s"].width(name, 8)
        x -= width
        p.text(x, p.y + 10, name, face="s", size=8)
        x -= 12
        p.box((x, p.y + 3, x + 8, p.y + 11), fill=PALETTE[k], edge=None)
        x -= 14


def _ceiling(value: float) -> float:
    for step in (1, 2, 5, 10, 20, 25, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500, 600, 800, 1000):
        if value * 1.06 <= step:
            return float(step)
    return float(-(-int(value * 1.06) // 1000) * 1000)
