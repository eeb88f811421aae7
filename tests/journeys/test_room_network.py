"""A whole session in a room whose office is out of reach, on networks of the kernel's own; then the line is
back, and the office knows what the room knows: nothing lost, nothing twice.

Six laptops, a room hub and the office's hub, each a program on a machine of its own (``support.networks``).
Five laptops share the room's network and find the room hub by mDNS, one of them having been opened outside;
the sixth sits on another network, where multicast does not come, and is told the address.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from sqlalchemy import create_engine, select
from support.networks import BESIDE, OFFICE, ROOM, Building, NoNetworksError, building
from support.seats import Seat, together
from support.town import MEETING

from sync import verify
from sync.hub import tables
from sync.model.ids import DeviceId, PersonId
from sync.model.people import Role
from sync.wire.invitation import link
from tools.demo.stage import Actor
from tools.office import HubProcess, Office, make_office
from tools.rooms import RoomProcess

PEOPLE = (
    Actor("thu-ky", "Trần Thu Hà", (Role.SECRETARY, Role.DELEGATE)),
    Actor("chu-toa", "Quách Văn Tâm", (Role.APPROVER, Role.CHAIR, Role.DELEGATE)),
    Actor("dai-bieu-1", "Hoàng Thị Lượng", (Role.DELEGATE,)),
    Actor("dai-bieu-2", "Bùi Văn An", (Role.DELEGATE,)),
    Actor("dai-bieu-3", "Đinh Thị Én", (Role.DELEGATE,)),
    Actor("dai-bieu-4", "Lò Văn Ơn", (Role.DELEGATE,)),
)
AWAY = "Xa Văn Vắng"
MOTIONS = ("m-1", "m-2", "m-3")
CHOICES = ("c1", "c2", "c1", "c3", "c1", "c2")
NOTE = "Đề nghị nêu rõ nguồn vốn."
REPLY = "Nhất trí với ý kiến này."
COMMENT = "Tài liệu mới còn thiếu phụ biểu."
LATER = "Xem lại số liệu ở trang này."
SAID = [NOTE, REPLY, COMMENT, LATER]
"""The reply before what it answers, the last two on a document that the office has not heard of."""
SECRET = "chim-hoàng-yến"

pytestmark = pytest.mark.storm  # nine programs and their waits: a minute or two


@dataclass
class Sitting:
    """Everybody at their places, and what they find when it is over."""

    root: Path
    building: Building
    office: Office
    hub: HubProcess
    room: RoomProcess
    seats: list[Seat]
    away: PersonId
    where: str = field(default=f"{ROOM}.10")
    """The room hub's address."""
    late: Seat | None = None
    """Not in the room's network yet."""

    @property
    def secretary(self) -> Seat:
        return self.seats[0]

    @property
    def chair(self) -> Seat:
        return self.seats[1]

    @property
    def address(self) -> str:
        """Of the room hub, as it is typed."""
        return f"{self.where}:{self.room.url.rpartition(':')[2]}"

    def found(self) -> None:
        """By itself where multicast comes; the last laptop's person types it."""
        self.seats[-1].do("try_room", address=self.address)
        together([seat for seat in self.seats if seat is not self.late], "until_room", address=self.address)

    def come_late(self, seat: Seat, number: int) -> None:
        """Into the room's network with a laptop that was opened outside of it."""
        self.building.enter(seat.name, ROOM, number)
        self.late = None
        seat.do("until_room", address=self.address)


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    with ExitStack() as stack:
        try:
            made = stack.enter_context(building())
            made.machine("office", OFFICE, 2)
            made.machine("room", ROOM, 10)
            for number, actor in enumerate(PEOPLE):
                made.machine(actor.key, ROOM if number < len(PEOPLE) - 1 else BESIDE, 20 + number)
        except NoNetworksError as error:
            pytest.skip(f"no networks of one's own on this machine: {error}")
        office = make_office(tmp_path, addresses=[f"{OFFICE}.2"])
        hub = HubProcess(office.folder, host=f"{OFFICE}.2", within=made.within("office"))
        hub.start()
        stack.callback(hub.stop)
        seats = [stack.enter_context(_seat(tmp_path / actor.key, made.within(actor.key))) for actor in PEOPLE]
        for seat, actor in zip(seats, PEOPLE, strict=True):
            seat.ask("enrol", link=link(office.invite(office.add(actor.name, *actor.roles), hub.url)))
        for seat in seats:
            seat.answer()
        away = office.add(AWAY, Role.DELEGATE)
        room = _join(office, hub.url, made.within("room"))
        stack.callback(room.stop)
        yield Sitting(tmp_path, made, office, hub, room, seats, away)


