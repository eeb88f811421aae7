"""Sticks in a folder: bundles of a hub opened by laptops reduced to the protocol, and written by them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from support.laptop import Laptop
from support.meetings import Made
from support.world import World

from sync.courier.opening import Outward, Recipient, opened
from sync.courier.sealing import homeward_sheet
from sync.courier.stick import file_name, look, usable
from sync.courier.writing import Sheet, write
from sync.hub import rosters
from sync.hub.hub import Hub
from sync.hub.outward import BlobSource, Wanted, make_sheet
from sync.trust.bundles import hub_keys
from sync.wire.bundle import Way, encode_head
from sync.wire.chunks import pieces
from sync.wire.codec import digest
from sync.wire.envelope import Envelope
from sync.wire.letters import FromRoom, Heard, Homeward
from sync.wire.statements import Roster


@dataclass(frozen=True)
class Carried:
    """Two bundles of one office: what each holds, and who may open it."""

    world: World
    packet: Made
    sheet: Sheet
    data: bytes
    other: bytes
    """Another bundle for the same laptops."""
    home: bytes
    lan: Recipient
    guest: Recipient

    @property
    def name(self) -> str:
        """How the bundle's file is called."""
        return file_name(self.sheet.parts[0].head)


def written(world: World, usb: Path, wanted: Wanted, hub: Hub | None = None) -> Sheet:
    """The office's hub writes an outward bundle, or another one."""
    usb.mkdir(exist_ok=True)
    hub = hub or world.hub
    sheet = make_sheet(hub, wanted)
    write(usb, sheet, BlobSource(hub.blobs))
    return sheet


def recipient(world: World, laptop: Laptop) -> Recipient:
    """A laptop that opens, and knows the newest roster."""
    makers = {hub: keys.sign for hub, keys in hub_keys(newest_roster(world)).items()}
    return Recipient(laptop.tenant, laptop.cert.device, laptop.box_seed, makers)


def newest_roster(world: World) -> Roster:
    """The one in force."""
    with world.hub.database.read() as connection:
        return rosters.newest(connection)[0]


@contextmanager
def opened_by(world: World, usb: Path, laptop: Laptop) -> Iterator[Outward]:
    """The one bundle on a stick, by this laptop."""
    (parts,) = usable(look(usb), Way.OUT)
    with opened(parts, recipient(world, laptop)) as outward:
        yield outward


def readable(outward: Outward, packet: Made) -> set[str]:
    """The documents of a packet that are whole in a bundle, for who opened it."""
    return {
        str(name)
        for name, data in packet.documents.items()
        if b"".join(outward.chunk(digest(piece), len(piece)) or b"" for _, piece in pieces(data)) == data
    }


def home_file(
    world: World,
    laptop: Laptop,
    *events: Envelope,
    before: tuple[Envelope, ...] = (),
    room: FromRoom | None = None,
) -> bytes:
    """What this laptop would write to a stick now; of hubs it has heard the one that it talks to."""
    home = Homeward(
        device=laptop.cert.device,
        head=laptop.seq,
        heard=(Heard(laptop.hub, laptop.epoch, laptop.cursor),),
        acts=events,
        before=before,
        room=room,
    )
    roster = newest_roster(world)
    keys = hub_keys(roster)
    sheet = homeward_sheet(home, laptop.tenant, roster.name, keys, laptop.key.sign, datetime.now(UTC))
    return file_of(sheet)


def file_of(sheet: Sheet) -> bytes:
    """A bundle of one part without frames, as it lies on a stick."""
    return encode_head(sheet.heads[0]) + b"".join(sheet.boxes)
