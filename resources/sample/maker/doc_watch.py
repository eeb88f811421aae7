"""09 the supervision of clean water and small irrigation, hamlet by hamlet; 12 the list of poor households."""

from __future__ import annotations

from pathlib import Path

from . import chart, data
from .data import HAMLETS, Hamlet, vn
from .fonts import Faces
from .forms import (
    COMMITTEE,
    COUNCIL,
    PROVINCE,
    appendix,
    headline,
    letterhead,
    signature,
)
from .layout import Column, Paper


def supervision(faces: Faces, path: Path) -> None:
    """09: Báo cáo giám sát 31/BC-HĐND."""
    p = Paper(faces, title="Báo cáo giám sát 31/BC-HĐND", date="2026-12-03", leading=1.55)
    letterhead(
        p, parent=[PROVINCE], body=COUNCIL, symbol="Số: 31/BC-HĐND", place="Suối Lam, ngày 03 tháng 12 năm 2026"
    )
    headline(
        p,
        "BÁO CÁO",
        ["Kết quả giám sát chuyên đề việc quản lý, sử dụng công trình", "nước sạch và thủy lợi nhỏ giai đoạn 2024 – 2026"],
    )
    for block in _BEFORE:
        p.heading(block[0])
        for text in block[1]:
            p.para(text)
    rows: list[list[str]] = []
    sums = [0] * 5
    for n, h in enumerate(HAMLETS, 1):
        facts = _facts(h)
        sums = [a + b for a, b in zip(sums, facts, strict=True)]
        rows.append([str(n), h.name, *map(vn, facts), f"{vn(100 * facts[1] / h.households, 1)} %"])
    total = sum(h.households for h in HAMLETS)
    rows.append(["", "Cộng", *map(vn, sums), f"{vn(100 * sums[1] / total, 1)} %"])
    p.table(
        [Column("TT", 6, "c"), Column("Thôn", 18), Column("Công trình", 12, "r"), Column("Hộ dùng nước hợp vệ sinh", 15, "r"),
         Column("Mương (m)", 13, "r"), Column("Đã kiên cố (m)", 13, "r"), Column("Hư hỏng (chỗ)", 12, "r"),
         Column("Tỷ lệ hộ", 11, "r")],  # fmt: skip
        rows,
        bold=[-1],
    )
    chart.bars(
        p,
        [h.name.replace(" ", "\n") for h in HAMLETS],
        [("Tỷ lệ hộ dùng nước hợp vệ sinh", [100 * _facts(h)[1] / h.households for h in HAMLETS])],
        unit="%",
    )
    chart.caption(p, "Hình 1. Tỷ lệ hộ dùng nước hợp vệ sinh theo thôn, tháng 10 năm 2026")
    p.heading("III. KẾT QUẢ GIÁM SÁT TẠI TỪNG THÔN")
    for n, h in enumerate(HAMLETS, 1):
        p.heading(f"{n}. Thôn {h.name}", level=2)
        for text in _hamlet(h):
            p.para(text)
    for block in _AFTER:
        p.heading(block[0])
        for text in block[1]:
            p.para(text, keep=150 if text is _AFTER[-1][1][-1] else 0)
    signature(
        p,
        to=["Thường trực HĐND tỉnh", "Thường trực Đảng ủy", "UBND, UBMTTQ xã", "Đại biểu HĐND xã", "Trưởng 14 thôn", "Lưu: VT"],
        lines=["TM. ĐOÀN GIÁM SÁT", "TRƯỞNG ĐOÀN"],
        name=data.SOCIAL_BOARD,
    )
    _samples(p)
    p.save(path)


def _facts(h: Hamlet) -> tuple[int, int, int, int, int]:
    dice = data.dice("water" + h.name)
    share = 0.995 - 1.15 * h.poor / h.households * (1.9 if h.name == "Bản Cú" else 1.0) - dice.uniform(0.0, 0.035)
    ditch = h.rice * dice.randint(62, 84)
    return (
        dice.randint(1, 4), round(h.households * share), ditch, round(ditch * dice.uniform(0.38, 0.72)), dice.randint(1, 6)
    )  # fmt: skip


