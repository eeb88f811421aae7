"""What an exchange costs as the hub and the vault grow: meetings 10 → 10,000, devices 10 → 1,000.

All but ten of the meetings are over and their reading period has ended, as after years of use.
"""

from __future__ import annotations

import math
import os
import statistics
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import msgspec
from _common import Figure, Grid, arguments, show

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _desk import BareOffice, bare_office, cpu_seconds
from _town import Reader, enrol
from simulator.bad_line import BadLine
from support.meetings import Made, make_packet

from sync.model.ids import MeetingId, PersonId
from sync.model.people import Role
from sync.wire.codec import encode_payload

_LIVE = 10
_SLACK = 1.5
"""What is as the logarithm may grow by so much more."""


@dataclass(frozen=True)
class Cost:
    """Of one exchange: milliseconds at both ends, bytes up and down."""

    laptop_ms: float
    hub_ms: float | None
    bytes: float


@dataclass(frozen=True)
class Step:
    """Everything measured at one size."""

    size: int
    idle: Cost
    event: Cost
    begin_ms: dict[str, float]

    def values(self) -> dict[str, tuple[float | None, str]]:
        """By name, with their units."""
        return {
            "idle exchange, laptop": (self.idle.laptop_ms, "ms"),
            "idle exchange, hub’s processor": (self.idle.hub_ms, "ms"),
            "idle exchange, up + down": (self.idle.bytes, "B"),
            "one new event, laptop": (self.event.laptop_ms, "ms"),
            "one new event, hub’s processor": (self.event.hub_ms, "ms"),
            "one new event, up + down": (self.event.bytes, "B"),
            **{f"on the vault, {name}": (value, "ms") for name, value in self.begin_ms.items()},
        }


def main() -> None:
    """Measure both, one step after another in one office each."""
    options = arguments(__doc__ or "", runs=20)
    meetings, devices = ((2, 4, 8), (2, 4)) if options.small else ((10, 100, 1_000, 10_000), (10, 100, 1_000))
    with tempfile.TemporaryDirectory() as name:
        steps = {
            "meetings": _meetings(Path(name) / "m", meetings, options.runs),
            "devices": _devices(Path(name) / "d", devices, options.runs),
        }
    figures = [figure for what, found in steps.items() for figure in _figures(what, found)]
    ratios = [figure for what, found in steps.items() for figure in _ratios(what, found)]
    left_out = (
        "the first sync of a new laptop, which has everything to fetch; opening the vault (bench/start.py). "
        "TLS, connection kept; medians, the hub’s processor time as a mean over all exchanges of a kind"
    )
    show(
        "Growth: the largest beside the smallest, at most as the logarithm",
        ratios,
        left_out,
        as_json=options.json,
        grid=_grid(steps),
        in_grid=figures,
    )


def _meetings(root: Path, sizes: Sequence[int], runs: int) -> list[Step]:
    """One laptop whose person was at all of them."""
    root.mkdir()
    with bare_office(root, tls=True) as office, BadLine(office.hub.url) as line:
        profile = enrol(office.office, "reader", line.url)
        with closing(Reader(profile)) as reader:
            person = reader.person
        steps: list[Step] = []
        first = _packet(office, [person], over=False)
        office.publish([first])
        there = 1
        for size in sizes:
            office.fill([_packet(office, [person], over=number >= _LIVE) for number in range(there, size)])
            there = size
            # Opened anew: the hub was.
            with closing(Reader(profile)) as reader:
                reader.rounds()
                steps.append(_step(size, office, line, reader, first.meeting, runs))
        return steps


def _devices(root: Path, sizes: Sequence[int], runs: int) -> list[Step]:
    """One laptop among so many, all of whose people are called to a meeting."""
    root.mkdir()
    with (
        bare_office(root, tls=True) as office,
        BadLine(office.hub.url) as line,
        closing(Reader(enrol(office.office, "reader", line.url))) as reader,
    ):
        people = [reader.person]
        steps: list[Step] = []
        for size in sizes:
            for number in range(len(people), size):
                with office.enrol(f"Đại biểu {number}", Role.DELEGATE) as other:
                    people.append(other.cert.person)
            packet = _packet(office, people, over=False)
            office.publish([packet])
            reader.rounds()
            steps.append(_step(size, office, line, reader, packet.meeting, runs))
        return steps


def _packet(office: BareOffice, roll: Sequence[PersonId], *, over: bool) -> Made:
    """A meeting with one small document, to come or long over."""
    made = make_packet(office.tenant, roll, size=300)
    if not over:
        return made
    starts = datetime.now(UTC) - timedelta(days=400)
    meeting = msgspec.structs.replace(made.manifest.meeting, starts=starts, ends=starts + timedelta(hours=4))
    manifest = msgspec.structs.replace(
        made.manifest, meeting=meeting, made=starts - timedelta(days=5), lease=starts + timedelta(days=90)
    )
    payload = encode_payload(manifest)
    return Made(manifest, payload, (*made.blobs[:-1], payload), made.documents)


def _step(
    size: int, office: BareOffice, line: BadLine, reader: Reader, meeting: MeetingId, runs: int
) -> Step:
    reader.rounds()
    idle = _cost(office, line, reader, runs, None)
    event = _cost(office, line, reader, runs, meeting)
    begun = [reader.begin() for _ in range(runs)]
    begin = {name: statistics.median(each[name] for each in begun) * 1000 for name in begun[0]}
    return Step(size, idle, event, begin)


def _cost(office: BareOffice, line: BadLine, reader: Reader, runs: int, meeting: MeetingId | None) -> Cost:
    """Rounds with nothing new, or with a private note in ``meeting`` each."""
    times, sizes = [], []
    cpu: float | None = 0.0
    for number in range(runs):
        if meeting is not None:
            reader.note(meeting, f"ghi chú {number}")
        before, spent, began = line.count, cpu_seconds(office.hub.pid), perf_counter()
        reader.round()
        times.append(perf_counter() - began)
        sizes.append((line.count - before).both)
        after = cpu_seconds(office.hub.pid)
        cpu = None if cpu is None or after is None or spent is None else cpu + after - spent
    return Cost(
        laptop_ms=statistics.median(times) * 1000,
        hub_ms=None if cpu is None else cpu * 1000 / runs,
        bytes=statistics.median(sizes),
    )


def _figures(what: str, steps: Sequence[Step]) -> list[Figure]:
    return [
        Figure(f"{step.size} {what}: {name}", value, unit)
        for step in steps
        for name, (value, unit) in step.values().items()
        if value is not None
    ]


def _ratios(what: str, steps: Sequence[Step]) -> list[Figure]:
    first, last = steps[0], steps[-1]
    most = _SLACK * math.log(last.size) / math.log(first.size)
    figures = []
    for name, (value, _) in last.values().items():
        base = first.values()[name][0]
        if value is not None and base is not None:
            figures.append(Figure(f"{what} {first.size} → {last.size}: {name}", value / base, "×", most))
    return figures


def _grid(steps: dict[str, list[Step]]) -> Grid:
    """One column a size."""
    columns = [f"{step.size} {what}" for what, found in steps.items() for step in found]
    rows = []
    for name, (_, unit) in steps["meetings"][0].values().items():
        values = [step.values()[name][0] for found in steps.values() for step in found]
        rows.append((f"{name}, {unit}", *("–" if value is None else f"{value:.1f}" for value in values)))
    return Grid("Cost of an exchange", ("what", *columns), tuple(rows))


if __name__ == "__main__":
    main()
