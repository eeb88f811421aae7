"""The office is out of reach and the room hub is there: in three windows a packet is revised, approved,
published and read; and when the line is back the office has it. Two hubs as programs, TLS, real windows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.town import MEETING, PASSPHRASE, Town, make_folder, town

from reader.app.window import OfficeServices
from reader.core.approving import Turn
from reader.core.composing import beginning, drafting, submitting
from reader.core.composing import composition as steps
from reader.core.composing.sent import standing
from reader.core.composing.submitting import Stage
from reader.core.line_views import Line
from reader.ui.compose.sending import SubmitDialog
from reader.ui.widgets import Dialog
from reader.ui.window import MainWindow
from tools.demo.stage import APPROVER, DELEGATE, SECRETARY, Actor
from tools.hand import Hand
from tools.rooms import make_room

pytestmark = pytest.mark.storm  # two hubs, three windows: half a minute


class At(Hand):
    """A person at their window."""

    @property
    def room(self) -> Line | None:
        room = self.book.sync_view.line.room
        return None if room is None else room.line

    def go_to_room(self, address: str) -> None:
        """As typed on the line's page."""
        self.wait(lambda: self.book.sync_view.line.line in (Line.OFFLINE, Line.PROBLEM), "no office", 60)
        self.book.rooms._try(address)
        self.wait(lambda: self.room is Line.ONLINE, "the room hub answers", 60)

    def confirm(self) -> None:
        """Press the button of the dialog that is up."""

        def up() -> list[Dialog]:
            return [one for one in self.window.findChildren(Dialog) if one.isVisible()]

        self.wait(up, "a dialog")
        dialog = up()[-1]
        if isinstance(dialog, SubmitDialog) and dialog.reason is not None:
            self.type(dialog.reason, "Sửa số liệu")
        assert dialog.action_button is not None
        self.click(dialog.action_button)

    def version(self) -> int:
        """That is on this laptop, whole."""
        stored = self.window._books.wait(lambda book: book.vault.packets.current(MEETING))
        return stored.manifest.version if stored is not None and stored.complete else 0


@contextmanager
def at(place: Town, actor: Actor, qtbot: QtBot) -> Iterator[At]:
    window = MainWindow(OfficeServices(place.root / actor.key))
    qtbot.addWidget(window)
    window.show()
    hand = At(window)
    try:
        hand.unlock(PASSPHRASE)
        yield hand
    finally:
        window.shut_down()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "town") as made:
        made.submit(make_folder(tmp_path / "packet"))
        made.approve()
        made.publish()
        for actor in (SECRETARY, APPROVER, DELEGATE):
            with made.laptop(actor) as laptop:
                laptop.sync()
        yield made


def stage_of(secretary: At) -> Stage:
    view = secretary.book.composing.composer.view
    return Stage.COMPOSING if view is None else view.standing.stage


def replace_in_windows(secretary: At, approver: At) -> None:
    """From revising to publishing, as the two people do it."""
    secretary.book.composing.revise(MEETING)
    composer = secretary.book.composing.composer
    secretary.wait(lambda: composer.view is not None and composer.view.draft.version == 2, "the next version")
    composer.screen.list.rows.renamed.emit("a", "Báo cáo, số liệu đã sửa")
    secretary.wait(lambda: "số liệu" in _names(secretary), "it is mended")
    secretary.click(composer.screen.bar.button)
    secretary.confirm()
    secretary.wait(lambda: stage_of(secretary) is Stage.SUBMITTED, "the room has it", 60)
    assert composer.screen.bar.state.text() == "Đã trình tại phòng họp, chờ phê duyệt"
    card = approver.book.shelf.approvals
    approver.wait(card.isVisible, "what was submitted is on the approver's shelf", 60)
    approver.click(card.stack._rows[0].button)
    summary = approver.book.approving.screen.summary
    approver.wait(summary.approve_button.isEnabled, "all documents are here", 60)
    approver.click(summary.approve_button)
    approver.confirm()
    view = approver.book.approving
    approver.wait(lambda: view.view is not None and view.view.card.turn is Turn.APPROVED, "receipt", 60)
    assert summary.state.text() == "Đã phê duyệt tại phòng họp, chờ thư ký phát hành"
    secretary.wait(lambda: stage_of(secretary) is Stage.APPROVED, "the approval is heard of", 60)
    secretary.click(composer.screen.bar.button)
    secretary.confirm()
    secretary.wait(lambda: stage_of(secretary) is Stage.PUBLISHED, "it is published", 60)
    assert composer.screen.bar.state.text() == "Đã phát hành tại phòng họp, chờ lên máy chủ"


