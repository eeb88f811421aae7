"""Running and counting the motions of the meeting shown: each act of the desk, written one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.core import counting, running
from reader.core.book import Book
from reader.ui.desk.acts import MotionActs
from reader.ui.desk.screen import DeskScreen
from reader.ui.tasks import Asker
from sync.errors import SohopError
from sync.model.counts import Means, Named, Totals
from sync.model.ids import Digest, EventId, MeetingId, MotionId

_Votes = Sequence[tuple[Means, Sequence[Named | Totals]]]


class Counting(QObject):
    """Does what the page of votes asks for. While an act is being written the page asks for no other."""

    acted = Signal()
    """Something was written: show it and send it."""

    def __init__(self, books: Asker, desk: DeskScreen, meeting: Callable[[], MeetingId | None]) -> None:
        super().__init__(desk)
        self._books = books
        self._desk = desk
        self._meeting = meeting
        self._acts = (desk.votes.acts, desk.running.course.motion.acts)
        for acts in self._acts:
            self._connect(acts)
        dialogs = desk.votes.sheet.dialogs
        dialogs.enterRequested.connect(self._enter)
        dialogs.confirmRequested.connect(
            lambda motion, entries: self._do(
                lambda book, at: counting.confirm(book, at, MotionId(motion), entries)
            )
        )
        dialogs.withdrawRequested.connect(
            lambda motion, entry, reason: self._do(
                lambda book, at: counting.withdraw(book, at, MotionId(motion), EventId(entry), reason)
            )
        )
        dialogs.admitRequested.connect(
            lambda motion, ballot, reason: self._do(
                lambda book, at: counting.admit(book, at, MotionId(motion), Digest(ballot), reason)
            )
        )

    def _connect(self, acts: MotionActs) -> None:
        acts.openRequested.connect(self._open)
        acts.endRequested.connect(
            lambda motion, early: self._do(
                lambda book, at: running.end_voting(book, at, MotionId(motion), early=early)
            )
        )
        acts.closeRequested.connect(
            lambda motion, early: self._do(
                lambda book, at: running.close_motion(book, at, MotionId(motion), early=early)
            )
        )
        acts.annulRequested.connect(
            lambda motion, reason: self._do(
                lambda book, at: running.annul_motion(book, at, MotionId(motion), reason)
            )
        )

    def _open(self, motion: str, all_present: bool) -> None:
        how = running.open_with_all if all_present else running.open_motion
        self._do(lambda book, at: how(book, at, MotionId(motion)))

    def _enter(self, motion: str, votes: _Votes) -> None:
        dialogs = self._desk.votes.sheet.dialogs

        def write(book: Book, at: MeetingId) -> None:
            with book.vault.transaction():
                for means, several in votes:
                    counting.enter(book, at, MotionId(motion), means, several)

        self._do(write, dialogs.saved)

    def _do(self, work: Callable[[Book, MeetingId], object], done: Callable[[], None] | None = None) -> None:
        meeting = self._meeting()
        if meeting is None:
            return
        self._busy(True)

        def written(_: object) -> None:
            self._busy(False)
            if done is not None:
                done()
            self._desk.hush()
            self.acted.emit()

        self._books.ask(lambda book: work(book, meeting), written, self._failed)

    def _failed(self, error: SohopError) -> None:
        self._busy(False)
        if not self._desk.votes.sheet.dialogs.problem(error):
            self._desk.problem(error)

    def _busy(self, busy: bool) -> None:
        for acts in self._acts:
            acts.set_busy(busy)
        self._desk.votes.sheet.set_busy(busy)
