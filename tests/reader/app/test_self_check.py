"""``sohop self-check``, as somebody at a laptop runs it."""

import subprocess
import sys


def self_check(*options):
    return subprocess.run(
        [sys.executable, "-m", "reader", *options, "self-check"], capture_output=True, text=True, check=False
    )


def test_every_part_of_this_installation_works():
    done = self_check("--lang", "en")

    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 10
    assert all(line.startswith("ok ") for line in lines[:-1])
    assert done.stderr == ""
