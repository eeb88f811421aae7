"""08 the minutes of six meetings with voters, as a scanner leaves them: skewed grey pictures without text."""

from __future__ import annotations

import math
import operator
import random
from pathlib import Path

import pymupdf

from . import data
from .fonts import Faces
from .forms import headline, letterhead
from .layout import A4, Paper, finish
from .petitions import PETITIONS

DPI = 200
QUALITY = 70
MEETINGS = (
    (("Suối Lam", "Đồng Bưởi", "Làng Mận"), "02", 94), (("Đồi Chè", "Gò Mít"), "04", 71), (("Nà Hang", "Khe Gỗ"), "06", 83),
    (("Bãi Đa", "Đầm Sen"), "09", 88), (("Vĩnh Thành", "Cây Si", "Phú Sơn"), "11", 92), (("Đồng Lau", "Bản Cú"), "13", 58),
)  # fmt: skip


def scan(faces: Faces, path: Path) -> None:
    """08: the minutes as pictures only."""
    doc = pymupdf.open()
    for number, (hamlets, day, people) in enumerate(MEETINGS, 1):
        typed = path.with_suffix(".typed.pdf")
        _minutes(faces, typed, number, hamlets, day, people)
        with pymupdf.open(typed) as source:
            for page in source:
                _photograph(doc, page, data.dice(f"scan{number}.{page.number}"))
        typed.unlink()
    doc.set_page_labels([{"startpage": 0, "prefix": "BB-", "style": "D", "firstpagenum": 1}])
    finish(doc, path, title="Tập biên bản tiếp xúc cử tri (bản quét)", date="2026-11-16")


def _minutes(faces: Faces, path: Path, number: int, hamlets: tuple[str, ...], day: str, people: int) -> None:
    p = Paper(faces, title="Biên bản", date="2026-11-16", leading=1.5)
    dice = data.dice(f"minutes{number}")
    names = list(data.DELEGATES)
    dice.shuffle(names)
    place = f"Nhà văn hóa thôn {hamlets[0]}"
    letterhead(
        p,
        parent=["HỘI ĐỒNG NHÂN DÂN", "XÃ SUỐI LAM"],
        body=[f"TỔ ĐẠI BIỂU SỐ {number}"],
        symbol=f"Số: 0{number}/BB-TĐB",
        place=f"Suối Lam, ngày {day} tháng 11 năm 2026",
    )
    headline(p, "BIÊN BẢN", ["Hội nghị tiếp xúc cử tri trước Kỳ họp thứ năm", f"cụm thôn {', '.join(hamlets)}"])
    p.para(
        f"Hôm nay, hồi {dice.choice(('14 giờ 00', '08 giờ 00', '19 giờ 30'))} ngày {day} tháng 11 năm 2026, tại {place}, Tổ đại biểu số {number} phối hợp "
        f"với ban công tác Mặt trận các thôn tổ chức hội nghị tiếp xúc cử tri. Có mặt __{people}__ cử tri (có danh sách kèm theo)."
    )
    p.para(f"**Chủ tọa:** __{names[0]}__, tổ trưởng tổ đại biểu. **Đại biểu dự:** __{', '.join(names[1:4])}__. **Thư ký:** __{names[4]}__.")
    p.para(
        "**Nội dung:** Đại biểu thông báo dự kiến nội dung Kỳ họp thứ năm, tình hình kinh tế – xã hội năm 2026 và kết quả giải quyết kiến nghị kỳ trước. Cử "
        "tri nghe, thảo luận và phát biểu các ý kiến sau đây:"
    )
    for h in data.HAMLETS:
        if h.name not in hamlets:
            continue
        for x in (x for x in PETITIONS if x.hamlet == h.name):
            who = dice.choice(("Ông", "Bà"))
            speaker = f"{dice.choice(('Bùi', 'Quách', 'Đinh', 'Hoàng'))} {'Văn' if who == 'Ông' else 'Thị'} {dice.choice(('Lợi', 'Mến', 'Sáu', 'Chinh', 'Tình', 'Ngân', 'Thái'))}"
            p.para(f"- {who} __{speaker}__, thôn {x.hamlet}: {x.ask} {dice.choice(_MORE)}")
    p.para(f"**Ý kiến tiếp thu, giải trình của Ủy ban nhân dân xã:** {dice.choice(_REPLY)}")
    p.para(
        f"**Kết luận của chủ tọa:** Tổ đại biểu ghi nhận đầy đủ các ý kiến, phân công đại biểu __{names[1]}__ theo dõi việc trả lời; tổng hợp gửi Thường trực Hội "
        "đồng nhân dân xã trước ngày 16 tháng 11 năm 2026. Đề nghị trưởng thôn thông báo lại kết quả tại cuộc họp thôn gần nhất."
    )
    p.para("Hội nghị kết thúc cùng ngày. Biên bản được đọc lại cho mọi người cùng nghe, nhất trí và ký tên dưới đây./.", keep=190)
    _signatures(p, dice, ("ĐẠI DIỆN CỬ TRI", "THƯ KÝ", "CHỦ TỌA"), (data.HAMLETS[number].head, names[4], names[0]))
    _attendance(p, dice, hamlets)
    p.save(path)


