"""04 budget submission, with the page 2 that the screens of the reader show."""

from __future__ import annotations

from pathlib import Path

from . import data
from .data import vn
from .fonts import Faces
from .forms import COMMITTEE, PROVINCE, addressee, headline, letterhead, signature
from .layout import Column, Paper

LINE_COLUMNS = (
    Column("TT", 8, "c"),
    Column("Nội dung", 48),
    Column("Ước thực hiện 2026", 16, "r"),
    Column("Dự toán 2027", 16, "r"),
    Column("Tăng", 12, "r"),
)


def line_rows(lines: tuple[data.Line, ...], prefix: str = "") -> list[list[str]]:
    """Table rows of budget lines, numbered."""
    return [
        [f"{prefix}{n}", line.name, vn(line.before), vn(line.plan), data.growth(line)]
        for n, line in enumerate(lines, 1)
    ]


def total_row(name: str, line: data.Line) -> list[str]:
    """The last row of a table."""
    return ["", name, vn(line.before), vn(line.plan), data.growth(line)]


def submission(faces: Faces, path: Path) -> None:
    """04: Tờ trình 12/TTr-UBND."""
    p = Paper(faces, title="Tờ trình 12/TTr-UBND", date="2026-11-18", leading=1.58)
    _opening(p)
    p.new_page()
    _second_page(p)
    _revenue(p)
    _spending(p)
    _measures(p)
    _timetable(p)
    p.save(path)


def _opening(p: Paper) -> None:
    letterhead(
        p,
        parent=[PROVINCE],
        body=COMMITTEE,
        symbol="Số: 12/TTr-UBND",
        place="Suối Lam, ngày 18 tháng 11 năm 2026",
    )
    headline(p, "TỜ TRÌNH", ["Về dự toán thu, chi ngân sách", "và phân bổ ngân sách xã Suối Lam năm 2027"])
    addressee(p, "Hội đồng nhân dân xã Suối Lam.")
    for ground in (
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;",
        "Căn cứ hướng dẫn của Ủy ban nhân dân tỉnh Thanh Lâm về xây dựng dự toán ngân sách địa phương năm 2027;",
    ):
        p.para(f"__{ground}__", after=3)
    p.para(
        "Ủy ban nhân dân xã Suối Lam kính trình Hội đồng nhân dân xã xem xét, quyết định dự toán thu, chi ngân sách và "
        "phân bổ ngân sách xã năm 2027 như sau:"
    )
    p.para(
        "Dự toán được xây dựng từ cơ sở: 14 thôn và 9 đơn vị lập nhu cầu trong tháng 9, Phòng Kinh tế thảo luận với từng đơn "
        "vị trong tháng 10, tập thể Ủy ban nhân dân xã thông qua ngày 12 tháng 11 năm 2026. Tổng nhu cầu đề nghị là 61.370 "
        "triệu đồng, vượt khả năng cân đối 12.750 triệu đồng; các việc chưa bố trí được giải thích tại mục III."
    )
    p.heading("I. DỰ TOÁN VÀ NGUYÊN TẮC PHÂN BỔ")
    p.para(
        "1. Tổng thu ngân sách xã năm 2027 là 48.620 triệu đồng, trong đó thu từ nguồn tại địa phương 5.620 triệu đồng, "
        "thu bổ sung từ ngân sách tỉnh 42.100 triệu đồng và thu chuyển nguồn 900 triệu đồng. Dự toán được lập trên cơ sở "
        "số thực thu mười tháng năm 2026, có tính đến chợ Suối Lam phải thu hẹp chỗ bán trong thời gian cải tạo."
    )


