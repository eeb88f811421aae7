"""The networks that a laptop is on, as people call them: by the adapter's name, and the address there."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct


class NetworkKind(StrEnum):
    """What it is to a person, in the order in which the room's network is likely to be one."""

    WIFI = "wifi"
    CABLE = "cable"
    HOTSPOT = "hotspot"
    """A phone's, which this laptop joined."""
    SHARED = "shared"
    """This laptop's own, which others join."""
    OTHER = "other"
    ALONE = "alone"
    """An address that the laptop gave itself because nobody else did."""
    INSIDE = "inside"
    """Of programs on this laptop, or a tunnel to elsewhere: nobody in the room is there."""


class Network(Struct, frozen=True):
    """One of them, with this laptop's IPv4 address there. ``way_out``: what it sends outside goes there."""

    kind: NetworkKind
    address: str
    way_out: bool = False


_INSIDE: Final = (
    *("docker", "veth", "vethernet", "br-", "virbr", "vmnet", "vmware", "virtualbox", "vbox", "hyper-v"),
    *("wsl", "tun", "tap", "wg", "zt", "tailscale", "ppp", "vpn", "loopback", "utun", "bluetooth"),
)
_WIFI: Final = ("wl", "wi-fi", "wifi", "wireless", "802.11", "ath", "ra0")
_CABLE: Final = ("en", "eth", "ethernet", "lan", "gbe", "realtek", "pcie")
_TETHERED: Final = ("usb", "rndis", "remote ndis")
_PHONES: Final = tuple(map(ipaddress.ip_network, ("172.20.10.0/28", "192.168.43.0/24", "192.168.42.0/24")))
"""What iPhones and Android phones give out."""
_SHARED: Final = frozenset({"192.168.137.1", "10.42.0.1"})
"""What Windows and NetworkManager call themselves where they share a line."""


def is_everywhere(host: str) -> bool:
    """Whether who listens there listens on every network."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False  # a name


def kind_of(adapter: str, address: str) -> NetworkKind:
    """What the network at this adapter is, as far as its name and address say."""
    name, where = adapter.casefold(), ipaddress.ip_address(address)
    if name.startswith(_INSIDE) or any(part in name for part in _INSIDE if len(part) > 4):
        return NetworkKind.INSIDE
    if where.is_link_local:
        return NetworkKind.ALONE
    if address in _SHARED:
        return NetworkKind.SHARED
    if name.startswith(_TETHERED) or any(where in phone for phone in _PHONES):
        return NetworkKind.HOTSPOT
    if name.startswith(_WIFI) or any(part in name for part in _WIFI if len(part) > 3):
        return NetworkKind.WIFI
    if name.startswith(_CABLE) or any(part in name for part in _CABLE if len(part) > 3):
        return NetworkKind.CABLE
    return NetworkKind.OTHER


def likely_first(networks: Iterable[Network]) -> tuple[Network, ...]:
    """The one that the room is likely to be on first: what this laptop shares, else where its way out is,
    unless that is a tunnel."""
    order = list(NetworkKind)

    def rank(one: Network) -> tuple[bool, bool, bool, int, str]:
        poor = one.kind in (NetworkKind.ALONE, NetworkKind.INSIDE)
        shared = one.kind is NetworkKind.SHARED
        return poor, not shared, not one.way_out, order.index(one.kind), one.address

    return tuple(sorted(networks, key=rank))
