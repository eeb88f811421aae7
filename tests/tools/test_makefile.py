"""The Makefile's doors: a target declared and never written would pass for one that passed."""

import re
from collections import Counter
from pathlib import Path

MAKEFILE = (Path(__file__).parents[2] / "Makefile").read_text(encoding="utf-8")


def test_every_declared_target_is_written_exactly_once() -> None:
    declared = {
        name for line in re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE) for name in line.split()
    }
    written = Counter(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))
    assert declared == set(written)
    assert set(written.values()) == {1}
