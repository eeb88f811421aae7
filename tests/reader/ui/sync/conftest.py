"""The line in its states, with things going both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from reader.core.views import FetchView, Line, LineView, LogLine, SyncView, Trip, WaitingView
from reader.ui.theme import Mode, current
from sync.errors import Code


def act(
    kind: str = "ballot", trip: Trip = Trip.WAITING, title: str = "", code: Code | None = None
) -> WaitingView:
    """Something on its way."""
    return WaitingView(kind, "m-1", title, datetime.now().astimezone(), 2_400, trip, code)


def sync(line: Line = Line.OFFLINE, **changed: Any) -> SyncView:
    """The line, with a log; `changed` replaces fields of the SyncView."""
    now = datetime.now().astimezone()
    log = (
        LogLine(now - timedelta(minutes=22), "connected"),
        LogLine(now - timedelta(minutes=9), "new_version", name="Tờ trình 12/TTr-UBND"),
        LogLine(now - timedelta(minutes=7), "lost"),
        LogLine(now, "connected"),
    )
    state = LineView(line, now, now - timedelta(minutes=6), None, 5_250, 3, 12, log)
    made = replace(SyncView(state), **changed)
    return replace(made, unsent=made.unsent or bool(made.waiting))


def busy() -> SyncView:
    """Connected by a bad line, with things going both ways and one refused."""
    coming = (
        FetchView(
            "m-2", "Họp Thường trực HĐND mở rộng, 15/12", "Tờ trình 14/TTr-UBND", 412_000, 640_000, True
        ),
        FetchView("m-2", "Họp Thường trực HĐND mở rộng, 15/12", "Phụ lục: danh mục đầu tư", 0, 780_000),
        FetchView("m-3", "Lấy ý kiến bằng văn bản", "Báo cáo giám sát quý IV", 0, 792_000),
    )
    waiting = (
        act(title="Điều chỉnh dự toán quý IV"),
        act("mark.put"),
        act("mark.sealed"),
        act(title="Chủ trương đầu tư", trip=Trip.REFUSED, code=Code.MOTION_CHANGED),
    )
    return sync(Line.TALKING, waiting=waiting, fetching=coming, sent=(act("checkin", Trip.SENT),))


@pytest.fixture
def make() -> dict[str, Callable[..., Any]]:
    """The factories above, by name."""
    return {"sync": sync, "busy": busy, "act": act}


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The program's own look, light, at 100 %; afterwards screens are deleted (no loop runs here)."""
    current().apply(qapp)
    current().set_mode(Mode.LIGHT)
    current().set_scale(1.0)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
