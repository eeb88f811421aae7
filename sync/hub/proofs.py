"""Proofs that a motion's log at one time begins with the log of an earlier one."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, exists, select

from sync.hub import tables
from sync.hub.actors import Actor
from sync.wire.log import consistency_proof, leaf_hash
from sync.wire.messages import LogAsk, LogLink


def links(connection: Connection, who: Actor, asked: Sequence[LogAsk]) -> tuple[LogLink, ...]:
    """What can be proved of what was asked, for those who count and for whoever has a ballot in that log.

    Also for a revoked device: its ballots are recorded, and these are hashes only.
    """
    ballots = tables.ballots.c
    found: list[LogLink] = []
    for ask in asked:
        mine = select(exists().where(ballots.motion == ask.motion, ballots.person == who.person))
        if not who.counts and not connection.execute(mine).scalar_one():
            continue
        leaves = connection.execute(
            select(ballots.leaf)
            .where(ballots.motion == ask.motion, ballots.place < ask.second)
            .order_by(ballots.place)
        )
        hashes = [leaf_hash(leaf) for leaf in leaves.scalars()]
        if 0 < ask.first <= ask.second == len(hashes):
            found.append(LogLink(ask=ask, path=tuple(consistency_proof(hashes, ask.first))))
    return tuple(found)