def _hamlet(h: Hamlet) -> list[str]:
    works, clean, ditch, solid, broken = _facts(h)
    dice = data.dice("seen" + h.name)
    seen, asked = _SEEN[h.name]
    day = f"{dice.randint(5, 29):02d} tháng {dice.choice((9, 10))}"
    return [
        f"Đoàn làm việc ngày {day} với ông (bà) {h.head}, trưởng thôn, kiểm tra {works} công trình và hỏi {dice.randint(18, 34)} hộ. "
        f"Có {vn(clean)} trên {vn(h.households)} hộ dùng nước hợp vệ sinh ({vn(100 * clean / h.households, 1)} %); mương do thôn quản lý dài "
        f"{vn(ditch)} m, đã kiên cố {vn(100 * solid / ditch, 1)} %, ghi nhận {broken} chỗ hư hỏng cần sửa.",
        f"{seen} Thu tiền nước, thủy nông đạt {dice.randint(81, 99)} % số phải thu; quỹ bảo dưỡng còn {vn(dice.uniform(2.1, 16.8), 1)} triệu "
        f"đồng, có sổ và chữ ký của {dice.choice(('tổ trưởng', 'kế toán', 'ban công tác Mặt trận', 'ba thành viên tổ quản lý'))}.",
        f"__Đề nghị:__ {asked}",
    ]


def _samples(p: Paper) -> None:
    p.new_page()
    p.mark("Phụ lục. Kết quả mẫu nước")
    p.para("Phụ lục", face="b", align="c", indent=0, after=0)
    p.para("KẾT QUẢ KIỂM TRA MẪU NƯỚC SINH HOẠT", face="b", align="c", indent=0)
    p.para("(Lấy mẫu tháng 9 năm 2026, Trạm Y tế xã phối hợp thực hiện)", face="i", align="c", indent=0, size=13)
    rows: list[list[str]] = []
    for h in HAMLETS:
        dice = data.dice("sample" + h.name)
        bad = {"Bản Cú": 3, "Khe Gỗ": 1, "Phú Sơn": 1, "Nà Hang": 1}.get(h.name, 0)
        for k in range(1, 6 if h.name == "Bản Cú" else 4):
            failed = k <= bad
            germs = dice.randint(9, 46) if failed else dice.randint(0, 2)
            rows.append([
                str(len(rows) + 1), h.name, dice.choice(("Giếng khoan", "Nước tự chảy", "Giếng đào", "Bể chứa")), vn(dice.uniform(6.6, 7.9), 1),
                vn(dice.uniform(0.4, 1.9) + (1.2 if failed else 0), 1), vn(dice.uniform(0.02, 0.24), 2), str(germs), "Không đạt" if failed else "Đạt",
            ])  # fmt: skip
    p.table(
        [Column("TT", 7, "c"), Column("Thôn", 18), Column("Nguồn", 18), Column("pH", 9, "r"), Column("Độ đục (NTU)", 12, "r"),
         Column("Sắt (mg/l)", 12, "r"), Column("Coliform (CFU/100 ml)", 14, "r"), Column("Kết quả", 12, "c")],  # fmt: skip
        rows,
        size=11.5,
    )


