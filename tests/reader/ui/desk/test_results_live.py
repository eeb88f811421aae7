"""The secretary before the real window: the vote on the wall follows the book, and the lock takes it away."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot
from support.packets import MEETING, MOTION, NOON
from support.windows import WindowOffice, WindowReader, before_the_window, copied

from reader.core.book import Book
from reader.ui.desk.projector import Projector
from reader.ui.meeting.screen import Tab
from sync.model.events import Status
from sync.model.meeting import AgendaItem, Manifest
from sync.wire.envelope import Kind
from sync.wire.messages import Delivered


class Office(WindowOffice):
    """The secretary's laptop; a motion is in the packet."""

    manifest: Manifest
    item: AgendaItem

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        book = self.paper.book(profile, self.paper.thu)
        self.item = self.paper.item(number=1)
        self.manifest = self.paper.manifest(self.item, starts=datetime.now(UTC) + timedelta(hours=1))
        self.paper.deliver(book.vault, self.manifest, self.item)
        book.vault.close()

    def close_motion(self, book: Book) -> None:
        """Lan and Minh voted for it, and the hub has closed it."""
        ballots = tuple(
            (one, self.paper.ballot(one, self.manifest)) for one in (self.paper.lan, self.paper.minh)
        )
        statuses = tuple(Status(ballot=ballot.digest, counted=True) for _, ballot in ballots)
        leaves = self.paper.leaves(*ballots)
        closing = self.paper.by_hub(
            Kind.CLOSING, self.paper.closing(self.manifest, leaves, statuses=statuses)
        )
        book.vault.events.add(Delivered(60, NOON, closing))
        book.vault.closed.put(self.paper.closed(self.manifest, *ballots))


class Secretary(WindowReader[Office]):
    """Thu before the open book."""

    def project(self) -> Projector:
        self.open_meeting()
        self.book.meeting.screen.show_tab(Tab.DESK)
        self.desk.tabs.choose(3)
        self.wait(lambda: self.desk.votes.rows.model().rowCount() == 1, "the motion is listed")
        self.desk.votes.acts.project_button.click()
        assert self.desk.votes.projector is not None
        return self.desk.votes.projector


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("mould") / "thu")


@pytest.fixture
def secretary(mould: Office, tmp_path: Path, qtbot: QtBot) -> Iterator[Secretary]:
    yield from before_the_window(Secretary, copied(mould, tmp_path / "thu"), qtbot)


def test_the_wall_follows_while_the_window_shows_another_page(secretary: Secretary) -> None:
    projector = secretary.project()
    assert projector.scene.verdict.text == "Chưa mở biểu quyết"
    secretary.book.meeting.screen.show_tab(Tab.DOCUMENTS)
    secretary.happens(secretary.office.close_motion)
    secretary.wait(lambda: projector.scene.verdict.text == "Thông qua", "the result is on the wall")


def test_the_lock_takes_it_off_the_wall(secretary: Secretary) -> None:
    projector = secretary.project()
    over: list[bool] = []
    projector.ended.connect(lambda: over.append(True))
    secretary.window.lock()
    assert over == [True]


def test_the_result_is_written_into_the_file_that_was_chosen(secretary: Secretary, tmp_path: Path) -> None:
    secretary.happens(secretary.office.close_motion)
    secretary.project()
    results = secretary.book.meeting.results
    for name in ("bb.pdf", "bb.docx", "bb.xlsx"):
        results.write_to(MEETING, MOTION, tmp_path / name)
        secretary.wait((tmp_path / name).exists, f"{name} is written")
    said = " ".join(pypdf.PdfReader(tmp_path / "bb.pdf").pages[0].extract_text().split())
    assert "Kết luận: Thông qua" in said
    for name in ("bb.docx", "bb.xlsx"):
        assert zipfile.ZipFile(tmp_path / name).testzip() is None
    secretary.wait(secretary.desk.banner.isVisible, "it is said")


def test_evidence_asked_for_at_the_desk_is_asked_about_first(secretary: Secretary) -> None:
    secretary.desk.votes.proof.exportRequested.emit(MEETING, MOTION)
    secretary.wait(lambda: secretary.book.exports.dialog is not None, "the question")
