"""Conducting the meeting shown: each act of the page, written at once and in its turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.core import attending, conducting, item_notes
from reader.core.book import Book
from reader.ui.desk.screen import DeskScreen
from reader.ui.tasks import Asker
from sync.errors import SohopError
from sync.model.conduct import TurnId
from sync.model.ids import ItemId, MeetingId, PersonId
from sync.model.opinion import Attendance


class Conducting(QObject):
    """Does what the page of conducting asks for."""

    acted = Signal()
    """Something was written: show it and send it."""

    def __init__(self, books: Asker, desk: DeskScreen, meeting: Callable[[], MeetingId | None]) -> None:
        super().__init__(desk)
        self._books = books
        self._desk = desk
        self._meeting = meeting
        page = desk.running
        page.strip.pointed.connect(
            lambda item: self._do(lambda book, at: conducting.point(book, at, ItemId(item)))
        )
        page.attendance.put.connect(self._put)
        page.attendance.allPresent.connect(self._put_present)
        speakers = page.speakers
        speakers.added.connect(self._add)
        speakers.begun.connect(
            lambda turn, allowed: self._do(lambda book, at: conducting.begin(book, at, TurnId(turn), allowed))
        )
        speakers.moreGiven.connect(
            lambda turn, more: self._do(lambda book, at: conducting.more(book, at, TurnId(turn), more))
        )
        speakers.ended.connect(lambda turn: self._do(lambda book, at: conducting.end(book, at, TurnId(turn))))
        speakers.queue.dropped.connect(
            lambda turn: self._do(lambda book, at: conducting.drop(book, at, TurnId(turn)))
        )
        speakers.ordered.connect(self._order)
        speakers.usualChosen.connect(
            lambda seconds: self._do(lambda book, at: conducting.put_usual(book, at, seconds))
        )
        page.course.noteKept.connect(self._keep)

    def _put(self, person: str, state: Attendance, reason: str, proxy: str) -> None:
        self._do(
            lambda book, at: attending.put(book, at, PersonId(person), state, reason=reason, proxy=proxy)
        )

    def _put_present(self, persons: Sequence[PersonId]) -> None:
        self._do(lambda book, at: attending.put_present(book, at, persons))

    def _add(self, item: str, person: PersonId | None, name: str) -> None:
        self._do(lambda book, at: conducting.add_speaker(book, at, ItemId(item), name, person))

    def _order(self, item: str, turns: Sequence[TurnId]) -> None:
        self._do(lambda book, at: conducting.order(book, at, ItemId(item), turns))

    def _keep(self, meeting: str, item: str, text: str) -> None:
        """Of the meeting that it was written in: it may have been left just now."""
        course = self._desk.running.course

        def failed(error: SohopError) -> None:
            course.failed()
            self._desk.problem(error)

        self._books.ask(
            lambda book: item_notes.put_note(book, MeetingId(meeting), ItemId(item), text),
            lambda _: course.kept(),
            failed,
        )

    def _do(self, work: Callable[[Book, MeetingId], object]) -> None:
        meeting = self._meeting()
        if meeting is None:
            return

        def written(_: object) -> None:
            self._desk.hush()
            self.acted.emit()

        self._books.ask(lambda book: work(book, meeting), written, self._desk.problem)
