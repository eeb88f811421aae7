"""The four annexes of the draft resolution (05): revenue and spending, projects, units, hamlets."""

from __future__ import annotations

from . import data
from .data import HAMLETS, PROJECTS, share_out, vn
from .doc_budget import LINE_COLUMNS, line_rows, total_row
from .forms import appendix
from .layout import Column, Paper

OF = "(Kèm theo Nghị quyết số …/NQ-HĐND ngày … tháng 12 năm 2026 của Hội đồng nhân dân xã Suối Lam)"


def annexes(p: Paper) -> None:
    """Add annexes I to IV."""
    _revenue_appendix(p)
    _revenue_by_hamlet(p)
    _project_appendix(p)
    _unit_appendix(p)
    _drawing_plan(p)
    _hamlet_appendix(p)


def _revenue_appendix(p: Paper) -> None:
    appendix(p, "I", "Dự toán thu, chi ngân sách xã năm 2027", of=OF)
    p.para("A. THU NGÂN SÁCH", face="b", indent=0)
    rows: list[list[str]] = []
    bold: list[int] = []
    details = {0: data.REVENUE_FULL, 1: data.REVENUE_SHARED}
    for index, row in enumerate(line_rows(data.REVENUE)):
        bold.append(len(rows))
        rows.append(row)
        rows += line_rows(details.get(index, ()), prefix=f"{index + 1}.")
    rows.append(total_row("Tổng thu", data.TOTAL))
    p.table(LINE_COLUMNS, rows, bold=[*bold, -1], numbered=True, unit="triệu đồng")
    p.ensure(260)
    p.para("B. CHI NGÂN SÁCH", face="b", indent=0)
    rows = [
        ["1", data.INVEST.name, vn(data.INVEST.before), vn(data.INVEST.plan), data.growth(data.INVEST)],
        ["2", data.RUN.name, vn(data.RUN.before), vn(data.RUN.plan), data.growth(data.RUN)],
        *line_rows(data.RUNNING, prefix="2."),
        ["3", data.RESERVE.name, vn(data.RESERVE.before), vn(data.RESERVE.plan), data.growth(data.RESERVE)],
        total_row("Tổng chi", data.TOTAL),
    ]
    p.table(LINE_COLUMNS, rows, bold=[0, 1, -2, -1], numbered=True, unit="triệu đồng")


def _revenue_by_hamlet(p: Paper) -> None:
    p.new_page(landscape=True)
    p.para("C. GIAO THU NGÂN SÁCH XÃ HƯỞNG 100 % THEO THÔN", face="b", indent=0)
    weights = [
        [2.5 if h.name == "Suối Lam" else 0.2 for h in HAMLETS],
        [h.rice * (2.0 if h.name in ("Đầm Sen", "Bãi Đa") else 1.0) for h in HAMLETS],
        [float(h.households) for h in HAMLETS],
        [h.people * data.dice("fee" + h.name).uniform(0.5, 1.5) for h in HAMLETS],
        [h.households * data.dice("other" + h.name).uniform(0.6, 1.4) for h in HAMLETS],
    ]
    parts = [share_out(line.plan, w) for line, w in zip(data.REVENUE_FULL, weights, strict=True)]
    rows = [
        [str(n + 1), h.name, *[vn(column[n]) for column in parts], vn(sum(column[n] for column in parts))]
        for n, h in enumerate(HAMLETS)
    ]
    rows.append(["", "Cộng", *[vn(line.plan) for line in data.REVENUE_FULL], vn(data.REVENUE[0].plan)])
    p.table(
        [
            Column("TT", 5, "c"), Column("Thôn", 16), Column("Phí, lệ phí", 13, "r"), Column("Đất công ích, hoa lợi", 14, "r"),
            Column("Thuế đất phi nông nghiệp", 14, "r"), Column("Lệ phí trước bạ", 13, "r"), Column("Phạt, thu khác", 12, "r"),
            Column("Cộng", 13, "r"),
        ],  # fmt: skip
        rows,
        bold=[-1],
        numbered=True,
        unit="triệu đồng",
    )
    p.para(
        "Phí chợ tính tại thôn Suối Lam, nơi có chợ. Thôn thu vượt được thưởng 20 % số vượt, không quá 10 triệu đồng, để chi "
        "cho hoạt động chung của thôn.",
        size=12,
        face="i",
    )


