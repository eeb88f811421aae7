"""Days and moments as they are typed: 27/11/2026; 08:00 27/11/2026; 08:00. In this laptop's zone."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Final

from reader.ui.format import date_text, time_text

_DAY: Final = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_TIME: Final = re.compile(r"(\d{1,2})\s*[:hg]\s*(\d{2})?")


def read_day(text: str) -> date | None:
    """A day, or None for what is none of this age."""
    found = _DAY.fullmatch(text.strip())
    return None if found is None else _day(found)


def read_moment(text: str, usual: date | None = None) -> datetime | None:
    """A time and a day, in any order; a time alone is on the ``usual`` day, a day alone is none."""
    day = _DAY.search(text)
    rest = text if day is None else text[: day.start()] + text[day.end() :]
    clock = _TIME.fullmatch(rest.strip(" ,"))
    made = usual if day is None else _day(day)
    if clock is None or made is None:
        return None
    hour, minute = int(clock.group(1)), int(clock.group(2) or 0)
    if hour > 23 or minute > 59:
        return None
    return datetime.combine(made, time(hour, minute)).astimezone()


def day_written(day: date | None) -> str:
    """As ``read_day`` reads it."""
    return "" if day is None else date_text(day)


def moment_written(moment: datetime | None) -> str:
    """As ``read_moment`` reads it."""
    return "" if moment is None else f"{time_text(moment)} {date_text(moment)}"


def _day(found: re.Match[str]) -> date | None:
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day) if 1900 < year < 2900 else None
    except ValueError:
        return None
