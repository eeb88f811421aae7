"""11 the plan of public investment, with a long table and a page on each project."""

from __future__ import annotations

from pathlib import Path

from . import chart, data
from .data import PROJECTS, Project, vn
from .fonts import Faces
from .forms import (
    COMMITTEE,
    PROVINCE,
    addressee,
    appendix,
    headline,
    letterhead,
    signature,
)
from .layout import Column, Paper

OF = "(Kèm theo Tờ trình số 13/TTr-UBND ngày 18 tháng 11 năm 2026 của Ủy ban nhân dân xã Suối Lam)"


def plan(faces: Faces, path: Path) -> None:
    """11: Tờ trình 13/TTr-UBND."""
    p = Paper(faces, title="Tờ trình 13/TTr-UBND", date="2026-11-18", leading=1.5)
    letterhead(
        p, parent=[PROVINCE], body=COMMITTEE, symbol="Số: 13/TTr-UBND", place="Suối Lam, ngày 18 tháng 11 năm 2026"
    )
    headline(p, "TỜ TRÌNH", ["Về Kế hoạch đầu tư công năm 2027 của xã Suối Lam"])
    addressee(p, "Hội đồng nhân dân xã Suối Lam.")
    for block in _BEFORE:
        _block(p, block)
    groups = ("chuyển tiếp", "khởi công mới", "chuẩn bị đầu tư")
    chart.shares(p, [(g.capitalize(), float(sum(x.plan for x in PROJECTS if x.group == g))) for g in groups], height=150)
    chart.caption(p, "Hình 1. Cơ cấu 12.400 triệu đồng vốn năm 2027 theo nhóm dự án (triệu đồng)")
    for block in _AFTER:
        _block(p, block)
    p.para(
        "Ủy ban nhân dân xã kính trình Hội đồng nhân dân xã xem xét, thông qua Kế hoạch đầu tư công năm 2027 (có danh mục, bản thuyết "
        "minh từng dự án và bản đồ vị trí kèm theo)./.",
        keep=150,
    )
    signature(
        p,
        to=["Như trên", "Thường trực Đảng ủy", "Ban Kinh tế – Ngân sách", "UBMTTQ xã", "Lưu: VT, KT"],
        lines=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        name=data.MAYOR,
    )
    _long_table(p)
    _packages(p)
    _sheets(p)
    p.save(path)


def _block(p: Paper, block: tuple[str, tuple[str, ...]]) -> None:
    p.heading(block[0])
    for text in block[1]:
        p.para(text)


def _long_table(p: Paper) -> None:
    appendix(p, "1", "Danh mục dự án đầu tư công năm 2027", of=OF, landscape=True)
    rows = [
        [str(n), x.name, x.place, x.size, x.years, vn(x.total), vn(x.given), vn(x.plan), vn(x.total - x.given - x.plan), x.why]
        for n, x in enumerate(PROJECTS, 1)
    ]
    sums = [vn(sum(f(x) for x in PROJECTS)) for f in (_total, _given, _plan, _later)]
    rows.append(["", "Tổng cộng", "", "", "", *sums, ""])
    p.table(
        [
            Column("TT", 4, "c"), Column("Tên dự án", 15), Column("Địa điểm", 9), Column("Quy mô", 10), Column("Thời gian", 8, "c"),
            Column("Tổng mức", 6.5, "r"), Column("Đã bố trí", 6.5, "r"), Column("Năm 2027", 6.5, "r"), Column("Còn lại", 6.5, "r"),
            Column("Sự cần thiết", 28),
        ],  # fmt: skip
        rows,
        size=10.5,
        bold=[-1],
        numbered=True,
        unit="triệu đồng",
    )


def _total(x: Project) -> int:
    return x.total


def _given(x: Project) -> int:
    return x.given


def _plan(x: Project) -> int:
    return x.plan


def _later(x: Project) -> int:
    return x.total - x.given - x.plan


_STARTS = {"Đồng Lau": "15/06/2027", "Vĩnh Thành": "01/06/2027"}  # after the spring rice; in the school holidays
_ENDS = {"Đồi Chè": "20/08/2027", "Suối Lam": "10/07/2027", PROJECTS[13].place: "20/09/2027"}


