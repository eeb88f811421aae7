"""Opinions, replies and check-in in the window, with a real vault: nothing typed is lost, all is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.packets import MEETING, NOON, PASSPHRASE, PaperOffice
from support.windows import WindowOffice, WindowReader, before_the_window, copied

from reader.core import annotating, library, opining
from reader.core.book import Book
from reader.core.views import SaidView
from reader.ui.marks.share_dialog import ShareDialog
from reader.ui.meeting.check_in import CheckInDialog
from reader.ui.said.pane import OpinionsPane
from reader.ui.widgets.toast import Toast
from sync.errors import Code, SohopError
from sync.model.annotation import Audience, Mark, MarkKind, Rect
from sync.model.events import Body, PutMark, PutOpinion
from sync.model.ids import DocumentId, ItemId, MarkId, OpinionId
from sync.model.opinion import (
    Answer,
    Attendance,
    OnItem,
    OnMark,
    OnOpinion,
    Opinion,
    OpinionKind,
)
from sync.wire.messages import Delivered

from .test_open_book import FIRST

DOCUMENT = DocumentId("doc-1")
THEIRS = MarkId("m-minh")
HOSTILE = "<b>x</b>\u202e=1+1\x07"


class Office(WindowOffice):
    """Lan's laptop with two items; another delegate has said something, and shared a note."""

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        self.seq = 0
        book = self.paper.book(profile, self.paper.lan)
        document = self.paper.document(FIRST, DOCUMENT, "Tờ trình 1")
        items = (self.paper.item(document), self.paper.item(number=2))
        starts = datetime.now(UTC) + timedelta(hours=1)
        self.paper.deliver(book.vault, self.paper.manifest(*items, starts=starts), *items)
        self.arrive(book, MEETING, document, FIRST)
        self.hear(book, self.paper.minh, self.said("o-minh", OnItem(item=ItemId("i-1")), HOSTILE))
        mark = Mark(
            id=THEIRS,
            document=DOCUMENT,
            sha256=document.sha256,
            page=0,
            kind=MarkKind.NOTE,
            rects=(Rect(72, 60, 200, 75),),
            text="Xem lại",
            audience=Audience.MEETING,
        )
        self.hear(book, self.paper.minh, PutMark(mark=mark))
        book.vault.close()

    def hear(self, book: Book, member: object, body: Body) -> None:
        self.seq += 1
        envelope = self.paper.event(member, body, seq=self.seq)
        book.vault.events.add(Delivered(seq=self.seq, recorded=NOON, envelope=envelope))

    def said(self, name: str, about: object, text: str, answer: Answer | None = None) -> PutOpinion:
        reply = isinstance(about, OnMark | OnOpinion)
        return PutOpinion(
            opinion=Opinion(
                id=OpinionId(name),
                kind=OpinionKind.REPLY if reply else OpinionKind.COMMENT,
                about=about,
                audience=Audience.MEETING,
                text=text,
                answer=answer,
            )
        )


class Reader(WindowReader[Office]):
    """Lan before the open book."""

    @property
    def pane(self) -> OpinionsPane:
        return self.book.meeting.screen.opinions

    def read(self) -> None:
        self.open_meeting()
        self.open_document(DOCUMENT)
        self.wait(lambda: self.pane.item == "i-1", "the item of the document is meant")
        self.book.meeting.screen.right_tabs.choose(2)

    def said(self) -> SaidView:
        view = self.window._books.wait(lambda book: library.meeting(book, MEETING))
        assert view is not None
        return view.said

    def mine(self) -> list[tuple[str, str, Audience]]:
        return [(one.kind.value, one.text, one.audience) for one in self.said().opinions if one.mine]

    def reopen(self) -> None:
        """The book is locked and opened again."""
        self.window.lock()
        self.unlock(PASSPHRASE)


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("mould") / "lan")


@pytest.fixture
def reader(mould: Office, tmp_path: Path, qtbot: QtBot) -> Iterator[Reader]:
    yield from before_the_window(Reader, copied(mould, tmp_path / "lan"), qtbot)


