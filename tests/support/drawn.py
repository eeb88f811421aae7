"""A hand before the pages: where a point of a page is in the pane, pulling through points, marks to show."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from reader.core.views import MarkView, Trip
from reader.ui.marks.wanted import Wanted
from reader.ui.page.view import PageView
from sync.model.annotation import Audience
from sync.model.ids import Digest, DocumentId, MarkId, MeetingId

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def at(view: PageView, x: float, y: float) -> QPoint:
    sheet = view.sheet_of(0)
    assert sheet is not None
    return sheet.point(x, y).toPoint()


def pull(view: PageView, *way: tuple[float, float], let_go: bool = True) -> None:
    first, *others = [at(view, x, y) for x, y in way]
    QTest.mousePress(view.viewport(), LEFT, NONE, first)
    for point in others:
        QTest.mouseMove(view.viewport(), point)
    if let_go:
        QTest.mouseRelease(view.viewport(), LEFT, NONE, at(view, *way[-1]))


def picture(view: PageView) -> QImage:
    return view.viewport().grab().toImage()


def as_mark(wanted: Wanted, number: int = 1, *, mine: bool = True, **more: Any) -> MarkView:
    return MarkView(
        id=MarkId(f"k-{number}"),
        meeting=MeetingId("m-1"),
        document=DocumentId("d-1"),
        sha256=Digest("0" * 64),
        page=wanted.page,
        kind=wanted.kind,
        rects=wanted.rects,
        quote=wanted.quote,
        colour=wanted.colour,
        text=more.pop("text", ""),
        audience=Audience.PRIVATE,
        at=datetime(2026, 12, 11, tzinfo=UTC),
        mine=mine,
        author="",
        trip=Trip.SENT,
        strokes=wanted.strokes,
        width=wanted.width,
        **more,
    )
