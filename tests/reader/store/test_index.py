"""Words of documents: found while the document is here, and in no page of the vault once it is destroyed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from reader.store import keys, schema
from reader.store.database import PAGE_BYTES
from reader.store.index import IndexedPage, IndexState, PageKey, page_keys
from sync.errors import Code, SohopError

CANARY = "zqchimlac"
"""Its beginning is shared with no other word, so that FTS5 keeps the rest of it in full."""


def hold(vault, make, meeting="m-1", seed=1):
    """A whole packet of one document; the document."""
    one, body = make.a_document(make.some_bytes(50_000, seed))
    vault.packets.put(*make.a_packet(one, meeting=meeting))
    make.fetch_all(vault, {"doc-1": body}, [meeting])
    return one


def page(number, text):
    return IndexedPage(number, text, text.lower())


def read(vault, sha256, *texts, version=1):
    assert vault.index.add(sha256, version, [page(n, text) for n, text in enumerate(texts)], len(texts))
    vault.index.finish(sha256, version)


def found(vault, phrase, *, prefix=False):
    return {n: pages for n, pages in vault.index.pages_with(phrase, prefix=prefix).items() if pages}


def key_of(profile, passphrase):
    return keys.unlock(profile, passphrase, lambda: 1_800_000_000.0)


def decrypted(path, key):
    """Every page of a database file as it lies on the disk, whether it is in use or not."""
    data = path.read_bytes()
    plain = []
    for start in range(0, len(data), PAGE_BYTES):
        sealed = data[start : start + PAGE_BYTES]
        body, iv = sealed[16 if start == 0 else 0 : -80], sealed[-80:-64]
        opened = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        plain.append(opened.update(body) + opened.finalize())
    return b"".join(plain)


def is_in_file(vault, profile, word, passphrase):
    vault._database.checkpoint()
    return is_in(profile / "vault.db", key_of(profile, passphrase), word)


def is_in(path, key, word):
    plain = decrypted(path, key)
    # A list of words leaves out what a word shares with the one before it.
    return word.encode() in plain or word[2:].encode() in plain


def test_pages_are_found_by_words_one_after_another_and_by_the_beginning_of_the_last(vault, make):
    one = hold(vault, make)
    read(vault, one.sha256, "Nâng cấp duong lien thon", "duong, lien thong", "lien duong thon")
    [(number, state)] = vault.index.documents().values()
    assert state is IndexState.DONE
    assert found(vault, "duong lien thon") == {number: [0]}
    assert found(vault, "duong lien thon", prefix=True) == {number: [0, 1]}
    assert found(vault, "khong co") == {}
    keys = page_keys(number, [0, 1, 9])
    assert vault.index.texts(keys) == {
        PageKey(number, 0): "Nâng cấp duong lien thon",
        PageKey(number, 1): "duong, lien thong",
    }


@pytest.mark.parametrize(
    "phrase",
    [
        '"',
        '" OR "',
        "a AND b",
        "NEAR(a b)",
        "folded: a",
        "a* b*",
        "-a",
        "^a",
        "(",
        "\0",
        "{a}",
        "",
        "' --",
        "a" * 200,
    ],
)
def test_whatever_is_typed_is_words(vault, make, phrase):
    read(vault, hold(vault, make).sha256, "x")
    for prefix in (False, True):
        assert found(vault, phrase, prefix=prefix) == {}


def test_the_text_is_kept_once_for_two_meetings_and_goes_with_the_last(vault, make):
    one = hold(vault, make)
    hold(vault, make, "m-2")
    read(vault, one.sha256, CANARY)
    vault.packets.recall("m-1", 1)
    assert len(found(vault, CANARY)) == 1
    vault.packets.recall("m-2", 1)
    assert found(vault, CANARY) == {}
    assert vault.index.documents() == {}


@pytest.mark.parametrize("how", ["recall", "lease"])
def test_a_destroyed_word_is_in_no_page_of_the_file_even_for_who_has_the_key(vault, profile, make, how):
    gone = hold(vault, make)
    kept = hold(vault, make, "m-2", seed=2)
    read(vault, gone.sha256, *(f"{CANARY} {n}" for n in range(20)))
    read(vault, kept.sha256, *(f"zukeo {n}" for n in range(20)))
    assert is_in_file(vault, profile, CANARY, make.PASSPHRASE)
    if how == "recall":
        vault.packets.recall("m-1", 1)
    else:
        vault.packets.erase_content("m-1")
    assert (profile / "vault.db-wal").stat().st_size == 0
    assert not is_in_file(vault, profile, CANARY, make.PASSPHRASE)
    assert is_in_file(vault, profile, "zukeo", make.PASSPHRASE)
    assert found(vault, CANARY) == {}
    assert len(found(vault, "zukeo")) == 1


def test_the_backup_before_a_migration_has_no_words(vault, profile, make):
    read(vault, hold(vault, make).sha256, *(f"{CANARY} {n}" for n in range(20)))
    key, present = key_of(profile, make.PASSPHRASE), len(schema.MIGRATIONS)
    further = (*schema.MIGRATIONS, ("CREATE TABLE extra (a INTEGER) STRICT",))
    schema.migrate(vault._database, key, further)
    assert not is_in(schema.backup_path(profile / "vault.db", present), key, CANARY)
    assert is_in_file(vault, profile, CANARY, make.PASSPHRASE)


def test_an_erasure_that_is_not_kept_leaves_the_words(vault, make):
    read(vault, hold(vault, make).sha256, CANARY)

    def stopped():
        with vault.transaction():
            vault.packets.recall("m-1", 1)
            raise KeyError

    with pytest.raises(KeyError):
        stopped()
    assert len(found(vault, CANARY)) == 1
    vault.settings.put("a", 1)
    assert len(found(vault, CANARY)) == 1


def test_words_of_a_document_that_was_recalled_meanwhile_are_not_kept(vault, make):
    one = hold(vault, make)
    assert vault.index.add(one.sha256, 1, [page(0, CANARY)], 1)
    vault.packets.recall("m-1", 1)
    assert not vault.index.add(one.sha256, 1, [page(1, CANARY)], 2)
    vault.index.finish(one.sha256, 1)
    assert found(vault, CANARY) == {}
    assert vault.index.documents() == {}


def test_reading_goes_on_at_the_page_where_it_was_broken_off_and_with_the_next_meeting_first(
    vault, reopen, make
):
    later = hold(vault, make)
    sooner, body = make.a_document(make.some_bytes(50_000, 5))
    vault.packets.put(*make.a_packet(sooner, meeting="m-0", day=-1))
    now = make.NOON - timedelta(days=3)
    assert vault.index.next_unread(1, now).sha256 == later.sha256
    make.fetch_all(vault, {"doc-1": body}, ["m-0"])
    assert vault.index.next_unread(1, now).sha256 == sooner.sha256
    assert vault.index.progress(1) == (0, 2)
    vault.index.add(sooner.sha256, 1, [page(0, "a"), page(2, "b")], 3)
    vault.close()
    opened = reopen()
    again = opened.index.next_unread(1, now)
    assert (again.sha256, again.next_page) == (sooner.sha256, 3)
    opened.index.add(sooner.sha256, 1, [page(2, "twice"), page(3, "c")], 4)
    opened.index.finish(sooner.sha256, 1)
    assert found(opened, "twice") == {}
    assert opened.index.progress(1) == (1, 2)
    assert opened.index.next_unread(1, now).sha256 == later.sha256
    opened.index.finish(later.sha256, 1)
    assert opened.index.documents()[later.sha256][1] is IndexState.NO_TEXT
    assert opened.index.next_unread(1, now) is None
    assert opened.index.next_unread(2, now).sha256 == sooner.sha256
    read(opened, sooner.sha256, "moi", version=2)
    assert (len(found(opened, "moi")), found(opened, "c")) == (1, {})


def test_a_full_disk_keeps_nothing_of_a_batch(vault, make, monkeypatch):
    one = hold(vault, make)
    run = vault._database.run

    def full(sql, values=()):
        if sql.startswith("UPDATE index_document"):
            raise SohopError(Code.DISK_FULL)
        return run(sql, values)

    monkeypatch.setattr(vault._database, "run", full)
    with pytest.raises(SohopError):
        vault.index.add(one.sha256, 1, [page(0, CANARY)], 1)
    monkeypatch.undo()
    assert found(vault, CANARY) == {}


def test_the_lists_spill_to_no_file(vault, profile, make):
    one = hold(vault, make)
    assert vault._database.one("PRAGMA temp_store") == (2,)
    with vault.transaction():
        for start in range(0, 400, 20):
            pages = [
                page(n, " ".join(f"{CANARY}{n}x{k}" for k in range(200))) for n in range(start, start + 20)
            ]
            vault.index.add(one.sha256, 1, pages, start + 20)
        files = [path for path in profile.rglob("*") if path.is_file()]
        assert not [path for path in files if CANARY.encode() in path.read_bytes()]
    files = [path for path in profile.rglob("*") if path.is_file()]
    assert not [path for path in files if CANARY.encode() in path.read_bytes()]
