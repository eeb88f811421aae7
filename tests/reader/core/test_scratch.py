"""The folder for what another program has to read in clear."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reader.core import scratch
from reader.core.scratch import PREFIX, sweep

_CHILD = """
import sys
from reader.core.scratch import scratch
with scratch() as folder:
    (folder / "mat.txt").write_text("bí mật")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Not those of the programs that run at the same time."""
    monkeypatch.setattr(scratch, "_places", lambda: [tmp_path])
    return tmp_path


def test_a_folder_is_the_owners_only_and_gone_afterwards(places: Path) -> None:
    with scratch.scratch() as folder:
        (folder / "below").mkdir()
        (folder / "below/mat.txt").write_text("bí mật")
        assert folder.parent == places
        if sys.platform != "win32":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(places.iterdir()) == []


def test_a_folder_goes_also_when_the_work_in_it_fails(places: Path) -> None:
    def fail() -> None:
        with scratch.scratch() as folder:
            (folder / "mat.txt").write_text("bí mật")
            raise ValueError("hỏng")

    with pytest.raises(ValueError, match="hỏng"):
        fail()
    assert list(places.iterdir()) == []


def test_what_a_killed_program_left_goes_and_what_is_in_use_stays(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {**os.environ, "TMPDIR": str(places), "TEMP": str(places), "XDG_RUNTIME_DIR": str(places)}
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdin is not None
    left = Path(child.stdout.readline().strip())
    monkeypatch.setattr(scratch, "_places", lambda: [left.parent])
    assert sweep() == 0
    assert (left / "mat.txt").read_text() == "bí mật"
    child.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    child.wait()
    assert sweep() >= 1
    assert not left.exists()
    child.stdin.close()
    child.stdout.close()


def test_only_folders_of_ours_are_swept(places: Path) -> None:
    elsewhere = places / "của người khác"
    elsewhere.mkdir()
    (elsewhere / "lock").touch()
    (places / f"{PREFIX}link").symlink_to(elsewhere, target_is_directory=True)
    (places / f"{PREFIX}file").touch()
    (places / f"{PREFIX}just-made").mkdir()
    assert sweep() == 0
    assert {one.name for one in places.iterdir()} == {
        elsewhere.name,
        f"{PREFIX}link",
        f"{PREFIX}file",
        f"{PREFIX}just-made",
    }
