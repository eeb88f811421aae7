"""A meeting without its office: a room hub takes the whole session, is killed in the middle of a strict vote,
comes back at another port and sleeps; then the line is there again, and the office knows everything, once.

Everything is real: two hubs as programs, TLS, four laptops with their vaults.
"""

from __future__ import annotations

import json
import queue
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import create_engine, select
from support.town import MEETING, PASSPHRASE, Town, make_folder, town

from reader.app.laptop import Laptop
from reader.app.line import OfficeLine
from reader.app.room_program import RoomProgram, room_folder
from reader.core import evidence, library, opining, running, voting
from reader.core.desk import desk
from reader.core.line_views import Line, LineView, RoomHubState, RoomHubView
from reader.core.views import BallotState, ReaderRow, Way
from reader.store.events import Known
from sync import verify
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.model.annotation import Audience
from sync.model.events import CastBallot, CheckIn, Event, ReportReady
from sync.model.ids import DocumentId, EventId, MotionId
from sync.model.opinion import Attendance, OnDocument, OpinionKind
from sync.wire.codec import decode_payload
from tools.demo.stage import APPROVER, DELEGATE, OTHER, SECRETARY, Actor
from tools.rooms import RoomProcess, make_room

CHAIR = APPROVER
STRICT = MotionId("m-1")

pytestmark = pytest.mark.storm  # two hubs and a dozen programs: half a minute


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path) as made:
        yield made


def strict_folder(root: Path) -> Path:
    """A packet whose first motion is voted on in the room."""
    folder = make_folder(root)
    path = folder / "packet.toml"
    text = path.read_text("utf-8")
    head, first, rest = text.partition('id = "m-1"')
    motion, second, others = rest.partition("[[motion]]")
    kept = [line for line in motion.splitlines() if not line.startswith(("opens", "until"))]
    changed = "\n".join(kept).replace('kind = "written_opinion"', 'kind = "resolution"') + "\n"
    path.write_text(head + first + changed + second + others, "utf-8")
    return folder


def in_room(place: Town, actor: Actor, room: RoomProcess, act: Callable[[Laptop], object]) -> None:
    """One person does something at their laptop, whose only line is the room's."""
    with place.laptop(actor) as laptop:
        laptop.sync_room(room.url)
        act(laptop)
        laptop.sync_room(room.url)
        with pytest.raises(SohopError) as refused:
            laptop.sync()
        assert refused.value.code in {Code.OFFLINE, Code.TIMEOUT}


def vote(choice: str) -> Callable[[Laptop], object]:
    return lambda laptop: voting.cast(laptop.book, MEETING, STRICT, (choice,))


def own(laptop: Laptop, kind: type) -> EventId:
    """The one act of this kind of this laptop."""
    found = [one.id for one in laptop.book.vault.events.of_meeting(MEETING) if is_own(one, laptop, kind)]
    return found[0]


def is_own(one: Known, laptop: Laptop, kind: type) -> bool:
    event = one.event
    return (
        isinstance(event, Event)
        and event.device == laptop.book.identity.device
        and isinstance(event.body, kind)
    )


def state_of(laptop: Laptop) -> BallotState:
    stored = laptop.book.vault.packets.current(MEETING)
    assert stored is not None
    projection = laptop.book.project(MEETING)
    views = voting.motion_views(laptop.book, stored.manifest, {}, projection, {})
    return next(view.ballot.state for view in views if view.id == STRICT)


def rows(folder: Path) -> dict[str, set[tuple[object, ...]]]:
    """What a hub has of votes."""
    engine = create_engine(f"sqlite:///{folder / 'hub.db'}")
    with engine.connect() as connection:
        found = {
            name: {tuple(row) for row in connection.execute(select(tables.metadata.tables[name]))}
            for name in ("motions", "ballots", "entries", "entered")
        }
    engine.dispose()
    return found


