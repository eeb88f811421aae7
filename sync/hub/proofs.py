"""Proofs that a motion's log at one time begins with the log of an earlier one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from sqlalchemy import Connection, bindparam, exists, select

from sync.hub import tables
from sync.hub.actors import Actor
from sync.hub.tree import Tree
from sync.model.ids import MotionId
from sync.wire.log import leaf_hash
from sync.wire.messages import LogAsk, LogLink

_MOST = 200_000
"""Leaves of all logs that are kept hashed, at some hundred bytes each."""

_ballots = tables.ballots.c
_MINE = select(exists().where(_ballots.motion == bindparam("motion"), _ballots.person == bindparam("person")))
_LEAVES = (
    select(_ballots.leaf)
    .where(
        _ballots.motion == bindparam("motion"),
        _ballots.place >= bindparam("after"),
        _ballots.place < bindparam("until"),
    )
    .order_by(_ballots.place)
)


class Proofs:
    """The logs that were asked for last, each hashed once for everybody. A log only grows."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._trees: OrderedDict[MotionId, Tree] = OrderedDict()
        self._lock = Lock()

    def links(self, connection: Connection, who: Actor, asked: Sequence[LogAsk]) -> tuple[LogLink, ...]:
        """What can be proved of what was asked, for those who count and for whoever has a ballot in that log.

        Also for a revoked device: its ballots are recorded, and these are hashes only.
        """
        found: list[LogLink] = []
        for ask in asked:
            mine = {"motion": ask.motion, "person": who.person}
            if not who.counts and not connection.execute(_MINE, mine).scalar_one():
                continue
            with self._lock:
                tree = self._tree(connection, ask.motion, ask.second)
                if ask.first <= ask.second <= tree.size:
                    found.append(LogLink(ask=ask, path=tuple(tree.link(ask.first, ask.second))))
        return tuple(found)

    def _tree(self, connection: Connection, motion: MotionId, size: int) -> Tree:
        """The motion's log, up to so many leaves at least if it has them."""
        tree = self._trees.pop(motion, None) or Tree()
        if tree.size < size:
            lacking = {"motion": motion, "after": tree.size, "until": size}
            for leaf in connection.execute(_LEAVES, lacking).scalars():
                tree.append(leaf_hash(leaf))
        if tree.size:
            self._trees[motion] = tree
        while len(self._trees) > 1 and sum(each.size for each in self._trees.values()) > self._most:
            self._trees.popitem(last=False)
        return tree