def _names(secretary: At) -> str:
    view = secretary.book.composing.composer.view
    return "" if view is None else " ".join(one.name for _, one in view.draft.packet.documents())


def test_a_packet_is_replaced_in_the_room_and_the_office_has_it_when_the_line_is_back(
    place: Town, qtbot: QtBot
) -> None:
    room = make_room(place.office, place.hub.url, [MEETING])
    place.hub.stop()
    try:
        room.start()
        with ExitStack() as stack:
            secretary, approver, delegate = (
                stack.enter_context(at(place, who, qtbot)) for who in (SECRETARY, APPROVER, DELEGATE)
            )
            for one in (secretary, approver, delegate):
                one.go_to_room(room.url)
            replace_in_windows(secretary, approver)
            delegate.wait(lambda: delegate.version() == 2, "the delegate has it, whole", 60)
            place.hub.start()
            composer = secretary.book.composing.composer
            for one in (approver, secretary):  # each by itself, before their room hub has met the office
                one.book.wake()
                one.wait(lambda one=one: one.book.sync_view.line.line is Line.ONLINE, "the line", 60)
            room.met()
            secretary.wait(
                lambda: composer.view is not None and not composer.view.standing.in_room, "at the office", 90
            )
            assert composer.screen.bar.state.text() == "Đã phát hành"
        check_office(place)
    finally:
        room.stop()


def test_what_was_uploaded_to_both_goes_on_in_the_room_when_the_line_is_cut(
    place: Town, qtbot: QtBot
) -> None:
    room = make_room(place.office, place.hub.url, [MEETING])
    try:
        room.start()
        with ExitStack() as stack:
            secretary = stack.enter_context(at(place, SECRETARY, qtbot))
            secretary.wait(lambda: secretary.book.sync_view.line.line is Line.ONLINE, "the line", 60)
            secretary.book.rooms._try(room.url)
            secretary.wait(lambda: secretary.room is Line.ONLINE, "the room hub answers", 60)
            submit_change(secretary)
            secretary.wait(lambda: at_office(secretary), "the office's receipt", 60)
            place.hub.stop()
            approver = stack.enter_context(at(place, APPROVER, qtbot))
            approver.go_to_room(room.url)
            approver.wait(approver.book.shelf.approvals.isVisible, "the room hub has it", 60)
    finally:
        room.stop()


def submit_change(secretary: At) -> None:
    books, services = secretary.window._books, secretary.window._services
    books.wait(lambda book: beginning.revise(book, MEETING))
    books.wait(
        lambda book: drafting.change(book, MEETING, lambda one: steps.set_item(one, "muc-1", title="Mới"))
    )
    submitting.submit(books.wait, MEETING, "Sửa", services.uploads(books.wait))
    secretary.book.wake()


def at_office(secretary: At) -> bool:
    found = secretary.window._books.wait(lambda book: standing(book, MEETING))
    return found.stage is Stage.SUBMITTED and not found.in_room


def check_office(place: Town) -> None:
    """By the office alone everybody has it, and nothing waits or was refused."""
    for actor in (SECRETARY, APPROVER, DELEGATE):
        with place.laptop(actor) as laptop:
            laptop.sync()
            laptop.sync()
            stored = laptop.book.vault.packets.current(MEETING)
            assert stored is not None
            assert (stored.manifest.version, stored.complete) == (2, True)
            assert stored.items[0].documents[0].name == "Báo cáo, số liệu đã sửa"
            outbox = laptop.book.vault.outbox
            assert (outbox.pending_count(), outbox.quarantine()) == (0, [])
            submitting.settle(laptop.book)
            assert laptop.book.vault.drafts.meetings() == []
