"""Bundles by room hubs, and homeward ones with a box for each hub: whatever somebody changes who holds the
stick, or even a key, is refused with its reason.

``SOHOP_EXAMPLES`` makes it longer, as in ``test_mutations``.
"""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace
from sqlalchemy import select
from support.laptop import Laptop
from support.meetings import Made, make_motion, make_packet
from support.rooms import Room, add_room, carrying
from support.sticks import home_file, newest_roster, recipient, written
from support.world import Mould, World, ballot, make_world

from sync.courier.opening import Recipient, opened
from sync.courier.stick import look, usable
from sync.errors import Code, SohopError
from sync.hub import homeward, tables
from sync.hub.hub import Hub
from sync.hub.outward import Wanted
from sync.trust.bundles import HubKeys, hub_keys, open_box, seal_box, seal_content
from sync.wire.bundle import NOBODY, Box, Head, Way, encode_head, hint, read_box, read_head
from sync.wire.codec import digest, encode_payload
from sync.wire.envelope import Kind, seal
from sync.wire.letters import ContentKey, Homeward
from sync.wire.statements import HUB

SHARE = 120
MANY = (int(os.environ.get("SOHOP_EXAMPLES") or 0) * 5) or SHARE

REASONS = frozenset(
    {
        *(Code.BUNDLE_BROKEN, Code.BUNDLE_UNFINISHED, Code.BUNDLE_NEWER, Code.BUNDLE_OTHER),
        *(Code.BUNDLE_OTHER_HUB, Code.BUNDLE_STRANGE_HUB, Code.BUNDLE_PART_MISSING, Code.OTHER_TENANT),
        *(Code.UNKNOWN_DEVICE, Code.TOO_LARGE),
    }
)


@dataclass(frozen=True)
class Scene:
    """An office with two room hubs: one carries the meeting, the other is only named in the roster."""

    world: World
    packet: Made
    room: Room
    other: Room
    home: bytes
    """What Lan wrote: a ballot for the office."""
    out: bytes
    """The room hub's bundle."""
    by_office: bytes

    @property
    def lan(self) -> Laptop:
        return self.world.lan


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, mould: Mould) -> Iterator[Scene]:
    place: Path = tmp_path_factory.mktemp("rooms")
    world = make_world(place, mould)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[make_motion()], size=200_000))
    room, other = carrying(world, packet.meeting), add_room(world, "Phòng họp nhỏ")
    room.meet()
    written(world, place / "room", Wanted(packet.meeting), room.hub)
    written(world, place / "office", Wanted(packet.meeting))
    vote = world.lan.event(packet.meeting, ballot(packet, packet.manifest.motions[0].id, "for"))
    (out,), (by_office,) = (list((place / name).iterdir()) for name in ("room", "office"))
    home = home_file(world, world.lan, vote)
    yield Scene(world, packet, room, other, home, out.read_bytes(), by_office.read_bytes())
    for one in (room, other):
        one.stop()
    world.close()


# --- homeward


def parts(data: bytes) -> tuple[Head, list[bytes]]:
    """The head of a file without frames, and its boxes."""
    file = BytesIO(data)
    found = read_head(file)
    return found.head, [read_box(file, found, at) for at in range(len(found.head.boxes))]


def file_of(it: Scene, head: Head, boxes: Sequence[bytes], key: Ed25519PrivateKey | None = None) -> bytes:
    """A file of these boxes under a head that is signed by its maker, or with another key."""
    listed = tuple(
        Box(box.hint, len(data), hashlib.sha256(data).digest())
        for box, data in zip(head.boxes, boxes, strict=True)
    )
    payload = encode_payload(replace(head, boxes=listed))
    envelope = seal(Kind.BUNDLE, head.tenant, payload, head.maker, key or it.lan.key)
    return encode_head(envelope) + b"".join(boxes)


def unsigned(it: Scene, head: Head, boxes: Sequence[bytes]) -> bytes:
    """The same by somebody who has no key: the signature of before under a changed head."""
    return file_of(it, head, boxes, Ed25519PrivateKey.generate())


def dropped(dice: random.Random, it: Scene) -> bytes:
    """A box less, head and all, by whoever holds the stick."""
    head, boxes = parts(it.home)
    at = dice.randrange(len(boxes))
    kept = [each for number, each in enumerate(head.boxes) if number != at]
    return unsigned(it, replace(head, boxes=tuple(kept)), boxes[:at] + boxes[at + 1 :])


def swapped(dice: random.Random, it: Scene) -> bytes:
    """Two boxes in each other's place, their hints with them or not."""
    head, boxes = parts(it.home)
    one, two = dice.sample(range(len(boxes)), 2)
    boxes[one], boxes[two] = boxes[two], boxes[one]
    hints = list(head.boxes)
    if dice.random() < 0.5:
        hints[one], hints[two] = hints[two], hints[one]
    return unsigned(it, replace(head, boxes=tuple(hints)), boxes)


