"""Saying something in the meeting shown: opinions, replies, check-in; their drafts and their undoing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core import merging, opining
from reader.core.book import Book
from reader.core.merging import Group
from reader.core.views import MeetingView
from reader.ui.desk.opinions import OpinionsPage
from reader.ui.marks.thread import ThreadPane
from reader.ui.meeting.check_in import CheckInBar, CheckInDialog
from reader.ui.said.draft import OpinionDraft
from reader.ui.said.pane import OpinionsPane
from reader.ui.tasks import Asker
from reader.ui.widgets.toast import Toast
from sync.errors import SohopError
from sync.model.ids import MarkId, MeetingId, OpinionId
from sync.model.opinion import Answer, Attendance, Opinion

_Drafts = dict[str, OpinionDraft]


class Opining(QObject):
    """Writes what the pane of opinions, the thread under the notes and the check-in ask for."""

    acted = Signal()
    """Something was said: show it and send it."""
    failed = Signal(object)
    """SohopError: it was not."""

    def __init__(self, books: Asker, pane: OpinionsPane, thread: ThreadPane, check_in: CheckInBar) -> None:
        super().__init__()
        self._books = books
        self._pane = pane
        self._thread = thread
        self._check_in = check_in
        self._desk: OpinionsPage | None = None
        self._meeting: MeetingId | None = None
        self._toast: Toast | None = None
        for place in (pane, thread):
            place.sent.connect(self.send)
            place.draftChanged.connect(self._keep_draft)
            place.deleteRequested.connect(self._delete)
        pane.draftWanted.connect(lambda draft: self._find_draft([draft], pane.resume))
        thread.markShown.connect(
            lambda mark: self._find_draft([OpinionDraft(mark=MarkId(mark))], thread.resume)
        )
        check_in.pressed.connect(self._ask_check_in)

    def attach_desk(self, page: OpinionsPage) -> None:
        """The secretary's page asks for answers."""
        self._desk = page
        page.answered.connect(self._answer)
        page.draftChanged.connect(self._keep_draft)
        page.draftWanted.connect(lambda matter: self._find_draft(_places(matter), page.resume))

    def set_view(self, view: MeetingView) -> None:
        """Another state of the meeting."""
        first = self._meeting != view.card.id
        self._meeting = view.card.id
        self._pane.set_view(view)
        self._thread.set_replies(view.said.replies)
        if first and self._pane.item is not None:
            self._find_draft([OpinionDraft(item=self._pane.item)], self._pane.resume)

    def leave(self) -> None:
        """The meeting is left: what is being written is kept and comes back."""
        self._thread.keep()
        if self._desk is not None:
            self._desk.keep()
        self._pane.put_away()
        self._thread.set_replies({})
        if self._toast is not None:
            self._toast.leave()
        self._meeting = None

    def send(self, draft: OpinionDraft) -> None:
        """Say it, and let its draft go."""
        meeting = self._meeting
        if meeting is None:
            return

        def write(book: Book) -> None:
            with book.vault.transaction():
                if draft.is_reply:
                    opining.reply(
                        book,
                        meeting,
                        draft.mark or draft.to or OpinionId(""),
                        draft.text,
                        on_mark=draft.mark is not None,
                        answer=draft.answer,
                        opinion=draft.opinion,
                    )
                else:
                    opining.put(
                        book,
                        meeting,
                        kind=draft.kind,
                        about=draft.about,
                        audience=draft.audience,
                        text=draft.text,
                        opinion=draft.opinion,
                    )
                _let_go(book, meeting, [draft])

        def failed(error: SohopError) -> None:
            self._keep_draft(draft)
            (self._thread if draft.mark is not None else self._pane).resume(draft)
            self.failed.emit(error)

        self._books.ask(write, lambda _: self.acted.emit(), failed)

    def _answer(self, matter: Group, given: Answer, text: str) -> None:
        meeting = self._meeting
        if meeting is None:
            return

        def write(book: Book) -> None:
            with book.vault.transaction():
                merging.answer(book, meeting, matter, given, text)
                _let_go(book, meeting, _places(matter))

        def failed(error: SohopError) -> None:
            self._keep_draft(OpinionDraft(group=matter.first.id, answer=given, text=text))
            self.failed.emit(error)

        self._books.ask(write, lambda _: self.acted.emit(), failed)

    def _delete(self, opinion: str) -> None:
        meeting = self._meeting
        if meeting is not None:
            self._books.ask(
                lambda book: opining.drop(book, meeting, OpinionId(opinion)),
                lambda gone: self._deleted(meeting, gone),
                self.failed.emit,
            )

    def _deleted(self, meeting: MeetingId, gone: tuple[Opinion, ...]) -> None:
        self.acted.emit()
        if not gone or meeting != self._meeting:
            return
        host: QWidget = self._pane if self._pane.isVisible() else self._thread.window()
        toast = self._toast = Toast(self.tr("Đã xóa góp ý"), host)
        toast.undone.connect(lambda: self._do(lambda book: opining.restore(book, meeting, gone)))
        toast.gone.connect(self._offer_gone)
        toast.pop()

    def _offer_gone(self) -> None:
        self._toast = None

    def _ask_check_in(self) -> None:
        dialog = CheckInDialog(self._check_in.check_in, self._check_in.window())
        dialog.chosen.connect(self._on_check_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_check_in(self, state: Attendance, reason: str, proxy: str) -> None:
        meeting = self._meeting
        if meeting is not None:
            self._do(lambda book: opining.check_in(book, meeting, state, reason=reason, proxy=proxy))

    def _do(self, work: Callable[[Book], object]) -> None:
        self._books.ask(work, lambda _: self.acted.emit(), self.failed.emit)

    def _keep_draft(self, draft: OpinionDraft) -> None:
        """Typed text is never older than a second on the disk."""
        meeting = self._meeting
        if meeting is not None:
            keep = _keep if draft.text or draft.clause or draft.answer is not None else _let_go
            self._books.ask(lambda book: keep(book, meeting, [draft]), None, self.failed.emit)

    def _find_draft(self, places: Sequence[OpinionDraft], found: Callable[[OpinionDraft], None]) -> None:
        """The first of these places that one is kept for."""
        meeting = self._meeting
        if meeting is None:
            return

        def told(drafts: _Drafts) -> None:
            draft = next((drafts[one.place] for one in places if one.place in drafts), None)
            if draft is not None and meeting == self._meeting:
                found(draft)

        self._books.ask(lambda book: _drafts(book, meeting), told)


def _drafts(book: Book, meeting: MeetingId) -> _Drafts:
    return book.vault.settings.get(f"opinions/{meeting}", _Drafts, {})


def _keep(book: Book, meeting: MeetingId, made: Sequence[OpinionDraft]) -> None:
    drafts = _drafts(book, meeting)
    drafts.update((one.place, one) for one in made)
    book.vault.settings.put(f"opinions/{meeting}", drafts)


def _let_go(book: Book, meeting: MeetingId, places: Sequence[OpinionDraft]) -> None:
    drafts, gone = _drafts(book, meeting), {one.place for one in places}
    if not gone.isdisjoint(drafts):
        left = {place: draft for place, draft in drafts.items() if place not in gone}
        book.vault.settings.put(f"opinions/{meeting}", left)


def _places(matter: Group) -> list[OpinionDraft]:
    """The desk's answer to it may have been begun when another voice was its first."""
    return [OpinionDraft(group=voice.id) for voice in matter.voices]
