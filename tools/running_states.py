"""The page of conducting and the delegates' strip in several states, for the pictures of ``make shots``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from reader.core.count_views import SheetRow, Source
from reader.core.owner import OwnerView
from reader.core.views import (
    AttendanceRow,
    AttendanceView,
    ConductView,
    DeskView,
    DocumentView,
    HeardView,
    ItemView,
    MeetingView,
    PointView,
    SittingView,
    TurnView,
    Way,
)
from reader.ui.desk.item_scene import item_scene
from reader.ui.desk.projected import Projected
from reader.ui.desk.screen import DeskScreen
from reader.ui.meeting.screen import MeetingScreen
from reader.ui.widgets.base import Themed, begin
from sync.model.conduct import TurnId
from sync.model.ids import Digest, DocumentId, ItemId, MeetingId, PersonId
from sync.model.meeting import Urgency
from sync.model.motion import MotionState
from sync.model.opinion import Attendance
from sync.model.people import Role
from tools.count_states import NAMES, NOW, motion, page, person, with_entries

_ITEM = ItemId("i-3")
_TITLES = (
    ("Khai mạc kỳ họp", ""),
    ("Báo cáo kinh tế – xã hội năm 2026, nhiệm vụ năm 2027", "Ông Nguyễn Văn Cường, Chủ tịch UBND xã"),
    ("Dự toán và phân bổ ngân sách năm 2027", "Bà Bùi Thị Đào, Trưởng phòng Kinh tế"),
    ("Đề án sáp nhập thôn", "Ông Quách Văn Dũng"),
)


def running_states() -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens by the name of their picture."""
    return {
        "15-running-vote": lambda: running(sits()),
        "15-running-item": lambda: running(sits(), part=0),
        "15-running-notes": _notes,
        "15-running-nobody": lambda: running(replace(sits(), speaking=None), drafted=True),
        "15-running-begin": lambda: running(SittingView(as_of=NOW)),
        "15-running-opening": _opening,
        "15-running-add-speaker": _adding,
        "15-meeting-following": lambda: _meeting(True),
        "15-meeting-went-away": lambda: _meeting(False),
        "15-projected-item": _projected,
    }


def items() -> tuple[ItemView, ...]:
    """Four, the third with documents."""

    def document(name: str, title: str) -> DocumentView:
        return DocumentView(
            DocumentId(name), MeetingId("ky-hop-5"), title, "", "", "", None, Urgency.NORMAL, 12, 400_000,
            400_000, Digest("0" * 64), True,
        )  # fmt: skip

    documents = (document("tt-18", "Tờ trình 18/TTr-UBND"), document("nq", "Dự thảo Nghị quyết"))
    return tuple(
        ItemView(
            ItemId(f"i-{n}"), str(n), title, speaker, NOW + timedelta(minutes=40 * n - 122),
            documents if n == 3 else (),
        )
        for n, (title, speaker) in enumerate(_TITLES, 1)
    )  # fmt: skip


def turn(number: int, name: str, **more: Any) -> TurnView:
    """Somebody's turn on the third item."""
    made = TurnView(TurnId(f"s-{number}"), _ITEM, name, mine=False)
    return replace(made, asked_at=NOW - timedelta(minutes=20 - 5 * number), **more)


def sits(**more: Any) -> SittingView:
    """The third item, somebody speaks, three wait."""
    speaking = turn(0, "Đinh Thị Huệ", began=NOW - timedelta(seconds=192), allowed=300)
    waiting = (
        turn(1, "Nguyễn Văn Tuấn", text="hỏi chi thường xuyên"),
        turn(2, "Bùi Thị Thảo", text="ý kiến phụ lục 2"),
        turn(3, "Quách Văn Dũng", ranked=False),
        replace(turn(4, "Hoàng Thị Lượng"), item=ItemId("i-4")),
    )
    began, ended = NOW - timedelta(minutes=14), NOW - timedelta(minutes=9)
    spoken = (turn(9, "Bùi Văn An", began=began, ended=ended, allowed=300),)
    point = PointView(_ITEM, None, 0, "Đinh Công Minh", NOW - timedelta(minutes=30), False)
    made = SittingView(point, speaking, waiting, spoken, as_of=NOW)
    return replace(made, **more)


