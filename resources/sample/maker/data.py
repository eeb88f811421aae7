"""The made-up commune: people, hamlets, budget and projects. Every printed figure comes from here.

Money is in millions of dong unless a name says otherwise.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

SEED = 20261211


@dataclass(frozen=True)
class Hamlet:
    """One hamlet: households, people, poor and near-poor households, rice land in hectares."""

    name: str
    head: str
    households: int
    people: int
    poor: int
    near_poor: int
    rice: int


HAMLETS = (
    Hamlet("Suối Lam", "Bùi Văn Thắng", 236, 1012, 5, 9, 38),
    Hamlet("Đồng Bưởi", "Quách Văn Tâm", 198, 861, 7, 11, 46),
    Hamlet("Đồi Chè", "Đinh Văn Sơn", 164, 702, 8, 12, 21),
    Hamlet("Nà Hang", "Bùi Thị Nguyệt", 142, 631, 14, 17, 27),
    Hamlet("Bãi Đa", "Nguyễn Văn Lực", 187, 804, 6, 10, 52),
    Hamlet("Khe Gỗ", "Bùi Văn Xuân", 121, 547, 15, 19, 16),
    Hamlet("Làng Mận", "Hoàng Văn Thịnh", 173, 738, 7, 12, 34),
    Hamlet("Đầm Sen", "Trần Thị Mơ", 205, 871, 4, 8, 55),
    Hamlet("Vĩnh Thành", "Nguyễn Văn Hưng", 228, 960, 5, 9, 41),
    Hamlet("Cây Si", "Quách Thị Liên", 159, 676, 6, 11, 33),
    Hamlet("Đồng Lau", "Bùi Văn Toàn", 181, 779, 8, 12, 48),
    Hamlet("Phú Sơn", "Đinh Văn Quý", 147, 640, 11, 14, 19),
    Hamlet("Gò Mít", "Hoàng Thị Vân", 136, 588, 9, 13, 24),
    Hamlet("Bản Cú", "Bùi Văn Rèn", 108, 492, 13, 17, 12),
)

DELEGATES = (
    "Bùi Văn An", "Hoàng Thị Bích", "Bùi Thị Chiên", "Nguyễn Văn Cường", "Quách Văn Dũng", "Bùi Thị Đào",
    "Đinh Công Đạt", "Nguyễn Thị Hà", "Bùi Văn Hải", "Quách Thị Hằng", "Trần Văn Hiệp", "Đinh Thị Huệ",
    "Bùi Văn Khánh", "Đinh Văn Lâm", "Quách Thị Lan", "Hoàng Thị Lượng", "Bùi Văn Mạnh", "Hoàng Văn Nam",
    "Bùi Văn Nhất", "Nguyễn Thị Oanh", "Bùi Văn Phúc", "Quách Văn Quyền", "Đinh Thị Sen", "Bùi Thị Thảo",
    "Nguyễn Văn Tuấn", "Trần Thị Yến",
)  # fmt: skip

CHAIR = "Bùi Văn An"  # Chủ tịch HĐND
DEPUTY_CHAIR = "Quách Thị Hằng"  # Phó Chủ tịch HĐND
MAYOR = "Quách Văn Quyền"  # Chủ tịch UBND
DEPUTY_MAYOR = "Hoàng Văn Nam"  # Phó Chủ tịch UBND
BUDGET_BOARD = "Đinh Công Đạt"  # Trưởng Ban Kinh tế – Ngân sách
SOCIAL_BOARD = "Nguyễn Thị Hà"  # Trưởng Ban Văn hóa – Xã hội
OFFICE = "Bùi Văn Khánh"  # Chánh Văn phòng


@dataclass(frozen=True)
class Line:
    """One line of the budget: what, this year's estimate, next year's plan."""

    name: str
    before: int
    plan: int


REVENUE = (
    Line("Các khoản thu ngân sách xã hưởng 100 %", 1_190, 1_280),
    Line("Các khoản thu phân chia theo tỷ lệ phần trăm (%)", 4_020, 4_340),
    Line("Thu bổ sung cân đối từ ngân sách tỉnh", 33_900, 35_900),
    Line("Thu bổ sung có mục tiêu từ ngân sách tỉnh", 5_746, 6_200),
    Line("Thu chuyển nguồn từ năm trước sang", 840, 900),
)
REVENUE_FULL = (  # parts of the first line
    Line("Phí, lệ phí (phí chợ, lệ phí hộ tịch, chứng thực…)", 268, 296),
    Line("Thu từ quỹ đất công ích và hoa lợi công sản", 412, 436),
    Line("Thuế sử dụng đất phi nông nghiệp", 186, 194),
    Line("Lệ phí trước bạ nhà, đất", 214, 236),
    Line("Thu phạt, tịch thu và thu khác", 110, 118),
)
REVENUE_SHARED = (  # parts of the second line
    Line("Thuế giá trị gia tăng từ hộ, cá nhân kinh doanh", 1_085, 1_160),
    Line("Thuế thu nhập cá nhân", 635, 690),
    Line("Thu tiền sử dụng đất (phần ngân sách xã)", 2_150, 2_330),
    Line("Thuế tài nguyên, phí bảo vệ môi trường khai thác khoáng sản", 150, 160),
)
RUNNING = (
    Line("Chi quốc phòng", 1_350, 1_420),
    Line("Chi an ninh và trật tự an toàn xã hội", 940, 980),
    Line("Chi giáo dục, đào tạo và dạy nghề", 15_040, 15_860),
    Line("Chi y tế, dân số", 610, 640),
    Line("Chi văn hóa, thông tin, truyền thanh", 690, 712),
    Line("Chi thể dục, thể thao", 270, 286),
    Line("Chi bảo vệ môi trường", 1_090, 1_170),
    Line("Chi các hoạt động kinh tế", 3_060, 3_250),
    Line("Chi quản lý nhà nước, Đảng, đoàn thể", 8_520, 8_930),
    Line("Chi bảo đảm xã hội", 1_560, 1_640),
    Line("Chi khác", 350, 360),
)
INVEST = Line("Chi đầu tư phát triển", 11_250, 12_400)
RUN = Line("Chi thường xuyên", 33_480, 35_248)
RESERVE = Line("Dự phòng ngân sách", 966, 972)
TOTAL = Line("Tổng cộng", 45_696, 48_620)


@dataclass(frozen=True)
class Project:
    """One project: place, length or size, total cost, already given, next year's share, why it matters."""

    name: str
    place: str
    size: str
    total: int
    given: int
    plan: int
    years: str
    group: str  # chuyển tiếp | khởi công mới | chuẩn bị đầu tư
    why: str
    how: str


