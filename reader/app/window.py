"""Puts the window together. What only an open book needs is imported when it is asked for: the unlock screen
must be there before engine, network and keys."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.app.line import OfficeLine
    from reader.app.room_program import RoomProgram
    from reader.core.book import Book
    from reader.core.enrolling import Enrol
    from reader.core.line_views import RoomAt, RoomHubView
    from reader.core.services import (
        Administering,
        LineControl,
        OnBook,
        RoomControl,
        Stick,
        Uploading,
        Visitor,
    )
    from reader.core.views import LineView
    from sync.engine.enrolment import Contact
    from sync.wire.invitation import Invitation


def run_window(profile: Path, language: str, link: str) -> int:
    """Show the window and run until it is closed; gives the exit status."""
    from reader.ui.application import make_application
    from reader.ui.window import MainWindow

    application = make_application(sys.argv[:1], language)
    window = MainWindow(OfficeServices(profile), link=link)
    window.show()
    threading.Thread(target=_sweep, daemon=True).start()
    try:
        return application.exec()
    finally:
        window.shut_down()


def _sweep() -> None:
    """Remove what a program that was killed left in clear."""
    from reader.core.scratch import sweep

    sweep()


class OfficeServices:
    """``reader.core.services.Services`` over the engine."""

    def __init__(self, profile: Path) -> None:
        self._profile = profile
        self._room: RoomProgram | None = None
        self._line: OfficeLine | None = None

    @property
    def profile(self) -> Path:
        """The folder of this laptop's book."""
        return self._profile

    def contact(self, invitation: Invitation) -> Contact:
        """Meet the hub of an invitation."""
        from sync.engine.enrolment import contact

        return contact(invitation)

    def enrol(self, visitor: Visitor) -> Enrol:
        """The step that sends this laptop's keys."""
        from reader.app.first_start import Enrolling
        from sync.engine.enrolment import Contact

        if not isinstance(visitor, Contact):
            raise TypeError("a visitor comes from contact()")
        return Enrolling(visitor)

    def connect(self, book: Book, on_book: OnBook, report: Callable[[LineView, bool], None]) -> LineControl:
        """A talking thread for this book."""
        from reader.app.line import OfficeLine

        line = self._line = OfficeLine(book, on_book, report)
        return line

    def room(self, book: Book, report: Callable[[RoomHubView], None]) -> RoomControl:
        """The room hub's program, in a folder beside this laptop's book."""
        from reader.app.room_program import RoomProgram

        if self._room is None:
            self._room = RoomProgram(self._profile, book.identity.hub, report)
        self._room.report_to(report)
        return self._room

    def uploads(self, on_book: OnBook) -> Uploading:
        """Transports of its own for a packet, to the hubs that the line reaches."""
        from reader.app.hubs import HubUploads

        return HubUploads(on_book, lambda: None if self._line is None else self._line.room_at())

    def stick(self, on_book: OnBook, room: Callable[[], RoomAt | None]) -> Stick:
        """The USB courier of a book."""
        from reader.app.courier import OfficeStick

        return OfficeStick(on_book, room)

    def administration(self, on_book: OnBook) -> Administering:
        """A transport of its own for an administrator."""
        from reader.app.administration import administration

        return administration(on_book)
