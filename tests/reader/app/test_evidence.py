"""``sohop motion export``, ``sohop collect``, ``sohop verify``: what is written, what is said, the status."""

import json
import os

import pytest
from msgspec.structs import replace
from support.evidence import deliver, stories
from support.packets import MEETING, MOTION, PASSPHRASE, PaperOffice

from reader.app import office as commands
from reader.app.cli import main
from reader.core import evidence
from reader.store.closed import Closed
from sync.errors import Code, SohopError


@pytest.fixture
def thu(tmp_path, monkeypatch):
    """Makes the secretary's profile after this motion; there is no line."""

    def offline(self, documents=True):
        raise SohopError(Code.OFFLINE)

    monkeypatch.setattr(commands.Laptop, "sync", offline)

    def made(story):
        office = PaperOffice()
        book = office.book(tmp_path / "thu", office.thu)
        deliver(story, book.vault)
        book.vault.close()
        return tmp_path / "thu"

    return made


def sohop(profile, *words):
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode() + b"\n")
    os.close(writing)
    try:
        before = ["--profile", str(profile), "--lang", "en", "--passphrase-fd", str(reading)]
        return main([*before, *map(str, words)])
    finally:
        os.close(reading)


def test_a_motion_is_exported_without_a_line_and_checked_without_a_book(thu, tmp_path, capsys):
    story = stories()["plain"]
    profile, file = thu(story), tmp_path / "out.json"
    assert sohop(profile, "motion", "export", MEETING, MOTION, "--to", file) == 0
    said = capsys.readouterr()
    assert "No connection to the hub" in said.err
    assert "Ballots with their voters' names: 4" in said.out
    assert "hand it to the chair, the secretary and the tellers only" in said.out
    root = story.office.root_key.hex()
    assert main(["--lang", "en", "verify", str(file), "--root-key", root]) == 0
    assert "PROVED" in capsys.readouterr().out
    file.write_bytes(file.read_bytes().replace(b'"total": 3', b'"total": 4', 1))
    assert main(["--lang", "en", "verify", str(file)]) == 1
    assert "REFUSED at result.total: must be “3”, the file has “4”." in capsys.readouterr().out
    assert main(["verify", str(tmp_path / "none.json")]) == 1


def test_evidence_that_does_not_hold_is_written_and_ends_with_one(thu, tmp_path, capsys):
    story = stories()["plain"]
    story.closing = replace(story.closing, late=1)
    assert sohop(thu(story), "motion", "export", MEETING, MOTION, "--to", tmp_path / "out.json") == 1
    said = capsys.readouterr().err
    assert "BUT the file does not hold: REFUSED at closing.payload.late" in said
    assert (tmp_path / "out.json").exists()


def test_a_motion_that_is_not_known_writes_nothing(thu, tmp_path, capsys):
    profile = thu(stories()["plain"])
    assert sohop(profile, "motion", "export", MEETING, "v-9", "--to", tmp_path / "out.json") == 1
    assert "does not have all" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()


def test_a_folder_that_is_not_there_is_said(thu, tmp_path, capsys):
    profile = thu(stories()["plain"])
    assert sohop(profile, "motion", "export", MEETING, MOTION, "--to", tmp_path / "no" / "out.json") == 1
    assert "out.json" in capsys.readouterr().err


def test_a_file_that_cannot_be_replaced_leaves_no_ballot_beside_it(thu, tmp_path, capsys):
    profile, file = thu(stories()["plain"]), tmp_path / "to" / "out.json"
    file.mkdir(parents=True)
    assert sohop(profile, "motion", "export", MEETING, MOTION, "--to", file) == 1
    assert "out.json" in capsys.readouterr().err
    assert list(file.parent.iterdir()) == [file]


def test_all_files_of_a_meeting_read_its_closed_motions_once(tmp_path, monkeypatch):
    story, office = stories()["plain"], PaperOffice()
    book = office.book(tmp_path / "thu", office.thu)
    deliver(story, book.vault)
    read = []
    of_meeting = Closed.of_meeting
    monkeypatch.setattr(Closed, "of_meeting", lambda self, one: read.append(one) or of_meeting(self, one))
    made, _ = evidence.export_all(book, MEETING, tmp_path, "vi")
    assert (len(made), read) == (1, [MEETING])
    assert evidence.is_named(book, MEETING, MOTION)
    assert evidence.export(book, MEETING, MOTION, tmp_path / "one.json").named
    assert read == [MEETING]
    book.vault.close()


def test_what_a_meeting_brought_is_collected_with_its_evidence(thu, tmp_path, capsys, monkeypatch):
    profile = thu(stories()["plain"])
    monkeypatch.setattr(commands.Laptop, "sync", lambda self, documents=True: None)
    assert sohop(profile, "collect", MEETING, "--to", tmp_path / "out") == 0
    written = len(list((tmp_path / "out").iterdir()))
    assert f"Files written to {tmp_path / 'out'}: {written}." in capsys.readouterr().out
    file = json.loads((tmp_path / "out" / f"evidence-{MOTION}.json").read_text("utf-8"))
    assert file["form"] == "named"
