"""This laptop's addresses on the networks that it is in."""

from __future__ import annotations

import ifaddr

_GIVEN_BY_ITSELF = "169.254."
"""Addresses that a laptop gave itself because nobody else did: used when there is no other."""


def addresses() -> list[str]:
    """This laptop's IPv4 addresses that others may reach, those of a real network first."""
    found = {
        str(each.ip) for adapter in ifaddr.get_adapters() for each in adapter.ips if isinstance(each.ip, str)
    }
    outside = sorted(each for each in found if not each.startswith("127."))
    return sorted(outside, key=lambda each: each.startswith(_GIVEN_BY_ITSELF)) or ["127.0.0.1"]
