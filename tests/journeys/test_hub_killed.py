"""The hub dies by SIGKILL in the middle of uploads, downloads and acts: nothing lost, nothing doubled."""

from __future__ import annotations

import gc
import os
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.town import MEETING, Town, make_folder, town

from reader.core import annotating, collecting, running, voting
from sync.errors import Code, SohopError
from sync.model.annotation import Audience, MarkKind
from sync.model.ids import DocumentId, MotionId
from tools.demo.stage import APPROVER, DELEGATE, SECRETARY

KILLS = int(os.environ.get("SOHOP_KILLS", "6"))

pytestmark = [
    pytest.mark.storm,
    # A line that is reset between connecting and TLS leaves Python's SSLSocket to the garbage collector,
    # which closes it and says so; nobody but Python has it in hand by then.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <ssl.SSLSocket"),
]


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    """What Python has left is closed while that is known, not in the next test."""
    yield
    gc.collect()


def test_upload_and_download_go_on_after_the_hub_was_killed(tmp_path: Path) -> None:
    with town(tmp_path) as place:
        folder = make_folder(tmp_path / "packet", noise=12_000_000)
        chance = random.Random(1)
        _through_kills(place, chance, lambda: place.submit(folder))
        place.approve()
        place.publish()
        with place.laptop(DELEGATE) as laptop:
            _through_kills(place, chance, laptop.sync)
            stored = laptop.book.vault.packets.current(MEETING)
            assert stored is not None
            assert stored.complete
            for document in stored.items[0].documents:
                buffer = bytearray(document.size)
                laptop.book.vault.documents.read_into(document.sha256, memoryview(buffer))
                assert bytes(buffer) == (folder / f"{document.id}.pdf").read_bytes()


def test_every_act_arrives_exactly_once_however_often_the_hub_dies(tmp_path: Path) -> None:
    with town(tmp_path) as place:
        place.submit(make_folder(tmp_path / "packet"))
        place.approve()
        place.publish()
        chance, texts = random.Random(2), []
        with place.laptop(DELEGATE) as laptop:
            laptop.sync()
            document = laptop.book.vault.packets.current(MEETING)
            assert document is not None
            sha256 = document.items[0].documents[0].sha256
            for number in range(KILLS):
                for part in range(3):
                    text = f"ghi chú {number}.{part}"
                    annotating.put(
                        laptop.book,
                        MEETING,
                        document=DocumentId("a"),
                        sha256=sha256,
                        page=part,
                        kind=MarkKind.NOTE,
                        text=text,
                        audience=Audience.SECRETARY,
                    )
                    texts.append(text)
                voting.cast(laptop.book, MEETING, MotionId("m-1"), (f"c{number % 2 + 1}",))
                _sync_under_fire(place, chance, laptop.sync)
            laptop.sync()
            assert laptop.book.vault.outbox.pending_count() == 0
            assert laptop.book.vault.outbox.quarantine() == []
            laptop.book.vault.outbox.check_chain()
        with place.laptop(APPROVER) as laptop:
            laptop.sync(documents=False)
            running.close_motion(laptop.book, MEETING, MotionId("m-1"))
            laptop.sync(documents=False)
        with place.laptop(SECRETARY) as laptop:
            laptop.sync(documents=False)
            view = collecting.desk(laptop.book, MEETING)
        assert view is not None
        assert sorted(mark.text for mark in view.marks) == sorted(texts)
        ballots = view.motions[0].ballots
        assert len(ballots) == KILLS
        assert [ballot.choices for ballot in ballots if ballot.counted] == [(f"c{(KILLS - 1) % 2 + 1}",)]


def _through_kills(place: Town, chance: random.Random, work: Callable[[], None]) -> None:
    """Do ``work`` until it succeeds, with the hub killed at a random moment of the first two tries, and back
    at once: an upload goes on by itself, a round is tried again."""

    def power_cut() -> None:
        place.hub.kill()
        place.hub.start()

    for attempt in range(12):
        timer = threading.Timer(0.05 + chance.random() * 0.4, power_cut) if attempt < 2 else None
        if timer is not None:
            timer.start()
        try:
            work()
            return
        except SohopError as error:
            _only_the_line(error)
        finally:
            if timer is not None:
                timer.cancel()
                timer.join()
    raise AssertionError("it never succeeded")


def _sync_under_fire(place: Town, chance: random.Random, sync: Callable[[], None]) -> None:
    timer = threading.Timer(chance.random() * 0.05, place.hub.kill)
    timer.start()
    try:
        sync()
    except SohopError as error:
        _only_the_line(error)
    finally:
        timer.join()
    place.hub.restart()


def _only_the_line(error: SohopError) -> None:
    """A dead hub is a lost line and nothing else."""
    if error.code not in {Code.OFFLINE, Code.TIMEOUT}:
        raise error
