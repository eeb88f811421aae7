"""A new version in the window: marks go along, are offered, or are lost and can be placed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from support.packets import DOCUMENT, MEETING, NOON
from support.revised import on_words, paper, paragraph
from support.windows import WindowOffice, WindowReader, before_the_window, copied

from reader.core import annotating, undoing
from reader.core.book import Book
from reader.core.views import Fate, MarkView
from reader.ui.marks.share_dialog import ShareDialog
from reader.ui.page.page_words import Spot
from sync.model.annotation import Audience, Colour, MarkKind, Rect
from sync.model.events import DropMark
from sync.model.meeting import Manifest
from sync.wire.messages import Delivered

PAGES = [[paragraph(10 * page + n) for n in range(4)] for page in range(3)]


def revised() -> list[list[str]]:
    """A page comes first; one paragraph has a new figure, one is new, one keeps half of its words."""
    pages = [list(page) for page in PAGES]
    words = pages[1][1].split()
    pages[1][1] = " ".join([*words[:20], "bốn", "mươi", "tỷ", *words[21:]])
    pages[1][2] = paragraph(99)
    other, same = paragraph(98).split(), pages[2][1].split()
    pages[2][1] = " ".join(same[n] if n % 3 else other[n] for n in range(len(same)))
    return [[paragraph(97)], *pages]


OLD, NEW = paper(PAGES), paper(revised())


class Office(WindowOffice):
    """A document on Lan's laptop, with marks on it."""

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        self.made: Manifest | None = None
        book = self.paper.book(profile, self.paper.lan)
        self.publish(book, OLD)
        for text, page, number in (("đúng chỗ", 0, 1), ("đổi", 1, 1), ("mất", 1, 2), ("có lẽ", 2, 1)):
            words = PAGES[page][number].split()
            rects, quote = on_words(OLD, page, " ".join(words[15:18]), 10)
            annotating.put(
                book,
                MEETING,
                document=DOCUMENT,
                sha256=self.paper.document(OLD).sha256,
                page=page,
                kind=MarkKind.HIGHLIGHT,
                rects=rects,
                quote=quote,
                text=text,
            )
        book.vault.close()

    def publish(self, book: Book, data: bytes) -> None:
        """The next version arrives."""
        item = self.paper.item(self.paper.document(data))
        manifest = self.paper.manifest(item, starts=datetime.now(UTC) + timedelta(days=1), after=self.made)
        self.paper.deliver(book.vault, manifest, item)
        self.made = manifest
        self.arrive(book, MEETING, self.paper.document(data), data)


class Reader(WindowReader[Office]):
    """Lan, whose document was revised."""

    def see_the_new_version(self) -> None:
        """It is opened, and all marks have been looked for."""
        self.open_meeting()
        self.open_document(DOCUMENT)
        self.happens(lambda book: self.office.publish(book, NEW))
        self.wait(lambda: self.reading.pane._notice.isVisible(), "the new version is told of")
        self.open_document(DOCUMENT)
        self.wait(lambda: self.reading.shown == self.office.paper.document(NEW).sha256, "it is shown")
        self.wait(lambda: all(mark.fate is not Fate.COMING for mark in self.made()), "all were looked for")

    @property
    def reading(self) -> Any:
        return self.book.meeting.reading

    @property
    def placing(self) -> Any:
        return self.reading.notes.placing

    def made(self) -> tuple[MarkView, ...]:
        """All marks, at the places they were made in."""
        view = self.book.meeting.view
        assert view is not None
        return view.marks

    def mark(self, text: str) -> MarkView:
        """As the pane of notes has it."""
        return next(mark for mark in self.reading.notes._model.marks if mark.text == text)

    def painted(self) -> list[str]:
        """The marks that lie on pages."""
        found = self.reading.pane.view._marks
        return sorted(mark.text for page in found for mark in found[page])

    def press(self, button: QPushButton) -> None:
        self.wait(button.isVisible, "the button is there")
        self.click(button)


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office") / "lan")