def attendance() -> AttendanceView:
    """Two away, one sends somebody, two have said nothing, the others are there."""
    rows = [AttendanceRow(person(n), name, True, Attendance.PRESENT, at=NOW) for n, name in enumerate(NAMES)]
    away = replace(rows[10], state=Attendance.ABSENT, reason="Đi viện", by="Trần Thị Hạnh")
    unknown = replace(rows[17], state=Attendance.ABSENT, by="Trần Thị Hạnh")
    instead = replace(rows[12], state=Attendance.DELEGATED, proxy="Ông Bùi Văn Tâm, Phó Trưởng ban")
    heard = {20: HeardView(NOW - timedelta(minutes=4), Way.ROOM, "Hội trường lớn"), 22: None}
    silent = [replace(rows[n], state=None, at=None, heard=last) for n, last in heard.items()]
    others = [row for n, row in enumerate(rows) if n not in (10, 12, 17, 20, 22)]
    return AttendanceView((away, unknown, instead, *silent, *others), 21, 26, 18)


def _heard(row: SheetRow) -> SheetRow:
    """Of those without a vote one is in the room, one at home, of one a room hub holds something."""
    known: dict[PersonId, dict[str, Any]] = {
        person(21): {"heard": HeardView(NOW - timedelta(minutes=1), Way.ROOM, "Hội trường lớn")},
        person(23): {"heard": HeardView(NOW - timedelta(minutes=52), Way.HUB)},
        person(24): {"held": "Hội trường lớn"},
    }
    return replace(row, **known.get(row.person, {})) if row.source is Source.NOTHING else row


def view(sitting: SittingView, *, drafted: bool = False) -> DeskView:
    """What the desk is shown."""
    state = {"state": MotionState.DRAFTED, "opened_at": None} if drafted else {}
    shown = with_entries(motion(item=_ITEM, **state), (), ballots=0 if drafted else 21)
    made = page(replace(shown, sheet=replace(shown.sheet, rows=tuple(map(_heard, shown.sheet.rows)))))
    notes = {_ITEM: "Chủ tọa nêu nội dung, mời bà Đào báo cáo.\nÔng Bùi Văn An đề nghị làm rõ phụ lục 2."}
    return replace(
        made, items=items(), sitting=sitting, conduct=ConductView(attendance=attendance(), notes=notes)
    )


def running(sitting: SittingView, *, part: int | None = None, drafted: bool = False) -> DeskScreen:
    """The page, a part of its middle chosen."""
    screen = DeskScreen()
    screen.set_view(view(sitting, drafted=drafted), ())
    screen.tabs.choose(1)
    if part is not None:
        screen.running.course.parts.choose(part)
    return screen


def _notes() -> QWidget:
    return running(sits(), part=2)


def _later(screen: DeskScreen, act: Callable[[], object]) -> QWidget:
    screen.resize(1366, 696)
    screen.show()
    act()
    return screen


def _opening() -> QWidget:
    screen = running(sits(), drafted=True, part=1)
    return _later(screen, screen.running.course.motion.acts.act_button.click)


def _adding() -> QWidget:
    screen = running(sits())

    def act() -> None:
        screen.running.speakers.add_button.click()
        dialog = screen.running.speakers.dialog
        assert dialog is not None
        dialog.field.set_text("thi")

    return _later(screen, act)


def _meeting(follows: bool) -> QWidget:
    """A delegate's screen: two speak before this one."""
    desk = view(sits())
    mine = replace(turn(5, "Hoàng Thị Lượng"), mine=True)
    sitting = replace(desk.sitting, waiting=(mine,), ahead=2, follows=follows)
    screen = MeetingScreen()
    screen.header.set_owner(
        OwnerView("Hoàng Thị Lượng", "", "HĐND xã Suối Lam", "2026–2031", (Role.DELEGATE,))
    )
    screen.set_view(MeetingView(desk.card, items(), (), (), sitting=sitting))
    screen.sitting.set_following(follows, away=not follows)
    return screen


class _Wall(QWidget, Themed):
    """What the room is shown."""

    def paintEvent(self, event: object) -> None:
        painter = begin(self)
        Projected(painter, self.width(), self.height()).paint(item_scene(view(sits()), NOW))
        painter.end()


def _projected() -> QWidget:
    return _Wall()