SOURCES = (("Thu tiền sử dụng đất", 2_330), ("Ngân sách xã tự cân đối", 3_870), ("Bổ sung có mục tiêu của tỉnh", 6_200))


def _sources(p: Paper) -> None:
    p.new_page()
    p.para("Cơ cấu nguồn vốn của từng dự án", face="b", indent=0)
    left = [[float(amount)] for _, amount in SOURCES]
    rows = []
    for n, x in enumerate(PROJECTS, 1):
        last = n == len(PROJECTS)
        shares = [row[0] for row in left] if last else share_out(x.plan, [row[0] for row in left])
        for row, amount in zip(left, shares, strict=True):
            row[0] -= amount
        rows.append([str(n), x.name, *[vn(amount) for amount in shares], vn(x.plan)])
    rows.append(["", "Cộng", *[vn(amount) for _, amount in SOURCES], vn(data.INVEST.plan)])
    p.table(
        [Column("TT", 5, "c"), Column("Dự án, nhiệm vụ", 41), *[Column(name, 15, "r") for name, _ in SOURCES],
         Column("Năm 2027", 10, "r")],  # fmt: skip
        rows,
        size=11.5,
        bold=[-1],
        unit="triệu đồng",
    )


def _project_appendix(p: Paper) -> None:
    appendix(p, "II", "Phân bổ chi đầu tư phát triển năm 2027", of=OF, landscape=True)
    rows: list[list[str]] = []
    bold: list[int] = []
    groups = (("A", "chuyển tiếp"), ("B", "khởi công mới"), ("C", "chuẩn bị đầu tư"))
    number = 0
    for letter, group in groups:
        chosen = [x for x in PROJECTS if x.group == group]
        bold.append(len(rows))
        rows.append([letter, group.capitalize(), "", "", "", *_sum(chosen), ""])
        for x in chosen:
            number += 1
            rows.append([str(number), x.name, x.place, x.size, x.years, vn(x.total), vn(x.given), vn(x.plan), x.how])
    rows.append(["", "Tổng cộng", "", "", "", *_sum(list(PROJECTS)), ""])
    p.table(
        [
            Column("TT", 4, "c"), Column("Dự án, nhiệm vụ", 17), Column("Địa điểm", 11), Column("Quy mô", 12),
            Column("Thời gian", 8.5, "c"), Column("Tổng mức", 7, "r"), Column("Đã bố trí", 7, "r"),
            Column("Năm 2027", 7, "r"), Column("Yêu cầu phải đạt trong năm", 28),
        ],  # fmt: skip
        rows,
        size=11,
        bold=[*bold, -1],
        numbered=True,
        unit="triệu đồng",
    )
    p.para(
        "Ghi chú: hoàn thành đường liên thôn Suối Lam – Đồng Bưởi trong quý II năm 2027; kinh phí biển báo đường liên thôn "
        "nằm trong tổng mức. Thứ tự trong từng nhóm là thứ tự ưu tiên.",
        size=12,
        face="i",
    )
    p.new_page()
    p.para("Lịch giải ngân theo quý", face="b", indent=0)
    plans = [(x, data.quarters(x)) for x in PROJECTS]
    rows = [[str(n), x.name, x.group, vn(x.plan), *map(vn, quarters)] for n, (x, quarters) in enumerate(plans, 1)]
    rows.append(["", "Cộng", "", vn(data.INVEST.plan), *[vn(sum(q[n] for _, q in plans)) for n in range(4)]])
    p.table(
        [
            Column("TT", 5, "c"), Column("Dự án, nhiệm vụ", 40), Column("Nhóm", 14), Column("Năm 2027", 10, "r"),
            Column("Quý I", 8, "r"), Column("Quý II", 8, "r"), Column("Quý III", 8, "r"), Column("Quý IV", 8, "r"),
        ],  # fmt: skip
        rows,
        size=11.5,
        bold=[-1],
        unit="triệu đồng",
    )
    _sources(p)