def test_an_opinion_is_shown_at_once_as_waiting(reader: Reader) -> None:
    reader.read()
    pane = reader.pane
    pane.write_button.click()
    pane.composer.clause.set_text("Điều 5 khoản 2")
    reader.type(pane.composer.text, "Nêu rõ nguồn")
    pane.composer.audience.choose(1)
    pane.composer.send.click()
    reader.wait(lambda: len(pane.list.rows) == 2, "it is listed")
    assert "Điều 5 khoản 2 · Tờ trình 1" in pane.list.rows[1].spoken()
    assert "Chờ gửi" in pane.list.rows[1].spoken()
    assert reader.mine() == [("comment", "Nêu rõ nguồn", Audience.MEETING)]
    assert not pane.writing


def test_asking_for_the_word_needs_no_words_and_goes_to_the_desk(reader: Reader) -> None:
    reader.read()
    pane = reader.pane
    pane.begin()
    assert not pane.composer.send.isEnabled()
    pane.composer.audience.choose(1)
    pane.composer.kind.choose(2)
    pane.composer.send.click()
    reader.wait(reader.mine, "it is written")
    assert reader.mine() == [("floor", "", Audience.SECRETARY)]


def test_words_of_others_are_shown_as_words(reader: Reader) -> None:
    reader.read()
    spoken = reader.pane.list.rows[0].spoken()
    assert "<b>x</b>=1+1" in spoken
    assert not any(hidden in spoken for hidden in "\u202e\x07")


def test_what_is_being_written_comes_back_after_the_book_was_locked(reader: Reader) -> None:
    reader.read()
    reader.pane.begin()
    QTest.keyClicks(reader.pane.composer.text, "Dang viet do")
    reader.wait(
        lambda: reader.window._books.wait(lambda b: b.vault.settings.get(f"opinions/{MEETING}", dict, {})),
        "it is kept within a second",
        2.0,
    )
    reader.reopen()
    reader.read()
    reader.wait(lambda: reader.pane.writing, "it comes back")
    assert reader.pane.composer.text.text == "Dang viet do"
    reader.pane.composer.cancel()
    reader.reopen()
    reader.read()
    reader.settle()
    assert not reader.pane.writing


def test_an_opinion_on_a_clause_that_was_cancelled_does_not_come_back_empty(reader: Reader) -> None:
    reader.read()
    reader.pane.begin("Điều 5")
    QTest.keyClicks(reader.pane.composer.text, "abc")
    reader.pane.composer.cancel()
    reader.reopen()
    reader.read()
    reader.settle()
    assert not reader.pane.writing


def test_leaving_the_item_does_not_throw_away_what_is_being_written(reader: Reader) -> None:
    reader.read()
    reader.pane.begin()
    QTest.keyClicks(reader.pane.composer.text, "abc")
    reader.pane.set_item(ItemId("i-2"))
    assert (reader.pane.item, reader.pane.composer.text.text) == ("i-1", "abc")


