"""Documents arrive chunk by chunk, in any portions, over any number of restarts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.store.blocks import BLOCK
from sync.errors import Code, SohopError


def refusal(act, *args):
    with pytest.raises(SohopError) as caught:
        act(*args)
    return caught.value.code


@pytest.mark.parametrize("size", [1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 500_001])
@pytest.mark.parametrize("threads", [1, 2, 5])
def test_what_is_read_back_is_what_was_sent(vault, make, size, threads):
    data = make.some_bytes(size)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    assert refusal(vault.documents.size, one.sha256) is Code.NOT_DOWNLOADED
    assert make.fetch_all(vault, {"doc-1": body}) == size
    assert vault.documents.is_complete(one.sha256)
    buffer = bytearray(vault.documents.size(one.sha256))
    vault.documents.read_into(one.sha256, memoryview(buffer), threads=threads)
    assert buffer == data


def test_the_wanted_document_comes_first_then_the_agenda_of_the_first_meeting(vault, make):
    documents = [make.a_document(make.some_bytes(9_000, n), f"doc-{n}") for n in range(4)]
    bodies = {one.id: body for one, body in documents}
    vault.packets.put(*make.a_packet(documents[0][0], documents[1][0], meeting="m-1"))
    vault.packets.put(*make.a_packet(documents[2][0], documents[3][0], meeting="m-2"))
    order = ["m-2", "m-1"]
    seen = []
    wanted = vault.downloads.next(order, "doc-1")
    while wanted is not None:
        seen.append(wanted.document)
        make.fetch(vault, wanted, bodies)
        wanted = vault.downloads.next(order)
    assert seen == ["doc-1", "doc-2", "doc-3", "doc-0"]
    assert vault.downloads.next([]) is None


def test_progress_is_told_by_document(vault, make):
    one, body = make.a_document(make.some_bytes(300_000))
    two, _ = make.a_document(make.some_bytes(1_000, 2), "doc-2")
    vault.packets.put(*make.a_packet(one, two))
    wanted = vault.downloads.next(["m-1"])
    vault.downloads.put_chunks(wanted.manifest, "doc-1", 0, body[:2])
    first, second = vault.downloads.progress("m-1")
    assert (first.document, first.have, first.size) == ("doc-1", len(body[0]) + len(body[1]), 300_000)
    assert not first.complete
    assert (second.document, second.have, second.complete) == ("doc-2", 0, False)
    assert vault.packets.current("m-1").have == first.have


def test_a_chunk_with_a_changed_byte_is_dropped_and_what_came_before_it_stays(vault, make):
    one, body = make.a_document(make.some_bytes(300_000))
    vault.packets.put(*make.a_packet(one))
    wanted = vault.downloads.next(["m-1"])
    changed = bytes([body[3][0] ^ 1]) + body[3][1:]
    sent = [*body[:3], changed, *body[4:]]
    assert refusal(vault.downloads.put_chunks, wanted.manifest, "doc-1", 0, sent) is Code.WRONG_DIGEST
    again = vault.downloads.next(["m-1"])
    assert again.first == 3
    make.fetch(vault, again, {"doc-1": body})
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_chunks_that_are_here_or_behind_a_gap_are_passed_over(vault, make):
    one, body = make.a_document(make.some_bytes(300_000))
    vault.packets.put(*make.a_packet(one))
    manifest = vault.packets.newest()[0]
    put = vault.downloads.put_chunks
    assert put(manifest, "doc-1", 0, body[:4]) == 4
    assert put(manifest, "doc-1", 1, body[1:5]) == 5
    assert put(manifest, "doc-1", 0, body[:2]) == 5
    assert put(manifest, "doc-1", 9, body[9:]) == 5
    assert put(manifest, "doc-1", 5, body[5:]) == len(body)
    assert put(manifest, "doc-1", 0, body) == len(body)
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_chunks_of_nothing_we_know_are_refused(vault):
    assert refusal(vault.downloads.put_chunks, "0" * 64, "doc-1", 0, [b"x"]) is Code.PACKET_UNKNOWN


def test_a_revised_document_costs_only_what_changed(vault, make):
    data = make.some_bytes(2_000_000)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    revised = data[:700_000] + b"sua doi" + data[700_000:]
    two, new_body = make.a_document(revised)
    vault.packets.put(*make.a_packet(two, version=2))
    cost = make.fetch_all(vault, {"doc-1": new_body})
    assert 0 < cost <= 3 * 64 * 1024
    assert make.read_back(vault, two.sha256) == revised
    assert make.read_back(vault, one.sha256) == data


def test_a_document_that_another_meeting_has_costs_nothing_and_stands_by_itself(vault, make):
    one, body = make.a_document(make.some_bytes(300_000))
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    vault.packets.put(*make.a_packet(one, meeting="m-2"))
    manifest = vault.packets.current("m-2").digest
    assert vault.downloads.reuse_local(manifest, "doc-1") == 300_000
    assert vault.downloads.next(["m-2"]) is None
    vault.packets.erase("m-1")
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_repeated_passages_are_fetched_once(vault, make):
    data = make.some_bytes(200_000) * 4
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    assert make.fetch_all(vault, {"doc-1": body}) < 350_000
    assert make.read_back(vault, one.sha256) == data


def test_a_whole_that_does_not_fit_its_digest_starts_again_and_is_given_up(vault, profile, make):
    one, body = make.a_document(make.some_bytes(200_000))
    wrong = msgspec.structs.replace(one, sha256="e" * 64)
    vault.packets.put(*make.a_packet(wrong))
    for _ in range(2):
        wanted = vault.downloads.next(["m-1"])
        assert wanted.first == 0
        assert refusal(vault.downloads.put_chunks, wanted.manifest, "doc-1", 0, body) is Code.WRONG_DIGEST
        assert not vault.documents.is_complete(wrong.sha256)
    assert vault.downloads.next(["m-1"]) is None
    assert len(list((profile / "blocks").iterdir())) == 0
    vault.packets.put(*make.a_packet(one, version=2))
    make.fetch_all(vault, {"doc-1": body})
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_another_list_of_chunks_begins_anew_under_another_key(vault, make):
    data = make.some_bytes(300_000)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    vault.downloads.put_chunks(vault.packets.newest()[0], "doc-1", 0, body[:8])
    other_body = [data[:10_000], *(data[n : n + 50_000] for n in range(10_000, 300_000, 50_000))]
    chunks = tuple(type(one.chunks[0])(make.digest(piece), len(piece)) for piece in other_body)
    two = msgspec.structs.replace(one, chunks=chunks)
    vault.packets.put(*make.a_packet(two, version=2))
    [before] = vault._database.all("SELECT key FROM content_key")
    assert vault.downloads.next(["m-1"]).first == 0
    [after] = vault._database.all("SELECT key FROM content_key")
    assert before != after
    make.fetch_all(vault, {"doc-1": other_body})
    assert make.read_back(vault, one.sha256) == data


@pytest.mark.parametrize("harm", ["flip", "cut", "delete", "swap"])
def test_an_altered_block_file_is_noticed_and_fetched_again(vault, profile, make, harm):
    one, body = make.a_document(make.some_bytes(300_000))
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    [path] = (profile / "blocks").iterdir()
    data = bytearray(path.read_bytes())
    stride = BLOCK + 16
    if harm == "flip":
        data[150_000] ^= 1
    elif harm == "cut":
        del data[-1:]
    elif harm == "swap":
        data[:stride], data[stride : 2 * stride] = data[stride : 2 * stride], data[:stride]
    path.write_bytes(data)
    if harm == "delete":
        path.unlink()
    assert refusal(make.read_back, vault, one.sha256) is Code.WRONG_DIGEST
    assert not vault.documents.is_complete(one.sha256)
    make.fetch_all(vault, {"doc-1": body})
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_an_altered_file_is_not_reused(vault, profile, make):
    data = make.some_bytes(300_000)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    [path] = (profile / "blocks").iterdir()
    path.write_bytes(bytes(path.stat().st_size))
    two, new_body = make.a_document(data + b"x" * 50_000)
    vault.packets.put(*make.a_packet(two, version=2))
    make.fetch_all(vault, {"doc-1": new_body})
    assert make.read_back(vault, two.sha256) == data + b"x" * 50_000


def test_the_digest_is_checked_again_from_disk_when_a_download_goes_on_after_a_restart(vault, reopen, make):
    one, body = make.a_document(make.some_bytes(400_000))
    vault.packets.put(*make.a_packet(one))
    vault.downloads.put_chunks(vault.packets.newest()[0], "doc-1", 0, body[:9])
    vault.close()
    opened = reopen()
    assert opened.downloads.next(["m-1"]).first == 9
    make.fetch_all(opened, {"doc-1": body})
    assert make.read_back(opened, one.sha256) == b"".join(body)


class CutError(Exception):
    """The program dies here."""


def cut_before_commit(vault, *put):
    """The blocks are in the file, and the commit that tells of them never comes."""
    with vault.transaction():
        vault.downloads.put_chunks(*put)
        raise CutError


STEPS = st.lists(st.tuples(st.integers(1, 12), st.sampled_from(["go", "go", "cut", "reopen"])), max_size=14)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 700_000), seed=st.integers(0, 99), steps=STEPS)
def test_any_portions_and_any_interruptions_give_the_same_document(tmp_path_factory, make, size, seed, steps):
    profile = tmp_path_factory.mktemp("any") / "profile"
    vault = make.new_vault(profile)
    data = make.some_bytes(size, seed)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    manifest = vault.packets.newest()[0]
    have = 0
    for count, end in steps:
        portion = body[have : have + count]
        if end == "cut":
            with pytest.raises(CutError):
                cut_before_commit(vault, manifest, "doc-1", have, portion)
        else:
            assert vault.downloads.put_chunks(manifest, "doc-1", have, portion) == have + len(portion)
            have += len(portion)
        if end == "reopen":
            vault.close()
            vault = make.Vault.open(profile, make.PASSPHRASE)
    wanted = vault.downloads.next(["m-1"])
    assert (wanted is None) == (have == len(body))
    assert wanted is None or wanted.first == have
    make.fetch_all(vault, {"doc-1": body})
    assert make.read_back(vault, one.sha256) == data
    vault.close()


def test_a_source_can_be_read_by_a_thread_that_does_not_own_the_vault(vault, profile, make):
    one, body = make.a_document(make.some_bytes(300_000))
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    source = vault.documents.source(one.sha256)
    buffer = bytearray(source.size)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(source.read_into, memoryview(buffer)).result()
    assert buffer == b"".join(body)
    [path] = (profile / "blocks").iterdir()
    path.write_bytes(bytes(path.stat().st_size))
    assert refusal(source.read_into, memoryview(buffer)) is Code.WRONG_DIGEST
    vault.documents.damaged(one.sha256)
    make.fetch_all(vault, {"doc-1": body})
    assert make.read_back(vault, one.sha256) == b"".join(body)
