"""06 the committee's examination of the budget."""

from __future__ import annotations

from pathlib import Path

from . import data
from .data import vn
from .fonts import Faces
from .forms import addressee, headline, letterhead, signature
from .layout import Column, Paper


def examination(faces: Faces, path: Path) -> None:
    """06: Báo cáo thẩm tra 08/BC-BKTNS."""
    p = Paper(faces, title="Báo cáo thẩm tra 08/BC-BKTNS", date="2026-12-04", leading=1.55)
    letterhead(
        p,
        parent=["HỘI ĐỒNG NHÂN DÂN", "XÃ SUỐI LAM"],
        body=["BAN KINH TẾ – NGÂN SÁCH"],
        symbol="Số: 08/BC-BKTNS",
        place="Suối Lam, ngày 04 tháng 12 năm 2026",
    )
    headline(
        p,
        "BÁO CÁO",
        ["Thẩm tra Tờ trình và dự thảo nghị quyết về dự toán thu, chi", "và phân bổ ngân sách xã Suối Lam năm 2027"],
    )
    addressee(p, "Hội đồng nhân dân xã Suối Lam.")
    for block in _TEXT[:3]:
        _block(p, block)
    p.table(
        [Column("TT", 7, "c"), Column("Nội dung đối chiếu", 37), Column("Tờ trình 12", 14, "r"), Column("Dự thảo NQ", 24, "r"),
         Column("Kết quả", 18, "c")],  # fmt: skip
        [
            ["1", "Tổng thu, tổng chi", vn(data.TOTAL.plan), vn(data.TOTAL.plan), "Khớp"],
            ["2", "Chi đầu tư phát triển", vn(data.INVEST.plan), vn(data.INVEST.plan), "Khớp"],
            ["3", "Chi thường xuyên", vn(data.RUN.plan), vn(data.RUN.plan), "Khớp"],
            ["4", "Dự phòng ngân sách", vn(data.RESERVE.plan), vn(data.RESERVE.plan), "Khớp"],
            ["5", "Vốn đường liên thôn Suối Lam – Đồng Bưởi", "1.850", "1.700 (Điều 2)\n1.850 (Phụ lục II)", "**Không khớp**"],
            ["6", "Chiều dài còn lại của tuyến", "1,8 km", "1,6 km (Điều 2)", "**Không khớp**"],
        ],
        unit="triệu đồng",
    )
    for block in _TEXT[3:]:
        _block(p, block)
    p.para(
        "Trên đây là báo cáo thẩm tra của Ban Kinh tế – Ngân sách, kính trình Hội đồng nhân dân xã xem xét, quyết định./.",
        keep=140,
    )
    signature(
        p,
        to=["Như trên", "Thường trực HĐND xã", "UBND xã", "Thành viên Ban KTNS", "Lưu: VT, KTNS"],
        lines=["TM. BAN KINH TẾ – NGÂN SÁCH", "TRƯỞNG BAN"],
        name=data.BUDGET_BOARD,
    )
    p.save(path)


def _block(p: Paper, block: tuple[str, tuple[str, ...]]) -> None:
    title, texts = block
    p.heading(title)
    for text in texts:
        p.para(text)


