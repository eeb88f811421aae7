"""An office with one packet and a bundle of it, made once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.meetings import make_motion, make_packet
from support.sticks import Carried, home_file, recipient, written
from support.world import Mould, ballot, make_world

from sync.hub.outward import Wanted


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory, mould: Mould) -> Iterator[Carried]:
    """Three megabytes in two items, one of them for one delegate only."""
    place: Path = tmp_path_factory.mktemp("office")
    world = make_world(place, mould)
    packet = world.publish(
        make_packet(
            world.tenant,
            world.roll,
            motions=[make_motion()],
            restricted={"d-lan": [world.lan.cert.person]},
            size=1_500_000,
        )
    )
    sheet = written(world, place / "one", Wanted(packet.meeting))
    written(world, place / "two", Wanted(packet.meeting))
    vote = world.lan.event(packet.meeting, ballot(packet, packet.manifest.motions[0].id, "for"))
    (one,), (two,) = (list((place / name).iterdir()) for name in ("one", "two"))
    yield Carried(
        world,
        packet,
        sheet,
        one.read_bytes(),
        two.read_bytes(),
        home_file(world, world.lan, vote),
        recipient(world, world.lan),
        recipient(world, world.guest),
    )
    world.close()
