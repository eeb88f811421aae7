"""The delegate's window in a process of its own, so that it can be killed. Told what to do on standard input.

Each line in is a JSON list: the name of an act and its arguments. Each line out is its result, or its error.
"""

from __future__ import annotations

import json
import math
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer

from reader.app.window import OfficeServices
from reader.ui.application import make_application
from reader.ui.marks.tools import Tool
from reader.ui.meeting.screen import Tab
from reader.ui.theme import current
from reader.ui.window import MainWindow
from sync.model.ids import MotionId
from tools.demo.administrator import Administrator
from tools.demo.approves import Approves
from tools.demo.composes import Composes
from tools.demo.concludes import Concludes
from tools.demo.conductor import Conductor
from tools.demo.official import Official
from tools.demo.with_stick import WithStick
from tools.hand import Hand


def main(profile: Path, pictures: Path) -> int:
    """Show the window and obey until standard input ends."""
    application = make_application(sys.argv[:1], "vi")
    window = MainWindow(OfficeServices(profile))
    window.show()
    acts = Acts(Hand(window, pictures))
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def obey() -> None:
        notifier.setEnabled(False)
        line = sys.stdin.readline()
        if not line:
            application.quit()
            return
        print(json.dumps(acts.do(json.loads(line)), ensure_ascii=False), flush=True)
        notifier.setEnabled(True)

    notifier.activated.connect(lambda: QTimer.singleShot(0, obey))
    print(json.dumps({"ready": os.getpid()}), flush=True)
    try:
        return application.exec()
    finally:
        window.shut_down()


