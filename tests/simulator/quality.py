"""How bad a line is, what went over it, and which of its segments are lost."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

SEGMENT = 1_460
"""Bytes of one TCP segment on an Ethernet: what is lost, is lost in such pieces."""


@dataclass(frozen=True)
class Quality:
    """How bad a line is. Seconds and bytes; the default is a perfect line.

    ``rate`` (bytes a second, each way) is shared by all connections: one queue of ``buffer`` bytes, first in,
    first out. ``window`` is what one connection has under way and not yet acknowledged, as TCP bounds it.
    A lost segment holds up its own connection for one retransmission timeout, drawn from ``stall``.
    Cuts reset every connection; bytes are counted over both directions, from ``BadLine.become`` on.
    """

    rate: float | None = None
    delay: float = 0.0
    """One way."""
    jitter: float = 0.0
    """At most so much more delay; a connection's bytes stay in order."""
    loss: float = 0.0
    stall: tuple[float, float] = (0.2, 1.0)
    buffer: int = 8 * 1024
    window: int = 16 * 1024
    cut_every: int | None = None
    cut_at: tuple[int, ...] = ()
    cut_times: tuple[float, ...] = ()
    outage: float = 0.0
    """Nobody can connect for so long after a cut."""
    seed: int = 1

    def faster(self, factor: float) -> Quality:
        """The same line in quick motion: rate × ``factor``, every time ÷ ``factor``, bytes as they are."""
        return replace(
            self,
            rate=None if self.rate is None else self.rate * factor,
            delay=self.delay / factor,
            jitter=self.jitter / factor,
            stall=(self.stall[0] / factor, self.stall[1] / factor),
            cut_times=tuple(at / factor for at in self.cut_times),
            outage=self.outage / factor,
        )


@dataclass(frozen=True)
class Count:
    """What went over the line, as the client's sockets see it."""

    up: int = 0
    down: int = 0
    connections: int = 0
    cuts: int = 0

    @property
    def both(self) -> int:
        """Bytes up and down."""
        return self.up + self.down

    def __sub__(self, earlier: Count) -> Count:
        return Count(
            self.up - earlier.up,
            self.down - earlier.down,
            self.connections - earlier.connections,
            self.cuts - earlier.cuts,
        )


class Losses:
    """Which segments of one stream are lost: the same seed loses the same bytes, however they are read."""

    def __init__(self, seed: str) -> None:
        self._chance = random.Random(seed)
        self._taken = 0

    def held(self, size: int, quality: Quality) -> float:
        """Seconds that losses among the next ``size`` bytes cost; one draw a segment that begins in them."""
        first, last = -(-self._taken // SEGMENT), -(-(self._taken + size) // SEGMENT)
        self._taken += size
        return sum(
            self._chance.uniform(*quality.stall) if self._chance.random() < quality.loss else 0.0
            for _ in range(first, last)
        )
