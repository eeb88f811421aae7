"""A laptop's ``state``: in 16 bytes, what the hub told it last; so that the hub need not remember.

==  ========================================================================================
 6  place: the end of the hub's order when it was told all of it
 2  slot: when it last got a freshness statement, in units of ``FRESH_S``
 4  a digest of root, epoch, roster, revocations, and whether this device may have anything
 4  for the desk: the list of people, and at a room hub how much of what it holds the office has got
==  ========================================================================================

Each part comes from the last row of an index, so that reading them costs the same for ten meetings and for
ten thousand. That nothing is missed: whatever else can change for a laptop (events, packets, turnout, how
far a recall got) has a place in the order, and is found by looking at the places after its cursor; roots and
rosters are numbered and only added to; revocations and people are added in the same transaction as their
row of the audit, whose number only rises. What the passing of time alone changes (a lease that ends) is in
the freshness statement, which the slot renews.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, ScalarSelect, func, select

from sync.audit import Audit
from sync.hub import tables
from sync.hub.actors import Actor
from sync.hub.people import NAMEABLE_CHANGES

FRESH_S = 300
"""An idle laptop gets a newly signed freshness statement this often."""
_PLACE = 6
_SIZE = 16


def _last(kind: Audit) -> ScalarSelect[int | None]:
    return select(func.max(tables.audit.c.seq)).where(tables.audit.c.kind == kind).scalar_subquery()


_roster = (
    select(tables.rosters.c.epoch, tables.rosters.c.number)
    .order_by(tables.rosters.c.epoch.desc(), tables.rosters.c.number.desc())
    .limit(1)
    .subquery()
    .c
)
_MARKS = select(
    _roster.epoch,
    _roster.number,
    select(func.max(tables.deliveries.c.seq)).scalar_subquery().label("last"),
    select(func.max(tables.roots.c.number)).scalar_subquery().label("root"),
    select(func.max(tables.office_line.c.up)).scalar_subquery().label("up"),
    *(_last(kind).label(kind) for kind in NAMEABLE_CHANGES),
)


@dataclass(frozen=True)
class Marks:
    """The newest of each thing that changes, by number."""

    last: int
    """The last place of the order."""
    root: int
    epoch: int
    roster: int
    revoked: int
    people: int
    up: int

    def stamp(self, who: Actor) -> bytes:
        """The state's last 8 bytes for this device."""
        desk = (self.people + self.up) % 2**32 if who.desk else 0
        common = _digest(self.root, self.epoch, self.roster, self.revoked, int(who.blind))
        return common + desk.to_bytes(4, "big")

    def state(self, who: Actor, place: int, now: float) -> bytes:
        """The state of a device that has been told everything up to ``place``."""
        slot = int(now // FRESH_S) % 2**16
        return place.to_bytes(_PLACE, "big") + slot.to_bytes(2, "big") + self.stamp(who)


@dataclass(frozen=True)
class News:
    """Which of the things outside the order a device has not heard as they are now."""

    common: bool
    """Root, roster, revocations, what it may have; or it has heard nothing yet."""
    people: bool
    time: bool
    """A freshness statement is due."""

    @property
    def any(self) -> bool:
        """Whether there is anything."""
        return self.common or self.people or self.time


def news(told: bytes, now: bytes) -> News:
    """What has changed since the state ``told``, which may be anything that a laptop sends."""
    if len(told) != _SIZE:
        return News(True, True, True)
    return News(told[8:12] != now[8:12], told[12:] != now[12:], told[6:8] != now[6:8])


def told_since(state: bytes, now: float) -> int:
    """Milliseconds: not later than when this state was told by this hub; 0 where that is not known."""
    if len(state) != _SIZE:
        return 0
    slot = int(now // FRESH_S)
    back = (slot - int.from_bytes(state[6:8], "big")) % 2**16
    return max(0, slot - back) * FRESH_S * 1000


def place_of(state: bytes) -> int:
    """The place in a state; 0 in anything that is none."""
    return int.from_bytes(state[:_PLACE], "big") if len(state) == _SIZE else 0


def stamp_of(state: bytes) -> bytes:
    """What ``Marks.stamp`` has put into a state."""
    return state[8:]


def read_marks(connection: Connection) -> Marks:
    """The marks in this snapshot."""
    row = connection.execute(_MARKS).one()
    return Marks(
        last=row.last or 0,
        root=row.root or 1,
        epoch=row.epoch,
        roster=row.number,
        revoked=row.revoked or 0,
        people=max(row._mapping[kind] or 0 for kind in NAMEABLE_CHANGES),
        up=row.up or 0,
    )


@lru_cache(maxsize=64)
def _digest(*parts: int) -> bytes:
    return hashlib.sha256(repr(parts).encode()).digest()[:4]
