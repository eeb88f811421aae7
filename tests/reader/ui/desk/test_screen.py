"""The secretary's page: readiness in names' order, notes as plain words, votes without peeking."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from reader.core.views import DeskMotion
from reader.ui.desk.screen import DeskScreen
from sync.errors import Code, SohopError
from sync.model.motion import MotionState
from sync.model.people import Role
from sync.model.rules import Secrecy


@pytest.fixture
def screen(qtbot: QtBot) -> DeskScreen:
    made = DeskScreen()
    qtbot.addWidget(made)
    made.resize(1360, 640)
    made.show()
    return made


def texts(view: QListView) -> list[str]:
    return [view.model().index(n, 0).data() for n in range(view.model().rowCount())]


def test_readiness_counts_and_names_who_needs_help(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk())
    assert screen.ready.headline == "22/26 đại biểu đọc được dù mất mạng"
    shown = texts(screen.ready.rows)
    assert shown[0] == "Cần giúp ngay: 4 người"
    assert [line.split(".")[0] for line in shown[1:5]] == [
        "Đinh Công Đạt",
        "Quách Thị Lan",
        "Bùi Văn Nhất",
        "Trần Văn Hiệp",
    ]
    assert "Thiếu 3 tài liệu" in shown[3]
    assert shown[6].startswith("Bùi Văn An, Hoàng Thị Bích, Bùi Thị Chiên, Nguyễn Văn Cường")


def test_notes_are_grouped_by_document_and_page(screen: DeskScreen, make: Any) -> None:
    notes = (
        make.mark(3, 0, "ba", document="d-2"),
        make.mark(2, 5, "hai"),
        make.mark(1, 1, "một"),
    )
    screen.set_view(make.desk(marks=notes))
    shown = texts(screen.marks.rows)
    assert [line.split("\n")[-1] for line in shown] == [
        "Tờ trình 12/TTr-UBND",
        "một",
        "hai",
        "Dự thảo nghị quyết",
        "ba",
    ]


def test_hostile_words_are_only_words(screen: DeskScreen, make: Any) -> None:
    note = make.mark(1, 0, "<b>đậm</b>\u202e\u2066 ngược", quote=None, author="A\nB\u202e")
    screen.set_view(make.desk(marks=(note,)))
    said = texts(screen.marks.rows)[1]
    assert said.split("\n") == ["Tờ trình 12/TTr-UBND · Trang 1 · A B", "<b>đậm</b> ngược"]


def test_one_note_or_all_can_be_copied(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk(marks=(make.mark(1, 0, "một"), make.mark(2, 1, "hai"))))
    screen.marks.copy()
    assert QGuiApplication.clipboard().text().count("Tờ trình") == 2
    screen.marks.rows.setCurrentIndex(screen.marks.rows.model().index(2, 0))
    screen.marks.copy()
    assert QGuiApplication.clipboard().text().endswith("hai")
    assert "một" not in QGuiApplication.clipboard().text()


def test_while_open_only_turnout_is_shown(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk(DeskMotion(make.motion(), tuple(make.names[:12]), 26, tuple(make.names[12:]))))
    screen.tabs.choose(2)
    shown = texts(screen.votes.ballots)
    assert len(shown) == 12
    assert not any("thành" in line for line in shown)
    assert len(texts(screen.votes.left)) == 14
    assert "Bùi Văn An" not in texts(screen.votes.left)


def test_after_the_close_each_ballot_and_its_fate(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk(make.closed(1)))
    model = screen.votes.ballots.model()
    rows = model.rows
    assert [(row.title, row.right) for row in rows] == [
        ("Bùi Văn An", "Tán thành"),
        ("Hoàng Thị Bích", "Ý kiến khác: “Chờ thẩm tra”"),
        ("Bùi Thị Chiên", "Không tán thành"),
    ]
    assert rows[2].note.startswith("Đến muộn, không tính")


@pytest.mark.parametrize(
    ("state", "signal", "named"),
    [
        (MotionState.DRAFTED, "openMotionRequested", "Mở biểu quyết"),
        (MotionState.OPEN, "closeMotionRequested", "Kết thúc biểu quyết"),
    ],
)
def test_opening_and_closing_ask_once_and_name_the_motion(
    screen: DeskScreen, make: Any, qtbot: QtBot, state: MotionState, signal: str, named: str
) -> None:
    screen.set_view(make.desk(DeskMotion(make.motion(4, state=state), (), 26)))
    screen.tabs.choose(2)
    screen.votes.act_button.click()
    dialog = screen.votes.dialog
    assert dialog is not None
    assert dialog.accessibleName() == named
    assert dialog.accessibleDescription() == "4. Dự toán và phân bổ ngân sách năm 2027"
    with qtbot.waitSignal(getattr(screen, signal)) as sent:
        dialog.accept()
    assert sent.args == ["v-4"]


def test_only_chair_and_secretary_have_the_button(screen: DeskScreen, make: Any) -> None:
    motion = DeskMotion(make.motion(), (), 26)
    screen.tabs.choose(2)
    screen.set_view(make.desk(motion, roles=(Role.APPROVER,)))
    assert not screen.votes.act_button.isVisible()
    screen.set_view(make.desk(motion, roles=(Role.CHAIR,)))
    assert screen.votes.act_button.isVisible()
    secret = DeskMotion(make.motion(secrecy=Secrecy.SECRET), (), 26)
    screen.set_view(make.desk(secret, roles=(Role.CHAIR,)))
    assert not screen.votes.act_button.isVisible()


def test_the_chosen_motion_stays_when_a_view_arrives(screen: DeskScreen, make: Any) -> None:
    both = (DeskMotion(make.motion(1), (), 26), make.closed(2))
    screen.set_view(make.desk(*both))
    screen.votes.rows.setCurrentIndex(screen.votes.rows.model().index(1, 0))
    screen.set_view(make.desk(replace(both[0], voted=tuple(make.names[:3])), both[1]))
    assert screen.votes.rows.currentIndex().row() == 1
    assert len(texts(screen.votes.ballots)) == 3


def test_saving_and_its_outcome(screen: DeskScreen, make: Any, qtbot: QtBot) -> None:
    screen.set_view(make.desk())
    with qtbot.waitSignal(screen.collectRequested):
        screen.collect_button.click()
    screen.problem(SohopError(Code.DISK_FULL))
    assert screen.banner.isVisible()
    assert "đầy" in screen.banner.accessibleDescription()
    screen.hush()
    assert not screen.banner.isVisible()
