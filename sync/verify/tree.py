"""The log of a motion: a Merkle tree as in RFC 9162, section 2.1."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence


def leaf_hash(leaf: bytes) -> bytes:
    """2.1.1."""
    return hashlib.sha256(b"\0" + leaf).digest()


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes, in one pass: whole subtrees are joined as soon as two of one height stand
    beside one another; what is left over is joined from the right."""
    peaks: list[tuple[int, bytes]] = []
    for leaf in leaves:
        height, node = 0, leaf
        while peaks and peaks[-1][0] == height:
            node = _node(peaks.pop()[1], node)
            height += 1
        peaks.append((height, node))
    if not peaks:
        return hashlib.sha256(b"").digest()
    root = peaks.pop()[1]
    while peaks:
        root = _node(peaks.pop()[1], root)
    return root


def stands_in(root: bytes, size: int, index: int, leaf: bytes, path: Sequence[bytes]) -> bool:
    """Whether a leaf hash stands at ``index`` of the tree (2.1.3.2)."""
    if not 0 <= index < size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return False
        if fn % 2 or fn == sn:
            r = _node(p, r)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn // 2, sn // 2
        else:
            r = _node(r, p)
        fn, sn = fn // 2, sn // 2
    return sn == 0 and r == root


def extends(first: int, first_root: bytes, second: int, second_root: bytes, link: Sequence[bytes]) -> bool:
    """Whether the second tree begins with the first (2.1.4.2)."""
    if first == second:
        return not link and first_root == second_root
    if not 0 < first < second or not link:
        return False
    nodes = [first_root, *link] if first & (first - 1) == 0 else list(link)
    fn, sn = first - 1, second - 1
    while fn % 2:
        fn, sn = fn // 2, sn // 2
    fr = sr = nodes[0]
    for c in nodes[1:]:
        if sn == 0:
            return False
        if fn % 2 or fn == sn:
            fr, sr = _node(c, fr), _node(c, sr)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn // 2, sn // 2
        else:
            sr = _node(sr, c)
        fn, sn = fn // 2, sn // 2
    return sn == 0 and fr == first_root and sr == second_root


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()
