"""01 invitation and 02 agenda of the session."""

from __future__ import annotations

from pathlib import Path

from . import data
from .fonts import Faces
from .forms import COUNCIL, PROVINCE, headline, letterhead, signature
from .layout import Column, Paper


def invitation(faces: Faces, path: Path) -> None:
    """01: invitation 47/GM-HĐND."""
    p = Paper(faces, title="Giấy mời 47/GM-HĐND", date="2026-11-19")
    letterhead(
        p, parent=[PROVINCE], body=COUNCIL, symbol="Số: 47/GM-HĐND", place="Suối Lam, ngày 19 tháng 11 năm 2026"
    )
    headline(p, "GIẤY MỜI", ["Dự Kỳ họp thứ năm, Hội đồng nhân dân xã Suối Lam", "khóa II, nhiệm kỳ 2026 – 2031"])
    p.para(
        "Thực hiện chương trình công tác năm 2026, Thường trực Hội đồng nhân dân xã Suối Lam tổ chức Kỳ họp thứ năm "
        "(kỳ họp thường lệ cuối năm 2026) và trân trọng kính mời:"
    )
    p.bullets(
        [
            "26 vị đại biểu Hội đồng nhân dân xã khóa II;",
            "Đại diện Thường trực Hội đồng nhân dân tỉnh, Tổ đại biểu Hội đồng nhân dân tỉnh bầu tại địa bàn;",
            "Thường trực Đảng ủy, lãnh đạo Ủy ban nhân dân, Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã;",
            "Trưởng các phòng, Trạm trưởng Trạm Y tế, Trưởng Công an xã, Chỉ huy trưởng Ban Chỉ huy quân sự xã;",
            "Hiệu trưởng các trường mầm non, tiểu học và trung học cơ sở; trưởng 14 thôn.",
        ]
    )
    p.para("**1. Thời gian:** từ 08 giờ 00 đến 16 giờ 30, thứ Sáu, ngày 11 tháng 12 năm 2026.")
    p.para("**2. Địa điểm:** Hội trường Ủy ban nhân dân xã Suối Lam.")
    p.para(
        "**3. Nội dung:** xem xét các báo cáo về kinh tế – xã hội, ngân sách, đầu tư công; giám sát; chất vấn và "
        "thông qua các nghị quyết thuộc thẩm quyền (có chương trình kèm theo)."
    )
    p.para(
        "**4. Tài liệu:** kỳ họp không dùng tài liệu giấy. Toàn bộ tài liệu được gửi đến máy tính của đại biểu qua "
        "phần mềm Sổ Họp; nơi không có đường truyền nhận bằng thẻ nhớ USB tại Văn phòng hoặc nhờ trưởng thôn chuyển. "
        "Đề nghị đại biểu mở máy kiểm tra đủ tài liệu trước 17 giờ 00 ngày 10 tháng 12 năm 2026; máy phải được sạc "
        "đầy pin trước khi đến họp."
    )
    p.para(
        "**5. Lấy ý kiến trước kỳ họp:** các dự thảo nghị quyết ở mục 3 và mục 4 của chương trình được lấy ý kiến bằng "
        "văn bản từ ngày 20 tháng 11 đến 17 giờ 00 ngày 10 tháng 12 năm 2026. Ý kiến gửi sau giờ này vẫn được chuyển "
        "đến cơ quan soạn thảo nhưng không tính vào kết quả tổng hợp."
    )
    p.para(
        "Đại biểu vắng mặt có lý do gửi báo cáo về Thường trực Hội đồng nhân dân xã trước ngày 09 tháng 12 năm 2026. "
        "Khách mời không dự được cử cấp phó đi thay và báo với Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã "
        f"(ông {data.OFFICE}, Chánh Văn phòng)."
    )
    p.para("Rất mong các vị đại biểu và khách mời thu xếp thời gian đến dự đầy đủ, đúng giờ./.")
    signature(
        p,
        to=["Như thành phần mời", "Thường trực Đảng ủy xã (báo cáo)", "Trang thông tin điện tử xã", "Lưu: VT, HĐND"],
        lines=["TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"],
        name=data.CHAIR,
    )
    p.save(path)


