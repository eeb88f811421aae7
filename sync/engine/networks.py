"""The networks that this laptop is on now."""

from __future__ import annotations

import socket
from typing import Final

import ifaddr

from sync.model.networks import Network, kind_of, likely_first

_ELSEWHERE: Final = ("192.0.2.1", 9)
"""Nobody's (RFC 5737), and nothing is sent there."""


def own_networks() -> tuple[Network, ...]:
    """Those with an IPv4 address by which others may reach this laptop, the likely one first. Empty: it is on
    none."""
    out = _way_out()
    found = {
        str(each.ip): Network(kind_of(adapter.nice_name, str(each.ip)), str(each.ip), str(each.ip) == out)
        for adapter in ifaddr.get_adapters()
        for each in adapter.ips
        if isinstance(each.ip, str) and not each.ip.startswith("127.")
    }
    return likely_first(found.values())


def _way_out() -> str:
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.connect(_ELSEWHERE)
            return str(asking.getsockname()[0])
    except OSError:  # no route: that is the answer
        return ""
