"""What the benchmarks share: the table, the JSON, the machine's description."""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


@dataclass(frozen=True)
class Figure:
    """One measured value beside its goal. ``holds`` is None where there is no goal."""

    name: str
    value: float
    unit: str
    goal: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the goal is reached (all goals here are upper bounds)."""
        return None if self.goal is None else self.value <= self.goal


def arguments(description: str) -> argparse.Namespace:
    """``--json``, ``--runs N``, ``--small`` (tiny inputs, to try the benchmark itself)."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--small", action="store_true")
    return parser.parse_args()


def median_ms(runs: int, work: Callable[[], object]) -> float:
    """The median time of ``work`` in milliseconds."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def show(title: str, figures: Sequence[Figure], left_out: str, *, as_json: bool) -> None:
    """The table for people, or a list of {name, value, unit, goal, holds}."""
    if as_json:
        print(json.dumps([asdict(f) | {"holds": f.holds} for f in figures], indent=1))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title)
    for column in ("what", "value", "goal", "holds"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for figure in figures:
        goal = "" if figure.goal is None else f"≤ {figure.goal:g} {figure.unit}"
        held = {None: "", True: "yes", False: "NO"}[figure.holds]
        table.add_row(figure.name, f"{figure.value:.2f} {figure.unit}", goal, held)
    console = Console()
    console.print(table)
    console.print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    console.print(f"Left out: {left_out}")