def _signatures(p: Paper, dice: random.Random, offices: tuple[str, ...], names: tuple[str, ...]) -> None:
    y = p.y + 24
    for n, (office, name) in enumerate(zip(offices, names, strict=True)):
        x = p.left + p.width * (0.16 + 0.34 * n)
        p.text(x, y, office, face="b", size=12.5, align="c")
        p.text(x, y + 15, "(Ký, ghi rõ họ tên)", face="i", size=11, align="c")
        _stroke(p, x - 38, y + 62, 80, dice)
        p.text(x, y + 110, name, face="b", size=13, align="c")
    p.y = y + 124


def _stroke(p: Paper, x: float, y: float, width: float, dice: random.Random, *, weight: float = 1.3) -> None:
    """A signature: loops that get flatter, then a flourish."""
    size = min(1.0, (width / 80) ** 2)
    spots = []
    a, b, c = dice.uniform(3, 6), dice.uniform(2, 4), dice.uniform(0, 6)
    for n in range(90):
        t = n / 89
        fade = 1.15 - t
        wave = math.sin(t * 6.28 * a + c)
        spots.append((x + width * t + 9 * size * fade * math.cos(t * 6.28 * a), y - size * (20 * fade * wave + 7 * math.sin(t * 6.28 * b))))
    tail = [(x + width * 1.05, y - 16 * size), (x + width * 0.3, y + 10 * size), (x + width * 1.25, y + size * dice.uniform(2, 9))]

    def draw(shape: pymupdf.Shape) -> None:
        shape.draw_polyline(spots)
        shape.finish(color=(0.2, 0.2, 0.3), width=weight, lineJoin=1, lineCap=1, closePath=False)
        shape.draw_bezier(spots[-1], *tail)
        shape.finish(color=(0.2, 0.2, 0.3), width=weight * 0.8, lineCap=1, closePath=False)

    p.draw(draw)


def _attendance(p: Paper, dice: random.Random, hamlets: tuple[str, ...]) -> None:
    p.new_page()
    p.para("DANH SÁCH CỬ TRI KÝ TÊN", face="b", align="c", indent=0, after=2)
    p.para("(Trang 1; các trang sau lưu tại Văn phòng)", face="i", align="c", indent=0, size=12)
    shares = (0.09, 0.4, 0.27, 0.24)
    for row in range(24):
        cells = ("TT", "Họ và tên", "Thôn", "Ký tên") if row == 0 else (
            str(row), f"{dice.choice(('Bùi', 'Quách', 'Đinh', 'Hoàng', 'Nguyễn'))} {dice.choice(('Văn', 'Thị'))} "
            f"{dice.choice(('Lợi', 'Mến', 'Sáu', 'Chinh', 'Tình', 'Ngân', 'Thái', 'Vẻ', 'Ót', 'Hiển', 'Phấn', 'Loan'))}", dice.choice(hamlets), "",
        )  # fmt: skip
        x = p.left
        for n, (cell, share) in enumerate(zip(cells, shares, strict=True)):
            wide = p.width * share
            p.box((x, p.y, x + wide, p.y + 26), fill=None, edge=(0, 0, 0))
            face = "b" if row == 0 else "i" if n else "r"
            p.text(x + 8, p.y + 18 + dice.uniform(-1.5, 1.5) * (row > 0), cell, face=face, size=13)
            if n == 3 and row:
                _stroke(p, x + 24, p.y + 15, 46, dice, weight=0.9)
            x += wide
        p.y += 26
    _seal(p, p.left + p.width * 0.72, min(p.y + 10, p.bottom - 30))


