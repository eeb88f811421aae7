"""The shelf: order, what is new and changed, where one was, what waits."""

import random
from datetime import UTC, datetime, timedelta

from support.packets import DOCUMENT, MEETING

from reader.core import library, remembering
from reader.core.comparing import PageText, compare
from reader.core.versions import Compared
from reader.core.views import Fit, Flow, PacketState, Place
from sync.model.events import DropMark, Event, ReportReady
from sync.wire.chunks import pieces
from sync.wire.codec import decode_payload

NOW = datetime.now(UTC)


def bytes_of(seed):
    return random.Random(seed).randbytes(30_000)


def put(book, office, *names, version=1, meeting=MEETING, days=1, lease=None, seeds=None):
    """A version with one document a name; ``seeds`` make their bytes."""
    documents = [
        office.document(bytes_of((seeds or {}).get(name, name)), name, f"Tài liệu {name}") for name in names
    ]
    item = office.item(*documents)
    manifest = office.manifest(
        item, version=version, meeting=meeting, starts=NOW + timedelta(days=days), lease=lease, change="Sửa"
    )
    office.deliver(book.vault, manifest, item)
    return documents


def fetch(book, meeting=MEETING):
    while runs := book.vault.downloads.plan((meeting,), None, 1_000_000):
        run = runs[0]
        data = next(
            bytes_of(seed) for seed in ("a", "b", "c", "b2") if _fits(bytes_of(seed), run.chunks[0].digest)
        )
        bodies = [piece for _, piece in pieces(data)][run.first : run.first + len(run.chunks)]
        book.vault.downloads.put_chunks(run, run.first, bodies)


def _fits(data, digest):
    return digest in {chunk.digest for chunk, _ in pieces(data)}


def reports(book):
    """Meeting, complete documents, all documents of what was told."""
    told = [decode_payload(envelope.payload, Event) for envelope in book.vault.outbox.pending(20)]
    return [(event.meeting, event.body.complete, event.body.documents) for event in told]


def documents(book):
    return {d.id: d for item in library.meeting(book, MEETING).items for d in item.documents}


def test_an_empty_shelf(book):
    shelf = library.shelf(book)
    assert (shelf.cards, shelf.reading, shelf.waiting) == ((), None, ())
    assert (shelf.stale, shelf.unsent) == (None, False)
    assert shelf.owner.office == "HĐND xã Suối Lam"
    assert library.meeting(book, MEETING) is None


def test_the_next_meeting_stands_first_and_past_ones_last(book, office):
    for name, days in (("later", 20), ("past", -2), ("next", 3), ("long-past", -30)):
        put(book, office, "a", meeting=name, days=days)
    assert [card.id for card in library.shelf(book).cards] == ["next", "later", "past", "long-past"]
    assert list(library.order(book)) == ["next", "later", "long-past", "past"]


def test_a_meeting_of_which_nothing_is_missing_is_not_asked_for_until_a_file_of_it_is_lost(book, office):
    (lost,) = put(book, office, "a")
    put(book, office, "b", meeting="other", days=9)
    fetch(book)
    assert list(library.order(book)) == ["other"]
    book.vault.documents.damaged(lost.sha256)
    assert list(library.order(book)) == [MEETING, "other"]
    assert [view.name for view in library.fetching(book, None)] == ["Tài liệu a", "Tài liệu b"]


def test_a_meeting_is_partial_until_all_of_it_is_here(book, office):
    put(book, office, "a", "b")
    card = library.meeting(book, MEETING).card
    assert (card.state, card.files, card.files_have, card.bytes_left) == (PacketState.PARTIAL, 2, 0, 60_000)
    assert [view.name for view in library.fetching(book, "b")] == ["Tài liệu a", "Tài liệu b"]
    assert [view.active for view in library.fetching(book, "b")] == [False, True]
    fetch(book)
    card = library.meeting(book, MEETING).card
    assert (card.state, card.files_have, card.bytes_left) == (PacketState.COMPLETE, 2, 0)
    assert library.fetching(book, None) == ()


