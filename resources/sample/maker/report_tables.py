"""The seven tables at the end of the yearly report (03)."""

from __future__ import annotations

from . import data
from .data import HAMLETS, vn
from .doc_report_text import hamlet_notes
from .layout import Column, Paper

TARGETS = (
    ("Giá trị sản xuất nông, lâm nghiệp", "tỷ đồng", "148,0", "151,6", "157,5"),
    ("Sản lượng lương thực có hạt", "tấn", "5.150", "5.214", "5.260"),
    ("Diện tích cam, bưởi cho thu hoạch", "ha", "236", "241", "268"),
    ("Trồng rừng tập trung", "ha", "85", "92", "90"),
    ("Tỷ lệ che phủ rừng", "%", "61,5", "61,7", "62,0"),
    ("Thu ngân sách tại địa bàn xã hưởng", "triệu đồng", "4.980", "5.210", "5.620"),
    ("Thu nhập bình quân đầu người", "triệu đồng", "51,0", "52,3", "56,0"),
    ("Giải ngân vốn đầu tư công", "%", "95,0", "88,4", "95,0"),
    ("Tỷ lệ hộ nghèo", "%", "5,20", "4,95", "4,10"),
    ("Lao động có việc làm thêm trong năm", "người", "230", "247", "240"),
    ("Lao động qua đào tạo có chứng chỉ", "%", "29,0", "29,6", "31,0"),
    ("Trẻ 5 tuổi ra lớp", "%", "100", "100", "100"),
    ("Trường đạt chuẩn quốc gia", "trường", "2", "2", "3"),
    ("Dân số tham gia bảo hiểm y tế", "%", "95,0", "95,8", "96,5"),
    ("Trẻ dưới 5 tuổi suy dinh dưỡng thể thấp còi", "%", "15,0", "15,4", "14,5"),
    ("Hộ dùng nước hợp vệ sinh", "%", "93,0", "91,7", "94,0"),
    ("Rác thải sinh hoạt được thu gom", "%", "80,0", "78,5", "84,0"),
    ("Thôn đạt danh hiệu văn hóa", "thôn", "12", "12", "13"),
    ("Hồ sơ giải quyết đúng và trước hạn", "%", "98,0", "98,6", "99,0"),
    ("Hồ sơ nộp trực tuyến", "%", "70,0", "64,2", "75,0"),
    ("Tuyển quân", "% chỉ tiêu", "100", "100", "100"),
)


def report_tables(p: Paper) -> None:
    """Add tables 1 to 7, each on its own page."""
    _target_table(p)
    _hamlets(p)
    _damage(p)
    _works(p)
    _fruit(p)
    _labour(p)
    _collected(p)


def _target_table(p: Paper) -> None:
    p.new_page()
    p.mark("Biểu 1. Các chỉ tiêu chủ yếu")
    p.para("Biểu 1", face="b", align="c", indent=0, after=0)
    p.para("CÁC CHỈ TIÊU CHỦ YẾU NĂM 2026 VÀ KẾ HOẠCH NĂM 2027", face="b", align="c", indent=0)
    p.table(
        [Column("TT", 7, "c"), Column("Chỉ tiêu", 43), Column("Đơn vị", 15, "c"), Column("Kế hoạch 2026", 12, "r"),
         Column("Ước đạt 2026", 12, "r"), Column("Kế hoạch 2027", 12, "r")],  # fmt: skip
        [[str(n), *row] for n, row in enumerate(TARGETS, 1)],
        numbered=True,
    )
    p.para("Năm 2026 có 16/21 chỉ tiêu đạt hoặc vượt, 5/21 chỉ tiêu chưa đạt kế hoạch.", face="i", size=13)


