"""The hub's writer alone: ballots handed in one after another, and many waiting at once, on the same disk."""

from __future__ import annotations

import os
import statistics
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from sync.hub.batch import Act
from sync.hub.hub import open_hub
from sync.hub.intake import read_events
from sync.wire.envelope import Envelope
from sync.wire.messages import Outcome


@dataclass
class Rate:
    """Of one way to hand in, a ballot."""

    each_s: float = 0.0
    cpu_s: float = 0.0


def measure(folder: Path, one_by_one: Sequence[Envelope], together: Sequence[Envelope]) -> tuple[Rate, Rate]:
    """Seconds a ballot both ways. The hub of this folder is not running; signatures are looked at before."""
    hub = open_hub(folder, tls=False)
    try:
        with hub.database.read() as connection:
            tenant = hub.recorder.tenant
            singles = read_events(connection, one_by_one, tenant, hub.packets)
            many = read_events(connection, together, tenant, hub.packets)
        acts = [[act for act in read if isinstance(act, Act)] for read in (singles, many)]

        with _timed(len(acts[0])) as single:
            for act in acts[0]:
                _recorded(hub.ledger.submit([act]).result())
        full = threading.Event()
        held = hub.ledger.change(lambda connection, now: full.wait())
        futures = [hub.ledger.submit([act]) for act in acts[1]]
        with _timed(len(acts[1])) as grouped:
            full.set()  # nobody else runs now, as nobody does above
            futures[-1].result()
        held.result()
        for future in futures:
            _recorded(future.result())
        return single, grouped
    finally:
        hub.close()


def disk_ms(folder: Path, times: int = 100) -> float:
    """What it takes this disk to make 4 KiB durable, as the median."""
    taken = []
    with (folder / "durable").open("wb") as file:
        for _ in range(times):
            file.write(os.urandom(4096))
            file.flush()
            began = perf_counter()
            os.fsync(file.fileno())
            taken.append(1000 * (perf_counter() - began))
    return statistics.median(taken)


@contextmanager
def _timed(count: int) -> Iterator[Rate]:
    rate = Rate()
    cpu, wall = process_time(), perf_counter()
    yield rate
    rate.each_s = (perf_counter() - wall) / count
    rate.cpu_s = (process_time() - cpu) / count


def _recorded(answers: object) -> None:
    (outcome,) = answers
    assert isinstance(outcome, Outcome), outcome
