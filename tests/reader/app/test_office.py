"""The command line of recalls, unsent work and uploads, without a hub."""

import os
import zipfile

import pytest
from support.english import says_several
from support.packets import MEETING, PASSPHRASE, PaperOffice

from reader.app import office as commands
from reader.app.cli import main
from reader.app.uploading import upload_shown
from reader.app.words import WORDS, Speaker
from reader.core.exporting import EXACT, READABLE
from sync.errors import Code, SohopError
from sync.model.events import DropMark, Event, RecallPacket
from sync.wire.codec import decode_payload
from sync.wire.desk import Reach


def sohop(profile, *words):
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
def lan(book):
    """Her profile, with two acts that wait."""
    for name in ("k-1", "k-2"):
        book.act(MEETING, DropMark(id=name))
    book.vault.close()
    return book.vault.profile


@pytest.fixture
def thu(tmp_path, monkeypatch):
    """The secretary's profile, on a laptop whose line is not there but does not matter."""
    office = PaperOffice()
    book = office.book(tmp_path / "thu", office.thu)
    item = office.item(office.document(b"a" * 9_000))
    office.deliver(book.vault, office.manifest(item, version=2), item)
    reached = Reach(meeting=MEETING, version=2, destroyed=("d-lan",), outstanding=("d-minh", "d-xa"))
    book.vault.trust.put_reach([reached])
    book.vault.close()
    monkeypatch.setattr(commands.Laptop, "sync", lambda self, documents=True: None)
    return book.vault.profile


def pending(profile):
    with commands.Laptop(profile, PASSPHRASE) as laptop:
        return [decode_payload(e.payload, Event).body for e in laptop.book.vault.outbox.pending(9)]


def test_every_word_is_there_in_both_languages_with_the_same_fields():
    for vi, en in WORDS.values():
        assert vi
        assert en
        fields = [{part.split("}")[0] for part in text.split("{")[1:]} for text in (vi, en)]
        assert fields[0] == fields[1], vi
        assert not says_several(en)


def test_unsent_work_is_listed(lan, capsys):
    assert sohop(lan, "unsent", "list") == 0
    assert capsys.readouterr().out.count("A note deleted") == 2


def test_unsent_work_goes_into_a_file_and_who_can_read_it_is_said(lan, tmp_path, capsys):
    assert sohop(lan, "unsent", "export", tmp_path / "out.zip") == 0
    said = capsys.readouterr().out
    assert f"Items written to {tmp_path / 'out.zip'}: 2." in said
    assert "Whoever has this file can read it" in said
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert sorted(archive.namelist()) == [READABLE, EXACT]


def test_a_file_that_cannot_be_written_is_one_sentence(lan, tmp_path, capsys):
    assert sohop(lan, "unsent", "export", tmp_path / "nowhere" / "out.zip") == 1
    assert "choose another place" in capsys.readouterr().err


def test_without_a_line_sync_says_how_old_what_is_here_is(lan, capsys):
    assert sohop(lan, "sync") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "Nothing has come from the hub yet." in said.err


def test_a_recall_asks_naming_the_meeting_and_no_is_no(thu, monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert sohop(thu, "packet", "recall", MEETING, "--reason", "Wrong figures") == 1
    assert "Kỳ họp thứ năm – recall up to version 2" in capsys.readouterr().out
    assert pending(thu) == []


def test_a_recall_is_one_signed_act_with_its_reason(thu, capsys):
    assert sohop(thu, "packet", "recall", MEETING, "--reason", "Wrong figures", "--yes") == 0
    assert "Recalled Kỳ họp thứ năm up to version 2" in capsys.readouterr().out
    assert pending(thu) == [RecallPacket(version=2, reason="Wrong figures")]


def test_the_ledger_says_who_was_not_reached(thu, capsys):
    assert sohop(thu, "packet", "reach", MEETING) == 0
    said = capsys.readouterr().out
    assert "Laptops that destroyed it: 1\n  Lan  (d-lan)" in said
    assert "Laptops not reached: 2\n  ?  (d-xa)\n  Minh  (d-minh)" in said


def test_when_all_have_confirmed_it_is_said_also_after_the_next_version_came(thu, capsys):
    with commands.Laptop(thu, PASSPHRASE) as laptop:
        vault, office = laptop.book.vault, PaperOffice()
        vault.trust.put_reach([])
        vault.packets.recall(MEETING, 2)
        item = office.item(office.document(b"b" * 9_000))
        office.deliver(vault, office.manifest(item, version=3), item)
    assert sohop(thu, "packet", "reach", MEETING) == 0
    assert "Recall up to version 2: every laptop has confirmed." in capsys.readouterr().out


def test_no_recall_is_said(thu, capsys):
    assert sohop(thu, "packet", "reach", "m-9") == 1
    assert "No recall" in capsys.readouterr().out


def test_a_recall_needs_a_reason_to_be_written(thu, capsys):
    assert sohop(thu, "packet", "recall", MEETING, "--reason", " ", "--yes") == 1
    assert pending(thu) == []
    assert capsys.readouterr().err


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), SohopError(Code.OFFLINE)])
def test_an_upload_that_stops_says_that_it_can_go_on(stop, capsys):
    def upload():
        with upload_shown(10_000, Speaker("en")) as arrived:
            arrived(4_000)
            raise stop

    with pytest.raises(type(stop)):
        upload()
    assert "run the command again" in capsys.readouterr().err


def test_where_there_is_no_terminal_an_upload_writes_a_line_now_and_then(capsys):
    now = [0.0]
    with upload_shown(60_000, Speaker("en"), lambda: now[0]) as arrived:
        for _ in range(12):
            now[0] += 1
            arrived(5_000)
    lines = capsys.readouterr().err.splitlines()
    assert lines == ["Uploading: 25 KB of at most 60 KB", "Uploading: 50 KB of at most 60 KB"]
