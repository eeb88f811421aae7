"""Ten minutes of a newcomer's mouse and keys on the real program: does it complain, does it grow.

The program is started as a person starts it and gets nothing but X events (xdotool): it is unlocked, a
meeting and its documents are opened, read, jumped through, zoomed, searched, selected from, marked, shown on
the whole screen, and locked now and then. Whatever it writes to standard error is counted. Memory is that of
window and PDF children together, after each round at the same place: page 1 of the first document.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from _common import ROOT, Figure, arguments, show
from _documents import scan, text

from sync.wire.invitation import link
from tools.demo.stage import ACTORS, DELEGATE, Stage, sample_folder, set_stage, temporary_root

SIZE = (1366, 768)
_TITLE = 20
"""Of the window's frame."""
PASSPHRASE = "con suoi chay qua ban"
"""xdotool types no Vietnamese letters."""
PAUSE = 0.25
MINUTES = 10.0
GROWTH_MB = 20.0
"""From the second round to the last ones."""
MORE = """
[[item]]
id = "dai"
number = "99"
title = "Tài liệu dài"

[[item.document]]
id = "dai"
file = "dai.pdf"
name = "Báo cáo dài"
summary = "300 trang chữ"
urgency = "thường"

[[item.document]]
id = "quet"
file = "quet.pdf"
name = "Bản quét"
summary = "Bản quét 40 MB"
urgency = "thường"
"""


def main() -> None:
    """Drive it for ten minutes; ``--small`` for one round."""
    options = arguments(__doc__ or "", runs=1)
    if missing := [one for one in ("Xvfb", "openbox", "xdotool") if shutil.which(one) is None]:
        print(f"Left out: not here: {', '.join(missing)} (Debian: xvfb openbox xdotool)")
        return
    with temporary_root() as folder, _screen() as display:
        root = Path(folder)
        stage = set_stage(root)
        try:
            _prepare(stage, root, small=options.small)
            figures = _drive(stage, display, root, 0.0 if options.small else MINUTES)
        finally:
            stage.close()
    left_out = "touch and pen; a second monitor"
    show("Ten minutes of mouse and keys", figures, left_out, as_json=options.json)


def _prepare(stage: Stage, root: Path, *, small: bool) -> None:
    for actor in ACTORS:
        person = stage.office.add(actor.name, *actor.roles)
        words = {"passphrase": PASSPHRASE} if actor is DELEGATE else {}
        stage.sohop(actor, "enrol", link(stage.office.invite(person, stage.hub.url)), **words)
    stage.office.sign_roster()
    packet = sample_folder(root)
    text(packet / "dai.pdf", 30 if small else 300)
    scan(packet / "quet.pdf", 4 if small else 40)
    with (packet / "packet.toml").open("a", encoding="utf-8") as file:
        file.write(MORE)
    stage.publish(packet)


class Person:
    """Somebody at the window: mouse, keys, and eyes that look once in a while."""

    def __init__(self, display: str, seed: int = 3) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._chance = random.Random(seed)
        self.acts = 0

    def keys(self, *names: str, pause: float = PAUSE) -> None:
        """Press one after another."""
        for name in names:
            self._do("key", "--clearmodifiers", name)
            _look(pause)

    def types(self, words: str) -> None:
        """Type plain letters and Enter."""
        self._do("type", "--delay", "30", words)
        self.keys("Return")

    def click(self, x: float, y: float, button: int = 1, times: int = 1) -> None:
        """At a share of the screen."""
        self._do("mousemove", *self._at(x, y), "click", "--repeat", str(times), "--delay", "60", str(button))
        _look(PAUSE)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """With the left button, in a few steps."""
        self._do("mousemove", *self._at(*start), "mousedown", "1")
        for step in range(1, 9):
            share = step / 8
            at = tuple(a + (b - a) * share for a, b in zip(start, end, strict=True))
            self._do("mousemove", *self._at(*at))
            _look(0.03)
        self._do("mouseup", "1")
        _look(PAUSE)

    def looks(self, path: Path) -> None:
        """A picture of the whole screen."""
        if shutil.which("import") is not None:
            command = ["import", "-window", "root", str(path)]
            subprocess.run(command, env=self._environment, check=True, capture_output=True)

    def fills_screen(self) -> None:
        """Make the window as large as the screen."""
        found = ("search", "--sync", "--onlyvisible", "--name", "Sổ Họp")
        self._do(*found, "windowmove", "0", "0", "windowsize", str(SIZE[0]), str(SIZE[1] - _TITLE))
        _look(1)

    def one_of(self, count: int) -> int:
        """By chance, from 0."""
        return self._chance.randrange(count)

    def _at(self, x: float, y: float) -> tuple[str, str]:
        return str(round(x * SIZE[0])), str(round(y * SIZE[1]))

    def _do(self, *words: str) -> None:
        self.acts += 1
        subprocess.run(["xdotool", *words], env=self._environment, check=True, capture_output=True)


CARD = (0.655, 0.36)
"""The first meeting of the shelf."""
ROWS = ((0.13, 0.25), (0.13, 0.43))
"""Documents in the agenda."""
PAGE = (0.45, 0.55)
"""A point of the page."""


