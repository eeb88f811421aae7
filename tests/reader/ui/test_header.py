from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.core.owner import OwnerView
from reader.ui.dialogs import AboutDialog, PassphraseDialog
from reader.ui.header import Header
from reader.ui.theme import Mode, current
from reader.ui.widgets.pill import Sign
from sync.errors import Code, SohopError
from sync.model.people import Role

OWNER = OwnerView("Hoàng Thị Lượng", "", "HĐND xã Suối Lam", "Nhiệm kỳ 2026–2031", (Role.DELEGATE,))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The program's own look, light, at 100 %; afterwards screens are deleted (no loop runs here)."""
    current().apply(qapp)
    current().set_mode(Mode.LIGHT)
    current().set_scale(1.0)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    made = Header(tabs=("Kệ họp", "Đồng bộ"))
    qtbot.addWidget(made)
    made.set_owner(OWNER)
    made.resize(1360, 56)
    made.show()
    return made


def test_tabs_are_chosen_by_the_person_only(qtbot: QtBot, header: Header) -> None:
    chosen: list[int] = []
    header.tabChosen.connect(chosen.append)
    header.set_tab(1)
    assert chosen == []
    header._tabs.choose(0)
    assert chosen == [0]


def test_the_way_back(qtbot: QtBot) -> None:
    made = Header(back="Kệ họp", title="Kỳ họp thứ năm")
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.backPressed):
        qtbot.mouseClick(made._back, Qt.MouseButton.LeftButton)


def test_the_name_gives_way_when_it_is_narrow(header: Header) -> None:
    wide = header._owner.sizeHint().width()
    header.resize(1018, 56)
    assert header._owner.sizeHint().width() < wide
    assert header._owner.toolTip() == OWNER.person


def test_the_menu_says_what_was_chosen_and_changes_nothing(header: Header) -> None:
    menu = header.menu
    modes: list[str] = []
    scales: list[float] = []
    languages: list[str] = []
    menu.modeChosen.connect(modes.append)
    menu.scaleChosen.connect(scales.append)
    menu.languageChosen.connect(languages.append)
    menu._modes.choose(1)
    menu._larger.click()
    menu._languages.choose(1)
    assert (modes, scales, languages) == (["dark"], [1.1], ["en"])
    assert current().mode is Mode.LIGHT
    current().set_scale(2.0)
    assert not menu._larger.isEnabled()
    current().set_mode(Mode.CONTRAST)
    assert menu._contrast.isChecked()
    assert modes == ["dark"]


def test_a_menu_that_is_closed_keeps_no_picture_of_the_window(header: Header) -> None:
    header.menu._take_corners()
    assert header.menu._corners._pictures
    QApplication.sendEvent(header.menu, QHideEvent())
    assert not header.menu._corners._pictures


def test_a_new_passphrase_is_asked_for_and_the_dialog_waits(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PassphraseDialog(window)
    asked: list[tuple[str, str]] = []
    dialog.changeRequested.connect(lambda *both: asked.append(both))
    dialog.old.set_text("cũ")
    for field in (dialog.new.first, dialog.new.second):
        field.set_text("bốn chữ rất mới")
    dialog.accept()
    dialog.accept()
    assert asked == [("cũ", "bốn chữ rất mới")]
    dialog.problem(SohopError(Code.WRONG_PASSPHRASE, seconds=0))
    assert dialog.old.error == "Chưa đúng mật khẩu đang dùng."
    dialog.old.set_text("cũ hơn")
    assert dialog.old.error == ""
    dialog.accept()
    dialog.succeeded()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.old.text == ""


def test_about_says_what_is_not_defended(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = AboutDialog(window)
    said = " ".join(label.accessibleName() for label in dialog.findChildren(QWidget))
    assert "AGPL-3.0" in said
    assert "Không bảo vệ được" in said


def test_a_long_title_is_cut_before_what_is_said_of_the_line(qtbot: QtBot) -> None:
    header = Header(back="Kệ họp", title="Kỳ họp thứ sáu Hội đồng nhân dân xã Suối Lam " * 3)
    qtbot.addWidget(header)
    said = Sign("Đã lưu trên máy lúc 12:49")
    header.right.addWidget(said)
    header.resize(1366, 56)
    header.show()
    assert said.width() >= said.sizeHint().width()
    assert header._title.width() > 400
    header.set_title("Kỳ họp")
    qtbot.waitUntil(lambda: header._title.width() == header._title.sizeHint().width())
