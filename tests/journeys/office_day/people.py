"""Who is in the office: forty delegates in the administrator's table, and the few who are more than that."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

ADMINISTRATOR = "Vũ Thị Quản"
SECRETARY = "Trần Thu Hà"
CHAIR = "Quách Văn Tâm"
DELEGATE = "Hoàng Thị Lượng"
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Bùi", "Đinh", "Quách", "Hà", "Lò")
_MIDDLE = ("Văn", "Thị", "Đức", "Thu")
_GIVEN = (
    *("An", "Bình", "Chiến", "Dung", "Đạo", "Én", "Giang", "Hòa", "Khánh", "Lan", "Mai", "Nga", "Oanh"),
    *("Phúc", "Quý", "Sơn", "Tuyết", "Út", "Vinh", "Xuân", "Yến"),
)
OTHERS = tuple(
    f"{_FAMILY[n % len(_FAMILY)]} {_MIDDLE[n % len(_MIDDLE)]} {_GIVEN[n % len(_GIVEN)]}" for n in range(38)
)
"""Their laptops have no window here."""
DELEGATES = (CHAIR, DELEGATE, *OTHERS)
BEHIND, HANDED, LATE, ABSENT, NOTED = OTHERS[3], OTHERS[7], OTHERS[11], OTHERS[20], OTHERS[21]
"""Who gets the packet last; who raises a hand once; whose ballot comes late; who is away; whom the
secretary writes down."""
INSIDERS = (CHAIR, *OTHERS[:6])
"""Who may read the item that is not for everybody."""
_UNITS = ("Tổ Bản Suối", "Tổ Nà Lâu", "Tổ Trung tâm", "Tổ Pa Hốc")


def people_table(path: Path) -> Path:
    """The list as an office keeps it: a title, a heading, a row a person."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DANH SÁCH ĐẠI BIỂU HỘI ĐỒNG NHÂN DÂN XÃ SUỐI LAM"])
    sheet.append(["STT", "Họ và tên", "Chức vụ", "Tổ", "Vai trò", "Mã"])
    for number, name in enumerate(DELEGATES, 1):
        chair = name == CHAIR
        title = "Chủ tịch HĐND xã" if chair else "Đại biểu"
        roles = "Đại biểu; Chủ tọa; Người phê duyệt" if chair else "Đại biểu"
        sheet.append([number, name, title, _UNITS[number % len(_UNITS)], roles, f"DB{number:02}"])
    book.save(path)
    return path
