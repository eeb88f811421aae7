"""The notes beside a document and the editor of one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.views import Fate, MarkView, Passage, Trip
from reader.ui.marks.draft import NoteDraft
from reader.ui.marks.notes_pane import NotesPane
from reader.ui.marks.tools import MarkTools, Tool
from reader.ui.marks.words import standing
from reader.ui.theme import current
from sync.model.annotation import Audience, Colour, MarkKind, Quote, Rect
from sync.model.ids import Digest, DocumentId, MarkId, MeetingId

COPIED = datetime(2026, 12, 11, 7, tzinfo=UTC)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    current().apply(qapp)


@pytest.fixture
def pane(qtbot: QtBot) -> NotesPane:
    made = NotesPane()
    qtbot.addWidget(made)
    made.resize(304, 560)
    made.set_page(1, 9)
    made.show()
    return made


def mark(name: str, page: int = 1, **changes: object) -> MarkView:
    values: dict[str, object] = {
        "id": MarkId(name),
        "meeting": MeetingId("m-1"),
        "document": DocumentId("d-1"),
        "sha256": Digest("0" * 64),
        "page": page,
        "kind": MarkKind.NOTE,
        "rects": (),
        "quote": None,
        "colour": Colour.YELLOW,
        "text": "Hỏi lại",
        "audience": Audience.PRIVATE,
        "at": datetime(2026, 12, 11, tzinfo=UTC),
        "mine": True,
        "author": "Trần Văn Bình",
        "trip": Trip.SENT,
    }
    return MarkView(**(values | changes))  # type: ignore[arg-type]


def write(pane: NotesPane, text: str) -> None:
    pane._editor.set_text(text)


def test_a_note_is_private_unless_said_otherwise(qtbot: QtBot, pane: NotesPane) -> None:
    quote, rects = Quote(exact="48.620"), (Rect(1, 2, 3, 4),)
    pane.begin_note(1, rects, quote)
    write(pane, "  Hỏi: tăng 6,4 %?  ")
    with qtbot.waitSignal(pane.noteSaved) as saved:
        pane._editor.save()
    assert saved.args == [NoteDraft(1, rects, quote, None, "Hỏi: tăng 6,4 %?", Audience.PRIVATE)]
    assert not pane.writing


def test_sending_to_the_secretary_is_an_explicit_choice(qtbot: QtBot, pane: NotesPane) -> None:
    pane.begin_note(0, (), None)
    write(pane, "Đề nghị ghi rõ")
    pane._editor._who.choose(1)
    with qtbot.waitSignal(pane.noteSaved) as saved:
        pane._editor.save()
    assert saved.args[0].audience is Audience.SECRETARY


def test_what_is_being_written_is_handed_on_within_a_second(qtbot: QtBot, pane: NotesPane) -> None:
    pane.begin_note(3, (), None)
    with qtbot.waitSignal(pane.draftChanged, timeout=1_000) as kept:
        write(pane, "đang viết")
    assert kept.args[0].text == "đang viết"
    assert kept.args[0].page == 3


def test_marks_that_arrive_leave_a_half_written_note_alone(qtbot: QtBot, pane: NotesPane) -> None:
    pane.set_marks([mark("a"), mark("b", 2)])
    pane.choose(MarkId("b"))
    pane.begin_note(1, (), None)
    write(pane, "nửa chừng")
    pane.set_marks([mark("c", 0), mark("a"), mark("b", 2)])
    assert pane.writing
    assert pane.draft is not None
    assert pane.draft.text == "nửa chừng"
    assert pane.chosen == "b"
    pane.begin_note(5, (), None)
    assert pane.draft.page == 1


def test_leaving_an_unsaved_note_hands_it_back(qtbot: QtBot, pane: NotesPane) -> None:
    pane.begin_note(1, (), None)
    write(pane, "tiếc nếu mất")
    with qtbot.waitSignal(pane.noteCancelled) as left:
        qtbot.keyClick(pane._editor._edit, Qt.Key.Key_Escape)
    assert left.args[0].text == "tiếc nếu mất"
    assert not pane.writing


def test_rows_stand_by_page_and_the_homeless_last(qtbot: QtBot, pane: NotesPane) -> None:
    pane.set_marks([mark("d", 0, fate=Fate.LOST), mark("b", 6), mark("a", 1)])
    assert [known.id for known in pane._model.marks] == ["a", "b", "d"]
    assert "Chưa khớp bản mới · trang 1 cũ" in str(pane._model.data(pane._model.index(2)))


def test_keys_activate_edit_and_delete_a_row(qtbot: QtBot, pane: NotesPane) -> None:
    pane.set_marks([mark("a"), mark("b", 2, mine=False)])
    pane.choose(MarkId("a"))
    with qtbot.waitSignal(pane.markActivated) as went:
        qtbot.keyClick(pane._list, Qt.Key.Key_Return)
    with qtbot.waitSignal(pane.deleteRequested) as gone:
        qtbot.keyClick(pane._list, Qt.Key.Key_Delete)
    assert went.args == gone.args == ["a"]
    qtbot.keyClick(pane._list, Qt.Key.Key_F2)
    assert pane.draft == NoteDraft(
        1, (), None, MarkId("a"), "Hỏi lại", Audience.PRIVATE, DocumentId("d-1"), Digest("0" * 64)
    )
    pane._editor.cancel()
    pane.choose(MarkId("b"))
    qtbot.keyClick(pane._list, Qt.Key.Key_F2)
    assert not pane.writing


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Riêng tôi"),
        ({"audience": Audience.SECRETARY}, "Đã gửi thư ký"),
        ({"audience": Audience.SECRETARY, "trip": Trip.WAITING}, "Chờ gửi"),
        (
            {"audience": Audience.SECRETARY, "trip": Trip.WAITING, "passage": Passage(copied=COPIED)},
            "Đã chép ra USB, chưa ghi nhận",
        ),
        (
            {
                "audience": Audience.MEETING,
                "trip": Trip.WAITING,
                "passage": Passage("Hội trường", copied=COPIED),
            },
            "Đã nhận qua trạm phòng họp",
        ),
        ({"audience": Audience.PRIVATE, "trip": Trip.WAITING, "passage": Passage("Hội trường")}, "Riêng tôi"),
        ({"audience": Audience.SECRETARY, "trip": Trip.REFUSED}, "Không gửi được"),
        ({"mine": False}, "Trần Văn Bình"),
    ],
)
def test_standing_is_said_in_words(changes: dict[str, object], words: str) -> None:
    assert standing(mark("a", **changes)).text == words


def test_a_tool_pressed_again_is_laid_down(qtbot: QtBot) -> None:
    tools = MarkTools()
    qtbot.addWidget(tools)
    held: list[Tool] = []
    tools.toolChanged.connect(held.append)
    button = tools._tools[Tool.HIGHLIGHT]
    button.click()
    tools._tools[Tool.NOTE].click()
    assert not button.isChecked()
    tools._tools[Tool.NOTE].click()
    assert held == [Tool.HIGHLIGHT, Tool.NOTE, Tool.NONE]
