"""A packet and a ballot over a bad line, beside one resumable download of the same bytes; and an idle sync.

Usual: 60 MB with rate × 20 and every time ÷ 20, the engine's own waits too. ``--slow``: 3 MB as it is.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter, sleep

from _common import Figure, arguments, median_ms, show
from _nginx import Nginx, find_nginx, nginx

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _town import Desk, Reader, enrol, quick_motion, write_packet  # after the path is set
from simulator.bad_line import BadLine
from simulator.quality import Count, Quality
from support.town import Town, town

from sync.hub.hub import Layout
from sync.model.ids import MeetingId
from sync.wire.chunks import AVERAGE

LINE = Quality(rate=16_000, delay=0.15, jitter=0.02, loss=0.05, stall=(0.2, 1.0), cut_every=150_000)
"""128 kbit/s, 300 ms there and back, 5 % of segments lost, a cut every 150 KB."""


@dataclass(frozen=True)
class Trial:
    """What is brought over, in what motion."""

    size: int
    documents: int
    factor: float
    ballots: int

    @property
    def quality(self) -> Quality:
        """The line."""
        return LINE.faster(self.factor)

    def idle(self) -> Quality:
        """The same line with nothing on it: cut as often as the bytes of a download would have it cut."""
        quality = self.quality
        assert quality.cut_every is not None
        assert quality.rate is not None
        every = quality.cut_every / quality.rate
        return replace(quality, cut_every=None, cut_times=tuple(every * n for n in range(1, 500)))


@dataclass(frozen=True)
class Download:
    """One whole download."""

    seconds: float
    count: Count


@dataclass(frozen=True)
class Peer:
    """``curl -C -`` in a loop. Its program's start is no part of the line, and is not in quick motion."""

    plain: Download
    bad: list[Download]
    start: float

    @property
    def seconds(self) -> float:
        """The whole loop."""
        return statistics.median(each.seconds for each in self.bad)

    @property
    def without_starts(self) -> float:
        """What it would take if it went on by itself."""
        return statistics.median(each.seconds - each.count.connections * self.start for each in self.bad)


def main() -> None:
    """Measure the download, the ballot and the idle sync, all through TLS."""
    options = arguments(__doc__ or "", "--slow", runs=1)
    if options.small:
        trial = Trial(size=400_000, documents=8, factor=100, ballots=2)
    elif options.slow:
        trial = Trial(size=3_000_000, documents=40, factor=1, ballots=9)
    else:
        trial = Trial(size=60_000_000, documents=40, factor=20, ballots=25)
    quick_motion(trial.factor)
    with tempfile.TemporaryDirectory() as name, town(Path(name)) as place, BadLine(place.hub.url) as line:
        names = ["plain", "ballots", *(f"bad-{run}" for run in range(options.runs))]
        profiles = {each: enrol(place.office, each, line.url) for each in names}
        meeting = _publish(place, trial)
        plain = _engine(profiles["plain"], line, Quality(), meeting)
        bad = [
            _engine(profiles[f"bad-{run}"], line, replace(trial.quality, seed=run), meeting)
            for run in range(options.runs)
        ]
        figures = _download_figures(trial, plain, bad, _curls(place, trial, options.runs))
        figures += _ballots(profiles["ballots"], profiles["plain"], line, trial, meeting)
        figures += _idle(profiles["plain"], line)
    left_out = (
        "radio and TCP slow start; the connection's first round trip is charged to its first bytes; "
        "a loss is a stall of one retransmission timeout"
    )
    if shutil.which("curl") is None or find_nginx() is None:
        left_out += "; curl or nginx is not installed: no peer"
    show("On a bad line", figures, left_out, as_json=options.json)


def _publish(place: Town, trial: Trial) -> MeetingId:
    """Documents that nothing can compress, and the same bytes in one file for the peer."""
    each = trial.size // trial.documents
    noise = {f"d-{number}": random.Random(number).randbytes(each) for number in range(trial.documents)}
    served = place.root / "served"
    served.mkdir()
    (served / "packet").write_bytes(b"".join(noise.values()))
    desk = Desk(place)
    try:
        return desk.publish(write_packet(place.root / "packet", "hop-do", noise))
    finally:
        desk.close()


def _engine(profile: Path, line: BadLine, quality: Quality, meeting: MeetingId) -> Download:
    """From the engine's start to the last document complete: token, exchange, chunks, blocks on disk."""
    reader = Reader(profile)
    try:
        line.become(quality)
        before, began = line.count, perf_counter()
        reader.start()
        ended = reader.until(lambda: reader.complete(meeting))
        return Download(ended - began, line.count - before)
    finally:
        line.become(Quality())
        reader.close()


def _curls(place: Town, trial: Trial, runs: int) -> Peer | None:
    """``curl -C -`` again and again: on a perfect line, then on the bad one."""
    program = shutil.which("curl")
    with nginx(place.root / "served", Layout(place.office.folder).tls) as server:
        if program is None or server is None:
            return None
        plain = _curl(program, place, server, Quality())
        bad = [_curl(program, place, server, replace(trial.quality, seed=run)) for run in range(runs)]
        start = median_ms(9, lambda: subprocess.run([program, "-V"], check=True, capture_output=True))
        return Peer(plain, bad, start / 1000)


