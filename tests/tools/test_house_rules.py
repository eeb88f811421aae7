"""What the house rules find."""

import pytest

from tools.house_rules import LONGEST, ROOT, long_files, machine_paths


def test_a_source_file_that_is_too_long_is_named(tmp_path):
    folder = tmp_path / "reader"
    folder.mkdir()
    (folder / "long.py").write_text("x = 1\n" * (LONGEST + 1))
    (folder / "short.py").write_text("x = 1\n" * LONGEST)

    assert [breach.split(":")[0] for breach in long_files(tmp_path)] == ["reader/long.py"]


@pytest.mark.parametrize(
    "line",
    [
        "see /" + "home/somebody/x",
        f"open('{ROOT}/a')",
        "--index" + "-url file",
        "PIP_INDEX" + "_URL=file",
        "https://index.example/" + "simple",
        "https://files.example/one-1.0.tar" + ".gz",
    ],
)
def test_a_place_of_one_machine_is_named_with_its_line(tmp_path, line):
    (tmp_path / "notes.md").write_text(f"first\n{line}\n")

    assert [breach.split(": ")[0] for breach in machine_paths(tmp_path)] == ["notes.md:2"]


def test_addresses_and_web_paths_are_no_machine_paths(tmp_path):
    (tmp_path / "notes.md").write_text("https://example.vn/home/page, docs/home/x, /v1/enrol\n")

    assert list(machine_paths(tmp_path)) == []
