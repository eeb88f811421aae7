"""Packets being made: each state can be gone back to, files are sealed and stay as long as the draft."""

from datetime import UTC, datetime, timedelta

import pytest

from sync.errors import Code, SohopError

MEETING = "m-1"
NOON = datetime(2026, 11, 3, 5, 0, tzinfo=UTC)


def test_the_last_state_is_the_one_that_is_found(vault):
    assert vault.drafts.get(MEETING) is None
    for number, value in enumerate((b"1", b"2")):
        vault.drafts.save(MEETING, value, NOON + timedelta(minutes=number))
    vault.drafts.save("m-2", b"3", NOON)
    assert vault.drafts.get(MEETING) == b"2"
    assert vault.drafts.meetings() == [(MEETING, NOON + timedelta(minutes=1)), ("m-2", NOON)]


def test_the_state_saved_last_counts_also_where_the_clock_was_put_back(vault):
    vault.drafts.save(MEETING, b"1", NOON)
    vault.drafts.save("m-2", b"2", NOON - timedelta(minutes=5))
    vault.drafts.save(MEETING, b"3", NOON - timedelta(hours=1))
    earlier = NOON - timedelta(hours=1)
    assert vault.drafts.meetings() == [("m-2", NOON - timedelta(minutes=5)), (MEETING, earlier)]
    assert vault.drafts.state(MEETING) == (b"3", earlier)
    vault.drafts.undo(MEETING)
    assert vault.drafts.state(MEETING) == (b"1", NOON)


def test_states_are_walked_back_and_forth(vault):
    drafts = vault.drafts
    for value in (b"1", b"2", b"3"):
        drafts.save(MEETING, value, NOON)
    assert drafts.can(MEETING) == (True, False)
    assert [drafts.undo(MEETING), drafts.undo(MEETING), drafts.undo(MEETING)] == [b"2", b"1", None]
    assert drafts.can(MEETING) == (False, True)
    assert [drafts.redo(MEETING), drafts.get(MEETING)] == [b"2", b"2"]
    drafts.save(MEETING, b"4", NOON)  # another way on: the old one is gone
    assert (drafts.redo(MEETING), drafts.undo(MEETING)) == (None, b"2")


def test_a_draft_without_states_can_nothing(vault):
    assert vault.drafts.can(MEETING) == (False, False)
    assert (vault.drafts.undo(MEETING), vault.drafts.redo(MEETING)) == (None, None)


def test_states_have_a_bound(vault):
    for number in range(510):
        vault.drafts.save(MEETING, b"%d" % number, NOON)
    back = 0
    while vault.drafts.undo(MEETING) is not None:
        back += 1
    assert back == 499


def test_a_file_is_kept_once_and_read_back(vault):
    data = bytes(range(256)) * 1_000
    for name in ("a.pdf", "b.pdf"):
        file = vault.drafts.put_file(MEETING, name, data, b"facts")
    assert vault.drafts.read(MEETING, file.sha256) == data
    assert list(vault.drafts.files(MEETING).values()) == [file]
    assert (file.name, file.size, file.facts) == ("b.pdf", len(data), b"facts")


def test_files_lie_sealed_on_the_disk(vault, profile):
    vault.drafts.put_file(MEETING, "mật.pdf", b"noi dung chua phe duyet " * 4_000, b"")
    for path in profile.rglob("*"):
        if path.is_file():
            assert b"chua phe duyet" not in path.read_bytes()


def test_a_new_version_of_the_packet_leaves_the_drafts_files(vault):
    file = vault.drafts.put_file(MEETING, "a.pdf", b"a" * 5_000, b"")
    with vault.drafts._database.transaction():
        vault.documents.erase_unlisted(MEETING)
    assert vault.drafts.read(MEETING, file.sha256) == b"a" * 5_000


def test_what_was_forgotten_is_gone(vault):
    file = vault.drafts.put_file(MEETING, "a.pdf", b"a" * 5_000, b"")
    vault.drafts.save(MEETING, b"1", NOON)
    vault.drafts.forget(MEETING)
    assert (vault.drafts.get(MEETING), vault.drafts.files(MEETING)) == (None, {})
    with pytest.raises(SohopError) as caught:
        vault.drafts.read(MEETING, file.sha256)
    assert caught.value.code is Code.NOT_DOWNLOADED


def test_the_log_that_held_a_forgotten_drafts_keys_is_emptied(vault, profile):
    log = profile / "vault.db-wal"
    vault.drafts.put_file(MEETING, "a.pdf", b"a" * 5_000, b"")
    assert log.stat().st_size > 0
    with vault.transaction():
        vault.drafts.forget(MEETING)
        assert log.stat().st_size > 0
    assert log.stat().st_size == 0


def test_all_drafts_are_forgotten_and_what_packets_list_stays(vault, profile, make):
    one, body = make.a_document(make.some_bytes(5_000, 1), "doc-1")
    vault.packets.put(*make.a_packet(one, meeting=MEETING))
    make.fetch_all(vault, {"doc-1": body}, [MEETING])
    vault.drafts.name_file(MEETING, one.sha256, "doc-1", 5_000, b"")
    for meeting in (MEETING, "m-2"):
        vault.drafts.save(meeting, b"1", NOON)
        vault.drafts.put_file(meeting, "a.pdf", b"a" * 70_000, b"")
    vault.drafts.put_file("m-3", "a.pdf", b"a" * 70_000, b"")  # called off before it came into a state
    vault.drafts.forget_all()
    assert vault.drafts.meetings() == []
    assert [vault.drafts.files(meeting) for meeting in (MEETING, "m-2", "m-3")] == [{}, {}, {}]
    assert make.read_back(vault, one.sha256) == make.some_bytes(5_000, 1)
    assert len(list((profile / "blocks").iterdir())) == 1


def test_an_empty_file_is_no_document(vault):
    with pytest.raises(ValueError, match="empty"):
        vault.drafts.put_file(MEETING, "a.pdf", b"", b"")
    assert vault.drafts.files(MEETING) == {}