def _hamlets(p: Paper) -> None:
    p.new_page()
    p.mark("Biểu 2. Tình hình từng thôn")
    p.para("Biểu 2", face="b", align="c", indent=0, after=0)
    p.para("DÂN SỐ, HỘ VÀ ĐẤT LÚA CỦA 14 THÔN", face="b", align="c", indent=0)
    rows = [
        [str(n), h.name, vn(h.households), vn(h.people), vn(h.poor), f"{vn(100 * h.poor / h.households, 1)} %", vn(h.near_poor),
         vn(h.rice)]
        for n, h in enumerate(HAMLETS, 1)
    ]  # fmt: skip
    total = [sum(getattr(h, part) for h in HAMLETS) for part in ("households", "people", "poor", "near_poor", "rice")]
    rate = f"{vn(100 * total[2] / total[0], 1)} %"
    rows.append(["", "Cộng", vn(total[0]), vn(total[1]), vn(total[2]), rate, vn(total[3]), vn(total[4])])
    p.table(
        [Column("TT", 7, "c"), Column("Thôn", 22), Column("Số hộ", 12, "r"), Column("Số khẩu", 12, "r"),
         Column("Hộ nghèo", 12, "r"), Column("Tỷ lệ", 11, "r"), Column("Cận nghèo", 12, "r"), Column("Lúa (ha)", 12, "r")],
        rows,
        bold=[-1],
    )  # fmt: skip
    p.heading("Nhận xét về từng thôn", level=1)
    for h in HAMLETS:
        p.para(f"**Thôn {h.name}.** " + hamlet_notes(h))


def _damage(p: Paper) -> None:
    p.new_page()
    p.mark("Biểu 3. Thiệt hại do thiên tai")
    p.para("Biểu 3", face="b", align="c", indent=0, after=0)
    p.para("THIỆT HẠI DO THIÊN TAI NĂM 2026 THEO THÔN", face="b", align="c", indent=0)
    wet = [3.0 if h.name in ("Vĩnh Thành", "Nà Hang", "Đầm Sen", "Suối Lam", "Bãi Đa") else 1.0 for h in HAMLETS]
    parts = [
        data.share_out(total, [w * data.dice(f"{total}{h.name}").uniform(0.3, 1.4) for w, h in zip(wet, HAMLETS, strict=True)])
        for total in (37, 310, 64, 1_900, 640, 3_600)
    ]
    rows = []
    for n, h in enumerate(HAMLETS):
        roof, rice, crop, road, ditch, money = (column[n] for column in parts)
        rows.append([str(n + 1), h.name, vn(roof), vn(rice / 10, 1), vn(crop / 10, 1), vn(road), vn(ditch), vn(money)])
    rows.append(["", "Cộng", "37", "31,0", "6,4", "1.900", "640", "3.600"])
    p.table(
        [Column("TT", 6, "c"), Column("Thôn", 18), Column("Nhà tốc mái", 11, "r"), Column("Lúa (ha)", 11, "r"),
         Column("Màu (ha)", 11, "r"), Column("Đường (m)", 13, "r"), Column("Mương (m)", 13, "r"),
         Column("Ước giá trị (triệu đồng)", 17, "r")],
        rows,
        bold=[-1],
        numbered=True,
    )  # fmt: skip
    p.para(
        "Số liệu do tổ kiểm đếm của từng thôn lập, có chữ ký của trưởng thôn và hộ bị thiệt hại; Phòng Kinh tế phúc tra 22 % số "
        "trường hợp, sửa giảm 4 trường hợp kê trùng."
    )


