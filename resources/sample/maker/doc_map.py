"""07 the A3 plan: where the projects of the year lie. Terrain, stream and roads are invented and drawn as vectors."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pymupdf

from . import data
from .fonts import Faces
from .layout import Colour, Paper

A3 = (420 * 72 / 25.4, 297 * 72 / 25.4)
FRAME = (40.0, 72.0, 848.0, 800.0)  # map area
Spot = tuple[float, float]

PLACES: dict[str, Spot] = {
    "Suối Lam": (395, 425), "Đồng Bưởi": (690, 390), "Đồi Chè": (300, 250), "Nà Hang": (150, 330), "Bãi Đa": (500, 520),
    "Khe Gỗ": (130, 150), "Làng Mận": (560, 260), "Đầm Sen": (620, 610), "Vĩnh Thành": (350, 560), "Cây Si": (470, 680),
    "Đồng Lau": (740, 530), "Phú Sơn": (210, 680), "Gò Mít": (745, 210), "Bản Cú": (330, 120),
}  # fmt: skip
STREAM: tuple[Spot, ...] = (
    (40, 236), (120, 300), (180, 372), (240, 396), (300, 470), (335, 510), (395, 560), (420, 610), (500, 640), (560, 700), (690, 740), (760, 800),
)  # fmt: skip
BRANCH: tuple[Spot, ...] = ((474, 72), (455, 180), (430, 270), (440, 350), (425, 440), (410, 500), (395, 560))
HILLS = (
    (120, 110, 150, 90), (330, 60, 120, 110), (240, 210, 80, 60), (640, 120, 190, 95), (800, 300, 90, 70), (120, 560, 120, 85),
    (240, 760, 110, 60), (820, 690, 120, 80), (560, 390, 60, 32), (70, 430, 90, 50),
)  # fmt: skip
ROADS: dict[str, tuple[str, ...]] = {
    "commune": (
        "Suối Lam,Vĩnh Thành,Cây Si,Đầm Sen,Đồng Lau,Đồng Bưởi", "Suối Lam,Đồi Chè,Bản Cú,Khe Gỗ", "Suối Lam,Nà Hang,Khe Gỗ",
        "Suối Lam,Bãi Đa,Đầm Sen", "Vĩnh Thành,Phú Sơn,Cây Si", "Suối Lam,Làng Mận,Gò Mít,Đồng Bưởi",
    ),
}  # fmt: skip
PROVINCIAL: tuple[Spot, ...] = ((40, 508), (170, 480), (300, 440), (395, 425), (450, 330), (530, 190), (600, 72))
LINK: tuple[Spot, ...] = ((395, 425), (455, 440), (520, 425), (590, 402), (640, 408), (690, 390))
KM = sum(math.dist(a, b) for a, b in zip(LINK, LINK[1:], strict=False)) / 5.0  # points to a kilometre: the link has 5 km
BLUE: Colour = (0.22, 0.47, 0.72)
BROWN: Colour = (0.72, 0.55, 0.36)
RED: Colour = (0.74, 0.2, 0.16)
DARK: Colour = (0.15, 0.15, 0.15)
GREEN: Colour = (0.83, 0.91, 0.76)
NUMBERED = {  # project number -> place of its mark
    1: (615, 388), 2: (700, 410), 3: (545, 560), 4: (112, 172), 5: (165, 362), 6: (378, 446), 7: (762, 228), 8: (346, 142), 9: (765, 550),
    10: (282, 268), 11: (442, 408), 12: (304, 530), 13: (332, 586), 14: (488, 700), 15: (425, 462), 16: (190, 702),
}  # fmt: skip


def plan(faces: Faces, path: Path) -> None:
    """07: the plan, one A3 sheet."""
    p = Paper(faces, title="Bản đồ vị trí các dự án đầu tư công năm 2027", date="2026-11-18")
    p.doc.delete_page(0)
    p.doc.new_page(width=A3[0], height=A3[1])
    p.pages[0].rect = pymupdf.Rect(0, 0, *A3)
    p.box(FRAME, fill=(0.985, 0.98, 0.955), edge=None)
    _fields(p)
    _contours(p)
    _curve(p, STREAM, BLUE, 5.0)
    _curve(p, BRANCH, BLUE, 2.6)
    _roads(p)
    _grid(p)
    _hamlets(p)
    _projects(p)
    _margin(p)
    p.text(FRAME[0], 40, "BẢN ĐỒ VỊ TRÍ CÁC DỰ ÁN ĐẦU TƯ CÔNG NĂM 2027 – XÃ SUỐI LAM", face="b", size=19)
    p.text(FRAME[0], 58, "Kèm theo Tờ trình số 13/TTr-UBND ngày 18 tháng 11 năm 2026 của Ủy ban nhân dân xã Suối Lam", face="i", size=11)
    p.mark("Bản đồ vị trí các dự án")
    p.save(path)


def _height(x: float, y: float) -> float:
    ground = 60 + sum(h * 3.2 * math.exp(-(((x - cx) / w) ** 2 + ((y - cy) / w) ** 2)) for cx, cy, w, h in HILLS)
    ground += 9 * math.sin(x / 37) * math.cos(y / 43) + 5 * math.sin((x + y) / 21)
    return ground - 45 * math.exp(-((_away(x, y, STREAM) / 55) ** 2)) - 25 * math.exp(-((_away(x, y, BRANCH) / 40) ** 2))


def _away(x: float, y: float, line: Sequence[Spot]) -> float:
    best = 1e9
    for (ax, ay), (bx, by) in zip(line, line[1:], strict=False):
        dx, dy = bx - ax, by - ay
        t = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
        best = min(best, math.hypot(x - ax - t * dx, y - ay - t * dy))
    return best


def _contours(p: Paper) -> None:
    step = 8.0
    columns, rows = int((FRAME[2] - FRAME[0]) / step), int((FRAME[3] - FRAME[1]) / step)
    field = [[_height(FRAME[0] + i * step, FRAME[1] + j * step) for i in range(columns + 1)] for j in range(rows + 1)]
    for level in range(60, 400, 20):
        pieces: list[tuple[Spot, Spot]] = []
        for j in range(rows):
            for i in range(columns):
                pieces += _cell(field, i, j, step, float(level))

        def draw(shape: pymupdf.Shape, pieces: list[tuple[Spot, Spot]] = pieces, thick: bool = level % 100 == 0) -> None:
            if not pieces:
                return
            for a, b in pieces:
                shape.draw_line(a, b)
            shape.finish(color=BROWN, width=0.9 if thick else 0.35, closePath=False)

        p.draw(draw)
    for x, y in ((120, 110), (262, 88), (640, 120), (120, 560), (805, 690)):
        p.text(x + 4, y + 3, f"{data.vn(_height(x, y))} m", face="s", size=7, colour=BROWN)
        p.text(x - 4, y + 4, "▲" if p.faces["s"].font.has_glyph(ord("▲")) else "+", face="s", size=8, colour=BROWN)


def _cell(field: list[list[float]], i: int, j: int, step: float, level: float) -> list[tuple[Spot, Spot]]:
    corners = ((i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1))
    cuts: list[Spot] = []
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        a, b = field[ay][ax], field[by][bx]
        if (a < level) != (b < level):
            t = (level - a) / (b - a)
            cuts.append((FRAME[0] + (ax + t * (bx - ax)) * step, FRAME[1] + (ay + t * (by - ay)) * step))
    return [(cuts[n], cuts[n + 1]) for n in range(0, len(cuts) - 1, 2)]


def _smooth(line: Sequence[Spot]) -> list[Spot]:
    """Catmull–Rom through the points."""
    full = [line[0], *line, line[-1]]
    out: list[Spot] = []
    for a, b, c, d in zip(full, full[1:], full[2:], full[3:], strict=False):
        for n in range(10):
            t = n / 10
            out.append(
                (
                    0.5 * (2 * b[0] + (c[0] - a[0]) * t + (2 * a[0] - 5 * b[0] + 4 * c[0] - d[0]) * t * t
                           + (3 * b[0] - a[0] - 3 * c[0] + d[0]) * t**3),
                    0.5 * (2 * b[1] + (c[1] - a[1]) * t + (2 * a[1] - 5 * b[1] + 4 * c[1] - d[1]) * t * t
                           + (3 * b[1] - a[1] - 3 * c[1] + d[1]) * t**3),
                )
            )  # fmt: skip
    return [*out, line[-1]]


def _curve(p: Paper, line: Sequence[Spot], colour: Colour, width: float, dashes: str | None = None) -> None:
    spots = _smooth(line)

    def draw(shape: pymupdf.Shape) -> None:
        shape.draw_polyline(spots)
        shape.finish(color=colour, width=width, dashes=dashes, lineCap=0 if dashes else 1, lineJoin=1, closePath=False)

    p.draw(draw)


def _roads(p: Paper) -> None:
    for chain in ROADS["commune"]:
        names = chain.split(",")
        for start, end in zip(names, names[1:], strict=False):
            dice = data.dice(start + end)
            (ax, ay), (bx, by) = PLACES[start], PLACES[end]
            bends = [
                (ax + (bx - ax) * t + dice.uniform(-22, 22), ay + (by - ay) * t + dice.uniform(-22, 22)) for t in (0.33, 0.66)
            ]
            _curve(p, [(ax, ay), *bends, (bx, by)], (0.55, 0.42, 0.25), 2.2)
            _curve(p, [(ax, ay), *bends, (bx, by)], (0.98, 0.9, 0.7), 1.2)
    _curve(p, PROVINCIAL, (0.45, 0.1, 0.08), 4.6)
    _curve(p, PROVINCIAL, (0.93, 0.55, 0.42), 3.2)
    done = _smooth(LINK)
    cut = int(len(done) * 0.64)
    for spots, dashes in ((done[: cut + 1], None), (done[cut:], "[5 3] 0")):

        def draw(shape: pymupdf.Shape, spots: list[Spot] = spots, dashes: str | None = dashes) -> None:
            shape.draw_polyline(spots)
            shape.finish(color=RED, width=3.4, dashes=dashes, lineJoin=1, closePath=False)

        p.draw(draw)


def _fields(p: Paper) -> None:
    for h in data.HAMLETS:
        x, y = PLACES[h.name]
        dice = data.dice("field" + h.name)
        for _ in range(max(2, h.rice // 10)):
            cx, cy, turn = x + dice.uniform(-55, 60), y + dice.uniform(-42, 55), dice.uniform(0, math.pi)
            size = dice.uniform(9, 19)
            spots = [
                (cx + size * dice.uniform(0.8, 1.5) * math.cos(turn + k * math.pi / 2.5), cy + size * math.sin(turn + k * math.pi / 2.5))
                for k in range(5)
            ]

            def draw(shape: pymupdf.Shape, spots: list[Spot] = spots) -> None:
                shape.draw_polyline([*spots, spots[0]])
                shape.finish(fill=GREEN, color=(0.66, 0.8, 0.56), width=0.4, closePath=True)

            p.draw(draw)


def _grid(p: Paper) -> None:
    x0, y0, x1, y1 = FRAME
    for n in range(1, int((x1 - x0) / KM) + 1):
        p.line(x0 + n * KM, y0, x0 + n * KM, y1, width=0.2, colour=(0.6, 0.65, 0.7))
        p.text(x0 + n * KM, y1 + 11, f"{512 + n}", face="s", size=7, align="c")
    for n in range(1, int((y1 - y0) / KM) + 1):
        p.line(x0, y1 - n * KM, x1, y1 - n * KM, width=0.2, colour=(0.6, 0.65, 0.7))
        p.text(x0 - 4, y1 - n * KM + 2, f"{2291 + n}", face="s", size=7, align="r")
    p.box(FRAME, fill=None, edge=DARK)
    p.box((x0 - 18, y0 - 4, x1 + 4, y1 + 16), fill=None, edge=DARK)


def _hamlets(p: Paper) -> None:
    for h in data.HAMLETS:
        x, y = PLACES[h.name]
        dice = data.dice("houses" + h.name)
        for _ in range(h.households // 8):
            hx, hy = x + dice.gauss(0, 15), y + dice.gauss(0, 11)
            p.box((hx, hy, hx + 2.6, hy + 2.0), fill=(0.3, 0.28, 0.27), edge=None)
        width = p.faces["sb"].width(h.name, 10)
        p.box((x - width / 2 - 3, y - 29, x + width / 2 + 3, y - 16), fill=(1, 1, 1), edge=(0.5, 0.5, 0.5))
        p.text(x, y - 19, h.name, face="sb", size=10, align="c")
    p.text(138, 402, "suối Lam", face="i", size=11, colour=BLUE)
    p.text(560, 690, "suối Lam", face="i", size=11, colour=BLUE)
    p.text(388, 180, "khe Mận", face="i", size=9, colour=BLUE)
    p.text(92, 516, "Đường tỉnh 447B", face="s", size=9, colour=RED)
    p.box((472, 446, 628, 459), fill=(0.985, 0.98, 0.955), edge=None)
    p.text(475, 456, "đường liên thôn Suối Lam – Đồng Bưởi", face="sb", size=8.5, colour=RED)


def _projects(p: Paper) -> None:
    for number, (x, y) in NUMBERED.items():
        _badge(p, x, y, number)


def _badge(p: Paper, x: float, y: float, number: int) -> None:
    colour = (0.13, 0.27, 0.48) if number <= 6 else (0.1, 0.45, 0.3)

    def draw(shape: pymupdf.Shape) -> None:
        shape.draw_circle((x, y), 8)
        shape.finish(fill=colour, color=(1, 1, 1), width=1)

    p.draw(draw)
    p.text(x, y + 3.2, str(number), face="sb", size=9, align="c", colour=(1, 1, 1))


def _margin(p: Paper) -> None:
    x, y = FRAME[2] + 26, FRAME[1] + 4
    edge = A3[0] - 34
    p.text(x, y + 10, "DANH MỤC DỰ ÁN", face="sb", size=11)
    p.text(edge, y + 10, "Vốn 2027 (triệu đồng)", face="s", size=8, align="r")
    y += 22
    for n, project in enumerate(data.PROJECTS, 1):
        p.line(x, y - 2, edge, y - 2, width=0.3, colour=(0.7, 0.7, 0.7))
        if n in NUMBERED:
            _badge(p, x + 9, y + 8, n)
        else:
            p.text(x + 9, y + 11, "–", face="s", size=9, align="c")
        rows = p._break(p._words(project.name, "s"), 8.8, 205, 0)
        for k, row in enumerate(rows[:2]):
            p.text(x + 24, y + (11 if len(rows) == 1 else 7) + 10 * k, " ".join(word for word, _ in row), face="s", size=8.8)
        p.text(edge, y + 11, data.vn(project.plan), face="sb", size=9, align="r")
        y += 24
    p.line(x, y - 2, edge, y - 2, width=0.8)
    p.text(x + 24, y + 11, "Tổng cộng", face="sb", size=9)
    p.text(edge, y + 11, data.vn(data.INVEST.plan), face="sb", size=9, align="r")
    _legend(p, x, y + 34)
    _compass(p, edge - 30, FRAME[3] - 155)
    _scale(p, x, FRAME[3] - 70)
    p.text(x, FRAME[3] - 20, "Hệ tọa độ giả định, lưới ô vuông 1 km. Khoảng cao đều 20 m.", face="s", size=7.5)
    p.text(x, FRAME[3] - 8, "Phòng Kinh tế lập, tháng 11 năm 2026. Chỉ dùng để họp.", face="s", size=7.5)


def _legend(p: Paper, x: float, y: float) -> None:
    p.text(x, y, "CHÚ GIẢI", face="sb", size=11)
    entries: tuple[tuple[str, Colour, float, str | None], ...] = (
        ("Đường tỉnh", (0.93, 0.55, 0.42), 3.6, None), ("Đường xã, đường liên thôn khác", (0.55, 0.42, 0.25), 1.8, None),
        ("Suối Lam – Đồng Bưởi: đã làm 3,2 km", RED, 3.2, None), ("Suối Lam – Đồng Bưởi: còn lại 1,8 km", RED, 3.2, "[5 3] 0"),
        ("Suối, khe", BLUE, 3.0, None), ("Đường bình độ", BROWN, 0.6, None),
    )  # fmt: skip
    for k, (name, colour, width, dashes) in enumerate(entries):
        at = y + 16 + 15 * k

        def draw(shape: pymupdf.Shape, at: float = at, colour: Colour = colour, width: float = width, d: str | None = dashes) -> None:
            shape.draw_line((x, at - 3), (x + 34, at - 3))
            shape.finish(color=colour, width=width, dashes=d)

        p.draw(draw)
        p.text(x + 44, at, name, face="s", size=8.8)
    at = y + 16 + 15 * len(entries)
    p.box((x + 6, at - 9, x + 28, at + 1), fill=GREEN, edge=(0.66, 0.8, 0.56))
    p.text(x + 44, at, "Đất trồng lúa", face="s", size=8.8)
    for k in range(5):
        p.box((x + 6 + 5 * k, at + 8 + 3 * (k % 2), x + 9 + 5 * k, at + 11 + 3 * (k % 2)), fill=DARK, edge=None)
    p.text(x + 44, at + 15, "Khu dân cư (mỗi chấm khoảng 8 hộ)", face="s", size=8.8)


def _compass(p: Paper, x: float, y: float) -> None:
    def draw(shape: pymupdf.Shape) -> None:
        shape.draw_polyline([(x, y - 32), (x + 9, y + 14), (x, y + 6), (x, y - 32)])
        shape.finish(fill=DARK, color=DARK, width=0.6, closePath=True)
        shape.draw_polyline([(x, y - 32), (x - 9, y + 14), (x, y + 6), (x, y - 32)])
        shape.finish(fill=(1, 1, 1), color=DARK, width=0.6, closePath=True)

    p.draw(draw)
    p.text(x, y - 38, "B", face="sb", size=12, align="c")


def _scale(p: Paper, x: float, y: float) -> None:
    for k in range(4):
        p.box((x + KM / 2 * k, y, x + KM / 2 * (k + 1), y + 6), fill=DARK if k % 2 == 0 else (1, 1, 1), edge=DARK)
    for k, label in enumerate(("0", "0,5", "1", "1,5", "2 km")):
        p.text(x + KM / 2 * k, y - 4, label, face="s", size=8, align="c" if k else "l")
    p.text(x, y + 20, "Thước tỷ lệ (1 km trên thực địa)", face="s", size=8)
