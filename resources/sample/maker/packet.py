"""packet.toml: the meeting, its agenda, its documents and its motions, in both versions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import data

DAY = "2026-12-11"
CHANGE = "Sửa hai con số ở Điều 2 theo báo cáo thẩm tra"
COUNCIL, COMMITTEE, BOARD = "HĐND xã Suối Lam", "UBND xã Suối Lam", "Ban Kinh tế – Ngân sách HĐND xã"


@dataclass(frozen=True)
class Document:
    """One document of the packet; the field names are the keys of packet.toml."""

    id: str
    file: str
    symbol: str
    name: str
    summary: str
    issuer: str
    date: str
    urgency: str = "thường"


INVITATION = Document("giay-moi", "01_Giay-moi-47-GM-HDND.pdf", "47/GM-HĐND", "Giấy mời 47/GM-HĐND", "Dự Kỳ họp thứ năm, HĐND xã Suối Lam khóa II", COUNCIL, "2026-11-19")
AGENDA = Document("chuong-trinh", "02_Chuong-trinh-ky-hop.pdf", "48/CTr-HĐND", "Chương trình kỳ họp", "Chương trình Kỳ họp thứ năm, HĐND xã Suối Lam khóa II", COUNCIL, "2026-11-19")
REPORT = Document("bao-cao-215", "03_Bao-cao-215-BC-UBND.pdf", "215/BC-UBND", "Báo cáo 215/BC-UBND", "Tình hình kinh tế – xã hội năm 2026 và phương hướng, nhiệm vụ năm 2027", COMMITTEE, "2026-11-17")
BUDGET = Document("to-trinh-12", "04_To-trinh-12-TTr-UBND.pdf", "12/TTr-UBND", "Tờ trình 12/TTr-UBND", "Về dự toán thu, chi ngân sách và phân bổ ngân sách xã năm 2027", COMMITTEE, "2026-11-18")
DRAFT = Document("du-thao-nq", "05_Du-thao-nghi-quyet-du-toan.pdf", "", "Dự thảo nghị quyết", "Về dự toán thu, chi ngân sách và phân bổ ngân sách xã năm 2027; kèm 4 phụ lục", COMMITTEE, "2026-11-18")
EXAMINATION = Document("tham-tra-08", "06_Bao-cao-tham-tra-08-BC-BKTNS.pdf", "08/BC-BKTNS", "Báo cáo thẩm tra 08/BC-BKTNS", "Thẩm tra Tờ trình và dự thảo nghị quyết về dự toán, phân bổ ngân sách năm 2027", BOARD, "2026-12-04", "khẩn")
MAP = Document("ban-do", "07_Ban-do-vi-tri-du-an-A3.pdf", "", "Bản đồ vị trí dự án", "Bản đồ khổ A3 vị trí các dự án đầu tư công năm 2027, kèm Tờ trình 13/TTr-UBND", COMMITTEE, "2026-11-18")
SCAN = Document("bien-ban-tiep-xuc", "08_Bien-ban-tiep-xuc-cu-tri_ban-quet.pdf", "", "Biên bản tiếp xúc cử tri", "Sáu biên bản tiếp xúc cử tri trước Kỳ họp thứ năm (bản quét)", COUNCIL, "2026-11-16")
WATCH = Document("giam-sat-31", "09_Bao-cao-giam-sat-31-BC-HDND.pdf", "31/BC-HĐND", "Báo cáo giám sát 31/BC-HĐND", "Kết quả giám sát việc quản lý, sử dụng công trình nước sạch và thủy lợi nhỏ 2024 – 2026", COUNCIL, "2026-12-03")
VOTERS = Document("kien-nghi-30", "10_Bao-cao-30-BC-HDND.pdf", "30/BC-HĐND", "Báo cáo 30/BC-HĐND", "Tổng hợp kiến nghị của cử tri, kết quả giải quyết và nội dung chất vấn", COUNCIL, "2026-12-03")
INVEST = Document("to-trinh-13", "11_To-trinh-13-TTr-UBND.pdf", "13/TTr-UBND", "Tờ trình 13/TTr-UBND", "Về Kế hoạch đầu tư công năm 2027 của xã Suối Lam", COMMITTEE, "2026-11-18")
POOR = Document("bao-cao-221", "12_Bao-cao-221-BC-UBND.pdf", "221/BC-UBND", "Báo cáo 221/BC-UBND", "Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2026", COMMITTEE, "2026-11-17")
REVISED = replace(DRAFT, date=DAY, urgency="hỏa tốc")

ITEMS: tuple[tuple[str, str, str, str, tuple[Document, ...]], ...] = (
    ("1", "Khai mạc, điểm danh", f"{data.CHAIR}, Chủ tịch HĐND", "08:00", (INVITATION, AGENDA)),
    ("2", "Kinh tế – xã hội năm 2026", f"{data.DEPUTY_MAYOR}, Phó Chủ tịch UBND", "08:25", (REPORT, POOR)),
    ("3", "Dự toán và phân bổ ngân sách năm 2027", f"{data.MAYOR}, Chủ tịch UBND", "09:00", (BUDGET, DRAFT, EXAMINATION)),
    ("4", "Đầu tư công năm 2027", "Trưởng phòng Kinh tế", "10:15", (INVEST, MAP)),
    ("5", "Chất vấn và trả lời chất vấn", f"{data.DEPUTY_CHAIR}, Phó Chủ tịch HĐND", "13:30", (VOTERS, SCAN)),
    ("6", "Giám sát nước sạch và thủy lợi nhỏ", f"{data.SOCIAL_BOARD}, Trưởng Ban Văn hóa – Xã hội", "15:00", (WATCH,)),
    ("7", "Thông qua nghị quyết và bế mạc", f"{data.CHAIR}, Chủ tịch HĐND", "15:45", ()),
)  # fmt: skip

OPINION = ("Tán thành", "Không tán thành", "Ý kiến khác")
WINDOW = ("2026-11-20T08:00:00+07:00", "2026-12-10T17:00:00+07:00")
MOTIONS: tuple[tuple[str, str, str, str, str, tuple[str, ...], tuple[str, ...], int], ...] = (
    ("yk-1", "muc-3", "written_opinion", "Dự thảo nghị quyết về dự toán ngân sách năm 2027",
     "Đại biểu có tán thành dự thảo Nghị quyết về dự toán thu, chi ngân sách và phân bổ ngân sách xã Suối Lam năm 2027 không?",
     ("du-thao-nq", "to-trinh-12"), OPINION, 1),
    ("yk-2", "muc-4", "written_opinion", "Kế hoạch đầu tư công năm 2027",
     "Đại biểu có tán thành Kế hoạch đầu tư công năm 2027 của xã Suối Lam theo Tờ trình 13/TTr-UBND không?",
     ("to-trinh-13", "ban-do"), OPINION, 1),
    ("td-1", "muc-4", "poll", "Thứ tự ưu tiên chuẩn bị đầu tư năm 2028",
     "Theo đại biểu, những dự án nào nên được ưu tiên chuẩn bị đầu tư để khởi công năm 2028? (chọn tối đa 2)", ("to-trinh-13",),
     ("Đường bê tông Khe Gỗ – Bản Cú", "Nhà đa năng Trường THCS Suối Lam", "Nâng cấp trạm bơm Cây Si", "Sân thể thao trung tâm xã",
      "Trạm cấp nước liên thôn Gò Mít – Phú Sơn"), 2),
)  # fmt: skip


def packet_toml(version: int) -> str:
    """The text of packet.toml; v2/ holds only what changed and is laid over version 1."""
    lines = [
        "[meeting]", 'id = "ky-hop-5-2026"', 'title = "Kỳ họp thứ năm, HĐND xã Suối Lam"', 'short = "Kỳ họp thứ năm"',
        'kind = "Kỳ họp thường lệ cuối năm 2026"', 'place = "Hội trường UBND xã"', f"starts = {DAY}T08:00:00+07:00",
        f"ends = {DAY}T16:30:00+07:00", f'change = "{CHANGE if version > 1 else ""}"',
    ]  # fmt: skip
    for number, title, speaker, clock, documents in ITEMS:
        lines += ["", "[[item]]", f'id = "muc-{number}"', f'number = "{number}"', f'title = "{title}"', f'speaker = "{speaker}"']
        lines.append(f"starts = {DAY}T{clock}:00+07:00")
        for document in documents:
            lines += _document(document, version)
    for key, item, kind, title, question, documents_of, choices, most in MOTIONS:
        lines += [
            "", "[[motion]]", f'id = "{key}"', f'item = "{item}"', f'kind = "{kind}"', f'question = "{question}"', f'title = "{title}"',
            f"documents = {_strings(documents_of)}", f"choices = {_strings(choices)}", f"opens = {WINDOW[0]}", f"until = {WINDOW[1]}",
            "grace_minutes = 60", f"max_choices = {most}",
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _document(document: Document, version: int) -> list[str]:
    if version > 1 and document is DRAFT:
        document = REVISED
    return [
        "", "[[item.document]]", f'id = "{document.id}"', f'file = "{document.file}"', f'symbol = "{document.symbol}"',
        f'name = "{document.name}"', f'summary = "{document.summary}"', f'issuer = "{document.issuer}"', f"date = {document.date}",
        f'urgency = "{document.urgency}"',
    ]  # fmt: skip


def _strings(values: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{value}"' for value in values) + "]"
