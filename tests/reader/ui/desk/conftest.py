"""A secretary's page to show: 26 readers, four of whom need help; notes; motions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from support.counted import counted, rule

from reader.core.owner import OwnerView
from reader.core.views import (
    BallotState,
    BallotView,
    DeskMotion,
    DeskView,
    DocumentView,
    ItemView,
    MarkView,
    MeetingCard,
    MotionView,
    NamedBallot,
    PacketState,
    ReaderRow,
    Readiness,
    ResultView,
    Trip,
)
from reader.ui.desk.screen import DeskScreen
from sync.model.annotation import Audience, Colour, MarkKind, Quote
from sync.model.ids import Digest, DocumentId, ItemId, MarkId, MeetingId, MotionId, PersonId
from sync.model.meeting import Urgency
from sync.model.motion import Choice, MotionState
from sync.model.names import given_name_key
from sync.model.people import Role
from sync.model.rules import MotionKind, Secrecy, Timing

DAY = datetime(2026, 12, 11, 1, 0, tzinfo=UTC)
MEETING = MeetingId("m-1")
NAMES = (
    "Bùi Văn An",
    "Hoàng Thị Bích",
    "Bùi Thị Chiên",
    "Nguyễn Văn Cường",
    "Quách Văn Dũng",
    "Bùi Thị Đào",
    "Nguyễn Thị Hà",
    "Bùi Văn Hải",
    "Quách Thị Hằng",
    "Bùi Văn Hòa",
    "Đinh Thị Huệ",
    "Nguyễn Mạnh Hùng",
    "Bùi Văn Khánh",
    "Hoàng Thị Lượng",
    "Bùi Văn Mạnh",
    "Nguyễn Thị Nga",
    "Đinh Văn Phúc",
    "Quách Văn Quyền",
    "Bùi Thị Thảo",
    "Bùi Văn Thực",
    "Nguyễn Văn Tuấn",
    "Đinh Thị Xuân",
    "Đinh Công Đạt",
    "Bùi Văn Nhất",
    "Quách Thị Lan",
    "Trần Văn Hiệp",
)
STATES = {
    22: (Readiness.NOTHING, 0, 0),
    23: (Readiness.PARTIAL, 9, 2),
    24: (Readiness.PARTIAL, 11, 2),
    25: (Readiness.OLD_VERSION, 12, 1),
}


def reader(number: int) -> ReaderRow:
    """Reader `number` of the 26, counted from 0."""
    state, complete, version = STATES.get(number, (Readiness.READY, 12, 2))
    report = None if state is Readiness.NOTHING else DAY - timedelta(minutes=5)
    opened = state is Readiness.READY and number % 5 != 0
    row = ReaderRow(PersonId(f"p-{number}"), NAMES[number], state, 12, complete, version, report)
    return replace(row, opened=opened)


def motion(number: int = 1, **changes: Any) -> MotionView:
    """An open strict motion with `changes`."""
    values: dict[str, Any] = {
        "id": MotionId(f"v-{number}"),
        "meeting": MEETING,
        "item": ItemId("i-1"),
        "number": number,
        "title": "Dự toán và phân bổ ngân sách năm 2027",
        "question": "Thông qua Nghị quyết về dự toán thu, chi ngân sách xã Suối Lam năm 2027",
        "documents": (),
        "choices": (
            Choice(id="for", label="Tán thành"),
            Choice(id="against", label="Không tán thành"),
            Choice(id="other", label="Ý kiến khác", free_text=True),
        ),
        "max_choices": 1,
        "secrecy": Secrecy.OPEN,
        "timing": Timing.STRICT,
        "state": MotionState.OPEN,
        "opened_at": DAY,
        "until": None,
        "ask_passphrase": False,
        "on_roll": False,
        "rule": rule(checked=True),
        "ballot": BallotView(BallotState.NONE),
        "result": None,
    }
    values.update(changes)
    return MotionView(**values)


def closed(number: int) -> DeskMotion:
    """A closed motion: three ballots, one late."""
    result = ResultView(
        26, 24, 26, 14, False, (("for", 1), ("against", 0), ("other", 1)), 0, 1, 24, (("room", 2),),
        "Cần 14/26 phiếu tán thành (quá nửa tổng số đại biểu); có 1; thiếu 13: không thông qua.",
        "Needs 14 of 26; has 1; 13 short: not carried.", DAY + timedelta(minutes=20),
    )  # fmt: skip
    at = DAY + timedelta(minutes=10)
    ballots = (
        NamedBallot(PersonId("p-0"), NAMES[0], ("for",), "", True, "", at, "room"),
        NamedBallot(PersonId("p-1"), NAMES[1], ("other",), "Chờ\u202e thẩm tra", True, "", at, "room"),
        NamedBallot(PersonId("p-2"), NAMES[2], ("against",), "", False, "late", at, "device"),
    )
    closed = motion(number, state=MotionState.CLOSED, result=result)
    return DeskMotion(closed, tuple(NAMES[:2]), 26, tuple(NAMES[2:]), ballots)


def mark(number: int, page: int, text: str, **changes: Any) -> MarkView:
    """A note sent to the secretary."""
    values: dict[str, Any] = {
        "id": MarkId(f"k-{number}"),
        "meeting": MEETING,
        "document": DocumentId("d-1"),
        "sha256": Digest("0" * 64),
        "page": page,
        "kind": MarkKind.NOTE,
        "rects": (),
        "quote": Quote(exact="bố trí tối thiểu 1.850 triệu đồng"),
        "colour": Colour.YELLOW,
        "text": text,
        "audience": Audience.SECRETARY,
        "at": DAY,
        "mine": False,
        "author": NAMES[number],
        "trip": Trip.SENT,
    }
    values.update(changes)
    return MarkView(**values)


def desk(*motions: DeskMotion, marks: tuple[MarkView, ...] = (), roles: tuple[Role, ...] = ()) -> DeskView:
    """The page with all 26 readers."""
    documents = tuple(
        DocumentView(
            DocumentId(f"d-{n}"),
            MEETING,
            name,
            "",
            "",
            "",
            None,
            Urgency.NORMAL,
            9,
            1,
            1,
            Digest("0" * 64),
            True,
        )
        for n, name in ((1, "Tờ trình 12/TTr-UBND"), (2, "Dự thảo nghị quyết"))
    )
    card = MeetingCard(
        MEETING, "Kỳ họp thứ năm", "Kỳ họp thứ năm", "Kỳ họp", "", DAY, DAY + timedelta(hours=8),
        PacketState.COMPLETE, 2, 12, 12, 1, 1, 0, 0, "", DAY, 0,
    )  # fmt: skip
    owner = OwnerView("Trần Thị Hạnh", "Thư ký", "HĐND xã", "2026-2031", roles or (Role.SECRETARY,))
    people = tuple(sorted(map(reader, range(26)), key=lambda row: given_name_key(row.name)))
    items = (ItemView(ItemId("i-1"), "1", "Ngân sách", "", None, documents),)
    return DeskView(card, owner, 12, people, marks, motions, items)


def by_rule(kind: MotionKind, votes: tuple[int, ...], **changes: Any) -> MotionView:
    """A closed motion with the result of these votes by the program's own rule (see support.counted)."""
    used, choices, result = counted(kind, votes, **changes)
    seats = changes.get("seats", 1)
    return motion(state=MotionState.CLOSED, rule=used, choices=choices, max_choices=seats, result=result)


class Makers:
    """What the tests build their views with."""

    names = NAMES
    reader = staticmethod(reader)
    rule = staticmethod(rule)
    counted = staticmethod(by_rule)
    motion = staticmethod(motion)
    closed = staticmethod(closed)
    mark = staticmethod(mark)
    desk = staticmethod(desk)


@pytest.fixture
def make() -> type[Makers]:
    """The makers."""
    return Makers


@pytest.fixture
def screen(qtbot: QtBot) -> DeskScreen:
    """The secretary's page, in a usual window."""
    made = DeskScreen()
    qtbot.addWidget(made)
    made.resize(1360, 640)
    made.show()
    return made