class Acts(Official, Conductor, Composes, Approves, Concludes, Administrator, WithStick):
    """What the window's person can be asked to do."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def do(self, words: list[str]) -> dict[str, object]:
        """Carry out one act; never raises, the error is in the answer."""
        name, *arguments = words
        act: Callable[..., object] = getattr(self, f"act_{name}")
        try:
            return {"result": act(*arguments)}
        except Exception:  # noqa: BLE001  # whatever went wrong on the screen is the answer
            return {"error": traceback.format_exc(limit=6)}

    def act_unlock(self, passphrase: str) -> str:
        self._hand.shoot("01-unlock")
        self._hand.unlock(passphrase)
        return self._hand.book.shelf_view.owner.person if self._hand.book.shelf_view else ""

    def act_download(self) -> str:
        self._hand.wait_complete(60)
        view = self._hand.book.shelf_view
        if view is None:
            return ""
        self._hand.shoot("02-shelf")
        return f"{view.cards[0].files} files, {view.cards[0].bytes_total / 1e6:.1f} MB"

    def act_offline(self) -> str:
        hand = self._hand
        hand.book.wake()
        hand.wait(lambda: hand.book.sync_view.line.line == "offline", "the line is seen to be gone", 30)
        return "offline"

    def act_meeting(self) -> str:
        hand = self._hand
        hand.wait(lambda: hand.book.shelf_view is not None and hand.book.shelf_view.cards, "a meeting", 60)
        hand.open_meeting()
        return self._hand.book.meeting.view.card.title if self._hand.book.meeting.view else ""

    def act_item_id(self, number: int) -> str:
        """The id of an item of the agenda."""
        view = self._hand.book.meeting.view
        return "" if view is None else str(view.items[number - 1].id)

    def act_wait_version(self, version: int) -> int:
        """Until this version is before the person."""
        meeting = self._hand.book.meeting
        self._hand.book.wake()
        self._hand.wait(
            lambda: meeting.view is not None and meeting.view.card.version == version,
            f"version {version}",
            60,
        )
        self._hand.settle(0.5)
        return version

    def act_show_documents(self) -> str:
        """The page with the papers, and what has changed in them."""
        screen = self._hand.book.meeting.screen
        screen.show_tab(Tab.DOCUMENTS)
        screen.right_tabs.choose(1)
        self._hand.settle(0.5)
        return "documents"

    def act_leave_meeting(self) -> str:
        """Back to the shelf."""
        hand = self._hand
        hand.book.meeting.screen.backRequested.emit()
        hand.wait(hand.book.shelf.isVisible, "the shelf")
        return "shelf"

    def act_read(self, document: str, page: int) -> int:
        hand = self._hand
        hand.open_document(document)
        hand.book.meeting.reading.pane.view.go_to(page)
        hand.settle(0.5)
        hand.shoot(f"03-{document}")
        return hand.document_page(document)

    def act_contents(self, document: str) -> int:
        """The document's small pages beside it."""
        hand, pane = self._hand, self._hand.book.meeting.reading.pane
        hand.open_document(document)
        pane.show_side(True)
        hand.settle(1.0)
        hand.shoot("03-contents")
        pane.show_side(False)
        return pane.view.pages

    def act_find(self, document: str, query: str) -> int:
        self._hand.open_document(document)
        found = self._hand.find(query)
        self._hand.shoot("04-search")
        return found

    def act_search(self, query: str) -> int:
        """Look for words in everything on this laptop, and come back to the shelf."""
        found = self._hand.search(query)
        self._hand.shoot("02-search")
        self._hand.book.shelf.search.left.emit()
        return found

    def act_highlight(self) -> list[str]:
        self._hand.select_hit()
        self._hand.highlight()
        self._hand.book.meeting.reading.pane.close_find()
        self._hand.shoot("04-highlight")
        return self._hand.marks()

    def act_draw(self) -> int:
        """Around a passage, to it and under it, words beside it and a bookmark; looked at, and taken back."""
        hand, before = self._hand, len(self._hand.marks())
        wave = [(100.0 + 4 * step, 330 + 6 * math.sin(step / 2)) for step in range(60)]
        hand.draw(Tool.PEN, *wave)
        hand.draw(Tool.FRAME, (78, 180), (300, 205))
        hand.draw(Tool.ARROW, (420, 330), (310, 210))
        hand.write_on_page("hoi lai muc nay", (360, 340))
        hand.bookmark()
        hand.shoot("04-tools")
        drawn = len(hand.marks()) - before
        hand.undo_drawings(drawn)
        return drawn

    def act_note(self, document: str, query: str, text: str, share: bool) -> list[str]:
        self._hand.open_document(document)
        self._hand.find(query)
        self._hand.select_hit()
        self._hand.write_note(text, share=share)
        self._hand.book.meeting.reading.pane.close_find()
        self._hand.shoot("04-note-shared" if share else "04-note-private")
        return self._hand.marks()

    def act_say(self, text: str) -> int:
        """Check in, and give an opinion."""
        self._hand.check_in()
        self._hand.give_opinion(text)
        self._hand.shoot("05-opinion")
        view = self._hand.book.meeting.view
        self._hand.book.meeting.screen.right_tabs.choose(0)
        return 0 if view is None else len(view.said.opinions)

    def act_vote(self, motion: str, choice: int, text: str) -> str:
        self._hand.vote(motion, choice, text)
        self._hand.shoot(f"05-{motion}-confirm")
        self._hand.confirm(motion)
        self._hand.shoot(f"05-{motion}-sealed")
        return self._hand.ballot_state(motion)

    def act_ballots(self, *motions: str) -> dict[str, str]:
        return {motion: self._hand.ballot_state(motion) for motion in motions}

    def act_wait_ballots(self, state: str, *motions: str) -> dict[str, str]:
        self._hand.book.wake()
        self._hand.wait(
            lambda: all(self._hand.ballot_state(motion) == state for motion in motions),
            f"all ballots are {state}",
            40,
        )
        self._hand.book.meeting.screen.show_tab(Tab.BALLOT)
        self._hand.shoot(f"06-ballots-{state}")
        return self.act_ballots(*motions)

    def act_fill(self, motion: str, choice: int) -> str:
        """Choose, and do not cast."""
        hand = self._hand
        hand.book.meeting.screen.show_tab(Tab.BALLOT)
        ballot = hand.book.meeting.ballot
        ballot.show_motion(MotionId(motion))
        hand.settle()
        assert ballot.paper.choices is not None
        hand.click(ballot.paper.choices.choices[choice], "choice")
        return self.act_filled()

    def act_filled(self) -> str:
        """What is chosen on the ballot that is shown."""
        choices = self._hand.book.meeting.ballot.paper.choices
        return "" if choices is None else ",".join(map(str, choices.chosen))

    def act_wait_motion(self, motion: str, state: str) -> int:
        """Until this person's window shows the motion in that state; the milliseconds from being asked."""
        began = time.monotonic()
        self._hand.wait(lambda: self._delegate_state(motion) == state, f"{motion} is {state}", 60)
        return round(1000 * (time.monotonic() - began))

    def act_wait_ballot(self, motion: str, state: str, reason: str = "") -> str:
        """Until the own ballot is there; and why it does not count, where it does not."""

        def there() -> bool:
            view = self._hand.book.meeting.view
            found = view.motion(MotionId(motion)) if view is not None else None
            return found is not None and (found.ballot.state.value, found.ballot.reason) == (state, reason)

        self._hand.book.wake()
        self._hand.wait(there, f"the ballot is {state} {reason}", 60)
        return state

    def _delegate_state(self, motion: str) -> str:
        view = self._hand.book.meeting.view
        found = view.motion(MotionId(motion)) if view is not None else None
        return "" if found is None else str(found.state.value)

    def act_marks(self) -> list[str]:
        return sorted(self._hand.marks())

    def act_place(self, document: str) -> int:
        self._hand.open_document(document)
        return self._hand.document_page(document)

    def act_sync_page(self, name: str) -> int:
        self._hand.book.show_sync()
        self._hand.shoot(name)
        return len(self._hand.book.sync_view.waiting)

    def act_lock(self) -> str:
        self._hand.lock()
        self._hand.shoot("08-locked")
        return "locked"

    def act_desk(self) -> str:
        hand = self._hand
        hand.book.meeting.screen.show_tab(Tab.DESK)
        hand.wait(lambda: hand.book.meeting.desk_view is not None, "the desk")
        hand.shoot("09-desk-ready")
        hand.desk.tabs.choose(1)
        hand.shoot("09-desk-running")
        hand.desk.tabs.choose(2)
        hand.shoot("09-desk-notes")
        hand.desk.tabs.choose(3)
        hand.shoot("09-desk-votes")
        return "desk"

    def act_wait_recalled(self, reached: int) -> list[str]:
        """Until the meeting was taken back and so many laptops said it is gone: the version, the reason."""
        book = self._hand.book

        def there() -> bool:
            if book.shelf_view is None:
                return False
            card = book.shelf_view.cards[0]
            done = len(card.reach.destroyed) if card.reach is not None else 0
            return card.recall is not None and done >= reached

        self._hand.wait(there, "the recall is here", 30)
        view = book.shelf_view
        assert view is not None
        assert view.cards[0].recall is not None
        return [str(view.cards[0].recall.version), view.cards[0].recall.reason]

    def act_dark(self) -> str:
        current().set_mode("dark")
        return "dark"

    def act_shoot(self, name: str) -> str:
        self._hand.shoot(name)
        return name


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
