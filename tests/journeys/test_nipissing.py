"""Two meetings of a real council, from their folders to a delegate's laptop and on to the amended agenda, by
mouse and keys alone: a slow secretary is busy with each of them for less than five minutes.

``SOHOP_PICTURES`` names a folder for a picture of every step; ``QT_QPA_PLATFORM=xcb`` shows the windows.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.paced import PacedHand
from support.town import PASSPHRASE, Town, town

from reader.app.window import OfficeServices
from reader.core.approving import Turn
from reader.core.composing.showing import ComposeView
from reader.core.composing.submitting import Stage
from reader.store.packets import StoredPacket
from reader.ui.compose.composer import Composer
from reader.ui.theme import Mode, current
from reader.ui.widgets import Dialog
from reader.ui.window import MainWindow
from sync.model.ids import MeetingId
from tools.demo.stage import APPROVER, DELEGATE, OTHER, SECRETARY, Actor

pytestmark = pytest.mark.corpus

CORPUS = Path(os.environ.get("SOHOP_CORPUS", Path(__file__).parents[3] / "shared" / "data"))
FILES = CORPUS / "packets" / "nipissing-township" / "2024" / "files"
MOST_SECONDS = 300


@dataclass(frozen=True)
class Council:
    """A meeting as the township published it, and what its secretary makes of it.

    It is held in a week from now: of a packet of 2024 nothing may be shown any more.
    """

    title: str
    files: tuple[tuple[str, str], ...]
    """Places in the folder, and the published names."""
    amended: str
    reason: str
    titles: tuple[tuple[str, str], ...]
    """That are proposed, and what they are corrected to."""
    closed: str = ""
    """An item that is added; else the last one of the folder is not for everybody."""


OCTOBER = Council(
    title="Council meeting of October 22",
    files=(("October-22-2024-Agenda-1.pdf", "October-22-2024-Agenda-1.pdf"),),
    amended="October-22-2024-Council-Agenda-Package.pdf",
    reason="Amended October 16: reports added",
    titles=(("Tài liệu kỳ họp", "Agenda"), ("October 22 2024 Agenda 1", "Agenda of October 22")),
    closed="Closed session",
)
DECEMBER = Council(
    title="Council meeting of December 3",
    files=(
        ("1 Agenda/December-3-2024-Agenda.pdf", "December-3-2024-Agenda.pdf"),
        ("6 Adopt the Minutes/Minutes-October-22-2024.pdf", "Minutes-October-22-2024.pdf"),
    ),
    amended="December-3-2024-Council-Agenda-Package-1.pdf",
    reason="Package with by-laws 2024-52 to 55",
    titles=(
        ("Adopt the Minutes", "Minutes of October 22"),
        ("December 3 2024 Agenda", "Agenda of December 3"),
    ),
)


@dataclass
class Secretary:
    """Before the window, with the two ways through it."""

    hand: PacedHand
    made: Town
    name: str

    @property
    def composer(self) -> Composer:
        return self.hand.book.composing.composer

    @property
    def view(self) -> ComposeView:
        view = self.composer.view
        assert view is not None
        return view

    def shoot(self, what: str) -> None:
        self.hand.shoot(f"{self.name}-{what}")

    def dialog(self, holder: object, what: str, seconds: float = 30) -> Dialog:
        def shown() -> Dialog | None:
            dialog = getattr(holder, "dialog", None)
            return dialog if dialog is not None and dialog.isVisible() else None

        self.hand.wait(shown, what, seconds)
        dialog = shown()
        assert dialog is not None
        return dialog

    def begin(self, council: Council, folder: Path, day: datetime, *, dragged: bool) -> None:
        """A new meeting, and its folder: dropped on the list, or found in a dialog."""
        hand, composing = self.hand, self.hand.book.composing
        hand.wait(hand.book.shelf.drafts.isVisible, "the shelf knows that she may")
        self.shoot("01-shelf")
        hand.click(hand.book.shelf.drafts.button)
        dialog = self.dialog(composing, "how to begin")
        hand.write(dialog.name.edit, council.title)
        hand.write(dialog.day.edit, f"{day:%d/%m/%Y}")
        hand.write(dialog.from_time.edit, "18:30")
        hand.write(dialog.to_time.edit, "21:00")
        if dragged:
            self.shoot("02-begin")
            hand.accept(dialog)
            hand.wait(lambda: self.composer.view is not None and self.composer.screen.isVisible(), "a draft")
            hand.settle(0.4)
            self.shoot("03-empty")
            hand.drop(folder, self.composer.screen.list)
        else:
            hand.choose(dialog.which, 2)
            self.shoot("02-begin")
            assert dialog.action_button is not None
            hand.find_in_dialog(folder, dialog.action_button)
        proposal = self.dialog(self.composer.files, "what is proposed")
        self.shoot("04-proposal")
        hand.accept(proposal)
        count = len(council.files)
        hand.wait(lambda: sum(1 for _ in self.view.draft.packet.documents()) == count, "files are read", 60)
        hand.settle(0.5)
        self.shoot("05-proposed")

    def complete(self, council: Council) -> None:
        """Two titles, a time, a motion, readers."""
        hand, screen = self.hand, self.composer.screen
        rows, side = screen.list, screen.side
        for proposed, corrected in council.titles:
            hand.rename_row(rows, proposed, corrected)
            hand.wait(lambda name=corrected: _has(self.view, name), "it is corrected")
        first = self.view.draft.packet.items[0]
        hand.choose_row(rows, first.title)
        hand.wait(lambda: side.item.isVisible(), "the item's page")
        hand.write(side.item.starts, "18:30")
        hand.enter(side.item.starts)
        hand.wait(lambda: self.view.draft.packet.items[0].starts, "its time is kept")
        self.shoot("06-item")
        hand.click(screen.motion_button)
        hand.wait(lambda: self.view.draft.packet.motions, "a motion")
        hand.wait(side.motion.isVisible, "its page")
        self.shoot("07-motion")
        if council.closed:
            hand.choose_row(rows, first.title)
            hand.click(screen.item_button)
            hand.name_row(rows, council.closed)
            hand.wait(lambda: _has(self.view, council.closed), "it has a name")
        last = self.view.draft.packet.items[-1]
        hand.choose_row(rows, last.title)
        hand.wait(lambda: side.item.isVisible() and side.item.row == last.id, "the last item's page")
        hand.press(side.item.access)
        dialog = self.dialog(side.item, "who may read it")
        hand.choose(dialog.which, 1)
        hand.wait(lambda: len(dialog.checks) == 2, "both delegates are listed")
        other = next(check for check in dialog.checks.values() if OTHER.name in check.text())
        hand.click(other)
        self.shoot("08-readers")
        hand.accept(dialog)
        hand.wait(lambda: self.view.draft.packet.items[-1].access, "readers are kept")
        self.shoot("09-ready")

    def send(self, version: int, reason: str = "") -> None:
        """Through the checks to the hub, and to readers once the approver has signed."""
        hand, screen = self.hand, self.composer.screen
        hand.click(screen.bar.button)
        dialog = self.dialog(self.composer.sending, "what is submitted")
        if reason:
            hand.write(dialog.reason, reason)
        self.shoot(f"{version}0-submit")
        hand.accept(dialog)
        hand.wait(lambda: self.view.standing.stage is Stage.SUBMITTED, "the hub has it", 60)
        self.shoot(f"{version}1-submitted")

    def publish(self, version: int) -> None:
        hand, screen = self.hand, self.composer.screen
        hand.wait(lambda: self.view.standing.stage is Stage.APPROVED, "it is approved", 60)
        self.shoot(f"{version}3-approved")
        hand.click(screen.bar.button)
        dialog = self.dialog(self.composer.sending, "publish?")
        self.shoot(f"{version}4-publish")
        hand.accept(dialog)
        hand.wait(lambda: self.view.standing.stage is Stage.PUBLISHED, "it is published", 60)
        self.shoot(f"{version}5-published")

    def amend(self, council: Council) -> None:
        """From the shelf to the meeting's desk, and another file for the agenda."""
        hand = self.hand
        hand.click(self.composer.screen.header._back)
        hand.wait(lambda: hand.book.shelf_view is not None and hand.book.shelf_view.cards, "the shelf")
        hand.click(hand.book.shelf.next.desk_button)
        hand.wait(hand.desk.ready.revise_button.isVisible, "the secretary's page")
        self.shoot("16-desk")
        hand.click(hand.desk.ready.revise_button)
        hand.wait(
            lambda: self.composer.screen.isVisible() and self.composer.view is not None, "a new version"
        )
        screen = self.composer.screen
        before = next(
            one for _, one in self.view.draft.packet.documents() if one.name.startswith("Agenda of")
        )
        hand.choose_row(screen.list, before.name)
        hand.wait(screen.side.document.isVisible, "the agenda's page")
        self.shoot("17-revise")
        hand.find_in_dialog(FILES / council.amended, screen.side.document.replace_button)
        hand.wait(lambda: self.view.changes.replaced == (before.name,), "the amended one is read", 60)
        hand.settle(0.6)
        self.shoot("18-replaced")