def _round(person: Person, long: int, count: int) -> None:
    """One look at everything, in the order in which people try things."""
    person.keys(f"ctrl+{long}", pause=0.8)
    person.click(*PAGE)
    person.keys("Page_Down", "Page_Down", "space", "Down", "Down", "Up", "Right", "Right", "Left")
    for _ in range(3):
        person.click(*PAGE, button=5, times=8)
    person.click(*PAGE, button=4, times=4)
    person.keys("ctrl+g")
    person.types(str(1 + person.one_of(count)))
    person.keys("alt+Left", "alt+Right", "End", "Home")
    person.keys("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+minus", "p", "w", "t", "ctrl+0")
    person.keys("r", "shift+r")
    person.keys("ctrl+f")
    person.types(("words of", "report", "khong co", "29 44")[person.one_of(4)])
    _look(0.5)
    person.keys("F3", "F3", "shift+F3", "Escape")
    person.click(*PAGE, times=2)
    person.keys("shift+Right", "shift+Down", "ctrl+c", "Escape")
    person.drag((0.36, 0.40), (0.56, 0.52))
    person.keys("h")
    person.keys("ctrl+z", "ctrl+y", "ctrl+z")
    person.keys("F9", pause=0.6)
    person.click(0.27, 0.5, button=5, times=6)
    person.click(0.27, 0.5)
    person.keys("F9")
    person.keys("F11", "Page_Down", "Page_Down", "F11", pause=0.5)
    person.keys("F5", "Page_Down", "Right", "Left", "Escape", pause=0.5)
    person.keys("ctrl+Tab", "ctrl+Tab", "ctrl+shift+Tab", pause=0.5)


def _drive(stage: Stage, display: str, root: Path, minutes: float) -> list[Figure]:
    log = root / "window.log"
    pictures = ROOT / "build/hands"
    pictures.mkdir(parents=True, exist_ok=True)
    person = Person(display)
    memory: list[float] = []
    with log.open("wb") as out:
        program = subprocess.Popen(
            [sys.executable, "-m", "reader", "--lang", "vi", "--profile", str(stage.profile(DELEGATE))],
            cwd=ROOT,
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        person.fills_screen()
        _unlock(person)
        person.looks(pictures / "shelf.png")
        began = time.monotonic()
        while True:
            _open_all(person, pictures if not memory else None)
            for long in range(1, 5):
                _round(person, long, 30)
                person.looks(pictures / f"round-{long}.png")
            _rest(person)
            memory.append(_memory(program.pid))
            if program.poll() is not None or time.monotonic() - began > minutes * 60:
                break
            person.keys("ctrl+l", pause=3)
            _unlock(person)
        person.looks(pictures / "end.png")
        ended = program.poll()
    finally:
        program.terminate()
        program.wait(20)
    said = log.read_text("utf-8", errors="replace").splitlines()
    print(*said[:40], sep="\n", file=sys.stderr)
    level = statistics.median(memory[-3:]) - memory[min(1, len(memory) - 1)]
    return [
        Figure("lines the program wrote to its log", len(said), "", 0.0),
        Figure("ended by itself (0 = no)", float(ended is not None), "", 0.0),
        Figure("mouse and key events", person.acts, ""),
        Figure("rounds from unlocking to locking", len(memory), ""),
        Figure("memory after the first round", memory[0], "MB"),
        Figure("memory after the last", memory[-1], "MB"),
        Figure("memory of the last three rounds beyond the second", level, "MB", GROWTH_MB),
    ]


def _look(seconds: float) -> None:
    """People look before they go on. Nothing is asked of the program meanwhile: it is only watched."""
    time.sleep(seconds)


def _unlock(person: Person) -> None:
    person.types(PASSPHRASE)
    _look(4)


def _open_all(person: Person, pictures: Path | None) -> None:
    """From the shelf into the meeting, and four of its documents into tabs."""
    person.click(*CARD)
    _look(1.5)
    for row in ROWS:
        person.click(*row)
        _look(1)
    person.keys("End", "Return", pause=1.5)
    person.keys("ctrl+1", pause=1)
    person.click(*ROWS[0])
    person.keys("End", "Up", "Return", pause=1.5)
    if pictures is not None:
        person.looks(pictures / "meeting.png")


def _rest(person: Person) -> None:
    person.keys("ctrl+1", "Home", pause=1)
    _look(3)


def _memory(pid: int) -> float:
    """MB of the program and its children, shared pages counted once."""
    family = [pid]
    for one in family:
        for tasks in Path(f"/proc/{one}/task").glob("*/children"):
            family += [int(child) for child in tasks.read_text().split()]
    total = 0
    for one in family:
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


@contextmanager
def _screen() -> Iterator[str]:
    """A virtual screen of the size of an old laptop's, with nothing on it but the program."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        f"{SIZE[0]}x{SIZE[1]}x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            display = ":" + pipe.readline().strip()
        # Without one nobody gives the keyboard back when a window closes.
        frames = subprocess.Popen(
            ["openbox"],
            env={**os.environ, "DISPLAY": display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield display
        finally:
            frames.terminate()
            frames.wait(10)
    finally:
        server.terminate()
        server.wait(10)


if __name__ == "__main__":
    main()
