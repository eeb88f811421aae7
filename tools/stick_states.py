"""States of the USB courier, made by hand: for the pictures of ``make shots``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.core.line_views import RoomAt
from reader.core.stick_views import Brought, Kind, StickFile, StickView, Took, Trouble, Written
from reader.core.views import Line, LineView, Passage, SyncView, Trip, WaitingView
from reader.ui.sync.places import StickPlace
from reader.ui.sync.screen import SyncScreen
from reader.ui.sync.stick_dialogs import ContentsDialog, OutcomeDialog, PlaceDialog
from reader.ui.sync.stick_words import letters_by
from reader.ui.widgets import Dialog
from sync.errors import Code
from sync.model.ids import DeviceId

_OFFICE = "Hội đồng nhân dân xã Suối Lam"
_ROOM = RoomAt(DeviceId("d-room"), "192.168.1.20:8744", "Phòng họp lớn")


def stick_states() -> dict[str, Callable[[], QWidget]]:
    """Makers of whole screens with a dialog over them, by the name of their picture."""
    return {
        "14-stick-waiting": _waiting,
        "14-stick-place": lambda: _over(_place([StickPlace(Path("/media/usb"), "KINGSTON", 7_400_000_000)])),
        "14-stick-none": lambda: _over(_place([])),
        "14-stick-contents": lambda: _over(lambda window: ContentsDialog(contents(), window, desk=False)),
        "14-stick-contents-desk": lambda: _over(lambda window: ContentsDialog(contents(), window, desk=True)),
        "14-stick-written": lambda: _over(
            lambda window: OutcomeDialog(Written("/media/usb/SOHOP", 1, 24_000, acts=3), window)
        ),
        "14-stick-took": lambda: _over(lambda window: OutcomeDialog(took(), window)),
        "14-stick-brought": lambda: _over(lambda window: OutcomeDialog(brought(), window)),
        "14-stick-room-place": lambda: _over(_place_of_room),
        "14-stick-room-contents": lambda: _over(
            lambda window: ContentsDialog(contents(), window, desk=True, room=_ROOM)
        ),
        "14-stick-room-written": lambda: _over(
            lambda window: OutcomeDialog(
                Written("/media/usb/SOHOP", 1, 96_400_000, devices=24, room=_ROOM.name), window
            )
        ),
        "14-stick-room-beside": lambda: _over(
            lambda window: OutcomeDialog(
                Written("/media/usb/SOHOP", 2, 310_000, acts=3, beside=_ROOM.name), window
            )
        ),
        "14-stick-room-took": lambda: _over(lambda window: OutcomeDialog(took_of_room(), window)),
        "14-stick-room-brought": lambda: _over(lambda window: OutcomeDialog(brought_to_room(), window)),
    }


def contents() -> StickView:
    """A bundle for this laptop, two that delegates wrote, one that was cut, one that is none of ours."""
    now = datetime.now().astimezone().replace(second=0, microsecond=0)
    return StickView(
        "/media/usb",
        (
            StickFile("la.sohop", 1_200, code=Code.BUNDLE_BROKEN),
            StickFile(
                *("ra-1.sohop", 41_000_000, Kind.OUT, _OFFICE, now - timedelta(days=6), 24),
                mine=True,
                code=Code.BUNDLE_UNFINISHED,
            ),
            StickFile("ra-2.sohop", 96_400_000, Kind.OUT, _OFFICE, now - timedelta(hours=3), 24, mine=True),
            StickFile(
                *("ra-3.sohop", 1_400_000, Kind.OUT, _OFFICE, now - timedelta(hours=2), 24),
                mine=True,
                room=_ROOM.name,
            ),
            StickFile("ve-1.sohop", 24_000, Kind.HOME, _OFFICE, now - timedelta(hours=1), 1),
            StickFile("ve-2.sohop", 9_000, Kind.HOME, _OFFICE, now - timedelta(minutes=40), 1),
        ),
    )


def took() -> Took:
    """What a delegate sees: receipts, a packet, and a part that is lacking."""
    missing = Trouble(Code.BUNDLE_PART_MISSING, {"part": 2, "parts": 2})
    return Took(
        bundles=2,
        confirmed=3,
        received=5,
        versions=("Kỳ họp thứ năm",),
        size=96_400_000,
        troubles=(missing,),
    )


def brought() -> Took:
    """What the secretary sees."""
    return Took(
        brought=(
            Brought(DeviceId("d-1"), "Hoàng Thị Lượng", 4, 0, 0),
            Brought(DeviceId("d-2"), "Bùi Văn An", 2, 1, 1),
        ),
        troubles=(Trouble(Code.BUNDLE_UNFINISHED, {}),),
    )


def took_of_room() -> Took:
    """What a delegate sees of a room hub's bundle: the log's receipt, and what the office is to record."""
    return Took(bundles=1, confirmed=1, in_room=2, received=5, size=1_400_000)


def brought_to_room() -> Took:
    """What the secretary sees where the room hub took it."""
    return Took(
        brought=(
            Brought(DeviceId("d-1"), "Hoàng Thị Lượng", 3, 0, 0, 1, _ROOM.name),
            Brought(DeviceId("d-2"), "Bùi Văn An", 2, 0, 0, 0, _ROOM.name),
        ),
        troubles=(Trouble(Code.BUNDLE_OTHER_HUB, {}),),
    )


def _waiting() -> QWidget:
    """Acts that wait, of which some are on a stick."""
    now = datetime.now().astimezone()
    copied = Passage(copied=now - timedelta(minutes=12))
    waiting = (
        WaitingView("ballot", "m", "Điều chỉnh dự toán quý IV", now, 2_400, Trip.WAITING, passage=copied),
        WaitingView("mark.put", "m", "", now, 900, Trip.WAITING, passage=copied),
        WaitingView("checkin", "m", "", now, 500, Trip.WAITING),
    )
    line = LineView(Line.OFFLINE, last_contact=now - timedelta(hours=9), lost_since=now - timedelta(hours=8))
    screen = SyncScreen()
    screen.set_view(SyncView(line, waiting, unsent=True))
    return screen


def _place(found: list[StickPlace]) -> Callable[[QWidget], Dialog]:
    text = "3 việc chưa được ghi nhận của máy này được niêm phong và chép ra USB, để thư ký mang về cơ quan."
    return lambda window: PlaceDialog("Chép ra USB", text, "Chép ra USB", lambda: found, window)


def _place_of_room(window: QWidget) -> Dialog:
    text = (
        "Gói gồm tài liệu của kỳ họp cho mọi máy được nhận: mỗi máy chỉ mở được phần của mình, phần máy nào "
        "cũng có rồi thì không chép."
    )
    place = [StickPlace(Path("/media/usb"), "KINGSTON", 7_400_000_000)]
    whole = f"{text} {letters_by(_ROOM)}"
    return PlaceDialog("Chép gói ra USB", whole, "Chép ra USB", lambda: place, window)


def _over(make: Callable[[QWidget], Dialog]) -> QWidget:
    screen = _waiting()
    screen.resize(1366, 696)
    screen.show()
    make(screen).open()
    return screen
