"""The day's office: its hub, the line of its secretary, who sits before which window, and the report."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from journeys.office_day.crowd import Crowd
from journeys.office_day.votes import Vote, votes
from simulator.bad_line import BadLine
from support.town import PASSPHRASE

from tools.demo.person import Person
from tools.demo.report import Report
from tools.demo.stage import Actor, Stage
from tools.demo.stage import CommandFailedError as CommandFailedError
from tools.office import make_office, start_hub


@dataclass
class Day:
    """Everything of it. ``window`` opens a window; ``files`` is where papers go."""

    root: Path
    pictures: Path
    stage: Stage
    line: BadLine
    starts: datetime
    crowd: Crowd = field(default_factory=Crowd)
    report: Report = field(default_factory=Report)
    windows: dict[str, Person] = field(default_factory=dict)
    votes: list[Vote] = field(default_factory=list)
    meeting: str = ""

    @property
    def files(self) -> Path:
        """Papers that were taken out."""
        return self.root / "giay-to"

    def window(self, name: str) -> Person:
        """That person's window, before which they sit."""
        if name not in self.windows:
            platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
            person = self.windows[name] = Person(self.root / name, self.pictures, platform)
            person.ask("unlock", PASSPHRASE)
        return self.windows[name]

    def leave(self, *names: str) -> None:
        """They close their windows."""
        for name in names or tuple(self.windows):
            self.windows.pop(name).leave()

    def sohop(self, name: str, *words: object) -> str:
        """A command on that person's laptop, whose window is closed."""
        return self.stage.sohop(Actor(name, name, ()), *words)

    def shoot(self, what: str, *names: str) -> None:
        """Windows as they are now."""
        for name in names:
            self.window(name).ask("shoot", f"{what}-{name.split()[-1]}")


@contextmanager
def a_day(root: Path, pictures: Path) -> Iterator[Day]:
    """An office with nobody in it, whose meeting begins today."""
    office = make_office(root)
    stage = Stage(root, office, start_hub(office.folder))
    starts = datetime.now().astimezone().replace(minute=0, second=0, microsecond=0)
    until = (starts + timedelta(days=1)).replace(hour=17)
    day: Day | None = None
    try:
        with BadLine(stage.hub.url) as line:
            day = Day(root, pictures, stage, line, starts, votes=votes(until))
            day.files.mkdir()
            try:
                yield day
            finally:
                for person in day.windows.values():
                    person.kill()
                day.crowd.close()
    finally:
        stage.close()
        if day is not None:
            day.report.write(pictures / "report.json")
