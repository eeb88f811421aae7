"""The room sees a motion as it is: turnout while open, totals at the end, nothing after Escape."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.views import DeskMotion
from reader.ui.desk.projected import Projected
from reader.ui.desk.scene import scene
from reader.ui.desk.screen import DeskScreen
from reader.ui.theme import current
from sync.model.motion import MotionState
from sync.model.rules import MotionKind, Secrecy

SIZES = ((1920, 1080), (1366, 768), (1024, 768))


def opened(make: Any, voted: int = 2, **changes: Any) -> DeskMotion:
    return DeskMotion(make.motion(1, **changes), make.names[:voted], 26, make.names[voted:])


def test_an_open_motion_shows_title_question_and_turnout_and_no_choice(make: Any) -> None:
    motion = opened(make)
    shown = scene(make.desk(motion), motion)
    assert shown.title == "Dự toán và phân bổ ngân sách năm 2027"
    assert shown.question.startswith("Thông qua Nghị quyết")
    assert shown.verdict.text == "Đã có 2/26 phiếu"
    assert shown.figures == ()
    assert shown.count is None
    said = " ".join((shown.spoken, shown.head, shown.state))
    assert not any(choice.label in said for choice in motion.motion.choices)
    assert not any(name in said for name in make.names)


def test_a_named_vote_shows_totals_and_no_name(make: Any) -> None:
    motion = make.closed(1)
    shown = scene(make.desk(motion), motion)
    assert [(one.label, one.number) for one in shown.figures][:2] == [
        ("Tán thành", 1),
        ("Không tán thành", 0),
    ]
    assert shown.sentence.startswith("Cần 14/26")
    assert not any(name in shown.spoken for name in make.names)


def test_a_secret_vote_shows_neither_turnout_nor_anything_of_ballots(make: Any) -> None:
    motion = opened(make, secrecy=Secrecy.SECRET)
    shown = scene(make.desk(motion), motion)
    assert (shown.verdict.text, shown.share) == ("Bỏ phiếu kín", None)


def test_an_annulled_motion_says_why_without_characters_that_reorder(make: Any) -> None:
    motion = opened(make, state=MotionState.ANNULLED, annulled="Sai\u202e tên")
    shown = scene(make.desk(motion), motion)
    assert (shown.verdict.text, shown.sentence) == ("Đã hủy biểu quyết", "Sai tên")


def test_it_follows_the_motion_and_escape_ends_it(screen: DeskScreen, make: Any, qtbot: QtBot) -> None:
    screen.set_view(make.desk(opened(make)), ())
    screen.votes.acts.project_button.click()
    projector = screen.votes.projector
    assert projector is not None
    assert projector.isFullScreen()
    assert screen.votes.acts.project_button.text() == "Ngừng chiếu"
    assert projector.scene.verdict.text == "Đã có 2/26 phiếu"
    screen.set_view(make.desk(opened(make, 5)), ())
    assert projector.scene.verdict.text == "Đã có 5/26 phiếu"
    screen.set_view(make.desk(make.closed(1)), ())
    assert projector.scene.verdict.text == "Không thông qua"
    with qtbot.waitSignal(projector.ended):
        qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert screen.votes.projector is None
    assert screen.votes.acts.project_button.text() == "Chiếu kết quả"


def test_moving_the_mouse_paints_the_screen_once(
    screen: DeskScreen, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.set_view(make.desk(opened(make)), ())
    screen.votes.acts.project_button.click()
    projector = screen.votes.projector
    assert projector is not None
    painted: list[bool] = []
    monkeypatch.setattr(projector, "update", lambda: painted.append(projector._moved))
    projector._still.timeout.emit()
    projector._still.stop()
    for x in range(5):
        QTest.mouseMove(projector.windowHandle(), QPoint(50 + x, 50))
    assert painted == [False, True]
    assert projector._still.isActive()


def test_another_motion_takes_its_place_only_when_asked_for(screen: DeskScreen, make: Any) -> None:
    first, second = make.closed(1), make.closed(2)
    screen.set_view(make.desk(first, second), ())
    screen.votes.acts.project_button.click()
    projector = screen.votes.projector
    assert projector is not None
    screen.votes.rows.setCurrentIndex(screen.votes.rows.model().index(1, 0))
    assert projector.motion == "v-1"
    assert screen.votes.acts.project_button.text() == "Chiếu kết quả"
    screen.votes.acts.project_button.click()
    assert screen.votes.projector is projector
    assert projector.motion == "v-2"
    screen.votes.acts.project_button.click()
    assert screen.votes.projector is None


def test_a_motion_that_is_gone_is_shown_no_longer(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk(make.closed(1), make.closed(2)), ())
    screen.votes.acts.project_button.click()
    screen.set_view(make.desk(make.closed(2)), ())
    assert screen.votes.projector is None


@pytest.mark.parametrize("size", SIZES)
def test_nothing_reaches_over_the_edge_whatever_is_shown(
    make: Any, qapp: QApplication, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every text that is drawn ends within the screen."""
    long = "Thông qua Nghị quyết về dự toán thu, chi ngân sách và phân bổ ngân sách " * 4
    names = tuple(f"Nguyễn Thị Minh {n}" for n in range(40))
    motions = [
        make.counted(MotionKind.RESOLUTION, (13, 9, 1), invalid=1),
        make.counted(MotionKind.ELECTION, (20, 15, 15), labels=names[:3], seats=2),
        make.counted(MotionKind.ELECTION, tuple(range(20, 0, -1)) * 2, labels=names, seats=3),
        make.counted(MotionKind.CONFIDENCE_RATING, (3, 5, 18)),
        make.counted(MotionKind.RESOLUTION, (12, 0, 0), present=12),
        make.motion(1),
    ]
    reach: list[tuple[float, float]] = []
    real = Projected._draw

    def measured(self: Projected, laid: Any, x: float, y: float, ink: Any) -> None:
        reach.append((x * self._unit + laid.width, y * self._unit + laid.height))
        real(self, laid, x, y, ink)

    monkeypatch.setattr(Projected, "_draw", measured)
    current().apply(qapp)
    for motion in motions:
        shown = DeskMotion(replace(motion, question=long), make.names[:3], 26)
        picture = QImage(*size, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        reach.clear()
        Projected(painter, *size).paint(scene(make.desk(shown), shown))
        painter.end()
        assert len(reach) >= 4
        assert max(right for right, _ in reach) <= size[0]
        assert max(bottom for _, bottom in reach) <= size[1]
