"""The note key's way through the window, with two real vaults: this window's and another laptop's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.own_laptops import Post, an_own_laptop
from support.packets import Member
from support.windows import WindowOffice, WindowReader, before_the_window

from reader.core import note_key
from reader.core.book import Book
from reader.core.enrolling import note_key as key_of
from reader.core.enrolling import recovery_code
from reader.core.key_talk import Ended
from reader.ui.keys.get_dialog import GetKeyDialog
from reader.ui.keys.give_dialog import GiveKeyDialog
from reader.ui.keys.laptops import LaptopsDialog, StrangeDialog
from reader.ui.keys.notices import KeyNotices
from reader.ui.widgets import Dialog
from sync.errors import Code, SohopError
from sync.model.ids import EventId
from sync.wire.codec import encode_payload
from sync.wire.messages import Delivered, Outcome, Receipt

OTHER = an_own_laptop("d-other")
SECRET = b"0123456789abcdef"


class Person(WindowReader[WindowOffice]):
    """At this window, with another laptop beside it."""

    other: Book

    @property
    def notices(self) -> KeyNotices:
        return self.book.shelf.keys

    @property
    def get(self) -> GetKeyDialog:
        dialog = self.book.keys.dialog
        assert isinstance(dialog, GetKeyDialog)
        return dialog

    @property
    def give(self) -> GiveKeyDialog:
        dialog = self.book.keys.dialog
        assert isinstance(dialog, GiveKeyDialog)
        return dialog

    def carry(self) -> None:
        """What waits on each laptop is recorded and reaches the other, until nothing follows."""
        for _ in range(3):
            _put(self.other, self.window._books.wait(_take))
            sent = _take(self.other)
            note_key.go_on(self.other)
            self.happens(lambda here, sent=sent: (_put(here, sent), note_key.go_on(here)))

    def identity(self):
        return self.window._books.wait(lambda book: book.identity)


def _take(book: Book) -> list[Delivered]:
    """What waited is recorded; each vault belongs to its own thread."""
    now = datetime.now(UTC)
    taken = []
    for envelope in book.vault.outbox.pending(500):
        taken.append(Delivered(1, now, envelope))
        receipt = Receipt(event=envelope.event_id, accepted=True, recorded=now)
        book.vault.outbox.settle(Outcome(event=receipt.event, receipt=encode_payload(receipt)))
    return taken


def _put(book: Book, sent: list[Delivered]) -> None:
    for delivered in sent:
        book.vault.events.add(delivered)


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Person]:
    """``request.param``: whether this window's laptop is the new one."""
    new_here = bool(getattr(request, "param", False))
    office = WindowOffice(tmp_path / "here")
    paper = office.paper
    book = paper.book(tmp_path / "here", paper.lan)
    box = X25519PrivateKey.from_private_bytes(book.identity.box_seed).public_key().public_bytes_raw()
    here = Member(msgspec.structs.replace(paper.lan.cert, box_key=box, laptop="Máy bàn"), paper.lan.key)
    book.vault.trust.put_cert(paper.cert(OTHER))
    book.vault.trust.put_cert(paper.cert(here))
    if new_here:
        identity = msgspec.structs.replace(book.identity, note_key=key_of(SECRET), temporary=SECRET)
        with book.vault.changed_identity(identity):
            pass
    book.vault.close()
    post = Post(paper, tmp_path / "post")
    post.clock.now = datetime.now(UTC)
    other = post.laptop(OTHER, b"" if new_here else SECRET)
    other.vault.trust.put_cert(paper.cert(here))
    for one in before_the_window(Person, office, qtbot):
        one.other = other
        yield one
    post.close()


def press(person: Person, dialog: Dialog, *, safe: bool = False) -> None:
    button = dialog.safe_button if safe else dialog.action_button
    assert button is not None
    person.settle(0.5)  # the first moments answer nothing
    person.click(button)