@contextmanager
def _seat(profile: Path, within: Sequence[str]) -> Iterator[Seat]:
    seat = Seat(profile, within)
    try:
        yield seat
    finally:
        seat.close()


def _join(office: Office, url: str, within: Sequence[str]) -> RoomProcess:
    """Make a machine a room hub by the commands that its secretary would type."""
    person = office.add("Phòng họp lớn", Role.ROOM_HUB)
    folder = office.folder.parent / "room"
    _sohop_hub(within, "join", folder, given=link(office.invite(person, url)))
    office.sign_roster()
    (device,) = _column(office.folder, "devices", "id", person=person)
    return RoomProcess(folder, DeviceId(str(device)), [MEETING], host="0.0.0.0", within=within)


def _sohop_hub(within: Sequence[str], what: str, folder: Path, *, given: str = "") -> None:
    typed = ["--code-file", "-"] if given else []
    done = subprocess.run(
        [*within, sys.executable, "-m", "sync.room.main", "room", what, str(folder), *typed],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("harm", [False, True], ids=["in peace", "killed and moved"])
def test_a_session_without_the_office_is_the_offices_when_the_line_is_back(
    sitting: Sitting, tmp_path: Path, *, harm: bool
) -> None:
    publish(sitting, write_packet(tmp_path / "first", 1))
    sitting.office.carry(sitting.room.device, MEETING)
    _sohop_hub(sitting.building.within("room"), "meet", sitting.room.folder)
    together(sitting.seats, "stop")  # everybody goes to the meeting
    sitting.building.line("office", up=False)
    sitting.late = sitting.seats[2]
    sitting.building.leave(sitting.late.name)
    sitting.room.start(announced=True)
    together(sitting.seats, "start")
    sitting.found()
    sitting.come_late(sitting.seats[2], 22)

    together(sitting.seats, "check_in")
    sitting.secretary.do("put_absent", person=sitting.away, reason="Đi công tác")
    publish(sitting, write_packet(tmp_path / "second", 2), version=2)
    talk(sitting)
    first_vote(sitting, harm=harm)
    second_vote(sitting, harm=harm)
    third_vote(sitting, harm=harm)
    together(sitting.seats, "until_office", there=False)
    assert not votes_at(sitting.office.folder)["ballots"]  # nobody there has heard of it

    in_the_room = together(sitting.seats, "facts")
    check_room(in_the_room)
    sitting.building.line("office", up=True)
    sitting.room.met()
    together(sitting.seats, "wake")
    together(sitting.seats, "until_office", there=True)
    together(sitting.seats, "until_settled")
    check_merged(sitting, in_the_room)
    check_evidence(sitting)
    check_who_was_away(sitting, in_the_room[0])
    together(sitting.seats, "stop")
    check_secrets(sitting)
    check_hubs(sitting)


def publish(sitting: Sitting, folder: Path, *, version: int = 1) -> None:
    """Submitted, approved, published, and on all laptops."""
    if version == 1:
        together(sitting.seats, "start")
    sitting.secretary.do("submit", folder=str(folder))
    sitting.chair.do("until_submitted", version=version)
    sitting.chair.do("approve")
    sitting.secretary.do("until_approved")
    sitting.secretary.do("publish")
    together(sitting.seats, "until_packet", version=version)


def talk(sitting: Sitting) -> None:
    """Private notes and shared ones, a comment, a reply; also on a document that is new."""
    for seat in sitting.seats:
        seat.do("note", text=f"{SECRET}-{seat.name}.", audience="private")
    sitting.seats[2].do("note", text=NOTE, audience="meeting")
    sitting.seats[3].do("until_told", said=[NOTE])
    sitting.seats[3].do("reply", text=REPLY, to=NOTE)
    sitting.seats[4].do("comment", text=COMMENT, on="c")
    sitting.seats[5].do("note", text=LATER, audience="meeting", on="c")
    together(sitting.seats, "until_told", said=SAID)
    for seat in (sitting.secretary, sitting.chair):
        seat.do("until_told", said=[], attendance=len(PEOPLE) + 1)


def first_vote(sitting: Sitting, *, harm: bool) -> None:
    """The room hub is killed in the middle of the casting."""
    opened(sitting, MOTIONS[0])
    cast(sitting, MOTIONS[0], sitting.seats[:3])
    together(sitting.seats[:3], "until_received", motion=MOTIONS[0])
    for seat, choice in list(zip(sitting.seats, CHOICES, strict=True))[3:]:
        seat.ask("cast", motion=MOTIONS[0], choice=choice)
    if harm:
        sitting.room.kill()
        sitting.room.start(announced=True)
    for seat in sitting.seats[3:]:
        seat.answer()
    closed(sitting, MOTIONS[0])


def second_vote(sitting: Sitting, *, harm: bool) -> None:
    """The room hub's laptop gets another address when half of the ballots are in."""
    opened(sitting, MOTIONS[1])
    cast(sitting, MOTIONS[1], sitting.seats[:3])
    together(sitting.seats[:3], "until_received", motion=MOTIONS[1])
    if harm:
        sitting.building.leave("room")
        sitting.where = sitting.building.enter("room", ROOM, 99)
        sitting.found()
    cast(sitting, MOTIONS[1], sitting.seats[3:])
    closed(sitting, MOTIONS[1])


def third_vote(sitting: Sitting, *, harm: bool) -> None:
    """The room hub is dead while everybody casts, and comes back at another port."""
    opened(sitting, MOTIONS[2])
    if harm:
        sitting.room.kill()
    cast(sitting, MOTIONS[2], sitting.seats)
    if harm:
        sitting.room.start(port=0, announced=True)
        sitting.found()
    closed(sitting, MOTIONS[2])


def opened(sitting: Sitting, motion: str) -> None:
    sitting.chair.do("open_motion", motion=motion)
    together(sitting.seats, "until_open", motion=motion)


def cast(sitting: Sitting, motion: str, seats: Sequence[Seat]) -> None:
    """All of these at once."""
    choices = dict(zip((seat.name for seat in sitting.seats), CHOICES, strict=True))
    for seat in seats:
        seat.ask("cast", motion=motion, choice=choices[seat.name])
    for seat in seats:
        seat.answer()


def closed(sitting: Sitting, motion: str) -> None:
    together(sitting.seats, "until_received", motion=motion)
    sitting.chair.do("close_motion", motion=motion)
    together(sitting.seats, "until_closed", motion=motion)


def check_room(facts: Sequence[dict[str, Any]]) -> None:
    """Before any office has heard of it, everybody has the result and the proof of their ballot."""
    totals = sorted([choice, CHOICES.count(choice)] for choice in ("c1", "c2", "c3"))
    for one in facts:
        assert one["version"] == 2
        assert one["ballots"] == dict.fromkeys(MOTIONS, "counted")
        assert {motion: dict(counts) for motion, counts in one["results"].items()} == {
            motion: dict(totals) for motion in MOTIONS
        }
        assert one["refused"] == one["forks"] == []
        assert one["waiting"]  # the office is still to be told of what the room hub only has for now
        assert one["said"] == sorted(SAID)
        assert len(one["private"]) == 1


def check_merged(sitting: Sitting, before: Sequence[dict[str, Any]]) -> None:
    """By the office's word too everybody knows what they knew in the room; nothing waits or was refused."""
    for was, now in zip(before, together(sitting.seats, "facts"), strict=True):
        assert now["waiting"] == 0
        assert {**now, "waiting": 0} == {**was, "waiting": 0}


def check_who_was_away(sitting: Sitting, in_the_room: dict[str, Any]) -> None:
    """A laptop that never was in the room, and has the office alone."""
    sitting.room.stop()
    sitting.building.machine("away", BESIDE, 50)
    with _seat(sitting.root / "away", sitting.building.within("away")) as seat:
        seat.do("enrol", link=link(sitting.office.invite(sitting.away, sitting.hub.url)))
        seat.do("start")
        seat.do("until_packet", version=2)
        seat.do("until_told", said=SAID)
        for motion in MOTIONS:
            seat.do("until_result", motion=motion)
        here = seat.do("facts")
    assert {name: here[name] for name in ("version", "results", "said")} == {
        name: in_the_room[name] for name in ("version", "results", "said")
    }
    assert here["private"] == here["refused"] == here["forks"] == []


def check_evidence(sitting: Sitting) -> None:
    for motion in MOTIONS:
        file = sitting.root / f"evidence-{motion}.json"
        assert sitting.secretary.do("export", motion=motion, file=str(file)) == ["", True, len(PEOPLE)]
        assert verify.check(verify.parse(file.read_bytes(), "")).broken is None


def check_secrets(sitting: Sitting) -> None:
    """Private notes are readable nowhere: not at a hub, not on the disk of any laptop, not in a log."""
    needles = [f"{SECRET}-{actor.key}.".encode() for actor in PEOPLE]
    shared: set[Path] = set()
    for path in filter(Path.is_file, sitting.root.rglob("*")):
        data = path.read_bytes()
        assert not any(needle in data for needle in needles), path
        if NOTE.encode() in data:
            shared.add(path.parent)
    assert shared == {sitting.office.folder, sitting.room.folder}  # what is sought there would be found


def check_hubs(sitting: Sitting) -> None:
    """The office's tables hold what the room's hold, each thing once."""
    sitting.hub.stop()
    office, room = sitting.office.folder, sitting.room.folder
    assert votes_at(office) == votes_at(room)
    assert len(votes_at(office)["ballots"]) == len(PEOPLE) * len(MOTIONS)
    assert said_at(room) == said_at(office)
    assert set(_column(room, "outcomes", "event")) <= set(_column(office, "outcomes", "event"))
    assert sorted(_column(office, "packets", "version", state="published")) == [1, 2]
    for folder in (office, room):
        deliveries = Counter(_rows(folder, "deliveries", ("event", "audience", "person")))
        assert [row for row, times in deliveries.items() if row[0] is not None and times > 1] == []


def votes_at(folder: Path) -> dict[str, set[tuple[object, ...]]]:
    """What a hub has of votes."""
    return {name: set(_rows(folder, name)) for name in ("motions", "ballots", "entries", "entered")}


def said_at(folder: Path) -> set[tuple[object, ...]]:
    """Every act of the meeting as it was signed, but the packets', of which the first came to the office
    alone, and what laptops report of themselves."""
    rows = _rows(folder, "events", ("kind", "id", "person", "envelope"))
    return {row for row in rows if row[0] not in {"packet", "ready", "device", "voting", "key"}}


def _rows(folder: Path, name: str, columns: Sequence[str] = ()) -> list[tuple[object, ...]]:
    table = tables.metadata.tables[name]
    chosen = [table.c[column] for column in columns] or list(table.c)
    engine = create_engine(f"sqlite:///{folder / 'hub.db'}")
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(select(*chosen))]
    engine.dispose()
    return found


