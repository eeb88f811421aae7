"""The note key's way on the screens: asks the book how it stands, shows it, does what was pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core import note_key, own_laptops
from reader.core.book import Book
from reader.core.key_views import KeysView
from reader.ui.keys.get_dialog import GetKeyDialog
from reader.ui.keys.give_dialog import GiveKeyDialog
from reader.ui.keys.laptops import LaptopsDialog, StrangeDialog
from reader.ui.keys.notices import KeyNotices
from reader.ui.keys.talk_dialog import TalkDialog
from reader.ui.tasks import Asker
from sync.errors import SohopError
from sync.model.events import EndReason
from sync.model.ids import EventId


class KeyHanding(QObject):
    """Lives as long as the open book. ``dialog`` is the one that is open."""

    acted = Signal()
    """Something is to be sent."""

    def __init__(self, books: Asker, notices: KeyNotices, window: QWidget) -> None:
        super().__init__(window)
        self._books = books
        self._notices = notices
        self._window = window
        self._view = KeysView()
        self.dialog: GetKeyDialog | GiveKeyDialog | None = None
        notices.keyWanted.connect(self.get_key)
        notices.looked.connect(self._look)
        notices.refused.connect(self._refuse)
        notices.known.connect(self._know)
        notices.strange.connect(self._strange)

    def refresh(self) -> None:
        """Ask the book how it stands."""
        self._books.ask(note_key.keys, self._show)

    def show_laptops(self) -> None:
        """All laptops in this person's name."""
        self._books.ask(note_key.keys, self._list)

    def get_key(self) -> None:
        """Begin to get the key, or go on with it."""
        dialog = GetKeyDialog(self._window)
        dialog.askRequested.connect(lambda: self._do(lambda book: note_key.ask(book)))
        dialog.putAway.connect(lambda: self._do(note_key.put_away))
        dialog.codeGiven.connect(self._use_code)
        dialog.ownCodeRequested.connect(lambda: self._books.ask(note_key.own_code, self._own_code))
        dialog.keepRequested.connect(self._keep)
        self._open(dialog)

    def _show(self, view: KeysView) -> None:
        self._view = view
        self._notices.set_view(view)
        if self.dialog is not None:
            self.dialog.set_view(view)

    def _list(self, view: KeysView) -> None:
        dialog = LaptopsDialog(view, self._window)
        dialog.accepted.connect(self.get_key)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look(self, ask: str) -> None:
        dialog = GiveKeyDialog(EventId(ask), self._window)
        dialog.hearRequested.connect(lambda which: self._do(lambda book: note_key.hear(book, EventId(which))))
        self._open(dialog)

    def _open(self, dialog: GetKeyDialog | GiveKeyDialog) -> None:
        self.dialog = dialog
        talk: TalkDialog = dialog
        talk.sameRequested.connect(lambda which: self._do(lambda book: note_key.same(book, EventId(which))))
        talk.ended.connect(self._end)
        talk.finished.connect(lambda _: self._closed(dialog))
        dialog.set_view(self._view)
        dialog.open()
        self.refresh()

    def _closed(self, dialog: QWidget) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()

    def _end(self, ask: str, reason: str) -> None:
        self._do(lambda book: note_key.end(book, EventId(ask), EndReason(reason)))

    def _refuse(self, ask: str) -> None:
        self._end(ask, EndReason.REFUSED.value)
        asked = next((talk.other for talk in self._view.asked if talk.ask == ask), None)
        if asked is not None:
            self._say_strange(StrangeDialog((asked,), self._window))

    def _strange(self) -> None:
        self._say_strange(StrangeDialog(self._view.strangers, self._window))

    def _say_strange(self, dialog: StrangeDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _know(self) -> None:
        devices = tuple(one.device for one in self._view.strangers)
        self._do(lambda book: own_laptops.acknowledge(book, *devices))

    def _use_code(self, typed: str) -> None:
        dialog = self.dialog
        if isinstance(dialog, GetKeyDialog):
            self._books.ask(
                lambda book: note_key.by_code(book, typed), lambda _: self._took(), dialog.code_problem
            )

    def _took(self) -> None:
        if isinstance(self.dialog, GetKeyDialog):
            self.dialog.finished_with(
                self.tr("Đã có khóa ghi chú riêng"), self.tr("Ghi chú riêng ở các máy trước đọc được ở đây.")
            )
        self.acted.emit()

    def _own_code(self, code: str) -> None:
        if isinstance(self.dialog, GetKeyDialog):
            self.dialog.show_own_code(code)

    def _keep(self) -> None:
        self._books.ask(note_key.keep, lambda _: self._kept(), self._failed)

    def _kept(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self.acted.emit()

    def _do(self, work: Callable[[Book], object]) -> None:
        self._books.ask(work, lambda _: self.acted.emit(), self._failed)

    def _failed(self, error: SohopError) -> None:
        """The disk is full: nothing was written, and what was pressed is there to be pressed again."""
        if self.dialog is not None:
            self.dialog.problem(error)
        self.refresh()
