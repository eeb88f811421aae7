"""A room without its office: a hundred laptops cast at a room hub, and a laptop finds it and gets its papers.

The room hub is its own program and answers over TLS, the office's hub is not running. Beside it: the office's
hub before it stopped, with the same laptops; and an address that was typed instead of found by mDNS.
"""

from __future__ import annotations

import asyncio
import os
import random
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import TypeVar

from _casting import cast
from _common import Figure, Grid, arguments, show
from _room import Hub, Room
from _town import Desk, write_packet
from _window import share
from support.council import Council, convene
from support.meetings import make_motion
from support.town import FLOOR_KIB, PASSPHRASE, Town, town

from reader.app.first_start import Enrolling
from reader.app.laptop import Laptop
from reader.app.room_line import RoomLine
from reader.core import library
from reader.core.book import Book
from reader.core.enrolling import create
from sync.engine.enrolment import contact
from sync.engine.status import Wishes
from sync.model.ids import MeetingId
from sync.model.people import Role
from sync.model.rules import Timing
from sync.room.serving import meet_once
from sync.wire.rooms import room_host
from tools.rooms import RoomProcess, make_room

T = TypeVar("T")

_JOIN_MS = 3_000.0
_NOBODY_S = 30.0
"""Longer than any laptop takes to find what can be found."""
_WAYS = "found by mDNS", "address typed"


def main() -> None:
    """Cast at both hubs, then join in both ways."""
    options = arguments(__doc__ or "", runs=12)
    people, seconds = (8, 2.0) if options.small else (100, 10.0)
    with tempfile.TemporaryDirectory() as name:
        office, room = _casts(Path(name), people, seconds)
    with tempfile.TemporaryDirectory() as name, town(Path(name)) as place:
        joins = _joins(place, options.runs)
    left_out = "radio; the laptop's own work from the finger to the bytes; all laptops share the hub's cores"
    if not joins[_WAYS[0]]:
        left_out += "; no multicast on this machine: nothing was found by mDNS"
    joining = [each for way in _WAYS for each in _join_figures(way, joins[way])]
    grid = _grid(people, seconds, {"room hub": room, "office's hub": office}, joins)
    ours = [*room, *joining]
    # The office's times are judged in cast.py.
    peer = [replace(each, goal=None) if each.unit else each for each in office]
    show(
        "A room without its office",
        [each for each in ours if each.goal is not None],
        left_out,
        as_json=options.json,
        grid=grid,
        in_grid=[*peer, *(each for each in ours if each.goal is None)],
    )


# --- casting ------------------------------------------------------------------------------------------------


def _casts(folder: Path, people: int, seconds: float) -> tuple[list[Figure], list[Figure]]:
    """At the office's hub, then in the room; each with lines open and with lines cut before."""
    council = convene(folder, people, [make_motion(Timing.STRICT) for _ in range(4)])
    ca = council.office.ca_path.read_text("ascii")
    rooms: list[RoomProcess] = []
    try:
        office = asyncio.run(
            _twice(council, Hub(council.hub.url, ca), council.hub.pid, 0, seconds, "at the office's hub")
        )
        room = make_room(council.office, council.hub.url, [council.packet.meeting])
        rooms.append(room)
        roster = council.office.sign_roster()
        meet_once(room.folder)
        council.hub.stop()
        room.start()
        moved = council.moved(room, roster)
        for laptop in (moved.chair, moved.secretary, *moved.voters):
            laptop.exchange()
            laptop.close()
        hub = Hub(room.url, ca, room_host(room.device))
        return office, asyncio.run(_twice(moved, hub, room.pid, 2, seconds, "at a room hub"))
    finally:
        for room in rooms:
            room.stop()
        council.leave()


async def _twice(
    council: Council, hub: Hub, pid: int, first: int, seconds: float, where: str
) -> list[Figure]:
    room = Room(hub, council.voters, council.secretary)
    where = f"{len(council.voters)} laptops {where}"
    figures: list[Figure] = []
    try:
        await room.connect()
        for connected, motion in zip((True, False), council.motions[first:], strict=False):
            _, told = await room.news(partial(council.open, motion))
            if connected:
                figures.append(Figure(f"{where}: opened → on the last laptop", 1000 * max(told), "ms"))
            figures += await cast(council, room, motion, seconds, where, pid=pid, connected=connected)
    finally:
        room.close()
    return figures


