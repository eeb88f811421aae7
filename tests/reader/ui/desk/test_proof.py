"""The evidence on the secretary's page: for whoever may see all ballots."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.ui.desk.screen import DeskScreen
from sync.model.people import Role


def test_whose_laptop_saw_two_logs_stands_above_the_result(qtbot: QtBot, make: Any) -> None:
    screen = DeskScreen()
    qtbot.addWidget(screen)
    screen.resize(1360, 640)
    screen.show()
    screen.set_view(make.desk(make.closed(1)), ())
    assert screen.votes.forked.isHidden()
    screen.set_view(make.desk(replace(make.closed(1), forked=("Nguyễn Thị Lan",))), ())
    assert not screen.votes.forked.isHidden()
    assert "Nguyễn Thị Lan" in " ".join(label.text() for label in screen.votes.forked.findChildren(QLabel))


@pytest.mark.parametrize(
    ("role", "may"), [(Role.SECRETARY, True), (Role.CHAIR, True), (Role.TELLER, True), (Role.APPROVER, False)]
)
def test_the_button_is_there_for_those_who_may_see_all_ballots(
    qtbot: QtBot, make: Any, role: Role, may: bool
) -> None:
    screen = DeskScreen()
    qtbot.addWidget(screen)
    screen.resize(1360, 640)
    screen.show()
    one = make.closed(1)
    result = replace(one.motion.result, log_mark="3f9c 02ab")
    view = make.desk(replace(one, motion=replace(one.motion, result=result)))
    screen.set_view(replace(view, owner=replace(view.owner, roles=(role,))), ())
    proof = screen.votes.proof
    assert not proof.isHidden()
    assert proof.button.isHidden() is not may
