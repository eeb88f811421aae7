"""What a chair or a secretary can be asked to do before the window: run a motion from open to its result,
and take a packet back."""

from __future__ import annotations

from pathlib import Path

from reader.core.count_views import Source
from reader.core.views import DeskMotion
from reader.ui.archive.making import ArchiveDialog
from reader.ui.desk import words
from reader.ui.desk.acts import MotionActs
from reader.ui.desk.confirm_votes import ConfirmTotals
from reader.ui.desk.ending import EndDialog
from reader.ui.desk.enter import EnterDialog
from reader.ui.desk.opening import OpenDialog
from reader.ui.desk.papers import ARCHIVE
from reader.ui.desk.reason import ReasonDialog
from reader.ui.desk.votes import VotesPage
from reader.ui.meeting.screen import Tab
from reader.ui.widgets.dialog import Dialog
from sync.model.ids import MotionId
from tools.hand import Hand

_READY, _RUNNING, _VOTES = 0, 1, 3


class Official:
    """Acts at the desk; mixed into what any person can do."""

    _hand: Hand

    def act_votes(self, motion: str) -> str:
        """Show the desk's page of votes with this motion."""
        hand = self._hand
        hand.book.meeting.screen.show_tab(Tab.DESK)
        hand.wait(lambda: hand.book.meeting.desk_view is not None, "the desk")
        hand.desk.tabs.choose(_VOTES)
        view = hand.book.meeting.desk_view
        assert view is not None
        number = [one.motion.id for one in view.motions].index(MotionId(motion))
        self._page.rows.setCurrentIndex(self._page.rows.model().index(number, 0))
        hand.settle()
        return self.act_state(motion)

    def act_state(self, motion: str) -> str:
        """The motion's state as this window has it."""
        return str(self._motion(motion).motion.state.value)

    def act_wait_state(self, motion: str, state: str) -> str:
        """Until it is in this state."""
        self._hand.wait(lambda: self.act_state(motion) == state, f"{motion} is {state}", 30)
        return state

    def act_wait_voted(self, motion: str, count: int) -> list[str]:
        """Until the desk knows of so many ballots; whose."""
        self._hand.wait(lambda: len(self._motion(motion).voted) == count, f"{count} have voted", 60)
        return list(self._motion(motion).voted)

    def act_open_motion(self, motion: str, picture: str = "") -> str:
        """Open it on the page that is shown, and write down as there whoever has said nothing."""
        self._press("Mở biểu quyết", picture)
        self.act_wait_state(motion, "open")
        return self.act_state(motion)

    def act_end(self, motion: str, way: int, picture: str) -> str:
        """End the voting: 0 with the result at once, 1 to count first. Confirms an early end."""
        hand, acts = self._hand, self._acts
        hand.click(acts.act_button, "Kết thúc biểu quyết…")
        hand.wait(lambda: isinstance(acts.dialog, EndDialog) and acts.dialog.isVisible(), "the dialog")
        dialog = acts.dialog
        assert isinstance(dialog, EndDialog)
        dialog.ways.choices[way].click()
        if dialog.confirm.isVisible():
            dialog.confirm.click()
        hand.shoot(picture)
        self._accept(dialog)
        self.act_wait_state(motion, ("closed", "ended")[way])
        return self.act_state(motion)

    def act_publish(self, motion: str, picture: str) -> str:
        """Announce the result of a motion whose voting has ended."""
        self._press("Công bố kết quả", picture)
        self.act_wait_state(motion, "closed")
        self._hand.wait(lambda: self._motion(motion).motion.result is not None, "the result")
        self._hand.settle(0.5)
        result = self._motion(motion).motion.result
        assert result is not None
        return result.sentence_vi

    def act_result(self, motion: str) -> str:
        """What it came to."""
        result = self._motion(motion).motion.result
        return "" if result is None else result.sentence_vi

    def act_enter(self, motion: str, name: str, choice: int, picture: str) -> str:
        """Write down a raised hand."""
        hand, sheet = self._hand, self._page.sheet
        hand.click(sheet.enter_button, "Ghi phiếu…")
        hand.wait(lambda: isinstance(sheet.dialogs.dialog, EnterDialog), "the dialog")
        dialog = sheet.dialogs.dialog
        assert isinstance(dialog, EnterDialog)
        person = next(row.person for row in self._motion(motion).sheet.rows if row.name == name)
        dialog.named.picker.set_ticked([person])
        dialog.named.choices.choices[choice].click()
        hand.shoot(picture)
        self._accept(dialog)
        hand.wait(lambda: sheet.dialogs.dialog is None, "the dialog closes")
        return name

    def act_enter_paper(self, motion: str, figures: list[int], tellers: str, picture: str) -> int:
        """Write down what was counted out of the box: returned, not valid, each choice."""
        hand, sheet = self._hand, self._page.sheet
        hand.click(sheet.enter_button, "Ghi phiếu…")
        hand.wait(lambda: isinstance(sheet.dialogs.dialog, EnterDialog), "the dialog")
        dialog = sheet.dialogs.dialog
        assert isinstance(dialog, EnterDialog)
        form = dialog.together
        for field, figure in zip(form.figures.fields.values(), figures, strict=True):
            field.set_text(str(figure))
        form.tellers.set_text(tellers)
        given = len(form.picker.ticked)
        hand.shoot(picture)
        self._accept(dialog)
        hand.wait(lambda: sheet.dialogs.dialog is None, "the dialog closes")
        return given

    def act_put_forward(self, motion: str, name: str, reason: str, picture: str) -> str:
        """Propose that a late ballot count."""
        hand, sheet = self._hand, self._page.sheet
        hand.wait(lambda: self.act_sheet(motion).get(name) == Source.LATE, f"{name}'s ballot is late", 30)
        row = next(one for one in self._motion(motion).sheet.rows if one.name == name)
        sheet.dialogs.admit(row)
        hand.wait(lambda: isinstance(sheet.dialogs.dialog, ReasonDialog), "the dialog")
        dialog = sheet.dialogs.dialog
        assert isinstance(dialog, ReasonDialog)
        dialog.field.set_text(reason)
        hand.shoot(picture)
        self._accept(dialog)
        return name

    def act_archive(self, path: str, picture: str) -> str:
        """Archive the meeting into this file, as the dialogs offer it; what is said then."""
        hand, making = self._hand, self._hand.book.archives.making
        hand.book.meeting.screen.show_tab(Tab.DESK)
        hand.click(hand.desk.papers_button, "Văn bản, hồ sơ…")
        papers = hand.book.meeting.papers
        hand.wait(lambda: papers.dialog is not None and papers.dialog.isVisible(), "what to take out")
        assert papers.dialog is not None
        assert papers.ways is not None
        papers.ways.choices[ARCHIVE].click()
        hand.shoot(f"{picture}-which")
        self._accept(papers.dialog)
        hand.wait(
            lambda: isinstance(making.dialog, ArchiveDialog) and making.dialog.isVisible(), "the dialog"
        )
        dialog = making.dialog
        assert isinstance(dialog, ArchiveDialog)
        hand.shoot(f"{picture}-asked")
        wishes, meeting = dialog.wishes, hand.book.meeting.id
        assert meeting is not None
        dialog.reject()
        making.write_to(meeting, Path(path), wishes)  # where a file goes is asked by the system's own dialog
        hand.wait(lambda: making.dialog not in (None, dialog), "it is written", 60)
        hand.shoot(picture)
        assert making.dialog is not None
        said = making.dialog.accessibleDescription()
        making.dialog.reject()
        return said

    def act_open_archive(self, path: str, picture: str) -> list[str]:
        """Open an archive and its first document; the results that it tells."""
        hand, archives = self._hand, self._hand.book.archives
        archives.open(Path(path))
        hand.wait(lambda: archives.shown, "the archive", 60)
        hand.shoot(f"{picture}-summary")
        screen = archives.screen
        view = screen.view
        assert view is not None
        document = view.items[0].documents[0]
        hand.click(screen.documents[document.sha256], document.name)
        hand.wait(lambda: screen.file.shown == document.sha256, "its pages")
        hand.shoot(f"{picture}-document")
        return [motion.sentence_vi for motion in view.motions]

    def act_confirm(self, motion: str, picture: str, *figures: int) -> int:
        """As the second person, confirm what waits, a box by ``figures`` counted again; how many entries
        count then."""
        hand, sheet = self._hand, self._page.sheet
        hand.wait(lambda: sheet.waiting.isVisible() and sheet.waiting.buttons[0].isVisible(), "it waits", 30)
        counted = self._counted(motion)
        hand.click(sheet.waiting.buttons[0], "Kiểm và xác nhận…")
        hand.wait(lambda: sheet.dialogs.dialog is not None, "the dialog")
        dialog = sheet.dialogs.dialog
        assert dialog is not None
        if isinstance(dialog, ConfirmTotals):
            for field, figure in zip(dialog.figures.fields.values(), figures, strict=True):
                field.set_text(str(figure))
        hand.shoot(picture)
        self._accept(dialog)
        hand.wait(lambda: self._counted(motion) > counted, "it counts", 30)
        return self._counted(motion)

    def act_ready(self, ready: int, picture: str) -> str:
        """Until so many could read on without a line; what the page says."""
        hand = self._hand
        hand.book.meeting.screen.show_tab(Tab.DESK)
        hand.wait(lambda: hand.book.meeting.desk_view is not None, "the desk")
        hand.desk.tabs.choose(_READY)
        page = hand.desk.ready
        hand.wait(lambda: page.headline.startswith(f"{ready}/"), f"{ready} are ready", 60)
        hand.settle(0.4)
        hand.shoot(picture)
        view = page.view
        return "" if view is None else f"{page.headline}. {words.if_line_fails(view)}"

    def act_remind(self, picture: str) -> str:
        """The message to those who lack something, copied."""
        said: list[str] = []
        page = self._hand.desk.ready
        page.reminderRequested.connect(said.append)
        self._hand.click(page.remind_button, "Chép lời nhắc")
        self._hand.wait(lambda: said, "a message")
        self._hand.shoot(picture)
        return said[0]

    def act_recall(self, reason: str, picture: str) -> str:
        """Take the packet shown back, with a reason."""
        hand, meeting = self._hand, self._hand.book.meeting
        meeting.screen.show_tab(Tab.DESK)
        hand.wait(lambda: meeting.desk_view is not None, "the desk")
        hand.desk.tabs.choose(_READY)
        hand.click(hand.desk.ready.recall_button, "Thu hồi tài liệu…")
        hand.wait(lambda: meeting.recalling.dialog is not None, "the dialog")
        dialog = meeting.recalling.dialog
        assert dialog is not None
        dialog.field.set_text(reason)
        hand.shoot(picture)
        self._accept(dialog)
        return reason

    def act_sheet(self, motion: str) -> dict[str, str]:
        """Who counts by what."""
        return {row.name: str(row.source) for row in self._motion(motion).sheet.rows}

    @property
    def _page(self) -> VotesPage:
        return self._hand.desk.votes

    @property
    def _acts(self) -> MotionActs:
        """Of the page of votes, or of the one of conducting while that is shown."""
        desk = self._hand.desk
        return desk.running.course.motion.acts if desk.tabs.chosen == _RUNNING else desk.votes.acts

    def _motion(self, motion: str) -> DeskMotion:
        view = self._hand.book.meeting.desk_view
        assert view is not None
        return next(one for one in view.motions if one.motion.id == motion)

    def _counted(self, motion: str) -> int:
        return sum(entry.state.value == "counts" for entry in self._motion(motion).sheet.entries)

    def _press(self, what: str, picture: str = "") -> None:
        """The motion's one act, and yes."""
        hand, acts = self._hand, self._acts
        hand.click(acts.act_button, what)
        hand.wait(lambda: acts.dialog is not None and acts.dialog.isVisible(), "the dialog")
        if isinstance(acts.dialog, OpenDialog) and acts.dialog.confirm.isVisible():
            acts.dialog.confirm.click()
        if picture:
            hand.shoot(picture)
        self._accept(acts.dialog)

    def _accept(self, dialog: Dialog | None) -> None:
        assert dialog is not None
        button = dialog.action_button
        assert button is not None
        self._hand.click(button, "the dialog's button")
