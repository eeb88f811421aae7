"""What an administrator can be asked to do before the window: people, codes, the root's signature."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from reader.ui.admin.asking import AskingDialog
from reader.ui.admin.code_dialogs import IssueDialog
from reader.ui.admin.import_dialog import ImportDialog
from reader.ui.admin.opened import Administering
from reader.ui.admin.person_dialog import PersonDialog
from reader.ui.admin.screen import Tab
from reader.ui.admin.sign_dialog import SignDialog
from sync.model.people import Role
from tools.hand import Hand

Asked = TypeVar("Asked", bound=AskingDialog)


class Administrator:
    """Acts of administration; mixed into what any person can do."""

    _hand: Hand

    def act_admin(self) -> int:
        """Open administration from the menu; how many people it lists."""
        hand = self._hand
        hand.wait(lambda: hand.book.sync_view.line.last_contact is not None, "the line is up", 60)
        hand.book.shelf.header.menu.admin.click()
        hand.wait(lambda: self._admin.view is not None and not self._admin.busy, "the hub has answered", 60)
        return self._people()

    def act_import_people(self, path: str, picture: str) -> int:
        """Take a list in, as the dialog shows it; how many people there are then."""
        self._admin.read_list(Path(path))
        dialog = self._asked(ImportDialog)
        self._hand.shoot(picture)
        self._finish(dialog)
        return self._people()

    def act_add_person(self, name: str, title: str, roles: list[str], picture: str) -> int:
        """One more person, typed."""
        self._hand.settle(0.5)  # with a real display the dialog before keeps the window for a moment
        self._hand.click(self._admin.screen.people.add_button, "Thêm người")
        dialog = self._asked(PersonDialog)
        dialog.name.set_text(name)
        dialog.title.set_text(title)
        for role, check in dialog.roles.items():
            check.setChecked(role in {Role(one) for one in roles})
        self._hand.shoot(picture)
        self._finish(dialog)
        return self._people()

    def act_issue_codes(self, sheets: str, picture: str) -> dict[str, str]:
        """Codes for all who have no laptop, and their sheets; the links by name."""
        codes = self._admin.codes
        assert codes is not None
        codes.ask()
        dialog = self._asked(IssueDialog)
        self._hand.shoot(f"{picture}-asked")
        self._finish(dialog)
        codes.print_to(Path(sheets), codes.printable())
        self._hand.shoot(picture)
        return {code.name: code.link for code in codes.fresh.values()}

    def act_sign_roster(self, root_file: str, passphrase: str, picture: str) -> list[str]:
        """The root signs the office's laptops in; whose they are."""
        admin = self._admin
        admin.screen.show_tab(Tab.LAPTOPS)
        admin.look()
        self._hand.wait(lambda: admin.screen.laptops.unsigned.isVisible(), "somebody is unsigned", 60)
        self._hand.wait(lambda: not admin.busy, "nothing is asked", 60)
        self._hand.shoot(f"{picture}-unsigned")
        self._hand.click(admin.screen.laptops.unsigned.buttons[0])
        dialog = self._asked(SignDialog)
        dialog.take(Path(root_file))
        dialog.passphrase.set_text(passphrase)
        self._hand.shoot(picture)
        added = sorted(cert.name for cert in dialog.proposal.added)
        self._finish(dialog)
        return added

    @property
    def _admin(self) -> Administering:
        return self._hand.book.admin

    def _people(self) -> int:
        view = self._admin.view
        return 0 if view is None else len(view.people)

    def _asked(self, kind: type[Asked]) -> Asked:
        admin = self._admin
        self._hand.wait(
            lambda: isinstance(admin.dialog, kind) and admin.dialog.isVisible(), kind.__name__, 60
        )
        dialog = admin.dialog
        assert isinstance(dialog, kind)
        return dialog

    def _finish(self, dialog: AskingDialog) -> None:
        assert dialog.action_button is not None
        self._hand.settle(0.5)  # keys and clicks of the first moment are not for it
        self._hand.click(dialog.action_button)
        self._hand.wait(lambda: self._admin.dialog is None and not self._admin.busy, "it is done", 60)
