"""In the window, with a real vault: this laptop becomes the voting one when the hub says so, not before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.packets import NOON, a_member
from support.windows import WindowOffice, WindowReader, before_the_window

from reader.core.book import Book
from reader.core.views import Change, Line, LineView
from reader.ui.keys.laptops import LaptopsDialog
from reader.ui.meeting.screen import Tab
from reader.ui.stack import Stack
from reader.ui.widgets import Button, Paragraph
from sync.model.events import OWN, ChooseVotingDevice, Event
from sync.model.people import Role
from sync.model.rules import Timing
from sync.model.voting_device import VotingDevice
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.messages import Outcome, Receipt

ROOM = a_member("room", Role.DELEGATE, person="p-lan", device="d-room")
NOW = datetime.now(UTC)


class Office(WindowOffice):
    """Lan has another laptop, on which she votes, and a meeting with a motion that is open."""

    def __init__(self, profile: Path) -> None:
        super().__init__(profile)
        book = self.paper.book(profile, self.paper.lan)
        window = {"opens": NOW - timedelta(days=1), "until": NOW + timedelta(days=1)}
        motion = self.paper.motion(timing=Timing.SEALED_UNTIL, **window)
        item = self.paper.item()
        starts = NOW + timedelta(days=1)
        self.paper.deliver(book.vault, self.paper.manifest(item, motions=(motion,), starts=starts), item)
        book.vault.trust.put_cert(self.paper.cert(ROOM))
        self.votes_on(book, here=False)
        book.vault.close()

    def votes_on(self, book: Book, *, here: bool) -> None:
        """The hub tells which laptop votes."""
        rows = [VotingDevice(ROOM.device, "Máy phòng họp", NOON)]
        if here:  # chosen after the motion opened
            rows.append(VotingDevice(book.identity.device, "Máy này", NOW))
        book.vault.trust.put_voting(rows)


@pytest.fixture
def reader(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowReader[Office]]:
    yield from before_the_window(WindowReader, Office(tmp_path / "lan"), qtbot)


def line(reader: WindowReader[Office], state: Line) -> None:
    assert reader.office.line is not None
    reader.office.line.report(LineView(state), False)


def test_it_is_offered_with_a_line_confirmed_sent_and_true_when_recorded(
    reader: WindowReader[Office],
) -> None:
    reader.open_meeting()
    reader.book.meeting.screen.show_tab(Tab.BALLOT)
    ballot = reader.book.meeting.ballot
    where = ballot.where
    reader.wait(where.isVisible, "it says which laptop votes")
    assert where.accessibleName() == "Bạn biểu quyết trên máy “Máy phòng họp”."
    assert not where.button.isEnabled()
    assert not ballot.paper.cast_button.isEnabled()
    line(reader, Line.ONLINE)
    reader.click(where.button, "Biểu quyết bằng máy này")
    assert where.dialog is not None
    where.dialog.accept()
    meeting = reader.book.meeting
    reader.wait(lambda: meeting.view and meeting.view.voting.change is Change.WAITING, "it waits to go up")
    assert "chờ hệ thống ghi nhận" in where.accessibleDescription()
    assert not where.button.isVisible()

    def recorded(book: Book) -> None:
        (act,) = book.vault.outbox.pending(1)
        event = decode_payload(act.payload, Event)
        assert (event.meeting, event.body) == (OWN, ChooseVotingDevice())
        receipt = Receipt(event=act.event_id, accepted=True, recorded=NOW)
        book.vault.outbox.settle(Outcome(event=receipt.event, receipt=encode_payload(receipt)))
        reader.office.votes_on(book, here=True)

    reader.happens(recorded)
    reader.wait(lambda: "Hệ thống đã ghi nhận" in where.accessibleName(), "it says that it was recorded")
    # What was open before is still voted on on the other one.
    assert not ballot.paper.cast_button.isEnabled()
    reader.click(where.button, "Đã hiểu")
    assert not where.isVisible()


def test_the_list_of_own_laptops_says_which_one_votes(reader: WindowReader[Office]) -> None:
    reader.book.keys.show_laptops()
    reader.wait(lambda: reader.window.findChild(LaptopsDialog) is not None, "the list is shown")
    dialog = reader.window.findChild(LaptopsDialog)
    assert dialog is not None
    stack = dialog.findChild(Stack)
    assert stack is not None
    said = [label.text() for label in stack.findChildren(Paragraph)]
    assert sum("Máy biểu quyết của bạn." in text for text in said) == 1
    dialog.findChildren(Button)[0].click()