def _has(view: ComposeView, name: str) -> bool:
    titles = [item.title for item in view.draft.packet.items]
    return name in [*titles, *(one.name for _, one in view.draft.packet.documents())]


def approve(made: Town, qtbot: QtBot, pictures: Path | None, name: str) -> PacedHand:
    """The second person, before a window of their own: looks at what changed, opens a document, signs."""
    window = MainWindow(OfficeServices(made.root / APPROVER.key))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    hand = PacedHand(window, pictures)
    try:
        hand.unlock(PASSPHRASE)
        approving, card = hand.book.approving, hand.book.shelf.approvals
        hand.wait(card.isVisible, "what was submitted is on the shelf", 60)
        hand.shoot(f"{name}-a-shelf")
        hand.click(card.stack._rows[0].button)
        summary = approving.screen.summary
        hand.wait(summary.approve_button.isEnabled, "all documents are here", 60)
        hand.shoot(f"{name}-b-summary")
        hand.click(summary.read_button)
        hand.wait(lambda: approving.screen.file.view.is_sharp, "a page is painted")
        hand.settle(0.6)
        hand.shoot(f"{name}-c-reading")
        approving.screen.show_tab(0)
        hand.clicks += 1
        hand.click(summary.approve_button)
        dialog = approving.dialog
        assert dialog is not None
        hand.shoot(f"{name}-d-confirm")
        hand.accept(dialog)
        signed = lambda: approving.view is not None and approving.view.card.turn is Turn.APPROVED  # noqa: E731
        hand.wait(signed, "the hub's receipt", 60)
        hand.shoot(f"{name}-e-approved")
    finally:
        window.shut_down()
    return hand


