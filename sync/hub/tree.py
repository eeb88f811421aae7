"""A growing Merkle tree (RFC 9162, section 2.1): append, root and proofs in O(log n) hashes.

``wire.log`` has the definition, over all leaves at once; this keeps the hashes of whole subtrees.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


class Tree:
    """``levels[h][i]`` is the hash of the whole subtree over leaves ``i * 2**h`` up to ``(i + 1) * 2**h``."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        for leaf in leaves:
            self.append(leaf)

    @property
    def size(self) -> int:
        """How many leaves there are."""
        return len(self._levels[0])

    def append(self, leaf: bytes) -> int:
        """Add one leaf *hash*; its index."""
        self._levels[0].append(leaf)
        height, index = 0, self.size - 1
        while index % 2:
            level = self._levels[height]
            if height + 1 == len(self._levels):
                self._levels.append([])
            self._levels[height + 1].append(_node(level[index - 1], level[index]))
            height, index = height + 1, index // 2
        return self.size - 1

    def root(self) -> bytes:
        """The root over all leaves; of none, the hash of nothing."""
        return self._hash(0, self.size) if self.size else hashlib.sha256(b"").digest()

    def proof(self, index: int) -> list[bytes]:
        """The path from leaf ``index`` up to the root. Raises ``IndexError`` outside the tree."""
        if not 0 <= index < self.size:
            raise IndexError(index)
        path: list[bytes] = []
        start, end = 0, self.size
        while end - start > 1:
            middle = start + _split(end - start)
            if index < middle:
                path.append(self._hash(middle, end))
                end = middle
            else:
                path.append(self._hash(start, middle))
                start = middle
        return path[::-1]

    def link(self, first: int, second: int) -> list[bytes]:
        """The proof that this tree, when it had ``second`` leaves, began with its ``first`` (2.1.4.1).

        Raises ``IndexError`` unless ``0 < first <= second <= size``.
        """
        if not 0 < first <= second <= self.size:
            raise IndexError(first, second)
        path: list[bytes] = []
        start, end = 0, second
        while first < end:
            middle = start + _split(end - start)
            if first <= middle:
                path.append(self._hash(middle, end))
                end = middle
            else:
                path.append(self._hash(start, middle))
                start = middle
        if start:  # else it is the root of the first, which whoever asks has
            path.append(self._hash(start, end))
        return path[::-1]

    def _hash(self, start: int, end: int) -> bytes:
        """Hash of leaves ``start`` to ``end``, where ``start`` is a multiple of the range's power of two."""
        size = end - start
        if size & (size - 1) == 0:
            height = size.bit_length() - 1
            return self._levels[height][start >> height]
        middle = start + _split(size)
        return _node(self._hash(start, middle), self._hash(middle, end))


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _split(size: int) -> int:
    return 1 << ((size - 1).bit_length() - 1)
