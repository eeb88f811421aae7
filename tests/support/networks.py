"""A building's networks in the kernel's namespaces: a room's, one beside it, and a line to an office.

Nothing outside is touched, and all of it is gone with the last program in it. Needs no more rights than to
make a user's own namespaces. Multicast does not pass from one network to the next, as with most routers.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

ROOM, BESIDE, OFFICE = "10.77.0", "10.77.1", "10.77.2"
"""The first three numbers of the addresses in each network; ``.1`` is the router."""

_MADE = """
set -e
mount -t tmpfs none /run
mkdir /run/netns
echo 1 > /proc/sys/net/ipv4/ip_forward
ip link set lo up
"""
_NETWORK = """
ip link add {bridge} type bridge
ip addr add {network}.1/24 dev {bridge}
ip link set {bridge} up
"""
_HOST = """
set -e
ip netns add {name}
ip link add {name} type veth peer name eth0 netns {name}
ip link set {name} master {bridge} up
ip -n {name} link set lo up
ip -n {name} link set eth0 up
"""
_ENTER = """
set -e
ip -n {name} addr add {address}/24 dev eth0
ip -n {name} route add default via {network}.1
"""


class NoNetworksError(Exception):
    """This machine makes none; the text says why."""


class Building:
    """Made by ``building``. Machines are named; a name has at most 15 letters."""

    def __init__(self, keeper: subprocess.Popen[str]) -> None:
        self._keeper = keeper

    def machine(self, name: str, network: str, number: int) -> str:
        """One more machine on a network; its address."""
        self._run(_HOST.format(name=name, bridge=_bridge(network)))
        return self.enter(name, network, number)

    def enter(self, name: str, network: str, number: int) -> str:
        """A machine that has none gets an address of its network; that address."""
        address = f"{network}.{number}"
        self._run(_ENTER.format(name=name, network=network, address=address))
        return address

    def leave(self, name: str) -> None:
        """It has no address any more."""
        self._run(f"ip -n {name} addr flush dev eth0")

    def line(self, name: str, *, up: bool) -> None:
        """Pull a machine's line, or plug it in."""
        self._run(f"ip link set {name} {'up' if up else 'down'}")

    def within(self, name: str) -> list[str]:
        """What stands before a command that is to run on a machine."""
        return [*self._enter(), "ip", "netns", "exec", name]

    def _enter(self) -> list[str]:
        target = str(self._keeper.pid)
        return ["nsenter", "--target", target, "--user", "--net", "--mount", "--preserve-credentials", "--"]

    def _run(self, script: str) -> None:
        done = subprocess.run(
            [*self._enter(), "sh", "-c", script], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise NoNetworksError(done.stderr.strip())


@contextmanager
def building() -> Iterator[Building]:
    """Three networks and the router between them. Raises ``NoNetworksError``."""
    for needed in ("unshare", "nsenter", "ip"):
        if shutil.which(needed) is None:
            raise NoNetworksError(f"{needed} is not installed")
    networks = "".join(_NETWORK.format(bridge=_bridge(each), network=each) for each in (ROOM, BESIDE, OFFICE))
    keeper = subprocess.Popen(
        [
            "unshare",
            "--user",
            "--map-root-user",
            "--net",
            "--mount",
            "sh",
            "-c",
            f"{_MADE}{networks}echo made; exec cat",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    assert keeper.stderr is not None
    try:
        if keeper.stdout.readline() != "made\n":
            keeper.stdin.close()
            raise NoNetworksError(keeper.stderr.read().strip())
        yield Building(keeper)
    finally:
        keeper.stdin.close()  # and so ``cat`` ends
        keeper.wait(10)
        keeper.stdout.close()
        keeper.stderr.close()


def _bridge(network: str) -> str:
    return f"net-{network.rpartition('.')[2]}"
