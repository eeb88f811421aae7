"""States that the journey does not pass through, made by hand: for the pictures of ``make shots``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from reader.core.line_views import RoomHubState, RoomHubView, RoomView
from reader.core.owner import OwnerView
from reader.core.views import (
    DeviceState,
    FetchView,
    ItemView,
    Line,
    LineView,
    LogLine,
    MeetingCard,
    MeetingView,
    PacketState,
    Passage,
    ReachRow,
    ReachView,
    RecallView,
    SavingView,
    ShelfView,
    SyncView,
    Trip,
    WaitingView,
)
from reader.ui.meeting.screen import MeetingScreen
from reader.ui.shelf.recalled import RecalledDialog
from reader.ui.shelf.shelf import ShelfScreen
from reader.ui.sync.screen import SyncScreen
from sync.errors import Code
from sync.model.ids import DocumentId, EventId, ItemId, MeetingId
from sync.model.people import Role
from tools import compose_states
from tools.archive_states import archive_states

_NEXT, _LATER = MeetingId("hop-thuong-truc"), MeetingId("lay-y-kien")


def states() -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens, by the name of their picture."""
    return {
        "10-line-downloading": lambda: _line(downloading()),
        "10-line-small-only": lambda: _line(small_only()),
        "10-line-restored": lambda: _line(restored()),
        "10-line-room": lambda: _line(in_room()),
        "10-line-room-hub": _room_hub,
        "11-shelf-recalled-stale": lambda: _shelf(recalled()),
        "11-shelf-lost": _shelf_lost,
        "11-shelf-revoked": lambda: _shelf(revoked()),
        "12-meeting-stale": _meeting,
        "13-compose-document": compose_states.document_chosen,
        "13-compose-motion": compose_states.motion_chosen,
        "13-compose-submitted": compose_states.submitted,
        "13-compose-in-room": compose_states.published_in_room,
        **archive_states(recalled),
        "11-shelf-copied": lambda: _shelf(replace(recalled(), device=DeviceState.COPIED)),
    }


def recalled_dialog(window: QWidget) -> RecalledDialog:
    """Why a meeting was taken back, as the desk sees it."""
    card = next(card for card in recalled().cards if card.recall is not None)
    rows = tuple(ReachRow(name, f"d-{n}") for n, name in enumerate(("Quách Thị Lan", "Bùi Văn Nhất")))
    reach = ReachView(2, destroyed=rows * 11, told=rows[:1], outstanding=rows[1:])
    return RecalledDialog(replace(card, reach=reach), window)


def downloading() -> SyncView:
    """A bad line, documents coming, a refused ballot and notes going up."""
    now = datetime.now(UTC)
    log = (
        LogLine(now - timedelta(minutes=22), "connected"),
        LogLine(now - timedelta(minutes=9), "new_version", name="Kỳ họp thứ năm"),
        LogLine(now - timedelta(minutes=8), "recalled", name="Họp Ban Pháp chế"),
        LogLine(now - timedelta(minutes=7), "lost"),
        LogLine(now, "connected"),
    )
    line = LineView(
        Line.ONLINE, last_contact=now, bytes_per_second=5_250, drops=3, log=log, fetching=DocumentId("tt-14")
    )
    title, other = "Họp Thường trực HĐND mở rộng, 15/12", "Lấy ý kiến bằng văn bản"
    coming = (
        FetchView(_NEXT, title, "Tờ trình 14/TTr-UBND", 412_000, 640_000, active=True),
        FetchView(_NEXT, title, "Phụ lục: danh mục đầu tư", 0, 1_460_000, to_come=780_000),
        FetchView(_LATER, other, "Báo cáo giám sát quý IV", 0, 792_000),
    )
    waiting = (
        _act("ballot", Trip.WAITING, "Điều chỉnh dự toán quý IV"),
        _act("mark.put", Trip.WAITING),
        _act("ballot", Trip.REFUSED, "Chủ trương đầu tư đường liên thôn", Code.MOTION_CHANGED),
    )
    return SyncView(line, waiting, coming, saving=SavingView(cap=64), unsent=True)


def small_only() -> SyncView:
    """The same with only small things wanted, and nothing refused."""
    view = downloading()
    sent = (_act("mark.put", Trip.SENT),)
    return replace(view, waiting=view.waiting[:2], sent=sent, saving=SavingView(small_only=True))


def restored() -> SyncView:
    """A hub that came back from a backup, and a certificate that has run out."""
    now = datetime.now(UTC)
    log = (
        LogLine(now - timedelta(minutes=30), "restored"),
        LogLine(now - timedelta(minutes=29), "withheld", name="Kỳ họp thứ năm"),
        LogLine(now - timedelta(minutes=2), "problem", code=Code.TLS_EXPIRED),
    )
    line = LineView(Line.PROBLEM, last_contact=now - timedelta(minutes=29), problem=Code.TLS_EXPIRED, log=log)
    return SyncView(line, downloading().waiting[:1], unsent=True)


