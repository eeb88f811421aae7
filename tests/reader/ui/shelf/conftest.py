"""A shelf as on the morning of a session: what the screens would get from the use cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from reader.core.owner import OwnerView
from reader.core.views import (
    DocumentView,
    MeetingCard,
    PacketState,
    Place,
    ReadingView,
    ShelfView,
    Trip,
    WaitingView,
)
from reader.ui.theme import Mode, current
from sync.errors import Code
from sync.model.ids import Digest, DocumentId, MeetingId
from sync.model.meeting import Urgency
from sync.model.people import Role

OWNER = OwnerView(
    person="Hoàng Thị Lượng",
    title="",
    office="Hội đồng nhân dân xã Suối Lam",
    term="Nhiệm kỳ 2026–2031",
    roles=(Role.DELEGATE,),
)


def card(number: int = 1, **changed: Any) -> MeetingCard:
    """A whole meeting that begins in a few minutes; `changed` replaces fields."""
    starts = datetime.now().astimezone().replace(second=0, microsecond=0) + timedelta(minutes=8)
    made = MeetingCard(
        id=MeetingId(f"m-{number}"),
        title="Kỳ họp thứ năm, HĐND xã Suối Lam",
        short="Kỳ họp thứ năm",
        kind="Kỳ họp thường lệ cuối năm 2026",
        place="Hội trường UBND xã",
        starts=starts,
        ends=starts + timedelta(hours=8),
        state=PacketState.COMPLETE,
        version=2,
        files=14,
        files_have=14,
        bytes_total=9_600_000,
        bytes_have=9_600_000,
        new_documents=0,
        changed_documents=0,
        change="",
        made=starts - timedelta(minutes=28),
        open_motions=0,
    )
    return replace(made, **changed)


def cards() -> tuple[MeetingCard, ...]:
    """The next one with changes, one still coming, one with a vote, one expired, one past."""
    now = datetime.now().astimezone()
    later = {"starts": now + timedelta(days=4), "ends": now + timedelta(days=4, hours=3)}
    vote = {"starts": now + timedelta(days=7), "ends": now + timedelta(days=7, hours=3)}
    past = {"starts": now - timedelta(days=56), "ends": now - timedelta(days=56)}
    return (
        card(1, new_documents=2, changed_documents=1),
        card(
            2,
            title="Họp Thường trực HĐND mở rộng",
            state=PacketState.PARTIAL,
            files=8,
            files_have=5,
            bytes_total=4_700_000,
            bytes_have=2_900_000,
            **later,
        ),
        card(3, title="Lấy ý kiến bằng văn bản: điều chỉnh dự toán quý IV", open_motions=1, **vote),
        card(4, title="Họp Ban Pháp chế", state=PacketState.EXPIRED, **past),
        card(5, title="Kỳ họp thứ tư (chuyên đề)", state=PacketState.PAST, **past),
    )


def document() -> DocumentView:
    """The report somebody was reading."""
    return DocumentView(
        id=DocumentId("d-1"),
        meeting=MeetingId("m-1"),
        name="Báo cáo",
        symbol="215/BC-UBND",
        summary="Tình hình kinh tế – xã hội năm 2026",
        issuer="UBND xã",
        issued=None,
        urgency=Urgency.NORMAL,
        pages=24,
        size=1_200_000,
        have=1_200_000,
        sha256=Digest("0" * 64),
        has_text=True,
        place=Place(page=8),
    )


def act(
    kind: str = "ballot", trip: Trip = Trip.WAITING, title: str = "", code: Code | None = None
) -> WaitingView:
    """Something on its way."""
    return WaitingView(kind, "m-1", title, datetime.now().astimezone(), 2_400, trip, code)


def shelf(owner: OwnerView = OWNER, **changed: Any) -> ShelfView:
    """The whole shelf."""
    waiting = (act(title="Điều chỉnh dự toán quý IV"), act("mark.put"), act("mark.put"))
    made = ShelfView(
        owner, cards(), ReadingView(MeetingId("m-1"), "Kỳ họp thứ năm", document()), waiting, unsent=True
    )
    return replace(made, **changed)


@pytest.fixture
def make() -> dict[str, Callable[..., Any]]:
    """The factories above, by name."""
    return {"card": card, "shelf": shelf, "act": act}


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The program's own look, light, at 100 %; afterwards screens are deleted (no loop runs here)."""
    current().apply(qapp)
    current().set_mode(Mode.LIGHT)
    current().set_scale(1.0)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
