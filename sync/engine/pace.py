"""How fast the line is, how much to ask of it at a time, and how much of it this program may use."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from sync.wire.messages import MAX_UPLOAD

SMOOTHED_S = 15.0
"""What came so long ago counts e times less."""
_ENOUGH_S = 0.5
"""A shorter look tells nothing of a line."""

AIM_S = 90.0
"""Seconds of line in one request: between two of them the line is idle for a round trip of up to 1.5 s, and
that is to be less than 2 % of the time. No less for an urgent need: streams are stopped in the middle."""
SMALLEST_REQUEST = 256 * 1024
LARGEST_REQUEST = 16 * 1024 * 1024
"""Bytes: 4,096 chunks (``MAX_CHUNKS_A_REQUEST``) of the smallest size."""

BATCH_S = 10.0
"""Seconds of line in one upload: what a cut can leave unacknowledged."""
SMALLEST_BATCH = 64 * 1024

SLOWEST_CAP = 1024
_BURST_S = 0.5
"""What was not used of a cap may be made up for, but no longer ago than this."""


class Rate:
    """Bytes a second, smoothed over time rather than over requests: it decays while nothing comes.

    Any thread may read it. Time counts only between ``begin`` and ``end``.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last: float | None = None
        self._level = 0.0
        self._weight = 0.0
        """How much of the smoothing has been seen: the first seconds count as what they are."""

    def begin(self) -> None:
        """Something is coming from now on."""
        with self._lock:
            self._age()
            self._last = self._clock()

    def end(self) -> None:
        """Nothing is expected to come: the rate stays as it is."""
        with self._lock:
            self._age()
            self._last = None

    def add(self, size: int) -> None:
        """So many bytes came."""
        with self._lock:
            self._age()
            self._level += size / SMOOTHED_S

    def value(self) -> float | None:
        """Bytes a second; None before there is enough to tell."""
        with self._lock:
            self._age()
            enough = self._weight >= 1 - math.exp(-_ENOUGH_S / SMOOTHED_S)
            return self._level / self._weight if enough else None

    def _age(self) -> None:
        if self._last is None:
            return
        now = self._clock()
        kept = math.exp(-(now - self._last) / SMOOTHED_S)
        self._last = now
        self._level *= kept
        self._weight = self._weight * kept + 1 - kept


def request_size(rate: float | None) -> int:
    """Bytes to ask for in one stream over a line of so many bytes a second."""
    return min(LARGEST_REQUEST, max(SMALLEST_REQUEST, int(AIM_S * (rate or 0.0))))


@dataclass
class Batches:
    """How many bytes go up in one request, learned from the line."""

    size: int = SMALLEST_BATCH

    def learn(self, sent: int, seconds: float) -> None:
        """``sent`` bytes were acknowledged after so long. Small ones tell of the delay, not of the rate."""
        if sent >= self.size // 2:
            fits = int(sent / max(seconds, 0.001) * BATCH_S)
            self.size = min(MAX_UPLOAD, 4 * self.size, max(SMALLEST_BATCH, fits))

    def cut(self) -> None:
        """The line was cut under a batch."""
        self.size = max(SMALLEST_BATCH, self.size // 2)


class Cap:
    """At most so many bytes a second, down and up together: a bucket that fills with time.

    Any thread may set or take.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._rate: float | None = None
        self._free = -math.inf
        """When all that was taken is paid for."""

    @property
    def rate(self) -> float | None:
        """Bytes a second; None for no cap."""
        return self._rate

    @rate.setter
    def rate(self, rate: float | None) -> None:
        with self._lock:
            self._rate = None if rate is None else max(float(SLOWEST_CAP), rate)
            self._free = -math.inf

    def take(self, size: int) -> float:
        """Take so many bytes; gives the seconds to wait before the next."""
        with self._lock:
            if self._rate is None:
                return 0.0
            now = self._clock()
            self._free = max(self._free, now - _BURST_S) + size / self._rate
            return max(0.0, self._free - now)