def test_the_laptop_that_has_the_key_gives_it_after_comparing(person: Person) -> None:
    asked = note_key.ask(person.other)
    person.carry()
    person.wait(lambda: person.notices.asked.isVisible(), "the ask is on the shelf")
    assert "Máy d-other" in person.notices.asked.accessibleName()
    person.click(person.notices.asked.buttons[0])
    press(person, person.give)
    person.settle()
    person.carry()
    person.wait(lambda: person.give.digits.isVisible(), "the digits are there")
    there = note_key.keys(person.other).asking
    assert there is not None
    assert ", ".join(there.digits) in person.give.digits.accessibleName()
    press(person, person.give)
    person.settle()
    note_key.same(person.other, asked)
    person.carry()
    assert person.other.identity.note_key == person.identity().note_key
    press(person, person.give, safe=True)
    person.wait(lambda: not person.notices.asked.isVisible(), "nothing is asked any more")


def test_different_digits_say_what_they_mean(person: Person) -> None:
    note_key.ask(person.other)
    person.carry()
    person.wait(lambda: person.notices.asked.isVisible(), "the ask is on the shelf")
    person.click(person.notices.asked.buttons[0])
    press(person, person.give)
    person.settle()
    person.carry()
    person.wait(lambda: person.give.digits.isVisible(), "the digits are there")
    press(person, person.give, safe=True)
    person.wait(lambda: not person.give.digits.isVisible(), "it is over")
    assert "văn phòng" in person.give.accessibleDescription()
    person.carry()
    there = note_key.keys(person.other).asking
    assert there is not None
    assert there.ended is Ended.DIFFERENT


def test_escape_ends_nothing(person: Person) -> None:
    asked = note_key.ask(person.other)
    person.carry()
    person.wait(lambda: person.notices.asked.isVisible(), "the ask is on the shelf")
    person.click(person.notices.asked.buttons[0])
    press(person, person.give)
    person.settle()
    person.carry()
    QTest.keyClick(person.give, Qt.Key.Key_Escape)
    person.wait(lambda: person.book.keys.dialog is None, "the dialog is gone")
    person.carry()
    talk = next(one for one in note_key.keys(person.other).asked or [note_key.keys(person.other).asking])
    assert (talk.ask, talk.ended) == (EventId(asked), None)
    person.click(person.notices.asked.buttons[0])
    person.wait(lambda: person.give.digits.isVisible(), "it is where it was")


def test_a_laptop_that_is_not_this_persons_is_refused_and_explained(person: Person) -> None:
    note_key.ask(person.other)
    person.carry()
    person.wait(lambda: person.notices.asked.isVisible(), "the ask is on the shelf")
    person.click(person.notices.asked.buttons[1])
    person.wait(lambda: _dialog(person, StrangeDialog), "what to do is said")
    person.carry()
    there = note_key.keys(person.other).asking
    assert there is not None
    assert there.ended is Ended.REFUSED


def test_a_laptop_in_ones_name_is_told_until_it_is_known(person: Person) -> None:
    person.wait(lambda: person.notices.strangers.isVisible(), "the laptop is told")
    assert "Máy d-other" in person.notices.strangers.accessibleName()
    person.click(person.notices.strangers.buttons[1])
    person.wait(lambda: _dialog(person, StrangeDialog), "what to do is said")
    _dialog(person, StrangeDialog)[0].reject()
    assert person.notices.strangers.isVisible()
    person.click(person.notices.strangers.buttons[0])
    person.wait(lambda: not person.notices.strangers.isVisible(), "it is known now")
    person.happens(lambda _: None)
    person.settle()
    assert not person.notices.strangers.isVisible()


