"""What an approver can be asked to do before the window: look, give back, sign."""

from __future__ import annotations

from reader.core.approving import Turn
from reader.ui.approve.opened import Approving
from reader.ui.approve.remarks import RemarkDialog
from tools.demo import dialogs
from tools.hand import Hand


class Approves:
    """Acts of approving; mixed into what any person can do."""

    _hand: Hand

    def act_review(self, version: int, picture: str) -> int:
        """Open from the shelf what was submitted, and a document of it; how many documents there are."""
        hand, approving = self._hand, self._approving
        hand.book.wake()
        card = hand.book.shelf.approvals
        hand.wait(card.isVisible, "what was submitted is on the shelf", 90)
        hand.shoot(f"{picture}-shelf")
        hand.click(card.stack._rows[0].button)
        summary = approving.screen.summary

        def here() -> bool:
            view = approving.view
            mine = view is not None and (view.card.version, view.card.turn) == (version, Turn.MINE)
            return mine and summary.approve_button.isEnabled()

        hand.wait(here, "all documents are here", 120)
        hand.settle(0.4)
        hand.shoot(picture)
        hand.click(summary.read_button)
        hand.wait(lambda: approving.screen.file.shown, "a document is open")
        hand.settle(0.6)
        hand.shoot(f"{picture}-reading")
        approving.screen.show_tab(0)
        view = approving.view
        assert view is not None
        return sum(len(item.documents) for item in view.meeting.items)

    def act_return(self, document: str, words: str, picture: str) -> str:
        """Give it back with a remark on a document."""
        hand, approving = self._hand, self._approving
        screen, view = approving.screen, approving.view
        assert view is not None
        (about,) = [one.id for item in view.meeting.items for one in item.documents if one.name == document]
        screen.read(about)
        hand.settle(0.6)
        hand.click(screen.remark_button, "Góp ý về tài liệu này…")
        dialog = dialogs.last(hand)
        assert isinstance(dialog, RemarkDialog)
        hand.type(dialog.area, words)
        hand.shoot(f"{picture}-remark")
        dialogs.agree(hand, dialog)
        hand.wait(lambda: approving.view is not None and approving.view.remarks, "the remark is kept")
        screen.show_tab(0)
        hand.click(screen.summary.return_button, "Trả lại thư ký")
        question = dialogs.last(hand)
        hand.shoot(f"{picture}-asked")
        dialogs.agree(hand, question)
        self._wait_turn(Turn.RETURNED)
        hand.shoot(picture)
        screen.backRequested.emit()
        return words

    def act_approve(self, picture: str) -> str:
        """Sign it."""
        hand, approving = self._hand, self._approving
        hand.click(approving.screen.summary.approve_button, "Phê duyệt…")
        dialog = dialogs.last(hand)
        hand.shoot(f"{picture}-asked")
        dialogs.agree(hand, dialog)
        self._wait_turn(Turn.APPROVED)
        hand.shoot(picture)
        approving.screen.backRequested.emit()
        return "approved"

    @property
    def _approving(self) -> Approving:
        return self._hand.book.approving

    def _wait_turn(self, turn: Turn) -> None:
        approving = self._approving
        self._hand.wait(
            lambda: approving.view is not None and approving.view.card.turn is turn, f"it is {turn}", 90
        )
