"""The secretary takes a packet back with a reason, and reminds those who lack something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from support.at_once import AtOnce
from support.packets import MEETING, PaperOffice

from reader.core import desk as desk_core
from reader.core.book import Book
from reader.core.views import DeskView
from reader.store.events import read_event
from reader.ui import clipboard
from reader.ui.desk.recall import RecallDialog, Recalling
from reader.ui.desk.screen import DeskScreen
from sync.model.events import Event, RecallPacket
from sync.model.ids import MeetingId
from sync.model.people import Role


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    office = PaperOffice()
    made = office.book(tmp_path / "thu", office.thu)
    item = office.item(number=1)
    starts = datetime.now(UTC) + timedelta(days=1)
    office.deliver(made.vault, office.manifest(item, version=2, starts=starts), item)
    yield made
    made.vault.close()


def as_it_is(book: Book) -> DeskView:
    view = desk_core.desk(book, MeetingId(MEETING))
    assert view is not None
    return view


def asked(screen: DeskScreen, book: Book) -> tuple[Recalling, RecallDialog]:
    """The secretary has pressed the button."""
    recalling = Recalling(AtOnce(book), screen, lambda: MeetingId(MEETING))
    screen.set_view(as_it_is(book), ())
    screen.ready.recall_button.click()
    assert recalling.dialog is not None
    return recalling, recalling.dialog


def recalls(book: Book) -> list[RecallPacket]:
    events = [read_event(one) for one in book.vault.outbox.pending(20)]
    return [one.body for one in events if isinstance(one, Event) and isinstance(one.body, RecallPacket)]


def test_a_packet_is_taken_back_with_the_reason_given(screen: DeskScreen, book: Book, qtbot: QtBot) -> None:
    recalling, dialog = asked(screen, book)
    dialog.field.set_text("  Phụ lục 2 sai số liệu ")
    with qtbot.waitSignal(recalling.acted):
        dialog.accept()
    assert recalls(book) == [RecallPacket(version=2, reason="Phụ lục 2 sai số liệu")]


def test_nothing_is_taken_back_without_a_reason_or_after_a_no(screen: DeskScreen, book: Book) -> None:
    recalling, dialog = asked(screen, book)
    assert dialog.action_button is not None
    dialog.field.set_text("   ")
    assert not dialog.action_button.isEnabled()
    dialog.accept()
    dialog.field.set_text("Nhầm")
    dialog.reject()
    assert recalls(book) == []
    assert recalling.dialog is dialog


def test_until_it_is_sent_the_page_says_so_and_it_is_not_asked_twice(screen: DeskScreen, book: Book) -> None:
    _, dialog = asked(screen, book)
    assert not screen.ready.recalling.isVisible()
    dialog.field.set_text("Sai\u202e số liệu")
    dialog.accept()
    screen.set_view(as_it_is(book), ())
    assert screen.ready.recalling.isVisible()
    said = screen.ready.recalling
    assert "Sai số liệu" in f"{said.accessibleName()} {said.accessibleDescription()}"
    assert not screen.ready.recall_button.isVisible()


def test_only_secretary_and_approver_can_take_back(screen: DeskScreen, make: Any) -> None:
    view = make.desk()
    for roles, there in (((Role.CHAIR,), False), ((Role.APPROVER,), True), ((Role.SECRETARY,), True)):
        screen.set_view(replace(view, owner=replace(view.owner, roles=roles)), ())
        assert screen.ready.recall_button.isVisible() is there


def test_the_reminder_names_who_lacks_what_and_no_one_else(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk(), ())
    screen.ready.remind_button.click()
    text = QGuiApplication.clipboard().text()
    clipboard.take_off()
    assert text.splitlines()[1:-1] == [
        "– Đinh Công Đạt: Chưa có gì",
        "– Quách Thị Lan: Đã có 11/12 tài liệu",
        "– Bùi Văn Nhất: Đã có 9/12 tài liệu",
        "– Trần Văn Hiệp: Mới có bản 1",
    ]
    assert "Đã chép lời nhắc" in screen.banner.accessibleName()


def test_nobody_is_reminded_who_has_it_all(screen: DeskScreen, make: Any) -> None:
    view = make.desk()
    screen.set_view(replace(view, rows=view.rows[:3]), ())
    assert not screen.ready.remind_button.isEnabled()
