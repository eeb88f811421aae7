"""Whatever is done to a bundle, it is refused with a reason, and nothing but what the hub sealed gets in.

``SOHOP_EXAMPLES`` in the environment makes it longer; ``make storm`` does: 5,000 mutations.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from support.sticks import Carried

from sync.courier.opening import Outward, Recipient, opened
from sync.courier.stick import Found, look, usable
from sync.errors import Code, SohopError
from sync.hub import homeward
from sync.wire.bundle import FRAME_HEAD, MAGIC, Opened, Way, read_head, scan
from sync.wire.codec import digest
from sync.wire.statements import HUB

SHARE = 300
MANY = (int(os.environ.get("SOHOP_EXAMPLES") or 0) * 5) or SHARE

REASONS = frozenset(
    {
        *(Code.BUNDLE_BROKEN, Code.BUNDLE_UNFINISHED, Code.BUNDLE_NEWER, Code.BUNDLE_OTHER),
        *(Code.BUNDLE_PART_MISSING, Code.OTHER_TENANT, Code.UNKNOWN_DEVICE, Code.TOO_LARGE),
        *(Code.BUNDLE_OTHER_HUB, Code.BUNDLE_STRANGE_HUB),
    }
)

Change = Callable[[random.Random, Carried], bytes]


def flip(dice: random.Random, it: Carried) -> bytes:
    """One bit, anywhere; the begin is hit as often as the long rest."""
    data = bytearray(it.data)
    edge = len(data) if dice.random() < 0.5 else 6_000
    data[dice.randrange(edge)] ^= 1 << dice.randrange(8)
    return bytes(data)


def cut(dice: random.Random, it: Carried) -> bytes:
    """The stick was pulled out."""
    return it.data[: dice.randrange(len(it.data))]


def grow(dice: random.Random, it: Carried) -> bytes:
    """Something behind the end."""
    return it.data + dice.randbytes(dice.randrange(1, 50))


def splice(dice: random.Random, it: Carried) -> bytes:
    """A piece of another bundle of the same office, at its own place."""
    size = min(len(it.data), len(it.other))
    first = dice.randrange(size - 64)
    last = dice.randrange(first + 32, size)
    return it.data[:first] + it.other[first:last] + it.data[last:]


def frames(it: Carried) -> tuple[bytes, list[bytes]]:
    """What stands before the frames, and each frame."""
    file = BytesIO(it.data)
    head = read_head(file)
    places = list(scan(file, head, len(it.data)))
    return it.data[: head.frames_at], [it.data[each.at - FRAME_HEAD : each.at + each.size] for each in places]


def swap(dice: random.Random, it: Carried) -> bytes:
    """Two frames in each other's place, their numbers with what they number or without."""
    begin, each = frames(it)
    one, other = dice.sample(range(len(each)), 2)
    if dice.random() < 0.5:
        return begin + b"".join(_numbered(each, one, other))
    each[one] = each[other]
    return begin + b"".join(each)


def _numbered(each: list[bytes], one: int, other: int) -> list[bytes]:
    """The contents change places, the heads stay."""
    a, b = each[one], each[other]
    changed = list(each)
    changed[one] = len(b[FRAME_HEAD:]).to_bytes(4, "big") + a[4:FRAME_HEAD] + b[FRAME_HEAD:]
    changed[other] = len(a[FRAME_HEAD:]).to_bytes(4, "big") + b[4:FRAME_HEAD] + a[FRAME_HEAD:]
    return changed


def drop(dice: random.Random, it: Carried) -> bytes:
    """A frame less."""
    begin, each = frames(it)
    del each[dice.randrange(len(each))]
    return begin + b"".join(each)


def double(dice: random.Random, it: Carried) -> bytes:
    """A frame twice."""
    begin, each = frames(it)
    place = dice.randrange(len(each))
    each.insert(place, each[place])
    return begin + b"".join(each)


def nonsense(dice: random.Random, it: Carried) -> bytes:
    """Another head, of any length, before the same rest."""
    head = dice.randbytes(dice.randrange(0, 400))
    size = dice.choice([len(head), dice.randrange(2**32)])
    return MAGIC + size.to_bytes(4, "big") + head + it.data[400:]


CHANGES: tuple[Change, ...] = (flip, flip, cut, grow, splice, swap, drop, double, nonsense)


def outcome(path: Path, reader: Recipient, it: Carried) -> set[Code]:
    """Why it was refused. Fails when anything got in that the hub did not seal."""
    (found,) = look(path)
    if found.code is not None:
        return {found.code}
    try:
        ((parts),) = usable([found], Way.OUT)
        with opened(parts, reader) as outward:
            take_all(outward, it)
            return set(outward.problems)
    except ValueError:
        return {Code.BUNDLE_OTHER}  # it claims to go the other way: nobody opens it
    except SohopError as error:
        return {error.code}


