"""A small office on this machine: a hub as a child process, four people, and the commands they would type."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from reader.resources import resource
from sync.model.people import Role
from sync.wire.invitation import link
from tools.office import HubProcess, Office, make_office, start_hub

PASSPHRASE = "con suối chảy qua bản"
MEETING = "ky-hop-5-2026"
SAMPLE_DAY = datetime.fromisoformat("2026-12-11T00:00:00+07:00")


@dataclass(frozen=True)
class Actor:
    """One person of the story and the folder of their laptop."""

    key: str
    name: str
    roles: tuple[Role, ...]


SECRETARY = Actor("thu-ky", "Trần Thu Hà", (Role.SECRETARY,))
APPROVER = Actor("chu-toa", "Quách Văn Tâm", (Role.APPROVER, Role.CHAIR))
DELEGATE = Actor("dai-bieu-1", "Hoàng Thị Lượng", (Role.DELEGATE,))
OTHER = Actor("dai-bieu-2", "Bùi Văn An", (Role.DELEGATE,))
ACTORS = (SECRETARY, APPROVER, DELEGATE, OTHER)


class CommandFailedError(RuntimeError):
    """A command of the story ended with an error; the text is what it said."""


@dataclass
class Stage:
    """Everything in one folder. ``close`` stops the hub."""

    root: Path
    office: Office
    hub: HubProcess
    log: list[str] = field(default_factory=list)

    def profile(self, actor: Actor) -> Path:
        """The folder of a person's laptop."""
        return self.root / actor.key

    def sohop(self, actor: Actor, *words: object, passphrase: str = PASSPHRASE) -> str:
        """Run ``sohop …`` as that person, in a process of its own; gives what it printed.

        Raises ``CommandFailedError``.
        """
        arguments = [str(word) for word in words]
        self.log.append(f"{actor.name}: sohop {' '.join(one[:60] for one in arguments)}")
        reading, writing = os.pipe()
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            pipe.write(passphrase + "\n")
        try:
            done = subprocess.run(
                [
                    *(sys.executable, "-m", "reader", "--lang", "vi"),
                    *("--profile", str(self.profile(actor)), "--passphrase-fd", str(reading)),
                    *arguments,
                ],
                pass_fds=[reading],
                cwd=Path(__file__).resolve().parents[2],
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
                timeout=300,
                check=False,
            )
        finally:
            os.close(reading)
        if done.returncode != 0:
            raise CommandFailedError(done.stderr.strip() or done.stdout.strip())
        return done.stdout

    def enrol_all(self) -> None:
        """Add the four people, enrol their laptops, sign the roster."""
        for actor in ACTORS:
            person = self.office.add(actor.name, *actor.roles)
            self.sohop(actor, "enrol", link(self.office.invite(person, self.hub.url)))
        self.office.sign_roster()

    def publish(self, folder: Path) -> None:
        """Submit, approve and publish a packet folder."""
        self.sohop(SECRETARY, "packet", "submit", folder)
        self.sohop(APPROVER, "packet", "approve", MEETING, "--yes")
        self.sohop(SECRETARY, "packet", "publish", MEETING)

    def close(self) -> None:
        """Stop the hub."""
        self.hub.stop()


def set_stage(root: Path) -> Stage:
    """A new office with a running hub; nobody is enrolled yet."""
    office = make_office(root)
    return Stage(root, office, start_hub(office.folder))


def sample_folder(root: Path, version: int = 1) -> Path:
    """The sample packet of a version, moved in time so that its meeting is two and a half weeks from now."""
    folder = root / f"sample-v{version}"
    maker = resource("sample/make_sample.py")
    subprocess.run([sys.executable, maker, "--copy", str(version), "--out", folder], check=True)
    shift(folder / "packet.toml")
    return folder


def shift(packet: Path) -> None:
    """Move every moment in a sample ``packet.toml`` by whole days: voting is open whenever the demo runs."""
    now = datetime.now(SAMPLE_DAY.tzinfo)
    days = timedelta(days=(now - SAMPLE_DAY).days + 18)
    lines = []
    for line in packet.read_text("utf-8").splitlines():
        key, sign, value = line.partition(" = ")
        if sign and key.strip() in {"starts", "ends", "opens", "until"}:
            moved = datetime.fromisoformat(value.split("#")[0].strip()) + days
            line = f"{key} = {moved.isoformat()}"
        lines.append(line)
    packet.write_text("\n".join(lines) + "\n", "utf-8")


def temporary_root() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes away in the end."""
    return tempfile.TemporaryDirectory(prefix="sohop-demo-")
