"""A backup is taken while people work, holds all that was acknowledged, and is put back whole."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.meetings import make_motion, make_packet
from support.packets import code_of
from support.rooms import add_room
from support.world import World, ballot

from sync.errors import Code, SohopError
from sync.hub import backup
from sync.hub.backup import BackupInsideError, RoomBackupError, back_up, copies, put_back, taken
from sync.hub.blobs import Blobs
from sync.hub.checking import Checked, Flaw, check
from sync.hub.hub import Layout
from sync.hub.nightly import Nightly, is_due, is_overdue
from sync.hub.office import Office
from sync.model.events import CloseMotion
from sync.model.rules import Timing

NOON = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)


def checked(folder: Path) -> Checked:
    office = Office(folder)
    blobs = Blobs(Layout(folder).blobs)
    try:
        with office.read() as connection:
            return check(connection, blobs)
    finally:
        blobs.close()
        office.close()


@pytest.fixture
def busy(world: World) -> World:
    """A packet with a motion on which two people have voted, and which is closed."""
    motion = make_motion()
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    for laptop in (world.lan, world.minh):
        assert laptop.act(packet.meeting, ballot(packet, motion.id, "for")).accepted
    assert world.chair.act(packet.meeting, CloseMotion(motion=motion.id)).accepted
    return world


def test_what_was_acknowledged_is_in_the_copy(busy: World, tmp_path: Path) -> None:
    done = back_up(busy.office.folder, tmp_path / "usb", NOON)
    assert (done.copy.name, done.blobs > 0) == ("2026-11-27T050000.000000Z", True)
    put_back(tmp_path / "usb", tmp_path / "new")
    here, there = checked(busy.office.folder), checked(tmp_path / "new")
    assert there == here
    assert (there.flaws, there.motions, there.packets) == ([], 1, 1)
    assert there.receipts >= 6


def test_the_next_backup_copies_what_is_new(busy: World, tmp_path: Path) -> None:
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    again = back_up(busy.office.folder, tmp_path / "usb", NOON + timedelta(days=1))
    assert again.blobs == 0
    assert len(copies(tmp_path / "usb")) == 2


def test_old_copies_go(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "KEEP", 3)
    for day in range(5):
        back_up(world.office.folder, tmp_path / "usb", NOON + timedelta(days=day))
    assert [copy.name[:10] for copy in copies(tmp_path / "usb")] == ["2026-11-29", "2026-11-30", "2026-12-01"]


def test_copies_taken_while_people_vote_are_whole(world: World, tmp_path: Path) -> None:
    motion = make_motion(Timing.SEALED_UNTIL)
    packet = world.publish(make_packet(world.tenant, world.roll, motions=[motion]))
    acknowledged: list[str] = []
    voted, stop = threading.Event(), threading.Event()

    def vote() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            receipt = world.lan.act(packet.meeting, ballot(packet, motion.id, "for", number=number))
            assert receipt.accepted
            acknowledged.append(receipt.event)
            voted.set()

    voting = threading.Thread(target=vote)
    voting.start()
    try:
        assert voted.wait(20)
        for minute in range(6):
            before = len(acknowledged)
            assert before > 0
            back_up(world.office.folder, tmp_path / "usb", NOON + timedelta(minutes=minute))
            shutil.rmtree(tmp_path / "new", ignore_errors=True)
            put_back(tmp_path / "usb", tmp_path / "new")
            found = checked(tmp_path / "new")
            assert found.flaws == []
            office = Office(tmp_path / "new")
            with office.read() as connection:
                kept = set(connection.exec_driver_sql("SELECT id FROM ballots").scalars())
            office.close()
            assert kept >= set(acknowledged[:before])
            voted.clear()
            assert voted.wait(20)
    finally:
        stop.set()
        voting.join(30)
    assert not voting.is_alive()


def test_a_copy_that_was_interrupted_is_not_there(busy: World, tmp_path: Path) -> None:
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    fresh = tmp_path / "usb" / "copies" / ".fresh"
    fresh.mkdir()
    (fresh / "hub.db").write_bytes(b"half")
    half = next((tmp_path / "usb" / "blobs").iterdir()) / ".half"
    half.write_bytes(b"half")
    assert len(copies(tmp_path / "usb")) == 1
    back_up(busy.office.folder, tmp_path / "usb", NOON + timedelta(days=1))
    assert not fresh.exists()
    assert not half.exists()


def test_the_root_key_is_in_no_backup(busy: World, tmp_path: Path) -> None:
    kept = busy.office.folder / "root.key"
    kept.write_bytes(busy.office.root_file.read_bytes())
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    assert not [path for path in (tmp_path / "usb").rglob("*") if "root" in path.name]


def test_an_altered_blob_is_never_put_back(busy: World, tmp_path: Path) -> None:
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    blob = next((tmp_path / "usb" / "blobs").glob("??/*"))
    blob.write_bytes(b"x" + blob.read_bytes())
    assert code_of(lambda: put_back(tmp_path / "usb", tmp_path / "new")) is Code.WRONG_DIGEST


def test_a_damaged_blob_of_the_hub_does_not_keep_the_rest_from_being_saved(
    busy: World, tmp_path: Path
) -> None:
    whole = back_up(busy.office.folder, tmp_path / "other", NOON)
    blob = max(Layout(busy.office.folder).blobs.glob("??/*"), key=lambda path: path.stat().st_size)
    blob.write_bytes(b"x")
    done = back_up(busy.office.folder, tmp_path / "usb", NOON)
    assert done.damaged == (blob.name,)
    assert done.blobs == whole.blobs - 1
    put_back(tmp_path / "usb", tmp_path / "new")
    assert checked(tmp_path / "new").flaws == [(Flaw.BLOB, blob.name)]


def test_a_backup_does_not_lie_in_what_it_saves(busy: World) -> None:
    with pytest.raises(BackupInsideError):
        back_up(busy.office.folder, busy.office.folder / "backup", NOON)
    assert not (busy.office.folder / "backup").exists()


def test_a_room_hub_which_would_contradict_itself_is_not_copied(world: World, tmp_path: Path) -> None:
    room = add_room(world)
    try:
        with pytest.raises(RoomBackupError):
            back_up(room.folder, tmp_path / "usb", NOON)
    finally:
        room.stop()
    assert not (tmp_path / "usb").exists()


def test_a_damaged_database_is_said_and_no_copy_of_it_is_kept(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "hub.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 8_000)
    assert code_of(lambda: back_up(folder, tmp_path / "usb", NOON)) is Code.VAULT_DAMAGED
    assert copies(tmp_path / "usb") == []


@pytest.mark.parametrize(
    ("number", "said"),
    [(sqlite3.SQLITE_FULL, Code.DISK_FULL), (sqlite3.SQLITE_CORRUPT, Code.VAULT_DAMAGED)],
)
def test_what_sqlite_says_of_the_disk_is_no_damage(number: int, said: Code) -> None:
    error = sqlite3.OperationalError("it says so")
    error.sqlite_errorcode = number
    found = backup._flaw(error)
    assert isinstance(found, SohopError)
    assert found.code is said
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR | (3 << 8)
    assert isinstance(backup._flaw(error), OSError)


def test_what_others_put_beside_the_copies_is_left_alone(
    busy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "KEEP", 1)
    place = tmp_path / "usb" / "copies"
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    (place / "Thumbs.db").write_bytes(b"x")
    (place / "0-photos").mkdir()
    back_up(busy.office.folder, tmp_path / "usb", NOON + timedelta(days=1))
    assert sorted(path.name for path in place.iterdir()) == [
        "0-photos",
        "2026-11-28T050000.000000Z",
        "Thumbs.db",
    ]
    assert put_back(tmp_path / "usb", tmp_path / "new").name == "2026-11-28T050000.000000Z"


def test_a_copy_from_the_time_the_clock_was_ahead_is_not_the_newest(busy: World, tmp_path: Path) -> None:
    ahead = NOON + timedelta(days=900)
    Nightly(busy.office.folder, tmp_path / "usb", lambda: ahead).look()
    assert Nightly(busy.office.folder, tmp_path / "usb", lambda: NOON).look()
    assert taken(tmp_path / "usb") == NOON
    aside = tmp_path / "usb" / "copies" / "ahead-2029-05-15T050000.000000Z"
    assert (aside / "hub.db").is_file()
    assert put_back(tmp_path / "usb", tmp_path / "new").name == "2026-11-27T050000.000000Z"


def test_a_hub_is_put_back_at_once_or_not_at_all(
    busy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(busy.office.folder, tmp_path / "usb", NOON)

    def half(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:100])
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(shutil, "copyfile", half)
    assert code_of(lambda: put_back(tmp_path / "usb", tmp_path / "new")) is Code.DISK_FULL
    assert not Layout(tmp_path / "new").database.exists()


def test_one_offices_backup_takes_no_others(busy: World, tmp_path: Path) -> None:
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    about = tmp_path / "usb" / "sohop-backup.json"
    about.write_text(json.dumps({"format": 1, "tenant": "t-other"}))
    later = NOON + timedelta(days=1)
    assert code_of(lambda: back_up(busy.office.folder, tmp_path / "usb", later)) is Code.OTHER_TENANT


def test_nothing_is_overwritten_and_nothing_comes_of_nothing(busy: World, tmp_path: Path) -> None:
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    with pytest.raises(FileExistsError):
        put_back(tmp_path / "usb", busy.office.folder)
    assert code_of(lambda: put_back(tmp_path / "nothing", tmp_path / "new")) is Code.VAULT_MISSING
    assert code_of(lambda: back_up(tmp_path / "nothing", tmp_path / "usb", NOON)) is Code.VAULT_MISSING


@pytest.mark.parametrize(
    ("harm", "flaw"),
    [
        ("DELETE FROM ballots WHERE place = 1", Flaw.LOG),
        ("UPDATE ballots SET place = 7 WHERE place = 1", Flaw.LOG),
        (
            "UPDATE events SET envelope = (SELECT envelope FROM events WHERE kind = 'close') "
            "WHERE kind = 'ballot'",
            Flaw.EVENT,
        ),
        ("UPDATE events SET envelope = x'c1'", Flaw.EVENT),
        ("UPDATE devices SET cert = x'c1'", Flaw.EVENT),
        ("UPDATE ballots SET leaf = x'00'", Flaw.LOG),
        ("UPDATE motions SET closing = x'c1'", Flaw.LOG),
        ("UPDATE outcomes SET receipt = x'7b7d'", Flaw.RECEIPT),
        ("UPDATE ballots SET leaf = (SELECT leaf FROM ballots WHERE place = 0)", Flaw.LOG),
    ],
)
def test_what_is_not_whole_is_named(busy: World, tmp_path: Path, harm: str, flaw: Flaw) -> None:
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    put_back(tmp_path / "usb", tmp_path / "new")
    office = Office(tmp_path / "new")
    with office._database.write() as connection:
        connection.exec_driver_sql(harm)
    office.close()
    assert flaw in {one for one, _ in checked(tmp_path / "new").flaws}


def test_a_chunk_that_is_missing_or_altered_is_named(busy: World, tmp_path: Path) -> None:
    back_up(busy.office.folder, tmp_path / "usb", NOON)
    put_back(tmp_path / "usb", tmp_path / "new")
    largest = max((tmp_path / "new" / "blobs").glob("??/*"), key=lambda path: path.stat().st_size)
    largest.unlink()
    assert (Flaw.BLOB, largest.name) in checked(tmp_path / "new").flaws


@pytest.mark.parametrize(
    ("hours", "hour", "due"),
    [(None, 12, True), (1, 2, False), (23, 2, True), (23, 12, False), (31, 12, True), (19, 3, False)],
)
def test_it_is_taken_once_a_night_or_when_a_night_was_missed(hours: int | None, hour: int, due: bool) -> None:
    now = NOON.replace(hour=hour)
    newest = None if hours is None else now - timedelta(hours=hours)
    assert is_due(newest, now) is due


def test_after_two_days_without_one_somebody_has_to_look() -> None:
    assert not is_overdue(NOON - timedelta(hours=47), NOON)
    assert is_overdue(NOON - timedelta(hours=49), NOON)
    assert is_overdue(None, NOON)


def test_a_backup_from_the_future_says_nothing() -> None:
    ahead = NOON + timedelta(days=900)
    assert is_due(ahead, NOON)
    assert is_overdue(ahead, NOON)
    assert not is_due(NOON + timedelta(minutes=1), NOON)


def test_the_hub_takes_its_backup_by_itself(busy: World, tmp_path: Path) -> None:
    nightly = Nightly(busy.office.folder, tmp_path / "usb", lambda: NOON)
    assert nightly.look()
    assert taken(tmp_path / "usb") == NOON
    assert not nightly.look()
    assert not Nightly(busy.office.folder / "gone", tmp_path / "new", lambda: NOON).look()


def test_one_that_is_begun_is_finished_before_the_hub_ends(busy: World, tmp_path: Path) -> None:
    with Nightly(busy.office.folder, tmp_path / "usb", lambda: NOON):
        pass
    assert len(copies(tmp_path / "usb")) == 1


def test_a_failure_does_not_end_the_nights(
    busy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "hub.db").write_bytes(b"x" * 9_000)
    assert not Nightly(broken, tmp_path / "usb", lambda: NOON).look()
    tried = threading.Semaphore(0)

    def fails(*_: object) -> None:
        tried.release()
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("sync.hub.nightly.taken", fails)
    monkeypatch.setattr("sync.hub.nightly._RETRY_S", 0.01)
    with Nightly(busy.office.folder, tmp_path / "usb", lambda: NOON):
        assert tried.acquire(timeout=20)
        assert tried.acquire(timeout=20), "it ended with the first failure"
    assert "bug=RuntimeError" in caplog.text