def _curl(program: str, place: Town, server: Nginx, quality: Quality) -> Download:
    target = place.root / "fetched"
    target.unlink(missing_ok=True)
    with BadLine(server.url, quality) as line:
        command = [program, "-q", "-s", "--noproxy", "*", "--cacert", str(place.office.ca_path), "-C", "-"]
        command += ["-o", str(target), f"{line.url}/packet"]
        began = perf_counter()
        while subprocess.run(command, check=False).returncode != 0:
            pass
        seconds = perf_counter() - began
        if target.read_bytes() != (place.root / "served" / "packet").read_bytes():
            raise AssertionError("curl fetched something else")
        return Download(seconds, line.count)


def _download_figures(
    trial: Trial, plain: Download, bad: Sequence[Download], peer: Peer | None
) -> list[Figure]:
    quality = trial.quality
    assert quality.rate is not None
    what = f"{trial.documents} documents, {trial.size / 1e6:g} MB, times ÷ {trial.factor:g}"
    ours = statistics.median(each.seconds for each in bad)
    figures = [
        Figure(f"{what}: the line's rate alone", trial.size / quality.rate, "s"),
        Figure(f"{what}: ours", ours, "s"),
    ]
    if peer is not None:
        figures += [
            Figure(f"{what}: one file by curl -C - in a loop", peer.seconds, "s"),
            Figure(f"{what}: the same without the starts of its program", peer.without_starts, "s"),
            Figure("packet, time beside curl without its starts", ours / peer.without_starts, "×", 1.05),
        ]
    figures += [
        Figure("cuts: ours", statistics.median(each.count.cuts for each in bad), ""),
        Figure("bytes more per cut, handshakes and headers too: ours", _per_cut(plain, bad), "B", AVERAGE),
    ]
    if peer is not None:
        figures += [
            Figure("cuts: curl", statistics.median(each.count.cuts for each in peer.bad), ""),
            Figure("bytes more per cut, the same: curl", _per_cut(peer.plain, peer.bad), "B"),
            Figure("bytes down without cuts beside curl", plain.count.down / peer.plain.count.down, "×"),
        ]
    return figures


def _per_cut(plain: Download, bad: Sequence[Download]) -> float:
    """What came down more than on a perfect line, for each cut."""
    return statistics.median((each.count.down - plain.count.down) / max(1, each.count.cuts) for each in bad)


def _ballots(fetching: Path, complete: Path, line: BadLine, trial: Trial, meeting: MeetingId) -> list[Figure]:
    """Seal → receipt in the vault, with documents coming down and with nothing else on the line."""
    busy = _receipts(fetching, line, trial, trial.quality, meeting, fetching_too=True)
    idle = _receipts(complete, line, trial, trial.idle(), meeting, fetching_too=False)
    return [
        Figure("ballot → receipt, line idle, median", statistics.median(idle) * 1000, "ms"),
        Figure("ballot → receipt, documents coming, median", statistics.median(busy) * 1000, "ms"),
        Figure("ballot → receipt, idle, slowest", max(idle) * 1000, "ms"),
        Figure("ballot → receipt, documents coming, slowest", max(busy) * 1000, "ms"),
        Figure("ballot beside the idle line", statistics.median(busy) / statistics.median(idle), "×", 2.0),
    ]


def _receipts(
    profile: Path, line: BadLine, trial: Trial, quality: Quality, meeting: MeetingId, *, fetching_too: bool
) -> list[float]:
    chance = random.Random(5)
    reader = Reader(profile)
    found = []
    try:
        reader.start()
        if not fetching_too:
            reader.until(lambda: reader.complete(meeting))
        line.become(quality)
        reader.until(lambda: reader.fetched(meeting) > 0)
        for number in range(trial.ballots):
            found.append(reader.ballot(meeting, number))
            # Not in step with the cuts.
            sleep(chance.uniform(1, 8) / trial.factor)
            if fetching_too and reader.complete(meeting):
                break
        return found
    finally:
        line.become(Quality())
        reader.close()


def _idle(profile: Path, line: BadLine) -> list[Figure]:
    """Bytes of a round in which nothing is new."""
    reader = Reader(profile)
    try:
        reader.round()
        kept = []
        for _ in range(5):
            before = line.count
            reader.round()
            kept.append((line.count - before).both)
    finally:
        reader.close()
    reader = Reader(profile)
    try:
        before = line.count
        reader.round()
        cold = line.count - before
    finally:
        reader.close()
    return [
        Figure("idle sync, up + down, connection kept", statistics.median(kept), "B", 600),
        Figure("idle sync, up + down, cold: TLS, token and all", cold.both, "B"),
    ]


if __name__ == "__main__":
    main()
