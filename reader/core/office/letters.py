"""What the office's papers have in common: moments, places and symbols as in Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Final

from reader.core.plain import plain_line
from reader.pdf import fold

VIETNAM: Final = timezone(timedelta(hours=7))
"""The time of an office's papers, wherever they are written."""
_PLACE: Final = re.compile(
    r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+(\S.*)$", re.IGNORECASE
)
_UNKNOWN: Final = "…………"
_DAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_COUNCIL, _COMMITTEE = "hoi dong nhan dan", "uy ban nhan dan"


def place_of(office: str) -> str:
    """Địa danh: what an office's name says of where it is."""
    found = _PLACE.search(plain_line(office))
    return found.group(1) if found else _UNKNOWN


def symbol_of(office: str) -> str:
    """How an office signs its papers: ``HĐND``, ``UBND``; dots where its name does not tell."""
    name = fold(plain_line(office))
    if _COUNCIL in name or "hdnd" in name:
        return "HĐND"
    return "UBND" if _COMMITTEE in name or "ubnd" in name else _UNKNOWN


def date_of(at: datetime) -> str:
    """``ngày 01 tháng 12 năm 2026``; Decree 30 writes days and the first two months with a zero."""
    local = at.astimezone(VIETNAM)
    return f"ngày {local.day:02} tháng {local.month:02} năm {local.year}"


def hour_of(at: datetime) -> str:
    """``08 giờ 00``."""
    local = at.astimezone(VIETNAM)
    return f"{local.hour:02} giờ {local.minute:02}"


def moment_of(at: datetime) -> str:
    """``08 giờ 00, thứ Sáu, ngày 11 tháng 12 năm 2026``."""
    return f"{hour_of(at)}, {_DAYS[at.astimezone(VIETNAM).weekday()]}, {date_of(at)}"
