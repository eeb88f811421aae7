"""A revised document comes as a patch to the older one when that is shorter, and never comes out wrong."""

from __future__ import annotations

import resource

import msgspec
import pytest

from reader.store.database import Database
from sync.errors import Code, SohopError
from sync.model.meeting import Chunk
from sync.wire.codec import digest
from sync.wire.messages import PatchOffer

OLD_ID = "doc-1"


@pytest.fixture
def revised(vault, make):
    """Version 1 is here; version 2 differs in many small places and is offered as a patch."""
    return Revised(vault, make)


class Revised:
    def __init__(self, vault, make):
        self.vault, self.make = vault, make
        self.old = make.some_bytes(400_000)
        changed = bytearray(self.old)
        for place in range(5_000, 400_000, 9_000):
            changed[place] ^= 1
        self.new = bytes(changed)
        self.one, body = make.a_document(self.old)
        self.two, self.body = make.a_document(self.new)
        self.offer, self.pieces = make.a_patch(self.old, self.new, self.two, piece=10)
        vault.packets.put(*make.a_packet(self.one))
        make.fetch_all(vault, {OLD_ID: body})

    @property
    def bodies(self):
        return {OLD_ID: self.body, (OLD_ID, self.offer.base): self.pieces}

    def arrive(self, *offers, version=2):
        self.vault.packets.put(*self.make.a_packet(self.two, version=version, patches=offers or [self.offer]))

    def assert_here(self, vault=None):
        assert self.make.read_back(vault or self.vault, self.two.sha256) == self.new

    def pieces_kept(self):
        return self.vault._database.one("SELECT count(*) FROM patch_piece")[0]


def test_the_patch_is_fetched_when_it_is_shorter_and_leaves_nothing_behind(revised, vault, make):
    revised.arrive()
    [progress] = vault.downloads.progress("m-1")
    [run] = make.plan(vault)
    assert run.base == revised.one.sha256
    assert progress.to_come == sum(map(len, revised.pieces)) < 20_000
    assert make.fetch_all(vault, revised.bodies) == progress.to_come
    revised.assert_here()
    assert make.read_back(vault, revised.one.sha256) == revised.old
    assert revised.pieces_kept() == 0
    assert vault.downloads.progress("m-1")[0].to_come == 0


def test_the_chunks_are_fetched_when_they_are_shorter(revised, vault, make):
    longer = revised.old[:-1] + b"!"
    two, body = make.a_document(longer)
    offer, _ = make.a_patch(b"nothing of it", make.some_bytes(100_000, 9), two)
    offer = msgspec.structs.replace(offer, base=revised.one.sha256)
    vault.packets.put(*make.a_packet(two, version=2, patches=[offer]))
    assert [run.base for run in make.plan(vault)] == [""]
    make.fetch_all(vault, {OLD_ID: body})
    assert make.read_back(vault, two.sha256) == longer


def test_a_patch_to_a_document_that_is_not_here_is_not_asked_for(vault, make):
    old, new = make.some_bytes(50_000), make.some_bytes(50_000) + b"more"
    two, body = make.a_document(new)
    offer, _ = make.a_patch(old, new, two)
    vault.packets.put(*make.a_packet(two, patches=[offer]))
    # Another meeting's copy may be recalled at any moment.
    one, old_body = make.a_document(old, "other")
    vault.packets.put(*make.a_packet(one, meeting="m-2"))
    make.fetch_all(vault, {"other": old_body}, ["m-2"])
    assert all(run.base == "" for run in make.plan(vault))
    assert make.fetch_all(vault, {OLD_ID: body}) <= len(new)


