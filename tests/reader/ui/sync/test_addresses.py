"""The room hub's address before the room: on the other screen, in a sheet, following changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.line_views import RoomHubState, RoomHubView
from reader.ui.admin.qr import QrPicture
from reader.ui.screens import screen_of
from reader.ui.sync import showing
from reader.ui.sync.address_projector import AddressPicture
from reader.ui.sync.address_sheet import AddressSheet
from reader.ui.sync.addresses import MOST, places
from reader.ui.sync.room import RoomCard
from reader.ui.sync.showing import Addresses
from reader.ui.theme import current
from sync.engine.rooms import room_address
from sync.model.networks import NetworkKind

WIFI, PHONE = "192.168.1.20:8744", "172.20.10.4:8745"
RUNNING = RoomHubView(
    RoomHubState.RUNNING, (WIFI, PHONE), kinds=(NetworkKind.WIFI, NetworkKind.HOTSPOT), office=False
)


@pytest.fixture
def card(qapp: QApplication) -> Iterator[RoomCard]:
    made = RoomCard()
    made.resize(400, 500)
    made.show()
    yield made
    made.close()
    made.deleteLater()


class OtherScreen:
    """A projector, for a system that has one screen: any other object than the window's own."""

    def __init__(self, there: QScreen | None) -> None:
        self.there = there

    def __call__(self, taken: QScreen | None) -> QScreen | None:
        return self.there


def test_the_usual_port_need_not_be_typed_and_the_square_has_it() -> None:
    first, second = places(RUNNING)
    assert (first.network, first.typed, first.scanned) == ("Wi-Fi", "192.168.1.20", WIFI)
    assert (second.network, second.typed) == ("Điểm phát sóng của điện thoại", PHONE)
    for each in (first, second):
        assert room_address(each.typed) == room_address(each.scanned)


def test_networks_inside_the_laptop_are_shown_only_where_there_is_no_other() -> None:
    inside = RoomHubView(RoomHubState.RUNNING, ("172.17.0.1:8744",), kinds=(NetworkKind.INSIDE,))
    assert [one.typed for one in places(inside)] == ["172.17.0.1"]
    both = replace(inside, addresses=(*inside.addresses, WIFI), kinds=(*inside.kinds, NetworkKind.WIFI))
    assert [one.typed for one in places(both)] == ["192.168.1.20"]
    many = replace(RUNNING, addresses=(WIFI,) * 9, kinds=(NetworkKind.WIFI,) * 9)
    assert len(places(many)) == MOST


def test_with_one_screen_a_sheet_shows_it_and_follows_a_change_of_address(card: RoomCard) -> None:
    shown = Addresses(card, OtherScreen(None))
    shown.set_hub(RUNNING)
    shown.toggle()
    assert shown.sheet is not None
    assert [one.typed for one in shown.sheet.shown] == ["192.168.1.20", PHONE]
    moved = replace(RUNNING, addresses=("10.0.0.7:8744",), kinds=(NetworkKind.WIFI,))
    shown.set_hub(moved)
    assert [one.typed for one in shown.sheet.shown] == ["10.0.0.7"]
    shown.set_hub(replace(RUNNING, addresses=(), kinds=()))
    assert [one.typed for one in shown.sheet.shown] == ["10.0.0.7"]  # between two networks
    shown.set_hub(RoomHubView(RoomHubState.READY))
    assert shown.sheet is None


def test_in_large_letters_the_second_address_is_seen_and_a_third_begins(qapp: QApplication) -> None:
    current().set_scale(2.0)
    window = QWidget()
    window.resize(1366, 696)
    window.show()
    third = replace(RUNNING, addresses=(WIFI, PHONE, WIFI), kinds=(*RUNNING.kinds, NetworkKind.SHARED))
    sheet = AddressSheet(window, places(third))
    sheet.open()
    qapp.processEvents()
    squares = sheet.findChildren(QrPicture)
    seen = [one.visibleRegion().boundingRect().height() / one.height() for one in squares]
    assert seen[:2] == [1, 1]
    assert 0 < seen[2] < 1
    sheet.reject()
    window.close()
    window.deleteLater()


def test_from_the_sheet_it_fills_the_screen_until_escape(card: RoomCard, qapp: QApplication) -> None:
    shown = Addresses(card, OtherScreen(None))
    on: list[bool] = []
    shown.projected.connect(on.append)
    shown.set_hub(RUNNING)
    shown.toggle()
    assert shown.sheet is not None
    assert shown.sheet.action_button is not None
    shown.sheet.accept()
    assert shown.projector is not None
    assert shown.projector.isFullScreen()
    assert "192.168.1.20" in shown.projector.accessibleName()
    shown.projector.end()
    qapp.processEvents()
    assert (shown.projector, on) == (None, [True, False])


def test_where_there_is_a_projector_the_button_shows_it_there_and_takes_it_back(
    card: RoomCard, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = qapp.primaryScreen()
    monkeypatch.setattr(showing, "screen_of", lambda _card: None)  # the window is on another
    shown = Addresses(card, OtherScreen(there))
    shown.set_hub(RUNNING)
    shown.toggle()
    assert shown.sheet is None
    assert shown.projector is not None
    assert screen_of(shown.projector) is there
    shown.set_hub(replace(RUNNING, addresses=(PHONE,), kinds=(NetworkKind.HOTSPOT,)))
    assert "192.168.1.20" not in shown.projector.accessibleName()
    shown.toggle()
    qapp.processEvents()
    assert shown.projector is None


def test_what_is_shown_ends_with_the_lock(card: RoomCard, qapp: QApplication) -> None:
    shown = Addresses(card, OtherScreen(None))
    shown.set_hub(RUNNING)
    shown.toggle()
    shown.end()
    assert shown.sheet is None


@pytest.mark.parametrize("many", [0, 1, 2, 3])
def test_any_number_is_painted_within_the_screen(card: RoomCard, many: int) -> None:
    from PySide6.QtGui import QImage, QPainter

    image = QImage(1024, 768, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    hub = replace(RUNNING, addresses=("255.255.255.255:65535",) * many, kinds=(NetworkKind.SHARED,) * many)
    AddressPicture(painter, 1024, 768).paint_places(places(hub), "Esc")
    painter.end()
    ink = {image.pixelColor(x, 8).name() for x in range(30, 1024)}
    assert len(ink) == 1  # nothing reaches the edge
