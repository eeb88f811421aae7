"""The room hub on the line's page and before the room, made by hand: for the pictures of ``make shots``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reader.core.line_views import LineView, RoomHubState, RoomHubView, RoomView, SyncView
from reader.core.views import Line
from reader.ui.sync.address_projector import AddressProjector
from reader.ui.sync.address_sheet import AddressSheet
from reader.ui.sync.addresses import places
from reader.ui.sync.screen import SyncScreen
from sync.errors import Code
from sync.model.networks import NetworkKind

RUNNING = RoomHubView(
    RoomHubState.RUNNING,
    ("192.168.1.20:8744", "172.20.10.4:8744", "10.42.0.1:8745"),
    office=False,
    kinds=(NetworkKind.WIFI, NetworkKind.HOTSPOT, NetworkKind.SHARED),
    here="127.0.0.1:8744",
)
_OWN = RoomView("Phòng họp lớn", f"https://{RUNNING.here}", Line.ONLINE)
"""A laptop's own line goes to the room hub on it."""
ALONE = replace(RUNNING, addresses=RUNNING.addresses[:1], kinds=RUNNING.kinds[:1])
_WAITS = RoomHubView(RoomHubState.UNSIGNED, mark="9f3c 01ab 77d0 52e8")


def room_states() -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens, by the name of their picture."""
    found = RoomView("Phòng họp lớn", "https://192.168.1.20:8744", Line.PROBLEM)
    return {
        "15-room-no-network": lambda: _page(RoomView(networks=())),
        "15-room-unheard": lambda: _page(RoomView(networks=(NetworkKind.WIFI,))),
        "15-room-portal": lambda: _page(replace(found, name="", problem=Code.NO_ROOM_HERE)),
        "15-room-another": lambda: _page(replace(found, name="", problem=Code.ROOM_OF_ANOTHER)),
        "15-room-unnamed": lambda: _page(replace(found, problem=Code.NOT_THIS_ROOM)),
        "15-room-stranger": lambda: _page(replace(found, problem=Code.UNKNOWN_DEVICE)),
        "15-room-unsigned": lambda: _page(None, _WAITS),
        "15-room-running": lambda: _page(_OWN, RUNNING),
        "15-room-sheet": lambda: _sheet(RUNNING),
        "15-room-sheet-one": lambda: _sheet(ALONE),
        "15-room-projected": lambda: _projected(RUNNING),
        "15-room-projected-one": lambda: _projected(ALONE),
    }


def _page(room: RoomView | None, hub: RoomHubView | None = None) -> SyncScreen:
    screen = SyncScreen()
    screen.set_view(SyncView(LineView(Line.OFFLINE, room=room)))
    if hub is not None:
        screen.room.set_hub(hub)
    return screen


def _sheet(hub: RoomHubView) -> SyncScreen:
    screen = _page(_OWN, hub)
    screen.resize(1366, 696)
    screen.show()
    AddressSheet(screen, places(hub)).open()
    return screen


def _projected(hub: RoomHubView) -> AddressProjector:
    made = AddressProjector(None)
    made.set_places(places(hub))
    return made
