"""10 petitions of voters with their answers, and the questions of delegates."""

from __future__ import annotations

from pathlib import Path

from . import data
from .fonts import Faces
from .forms import COUNCIL, PROVINCE, headline, letterhead, signature
from .layout import Column, Paper
from .petitions import DOING, DONE, LATER, PETITIONS


def voters(faces: Faces, path: Path) -> None:
    """10: Báo cáo 30/BC-HĐND."""
    p = Paper(faces, title="Báo cáo 30/BC-HĐND", date="2026-12-03", leading=1.55)
    letterhead(
        p, parent=[PROVINCE], body=COUNCIL, symbol="Số: 30/BC-HĐND", place="Suối Lam, ngày 03 tháng 12 năm 2026"
    )
    headline(
        p,
        "BÁO CÁO",
        ["Tổng hợp kiến nghị của cử tri, kết quả giải quyết", "và nội dung chất vấn tại Kỳ họp thứ năm"],
    )
    count = len(PETITIONS)
    fields = sorted({x.field for x in PETITIONS}, key=[x.field for x in PETITIONS].index)
    p.heading("I. CÔNG TÁC TIẾP XÚC CỬ TRI")
    p.para(
        "Từ ngày 02 đến ngày 13 tháng 11 năm 2026, các tổ đại biểu tổ chức sáu hội nghị tiếp xúc cử tri tại sáu cụm thôn, có 486 lượt cử "
        f"tri dự, 97 lượt ý kiến. Sau khi gộp ý kiến trùng, Thường trực Hội đồng nhân dân xã tổng hợp {count} kiến nghị thuộc thẩm quyền "
        "của xã; 11 kiến nghị thuộc thẩm quyền cấp trên đã được gửi Tổ đại biểu Hội đồng nhân dân tỉnh. Biên bản các hội nghị được quét và "
        "gửi kèm tài liệu kỳ họp."
    )
    p.para(
        "So với kỳ họp giữa năm, kiến nghị về giao thông vẫn nhiều nhất; kiến nghị về sản xuất giảm. Có năm kiến nghị được nhắc lại từ hai kỳ họp "
        "trở lên, trong đó có đường liên thôn Suối Lam – Đồng Bưởi, bãi rác Phú Sơn và nước sinh hoạt Bản Cú."
    )
    states = (DONE, DOING, LATER)
    rows = []
    for n, field in enumerate(fields, 1):
        mine = [x for x in PETITIONS if x.field == field]
        rows.append([str(n), field, str(len(mine)), *[str(sum(x.state == s for x in mine)) for s in states]])
    rows.append(["", "Cộng", str(count), *[str(sum(x.state == s for x in PETITIONS)) for s in states]])
    p.table(
        [Column("TT", 8, "c"), Column("Lĩnh vực", 36), Column("Số kiến nghị", 14, "r"), Column(DONE, 14, "r"),
         Column(DOING, 14, "r"), Column(LATER, 14, "r")],  # fmt: skip
        rows,
        bold=[-1],
    )
    p.heading("II. NỘI DUNG KIẾN NGHỊ VÀ TRẢ LỜI")
    number = 0
    for field in fields:
        p.heading(f"{fields.index(field) + 1}. {field}", level=2)
        for x in (x for x in PETITIONS if x.field == field):
            number += 1
            p.para(f"**Kiến nghị {number}** (cử tri thôn {x.hamlet}): {x.ask}", after=3)
            p.para(f"__Trả lời của {x.who}:__ {x.answer} **({x.state}.)**", after=9)
    p.heading("III. NHÓM VẤN ĐỀ CHẤT VẤN")
    for text in _QUESTIONS:
        p.para(text)
    p.heading("IV. ĐÁNH GIÁ VÀ ĐỀ NGHỊ")
    for text in _CLOSE:
        p.para(text, keep=130 if text is _CLOSE[-1] else 0)
    signature(
        p,
        to=["Thường trực HĐND tỉnh", "Thường trực Đảng ủy", "UBND, UBMTTQ xã", "Đại biểu HĐND xã", "Lưu: VT, HĐND"],
        lines=["TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN", "PHÓ CHỦ TỊCH"],
        name=data.DEPUTY_CHAIR,
    )
    _board(p)
    p.save(path)


