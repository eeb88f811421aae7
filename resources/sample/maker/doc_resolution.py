"""05 draft resolution on the budget, in its first version and as revised on the morning of the session."""

from __future__ import annotations

from pathlib import Path

from . import data
from .annexes import annexes
from .fonts import Faces
from .forms import COUNCIL, PROVINCE, headline, letterhead, signature
from .layout import Paper


def resolution(faces: Faces, path: Path, *, version: int = 1) -> None:
    """05: version 1 as submitted; version 2 has two figures corrected, one paragraph changed, one put in."""
    date = "2026-11-18" if version == 1 else "2026-12-11"
    p = Paper(faces, title="Dự thảo Nghị quyết về dự toán ngân sách năm 2027", date=date)
    _opening(p, version)
    _articles(p, version)
    annexes(p)
    p.save(path)


def _opening(p: Paper, version: int) -> None:
    letterhead(
        p, parent=[PROVINCE], body=COUNCIL, symbol="Số:       /NQ-HĐND", place="Suối Lam, ngày      tháng 12 năm 2026"
    )
    p.text(p.left + p.width * 0.2, p.y - 4, "DỰ THẢO", face="b", size=12, align="c")
    p.gap(6)
    headline(p, "NGHỊ QUYẾT", ["Về dự toán thu, chi ngân sách", "và phân bổ ngân sách xã Suối Lam năm 2027"])
    p.para("HỘI ĐỒNG NHÂN DÂN XÃ SUỐI LAM", face="b", align="c", indent=0, after=0)
    p.para("KHÓA II, KỲ HỌP THỨ NĂM", face="b", align="c", indent=0, after=8)
    grounds = [
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;",
        "Căn cứ Luật Đầu tư công số 58/2024/QH15;",
        "Xét Tờ trình số 12/TTr-UBND ngày 18 tháng 11 năm 2026 của Ủy ban nhân dân xã về dự toán thu, chi ngân sách và "
        "phân bổ ngân sách xã năm 2027;",
    ]
    if version > 1:
        grounds.append(
            "Trên cơ sở tiếp thu Báo cáo thẩm tra số 08/BC-BKTNS ngày 04 tháng 12 năm 2026 của Ban Kinh tế – Ngân sách, "
            "trong đó đề nghị thống nhất số vốn và chiều dài còn lại của đường liên thôn Suối Lam – Đồng Bưởi giữa Điều 2 "
            "và Phụ lục II; tiếp thu ý kiến tham gia bằng văn bản của đại biểu Hội đồng nhân dân xã tính đến 17 giờ 00 ngày "
            "10 tháng 12 năm 2026;"
        )
    else:
        grounds.append("Xét Báo cáo thẩm tra của Ban Kinh tế – Ngân sách Hội đồng nhân dân xã;")
    grounds.append("Căn cứ ý kiến thảo luận của đại biểu Hội đồng nhân dân xã tại kỳ họp.")
    for ground in grounds:
        p.para(f"__{ground}__", after=4)
    p.para("QUYẾT NGHỊ:", face="b", align="c", indent=0)


