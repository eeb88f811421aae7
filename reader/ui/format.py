"""Numbers, times and names as they are read: 1,8 MB; 07:40; 11/12/2026; Thứ Sáu.

Times are aware datetimes and are shown in the zone of this laptop. Which decimal sign is right belongs to the
language of the window, not to the settings of the system.
"""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

_KILO = 1000
_MINUTE = 60
_HOUR = 3600


def language() -> str:
    """The language the window speaks now: ``vi``, or what the installed translation calls itself (``en``)."""
    #: The code of this language in a translation: en.
    return QCoreApplication.translate("Format", "vi")


def number_text(value: float, decimals: int = 0) -> str:
    """``value`` with the decimal and the thousands sign of the language: 12.400 or 12,400; 1,8 or 1.8."""
    plain = f"{value:,.{decimals}f}"
    if QCoreApplication.translate("Format", ",") == ".":
        return plain
    return plain.translate(str.maketrans(",.", ".,"))


def size_text(size: int) -> str:
    """A number of bytes: ``5 KB``, ``640 KB``, ``1,8 MB``, ``120 MB``, ``1,2 GB`` (1 KB is 1,000 bytes).

    Anything above nothing is at least 1 KB: a smaller number would say nothing to anybody.
    """
    if size <= 0:
        return "0 KB"
    kilobytes = size / _KILO
    if round(kilobytes) < _KILO:
        return f"{number_text(max(1, round(kilobytes)))} KB"
    megabytes = kilobytes / _KILO
    if round(megabytes) < _KILO:
        return f"{_short(megabytes)} MB"
    return f"{_short(megabytes / _KILO)} GB"


def progress_text(have: int, size: int) -> str:
    """Two sizes in one unit: ``412/640 KB``, ``1,2/9,6 MB``."""
    kilobytes = size / _KILO
    if round(kilobytes) < _KILO:
        return f"{number_text(round(have / _KILO))}/{number_text(max(1, round(kilobytes)))} KB"
    return f"{_short(have / _KILO**2)}/{_short(kilobytes / _KILO)} MB"


def pages_text(pages: int) -> str:
    """``1.240 trang``."""
    return QCoreApplication.translate("Format", "{n} trang", None, pages).format(n=number_text(pages))


def files_text(files: int) -> str:
    """``12 tệp``."""
    return QCoreApplication.translate("Format", "{n} tệp", None, files).format(n=number_text(files))


def items_text(items: int) -> str:
    """``5 mục``, of an agenda."""
    return QCoreApplication.translate("Format", "{n} mục", None, items).format(n=number_text(items))


def minutes_text(size: int, bytes_per_second: float | None) -> str:
    """How long ``size`` bytes take: ``dưới 1 phút``, ``khoảng 6 phút``, ``khoảng 2 giờ``.

    Empty when the speed is not known (None or nothing): no guess is better than a wrong one.
    """
    if bytes_per_second is None or bytes_per_second <= 0:
        return ""
    seconds = size / bytes_per_second
    if seconds < _MINUTE - 10:
        return QCoreApplication.translate("Format", "dưới 1 phút")
    if seconds < 100 * _MINUTE:
        minutes = math.ceil(seconds / _MINUTE)
        return QCoreApplication.translate("Format", "khoảng {n} phút").format(n=minutes)
    return QCoreApplication.translate("Format", "khoảng {n} giờ").format(n=max(2, round(seconds / _HOUR)))


def speed_text(bytes_per_second: float) -> str:
    """The speed of the line: ``42 kbit/s``, ``1,8 Mbit/s``."""
    kilobits = bytes_per_second * 8 / _KILO
    if round(kilobits) < _KILO:
        return f"{number_text(max(1, round(kilobits)))} kbit/s"
    return f"{_short(kilobits / _KILO)} Mbit/s"


def time_text(when: datetime) -> str:
    """``07:40`` in the zone of this laptop."""
    return when.astimezone().strftime("%H:%M")


def date_text(when: date | datetime) -> str:
    """``11/12/2026``; a moment is first brought to the zone of this laptop."""
    return _day(when).strftime("%d/%m/%Y")