def test_a_meeting_whose_reading_period_is_over_is_hidden(book, office):
    put(book, office, "a", days=-40)
    library.opened_document(book, documents(book)["a"])
    assert library.shelf(book).reading is not None
    put(book, office, "a", version=2, days=-40, lease=NOW - timedelta(days=1))
    assert library.meeting(book, MEETING) is None
    assert library.shelf(book).reading is None
    assert library.shelf(book).cards[0].state is PacketState.EXPIRED
    assert library.order(book) == ()


def test_before_a_meeting_was_opened_nothing_is_new(book, office):
    put(book, office, "a", "b")
    put(book, office, "a", "b", "c", version=2, seeds={"b": "b2"})
    assert not any(d.new or d.changed for d in documents(book).values())


def test_after_that_a_version_says_what_is_new_and_changed(book, office):
    put(book, office, "a", "b")
    library.opened_meeting(book, MEETING)
    put(book, office, "a", "b", "c", version=2, seeds={"b": "b2"})
    shown = documents(book)
    assert {name for name, d in shown.items() if d.new} == {"c"}
    assert {name for name, d in shown.items() if d.changed} == {"b"}
    card = library.shelf(book).cards[0]
    assert (card.new_documents, card.changed_documents, card.version, card.change) == (1, 1, 2, "Sửa")
    library.opened_meeting(book, MEETING)  # looking at the agenda does not settle what is new
    assert documents(book)["c"].new
    library.opened_document(book, shown["b"])
    library.opened_document(book, shown["c"])
    assert not any(d.new or d.changed for d in documents(book).values())


def test_a_document_opened_straight_from_the_shelf_makes_no_other_new(book, office):
    put(book, office, "a", "b")
    library.opened_document(book, documents(book)["a"])
    assert not any(d.new or d.changed for d in documents(book).values())


def test_the_document_to_go_on_with(book, office):
    put(book, office, "a", "b")
    library.opened_document(book, documents(book)["b"])
    reading = library.shelf(book).reading
    assert (reading.document.id, reading.meeting_title) == ("b", "Kỳ họp 5")
    put(book, office, "a", version=2)
    assert library.shelf(book).reading is None


def test_the_place_in_a_document_survives_a_new_version(book, office):
    put(book, office, "a")
    where = Place(page=7, offset=0.25, fit=Fit.FACTOR, zoom=1.5, flow=Flow.BOOK, turn=1)
    library.put_place(book, MEETING, "a", where)
    put(book, office, "a", version=2, seeds={"a": "c"})
    assert documents(book)["a"].place == library.place(book, MEETING, "a") == where
    assert library.place(book, MEETING, DOCUMENT) is None


def test_what_the_laptop_could_open_is_told_once_and_again_when_it_changes(book, office):
    put(book, office, "a", "b")
    assert not library.report_ready(book)
    assert not library.report_ready(book)
    fetch(book)
    assert library.report_ready(book)
    reports = [decode_payload(e.payload, Event).body for e in book.vault.outbox.pending(9)]
    assert all(isinstance(report, ReportReady) for report in reports)
    assert [(report.complete, report.documents) for report in reports] == [(0, 2), (2, 2)]
    assert library.waiting(book) == ()  # a report is the laptop's act, not the person's


def test_a_meeting_in_part_is_told_of_later_and_whole_at_once(book, office):
    put(book, office, "a", "b")
    put(book, office, "c", meeting="other", days=9)
    fetch(book, "other")
    assert library.report_ready(book, parts=False)
    assert reports(book) == [("other", 1, 1)]
    assert not library.report_ready(book)
    assert reports(book) == [("other", 1, 1), (MEETING, 0, 2)]


def test_another_version_and_a_lost_file_are_told_of_too(book, office):
    put(book, office, "a")
    fetch(book)
    library.report_ready(book)
    (changed,) = put(book, office, "a", version=2, seeds={"a": "c"})
    library.report_ready(book)
    fetch(book)
    library.report_ready(book)
    book.vault.documents.damaged(changed.sha256)
    library.report_ready(book)
    assert reports(book) == [(MEETING, complete, 1) for complete in (1, 0, 1, 0)]


