"""Finds out where the text runs on the pages of each format, so that it can fill the pane. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.pdf import Word
from reader.ui.page.geometry import Size, SizeClass, Span, size_class, text_span

_FORMATS: Final = 8
"""Page formats in one document whose text is looked for."""
_SAMPLES: Final = 2
"""Pages of a format that say where its text runs."""


class TextFit:
    """For one document after another: which pages to look at, and what came of it."""

    def __init__(self) -> None:
        self.spans: dict[SizeClass, Span] = {}
        """Where text runs, for the formats where it is known."""
        self._samples: dict[SizeClass, dict[int, list[tuple[float, float]] | None]] = {}
        self._first: SizeClass | None = None

    @property
    def deciding(self) -> bool:
        """It is not known yet how large the page that is shown first should be."""
        return self._first is not None and self._first in self._samples

    def begin(self, sizes: Sequence[Size], start: int) -> list[tuple[int, bool]]:
        """The pages whose words are needed, and whether urgently: of the format of page ``start``."""
        self.spans = {}
        formats: dict[SizeClass, list[int]] = {}
        for page in [*range(start, len(sizes)), *range(start)]:
            known = formats.setdefault(size_class(sizes[page]), [])
            if len(known) < _SAMPLES:
                known.append(page)
        self._samples = {kind: dict.fromkeys(pages) for kind, pages in list(formats.items())[:_FORMATS]}
        self._first = size_class(sizes[start])
        return [(page, kind == self._first) for kind, pages in self._samples.items() for page in pages]

    def give_up(self) -> None:
        """Do without the first format's text box, for now: it takes too long."""
        self._first = None

    def take(self, page: int, size: Size, words: Sequence[Word]) -> bool:
        """The words of a page have come. True when a format is settled by it, with a span or without."""
        kind = size_class(size)
        samples = self._samples.get(kind)
        if samples is None or page not in samples:
            return False
        samples[page] = [(word.x0, word.x1) for word in words]
        known = [edges for edges in samples.values() if edges is not None]
        if len(known) < len(samples):
            return False
        del self._samples[kind]
        span = text_span(known, size.width)
        if span is not None:
            self.spans[kind] = span
        return True
