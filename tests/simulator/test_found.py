"""Stories that the simulator found, or that everybody should know."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from simulator.laptop import Laptop
from simulator.lies import Liar
from simulator.office import LAN, OPEN, OPEN_ITEM, SEALED, SECRET, SECRET_ITEM, THU, Scene
from simulator.truth import Truth, accepted
from simulator.wire import Fate, Fault
from sqlalchemy import func, select
from support.meetings import Made

from reader.core import annotating, conducting, library, recalling, voting
from sync.errors import Code
from sync.hub import tables
from sync.model.annotation import Audience, MarkKind
from sync.model.ids import EventId
from sync.model.meeting import MAX_CHUNK_BYTES
from sync.wire.chunks import pieces
from sync.wire.codec import digest

CUT_EVERY = 4 * 1024


def next_version(scene: Scene, size: int = 50_000, seed: int = 2) -> Made:
    """A version of which nothing is here yet, published."""
    chance = random.Random(seed)
    made = scene.make_next({OPEN: chance.randbytes(size), SECRET: chance.randbytes(20_000)})
    scene.submit(made)
    scene.approve(made)
    scene.publish(made)
    scene.thu.sync()
    return made


def a_note(
    laptop: Laptop, scene: Scene, text: str = "Xin hỏi lại", audience: Audience = Audience.MEETING
) -> EventId:
    """A note, and the id of the act."""
    annotating.put(
        laptop.book,
        scene.meeting,
        document=OPEN,
        sha256=digest(b""),
        page=0,
        kind=MarkKind.NOTE,
        text=text,
        audience=audience,
    )
    return EventId(laptop.vault.outbox.head()[1])


def texts(laptop: Laptop, scene: Scene) -> list[str]:
    """What the notes on a laptop say."""
    return sorted(fact.mark.text for fact in laptop.book.project(scene.meeting).marks)


def test_a_recall_beats_the_download_that_it_meets(scene: Scene) -> None:
    made = next_version(scene, size=300_000)
    lan = scene.lan

    def take_back(path: str) -> None:
        if path != "/v1/chunks":
            lan.wire.after.append(take_back)
            return
        recalling.recall(scene.thu.book, scene.meeting, "nhầm bản")
        scene.thu.sync()

    lan.wire.after.append(take_back)
    a_note(lan, scene, "của tôi", Audience.PRIVATE)
    lan.sync([Fault(Fate.HONEST), Fault(Fate.HONEST), Fault(Fate.HONEST), Fault(Fate.CUT, 0.5)])
    lan.sync()
    assert lan.vault.packets.current(scene.meeting) is None
    assert lan.vault.packets.tombstone(scene.meeting) == made.manifest.version
    for version in scene.made.values():
        assert not any(lan.vault.documents.is_complete(digest(data)) for data in version.documents.values())
    assert not list((lan.profile / "blocks").iterdir())
    assert texts(lan, scene) == ["của tôi"]
    scene.quiesce()
    reach = recalling.reach(scene.thu.book, scene.meeting)
    assert reach is not None
    assert (len(reach.destroyed), reach.told, reach.outstanding) == (4, (), ())


def test_after_a_recall_the_desk_publishes_the_right_version(scene: Scene) -> None:
    next_version(scene)
    recalling.recall(scene.thu.book, scene.meeting, "nhầm bản")
    scene.thu.sync()
    right = scene.make_next({OPEN: b"right", SECRET: b"secret"})
    scene.submit(right)
    scene.approve(right)
    scene.publish(right)
    scene.quiesce()
    assert scene.lan.vault.packets.current(scene.meeting).manifest.version == 3
    assert scene.lan.read(digest(b"right")) == b"right"


@pytest.mark.parametrize("keep_blobs", [True, False])
def test_the_desk_goes_on_where_a_restored_hub_has_lost_its_newest_version(
    scene: Scene, keep_blobs: bool
) -> None:
    copy = scene.back_up_hub()
    lost = next_version(scene)
    scene.quiesce()
    scene.put_hub_back(copy, keep_blobs=keep_blobs)
    scene.quiesce()
    assert scene.lan.vault.packets.current(scene.meeting).digest == lost.digest
    after = scene.make_next({OPEN: b"right", SECRET: b"secret"})
    scene.submit(after)
    scene.approve(after)
    scene.publish(after)
    scene.quiesce()
    for laptop in scene.laptops.values():
        assert laptop.vault.packets.current(scene.meeting).digest == after.digest
        assert laptop.vault.packets.current(scene.meeting).complete


def test_a_restored_hub_asks_for_what_it_lacks(scene: Scene) -> None:
    copy = scene.back_up_hub()
    lan = scene.lan
    note = a_note(lan, scene)
    ballot = voting.cast(lan.book, scene.meeting, SEALED, ("for",))
    lan.sync()
    before = {act: lan.acts()[act].receipt for act in (note, ballot)}
    scene.put_hub_back(copy)
    assert lan.sync()
    assert any(each.applied is not None and each.applied.restored for each in lan.happened)
    assert lan.refused == []
    assert accepted(lan, note)
    assert accepted(lan, ballot)
    assert [each.event for each in lan.vault.outbox.former_receipts(note)] == [note]
    assert lan.acts()[ballot].receipt != before[ballot]
    scene.quiesce()
    assert texts(scene.minh, scene) == ["Xin hỏi lại"]
    with scene.hub.hub.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(tables.ballots)).scalar_one() == 1


def test_a_cut_at_every_4_kib_costs_at_most_one_chunk_each(scene: Scene, tmp_path: Path) -> None:
    made = next_version(scene, size=120_000)
    whole = _frames(made)
    lan = scene.lan
    lan.copy_disk(tmp_path / "before")
    for at in range(CUT_EVERY, whole, CUT_EVERY):
        lan.put_disk_back(tmp_path / "before")
        lan.wire.received.clear()
        lan.sync([*[Fault(Fate.HONEST)] * 3, Fault(Fate.CUT, at), *[Fault(Fate.LOST)] * 9])
        lan.kill()  # or the bytes of the frame that was cut would still be there
        for item in library.item_views(lan.book, lan.vault.packets.current(scene.meeting)):
            for document in item.documents:
                if document.complete:
                    assert lan.read(document.sha256) == made.documents[document.id]
        lan.sync()
        assert lan.wire.received["/v1/chunks"] <= _frames(made) + 4 + MAX_CHUNK_BYTES
        for name, data in made.documents.items():
            assert lan.read(digest(data)) == data, name


def test_a_download_that_is_cut_every_4_kib_goes_on_at_the_byte(scene: Scene) -> None:
    made = next_version(scene, size=120_000)
    lan = scene.lan
    whole = _frames(made)
    lan.sync([*[Fault(Fate.HONEST)] * 3, *[Fault(Fate.CUT, CUT_EVERY)] * (whole // CUT_EVERY + 2)])
    assert lan.wire.received["/v1/chunks"] == whole
    assert all(lan.read(digest(data)) == data for data in made.documents.values())


def test_a_ballot_that_is_sealed_during_a_download_does_not_wait_for_its_end(scene: Scene) -> None:
    next_version(scene, size=300_000)
    lan = scene.lan
    paths: list[str] = []
    sealed: list[EventId] = []

    def seal(path: str) -> None:
        paths.append(path)
        lan.wire.after.append(seal)
        if path == "/v1/chunks" and not sealed:
            sealed.append(voting.cast(lan.book, scene.meeting, SEALED, ("for",)))
            lan.runner.wake()

    lan.wire.after.append(seal)
    lan.sync()
    first = paths.index("/v1/chunks")
    assert paths[first + 1] == "/v1/exchange"
    assert "/v1/chunks" in paths[first + 2 :]
    assert accepted(lan, sealed[0])
    assert lan.vault.packets.current(scene.meeting).complete


def test_a_laptop_that_was_set_back_is_told_so_and_nothing_of_it_waits_for_ever(
    scene: Scene, tmp_path: Path
) -> None:
    lan = scene.lan
    lan.copy_disk(tmp_path / "copy")
    a_note(lan, scene, "trước")
    lan.sync()
    lan.put_disk_back(tmp_path / "copy")
    known = lan.vault.outbox.head()[0] + 1
    for number in range(4):  # more than the hub knows: the last ones lie beyond its head of the chain
        a_note(lan, scene, f"sau {number}")
    assert lan.vault.outbox.head()[0] > known + 1
    assert lan.sync()
    assert lan.is_copied()
    assert lan.vault.outbox.pending_count() == 0
    assert {code for _, _, code in lan.vault.outbox.quarantine()} == {Code.DEVICE_COPIED}
    assert len(lan.vault.outbox.unsent()) == 4
    assert "trước" in texts(lan, scene)


def test_two_roots_later_a_laptop_from_a_drawer_still_believes_the_office(scene: Scene) -> None:
    scene.office = scene.office.rotate_root()
    scene.office = scene.office.rotate_root()
    scene.thu.sync()
    scene.duyet.sync()
    made = next_version(scene)
    assert scene.lan.sync()
    assert scene.lan.refused == []
    assert scene.lan.vault.trust.root()[0] == 3
    assert scene.lan.vault.packets.current(scene.meeting).digest == made.digest


def test_a_hub_that_ran_ten_years_ahead_is_healed_by_a_new_epoch(scene: Scene) -> None:
    """What a stolen online key can do: it ends all leases. It cannot show anything, nor stay."""
    lan = scene.lan
    liar = Liar(scene, lan, "far_time", random.Random(1))
    a_note(scene.minh, scene)
    scene.minh.sync()
    lan.sync(lie=liar)
    assert liar.told
    assert lan.vault.packets.current(scene.meeting).erased
    made = next_version(scene, seed=3)
    lan.sync()
    assert Code.STALE in lan.refused
    scene.new_epoch()
    scene.quiesce()
    assert lan.vault.trust.read_freshness().time <= scene.clock.now()
    assert lan.vault.packets.current(scene.meeting).digest == made.digest
    assert lan.vault.packets.current(scene.meeting).complete


def test_who_may_not_hear_of_a_restricted_item_goes_on_with_the_meeting_though_the_hubs_clock_was_set_back(
    scene: Scene,
) -> None:
    said = []
    for minutes, item in ((0, OPEN_ITEM), (-50, SECRET_ITEM), (-40, OPEN_ITEM)):
        scene.hub.clock.ahead = 60.0 * minutes
        conducting.point(scene.thu.book, scene.meeting, item)
        scene.thu.sync()
        said.append(EventId(scene.thu.vault.outbox.head()[1]))
    for laptop in (scene.thu, scene.lan, scene.minh):
        laptop.sync()
        point = laptop.book.project(scene.meeting).sitting.point
        assert point is not None
        assert point.event == said[-1]
    assert [scene.minh.vault.events.get(one) is not None for one in said] == [True, False, True]


@pytest.mark.parametrize("name", [LAN, THU])
def test_a_hub_that_is_killed_in_its_commit_has_promised_nothing(scene: Scene, name: str) -> None:
    laptop = scene.laptops[name]
    note = a_note(laptop, scene)
    laptop.sync([Fault(Fate.HONEST), Fault(Fate.HONEST), Fault(Fate.KILLED_INSIDE)])
    assert laptop.acts()[note].receipt is None
    laptop.sync([Fault(Fate.KILLED_AFTER)])
    assert laptop.acts()[note].receipt is None
    laptop.sync()
    assert accepted(laptop, note)
    scene.quiesce()
    assert texts(scene.minh, scene) == ["Xin hỏi lại"]


def test_an_answer_of_which_a_byte_is_another_is_not_believed(scene: Scene) -> None:
    """The receipt of a note is the hub's word without a signature."""
    lan, truth = scene.lan, Truth(scene)
    lan.sync()
    for place in range(20):
        a_note(lan, scene)
        lan.sync([Fault(Fate.CORRUPTED, place / 100)])
        truth.note(lan)
        truth.check(lan)


def _frames(made: Made) -> int:
    """Bytes of all documents as they travel."""
    return sum(4 + chunk.size for data in made.documents.values() for chunk, _ in pieces(data))
