"""Beside a result: the mark of the log, and the way to take its evidence away."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.core.views import BallotState
from reader.ui.ballot.result import ResultPaper
from sync.model.motion import MotionState

MARK = "3f9c 02ab 77d1 4410 9e0a 5b6c 1122 aa0f"


@pytest.fixture
def paper(qtbot: QtBot) -> ResultPaper:
    made = ResultPaper()
    qtbot.addWidget(made)
    made.resize(760, 640)
    made.show()
    return made


def a_motion(make: Any, *, proved: bool, mark: str = MARK) -> Any:
    ballot = replace(make.sealed(), state=BallotState.COUNTED, proved=proved)
    return make.motion(state=MotionState.CLOSED, result=make.result(log_mark=mark), ballot=ballot)


def test_whoever_has_a_receipt_can_take_the_proof_away(qtbot: QtBot, paper: ResultPaper, make: Any) -> None:
    motion = a_motion(make, proved=True)
    paper.set_motion(motion)
    assert paper.proof.isVisibleTo(paper)
    assert MARK in " ".join(label.text() for label in paper.proof.findChildren(QLabel))
    with qtbot.waitSignal(paper.proof.exportRequested) as asked:
        paper.proof.button.click()
    assert asked.args == [motion.meeting, motion.id]


def test_without_a_receipt_there_is_only_the_mark(paper: ResultPaper, make: Any) -> None:
    paper.set_motion(a_motion(make, proved=False))
    assert paper.proof.isVisibleTo(paper)
    assert not paper.proof.button.isVisibleTo(paper)


def test_a_result_without_a_log_has_neither(paper: ResultPaper, make: Any) -> None:
    paper.set_motion(a_motion(make, proved=True, mark=""))
    assert not paper.proof.isVisibleTo(paper)