AGENDA = (
    ("1", "08:00", "Khai mạc, điểm danh", "Thư ký kỳ họp; Chủ tịch Hội đồng nhân dân xã", (
        ("08:00", "Ổn định tổ chức, điểm danh đại biểu, kiểm tra máy và tài liệu", "Thư ký kỳ họp"),
        ("08:10", "Chào cờ; tuyên bố lý do, giới thiệu đại biểu", "Văn phòng HĐND và UBND"),
        ("08:15", "Diễn văn khai mạc; thông qua chương trình kỳ họp", f"Ông {data.CHAIR}, Chủ tịch HĐND"),
    )),
    ("2", "08:25", "Kinh tế – xã hội năm 2026", "", (
        ("08:25", "Báo cáo 215/BC-UBND về tình hình kinh tế – xã hội năm 2026, phương hướng năm 2027", f"Ông {data.DEPUTY_MAYOR}, Phó Chủ tịch UBND"),
        ("08:45", "Báo cáo 221/BC-UBND về kết quả rà soát hộ nghèo, hộ cận nghèo năm 2026", "Trưởng phòng Văn hóa – Xã hội"),
        ("08:50", "Thông báo của Ủy ban Mặt trận Tổ quốc Việt Nam xã về xây dựng chính quyền", "Chủ tịch UBMTTQ xã"),
    )),
    ("3", "09:00", "Dự toán và phân bổ ngân sách năm 2027", "", (
        ("09:00", "Tờ trình 12/TTr-UBND về dự toán thu, chi ngân sách và phân bổ ngân sách xã năm 2027", f"Ông {data.MAYOR}, Chủ tịch UBND"),
        ("09:20", "Báo cáo thẩm tra 08/BC-BKTNS", f"Ông {data.BUDGET_BOARD}, Trưởng Ban Kinh tế – Ngân sách"),
        ("09:30", "Thảo luận tại hội trường; Ủy ban nhân dân xã tiếp thu, giải trình", "Chủ tọa điều hành"),
        ("10:05", "Biểu quyết thông qua nghị quyết", "Chủ tọa điều hành"),
    )),
    ("4", "10:15", "Đầu tư công năm 2027", "", (
        ("10:15", "Tờ trình 13/TTr-UBND về Kế hoạch đầu tư công năm 2027; bản đồ vị trí các dự án", "Trưởng phòng Kinh tế"),
        ("10:35", "Thảo luận, biểu quyết thông qua nghị quyết", "Chủ tọa điều hành"),
        ("11:15", "Thăm dò ý kiến về thứ tự ưu tiên chuẩn bị đầu tư năm 2028", "Thư ký kỳ họp"),
    )),
    ("5", "13:30", "Chất vấn và trả lời chất vấn", "", (
        ("13:30", "Báo cáo tổng hợp kiến nghị cử tri và kết quả giải quyết", f"Bà {data.DEPUTY_CHAIR}, Phó Chủ tịch HĐND"),
        ("13:45", "Chất vấn nhóm vấn đề về giao thông, thủy lợi và nước sinh hoạt", f"Ông {data.MAYOR} trả lời"),
        ("14:25", "Chất vấn nhóm vấn đề về trường học và rác thải", "Trưởng phòng Văn hóa – Xã hội trả lời"),
    )),
    ("6", "15:00", "Giám sát chuyên đề nước sạch và thủy lợi nhỏ", "", (
        ("15:00", "Báo cáo 31/BC-HĐND về kết quả giám sát chuyên đề", f"Bà {data.SOCIAL_BOARD}, Trưởng Ban Văn hóa – Xã hội"),
        ("15:20", "Thảo luận; thông qua nghị quyết về kết quả giám sát", "Chủ tọa điều hành"),
    )),
    ("7", "15:45", "Thông qua nghị quyết và bế mạc", "", (
        ("15:45", "Thư ký trình bày dự thảo biên bản; thông qua nghị quyết kỳ họp", "Thư ký kỳ họp"),
        ("16:15", "Phát biểu bế mạc", f"Ông {data.CHAIR}, Chủ tịch HĐND"),
        ("16:30", "Kết thúc kỳ họp", "Chủ tọa điều hành"),
    )),
)  # fmt: skip