def test_one_that_cannot_be_written_stays_in_the_field(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.read()

    def full(*_: object, **__: object) -> None:
        raise SohopError(Code.DISK_FULL)

    monkeypatch.setattr(opining, "put", full)
    reader.pane.begin()
    QTest.keyClicks(reader.pane.composer.text, "abc")
    reader.pane.composer.send.click()
    reader.wait(lambda: reader.pane.composer.text.text == "abc", "the words are back")


def test_ones_own_can_be_changed_deleted_and_brought_back(reader: Reader) -> None:
    reader.read()
    pane = reader.pane
    pane.begin()
    QTest.keyClicks(pane.composer.text, "mot")
    pane.composer.send.click()
    reader.wait(reader.mine, "it is written")
    reader.wait(lambda: len(pane.list.rows) == 2, "it is listed")
    pane.list.choose(pane.list.rows[1].opinion.id)
    pane.change_button.click()
    QTest.keyClicks(pane.composer.text, " hai")
    pane.composer.send.click()
    reader.wait(lambda: [text for _, text, _ in reader.mine()] == ["mot hai"], "it is changed")
    reader.wait(lambda: pane.list.rows[1].opinion.text == "mot hai", "and shown")
    pane.list.choose(pane.list.rows[1].opinion.id)
    pane.remove_button.click()
    reader.wait(lambda: not reader.mine(), "it is gone")
    reader.wait(lambda: pane.findChildren(Toast), "and can be brought back")
    pane.findChildren(Toast)[0].button.click()
    reader.wait(lambda: [text for _, text, _ in reader.mine()] == ["mot hai"], "it is back")


def test_nobody_changes_what_another_said(reader: Reader) -> None:
    reader.read()
    reader.pane.list.choose(OpinionId("o-minh"))
    assert not reader.pane.change_button.isVisibleTo(reader.pane)
    assert not reader.pane.remove_button.isVisibleTo(reader.pane)
    QTest.keyClick(reader.pane.list, Qt.Key.Key_Delete)
    QTest.keyClick(reader.pane.list, Qt.Key.Key_F2)
    reader.settle()
    assert not reader.pane.writing
    assert len(reader.said().opinions) == 1


def test_the_desks_answer_is_read_under_what_it_answers(reader: Reader) -> None:
    reader.read()
    office = reader.office
    answer = office.said("o-thu", OnOpinion(opinion=OpinionId("o-minh")), "Sẽ sửa", Answer.ACCEPTED)
    reader.happens(lambda book: office.hear(book, office.paper.thu, answer))
    reader.wait(lambda: len(reader.pane.list.rows) == 2, "it is listed")
    assert reader.pane.list.rows[1].spoken().splitlines()[:3] == ["Thu", "Tiếp thu", "Sẽ sửa"]


def test_a_reply_is_written_in_the_pane(reader: Reader) -> None:
    reader.read()
    reader.pane.list.choose(OpinionId("o-minh"))
    reader.pane.reply_button.click()
    assert not reader.pane.composer.answer.isVisibleTo(reader.pane)
    QTest.keyClicks(reader.pane.composer.text, "Dong y")
    QTest.keyClick(reader.pane.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reader.wait(lambda: reader.said().opinions[0].replies, "it is written")
    (reply,) = reader.said().opinions[0].replies
    assert (reply.text, reply.audience, reply.mine) == ("Dong y", Audience.MEETING, True)


def test_a_shared_note_shows_its_thread_and_takes_a_reply(reader: Reader) -> None:
    reader.read()
    notes = reader.book.meeting.reading.notes
    reader.book.meeting.screen.right_tabs.choose(0)
    reader.wait(lambda: notes._model.row_of(THEIRS) is not None, "the note is listed")
    assert notes.replies.isHidden()
    notes.choose(THEIRS)
    assert not notes.replies.isHidden()
    QTest.keyClicks(notes.replies.field, "Toi cung hoi")
    notes.replies.send.click()
    reader.wait(lambda: reader.said().replies.get(THEIRS), "it is written")
    reader.wait(lambda: notes.replies.list.rows, "it is listed")
    assert notes.replies.field.text == ""


def test_a_reply_being_written_belongs_to_its_note(reader: Reader) -> None:
    reader.read()
    notes = reader.book.meeting.reading.notes
    reader.wait(lambda: notes._model.row_of(THEIRS) is not None, "the note is listed")
    notes.choose(THEIRS)
    QTest.keyClicks(notes.replies.field, "do dang")
    notes.choose(None)
    assert notes.replies.field.text == ""
    notes.choose(THEIRS)
    reader.wait(lambda: notes.replies.field.text == "do dang", "it comes back")


def test_checking_in_is_said_in_words_and_can_be_changed(reader: Reader) -> None:
    reader.open_meeting()
    bar = reader.book.meeting.screen.check_in

    def answer(state: Attendance, **fields: str) -> None:
        bar.button.click()
        (dialog,) = reader.window.findChildren(CheckInDialog)
        dialog.choices.choices[list(Attendance).index(state)].click()
        assert dialog.action_button is not None
        if fields:
            assert not dialog.action_button.isEnabled()
        for name, text in fields.items():
            getattr(dialog, name).set_text(text)
        dialog.accept()
        reader.wait(lambda: not reader.window.findChildren(CheckInDialog), "the dialog is gone")

    assert "Chưa điểm danh" in bar._state.text()
    answer(Attendance.PRESENT)
    reader.wait(lambda: bar._state.text() == "Có mặt", "it is said")
    assert bar._trip.text() == "Chờ gửi"
    answer(Attendance.ABSENT, reason="Đi viện")
    reader.wait(lambda: bar._state.text() == "Vắng có lý do · Đi viện", "it is changed")
    answer(Attendance.DELEGATED, proxy="Bà Hòa")
    reader.wait(lambda: bar._state.text() == "Ủy quyền dự: Bà Hòa", "it is changed again")
    assert reader.said().check_in.reason == ""


def shared(reader: Reader, wanted: Audience) -> list[Mark]:
    """What stands of Lan's one note after it was given another audience in the dialog."""
    marking = reader.book.meeting.reading.marking
    (mine,) = [mark for mark in marking._marks if mark.mine]
    marking._ask_to_share(mine.id)
    (dialog,) = reader.window.findChildren(ShareDialog)
    dialog.choices.choices[list(Audience).index(wanted)].click()
    dialog.accept()
    reader.wait(lambda: not reader.window.findChildren(ShareDialog), "the dialog is gone")

    def standing(book: Book) -> list[Mark]:
        facts = book.project(MEETING).marks
        return [fact.mark for fact in facts if fact.person == book.identity.person]

    reader.wait(
        lambda: [mark.audience for mark in marking._marks if mark.mine] == [wanted], "it is shown as such"
    )
    return reader.window._books.wait(standing)


def test_who_may_read_a_mark_is_widened_and_taken_back(reader: Reader) -> None:
    reader.read()
    sha256 = reader.office.paper.document(FIRST).sha256

    def note(book: Book) -> None:
        annotating.put(
            book, MEETING, document=DOCUMENT, sha256=sha256, page=0, kind=MarkKind.NOTE, text="Hỏi"
        )

    reader.happens(note)
    marking = reader.book.meeting.reading.marking
    reader.wait(lambda: any(mark.mine for mark in marking._marks), "the note is shown")
    (first,) = shared(reader, Audience.SECRETARY)
    (second,) = shared(reader, Audience.MEETING)
    assert (first.id, second.text) == (second.id, "Hỏi")
    (third,) = shared(reader, Audience.PRIVATE)
    assert (third.id != second.id, third.text) == (True, "Hỏi")


def test_nobody_is_told_what_is_shared_without_being_told_who_reads_it(reader: Reader) -> None:
    """The dialog names the note, and its button what will happen."""
    reader.read()
    marking = reader.book.meeting.reading.marking
    reader.wait(lambda: marking._marks, "the marks are shown")
    (theirs,) = marking._marks
    dialog = ShareDialog(theirs, reader.window)
    assert "Xem lại" in dialog.accessibleDescription() or "Ghi chú, trang 1" in dialog.accessibleDescription()
    assert dialog.action_button is not None
    assert not dialog.action_button.isEnabled()
    said = []
    for number in (0, 1):
        dialog.choices.choices[number].click()
        said.append((dialog.action_button.text(), dialog._told.text()))
    assert [act for act, _ in said] == ["Rút lại", "Rút lại, chỉ để thư ký"]
    assert all("đã đọc rồi" in told for _, told in said)
    dialog.deleteLater()


def test_editing_a_note_that_all_read_leaves_it_so(reader: Reader) -> None:
    reader.read()
    sha256 = reader.office.paper.document(FIRST).sha256
    reader.happens(
        lambda book: annotating.put(
            book,
            MEETING,
            document=DOCUMENT,
            sha256=sha256,
            page=0,
            kind=MarkKind.NOTE,
            text="Hỏi",
            audience=Audience.MEETING,
        )
    )
    notes, marking = reader.book.meeting.reading.notes, reader.book.meeting.reading.marking
    reader.wait(lambda: any(mark.mine for mark in marking._marks), "the note is shown")
    notes.edit_note(next(mark for mark in marking._marks if mark.mine))
    QTest.keyClicks(notes.editor.field, " them")
    notes.editor.save()
    reader.wait(lambda: any(mark.text == "Hỏi them" for mark in marking._marks), "it is changed")
    (mine,) = [mark for mark in marking._marks if mark.mine]
    assert mine.audience is Audience.MEETING


def test_who_is_no_delegate_is_not_offered_a_question(tmp_path: Path) -> None:
    pane = OpinionsPane()
    office = PaperOffice()
    book = office.book(tmp_path / "thu", office.thu)
    item = office.item(office.document(FIRST))
    office.deliver(book.vault, office.manifest(item), item)
    view = library.meeting(book, MEETING)
    book.vault.close()
    pane.set_view(view)
    pane.begin()
    assert not pane.composer.kind._group.button(1).isVisibleTo(pane)
    pane.deleteLater()