@pytest.fixture
def reader(tmp_path: Path, mould: Office, qtbot: QtBot) -> Iterator[Reader]:
    yield from before_the_window(Reader, copied(mould, tmp_path / "lan"), qtbot)


def test_marks_go_along_and_what_became_of_them_is_said(reader: Reader) -> None:
    reader.see_the_new_version()
    assert {mark.text: (mark.fate, mark.page) for mark in reader.reading.notes._model.marks} == {
        "đúng chỗ": (Fate.EXACT, 1),
        "đổi": (Fate.MOVED, 2),
        "có lẽ": (Fate.UNSURE, 3),
        "mất": (Fate.LOST, 1),
    }
    assert reader.painted() == ["đúng chỗ", "đổi"]
    said = reader.placing._words.text()
    assert said == "Ghi chú cần xem: 1 đã chuyển theo, 1 chưa chắc chỗ, 1 chưa khớp"


def test_those_that_need_care_are_gone_through_one_by_one_and_a_guess_is_taken(reader: Reader) -> None:
    reader.see_the_new_version()
    notes, view = reader.reading.notes, reader.reading.pane.view
    seen = []
    for _ in range(3):
        reader.press(reader.placing._next)
        seen.append(next(mark.text for mark in notes._model.marks if mark.id == notes.chosen))
        assert ("có lẽ" in reader.painted()) == (seen[-1] == "có lẽ")  # offered while it is chosen
    assert sorted(seen) == ["có lẽ", "mất", "đổi"]
    reader.placing.chosen.emit(reader.mark("có lẽ").id)
    assert view.page == 3
    reader.press(reader.placing._right)
    reader.wait(lambda: reader.mark("có lẽ").fate is Fate.HERE, "it belongs to the new version")
    now = reader.mark("có lẽ")
    assert (now.sha256, now.page) == (reader.office.paper.document(NEW).sha256, 3)
    assert "có lẽ" in reader.painted()
    assert now.quote is not None
    assert now.quote.exact in revised()[3][1]


def test_a_mark_that_moved_is_told_until_the_person_says_so(reader: Reader) -> None:
    reader.see_the_new_version()
    reader.placing.chosen.emit(reader.mark("đổi").id)
    reader.press(reader.placing._known)
    reader.wait(lambda: reader.mark("đổi").seen, "it was seen")
    assert "đã chuyển theo" not in reader.placing._words.text()
    assert not reader.placing._all_seen.isVisible()


def test_a_lost_mark_is_read_on_the_old_version_and_put_in_its_place_by_hand(reader: Reader) -> None:
    reader.see_the_new_version()
    old, new = (reader.office.paper.document(data).sha256 for data in (OLD, NEW))
    reader.reading.pane.view.go_to(2)
    reader.placing.chosen.emit(reader.mark("mất").id)
    reader.press(reader.placing._old)
    reader.wait(lambda: reader.reading.shown == old, "the old version")
    reader.wait(lambda: reader.reading.pane.view.chosen_mark == reader.mark("mất").id, "the mark is chosen")
    assert reader.painted() == ["có lẽ", "mất", "đúng chỗ", "đổi"]
    assert reader.reading.pane._notice.text == "Đây là bản cũ."
    reader.click(reader.reading.pane._notice._buttons[0])
    reader.wait(lambda: reader.reading.shown == new, "the new version again")

    reader.placing.chosen.emit(reader.mark("mất").id)
    reader.press(reader.placing._place)
    assert "Chọn đoạn chữ" in reader.placing._about.text()  # there is nothing to put it on
    view = reader.reading.pane.view
    view.go_to(0)
    reader.wait(lambda: view.words.get(0), "the words of the first page")
    select_all(view, 0)
    reader.press(reader.placing._place)
    reader.wait(lambda: reader.mark("mất").fate is Fate.HERE, "it has a place")
    assert reader.mark("mất").page == 0
    reader.reading.marking.acts.undo()
    reader.wait(lambda: reader.mark("mất").fate is Fate.LOST, "and has none again")