@pytest.mark.parametrize("person", [True], indirect=True)
def test_the_new_laptop_gets_the_key_from_the_menu_on(person: Person) -> None:
    person.wait(lambda: person.notices.lacking.isVisible(), "it says what is lacking")
    person.click(person.notices.lacking.buttons[1])  # later
    assert not person.notices.lacking.isVisible()
    person.book.shelf.header.menu.laptopsRequested.emit()
    person.wait(lambda: _dialog(person, LaptopsDialog), "the laptops are listed")
    press(person, _dialog(person, LaptopsDialog)[0])
    person.wait(lambda: person.book.keys.dialog is not None, "the ways are shown")
    press(person, person.get)
    person.settle()
    person.carry()
    (talk,) = note_key.keys(person.other).asked
    note_key.hear(person.other, talk.ask)
    person.carry()
    person.wait(lambda: person.get.digits.isVisible(), "the digits are there")
    note_key.same(person.other, talk.ask)
    person.carry()
    assert person.identity().temporary == SECRET
    press(person, person.get)
    person.wait(lambda: not person.get.digits.isVisible(), "it is done")
    assert person.identity().note_key == person.other.identity.note_key
    press(person, person.get, safe=True)
    person.wait(lambda: not person.notices.lacking.isVisible(), "nothing is lacking")


@pytest.mark.parametrize("person", [True], indirect=True)
def test_the_new_laptop_can_cancel_while_it_waits(person: Person) -> None:
    person.wait(lambda: person.notices.lacking.isVisible(), "it says what is lacking")
    person.click(person.notices.lacking.buttons[0])
    press(person, person.get)
    person.settle()
    press(person, person.get, safe=True)
    person.wait(lambda: person.book.keys.dialog is None, "the dialog is gone")
    person.carry()
    (talk,) = note_key.keys(person.other).asked
    assert talk.ended is Ended.CANCELLED
    lacking = person.notices.lacking
    person.wait(lambda: lacking.accessibleName().startswith("Ghi chú riêng ở máy"), "it can begin anew")


@pytest.mark.parametrize("person", [True], indirect=True)
def test_a_full_disk_is_said_and_can_be_tried_again(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Book) -> None:
        raise SohopError(Code.DISK_FULL)

    person.wait(lambda: person.notices.lacking.isVisible(), "it says what is lacking")
    person.click(person.notices.lacking.buttons[0])
    with monkeypatch.context() as patched:
        patched.setattr(note_key, "ask", full)
        press(person, person.get)
        person.wait(lambda: person.get._until.isVisible(), "it is said")
    press(person, person.get)
    person.wait(lambda: person.get._working.on, "it waits for the other")


@pytest.mark.parametrize("person", [True], indirect=True)
def test_a_recovery_code_is_taken_in_the_same_dialog(person: Person) -> None:
    person.wait(lambda: person.notices.lacking.isVisible(), "it says what is lacking")
    person.click(person.notices.lacking.buttons[0])
    person.settle(0.5)
    person.click(person.get._by_code)
    person.type(person.get._code.edit, "ABC")
    press(person, person.get)
    person.wait(lambda: person.get._code.error, "it was mistyped")
    code = b"fedcba9876543210"
    person.get._code.edit.setText(recovery_code(code))
    press(person, person.get)
    person.wait(lambda: person.identity().note_key == key_of(code), "the key is that of the code")
    person.wait(lambda: not person.notices.lacking.isVisible(), "nothing is lacking")


@pytest.mark.parametrize("person", [True], indirect=True)
def test_who_has_no_other_laptop_any_more_keeps_this_ones_key(person: Person) -> None:
    person.wait(lambda: person.notices.lacking.isVisible(), "it says what is lacking")
    person.click(person.notices.lacking.buttons[0])
    person.settle(0.5)
    person.click(person.get._alone)
    person.wait(lambda: person.get.own.isVisible(), "its code is shown")
    assert person.get.own.shown.accessibleName() == " ".join(recovery_code(SECRET))
    assert not person.get.own.button.isEnabled()
    person.get.own.check.setChecked(True)
    person.click(person.get.own.button)
    person.wait(lambda: not person.notices.lacking.isVisible(), "nothing is lacking")
    assert (person.identity().note_key, person.identity().temporary) == (key_of(SECRET), b"")


def _dialog(person: Person, kind: type[Dialog]) -> list[Dialog]:
    return [one for one in person.window.findChildren(kind) if one.isVisible()]
