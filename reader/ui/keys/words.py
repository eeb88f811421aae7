"""How laptops are called, and why an exchange about the note key came to nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.core.key_talk import Ended
from reader.core.key_views import LaptopView
from reader.ui.format import date_text
from reader.ui.plain import plain_line


def _say(text: str) -> str:
    return QCoreApplication.translate("Keys", text)


def laptop_name(laptop: LaptopView | None) -> str:
    """What it calls itself, in one line."""
    named = "" if laptop is None else plain_line(laptop.name)
    return named or _say("chưa rõ tên")


def laptop_since(laptop: LaptopView) -> str:
    """When it was enrolled, and whether it still counts."""
    if laptop.since is None:
        said = _say("Có trong danh sách máy của cơ quan.")
    else:
        said = _say("Ghi danh ngày {date}.").format(date=date_text(laptop.since))
    if laptop.revoked:
        gone = _say("Văn phòng đã thu hồi quyền.")
        return f"{said} {gone}"
    return said


def grouped(digits: str) -> str:
    """Three and three: six digits are compared more easily so."""
    return f"{digits[:3]} {digits[3:]}"


def ended_text(ended: Ended) -> tuple[str, str]:
    """What happened, and what it means."""
    nothing = _say("Không có khóa nào được gửi đi.")
    texts = {
        Ended.CANCELLED: (_say("Đã hủy"), nothing),
        Ended.REFUSED: (
            _say("Máy kia đã từ chối"),
            _say("Trên máy kia có người bấm “Không phải tôi”. Không có khóa nào được gửi đi."),
        ),
        Ended.DIFFERENT: (
            _say("Chữ số khác nhau: không có khóa nào được gửi đi"),
            _say(
                "Có thể đã so nhầm máy. Nếu không nhầm, có máy lạ chen vào giữa hai máy của bạn: gọi điện "
                "báo văn phòng để thu hồi máy mang tên bạn mà không phải của bạn (xem “Máy của tôi”).",
            ),
        ),
        Ended.EXPIRED: (
            _say("Đã quá mười phút"),
            _say("Không có khóa nào được nhận. Xin lại khi cả hai máy đều có mạng."),
        ),
        Ended.RESTORED: (
            _say("Hệ thống vừa được khôi phục"),
            _say("Lần xin khóa này không còn giá trị. Xin lại từ đầu."),
        ),
        Ended.NEWER: (
            _say("Đã có lần xin mới hơn"),
            _say("Máy kia đã xin khóa lại từ đầu. Xem lần xin mới."),
        ),
        Ended.GONE: (
            _say("Máy không còn được nhận"),
            _say("Một trong hai máy không còn quyền. Hỏi văn phòng. Không có khóa nào được gửi đi."),
        ),
        Ended.ELSEWHERE: (
            _say("Một máy khác của bạn đang trả lời"),
            _say("Tiếp tục ở máy đó. Ở đây không cần làm gì."),
        ),
        Ended.BROKEN: (
            _say("Dữ liệu nhận được không khớp"),
            _say(
                "Máy này không nhận khóa nào. Xin lại từ đầu; nếu vẫn vậy, gọi điện báo văn phòng.",
            ),
        ),
    }
    return texts[ended]
