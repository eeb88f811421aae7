"""The best known time between two answers of the book: what it said last, and what has passed since."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class BestClock:
    """``clock`` gives seconds and never goes back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._as_of: datetime | None = None
        self._read = clock()

    def set(self, as_of: datetime | None) -> None:
        """The book has just said what time it is."""
        if as_of is not None and as_of != self._as_of:
            self._as_of, self._read = as_of, self._clock()

    def now(self) -> datetime:
        """Before the book has said anything, this laptop's own."""
        if self._as_of is None:
            return datetime.now(UTC)
        return self._as_of + timedelta(seconds=self._clock() - self._read)