# --- joining ------------------------------------------------------------------------------------------------


def _joins(place: Town, runs: int) -> dict[str, list[float]]:
    """Seconds until the first byte of the packet's documents is in the vault, in each way."""
    office = place.office
    people = [office.add(f"Đại biểu {number}", Role.DELEGATE) for number in range(2 * runs)]
    noise = {"d-1": random.Random(1).randbytes(400_000)}
    desk = Desk(place)
    try:
        meeting = desk.publish(write_packet(place.root / "packet", "hop-do", noise))
    finally:
        desk.close()
    room = make_room(office, place.hub.url, [meeting])
    profiles = []
    for number, person in enumerate(people):
        found = contact(office.invite(person, place.hub.url))
        profiles.append(place.root / f"laptop-{number}")
        book, _ = create(profiles[-1], PASSPHRASE, found, Enrolling(found), memory_kib=FLOOR_KIB)
        book.vault.close()
    meet_once(room.folder)  # these laptops are known to it now
    place.hub.stop()
    room.host = "0.0.0.0"  # what is told by mDNS is an address outside of the loopback
    room.start(announced=True)
    try:
        port = room.url.rpartition(":")[2]
        typed = [_join(profile, meeting, f"127.0.0.1:{port}") for profile in profiles[:runs]]
        found_by_itself = _until_none(profiles[runs:], meeting)
    finally:
        room.stop()
    return {_WAYS[0]: found_by_itself, _WAYS[1]: [each for each in typed if each is not None]}


def _until_none(profiles: Sequence[Path], meeting: MeetingId) -> list[float]:
    """Without multicast no laptop finds anything: the first is enough to see that."""
    taken: list[float] = []
    for profile in profiles:
        one = _join(profile, meeting, "")
        if one is None:
            break
        taken.append(one)
    return taken


def _join(profile: Path, meeting: MeetingId, address: str) -> float | None:
    """A laptop that was never here looks for the room hub, or is told its address; None if it got nothing."""
    with ThreadPoolExecutor(1) as vault:
        laptop = vault.submit(Laptop, profile, PASSPHRASE).result()
        book = laptop.book

        def on_book(work: Callable[[Book], T]) -> T:
            return vault.submit(work, book).result()

        line = RoomLine(
            book,
            on_book,
            lambda work: on_book(lambda it: work(it.vault)),
            Wishes(order=lambda: on_book(library.order)),
            Lock(),
            lambda _: None,
            lambda: None,
        )
        try:
            began = perf_counter()
            if address:
                line.try_at(address)
            else:
                line.look()
            while perf_counter() - began < _NOBODY_S:
                if sum(one.have for one in on_book(lambda it: it.vault.downloads.progress(meeting))):
                    return perf_counter() - began
            return None
        finally:
            line.stop()
            vault.submit(laptop.close).result()


def _join_figures(way: str, taken: Sequence[float]) -> list[Figure]:
    if not taken:
        return []
    times = [1000 * each for each in taken]
    goal = _JOIN_MS if way == _WAYS[0] else None
    return [
        Figure(f"joining, {way}: to the packet's first byte, p50", share(times, 0.5), "ms"),
        Figure(f"joining, {way}: to the packet's first byte, p95", share(times, 0.95), "ms", goal),
    ]


# --- the table ----------------------------------------------------------------------------------------------


def _grid(people: int, seconds: float, casts: dict[str, list[Figure]], joins: dict[str, list[float]]) -> Grid:
    """What was measured here beside its peer."""
    rows = [
        (ours.name.partition("hub")[2].strip(":, "), _said(ours), _said(peer))
        for ours, peer in zip(casts["room hub"], casts["office's hub"], strict=True)
    ]
    rows.append(("joining", *_WAYS))
    for part in ("p50", "p95"):
        shown = [
            next((_said(each) for each in _join_figures(way, joins[way]) if each.name.endswith(part)), "")
            for way in _WAYS
        ]
        rows.append((f"to the packet's first byte, {part}", shown[0], shown[1]))
    cast = f"{people} laptops cast within {seconds:g} s"
    joined = f"{sum(map(len, joins.values()))} laptops join"
    return Grid(f"{cast}; {joined}; load {os.getloadavg()[0]:.1f}", ("", *casts), tuple(rows))


def _said(figure: Figure) -> str:
    return f"{figure.value:.4g} {figure.unit}".strip()


if __name__ == "__main__":
    main()