_CT, _KC = "chuyển tiếp", "khởi công mới"
PROJECTS = (
    Project("Đường liên thôn Suối Lam – Đồng Bưởi", "Suối Lam, Đồng Bưởi", "5,0 km, mặt bê tông rộng 3,5 m", 6_400, 4_550, 1_850, "2025–2027", _CT,
        "Tuyến nối trung tâm xã với vùng cam bưởi phía đông, mỗi ngày có khoảng 420 lượt xe và 186 học sinh đi qua; đoạn còn lại 1,8 km là nền đất, mùa mưa năm 2026 bị chia cắt bốn lần.",
        "Hoàn thành nền, móng và mặt đường đoạn từ cọc K3+200 đến K5+000, ba cống bản và rãnh dọc; thi công dứt điểm trước mùa mưa năm 2027."),
    Project("Trường mầm non Đồng Bưởi, nhà lớp học 06 phòng", "Đồng Bưởi", "06 phòng, 02 tầng, 612 m²", 5_200, 3_600, 1_600, "2025–2027", _CT,
        "Điểm trường hiện có 142 trẻ học trong bốn phòng cấp 4 xây năm 1998, trong đó hai phòng đã có biên bản kiểm định không nên sử dụng lâu dài.",
        "Hoàn thiện tầng hai, hệ thống nước, phòng cháy và sân chơi; bàn giao trước ngày khai giảng năm học 2027 – 2028."),
    Project("Kiên cố hóa mương tưới Bãi Đa – Đầm Sen", "Bãi Đa, Đầm Sen", "2,4 km, mương hộp 60 × 70 cm", 2_300, 1_580, 720, "2026–2027", _CT,
        "Mương đất cũ thất thoát gần một phần ba lượng nước; 107 ha lúa hai vụ của hai thôn thiếu nước vào nửa cuối vụ xuân.",
        "Làm tiếp 760 m cuối tuyến và mười hai cửa lấy nước; thi công sau khi thu hoạch lúa mùa, không cắt nước giữa vụ."),
    Project("Nhà văn hóa thôn Khe Gỗ", "Khe Gỗ", "120 chỗ ngồi, 168 m²", 1_150, 720, 430, "2026–2027", _CT,
        "Thôn có 121 hộ nhưng hội họp còn nhờ nhà trưởng thôn; nhà cũ bị tốc mái trong trận dông tháng 4 năm 2026.",
        "Hoàn thiện mái, cửa, sân và nhà vệ sinh; nhân dân góp 145 ngày công san nền và trồng cây."),
    Project("Cầu dân sinh Nà Hang", "Nà Hang", "Dài 24 m, rộng 3,5 m", 2_450, 1_470, 980, "2026–2027", _CT,
        "Cầu treo cũ chỉ cho người đi bộ; khi nước suối Lam lên quá 2,1 m, 63 hộ bên tả ngạn không ra được trung tâm xã.",
        "Lắp dầm, đổ mặt cầu, làm đường dẫn hai đầu và biển tải trọng; thông xe kỹ thuật trước ngày 30 tháng 4 năm 2027."),
    Project("Cải tạo Trạm Y tế xã", "Suối Lam", "Sửa chữa 380 m², thêm 02 phòng", 1_180, 640, 540, "2026–2027", _CT,
        "Trạm phục vụ bình quân 46 lượt khám mỗi ngày; phòng tiêm chủng và phòng sản dùng chung lối đi, không bảo đảm một chiều.",
        "Thêm phòng tiêm chủng, phòng lưu; thay hệ thống nước và bể xử lý chất thải lỏng."),
    Project("Đường ngõ xóm thôn Gò Mít", "Gò Mít", "0,92 km, rộng 3,0 m", 700, 0, 460, "2027–2028", _KC,
        "Ngõ dốc, trơn, xe chở nông sản không vào được; 38 hộ đã ký cam kết hiến đất và dời hàng rào.",
        "Nhà nước hỗ trợ xi măng, cống và máy trộn; nhân dân góp cát, đá và công lao động tương đương 210 triệu đồng."),
    Project("Công trình nước sinh hoạt tập trung Bản Cú", "Bản Cú", "Cấp cho 108 hộ, 65 m³/ngày", 1_950, 0, 890, "2027–2028", _KC,
        "Nguồn nước mó cạn từ tháng 2 đến tháng 4 hằng năm; kết quả xét nghiệm tháng 9 năm 2026 có ba trong năm mẫu vượt chỉ tiêu vi sinh.",
        "Xây đập đầu nguồn, bể lọc, bể chứa 40 m³ và tuyến ống chính; giao tổ quản lý nước của thôn vận hành."),
    Project("Đường nội đồng Đồng Lau", "Đồng Lau", "1,3 km, cấp phối, rộng 3,0 m", 980, 0, 520, "2027–2028", _KC,
        "Cánh đồng 48 ha chưa có đường cho máy gặt; chi phí vác lúa ra đường lớn chiếm khoảng 9 % giá trị thu hoạch.",
        "Đắp nền theo bờ thửa đã dồn đổi, đặt tám cống ngang; không lấy đất trồng lúa ngoài chỉ giới đã thống nhất."),
    Project("Sửa chữa, mở rộng nhà văn hóa thôn Đồi Chè", "Đồi Chè", "Thêm 60 m², sửa mái", 560, 0, 480, "2027", _KC,
        "Sau khi nhập hai xóm, số hộ của thôn tăng từ 97 lên 164, nhà văn hóa chỉ đủ chỗ cho một nửa số hộ.",
        "Nối thêm hai gian, thay tôn, làm sân bê tông 200 m²; khởi công sau vụ chè tháng 3."),
    Project("Cải tạo chợ Suối Lam", "Suối Lam", "64 ki-ốt, mái 1.150 m²", 1_620, 0, 750, "2027–2028", _KC,
        "Chợ họp sáu phiên mỗi tháng, 118 hộ buôn bán thường xuyên; mái dột, nền thấp hơn mặt đường 25 cm nên ngập khi mưa to.",
        "Nâng nền, thay mái khu hàng tươi sống, làm rãnh thoát và nơi để xe; chia hai đợt để không phải dừng chợ."),
    Project("Kè chống sạt lở bờ suối Lam, đoạn qua Vĩnh Thành", "Vĩnh Thành", "310 m, rọ đá và bê tông", 2_680, 0, 1_120, "2027–2028", _KC,
        "Bờ suối lùi vào gần khu dân cư từ 6 m đến 11 m trong hai mùa mưa; mười chín hộ nằm trong phạm vi cần theo dõi.",
        "Làm trước 130 m đoạn xung yếu nhất; cắm mốc cảnh báo và có phương án di dời tạm thời khi có mưa lớn."),
    Project("Trường tiểu học Vĩnh Thành, sửa 08 phòng học", "Vĩnh Thành", "08 phòng, 540 m²", 1_430, 0, 860, "2027–2028", _KC,
        "Nền, cửa và hệ thống điện xuống cấp; 247 học sinh đang học, tháng 10 năm 2026 phải dồn hai lớp do trần bong.",
        "Sửa bốn phòng trong hè 2027, bốn phòng còn lại trong hè 2028; không xếp lớp học tạm."),
    Project("Điện chiếu sáng đường làng năm thôn", "Đầm Sen, Cây Si, Làng Mận, Đồng Lau, Phú Sơn", "6,8 km, 226 bóng LED", 430, 0, 310, "2027", _KC,
        "Các thôn đã vận động được 120 triệu đồng và cam kết trả tiền điện; những đoạn này có bảy vụ va chạm ban đêm trong hai năm.",
        "Ngân sách mua cần đèn, tủ điều khiển; nhân dân góp bóng, dây và công lắp đặt."),
    Project("Tu bổ nghĩa trang liệt sĩ xã", "Suối Lam", "92 phần mộ, sân 640 m²", 310, 0, 260, "2027", _KC,
        "Bia, lối đi và cổng xuống cấp; thực hiện để hoàn thành trước dịp kỷ niệm 80 năm Ngày Thương binh – Liệt sĩ.",
        "Thay đá ốp, làm lại lối đi, trồng cây bóng mát; hoàn thành trước ngày 15 tháng 7 năm 2027."),
    Project("Bãi tập kết rác hợp vệ sinh Phú Sơn", "Phú Sơn", "1.800 m², 02 mái che", 520, 0, 350, "2027–2028", _KC,
        "Lượng rác sinh hoạt khoảng 4,1 tấn mỗi ngày, điểm tập kết cũ cách nhà dân 70 m và không có mái che.",
        "San nền, đổ sân bê tông, làm mái và rãnh thu nước rỉ; thỏa thuận tuyến xe vận chuyển ba chuyến mỗi tuần."),
    Project("Chuẩn bị đầu tư các dự án năm 2028", "Toàn xã", "Lập 04 báo cáo kinh tế – kỹ thuật", 280, 0, 280, "2027", "chuẩn bị đầu tư",
        "Bốn dự án dự kiến khởi công năm 2028 cần hồ sơ sớm để không lặp lại việc giao vốn chậm của năm 2026.",
        "Khảo sát, lập và thẩm định báo cáo kinh tế – kỹ thuật; lấy ý kiến cộng đồng trước khi trình."),
)  # fmt: skip