def short_date_text(when: date | datetime) -> str:
    """``11/12``, where the year is plain."""
    return _day(when).strftime("%d/%m")


def moment_text(when: datetime, now: datetime | None = None) -> str:
    """``07:40`` for today, else ``07:40 ngày 11/12``, with the year when it is another one."""
    here, today = _day(when), _day(now or datetime.now().astimezone())
    if here == today:
        return time_text(when)
    day = short_date_text(when) if here.year == today.year else date_text(when)
    return QCoreApplication.translate("Format", "{time} ngày {date}").format(time=time_text(when), date=day)


def span_text(starts: datetime, ends: datetime) -> str:
    """``08:00 – 16:30``; with the day of the end when that is another one."""
    if _day(starts) == _day(ends):
        return f"{time_text(starts)} – {time_text(ends)}"
    return f"{time_text(starts)} – {time_text(ends)} {short_date_text(ends)}"


def weekday_text(when: date | datetime) -> str:
    """``Thứ Sáu``."""
    names = (
        QCoreApplication.translate("Format", "Thứ Hai"),
        QCoreApplication.translate("Format", "Thứ Ba"),
        QCoreApplication.translate("Format", "Thứ Tư"),
        QCoreApplication.translate("Format", "Thứ Năm"),
        QCoreApplication.translate("Format", "Thứ Sáu"),
        QCoreApplication.translate("Format", "Thứ Bảy"),
        QCoreApplication.translate("Format", "Chủ nhật"),
    )
    return names[_day(when).weekday()]


def month_text(when: date | datetime) -> str:
    """``tháng 12``, under the number of the day."""
    names = (
        QCoreApplication.translate("Format", "tháng 1"),
        QCoreApplication.translate("Format", "tháng 2"),
        QCoreApplication.translate("Format", "tháng 3"),
        QCoreApplication.translate("Format", "tháng 4"),
        QCoreApplication.translate("Format", "tháng 5"),
        QCoreApplication.translate("Format", "tháng 6"),
        QCoreApplication.translate("Format", "tháng 7"),
        QCoreApplication.translate("Format", "tháng 8"),
        QCoreApplication.translate("Format", "tháng 9"),
        QCoreApplication.translate("Format", "tháng 10"),
        QCoreApplication.translate("Format", "tháng 11"),
        QCoreApplication.translate("Format", "tháng 12"),
    )
    return names[_day(when).month - 1]


def until_text(starts: datetime, now: datetime | None = None) -> str:
    """How far off a beginning is: ``còn 8 phút nữa`` in the last hour, ``hôm nay``, ``ngày mai``,
    ``trong 3 ngày``; for a past day ``ngày 11/12/2026``. ``now`` is the present unless given."""
    present = now or datetime.now().astimezone()
    days = (_day(starts) - _day(present)).days
    if days < 0:
        return QCoreApplication.translate("Format", "ngày {date}").format(date=date_text(starts))
    left = starts - present
    if timedelta(0) < left < timedelta(hours=1):
        minutes = max(1, math.ceil(left.total_seconds() / _MINUTE))
        return QCoreApplication.translate("Format", "còn {n} phút nữa").format(n=minutes)
    if days == 0:
        return QCoreApplication.translate("Format", "hôm nay")
    if days == 1:
        return QCoreApplication.translate("Format", "ngày mai")
    return QCoreApplication.translate("Format", "trong {n} ngày", None, days).format(n=days)


def initials(name: str) -> str:
    """The letters of the family name and of the given name: ``Hoàng Thị Lượng`` → ``HL``."""
    words = name.split()
    ends = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0] for word in ends).upper()


def first_upper(sentence: str) -> str:
    """``sentence`` with its first letter as a capital, where a phrase begins a line."""
    return sentence[:1].upper() + sentence[1:]


def _short(value: float) -> str:
    """One decimal below 100, none above, and no ``,0``."""
    decimals = 0 if round(value) >= 100 or round(value, 1) == round(value) else 1
    return number_text(value, decimals)


def _day(when: date | datetime) -> date:
    return when.astimezone().date() if isinstance(when, datetime) else when