def _second_page(p: Paper) -> None:
    p.para(
        "2. Tổng chi ngân sách xã năm 2027 là 48.620 triệu đồng, tăng 6,4 % so với ước thực hiện năm 2026, gồm chi đầu "
        "tư phát triển, chi thường xuyên và dự phòng ngân sách theo quy định."
    )
    columns = [
        Column("TT", 7, "c"), Column("Nội dung chi", 41), Column("Năm 2026", 19, "r"),
        Column("Năm 2027", 19, "r"), Column("Tăng", 14, "r"),
    ]  # fmt: skip
    rows = line_rows((data.INVEST, data.RUN, data.RESERVE)) + [total_row("Tổng cộng", data.TOTAL)]
    p.table(columns, rows, size=13, bold=[-1])
    for text in (
        "3. Nguyên tắc phân bổ: bảo đảm nguồn chi lương và các khoản có tính chất lương; ưu tiên các công trình chuyển "
        "tiếp; bố trí tối thiểu 1.850 triệu đồng để hoàn thành đường liên thôn Suối Lam – Đồng Bưởi trước mùa mưa năm 2027.",
        "4. Ủy ban nhân dân xã chịu trách nhiệm giao dự toán cho các đơn vị trước ngày 31 tháng 12 năm 2026, công khai "
        "theo Luật Ngân sách nhà nước và báo cáo Hội đồng nhân dân tại kỳ họp gần nhất.",
        "5. Trong quá trình điều hành, nếu nguồn thu không đạt dự toán, Ủy ban nhân dân xã trình Thường trực Hội đồng "
        "nhân dân phương án sắp xếp lại nhiệm vụ chi.",
        "6. Nguồn vốn hỗ trợ từ ngân sách cấp trên được phân bổ theo đúng mục tiêu, nhiệm vụ và thời hạn đã giao; không "
        "dùng cho chi thường xuyên.",
    ):
        p.para(text)


def _revenue(p: Paper) -> None:
    p.heading("II. DỰ TOÁN THU NGÂN SÁCH")
    p.para(
        f"Ước thực hiện thu ngân sách năm 2026 là {vn(data.TOTAL.before)} triệu đồng, đạt 103,1 % dự toán Hội đồng nhân "
        "dân xã giao đầu năm. Phần thu tại địa phương vượt chủ yếu nhờ tiền sử dụng đất của đợt đấu giá mười hai thửa ở "
        "thôn Vĩnh Thành và thuế của hộ kinh doanh; thu hoa lợi công sản hụt 18 triệu đồng do hai ao của thôn Đầm Sen "
        "phải hạ giá khoán sau đợt ngập tháng 9."
    )
    p.table(
        LINE_COLUMNS,
        line_rows(data.REVENUE) + [total_row("Tổng thu ngân sách xã", data.TOTAL)],
        bold=[-1],
        unit="triệu đồng",
    )
    p.para(
        "1. Các khoản thu ngân sách xã hưởng 100 % được xây dựng theo từng nguồn. Số liệu thu phí chợ được tính trên 118 "
        "hộ kinh doanh thường xuyên và 72 phiên; trong ba tháng thi công giảm một phần ba mức thu để chia sẻ với tiểu "
        "thương. Quỹ đất công ích còn 41,6 ha, đã có hợp đồng đến hết năm 2027 đối với 38,2 ha."
    )
    p.table(
        LINE_COLUMNS,
        line_rows(data.REVENUE_FULL) + [total_row("Cộng", data.REVENUE[0])],
        bold=[-1],
        unit="triệu đồng",
    )
    p.para(
        "2. Các khoản thu phân chia được tính theo tỷ lệ điều tiết hiện hành. Thu tiền sử dụng đất phụ thuộc tiến độ đo "
        "đạc, cắm mốc khu tái định cư Cây Si; trường hợp chậm, Ủy ban nhân dân xã giãn các dự án khởi công mới tương ứng, "
        "không vay và không để nợ khối lượng."
    )
    p.table(
        LINE_COLUMNS,
        line_rows(data.REVENUE_SHARED) + [total_row("Cộng", data.REVENUE[1])],
        bold=[-1],
        unit="triệu đồng",
    )
    p.para(
        "3. Thu bổ sung cân đối giữ ổn định trong thời kỳ ngân sách; phần tăng 2.000 triệu đồng là nguồn cải cách tiền "
        "lương và kinh phí của ba trường học chuyển về xã quản lý. Thu bổ sung có mục tiêu gắn với danh mục nhiệm vụ đã "
        "được thông báo, chưa gồm các khoản tỉnh có thể giao thêm trong năm."
    )


