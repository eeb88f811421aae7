"""The secretary before the real window: votes go into the vault, a refusal comes back into the dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.packets import MEETING, MOTION, NOON
from support.windows import before_the_window, copied

from reader.core.book import Book
from reader.ui.desk.ending import EndDialog
from reader.ui.desk.enter import EnterDialog
from reader.ui.meeting.screen import Tab
from sync.model.counts import ConfirmVotes, EnterVotes, Means, Named
from sync.model.events import EndVoting, Event
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.desk import Cast, Turnout, Way
from sync.wire.digests import motion_digest
from sync.wire.messages import Delivered, Outcome, Receipt

from .test_results_live import Office, Secretary


class Chief(Secretary):
    """Thu, while a motion is open."""

    def go(self) -> None:
        self.happens(
            lambda book: book.vault.events.add(
                Delivered(30, NOON, self.office.paper.opening(self.office.manifest))
            )
        )
        self.open_meeting()
        self.book.meeting.screen.show_tab(Tab.DESK)
        self.desk.tabs.choose(3)
        self.wait(lambda: len(self.desk.votes.sheet.shown) == 3, "the sheet is filled")

    def entering(self) -> EnterDialog:
        self.click(self.desk.votes.sheet.enter_button, "Ghi phiếu…")
        dialog = self.desk.votes.sheet.dialogs.dialog
        assert isinstance(dialog, EnterDialog)
        return dialog

    def lan_for(self, dialog: EnterDialog) -> None:
        dialog.named.picker.set_ticked([self.office.paper.lan.person])
        dialog.named.choices.choices[0].click()
        assert dialog.action_button is not None
        self.click(dialog.action_button, "Ghi phiếu")

    def written(self) -> list[object]:
        def read(book: Book) -> list[object]:
            return [decode_payload(one.payload, Event).body for one in book.vault.outbox.pending(99)]

        return self.window._books.wait(read)


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("mould") / "thu")


@pytest.fixture
def chief(mould: Office, tmp_path: Path, qtbot: QtBot) -> Iterator[Chief]:
    for made in before_the_window(Chief, copied(mould, tmp_path / "thu"), qtbot):
        made.go()
        yield made


def test_a_vote_by_hand_is_written_and_waits_to_be_sent_then_for_the_second_person(chief: Chief) -> None:
    dialog = chief.entering()
    chief.lan_for(dialog)
    sheet = chief.desk.votes.sheet
    chief.wait(lambda: sheet.dialogs.dialog is None, "the dialog closes")
    chief.wait(lambda: any(row.note.startswith("Chờ gửi") for row in sheet.shown), "it waits to be sent")
    (body,) = chief.written()
    assert isinstance(body, EnterVotes)
    assert body.votes == Named(person=chief.office.paper.lan.person, choices=("c1",))

    def settle(book: Book) -> None:
        for waiting in book.vault.outbox.pending(99):
            receipt = Receipt(event=waiting.event_id, accepted=True, recorded=NOON)
            book.vault.outbox.settle(Outcome(event=receipt.event, receipt=encode_payload(receipt)))

    chief.happens(settle)
    chief.wait(lambda: any(row.note.startswith("Chờ người thứ hai") for row in sheet.shown), "it is there")


def test_who_voted_a_moment_ago_is_not_entered_and_the_dialog_says_why(chief: Chief) -> None:
    dialog = chief.entering()
    turnout = Turnout(
        motion=MOTION, meeting=MEETING, ballots=(Cast(chief.office.paper.lan.person, NOON, Way.HUB),)
    )
    chief.window._books.wait(lambda book: book.vault.packets.put_turnout(turnout))  # not shown yet
    chief.lan_for(dialog)
    chief.wait(lambda: dialog.banner.isVisible(), "it is said")
    assert "Mỗi người chỉ được tính một lần" in dialog.banner.accessibleDescription()
    assert chief.written() == []
    assert dialog.named.choices.chosen == (0,)


def test_the_chairs_entry_is_confirmed_from_the_sheet(chief: Chief) -> None:
    paper, manifest = chief.office.paper, chief.office.manifest
    body = EnterVotes(
        motion=MOTION,
        motion_digest=motion_digest(manifest, manifest.motions[0]),
        means=Means.HAND,
        votes=Named(person=paper.lan.person, choices=("c2",)),
    )
    envelope = paper.event(paper.chu, body, seq=5)
    chief.happens(lambda book: book.vault.events.add(Delivered(31, NOON, envelope)))
    sheet = chief.desk.votes.sheet
    chief.wait(lambda: sheet.waiting.isVisible(), "it waits for the second person")
    chief.click(sheet.waiting.buttons[0], "Kiểm và xác nhận…")
    dialog = sheet.dialogs.dialog
    assert dialog is not None
    assert dialog.action_button is not None
    chief.click(dialog.action_button, "Xác nhận")
    chief.wait(lambda: len(chief.written()) == 1, "it is written")
    (written,) = chief.written()
    assert written == ConfirmVotes(motion=MOTION, entry=envelope.event_id)


def test_the_voting_ends_before_the_result(chief: Chief) -> None:
    chief.click(chief.desk.votes.acts.act_button, "Kết thúc biểu quyết…")
    dialog = chief.desk.votes.acts.dialog
    assert isinstance(dialog, EndDialog)
    dialog.ways.choices[1].click()
    dialog.accept()
    chief.wait(lambda: chief.written() == [EndVoting(motion=MOTION)], "it is written")
    chief.wait(
        lambda: chief.desk.votes.acts.act_button.text() == "Công bố kết quả…", "the count is on the screen"
    )