def test_a_patch_goes_on_where_it_was_cut_over_a_restart_and_a_version_with_the_same_document(
    revised, vault, reopen, make
):
    revised.arrive()
    [run] = make.plan(vault)
    assert vault.downloads.put_chunks(run, 0, revised.pieces[:3]) == 3
    assert vault.downloads.put_chunks(run, 2, revised.pieces[2:5]) == 5
    assert vault.downloads.put_chunks(run, 7, revised.pieces[7:]) == 5
    vault.close()
    revised.vault = opened = reopen()
    assert make.plan(opened)[0].first == 5
    revised.arrive(version=3)
    [run] = make.plan(opened)
    assert (run.first, run.base) == (5, revised.one.sha256)
    assert make.fetch_all(opened, revised.bodies) == sum(map(len, revised.pieces[5:]))
    revised.assert_here(opened)


def test_pieces_of_a_patch_to_an_older_version_are_let_go(revised, vault, make):
    revised.arrive()
    vault.downloads.put_chunks(make.plan(vault)[0], 0, revised.pieces[:3])
    vault.packets.put(*make.a_packet(make.a_document(b"short")[0], version=3))
    assert revised.pieces_kept() == 0


def test_a_wrong_piece_drops_the_offer_for_good(revised, vault, make):
    revised.arrive()
    [run] = make.plan(vault)
    with pytest.raises(SohopError) as caught:
        vault.downloads.put_chunks(run, 0, [*revised.pieces[:2], b"x" * 10])
    assert caught.value.code is Code.WRONG_DIGEST
    assert revised.pieces_kept() == 0
    revised.arrive()
    assert all(run.base == "" for run in make.plan(vault))
    assert vault.downloads.put_chunks(run, 0, revised.pieces) == 0
    make.fetch_all(vault, revised.bodies)
    revised.assert_here()


def test_an_offer_that_the_hub_takes_back_is_fetched_by_chunks(revised, vault, make):
    revised.arrive()
    [run] = make.plan(vault)
    vault.downloads.put_chunks(run, 0, revised.pieces[:3])
    vault.downloads.drop_patch(run)
    assert revised.pieces_kept() == 0
    assert all(run.base == "" for run in make.plan(vault))


def wrong_result(revised):
    other = revised.old[:1_000] + b"???" + revised.old[1_003:]
    return revised.make.a_patch(revised.old, other, revised.two)


def no_patch(revised):
    pieces = [b"no zstd", b"at all"]
    chunks = tuple(Chunk(digest(piece), len(piece)) for piece in pieces)
    return PatchOffer(document=OLD_ID, base=revised.one.sha256, pieces=chunks), pieces


def shorter_result(revised):
    return revised.make.a_patch(revised.old, revised.new[:300_000], revised.two)


@pytest.mark.parametrize("wrong", [wrong_result, no_patch, shorter_result])
def test_a_patch_that_gives_another_document_is_never_tried_again(revised, vault, make, wrong):
    revised.offer, revised.pieces = wrong(revised)
    revised.arrive()
    [run] = make.plan(vault)
    assert run.base == revised.one.sha256
    make.fetch(vault, run, revised.bodies)
    assert not vault.documents.is_complete(revised.two.sha256)
    assert all(run.base == "" for run in make.plan(vault))
    assert make.fetch_all(vault, revised.bodies) > 0
    revised.assert_here()
    assert revised.pieces_kept() == 0


def test_an_altered_base_is_noticed_and_the_document_fetched_by_chunks(revised, vault, profile, make):
    revised.arrive()
    [run] = make.plan(vault)
    [path] = (profile / "blocks").iterdir()
    path.write_bytes(bytes(path.stat().st_size))
    assert vault.downloads.put_chunks(run, 0, revised.pieces) == len(revised.pieces)
    assert not vault.documents.is_complete(revised.one.sha256)
    assert make.fetch_all(vault, revised.bodies) == len(revised.new)
    revised.assert_here()


def test_the_chunks_of_a_document_that_came_as_a_patch_serve_the_next_version(revised, vault, make):
    revised.arrive()
    make.fetch_all(vault, revised.bodies)
    third = revised.new + make.some_bytes(30_000, 5)
    three, body = make.a_document(third)
    vault.packets.put(*make.a_packet(three, version=3))
    assert make.fetch_all(vault, {OLD_ID: body}) < 100_000
    assert make.read_back(vault, three.sha256) == third


