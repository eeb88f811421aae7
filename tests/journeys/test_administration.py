"""An office is set up from the administrator's window: forty people from a list, codes on paper, the root's
signature from its file, a laptop revoked, and all of it in the log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pypdf
import pytest
from openpyxl import Workbook
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from support.town import FLOOR_KIB, PASSPHRASE

from reader.app.first_start import Enrolling
from reader.app.laptop import Laptop
from reader.app.window import OfficeServices
from reader.core.enrolling import create
from reader.store.vault import Vault
from reader.ui.admin.asking import AskingDialog
from reader.ui.admin.code_dialogs import IssueDialog
from reader.ui.admin.import_dialog import ImportDialog
from reader.ui.admin.laptop_dialogs import LaptopDialog
from reader.ui.admin.opened import Administering
from reader.ui.admin.person_dialog import PersonDialog
from reader.ui.admin.screen import Tab
from reader.ui.admin.sign_dialog import SignDialog
from reader.ui.admin.words import LogKind
from reader.ui.window import MainWindow
from sync.engine.enrolment import contact
from sync.model.ids import DeviceId
from sync.model.people import Role
from sync.wire.invitation import read_link
from tools.hand import Hand
from tools.office import HubProcess, Office, make_office, start_hub

PEOPLE = 40


@dataclass
class Place:
    """A running hub with an administrator, a delegate, and a secretary whom the root has not signed."""

    root: Path
    office: Office
    hub: HubProcess
    lan: DeviceId

    def laptop(self, name: str) -> Laptop:
        return Laptop(self.root / name, PASSPHRASE)


def enrol(root: Path, office: Office, hub: HubProcess, key: str, name: str, *roles: Role) -> DeviceId:
    found = contact(office.invite(office.add(name, *roles), hub.url))
    book, _ = create(root / key, PASSPHRASE, found, Enrolling(found), memory_kib=FLOOR_KIB)
    device = book.identity.device
    book.vault.close()
    return device


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    office = make_office(tmp_path)
    hub = start_hub(office.folder)
    enrol(tmp_path, office, hub, "admin", "Vũ Thị Quản", Role.ADMIN)
    office.sign_roster()
    lan = enrol(tmp_path, office, hub, "lan", "Nguyễn Thị Lan", Role.DELEGATE)
    enrol(tmp_path, office, hub, "thu", "Trần Thị Thu", Role.SECRETARY)
    yield Place(tmp_path, office, hub, lan)
    hub.stop()


@pytest.fixture
def hand(place: Place, qtbot: QtBot) -> Iterator[Hand]:
    window = MainWindow(OfficeServices(place.root / "admin"))
    qtbot.addWidget(window)
    window.show()
    hand = Hand(window)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: hand.book.sync_view.line.last_contact is not None, "the line is up", 60)
    yield hand
    window.shut_down()


def admin_of(hand: Hand) -> Administering:
    """Administration, opened from the menu."""
    admin = hand.book.admin
    button = hand.book.shelf.header.menu.admin
    assert not button.isHidden()
    button.click()
    hand.wait(lambda: admin.view is not None and not admin.busy, "the hub has answered", 60)
    return admin


def dialog(hand: Hand, kind: type[AskingDialog]) -> AskingDialog:
    admin = hand.book.admin
    hand.wait(lambda: isinstance(admin.dialog, kind) and admin.dialog.isVisible(), kind.__name__, 60)
    found = admin.dialog
    assert isinstance(found, AskingDialog)
    return found


def press(hand: Hand, found: AskingDialog) -> None:
    """Its button, and wait until the hub has answered and it is gone."""
    assert found.action_button is not None
    hand.settle(0.5)  # keys and clicks of the first moment are not for it
    hand.click(found.action_button)
    hand.wait(lambda: hand.book.admin.dialog is None and not hand.book.admin.busy, "it is done", 60)


def people_list(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DANH SÁCH ĐẠI BIỂU"])
    sheet.append(["STT", "Họ và tên", "Chức vụ", "Tổ", "Vai trò", "Mã"])
    for n in range(PEOPLE):
        sheet.append([n + 1, f"Đại biểu Số {n + 1}", "Ủy viên", f"Tổ {n % 4 + 1}", "Đại biểu", f"DB{n}"])
    sheet.append([99, "=1+1", "", "", "Đại biểu", "X"])
    book.save(path)
    return path


def test_an_office_is_set_up_in_the_window(place: Place, hand: Hand, tmp_path: Path) -> None:
    admin = admin_of(hand)
    screen = admin.screen
    # A list is shown first; the doubtful row is left out; a second time nothing is left to write.
    file = people_list(tmp_path / "danh-sach.xlsx")
    admin.read_list(file)
    preview = dialog(hand, ImportDialog)
    assert admin.view is not None
    assert len(admin.view.people) == 3
    press(hand, preview)
    assert len(admin.view.people) == 3 + PEOPLE
    admin.read_list(file)
    again = dialog(hand, ImportDialog)
    assert again.action_button is None
    again.reject()
    # Codes for all who have no laptop, on paper.
    assert admin.codes is not None
    hand.wait(lambda: not admin.busy, "nothing is asked")
    admin.codes.ask()
    issue = dialog(hand, IssueDialog)
    press(hand, issue)
    assert screen.tab is Tab.CODES
    sheets = tmp_path / "ma.pdf"
    admin.codes.print_to(sheets, admin.codes.printable())
    pages = pypdf.PdfReader(sheets).pages
    assert len(pages) == PEOPLE
    code = next(iter(admin.codes.fresh.values()))
    assert any(code.code in page.extract_text() for page in pages)
    invitation = msgspec.structs.replace(read_link(code.link), address=place.hub.url)  # this test's port
    assert contact(invitation).person == code.name
    # The root signs the secretary in, from its file; a wrong passphrase costs nothing that was typed.
    screen.show_tab(Tab.LAPTOPS)
    assert screen.laptops.unsigned.isVisible()
    hand.click(screen.laptops.unsigned.buttons[0])
    signing = dialog(hand, SignDialog)
    assert isinstance(signing, SignDialog)
    assert [cert.name for cert in signing.proposal.added] == ["Trần Thị Thu"]
    signing.take(place.office.root_file)
    signing.passphrase.set_text("không phải")
    hand.settle(0.5)
    assert signing.action_button is not None
    hand.click(signing.action_button)
    hand.wait(lambda: bool(signing.passphrase.error), "the passphrase is wrong", 60)
    signing.passphrase.set_text(place.office.passphrase)
    press(hand, signing)
    assert not screen.laptops.unsigned.isVisible()
    with place.laptop("thu") as thu:
        thu.sync()
        roster = thu.book.vault.trust.read_roster()
        assert roster is not None
        assert {cert.name for cert in roster.office} == {"Vũ Thị Quản", "Trần Thị Thu"}
    # A lost laptop is revoked, by name, and the log says who did it.
    screen.laptops.list.opened.emit(place.lan)
    revoking = dialog(hand, LaptopDialog)
    press(hand, revoking)
    screen.show_tab(Tab.LOG)
    screen.log.kind.setCurrentIndex(LogKind.LAPTOPS)
    screen.log.ask()

    def revoked() -> list[str]:
        return [record.note for record in screen.log.list.records if "thu hồi" in record.title]

    hand.wait(revoked, "it is logged", 60)
    assert "Nguyễn Thị Lan" in revoked()[0]
    assert "do Vũ Thị Quản làm" in revoked()[0]


def test_name_and_emblem_are_on_a_laptops_unlock_screen_after_the_root_signed(
    place: Place, hand: Hand, tmp_path: Path, qtbot: QtBot
) -> None:
    admin = admin_of(hand)
    screen = admin.screen
    picture = QImage(600, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor(180, 30, 30))
    picture.save(str(tmp_path / "huy-hieu.jpg"))
    screen.show_tab(Tab.OFFICE)
    screen.office.name.set_text("HĐND phường Suối Lam")
    admin.take_picture(tmp_path / "huy-hieu.jpg")
    hand.wait(lambda: not admin.busy, "the picture is read")
    hand.click(screen.office.save_button)
    hand.wait(lambda: screen.office.unsigned.isVisible(), "it waits for the root", 60)
    hand.wait(lambda: not admin.busy, "nothing is asked")
    hand.click(screen.office.unsigned.buttons[0])
    signing = dialog(hand, SignDialog)
    assert isinstance(signing, SignDialog)
    assert signing.proposal.renamed
    assert signing.proposal.emblem
    signing.take(place.office.root_file)
    signing.passphrase.set_text(place.office.passphrase)
    press(hand, signing)
    with place.laptop("lan") as lan:
        lan.sync()
    greeting = Vault.greeting(place.root / "lan")
    assert greeting.tenant_name == "HĐND phường Suối Lam"
    assert greeting.emblem
    window = MainWindow(OfficeServices(place.root / "lan"))
    qtbot.addWidget(window)
    window.show()
    assert not window.gate.unlock.cover.emblem.empty
    window.shut_down()


def test_without_the_hub_it_says_so_and_keeps_what_is_typed(place: Place, hand: Hand) -> None:
    admin = admin_of(hand)
    hand.click(admin.screen.people.add_button)
    adding = dialog(hand, PersonDialog)
    assert isinstance(adding, PersonDialog)
    adding.name.set_text("Hà Thị Mai")
    place.hub.stop()
    hand.settle(0.5)
    assert adding.action_button is not None
    hand.click(adding.action_button)
    hand.wait(lambda: adding.banner.isVisible(), "it says that there is no line", 60)
    assert adding.name.text == "Hà Thị Mai"
    place.hub.start()
    hand.wait(lambda: not admin.busy, "nothing is asked")
    press(hand, adding)
    assert admin.view is not None
    assert "Hà Thị Mai" in {row.entry.name for row in admin.view.people}


def test_others_are_not_offered_administration(place: Place, qtbot: QtBot) -> None:
    window = MainWindow(OfficeServices(place.root / "lan"))
    qtbot.addWidget(window)
    window.show()
    hand = Hand(window)
    try:
        hand.unlock(PASSPHRASE)
        assert hand.book.shelf.header.menu.admin.isHidden()
        hand.book.admin.open()
        assert not hand.book.admin.shown
    finally:
        window.shut_down()
