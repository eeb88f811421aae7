"""Who may read an item: whole groups are chosen at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.compose.access import AccessDialog
from sync.model.ids import PersonId
from sync.model.people import PersonEntry, Role


def person(name: str, *groups: str) -> PersonEntry:
    return PersonEntry(person=PersonId(f"p-{name}"), name=name, roles=(Role.DELEGATE,), groups=groups)


def test_a_group_is_chosen_with_all_its_members_and_shows_when_one_is_missing(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    people = [person("lan", "Tổ 1", "Ban Pháp chế"), person("minh", "Tổ 1"), person("thu", "Tổ 2")]
    dialog = AccessDialog(parent, "Mục 1", people, ["p-thu"])
    assert not dialog.groups["Tổ 1"].isChecked()
    assert dialog.groups["Tổ 2"].isChecked()
    dialog.groups["Tổ 1"].click()
    assert set(dialog.chosen) == {"p-lan", "p-minh", "p-thu"}
    assert dialog.groups["Ban Pháp chế"].isChecked()
    dialog.checks[PersonId("p-lan")].click()
    assert not dialog.groups["Tổ 1"].isChecked()
    dialog.groups["Tổ 2"].click()
    assert dialog.chosen == ("p-minh",)
