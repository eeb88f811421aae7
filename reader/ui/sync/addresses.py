"""Where laptops find this room hub, for people: which network, what to type, what the square says. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from reader.core.line_views import RoomHubView
from sync.model.networks import NetworkKind
from sync.wire.rooms import DEFAULT_ROOM_PORT

MOST: Final = 3
"""Places that are shown: more would be too small to read, and nobody is on so many networks."""


@dataclass(frozen=True)
class Place:
    """One address. ``scanned`` is what a phone reads of the square: it can be pasted where it is typed."""

    network: str
    typed: str
    scanned: str


def places(hub: RoomHubView) -> tuple[Place, ...]:
    """Those that somebody in the room can use, the likely one first."""
    kinds = hub.kinds or (NetworkKind.OTHER,) * len(hub.addresses)
    found = list(zip(kinds, hub.addresses, strict=True))
    outside = [one for one in found if one[0] is not NetworkKind.INSIDE]
    return tuple(
        Place(network_name(kind), short(address), address) for kind, address in (outside or found)[:MOST]
    )


def short(address: str) -> str:
    """As it is typed: the usual port need not be."""
    return address.removesuffix(f":{DEFAULT_ROOM_PORT}")


def network_name(kind: NetworkKind) -> str:
    """What people call it."""
    return {
        NetworkKind.WIFI: QCoreApplication.translate("Sync", "Wi-Fi"),
        NetworkKind.CABLE: QCoreApplication.translate("Sync", "Dây mạng"),
        NetworkKind.HOTSPOT: QCoreApplication.translate("Sync", "Điểm phát sóng của điện thoại"),
        NetworkKind.SHARED: QCoreApplication.translate("Sync", "Điểm phát sóng của máy này"),
        NetworkKind.OTHER: QCoreApplication.translate("Sync", "Mạng của phòng"),
        NetworkKind.ALONE: QCoreApplication.translate("Sync", "Mạng chưa cấp địa chỉ"),
        NetworkKind.INSIDE: QCoreApplication.translate("Sync", "Mạng riêng trong máy"),
    }[kind]


def how_to() -> str:
    """What a delegate does with it."""
    return QCoreApplication.translate(
        "Sync", "Máy nào không tự tìm ra trạm: mở Đồng bộ, bấm “Gõ địa chỉ trạm…”, gõ đúng dãy số này."
    )


def heading() -> str:
    """Above it."""
    return QCoreApplication.translate("Sync", "Nối máy với trạm phòng họp")


def spoken(shown: tuple[Place, ...]) -> str:
    """All of it as words."""
    return ". ".join((heading(), *(f"{one.network}: {one.typed}" for one in shown)))
