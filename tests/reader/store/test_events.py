"""Events that are asked for by their kind: found by their bytes, told by what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.packets import MEETING, NOON, PaperOffice

from reader.core.book import Book
from sync.model.events import CheckIn, Closing, RecallPacket, ReportReady
from sync.model.ids import MeetingId
from sync.model.opinion import Attendance
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.messages import Delivered

HAVE = MeetingId(MEETING)
REPORT = ReportReady(manifest="0" * 64, version=1, documents=1, complete=1)


@pytest.fixture
def office() -> PaperOffice:
    return PaperOffice()


@pytest.fixture
def book(office: PaperOffice, tmp_path: Path) -> Iterator[Book]:
    made = office.book(tmp_path / "lan", office.lan)
    yield made
    made.vault.close()


def deliver(book: Book, *envelopes: Envelope) -> None:
    for number, envelope in enumerate(envelopes, 1):
        assert book.vault.events.add(Delivered(number, NOON, envelope))


def test_only_these_kinds_come_in_the_order_of_the_meeting(book: Book, office: PaperOffice) -> None:
    recall = RecallPacket(version=1, reason="device.ready")
    deliver(
        book,
        office.event(office.minh, CheckIn(at=NOON, state=Attendance.PRESENT)),
        office.event(office.thu, recall),
        office.event(office.lan, REPORT),
        office.event(office.son, REPORT, meeting="m-other"),
    )
    found = book.vault.events.of_kinds(HAVE, ReportReady)
    assert [one.event.body for one in found] == [REPORT]
    both = book.vault.events.of_kinds(HAVE, ReportReady, RecallPacket)
    everything = book.vault.events.of_meeting(HAVE)
    assert both == [one for one in everything if not isinstance(one.event.body, CheckIn)]
    assert len(both) == 2


def test_a_closing_is_found_as_one(book: Book, office: PaperOffice) -> None:
    said = office.closing(office.manifest(), [])
    closing = seal(Kind.CLOSING, office.tenant, encode_payload(said), office.minh.device, office.minh.key)
    deliver(book, closing, office.event(office.minh, RecallPacket(version=1, reason="closing")))
    assert [one.event for one in book.vault.events.of_kinds(HAVE, Closing)] == [said]
    assert book.vault.events.of_kinds(HAVE, ReportReady) == []


def test_one_whose_sender_writes_its_kind_otherwise_is_found_too(book: Book, office: PaperOffice) -> None:
    payload = office.event(office.minh, REPORT).payload
    escaped = payload.replace(b'"device.ready"', b'"\\u0064evice.ready"')
    assert escaped != payload
    deliver(book, seal(Kind.EVENT, office.tenant, escaped, office.minh.device, office.minh.key))
    assert [one.event.body for one in book.vault.events.of_kinds(HAVE, ReportReady)] == [REPORT]


def test_what_the_office_has_refused_is_read_no_more_whether_it_was_heard_before_or_comes_after(
    book: Book, office: PaperOffice
) -> None:
    heard = office.event(office.minh, CheckIn(at=NOON, state=Attendance.PRESENT))
    later = office.event(office.son, CheckIn(at=NOON, state=Attendance.PRESENT))
    own = book.act(HAVE, CheckIn(at=NOON, state=Attendance.PRESENT))
    deliver(book, heard)
    events = book.vault.events
    refused = [heard.event_id, later.event_id, own]
    assert (events.refuse(refused), events.refuse(refused)) == (True, False)
    assert events.add(Delivered(2, NOON, later))
    assert [one.id for one in events.of_meeting(HAVE)] == [own]
    assert [one.id for one in events.of_kinds(HAVE, CheckIn)] == [own]
    events.forget_refused()
    assert len(events.of_meeting(HAVE)) == 3
