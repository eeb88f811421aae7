"""What the window is told of the line: not too often, and everything that matters once."""

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from support.own_laptops import Post, an_own_laptop
from support.packets import MEETING, NOON

from reader.app import line as lines
from reader.app import room_line
from reader.core import note_key, saving, standing
from reader.core.composing import beginning, sent
from reader.core.preparing import Submitted
from reader.core.views import DeviceState, Line, SavingView
from sync.engine.machine import Phase
from sync.engine.runner import Happened, Status
from sync.engine.settle import Applied
from sync.errors import Code
from sync.model.events import CheckIn, Event, OpenAsk, ReportDestroyed
from sync.model.ids import EventId
from sync.model.opinion import Attendance
from sync.wire.codec import decode_payload

DOCUMENT = "doc-1"
DOWN = Status(phase=Phase.FETCHING, online=True, fetching=DOCUMENT)


class FakeRunner:
    """Takes orders and does nothing."""

    def __init__(self):
        self.cap = type("Cap", (), {"rate": None})()
        self.small = None
        self.woken = 0
        self.wanted = []

    def small_only(self, on):
        self.small = on

    def wake(self, *, urgent=True):
        self.woken += 1

    def want(self, document):
        self.wanted.append(document)


class Window:
    """An OfficeLine whose clock is held here, and what it told."""

    def __init__(self, book, monkeypatch):
        self.book, self.runner, self.now = book, FakeRunner(), 1_000.0
        self.told = []
        monkeypatch.setattr(lines, "runner", lambda *_: self.runner)
        self.line = lines.OfficeLine(
            book, lambda work: work(book), lambda *what: self.told.append(what), lambda: self.now
        )

    def happens(self, status=DOWN, **what):
        self.line._happened(Happened(status, **what))

    @property
    def log(self):
        return [(entry.what, entry.name) for entry in self.told[-1][0].log]


@pytest.fixture
def window(book, monkeypatch):
    return Window(book, monkeypatch)


class FakeRoom(FakeRunner):
    """A room hub that answers until it is told to stop, and says so as the last thing."""

    def __init__(self, report):
        super().__init__()
        self.report = report
        self.stopped = False

    def start(self):
        self.report(Happened(DOWN))

    def status(self):
        return DOWN

    def stop(self):
        self.report(Happened(DOWN))
        self.stopped = True


@pytest.fixture
def in_room(window, monkeypatch):
    """The window's line, which talks to the room hub on this laptop."""
    monkeypatch.setattr(room_line, "identify", lambda address, ca: "d-room")
    monkeypatch.setattr(room_line.recorders, "name_of", lambda book, room: "Phòng họp lớn")
    monkeypatch.setattr(
        room_line, "room_runner", lambda book, room, at, memory, wishes, report, turn: FakeRoom(report)
    )
    window.runner.status = lambda: DOWN
    window.told = Told()
    window.line.try_room("127.0.0.1:8744")
    window.told.until(lambda view: view.room is not None and view.room.line is Line.ONLINE)
    return window


class Told(list):
    """What threads tell."""

    def __init__(self):
        super().__init__()
        self.news = threading.Condition()

    def append(self, what):
        with self.news:
            super().append(what)
            self.news.notify()

    def until(self, holds):
        with self.news:
            assert self.news.wait_for(lambda: self and holds(self[-1][0]), 20)


def put(book, office, **changes):
    item = office.item(office.document(b"a" * 9_000))
    manifest = office.manifest(item, starts=datetime.now(UTC) + timedelta(days=1), **changes)
    office.deliver(book.vault, manifest, item)


def test_a_room_hub_that_is_closed_on_purpose_is_not_lost(in_room):
    in_room.line.leave_room(("127.0.0.1:8744", "192.168.1.20:8744"))
    in_room.told.until(lambda view: view.log[0].what == "room_closed")
    view, _ = in_room.told[-1]
    assert view.room is None  # as if there had never been one
    assert in_room.log == [("room_closed", ""), ("room_connected", "")]
    assert in_room.line.room_at() is None
    in_room.line.try_room("127.0.0.1:8744")
    in_room.told.until(lambda view: view.log[0].what == "room_connected")


def test_another_room_hub_than_the_one_that_is_closed_is_still_talked_to(in_room):
    in_room.line.leave_room(("10.0.0.9:8744",))
    assert in_room.line.room_at() is not None
    assert in_room.log == [("room_connected", "")]


