"""A real room hub for tests and trials: joined, signed and given meetings, its program a child process."""

from __future__ import annotations

import copy
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import requests

from sync.engine import enrolment
from sync.engine.connection import PinnedAdapter, Wires
from sync.model.ids import DeviceId, MeetingId
from sync.model.people import Role
from sync.room.joining import join
from sync.room.serving import meet_once
from sync.wire.rooms import room_host
from tools.office import Office

_WAIT_S = 60


class RoomProcess:
    """``sohop-hub room serve`` as a child process, on the loopback unless another ``host`` is given.

    ``within`` is a command that runs another one on a machine of its own, as it were.
    """

    def __init__(
        self,
        folder: Path,
        device: DeviceId,
        meetings: Sequence[MeetingId],
        *,
        host: str = "127.0.0.1",
        within: Sequence[str] = (),
    ) -> None:
        self.folder = folder
        self.host = host
        self._within = tuple(within)
        self.device = device
        self.meetings = tuple(meetings)
        self.url = ""
        self.log_path = folder.parent / f"{folder.name}.log"
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str] = queue.Queue()
        self._port = 0

    @property
    def pid(self) -> int:
        """The child's process."""
        assert self._process is not None
        return self._process.pid

    def start(self, *, port: int | None = None, announced: bool = False, with_parent: bool = False) -> None:
        """Start and wait until it answers, at the port as before unless told. Raises ``RuntimeError``."""
        listen = f"{self.host}:{self._port if port is None else port}"
        command = [*self._within, sys.executable, "-m", "sync.room.main", "room", "serve", str(self.folder)]
        command += ["--listen", listen, *([] if announced else ["--quiet"])]
        command += ["--with-parent"] if with_parent else []
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment,
                cwd=self.folder.parent,
            )
        self._lines = queue.Queue()
        threading.Thread(target=self._read, args=(self._process, self._lines), daemon=True).start()
        line = self._line("listening ")
        if not line:
            self.kill()
            raise RuntimeError(f"the room hub did not start: {self.log_path.read_text('utf-8')[-2000:]}")
        self.url = line.split()[1]
        self._port = int(self.url.rpartition(":")[2])

    def met(self) -> str:
        """Wait until it has met its office; what it says of that."""
        return self._line("office yes")

    def seat(self, laptop: Any) -> Any:
        """A test's laptop (``support.laptop``) as this room hub sees it."""
        view = copy.copy(laptop)
        view.line = copy.copy(laptop.line)
        view.line.session = _session(self.folder / "ca.crt", self.device)
        view.line.url = self.url
        view.hub, view.token = self.device, ""
        view.forget()
        return view

    def kill(self) -> None:
        """As a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end, and wait."""
        self._end(signal.SIGTERM)

    def sleep(self) -> None:
        """As a laptop whose lid is closed: its lines stay, and nobody answers."""
        os.kill(self.pid, signal.SIGSTOP)

    def wake(self) -> None:
        """The lid is opened."""
        os.kill(self.pid, signal.SIGCONT)

    def let_go(self) -> None:
        """Close its standard input, as the system does when the parent dies."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.close()

    def wait(self) -> int:
        """Its status once it has ended."""
        assert self._process is not None
        return self._process.wait(_WAIT_S)

    def _line(self, begins: str) -> str:
        while True:
            try:
                line = self._lines.get(timeout=_WAIT_S)
            except queue.Empty:
                return ""
            if not line or line.startswith(begins):
                return line

    @staticmethod
    def _read(process: subprocess.Popen[str], lines: queue.Queue[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line)
        lines.put("")

    def _end(self, number: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None:
            process.send_signal(number)
        process.wait(_WAIT_S)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()


def make_room(
    office: Office, url: str, meetings: Sequence[MeetingId], name: str = "Phòng họp lớn"
) -> RoomProcess:
    """A room hub of this office, whose hub answers at ``url``; with all that it needs, not running."""
    person = office.add(name, Role.ROOM_HUB)
    found = enrolment.contact(office.invite(person, url))
    folder = office.folder.parent / f"room-{person}"
    device = join(folder, found)
    office.sign_roster()
    office.carry(device, *meetings)
    meet_once(folder)
    return RoomProcess(folder, device, meetings)


def _session(ca: Path, device: DeviceId) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    adapter = PinnedAdapter(Wires(lambda: None), ca.read_text("ascii"), room_host(device))
    session.mount("https://", adapter)
    return session