def _spending(p: Paper) -> None:
    p.heading("III. DỰ TOÁN CHI NGÂN SÁCH")
    p.para(
        f"1. Chi đầu tư phát triển {vn(data.INVEST.plan)} triệu đồng, tăng {data.growth(data.INVEST)}. Vốn được ưu tiên "
        "theo thứ tự: thanh toán dứt điểm khối lượng hoàn thành; dự án chuyển tiếp; dự án khởi công mới đã đủ thủ tục; "
        "chuẩn bị đầu tư. Sáu dự án chuyển tiếp chiếm 49,4 % tổng vốn và đều hoàn thành trong năm 2027."
    )
    p.table(
        [
            Column("TT", 8, "c"), Column("Dự án chuyển tiếp", 48), Column("Tổng mức", 15, "r"),
            Column("Đã bố trí", 15, "r"), Column("Năm 2027", 14, "r"),
        ],  # fmt: skip
        [
            [str(n), x.name, vn(x.total), vn(x.given), vn(x.plan)]
            for n, x in enumerate([x for x in data.PROJECTS if x.group == "chuyển tiếp"], 1)
        ]
        + [["", "Cộng", *_sums()]],
        bold=[-1],
        unit="triệu đồng",
    )
    p.para(
        "Riêng đường liên thôn Suối Lam – Đồng Bưởi đã thi công 3,2 km trên 5,0 km. Cùng với duy tu đường liên thôn, cầu "
        "dân sinh Nà Hang và bốn cống qua đường được làm trong quý I để thông tuyến trước mùa mưa."
    )
    p.para(
        f"2. Chi thường xuyên {vn(data.RUN.plan)} triệu đồng, tăng {data.growth(data.RUN)}. Quỹ lương và các khoản đóng "
        "góp chiếm 71,8 %; chi hoạt động giữ bằng mức năm 2026 sau khi đã trừ 10 % tiết kiệm theo quy định. Chi tiết theo "
        "lĩnh vực như sau:"
    )
    p.table(LINE_COLUMNS, line_rows(data.RUNNING) + [total_row("Cộng", data.RUN)], bold=[-1], unit="triệu đồng")
    for text in (
        "a) Giáo dục, đào tạo: bảo đảm lương của 126 giáo viên thuộc ba trường, kinh phí thiết bị tối thiểu và sửa chữa "
        "nhỏ. Khoản sửa chữa trường mầm non gồm thay cửa, chống thấm hai điểm lẻ Nà Hang và Khe Gỗ, không trùng với nội "
        "dung của dự án xây mới tại Đồng Bưởi.",
        "b) Hoạt động kinh tế: gồm duy tu 21,6 km đường do xã quản lý, nạo vét 14,2 km mương, hỗ trợ giống cho 32 ha "
        "chuyển đổi và kinh phí phòng, chống thiên tai. Công việc giao cho cộng đồng thực hiện khi thôn có tổ quản lý.",
        "c) Quản lý nhà nước, Đảng, đoàn thể: biên chế giữ nguyên; tăng do điều chỉnh lương cơ sở và thuê đường truyền "
        "cho bộ phận một cửa. Không bố trí mua xe, không bố trí đi tham quan ngoài tỉnh.",
        "d) Bảo đảm xã hội: chi trợ cấp thường xuyên, thăm tặng quà và hỗ trợ đột xuất cho 118 hộ nghèo, 174 hộ cận nghèo; "
        "phần trợ cấp bảo trợ xã hội hằng tháng do ngân sách tỉnh bảo đảm nên không tính vào dự toán này.",
    ):
        p.para(text)
    p.para(
        f"3. Dự phòng ngân sách {vn(data.RESERVE.plan)} triệu đồng, bằng 2,0 % tổng chi, dùng cho thiên tai, dịch bệnh và "
        "việc cấp bách phát sinh. Mọi khoản sử dụng được báo cáo Thường trực Hội đồng nhân dân xã trong mười ngày."
    )