def test_an_office_without_a_room_hub_does_not_wait_for_mdns():
    code = "import sys, reader.app.line; print('zeroconf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_download_is_told_of_a_few_times_a_second(window):
    for _ in range(100):
        window.happens(arrived=DOCUMENT)
        window.now += 0.02
    assert 4 <= len(window.told) <= 10
    assert all(changed for _, changed in window.told)


def test_the_end_of_a_download_tells_what_was_kept_back(window):
    window.happens(arrived=DOCUMENT)
    window.happens(arrived=DOCUMENT)
    assert len(window.told) == 1
    window.happens(replace(DOWN, phase=Phase.RESTING, fetching=None))
    assert [changed for _, changed in window.told] == [True, True]


def test_a_line_that_breaks_is_told_at_once(window):
    window.happens(arrived=DOCUMENT)
    window.happens(replace(DOWN, online=False, fetching=None), what="lost")
    assert window.told[-1][0].line is Line.OFFLINE
    assert window.log == [("lost", "")]


def test_who_has_voted_is_shown_when_nothing_else_came(window):
    window.happens(applied=Applied())
    window.happens(applied=Applied(desk=True))
    assert [changed for _, changed in window.told] == [False, True]


def test_the_document_under_way_is_named(window):
    window.happens(arrived=DOCUMENT)
    assert window.told[0][0].fetching == DOCUMENT


def test_what_was_asked_of_the_line_is_asked_again_at_the_next_start(book, monkeypatch):
    saving.put_saving(book, SavingView(small_only=True, cap=32))
    window = Window(book, monkeypatch)
    assert (window.runner.small, window.runner.cap.rate) == (True, 4_000)
    window.line.save(SavingView())
    assert (window.runner.small, window.runner.cap.rate) == (False, None)


def test_a_draft_that_is_published_is_let_go_of_at_the_next_start_and_no_other(book, office, monkeypatch):
    put(book, office)
    version = book.vault.packets.current(MEETING).digest
    book.vault.drafts.save(MEETING, b"as it was submitted", book.now())
    sent.put_sent(book, Submitted(MEETING, 1, version, 0), b"as it was submitted")
    starts = datetime.now(UTC)
    other = beginning.begin(book, "Kỳ họp mới", starts, starts + timedelta(hours=4))
    Window(book, monkeypatch)
    assert [meeting for meeting, _ in book.vault.drafts.meetings()] == [other]


def test_a_document_that_is_opened_goes_first(window):
    window.line.want(DOCUMENT)
    assert window.runner.wanted == [DOCUMENT]


def test_a_recall_is_logged_by_name_and_answered_at_once(window, office):
    put(window.book, office)
    window.book.vault.packets.recall(MEETING, 1)
    woken = window.runner.woken
    window.happens(applied=Applied(destroyed=[(MEETING, 1)]))
    assert ("recalled", "Kỳ họp 5") in window.log
    assert window.told[-1][1]
    assert window.runner.woken == woken + 1
    (report,) = window.book.vault.outbox.pending(9)
    assert decode_payload(report.payload, Event).body == ReportDestroyed(version=1)


def test_an_answer_to_this_laptops_ask_for_the_note_key_is_taken_up_at_once(tmp_path, office, monkeypatch):
    post = Post(office, tmp_path)
    post.clock.now = datetime.now(UTC)
    old, new = post.laptop(an_own_laptop("d-old")), post.laptop(an_own_laptop("d-new"), b"s" * 16)
    window = Window(new, monkeypatch)
    asked = note_key.ask(new)
    post.collect(new)
    post.pass_on()
    note_key.hear(old, asked)
    post.collect(old)
    post.pass_on()
    window.happens(applied=Applied(received=[EventId("e-1")]), what="received")
    assert window.runner.woken == 1
    (opened,) = new.vault.outbox.pending(9)
    assert isinstance(decode_payload(opened.payload, Event).body, OpenAsk)
    window.happens(applied=Applied(sent=[EventId("e-1")]), what="sent")
    assert window.runner.woken == 1
    post.close()