def test_who_may_read_a_mark_can_change_although_it_moved(reader: Reader) -> None:
    reader.see_the_new_version()
    name = reader.mark("đổi").id
    reader.reading.marking._ask_to_share(name)
    dialog = reader.window.findChild(ShareDialog)
    assert dialog is not None
    dialog.choices.choices[1].click()
    dialog.accept()
    reader.wait(lambda: reader.mark("đổi").audience is Audience.SECRETARY, "it is shared")
    assert (reader.mark("đổi").fate, reader.mark("đổi").page) == (Fate.MOVED, 2)
    stored = next(mark for mark in reader.made() if mark.id == name)
    assert stored.page == 1  # where it was made


def test_words_on_a_mark_that_another_laptop_deleted_are_offered_to_be_kept(reader: Reader) -> None:
    reader.open_meeting()
    reader.open_document(DOCUMENT)
    before = reader.mark("đổi")

    def happens(book: Book) -> None:
        (fact,) = (fact for fact in book.project(MEETING).marks if fact.mark.id == before.id)
        written = msgspec.structs.replace(annotating.mark_of(before), text="viết thêm ở đây")
        undoing.act(book, MEETING, DOCUMENT, [written])
        drop = DropMark(id=before.id, versions=(fact.event,))
        paper = reader.office.paper
        book.vault.events.add(Delivered(1, NOON, paper.event(paper.lan, drop)))

    reader.happens(happens)
    reader.wait(lambda: "1 đã xóa ở máy khác" in reader.placing._words.text(), "it is told")
    assert "viết thêm ở đây" not in reader.painted()
    reader.placing.chosen.emit(before.id)
    reader.press(reader.placing._keep)
    reader.wait(lambda: "viết thêm ở đây" in reader.painted(), "it stands again")
    assert reader.mark("viết thêm ở đây").id != before.id
    assert not reader.placing.summary.isVisible()


def select_all(view: Any, page: int) -> None:
    """All words of a page, as the mouse would."""
    words = view.words.get(page)
    view._selection.begin(Spot(page, words[0].x0, words[0].y0 + 1))
    view._selection.extend(Spot(page, words[-1].x1, words[-1].y1 - 1))


def test_all_notes_of_the_meeting_are_narrowed_and_lead_to_their_places(reader: Reader) -> None:
    reader.see_the_new_version()
    notes = reader.reading.notes
    notes._scope.choose(1)
    everything = notes.all
    assert everything.isVisible()
    assert not notes.placing.summary.isVisible()

    def listed() -> list[str]:
        return [mark.text for mark in everything.model.marks]

    assert sorted(listed()) == ["có lẽ", "mất", "đúng chỗ", "đổi"]
    everything.words.set_text("DUNG")
    assert listed() == ["đúng chỗ"]
    assert "Tờ trình" in everything.model.head(everything.model.marks[0])
    everything.rows.chosen.emit(everything.model.index(0))
    reader.wait(lambda: reader.reading.pane.view.page == 1, "its page")
    assert reader.reading.pane.view.chosen_mark == reader.mark("đúng chỗ").id
    everything.words.set_text("")
    everything.kind.setCurrentIndex(5)
    assert sorted(listed()) == ["có lẽ", "mất", "đổi"]
    everything.words.set_text("không có")
    assert everything._none.isVisible()


def test_a_mark_made_on_the_old_version_is_recoloured_where_it_was_made_and_moved_where_it_is(
    reader: Reader,
) -> None:
    reader.see_the_new_version()
    pane = reader.reading.pane
    shown = next(mark for mark in pane.marks.shown if mark.text == "đổi")
    pane.marks.changed.emit(replace(shown, colour=Colour.PINK))
    reader.wait(lambda: reader.mark("đổi").colour is Colour.PINK, "another colour")
    assert (reader.mark("đổi").fate, reader.mark("đổi").page) == (Fate.MOVED, 2)
    here = (Rect(100, 100, 150, 120),)
    pane.marks.changed.emit(replace(reader.mark("đổi"), rects=here))
    reader.wait(lambda: reader.mark("đổi").fate is Fate.HERE, "it belongs to the new version")
    assert (reader.mark("đổi").page, reader.mark("đổi").rects) == (2, here)