def households(faces: Faces, path: Path) -> None:
    """12: Báo cáo 221/BC-UBND on poor and near-poor households, with the list of each."""
    p = Paper(faces, title="Báo cáo 221/BC-UBND", date="2026-11-17", leading=1.5)
    letterhead(
        p, parent=[PROVINCE], body=COMMITTEE, symbol="Số: 221/BC-UBND", place="Suối Lam, ngày 17 tháng 11 năm 2026"
    )
    headline(p, "BÁO CÁO", ["Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2026"])
    for text in _POOR_TEXT:
        p.para(text)
    rows = [
        [str(n), h.name, vn(h.households), vn(h.poor), f"{vn(100 * h.poor / h.households, 2)} %", vn(h.near_poor),
         f"{vn(100 * h.near_poor / h.households, 2)} %"]
        for n, h in enumerate(HAMLETS, 1)
    ]  # fmt: skip
    total, poor, near = (sum(getattr(h, part) for h in HAMLETS) for part in ("households", "poor", "near_poor"))
    rows.append(["", "Cộng", vn(total), vn(poor), f"{vn(100 * poor / total, 2)} %", vn(near), f"{vn(100 * near / total, 2)} %"])
    p.table(
        [Column("TT", 8, "c"), Column("Thôn", 24), Column("Số hộ", 13, "r"), Column("Hộ nghèo", 13, "r"), Column("Tỷ lệ", 14, "r"),
         Column("Cận nghèo", 14, "r"), Column("Tỷ lệ", 14, "r")],  # fmt: skip
        rows,
        bold=[-1],
    )
    p.para(
        "Ủy ban nhân dân xã báo cáo Hội đồng nhân dân xã; danh sách từng hộ được gửi kèm để đại biểu giám sát, không sao chép, phát tán ra "
        "ngoài kỳ họp./.",
        keep=150,
    )
    signature(
        p,
        to=["HĐND xã", "Thường trực Đảng ủy", "UBMTTQ xã", "Lưu: VT, VHXH"],
        lines=["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        name=data.DEPUTY_MAYOR,
    )
    of = "(Kèm theo Báo cáo số 221/BC-UBND ngày 17 tháng 11 năm 2026)"
    _list(p, "I", "Danh sách hộ nghèo năm 2026", of, "poor", _LACKS)
    _list(p, "II", "Danh sách hộ cận nghèo năm 2026", of, "near_poor", _NEEDS)
    p.save(path)


_FAMILY = ("Bùi", "Quách", "Đinh", "Hoàng", "Nguyễn", "Trần", "Hà", "Lường", "Phạm", "Xa")
_MEN = "Ẩn Bình Chung Dậu Đông Giang Hòa Hợi Kiên Lợi Mão Nghĩa Ơn Phấn Quân Sinh Tấn Thân Thìn Tiến Trọng Tuất Ước Vượng Xoan Xuyến Y".split()
_WOMEN = "Ánh Biên Cúc Dung Dự Đượm Hậu Hiên Hường Khuyên Lành Liễu Lựu Mến Mùi Nhuần Nụ Ươm Phượng Quyên Sáng Thơm Thuận Tươi Ước Vân Xuyên Yên".split()
_LACKS = ("việc làm; dinh dưỡng", "nhà ở; việc làm", "nước sạch; nhà tiêu", "bảo hiểm y tế; việc làm", "người phụ thuộc; việc làm", "nhà ở; nước sạch",
          "giáo dục trẻ em; việc làm", "thông tin; nhà ở")  # fmt: skip
_NEEDS = ("vay vốn nuôi bò", "học nghề", "sửa nhà", "việc làm gần nhà", "giống cây ăn quả", "bảo hiểm y tế", "đi làm theo hợp đồng", "nước sạch")


def _list(p: Paper, number: str, title: str, of: str, part: str, reasons: tuple[str, ...]) -> None:
    appendix(p, number, title, of=of)
    rows: list[list[str]] = []
    used: set[str] = set()
    for h in HAMLETS:
        dice = data.dice(part + h.name)
        for _ in range(getattr(h, part)):
            while True:
                man = dice.random() < 0.6
                middle = dice.choice(("Văn", "Văn", "Đức", "Hữu") if man else ("Thị", "Thị", "Thị", "Thu"))
                name = f"{dice.choice(_FAMILY)} {middle} {dice.choice(_MEN if man else _WOMEN)}"
                if name not in used:
                    break
            used.add(name)
            rows.append([str(len(rows) + 1), name, str(dice.randint(1946, 1999)), h.name, str(dice.randint(1, 7)), dice.choice(reasons)])
    p.table(
        [Column("TT", 7, "c"), Column("Chủ hộ", 28), Column("Năm sinh", 12, "c"), Column("Thôn", 17), Column("Số khẩu", 10, "r"),
         Column("Thiếu hụt chính" if part == "poor" else "Nhu cầu hỗ trợ", 30)],  # fmt: skip
        rows,
    )


_BEFORE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("I. CÁCH THỨC GIÁM SÁT", (
        "Thực hiện Nghị quyết về chương trình giám sát năm 2026, Hội đồng nhân dân xã thành lập Đoàn giám sát gồm chín thành viên do Trưởng Ban Văn hóa – Xã hội "
        "làm Trưởng đoàn. Từ ngày 05 tháng 9 đến ngày 30 tháng 10, Đoàn làm việc tại 14 thôn, kiểm tra hồ sơ ở Phòng Kinh tế, hỏi ý kiến người sử dụng và lấy 44 mẫu "
        "nước. Mỗi thôn có ít nhất hai đại biểu cùng dự, không chọn trước các hộ được hỏi.",
        "Phạm vi là công trình nước sạch do ngân sách đầu tư hoặc hỗ trợ và mương, đập nhỏ do thôn quản lý, giai đoạn từ ngày 01 tháng 01 năm 2024 đến ngày 30 tháng 9 "
        "năm 2026. Số liệu trước khi sắp xếp đơn vị hành chính được quy về địa giới hiện nay.",
    )),
    ("II. KẾT QUẢ CHUNG", (
        "Ba năm qua, ngân sách các cấp đầu tư 7.940 triệu đồng và nhân dân góp 1.260 triệu đồng cho nước sạch, thủy lợi nhỏ. Phần lớn công trình phát huy tác dụng; diện "
        "tích được tưới chủ động tăng 58 ha. Việc giao công trình cho tổ quản lý ở thôn giúp sửa chữa nhanh hơn, có nơi rút thời gian mất nước từ bảy ngày xuống một ngày.",
        "Tuy vậy, khoảng cách giữa các thôn còn lớn. Các thôn đầu nguồn, dân cư phân tán có tỷ lệ hộ dùng nước hợp vệ sinh thấp; nhiều mương đã kiên cố nhưng cửa chia nước hỏng "
        "nên cuối kênh vẫn thiếu. Kết quả theo thôn như sau:",
    )),
)  # fmt: skip