def test_a_list_of_chunks_that_lies_serves_no_other_document(revised, vault, make):
    """The signed digest fits, but one chunk's does not: its bytes are never taken for that chunk."""
    stranger = Chunk(digest(b"?" * revised.two.chunks[2].size), revised.two.chunks[2].size)
    chunks = (*revised.two.chunks[:2], stranger, *revised.two.chunks[3:])
    revised.two = msgspec.structs.replace(revised.two, chunks=chunks)
    revised.arrive()
    make.fetch_all(vault, revised.bodies)
    revised.assert_here()
    assert vault.documents.chunk((bytes.fromhex(stranger.digest), stranger.size)) is None


def test_offers_that_cannot_serve_are_left_out(revised, vault, make):
    long = Chunk("a" * 64, 60_000)
    revised.arrive(
        PatchOffer(document="unknown", base=revised.one.sha256, pieces=(Chunk("a" * 64, 5),)),
        PatchOffer(document=OLD_ID, base=revised.one.sha256, pieces=(long,) * 7),
    )
    assert vault._database.one("SELECT count(*) FROM patch") == (0,)


def test_a_full_disk_keeps_the_pieces_and_the_patch_is_applied_later(revised, vault, profile, make):
    revised.arrive()
    [run] = make.plan(vault)
    vault.downloads.put_chunks(run, 0, revised.pieces[:-1])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    files = set((profile / "blocks").iterdir())
    vault._database.checkpoint()
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, limits[1]))
    try:
        with pytest.raises(SohopError) as caught:
            vault.downloads.put_chunks(run, len(revised.pieces) - 1, revised.pieces[-1:])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.code is Code.DISK_FULL
    assert set((profile / "blocks").iterdir()) == files
    assert make.fetch_all(vault, revised.bodies) <= 10
    revised.assert_here()


def test_a_kill_before_the_patched_document_is_durable_leaves_its_pieces(
    revised, vault, profile, reopen, make, monkeypatch
):
    revised.arrive()
    [run] = make.plan(vault)
    monkeypatch.setattr(vault.documents, "fill", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        vault.downloads.put_chunks(run, 0, revised.pieces)
    vault.close()
    opened = reopen()
    assert make.plan(opened) == []
    revised.assert_here(opened)


def test_no_key_was_used_for_other_bytes_before(revised, vault, make):
    """A document that was begun by its chunks and ends as a patch is sealed under another key."""
    vault.packets.put(*make.a_packet(revised.two, version=2))
    vault.downloads.put_chunks(make.plan(vault)[0], 0, revised.body[:1])
    before = vault.documents.find("m-1", revised.two.sha256)
    revised.arrive()
    assert make.plan(vault)[0].base
    make.fetch_all(vault, revised.bodies)
    after = vault.documents.find("m-1", revised.two.sha256)
    assert before.key != after.key
    assert before.file != after.file
    revised.assert_here()


def test_the_backup_before_a_migration_holds_no_pieces(revised, vault, profile, make):
    from reader.store import keys, schema

    revised.arrive()
    vault.downloads.put_chunks(make.plan(vault)[0], 0, revised.pieces[:3])
    vault.close()
    key = keys.unlock(profile, make.PASSPHRASE, make.Clock())
    database = Database(profile / "vault.db", key)
    schema.migrate(database, key, (*schema.MIGRATIONS, ("CREATE TABLE extra (a INTEGER) STRICT",)))
    database.close()
    backup = Database(schema.backup_path(profile / "vault.db", len(schema.MIGRATIONS)), key)
    for table in ("patch_piece", "content_key", "document"):
        assert backup.one(f"SELECT count(*) FROM {table}") == (0,)
    backup.close()