def _not_funded(p: Paper) -> None:
    p.para("4. Các nhu cầu chưa bố trí được trong năm 2027 và lý do:")
    rows: list[tuple[str, int, str]] = [
        ("Đường bê tông Khe Gỗ – Bản Cú, 3,4 km", 4_900, "Chưa có báo cáo kinh tế – kỹ thuật; vượt khả năng vốn"),
        ("Nhà đa năng Trường THCS Suối Lam", 3_200, "Đề nghị tỉnh hỗ trợ giai đoạn 2028 – 2030"),
        ("Sân thể thao trung tâm xã", 1_450, "Chưa giải quyết xong đất của 7 hộ"),
        ("Mua xe chở rác chuyên dùng", 1_100, "Thuê dịch vụ có chi phí thấp hơn trong ba năm tới"),
        ("Nâng cấp trạm bơm Cây Si", 960, "Chờ kết luận của đơn vị khai thác thủy lợi tỉnh"),
        ("Tăng kinh phí hoạt động của các đơn vị", 1_140, "Giữ mức chi hoạt động năm 2026"),
    ]
    body = [[str(n), name, vn(amount), why] for n, (name, amount, why) in enumerate(rows, 1)]
    p.table(
        [Column("TT", 7, "c"), Column("Nhu cầu", 41), Column("Số tiền", 13, "r"), Column("Lý do", 39)],
        [*body, ["", "Cộng", vn(sum(row[1] for row in rows)), ""]],
        bold=[-1],
        unit="triệu đồng",
    )


def _needs(p: Paper) -> None:
    p.para(
        "5. Cân đối chung: so với năm 2026, nguồn tăng thêm 2.924 triệu đồng được dùng 1.150 triệu đồng cho đầu tư, 1.768 "
        "triệu đồng cho chi thường xuyên (trong đó 1.290 triệu đồng là tiền lương) và 6 triệu đồng bổ sung dự phòng."
    )
    p.table(
        [Column("TT", 7, "c"), Column("Chỉ tiêu cân đối", 47), Column("Năm 2026", 16, "r"), Column("Năm 2027", 16, "r"),
         Column("Chênh lệch", 14, "r")],  # fmt: skip
        [
            ["A", "Tổng nguồn", vn(data.TOTAL.before), vn(data.TOTAL.plan), vn(data.TOTAL.plan - data.TOTAL.before)],
            *[[str(n), x.name, vn(x.before), vn(x.plan), vn(x.plan - x.before)] for n, x in enumerate(data.REVENUE, 1)],
            ["B", "Tổng chi", vn(data.TOTAL.before), vn(data.TOTAL.plan), vn(data.TOTAL.plan - data.TOTAL.before)],
            *[
                [str(n), x.name, vn(x.before), vn(x.plan), vn(x.plan - x.before)]
                for n, x in enumerate((data.INVEST, data.RUN, data.RESERVE), 1)
            ],
            ["C", "Bội chi, vay", "0", "0", "0"],
        ],
        bold=[0, 6, 10],
        unit="triệu đồng",
    )
    for text in (
        "Dự phòng chỉ đạt mức tối thiểu. Ủy ban nhân dân xã đã cân nhắc nâng lên 2,5 % nhưng phải cắt 245 triệu đồng của việc "
        "nạo vét mương và sửa trường; bốn năm gần đây, mức sử dụng dự phòng cao nhất là 914 triệu đồng (năm 2024). Trường hợp "
        "thiên tai vượt khả năng, xã đề nghị tỉnh hỗ trợ từ nguồn phòng thủ dân sự.",
        "Nguồn cải cách tiền lương còn dư đến hết năm 2026 ước 386 triệu đồng, chuyển sang năm 2027 và không dùng cho mục đích "
        "khác. Quỹ tiền lương được tính theo biên chế có mặt ngày 31 tháng 10 năm 2026; vị trí chưa tuyển không được giao kinh "
        "phí, khi tuyển sẽ bổ sung từ nguồn này.",
        "Các khoản nhân dân tự nguyện đóng góp để làm đường, nhà văn hóa không đưa vào cân đối ngân sách, do thôn tự quản và "
        "công khai; ước năm 2027 là 1.185 triệu đồng và 5.400 ngày công.",
    ):
        p.para(text)


