"""Each benchmark runs alone and prints what it promises. Nothing here judges a time."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.mark.storm
@pytest.mark.parametrize("name", sorted(path.name for path in BENCH.glob("[!_]*.py")))
def test_a_benchmark_prints_its_figures_as_json(name: str) -> None:
    if name == "hands.py" and any(shutil.which(one) is None for one in ("Xvfb", "openbox", "xdotool")):
        pytest.skip("a virtual screen, a window manager and hands are not here")
    done = subprocess.run(
        [sys.executable, str(BENCH / name), "--json", "--small", "--runs", "1"],
        capture_output=True,
        text=True,
        check=False,
        cwd=BENCH.parent,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures
    for figure in figures:
        assert set(figure) == {"name", "value", "unit", "goal", "bound", "holds"}
        none_wanted = figure["value"] == figure["goal"] == 0 and figure["bound"] == "≤"
        may_be_none = none_wanted or "beyond" in figure["name"] or "per cut" in figure["name"]
        assert figure["value"] > 0 or may_be_none
