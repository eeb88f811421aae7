"""The approver before the window: what is submitted, read as delegates will, and signed."""

from __future__ import annotations

import pytest
from support.approver import Approver
from support.packets import MEETING

from reader.core import approving
from reader.core.approving import Turn
from reader.core.book import Book
from reader.ui.widgets import Dialog
from sync.errors import Code, SohopError
from sync.model.events import ApprovePacket
from sync.model.ids import Digest, DocumentId, MeetingId


def test_a_packet_is_approved_only_when_all_of_it_can_be_read(approver: Approver) -> None:
    approver.open()
    button = approver.approving.screen.summary.approve_button
    assert "Bản 1, Trần Thị Thu trình" in approver.said()
    assert not button.isEnabled()
    approver.documents_arrive()
    approver.wait(button.isEnabled, "everything is here")


def test_a_document_is_read_before_it_is_approved(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    screen = approver.approving.screen
    approver.click(screen.summary.read_button)
    approver.wait(lambda: screen.file.shown == approver.office.document.sha256, "the first one is open")
    approver.wait(lambda: screen.file.view.is_sharp, "its page is painted")
    screen.read(DocumentId("khong-co"))
    assert screen.file.shown == approver.office.document.sha256
    screen.backRequested.emit()
    assert screen.file.shown == ""


def test_the_approvers_signature_waits_for_its_receipt(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    screen = approver.approving.screen
    approver.wait(screen.summary.approve_button.isEnabled, "it can be approved")
    approver.click(screen.summary.approve_button)
    dialog = approver.approving.dialog
    assert dialog is not None
    assert dialog.action_button is not None
    approver.click(dialog.action_button)
    approver.wait(
        lambda: approver.approving.view is not None and approver.approving.view.card.turn is Turn.SENDING,
        "signed",
    )
    assert screen.summary.state.text() == "Đã ký, đang gửi. Chưa có biên nhận."
    assert not screen.summary.approve_button.isVisible()
    (own,) = [
        known.event.body
        for known in approver.window._books.wait(lambda book: book.vault.events.of_meeting(MEETING))
        if isinstance(known.event.body, ApprovePacket)
    ]
    assert own.manifest == approver.office.paper.signed(approver.office.manifest).digest


def test_what_can_be_done_stays_in_sight_however_long_the_summary_is(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    summary = approver.approving.screen.summary
    summary._title.set_text("\n".join(["Nghị quyết"] * 60))
    approver.settle()
    for button in (summary.read_button, summary.return_button, summary.approve_button):
        place = button.mapTo(summary, button.rect().bottomLeft())
        assert button.isVisible()
        assert summary.rect().contains(place)


def test_what_was_published_meanwhile_leads_back_to_the_shelf(approver: Approver) -> None:
    approver.open()
    paper, office = approver.office.paper, approver.office

    def publish(book: Book) -> None:
        paper.deliver(book.vault, office.manifest, office.item)

    approver.happens(publish)
    approver.wait(approver.book.shelf.isVisible, "the shelf is shown")
    approver.wait(lambda: not approver.book.shelf.approvals.isVisible(), "nothing waits any more")
    dialog = approver.approving.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Bản này không còn chờ phê duyệt"


def test_a_refused_approval_is_told_once(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    screen = approver.approving.screen
    approver.click(screen.summary.approve_button)
    dialog = approver.approving.dialog
    assert dialog is not None
    assert dialog.action_button is not None
    approver.click(dialog.action_button)
    approver.wait(lambda: approver.approving.view.card.turn is Turn.SENDING, "it is signed")
    approver.hub_answers(Code.PACKET_SUPERSEDED)
    approver.wait(screen.banner.isVisible, "it is told")
    assert "bản khác" in screen.banner.accessibleDescription()
    screen.hush()
    approver.approving.refresh()
    approver.settle()
    assert not screen.banner.isVisible()


def test_one_document_after_another_is_read_where_there_is_room_for_one_pane(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    screen = approver.approving.screen
    approver.window.resize(700, 700)
    approver.settle()
    approver.click(screen.summary.read_button)
    approver.wait(screen.agenda.isVisible, "the agenda alone")
    screen.agenda.documentOpened.emit("doc-1")
    approver.wait(lambda: screen.file.isVisible() and not screen.agenda.isVisible(), "the pages alone")
    screen.header.tabChosen.emit(0)
    screen.header.tabChosen.emit(1)
    approver.wait(screen.agenda.isVisible, "the agenda again")


def test_a_file_asked_for_twice_is_opened_once(approver: Approver, monkeypatch: pytest.MonkeyPatch) -> None:
    approver.documents_arrive()
    approver.open()
    file, client = approver.approving.screen.file, approver.book.pdf
    wanted, other = approver.office.document.sha256, Digest("0" * 64)
    opened, really = [], client.open
    monkeypatch.setattr(client, "open", lambda source: opened.append(source) or really(source))
    for one in (wanted, wanted, other, wanted):
        file.open(one)
    approver.wait(lambda: file.shown == wanted, "it is shown")
    approver.settle()
    assert len(opened) == 1


def test_a_refusal_that_comes_late_is_not_told(approver: Approver) -> None:
    approver.open()
    file = approver.approving.screen.file
    file.open(Digest("0" * 64))
    approver.wait(lambda: file.currentWidget().accessibleName() == "Chưa mở được tài liệu này", "refused")
    file.open(Digest("1" * 64))
    file.close_file()
    approver.settle()
    assert file.currentWidget().accessibleName() == "Chọn một tài liệu để xem"


def test_an_error_that_lasts_is_told_once_and_not_as_a_refused_approval(
    approver: Approver, monkeypatch: pytest.MonkeyPatch
) -> None:
    approver.open()
    asked = []

    def fails(_book: Book, meeting: MeetingId) -> None:
        asked.append(meeting)
        raise SohopError(Code.DISK_FULL)

    monkeypatch.setattr(approving, "view", fails)
    approver.approving.refresh()
    banner = approver.approving.screen.banner
    approver.wait(banner.isVisible, "it is told")
    approver.settle(0.5)
    assert len(asked) < 10  # news of the line asks too, but not a hundred times
    assert "phê duyệt" not in banner.accessibleName()


def test_the_question_goes_with_what_it_asks_about(approver: Approver) -> None:
    approver.documents_arrive()
    approver.open()
    screen, paper, office = approver.approving.screen, approver.office.paper, approver.office
    approver.click(screen.summary.approve_button)
    approver.wait(lambda: approver.window.findChildren(Dialog), "it is asked")
    approver.happens(lambda book: paper.deliver(book.vault, office.manifest, office.item))
    approver.wait(approver.book.shelf.isVisible, "the shelf is shown")
    shown = [dialog.windowTitle() for dialog in approver.window.findChildren(Dialog) if dialog.isVisible()]
    assert shown == ["Bản này không còn chờ phê duyệt"]
