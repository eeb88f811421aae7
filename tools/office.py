"""A real hub for the demo and the tests: an office in a folder, the serving program as a child process.

office = make_office(tmp_path)
hub = start_hub(office.folder)
invitation = office.invite(office.add("Nguyễn Thị Lan", Role.DELEGATE), hub.url)
hub.kill(); hub.restart(); hub.stop()
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sync.certificates import Certificate
from sync.hub.office import Office as Administration
from sync.hub.office import make
from sync.hub.stored import Clock
from sync.model.ids import DeviceId, MeetingId, PersonId
from sync.model.people import Role
from sync.root_file import FLOOR_KIB
from sync.wire.invitation import Invitation
from sync.wire.statements import Roster

PASSPHRASE = "suối trong lá xanh"


@dataclass(frozen=True)
class Office:
    """An office's folder and the root file that its administrator took away."""

    folder: Path
    root_file: Path
    passphrase: str = PASSPHRASE
    clock: Clock = time.time

    @property
    def ca_path(self) -> Path:
        """The office's CA, PEM."""
        return self.folder / "ca.crt"

    def add(self, name: str, *roles: Role, title: str = "") -> PersonId:
        """Add a person."""
        with self._administration() as administration:
            return administration.add_person(name, roles, title)

    def invite(self, person: PersonId, url: str = "") -> Invitation:
        """A fresh invitation."""
        with self._administration() as administration:
            return administration.invite(person, url).invitation

    def sign_roster(self) -> Roster:
        """Sign all office devices into the next roster."""
        with self._administration() as administration:
            return administration.sign_roster(self.root_file, self.passphrase)[0]

    def carry(self, room: DeviceId, *meetings: MeetingId) -> None:
        """Let a room hub carry these meetings."""
        with self._administration() as administration:
            administration.carry(room, meetings)

    def revoke(self, device: DeviceId) -> None:
        """Revoke a device."""
        with self._administration() as administration:
            administration.revoke(device)

    def renew_tls(self, *addresses: str) -> Certificate:
        """A new certificate for these, or for the names of the present one."""
        with self._administration() as administration:
            return administration.renew_tls(self.root_file, self.passphrase, addresses)

    def rotate_root(self) -> Office:
        """Replace the root key; the office with its new root file, and another passphrase."""
        new = replace(
            self,
            root_file=self.root_file.with_name(f"{self.root_file.stem}-next.key"),
            passphrase=f"{self.passphrase} mới",
        )
        with self._administration() as administration:
            administration.rotate_root(
                self.root_file, self.passphrase, new.root_file, new.passphrase, FLOOR_KIB
            )
        return new

    def restored(self) -> Roster:
        """Begin a new epoch, as after a backup was put back; the roster that says so."""
        with self._administration() as administration:
            return administration.restored(self.root_file, self.passphrase)

    def back_up(self, folder: Path) -> None:
        """Copy a hub that is not running to a folder that is not there."""
        shutil.copytree(self.folder, folder)

    def put_back(self, folder: Path) -> None:
        """Put a copy in the place of a hub that is not running."""
        shutil.rmtree(self.folder)
        shutil.copytree(folder, self.folder)

    @contextmanager
    def _administration(self) -> Iterator[Administration]:
        administration = Administration(self.folder, self.clock)
        try:
            yield administration
        finally:
            administration.close()


def make_office(
    parent: Path,
    name: str = "HĐND xã Suối Lam",
    term: str = "Nhiệm kỳ 2026–2031",
    clock: Clock = time.time,
    addresses: Sequence[str] = (),
) -> Office:
    """A new office in ``parent/hub``, its root file in ``parent``; reached at ``addresses`` as well as on the
    loopback."""
    office = Office(parent / "hub", parent / "root.key", clock=clock)
    make(
        office.folder,
        name=name,
        term=term,
        addresses=addresses,
        root_file=office.root_file,
        passphrase=office.passphrase,
        memory_kib=FLOOR_KIB,
        clock=clock,
    )
    return office


class HubProcess:
    """``sohop-hub serve`` as a child process. A restart keeps the address.

    ``within`` is a command that runs another one on a machine of its own, as it were; it answers at ``host``.
    """

    def __init__(
        self,
        folder: Path,
        *,
        tls: bool = True,
        port: int = 0,
        host: str = "127.0.0.1",
        within: Sequence[str] = (),
    ) -> None:
        self.folder = folder
        self._host = host
        self._within = tuple(within)
        self.ca_path = folder / "ca.crt"
        self.log_path = folder.parent / f"{folder.name}.log"
        self.url = ""
        self._tls = tls
        self._port = port
        self._process: subprocess.Popen[str] | None = None

    @property
    def running(self) -> bool:
        """Whether the child is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The child's process."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start and wait until it answers. Raises ``RuntimeError`` with its log when it does not start."""
        command = [*self._within, sys.executable, "-m", "sync.hub.cli", "serve", str(self.folder)]
        command += ["--listen", f"{self._host}:{self._port}", *([] if self._tls else ["--no-tls"])]
        root = Path(__file__).resolve().parents[1]
        environment = {**os.environ, "PYTHONPATH": str(root)}
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment,
                cwd=self.folder.parent,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line.startswith("listening "):
            self._end(signal.SIGKILL)
            raise RuntimeError(f"the hub did not start: {self.log_path.read_text('utf-8')[-2000:]}")
        self.url = line.split()[1]
        self._port = int(self.url.rpartition(":")[2])

    def kill(self) -> None:
        """As a power cut would: SIGKILL."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end, and wait."""
        self._end(signal.SIGTERM)

    def restart(self) -> None:
        """Start again at the same address."""
        if self.running:
            self.stop()
        self.start()

    def _end(self, number: signal.Signals) -> None:
        process = self._process
        if process is None:
            return
        if process.poll() is None:
            process.send_signal(number)
        process.wait(30)
        assert process.stdout is not None
        process.stdout.close()
        self._process = None


def start_hub(folder: Path, *, tls: bool = True, port: int = 0) -> HubProcess:
    """A running hub; ``stop`` it in the end."""
    hub = HubProcess(folder, tls=tls, port=port)
    hub.start()
    return hub


@contextmanager
def running_hub(folder: Path, *, tls: bool = True) -> Iterator[HubProcess]:
    """A hub for the length of a ``with`` block."""
    hub = start_hub(folder, tls=tls)
    try:
        yield hub
    finally:
        hub.stop()
