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
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The project's own parts, and what tests and benchmarks share.
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]


class Bound(StrEnum):
    """On which side of its goal a value shall be."""

    AT_MOST = "≤"
    AT_LEAST = "≥"


@dataclass(frozen=True)
class Figure:
    """One measured value beside its goal. ``holds`` is None where there is no goal."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    bound: Bound = Bound.AT_MOST

    @property
    def holds(self) -> bool | None:
        """Whether the goal is reached."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.bound is Bound.AT_MOST else self.value >= self.goal


@dataclass(frozen=True)
class Grid:
    """A table of values side by side, for people."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def arguments(description: str, *flags: str, runs: int = 5) -> argparse.Namespace:
    """``--json``, ``--runs N``, ``--small`` (tiny inputs, to try the benchmark itself), and more flags."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=runs)
    parser.add_argument("--small", action="store_true")
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    return parser.parse_args()


def median_ms(runs: int, work: Callable[[], object]) -> float:
    """The median time of ``work`` in milliseconds."""
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def show(
    title: str,
    figures: Sequence[Figure],
    left_out: str,
    *,
    as_json: bool,
    grid: Grid | None = None,
    in_grid: Sequence[Figure] = (),
) -> None:
    """The tables for people, or a list of {name, value, unit, goal, bound, holds}.

    ``in_grid`` are figures that people find in ``grid``.
    """
    if as_json:
        shown = [asdict(f) | {"holds": f.holds} for f in (*in_grid, *figures)]
        print(json.dumps(shown, indent=1, ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 150)
    if grid is not None:
        side_by_side = Table(title=grid.title)
        for number, column in enumerate(grid.columns):
            side_by_side.add_column(column, justify="left" if number == 0 else "right")
        for row in grid.rows:
            side_by_side.add_row(*row)
        console.print(side_by_side)
    table = Table(title=title)
    for column in ("what", "value", "goal", "holds"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for figure in figures:
        goal = "" if figure.goal is None else f"{figure.bound} {figure.goal:g} {figure.unit}"
        held = {None: "", True: "yes", False: "NO"}[figure.holds]
        table.add_row(figure.name, f"{figure.value:.2f} {figure.unit}", goal, held)
    console.print(table)
    console.print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    console.print(f"Left out: {left_out}")
