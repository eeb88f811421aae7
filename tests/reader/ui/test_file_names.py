"""What is taken out is named as what it is, and takes no other file's place unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.file_names import named_as

OFFERED = (".docx", ".pdf", ".xlsx", ".csv")


@pytest.mark.parametrize(
    ("typed", "chosen", "name"),
    [
        ("a.docx", ".docx", "a.docx"),
        ("a.docx", ".pdf", "a.pdf"),
        ("a.PDF", ".docx", "a.PDF"),
        ("a", ".xlsx", "a.xlsx"),
        ("a.b", ".csv", "a.b.csv"),
    ],
)
def test_the_name_ends_as_what_it_is(tmp_path: Path, typed: str, chosen: str, name: str) -> None:
    assert named_as(tmp_path / typed, chosen, OFFERED).name == name


def test_a_name_that_nobody_was_asked_about_takes_no_files_place(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"mine")
    assert named_as(tmp_path / "a.docx", ".pdf", OFFERED).name == "a (2).pdf"
    assert named_as(tmp_path / "a", ".pdf", (".pdf",)).name == "a (2).pdf"
    assert named_as(tmp_path / "a.pdf", ".pdf", (".pdf",)).name == "a.pdf"