def moved(dice: random.Random, it: Scene) -> bytes:
    """The bytes of two boxes change places, the head stays."""
    _, boxes = parts(it.home)
    begin = it.home[: len(it.home) - sum(map(len, boxes))]
    dice.shuffle(boxes)
    return begin + b"".join(boxes)


def another_maker(dice: random.Random, it: Scene) -> bytes:
    """It claims to be of somebody else: another laptop's, a hub's, nobody's."""
    head, boxes = parts(it.home)
    maker = dice.choice([it.world.minh.cert.device, HUB, it.room.device, "d-nobody"])
    return unsigned(it, replace(head, maker=maker), boxes)


def another_content(dice: random.Random, it: Scene) -> bytes:
    """A room hub, which has the key, puts other acts in and keeps the head."""
    head, boxes = parts(it.home)
    key = key_of(it, head, boxes)
    home = Homeward(device=head.maker, head=dice.randrange(9))
    boxes[0] = seal_content(home, head, key)
    begin = it.home[: len(it.home) - sum(box.size for box in head.boxes)]
    return begin + b"".join(boxes)


def flipped(dice: random.Random, it: Scene) -> bytes:
    """One bit, anywhere."""
    data = bytearray(it.home)
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def key_of(it: Scene, head: Head, boxes: Sequence[bytes]) -> bytes:
    """What the room hub finds in its box."""
    at = [box.hint for box in head.boxes].index(hint(head.id, it.room.device))
    return open_box(boxes[at], head, it.room.device, it.room.hub.box_seed, ContentKey).key


HOMEWARD = (dropped, swapped, moved, another_maker, another_content, flipped)


