"""A room casts at once, the hub's writer takes ballots one by one and many at a time, and votes are proved.

100, then 1,000 delegates press within ten seconds. Each has a laptop that listens to the hub and talks to it,
on two TLS lines; in a second round each line was cut just before, and is opened anew at the press.
"""

from __future__ import annotations

import asyncio
import os
import random
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import _commit
import _proving
from _common import Bound, Figure, Grid, arguments, show
from _desk import cpu_seconds
from _room import Hub, Room, look
from _window import share
from support.laptop import Laptop
from support.meetings import Made, make_motion, make_packet
from support.world import ballot, enrol, submission

from sync.model.events import ApprovePacket, CloseMotion, OpenMotion, PublishPacket
from sync.model.ids import MotionId, PersonId
from sync.model.people import Role
from sync.model.rules import Timing
from sync.trust.acts import accept_closing
from sync.wire.envelope import Envelope, Kind
from sync.wire.statements import Roster
from tools.office import HubProcess, Office, make_office

SECONDS = 10.0
_HANDS = 16
"""Threads that enrol laptops, before anything is measured."""
_RECEIPT_MS = 2_000.0
_ALONE = 500
"""Ballots handed to the writer one after another, each when the one before is on disk."""
_REPLACED = 4
"""Ballots of each delegate that wait for the writer at once."""


@dataclass(frozen=True)
class Town:
    """An office with a running hub, a desk, and a packet with four motions for all its delegates."""

    office: Office
    hub: HubProcess
    roster: Roster
    chair: Laptop
    secretary: Laptop
    voters: list[Laptop]
    packet: Made

    @property
    def motions(self) -> list[MotionId]:
        """In the order of the packet."""
        return [motion.id for motion in self.packet.manifest.motions]

    def open(self, motion: MotionId) -> None:
        """The chair opens it."""
        opening = OpenMotion(motion=motion, motion_digest=self.packet.motion_digest(motion))
        assert self.chair.act(self.packet.meeting, opening).accepted

    def counted(self, motion: MotionId) -> int:
        """How many ballots the closing counts, once the chair has closed it."""
        replies = [self.chair.exchange(self.chair.event(self.packet.meeting, CloseMotion(motion=motion)))]
        while replies[-1].more:
            replies.append(self.chair.exchange())
        events = [one.envelope for reply in replies for one in reply.events]
        closing = next(each for each in reversed(events) if each.kind is Kind.CLOSING)
        return sum(votes for _, votes in accept_closing(closing, self.roster).counts)


def main() -> None:
    """Cast, and count what the closing counted."""
    options = arguments(__doc__ or "", runs=3)
    rooms = (8,) if options.small else (100, 1_000)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        for delegates in rooms:
            folder = Path(name) / str(delegates)
            folder.mkdir()
            town = _town(folder, delegates)
            try:
                figures += asyncio.run(_room(town, SECONDS / (5 if options.small else 1)))
            finally:
                town.hub.stop()
        figures += _writer(town)
    sizes = (100, 1_000) if options.small else (100, 1_000, 10_000, 100_000)
    proving, grid = _proving_grid(sizes, options.runs)
    show(
        "A room casts at once",
        [*figures, *(figure for figure in proving if figure.goal is not None)],
        "a line with delays; the laptop's own work from the finger to the bytes; all laptops share the hub's "
        "cores. Proofs: one core, files of the form `named`, in memory",
        as_json=options.json,
        grid=grid,
        in_grid=[figure for figure in proving if figure.goal is None],
    )


async def _room(town: Town, seconds: float) -> list[Figure]:
    who = f"{len(town.voters)} delegates"
    room = Room(Hub(town.hub.url, town.office.ca_path.read_text("ascii")), town.voters, town.secretary)
    figures: list[Figure] = []
    try:
        await room.connect()
        for connected, motion in zip((True, False), town.motions, strict=False):
            _, told = await room.news(partial(town.open, motion))
            if connected:
                figures.append(Figure(f"{who}: opened → on the last laptop", 1000 * max(told), "ms"))
            figures += await _cast(town, room, motion, seconds, connected=connected)
    finally:
        room.close()
        for laptop in (*town.voters, town.chair, town.secretary):
            laptop.close()
    return figures


