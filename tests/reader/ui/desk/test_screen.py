"""The secretary's page: readiness in names' order, notes as plain words, votes without peeking."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from reader.core.merging import merge
from reader.core.views import DeskMotion, DeskView
from reader.ui.desk.screen import DeskScreen
from sync.errors import Code, SohopError
from sync.model.motion import MotionState
from sync.model.opinion import Answer
from sync.model.people import Role

DAY = datetime(2026, 12, 11, 1, 0, tzinfo=UTC)


def show(screen: DeskScreen, view: DeskView) -> None:
    screen.set_view(view, merge(view))


def texts(view: QListView) -> list[str]:
    return [view.model().index(n, 0).data() for n in range(view.model().rowCount())]


def test_readiness_counts_and_names_who_needs_help(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk(), ())
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


def test_what_was_sent_is_listed_by_document_and_page(screen: DeskScreen, make: Any) -> None:
    notes = (
        make.mark(3, 0, "ba", document="d-2"),
        make.mark(2, 5, "hai"),
        make.mark(1, 1, "một"),
    )
    screen.tabs.choose(2)
    show(screen, make.desk(marks=notes))
    shown = [line.split("\n") for line in texts(screen.opinions.rows)]
    assert [lines[0] if len(lines) == 1 else lines[3] for lines in shown] == [
        "1. Ngân sách · Tờ trình 12/TTr-UBND",
        "một",
        "hai",
        "1. Ngân sách · Dự thảo nghị quyết",
        "ba",
    ]
    assert all(lines[-1] == "Chưa trả lời" for lines in shown if len(lines) > 1)


def test_hostile_words_are_only_words(screen: DeskScreen, make: Any) -> None:
    note = make.mark(1, 0, "<b>đậm</b>\u202e\u2066 ngược", quote=None, author="A\nB\u202e")
    screen.tabs.choose(2)
    show(screen, make.desk(marks=(note,)))
    said = texts(screen.opinions.rows)[1].split("\n")
    assert said[1:3] == ["A B", "<b>đậm</b> ngược"]


def test_one_matter_or_all_can_be_copied(screen: DeskScreen, make: Any) -> None:
    screen.tabs.choose(2)
    show(screen, make.desk(marks=(make.mark(1, 0, "một"), make.mark(2, 1, "hai"))))
    screen.opinions.copy()
    said = QGuiApplication.clipboard().text()
    assert ("một" in said, "hai" in said, said.count("Tờ trình")) == (True, True, 1)
    screen.opinions.rows.choose("k-2")
    screen.opinions.rows._copy()
    assert "hai" in QGuiApplication.clipboard().text()
    assert "một" not in QGuiApplication.clipboard().text()


def test_one_answer_is_for_all_that_say_the_same(screen: DeskScreen, make: Any, qtbot: QtBot) -> None:
    screen.tabs.choose(2)
    same = "Đề nghị làm rõ cơ sở của số dự phòng"
    show(screen, make.desk(marks=(make.mark(1, 0, same), make.mark(2, 0, same.upper()))))
    page, panel = screen.opinions, screen.opinions.panel
    assert panel.group is None
    page.rows.choose("k-1")
    assert panel.send.text() == "Gửi trả lời cho 2 ý kiến"
    assert not panel.send.isEnabled()
    panel.choices.choices[2].click()
    assert not panel.send.isEnabled()  # to explain takes words
    panel.text.setPlainText("Theo Điều 10")
    with qtbot.waitSignal(page.answered) as sent:
        panel.send.click()
    group, given, text = sent.args
    assert ([one.id for one in group.voices], given, text) == (
        ["k-1", "k-2"],
        Answer.ANSWERED,
        "Theo Điều 10",
    )


def test_a_view_that_arrives_leaves_an_answer_being_written_alone(screen: DeskScreen, make: Any) -> None:
    screen.tabs.choose(2)
    show(screen, make.desk(marks=(make.mark(1, 0, "một"),)))
    screen.opinions.rows.choose("k-1")
    screen.opinions.panel.text.setPlainText("dở dang")
    show(screen, make.desk(marks=(make.mark(1, 0, "một"), make.mark(2, 3, "hai"))))
    assert screen.opinions.rows.key == "k-1"
    assert screen.opinions.panel.text.text == "dở dang"


@pytest.mark.parametrize("change", ["an earlier one arrives", "the first is deleted"])
def test_an_answer_being_written_stays_with_its_matter_whoever_said_it_first(
    screen: DeskScreen, make: Any, change: str
) -> None:
    same = "Đề nghị làm rõ cơ sở của số dự phòng"
    voices = [make.mark(n, 0, same, at=DAY + timedelta(minutes=n)) for n in (1, 2, 3)]
    earlier = change == "an earlier one arrives"
    before, after = (voices[1:], voices) if earlier else (voices, voices[1:])
    other = make.mark(9, 3, "chuyện khác")
    screen.tabs.choose(2)
    page, panel = screen.opinions, screen.opinions.panel
    show(screen, make.desk(marks=(*before, other)))
    page.rows.choose(before[0].id)
    panel.choices.choices[2].click()
    panel.text.setPlainText("dở dang")
    panel.text.keep_now()
    kept: dict[str, str] = {before[0].id: "dở dang"}
    page.draftChanged.connect(lambda draft: kept.update({draft.group: draft.text}))
    asked: list[object] = []
    page.draftWanted.connect(asked.append)
    show(screen, make.desk(marks=(*after, other)))
    assert page.rows.key == after[0].id
    assert (panel.answer, panel.text.text) == (Answer.ANSWERED, "dở dang")
    assert panel.send.text() == f"Gửi trả lời cho {len(after)} ý kiến"
    assert kept == {before[0].id: "", after[0].id: "dở dang"}
    assert asked == []


def test_opinions_cost_nothing_until_they_are_seen(screen: DeskScreen, make: Any) -> None:
    show(screen, make.desk(marks=(make.mark(1, 0, "một"),)))
    assert texts(screen.opinions.rows) == []
    screen.tabs.choose(2)
    assert len(texts(screen.opinions.rows)) == 2


def test_while_open_only_turnout_is_shown(screen: DeskScreen, make: Any) -> None:
    screen.set_view(
        make.desk(DeskMotion(make.motion(), tuple(make.names[:12]), 26, tuple(make.names[12:]))), ()
    )
    screen.tabs.choose(3)
    shown = texts(screen.votes.ballots)
    assert len(shown) == 12
    assert not any("thành" in line for line in shown)
    assert len(texts(screen.votes.left)) == 14
    assert "Bùi Văn An" not in texts(screen.votes.left)


def test_after_the_close_each_ballot_and_its_fate(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk(make.closed(1)), ())
    model = screen.votes.ballots.model()
    rows = model.rows
    assert [(row.title, row.right) for row in rows] == [
        ("Bùi Văn An", "Tán thành"),
        ("Hoàng Thị Bích", "Ý kiến khác: “Chờ thẩm tra”"),
        ("Bùi Thị Chiên", "Không tán thành"),
    ]
    assert rows[2].note.startswith("Đến muộn, không tính")


def test_opening_asks_once_and_names_the_motion(screen: DeskScreen, make: Any, qtbot: QtBot) -> None:
    screen.set_view(make.desk(DeskMotion(make.motion(4, state=MotionState.DRAFTED), (), 26)), ())
    screen.tabs.choose(3)
    acts = screen.votes.acts
    acts.act_button.click()
    dialog = acts.dialog
    assert dialog is not None
    assert dialog.accessibleName() == "Mở biểu quyết"
    assert dialog.accessibleDescription() == "4. Dự toán và phân bổ ngân sách năm 2027"
    with qtbot.waitSignal(acts.openRequested) as sent:
        dialog.accept()
    assert sent.args == ["v-4", False]


def test_only_chair_and_secretary_have_the_button(screen: DeskScreen, make: Any) -> None:
    motion = DeskMotion(make.motion(), (), 26)
    screen.tabs.choose(3)
    screen.set_view(make.desk(motion, roles=(Role.APPROVER,)), ())
    assert not screen.votes.acts.act_button.isVisible()
    screen.set_view(make.desk(motion, roles=(Role.CHAIR,)), ())
    assert screen.votes.acts.act_button.isVisible()


def test_the_chosen_motion_stays_when_a_view_arrives(screen: DeskScreen, make: Any) -> None:
    both = (DeskMotion(make.motion(1), (), 26), make.closed(2))
    screen.set_view(make.desk(*both), ())
    screen.votes.rows.setCurrentIndex(screen.votes.rows.model().index(1, 0))
    screen.set_view(make.desk(replace(both[0], voted=tuple(make.names[:3])), both[1]), ())
    assert screen.votes.rows.currentIndex().row() == 1
    assert len(texts(screen.votes.ballots)) == 3


def test_saving_and_its_outcome(screen: DeskScreen, make: Any, qtbot: QtBot) -> None:
    screen.set_view(make.desk(), ())
    screen.problem(SohopError(Code.DISK_FULL))
    assert screen.banner.isVisible()
    assert "đầy" in screen.banner.accessibleDescription()
    screen.hush()
    assert not screen.banner.isVisible()


def test_what_was_told_is_gone_when_the_person_comes_back(screen: DeskScreen, make: Any) -> None:
    screen.set_view(make.desk(), ())
    screen.say("Đã chép lời nhắc")
    assert screen.banner.isVisible()
    screen.hide()
    screen.show()
    assert not screen.banner.isVisible()