def take_all(outward: Outward, it: Carried) -> None:
    """Everything that comes out is what was put in."""
    for name in it.packet.manifest.items:
        data = outward.descriptor(name)
        assert data is None or digest(data) == name
    for chunk in it.packet.blobs:
        data = outward.chunk(digest(chunk), len(chunk))
        assert data in (None, chunk)
    (there,) = [each for reply in outward.letter.replies for each in reply.packets]
    assert there.manifest.digest == it.packet.digest


def test_the_bundle_itself_is_fine(bundle: Carried, tmp_path: Path) -> None:
    path = tmp_path / bundle.name
    path.write_bytes(bundle.data)
    assert outcome(path, bundle.lan, bundle) == set()


@pytest.mark.parametrize("change", dict.fromkeys(CHANGES), ids=lambda change: change.__name__)
@pytest.mark.parametrize("many", [SHARE, pytest.param(MANY, marks=pytest.mark.storm)])
def test_whatever_is_changed_is_refused_with_its_reason(
    change: Change, many: int, bundle: Carried, tmp_path: Path
) -> None:
    path = tmp_path / bundle.name
    for seed in range(many // len(CHANGES)):
        data = change(random.Random(seed), bundle)
        if data == bundle.data:
            continue
        path.write_bytes(data)
        why = outcome(path, bundle.lan, bundle)
        assert why, (change.__name__, seed)
        assert why <= REASONS, (change.__name__, seed, why)


@pytest.mark.parametrize("change", [flip, cut, grow, nonsense], ids=lambda change: change.__name__)
@pytest.mark.parametrize("many", [SHARE, pytest.param(MANY, marks=pytest.mark.storm)])
def test_the_hub_takes_nothing_from_a_changed_homeward_bundle(
    change: Change, many: int, bundle: Carried
) -> None:
    home = replace(bundle, data=bundle.home, other=bundle.home)
    for seed in range(many // len(CHANGES)):
        dice = random.Random(seed)
        if change is flip:
            data = bytearray(home.data)
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        else:
            data = bytearray(change(dice, home))
        with pytest.raises(SohopError) as refused:
            homeward.take(bundle.world.hub, bytes(data))
        assert refused.value.code in REASONS, (seed, refused.value.code)


def test_what_is_for_others_is_refused(bundle: Carried, tmp_path: Path) -> None:
    path = tmp_path / bundle.name
    path.write_bytes(bundle.data)
    assert outcome(path, bundle.guest, bundle) == {Code.BUNDLE_OTHER}
    lan = bundle.lan
    elsewhere = replace(lan, tenant="t-other")
    assert outcome(path, elsewhere, bundle) == {Code.OTHER_TENANT}
    stolen = replace(lan, box_seed=bundle.guest.box_seed)
    assert outcome(path, stolen, bundle) == {Code.BUNDLE_OTHER}
    false = replace(lan, makers={HUB: bytes(32)})
    assert outcome(path, false, bundle) == {Code.BUNDLE_BROKEN}


def test_names_on_a_stick_lead_nowhere(bundle: Carried, tmp_path: Path) -> None:
    usb, outside = tmp_path / "usb", tmp_path / "outside.sohop"
    (usb / "SOHOP").mkdir(parents=True)
    outside.write_bytes(bundle.data)
    (usb / "SOHOP" / "link.sohop").symlink_to(outside)
    (usb / "SOHOP" / "folder.sohop").mkdir()
    os.mkfifo(usb / "SOHOP" / "pipe.sohop")
    (usb / "deeper").mkdir()
    (usb / "deeper" / "x.sohop").write_bytes(bundle.data)
    (usb / "other.txt").write_bytes(bundle.data)
    (usb / "invitation.sohop").write_bytes(b"sohop://enrol?x=1\n")
    found = look(usb)
    assert {one.path.name for one in found} == {"link.sohop", "folder.sohop", "pipe.sohop"}
    assert {one.code for one in found} == {Code.BUNDLE_BROKEN}
    assert usable(found, Way.OUT) == []
    (tmp_path / "to").symlink_to(usb / "SOHOP")
    (usb / "sohop").symlink_to(tmp_path)
    assert {one.path.parent for one in look(usb)} == {usb / "SOHOP"}


def test_the_same_bundle_under_two_names_is_one(bundle: Carried, tmp_path: Path) -> None:
    for name in ("a.sohop", "A.SOHOP", "copy of a.sohop"):
        (tmp_path / name).write_bytes(bundle.data)
    found = look(tmp_path)
    assert len(found) == 3
    ((one,),) = usable(found, Way.OUT)
    assert one.whole


def test_a_program_that_is_older_says_so(bundle: Carried, tmp_path: Path) -> None:
    head = read_head(BytesIO(bundle.data))
    assert isinstance(head, Opened)
    changed = bundle.data.replace(b'"format":1', b'"format":2', 1)
    path = tmp_path / bundle.name
    path.write_bytes(changed)
    (found,) = look(path)
    assert isinstance(found, Found)
    assert found.code is Code.BUNDLE_NEWER
