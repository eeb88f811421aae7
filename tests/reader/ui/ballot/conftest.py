"""Motions and meetings to show: one council, five motions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from support.counted import counted, rule

from reader.core.views import (
    BallotState,
    BallotView,
    ItemView,
    MeetingCard,
    MeetingView,
    MotionView,
    PacketState,
    ResultView,
)
from sync.model.ids import DocumentId, ItemId, MeetingId, MotionId
from sync.model.motion import Choice, MotionState
from sync.model.rules import MotionKind, Secrecy, Timing

DAY = datetime(2026, 12, 11, 1, 0, tzinfo=UTC)
MEETING = MeetingId("m-1")


def choices(*labels: str, free: str = "") -> tuple[Choice, ...]:
    """Choices with the ids c0, c1, …; the label that equals `free` asks for words."""
    return tuple(Choice(id=f"c{n}", label=one, free_text=one == free) for n, one in enumerate(labels))


def motion(number: int = 1, **changes: Any) -> MotionView:
    """An open, strict, named motion on which nothing was voted yet, with `changes`."""
    values: dict[str, Any] = {
        "id": MotionId(f"v-{number}"),
        "meeting": MEETING,
        "item": ItemId("i-3"),
        "number": number,
        "title": "Dự toán và phân bổ ngân sách năm 2027",
        "question": "Thông qua Nghị quyết về dự toán thu, chi ngân sách "
        "và phân bổ ngân sách xã Suối Lam năm 2027",
        "documents": ((DocumentId("d-1"), "Dự thảo nghị quyết"), (DocumentId("d-2"), "Tờ trình 12/TTr-UBND")),
        "choices": choices("Tán thành", "Không tán thành", "Không biểu quyết"),
        "max_choices": 1,
        "secrecy": Secrecy.OPEN,
        "timing": Timing.STRICT,
        "state": MotionState.OPEN,
        "opened_at": DAY + timedelta(hours=2, minutes=8),
        "until": None,
        "ask_passphrase": False,
        "on_roll": True,
        "rule": rule(checked=False),
        "ballot": BallotView(BallotState.NONE),
        "result": None,
    }
    values.update(changes)
    return MotionView(**values)


def sealed(choice: str = "c0", at: datetime | None = None) -> BallotView:
    """A ballot sealed at 10:14 (Vietnam) and not received yet."""
    return BallotView(BallotState.SEALED, (choice,), sealed_at=at or DAY + timedelta(hours=2, minutes=14))


def result(**changes: Any) -> ResultView:
    """19 of 26 for: carried."""
    values: dict[str, Any] = {
        "total": 26,
        "present": 24,
        "base": 26,
        "needed": 14,
        "carried": True,
        "counts": (("c0", 19), ("c1", 2), ("c2", 2)),
        "invalid": 0,
        "late": 1,
        "not_voted": 3,
        "routes": (("room", 18), ("device", 2), ("usb", 1), ("hand", 2)),
        "sentence_vi": "Cần 14/26 phiếu tán thành (quá nửa tổng số đại biểu); có 19; dư 5: thông qua.",
        "sentence_en": "Needs 14 of 26 (more than half of all delegates); has 19; 5 to spare: carried.",
        "closed_at": DAY + timedelta(hours=2, minutes=26),
    }
    values.update(changes)
    return ResultView(**values)


def council(*motions: MotionView) -> MeetingView:
    """A meeting with these motions."""
    card = MeetingCard(
        id=MEETING,
        title="Kỳ họp thứ năm, Hội đồng nhân dân xã Suối Lam",
        short="Kỳ họp thứ năm",
        kind="Kỳ họp",
        place="Hội trường UBND xã",
        starts=DAY,
        ends=DAY + timedelta(hours=8),
        state=PacketState.COMPLETE,
        version=2,
        files=12,
        files_have=12,
        bytes_total=12_000_000,
        bytes_have=12_000_000,
        new_documents=1,
        changed_documents=1,
        change="",
        made=DAY - timedelta(minutes=20),
        open_motions=1,
    )
    return MeetingView(card, (ItemView(ItemId("i-3"), "3", "Ngân sách", "", None, ()),), motions, ())


def by_rule(kind: MotionKind, votes: tuple[int, ...], **changes: Any) -> MotionView:
    """A closed motion with the result of these votes by the program's own rule (see support.counted)."""
    used, choices, result = counted(kind, votes, **changes)
    seats = changes.get("seats", 1)
    return motion(state=MotionState.CLOSED, rule=used, choices=choices, max_choices=seats, result=result)


class Makers:
    """What the tests build their views with."""

    day = DAY
    choices = staticmethod(choices)
    rule = staticmethod(rule)
    counted = staticmethod(by_rule)
    motion = staticmethod(motion)
    sealed = staticmethod(sealed)
    result = staticmethod(result)
    council = staticmethod(council)


@pytest.fixture(scope="session")
def make() -> type[Makers]:
    """The makers."""
    return Makers
