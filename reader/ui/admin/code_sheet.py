"""The sheet that a person gets with their code: one page each, to be printed and handed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from reader.core.admin_views import CodeView
from reader.ui.admin.qr import dots, paint_dots
from reader.ui.format import moment_text
from reader.ui.plain import plain_line
from reader.ui.theme import Role, current, fonts
from reader.ui.widgets.emblem import emblem_image

_DOTS: Final = 600
_MM: Final = _DOTS / 25.4
_QR_MM: Final = 80
_WIDTH_MM: Final = 170
_EMBLEM_MM: Final = 24


def steps() -> tuple[str, str, str]:
    """What the person does with it."""
    return (
        QCoreApplication.translate("CodeSheet", "1. Mở Sổ Họp trên máy của bạn khi có mạng, chọn “Gõ mã”."),
        QCoreApplication.translate("CodeSheet", "2. Gõ địa chỉ hệ thống và mã ghi danh ở dưới."),
        QCoreApplication.translate("CodeSheet", "3. Đặt mật khẩu mở sổ, rồi chép mã khôi phục ra giấy."),
    )


def code_sheets(codes: Sequence[CodeView]) -> bytes:
    """A PDF of one page a person. Needs a QGuiApplication; on the window's thread."""
    fonts.register()
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(QCoreApplication.translate("CodeSheet", "Mã ghi danh"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    for number, code in enumerate(codes):
        if number:
            writer.newPage()
        _page(painter, code)
    painter.end()
    buffer.close()
    return bytes(out.data())


def _page(painter: QPainter, code: CodeView) -> None:
    at = _Pen(painter)
    emblem = emblem_image(code.emblem) if code.emblem else None
    if emblem is not None and not emblem.isNull():
        side = _EMBLEM_MM * _MM
        painter.drawImage(QRectF(_WIDTH_MM * _MM - side, 0, side, side), emblem)
    at.write(plain_line(code.office), 12, gap=6)
    at.write(QCoreApplication.translate("CodeSheet", "Mã ghi danh máy"), 12, gap=1)
    at.write(plain_line(code.name), 24, bold=True, gap=0)
    if code.title:
        at.write(plain_line(code.title), 12, gap=0)
    at.y += 8 * _MM
    for step in steps():
        at.write(step, 13, gap=2)
    at.y += 6 * _MM
    at.write(QCoreApplication.translate("CodeSheet", "Địa chỉ hệ thống"), 11, gap=0)
    at.write(plain_line(code.address), 15, bold=True, gap=4)
    at.write(QCoreApplication.translate("CodeSheet", "Mã ghi danh"), 11, gap=0)
    at.write(code.code, 20, bold=True, gap=6)
    side = _QR_MM * _MM
    paint_dots(painter, QRectF(0, at.y, side, side), dots(code.link))
    at.y += side + 1 * _MM
    scanned = QCoreApplication.translate(
        "CodeSheet", "Mã vuông chứa cả địa chỉ và mã: quét, rồi dán liên kết sohop:// vào ô liên kết."
    )
    at.write(scanned, 11, gap=6)
    until = QCoreApplication.translate("CodeSheet", "Dùng được một lần, đến {time}.")
    at.write(until.format(time=moment_text(code.expires)), 13, bold=True, gap=2)
    kept = QCoreApplication.translate(
        "CodeSheet",
        "Ai có tờ này ghi danh được máy mang tên bạn: giữ kỹ, dùng xong thì hủy. Mất tờ này thì "
        "báo văn phòng để hủy mã.",
    )
    at.write(kept, 11, gap=0)


class _Pen:
    """Writes lines one below the other."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.y = 0.0

    def write(self, text: str, points: float, *, bold: bool = False, gap: float) -> None:
        font = QFont(current().font(Role.BODY))
        font.setPointSizeF(points)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter = self._painter
        painter.setFont(font)
        painter.setPen(QColor(Qt.GlobalColor.black))
        area = QRectF(0, self.y, _WIDTH_MM * _MM, 200 * _MM)
        how = Qt.TextFlag.TextWordWrap if " " in text else Qt.TextFlag.TextWrapAnywhere
        flags = int(Qt.AlignmentFlag.AlignLeft.value | how.value)
        taken = painter.boundingRect(area, flags, text)
        painter.drawText(area, flags, text)
        self.y += taken.height() + gap * _MM
