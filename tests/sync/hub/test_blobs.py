"""What put has returned from is whole, under its digest, and a full disk says so before."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from sync.errors import Code, SohopError
from sync.hub.blobs import Blobs
from sync.model.meeting import MAX_CHUNK_BYTES
from sync.wire.codec import digest
from sync.wire.messages import MAX_BLOB


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Blobs.make(tmp_path / "blobs")
    return tmp_path / "blobs"


def test_blobs_come_back_under_their_digest_and_twice_is_once(folder: Path) -> None:
    blobs = Blobs(folder)
    pieces = [bytes([n]) * (n + 1) for n in range(50)]
    assert blobs.put(pieces) == [digest(piece) for piece in pieces]
    assert blobs.put([*pieces, pieces[0]]) == [digest(piece) for piece in pieces]
    assert [blobs.get(digest(piece)) for piece in pieces] == pieces
    assert blobs.missing([digest(b"nowhere"), digest(pieces[0])]) == [digest(b"nowhere")]
    assert sum(path.is_file() for path in folder.rglob("*")) == 50
    with pytest.raises(SohopError) as error:
        blobs.get(digest(b"nowhere"))
    assert error.value.code is Code.PACKET_INCOMPLETE
    blobs.close()


def test_blobs_of_every_length_come_back_whole(folder: Path) -> None:
    blobs = Blobs(folder)
    for size in (1, MAX_CHUNK_BYTES, MAX_CHUNK_BYTES + 1, MAX_CHUNK_BYTES + 2, 300_000, MAX_BLOB):
        (name,) = blobs.put([bytes(size)])
        assert blobs.get(name) == bytes(size)
    blobs.close()


def test_every_file_and_folder_is_flushed_before_put_returns(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    real = os.fsync

    def noted(handle: int) -> None:
        flushed.append(os.path.basename(os.readlink(f"/proc/self/fd/{handle}")))
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    blobs = Blobs(folder)
    names = blobs.put([b"one", b"two"])
    blobs.close()
    folders = {name[:2] for name in names}
    files = [name for name in flushed if len(name) == 32]
    assert len(files) == 2
    assert set(flushed[2:]) == folders  # folders last: after every rename


def test_a_disk_without_room_is_said_before_anything_is_acknowledged(folder: Path) -> None:
    blobs = Blobs(folder, reserve=2**60)
    with pytest.raises(SohopError) as error:
        blobs.put([b"content"])
    assert error.value.code is Code.DISK_FULL
    assert blobs.missing([digest(b"content")])
    blobs.close()


def test_a_write_that_fails_half_way_leaves_no_name_behind(folder: Path) -> None:
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from sync.errors import SohopError\n"
        "from sync.hub.blobs import Blobs\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    Blobs(Path(sys.argv[1])).put([b'small', bytes(5000)])\n"
        "except SohopError as error:\n"
        "    print(error.code)\n"
    )
    assert resource.getrlimit(resource.RLIMIT_FSIZE)
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[3],
    )
    assert done.stdout.strip() == "disk_full"
    blobs = Blobs(folder)
    assert blobs.missing([digest(bytes(5000))])
    blobs.clear_arriving()
    assert not list((folder / "arriving").iterdir())
    blobs.close()
