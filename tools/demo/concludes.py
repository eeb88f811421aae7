"""What a secretary can be asked to do when a meeting is over: answer, and take the papers out."""

from __future__ import annotations

from pathlib import Path

from reader.core.minutes_files import minutes_docx
from reader.core.resolving import resolution_docx
from reader.ui.desk.opinions import OpinionsPage
from reader.ui.meeting.screen import Tab
from reader.ui.papers.savings import SavingsDialog
from reader.ui.papers.writer import Make
from reader.ui.widgets import Dialog
from sync.model.ids import MeetingId, MotionId
from tools.hand import Hand

_OPINIONS = 2


class Concludes:
    """Acts on the desk's page of opinions and with its papers; mixed into what any person can do."""

    _hand: Hand

    def act_opinions(self, voices: int, picture: str) -> list[str]:
        """Show the page, once so many voices are here; the matters on it."""
        hand, page = self._hand, self._opinions
        hand.book.meeting.screen.show_tab(Tab.DESK)
        hand.desk.tabs.choose(_OPINIONS)
        hand.wait(
            lambda: sum(len(one.voices) for one in page._groups.values()) >= voices, f"{voices} voices", 60
        )
        hand.settle(0.4)
        hand.shoot(picture)
        return [row.key for row in page.rows.rows if row.key]

    def act_answer(self, matter: str, answer: int, text: str, picture: str) -> int:
        """One answer for all who say the same; how many those are."""
        hand, page = self._hand, self._opinions
        page.rows.choose(matter)
        panel = page.panel
        hand.wait(lambda: panel.group is not None, "the matter")
        group = panel.group
        assert group is not None
        panel.choices.choices[answer].click()
        hand.type(panel.text, text)
        hand.shoot(picture)
        hand.click(panel.send, "Gửi trả lời")
        hand.wait(lambda: panel.group is not None and panel.group.unanswered == 0, "it is answered", 30)
        hand.settle(0.3)
        hand.shoot(f"{picture}-sent")
        return len(group.voices)

    def act_minutes(self, path: str, picture: str) -> str:
        """The minutes as a Word file or a PDF."""
        self._ask_paper(0, picture)
        return self._write(path, lambda book: minutes_docx(book, self._meeting))

    def act_resolution(self, motion: str, path: str) -> str:
        """The draft of a resolution."""
        return self._write(path, lambda book: resolution_docx(book, self._meeting, MotionId(motion)))

    def act_result_sheet(self, motion: str, path: str) -> str:
        """A motion's result sheet, in the form that the file's ending says."""
        self._hand.book.meeting.results.write_to(self._meeting, MotionId(motion), Path(path))
        self._hand.wait(Path(path).exists, f"{path} is written", 60)
        return path

    def act_summary(self, path: str) -> str:
        """What was said, as a table."""
        self._hand.book.meeting.taking.summary_to(self._meeting, Path(path))
        self._hand.wait(Path(path).exists, f"{path} is written", 60)
        return path

    def act_savings(self, path: str, picture: str) -> str:
        """Paper saved, and its table; the sentence."""
        hand, savings = self._hand, self._hand.book.meeting.papers.savings
        savings.show_for(self._meeting)
        hand.wait(lambda: savings.dialog is not None and savings.dialog.isVisible(), "the savings")
        dialog = savings.dialog
        assert isinstance(dialog, SavingsDialog)
        hand.shoot(picture)
        said, year = f"{dialog.headline.text()}. {dialog.sentence.text()}", dialog.year
        dialog.reject()
        savings.export_to(Path(path), year)
        hand.wait(Path(path).exists, "the table is written")
        return said

    def _ask_paper(self, which: int, picture: str) -> None:
        """The dialog as it comes up; the system's own one asks where to, so it goes no further here."""
        hand, papers = self._hand, self._hand.book.meeting.papers
        papers.ask()
        hand.wait(lambda: papers.dialog is not None and papers.dialog.isVisible(), "which paper")
        dialog: Dialog | None = papers.dialog
        assert dialog is not None
        assert papers.ways is not None
        papers.ways.choices[which].click()
        hand.shoot(picture)
        dialog.reject()

    def _write(self, path: str, make: Make) -> str:
        writer = self._hand.book.meeting.papers.writer
        writer.write(Path(path), make)
        self._hand.wait(lambda: Path(path).exists() and not writer.work.busy, f"{path} is written", 120)
        return path

    @property
    def _meeting(self) -> MeetingId:
        meeting = self._hand.book.meeting.id
        assert meeting is not None
        return meeting

    @property
    def _opinions(self) -> OpinionsPage:
        return self._hand.desk.opinions