def _fruit(p: Paper) -> None:
    p.new_page()
    p.mark("Biểu 5. Cây ăn quả theo thôn")
    p.para("Biểu 5", face="b", align="c", indent=0, after=0)
    p.para("DIỆN TÍCH, SẢN LƯỢNG CAM, BƯỞI THEO THÔN NĂM 2026", face="b", align="c", indent=0)
    love = {"Đồng Bưởi": (1.0, 6.0), "Làng Mận": (4.0, 1.5), "Gò Mít": (4.0, 1.2), "Đồi Chè": (1.0, 3.0)}
    orange, pomelo = ([love.get(h.name, (1.0, 1.0))[n] * data.dice(f"fruit{n}{h.name}").uniform(0.4, 1.2) for h in HAMLETS] for n in (0, 1))
    parts = [data.share_out(total, w) for total, w in ((121, orange), (1_890, orange), (120, pomelo), (2_160, pomelo))]
    rows = [[str(n + 1), h.name, *[vn(column[n]) for column in parts]] for n, h in enumerate(HAMLETS)]
    rows.append(["", "Cộng", "121", "1.890", "120", "2.160"])
    p.table(
        [Column("TT", 7, "c"), Column("Thôn", 25), Column("Cam (ha)", 16, "r"), Column("Cam (tấn)", 18, "r"),
         Column("Bưởi (ha)", 16, "r"), Column("Bưởi (tấn)", 18, "r")],
        rows,
        bold=[-1],
        numbered=True,
    )  # fmt: skip
    p.para(
        "Chỉ tính diện tích cho thu hoạch. Diện tích mới trồng chưa cho quả là 58 ha, trong đó 41 ha bưởi; dự kiến 27 ha bước vào "
        "thu hoạch năm 2027. Sản lượng được ước theo 84 vườn đại diện, cân thực tế khi bán, không lấy theo số hộ tự khai."
    )


def _labour(p: Paper) -> None:
    p.new_page()
    p.mark("Biểu 6. Việc làm, bảo hiểm y tế theo thôn")
    p.para("Biểu 6", face="b", align="c", indent=0, after=0)
    p.para("VIỆC LÀM, ĐÀO TẠO NGHỀ, BẢO HIỂM Y TẾ THEO THÔN", face="b", align="c", indent=0)
    people = [float(h.people) for h in HAMLETS]
    jobs, abroad, taught = (
        data.share_out(total, [w * data.dice(f"{total}{h.name}").uniform(0.6, 1.4) for w, h in zip(people, HAMLETS, strict=True)])
        for total in (247, 31, 94)
    )
    insured = data.share_out(9_868, [w * (0.985 + 0.015 * data.dice("card" + h.name).random()) for w, h in zip(people, HAMLETS, strict=True)])
    rows = [
        [str(n + 1), h.name, vn(h.people), vn(jobs[n]), vn(abroad[n]), vn(taught[n]), vn(insured[n]), f"{vn(100 * insured[n] / h.people, 1)} %"]
        for n, h in enumerate(HAMLETS)
    ]
    rows.append(["", "Cộng", "10.301", "247", "31", "94", "9.868", "95,8 %"])
    p.table(
        [Column("TT", 6, "c"), Column("Thôn", 19), Column("Số khẩu", 12, "r"), Column("Việc làm thêm", 12, "r"),
         Column("Ở nước ngoài", 12, "r"), Column("Học nghề", 11, "r"), Column("Có thẻ BHYT", 14, "r"), Column("Tỷ lệ", 12, "r")],
        rows,
        bold=[-1],
        numbered=True,
    )  # fmt: skip
    p.para(
        "Người đi làm việc ở nước ngoài đã tính trong số việc làm thêm. Số thẻ bảo hiểm y tế lấy từ cơ quan bảo hiểm xã hội ngày 31 tháng "
        "10 năm 2026; 433 người chưa có thẻ chủ yếu là lao động tự do vắng nhà trên sáu tháng."
    )


