from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.core.owner import OwnerView
from reader.ui.theme import current
from reader.ui.unlock.help import ForgottenScreen, NotMineScreen
from reader.ui.unlock.unlock import UnlockScreen
from sync.errors import Code, SohopError


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(qtbot: QtBot, owner: OwnerView, clock: Clock) -> UnlockScreen:
    made = UnlockScreen(clock=clock)
    qtbot.addWidget(made)
    made.set_owner(owner)
    made.resize(1366, 696)
    made.show()
    return made


def test_the_button_and_enter_ask_with_what_was_typed(qtbot: QtBot, screen: UnlockScreen) -> None:
    asked: list[str] = []
    screen.unlockRequested.connect(asked.append)
    assert not screen.button.isEnabled()
    screen.field.set_text("suối trong bản nhỏ")
    qtbot.mouseClick(screen.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(screen.field.edit, Qt.Key.Key_Return)
    assert asked == ["suối trong bản nhỏ", "suối trong bản nhỏ"]


def test_a_wrong_passphrase_counts_down_and_lets_nothing_through_until_then(
    qtbot: QtBot, screen: UnlockScreen, clock: Clock
) -> None:
    asked: list[str] = []
    screen.unlockRequested.connect(asked.append)
    screen.field.set_text("sai rồi")
    screen.problem(SohopError(Code.WRONG_PASSPHRASE, seconds=8))
    assert screen.field.error == "Chưa đúng. Thử lại sau 8 giây"
    qtbot.keyClick(screen.field.edit, Qt.Key.Key_Return)
    assert asked == []
    clock.now += 5.5
    screen._count()
    assert screen.field.error == "Chưa đúng. Thử lại sau 3 giây"
    assert screen.field.text == "sai rồi"
    clock.now += 3
    screen._count()
    assert screen.button.isEnabled()
    screen.field.set_text("đúng rồi")
    assert screen.field.error == ""


def test_while_busy_nothing_is_asked_twice(qtbot: QtBot, screen: UnlockScreen) -> None:
    asked: list[str] = []
    screen.unlockRequested.connect(asked.append)
    screen.field.set_text("mật khẩu")
    screen.set_busy(True)
    qtbot.keyClick(screen.field.edit, Qt.Key.Key_Return)
    assert asked == []
    assert screen.field.edit.isReadOnly()
    screen.set_busy(False)
    assert screen.button.isEnabled()


def test_another_problem_is_said_in_the_page(screen: UnlockScreen) -> None:
    screen.set_busy(True)
    screen.problem(SohopError(Code.VAULT_NEWER))
    assert "bản mới" in screen._banner.accessibleDescription()
    assert screen._banner.isVisible()


def test_clear_forgets_what_was_typed(screen: UnlockScreen) -> None:
    screen.field.set_text("mật khẩu")
    assert screen.field.reveal is not None
    screen.field.reveal.setChecked(True)
    screen.wrong(3)
    screen.clear()
    assert (screen.field.text, screen.field.error, screen.field.reveal.isChecked()) == ("", "", False)


def test_narrow_or_large_the_cover_goes_and_the_office_stays(screen: UnlockScreen) -> None:
    assert screen.cover.isVisible()
    current().set_scale(2.0)
    screen.resize(1366, 695)
    assert not screen.cover.isVisible()
    assert "Suối Lam" in screen.office.text()


def test_the_pages_beside_it_lead_back(qtbot: QtBot, owner: OwnerView) -> None:
    for page in (ForgottenScreen(), NotMineScreen()):
        qtbot.addWidget(page)
        page.set_owner(owner)
        page.show()
        with qtbot.waitSignal(page.back):
            qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    assert not page.again_button.isVisible()


def test_the_passphrase_is_asked_for_before_the_database_and_the_engines_are_loaded() -> None:
    late = ("sqlcipher3", "reader.pdf", "sync.engine", "cryptography", "httpx")
    code = f"import sys, reader.ui.window; print([one for one in {late} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