def _packages(p: Paper) -> None:
    appendix(p, "2", "Tiến độ, trách nhiệm và mốc kiểm tra", of=OF, landscape=True)
    people = ("Hoàng Văn Nam", "Bùi Văn Phúc", "Đinh Văn Lâm", "Nguyễn Văn Tuấn", "Quách Văn Dũng")
    rows = []
    for n, x in enumerate(PROJECTS, 1):
        dice = data.dice("step" + x.name)
        if x.group == "chuyển tiếp":
            ends = ("15/05/2027", "10/08/2027", "30/11/2027", "25/06/2027", "28/04/2027", "30/07/2027")
            steps = ("Đã có", "Đã chọn", "Đang thi công", ends[n - 1])
        elif x.group == "khởi công mới":
            month = dice.randint(1, 3)
            steps = (
                f"{dice.randint(5, 25):02d}/12/2026", f"{dice.randint(10, 28):02d}/0{month}/2027",
                _STARTS.get(x.place, f"{dice.randint(1, 20):02d}/0{month + 1}/2027"),
                "Theo kế hoạch vốn" if "2028" in x.years else _ENDS[x.place],
            )  # fmt: skip
        else:
            steps = ("Không", "Quý II/2027", "Quý II/2027", "30/11/2027")
        half = sum(data.quarters(x)[:2])
        rows.append([str(n), x.name, *steps, vn(half), vn(x.plan), people[n % len(people)]])
    p.table(
        [
            Column("TT", 4, "c"), Column("Tên dự án", 27), Column("Phê duyệt", 10, "c"), Column("Chọn nhà thầu", 10, "c"),
            Column("Khởi công", 10, "c"), Column("Hoàn thành", 11, "c"), Column("Giải ngân đến 30/6", 9, "r"),
            Column("Cả năm", 8, "r"), Column("Người phụ trách", 13),
        ],  # fmt: skip
        rows,
        size=11,
        numbered=True,
        unit="triệu đồng",
    )


def _sheets(p: Paper) -> None:
    appendix(p, "3", "Thuyết minh từng dự án", of=OF, landscape=False)
    for n, x in enumerate(PROJECTS, 1):
        p.ensure(190)
        p.heading(f"{n}. {x.name}", level=2)
        p.table(
            [Column("Địa điểm", 26), Column("Quy mô", 30), Column("Tổng mức", 15, "r"), Column("Đã bố trí", 14, "r"),
             Column("Năm 2027", 15, "r")],  # fmt: skip
            [[x.place, x.size, vn(x.total), vn(x.given), vn(x.plan)]],
        )
        p.para(f"**Sự cần thiết.** {x.why}")
        p.para(f"**Nội dung năm 2027.** {x.how}")
        p.para(f"**Rủi ro và cách xử lý.** {_RISKS[n - 1]}")
        p.para(f"**Quản lý sau đầu tư.** {_CARE[n - 1]}")


_BEFORE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("I. KẾT QUẢ NĂM 2026", (
        "Kế hoạch đầu tư công năm 2026 là 11.250 triệu đồng cho 19 dự án. Đến hết tháng 10, giải ngân 8.300 triệu đồng, đạt 73,8 %; ước cả năm "
        "đạt 88,4 %. Chín dự án hoàn thành đưa vào sử dụng, sáu dự án chuyển tiếp, bốn nhiệm vụ chuẩn bị đầu tư đã xong hồ sơ.",
        "Bài học rút ra: hai gói thầu phải làm lại hồ sơ do thiếu tài liệu bàn giao; ba công trình chậm vì chưa thống nhất mặt bằng trước khi khởi "
        "công; việc ghi nhật ký thi công ở công trình nhỏ còn hình thức. Đường liên thôn Suối Lam – Đồng Bưởi đạt 64 % chiều dài, chậm 11 ngày do "
        "lỗi nhà thầu và 41 ngày do mưa lũ.",
        "Ban giám sát đầu tư của cộng đồng tổ chức 63 lượt kiểm tra, phát hiện 9 việc phải sửa, trong đó đổ lại 42 m mặt đường không đủ chiều dày. "
        "Tất cả đã được khắc phục trước khi nghiệm thu.",
    )),
    ("II. NGUYÊN TẮC BỐ TRÍ VỐN", (
        "1. Thanh toán đủ khối lượng hoàn thành; hoàn thành dự án chuyển tiếp; chỉ khởi công dự án đã đủ thủ tục và có đồng thuận về mặt bằng.",
        "2. Mỗi dự án nhóm nhỏ bố trí vốn không quá hai năm. Không phân bổ dàn đều theo thôn; thôn chưa có dự án năm nay được ưu tiên khi xét năm sau nếu "
        "mức độ cần thiết tương đương.",
        "3. Chấm điểm theo năm tiêu chí: an toàn tính mạng (30), số người hưởng lợi (25), khả năng hoàn thành trong hai năm (20), mức tham gia của nhân dân "
        "(15), chi phí vận hành về sau (10). Dự án dưới 60 điểm không đưa vào danh mục.",
    )),
    ("III. NỘI DUNG KẾ HOẠCH NĂM 2027", (
        "Tổng vốn 12.400 triệu đồng, gồm: thu tiền sử dụng đất 2.330 triệu đồng; ngân sách xã tự cân đối 3.870 triệu đồng; bổ sung có mục tiêu từ ngân "
        "sách tỉnh 6.200 triệu đồng. Vốn bố trí cho 17 dự án, nhiệm vụ: sáu dự án chuyển tiếp 6.120 triệu đồng; mười dự án khởi công mới 6.000 triệu "
        "đồng; chuẩn bị đầu tư 280 triệu đồng.",
    )),
)  # fmt: skip

