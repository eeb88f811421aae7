"""03 the report on the economy and society of the year, with tables and charts."""

from __future__ import annotations

from pathlib import Path

from . import chart, data
from .data import HAMLETS, vn
from .doc_report_text import CULTURE, DEFENCE, ECONOMY, FAULTS, GROUND, PLAN
from .fonts import Faces
from .forms import COMMITTEE, PROVINCE, headline, letterhead, signature
from .layout import Column, Paper
from .report_tables import report_tables


def report(faces: Faces, path: Path) -> None:
    """03: Báo cáo 215/BC-UBND."""
    p = Paper(faces, title="Báo cáo 215/BC-UBND", date="2026-11-17", leading=1.58)
    letterhead(
        p, parent=[PROVINCE], body=COMMITTEE, symbol="Số: 215/BC-UBND", place="Suối Lam, ngày 17 tháng 11 năm 2026"
    )
    headline(
        p,
        "BÁO CÁO",
        ["Tình hình kinh tế – xã hội, quốc phòng, an ninh năm 2026", "và phương hướng, nhiệm vụ năm 2027"],
    )
    for text in GROUND:
        p.para(text)
    p.heading("PHẦN THỨ NHẤT: KẾT QUẢ THỰC HIỆN NĂM 2026", align="c")
    p.heading("I. VỀ KINH TẾ", level=2)
    _parts(p, ECONOMY)
    p.heading("II. VỀ VĂN HÓA – XÃ HỘI", level=2)
    _parts(p, CULTURE)
    p.heading("III. QUỐC PHÒNG, AN NINH, CẢI CÁCH HÀNH CHÍNH", level=2)
    _parts(p, DEFENCE)
    p.heading("IV. HẠN CHẾ VÀ NGUYÊN NHÂN", level=2)
    _parts(p, FAULTS)
    p.heading("PHẦN THỨ HAI: PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027", align="c")
    _parts(p, PLAN)
    p.para(
        "Trên đây là báo cáo tình hình kinh tế – xã hội, quốc phòng, an ninh năm 2026 và phương hướng, nhiệm vụ năm 2027, Ủy "
        "ban nhân dân xã kính trình Hội đồng nhân dân xã xem xét, cho ý kiến./.",
        keep=150,
    )
    signature(
        p,
        to=["HĐND, UBND tỉnh (báo cáo)", "Thường trực Đảng ủy", "Đại biểu HĐND xã", "UBMTTQ và các đoàn thể xã", "Trưởng 14 thôn",
            "Lưu: VT, VP"],  # fmt: skip
        lines=["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        name=data.DEPUTY_MAYOR,
    )
    report_tables(p)
    p.save(path)


def _parts(p: Paper, parts: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    for title, texts in parts:
        p.heading(title, level=3)
        for text in texts:
            figure = FIGURES.get(text)
            figure(p) if figure else p.para(text)


def _harvest(p: Paper) -> None:
    dice = data.dice("harvest")
    rows = []
    area = crop = 0.0
    for n, h in enumerate(HAMLETS, 1):
        spring, autumn = dice.uniform(55.5, 60.5), dice.uniform(49.5, 55.0)
        tonnes = round(h.rice * (spring + autumn) / 10)
        area, crop = area + h.rice * 2, crop + tonnes
        rows.append([str(n), h.name, vn(h.rice * 2), vn(spring, 1), vn(autumn, 1), vn(tonnes)])
    rows.append(["", "Cộng", vn(area), "", "", vn(crop)])
    p.table(
        [Column("TT", 8, "c"), Column("Thôn", 26), Column("Diện tích cả năm (ha)", 17, "r"),
         Column("Năng suất xuân (tạ/ha)", 17, "r"), Column("Năng suất mùa (tạ/ha)", 17, "r"), Column("Sản lượng (tấn)", 15, "r")],
        rows,
        bold=[-1],
    )  # fmt: skip


def _orchard(p: Paper) -> None:
    chart.bars(
        p,
        ["2021", "2022", "2023", "2024", "2025", "2026"],
        [("Cam", [82, 91, 98, 108, 116, 121]), ("Bưởi", [54, 66, 79, 93, 108, 120])],
        unit="ha",
    )
    chart.caption(p, "Hình 1. Diện tích cam, bưởi cho thu hoạch, 2021 – 2026")


def _stock(p: Paper) -> None:
    p.table(
        [Column("TT", 8, "c"), Column("Vật nuôi", 32), Column("01/10/2025", 16, "r"), Column("01/10/2026", 16, "r"),
         Column("So sánh", 14, "r"), Column("Kế hoạch 2027", 14, "r")],
        [
            ["1", "Trâu (con)", "612", "588", "96,1 %", "590"],
            ["2", "Bò (con)", "1.046", "1.093", "104,5 %", "1.130"],
            ["3", "Lợn (con)", "5.870", "5.512", "93,9 %", "6.000"],
            ["4", "Dê (con)", "934", "1.021", "109,3 %", "1.080"],
            ["5", "Gia cầm (nghìn con)", "61,4", "66,8", "108,8 %", "70,0"],
            ["6", "Đàn ong (tổ)", "720", "815", "113,2 %", "900"],
        ],
    )  # fmt: skip


def _money(p: Paper) -> None:
    chart.bars(
        p,
        [f"Th.{n}" for n in range(1, 11)],
        [
            ("Thu tại địa bàn", [268, 214, 355, 402, 431, 688, 397, 366, 301, 478]),
            ("Chi đầu tư giải ngân", [120, 190, 640, 980, 1310, 1490, 1105, 760, 415, 1290]),
        ],
        unit="triệu đồng",
    )
    chart.caption(p, "Hình 3. Thu tại địa bàn và giải ngân đầu tư theo tháng, mười tháng năm 2026")


def _structure(p: Paper) -> None:
    parts = [(x.name, float(x.before)) for x in (data.INVEST, *data.RUNNING)]
    big = [x for x in parts if x[1] >= 1_500]
    rest = data.RESERVE.before + sum(value for _, value in parts if value < 1_500)
    chart.shares(p, [*big, ("Các khoản còn lại và dự phòng", float(rest))])
    chart.caption(p, "Hình 4. Cơ cấu ước thực hiện chi ngân sách xã năm 2026 (triệu đồng)")


def _roads(p: Paper) -> None:
    p.table(
        [Column("TT", 7, "c"), Column("Công trình", 41), Column("Kế hoạch (km)", 14, "r"), Column("Đã làm (km)", 13, "r"),
         Column("Tỷ lệ", 11, "r"), Column("Vướng mắc chính", 26)],
        [
            ["1", "Đường liên thôn Suối Lam – Đồng Bưởi", "5,0", "3,2", "64 %", "Mưa lũ, thiếu đá"],
            ["2", "Đường ngõ xóm Làng Mận", "1,4", "1,4", "100 %", "Không"],
            ["3", "Đường ngõ xóm Cây Si", "0,9", "0,9", "100 %", "Không"],
            ["4", "Đường vào khu sản xuất Đồi Chè", "2,1", "1,6", "76 %", "Dời cột điện"],
            ["5", "Đường nội đồng Bãi Đa", "1,2", "1,2", "100 %", "Không"],
            ["6", "Đường Nà Hang – cầu dân sinh", "0,8", "0,5", "63 %", "Chờ đường dẫn đầu cầu"],
            ["", "Cộng", "11,4", "8,8", "77 %", ""],
        ],
        bold=[-1],
    )  # fmt: skip


def _schools(p: Paper) -> None:
    p.table(
        [Column("TT", 7, "c"), Column("Trường", 37), Column("Điểm trường", 13, "r"), Column("Lớp", 10, "r"),
         Column("Học sinh", 13, "r"), Column("Giáo viên", 13, "r"), Column("Bán trú", 12, "r")],
        [
            ["1", "Trường Mầm non Suối Lam", "6", "27", "614", "46", "598"],
            ["2", "Trường Tiểu học Vĩnh Thành", "4", "32", "921", "43", "412"],
            ["3", "Trường THCS Suối Lam", "1", "20", "703", "37", "118"],
            ["", "Cộng", "11", "79", "2.238", "126", "1.128"],
        ],
        bold=[-1],
    )  # fmt: skip


def _poverty(p: Paper) -> None:
    chart.line(
        p,
        ["2021", "2022", "2023", "2024", "2025", "2026"],
        [("Hộ nghèo", [11.8, 10.4, 8.9, 7.3, 6.1, 4.95]), ("Hộ cận nghèo", [13.1, 12.2, 11.0, 9.4, 8.2, 7.3])],
        unit="% số hộ",
    )
    chart.caption(p, "Hình 5. Tỷ lệ hộ nghèo và cận nghèo, 2021 – 2026 (theo địa giới hiện nay)")


def _rain(p: Paper) -> None:
    chart.bars(
        p,
        [f"Th.{n}" for n in range(1, 11)],
        [("2025", [18, 24, 41, 92, 178, 246, 301, 338, 287, 164]), ("2026", [11, 15, 38, 121, 203, 228, 355, 412, 468, 140])],
        unit="mm",
    )
    chart.caption(p, "Hình 2. Lượng mưa đo tại trạm đo nhân dân Suối Lam")


def _office(p: Paper) -> None:
    p.table(
        [Column("TT", 7, "c"), Column("Lĩnh vực", 35), Column("Tiếp nhận", 14, "r"), Column("Trực tuyến", 14, "r"),
         Column("Đúng, trước hạn", 16, "r"), Column("Quá hạn", 12, "r")],
        [
            ["1", "Hộ tịch", "1.862", "1.344", "1.855", "7"],
            ["2", "Chứng thực", "2.940", "1.611", "2.940", "0"],
            ["3", "Đất đai", "614", "302", "566", "48"],
            ["4", "Người có công, bảo trợ xã hội", "487", "359", "478", "9"],
            ["5", "Hộ kinh doanh, hợp tác xã", "126", "119", "126", "0"],
            ["6", "Lĩnh vực khác", "271", "211", "247", "24"],
            ["", "Cộng", "6.300", "3.946", "6.212", "88"],
        ],
        bold=[-1],
    )  # fmt: skip


FIGURES = {
    "@harvest": _harvest, "@orchard": _orchard, "@stock": _stock, "@money": _money, "@structure": _structure,
    "@roads": _roads, "@schools": _schools, "@poverty": _poverty, "@rain": _rain, "@office": _office,
}  # fmt: skip
