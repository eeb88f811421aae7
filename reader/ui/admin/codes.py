"""Codes in the administrator's window: issued, shown, printed, and forgotten with the lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.core import administering
from reader.core.admin_views import CodeView, OfficeView
from reader.core.exporting import write_export
from reader.core.services import Administering as Line
from reader.core.services import OnBook
from reader.ui.admin.asking import AskingDialog
from reader.ui.admin.code_dialogs import CodeDialog, IssueDialog
from reader.ui.admin.screen import AdminScreen, Tab
from reader.ui.clipboard import copy
from reader.ui.widgets import Dialog
from sync.errors import SohopError
from sync.model.ids import PersonId

Act = Callable[[str, AskingDialog | None, Callable[[Line], None], str, Callable[[], None]], None]


class Codes(QObject):
    """`act` asks the hub, `show` opens a dialog: both the window's."""

    def __init__(
        self, screen: AdminScreen, on_book: OnBook, act: Act, show: Callable[[Dialog], None]
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._on_book = on_book
        self._act = act
        self._open = show
        self._view: OfficeView | None = None
        self.fresh: dict[str, CodeView] = {}
        """Issued in this window, by person."""
        screen.codes.opened.connect(self.show_code)
        screen.codes.issue_button.clicked.connect(lambda _checked=False: self.ask())
        screen.codes.print_button.clicked.connect(lambda _checked=False: self.choose_sheet(self.printable()))
        screen.people.code_button.clicked.connect(lambda _checked=False: self.ask())

    def set_view(self, view: OfficeView) -> None:
        """The office as it is now."""
        self._view = view

    def ask(self, people: tuple[PersonId, ...] = ()) -> None:
        """Who gets a code? With `people`, these are ticked."""
        view = self._view
        if view is None:
            return
        dialog = IssueDialog(self._screen, view)
        if people:
            dialog.tick(people)

        def issue(line: Line) -> None:
            made = administering.invite(self._on_book, line, view, dialog.chosen)
            self.fresh.update({code.person: code for code in made})

        def done() -> None:
            self._screen.show_tab(Tab.CODES)

        said = self.tr("Đã cấp mã. Bấm In… để in tờ đưa cho từng người")
        dialog.requested.connect(lambda: self._act(self.tr("Đang cấp mã"), dialog, issue, said, done))
        self._open(dialog)

    def show_code(self, person: str) -> None:
        """The code of this person if it was issued here, else another one."""
        code = self.fresh.get(person)
        if code is None:
            self.ask((PersonId(person),))
            return
        dialog = CodeDialog(self._screen, code)
        dialog.copy_button.clicked.connect(lambda _checked=False: copy(code.link))
        dialog.accepted.connect(lambda: self.choose_sheet([code]))
        self._open(dialog)

    def printable(self) -> list[CodeView]:
        """Codes of this window that can still be used."""
        open_codes = self._view.overview.codes if self._view is not None else ()
        return [self.fresh[one.person] for one in open_codes if one.person in self.fresh]

    def choose_sheet(self, codes: list[CodeView]) -> None:
        """Ask where the sheets go."""
        start = str(Path.home() / self.tr("ma-ghi-danh.pdf"))
        path, _ = QFileDialog.getSaveFileName(
            self._screen, self.tr("Lưu tờ in mã ghi danh"), start, self.tr("Tài liệu PDF (*.pdf)")
        )
        if path:
            self.print_to(Path(path), codes)

    def print_to(self, path: Path, codes: list[CodeView]) -> None:
        """Write one page a person."""
        from reader.ui.admin.code_sheet import code_sheets

        try:
            write_export(path, code_sheets(codes))
        except SohopError as error:
            self._screen.problem(error)
            return
        text = self.tr("{file}. Ai có tệp này ghi danh được máy: in xong thì xóa tệp.").format(file=path)
        saved = self.tr("Đã lưu {n} tờ để in", None, len(codes)).format(n=len(codes))
        self._screen.say(saved, text)
