"""Before the book is open: first start, unlocking, and what to do when that does not work."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from reader.core.views import OwnerView
from reader.store import keys
from reader.ui.tasks import BookThread
from reader.ui.unlock.enrol import EnrolScreen
from reader.ui.unlock.help import ForgottenScreen, NotMineScreen
from reader.ui.unlock.unlock import UnlockScreen
from sync.errors import SohopError
from sync.wire.invitation import Invitation

if TYPE_CHECKING:
    from reader.core.book import Book
    from reader.core.services import Services, Visitor

T = TypeVar("T")


class Gate(QObject):
    """Owns the screens before the shelf."""

    opened = Signal(object)
    """OwnerView: the book on its thread is open."""
    themeToggled = Signal()

    _met = Signal(object)

    def __init__(self, services: Services, books: BookThread, stack: QStackedWidget) -> None:
        super().__init__()
        self._services = services
        self._books = books
        self._stack = stack
        self._visitor: Visitor | None = None
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="sohop-enrol")
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)
        self.unlock = UnlockScreen()
        self.enrol = EnrolScreen()
        self.forgotten = ForgottenScreen()
        self.not_mine = NotMineScreen()
        for screen in (self.unlock, self.enrol, self.forgotten, self.not_mine):
            stack.addWidget(screen)
        self._connect()

    def show(self, link: str = "") -> None:
        """Ask for the passphrase, or for an invitation when this laptop has no book yet."""
        self.unlock.clear()
        if not keys.exists(self._services.profile):
            self._stack.setCurrentWidget(self.enrol)
            if link:
                self.enrol.take_link(link)
            return
        self.greet()
        self._stack.setCurrentWidget(self.unlock)
        self.unlock.setFocus(Qt.FocusReason.OtherFocusReason)

    def greet(self) -> None:
        """Whose laptop it is, as the vault wrote it down when it was closed; what is being typed stays."""
        try:
            greeting = keys.read_head(self._services.profile).greeting
        except SohopError as error:
            self.unlock.problem(error)
        else:
            owner = OwnerView(greeting.person_name, "", greeting.tenant_name, greeting.term)
            for screen in (self.unlock, self.forgotten, self.not_mine):
                screen.set_owner(owner)

    def stop(self) -> None:
        """End the enrolment lane."""
        self._lane.shutdown(wait=False, cancel_futures=True)

    def _connect(self) -> None:
        self.unlock.unlockRequested.connect(self._unlock)
        self.unlock.forgotten.connect(lambda: self._stack.setCurrentWidget(self.forgotten))
        self.unlock.notMine.connect(lambda: self._stack.setCurrentWidget(self.not_mine))
        self.unlock.themeToggled.connect(self.themeToggled)
        self.enrol.themeToggled.connect(self.themeToggled)
        for helper in (self.forgotten, self.not_mine):
            helper.back.connect(lambda: self.show())
            helper.enrolRequested.connect(self._start_again)
        self.enrol.contactRequested.connect(self._contact)
        self.enrol.createRequested.connect(self._create)
        self.enrol.finished.connect(self._finish)

    def _unlock(self, passphrase: str) -> None:
        self.unlock.set_busy(True)
        profile = self._services.profile

        def make() -> Book:
            # Read on the vault's thread: SQLCipher and keys are not needed to show this screen.
            from reader.core.book import Book
            from reader.store.vault import Vault

            return Book(Vault.open(profile, passphrase))

        self._books.open(make, self._unlocked, self.unlock.problem)

    def _unlocked(self) -> None:
        self.unlock.clear()
        self._books.ask(lambda book: book.owner, self.opened.emit)

    def _start_again(self) -> None:
        """A forgotten passphrase or another person's laptop: the old book is set aside, not erased."""
        from reader.store.vault import Vault

        try:
            Vault.set_aside(self._services.profile)
        except SohopError as error:
            self.unlock.problem(error)
            self._stack.setCurrentWidget(self.unlock)
            return
        self.show()

    def _contact(self, invitation: Invitation) -> None:
        self.enrol.contacting()
        self._in_lane(lambda: self._services.contact(invitation), self._contacted)

    def _contacted(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self.enrol.contacted(OwnerView(visitor.person, "", visitor.office, ""))

    def _create(self, passphrase: str, recovery: str) -> None:
        visitor = self._visitor
        if visitor is None:
            raise AssertionError("a passphrase is asked for after the hub was met")
        enrol = self._services.enrol(visitor)
        profile = self._services.profile
        made: list[str] = []

        def make() -> Book:
            from reader.core.enrolling import create

            book, code = create(profile, passphrase, visitor, enrol, recovery or None)
            made.append(code)
            return book

        self.enrol.creating()
        self._books.open(make, lambda: self.enrol.created(made[0]), self.enrol.problem)

    def _finish(self) -> None:
        self._books.ask(lambda book: book.owner, self.opened.emit)

    def _in_lane(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def settled(future: Future[T]) -> None:
            self._met.emit(lambda: self._answer(future, done))

        self._lane.submit(work).add_done_callback(settled)

    def _answer(self, future: Future[T], done: Callable[[T], None]) -> None:
        try:
            result = future.result()
        except SohopError as error:
            self.enrol.problem(error)
        else:
            done(result)

    @Slot(object)
    def _on_met(self, answer: Callable[[], None]) -> None:
        answer()
