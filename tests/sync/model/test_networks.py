"""What a laptop's networks are called, and which of them the room is likely to be on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.networks import Network, NetworkKind, kind_of, likely_first

ADAPTERS = ("wlan0", "eth0", "docker0", "tun0", "usb0", "Wi-Fi", "Ethernet 2", "vEthernet (WSL)", "???")


@pytest.mark.parametrize(
    ("adapter", "address", "kind"),
    [
        ("wlp3s0", "192.168.1.20", NetworkKind.WIFI),
        ("Wi-Fi", "192.168.1.20", NetworkKind.WIFI),
        ("Intel(R) Wi-Fi 6 AX201 160MHz", "10.0.0.4", NetworkKind.WIFI),
        ("Realtek 8822CE Wireless LAN 802.11ac PCI-E NIC", "10.0.0.4", NetworkKind.WIFI),
        ("enp0s31f6", "10.0.0.4", NetworkKind.CABLE),
        ("Realtek PCIe GbE Family Controller", "10.0.0.4", NetworkKind.CABLE),
        ("wlan0", "172.20.10.4", NetworkKind.HOTSPOT),
        ("Wi-Fi", "192.168.43.17", NetworkKind.HOTSPOT),
        ("Remote NDIS based Internet Sharing Device", "192.168.9.5", NetworkKind.HOTSPOT),
        ("Microsoft Wi-Fi Direct Virtual Adapter", "192.168.137.1", NetworkKind.SHARED),
        ("wlp3s0", "10.42.0.1", NetworkKind.SHARED),
        ("Wi-Fi", "169.254.7.9", NetworkKind.ALONE),
        ("docker0", "172.17.0.1", NetworkKind.INSIDE),
        ("Hyper-V Virtual Ethernet Adapter", "172.22.0.1", NetworkKind.INSIDE),
        ("VirtualBox Host-Only Ethernet Adapter", "192.168.56.1", NetworkKind.INSIDE),
        ("tailscale0", "100.64.0.3", NetworkKind.INSIDE),
        ("x0", "10.9.8.7", NetworkKind.OTHER),
    ],
)
def test_a_network_is_named_by_its_adapter_and_address(adapter: str, address: str, kind: NetworkKind) -> None:
    assert kind_of(adapter, address) is kind


def test_the_likely_one_comes_first() -> None:
    wifi = Network(NetworkKind.WIFI, "192.168.1.20")
    cable = Network(NetworkKind.CABLE, "10.0.0.4", way_out=True)
    shared = Network(NetworkKind.SHARED, "192.168.137.1")
    alone = Network(NetworkKind.ALONE, "169.254.7.9")
    tunnel = Network(NetworkKind.INSIDE, "10.8.0.2", way_out=True)
    assert likely_first([tunnel, alone, wifi, cable, shared])[:3] == (shared, cable, wifi)


@given(st.lists(st.tuples(st.sampled_from(ADAPTERS), st.ip_addresses(v=4), st.booleans()), max_size=6))
def test_none_is_lost_and_the_order_is_always_the_same(found: list[tuple[str, object, bool]]) -> None:
    networks = [Network(kind_of(name, str(ip)), str(ip), out) for name, ip, out in found]
    once = likely_first(networks)
    assert sorted(once, key=repr) == sorted(networks, key=repr)
    assert likely_first(reversed(once)) == once
