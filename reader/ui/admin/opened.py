"""The way from the menu to administration, and everything that is asked of the hub there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from reader.core import administering
from reader.core.admin_views import LaptopRow, OfficeView
from reader.core.owner import OwnerView
from reader.core.services import Administering as Line
from reader.core.services import Services
from reader.core.views import SyncView
from reader.ui.admin.asking import AskingDialog
from reader.ui.admin.codes import Codes
from reader.ui.admin.hub import HubQuestions
from reader.ui.admin.import_dialog import ImportDialog
from reader.ui.admin.laptop_dialogs import LaptopDialog, LeaveDialog
from reader.ui.admin.person_dialog import PersonDialog
from reader.ui.admin.room_dialogs import NewRoomDialog, RoomDialog
from reader.ui.admin.screen import AdminScreen, Tab
from reader.ui.admin.sign_dialog import SignDialog
from reader.ui.long_work import LongWork, Work
from reader.ui.tasks import BookThread
from reader.ui.widgets import Dialog, open_for
from sync.errors import SohopError
from sync.model.ids import DeviceId, PersonId
from sync.personnel.plan import Plan
from sync.trust.proposals import Proposal
from sync.wire.admin import AuditAsk, AuditPage


class Administering(QObject):
    """For administrators; for others it does nothing. One question at a time."""

    made = Signal(object)
    """Header: its screen is there, to be joined to the menu. It is made when it is first asked for."""
    entered = Signal(object)
    """QWidget: its screen, which is to be shown."""
    left = Signal()
    """The shelf is to be shown."""
    acted = Signal()
    """The hub has news for this laptop too."""

    def __init__(
        self, services: Services, books: BookThread, owner: OwnerView, stack: QStackedWidget
    ) -> None:
        super().__init__()
        self._hub = HubQuestions(services, books.wait, stack)
        self._picture = LongWork(stack)
        self._stack = stack
        self._owner = owner
        self.usable = owner.administers
        self._screen: AdminScreen | None = None
        self.view: OfficeView | None = None
        self.codes: Codes | None = None
        self.dialog: Dialog | None = None

    @property
    def screen(self) -> AdminScreen:
        """Its screen."""
        if self._screen is None:
            made = self._screen = AdminScreen()
            made.set_owner(self._owner)
            self._stack.addWidget(made)
            self.codes = Codes(made, self._hub.on_book, self._act, self._open)
            self._connect(made)
            self.made.emit(made.header)
        return self._screen

    @property
    def shown(self) -> bool:
        """Its screen is the one shown."""
        return self._screen is not None and self._stack.currentWidget() is self._screen

    @property
    def busy(self) -> bool:
        """The hub is being asked, or a picture is being read."""
        return self._hub.busy or self._picture.busy

    def set_sync(self, view: SyncView) -> None:
        """How the line stands."""
        if self.shown:
            self.screen.set_sync(view)

    def refresh(self) -> None:
        """Nothing comes by itself here: the hub is asked when the person asks."""

    def open(self) -> None:
        """Show it, and look."""
        if self.usable:
            self.entered.emit(self.screen)
            self.look()

    def put_away(self) -> None:
        """The book is being locked: codes are forgotten."""
        self._hub.stop()
        self._picture.stop()
        self.codes = None
        made, self._screen = self._screen, None
        if made is not None:
            self._stack.removeWidget(made)
            made.deleteLater()
        self.deleteLater()

    # --- looking ------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Ask the hub how things stand."""
        self._hub.ask(self.tr("Đang hỏi máy chủ"), self._look, self._show, self.screen.problem)

    def _look(self, line: Line) -> OfficeView:
        return administering.look(self._hub.on_book, line)

    def _show(self, view: OfficeView) -> None:
        self.view = view
        codes = self.codes
        if codes is not None:
            codes.set_view(view)
            self.screen.set_view(view, codes.fresh)
        if self.screen.tab is Tab.LOG:
            self.screen.log.ask()

    def _turned(self, tab: int) -> None:
        if tab == Tab.LOG and self.view is not None:
            self.screen.log.ask()

    def _read_log(self, asked: AuditAsk, further: bool) -> None:
        def done(page: AuditPage) -> None:
            self.screen.log.set_page(page, further=further)

        self._hub.ask(self.tr("Đang đọc nhật ký"), lambda line: line.audit(asked), done, self.screen.problem)

    # --- people -------------------------------------------------------------------------------------------

    def ask_person(self, person: str = "") -> None:
        """Somebody new, or one of them."""
        view = self.view
        if view is None:
            return
        row = view.person(PersonId(person)) if person else None
        dialog = PersonDialog(self.screen, row)
        dialog.requested.connect(
            lambda: self._act(
                self.tr("Đang ghi"),
                dialog,
                lambda line: administering.keep_people(line, view, (dialog.entry,)),
                self.tr("Đã ghi {name}").format(name=dialog.entry.name),
            )
        )
        if row is not None:
            dialog.leaveRequested.connect(lambda: self._instead(dialog, lambda: self.ask_leave(person)))
            dialog.codeRequested.connect(lambda: self._instead(dialog, lambda: self._ask_code(person)))
        self._open(dialog)

    def ask_leave(self, person: str) -> None:
        """Somebody leaves?"""
        view = self.view
        row = view.person(PersonId(person)) if view is not None else None
        if view is None or row is None:
            return
        dialog = LeaveDialog(self.screen, row)
        dialog.requested.connect(
            lambda: self._act(
                self.tr("Đang ghi"),
                dialog,
                lambda line: administering.keep_people(line, view, leave=(PersonId(person),)),
                self.tr("{name} đã rời cơ quan").format(name=row.entry.name),
            )
        )
        self._open(dialog)

    def choose_list(self) -> None:
        """Ask which file."""
        kinds = self.tr("Danh sách (*.xlsx *.csv *.txt);;Mọi tệp (*)")
        path, _ = QFileDialog.getOpenFileName(self.screen, self.tr("Chọn danh sách"), "", kinds)
        if path:
            self.read_list(Path(path))

    def read_list(self, path: Path) -> None:
        """Read a list and show what it would change."""
        view = self.view
        if view is None:
            return

        def read(line: Line) -> tuple[OfficeView, Plan]:
            fresh = self._look(line)  # planned on the list as it is now
            return fresh, administering.read_list(path, fresh)

        def done(found: tuple[OfficeView, Plan]) -> None:
            fresh, plan = found
            self._show(fresh)
            self._confirm(path.name, fresh, plan)

        self._hub.ask(self.tr("Đang đọc danh sách"), read, done, self.screen.problem)

    def _confirm(self, name: str, view: OfficeView, plan: Plan) -> None:
        dialog = ImportDialog(self.screen, name, plan)
        count = len(plan.entries)
        dialog.requested.connect(
            lambda: self._act(
                self.tr("Đang ghi"),
                dialog,
                lambda line: administering.keep_people(line, view, plan.entries),
                self.tr("Đã ghi {n} người", None, count).format(n=count),
            )
        )
        self._open(dialog)

    # --- laptops ------------------------------------------------------------------------------------------

    def ask_laptop(self, device: str, *, revoking: bool = False) -> None:
        """What is known of it; revoke it? Of a room hub first: which meetings has it?"""
        view = self.view
        one = view.laptop(DeviceId(device)) if view is not None else None
        if view is None or one is None:
            return
        if one.is_room and one.in_use and not revoking:
            self._ask_meetings(view, one)
            return
        dialog = LaptopDialog(self.screen, one)
        dialog.requested.connect(
            lambda: self._act(
                self.tr("Đang thu hồi quyền"),
                dialog,
                lambda line: administering.revoke(line, DeviceId(device)),
                self.tr("Đã thu hồi quyền của máy của {name}").format(name=one.name),
            )
        )
        self._open(dialog)

    def ask_room(self) -> None:
        """One more room hub, and a code for it."""
        view = self.view
        if view is None:
            return
        dialog = NewRoomDialog(self.screen)
        dialog.requested.connect(
            lambda: self._act(
                self.tr("Đang ghi"),
                dialog,
                lambda line: administering.keep_people(line, view, (dialog.entry,)),
                self.tr("Đã ghi {name}").format(name=dialog.entry.name),
                after=lambda: self._ask_code(dialog.entry.person),
            )
        )
        self._open(dialog)

    def _ask_meetings(self, view: OfficeView, one: LaptopRow) -> None:
        device = DeviceId(one.row.device)
        dialog = RoomDialog(self.screen, one, view.overview.meetings)
        dialog.requested.connect(
            lambda: self._act(
                self.tr("Đang ghi"),
                dialog,
                lambda line: administering.carry(line, device, dialog.chosen),
                self.tr("Đã giao {n} kỳ họp cho trạm").format(n=len(dialog.chosen)),
            )
        )
        dialog.revokeRequested.connect(
            lambda: self._instead(dialog, lambda: self.ask_laptop(device, revoking=True))
        )
        self._open(dialog)

    def ask_signature(self) -> None:
        """Show what the root would sign, and ask for the root file."""

        def done(proposal: Proposal) -> None:
            dialog = SignDialog(self.screen, proposal)

            def sign(line: Line) -> None:
                assert dialog.file is not None
                administering.sign(
                    self._hub.on_book, line, dialog.proposal, dialog.file, dialog.passphrase.text
                )

            said = self.tr("Đã ký danh sách máy của cơ quan")
            dialog.requested.connect(lambda: self._act(self.tr("Đang ký"), dialog, sign, said))
            self._open(dialog)

        def propose(line: Line) -> Proposal:
            return administering.propose(self._hub.on_book, line)

        self._hub.ask(self.tr("Đang hỏi máy chủ"), propose, done, self.screen.problem)

    # --- the office ---------------------------------------------------------------------------------------

    def choose_picture(self) -> None:
        """Ask which file."""
        kinds = self.tr("Ảnh (*.png *.jpg *.jpeg)")
        path, _ = QFileDialog.getOpenFileName(self.screen, self.tr("Chọn biểu trưng"), "", kinds)
        if path:
            self.take_picture(Path(path))

    def take_picture(self, path: Path) -> None:
        """Make an emblem of it; it is not saved yet. Of a large photograph it takes seconds."""
        from reader.ui.admin.emblem import emblem_of

        self._picture.start(
            Work(
                self.tr("Đang đọc ảnh"),
                lambda _tell, _stopped: emblem_of(path),
                self.screen.office.set_emblem,
                self.screen.problem,
            )
        )

    def save_office(self, name: str, term: str, emblem: bytes | None) -> None:
        """For the next roster."""

        def done() -> None:
            self.screen.office.saved()

        self._act(
            self.tr("Đang ghi"),
            None,
            lambda line: administering.put_office(line, name, term, emblem),
            self.tr("Đã ghi. Các máy thấy sau khi khóa gốc ký"),
            done,
        )

    # --- parts --------------------------------------------------------------------------------------------

    def _act(
        self,
        title: str,
        dialog: AskingDialog | None,
        act: Callable[[Line], None],
        said: str,
        then: Callable[[], None] = lambda: None,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        """Do it, then look: what is shown afterwards is what the hub has. The dialog stays until then.
        ``then`` before that is shown, ``after`` after it."""

        def run(line: Line) -> OfficeView:
            act(line)
            return self._look(line)

        def done(view: OfficeView) -> None:
            if dialog is not None:
                dialog.finish()
            then()
            self._show(view)
            self.screen.say(said)
            self.acted.emit()
            after()

        def failed(error: SohopError) -> None:
            if dialog is None:
                self.screen.problem(error)
            else:
                dialog.problem(error)

        self._hub.ask(title, run, done, failed)

    def _ask_code(self, person: str) -> None:
        if self.codes is not None:
            self.codes.ask((PersonId(person),))

    def _open(self, dialog: Dialog) -> None:
        open_for(self, dialog)

    def _instead(self, dialog: Dialog, then: Callable[[], None]) -> None:
        dialog.reject()
        then()

    def _connect(self, made: AdminScreen) -> None:
        made.backRequested.connect(self.left)
        made.again.connect(self.look)
        made.tabShown.connect(self._turned)
        made.people.opened.connect(self.ask_person)
        made.people.add_button.clicked.connect(lambda _checked=False: self.ask_person())
        made.people.import_button.clicked.connect(lambda _checked=False: self.choose_list())
        made.laptops.opened.connect(self.ask_laptop)
        made.laptops.room_button.clicked.connect(lambda _checked=False: self.ask_room())
        made.log.asked.connect(self._read_log)
        made.office.saveRequested.connect(self.save_office)
        made.office.pictureRequested.connect(self.choose_picture)
        for banner in (made.laptops.unsigned, made.office.unsigned):
            banner.pressed.connect(lambda _: self.ask_signature())
