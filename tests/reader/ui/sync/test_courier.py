"""A delegate and a secretary before the window with a stick, real vaults, and no line at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support.packets import MEETING, MOTION, NOON, Member, PaperOffice
from support.paper_bundles import PaperContent, letter, paper_bundle
from support.windows import WindowOffice, WindowReader, before_the_window

from reader.app.courier import OfficeStick
from reader.core import voting
from reader.core.book import Book
from reader.core.line_views import RoomAt, RoomHubState, RoomHubView
from reader.core.stick_views import Brought, Took, Trouble, Written
from reader.core.views import Line, LineView, SyncView
from reader.ui.sync import stick_words, words
from reader.ui.sync.courier import Courier
from reader.ui.sync.places import StickPlace
from reader.ui.sync.stick_dialogs import ContentsDialog, OutcomeDialog, PlaceDialog
from reader.ui.widgets import Dialog
from sync.courier.stick import look
from sync.errors import Code
from sync.wire.bundle import Way
from sync.wire.messages import Delivered, ExchangeReply, Packet

PAPER = PaperOffice()
DATA = b"%PDF- one" * 4_000
ITEM = PAPER.item(PAPER.document(DATA))


def reply(*packets: Packet, opened: tuple[Delivered, ...] = ()) -> ExchangeReply:
    return ExchangeReply(
        state=b"s" * 16,
        time=datetime.now(UTC),
        cursor=9,
        roster=PAPER.by_root(PAPER.roster()),
        packets=packets,
        events=opened,
    )


def office_of(profile: Path, member: Member) -> WindowOffice:
    office = WindowOffice(profile)
    PAPER.vault(profile, member).close()
    return office


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    made = tmp_path / "usb"
    made.mkdir()
    return made


@pytest.fixture
def hand(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowReader[WindowOffice]]:
    """The delegate Lan."""
    yield from before_the_window(WindowReader, office_of(tmp_path / "lan", PAPER.lan), qtbot)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowReader[WindowOffice]]:
    """The secretary Thu."""
    yield from before_the_window(WindowReader, office_of(tmp_path / "thu", PAPER.thu), qtbot)


def courier_of(hand: WindowReader[WindowOffice], usb: Path) -> Courier:
    """With this one stick plugged in."""
    courier = hand.book.courier
    courier._find = lambda: [StickPlace(usb, "KINGSTON", 10**9)]
    return courier


def dialog(hand: WindowReader[WindowOffice], kind: type[Dialog]) -> Dialog:
    hand.wait(lambda: isinstance(hand.book.courier.dialog, kind), kind.__name__)
    shown = hand.book.courier.dialog
    assert shown is not None
    hand.wait(shown.isVisible, "it is shown")
    hand.settle(0.5)  # a dialog is deaf at first
    return shown


def said(shown: Dialog) -> str:
    return shown.accessibleDescription()


def test_a_packet_comes_from_a_stick_and_a_ballot_goes_onto_it(
    hand: WindowReader[WindowOffice], usb: Path
) -> None:
    manifest = PAPER.manifest(ITEM)
    bare = PAPER.packet(manifest, ITEM, seq=3)
    opening = Delivered(5, NOON, PAPER.opening(manifest))
    packet = Packet(seq=3, manifest=bare.manifest, descriptors=(), kept=(0,))
    paper_bundle(
        PAPER, usb, [letter(PAPER.lan, reply(packet, opened=(opening,)))], PaperContent((ITEM, DATA))
    )
    courier = courier_of(hand, usb)
    hand.book.show_sync()
    hand.click(hand.book.sync.from_stick)
    place = dialog(hand, PlaceDialog)
    assert place.action_button is not None
    hand.click(place.action_button)
    contents = dialog(hand, ContentsDialog)
    assert said(contents) == "Có gói cho máy này"
    assert contents.action_button is not None
    hand.click(contents.action_button)
    outcome = dialog(hand, OutcomeDialog)
    assert said(outcome) == "Đã nhận xong"
    hand.click(outcome.safe_button)
    stored = hand.window._books.wait(lambda book: book.vault.packets.current(MEETING))
    assert stored.complete

    hand.happens(lambda book: voting.cast(book, MEETING, MOTION, ("c1",)))
    hand.book.show_sync()
    hand.wait(lambda: hand.book.sync_view.waiting, "the ballot waits")
    hand.click(hand.book.sync.to_stick)
    place = dialog(hand, PlaceDialog)
    assert place.action_button is not None
    hand.click(place.action_button)
    hand.wait(
        lambda: isinstance(courier.dialog, OutcomeDialog) and courier.dialog is not outcome, "it is there"
    )
    assert "chưa được ghi nhận" in said(dialog(hand, OutcomeDialog))
    hand.wait(lambda: hand.book.sync_view.waiting[0].passage.copied is not None, "the list says so")
    state = words.act_state(hand.book.sync_view.waiting[0], talking=False)
    assert state.text.startswith("Đã chép ra USB lúc")
    assert state.text.endswith("chưa được ghi nhận")
    (found,) = [one for one in look(usb) if one.head.way is Way.HOME]
    assert found.whole
    assert b"ballot" not in found.path.read_bytes()


def test_what_is_not_for_this_laptop_offers_nothing(hand: WindowReader[WindowOffice], usb: Path) -> None:
    paper_bundle(PAPER, usb, [letter(PAPER.minh, reply())])
    (usb / "la.sohop").write_bytes(b"abc")
    courier_of(hand, usb).look_at(usb)
    contents = dialog(hand, ContentsDialog)
    assert said(contents) == "Không có gói nào cho máy này"
    assert contents.action_button is None


def test_without_a_line_the_desk_is_told_and_the_bundle_stays_on_the_stick(
    desk: WindowReader[WindowOffice], hand_file: Path, usb: Path
) -> None:
    courier_of(desk, usb).look_at(usb)
    contents = dialog(desk, ContentsDialog)
    assert said(contents) == "Có 1 gói gửi về cơ quan"
    assert contents.action_button is not None
    desk.click(contents.action_button)
    assert said(dialog(desk, OutcomeDialog)) == "Chưa nhận được gì"
    assert hand_file.exists()


@pytest.fixture
def hand_file(tmp_path: Path, usb: Path) -> Path:
    """What Lan wrote home."""

    book = Book(PAPER.vault(tmp_path / "other", PAPER.lan))
    OfficeStick(lambda work: work(book)).write_home(usb, lambda share: None, lambda: False)
    book.vault.close()
    (found,) = look(usb)
    return found.path


def test_no_stick_is_said_and_looked_for_again(hand: WindowReader[WindowOffice], usb: Path) -> None:
    courier = courier_of(hand, usb)
    found: list[StickPlace] = []
    courier._find = lambda: found
    courier.take()
    place = dialog(hand, PlaceDialog)
    assert isinstance(place, PlaceDialog)
    assert place.action_button is not None
    assert place.none.isVisible()
    assert not place.action_button.isEnabled()
    found.append(StickPlace(usb, "KINGSTON", 10**9))
    hand.click(place.again)
    assert not place.none.isVisible()
    assert place.action_button.isEnabled()


def test_a_stick_that_is_gone_is_said_and_nothing_is_marked(
    hand: WindowReader[WindowOffice], tmp_path: Path
) -> None:
    courier_of(hand, tmp_path).home_to(tmp_path / "none" / "SOHOP")
    hand.wait(lambda: hand.book.courier.dialog is not None, "it is said")
    assert hand.window._books.wait(lambda book: book.vault.outbox.carried()) == {}


def test_words_tell_each_thing_that_came() -> None:
    missing = Trouble(Code.BUNDLE_PART_MISSING, {"part": 2, "parts": 3})
    _, heading, entries, _ = stick_words.outcome(
        Took(bundles=1, confirmed=2, received=1, versions=("Kỳ họp 5",), size=2_000_000, troubles=(missing,))
    )
    assert heading == "Đã nhận một phần"
    assert [entry.title for entry in entries][:2] == [
        "2 việc của bạn đã được ghi nhận",
        "Tài liệu mới: Kỳ họp 5",
    ]
    assert entries[-1].title == "Gói có 3 phần, trên USB còn thiếu phần 2."
    _, heading, entries, _ = stick_words.outcome(Took(bundles=1))
    assert (heading, entries[0].title) == ("Đã nhận xong", "Máy này đã có đủ, không có gì mới trên USB.")
    _, heading, entries, _ = stick_words.outcome(Written("/usb/SOHOP", 2, 5_000, devices=24, resumed=True))
    assert heading == "Gói cho 24 máy đã ở trên USB"
    assert len(entries) == 2


def test_words_tell_what_a_room_hub_did_and_call_nothing_recorded_that_is_not() -> None:
    _, _, entries, _ = stick_words.outcome(Took(bundles=1, confirmed=1, in_room=2, on_way=3))
    assert [entry.title for entry in entries] == [
        "1 việc của bạn đã được ghi nhận",
        "2 việc của bạn đã nhận qua trạm phòng họp – chờ máy chủ ghi nhận",
        "3 việc của bạn đang chuyển đến trạm phòng họp – chưa được ghi nhận",
    ]
    brought = Brought(PAPER.lan.device, "Lan", 2, 0, 0, carried=1, room="Phòng họp lớn")
    _, _, (entry,), _ = stick_words.outcome(Took(brought=(brought,)))
    assert entry.detail == "Trạm “Phòng họp lớn” đã nhận 2 việc, chuyển tiếp 1. Biên nhận đã chép lên USB."
    _, _, entries, _ = stick_words.outcome(Written("/usb/SOHOP", 1, 5_000, devices=2, room="Phòng họp lớn"))
    assert entries[1].title == "Phần riêng của từng máy do trạm “Phòng họp lớn” làm"
    _, _, entries, _ = stick_words.outcome(Written("/usb/SOHOP", 2, 5_000, acts=1, beside="Phòng họp lớn"))
    assert entries[1].title == "Có cả phần của trạm “Phòng họp lớn”"
    full = Trouble(Code.STICK_FULL, {"need": "9 MB", "free": "1 MB"})
    _, _, entries, _ = stick_words.outcome(Written("/usb/SOHOP", 1, 5_000, acts=1, troubles=(full,)))
    assert entries[1].title == "Chưa chép được phần của trạm phòng họp"
    brought = Brought(PAPER.room.device, "Phòng họp lớn", 45, 0, 0, receipts=False)
    _, _, (entry,), _ = stick_words.outcome(Took(brought=(brought,)))
    assert entry.detail == "Đã ghi nhận 45 việc."
    _, _, (entry,), _ = stick_words.outcome(Took(brought=(replace(brought, recorded=0),)))
    assert entry.detail == "Không có việc nào chờ ghi nhận."
    nameless = RoomAt(PAPER.lan.device, "10.0.0.2")
    assert "xin từ trạm phòng họp, vì" in stick_words.letters_by(nameless)


@pytest.mark.parametrize(
    ("first", "expected"), [(True, "đưa vào trạm “Phòng họp lớn”"), (False, "đưa lên máy chủ của cơ quan")]
)
def test_the_desk_is_told_which_hub_will_be_asked(
    desk: WindowReader[WindowOffice], hand_file: Path, usb: Path, first: bool, expected: str
) -> None:
    assert desk.office.line is not None
    desk.office.line.room = RoomAt(PAPER.lan.device, "127.0.0.1:9", "Phòng họp lớn", first)
    courier_of(desk, usb).look_at(usb)
    contents = dialog(desk, ContentsDialog)
    assert any(expected in one.text() for one in contents.findChildren(QLabel))


def test_a_room_hub_that_cannot_be_asked_is_told_and_the_own_part_is_there(
    desk: WindowReader[WindowOffice], usb: Path
) -> None:
    assert desk.office.line is not None
    desk.office.line.room = RoomAt(PAPER.room.device, "127.0.0.1:9", "Phòng họp lớn")
    courier = courier_of(desk, usb)
    courier.home(SyncView(LineView(Line.OFFLINE)))
    asked = dialog(desk, PlaceDialog)
    assert any("“Phòng họp lớn” đã nhận" in one.text() for one in asked.findChildren(QLabel))
    asked.reject()
    courier.home_to(usb)
    done = dialog(desk, OutcomeDialog)
    shown = [one.text() for one in done.findChildren(QLabel)]
    assert "Chưa chép được phần của trạm phòng họp" in shown
    assert len(look(usb)) == 1


def test_where_only_sticks_go_the_desks_line_uses_the_room_hub_on_its_own_laptop(
    desk: WindowReader[WindowOffice],
) -> None:
    line, running = desk.office.line, RoomHubView(RoomHubState.RUNNING, here="127.0.0.1:8744")
    assert line is not None
    for _ in range(2):  # it says the same again and again
        desk.office.room_hub.report(running)
    desk.wait(lambda: line.tried, "it is asked")
    desk.office.room_hub.report(RoomHubView(RoomHubState.READY))
    line.room = RoomAt(PAPER.lan.device, "10.0.0.2:8744", "Phòng họp nhỏ")
    desk.office.room_hub.report(replace(running, here="127.0.0.1:9999", addresses=("10.0.0.9:9999",)))
    desk.wait(lambda: not desk.book.sync.room.project.isHidden(), "the card shows it")
    assert line.tried == ["127.0.0.1:8744"]  # one that it has is left alone


def test_who_closes_her_own_room_hub_has_left_it_before(desk: WindowReader[WindowOffice]) -> None:
    line, hub = desk.office.line, desk.office.room_hub
    assert line is not None
    hub.report(RoomHubView(RoomHubState.RUNNING, ("10.0.0.9:8744",), here="127.0.0.1:8744"))
    desk.wait(lambda: not desk.book.sync.room.end.isHidden(), "it can be closed")
    desk.book.sync.room.end.click()
    assert line.left == ["127.0.0.1:8744", "10.0.0.9:8744"]
    assert hub.asked == ["stop"]


def test_a_bundle_of_a_room_hub_that_is_not_known_is_named_and_not_taken(
    hand: WindowReader[WindowOffice], usb: Path
) -> None:
    stranger = PaperOffice(recorder=PAPER.room.device)
    paper_bundle(stranger, usb, [letter(PAPER.lan, reply())])
    courier_of(hand, usb).look_at(usb)
    contents = dialog(hand, ContentsDialog)
    assert said(contents) == "Không có gói nào cho máy này"
    stick = OfficeStick(hand.window._books.wait)
    (entry,) = stick_words.file_entries(stick.look(usb).files, 8)
    assert "trạm phòng họp mà máy này chưa biết" in entry.detail
    took = stick.take(usb, lambda share: None, lambda: False)
    assert [trouble.code for trouble in took.troubles] == [Code.BUNDLE_STRANGE_HUB]
    assert took.bundles == 0