def test_that_something_was_looked_at_is_told_once_and_not_what(book, office):
    first, second = put(book, office, "a", "b")
    fetch(book)
    library.report_ready(book)
    remembering.put_seen(book, MEETING, first.sha256, [0])
    library.report_ready(book)
    said = [decode_payload(e.payload, Event).body for e in book.vault.outbox.pending(9)]
    assert [report.opened for report in said] == [False, True]
    remembering.put_seen(book, MEETING, first.sha256, [1])
    remembering.put_seen(book, MEETING, second.sha256, [0])
    library.report_ready(book)
    assert book.vault.outbox.pending_count() == len(said)


def test_one_who_is_not_among_the_readers_reports_nothing(desk_book, office):
    put(desk_book, office, "a")
    assert not library.report_ready(desk_book)
    assert desk_book.vault.outbox.pending_count() == 0


def test_what_was_erased_when_its_lease_was_over_is_not_reported_as_missing(book, office):
    put(book, office, "a")
    fetch(book)
    assert library.report_ready(book)
    said = book.vault.outbox.pending_count()
    book.vault.packets.erase_content(MEETING)
    assert not library.report_ready(book)
    assert book.vault.outbox.pending_count() == said


def test_what_waits_is_listed_oldest_first(book):
    for name in ("k-1", "k-2"):
        book.act(MEETING, DropMark(id=name))
    assert [one.kind for one in library.waiting(book)] == ["mark.drop"] * 2
    assert library.recently_sent(book) == ()


def test_the_version_known_before_can_be_compared_with_until_it_is_taken_back(book, office):
    (first,) = put(book, office, "a")
    fetch(book)
    library.opened_meeting(book, MEETING)
    library.opened_document(book, documents(book)["a"])
    assert documents(book)["a"].before is None
    put(book, office, "a", version=2, seeds={"a": "b2"})
    assert documents(book)["a"].before == first.sha256
    fetch(book)
    library.opened_document(book, documents(book)["a"])
    again = documents(book)["a"]
    assert (again.changed, again.before) == (False, first.sha256)
    book.vault.packets.recall(MEETING, 1)
    assert documents(book)["a"].before is None


def test_a_version_that_never_came_is_not_the_one_to_compare_with(book, office):
    (first,) = put(book, office, "a")
    fetch(book)
    library.opened_document(book, documents(book)["a"])
    put(book, office, "a", version=2, seeds={"a": "never here"})
    library.opened_document(book, documents(book)["a"])
    put(book, office, "a", version=3, seeds={"a": "b2"})
    assert documents(book)["a"].before == first.sha256


def test_pages_seen_belong_to_the_bytes_and_are_sent_to_nobody(book, office):
    (first,) = put(book, office, "a")
    assert remembering.put_seen(book, MEETING, first.sha256, {0, 1, 4})
    assert remembering.put_seen(book, MEETING, first.sha256, {1, 2})
    assert not remembering.put_seen(book, MEETING, first.sha256, {2})
    assert remembering.seen_pages(book, MEETING) == {first.sha256: {0, 1, 2, 4}}
    assert documents(book)["a"].seen == 4
    put(book, office, "a", version=2, seeds={"a": "b2"})
    assert documents(book)["a"].seen == 0
    assert not book.vault.outbox.has_unsent()


def test_pages_that_a_new_version_kept_need_not_be_read_again(book):
    old, new = (
        [PageText(((f"{name} một hai ba",),)) for name in names]
        for names in (("a", "b", "c"), ("a", "x", "b", "c"))
    )
    compared = Compared("0" * 64, "1" * 64, compare(old, new), ())
    remembering.put_seen(book, MEETING, "0" * 64, {0, 1})
    assert remembering.carry_seen(book, MEETING, compared)
    assert remembering.seen_pages(book, MEETING)["1" * 64] == {0, 2}
    assert not remembering.carry_seen(book, MEETING, compared)


def test_what_is_open_in_a_meeting_is_remembered(book):
    assert remembering.open_tabs(book, MEETING) == remembering.OpenTabs()
    tabs = remembering.OpenTabs((DOCUMENT, "doc-9"), "doc-9")
    remembering.put_tabs(book, MEETING, tabs)
    assert remembering.open_tabs(book, MEETING) == tabs