def _drawing_plan(p: Paper) -> None:
    p.new_page()
    p.para("Kế hoạch rút dự toán theo quý", face="b", indent=0)
    weights = {2: [24.0, 24.0, 25.0, 27.0], 7: [18.0, 34.0, 28.0, 20.0], 6: [25.0, 25.0, 25.0, 25.0]}
    plans = [share_out(line.plan, weights.get(n, [26.0, 24.0, 24.0, 26.0])) for n, line in enumerate(data.RUNNING)]
    rows = [[str(n + 1), line.name, vn(line.plan), *map(vn, plans[n])] for n, line in enumerate(data.RUNNING)]
    rows.append(["", "Tổng cộng", vn(data.RUN.plan), *[vn(sum(plan[n] for plan in plans)) for n in range(4)]])
    p.table(
        [
            Column("TT", 7, "c"), Column("Lĩnh vực", 41), Column("Cả năm", 12, "r"), Column("Quý I", 10, "r"),
            Column("Quý II", 10, "r"), Column("Quý III", 10, "r"), Column("Quý IV", 10, "r"),
        ],  # fmt: skip
        rows,
        bold=[-1],
        unit="triệu đồng",
    )
    for text in (
        "1. Đơn vị rút dự toán theo tiến độ công việc, không rút về tài khoản tiền gửi để chờ chi. Kinh phí nạo vét mương được "
        "ứng trước trong quý I để kịp lấy nước đổ ải vụ xuân.",
        "2. Lương và các khoản theo lương rút theo tháng; trường học được giữ lại nguồn thu dịch vụ theo quy chế chi tiêu nội "
        "bộ đã công khai.",
        "3. Số tiết kiệm 10 % được theo dõi riêng, không sử dụng khi chưa có văn bản của cấp có thẩm quyền về mức lương cơ sở mới.",
        "4. Phòng Kinh tế tổng hợp tình hình rút dự toán, gửi Ban Kinh tế – Ngân sách trước ngày 10 của tháng đầu quý sau.",
    ):
        p.para(text, size=13)


def _sum(projects: list[data.Project]) -> list[str]:
    return [vn(sum(getattr(x, part) for x in projects)) for part in ("total", "given", "plan")]


FIELDS = {  # field -> (unit, weight) pairs that receive it
    0: (("Ban Chỉ huy quân sự xã", 1.0),),
    1: (("Công an xã", 0.8), ("Tổ bảo vệ an ninh trật tự 14 thôn", 0.2)),
    2: (("Trường Mầm non Suối Lam", 0.29), ("Trường Tiểu học Vĩnh Thành", 0.38), ("Trường THCS Suối Lam", 0.3),
        ("Trung tâm học tập cộng đồng", 0.03)),
    3: (("Trạm Y tế xã", 0.8), ("Cộng tác viên dân số 14 thôn", 0.2)),
    4: (("Phòng Văn hóa – Xã hội", 0.6), ("Đài truyền thanh xã", 0.4)),
    5: (("Phòng Văn hóa – Xã hội", 1.0),),
    6: (("Phòng Kinh tế", 0.3), ("Hợp tác xã dịch vụ môi trường", 0.7)),
    7: (("Phòng Kinh tế: duy tu đường", 0.38), ("Phòng Kinh tế: nạo vét kênh mương", 0.27),
        ("Phòng Kinh tế: khuyến nông, giống", 0.2), ("Ban Chỉ huy phòng thủ dân sự xã", 0.15)),
    8: (("Văn phòng HĐND và UBND", 0.38), ("Văn phòng Đảng ủy", 0.2), ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", 0.16),
        ("Phòng Kinh tế", 0.09), ("Phòng Văn hóa – Xã hội", 0.09), ("Trung tâm Phục vụ hành chính công", 0.08)),
    9: (("Phòng Văn hóa – Xã hội", 0.72), ("Hội Chữ thập đỏ xã", 0.08), ("Quỹ thăm hỏi, cứu trợ đột xuất", 0.2)),
    10: (("Văn phòng HĐND và UBND", 1.0),),
}  # fmt: skip


