"""From a folder of files to a delegate's laptop, by way of the secretary's window."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot
from support.town import PASSPHRASE, Town, town

from reader.app.window import OfficeServices
from reader.core.approving import Turn
from reader.core.composing import showing
from reader.core.composing.submitting import Stage
from reader.resources import resource
from reader.ui.approve.remarks import RemarkDialog
from reader.ui.compose.opened import Composing
from reader.ui.widgets import Dialog
from reader.ui.window import MainWindow
from tools.demo.stage import APPROVER, DELEGATE, SECRETARY
from tools.hand import Hand

DOCUMENTS = 12


def sample(folder: Path) -> Path:
    """The sample's files as an office keeps them: one folder an item."""
    for number, file in enumerate(sorted(Path(str(resource("sample"))).glob("*.pdf"))):
        item = folder / ("1. Khai mạc" if number < 2 else "2. Ngân sách" if number < 7 else "10. Giám sát")
        item.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, item / file.name)
    return folder


def accept(hand: Hand, composing: Composing, of: str) -> None:
    """Press the button of the dialog that comes up."""
    holder = composing.composer.files if of == "files" else composing.composer.sending

    def shown() -> Dialog | None:
        return holder.dialog if holder.dialog is not None and holder.dialog.isVisible() else None

    hand.wait(shown, f"the dialog about {of}", 60)
    dialog = shown()
    assert dialog is not None
    assert dialog.action_button is not None
    hand.click(dialog.action_button)


def give_back(hand: Hand, words: str) -> None:
    """What is shown to the approver goes back with a remark on its second document."""
    approving = hand.book.approving
    view, screen = approving.view, approving.screen
    assert view is not None
    screen.read(view.meeting.items[1].documents[1].id)
    hand.click(screen.remark_button)

    def up() -> list[Dialog]:
        return [one for one in hand.window.findChildren(Dialog) if one.isVisible()]

    hand.wait(up, "what is to be changed")
    (dialog,) = up()
    assert isinstance(dialog, RemarkDialog)
    hand.type(dialog.area, words)
    assert dialog.action_button is not None
    hand.click(dialog.action_button)
    hand.wait(lambda: approving.view is not None and approving.view.remarks, "the remark is kept")
    screen.show_tab(0)
    hand.click(screen.summary.return_button)
    hand.wait(up, "the question")
    (dialog,) = up()
    assert dialog.action_button is not None
    hand.click(dialog.action_button)
    hand.wait(lambda: approving.view is not None and approving.view.card.turn is Turn.RETURNED, "receipt", 60)


def approve(made: Town, qtbot: QtBot, returning: str = "") -> None:
    """The second person reads it in a window of their own, and signs, or gives it back with these words."""
    window = MainWindow(OfficeServices(made.root / APPROVER.key))
    qtbot.addWidget(window)
    window.show()
    hand = Hand(window)
    try:
        hand.unlock(PASSPHRASE)
        approving, card = hand.book.approving, hand.book.shelf.approvals
        hand.wait(card.isVisible, "what was submitted is on the shelf", 60)
        hand.click(card.stack._rows[0].button)
        summary = approving.screen.summary
        hand.wait(summary.approve_button.isEnabled, "all documents are here", 60)
        view = approving.view
        assert view is not None
        document = view.meeting.items[1].documents[0]
        approving.screen.read(document.id)
        hand.wait(lambda: approving.screen.file.shown == document.sha256, "a document is open")
        approving.screen.show_tab(0)
        if returning:
            give_back(hand, returning)
            return
        hand.click(summary.approve_button)
        assert approving.dialog is not None
        assert approving.dialog.action_button is not None
        hand.click(approving.dialog.action_button)
        hand.wait(
            lambda: approving.view is not None and approving.view.card.turn is Turn.APPROVED, "receipt", 60
        )
    finally:
        window.shut_down()


def test_a_folder_becomes_a_packet_on_a_delegates_laptop(tmp_path: Path, qtbot: QtBot) -> None:
    folder = sample(tmp_path / "ho so")
    with town(tmp_path / "town", tls=False) as made:
        window = MainWindow(OfficeServices(made.root / SECRETARY.key))
        qtbot.addWidget(window)
        window.show()
        hand = Hand(window)
        try:
            hand.unlock(PASSPHRASE)
            composing = hand.book.composing
            starts = datetime.now().astimezone() + timedelta(days=7)
            composing.begin_from(folder, "Kỳ họp thứ sáu", starts, starts + timedelta(hours=3))
            accept(hand, composing, "files")
            composer = composing.composer

            def names() -> list[str]:
                view = composer.view
                return [] if view is None else [one.name for _, one in view.draft.packet.documents()]

            def stage() -> Stage:
                view = composer.view
                return Stage.COMPOSING if view is None else view.standing.stage

            hand.wait(lambda: len(names()) == DOCUMENTS, "every file is read", 120)
            view = composer.view
            assert view is not None
            assert [item.title for item in view.draft.packet.items] == ["Khai mạc", "Ngân sách", "Giám sát"]
            hand.wait(lambda: window._books.wait(lambda book: book.vault.trust.people()), "people are listed")
            composer.add_motion()
            hand.wait(lambda: composer.view is not None and composer.view.draft.packet.motions, "a motion")
            hand.click(composer.screen.bar.button)
            accept(hand, composing, "sending")
            hand.wait(lambda: stage() is Stage.SUBMITTED, "the hub's receipt", 60)
            assert composer.screen.bar.state.text() == "Đã trình, chờ phê duyệt"
            approve(made, qtbot, returning="Đổi tên cho đúng trích yếu")
            hand.wait(lambda: stage() is Stage.RETURNED, "it came back", 60)
            pane = composer.screen.side.returned
            hand.click(pane.stack._rows[0].button)
            view = composer.view
            assert view is not None
            (said,) = view.returns[0].remarks
            assert (said.text, pane.isVisible()) == ("Đổi tên cho đúng trích yếu", True)
            here = composer.screen.list.here
            assert here is not None
            assert here.id == said.about
            composer.screen.list.rows.renamed.emit(said.about, "Tờ trình về dự toán năm 2027")
            hand.wait(lambda: "Tờ trình về dự toán năm 2027" in names(), "it is mended")
            hand.click(composer.screen.bar.button)
            accept(hand, composing, "sending")
            hand.wait(lambda: stage() is Stage.SUBMITTED, "it is submitted again", 60)
            assert not pane.isVisible()
            approve(made, qtbot)
            hand.wait(lambda: stage() is Stage.APPROVED, "the approval is heard of", 60)
            hand.click(composer.screen.bar.button)
            accept(hand, composing, "sending")
            hand.wait(lambda: stage() is Stage.PUBLISHED, "it is published", 60)
            composer.screen.backRequested.emit()
            hand.wait(
                lambda: [card.title for card in hand.book.shelf_view.cards] == ["Kỳ họp thứ sáu"],  # type: ignore[union-attr]
                "it is on the shelf",
            )
        finally:
            window.shut_down()
        with made.laptop(DELEGATE) as laptop:
            laptop.sync()
            stored = laptop.book.vault.packets.current(view.meeting)
            assert stored is not None
            assert stored.complete
            assert [one.name for item in stored.items for one in item.documents] == names()
            assert [motion.title for motion in stored.manifest.motions] == ["Khai mạc"]
        with made.laptop(SECRETARY) as laptop:
            assert showing.cards(laptop.book) == ()
