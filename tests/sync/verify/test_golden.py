"""Files that a real hub and real laptops made once: whoever has one must be able to prove it for ever."""

import io
import json
from pathlib import Path

import pytest

from sync.verify import run

GOLDEN = Path(__file__).parent / "golden"


FILES = {"named": (3, 3), "own": (2, 0), "admitted": (1, 1), "entered": (0, 1)}
"""How many ballots and entries each has."""


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_file_made_long_ago_is_proved(name, language):
    out = io.StringIO()
    path = GOLDEN / f"{name}.json"
    assert run(path, str(GOLDEN / "root.txt"), language, out) == 0, out.getvalue()
    file = json.loads(path.read_text("utf-8"))
    form = "named" if name == "named" else "own"
    assert (file["format"], file["version"], file["form"]) == ("sohop closed motion", 1, form)
    assert (len(file["ballots"]), len(file["entries"])) == FILES[name]
    assert len(file["roots"]) == 1
    assert file["result"]["counts"] == [["for", 3], ["against", 1], ["other", 0]]


def test_all_show_one_mark_of_the_log():
    said = []
    for name in FILES:
        out = io.StringIO()
        run(GOLDEN / f"{name}.json", "", "en", out)
        said += [line for line in out.getvalue().splitlines() if "Mark of the log" in line]
    assert len(said) == len(FILES)
    assert len(set(said)) == 1
