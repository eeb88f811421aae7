"""Whether what a recorder showed of a motion's log at two times is one log (RFC 9162, section 2.1.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sync.errors import Code, SohopError
from sync.model.events import Closing
from sync.model.ids import MotionId
from sync.wire.log import consistency_proof, extends, leaf_hash, tree_root
from sync.wire.statements import Head


class LogMark(NamedTuple):
    """A log's size and root, as the recorder signed them. ``frozen``: it is closed and grows no more."""

    motion: MotionId
    size: int
    root: str
    frozen: bool = False


def mark_of(said: Head | Closing) -> LogMark:
    """What a signed head or closing says of the log."""
    return LogMark(said.motion, said.size, said.root, isinstance(said, Closing))


def check_marks(one: LogMark, other: LogMark) -> None:
    """Two marks of one motion can be of one log, as far as no proof is needed to tell.

    Raises ``SohopError(LOG_FORKED)``: two roots for one size, or more leaves than the closed log has.
    """
    if one.size == other.size and one.root != other.root:
        raise SohopError(Code.LOG_FORKED)
    if (one.frozen and other.size > one.size) or (other.frozen and one.size > other.size):
        raise SohopError(Code.LOG_FORKED)


def check_link(first: LogMark, second: LogMark, path: Sequence[bytes]) -> None:
    """The later log begins with the earlier one. Raises ``SohopError(LOG_FORKED)`` when ``path`` does not
    show it."""
    one, other = bytes.fromhex(first.root), bytes.fromhex(second.root)
    if first.motion != second.motion or not extends(first.size, one, second.size, other, path):
        raise SohopError(Code.LOG_FORKED)


def link_of(first: LogMark, leaves: Iterable[bytes]) -> tuple[bytes, ...]:
    """The path from ``first`` to the log of these leaves. Raises ``SohopError(LOG_FORKED)``."""
    hashes = [leaf_hash(leaf) for leaf in leaves]
    if first.size > len(hashes) or tree_root(hashes[: first.size]).hex() != first.root:
        raise SohopError(Code.LOG_FORKED)
    return tuple(consistency_proof(hashes, first.size)) if first.size else ()