def _column(folder: Path, name: str, column: str, **where: object) -> list[object]:
    """One column of the rows in which others are so."""
    rows = _rows(folder, name, (column, *where))
    return [row[0] for row in rows if row[1:] == tuple(where.values())]


def write_packet(folder: Path, version: int) -> Path:
    """Two papers and three motions to be voted on in the room; the second version has another first paper and
    a third."""
    folder.mkdir()
    documents = {"a": f"bản {version}", "b": "phụ lục", **({"c": "tài liệu mới"} if version > 1 else {})}
    for name, words in documents.items():
        with pymupdf.open() as made:
            made.new_page().insert_text((72, 96), words)
            made.embfile_add("n", random.Random(version if name == "a" else 0).randbytes(60_000))
            made.save(folder / f"{name}.pdf")
    starts = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    motions = "".join(
        f'[[motion]]\nid = "{motion}"\nitem = "muc-1"\nkind = "resolution"\ntitle = "Nghị quyết {motion}"\n'
        f'question = "Có thông qua {motion} không?"\n'
        for motion in MOTIONS
    )
    (folder / "packet.toml").write_text(
        f'[meeting]\nid = "{MEETING}"\ntitle = "Họp không mạng"\nstarts = {starts.isoformat()}\n'
        f"ends = {(starts + timedelta(hours=3)).isoformat()}\n"
        '[[item]]\nid = "muc-1"\nnumber = "1"\ntitle = "Mục một"\n'
        + "".join(
            f'[[item.document]]\nid = "{name}"\nfile = "{name}.pdf"\nname = "Tài liệu {name}"\n'
            for name in documents
        )
        + motions,
        "utf-8",
    )
    return folder
