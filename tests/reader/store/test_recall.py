"""A recalled packet is destroyed, keys first, and stays away; a lease that is over takes the content."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reader.store.database import Database
from sync.errors import Code, SohopError
from sync.model.events import RecallPacket
from sync.wire.messages import Delivered


def code_of(act, *args):
    with pytest.raises(SohopError) as caught:
        act(*args)
    return caught.value.code


def document(make, name="doc-1", seed=1, size=100_000):
    return make.a_document(make.some_bytes(size, seed), name)


def hold(vault, make, meeting="m-1", version=1, seed=1):
    """A whole packet of one document; the document."""
    one, body = document(make, seed=seed)
    vault.packets.put(*make.a_packet(one, meeting=meeting, version=version))
    make.fetch_all(vault, {"doc-1": body}, [meeting])
    return one


def test_a_recalled_packet_is_destroyed_and_own_acts_and_other_meetings_stay(vault, profile, make):
    one = hold(vault, make)
    hold(vault, make, "m-2")
    vault.outbox.append(make.an_act())
    assert len(list((profile / "blocks").iterdir())) == 2
    vault.packets.recall("m-1", 1)
    assert len(list((profile / "blocks").iterdir())) == 1
    assert vault.packets.current("m-1") is None
    assert list(vault.packets.newest()) == ["m-2"]
    assert vault.documents.find("m-1", one.sha256) is None
    assert make.read_back(vault, one.sha256) == make.some_bytes(100_000)
    assert vault.outbox.pending_count() == 1
    vault.packets.recall("m-2", 1)
    assert list((profile / "blocks").iterdir()) == []
    assert not vault.documents.is_complete(one.sha256)
    for table in ("descriptor", "recipe", "content_key", "chunk", "packet_document"):
        assert vault._database.one(f"SELECT count(*) FROM {table}") == (0,)


def test_recalled_versions_are_refused_from_then_on_and_a_later_one_is_taken(vault, reopen, make):
    hold(vault, make)
    vault.packets.recall("m-1", 2)
    vault.close()
    opened = reopen()
    packets = opened.packets
    assert packets.tombstone("m-1") == 2
    assert packets.tombstone("m-2") == 0
    one, _ = document(make)
    for version in (1, 2):
        for published in (True, False):
            made = make.a_packet(one, version=version, published=published)
            assert code_of(packets.put, *made) is Code.RECALLED
    packets.recall("m-1", 1)
    assert packets.tombstone("m-1") == 2
    hold(opened, make, version=3)
    assert packets.newest_version("m-1") == 3
    assert packets.recalled() == []


def test_a_refused_packet_leaves_the_rest_of_a_larger_commit(vault, make):
    vault.packets.recall("m-1", 1)
    with vault.transaction():
        vault.trust.put_cursor(5)
        assert code_of(vault.packets.put, *make.a_packet(document(make)[0])) is Code.RECALLED
        vault.trust.put_cursor(6)
    assert vault.trust.cursor() == 6


def test_what_a_later_version_lists_as_well_stays_readable(vault, profile, make):
    kept, kept_body = document(make, "doc-1", 1)
    gone, gone_body = document(make, "doc-2", 2)
    vault.packets.put(*make.a_packet(kept, gone))
    make.fetch_all(vault, {"doc-1": kept_body, "doc-2": gone_body})
    vault.packets.put(*make.a_packet(kept, version=2))
    vault.packets.recall("m-1", 1)
    assert vault.packets.current("m-1").complete
    assert make.read_back(vault, kept.sha256) == b"".join(kept_body)
    assert not vault.documents.is_complete(gone.sha256)
    assert len(list((profile / "blocks").iterdir())) == 1


def recall_event(make, version, reason):
    def signed(seq, prev):
        return make._signed(RecallPacket(version=version, reason=reason), seq, prev, "m-1")

    return signed(7, "a" * 64)


def test_the_shelf_can_say_what_was_recalled_and_why(vault, make):
    hold(vault, make)
    when = make.NOON + timedelta(hours=3)
    vault.packets.recall("m-9", 1)
    with vault.transaction():
        vault.events.add(Delivered(4, when, recall_event(make, 1, "Gửi nhầm phụ lục")))
        vault.packets.recall("m-1", 1)
    [told] = vault.packets.recalled()
    assert (told.meeting, told.version, told.title) == ("m-1", 1, "Kỳ họp thứ ba")
    assert (told.starts, told.ends) == (make.NOON, make.NOON + timedelta(hours=4))
    assert (told.reason, told.at, told.by) == ("Gửi nhầm phụ lục", when, "p-1")
    vault.packets.recall("m-1", 1)
    assert vault.packets.recalled() == [told]


def test_a_recall_beats_a_download_in_flight(vault, profile, make):
    one, body = document(make)
    vault.packets.put(*make.a_packet(one))
    [run] = make.plan(vault)
    vault.downloads.put_chunks(run, 0, body[:2])
    vault.packets.recall("m-1", 1)
    assert code_of(vault.downloads.put_chunks, run, 2, body[2:]) is Code.PACKET_UNKNOWN
    assert list((profile / "blocks").iterdir()) == []
    assert vault._database.one("SELECT count(*) FROM document") == (0,)
    assert make.plan(vault) == []
    assert vault.downloads.progress("m-1") == []


def test_a_recall_destroys_pieces_of_a_patch_too(vault, make):
    old, new = make.some_bytes(100_000), make.some_bytes(100_000) + b"more"
    one, body = make.a_document(old)
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    two, _ = make.a_document(new)
    offer, pieces = make.a_patch(old, new, two, piece=10)
    vault.packets.put(*make.a_packet(two, version=2, patches=[offer]))
    [run] = make.plan(vault)
    vault.downloads.put_chunks(run, 0, pieces[:2])
    assert vault._database.one("SELECT count(*) FROM patch_piece") == (2,)
    vault.packets.recall("m-1", 2)
    assert vault._database.one("SELECT count(*) FROM patch_piece") == (0,)
    assert code_of(vault.downloads.put_chunks, run, 2, pieces[2:]) is Code.PACKET_UNKNOWN


def test_the_log_that_held_the_keys_is_emptied(vault, profile, make):
    hold(vault, make)
    log = profile / "vault.db-wal"
    assert log.stat().st_size > 0
    with vault.transaction():
        vault.packets.recall("m-1", 1)
        assert log.stat().st_size > 0
    assert log.stat().st_size == 0


def test_on_a_full_disk_the_recall_stands_and_the_log_is_emptied_when_there_is_room(
    vault, profile, make, monkeypatch
):
    hold(vault, make)

    def full(self):
        raise SohopError(Code.DISK_FULL)

    monkeypatch.setattr(Database, "checkpoint", full)
    vault.packets.recall("m-1", 1)
    assert vault.packets.current("m-1") is None
    monkeypatch.undo()
    vault.settings.put("a", 1)
    assert (profile / "vault.db-wal").stat().st_size == 0


def test_a_recall_that_is_not_kept_destroys_nothing(vault, make):
    one = hold(vault, make)

    def stopped():
        with vault.transaction():
            vault.packets.recall("m-1", 1)
            raise KeyError

    with pytest.raises(KeyError):
        stopped()
    assert vault.packets.tombstone("m-1") == 0
    assert make.read_back(vault, one.sha256) == make.some_bytes(100_000)


def test_a_file_that_is_being_read_goes_when_the_vault_is_locked(vault, profile, make, monkeypatch):
    hold(vault, make)
    [path] = (profile / "blocks").iterdir()

    def in_use(self, missing_ok=False):
        raise PermissionError

    monkeypatch.setattr(type(path), "unlink", in_use)
    vault.packets.recall("m-1", 1)
    assert (profile / "vault.db-wal").stat().st_size == 0
    monkeypatch.undo()
    vault.close()
    assert not path.exists()


def test_the_content_of_a_lease_that_is_over_is_destroyed_and_not_fetched_again(vault, profile, reopen, make):
    one = hold(vault, make)
    hold(vault, make, "m-2")
    lease = vault.packets.current("m-1").manifest.lease
    assert vault.packets.leases_over(lease - timedelta(seconds=1)) == ()
    assert vault.packets.leases_over(lease) == ("m-1", "m-2")
    run = make.all_of(vault, one)
    vault.packets.erase_content("m-1")
    assert vault.packets.leases_over(lease) == ("m-2",)
    assert (profile / "vault.db-wal").stat().st_size == 0
    assert len(list((profile / "blocks").iterdir())) == 1
    vault.close()
    opened = reopen()
    stored = opened.packets.current("m-1")
    assert (stored.erased, stored.complete, stored.have) == (True, False, 0)
    assert stored.manifest.meeting.title == "Kỳ họp thứ ba"
    assert opened.documents.find("m-1", one.sha256) is None
    assert make.plan(opened, ["m-1", "m-2"]) == []
    assert opened.downloads.progress("m-1")[0].to_come == 0
    assert code_of(opened.downloads.put_chunks, run, 0, [b"x"]) is Code.PACKET_UNKNOWN
    opened.packets.put(*make.a_packet(one))
    assert make.plan(opened, ["m-1"]) == []
    assert opened.packets.recalled() == []


def test_a_later_version_with_a_longer_lease_is_fetched_after_the_earlier_was_erased(vault, make):
    hold(vault, make)
    lease = vault.packets.current("m-1").manifest.lease
    vault.packets.erase_content("m-1")
    one, body = document(make)
    vault.packets.put(*make.a_packet(one, version=2, day=9))
    assert vault.packets.leases_over(lease) == ()
    assert make.fetch_all(vault, {"doc-1": body}) == 100_000
    assert vault.packets.leases_over(lease + timedelta(days=9)) == ("m-1",)
