"""The secretary before the real window: one answer for all that say the same, and the summary in a file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.packets import MEETING, NOON, PASSPHRASE, Member
from support.windows import WindowOffice, WindowReader, before_the_window, copied

from reader.core import desk, merging
from reader.core.book import Book
from reader.ui.meeting.screen import Tab
from reader.ui.said.draft import OpinionDraft
from sync.model.annotation import Audience
from sync.model.events import PutOpinion
from sync.model.ids import ItemId, OpinionId
from sync.model.opinion import Answer, OnItem, Opinion, OpinionKind
from sync.wire.messages import Delivered

SAID = "Đề nghị làm rõ cơ sở của số dự phòng"


class Office(WindowOffice):
    """The secretary's laptop; two delegates have said the same."""

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        book = self.paper.book(profile, self.paper.thu)
        item = self.paper.item(number=1)
        manifest = self.paper.manifest(item, starts=datetime.now(UTC) + timedelta(hours=1))
        self.paper.deliver(book.vault, manifest, item)
        for number, member in enumerate((self.paper.lan, self.paper.minh), 1):
            self.hear(book, member, f"o-{number}", number)
        book.vault.close()

    def hear(self, book: Book, member: Member, name: str, seq: int, at: datetime = NOON) -> None:
        said = Opinion(
            id=OpinionId(name),
            kind=OpinionKind.COMMENT,
            about=OnItem(item=ItemId("i-1")),
            audience=Audience.SECRETARY,
            text=SAID,
        )
        envelope = self.paper.event(member, PutOpinion(opinion=said), seq=seq)
        book.vault.events.add(Delivered(seq=seq, recorded=at, envelope=envelope))


class Secretary(WindowReader[Office]):
    """Thu before the open book."""

    def drafts(self) -> dict[str, OpinionDraft]:
        settings = dict[str, OpinionDraft]
        return self.window._books.wait(lambda b: b.vault.settings.get(f"opinions/{MEETING}", settings, {}))

    def open_matter(self, first: str = "o-1") -> None:
        self.open_meeting()
        self.book.meeting.screen.show_tab(Tab.DESK)
        self.desk.tabs.choose(2)
        self.wait(lambda: len(self.desk.opinions.rows.rows) == 2, "the matter is listed")
        self.desk.opinions.rows.choose(first)


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("mould") / "thu")


@pytest.fixture
def secretary(mould: Office, tmp_path: Path, qtbot: QtBot) -> Iterator[Secretary]:
    yield from before_the_window(Secretary, copied(mould, tmp_path / "thu"), qtbot)


def test_one_answer_goes_to_all_that_say_the_same(secretary: Secretary) -> None:
    secretary.open_matter()
    panel = secretary.desk.opinions.panel
    panel.choices.choices[0].click()
    secretary.type(panel.text, "Sẽ bổ sung")
    panel.send.click()
    secretary.wait(
        lambda: "Tiếp thu: Sẽ bổ sung" in secretary.desk.opinions.rows.rows[1].spoken(), "it is answered"
    )
    view = secretary.window._books.wait(lambda book: desk.desk(book, MEETING))
    assert view is not None
    (matter,) = merging.merge(view)
    assert [one.answered.answer for one in matter.voices if one.answered] == [Answer.ACCEPTED] * 2
    assert not panel.send.isEnabled()


def test_an_answer_being_written_comes_back_after_the_book_was_locked(secretary: Secretary) -> None:
    secretary.open_matter()
    panel = secretary.desk.opinions.panel
    panel.choices.choices[1].click()
    secretary.type(panel.text, "vì đã có")
    secretary.wait(
        lambda: secretary.window._books.wait(lambda b: b.vault.settings.get(f"opinions/{MEETING}", dict, {})),
        "it is kept within a second",
        2.0,
    )
    secretary.window.lock()
    secretary.unlock(PASSPHRASE)
    secretary.open_matter()
    panel = secretary.desk.opinions.panel
    secretary.wait(lambda: panel.text.text == "vì đã có", "the words come back")
    assert panel.answer is Answer.REJECTED


def test_an_answer_being_written_is_found_although_an_earlier_voice_has_come(secretary: Secretary) -> None:
    secretary.open_matter()
    panel = secretary.desk.opinions.panel
    secretary.type(panel.text, "vì đã có")
    secretary.wait(secretary.drafts, "it is kept within a second", 2.0)
    secretary.window.lock()
    secretary.unlock(PASSPHRASE)
    office = secretary.office
    secretary.happens(lambda book: office.hear(book, office.paper.minh, "o-0", 3, NOON - timedelta(hours=1)))
    secretary.open_matter("o-0")
    panel = secretary.desk.opinions.panel
    secretary.wait(lambda: panel.text.text == "vì đã có", "the words are there")
    secretary.wait(lambda: list(secretary.drafts()) == ["group/o-0"], "and are kept where they are now")
    panel.choices.choices[0].click()
    panel.send.click()
    secretary.wait(lambda: not secretary.drafts(), "nothing is left of it when it was sent")


def test_the_summary_is_written_into_the_file_that_was_chosen(secretary: Secretary, tmp_path: Path) -> None:
    secretary.open_matter()
    path = tmp_path / "bảng.xlsx"
    secretary.book.meeting.taking.summary_to(MEETING, path)
    secretary.wait(path.exists, "it is written")
    with zipfile.ZipFile(path) as archive:
        assert SAID.encode() in archive.read("xl/sharedStrings.xml")
    secretary.wait(secretary.desk.banner.isVisible, "it is said")