def arrived(made: Town, who: Actor, meeting: MeetingId) -> StoredPacket:
    """What a delegate's laptop has after it was on line."""
    with made.laptop(who) as laptop:
        laptop.sync()
        stored = laptop.book.vault.packets.current(meeting)
    assert stored is not None
    assert stored.complete
    return stored


@pytest.mark.parametrize("council", [OCTOBER, DECEMBER], ids=["october", "december"])
def test_a_real_meeting_becomes_a_packet_and_its_amended_agenda_a_new_version(
    council: Council,
    tmp_path: Path,
    qtbot: QtBot,
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if not FILES.exists():
        pytest.skip("the shared material is not here")
    folder = tmp_path / "Council"
    for place, name in council.files:
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FILES / name, folder / place)
    current().apply(qapp)
    current().set_mode(Mode.LIGHT)
    where = os.environ.get("SOHOP_PICTURES")
    pictures = None if where is None else Path(where)
    name = "october" if council is OCTOBER else "december"
    with town(tmp_path / "town", tls=False) as made:
        window = MainWindow(OfficeServices(made.root / SECRETARY.key))
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        hand = PacedHand(window, pictures)
        person = Secretary(hand, made, name)
        try:
            hand.unlock(PASSPHRASE)
            day = datetime.now() + timedelta(days=7)
            person.begin(council, folder, day, dragged=council is OCTOBER)
            person.complete(council)
            person.send(1)
            hand.window.hide()
            approve(made, qtbot, pictures, f"{name}-12")
            hand.window.show()
            person.publish(1)
            meeting = person.view.meeting
            first = arrived(made, DELEGATE, meeting)
            assert first.manifest.version == 1
            assert len(first.items) == len(person.view.draft.packet.items)
            assert len(arrived(made, OTHER, meeting).items) == len(first.items) - 1
            made_in = hand.seconds
            person.amend(council)
            person.send(2, council.reason)
            hand.window.hide()
            approve(made, qtbot, pictures, f"{name}-22")
            hand.window.show()
            person.publish(2)
            amended_in = hand.seconds - made_in
        finally:
            window.shut_down()
        second = arrived(made, DELEGATE, meeting)
        assert (second.manifest.version, second.manifest.change) == (2, council.reason)
        old, new = (
            {one.id: one for item in stored.items for one in item.documents} for stored in (first, second)
        )
        assert list(old) == list(new)
        (changed,) = [one for one in old if old[one].sha256 != new[one].sha256]
        assert new[changed].pages > old[changed].pages == 1
        assert not new[changed].has_text  # the package is a scan
    with capsys.disabled():
        print(
            f"\n{council.title}: {hand.clicks} clicks, {hand.keys} keys; "
            f"{made_in:.0f} s for version 1, {amended_in:.0f} s for the amended agenda"
        )
    assert made_in + amended_in < MOST_SECONDS