_SEEN = {
    "Suối Lam": ("Trạm cấp nước trung tâm chạy ổn định, nhưng 1,2 km ống cũ rò rỉ làm thất thoát 23 % lượng nước; sổ vận hành ghi đều từng ca.", "Phòng Kinh tế đưa đoạn ống qua chợ vào cùng dự án cải tạo chợ để không phải đào đường hai lần."),
    "Đồng Bưởi": ("Mương chính bị đất từ công trường đường liên thôn tràn xuống lấp 85 m, nhà thầu mới dọn được một nửa khi Đoàn kiểm tra.", "Nhà thầu dọn xong trước ngày 15 tháng 12; nghiệm thu đường phải có xác nhận mương đã thông."),
    "Đồi Chè": ("Nguồn nước mó đủ cho 97 hộ của xóm cũ nhưng chưa nối sang xóm mới nhập, hai nơi đang dùng hai mức giá khác nhau.", "Họp thôn thống nhất một mức giá; xã hỗ trợ 600 m ống nối trong kinh phí duy tu năm 2027."),
    "Nà Hang": ("Đường ống vượt suối treo tạm trên cầu cũ, đứt hai lần trong mùa mưa; 63 hộ tả ngạn mất nước tổng cộng 16 ngày.", "Thiết kế cầu mới phải có giá đỡ ống nước; việc này chưa có trong hồ sơ, cần bổ sung ngay."),
    "Bãi Đa": ("Đoạn mương mới đạt yêu cầu, mái phẳng, mối nối kín. Cửa lấy nước số 4 đặt cao hơn ruộng 12 cm nên không tự chảy.", "Hạ cửa số 4 trong thời gian bảo hành; tổ thủy nông được dự nghiệm thu phần còn lại."),
    "Khe Gỗ": ("Bể lọc 6 m³ do phụ nữ và thôn xây có chất lượng tốt, một mẫu lấy ở đầu ống cũ chưa đạt do ống bị nứt.", "Thay 220 m ống đầu nguồn; duy trì lịch rửa cát lọc có người ký tên."),
    "Làng Mận": ("Thôn phân công 12 hộ một nhóm trông mương, phát hiện sớm cống kẹt; hồ chứa nhỏ bị bồi khoảng một phần tư dung tích.", "Nạo vét hồ trong tháng 3, tận dụng đất bồi cho vườn mận theo đăng ký của các hộ."),
    "Đầm Sen": ("Nước ngầm có sắt, 41 hộ tự lắp thiết bị lọc; ba điểm thấp của đê bao đã được đánh dấu nhưng chưa đắp.", "Trạm Y tế hướng dẫn thay lõi lọc; thôn đắp ba điểm thấp xong trước ngày 30 tháng 4."),
    "Vĩnh Thành": ("Giếng khoan dùng chung của trường và 32 hộ có chất lượng tốt, tiền điện được chia theo đồng hồ, không có thắc mắc.", "Rào bảo vệ giếng cách xưởng mộc tối thiểu 20 m; đưa việc này vào cam kết của các xưởng."),
    "Cây Si": ("Trạm bơm cũ hỏng năm lần trong vụ mùa, dân tự mua phụ tùng 8,4 triệu đồng nhưng chưa được thanh toán vì thiếu chứng từ.", "Phòng Kinh tế hướng dẫn lập bảng kê, thanh toán phần hợp lệ trước Tết."),
    "Đồng Lau": ("Dồn đổi ruộng giúp bỏ được 310 m mương nhánh; lịch tưới luân phiên dán tại nhà văn hóa, hộ cuối kênh xác nhận đủ nước.", "Giữ chỉ giới mương mới khi làm đường nội đồng, đặt đủ tám cống ngang."),
    "Phú Sơn": ("Nước rỉ từ điểm tập kết rác chảy vào mương khi mưa; mẫu nước giếng gần nhất không đạt về vi sinh.", "Đắp bờ ngăn, đào hố thu nước rỉ trong tháng 12; cấp nước uống cho chín hộ gần nhất đến khi có kết quả mới."),
    "Gò Mít": ("Bể chứa xây năm 2021 bị nứt đáy, chỉ giữ được một nửa lượng nước; thôn đã báo ba lần nhưng không có văn bản trả lời.", "Ủy ban nhân dân xã kiểm điểm việc chậm trả lời, sửa bể bằng nguồn duy tu trong quý I năm 2027."),
    "Bản Cú": ("Nguồn cạn 23 ngày, ống nhựa lộ thiên bị trâu giẫm vỡ nhiều đoạn; ba trong năm mẫu nước không đạt. Tổ quản lý cũ đã giải tán từ năm 2025.", "Thực hiện dự án nước tập trung đúng tiến độ; thành lập tổ quản lý mới trước khi khởi công và cử hai người đi học vận hành."),
}  # fmt: skip

