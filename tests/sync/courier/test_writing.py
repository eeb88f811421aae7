"""A copy that is cut, at whatever byte and by whatever, goes on and ends as the same file."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from support.sticks import Carried, readable

from sync.courier import writing
from sync.courier.opening import Recipient, opened
from sync.courier.resuming import unfinished
from sync.courier.stick import file_name, folder_on, look, usable
from sync.courier.writing import StoppedError, partial_path, write
from sync.errors import Code, SohopError
from sync.hub import outward
from sync.hub.outward import BlobSource, Wanted, make_sheet, writer_of
from sync.wire.bundle import Way


def source(it: Carried) -> BlobSource:
    return BlobSource(it.world.hub.blobs)


def writer(it: Carried) -> Recipient:
    return writer_of(it.world.hub)


class Counting(BlobSource):
    """Counts how often content is read."""

    reads = 0

    def chunk(self, name: bytes, size: int) -> bytes:
        self.reads += 1
        return super().chunk(name, size)


def test_the_same_plan_gives_the_same_bytes(bundle: Carried, tmp_path: Path) -> None:
    (path,) = write(tmp_path, bundle.sheet, source(bundle))
    assert path.read_bytes() == bundle.data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("seed", range(12))
def test_a_copy_that_was_cut_anywhere_goes_on_from_there(seed: int, bundle: Carried, tmp_path: Path) -> None:
    dice = random.Random(seed)
    path = tmp_path / bundle.name
    part = partial_path(path)
    size = dice.randrange(len(bundle.data))
    torn = bytearray(bundle.data[:size])
    if seed % 3 == 0 and size > 5_000:  # the last pages were never written, though the length was
        torn[-4_096:] = bytes(4_096)
    part.write_bytes(bytes(torn))
    (found,) = look(tmp_path)
    assert found.code is Code.BUNDLE_UNFINISHED or found.opened is None
    assert usable([found], Way.OUT) == []
    sheet = unfinished([found], writer(bundle))
    assert sheet in (None, bundle.sheet)
    counting = Counting(bundle.world.hub.blobs)
    told: list[int] = []
    write(tmp_path, bundle.sheet, counting, told.append)
    assert path.read_bytes() == bundle.data
    assert sum(told) == len(bundle.data)
    assert not part.exists()
    if size > len(bundle.data) * 0.8:
        every = sum(len(group) // 36 for planned in bundle.sheet.plan for group in planned.groups)
        assert counting.reads < every


def test_what_is_there_already_is_not_written_again(bundle: Carried, tmp_path: Path) -> None:
    write(tmp_path, bundle.sheet, source(bundle))
    counting = Counting(bundle.world.hub.blobs)
    write(tmp_path, bundle.sheet, counting)
    assert counting.reads == 0


def test_who_stops_it_finds_the_rest_where_it_was(bundle: Carried, tmp_path: Path) -> None:
    asked = iter([False, False, True])
    with pytest.raises(StoppedError):
        write(tmp_path, bundle.sheet, source(bundle), stop=lambda: next(asked))
    (part,) = tmp_path.iterdir()
    assert part.name.endswith(".part")
    assert bundle.data.startswith(part.read_bytes())
    assert part.stat().st_size > 1_000_000
    write(tmp_path, bundle.sheet, source(bundle))
    assert (tmp_path / bundle.name).read_bytes() == bundle.data


def test_a_process_that_is_killed_again_and_again_ends_with_a_whole_bundle(
    bundle: Carried, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "support.copier", str(bundle.world.office.folder), str(tmp_path)]
    paths = [str(Path(__file__).parents[2]), str(Path(__file__).parents[3])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    for frames in (2, 3, 4):
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            process.stdout.read(frames)
            process.send_signal(signal.SIGKILL)
    (cut,) = look(tmp_path)
    assert not cut.whole
    done = subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=True)
    assert done.stdout.endswith(b"!")
    (found,) = look(tmp_path)
    assert found.whole
    assert found.head.id == cut.head.id
    with opened([found], bundle.lan) as there:
        assert readable(there, bundle.packet) == {"d-all", "d-lan"}
        assert there.problems == {}


def test_parts_are_cut_where_a_file_may_not_grow_and_each_is_worth_having(
    bundle: Carried, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outward, "MAX_PART_BYTES", 1_200_000)
    sheet = make_sheet(bundle.world.hub, Wanted(bundle.packet.meeting))
    assert len(sheet.parts) > 2
    paths = write(tmp_path, sheet, source(bundle))
    assert all(path.stat().st_size <= 1_300_000 for path in paths)
    ((*parts,),) = usable(look(tmp_path), Way.OUT)
    with opened(parts, bundle.lan) as there:
        assert readable(there, bundle.packet) == {"d-all", "d-lan"}
    paths[-1].unlink()
    assert unfinished(look(tmp_path), writer(bundle)) == sheet
    ((*rest,),) = usable(look(tmp_path), Way.OUT)
    with opened(rest, bundle.lan) as there:
        assert len(readable(there, bundle.packet)) == 1
        assert there.problems[Code.BUNDLE_PART_MISSING].fields == {"part": len(paths), "parts": len(paths)}
    write(tmp_path, sheet, source(bundle))
    assert unfinished(look(tmp_path), writer(bundle)) is None
    paths[0].unlink()
    ((*headless,),) = usable(look(tmp_path), Way.OUT)
    with pytest.raises(SohopError, match="bundle_part_missing"), opened(headless, bundle.lan):
        pass


def test_too_little_room_is_said_before_anything_is_written(
    bundle: Carried, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda place: SimpleNamespace(free=2_500_000))
    with pytest.raises(SohopError) as refused:
        write(tmp_path, bundle.sheet, source(bundle))
    assert refused.value.code is Code.STICK_FULL
    assert refused.value.fields["free"] == 2
    assert list(tmp_path.iterdir()) == []


class Failing(BlobSource):
    """The stick fails in the middle."""

    error = OSError(errno.EIO, "pulled out")

    def chunk(self, name: bytes, size: int) -> bytes:
        raise self.error


def test_a_stick_that_is_pulled_out_or_fills_up_is_said(bundle: Carried, tmp_path: Path) -> None:
    failing = Failing(bundle.world.hub.blobs)
    for number, code in ((errno.EIO, Code.STICK_GONE), (errno.ENOSPC, Code.STICK_FULL)):
        failing.error = OSError(number, "it fails")
        with pytest.raises(SohopError) as refused:
            write(tmp_path, bundle.sheet, failing)
        assert refused.value.code is code
    with pytest.raises(SohopError) as refused:
        write(tmp_path / "gone", bundle.sheet, source(bundle))
    assert refused.value.code is Code.STICK_GONE
    write(tmp_path, bundle.sheet, source(bundle))
    assert (tmp_path / bundle.name).read_bytes() == bundle.data


def test_a_source_that_lacks_something_leaves_no_bundle(bundle: Carried, tmp_path: Path) -> None:
    class Lacking(BlobSource):
        def chunk(self, name: bytes, size: int) -> bytes:
            return super().chunk(bytes(32), size)

    with pytest.raises(SohopError, match="packet_incomplete"):
        write(tmp_path, bundle.sheet, Lacking(bundle.world.hub.blobs))
    assert [one.code for one in look(tmp_path)] == [Code.BUNDLE_UNFINISHED]


def test_a_link_in_a_files_place_is_not_written_through(bundle: Carried, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    usb = tmp_path / "usb"
    usb.mkdir()
    partial_path(usb / bundle.name).symlink_to(precious)
    with pytest.raises(SohopError, match="stick_gone"):
        write(usb, bundle.sheet, source(bundle))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "SOHOP").symlink_to(usb)
    with pytest.raises(SohopError, match="stick_gone"):
        folder_on(tmp_path / "other")
    assert precious.read_bytes() == b"precious"


def test_names_are_made_of_numbers_and_small_letters(bundle: Carried) -> None:
    assert file_name(bundle.sheet.parts[0].head).islower()
    assert writing.partial_path(Path("a.sohop")) == Path("a.sohop.part")