def test_a_session_in_the_room_is_the_offices_once_they_meet(place: Town, tmp_path: Path) -> None:
    place.submit(strict_folder(tmp_path / "packet"))
    place.approve()
    place.publish()
    room = make_room(place.office, place.hub.url, [MEETING])
    for actor in (CHAIR, SECRETARY, DELEGATE, OTHER):
        with place.laptop(actor) as laptop:
            laptop.sync(documents=False)
    place.hub.stop()  # the internet is gone, and nobody minds
    try:
        room.start()
        in_room(place, DELEGATE, room, lambda it: opining.check_in(it.book, MEETING, Attendance.PRESENT))
        in_room(place, OTHER, room, say)
        in_room(place, CHAIR, room, lambda it: running.open_motion(it.book, MEETING, STRICT))
        in_room(place, DELEGATE, room, vote("c1"))
        in_room(place, SECRETARY, room, check_board)
        first = room.url
        room.kill()
        room.start(port=0)
        assert room.url != first
        while_it_sleeps(room, lambda: in_room(place, OTHER, room, vote("c2")))
        in_room(place, CHAIR, room, lambda it: running.close_motion(it.book, MEETING, STRICT, early=True))
        with place.laptop(DELEGATE) as laptop:
            laptop.sync_room(room.url)
            assert state_of(laptop) is BallotState.COUNTED  # before any office has heard of it
            waits = {
                type(decode_payload(one.payload, Event).body) for one in laptop.book.vault.outbox.pending(9)
            }
            assert waits - {ReportReady} == {CheckIn, CastBallot}  # the office is still to be told
            assert laptop.book.vault.outbox.relays(own(laptop, CheckIn))[0][0] == room.device
            laptop.book.vault.outbox.check_chain()
        assert laptop_documents(place, DELEGATE, room)
        place.hub.start()
        room.met()
        room.stop()
        assert rows(place.office.folder) == rows(room.folder)
        assert len(rows(room.folder)["ballots"]) == 2
        check_offices_laptops(place, tmp_path)
    finally:
        room.stop()


def while_it_sleeps(room: RoomProcess, do: Callable[[], object]) -> None:
    """Somebody votes when the room hub's lid has just been closed: it is taken when that is opened."""
    room.sleep()
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(do)
        with pytest.raises(TimeoutError):
            done.result(2)
        room.wake()
        done.result(60)


def say(laptop: Laptop) -> None:
    opining.put(
        laptop.book,
        MEETING,
        kind=OpinionKind.COMMENT,
        about=OnDocument(document=DocumentId("a")),
        audience=Audience.SECRETARY,
        text="Đề nghị làm rõ khoản 2.",
    )


def check_board(laptop: Laptop) -> None:
    """The secretary sees who was heard in the room, whose vote lacks, and what the office has not got."""
    lacking, voted = board(laptop, OTHER), board(laptop, DELEGATE)
    for row in (lacking, voted):
        assert row.heard is not None
        assert (row.heard.via, row.heard.room) == (Way.ROOM, "Phòng họp lớn")
        assert row.owed.held == "Phòng họp lớn"
    assert (lacking.owed.votes, voted.owed.votes) == ((1, 2), (2,))  # the other is open by its schedule


def board(laptop: Laptop, actor: Actor) -> ReaderRow:
    """What the secretary is shown of somebody."""
    view = desk(laptop.book, MEETING)
    assert view is not None
    return next(row for row in view.rows if row.name == actor.name)


def laptop_documents(place: Town, actor: Actor, room: RoomProcess) -> bool:
    """The papers come from the room hub as well."""
    with place.laptop(actor) as laptop:
        laptop.sync_room(room.url)
        stored = laptop.book.vault.packets.current(MEETING)
        return stored is not None and stored.complete


