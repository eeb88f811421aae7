"""A room hub from nothing, in two windows and without a command line: added, its code, joined, signed, given
its meeting, opened; then the internet goes, and a delegate who types the address has the papers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from support.town import MEETING, PASSPHRASE, Town, make_folder, town

from reader.app.window import OfficeServices
from reader.core.line_views import Line
from reader.ui.admin.code_dialogs import IssueDialog
from reader.ui.admin.room_dialogs import NewRoomDialog, RoomDialog
from reader.ui.admin.sign_dialog import SignDialog
from reader.ui.desk.reason import ReasonDialog
from reader.ui.sync.addresses import Place
from reader.ui.widgets import Dialog
from reader.ui.window import MainWindow
from sync.model.ids import DeviceId
from sync.model.people import Role
from sync.wire.invitation import link, read_link
from tools.demo.stage import DELEGATE, SECRETARY, Actor
from tools.hand import Hand

ADMIN = Actor("quan-tri", "Vũ Thị Quản", (Role.ADMIN,))
NAME = "Phòng họp lớn"

pytestmark = pytest.mark.storm  # two hubs, two windows: half a minute


@contextmanager
def at(place: Town, actor: Actor, qtbot: QtBot) -> Iterator[Hand]:
    window = MainWindow(OfficeServices(place.root / actor.key))
    qtbot.addWidget(window)
    window.show()
    hand = Hand(window)
    try:
        hand.unlock(PASSPHRASE)
        hand.wait(lambda: hand.book.sync_view.line.last_contact is not None, "the line is up", 60)
        yield hand
    finally:
        window.shut_down()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "town") as made:
        made.enrol(ADMIN)
        made.submit(make_folder(tmp_path / "packet"))
        made.approve()
        made.publish()
        with made.laptop(DELEGATE) as laptop:
            laptop.sync(documents=False)
        yield made


def dialog(hand: Hand, kind: type[Dialog]) -> Dialog:
    def shown() -> list[Dialog]:
        return [one for one in hand.window.findChildren(kind) if one.isVisible()]

    hand.wait(shown, kind.__name__, 60)
    return shown()[-1]


def press(hand: Hand, found: Dialog) -> None:
    assert found.action_button is not None
    hand.settle(0.5)  # keys and clicks of the first moment are not for it
    hand.click(found.action_button)
    hand.wait(lambda: not up(found) and not hand.book.admin.busy, "it is done", 60)


def up(found: Dialog) -> bool:
    return isValid(found) and found.isVisible()


def add_room(admin: Hand, place: Town) -> str:
    """Its code, as the administrator hands it on."""
    page = admin.book.admin
    admin.book.shelf.header.menu.admin.click()
    admin.wait(lambda: page.view is not None and not page.busy, "the hub has answered", 60)
    page.ask_room()
    new = dialog(admin, NewRoomDialog)
    assert isinstance(new, NewRoomDialog)
    new.name.set_text(NAME)
    press(admin, new)
    press(admin, dialog(admin, IssueDialog))
    assert page.codes is not None
    (code,) = page.codes.fresh.values()
    assert code.name == NAME
    return link(replace(read_link(code.link), address=place.hub.url))  # this test's port


def sign(admin: Hand, place: Town, mark: str) -> DeviceId:
    page = admin.book.admin
    page.look()
    admin.wait(lambda: page.view is not None and page.view.waiting and not page.busy, "it has joined", 60)
    page.ask_signature()
    found = dialog(admin, SignDialog)
    assert isinstance(found, SignDialog)
    assert "Trạm phòng họp · " in spoken(found)
    assert mark in spoken(found)
    found.take(place.office.root_file)
    found.passphrase.set_text(place.office.passphrase)
    (room,) = found.proposal.rooms
    press(admin, found)
    return room.device


def spoken(found: Dialog) -> str:
    return " ".join(one.accessibleName() for one in found.findChildren(QWidget))


def give(admin: Hand, room: DeviceId) -> None:
    page = admin.book.admin
    page.ask_laptop(room)
    found = dialog(admin, RoomDialog)
    assert isinstance(found, RoomDialog)
    found.list._toggle(found.list.model().index(0, 0))
    press(admin, found)
    assert page.view is not None
    row = page.view.laptop(room)
    assert row is not None
    assert row.row.carries == (MEETING,)


def test_a_room_hub_is_set_up_without_a_command_line(place: Town, qtbot: QtBot) -> None:
    with at(place, ADMIN, qtbot) as admin, at(place, SECRETARY, qtbot) as secretary:
        code = add_room(admin, place)
        secretary.book.show_sync()
        card = secretary.book.sync.room
        secretary.wait(card.code.isVisible, "it is none yet", 60)
        secretary.click(card.code)
        asked = dialog(secretary, ReasonDialog)
        assert isinstance(asked, ReasonDialog)
        asked.field.set_text(code)
        press(secretary, asked)
        secretary.wait(lambda: "chờ người quản trị ký" in card._hub_state.text(), "it has joined", 60)
        mark = card._hub_detail.text().partition(": ")[2].partition(".")[0]
        room = sign(admin, place, mark)
        give(admin, room)
        secretary.click(card.begin)
        secretary.wait(lambda: "đang là trạm" in card._hub_state.text() and shown(secretary), "it serves", 90)
        secretary.wait(lambda: in_room(secretary), "its own window finds it on the network", 60)
        place.hub.stop()
        typed = shown(secretary)[0]
        with place.laptop(DELEGATE) as laptop:
            laptop.sync_room(typed.scanned)
            stored = laptop.book.vault.packets.current(MEETING)
            assert stored is not None
            assert stored.complete
        secretary.click(card.end)
        secretary.wait(lambda: "sẵn sàng" in card._hub_state.text(), "it is closed", 60)


def in_room(secretary: Hand) -> bool:
    room = secretary.book.sync_view.line.room
    return room is not None and (room.name, room.line) == (NAME, Line.ONLINE)


def shown(secretary: Hand) -> tuple[Place, ...]:
    return secretary.book.rooms._addresses._shown
