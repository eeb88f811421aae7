"""Recalls: who may, what is shown of them, and that the laptop says once that its copy is gone."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from support.packets import MEETING, NOON, code_of

from reader.core import annotating, library, recalling
from reader.core.views import PacketState
from sync.errors import Code
from sync.model.annotation import Audience, MarkKind
from sync.model.events import Event, RecallPacket, ReportDestroyed
from sync.wire.codec import decode_payload
from sync.wire.desk import Reach
from sync.wire.envelope import Kind
from sync.wire.messages import Delivered

SHA = "1" * 64


def bodies(book):
    return [decode_payload(envelope.payload, Event).body for envelope in book.vault.outbox.pending(20)]


def put(book, office, version=1, **changes):
    item = office.item(office.document(b"a" * 9_000))
    starts = changes.pop("starts", datetime.now(UTC) + timedelta(days=1))
    manifest = office.manifest(item, version=version, starts=starts, **changes)
    office.deliver(book.vault, manifest, item)
    return manifest


def recall_arrives(book, office, version=1, reason="Phụ lục 2 có số liệu sai"):
    """As the engine does it: the desk's word is kept, then the packet is destroyed."""
    envelope = office.event(office.thu, RecallPacket(version=version, reason=reason))
    book.vault.events.add(Delivered(seq=9, recorded=NOON, envelope=envelope))
    book.vault.packets.recall(MEETING, version)


def note(book):
    annotating.put(
        book, MEETING, document="doc-1", sha256=SHA, page=3, kind=MarkKind.NOTE, text="Hỏi về dự phòng"
    )


def test_the_desk_takes_back_the_version_shown(desk_book, office):
    put(desk_book, office, version=2)
    assert recalling.recall(desk_book, MEETING, "  Sai số liệu  ") == 2
    (body,) = bodies(desk_book)
    assert body == RecallPacket(version=2, reason="Sai số liệu")


def test_an_older_version_can_be_named(desk_book, office):
    put(desk_book, office, version=2)
    assert recalling.recall(desk_book, MEETING, "Sai", 1) == 1


@pytest.mark.parametrize(
    ("reason", "version", "code"),
    [("Sai", None, Code.PACKET_UNKNOWN), (" ", 1, Code.MALFORMED), ("x" * 501, 1, Code.MALFORMED)],
)
def test_a_recall_that_says_nothing_is_not_written(desk_book, reason, version, code):
    assert code_of(lambda: recalling.recall(desk_book, MEETING, reason, version)) is code
    assert bodies(desk_book) == []


def test_a_delegate_takes_nothing_back(book, office):
    put(book, office)
    assert code_of(lambda: recalling.recall(book, MEETING, "Sai")) is Code.NOT_PERMITTED
    assert bodies(book) == []


def test_a_recalled_meeting_is_explained_and_cannot_be_opened(book, office):
    put(book, office)
    note(book)
    recall_arrives(book, office)
    (card,) = library.shelf(book).cards
    assert (card.state, card.title) == (PacketState.RECALLED, "Kỳ họp thứ năm")
    assert (card.recall.version, card.recall.reason, card.recall.notes) == (1, "Phụ lục 2 có số liệu sai", 1)
    assert card.recall.by == "Thu"
    assert card.reach is None
    assert library.meeting(book, MEETING) is None
    assert library.order(book) == ()


def test_a_later_version_takes_the_place_of_the_recalled_one(book, office):
    put(book, office)
    recall_arrives(book, office)
    put(book, office, version=2)
    (card,) = library.shelf(book).cards
    assert (card.state, card.version) == (PacketState.PARTIAL, 2)


def test_a_meeting_that_never_was_here_is_not_shown(book, office):
    recall_arrives(book, office)
    assert library.shelf(book).cards == ()


def test_the_laptop_says_once_that_its_copy_is_gone(book, office):
    put(book, office)
    assert not recalling.report_destroyed(book)
    recall_arrives(book, office)
    assert recalling.report_destroyed(book)
    assert not recalling.report_destroyed(book)
    assert bodies(book) == [ReportDestroyed(version=1)]
    assert library.waiting(book) == ()  # the laptop's act, not the person's


def test_a_crash_before_the_report_costs_nothing(book, office, monkeypatch):
    put(book, office)
    recall_arrives(book, office)

    def crash(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(book.vault.settings, "put", crash)
        with pytest.raises(KeyboardInterrupt):
            recalling.report_destroyed(book)
    assert bodies(book) == []
    assert recalling.report_destroyed(book)
    assert bodies(book) == [ReportDestroyed(version=1)]


def test_a_packet_whose_lease_a_hub_has_ended_is_reported_when_it_is_destroyed(book, office):
    now = datetime.now(UTC)
    put(book, office, version=3, starts=now - timedelta(days=40), lease=now - timedelta(days=2))
    statement = msgspec.structs.replace(office.freshness(), time=now - timedelta(days=1))
    book.vault.trust.put_freshness(office.by_hub(Kind.FRESHNESS, statement), statement.time)
    while left := book.vault.packets.leases_over(statement.time):
        book.vault.packets.erase_content(left[0])
    assert recalling.report_destroyed(book)
    assert bodies(book) == [ReportDestroyed(version=3)]
    (card,) = library.shelf(book).cards
    assert (card.state, card.files_have) == (PacketState.EXPIRED, 0)


def test_a_further_recall_is_reported_and_one_that_was_covered_is_not(book, office):
    put(book, office)
    recall_arrives(book, office)
    recall_arrives(book, office, version=3)  # before the first was reported
    assert recalling.report_destroyed(book)
    recall_arrives(book, office, version=2)
    assert not recalling.report_destroyed(book)
    recall_arrives(book, office, version=4)
    assert recalling.report_destroyed(book)
    assert bodies(book) == [ReportDestroyed(version=3), ReportDestroyed(version=4)]


def test_what_was_erased_on_a_revoked_laptop_is_reported_when_its_lease_is_over_too(book, office):
    manifest = put(book, office)
    book.vault.packets.erase_content(MEETING)
    assert not recalling.report_destroyed(book)
    over = msgspec.structs.replace(office.freshness(), time=manifest.lease + timedelta(days=1))
    book.vault.trust.put_freshness(office.by_hub(Kind.FRESHNESS, over), over.time)
    assert recalling.report_destroyed(book)
    assert not recalling.report_destroyed(book)
    assert bodies(book) == [ReportDestroyed(version=1)]


def test_the_ledger_names_people_and_the_devices_that_are_not_known(desk_book):
    assert recalling.reach(desk_book, MEETING) is None
    desk_book.vault.trust.put_reach(
        [
            Reach(
                meeting=MEETING,
                version=2,
                told=("d-minh", "d-lan"),
                destroyed=("d-lan",),
                outstanding=("d-son", "d-xa"),
            )
        ]
    )
    view = recalling.reach(desk_book, MEETING)
    assert view.version == 2
    assert [row.person for row in view.destroyed] == ["Lan"]
    assert [row.person for row in view.told] == ["Minh"]
    assert [(row.person, row.device) for row in view.outstanding] == [("", "d-xa"), ("Son", "d-son")]


def test_shared_notes_count_as_ones_own_too(book, office):
    put(book, office)
    annotating.put(
        book,
        MEETING,
        document="doc-1",
        sha256=SHA,
        page=1,
        kind=MarkKind.NOTE,
        text="Đề nghị",
        audience=Audience.SECRETARY,
    )
    recall_arrives(book, office)
    assert library.shelf(book).cards[0].recall.notes == 1