_AFTER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("IV. NHU CẦU CHUẨN BỊ ĐẦU TƯ NĂM 2028", (
        "Với 280 triệu đồng, xã lập được hồ sơ cho bốn dự án trong số năm đề xuất: đường Khe Gỗ – Bản Cú; nhà đa năng Trường THCS Suối Lam; nâng cấp "
        "trạm bơm Cây Si; sân thể thao trung tâm; trạm cấp nước liên thôn Gò Mít – Phú Sơn. Thường trực Hội đồng nhân dân xã sẽ thăm dò ý kiến đại biểu, mỗi "
        "đại biểu chọn không quá hai dự án, để Ủy ban nhân dân xã tham khảo khi xếp thứ tự.",
    )),
    ("V. GIẢI PHÁP", (
        "1. Họp thôn và ký cam kết mặt bằng trước khi trình phê duyệt; biên bản có danh sách từng hộ, diện tích, tài sản trên đất.",
        "2. Chọn nhà thầu qua mạng đối với gói thuộc diện phải đấu thầu; công trình có kỹ thuật đơn giản giao cộng đồng thực hiện theo quy định.",
        "3. Lập sổ theo dõi tại nhà văn hóa thôn; chụp ảnh từng lớp nền, móng, cốt thép trước khi che lấp; thí nghiệm vật liệu độc lập với nhà thầu.",
        "4. Giao ban công trường ngày thứ Năm tuần đầu và tuần thứ ba của tháng. Vướng mắc vượt thẩm quyền phải được báo cáo trong hai ngày làm việc.",
        "5. Sau bàn giao, mỗi công trình có một tổ quản lý, một sổ bảo dưỡng và mức đóng góp do hội nghị thôn quyết định.",
    )),
)  # fmt: skip

