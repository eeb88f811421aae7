"""The USB courier before the person: asks which stick, does it beside the window, says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reader.core.line_views import RoomAt
from reader.core.owner import OwnerView
from reader.core.services import LineControl, Services, Stick
from reader.core.stick_views import StickView, Took, Written
from reader.core.views import SyncView, Trip
from reader.ui import problems
from reader.ui.long_work import LongWork, Stopped, Tell, Work
from reader.ui.sync import stick_words as words
from reader.ui.sync.places import Sticks, plugged_in
from reader.ui.sync.screen import SyncScreen
from reader.ui.sync.stick_dialogs import ContentsDialog, OutcomeDialog, PlaceDialog
from reader.ui.tasks import BookThread
from reader.ui.widgets import Dialog, open_for
from sync.errors import SohopError
from sync.model.ids import MeetingId
from sync.model.people import DESK_ROLES, Role

T = TypeVar("T")


class Courier(QObject):
    """``home``, ``take`` and ``out`` ask; ``home_to``, ``take_from`` and ``out_to`` do. ``dialog`` is the one
    that is open. ``stop`` when the book is put away."""

    acted = Signal()
    """Something came, or is on a stick: show it, and tell the hub."""

    def __init__(
        self,
        services: Services,
        books: BookThread,
        owner: OwnerView,
        screen: SyncScreen,
        line: Callable[[], LineControl | None] = lambda: None,
        find: Sticks = plugged_in,
    ) -> None:
        super().__init__(screen)
        self._services = services
        self._books = books
        self._window = screen
        self._desk = bool(DESK_ROLES & set(owner.roles))
        self._secretary = Role.SECRETARY in owner.roles
        self._line = line
        self._find = find
        self._work = LongWork(screen)
        self.dialog: Dialog | None = None
        screen.stickWriteRequested.connect(self.home)
        screen.stickTakeRequested.connect(self.take)

    def home(self, view: SyncView) -> None:
        """Ask for the stick that what waits on this laptop goes on."""
        waiting = sum(act.trip is Trip.WAITING for act in view.waiting)
        if waiting:
            text = self.tr(
                "{n} việc chưa được ghi nhận của máy này được niêm phong và chép ra USB, để đưa thư ký mang "
                "về cơ quan.",
                None,
                waiting,
            ).format(n=waiting)
        else:
            text = self.tr(
                "Máy này không còn gì chờ gửi. Vẫn chép được: gói cho cơ quan biết máy đã có gì, để lần sau "
                "chỉ chép phần còn thiếu."
            )
        room = self._room() if self._secretary else None
        text = text if room is None else f"{text} {words.part_of(room)}"
        self._ask(self.tr("Chép ra USB"), text, self.tr("Chép ra USB"), self.home_to)

    def take(self) -> None:
        """Ask for the stick to take from."""
        text = self.tr("Chọn USB có gói của cơ quan.")
        self._ask(self.tr("Nhận từ USB"), text, self.tr("Xem trên USB có gì"), self.look_at)

    def out(self, meeting: MeetingId | None) -> None:
        """Ask for the stick that goes to this meeting's readers."""
        if meeting is None:
            return
        text = self.tr(
            "Gói gồm tài liệu của kỳ họp cho mọi máy được nhận: mỗi máy chỉ mở được phần của mình, phần máy "
            "nào cũng có rồi thì không chép."
        )
        self._ask(
            self.tr("Chép gói ra USB"),
            f"{text} {words.letters_by(self._asked())}",
            self.tr("Chép ra USB"),
            lambda place: self.out_to(place, meeting),
        )

    def home_to(self, place: Path) -> None:
        """Write this laptop's waiting acts."""
        self._run(
            self.tr("Chép ra USB"),
            lambda stick, tell, stopped: stick.write_home(place, tell, stopped),
            self._wrote,
        )

    def out_to(self, place: Path, meeting: MeetingId) -> None:
        """Write the office's bundle."""
        self._run(
            self.tr("Chép gói ra USB"),
            lambda stick, tell, stopped: stick.write_out(place, meeting, (), tell, stopped),
            self._wrote,
        )

    def look_at(self, place: Path) -> None:
        """List what is on a stick, and ask whether to take it."""
        self._run(
            self.tr("Nhận từ USB"),
            lambda stick, tell, stopped: stick.look(place),
            lambda view: self._show_contents(view, place),
        )

    def take_from(self, place: Path) -> None:
        """Take what is for this laptop."""
        self._run(
            self.tr("Nhận từ USB"), lambda stick, tell, stopped: stick.take(place, tell, stopped), self._took
        )

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._work.stop()

    def _ask(self, title: str, text: str, action: str, go_on: Callable[[Path], None]) -> None:
        if self._work.busy:
            return
        dialog = PlaceDialog(title, text, action, self._find, self._window)
        dialog.chosen.connect(go_on)
        self._show(dialog)

    def _run(self, title: str, do: Callable[[Stick, Tell, Stopped], T], done: Callable[[T], None]) -> None:
        services, books = self._services, self._books
        made: list[Stick] = []

        def run(tell: Tell, stopped: Stopped) -> T:
            made.append(services.stick(books.wait, self._room))
            return do(made[0], tell, stopped)

        def halt() -> None:
            for stick in made:
                stick.halt()

        self._work.start(Work(title, run, done, self._failed, halt))

    def _room(self) -> RoomAt | None:
        line = self._line()
        return None if line is None else line.room_at()

    def _asked(self) -> RoomAt | None:
        """The room hub, when it is asked in the office's place."""
        room = self._room()
        return room if room is not None and room.first else None

    def _show_contents(self, view: StickView, place: Path) -> None:
        dialog = ContentsDialog(view, self._window, desk=self._desk, room=self._asked())
        dialog.accepted.connect(lambda: self.take_from(place))
        self._show(dialog)

    def _wrote(self, done: Written) -> None:
        self.acted.emit()
        self._show(OutcomeDialog(done, self._window))

    def _took(self, done: Took) -> None:
        self.acted.emit()
        self._show(OutcomeDialog(done, self._window))

    def _failed(self, error: SohopError) -> None:
        self.acted.emit()
        dialog = Dialog(
            self.tr("Chưa làm được"), self._window, text=problems.sentence(error), safe=self.tr("Đóng")
        )
        dialog.body.gap(16)
        self._show(dialog)

    def _show(self, dialog: Dialog) -> None:
        open_for(self, dialog)