def _unit_appendix(p: Paper) -> None:
    appendix(p, "III", "Giao dự toán chi thường xuyên cho các đơn vị", of=OF, landscape=False)
    rows: list[list[str]] = []
    bold: list[int] = []
    sums = [0, 0, 0]
    for index, line in enumerate(data.RUNNING):
        units = FIELDS[index]
        amounts = share_out(line.plan, [weight for _, weight in units])
        bold.append(len(rows))
        parts: list[tuple[str, list[int]]] = []
        for (unit, _), amount in zip(units, amounts, strict=True):
            wage = 0.74 if index in (2, 8) else 0.35
            salary = round(amount * (wage + data.dice(unit + line.name).uniform(-0.04, 0.04)))
            saving = round((amount - salary) * 0.1)
            parts.append((unit, [amount, salary, amount - salary - saving, saving]))
        total = [sum(money[n] for _, money in parts) for n in range(4)]
        sums = [a + b for a, b in zip(sums, total[1:], strict=True)]
        rows.append([str(index + 1), line.name, *map(vn, total)])
        rows += [[f"{index + 1}.{n}", unit, *map(vn, money)] for n, (unit, money) in enumerate(parts, 1)]
    rows.append(["", "Tổng cộng", vn(data.RUN.plan), *map(vn, sums)])
    p.table(
        [
            Column("TT", 8, "c"), Column("Lĩnh vực, đơn vị", 42), Column("Dự toán 2027", 13, "r"),
            Column("Lương và các khoản theo lương", 14, "r"), Column("Chi hoạt động", 12, "r"),
            Column("Tiết kiệm 10 %", 11, "r"),
        ],  # fmt: skip
        rows,
        bold=[*bold, -1],
        numbered=True,
        unit="triệu đồng",
    )


def hamlet_support() -> list[tuple[data.Hamlet, list[int]]]:
    """Support of each hamlet: fixed part, by households, priority, roads, water (sum 1.470)."""
    fixed = share_out(420, [1.0] * len(HAMLETS))
    by_size = share_out(360, [float(h.households) for h in HAMLETS])
    priority = share_out(120, [h.poor / h.households if h.poor / h.households > 0.08 else 0.0 for h in HAMLETS])
    roads = share_out(330, [6 + data.dice("road" + h.name).random() * 6 for h in HAMLETS])
    water = share_out(240, [h.rice + 8.0 for h in HAMLETS])
    return [(h, list(parts)) for h, *parts in zip(HAMLETS, fixed, by_size, priority, roads, water, strict=True)]


def _hamlet_appendix(p: Paper) -> None:
    appendix(p, "IV", "Hỗ trợ hoạt động và duy tu tại 14 thôn", of=OF, landscape=True)
    support = hamlet_support()
    rows = [[str(n), h.name, vn(h.households), *map(vn, parts), vn(sum(parts))] for n, (h, parts) in enumerate(support, 1)]
    columns = [sum(parts[n] for _, parts in support) for n in range(5)]
    households = sum(h.households for h in HAMLETS)
    rows.append(["", "Cộng", vn(households), *map(vn, columns), vn(sum(columns))])
    p.table(
        [
            Column("TT", 5, "c"), Column("Thôn", 18), Column("Số hộ", 9, "r"), Column("Phần cứng", 11, "r"),
            Column("Theo số hộ", 11, "r"), Column("Ưu tiên hộ nghèo", 12, "r"), Column("Duy tu đường thôn", 12, "r"),
            Column("Nạo vét mương", 11, "r"), Column("Cộng", 11, "r"),
        ],  # fmt: skip
        rows,
        size=11,
        bold=[-1],
        numbered=True,
        unit="triệu đồng",
    )
    p.para(
        "Ghi chú: kinh phí tại phụ lục này nằm trong dự toán chi hoạt động kinh tế và chi quản lý nhà nước tại Phụ lục III, "
        "không tính cộng thêm vào tổng chi.",
        size=12,
        face="i",
    )
    p.new_page(landscape=False)
    p.para("Cách tính mức hỗ trợ", face="b", indent=0)
    for text in _FORMULA:
        p.para(text)
    p.new_page()
    p.para("Nhiệm vụ cụ thể của từng thôn gắn với kinh phí được hỗ trợ", face="b", indent=0)
    rows = []
    for n, (h, parts) in enumerate(support, 1):
        rows.append([str(n), h.name, h.head, _tasks(h, parts), vn(sum(parts))])
    p.table(
        [
            Column("TT", 6, "c"), Column("Thôn", 13), Column("Trưởng thôn", 17), Column("Nhiệm vụ phải hoàn thành", 52),
            Column("Kinh phí", 12, "r"),
        ],  # fmt: skip
        rows,
        bold=(),
        unit="triệu đồng",
    )


