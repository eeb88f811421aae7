"""Back to where one was before a jump, and forward again. No Qt."""

from __future__ import annotations

from typing import Final

from reader.core.views import Place

_MOST: Final = 100


class History:
    """The places jumped from in one document. Scrolling is no jump."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._series = ""
        self._arrived = Place()

    @property
    def has_back(self) -> bool:
        """There is a place to go back to."""
        return bool(self._back)

    @property
    def has_forward(self) -> bool:
        """One has gone back, and can go forward again."""
        return bool(self._forward)

    def clear(self) -> None:
        """Another document."""
        self._back, self._forward, self._series = [], [], ""

    def jumped(self, before: Place, after: Place, series: str = "") -> None:
        """Remember ``before``. Of a series, gone through without reading on in between, only the place before
        it counts: who looked at twenty places found wants to go back to the page they were reading.
        """
        if _same(before, after):
            return
        going_on = bool(series) and self._series == series and _same(self._arrived, before)
        self._series, self._arrived = series, after
        if not going_on:
            self._forward.clear()
            self._back = [*self._back, before][-_MOST:]

    def back(self, here: Place) -> Place | None:
        """The place before the last jump."""
        return _swap(self._back, self._forward, here)

    def forward(self, here: Place) -> Place | None:
        """The place gone back from."""
        return _swap(self._forward, self._back, here)


def _swap(source: list[Place], target: list[Place], here: Place) -> Place | None:
    if not source:
        return None
    target.append(here)
    return source.pop()


def _same(a: Place, b: Place) -> bool:
    return a.page == b.page and abs(a.offset - b.offset) < 0.01
