"""The command line of papers: minutes, invitations, drafts of resolutions, templates, paper saved."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import icalendar
import pytest
from support.docx_text import text_of
from support.packets import MEETING, MOTION, NOON, PASSPHRASE, PaperOffice

from reader.app import office as commands
from reader.app.cli import main
from reader.core import converting
from reader.core.converting import found


def sohop(profile: Path, *words: object) -> int:
    """One command, in English, with the passphrase over a pipe."""
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode() + b"\n")
    os.close(writing)
    try:
        before = ["--profile", str(profile), "--lang", "en", "--passphrase-fd", str(reading)]
        return main([*before, *map(str, words)])
    finally:
        os.close(reading)


@pytest.fixture
def thu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The secretary's profile, on a laptop whose line is not there but does not matter."""
    office = PaperOffice()
    book = office.book(tmp_path / "thu", office.thu)
    item = office.item(office.document(b"a" * 9_000))
    office.deliver(book.vault, office.manifest(item), item)
    book.vault.close()
    monkeypatch.setattr(commands.Laptop, "sync", lambda self, documents=True: None)
    return book.vault.profile


def test_minutes_and_invitations_are_written_and_who_can_read_them_is_said(thu, tmp_path, capsys) -> None:
    for words in (("minutes", "write", MEETING), ("invitation", "write", MEETING, "--each")):
        assert sohop(thu, *words, "--to", tmp_path / "a.docx") == 0
        assert "Whoever has this file can read it" in capsys.readouterr().out
        assert "Kỳ họp thứ năm" in text_of((tmp_path / "a.docx").read_bytes())
    assert sohop(thu, "invitation", "write", MEETING, "--to", tmp_path / "a.ics") == 0
    (event,) = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    assert event["DTSTART"].dt == NOON


def test_a_name_with_another_ending_says_all_the_same_what_it_is(thu, tmp_path, capsys) -> None:
    assert sohop(thu, "minutes", "write", MEETING, "--to", tmp_path / "bien-ban") == 0
    assert str(tmp_path / "bien-ban.docx") in capsys.readouterr().out
    assert (tmp_path / "bien-ban.docx").read_bytes().startswith(b"PK")


@pytest.mark.skipif(found() is None, reason="no LibreOffice on this computer")
def test_a_paper_becomes_pdf(thu, tmp_path) -> None:
    assert sohop(thu, "minutes", "write", MEETING, "--to", tmp_path / "a.pdf") == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_without_libreoffice_a_pdf_is_one_sentence(thu, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setattr(converting, "found", lambda: None)
    assert sohop(thu, "minutes", "write", MEETING, "--to", tmp_path / "a.pdf") == 1
    assert "has no LibreOffice" in capsys.readouterr().err
    assert sohop(thu, "libreoffice") == 1
    assert "There is no LibreOffice" in capsys.readouterr().out
    assert sohop(thu, "libreoffice", "--use", tmp_path / "nothing") == 1
    assert "does not run" in capsys.readouterr().err


def test_what_was_not_adopted_has_no_draft(thu, tmp_path, capsys) -> None:
    assert sohop(thu, "resolution", "write", MEETING, MOTION, "--to", tmp_path / "a.docx") == 1
    assert "no resolution to draft" in capsys.readouterr().err
    assert not (tmp_path / "a.docx").exists()


def test_each_paper_has_a_template_that_can_be_saved_used_and_given_up(thu, tmp_path) -> None:
    for paper in ("minutes", "invitation", "resolution"):
        assert sohop(thu, paper, "template", "--save", tmp_path / f"{paper}.docx") == 0
        assert sohop(thu, paper, "template", "--use", tmp_path / f"{paper}.docx") == 0
        assert sohop(thu, paper, "template", "--reset") == 0


def test_a_years_saved_paper_is_told_and_written(thu, tmp_path, capsys) -> None:
    table = tmp_path / "nam.xlsx"
    assert sohop(thu, "savings", "--year", NOON.year, "--price", 500, "--to", table) == 0
    said = capsys.readouterr().out
    assert "Kỳ họp thứ năm: readers: 0, pages: 0, sheets: 0" in said
    assert "500 đồng a page" in said
    assert zipfile.is_zipfile(table)
    assert sohop(thu, "savings", "--year", NOON.year, "--price", -5) == 1
    assert "price" in capsys.readouterr().err
