"""What is said only once in either version: a few words in a row that tell a place apart. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

SAID: Final = 4
"""Words in a row that tell a place apart if they are nowhere else."""


class Counts:
    """How often each few words in a row are said in either version; where, if once."""

    def __init__(
        self,
        old: Sequence[str],
        new: Sequence[str],
        length: int = SAID,
        aside: tuple[Sequence[Sequence[str]], Sequence[Sequence[str]]] = ((), ()),
    ) -> None:
        self.length = length
        self.old, self.new = Counter(shingles(old, length)), Counter(shingles(new, length))
        for counted, lines in ((self.old, aside[0]), (self.new, aside[1])):
            for line in lines:
                counted.update(shingles(line, length))
        self.where = {said: at for at, said in enumerate(shingles(new, length)) if self.new[said] == 1}

    def once(self, said: tuple[str, ...]) -> int:
        """Where in the new version, if once in both; else -1."""
        return self.where.get(said, -1) if self.old[said] == 1 else -1


def shingles(keys: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[n:] for n in range(length)), strict=False)