def _seal(p: Paper, x: float, y: float) -> None:
    def draw(shape: pymupdf.Shape) -> None:
        for radius, width in ((44, 2.2), (40, 0.8), (24, 0.8)):
            shape.draw_circle((x, y), radius)
            shape.finish(color=(0.5, 0.5, 0.5), width=width)

    p.draw(draw)
    p.text(x, y - 2, "ĐÃ NHẬN", face="sb", size=8, align="c", colour=(0.45, 0.45, 0.45))
    p.text(x, y + 9, "16/11/2026", face="sb", size=7, align="c", colour=(0.45, 0.45, 0.45))


def _photograph(doc: pymupdf.Document, page: pymupdf.Page, dice: random.Random) -> None:
    """Render a page a little askew, make the paper grey and grainy, and put the JPEG on a page of `doc`."""
    zoom = DPI / 72
    picture = page.get_pixmap(
        matrix=pymupdf.Matrix(zoom, zoom).prerotate(dice.uniform(-0.9, 0.9)), colorspace=pymupdf.csGRAY, alpha=False
    )
    width, height = picture.width, picture.height
    clean = bytes(picture.samples)
    phase, depth = dice.uniform(0, 6.28), dice.uniform(6, 14)
    rows = []
    for y in range(height):
        shade = 236 - depth * (0.5 + 0.5 * math.sin(phase + 3.1 * y / height)) - (18 if y < 6 or y > height - 9 else 0)
        rows.append(clean[y * width : (y + 1) * width].translate(_paper_table(round(shade))))
    grain = dice.randbytes(width * height).translate(_GRAIN)
    noisy = bytes(map(operator.sub, b"".join(rows), grain))
    jpeg = pymupdf.Pixmap(pymupdf.csGRAY, width, height, noisy, False).tobytes("jpeg", jpg_quality=QUALITY)
    sheet = doc.new_page(width=A4[0], height=A4[1])
    sheet.insert_image(sheet.rect, stream=jpeg, keep_proportion=False)


def _paper_table(white: int) -> bytes:
    low = 46  # faded ink, and room for the grain below it
    return bytes(round(low + (white - low) * v / 255) for v in range(256))


_GRAIN = bytes(min(28, round(3 + 9 * abs(math.log((v + 1) / 257)))) for v in range(256))
_MORE = (
    "Đề nghị trả lời bằng văn bản.", "Ý kiến này đã nêu tại kỳ họp giữa năm.", "Nhiều cử tri vỗ tay đồng tình.", "Đề nghị đại biểu đến xem tận nơi.",
    "Đề nghị cho biết thời hạn cụ thể.", "Thôn sẵn sàng góp ngày công.", "Đề nghị công khai kết quả tại nhà văn hóa thôn.",
)  # fmt: skip
_REPLY = (
    "Đại diện Ủy ban nhân dân xã cảm ơn cử tri, giải thích rõ khả năng ngân sách, nhận trách nhiệm về những việc chậm và hẹn trả lời từng kiến nghị bằng văn bản "
    "trước ngày 30 tháng 11 năm 2026. Những việc làm được ngay sẽ giao Phòng Kinh tế xử lý trong tuần.",
    "Đại diện Ủy ban nhân dân xã thông báo các công trình dự kiến bố trí vốn năm 2027, đề nghị các thôn họp thống nhất về mặt bằng trước khi khởi công; đối với việc "
    "thuộc thẩm quyền của tỉnh, xã đã có văn bản kiến nghị và sẽ thông báo khi có kết quả.",
    "Đại diện Ủy ban nhân dân xã tiếp thu ý kiến, đề nghị cử tri gửi thêm hình ảnh, giấy tờ liên quan đến Trung tâm Phục vụ hành chính công; các phản ánh về môi "
    "trường và trật tự được chuyển ngay cho Công an xã.",
)