_RISKS = (
    "Nếu mưa sớm trong tháng 4, ưu tiên làm xong ba cống bản và đoạn dốc K4+100 trước; đã ký hợp đồng dự phòng với mỏ đá thứ hai, cách công trường 17 km.",
    "Thi công cạnh lớp đang học: rào kín, chỉ đổ vật liệu trước 6 giờ 30 và sau 17 giờ; bố trí người trực cổng.",
    "Cắt nước sai lịch có thể làm khô mạ; mọi lần đóng cống phải báo trước ba ngày cho tổ thủy nông hai thôn.",
    "Giá thép có thể tăng quá 8 %; chủ đầu tư thương thảo đơn giá theo lô và ứng vật tư chính ngay trong quý I.",
    "Nước suối lên nhanh: lắp dầm trong tháng 2 – 3, có người cảnh giới thượng lưu, dừng việc khi mực nước quá 1,6 m.",
    "Không được ngừng khám chữa bệnh; phòng tiêm chuyển tạm sang nhà văn hóa Suối Lam trong năm tuần.",
    "Ba hộ cuối ngõ chưa thống nhất cao độ; tổ vận động của thôn họp lại tại thực địa trước ngày 15 tháng 1 năm 2027.",
    "Lưu lượng nguồn mùa kiệt chưa đủ số liệu hai năm; đo liên tục từ tháng 12 năm 2026, nếu dưới 1,1 lít/giây thì bổ sung bể trữ.",
    "Hai thửa đang cho thuê dài hạn; chủ thửa đồng ý lùi bờ nhưng đề nghị làm sau khi thu lúa xuân, tiến độ đã tính theo lịch này.",
    "Phải dừng sinh hoạt hội trường khoảng hai tháng; các cuộc họp chuyển sang điểm trường lẻ ngoài giờ học.",
    "Tiểu thương lo mất chỗ: niêm yết sơ đồ sắp xếp tạm, bốc thăm công khai, miễn phí chợ một tháng cho hộ phải chuyển hai lần.",
    "Lũ có thể làm hỏng phần móng dở dang; chỉ mở móng từng đoạn 20 m, hoàn thành chân kè trước ngày 15 tháng 6.",
    "Thời gian hè ngắn; hoàn tất chọn nhà thầu trước ngày 10 tháng 5, phạt chậm theo ngày và có phương án học ca nếu chậm.",
    "Tiền điện có thể vượt khả năng của thôn; lắp bộ hẹn giờ, tắt một nửa số bóng sau 23 giờ.",
    "Công việc có ý nghĩa tâm linh: lấy ý kiến thân nhân 92 liệt sĩ, giữ nguyên vị trí mộ, thông báo trước khi di chuyển bát hương.",
    "27 hộ lo mùi và nước rỉ; cam kết phun chế phẩm hằng ngày, đo chất lượng nước mương mỗi quý và công khai kết quả.",
    "Chọn tư vấn kém sẽ phải làm lại; yêu cầu có kỹ sư khảo sát tại chỗ và bảo vệ phương án trước hội nghị thôn.",
)
_CARE = (
    "Hai thôn lập tổ tự quản 12 người, hạn chế xe trên 8 tấn, phát quang lề đường mỗi quý.",
    "Nhà trường quản lý; dành 2 % nguồn thu hợp pháp mỗi năm cho sửa chữa nhỏ.",
    "Tổ thủy nông Bãi Đa – Đầm Sen vận hành, thu 150 nghìn đồng mỗi héc-ta một vụ.",
    "Ban quản lý nhà văn hóa thôn có nội quy, sổ tài sản, lịch mở cửa bốn buổi mỗi tuần.",
    "Thôn cử hai người kiểm tra mố cầu sau mỗi trận lũ; biển tải trọng 5 tấn được sơn lại hằng năm.",
    "Trạm Y tế ký hợp đồng bảo dưỡng bể xử lý, lấy mẫu nước thải hai lần mỗi năm.",
    "Mỗi cụm mười hộ nhận một đoạn, quét dọn và sửa vá bằng vật liệu do xã cấp.",
    "Tổ quản lý nước năm người, đồng hồ đến từng hộ, giá nước do hội nghị thôn thông qua, giảm nửa cho hộ nghèo.",
    "Hợp tác xã dịch vụ nông nghiệp san gạt mặt đường trước hai vụ gặt.",
    "Lịch sử dụng chung cho hai xóm cũ; tiền cho thuê tổ chức việc cưới được ghi sổ và công khai.",
    "Ban quản lý chợ chịu trách nhiệm vệ sinh, phòng cháy; trích 15 % phí chợ cho bảo dưỡng.",
    "Thôn trồng tre chắn sóng phía ngoài kè, báo ngay khi thấy lún hoặc rọ đá bị xô.",
    "Nhà trường kiểm tra trần, cửa, điện trước mỗi học kỳ, ghi biên bản gửi Phòng Văn hóa – Xã hội.",
    "Năm thôn ký cam kết trả tiền điện; tổ điện của xã thay bóng hỏng trong bảy ngày.",
    "Đoàn Thanh niên và Hội Cựu chiến binh chăm sóc luân phiên, mỗi tháng một buổi.",
    "Hợp tác xã dịch vụ môi trường vận hành theo hợp đồng, không để rác lưu quá 48 giờ.",
    "Hồ sơ được lưu bản giấy và bản số tại Phòng Kinh tế để dùng cho các năm sau.",
)
