"""Files that a real hub and real laptops made once: whoever has one must be able to prove it for ever."""

import io
import json
from pathlib import Path

import pytest

from sync.verify import run

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("name", "ballots"), [("named", 3), ("own", 2)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_file_made_long_ago_is_proved(name, ballots, language):
    out = io.StringIO()
    path = GOLDEN / f"{name}.json"
    assert run(path, str(GOLDEN / "root.txt"), language, out) == 0, out.getvalue()
    file = json.loads(path.read_text("utf-8"))
    assert (file["format"], file["version"], file["form"]) == ("sohop closed motion", 1, name)
    assert (len(file["ballots"]), len(file["roots"])) == (ballots, 1)
    assert file["result"]["counts"] == [["for", 2], ["against", 0], ["other", 0]]


def test_both_show_one_mark_of_the_log():
    said = []
    for name in ("named", "own"):
        out = io.StringIO()
        run(GOLDEN / f"{name}.json", "", "en", out)
        said += [line for line in out.getvalue().splitlines() if "Mark of the log" in line]
    assert len(said) == 2
    assert said[0] == said[1]
