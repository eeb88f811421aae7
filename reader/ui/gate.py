"""Before the book is open: first start, unlocking, and what to do when that does not work."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from reader.core.owner import OwnerView
from reader.store import header
from reader.ui.relay import expect
from reader.ui.tasks import BookThread
from reader.ui.unlock.unlock import UnlockScreen
from sync.errors import SohopError

if TYPE_CHECKING:
    from reader.core.book import Book
    from reader.core.services import Services, Visitor
    from reader.ui.unlock.enrol import EnrolScreen
    from reader.ui.unlock.help import ForgottenScreen, NotMineScreen
    from sync.wire.invitation import Invitation

T = TypeVar("T")
H = TypeVar("H", "ForgottenScreen", "NotMineScreen")


class Gate(QObject):
    """Owns the screens before the shelf. The unlock screen must come at once; most people never see the
    others, which are made when they are shown."""

    opened = Signal(object)
    """OwnerView: the book on its thread is open."""
    themeToggled = Signal()

    def __init__(self, services: Services, books: BookThread, stack: QStackedWidget) -> None:
        super().__init__()
        self._services = services
        self._books = books
        self._stack = stack
        self._visitor: Visitor | None = None
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="sohop-enrol")
        self.unlock = UnlockScreen()
        self._owner: OwnerView | None = None
        self._helpers: list[ForgottenScreen | NotMineScreen] = []
        stack.addWidget(self.unlock)
        self.unlock.unlockRequested.connect(self._unlock)
        self.unlock.forgotten.connect(lambda: self._stack.setCurrentWidget(self.forgotten))
        self.unlock.notMine.connect(lambda: self._stack.setCurrentWidget(self.not_mine))
        self.unlock.themeToggled.connect(self.themeToggled)

    @cached_property
    def enrol(self) -> EnrolScreen:
        """First start."""
        from reader.ui.unlock.enrol import EnrolScreen

        screen = EnrolScreen()
        self._stack.addWidget(screen)
        screen.themeToggled.connect(self.themeToggled)
        screen.contactRequested.connect(self._contact)
        screen.createRequested.connect(self._create)
        screen.finished.connect(self._finish)
        return screen

    @cached_property
    def forgotten(self) -> ForgottenScreen:
        """What to do without the passphrase."""
        from reader.ui.unlock.help import ForgottenScreen

        return self._helper(ForgottenScreen())

    @cached_property
    def not_mine(self) -> NotMineScreen:
        """What to do with another person's laptop."""
        from reader.ui.unlock.help import NotMineScreen

        return self._helper(NotMineScreen())

    def show(self, link: str = "") -> None:
        """Ask for the passphrase, or for an invitation when this laptop has no book yet."""
        self.unlock.clear()
        if not header.exists(self._services.profile):
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
            greeting = header.read(self._services.profile).greeting
        except SohopError as error:
            self.unlock.problem(error)
        else:
            names = greeting.person_name, "", greeting.tenant_name, greeting.term
            self._owner = OwnerView(*names, emblem=greeting.emblem)
            self.unlock.set_owner(self._owner)
            for screen in self._helpers:
                screen.set_owner(self._owner)

    def stop(self) -> None:
        """End the enrolment lane."""
        self._lane.shutdown(wait=False, cancel_futures=True)

    def _helper(self, screen: H) -> H:
        self._helpers.append(screen)
        self._stack.addWidget(screen)
        screen.back.connect(lambda: self.show())
        screen.enrolRequested.connect(self._start_again)
        if self._owner is not None:
            screen.set_owner(self._owner)
        return screen

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
        expect(self._lane.submit(work), lambda future: self._answer(future, done))

    def _answer(self, future: Future[T], done: Callable[[T], None]) -> None:
        try:
            result = future.result()
        except SohopError as error:
            self.enrol.problem(error)
        else:
            done(result)
