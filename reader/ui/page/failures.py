"""What is said in place of a document or a page that can't be shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reader.pdf import PdfErrorCode


def document(code: PdfErrorCode) -> tuple[str, str]:
    """Why a document can't be opened: what happened, and what is safe and can be done."""
    kept = QCoreApplication.translate("Failures", "Ghi chú vẫn còn. Báo thư ký để nhận lại tệp.")
    match code:
        case PdfErrorCode.PASSWORD:
            return QCoreApplication.translate(
                "Failures", "Tệp này khóa bằng mật khẩu nên không mở được"
            ), kept
        case PdfErrorCode.REFUSED:
            return QCoreApplication.translate(
                "Failures", "Tệp này vượt quá giới hạn an toàn nên không mở"
            ), kept
        case PdfErrorCode.MEMORY:
            return (
                QCoreApplication.translate("Failures", "Máy không đủ bộ nhớ để mở tệp này"),
                QCoreApplication.translate(
                    "Failures", "Đóng bớt chương trình khác rồi mở lại. Ghi chú vẫn còn."
                ),
            )
        case PdfErrorCode.TIMEOUT | PdfErrorCode.CRASHED:
            return (
                QCoreApplication.translate("Failures", "Mở tệp này quá lâu nên đã dừng lại"),
                QCoreApplication.translate("Failures", "Chọn lại tài liệu để thử lần nữa. Ghi chú vẫn còn."),
            )
    return QCoreApplication.translate("Failures", "Tệp này bị hỏng nên không mở được"), kept


def page(code: PdfErrorCode) -> str:
    """What a page that can't be shown says."""
    match code:
        case PdfErrorCode.TIMEOUT:
            return QCoreApplication.translate(
                "Failures", "Trang này vẽ quá lâu nên đã dừng lại. Các trang khác vẫn đọc được."
            )
        case PdfErrorCode.MEMORY:
            return QCoreApplication.translate(
                "Failures", "Trang này cần nhiều bộ nhớ hơn máy cho phép. Các trang khác vẫn đọc được."
            )
        case PdfErrorCode.REFUSED:
            return QCoreApplication.translate(
                "Failures", "Trang này lớn quá mức cho phép. Thử thu nhỏ; các trang khác vẫn đọc được."
            )
    return QCoreApplication.translate("Failures", "Trang này bị hỏng trong tệp. Các trang khác vẫn đọc được.")
