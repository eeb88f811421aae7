from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from reader.ui import format as fmt
from reader.ui import problems
from reader.ui.theme import Tone
from sync.errors import Code, SohopError

NOW = datetime(2026, 12, 11, 7, 52).astimezone()


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (640_000, "640 KB"),
        (999_700, "1 MB"),
        (1_800_000, "1,8 MB"),
        (9_600_000, "9,6 MB"),
        (120_400_000, "120 MB"),
        (1_200_000_000, "1,2 GB"),
    ],
)
def test_sizes_use_a_decimal_comma_and_no_needless_digits(size: int, text: str) -> None:
    assert fmt.size_text(size) == text


def test_progress_keeps_one_unit() -> None:
    assert fmt.progress_text(412_000, 640_000) == "412/640 KB"
    assert fmt.progress_text(1_200_000, 9_600_000) == "1,2/9,6 MB"


@pytest.mark.parametrize(
    ("size", "speed", "text"),
    [
        (1_800_000, 5_250, "khoảng 6 phút"),
        (1_000, 5_250, "dưới 1 phút"),
        (60_000_000, 5_000, "khoảng 3 giờ"),
        (1_000, None, ""),
        (1_000, 0.0, ""),
    ],
)
def test_time_left_is_rounded_and_silent_when_the_speed_is_unknown(
    size: int, speed: float | None, text: str
) -> None:
    assert fmt.minutes_text(size, speed) == text


@pytest.mark.parametrize(
    ("away", "text"),
    [
        (timedelta(minutes=8), "còn 8 phút nữa"),
        (timedelta(seconds=20), "còn 1 phút nữa"),
        (timedelta(hours=5), "hôm nay"),
        (timedelta(days=1), "ngày mai"),
        (timedelta(days=3), "trong 3 ngày"),
        (timedelta(days=-2), "ngày 09/12/2026"),
    ],
)
def test_how_far_off_a_meeting_is(away: timedelta, text: str) -> None:
    assert fmt.until_text(NOW + away, NOW) == text


def test_dates_and_times() -> None:
    assert fmt.time_text(NOW) == "07:52"
    assert fmt.date_text(NOW) == "11/12/2026"
    assert fmt.date_text(date(2026, 2, 1)) == "01/02/2026"
    assert fmt.weekday_text(NOW) == "Thứ Sáu"
    assert fmt.month_text(NOW) == "tháng 12"
    assert fmt.span_text(NOW, NOW + timedelta(hours=2)) == "07:52 – 09:52"
    assert fmt.moment_text(NOW, NOW) == "07:52"
    assert fmt.moment_text(NOW - timedelta(days=7), NOW) == "07:52 ngày 04/12"
    assert fmt.moment_text(NOW - timedelta(days=365), NOW) == "07:52 ngày 11/12/2025"


@pytest.mark.parametrize(
    ("name", "letters"), [("Hoàng Thị Lượng", "HL"), ("ánh", "Á"), ("", ""), ("Lò Văn  Páo ", "LP")]
)
def test_initials(name: str, letters: str) -> None:
    assert fmt.initials(name) == letters


def test_speed() -> None:
    assert fmt.speed_text(5_250) == "42 kbit/s"
    assert fmt.speed_text(225_000) == "1,8 Mbit/s"


def test_every_problem_has_a_sentence_and_the_weather_is_never_red() -> None:
    assert all(problems.sentence(code) for code in Code)
    assert problems.tone(Code.OFFLINE) is Tone.WAIT
    assert problems.tone(SohopError(Code.HUB_BROKEN)) is Tone.WAIT
    assert problems.tone(Code.DISK_FULL) is Tone.BAD
    assert "8 giây" in problems.sentence(SohopError(Code.WRONG_PASSPHRASE, seconds=8))
