"""The readiness board: who is shown, who is written to, and what is warned of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.core.views import DeskView, HeardView, OwedView, Readiness, Way
from reader.ui import clipboard
from reader.ui.desk.board import Entry, row_height
from reader.ui.desk.screen import DeskScreen
from reader.ui.format import moment_text


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


def test_each_row_says_by_which_way_its_person_was_last_heard(screen: DeskScreen, view: DeskView) -> None:
    room, at = "Hội\u202e trường", view.card.starts
    ways = {
        HeardView(at, Way.HUB): "máy chủ cơ quan",
        HeardView(at, Way.ROOM, room): "trạm “Hội trường”",
        HeardView(at, Way.ROOM): "trạm phòng họp",
        HeardView(at, Way.USB): "USB",
    }
    screen.ready.show_box.setCurrentIndex(4)
    for heard, words in ways.items():
        screen.set_view(replace(view, rows=(replace(view.rows[0], heard=heard),)), ())
        assert shown(screen)[1].split(". ")[-2] == f"Liên lạc {moment_text(at)} · {words}"
    screen.set_view(replace(view, rows=(replace(view.rows[0], heard=HeardView(at)),)), ())
    assert shown(screen)[1].split(". ")[-2] == f"Liên lạc {moment_text(at)}"
    screen.set_view(replace(view, rows=(replace(view.rows[0], heard=None, last_report=None),)), ())
    assert shown(screen)[1].endswith("Chưa liên lạc lần nào")


def test_who_was_silent_the_longest_stands_first(screen: DeskScreen, view: DeskView) -> None:
    at = view.card.starts
    heard = (HeardView(at, Way.HUB), None, HeardView(at - timedelta(hours=2), Way.USB))
    rows = tuple(replace(row, heard=one) for row, one in zip(view.rows, heard, strict=False))
    screen.ready.show_box.setCurrentIndex(4)
    screen.set_view(replace(view, rows=rows), ())
    assert [entry.person.name for entry in screen.ready.model.entries if entry.person] == [
        rows[at].name for at in (1, 2, 0)
    ]


def test_what_is_outstanding_is_told_a_line_each_and_can_be_shown_alone(
    screen: DeskScreen, view: DeskView
) -> None:
    copied = view.card.starts - timedelta(hours=1)
    everything = OwedView(copied=copied, held="Hội trường", votes=(2, 4))
    ready, needy = (
        next(row for row in view.rows if (row.readiness is Readiness.READY) is state)
        for state in (True, False)
    )
    rows = (replace(ready, owed=everything), needy, replace(ready, name="Không thiếu gì"))
    screen.set_view(replace(view, rows=rows), ())
    heads = [entry.head for entry in screen.ready.model.entries if entry.head]
    assert heads == [
        "Cần giúp ngay: 1 người",
        "Đủ tài liệu, còn thiếu việc khác: 1 người",
        "Sẵn sàng: 1 người – đủ 12 tài liệu",
    ]
    assert [entry.names for entry in screen.ready.model.entries if entry.names] == [("Không thiếu gì",)]
    told = next(line for line in shown(screen) if line.startswith(ready.name))
    for words in (
        "Chưa nhận được phiếu: nội dung 2, 4",
        "Đã nhận qua trạm phòng họp, chưa lên máy chủ",
        f"Đã chép ra USB lúc {moment_text(copied)} – chưa có xác nhận",
    ):
        assert words in told
    screen.ready.show_box.setCurrentIndex(3)
    lines = shown(screen)
    assert lines[0] == "Còn thiếu: 2 người"
    assert [line.split(". ")[0] for line in lines[1:]] == [needy.name, ready.name]
    assert screen.ready.remind_button.isEnabled()
    screen.set_view(replace(view, rows=rows[2:]), ())
    assert shown(screen) == ["Không có ai"]


def test_a_row_is_as_high_as_what_it_says(screen: DeskScreen, view: DeskView) -> None:
    row = next(row for row in view.rows if row.readiness is Readiness.NOTHING)
    votes, held = OwedView(votes=(1,)), OwedView(votes=(1,), held="Hội trường")
    for narrow in (False, True):
        plain, one, two = (
            row_height(Entry(person=replace(row, owed=owed)), narrow=narrow)
            for owed in (OwedView(), votes, held)
        )
        assert plain == 64
        assert one < two
        assert two >= plain + 23


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