_FORMULA = (
    "1. Phần cứng: 420 triệu đồng chia đều cho 14 thôn, mỗi thôn 30 triệu đồng, bảo đảm điện, nước, văn phòng phẩm, truyền thanh và sinh hoạt của "
    "chi bộ, ban công tác Mặt trận, các chi hội.",
    "2. Phần theo số hộ: 360 triệu đồng chia theo số hộ có mặt ngày 31 tháng 10 năm 2026 (2.385 hộ), bình quân khoảng 151 nghìn đồng một hộ.",
    "3. Phần ưu tiên: 120 triệu đồng cho thôn có tỷ lệ hộ nghèo trên 8 %, chia theo tỷ lệ hộ nghèo. Năm 2027 có ba thôn được hưởng là Nà Hang, Khe Gỗ "
    "và Bản Cú. Khi tỷ lệ xuống dưới 8 %, thôn được giữ một nửa mức này thêm một năm.",
    "4. Duy tu đường thôn: 330 triệu đồng, tính theo chiều dài và mức độ hư hỏng do tổ kiểm tra của xã chấm điểm cùng trưởng thôn trong tháng 10. Thôn "
    "có đường liên thôn Suối Lam – Đồng Bưởi đi qua không tính trùng phần đang thi công.",
    "5. Nạo vét mương: 240 triệu đồng, tính theo diện tích lúa và một phần cố định cho thôn vùng cao. Khối lượng nghiệm thu theo mét dài, có ảnh trước và "
    "sau khi làm; phần nhân dân góp công được ghi riêng, không thanh toán.",
    "6. Thanh toán: tạm ứng 50 % sau khi có nghị quyết của hội nghị thôn; phần còn lại thanh toán khi có biên bản nghiệm thu của tổ giám sát gồm đại diện ban "
    "công tác Mặt trận, một đại biểu Hội đồng nhân dân và hai hộ dân không thuộc ban điều hành thôn.",
    "7. Số tiền không dùng hết đến ngày 15 tháng 11 được thu hồi, bổ sung cho thôn có khối lượng phát sinh do thiên tai. Thôn không công khai thu, chi trong hai "
    "quý liền thì tạm dừng cấp phần theo số hộ cho đến khi thực hiện.",
    "8. Kinh phí không dùng để chi quà tặng, liên hoan hoặc mua sắm tài sản chưa có trong kế hoạch của thôn.",
)


def _tasks(h: data.Hamlet, parts: list[int]) -> str:
    dice = data.dice("task" + h.name)
    metres = parts[3] * dice.randint(9, 13)
    ditch = parts[4] * dice.randint(21, 29)
    extra = dice.choice(
        (
            "thay biển báo đường liên thôn đã mờ",
            "sửa loa truyền thanh và hai cột điện nghiêng",
            "làm bảng công khai thu, chi tại nhà văn hóa",
            "phát quang đường liên thôn mỗi quý một lần",
            "trồng dặm 300 cây xanh ở lề đường",
            "đóng nắp cống và cắm cọc tiêu ở khúc cua",
        )
    )
    return (
        f"Duy tu {vn(metres)} m đường thôn; nạo vét {vn(ditch)} m mương trước vụ xuân; {extra}; họp thôn ít nhất "
        f"{dice.choice(('bốn', 'năm', 'sáu'))} lần và gửi biên bản về xã trước ngày {dice.randint(3, 8)} tháng sau."
    )
