"""What a room hub brings its office on a stick: a homeward bundle, as a laptop's (docs/BUNDLE.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, select

from sync.courier.sealing import homeward_sheet
from sync.courier.writing import Sheet
from sync.errors import Code, SohopError
from sync.hub import handing, hearing, rosters, tables
from sync.hub.hub import Hub
from sync.hub.packets import PacketView
from sync.hub.stored import milliseconds
from sync.hub.tables import PacketState
from sync.model.events import SubmitPacket
from sync.model.ids import Digest
from sync.model.text import utc
from sync.trust.bundles import hub_keys
from sync.wire.envelope import Kind
from sync.wire.letters import MAX_ACTS, MAX_HOMEWARD, BundleSheet, FromRoom, Homeward
from sync.wire.rooms import Said
from sync.wire.statements import HUB

_MOST_BLOBS: Final = 12 * 1024 * 1024
"""Bytes of packets. What does not fit waits for a line, and the act that submits it at the office."""


def make_sheet(hub: Hub) -> Sheet:
    """All that a room hub has and its office may lack, sealed to the office. Anew each time, and whole: what
    is there already changes nothing.

    Raises ``SohopError``: ``NOTHING_TO_CARRY`` when it has told all of it over the line, and at the office's
    own hub; ``TOO_LARGE``.
    """
    if not hub.recorder.is_room:
        raise SohopError(Code.NOTHING_TO_CARRY)
    now = hub.clock()
    with hub.database.read() as connection:
        acts, last = _acts(connection, hub)
        if not acts:
            raise SohopError(Code.NOTHING_TO_CARRY)
        mine = tables.motions.c.recorder == hub.recorder.named
        room = FromRoom(
            acts=tuple(acts),
            motions=tuple(handing.logs(connection, mine, ballots=True)),
            contacts=hearing.of_room(hub, connection, 0, milliseconds(now), last),
            blobs=tuple(_blobs(connection, hub, acts)),
        )
        roster, _ = rosters.newest(connection)
        office = connection.execute(select(tables.office.c.name)).scalar_one()
    home = Homeward(device=hub.recorder.hub, head=0, room=room)
    keys = {HUB: hub_keys(roster)[HUB]}
    sheet = homeward_sheet(home, hub.recorder.tenant, office, keys, hub.recorder.key.sign, utc(now))
    if sheet.size > MAX_HOMEWARD:
        raise SohopError(Code.TOO_LARGE)
    return sheet


def answer_ask(hub: Hub) -> BundleSheet:
    """For the secretary's laptop that writes it. Raises what ``make_sheet`` does."""
    sheet = make_sheet(hub)
    return BundleSheet(heads=sheet.heads, boxes=sheet.boxes)


def _acts(connection: Connection, hub: Hub) -> tuple[list[Said], int]:
    """What laptops brought since the office had all of it, and the number of the last."""
    after = connection.execute(select(tables.office_line.c.up)).scalar_one()
    acts: list[Said] = []
    while True:
        some, after = handing.brought(connection, hub.recorder.named, after)
        if not some:
            return acts, after
        acts += some
        if len(acts) > MAX_ACTS:
            raise SohopError(Code.TOO_LARGE)


def _blobs(connection: Connection, hub: Hub, acts: Sequence[Said]) -> Iterator[bytes]:
    """Of the packets that were submitted here, what is in none that the office has given."""
    submitted = list(_submitted(hub, acts))
    packets = tables.packets.c
    given = connection.execute(
        select(packets.manifest).where(
            packets.state == PacketState.PUBLISHED,
            packets.manifest.not_in([view.digest for view in submitted]),
        )
    ).scalars()
    seen = {name for manifest in given for name in hub.packets.open(Digest(manifest)).blobs}
    room = _MOST_BLOBS
    for view in submitted:
        for name in view.blobs:
            if name not in seen:
                seen.add(name)
                data = hub.blobs.get(name)
                room -= len(data)
                if room < 0:
                    return
                yield data


def _submitted(hub: Hub, acts: Sequence[Said]) -> Iterator[PacketView]:
    for said in acts:
        if said.envelope.kind is not Kind.EVENT:
            continue
        body = handing.event_of(said).body
        if isinstance(body, SubmitPacket):
            try:
                yield hub.packets.open(body.manifest)
            except SohopError:
                continue  # it was refused here: the office will say the same
