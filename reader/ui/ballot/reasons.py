"""Why a ballot was not counted or not received, and how one arrived."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.ui.problems import sentence
from sync.errors import Code


def not_counted(reason: str) -> str:
    """The state of a ballot that is not counted, in a few words."""
    return {
        "late": QCoreApplication.translate("Ballot", "Đến muộn, không tính"),
        "late_may_count": QCoreApplication.translate("Ballot", "Đến muộn, chưa tính"),
        "late_proposed": QCoreApplication.translate("Ballot", "Đến muộn, đã được đề nghị tính"),
        "late_admitted": QCoreApplication.translate("Ballot", "Đến muộn, được tính"),
        "replaced": QCoreApplication.translate("Ballot", "Đã có phiếu sau thay thế"),
        "wrong_motion": QCoreApplication.translate("Ballot", "Nội dung đã đổi, phiếu cũ không tính"),
        "equivocation": QCoreApplication.translate("Ballot", "Hai phiếu khác nhau, chưa tính"),
        "revoked": QCoreApplication.translate("Ballot", "Máy đã bị thu hồi, không tính"),
        "not_on_roll": QCoreApplication.translate("Ballot", "Không có tên trong danh sách"),
        "invalid": QCoreApplication.translate("Ballot", "Phiếu không hợp lệ"),
        "by_hand": QCoreApplication.translate("Ballot", "Đã được ghi bằng tay hoặc phiếu giấy"),
    }.get(reason, QCoreApplication.translate("Ballot", "Không được tính"))


def may_still_count(reason: str) -> bool:
    """Whether chair and secretary can let it count, or have done so."""
    return reason.startswith("late_")


def why_not_counted(reason: str) -> str:
    """Why, what is safe, and what to do."""
    return {
        "late": QCoreApplication.translate(
            "Ballot", "Phiếu tới sau lúc kết thúc. Phiếu được lưu, không tính."
        ),
        "late_may_count": QCoreApplication.translate(
            "Ballot",
            "Phiếu tới sau lúc ngừng nhận và được lưu. Chủ tọa và thư ký có thể cho tính trước khi công bố; "
            "báo thư ký nếu mất mạng.",
        ),
        "late_proposed": QCoreApplication.translate(
            "Ballot", "Phiếu được lưu. Đã có người đề nghị tính; chờ người thứ hai đồng ý."
        ),
        "late_admitted": QCoreApplication.translate(
            "Ballot", "Chủ tọa và thư ký đã cho tính phiếu này. Kết quả hiện sau khi công bố."
        ),
        "replaced": QCoreApplication.translate("Ballot", "Phiếu sau cùng được tính thay phiếu này."),
        "wrong_motion": QCoreApplication.translate(
            "Ballot", "Phiếu cũ được lưu. Đọc lại nội dung rồi bỏ phiếu lại."
        ),
        "equivocation": QCoreApplication.translate(
            "Ballot", "Cả hai phiếu được lưu. Bỏ phiếu lại, hoặc báo thư ký."
        ),
        "revoked": QCoreApplication.translate("Ballot", "Phiếu được lưu, không tính. Đề nghị bỏ phiếu giấy."),
        "not_on_roll": QCoreApplication.translate(
            "Ballot", "Phiếu được lưu, không tính. Báo thư ký nếu có nhầm lẫn."
        ),
        "invalid": QCoreApplication.translate("Ballot", "Phiếu được lưu, tính là phiếu không hợp lệ."),
        "by_hand": QCoreApplication.translate(
            "Ballot",
            "Lá phiếu đã ghi, có hai người xác nhận, được tính thay phiếu trên máy. Nếu không đúng, báo ngay "
            "thư ký hoặc chủ tọa.",
        ),
    }.get(reason, QCoreApplication.translate("Ballot", "Phiếu được lưu. Hỏi thư ký."))


def why_refused(reason: str) -> str:
    """The sentence for the code with which the hub refused a ballot."""
    if reason not in {code.value for code in Code}:
        return QCoreApplication.translate("Ballot", "Phiếu vẫn còn trên máy này. Báo thư ký.")
    return sentence(Code(reason))


def route_text(route: str) -> str:
    """How a ballot arrived."""
    return {
        "device": QCoreApplication.translate("Ballot", "Qua mạng"),
        "hub": QCoreApplication.translate("Ballot", "Qua mạng"),
        "room": QCoreApplication.translate("Ballot", "Qua trạm phòng họp"),
        "usb": QCoreApplication.translate("Ballot", "Qua USB"),
        "hand": QCoreApplication.translate("Ballot", "Giơ tay"),
        "paper": QCoreApplication.translate("Ballot", "Phiếu giấy"),
    }.get(route, QCoreApplication.translate("Ballot", "Cách khác"))
