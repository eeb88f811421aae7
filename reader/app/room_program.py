"""The room hub on this laptop: ``sohop-hub room …`` as child programs, which end with the window."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from reader.core.line_views import RoomHubState, RoomHubView
from sync.model.networks import NetworkKind, is_everywhere

_END_S: Final = 10.0
_DATABASE, _CERTIFICATE, _MARK = "hub.db", "tls.pem", "key-mark.txt"
"""What a hub's folder holds once it was joined, and once the administrator has signed it."""
_LOG = "serve.log"


def room_folder(profile: Path) -> Path:
    """Where a room hub lies: beside the book and not in it, for it is in clear."""
    return profile.with_name(f"{profile.name}-room")


class RoomProgram:
    """For as long as the window's program runs, also while its book is locked: a meeting goes on then.

    ``office`` is where its hub answers, for a code that is typed. ``report`` is called on threads of its own.
    """

    def __init__(self, profile: Path, office: str, report: Callable[[RoomHubView], None]) -> None:
        self._folder = room_folder(profile)
        self._office = office
        self._report = report
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._view = RoomHubView()

    def report_to(self, report: Callable[[RoomHubView], None]) -> None:
        """Somebody else listens from now on: the book was opened again."""
        self._report = report

    def look(self) -> None:
        """Say how it stands."""
        if self._process is None:
            self._tell(RoomHubView(self._standing(), problem=self._view.problem))
        else:
            self._report(self._view)

    def join(self, code: str) -> None:
        self._in_thread(lambda: self._join(code))

    def start(self) -> None:
        self._in_thread(self._start)

    def stop(self) -> None:
        """Ask it to end; what it has recorded is on disk."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            self._tell(RoomHubView(self._standing()))
        else:
            self._in_thread(lambda: self._stop(process), RoomHubState.CLOSING)

    def _stop(self, process: subprocess.Popen[str]) -> None:
        _end(process)
        self._tell(RoomHubView(self._standing()))

    def _join(self, code: str) -> None:
        typed = [] if code.strip().startswith("sohop:") else ["--hub-address", self._office]
        said = self._run(["join", str(self._folder), "--code-file", "-", *typed], code)
        self._tell(RoomHubView(self._standing(), problem=said))

    def _start(self) -> None:
        self._run(["meet", str(self._folder)])  # with a line: the newest packets, and its certificate
        if self._standing() is not RoomHubState.READY:
            self._tell(RoomHubView(self._standing()))
            return
        command = [*_program(), "room", "serve", str(self._folder), "--with-parent"]
        with (self._folder / _LOG).open("wb") as log:  # a pipe that nobody reads would stop it once full
            process = subprocess.Popen(  # noqa: S603 - our own program
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
                env=_environment(),
            )
        with self._lock:
            self._process = process
        self._read(process)

    def _read(self, process: subprocess.Popen[str]) -> None:
        """What it says until it ends."""
        assert process.stdout is not None
        for line in process.stdout:
            word, _, rest = line.strip().partition(" ")
            if word == "networks":
                told = [one.partition("=") for one in rest.split()]
                self._tell(
                    replace(
                        self._view,
                        state=RoomHubState.RUNNING,
                        addresses=tuple(address for _, _, address in told),
                        kinds=tuple(NetworkKind(kind) for kind, _, _ in told),
                    )
                )
            elif word == "listening":
                self._tell(RoomHubView(RoomHubState.RUNNING, here=_here(rest)))
            elif word == "office":
                self._tell(replace(self._view, office=rest.startswith("yes")))
        process.stdout.close()
        ended = process.wait()
        with self._lock:
            asked = self._process is not process
            if not asked:
                self._process = None
        if not asked:
            said = (self._folder / _LOG).read_text("utf-8", "replace").strip().rpartition("\n")[2]
            self._tell(RoomHubView(self._standing(), problem=said if ended == 1 else ""))

    def _run(self, arguments: list[str], given: str = "") -> str:
        """One command; what it says when it fails, else nothing."""
        done = subprocess.run(  # noqa: S603 - our own program
            [*_program(), "room", *arguments],
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=_environment(),
            check=False,
        )
        return "" if done.returncode == 0 else done.stderr.strip().rpartition("\n")[2]

    def _standing(self) -> RoomHubState:
        if not (self._folder / _DATABASE).exists():
            return RoomHubState.NONE
        signed = (self._folder / _CERTIFICATE).exists()
        return RoomHubState.READY if signed else RoomHubState.UNSIGNED

    def _in_thread(self, work: Callable[[], None], state: RoomHubState = RoomHubState.WORKING) -> None:
        if self._process is None:
            self._tell(RoomHubView(state))
            threading.Thread(target=work, name="sohop-room-hub", daemon=True).start()

    def _tell(self, view: RoomHubView) -> None:
        if view.state is RoomHubState.UNSIGNED:
            mark = self._folder / _MARK
            view = replace(view, mark=mark.read_text("ascii") if mark.exists() else "")
        self._view = view
        self._report(view)


def _here(url: str) -> str:
    """Where this laptop reaches a program that listens at ``url``."""
    host, _, port = url.rpartition("/")[2].rpartition(":")
    return f"{'127.0.0.1' if is_everywhere(host) else host}:{port}"


def _program() -> list[str]:
    """The hub's program: this one's neighbour where it was installed as a folder."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name("sohop-hub" + Path(sys.executable).suffix))]
    return [sys.executable, "-m", "sync.room.main"]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}


def _end(process: subprocess.Popen[str]) -> None:
    """Its standard input ends: so it ends as if the window had."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        process.wait(_END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