async def _cast(town: Town, room: Room, motion: MotionId, seconds: float, *, connected: bool) -> list[Figure]:
    chance = random.Random(7)

    def make(laptop: Laptop) -> Envelope:
        return _ballot(town.packet, laptop, motion, chance)

    hub, own = cpu_seconds(town.hub.pid), cpu_seconds(os.getpid())
    taken, answers = await room.cast(make, seconds, connected=connected)
    hub_after, own_after = cpu_seconds(town.hub.pid), cpu_seconds(os.getpid())
    good = look(answers, town.roster)
    counted, _ = await room.news(partial(town.counted, motion))
    delegates = len(town.voters)
    where = f"{delegates} delegates, {'lines open' if connected else 'lines cut before'}"
    figures = [
        Figure(f"{where}: receipts that prove it", good, "", delegates, Bound.AT_LEAST),
        Figure(f"{where}: counted", counted, "", delegates, Bound.AT_LEAST),
        Figure(f"{where}: press → receipt, p50", 1000 * share(taken, 0.5), "ms"),
        Figure(f"{where}: press → receipt, p99", 1000 * share(taken, 0.99), "ms", _RECEIPT_MS),
    ]
    if None not in (hub, hub_after, own, own_after):
        each = 1000 / delegates
        figures += [
            Figure(f"{where}: hub's processor time a ballot", each * (hub_after - hub), "ms"),
            Figure(f"{where}: all laptops' processor time a ballot", each * (own_after - own), "ms"),
        ]
    return figures


def _writer(town: Town) -> list[Figure]:
    """The last town's hub is stopped; its writer gets ballots on the motions that are left."""
    chance = random.Random(8)
    third, fourth = town.motions[2:]
    one_by_one = [_ballot(town.packet, laptop, third, chance) for laptop in town.voters[:_ALONE]]
    together = [
        _ballot(town.packet, laptop, fourth, chance, number)
        for number in range(1, _REPLACED + 1)
        for laptop in town.voters
    ]
    single, grouped = _commit.measure(town.office.folder, one_by_one, together)
    return [
        Figure("one durable write of this disk", _commit.disk_ms(town.office.folder), "ms"),
        Figure("the writer, one ballot after another", 1 / single.each_s, "ballots/s"),
        Figure("the writer, all ballots waiting", 1 / grouped.each_s, "ballots/s"),
        Figure(
            "group commit against single commits", single.each_s / grouped.each_s, "×", 10.0, Bound.AT_LEAST
        ),
        Figure("the writer's processor time a ballot, one after another", 1000 * single.cpu_s, "ms"),
        Figure("the writer's processor time a ballot, all waiting", 1000 * grouped.cpu_s, "ms"),
    ]


def _proving_grid(sizes: Sequence[int], runs: int) -> tuple[list[Figure], Grid]:
    """One column for each number of ballots."""
    rows: dict[str, list[str]] = {}
    figures = [figure for size in sizes for figure in _proving.measure(size, runs)]
    for figure in figures:
        rows.setdefault(figure.name.rsplit(",", 1)[0], []).append(f"{figure.value:.3g} {figure.unit}")
    columns = ("ballots", *(f"{size:,}" for size in sizes))
    return figures, Grid("Proving a vote", columns, tuple((name, *values) for name, values in rows.items()))


def _town(folder: Path, delegates: int) -> Town:
    office = make_office(folder)
    hub = HubProcess(office.folder)
    hub.start()
    secretary = enrol(office, hub.url, office.add("Thư ký", Role.SECRETARY))
    approver = enrol(office, hub.url, office.add("Người duyệt", Role.APPROVER))
    chair = enrol(office, hub.url, office.add("Chủ tọa", Role.CHAIR))
    roster = office.sign_roster()
    people = [office.add(f"Đại biểu {number}", Role.DELEGATE) for number in range(delegates)]

    def signed_in(person: PersonId) -> Laptop:
        laptop = enrol(office, hub.url, person)
        laptop.sign_in()
        laptop.close()
        return laptop

    with ThreadPoolExecutor(_HANDS) as hands:
        voters = list(hands.map(signed_in, people))
    # Two are cast over the line when the chair has opened them, two go to the writer alone.
    motions = [make_motion(Timing.STRICT), make_motion(Timing.STRICT), make_motion(), make_motion()]
    packet = make_packet(secretary.tenant, people, motions=motions, size=2_000)
    secretary.sign_in()
    secretary.upload(packet.blobs)
    assert secretary.act(packet.meeting, submission(secretary, packet)).accepted
    signature = approver.sign_manifest(packet.payload)
    assert approver.act(packet.meeting, ApprovePacket(manifest=packet.digest, signature=signature)).accepted
    assert secretary.act(packet.meeting, PublishPacket(manifest=packet.digest)).accepted
    approver.close()
    return Town(office, hub, roster, chair, secretary, voters, packet)


def _ballot(
    packet: Made, laptop: Laptop, motion: MotionId, chance: random.Random, number: int = 1
) -> Envelope:
    cast = ballot(packet, motion, chance.choice(("for", "against")), number=number)
    return laptop.event(packet.meeting, cast)


if __name__ == "__main__":
    main()