def _board(p: Paper) -> None:
    p.new_page(landscape=True)
    p.mark("Phụ lục. Bảng theo dõi giải quyết kiến nghị")
    p.para("Phụ lục", face="b", align="c", indent=0, after=0)
    p.para("BẢNG THEO DÕI GIẢI QUYẾT KIẾN NGHỊ CỦA CỬ TRI", face="b", align="c", indent=0)
    rows = []
    for n, x in enumerate(PETITIONS, 1):
        dice = data.dice("due" + x.ask)
        due = {DONE: "Xong", DOING: f"{dice.randint(5, 28):02d}/{dice.randint(1, 8):02d}/2027", LATER: "Xem xét sau 2027"}[x.state]
        rows.append([str(n), x.hamlet, x.ask, x.who, x.state, due, data.DELEGATES[dice.randrange(26)]])
    p.table(
        [Column("TT", 5, "c"), Column("Thôn", 9), Column("Nội dung", 40), Column("Cơ quan", 15), Column("Tình trạng", 11),
         Column("Thời hạn", 10, "c"), Column("Đại biểu theo dõi", 12)],  # fmt: skip
        rows,
        size=11,
    )


_QUESTIONS = (
    "**1. Giao thông, thủy lợi và nước sinh hoạt** (Chủ tịch Ủy ban nhân dân xã trả lời). Câu hỏi của đại biểu Đinh Thị Huệ: vì sao cùng một nhà thầu, hai "
    "gói khác xong đúng hạn mà đường liên thôn Suối Lam – Đồng Bưởi chậm; trách nhiệm của chủ đầu tư trong việc chấp thuận biện pháp thi công ra sao?",
    "Câu hỏi của đại biểu Hoàng Thị Lượng: dự phòng chỉ còn 2,0 %, nếu có hai trận lũ như năm 2026 thì lấy nguồn nào để sửa đường và mương ngay trong tháng "
    "đó? Đề nghị nêu rõ chiều dài đoạn đường còn lại và mốc xong của từng tháng.",
    "Câu hỏi của đại biểu Bùi Văn Hải: hộ nghèo Bản Cú được cấp nước miễn phí đến bao giờ; công trình xong thì ai quản lý, giá nước bao nhiêu, có giảm cho hộ "
    "đông con hay không?",
    "**2. Trường học và rác thải** (Trưởng phòng Văn hóa – Xã hội trả lời, Phòng Kinh tế phối hợp). Câu hỏi của đại biểu Nguyễn Văn Tuấn: kinh phí sửa trường "
    "mỗi năm một ít, có nên dồn cho một trường để xong hẳn; tiêu chí nào xếp Vĩnh Thành trước các điểm lẻ?",
    "Câu hỏi của đại biểu Bùi Thị Thảo: tại Phụ lục II, bãi rác Phú Sơn bố trí 350 trên 520 triệu đồng; nếu năm 2028 mới xong thì trong thời gian đó xử lý nước rỉ "
    "thế nào? Ủy ban nhân dân xã có cam kết thời điểm đóng bãi cũ không?",
    "Câu hỏi của đại biểu Quách Văn Dũng: tỷ lệ hồ sơ trực tuyến có phản ánh đúng việc người dân tự làm hay chủ yếu do cán bộ làm hộ; cách thống kê như vậy có giúp "
    "giảm phiền hà không?",
)
_CLOSE = (
    "Nhìn chung, chất lượng trả lời tiến bộ hơn: đa số văn bản nêu được việc đã làm, người chịu trách nhiệm và thời hạn. Số kiến nghị giải quyết xong trong kỳ cao hơn kỳ trước 6 "
    "kiến nghị. Tuy nhiên, chín văn bản trả lời gửi chậm từ ba đến mười một ngày; hai văn bản phải yêu cầu làm lại vì chỉ nêu “đang nghiên cứu”.",
    "Đề nghị Ủy ban nhân dân xã: gắn từng kiến nghị với một người theo dõi; công khai bảng trạng thái tại nhà văn hóa thôn; với kiến nghị chưa thể làm, nói rõ lý do và điều kiện để "
    "được xem xét. Đề nghị đại biểu theo dõi ký xác nhận trước khi một kiến nghị được ghi là “Đã giải quyết”.",
    "Thường trực Hội đồng nhân dân xã sẽ tổ chức phiên giải trình trong quý II năm 2027 về nước sinh hoạt và rác thải, mời đại diện tổ quản lý nước, tổ thu gom rác của các thôn.",
)