def check_offices_laptops(place: Town, tmp_path: Path) -> None:
    """By the office alone everybody hears the same: receipts, the result, the evidence; nothing waits."""
    for actor in (DELEGATE, OTHER, CHAIR, SECRETARY):
        with place.laptop(actor) as laptop:
            laptop.sync(documents=False)
            laptop.sync(documents=False)
            outbox = laptop.book.vault.outbox
            assert (outbox.pending_count(), outbox.quarantine()) == (0, [])
            assert laptop.book.vault.heads.forks() == []
            if actor in (DELEGATE, OTHER):
                assert state_of(laptop) is BallotState.COUNTED
    with place.laptop(SECRETARY) as laptop:
        said = laptop.book.project(MEETING).opinions
        assert [one.opinion.text for one in said] == ["Đề nghị làm rõ khoản 2."]
        for actor in (DELEGATE, OTHER):
            row = board(laptop, actor)
            assert row.heard is not None
            assert (row.heard.via, row.owed.held, row.owed.votes) == (Way.HUB, None, (2,))
        made = evidence.export(laptop.book, MEETING, STRICT, tmp_path / "evidence.json")
        assert (made.broken, made.named, made.ballots) == ("", True, 2)
    file = json.loads((tmp_path / "evidence.json").read_text("utf-8"))
    assert file["closing"]["signatures"][0]["signer"] == file["head"]["signatures"][0]["signer"] != "hub"
    assert verify.check(verify.parse((tmp_path / "evidence.json").read_bytes(), "")).broken is None


def test_the_windows_line_talks_to_the_room_hub_that_the_secretarys_window_runs(
    place: Town, tmp_path: Path
) -> None:
    place.submit(strict_folder(tmp_path / "packet"))
    place.approve()
    place.publish()
    room = make_room(place.office, place.hub.url, [MEETING])
    profile = place.root / SECRETARY.key
    room.folder.rename(room_folder(profile))
    views: queue.Queue[RoomHubView] = queue.Queue()
    program = RoomProgram(profile, place.hub.url, views.put)
    program.look()
    assert views.get(timeout=60).state is RoomHubState.READY
    program.start()
    running = until(views, lambda view: bool(view.here))
    place.hub.stop()
    address = running.here  # on no network as well
    lines: queue.Queue[LineView] = queue.Queue()
    with ThreadPoolExecutor(1) as vault:  # as the window has one thread for it
        laptop = vault.submit(lambda: Laptop(place.root / DELEGATE.key, PASSPHRASE)).result()
        line = vault.submit(
            lambda: OfficeLine(laptop.book, lambda work: vault.submit(work, laptop.book).result(), put(lines))
        ).result()
        try:
            line.start()
            line.try_room("127.0.0.1:9")
            until(lines, lambda view: view.room is not None and view.room.problem is Code.OFFLINE)
            line.try_room(address)
            until(lines, lambda view: view.room is not None and view.room.line is Line.ONLINE)
            vault.submit(lambda: opining.check_in(laptop.book, MEETING, Attendance.PRESENT)).result()
            line.wake()
            until(lines, lambda view: any(one.what == "room_sent" for one in view.log))
            shown = vault.submit(lambda: library.waiting(laptop.book)).result()
            assert {one.passage.room for one in shown if one.kind == "checkin"} == {"Phòng họp lớn"}
            at = line.room_at()  # by which the USB courier asks it
            assert at is not None
            assert (at.hub, at.name, at.first) == (room.device, "Phòng họp lớn", True)
            program.stop()
            until(lines, lambda view: any(one.what == "room_lost" for one in view.log))
            assert line.room_at() is None
        finally:
            line.stop()
            vault.submit(laptop.close).result()
            program.stop()
    assert until(views, lambda view: view.state is RoomHubState.READY).problem == ""


T = TypeVar("T")


def until(heard: queue.Queue[T], holds: Callable[[T], bool]) -> T:
    """The first that is so."""
    while True:
        one = heard.get(timeout=60)
        if holds(one):
            return one


def put(lines: queue.Queue[LineView]) -> Callable[[LineView, bool], None]:
    return lambda view, _changed: lines.put(view)
