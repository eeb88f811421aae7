"""What the dialogs of administration make of what is typed, and what stays when the hub can't be asked."""

from __future__ import annotations

from dataclasses import replace as replace_row

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.admin_views import office_view
from reader.ui.admin import words
from reader.ui.admin.code_dialogs import IssueDialog
from reader.ui.admin.import_dialog import ImportDialog
from reader.ui.admin.office_page import OfficePage
from reader.ui.admin.people_page import PeoplePage
from reader.ui.admin.person_dialog import PersonDialog
from reader.ui.admin.qr import dots
from reader.ui.admin.screen import AdminScreen, Tab
from reader.ui.admin.words import roles_text
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId
from sync.model.people import Role
from sync.personnel.columns import Doubt, Line
from sync.personnel.plan import plan
from tools.admin_states import fresh_code, office


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_groups_are_parted_and_blanks_taken_off(window: QWidget) -> None:
    dialog = PersonDialog(window, None)
    assert dialog.action_button is not None
    assert not dialog.action_button.isEnabled()
    dialog.name.set_text("  Hà   Thị Mai ")
    dialog.groups.set_text("Tổ 1; ; Ban Pháp  chế;Tổ 1")
    dialog.roles[Role.TELLER].setChecked(True)
    entry = dialog.entry
    assert (entry.name, entry.groups) == ("Hà Thị Mai", ("Tổ 1", "Ban Pháp chế"))
    assert entry.roles == (Role.DELEGATE, Role.TELLER)
    assert dialog.action_button.isEnabled()


def test_every_role_has_a_name_and_a_room_hub_is_no_persons(window: QWidget) -> None:
    assert len(roles_text(tuple(Role)).split(", ")) == len(Role)
    dialog = PersonDialog(window, None)
    assert set(dialog.roles) == set(Role) - {Role.ROOM_HUB}
    assert dialog.entry.roles == (Role.DELEGATE,)


def test_without_a_role_or_a_change_there_is_nothing_to_save(window: QWidget) -> None:
    row = office().people[0]
    dialog = PersonDialog(window, row)
    assert dialog.action_button is not None
    assert not dialog.action_button.isEnabled()
    dialog.title.set_text("Trưởng ban")
    assert dialog.action_button.isEnabled()
    dialog.roles[Role.DELEGATE].setChecked(False)
    assert not dialog.action_button.isEnabled()


def test_a_room_hub_is_shown_as_one_and_stays_one(window: QWidget) -> None:
    row = office().people[0]
    hub = replace_row(row, entry=replace(row.entry, name="Trạm của thư ký", roles=(Role.ROOM_HUB,)))
    assert "Trạm phòng họp" in words.person_note(hub)
    dialog = PersonDialog(window, hub)
    dialog.title.set_text("Phòng họp tầng 2")
    assert dialog.entry.roles == (Role.ROOM_HUB,)


def test_a_list_without_anything_new_can_only_be_left(window: QWidget) -> None:
    view = office()
    same = [Line(2, view.people[0].entry.name, code=view.people[0].entry.code)]
    assert ImportDialog(window, "x.csv", plan(same, view.overview.people)).action_button is None
    doubtful = [Line(3, "=1+1", doubts=(Doubt.FORMULA,))]
    dialog = ImportDialog(window, "x.csv", plan(doubtful, view.overview.people))
    assert dialog.action_button is None
    assert "=1+1" in dialog.list.records[0].title
    assert dialog.which.chosen == 2


def test_codes_are_offered_to_those_who_have_neither_laptop_nor_code(window: QWidget) -> None:
    view = office()
    dialog = IssueDialog(window, view)
    assert set(dialog.chosen) == {
        row.entry.person for row in view.people if not row.laptops and row.code_until is None
    }
    dialog.search.set_text("ban phap che")
    assert len(dialog.list.rows) == 8
    dialog.none_button.click()
    assert dialog.action_button is not None
    assert not dialog.action_button.isEnabled()


def test_a_name_that_is_being_typed_survives_another_look_at_the_hub(qtbot: QtBot) -> None:
    page = OfficePage()
    qtbot.addWidget(page)
    page.set_view(office())
    assert not page.save_button.isEnabled()
    page.name.set_text("HĐND phường")
    page.set_view(office())
    assert page.name.text == "HĐND phường"
    assert page.save_button.isEnabled()


def test_people_are_found_without_accents(qtbot: QtBot) -> None:
    page = PeoplePage()
    qtbot.addWidget(page)
    page.set_view(office())
    page.search.set_text("quach lan")
    assert page.list.records[0].title.startswith("Quách Thị Lan")
    page.search.set_text("không có ai")
    assert not page.list.records


def test_without_the_hub_the_screen_says_so_and_keeps_what_it_shows(qtbot: QtBot) -> None:
    screen = AdminScreen()
    qtbot.addWidget(screen)
    screen.set_view(office(), {})
    screen.show_tab(Tab.LAPTOPS)
    screen.problem(SohopError(Code.OFFLINE))
    assert not screen.banner.isHidden()
    assert screen.laptops.list.records
    with qtbot.waitSignal(screen.again):
        screen.banner.buttons[0].click()


def test_a_laptop_with_other_roles_than_its_person_is_said(qtbot: QtBot) -> None:
    view = office()
    overview = view.overview
    first = next(row.entry for row in view.people if row.laptops)
    people = tuple(
        replace(one, roles=(Role.GUEST,)) if one.person == first.person else one for one in overview.people
    )
    changed = office_view(replace(overview, people=people), DeviceId("d-x"))
    row = changed.person(first.person)
    assert row is not None
    assert row.roles_differ


def test_a_link_becomes_dots_with_white_around() -> None:
    made = dots(fresh_code().link)
    assert len(made) == len(made[0])
    assert not any(made[0])
    assert not any(row[0] for row in made)
    assert made[4][4]