def _collected(p: Paper) -> None:
    p.new_page()
    p.mark("Biểu 7. Thu ngân sách tại địa bàn theo thôn")
    p.para("Biểu 7", face="b", align="c", indent=0, after=0)
    p.para("THU NGÂN SÁCH TẠI ĐỊA BÀN MƯỜI THÁNG NĂM 2026 THEO THÔN", face="b", align="c", indent=0)
    weights = [h.households * (2.6 if h.name in ("Suối Lam", "Vĩnh Thành") else 1.0) for h in HAMLETS]
    parts = [
        data.share_out(total, [w * data.dice(f"{name}{h.name}").uniform(0.7, 1.3) for w, h in zip(weights, HAMLETS, strict=True)])
        for name, total in (("fee", 205), ("land", 318), ("tax", 1_472), ("plots", 1_905))
    ]
    rows = [[str(n + 1), h.name, *[vn(c[n]) for c in parts], vn(sum(c[n] for c in parts))] for n, h in enumerate(HAMLETS)]
    rows.append(["", "Cộng", "205", "318", "1.472", "1.905", "3.900"])
    p.table(
        [Column("TT", 7, "c"), Column("Thôn", 23), Column("Phí, lệ phí", 14, "r"), Column("Đất công, hoa lợi", 14, "r"),
         Column("Thuế, thu khác", 14, "r"), Column("Tiền sử dụng đất", 15, "r"), Column("Cộng", 13, "r")],
        rows,
        bold=[-1],
        numbered=True,
        unit="triệu đồng",
    )  # fmt: skip
    p.para(
        "Số thu được tính theo nơi phát sinh. Tiền sử dụng đất gồm cả khoản nộp dần của các hộ được giao đất trước ngày 01 tháng 7 năm "
        "2025; riêng đợt đấu giá mười hai thửa ở Vĩnh Thành nộp đủ trong tháng 6."
    )


WORKS = (
    ("Trình đề án thay cam già cỗi", "Phòng Kinh tế", "02/2027"), ("Hoàn thành nạo vét mương vụ xuân", "14 thôn", "01/2027"),
    ("Giao dự toán và niêm yết công khai", "Văn phòng", "01/2027"), ("Khởi công đợt một, sáu dự án", "Phòng Kinh tế", "03/2027"),
    ("Thông xe cầu dân sinh Nà Hang", "Phòng Kinh tế", "04/2027"), ("Hoàn thành đường liên thôn Suối Lam – Đồng Bưởi", "Phòng Kinh tế", "05/2027"),
    ("Diễn tập ứng phó lũ quét", "Ban CHQS xã", "05/2027"), ("Khám sức khỏe học sinh", "Trạm Y tế", "05/2027"),
    ("Tu bổ xong nghĩa trang liệt sĩ", "Phòng VH – XH", "07/2027"), ("Sửa bốn phòng học trong hè", "Phòng VH – XH", "08/2027"),
    ("Bàn giao nhà lớp học Đồng Bưởi", "Phòng Kinh tế", "08/2027"), ("Điều chuyển vốn dự án chậm", "Phòng Kinh tế", "09/2027"),
    ("Rà soát hộ nghèo, cận nghèo", "Phòng VH – XH", "10/2027"), ("Đưa bãi tập kết Phú Sơn vào sử dụng", "Phòng Kinh tế", "11/2027"),
    ("Đánh giá cán bộ, công chức", "Văn phòng", "12/2027"), ("Xử lý xong 126 hồ sơ đất đai tồn", "Phòng Kinh tế", "12/2027"),
)  # fmt: skip


def _works(p: Paper) -> None:
    p.new_page()
    p.mark("Biểu 4. Phân công nhiệm vụ trọng tâm")
    p.para("Biểu 4", face="b", align="c", indent=0, after=0)
    p.para("PHÂN CÔNG NHIỆM VỤ TRỌNG TÂM NĂM 2027", face="b", align="c", indent=0)
    rows = [
        [str(n), name, who, data.MAYOR if n % 3 == 0 else data.DEPUTY_MAYOR, when] for n, (name, who, when) in enumerate(WORKS, 1)
    ]
    p.table(
        [Column("TT", 7, "c"), Column("Nhiệm vụ", 42), Column("Chủ trì", 19), Column("Lãnh đạo phụ trách", 19),
         Column("Xong", 13, "c")],
        rows,
        size=11.5,
    )  # fmt: skip
    p.para(
        "Ngày 20 hằng tháng, bộ phận chủ trì báo cáo kết quả với người phụ trách. Nhiệm vụ chậm quá 15 ngày phải giải trình bằng "
        "văn bản và nêu mốc hoàn thành mới; Văn phòng tổng hợp gửi Thường trực Hội đồng nhân dân xã mỗi quý."
    )
