"""The readiness board: who is shown, who is written to, and what is warned of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.core.views import DeskView
from reader.ui import clipboard
from reader.ui.desk.screen import DeskScreen


class MailProgram(QObject):
    """Takes letters, as the system's would."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """A letter was begun."""
        self.letters.append(url.query(QUrl.ComponentFormattingOption.FullyDecoded))


@pytest.fixture
def mail() -> Iterator[MailProgram]:
    """A mail program on this computer."""
    program = MailProgram()
    QDesktopServices.setUrlHandler("mailto", program, "take")
    yield program
    QDesktopServices.unsetUrlHandler("mailto")
    clipboard.take_off()


def shown(screen: DeskScreen) -> list[str]:
    return [entry.spoken() for entry in screen.ready.model.entries]


@pytest.fixture
def view(make: Any) -> DeskView:
    found: DeskView = make.desk()
    return found


def test_the_board_shows_all_those_in_need_or_those_who_have_opened_nothing(
    screen: DeskScreen, view: DeskView
) -> None:
    screen.set_view(view, ())
    assert [line for line in shown(screen) if "người" in line] == [
        "Cần giúp ngay: 4 người",
        "Sẵn sàng: 22 người – đủ 12 tài liệu",
    ]
    box = screen.ready.show_box
    box.setCurrentIndex(1)
    assert (len(shown(screen)), shown(screen)[0]) == (5, "Cần giúp ngay: 4 người")
    box.setCurrentIndex(2)
    unopened = [row for row in view.rows if not row.opened]
    assert shown(screen)[0] == f"Chưa mở xem tài liệu: {len(unopened)} người"
    assert len(shown(screen)) == 1 + len(unopened)
    screen.set_view(replace(view, rows=tuple(row for row in view.rows if row.opened)), ())
    assert shown(screen) == ["Không có ai"]
    assert box.currentIndex() == 2


def test_a_row_says_whether_its_person_has_opened_anything(screen: DeskScreen, view: DeskView) -> None:
    row = next(one for one in view.rows if one.last_report)
    for opened, words in ((True, "đã mở xem"), (False, "chưa mở xem")):
        screen.set_view(replace(view, rows=(replace(row, opened=opened, version=1),)), ())
        screen.ready.show_box.setCurrentIndex(0 if opened else 2)
        if not opened:
            assert words in shown(screen)[1]


def test_who_has_no_laptop_is_told_apart_from_who_has_nothing_yet(screen: DeskScreen, view: DeskView) -> None:
    (row,) = (one for one in view.rows if one.last_report is None)
    for enrolled, words in ((True, "Chưa có gì"), (False, "Chưa ghi danh máy nào")):
        screen.set_view(replace(view, rows=(replace(row, enrolled=enrolled),)), ())
        assert words in shown(screen)[1]


def test_a_reminder_becomes_a_letter(screen: DeskScreen, view: DeskView, mail: MailProgram) -> None:
    screen.set_view(view, ())
    screen.ready.mail_button.click()
    (letter,) = mail.letters
    assert "Đinh Công Đạt: Chưa có gì" in letter
    assert "\r\n" in letter
    assert not screen.banner.isVisible()


def test_what_is_too_long_for_a_letter_is_copied_to_be_pasted(
    screen: DeskScreen, view: DeskView, mail: MailProgram
) -> None:
    row = next(one for one in view.rows if one.last_report is None)
    many = tuple(replace(row, name=f"Nguyễn Thị {number}&subject=x") for number in range(120))
    screen.set_view(replace(view, rows=many), ())
    screen.ready.mail_button.click()
    (letter,) = mail.letters
    assert "Nguyễn Thị 7" not in letter
    assert "Nguyễn Thị 7&subject=x" in QGuiApplication.clipboard().text()
    assert "Đã chép lời nhắc" in screen.banner.accessibleName()


def test_names_in_a_letter_add_nothing_to_its_head(
    screen: DeskScreen, view: DeskView, mail: MailProgram
) -> None:
    row = next(one for one in view.rows if one.last_report is None)
    screen.set_view(replace(view, rows=(replace(row, name="A&bcc=b@x?subject=y\nbcc: z"),)), ())
    screen.ready.mail_button.click()
    (letter,) = mail.letters
    assert letter.count("&body=") == 1
    assert "– A&bcc=b@x?subject=y bcc: z: Chưa có gì" in letter


def test_a_lease_that_ends_before_the_meeting_is_warned_of(screen: DeskScreen, view: DeskView) -> None:
    ends = view.card.ends
    for lease, warned in ((None, False), (ends + timedelta(days=90), False), (ends - timedelta(1), True)):
        screen.set_view(replace(view, lease=lease), ())
        assert screen.ready.lease_line.isVisible() is warned