def test_work_that_went_up_is_counted_without_what_the_laptop_reports_by_itself(window):
    told = window.book.act(MEETING, ReportDestroyed(version=1))
    window.happens(applied=Applied(sent=[told]), what="sent")
    assert window.log == []
    done = window.book.act(MEETING, CheckIn(state=Attendance.PRESENT, at=NOON))
    window.happens(applied=Applied(sent=[told, done]), what="sent")
    assert [(one.what, one.count) for one in window.told[-1][0].log] == [("sent", 1)]


def test_a_restored_hub_is_told_of_once_and_not_as_a_failure(window):
    window.happens(replace(DOWN, fetching=None), applied=Applied(restored=True), what="restored")
    assert window.log == [("restored", "")]


def test_what_is_withheld_is_logged_once_and_again_after_it_came(window, office):
    put(window.book, office)
    for _ in range(3):
        window.happens(applied=Applied(withheld=[MEETING]))
    assert window.log == [("withheld", "Kỳ họp 5")]
    window.happens(applied=Applied())
    window.happens(applied=Applied(withheld=[MEETING]))
    assert window.log == [("withheld", "Kỳ họp 5")] * 2


def test_a_copied_disk_is_remembered_until_the_hub_takes_an_act(window):
    window.happens(applied=Applied(copied=True))
    window.happens(applied=Applied(copied=True))
    assert window.log == [("copied", "")]
    assert standing.device_state(window.book) is DeviceState.COPIED
    window.happens(applied=Applied())
    assert standing.device_state(window.book) is DeviceState.COPIED
    window.happens(applied=Applied(sent=[EventId("e-1")]))
    assert standing.device_state(window.book) is DeviceState.FINE


def test_a_revoked_laptop_is_told_without_a_word_about_reading_periods(window, office):
    put(window.book, office)
    window.happens(applied=Applied(revoked=True, erased=[MEETING]))
    assert window.log == [("revoked", "")]


def test_an_ended_lease_is_logged_by_name(window, office):
    put(window.book, office)
    window.happens(applied=Applied(erased=[MEETING]))
    assert window.log == [("erased", "Kỳ họp 5")]


def test_a_refusal_while_connected_is_no_lost_line(window):
    status = Status(online=True, problem=Code.BAD_SIGNATURE)
    window.happens(status, applied=Applied(refused=[Code.BAD_SIGNATURE]), what="problem")
    view = window.told[-1][0]
    assert (view.line, view.problem) == (Line.ONLINE, Code.BAD_SIGNATURE)
    assert view.log[0].code is Code.BAD_SIGNATURE


def problems(window):
    return [entry.code for entry in window.told[-1][0].log if entry.what == "problem"]


def refused(window, *codes):
    window.happens(
        Status(online=True, problem=codes[0]), applied=Applied(refused=list(codes)), what="problem"
    )


def test_a_refusal_that_lasts_is_logged_once_and_again_after_it_was_gone(window):
    for _ in range(3):
        refused(window, Code.BAD_SIGNATURE)
    assert problems(window) == [Code.BAD_SIGNATURE]
    window.happens(applied=Applied())
    refused(window, Code.BAD_SIGNATURE)
    assert problems(window) == [Code.BAD_SIGNATURE] * 2


@pytest.mark.parametrize(
    "code", [Code.RECALLED, Code.WITHHELD, Code.DEVICE_COPIED, Code.DEVICE_REVOKED], ids=str
)
def test_a_refusal_of_which_nothing_better_can_be_said_is_logged(window, code):
    refused(window, code)
    refused(window, code)
    assert problems(window) == [code]


def test_a_refusal_that_is_said_by_name_is_not_said_twice(window, office):
    put(window.book, office)
    for _ in range(2):
        window.happens(
            Status(online=True, problem=Code.WITHHELD),
            applied=Applied(withheld=[MEETING], refused=[Code.WITHHELD]),
            what="problem",
        )
    assert window.log == [("withheld", "Kỳ họp 5")]


def test_every_refusal_of_a_reply_is_logged(window):
    refused(window, Code.BAD_SIGNATURE, Code.MALFORMED, Code.BAD_SIGNATURE)
    assert problems(window) == [Code.MALFORMED, Code.BAD_SIGNATURE]


def test_the_line_comes_back_in_the_log_also_when_the_same_is_refused_as_before(window):
    refused(window, Code.BAD_SIGNATURE)
    window.happens(Status(online=False), what="lost")
    refused(window, Code.BAD_SIGNATURE)
    assert [what for what, _ in window.log] == ["connected", "lost", "problem"]