_AFTER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("IV. ĐÁNH GIÁ", (
        "1. Mặt được: công tác lãnh đạo rõ hơn sau khi có chính quyền hai cấp; nơi nào có tổ quản lý, có quy ước và thu tiền công khai thì công trình bền; nhân dân tin "
        "tưởng, tham gia góp công. Không phát hiện việc sử dụng kinh phí sai mục đích.",
        "2. Hạn chế: 6 trong 44 mẫu nước không đạt; 11 công trình chưa có hồ sơ bàn giao; ba thôn không có người vận hành được hướng dẫn bài bản. Kiến nghị của thôn Gò Mít bị chậm "
        "trả lời là lỗi của bộ phận tham mưu. Kế hoạch duy tu hằng năm chưa căn cứ vào mức độ hư hỏng thực tế.",
        "3. Nguyên nhân: coi trọng xây mới hơn bảo dưỡng; giá nước ở bảy thôn chưa đủ bù chi phí sửa chữa; tài liệu công trình trước năm 2025 thất lạc khi bàn giao; một số hộ không nộp "
        "tiền nhưng vẫn được cấp nước.",
    )),
    ("V. KIẾN NGHỊ", (
        "1. Đối với Ủy ban nhân dân xã: trong quý I năm 2027 lập danh mục, gắn mã và hồ sơ cho từng công trình; sửa xong các chỗ hư hỏng mức nặng trước mùa mưa; ban hành khung giá nước có "
        "giảm cho hộ nghèo; kiểm tra mẫu nước hai lần mỗi năm và công khai.",
        "2. Đối với các thôn: kiện toàn tổ quản lý, thu chi có sổ, mỗi quý báo cáo hội nghị thôn. Không cấp nước không qua đồng hồ; xử lý trường hợp chăn thả làm hỏng đường ống.",
        "3. Đối với Hội đồng nhân dân xã: ban hành nghị quyết về kết quả giám sát, giao Ban Văn hóa – Xã hội theo dõi, báo cáo lại tại kỳ họp giữa năm 2027. Đại biểu ứng cử tại thôn nào "
        "kiểm tra việc thực hiện ở thôn đó ít nhất một lần mỗi quý.",
    )),
)  # fmt: skip

