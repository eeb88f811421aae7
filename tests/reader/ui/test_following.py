"""Following the chair in a real window: the laptop goes along, and never against its person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.packets import MEETING, NOON, PASSPHRASE
from support.windows import WindowOffice, WindowReader, before_the_window, copied

from reader.ui.meeting.screen import Tab
from reader.ui.meeting.sitting_strip import SittingStrip
from sync.model.conduct import AddSpeaker, BeginSpeaking, OrderSpeakers, PointAgenda, PutAttendance, TurnId
from sync.model.events import Body, Event
from sync.model.ids import DocumentId, ItemId
from sync.model.opinion import Attendance
from sync.wire.codec import decode_payload
from sync.wire.messages import Delivered

from .test_open_book import a_pdf

ONE, TWO, THREE = DocumentId("doc-1"), DocumentId("doc-2"), DocumentId("doc-3")


class Office(WindowOffice):
    """Thu's or Lan's laptop: two items, the second with two documents; all of three pages."""

    def __init__(self, profile: Path, *, desk: bool = False) -> None:
        super().__init__(profile)
        self.seq = 0
        book = self.paper.book(profile, self.paper.thu if desk else self.paper.lan)
        bodies = {name: a_pdf(name) for name in (ONE, TWO, THREE)}
        documents = {
            name: self.paper.document(data, name, f"Tờ trình {name}") for name, data in bodies.items()
        }
        items = (
            self.paper.item(documents[ONE]),
            self.paper.item(documents[TWO], documents[THREE], number=2),
        )
        starts = datetime.now(UTC) + timedelta(hours=1)
        self.paper.deliver(book.vault, self.paper.manifest(*items, starts=starts), *items)
        for name, document in documents.items():
            self.arrive(book, MEETING, document, bodies[name])
        book.vault.close()


def pointer(item: str, document: DocumentId | None = None, page: int = 0) -> PointAgenda:
    return PointAgenda(item=ItemId(item), at=datetime.now(UTC), document=document, page=page)


class Reader(WindowReader[Office]):
    """Before the open meeting."""

    def enter(self) -> None:
        self.open_meeting()
        self.open_document(ONE)

    def points(self, item: str, document: str | None = None, page: int = 0) -> None:
        """The chair does."""
        self.hear(pointer(item, document and DocumentId(document), page))
        self.wait(lambda: self.strip.isVisible() and f"mục {item[-1]}" in self.strip.said, "it is said")

    def hear(self, body: Body, member: object | None = None) -> None:
        office = self.office
        office.seq += 1
        seq, paper = office.seq, office.paper
        envelope = paper.event(member or paper.chu, body, seq=seq)
        moment = NOON + timedelta(seconds=seq)
        self.happens(
            lambda book: book.vault.events.add(Delivered(seq=seq, recorded=moment, envelope=envelope))
        )

    @property
    def strip(self) -> SittingStrip:
        return self.book.meeting.screen.sitting

    @property
    def follows(self) -> bool:
        return self.book.meeting.following.follows

    def follow(self) -> None:
        self.click(self.strip.follow_button, "Theo chủ tọa")

    def at(self, document: DocumentId, page: int) -> bool:
        reading = self.book.meeting.reading
        shown = reading.document
        return shown is not None and (shown.id, reading.pane.view.page) == (document, page)

    def wait_at(self, document: DocumentId, page: int) -> None:
        reading = self.book.meeting.reading
        self.wait(lambda: reading.shown is not None and self.at(document, page), f"{document} at {page}")


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("mould") / "lan")


@pytest.fixture(scope="module")
def desk_mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("mould") / "thu", desk=True)


@pytest.fixture
def reader(mould: Office, tmp_path: Path, qtbot: QtBot) -> Iterator[Reader]:
    yield from before_the_window(Reader, copied(mould, tmp_path / "lan"), qtbot)


@pytest.fixture
def secretary(desk_mould: Office, tmp_path: Path, qtbot: QtBot) -> Iterator[Reader]:
    yield from before_the_window(Reader, copied(desk_mould, tmp_path / "thu"), qtbot)


def test_where_the_meeting_is_is_said_and_nobody_is_taken_along_who_has_not_chosen_so(
    reader: Reader,
) -> None:
    reader.enter()
    assert not reader.strip.isVisible()
    reader.points("i-2", TWO, 2)
    assert reader.strip.said == "Đang ở mục 2 · Mục 2"
    assert (reader.follows, reader.at(ONE, 0)) == (False, True)
    assert not reader.strip.point_button.isVisible()


def test_who_follows_is_taken_to_item_document_and_page_also_after_a_restart(reader: Reader) -> None:
    reader.enter()
    reader.points("i-2", TWO, 2)
    reader.follow()
    reader.wait_at(TWO, 2)
    reader.points("i-1", ONE, 1)
    reader.wait_at(ONE, 1)
    reader.points("i-2")  # an item: its first document, where one was
    reader.wait(lambda: reader.book.meeting.reading.document.id == TWO, "the first document")
    assert reader.follows
    reader.window.lock()
    reader.unlock(PASSPHRASE)
    reader.hear(pointer("i-1", ONE, 2))
    reader.open_meeting()
    reader.wait_at(ONE, 2)
    assert reader.follows


def test_another_page_of_the_document_that_is_open_is_gone_to(reader: Reader) -> None:
    reader.enter()
    reader.points("i-1", ONE, 1)
    reader.follow()
    reader.wait_at(ONE, 1)
    for page in (2, 0, 1):
        reader.points("i-1", ONE, page)
        reader.wait_at(ONE, page)
    assert reader.follows


def test_going_elsewhere_ends_it_and_one_press_leads_back(reader: Reader) -> None:
    reader.enter()
    reader.points("i-1", ONE, 1)
    reader.follow()
    reader.wait_at(ONE, 1)
    reader.open_document(THREE)
    assert not reader.follows
    reader.points("i-1", ONE, 2)
    assert reader.at(THREE, 0)
    view = reader.book.meeting.reading.pane.view
    reader.strip.back_button.click()
    assert view.page == 0  # of what is still on the screen nothing moves
    reader.wait_at(ONE, 2)  # also where the press comes before the news
    assert reader.follows
    view.leap(0)  # another page is another place
    reader.wait(lambda: not reader.follows, "it has ended")
    assert reader.strip.back_button.isVisible()


def test_looking_about_on_the_page_and_another_size_of_window_end_nothing(reader: Reader) -> None:
    reader.enter()
    reader.points("i-1", ONE, 1)
    reader.follow()
    reader.wait_at(ONE, 1)
    reader.book.meeting.reading.pane.view.scroll_by(20)
    reader.window.resize(900, 620)
    reader.book.meeting.reading.pane.view.zoom_in()
    reader.settle()
    assert reader.follows


def test_who_writes_is_left_alone_and_shown_the_way(reader: Reader) -> None:
    reader.enter()
    reader.points("i-1", ONE, 0)
    reader.follow()
    view = reader.book.meeting.reading.pane.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_N)
    notes = reader.book.meeting.reading.notes
    reader.wait(lambda: notes.writing, "the note editor opens")
    reader.type(notes.editor.field, "Đang viết dở")
    field = QApplication.focusWidget()
    reader.points("i-2", TWO, 2)
    reader.settle()
    assert (reader.at(ONE, 0), reader.follows) == (True, True)
    assert QApplication.focusWidget() is field
    assert notes.editor.field.toPlainText() == "Đang viết dở"
    assert reader.strip.back_button.isVisible()


def test_who_is_at_their_ballot_stays_there_and_is_taken_along_when_back(reader: Reader) -> None:
    reader.enter()
    reader.points("i-1", ONE, 0)
    reader.follow()
    screen = reader.book.meeting.screen
    screen.show_tab(Tab.BALLOT)
    reader.points("i-2", TWO, 2)
    reader.settle()
    assert (screen.tab, reader.at(ONE, 0)) == (Tab.BALLOT, True)
    screen.show_tab(Tab.DOCUMENTS)
    reader.wait_at(TWO, 2)
    assert reader.follows


def test_the_keyboard_stays_where_it_was(reader: Reader) -> None:
    reader.enter()
    reader.points("i-1", ONE, 0)
    reader.follow()
    reader.window.activateWindow()
    reader.window.resize(1366, 696)
    tree = reader.book.meeting.screen.agenda.tree
    reader.wait(tree.isVisible, "the agenda is shown")
    tree.setFocus()
    reader.wait(tree.hasFocus, "the keyboard is on the agenda")
    reader.points("i-2", TWO, 2)
    reader.wait_at(TWO, 2)
    assert tree.hasFocus()


def test_a_delegate_sees_who_speaks_and_the_own_place(reader: Reader) -> None:
    reader.enter()
    reader.points("i-1")
    mine = reader.office.paper.lan.person
    at = datetime.now(UTC)
    reader.hear(BeginSpeaking(turn=TurnId("s-1"), item=ItemId("i-1"), name="Bà Tư", at=at, allowed=300))
    reader.wait(lambda: "Đang phát biểu: Bà Tư" in reader.strip.said, "who speaks")
    turns = tuple(TurnId(f"s-{n}") for n in (2, 3, 4))
    then = at + timedelta(seconds=1)
    reader.hear(BeginSpeaking(turn=TurnId("s-5"), item=ItemId("i-1"), name="Ông Hòa", at=then, allowed=300))
    reader.wait(lambda: "Ông Hòa" in reader.strip.said, "the next one")
    reader.hear(AddSpeaker(turn=turns[2], item=ItemId("i-1"), person=mine, name="Lan"))
    reader.wait(lambda: "chờ thư ký xếp lượt" in reader.strip.said, "no place yet")
    reader.hear(OrderSpeakers(at=NOON, item=ItemId("i-1"), turns=turns))
    reader.wait(lambda: "Còn 2 người trước bạn" in reader.strip.said, "the place")


def test_a_person_is_told_what_the_desk_wrote_of_them(reader: Reader) -> None:
    reader.enter()
    mine = reader.office.paper.lan.person
    reader.hear(PutAttendance(at=NOON, person=mine, state=Attendance.ABSENT), reader.office.paper.thu)
    bar = reader.book.meeting.screen.check_in
    reader.wait(lambda: "Vắng, chưa rõ lý do" in bar._state.text(), "the state")
    assert bar._trip.text().startswith("Thu ghi")


def test_the_desk_points_at_the_page_it_reads(secretary: Reader) -> None:
    secretary.enter()
    secretary.points("i-1")
    secretary.open_document(TWO)
    secretary.book.meeting.reading.pane.view.go_to(2)
    secretary.click(secretary.strip.point_button, "Chỉ trang này")
    secretary.wait(lambda: "mục 2" in secretary.strip.said, "it is pointed at")
    pending = secretary.window._books.wait(lambda book: list(book.vault.outbox.pending(9)))
    (body,) = [decode_payload(one.payload, Event).body for one in pending][-1:]
    assert isinstance(body, PointAgenda)
    assert (body.item, body.document, body.page) == ("i-2", TWO, 2)


def test_what_is_written_for_the_minutes_survives_a_lock_without_a_pause(secretary: Reader) -> None:
    secretary.enter()
    secretary.points("i-1")
    meeting = secretary.book.meeting
    meeting.screen.show_tab(Tab.DESK)
    secretary.wait(lambda: meeting.desk_view is not None, "the desk")
    meeting.desk.tabs.choose(1)
    meeting.desk.running.course.parts.choose(2)
    secretary.type(meeting.desk.running.course.notes, "Chủ tọa kết luận")
    secretary.window.lock()
    secretary.unlock(PASSPHRASE)
    secretary.open_meeting()
    again = secretary.book.meeting
    again.screen.show_tab(Tab.DESK)
    secretary.wait(
        lambda: again.desk.running.course.notes.toPlainText() == "Chủ tọa kết luận", "the notes are here"
    )


def test_the_desk_writes_down_who_is_there_and_sees_it_wait(secretary: Reader) -> None:
    secretary.enter()
    meeting = secretary.book.meeting
    meeting.screen.show_tab(Tab.DESK)
    secretary.wait(lambda: meeting.desk_view is not None, "the desk")
    meeting.desk.tabs.choose(1)
    pane = meeting.desk.running.attendance
    pane.press(secretary.office.paper.lan.person, Attendance.PRESENT)
    secretary.wait(lambda: any(row.note == "Chờ gửi" for row in pane.shown), "it waits")
    assert pane.headline.startswith("Điểm danh: có mặt 1/3")
