"""The shell script that looks for what pip cannot bring."""

import os
import stat
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the script is for Linux")


def run(root, *parts, **environment):
    return subprocess.run(
        [root / "tools/system_libraries", *parts],
        env={**os.environ, "PYTHON": sys.executable, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_silent_where_everything_is_there(pytestconfig):
    done = run(pytestconfig.rootpath, "python", "offscreen")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_python_that_is_not_there_is_named(pytestconfig):
    done = run(pytestconfig.rootpath, "python", PYTHON="no-such-python")

    assert done.returncode == 1
    assert "no-such-python" in done.stderr


def test_what_is_missing_is_named_where_there_is_no_apt(pytestconfig, tmp_path):
    for name in ("uname", "id"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    blind = tmp_path / "blind"
    blind.write_text("#!/bin/sh\nexit 1\n")
    blind.chmod(blind.stat().st_mode | stat.S_IXUSR)

    done = run(pytestconfig.rootpath, "offscreen", PATH=str(tmp_path), PYTHON=str(blind))

    assert done.returncode == 1
    assert "libegl1" in done.stderr


def test_an_unknown_part_is_refused(pytestconfig):
    assert run(pytestconfig.rootpath, "everything").returncode == 1
