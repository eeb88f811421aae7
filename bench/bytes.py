"""Bytes for a revised document: ours beside rsync, zstd --patch-from and the whole file.

``--local`` leaves out hub and engine: only what the document itself costs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from _common import Figure, Grid, arguments, show

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _revisions import PRODUCERS, report, revisions
from _town import Desk, Reader, enrol, write_packet
from simulator.bad_line import BadLine
from support.town import town
from sync.wire.patch import cut_patch, make

from sync.wire.chunks import cut

_FRAME = 4
_SHARE = 1.1


@dataclass(frozen=True)
class Pair:
    """A document and what became of it."""

    producer: str
    revision: str
    base: bytes
    target: bytes

    @property
    def name(self) -> str:
        """For the tables."""
        return f"{self.producer}, {self.revision}"


@dataclass(frozen=True)
class Cost:
    """Bytes, None where the peer is not installed."""

    pair: Pair
    chunks: int
    patch: int
    rsync: int | None
    zstd: dict[int, int]
    round: int | None

    @property
    def ours(self) -> int:
        """What the engine chooses, as frames of a stream."""
        return min(self.chunks, self.patch)

    @property
    def better(self) -> int | None:
        """The better peer."""
        found = [*self.zstd.values(), *([] if self.rsync is None else [self.rsync])]
        return min(found) if found else None


def main() -> None:
    """Measure five revisions by two producers."""
    options = arguments(__doc__ or "", "--local", runs=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pairs = _pairs(6, every=4) if options.small else _pairs(60)
        rounds = [None] * len(pairs) if options.local else _rounds(folder, pairs)
        levels = (3,) if options.small else (3, 19)
        costs = [
            _cost(folder / str(number), pair, taken, levels)
            for number, (pair, taken) in enumerate(zip(pairs, rounds, strict=True))
        ]
    lacking = [each for each in ("rsync", "zstd") if shutil.which(each) is None]
    left_out = (
        "how long each takes; rsync's own start and ssh; for zstd everything but the patch itself. "
        "“Round”: all bytes up and down of one sync through TLS on a kept connection, with the new "
        "manifest, its signatures, and the digests of all chunks"
    )
    if lacking:
        left_out += f". Not installed: {', '.join(lacking)}"
    show(
        "Bytes for a revision, beside the better of rsync and zstd",
        _ratios(costs),
        left_out,
        as_json=options.json,
        grid=_grid(costs),
        in_grid=_figures(costs),
    )


def _pairs(pages: int, every: int = 1) -> list[Pair]:
    """All revisions by all producers, or every so many of them."""
    wanted = [(producer, revision) for producer in PRODUCERS for revision in revisions(0)]
    found = []
    for number, (producer, revision) in list(enumerate(wanted))[::every]:
        # Another text each time: no revision may profit from what came with an earlier one.
        content, make_pdf = report(number, pages), PRODUCERS[producer]
        base = make_pdf(content)
        found.append(Pair(producer, revision, base, revisions(number)[revision](content, make_pdf, base)))
    return found


def _rounds(folder: Path, pairs: Sequence[Pair]) -> list[int]:
    """Up and down, by the laptop that has the first version, for the round that brings the second."""
    found = []
    with town(folder / "town") as place, BadLine(place.hub.url) as line:
        profile = enrol(place.office, "reader", line.url)
        desk, reader = Desk(place), Reader(profile)
        try:
            for number, pair in enumerate(pairs):
                packet = folder / "packet"
                meeting = desk.publish(write_packet(packet, f"hop-{number}", {f"d-{number}": pair.base}))
                reader.round()
                assert reader.complete(meeting)
                desk.publish(write_packet(packet, meeting, {f"d-{number}": pair.target}))
                before = line.count
                reader.round()
                found.append((line.count - before).both)
                assert reader.complete(meeting, version=2)
        finally:
            reader.close()
            desk.close()
    return found


def _cost(folder: Path, pair: Pair, taken: int | None, levels: Sequence[int]) -> Cost:
    has = {chunk.digest for chunk in cut(pair.base)}
    lacking = {chunk.digest: chunk.size for chunk in cut(pair.target) if chunk.digest not in has}
    pieces = cut_patch(make(pair.base, pair.target))
    return Cost(
        pair=pair,
        chunks=sum(lacking.values()) + _FRAME * len(lacking),
        patch=sum(chunk.size + _FRAME for chunk, _ in pieces),
        rsync=_rsync(folder, pair),
        zstd=_zstd(folder, pair, levels),
        round=taken,
    )


def _rsync(folder: Path, pair: Pair) -> int | None:
    """Both ways through its pipe, checksums and file list included."""
    program = shutil.which("rsync")
    if program is None:
        return None
    for name, data in (("new", pair.target), ("old", pair.base)):
        (folder / name).mkdir(parents=True)
        (folder / name / "document.pdf").write_bytes(data)
    command = [
        program,
        "--no-whole-file",
        "--ignore-times",
        "--stats",
        "new/document.pdf",
        "old/document.pdf",
    ]
    done = subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}
    )
    assert (folder / "old/document.pdf").read_bytes() == pair.target
    counts = re.findall(r"Total bytes (?:sent|received): ([\d,]+)", done.stdout)
    assert len(counts) == 2, done.stdout
    return sum(int(count.replace(",", "")) for count in counts)


def _zstd(folder: Path, pair: Pair, levels: Sequence[int]) -> dict[int, int]:
    program = shutil.which("zstd")
    if program is None:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "base.pdf").write_bytes(pair.base)
    (folder / "target.pdf").write_bytes(pair.target)
    found = {}
    for level in levels:
        command = [program, "-q", "-f", f"-{level}", "--patch-from=base.pdf", "target.pdf", "-o", "patch"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        found[level] = (folder / "patch").stat().st_size
    return found


def _figures(costs: Sequence[Cost]) -> list[Figure]:
    figures = []
    for cost in costs:
        name = cost.pair.name
        found = {"document’s bytes": cost.ours, "whole round": cost.round, "rsync": cost.rsync}
        found |= {f"zstd -{level}": size for level, size in cost.zstd.items()}
        found["whole file"] = len(cost.pair.target)
        figures += [Figure(f"{name}: {what}", size, "B") for what, size in found.items() if size is not None]
    return figures


def _ratios(costs: Sequence[Cost]) -> list[Figure]:
    figures = []
    for cost in costs:
        if cost.better is None:
            continue
        figures.append(Figure(f"{cost.pair.name}: document", cost.ours / cost.better, "×", _SHARE))
        if cost.round is not None and cost.rsync is not None:
            # Of the two only rsync is a protocol: the other is a file that somebody still has to bring.
            name = f"{cost.pair.name}: whole round beside rsync"
            figures.append(Figure(name, cost.round / cost.rsync, "×", _SHARE))
    return figures


def _grid(costs: Sequence[Cost]) -> Grid:
    levels = sorted({level for cost in costs for level in cost.zstd})
    columns = (
        "revision",
        "chunks",
        "patch",
        "round",
        "rsync",
        *(f"zstd -{level}" for level in levels),
        "whole",
    )
    rows = []
    for cost in costs:
        values = [cost.chunks, cost.patch, cost.round, cost.rsync]
        values += [cost.zstd.get(level) for level in levels] + [len(cost.pair.target)]
        rows.append((cost.pair.name, *("–" if value is None else f"{value:,}" for value in values)))
    return Grid("Bytes of five revisions by two producers", columns, tuple(rows))


if __name__ == "__main__":
    main()