def in_room() -> SyncView:
    """No internet; a room hub has what was done, and waits to pass it on."""
    now = datetime.now(UTC)
    room = RoomView("Phòng họp lớn", "https://192.168.1.20:8744", Line.ONLINE)
    log = (LogLine(now, "room_sent", count=2), LogLine(now, "room_connected"), LogLine(now, "lost"))
    line = LineView(Line.OFFLINE, lost_since=now, log=log, room=room)
    received = Passage(room="Phòng họp lớn")
    ballot, note = downloading().waiting[:2]
    copied = replace(received, copied=now - timedelta(minutes=12))
    waiting = (replace(ballot, passage=copied), replace(note, passage=received))
    return SyncView(line, waiting, unsent=True)


def recalled() -> ShelfView:
    """The next meeting with a newer version known of, one still coming, one recalled; the news are old."""
    now = datetime.now().astimezone().replace(second=0, microsecond=0)
    why = "Phụ lục 2 có số liệu sai; sẽ phát hành bản mới trước ngày 10/12."
    taken = RecallView(2, why, now - timedelta(hours=3), "Trần Thị Thu", 4)
    cards = (
        _card("ky-hop-5", "Kỳ họp thứ năm, HĐND xã Suối Lam", now + timedelta(hours=2), newer=True),
        _card(
            _NEXT,
            "Họp Thường trực HĐND mở rộng",
            now + timedelta(days=4),
            state=PacketState.PARTIAL,
            files=8,
            files_have=5,
            bytes_have=2_900_000,
            bytes_total=4_700_000,
        ),
        _card(
            "ban-phap-che",
            "Họp Ban Pháp chế",
            now + timedelta(days=6),
            state=PacketState.RECALLED,
            files=0,
            files_have=0,
            recall=taken,
        ),
        _card(
            "ky-hop-4",
            "Kỳ họp thứ tư (chuyên đề)",
            now - timedelta(days=120),
            state=PacketState.EXPIRED,
            files_have=0,
            bytes_have=0,
        ),
    )
    owner = OwnerView("Hoàng Thị Lượng", "", "Hội đồng nhân dân xã Suối Lam", "", (Role.DELEGATE,))
    waiting = (_act("ballot", Trip.WAITING, "Điều chỉnh dự toán quý IV"), _act("mark.put", Trip.WAITING))
    old = now - timedelta(days=2, hours=3)
    return ShelfView(owner, cards, None, waiting, stale=old, unsent=True)


def revoked() -> ShelfView:
    """The same after the office has revoked the laptop."""
    view = recalled()
    cards = tuple(
        card if card.state.is_gone else replace(card, state=PacketState.REVOKED, newer=False)
        for card in view.cards
    )
    return replace(view, cards=cards, device=DeviceState.REVOKED, stale=None)


def _act(kind: str, trip: Trip, title: str = "", code: Code | None = None) -> WaitingView:
    at = datetime.now(UTC)
    return WaitingView(kind, "ky-hop-5", title, at, 2_400, trip, code, EventId("0" * 64))


def _card(meeting: str, title: str, starts: datetime, **changed: Any) -> MeetingCard:
    made = MeetingCard(
        id=MeetingId(meeting),
        title=title,
        short=title.split(",")[0],
        kind="Kỳ họp thường lệ",
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
        made=starts - timedelta(days=2),
        open_motions=0,
    )
    return replace(made, **changed)


def _line(view: SyncView) -> QWidget:
    screen = SyncScreen()
    screen.set_owner(recalled().owner)
    screen.set_view(view)
    return screen


def _room_hub() -> QWidget:
    """The secretary's page, whose laptop is the room hub."""
    screen = SyncScreen()
    screen.set_owner(recalled().owner)
    screen.set_view(in_room())
    screen.room.set_hub(RoomHubView(RoomHubState.RUNNING, ("192.168.1.20:8744",), office=False))
    return screen


def _shelf(view: ShelfView) -> ShelfScreen:
    screen = ShelfScreen()
    screen.set_line(SyncView(LineView(Line.OFFLINE, lost_since=datetime.now(UTC)), view.waiting))
    screen.set_view(view)
    return screen


def _shelf_lost() -> QWidget:
    """The meeting being read was taken back a moment ago."""
    view = recalled()
    screen = _shelf(view)
    screen.say_lost(next(card for card in view.cards if card.recall is not None))
    return screen


def _meeting() -> QWidget:
    """A meeting whose newer version is known of, seen long after the hub's last word."""
    card = recalled().cards[0]
    items = tuple(
        ItemView(ItemId(f"muc-{n}"), str(n), title, "", None, ())
        for n, title in enumerate(("Khai mạc", "Kinh tế – xã hội năm 2026", "Dự toán năm 2027"), 1)
    )
    screen = MeetingScreen()
    screen.header.set_owner(recalled().owner)
    screen.set_view(MeetingView(card, items, (), (), stale=recalled().stale))
    return screen