def vn(number: float, decimals: int = 0) -> str:
    """A number the Vietnamese way: 48.620 and 6,4."""
    text = f"{number:,.{decimals}f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def growth(line: Line) -> str:
    """Plan over the year before, as '6,4 %'."""
    return f"{vn(100 * (line.plan / line.before - 1), 1)} %"


def share_out(total: int, weights: list[float]) -> list[int]:
    """Whole parts in proportion to `weights` that add up to `total` (largest remainder)."""
    scale = total / sum(weights)
    parts = [int(weight * scale) for weight in weights]
    order = sorted(range(len(parts)), key=lambda n: (parts[n] - weights[n] * scale, n))
    for n in order[: total - sum(parts)]:
        parts[n] += 1
    return parts


_QUARTERS = {  # money by quarter, in %, where the work has its own calendar
    "Suối Lam, Đồng Bưởi": [38.0, 52.0, 10.0, 0.0],
    "Nà Hang": [45.0, 50.0, 5.0, 0.0],
    "Khe Gỗ": [30.0, 55.0, 15.0, 0.0],
    "Bãi Đa, Đầm Sen": [20.0, 10.0, 15.0, 55.0],
    "Đồng Bưởi": [25.0, 40.0, 35.0, 0.0],
    "Vĩnh Thành": [8.0, 24.0, 48.0, 20.0],
    "Đồi Chè": [5.0, 45.0, 40.0, 10.0],
    "Đồng Lau": [0.0, 20.0, 50.0, 30.0],
}


def quarters(project: Project) -> list[int]:
    """The plan of a project by quarter."""
    return share_out(project.plan, _QUARTERS.get(project.place, [10.0, 30.0, 35.0, 25.0]))


def dice(name: str) -> random.Random:
    """A generator of its own for each use, so that one text does not move another."""
    return random.Random(f"{SEED}:{name}")


def check() -> None:
    """Assert that the printed sums are sums."""
    for part in ("before", "plan"):
        assert sum(getattr(x, part) for x in REVENUE) == getattr(TOTAL, part), part
        assert sum(getattr(x, part) for x in REVENUE_FULL) == getattr(REVENUE[0], part), part
        assert sum(getattr(x, part) for x in REVENUE_SHARED) == getattr(REVENUE[1], part), part
        assert sum(getattr(x, part) for x in RUNNING) == getattr(RUN, part), part
        assert sum(getattr(x, part) for x in (INVEST, RUN, RESERVE)) == getattr(TOTAL, part), part
    assert sum(project.plan for project in PROJECTS) == INVEST.plan
    assert all(project.given + project.plan <= project.total for project in PROJECTS)
    assert len(DELEGATES) == 26
