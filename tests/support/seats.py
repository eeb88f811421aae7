"""Laptops on machines of their own (``support.networks``): programs that are told what their people do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]


class Seat:
    """One laptop. ``ask`` and ``answer`` in two steps, so that several do something at once."""

    def __init__(self, profile: Path, within: Sequence[str]) -> None:
        self.name = profile.name
        self.log_path = profile.with_name(f"{profile.name}.log")
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(_ROOT), str(_ROOT / "tests")))}
        with self.log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [*within, sys.executable, "-m", "support.room_laptop", str(profile)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment,
            )

    def do(self, what: str, **arguments: Any) -> Any:
        """Have it done; what came of it. Raises ``AssertionError`` with what the laptop raised."""
        self.ask(what, **arguments)
        return self.answer()

    def ask(self, what: str, **arguments: Any) -> None:
        """Say what to do."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([what, arguments]) + "\n")
        self._process.stdin.flush()

    def answer(self) -> Any:
        """What came of the first that was not answered yet."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError(f"{self.name} ended: {self.log_path.read_text('utf-8')[-2000:]}")
        answer = json.loads(line)
        assert "gave" in answer, f"{self.name}: {answer['failed']}"
        return answer["gave"]

    def close(self) -> None:
        """It stops talking, locks its book and ends."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


def together(seats: Iterable[Seat], what: str, **arguments: Any) -> list[Any]:
    """All do the same at once."""
    asked = list(seats)
    for seat in asked:
        seat.ask(what, **arguments)
    return [seat.answer() for seat in asked]
