"""A council casts on one motion, and what the closing counted: at the office's hub or at a room's."""

from __future__ import annotations

import os
import random
from functools import partial

from _common import Bound, Figure
from _desk import cpu_seconds
from _room import Room, look
from _window import share
from support.council import Council
from support.laptop import Laptop
from support.meetings import Made
from support.world import ballot

from sync.model.events import OFFICE
from sync.model.ids import DeviceId, MotionId
from sync.wire.envelope import Envelope

RECEIPT_MS = 2_000.0


async def cast(
    council: Council, room: Room, motion: MotionId, seconds: float, where: str, *, pid: int, connected: bool
) -> list[Figure]:
    """All press within these seconds, then the chair closes.

    ``where`` begins each figure's name, ``pid`` is the hub's process. Not ``connected``: all lines were cut
    just before.
    """
    chance = random.Random(7)

    def make(laptop: Laptop) -> Envelope:
        return ballot_of(council.packet, laptop, motion, chance, recorder=council.recorder)

    hub, own = cpu_seconds(pid), cpu_seconds(os.getpid())
    taken, answers = await room.cast(make, seconds, connected=connected)
    hub_after, own_after = cpu_seconds(pid), cpu_seconds(os.getpid())
    good = look(answers, council.roster)
    closing, _ = await room.news(partial(council.close, motion))
    delegates, counted = len(council.voters), sum(votes for _, votes in closing.counts)
    where = f"{where}, {'lines open' if connected else 'lines cut before'}"
    figures = [
        Figure(f"{where}: receipts that prove it", good, "", delegates, Bound.AT_LEAST),
        Figure(f"{where}: counted", counted, "", delegates, Bound.AT_LEAST),
        Figure(f"{where}: not counted, or twice", abs(counted - delegates), "", 0),
        Figure(f"{where}: press → receipt, p50", 1000 * share(taken, 0.5), "ms"),
        Figure(f"{where}: press → receipt, p99", 1000 * share(taken, 0.99), "ms", RECEIPT_MS),
    ]
    if None not in (hub, hub_after, own, own_after):
        each = 1000 / delegates
        figures += [
            Figure(f"{where}: hub's processor time a ballot", each * (hub_after - hub), "ms"),
            Figure(f"{where}: all laptops' processor time a ballot", each * (own_after - own), "ms"),
        ]
    return figures


def ballot_of(
    packet: Made,
    laptop: Laptop,
    motion: MotionId,
    chance: random.Random,
    number: int = 1,
    recorder: DeviceId = OFFICE,
) -> Envelope:
    """A ballot for or against; ``number`` counts those of a laptop on this motion."""
    cast = ballot(packet, motion, chance.choice(("for", "against")), number=number)
    return laptop.event(packet.meeting, cast, recorder)
