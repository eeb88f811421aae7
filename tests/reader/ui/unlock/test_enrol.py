from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.core.owner import OwnerView
from reader.ui.unlock.enrol import EnrolScreen
from reader.ui.unlock.recovery import grouped
from sync.errors import Code, SohopError
from sync.wire.invitation import Invitation, link, new_secret, shown


@pytest.fixture
def screen(qtbot: QtBot) -> EnrolScreen:
    made = EnrolScreen()
    qtbot.addWidget(made)
    made.resize(1366, 696)
    made.show()
    return made


@pytest.fixture
def invitation() -> Invitation:
    return Invitation(address="https://hop.example:8443", secret=new_secret(), ca="", root_key="ab" * 32)


def asked(screen: EnrolScreen) -> list[Invitation]:
    found: list[Invitation] = []
    screen.contactRequested.connect(found.append)
    return found


def test_a_pasted_link_is_asked_with_its_fingerprints(
    qtbot: QtBot, screen: EnrolScreen, invitation: Invitation
) -> None:
    found = asked(screen)
    screen.code.link.set_text(link(invitation)[:-30].replace("enrol", "en"))
    assert screen.code.link.error
    screen.take_link(f" {link(invitation)}\n")
    assert screen.code.link.error == ""
    qtbot.mouseClick(screen.code.button, Qt.MouseButton.LeftButton)
    assert found == [invitation]


def test_an_invitation_file_is_read_and_another_file_is_refused(
    screen: EnrolScreen, invitation: Invitation, tmp_path: Path
) -> None:
    good, other = tmp_path / "moi.sohop", tmp_path / "other.txt"
    good.write_text(link(invitation) + "\n", encoding="utf-8")
    other.write_bytes(b"\xff\xfe\x00 no invitation")
    screen.code.take_file(str(other))
    assert screen.code.link.error
    screen.code.take_file(str(tmp_path / "absent"))
    assert screen.code.link.error
    screen.code.take_file(str(good))
    assert screen.code.invitation() == invitation


def test_a_typed_code_gets_its_hyphens_and_needs_the_address(qtbot: QtBot, screen: EnrolScreen) -> None:
    found = asked(screen)
    screen.code.ways.choose(1)
    secret = new_secret()
    qtbot.keyClicks(screen.code.code.edit, secret.lower())
    assert screen.code.code.text == shown(secret)
    assert not screen.code.button.isEnabled()
    screen.code.address.set_text("hop.example:8443")
    qtbot.keyClick(screen.code.code.edit, Qt.Key.Key_Return)
    assert found == [Invitation(address="https://hop.example:8443", secret=secret)]


def test_backspace_goes_through_the_hyphens(qtbot: QtBot, screen: EnrolScreen) -> None:
    screen.code.ways.choose(1)
    qtbot.keyClicks(screen.code.code.edit, "abcdefg")
    for _ in range(7):
        qtbot.keyClick(screen.code.code.edit, Qt.Key.Key_Backspace)
    assert screen.code.code.text == ""


def test_a_letter_of_no_code_is_named(qtbot: QtBot, screen: EnrolScreen) -> None:
    screen.code.ways.choose(1)
    qtbot.keyClicks(screen.code.code.edit, "abu")
    assert "“U”" in screen.code.code.error
    screen.code.code.set_text("ABâ")
    assert "bộ gõ" in screen.code.code.error


def test_link_and_code_in_the_wrong_field_find_their_way(screen: EnrolScreen, invitation: Invitation) -> None:
    screen.code.link.set_text(shown(invitation.secret))
    assert screen.code.ways.chosen == 1
    assert screen.code.code.text == shown(invitation.secret)
    screen.code.code.set_text(link(invitation))
    assert screen.code.ways.chosen == 0
    assert screen.code.invitation() == invitation


def test_the_whole_way(qtbot: QtBot, screen: EnrolScreen, owner: OwnerView, invitation: Invitation) -> None:
    made: list[tuple[str, str]] = []
    screen.createRequested.connect(lambda *both: made.append(both))
    screen.take_link(link(invitation))
    screen.contacting()
    assert not screen.code.button.isEnabled()
    screen.problem(SohopError(Code.NOT_A_HUB))
    assert (screen.step, screen._banner.isVisible()) == (0, True)
    assert screen.code.button.isEnabled()
    screen.contacting()
    screen.contacted(owner)
    assert (screen.step, screen._banner.isVisible()) == (1, False)
    new = screen.passphrase.new
    new.first.set_text("suối trong bản nhỏ")
    new.second.set_text("suối đục")
    assert new.second.error
    assert not screen.passphrase.button.isEnabled()
    new.second.set_text("suối trong bản nhỏ")
    qtbot.mouseClick(screen.passphrase.button, Qt.MouseButton.LeftButton)
    assert made == [("suối trong bản nhỏ", "")]
    screen.creating()
    screen.created("K7M2P9QX4TR3H8VWZ5CDK7M2P9")
    assert screen.step == 2
    assert new.first.text == ""
    assert screen.recovery.shown.text() == "K7M2P-9QX4T-R3H8V-WZ5CD-K7M2P9"
    assert not screen.recovery.button.isEnabled()
    screen.recovery.check.click()
    with qtbot.waitSignal(screen.finished):
        qtbot.mouseClick(screen.recovery.button, Qt.MouseButton.LeftButton)
    assert screen.recovery.shown.text() == ""


def test_a_recovery_code_must_be_whole(screen: EnrolScreen, owner: OwnerView) -> None:
    screen.contacted(owner)
    step = screen.passphrase
    for field in (step.new.first, step.new.second):
        field.set_text("đủ dài rồi đấy")
    step.recovery_link.click()
    step.recovery.set_text("K7M2P")
    assert not step.button.isEnabled()
    step.recovery.set_text("k7m2p-9qx4t-r3h8v-wz5cd-k7m2p9")
    assert step.button.isEnabled()


def test_the_recovery_code_can_be_saved(screen: EnrolScreen, tmp_path: Path) -> None:
    screen.recovery.set_code("K7M2P9QX4TR3H8VWZ5CDK7M2P9")
    screen.recovery.save(str(tmp_path / "ma.txt"))
    assert "WZ5CD-K7M2P9" in (tmp_path / "ma.txt").read_text(encoding="utf-8")
    screen.recovery.save(str(tmp_path / "absent" / "ma.txt"))
    assert "Chưa lưu được" in screen.recovery._said.text()
    assert grouped("") == ""


def test_who_has_a_laptop_already_is_told_where_the_key_is_instead_of_a_code(
    qtbot: QtBot, screen: EnrolScreen
) -> None:
    screen.contacted(OwnerView("Nguyễn Thị Lan", "", "HĐND xã Suối Lam", ""))
    screen.created("")
    assert screen.other_laptop.isVisible()
    assert not screen.recovery.isVisible()
    with qtbot.waitSignal(screen.finished):
        screen.other_laptop.button.click()
