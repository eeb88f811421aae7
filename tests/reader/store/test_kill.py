"""A program killed at any moment: what it was told is durable is there. And no plain word on the disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sync.errors import Code, SohopError

resource = pytest.importorskip("resource", reason="kills and limits are those of POSIX")
ROOT = Path(__file__).parents[3]
WORD = "CHIMHOANGYEN"
"""The canary, in ASCII so that it is found in any encoding of text we use."""


def program(name, profile, *rest):
    return subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("program.py")), name, str(profile), *rest],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
    )


def kill_after(child, lines):
    """Let it say so many lines, kill it, and return all that it said."""
    said = [child.stdout.readline().strip() for _ in range(lines)]
    child.kill()
    said += [line.strip() for line in child.stdout if line.endswith("\n")]
    child.wait()
    child.stdin.close()
    child.stdout.close()
    return said


@pytest.mark.parametrize("lines", [1, 40, 173])
def test_acts_acknowledged_before_a_kill_are_there_and_the_chain_has_no_gap(vault, profile, reopen, lines):
    vault.close()
    said = kill_after(program("appending", profile), lines)
    opened = reopen()
    ids = [envelope.event_id for envelope in opened.outbox.pending(100_000)]
    assert len(said) >= lines
    assert ids[: len(said)] == said
    assert len(ids) <= len(said) + 1
    opened.outbox.check_chain()


@pytest.mark.parametrize("lines", [1, 20, 60])
def test_chunks_acknowledged_before_a_kill_are_not_fetched_again(vault, profile, reopen, make, lines):
    vault.close()
    said = kill_after(program("downloading", profile), lines)
    document, body = make.a_document(make.some_bytes(6_000_000))
    opened = reopen()
    wanted = make.plan(opened)[0]
    assert int(said[-1]) <= wanted.first <= int(said[-1]) + 3
    make.fetch_all(opened, {"doc-1": body})
    assert make.read_back(opened, document.sha256) == b"".join(body)


def plain_words(folder):
    """Files under ``folder`` in which the canary stands."""
    needles = [WORD.encode(), WORD.encode("utf-16-le"), WORD.lower().encode()]
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def test_no_plain_word_on_the_disk_while_open_after_a_kill_and_locked(vault, profile, reopen, tmp_path):
    vault.close()
    child = program("canaries", profile, WORD)
    assert child.stdout.readline() == "planted\n"
    names = {path.name for path in profile.rglob("*")}
    assert {"vault.db-wal", "vault.db-shm"} <= names
    assert plain_words(tmp_path) == []
    child.communicate("die\n")
    assert child.returncode == -9
    assert plain_words(tmp_path) == []
    opened = reopen()
    assert opened.settings.get(WORD, str, "") == WORD
    assert opened.packets.current("m-1").manifest.meeting.title == WORD
    assert opened.outbox.pending_count() == 2
    assert plain_words(tmp_path) == []
    opened.close()
    assert plain_words(tmp_path) == []


def test_the_canary_would_be_found(tmp_path):
    (tmp_path / "plain").write_text(f"xx{WORD}xx")
    assert len(plain_words(tmp_path)) == 1


def test_files_of_no_document_are_swept_after_a_kill(vault, profile, reopen):
    vault.close()
    left = profile / "blocks" / "left-by-a-kill"
    left.write_bytes(b"x")
    (profile / "vault.lock").write_bytes(b"open")
    reopen()
    assert not left.exists()


@pytest.fixture
def small_files():
    """Give a limit: files may not grow beyond it, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_limit_on_files_is_a_full_disk_for_acts_and_loses_none(vault, reopen, make, small_files):
    kept = [vault.outbox.append(make.an_act()) for _ in range(2)]
    small_files(400_000)
    with pytest.raises(SohopError) as caught:
        kept.extend(vault.outbox.append(make.an_act()) for _ in range(1_000))
    assert caught.value.code is Code.DISK_FULL
    small_files(resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    kept.append(vault.outbox.append(make.an_act()))
    vault.close()
    assert [envelope.event_id for envelope in reopen().outbox.pending(9_999)] == kept


def test_a_limit_on_files_is_a_full_disk_for_documents_and_the_download_goes_on(vault, make, small_files):
    document, body = make.a_document(make.some_bytes(3_000_000))
    vault.packets.put(*make.a_packet(document))
    small_files(2_000_000)
    with pytest.raises(SohopError) as caught:
        vault.downloads.put_chunks(make.all_of(vault, document), 0, body)
    assert caught.value.code is Code.DISK_FULL
    small_files(resource.getrlimit(resource.RLIMIT_FSIZE)[1])
    make.fetch_all(vault, {"doc-1": body})
    assert make.read_back(vault, document.sha256) == b"".join(body)