def _timetable(p: Paper) -> None:
    p.new_page()
    p.mark("Phụ lục. Lịch thực hiện dự toán")
    p.para("Phụ lục", face="b", align="c", indent=0, after=0)
    p.para("LỊCH GIAO, CÔNG KHAI VÀ ĐIỀU HÀNH DỰ TOÁN NĂM 2027", face="b", align="c", indent=0)
    steps = (
        ("31/12/2026", "Giao dự toán cho các đơn vị, nhập hệ thống kho bạc", "Phòng Kinh tế"),
        ("10/01/2027", "Niêm yết dự toán tại trụ sở và 14 nhà văn hóa thôn", "Văn phòng"),
        ("15/01/2027", "Cấp kinh phí nạo vét mương vụ xuân", "Phòng Kinh tế"),
        ("31/01/2027", "Ký đủ hợp đồng quầy chợ, hợp đồng đất công ích", "Phòng Kinh tế"),
        ("28/02/2027", "Quyết toán, công khai các khoản nhân dân đóng góp năm 2026", "Trưởng thôn"),
        ("10/04/2027", "Báo cáo thu, chi và giải ngân quý I", "Phòng Kinh tế"),
        ("15/05/2027", "Nghiệm thu đường liên thôn Suối Lam – Đồng Bưởi", "Phòng Kinh tế"),
        ("30/06/2027", "Đánh giá thu tiền sử dụng đất; thu hồi khoản chưa phân bổ", "UBND xã"),
        ("10/07/2027", "Báo cáo Hội đồng nhân dân kỳ họp giữa năm", "UBND xã"),
        ("30/09/2027", "Điều chuyển vốn của dự án giải ngân dưới 60 %", "UBND xã"),
        ("20/10/2027", "Thôn và đơn vị gửi nhu cầu dự toán năm 2028", "Các đơn vị"),
        ("15/11/2027", "Trình dự toán năm 2028, báo cáo sử dụng dự phòng", "UBND xã"),
        ("31/12/2027", "Khóa sổ, đối chiếu kho bạc, xử lý số dư", "Phòng Kinh tế"),
    )
    p.table(
        [Column("TT", 7, "c"), Column("Chậm nhất", 17, "c"), Column("Công việc", 54), Column("Chủ trì", 22)],
        [[str(n), *step] for n, step in enumerate(steps, 1)],
        numbered=True,
    )


def _sums() -> list[str]:
    going = [x for x in data.PROJECTS if x.group == "chuyển tiếp"]
    return [vn(sum(getattr(x, part) for x in going)) for part in ("total", "given", "plan")]


def _measures(p: Paper) -> None:
    _not_funded(p)
    _needs(p)
    p.heading("IV. GIẢI PHÁP THỰC HIỆN")
    for text in (
        "1. Về thu: rà soát lại danh sách hộ kinh doanh có biến động, công khai mức thuế khoán tại nhà văn hóa thôn; thu "
        "phí chợ bằng biên lai điện tử từ quý II; hoàn thành thủ tục cho thuê 3,4 ha đất công ích chưa có hợp đồng.",
        "2. Về chi: giao dự toán một lần, ngay từ đầu năm; đơn vị tự chịu trách nhiệm trong phạm vi được giao, không bổ "
        "sung ngoài dự toán trừ thiên tai, dịch bệnh. Khoản chưa phân bổ chi tiết đến ngày 30 tháng 6 thì thu hồi về dự "
        "phòng.",
        "3. Về đầu tư: từng dự án có một người chịu trách nhiệm và lịch giải ngân theo tháng. Đến ngày 30 tháng 9, dự án "
        "giải ngân dưới 60 % bị cắt vốn chuyển cho dự án có khối lượng.",
        "4. Về giám sát: niêm yết dự toán, quyết toán tại trụ sở và 14 nhà văn hóa thôn trong 30 ngày; phối hợp để ban "
        "giám sát đầu tư của cộng đồng có mặt khi nghiệm thu phần che khuất.",
        "5. Về rủi ro: nếu đến ngày 30 tháng 6 năm 2027 thu tiền sử dụng đất đạt dưới 40 % dự toán, Ủy ban nhân dân xã dừng "
        "khởi công kè Vĩnh Thành giai đoạn hai và cải tạo chợ đợt hai, đồng thời báo cáo Thường trực Hội đồng nhân dân xã.",
    ):
        p.para(text)
    p.heading("V. ĐỀ NGHỊ")
    p.para(
        "Ủy ban nhân dân xã kính trình Hội đồng nhân dân xã xem xét, ban hành nghị quyết về dự toán thu, chi ngân sách và "
        "phân bổ ngân sách xã năm 2027 (có dự thảo nghị quyết và 4 phụ lục kèm theo)./."
    )
    signature(
        p,
        to=[
            "Như trên", "Thường trực Đảng ủy", "Thường trực HĐND xã", "Ban Kinh tế – Ngân sách", "UBMTTQ xã", "Lưu: VT, KT"
        ],  # fmt: skip
        lines=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        name=data.MAYOR,
    )
