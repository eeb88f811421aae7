"""A room casts at once, the hub's writer takes ballots one by one and many at a time, and votes are proved.

100, then 1,000 delegates press within ten seconds. Each has a laptop that listens to the hub and talks to it,
on two TLS lines; in a second round each line was cut just before, and is opened anew at the press.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import _commit
import _proving
from _casting import ballot_of, cast
from _common import Bound, Figure, Grid, arguments, show
from _room import Hub, Room
from support.council import Council, convene
from support.meetings import make_motion

from sync.model.rules import Timing

SECONDS = 10.0
_ALONE = 500
"""Ballots handed to the writer one after another, each when the one before is on disk."""
_REPLACED = 4
"""Ballots of each delegate that wait for the writer at once."""


def main() -> None:
    """Cast, and count what the closing counted."""
    options = arguments(__doc__ or "", runs=3)
    rooms = (8,) if options.small else (100, 1_000)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        for delegates in rooms:
            folder = Path(name) / str(delegates)
            folder.mkdir()
            # Two are cast over the line when the chair has opened them, two go to the writer alone.
            strict = [make_motion(Timing.STRICT), make_motion(Timing.STRICT)]
            council = convene(folder, delegates, [*strict, make_motion(), make_motion()])
            try:
                figures += asyncio.run(_room(council, SECONDS / (5 if options.small else 1)))
            finally:
                council.leave()
        figures += _writer(council)
    sizes = (100, 1_000) if options.small else (100, 1_000, 10_000, 100_000)
    proving, grid = _proving_grid(sizes, options.runs)
    show(
        "A room casts at once",
        [*figures, *(figure for figure in proving if figure.goal is not None)],
        "a line with delays; the laptop's own work from the finger to the bytes; all laptops share the hub's "
        "cores. Proofs: one core, files of the form `named`, in memory",
        as_json=options.json,
        grid=grid,
        in_grid=[figure for figure in proving if figure.goal is None],
    )


async def _room(council: Council, seconds: float) -> list[Figure]:
    who = f"{len(council.voters)} delegates"
    room = Room(
        Hub(council.hub.url, council.office.ca_path.read_text("ascii")), council.voters, council.secretary
    )
    figures: list[Figure] = []
    try:
        await room.connect()
        for connected, motion in zip((True, False), council.motions, strict=False):
            _, told = await room.news(partial(council.open, motion))
            if connected:
                figures.append(Figure(f"{who}: opened → on the last laptop", 1000 * max(told), "ms"))
            figures += await cast(
                council, room, motion, seconds, who, pid=council.hub.pid, connected=connected
            )
    finally:
        room.close()
    return figures


def _writer(council: Council) -> list[Figure]:
    """The last town's hub is stopped; its writer gets ballots on the motions that are left."""
    chance = random.Random(8)
    third, fourth = council.motions[2:]
    one_by_one = [ballot_of(council.packet, laptop, third, chance) for laptop in council.voters[:_ALONE]]
    together = [
        ballot_of(council.packet, laptop, fourth, chance, number)
        for number in range(1, _REPLACED + 1)
        for laptop in council.voters
    ]
    single, grouped = _commit.measure(council.office.folder, one_by_one, together)
    return [
        Figure("one durable write of this disk", _commit.disk_ms(council.office.folder), "ms"),
        Figure("the writer, one ballot after another", 1 / single.each_s, "ballots/s"),
        Figure("the writer, all ballots waiting", 1 / grouped.each_s, "ballots/s"),
        Figure(
            "group commit against single commits", single.each_s / grouped.each_s, "×", 10.0, Bound.AT_LEAST
        ),
        Figure("the writer's processor time a ballot, one after another", 1000 * single.cpu_s, "ms"),
        Figure("the writer's processor time a ballot, all waiting", 1000 * grouped.cpu_s, "ms"),
    ]


def _proving_grid(sizes: Sequence[int], runs: int) -> tuple[list[Figure], Grid]:
    """One column for each number of ballots."""
    rows: dict[str, list[str]] = {}
    figures = [figure for size in sizes for figure in _proving.measure(size, runs)]
    for figure in figures:
        rows.setdefault(figure.name.rsplit(",", 1)[0], []).append(f"{figure.value:.3g} {figure.unit}")
    columns = ("ballots", *(f"{size:,}" for size in sizes))
    return figures, Grid("Proving a vote", columns, tuple((name, *values) for name, values in rows.items()))


if __name__ == "__main__":
    main()