@pytest.mark.parametrize("change", HOMEWARD, ids=lambda change: change.__name__)
@pytest.mark.parametrize("many", [SHARE, pytest.param(MANY, marks=pytest.mark.storm)])
def test_no_hub_takes_anything_of_a_changed_homeward_bundle(
    change: Callable[[random.Random, Scene], bytes], many: int, scene: Scene
) -> None:
    for seed in range(many // len(HOMEWARD)):
        data = change(random.Random(seed), scene)
        if data == scene.home:
            continue
        for hub in (scene.world.hub, scene.room.hub):
            with pytest.raises(SohopError) as refused:
                homeward.take(hub, data)
            assert refused.value.code in REASONS, (seed, refused.value.code)
    assert acts(scene.world.hub) == acts(scene.room.hub) == set()


def acts(hub: Hub) -> set[str]:
    """What a hub has of Lan's."""
    found: set[str] = set()
    with hub.database.read() as connection:
        for table in (tables.ballots.c.id, tables.relays.c.event, tables.carried.c.event):
            found.update(connection.execute(select(table)).scalars())
    return found


def of_lan(it: Scene, hubs: dict[str, HubKeys], *, twice: bool = False, content: int = 0) -> bytes:
    """As Lan's own program would write it, were it another program: boxes for these hubs only."""
    head, _ = parts(it.home)
    key = bytes(range(32))
    home = Homeward(device=head.maker, head=1)
    sealed = [(NOBODY, seal_content(home, head, key))]
    for hub, keys in hubs.items():
        sealed += [(hub, seal_box(ContentKey(key=key), head, hub, keys.box))] * (1 + twice)
    sealed = sealed[content:]
    listed = tuple(Box(hint(head.id, whose), 1, bytes(32)) for whose, _ in sealed)
    return file_of(it, replace(head, boxes=listed), [box for _, box in sealed])


def test_who_left_a_hub_out_is_refused_there_and_told_that_it_is_for_another(scene: Scene) -> None:
    hubs = hub_keys(newest_roster(scene.world))
    both = of_lan(scene, hubs)
    assert homeward.take(scene.world.hub, both).events == 0
    assert homeward.take(scene.room.hub, both).events == 0
    rooms = {name: keys for name, keys in hubs.items() if name != HUB}
    assert refusal(scene.world.hub, of_lan(scene, rooms)) is Code.BUNDLE_OTHER_HUB
    assert refusal(scene.room.hub, of_lan(scene, {HUB: hubs[HUB]})) is Code.BUNDLE_OTHER_HUB
    # its name with another hub's key
    crossed = {**hubs, scene.room.device: hubs[scene.other.device]}
    assert refusal(scene.room.hub, of_lan(scene, crossed)) is Code.BUNDLE_OTHER_HUB


def test_a_homeward_bundle_that_is_put_together_otherwise_is_broken(scene: Scene) -> None:
    hubs = hub_keys(newest_roster(scene.world))
    for data in (
        of_lan(scene, {}),
        of_lan(scene, hubs, twice=True),
        of_lan(scene, hubs, content=1),
        scene.home + b"x",
    ):
        assert refusal(scene.world.hub, data) is Code.BUNDLE_BROKEN
    assert refusal(scene.world.hub, scene.home[:-1]) is Code.BUNDLE_UNFINISHED
    assert refusal(scene.room.hub, scene.out) is Code.BUNDLE_OTHER


def refusal(hub: Hub, data: bytes) -> Code:
    with pytest.raises(SohopError) as refused:
        homeward.take(hub, data)
    return refused.value.code


# --- outward, by a room hub


def why(path: Path, reader: Recipient, it: Scene) -> set[Code]:
    """Why it was refused; nothing when all of it was fine. Fails when anything else comes out."""
    (found,) = look(path)
    if found.code is not None:
        return {found.code}
    bundles = usable([found], Way.OUT)
    if not bundles:
        return {Code.BUNDLE_OTHER}  # it claims to go the other way: nobody opens it
    try:
        with opened(bundles[0], reader) as outward:
            for chunk in it.packet.blobs:
                assert outward.chunk(digest(chunk), len(chunk)) in (None, chunk)
            return set(outward.problems)
    except SohopError as error:
        return {error.code}


def other_makers(dice: random.Random, it: Scene) -> bytes:
    """The head of another hub's name, or by a key that is not its own: the other room hub's, the office's,
    a laptop's."""
    file = BytesIO(it.out)
    found = read_head(file)
    keys = [it.other.hub.recorder.key, it.world.hub.recorder.key, it.world.minh.key]
    makers = [it.room.device, it.other.device, HUB, it.world.minh.cert.device]
    maker, key = dice.choice(makers), dice.choice(keys)
    payload = encode_payload(replace(found.head, maker=maker))
    rest = it.out[found.boxes_at :]
    return encode_head(seal(Kind.BUNDLE, found.head.tenant, payload, maker, key)) + rest


def boxes_dropped(dice: random.Random, it: Scene) -> bytes:
    """Without one of its boxes, signed by the other room hub in the room's name."""
    found = read_head(BytesIO(it.out))
    at = dice.randrange(len(found.head.boxes))
    kept = tuple(box for number, box in enumerate(found.head.boxes) if number != at)
    payload = encode_payload(replace(found.head, boxes=kept))
    key = it.other.hub.recorder.key
    size = sum(box.size for box in found.head.boxes[:at])
    begin = it.out[found.boxes_at : found.boxes_at + size]
    end = it.out[found.boxes_at + size + found.head.boxes[at].size :]
    return encode_head(seal(Kind.BUNDLE, found.head.tenant, payload, it.room.device, key)) + begin + end


def rests_mixed(dice: random.Random, it: Scene) -> bytes:
    """The room hub's head before the office's boxes and frames, or the other way round."""
    ours, theirs = dice.sample([it.out, it.by_office], 2)
    one, other = read_head(BytesIO(ours)), read_head(BytesIO(theirs))
    return ours[: one.boxes_at] + theirs[other.boxes_at :]


def bits(dice: random.Random, it: Scene) -> bytes:
    """One bit, anywhere."""
    data = bytearray(it.out)
    data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def ends(dice: random.Random, it: Scene) -> bytes:
    """Cut, or longer."""
    return it.out[: dice.randrange(len(it.out))] if dice.random() < 0.7 else it.out + dice.randbytes(9)


OUTWARD = (other_makers, boxes_dropped, rests_mixed, bits, ends)


@pytest.mark.parametrize("change", OUTWARD, ids=lambda change: change.__name__)
@pytest.mark.parametrize("many", [SHARE, pytest.param(MANY, marks=pytest.mark.storm)])
def test_whatever_is_changed_of_a_room_hubs_bundle_is_refused_with_its_reason(
    change: Callable[[random.Random, Scene], bytes], many: int, scene: Scene, tmp_path: Path
) -> None:
    path, reader = tmp_path / "one.sohop", recipient(scene.world, scene.lan)
    for seed in range(many // len(OUTWARD)):
        data = change(random.Random(seed), scene)
        if data in (scene.out, scene.by_office):
            continue
        path.write_bytes(data)
        codes = why(path, reader, scene)
        assert codes, (change.__name__, seed)
        assert codes <= REASONS, (change.__name__, seed, codes)


def test_only_hubs_in_good_standing_are_opened(scene: Scene, tmp_path: Path) -> None:
    path, roster = tmp_path / "one.sohop", newest_roster(scene.world)
    path.write_bytes(scene.out)
    lan = recipient(scene.world, scene.lan)

    def knowing(hubs: dict[str, HubKeys]) -> Recipient:
        makers = {hub: keys.sign for hub, keys in hubs.items()}
        return Recipient(lan.tenant, lan.device, lan.box_seed, makers)

    assert why(path, lan, scene) == set()
    assert why(path, knowing(hub_keys(roster, [scene.room.device])), scene) == {Code.BUNDLE_STRANGE_HUB}
    older = replace(roster, office=tuple(c for c in roster.office if c.device != scene.room.device))
    assert why(path, knowing(hub_keys(older)), scene) == {Code.BUNDLE_STRANGE_HUB}
    other = hub_keys(roster)
    other[scene.room.device] = other[scene.other.device]
    assert why(path, knowing(other), scene) == {Code.BUNDLE_BROKEN}
    # One that it does not know and that has nothing for it is simply not for it.
    guest = recipient(scene.world, scene.world.guest)
    assert why(path, Recipient(guest.tenant, guest.device, guest.box_seed, {}), scene) == {Code.BUNDLE_OTHER}
