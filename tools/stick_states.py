"""States of the USB courier, made by hand: for the pictures of ``make shots``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reader.core.stick_views import Brought, Kind, StickFile, StickView, Took, Trouble, Written
from reader.core.views import Line, LineView, Passage, SyncView, Trip, WaitingView
from reader.ui.sync.places import StickPlace
from reader.ui.sync.screen import SyncScreen
from reader.ui.sync.stick_dialogs import ContentsDialog, OutcomeDialog, PlaceDialog
from reader.ui.widgets import Dialog
from sync.errors import Code
from sync.model.ids import DeviceId

_OFFICE = "Hội đồng nhân dân xã Suối Lam"


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
    text = "3 việc chờ gửi của máy này được niêm phong và chép ra USB, để đưa thư ký mang về cơ quan."
    return lambda window: PlaceDialog("Chép ra USB", text, "Chép ra USB", lambda: found, window)


def _over(make: Callable[[QWidget], Dialog]) -> QWidget:
    screen = _waiting()
    screen.resize(1366, 696)
    screen.show()
    make(screen).open()
    return screen
