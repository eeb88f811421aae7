"""``sohop archive`` and ``sohop verify`` of one: what is written, what is said, the status."""

import os

import pytest
from support.archives import NEW, Filed, entries_of, packed
from support.packets import MEETING, PASSPHRASE, PaperOffice

from reader.app import office as commands
from reader.app.cli import main
from reader.core.archive import opening
from reader.pdf.stopping import StoppedError
from sync.errors import Code, SohopError


@pytest.fixture
def profile(tmp_path, monkeypatch):
    """The secretary's; there is no line."""

    def offline(self, documents=True):
        raise SohopError(Code.OFFLINE)

    monkeypatch.setattr(commands.Laptop, "sync", offline)
    office = PaperOffice()
    for member in (office.thu, office.chu):
        book = office.book(tmp_path / member.device, member)
        if member is office.thu:
            Filed(office, book.vault)
        book.vault.close()
    return tmp_path / office.thu.device


def sohop(profile, *words):
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode() + b"\n")
    os.close(writing)
    try:
        before = ["--profile", str(profile), "--lang", "en", "--passphrase-fd", str(reading)]
        return main([*before, *map(str, words)])
    finally:
        os.close(reading)


def plain(*words):
    """Without a book."""
    return main(["--lang", "en", *map(str, words)])


def test_a_meeting_is_archived_signed_by_two_verified_and_opened(profile, tmp_path, capsys, monkeypatch):
    file, folder, root = tmp_path / "ho-so.zip", tmp_path / "out", PaperOffice().root_key.hex()
    assert sohop(profile, "archive", "make", MEETING, file) == 0
    said = capsys.readouterr()
    assert "No connection to the hub" in said.err
    assert "evidence of votes: 1" in said.out
    assert "not encrypted" in said.out
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert sohop(tmp_path / "d-chu", "archive", "sign", file) == 1
    said = capsys.readouterr().out
    assert "Thu" in said
    assert "Not signed." in said
    monkeypatch.setattr("builtins.input", lambda _: "y")
    assert sohop(tmp_path / "d-chu", "archive", "sign", file) == 0
    assert "signed by: Thu, Chu" in capsys.readouterr().out
    assert plain("verify", file, "--root-key", root) == 0
    text = capsys.readouterr().out
    assert "PROVED. The archive is as it was signed." in text
    assert "Chu has signed the list too." in text
    assert plain("archive", "open", file, folder, "--root-key", root) == 0
    assert "Open muc-luc.html" in capsys.readouterr().out
    assert (folder / "tai-lieu/01-du-toan/01-du-toan-nam-2027.pdf").read_bytes() == NEW
    assert sorted(one.name for one in folder.iterdir()) == [
        *("bien-ban", "ket-qua", "muc-luc.html", "tai-lieu", "tai-lieu-ban-cu", "y-kien"),
    ]
    assert plain("archive", "open", file, folder) == 1  # nothing is written over
    assert "could not be written" in capsys.readouterr().err


def test_a_changed_archive_is_refused_and_nothing_is_unpacked(profile, tmp_path, capsys):
    file, folder = tmp_path / "ho-so.zip", tmp_path / "out"
    sohop(profile, "archive", "make", MEETING, file)
    data = bytearray(file.read_bytes())
    data[data.index(NEW) + 100] ^= 1
    file.write_bytes(data)
    capsys.readouterr()
    assert plain("verify", file) == 1
    assert "REFUSED at tai-lieu/01-du-toan/01-du-toan-nam-2027.pdf" in capsys.readouterr().out
    assert plain("archive", "open", file, folder) == 1
    assert "REFUSED at tai-lieu/01-du-toan" in capsys.readouterr().err
    assert not folder.exists()


def test_another_offices_key_unpacks_nothing(profile, tmp_path, capsys):
    file, folder = tmp_path / "ho-so.zip", tmp_path / "out"
    sohop(profile, "archive", "make", MEETING, file, "--without-restricted")
    other = PaperOffice("t-2").root_key.hex()
    assert plain("archive", "open", file, folder, "--root-key", other) == 1
    assert "does not begin with the root key" in capsys.readouterr().err
    assert not folder.exists()


def test_unpacking_that_is_stopped_leaves_nothing(profile, tmp_path):
    file, folder = tmp_path / "ho-so.zip", tmp_path / "out"
    sohop(profile, "archive", "make", MEETING, file)
    shares = []
    with pytest.raises(StoppedError):
        opening.unpack(opening.look(file, None, "en"), folder, "en", shares.append, lambda: len(shares) > 3)
    assert list(tmp_path.glob("out*")) == []


def test_unpacking_leaves_a_folder_that_somebody_else_made(profile, tmp_path):
    file, folder = tmp_path / "ho-so.zip", tmp_path / "out"
    sohop(profile, "archive", "make", MEETING, file)
    theirs = tmp_path / "out.partial"
    theirs.mkdir()
    (theirs / "cua-toi.txt").write_text("giữ")
    opening.unpack(opening.look(file, None, "en"), folder, "en")
    assert (theirs / "cua-toi.txt").read_text() == "giữ"
    assert sorted(one.name for one in tmp_path.glob("out*")) == ["out", "out.partial"]


def test_what_was_put_in_its_place_after_it_was_checked_is_neither_unpacked_nor_read(profile, tmp_path):
    file, folder = tmp_path / "ho-so.zip", tmp_path / "out"
    sohop(profile, "archive", "make", MEETING, file)
    view = opening.look(file, None, "en")
    entries = entries_of(file.read_bytes())
    document = view.items[0].documents[0]
    (name,) = (name for name, data in entries.items() if data == NEW)
    file.write_bytes(packed({**entries, name: NEW.replace(b"new", b"bad")}))
    with pytest.raises(SohopError) as refused:
        opening.unpack(view, folder, "en")
    assert refused.value.code is Code.ARCHIVE_BROKEN
    assert name in refused.value.sentence("en")
    assert list(tmp_path.glob("out*")) == []
    with pytest.raises(SohopError):
        document.read_into(memoryview(bytearray(document.size)))


def test_a_file_that_is_no_archive_is_said(tmp_path, capsys):
    for name, data in (("gone.zip", None), ("text.zip", b"words"), ("empty.zip", b"")):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        assert plain("archive", "open", tmp_path / name, tmp_path / "out") == 1
        assert "does not verify" in capsys.readouterr().err
        assert not (tmp_path / "out").exists()