_POOR_TEXT = (
    "Thực hiện kế hoạch của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã đã tổ chức rà soát hộ nghèo, hộ cận nghèo theo chuẩn đa chiều tại 14 thôn từ ngày 01 tháng 9 đến ngày 31 "
    "tháng 10 năm 2026. 42 điều tra viên đến từng nhà, dùng phiếu thống nhất, chấm điểm thu nhập và mười hai chỉ số thiếu hụt.",
    "Kết quả được họp dân tại thôn, niêm yết bảy ngày, phúc tra khi có ý kiến. Có 14 đề nghị phúc tra; sau khi kiểm tra, bổ sung một hộ nghèo, chuyển hai hộ sang diện cận nghèo, "
    "giữ nguyên 11 hộ. Không có khiếu nại sau niêm yết.",
    "Toàn xã còn 118 hộ nghèo, chiếm 4,95 %; 174 hộ cận nghèo, chiếm 7,30 %. Trong năm có 32 hộ thoát nghèo, 5 hộ tái nghèo hoặc phát sinh, giảm thuần 27 hộ. Hộ nghèo không còn khả năng "
    "lao động là 31 hộ, được xếp riêng để thực hiện bảo trợ, không giao chỉ tiêu thoát nghèo.",
    "Nguyên nhân chính là thiếu việc làm ổn định, ốm đau kéo dài, đông người phụ thuộc và đất sản xuất dốc, thiếu nước. Ba thôn Khe Gỗ, Bản Cú, Nà Hang có tỷ lệ trên 9 %, chiếm 35,6 % số "
    "hộ nghèo toàn xã. Đây là nơi ưu tiên vốn vay, cầu, nước sạch và lớp dinh dưỡng trong năm 2027.",
    "Năm 2027, mục tiêu giảm tỷ lệ hộ nghèo còn 4,1 %. Mỗi hộ còn lao động có kế hoạch ghi rõ việc cần hỗ trợ, người giúp, mốc kiểm tra theo quý. Không hỗ trợ bằng tiền mặt đối với việc có thể "
    "cấp hiện vật; mọi khoản hỗ trợ đều có chữ ký của hộ và được niêm yết.",
)