_TEXT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("I. CÁCH LÀM VIỆC", (
        "Thực hiện phân công của Thường trực Hội đồng nhân dân xã, Ban Kinh tế – Ngân sách nhận hồ sơ của Ủy ban nhân dân xã ngày 18 "
        "tháng 11 năm 2026. Ban đã làm việc với Phòng Kinh tế hai buổi, khảo sát thực địa đường liên thôn Suối Lam – Đồng Bưởi, "
        "cầu dân sinh Nà Hang, chợ Suối Lam và Trường Tiểu học Vĩnh Thành; gửi phiếu hỏi đến 14 trưởng thôn, nhận lại 13 phiếu.",
        "Phiên họp thẩm tra ngày 02 tháng 12 năm 2026 có mặt 5 trên 5 thành viên, đại diện Ủy ban nhân dân xã, Ban Văn hóa – Xã hội và "
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã. Các ý kiến đều được ghi biên bản; 4 thành viên tán thành toàn bộ, 1 thành viên đề nghị "
        "bảo lưu ý kiến về tỷ lệ dự phòng.",
    )),
    ("II. VỀ HỒ SƠ, TRÌNH TỰ", (
        "Hồ sơ đủ thành phần, gửi đúng hạn. Dự thảo nghị quyết có 4 phụ lục, số liệu cộng đúng theo hàng và cột. Nội dung thuộc thẩm "
        "quyền của Hội đồng nhân dân xã theo Luật Tổ chức chính quyền địa phương và Luật Ngân sách nhà nước.",
        "Cần rút kinh nghiệm: thuyết minh về quỹ lương chưa nêu số biên chế có mặt của từng đơn vị, phải bổ sung ngày 27 tháng 11; các thôn "
        "nhận biểu nhu cầu muộn năm ngày nên ba thôn chưa kịp họp dân.",
    )),
    ("III. VỀ TÍNH THỐNG NHẤT CỦA SỐ LIỆU", (
        "Ban đã đối chiếu từng số liệu giữa Tờ trình 12/TTr-UBND, dự thảo nghị quyết và bốn phụ lục. Kết quả có hai chỗ chưa thống nhất, "
        "đều ở khoản 2 Điều 2 của dự thảo nghị quyết:",
    )),
    ("IV. VỀ DỰ TOÁN THU", (
        "Ban tán thành tổng thu 48.620 triệu đồng. Thu tại địa phương 5.620 triệu đồng, tăng 7,9 % so với ước thực hiện, là mức có thể đạt "
        "nhưng phụ thuộc nhiều vào tiền sử dụng đất (2.330 triệu đồng, chiếm 41,5 %). Nếu đợt đấu giá tại Cây Si chậm sang quý IV, khả năng "
        "hụt khoảng 900 triệu đồng; phương án giãn dự án nêu tại Tờ trình là cần thiết và phải có danh mục cụ thể trước ngày 30 tháng 6.",
        "Đối với phí chợ, mức giảm một phần ba trong ba tháng thi công là hợp lý. Đề nghị ghi rõ thời điểm bắt đầu, kết thúc và công khai tại "
        "chợ. Qua khảo sát, 118 hộ buôn bán thường xuyên nhưng chỉ 96 hộ có hợp đồng; cần ký đủ trước khi thu bằng biên lai điện tử.",
        "Thu từ đất công ích còn 3,4 ha chưa có hợp đồng. Ban đề nghị đấu giá công khai theo thửa, ưu tiên người trong thôn khi cùng mức giá, "
        "không gia hạn hợp đồng cũ bằng thỏa thuận miệng.",
    )),
    ("V. VỀ DỰ TOÁN CHI", (
        "1. Chi đầu tư phát triển: thứ tự ưu tiên rõ, vốn chuyển tiếp được bố trí đủ, không có nợ khối lượng. Ban đề nghị tách phần chi phí giải "
        "phóng mặt bằng của bãi tập kết Phú Sơn để có thể chi trước; kiểm tra lại năng lực của đơn vị thi công đường liên thôn vì đơn vị này "
        "đang thực hiện ba gói trên địa bàn.",
        "2. Chi thường xuyên: cơ cấu hợp lý, ưu tiên giáo dục (45,0 %). Chi quản lý nhà nước, Đảng, đoàn thể tăng 4,8 %, thấp hơn mức tăng "
        "chung. Kinh phí nạo vét mương nên cấp trong tháng 1 vì lịch lấy nước đổ ải dự kiến từ ngày 14 tháng 1 năm 2027.",
        "3. Chi bảo vệ môi trường 1.170 triệu đồng chưa tính đủ chi phí vận chuyển nếu tỷ lệ thu gom đạt 84 %. Theo đơn giá hiện nay, cần thêm "
        "khoảng 60 triệu đồng; Ủy ban nhân dân xã giải trình sẽ bù từ phí vệ sinh thu thêm của bốn thôn mới tham gia.",
        "4. Hỗ trợ 14 thôn tại Phụ lục IV có công thức rõ ràng, bảo đảm công bằng. Ba thôn Nà Hang, Khe Gỗ, Bản Cú có tỷ lệ hộ nghèo trên 8 % "
        "được hưởng phần ưu tiên 120 triệu đồng. Đề nghị quyết toán phần này theo hóa đơn hoặc bảng kê có xác nhận của ban công tác Mặt trận.",
        "5. Dự phòng 972 triệu đồng bằng 2,0 % tổng chi, đạt mức tối thiểu. Có thành viên đề nghị nâng lên 2,5 %, song trong điều kiện nguồn thu "
        "hiện nay đa số thành viên đồng ý giữ như Tờ trình, kèm yêu cầu báo cáo từng lần sử dụng.",
    )),
    ("VI. KIẾN NGHỊ CHỈNH LÝ DỰ THẢO NGHỊ QUYẾT", (
        "1. Khoản 2 Điều 2: sửa số vốn từ 1.700 triệu đồng thành 1.850 triệu đồng và chiều dài còn lại từ 1,6 km thành 1,8 km cho thống nhất với "
        "Tờ trình, Phụ lục II và kết quả đo tại hiện trường (5,0 km trừ 3,2 km đã thi công).",
        "2. Khoản 3 Điều 4: quy định báo cáo hằng quý thay cho sáu tháng; riêng hai công trình phải xong trước mùa mưa thì báo cáo hằng tháng.",
        "3. Phần căn cứ: bổ sung việc tiếp thu báo cáo thẩm tra và ý kiến tham gia bằng văn bản của đại biểu.",
    )),
    ("VII. KẾT LUẬN", (
        "Ban Kinh tế – Ngân sách nhất trí với Tờ trình 12/TTr-UBND và đề nghị Hội đồng nhân dân xã thông qua nghị quyết sau khi chỉnh lý các nội "
        "dung tại mục VI.",
    )),
)  # fmt: skip