def _articles(p: Paper, version: int) -> None:
    share, left = ("1.700", "1,6 km") if version == 1 else ("1.850", "1,8 km")
    watch = (
        "3. Ban Kinh tế – Ngân sách chủ trì giám sát tiến độ các dự án chuyển tiếp, báo cáo Thường trực Hội đồng nhân dân xã "
        "sáu tháng một lần."
        if version == 1
        else "3. Ban Kinh tế – Ngân sách chủ trì giám sát tiến độ các dự án chuyển tiếp, báo cáo Thường trực Hội đồng nhân "
        "dân xã hằng quý; riêng đường liên thôn Suối Lam – Đồng Bưởi và cầu dân sinh Nà Hang báo cáo hằng tháng cho đến khi "
        "nghiệm thu đưa vào sử dụng, có ý kiến của ban giám sát đầu tư của cộng đồng hai thôn."
    )
    articles: list[tuple[str, list[str]]] = [
        ("Điều 1. Dự toán thu, chi ngân sách xã năm 2027", [
            "1. Tổng thu ngân sách xã: 48.620 triệu đồng, gồm: thu tại địa phương 5.620 triệu đồng; thu bổ sung cân đối 35.900 "
            "triệu đồng; thu bổ sung có mục tiêu 6.200 triệu đồng; thu chuyển nguồn 900 triệu đồng.",
            "2. Tổng chi ngân sách xã: 48.620 triệu đồng, gồm: chi đầu tư phát triển 12.400 triệu đồng; chi thường xuyên 35.248 "
            "triệu đồng; dự phòng ngân sách 972 triệu đồng.",
            "3. Ngân sách xã cân đối, không bội chi và không vay. Chi tiết thu, chi theo Phụ lục I.",
        ]),
        ("Điều 2. Phân bổ chi đầu tư phát triển", [
            "1. Phân bổ 12.400 triệu đồng cho 17 dự án, nhiệm vụ theo Phụ lục II; trong đó sáu dự án chuyển tiếp 6.120 triệu "
            "đồng, mười dự án khởi công mới 6.000 triệu đồng, chuẩn bị đầu tư 280 triệu đồng.",
            f"2. Bố trí tối thiểu {share} triệu đồng để hoàn thành {left} còn lại của đường liên thôn Suối Lam – Đồng Bưởi "
            "trước mùa mưa năm 2027.",
            "3. Dự án khởi công mới chỉ được giải ngân khi đã có quyết định phê duyệt báo cáo kinh tế – kỹ thuật, đã thỏa thuận "
            "xong mặt bằng với các hộ có liên quan và có biên bản họp thôn.",
            "4. Vốn chưa giải ngân đến ngày 30 tháng 9 năm 2027 của dự án đạt dưới 60 % kế hoạch được điều chuyển cho dự án có "
            "khối lượng hoàn thành, theo thứ tự ưu tiên tại Phụ lục II.",
        ]),
        ("Điều 3. Phân bổ chi thường xuyên và dự phòng", [
            "1. Giao dự toán chi thường xuyên cho các đơn vị theo Phụ lục III. Đơn vị sử dụng đúng mục đích, trong phạm vi được "
            "giao; tiết kiệm 10 % chi hoạt động để tạo nguồn cải cách tiền lương.",
            "2. Hỗ trợ hoạt động của 14 thôn theo Phụ lục IV, gồm phần cứng như nhau cho mỗi thôn và phần theo số hộ, có hệ số "
            "ưu tiên cho thôn có tỷ lệ hộ nghèo trên 8 %.",
            "3. Dự phòng ngân sách do Ủy ban nhân dân xã quyết định sử dụng khi có thiên tai, dịch bệnh, nhiệm vụ quốc phòng, an "
            "ninh hoặc việc cấp bách khác; báo cáo Thường trực Hội đồng nhân dân xã trong thời hạn mười ngày.",
            "4. Không bố trí kinh phí cho việc chưa có định mức hoặc chưa được cấp có thẩm quyền cho phép. Khoản thu vượt dự "
            "toán, sau khi trích nguồn cải cách tiền lương, ưu tiên cho sửa chữa trường học và công trình nước sạch.",
        ]),
        ("Điều 4. Tổ chức thực hiện", [
            "1. Ủy ban nhân dân xã giao dự toán cho các đơn vị trước ngày 31 tháng 12 năm 2026, công khai theo Luật Ngân sách nhà "
            "nước; báo cáo kết quả thực hiện tại kỳ họp giữa năm và cuối năm 2027.",
            "2. Thường trực, các ban và đại biểu Hội đồng nhân dân xã giám sát việc thực hiện nghị quyết; đại biểu ứng cử ở thôn "
            "nào theo dõi dự án ở thôn đó.",
            watch,
            "4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức thành viên vận động nhân dân tham gia, giám sát; phản "
            "ánh kịp thời việc chậm tiến độ, sai thiết kế hoặc sử dụng kinh phí không đúng mục đích.",
        ]),
        ("Điều 5. Hiệu lực", [
            "Nghị quyết này được Hội đồng nhân dân xã Suối Lam khóa II, Kỳ họp thứ năm thông qua ngày 11 tháng 12 năm 2026 và có "
            "hiệu lực từ ngày 01 tháng 01 năm 2027 đến hết năm ngân sách 2027./.",
        ]),
    ]  # fmt: skip
    for title, clauses in articles:
        p.heading(title)
        for clause in clauses:
            p.para(clause)
    signature(
        p,
        to=["Thường trực HĐND, UBND tỉnh", "Thường trực Đảng ủy", "UBND, UBMTTQ xã", "Đại biểu HĐND xã", "Trưởng 14 thôn",
            "Lưu: VT"],  # fmt: skip
        lines=["CHỦ TỊCH"],
        name=data.CHAIR,
    )