def agenda(faces: Faces, path: Path) -> None:
    """02: the agenda."""
    p = Paper(faces, title="Chương trình Kỳ họp thứ năm", date="2026-11-19")
    letterhead(
        p, parent=[PROVINCE], body=COUNCIL, symbol="Số: 48/CTr-HĐND", place="Suối Lam, ngày 19 tháng 11 năm 2026"
    )
    headline(p, "CHƯƠNG TRÌNH", ["Kỳ họp thứ năm, Hội đồng nhân dân xã Suối Lam", "khóa II, nhiệm kỳ 2026 – 2031"])
    p.para("(Thứ Sáu, ngày 11 tháng 12 năm 2026, tại Hội trường Ủy ban nhân dân xã)", face="i", align="c", indent=0)
    rows: list[list[str]] = []
    strong: list[int] = []
    for number, clock, title, _, steps in AGENDA:
        strong.append(len(rows))
        rows.append([number, clock, title, ""])
        rows += [["", when, what, who] for when, what, who in steps]
    p.table(
        [Column("Mục", 8, "c"), Column("Giờ", 11, "c"), Column("Nội dung", 53), Column("Người thực hiện", 28)],
        rows,
        bold=strong,
    )
    p.para("Nghỉ giải lao: 15 phút giữa buổi sáng (do chủ tọa ấn định). Nghỉ trưa: từ 11 giờ 30 đến 13 giờ 30.")
    p.ensure(260)
    p.heading("Tài liệu kèm theo từng mục", toc=True)
    p.table(
        [Column("Mục", 8, "c"), Column("Tài liệu", 62), Column("Cơ quan trình", 30)],
        [
            ["1", "Giấy mời 47/GM-HĐND; Chương trình 48/CTr-HĐND", "Thường trực HĐND"],
            ["2", "Báo cáo 215/BC-UBND; Báo cáo 221/BC-UBND", "UBND xã"],
            ["3", "Tờ trình 12/TTr-UBND; dự thảo nghị quyết kèm 4 phụ lục", "UBND xã"],
            ["3", "Báo cáo thẩm tra 08/BC-BKTNS", "Ban Kinh tế – Ngân sách"],
            ["4", "Tờ trình 13/TTr-UBND; bản đồ vị trí dự án khổ A3", "UBND xã"],
            ["5", "Báo cáo 30/BC-HĐND; tập biên bản tiếp xúc cử tri (bản quét)", "Thường trực HĐND"],
            ["6", "Báo cáo giám sát 31/BC-HĐND", "Ban Văn hóa – Xã hội"],
        ],
    )
    p.heading("Một số quy định tại kỳ họp", toc=True)
    p.bullets(
        [
            "Đại biểu đăng ký phát biểu trên máy; chủ tọa mời theo thứ tự đăng ký, mỗi lượt không quá 5 phút. Người "
            "chất vấn nêu câu hỏi không quá 2 phút, người trả lời không quá 7 phút cho một câu hỏi.",
            "Nghị quyết được thông qua khi có quá nửa tổng số đại biểu Hội đồng nhân dân biểu quyết tán thành, nghĩa là "
            "ít nhất 14 trên 26 phiếu. Việc bầu, miễn nhiệm (nếu có) thực hiện bằng phiếu kín trên giấy.",
            "Khi trạm phòng họp mất điện hoặc mất mạng, phiếu đã niêm phong trên máy đại biểu được giữ nguyên và tự gửi "
            "lại; quá 1 phút chưa gửi được, đại biểu giơ tay báo thư ký.",
            "Mọi thay đổi tài liệu sau khi phát hành được thông báo ngay trên máy, có ghi lý do và chỗ sửa.",
        ]
    )
    signature(
        p,
        to=["Đại biểu HĐND xã", "Khách mời", "Lưu: VT, HĐND"],
        lines=["TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"],
        name=data.CHAIR,
    )
    p.save(path)
