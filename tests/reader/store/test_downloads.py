"""Documents arrive chunk by chunk, in any portions, over any number of restarts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.store.blocks import BLOCK
from reader.store.plan import WantedRun
from sync.errors import Code, SohopError
from sync.model.meeting import MAX_CHUNK_BYTES, Chunk
from sync.wire.codec import digest
from sync.wire.messages import MAX_CHUNKS_A_REQUEST, MAX_PARTS


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
    runs = make.plan(vault, ["m-2", "m-1"], "doc-1")
    assert [run.document for run in runs] == ["doc-1", "doc-2", "doc-3", "doc-0"]
    assert make.plan(vault, []) == []
    assert [run.document for run in make.plan(vault, ["m-1"])] == ["doc-0", "doc-1"]
    for run in runs:
        make.fetch(vault, run, bodies)
    assert make.plan(vault, ["m-2", "m-1"], "doc-1") == []


def test_a_plan_keeps_to_its_limit_over_several_documents_but_is_never_empty(vault, make):
    documents = [make.a_document(make.some_bytes(90_000, n), f"doc-{n}") for n in range(5)]
    bodies = {one.id: body for one, body in documents}
    vault.packets.put(*make.a_packet(*(one for one, _ in documents)))
    runs = make.plan(vault, limit=240_000)
    sizes = [chunk.size for run in runs for chunk in run.chunks]
    assert [run.document for run in runs] == ["doc-0", "doc-1", "doc-2"]
    assert 240_000 - MAX_CHUNK_BYTES < sum(sizes) <= 240_000
    [one] = make.plan(vault, limit=1)
    assert (one.document, one.first, len(one.chunks)) == ("doc-0", 0, 1)
    assert make.fetch_all(vault, bodies, limit=50_000) == 450_000


def test_a_plan_keeps_to_what_one_request_may_hold(vault, make):
    many = make.a_document(make.some_bytes(100), "many")[0]
    chunks = tuple(Chunk(digest(bytes([n % 256, n // 256])), 2) for n in range(MAX_CHUNKS_A_REQUEST + 9))
    many = msgspec.structs.replace(many, size=2 * len(chunks), chunks=chunks)
    vault.packets.put(*make.a_packet(many))
    assert sum(len(run.chunks) for run in make.plan(vault)) == MAX_CHUNKS_A_REQUEST
    small = [make.a_document(bytes([n % 256, n // 256, 7]), f"s-{n}")[0] for n in range(MAX_PARTS + 9)]
    vault.packets.put(*make.a_packet(*small, meeting="m-2"))
    assert len(make.plan(vault, ["m-2"])) == MAX_PARTS


def test_a_chunk_that_two_documents_need_is_asked_for_once(vault, make):
    shared = make.some_bytes(400_000)
    one, body = make.a_document(make.some_bytes(50_000, 2) + shared)
    two, other = make.a_document(make.some_bytes(60_000, 3) + shared, "doc-2")
    vault.packets.put(*make.a_packet(one, two))
    runs = make.plan(vault)
    asked = [chunk.digest for run in runs for chunk in run.chunks]
    assert len(asked) == len(set(asked))
    assert sum(make.fetch(vault, run, {"doc-1": body, "doc-2": other}) for run in runs) < 650_000
    assert vault.packets.current("m-1").complete
    assert make.read_back(vault, two.sha256) == b"".join(other)


def test_drafts_come_after_everything_shown(vault, make):
    documents = [make.a_document(make.some_bytes(9_000, n), f"doc-{n}")[0] for n in range(3)]
    vault.packets.put(*make.a_packet(documents[0]))
    vault.packets.put(*make.a_packet(documents[1], meeting="m-2"))
    vault.packets.put(*make.a_packet(documents[2], version=2, published=False))
    order = ["m-1", "m-2"]
    assert [run.document for run in make.plan(vault, order)] == ["doc-0", "doc-1", "doc-2"]


def test_a_meeting_of_which_there_is_only_a_draft_is_fetched_too(vault, make):
    document = make.a_document(make.some_bytes(9_000, 1), "doc-1")[0]
    vault.packets.put(*make.a_packet(document, published=False))
    order = vault.packets.to_fetch(make.NOON, make.NOON)
    assert order == ("m-1",)
    assert [run.document for run in make.plan(vault, order)] == ["doc-1"]


def test_planning_forty_documents_of_ten_thousand_chunks_reads_few_descriptors(vault, make, monkeypatch):
    chunks = [[Chunk(digest(bytes([d, n % 256, n // 256])), 3) for n in range(250)] for d in range(40)]
    blank = make.a_document(b"x")[0]
    documents = [
        msgspec.structs.replace(
            blank, id=f"doc-{d}", sha256=digest(bytes([d])), size=750, chunks=tuple(chunks[d])
        )
        for d in range(40)
    ]
    vault.packets.put(*make.a_packet(*documents))
    statements = []
    inner = vault._database._execute
    monkeypatch.setattr(
        vault._database, "_execute", lambda sql, values: statements.append(sql) or inner(sql, values)
    )
    assert len(make.plan(vault, limit=30)[0].chunks) == 10
    assert not any("descriptor" in sql for sql in statements)
    assert len(statements) < 20


def test_progress_is_told_by_document(vault, make):
    one, body = make.a_document(make.some_bytes(300_000))
    two, _ = make.a_document(make.some_bytes(1_000, 2), "doc-2")
    vault.packets.put(*make.a_packet(one, two))
    vault.downloads.put_chunks(make.plan(vault)[0], 0, body[:2])
    first, second = vault.downloads.progress("m-1")
    assert (first.to_come, second.to_come) == (300_000 - first.have, 1_000)
    assert (first.document, first.have, first.size) == ("doc-1", len(body[0]) + len(body[1]), 300_000)
    assert not first.complete
    assert (second.document, second.have, second.complete) == ("doc-2", 0, False)
    assert vault.packets.current("m-1").have == first.have


def test_a_chunk_with_a_changed_byte_is_dropped_and_what_came_before_it_stays(vault, make):
    one, body = make.a_document(make.some_bytes(300_000))
    vault.packets.put(*make.a_packet(one))
    wanted = make.plan(vault)[0]
    changed = bytes([body[3][0] ^ 1]) + body[3][1:]
    sent = [*body[:3], changed, *body[4:]]
    assert refusal(vault.downloads.put_chunks, wanted, 0, sent) is Code.WRONG_DIGEST
    again = make.plan(vault)[0]
    assert again.first == 3
    make.fetch(vault, again, {"doc-1": body})
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_chunks_that_are_here_or_behind_a_gap_are_passed_over(vault, make):
    one, body = make.a_document(make.some_bytes(300_000))
    vault.packets.put(*make.a_packet(one))
    run = make.all_of(vault, one)
    put = vault.downloads.put_chunks
    assert put(run, 0, body[:4]) == 4
    assert put(run, 1, body[1:5]) == 5
    assert put(run, 0, body[:2]) == 5
    assert put(run, 9, body[9:]) == 5
    assert put(run, 5, body[5:]) == len(body)
    assert put(run, 0, body) == len(body)
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_chunks_of_nothing_we_know_are_refused(vault):
    run = WantedRun("0" * 64, "doc-1", "", 0, ())
    assert refusal(vault.downloads.put_chunks, run, 0, [b"x"]) is Code.PACKET_UNKNOWN


def test_a_revised_document_costs_only_what_changed(vault, make):
    data = make.some_bytes(2_000_000)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    revised = data[:700_000] + b"sua doi" + data[700_000:]
    two, new_body = make.a_document(revised)
    vault.packets.put(*make.a_packet(two, version=2))
    [progress] = vault.downloads.progress("m-1")
    runs = make.plan(vault)
    cost = sum(make.fetch(vault, run, {"doc-1": new_body}) for run in runs)
    assert 0 < cost == progress.to_come <= 3 * 64 * 1024
    assert vault.downloads.progress("m-1")[0].to_come == 0
    assert make.plan(vault) == []
    assert make.read_back(vault, two.sha256) == revised
    assert make.read_back(vault, one.sha256) == data


def test_a_document_that_another_meeting_has_costs_nothing_and_stands_by_itself(vault, make):
    one, body = make.a_document(make.some_bytes(300_000))
    vault.packets.put(*make.a_packet(one))
    make.fetch_all(vault, {"doc-1": body})
    vault.packets.put(*make.a_packet(one, meeting="m-2"))
    assert make.plan(vault, ["m-2"]) == []
    vault.packets.recall("m-1", 1)
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
        wanted = make.plan(vault)[0]
        assert wanted.first == 0
        assert refusal(vault.downloads.put_chunks, wanted, 0, body) is Code.WRONG_DIGEST
        assert not vault.documents.is_complete(wrong.sha256)
    assert make.plan(vault) == []
    assert vault.downloads.put_chunks(wanted, 0, body) == 0
    assert vault.downloads.progress("m-1")[0].to_come == 0
    assert len(list((profile / "blocks").iterdir())) == 0
    vault.packets.put(*make.a_packet(one, version=2))
    make.fetch_all(vault, {"doc-1": body})
    assert make.read_back(vault, one.sha256) == b"".join(body)


def test_another_list_of_chunks_begins_anew_under_another_key(vault, make):
    data = make.some_bytes(300_000)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    vault.downloads.put_chunks(make.all_of(vault, one), 0, body[:8])
    other_body = [data[:10_000], *(data[n : n + 50_000] for n in range(10_000, 300_000, 50_000))]
    chunks = tuple(type(one.chunks[0])(make.digest(piece), len(piece)) for piece in other_body)
    two = msgspec.structs.replace(one, chunks=chunks)
    vault.packets.put(*make.a_packet(two, version=2))
    [before] = vault._database.all("SELECT key FROM content_key")
    assert vault.downloads.progress("m-1")[0].to_come == 300_000
    assert make.plan(vault)[0].first == 0
    make.fetch_all(vault, {"doc-1": other_body})
    [after] = vault._database.all("SELECT key FROM content_key")
    assert before != after
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


def test_a_document_that_is_found_altered_while_another_reuses_it_is_fetched_again(vault, profile, make):
    data = make.some_bytes(300_000)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    make.fetch(vault, make.plan(vault)[0], {"doc-1": body})
    [path] = (profile / "blocks").iterdir()
    path.write_bytes(bytes(path.stat().st_size))
    two, longer = make.a_document(data + b"x" * 50_000, "doc-2")
    vault.packets.put(*make.a_packet(two, meeting="m-2"))
    order = ["m-1", "m-2"]
    assert make.plan(vault, order)
    make.fetch_all(vault, {"doc-1": body, "doc-2": longer}, order)
    assert vault.packets.current("m-1").complete
    assert make.read_back(vault, one.sha256) == data


def test_the_digest_is_checked_again_from_disk_when_a_download_goes_on_after_a_restart(vault, reopen, make):
    one, body = make.a_document(make.some_bytes(400_000))
    vault.packets.put(*make.a_packet(one))
    vault.downloads.put_chunks(make.all_of(vault, one), 0, body[:9])
    vault.close()
    opened = reopen()
    assert make.plan(opened)[0].first == 9
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


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 700_000), seed=st.integers(0, 99), steps=STEPS)
def test_any_portions_and_any_interruptions_give_the_same_document(
    tmp_path_factory, mould, make, size, seed, steps
):
    profile = tmp_path_factory.mktemp("any") / "profile"
    vault = mould.cast(profile)
    data = make.some_bytes(size, seed)
    one, body = make.a_document(data)
    vault.packets.put(*make.a_packet(one))
    run = make.all_of(vault, one)
    have = 0
    for count, end in steps:
        portion = body[have : have + count]
        if end == "cut":
            with pytest.raises(CutError):
                cut_before_commit(vault, run, have, portion)
        else:
            assert vault.downloads.put_chunks(run, have, portion) == have + len(portion)
            have += len(portion)
        if end == "reopen":
            vault.close()
            vault = mould.open(profile)
    runs = make.plan(vault)
    assert (runs == []) == (have == len(body))
    assert not runs or runs[0].first == have
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


def test_what_the_fetcher_leaves_out_is_not_asked_for(vault, make):
    one, _ = make.a_document(make.some_bytes(9_000))
    packet, manifest, items = make.a_packet(one)
    vault.packets.put(packet, manifest, items)
    assert make.plan(vault)
    left_out = (packet.manifest.digest, one.id)
    assert make.plan(vault, without=lambda manifest, document: (manifest, document) == left_out) == []
    assert make.plan(vault, without=lambda manifest, document: False)
