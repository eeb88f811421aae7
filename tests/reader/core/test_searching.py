"""Searching everything on the laptop: what is found, in which order, and what is not found any more."""

from __future__ import annotations

import itertools
import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.core import annotating, searching
from reader.core.indexing import TEXT_VERSION, indexed
from reader.core.searching import Search, Where, search
from reader.store.chunk_lists import ChunkList
from reader.store.packets import recipe
from sync.model.annotation import Audience, MarkKind
from sync.model.ids import DocumentId, MeetingId
from sync.wire.envelope import Kind

TEXT = "Bố trí 1.850 triệu đồng để hoàn thành đường liên thôn Suối Lam – Đồng Bưởi, hòa giải Hoà Bình"


class Shelf:
    """Puts meetings and the words of their documents on a laptop."""

    def __init__(self, office, book):
        self.office, self.book = office, book

    def put(self, documents, *, meeting="m-1", days=1.0, read=True, summary="", **changes):
        """``documents``: name → pages of text. Gives the manifest."""
        made = []
        for name, pages in documents.items():
            described = self.office.document(
                f"{meeting} {name}".encode(), f"{meeting}-{name[:1]}", f"Tờ trình {name}"
            )
            made.append((described, pages))
        item = self.office.item(*(one for one, _ in made))
        starts = datetime.now(UTC) + timedelta(days=days)
        manifest = self.office.manifest(item, meeting=meeting, starts=starts, **changes)
        self.office.deliver(self.book.vault, manifest, item)
        for described, pages in made:
            self.fetch(meeting, described)
            if read:
                self.read(described.sha256, pages)
        return manifest

    def fetch(self, meeting, described):
        chunks = ChunkList.of(described.chunks)
        documents = self.book.vault.documents
        kept = documents.begin(MeetingId(meeting), described.sha256, described.size, recipe(chunks))
        documents.finish(
            documents.append(kept, [(chunks.between(0, 1)[0][0], self.bytes(meeting, described))])
        )

    def bytes(self, meeting, described):
        return f"{meeting} {described.name.removeprefix('Tờ trình ')}".encode()

    def read(self, sha256, pages):
        index = self.book.vault.index
        texts = [indexed(number, tuple(text.split())) for number, text in enumerate(pages)]
        index.add(sha256, TEXT_VERSION, texts, len(texts))
        index.finish(sha256, TEXT_VERSION)

    def note(self, text, document="m-1-a", meeting="m-1", page=0):
        return annotating.put(
            self.book,
            MeetingId(meeting),
            document=DocumentId(document),
            sha256="0" * 64,
            page=page,
            kind=MarkKind.NOTE,
            text=text,
            audience=Audience.PRIVATE,
        )


@pytest.fixture
def shelf(office, book):
    return Shelf(office, book)


def places(found):
    return [(one.where, one.meeting, one.document, one.page) for one in found]


def marked(one):
    return [one.text[start : start + length] for start, length in one.spans]


@pytest.mark.parametrize(
    "query",
    ["duong lien thon", "ĐƯỜNG  liên thôn", "đường liên th", unicodedata.normalize("NFD", "Đường liên thôn")],
)
def test_a_page_is_found_without_accents_with_them_and_while_the_last_word_is_being_typed(shelf, query):
    shelf.put({"a": ["không có gì", TEXT]})
    [one] = search(shelf.book, query)
    assert (one.where, one.document, one.page, one.first, one.last) == (Where.PAGE, "m-1-a", 1, 8, 10)
    assert marked(one) == ["đường liên thôn"]
    assert one.text == "…triệu đồng để hoàn thành đường liên thôn Suối Lam – Đồng Bưởi, hòa giải Hoà Bình"


@pytest.mark.parametrize("query", ["hòa", "hoà", "hoa"])
def test_the_place_of_the_tone_mark_does_not_matter(shelf, query):
    shelf.put({"a": [TEXT]})
    assert [marked(one) for one in search(shelf.book, query)] == [["hoàn"], ["hòa"], ["Hoà"]]


def test_exactly_minds_accents_and_case_and_not_the_unicode_form(shelf):
    shelf.put({"a": ["má ma mã Ma"]})
    for form in ("NFC", "NFD"):
        query = unicodedata.normalize(form, "mã")
        assert [one.first for one in search(shelf.book, query, exact=True)] == [2]
    assert [one.first for one in search(shelf.book, "Ma", exact=True)] == [3]
    assert [one.first for one in search(shelf.book, "ma")] == [0, 1, 2, 3]
    assert search(shelf.book, "MÃ", exact=True) == ()


def test_a_word_is_found_at_its_beginning_and_a_single_letter_as_a_word(shelf):
    shelf.put({"a": ["an toàn, b 12/TTr-UBND"]})
    assert [one.first for one in search(shelf.book, "an")] == [0]
    assert places(search(shelf.book, "a")) == [(Where.DOCUMENT, "m-1", "m-1-a", None)]
    assert [one.first for one in search(shelf.book, "b")] == [2]
    assert [one.first for one in search(shelf.book, "ttr-ub")] == [3]


def test_the_next_meeting_comes_first_then_documents_and_pages_in_their_order(shelf):
    shelf.put({"a": ["dự toán"]}, meeting="m-past", days=-5)
    shelf.put({"a": ["dự toán"]}, meeting="m-old", days=-30)
    shelf.put({"b": ["x", "dự toán dự toán"], "a": ["dự toán"]}, meeting="m-next", days=1)
    shelf.put({"a": ["dự toán"]}, meeting="m-later", days=9)
    assert [
        (one.meeting, one.document.split("-")[-1], one.page) for one in search(shelf.book, "du toan")
    ] == [
        ("m-next", "b", 1),
        ("m-next", "b", 1),
        ("m-next", "a", 0),
        ("m-later", "a", 0),
        ("m-past", "a", 0),
        ("m-old", "a", 0),
    ]
    assert {one.meeting for one in search(shelf.book, "du toan", MeetingId("m-later"))} == {"m-later"}


def test_names_numbers_and_items_are_found_before_any_page_in_whatever_order_of_words(shelf):
    shelf.put({"12/TTr-UBND": ["Mục tờ trình 12"], "b": []})
    found = search(shelf.book, "ttr 12")
    assert places(found) == [(Where.DOCUMENT, "m-1", "m-1-1", None)]
    assert marked(found[0]) == ["12/TTr-UBND"]
    assert [one.where for one in search(shelf.book, "muc")] == [Where.ITEM, Where.PAGE]
    assert [one.where for one in search(shelf.book, "ky hop thu nam")] == [Where.MEETING]
    assert search(shelf.book, "ky hop thu nam", MeetingId("m-1")) == ()
    assert [one.where for one in search(shelf.book, "Tờ trình 12", exact=True)] == [Where.DOCUMENT]


def test_own_notes_are_found_and_those_of_others_are_not(shelf, office):
    manifest = shelf.put({"a": []})
    mark = shelf.note("Hỏi lại về phương án tài chính của đường liên thôn", page=2)
    shelf.note("")
    [one] = search(shelf.book, "phuong an lien thon")
    assert (one.where, one.document, one.page, one.mark) == (Where.NOTE, "m-1-a", 2, mark)
    annotating.drop(shelf.book, manifest.meeting.id, mark)
    assert search(shelf.book, "phuong an lien thon") == ()


@pytest.mark.parametrize("query", ["", "   ", "́̀", "%", '"', "()", "*", "–", "\0", "…" * 200, "đ" * 5_000])
def test_what_has_no_letters_or_far_too_many_finds_nothing(shelf, query):
    shelf.put({"a": [TEXT + ' % " ( ) *']})
    assert search(shelf.book, query) == ()


@pytest.mark.parametrize(
    "query", ["lien OR thon", "lien AND thon", "NEAR(lien thon)", "NOT lien", "folded:lien", "lien*"]
)
def test_operators_are_words(shelf, query):
    shelf.put({"a": [TEXT]})
    assert search(shelf.book, query) == ()
    shelf.put({"b": [query]}, meeting="m-2")
    assert [one.meeting for one in search(shelf.book, query)] == ["m-2"]


def test_before_anything_is_indexed_names_are_found_all_the_same(shelf):
    assert search(shelf.book, "to trinh") == ()
    shelf.put({"a": [TEXT]}, read=False)
    assert [one.where for one in search(shelf.book, "to trinh")] == [Where.DOCUMENT]
    assert search(shelf.book, "lien thon") == ()


def test_scans_are_counted_where_they_were_looked_over(shelf):
    shelf.put({"a": ["", ""], "b": [TEXT]})
    going = Search("lien thon")
    while not going.finished:
        going.more(shelf.book)
    assert going.scans == 1


def test_when_the_lease_is_over_the_content_is_not_found(shelf, office):
    manifest = shelf.put({"a": [TEXT]})
    shelf.note("liên thôn")
    assert len(search(shelf.book, "lien thon")) == 2
    fresh = office.freshness(manifest)
    late = manifest.lease + timedelta(seconds=1)
    shelf.book._clock = lambda: late
    assert fresh is not None
    assert search(shelf.book, "lien thon") == ()
    assert search(shelf.book, "to trinh") == ()


def test_on_a_revoked_laptop_nothing_is_found(shelf, office):
    manifest = shelf.put({"a": [TEXT]})
    said = office.freshness(manifest, revoked=[office.lan])
    shelf.book.vault.trust.put_freshness(office.by_hub(Kind.FRESHNESS, said), datetime.now(UTC))
    assert search(shelf.book, "lien thon") == ()


def test_a_meeting_recalled_in_the_middle_of_a_search_is_not_found_any_more(shelf):
    shelf.put({"a": [f"liên thôn {n}" for n in range(60)]})
    going = Search("lien thon")
    first = going.more(shelf.book, 0)
    while not first:
        first = going.more(shelf.book, 0)
    shelf.book.vault.packets.recall(MeetingId("m-1"), 1)
    rest = []
    while not going.finished:
        rest += going.more(shelf.book)
    assert len(first) + len(rest) <= searching._PAGES_AT_ONCE
    assert search(shelf.book, "lien thon") == ()


def test_an_older_version_is_not_found(shelf):
    first = shelf.put({"a": ["bản cũ"]})
    item = shelf.office.item(shelf.office.document(b"new", "m-1-a"))
    shelf.office.deliver(shelf.book.vault, shelf.office.manifest(item, after=first), item)
    assert search(shelf.book, "ban cu") == ()


def test_so_many_places_are_enough(shelf):
    shelf.put({"a": ["đồng " * 300, "đồng " * 300]})
    assert len(search(shelf.book, "dong")) == searching.MOST


NUMBERS = itertools.count()
SOON = datetime.now(UTC) + timedelta(days=30)
STEPS = st.lists(
    st.tuples(st.sampled_from(["publish", "read", "recall", "erase"]), st.integers(0, 2), st.integers(0, 3)),
    max_size=14,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_only_what_may_be_read_now_is_found(shelf, steps):
    """Three meetings share four documents; each document has a word of its own."""
    vault, run = shelf.book.vault, next(NUMBERS)
    meetings = [MeetingId(f"s-{run}-{n}") for n in range(3)]
    versions, shown, read = [0, 0, 0], [set(), set(), set()], set()
    bodies = [f"{run} {n}".encode() for n in range(4)]
    documents = [shelf.office.document(body, f"d{n}", "Tài liệu") for n, body in enumerate(bodies)]
    try:
        for what, at, which in steps:
            meeting = meetings[at]
            if what == "publish":
                versions[at] += 1
                item = shelf.office.item(documents[which])
                manifest = shelf.office.manifest(item, meeting=meeting, version=versions[at], starts=SOON)
                shelf.office.deliver(vault, manifest, item)
                chunks = ChunkList.of(documents[which].chunks)
                one = documents[which]
                kept = vault.documents.begin(meeting, one.sha256, one.size, recipe(chunks))
                vault.documents.fill(kept, bodies[which], chunks)
                shown[at] = {which}
            elif what == "read":
                if any(which in known for known in shown):
                    shelf.read(documents[which].sha256, [f"chữ{run}x{which}"])
                    read.add(which)
            elif versions[at] and what == "recall":
                vault.packets.recall(meeting, versions[at])
                shown[at] = set()
            elif versions[at] and what == "erase":
                vault.packets.erase_content(meeting)
                shown[at] = set()
            here = {
                row[0]
                for row in vault._database.all(
                    "SELECT sha256 FROM document WHERE meeting LIKE ?", (f"s-{run}-%",)
                )
            }
            read = {n for n in read if bytes.fromhex(documents[n].sha256) in here}
            for n in range(4):
                found = {one.meeting for one in search(shelf.book, f"chu{run}x{n}")}
                assert found == {
                    m for m, known in zip(meetings, shown, strict=True) if n in known and n in read
                }
    finally:
        for meeting, version in zip(meetings, versions, strict=True):
            if version:
                vault.packets.recall(meeting, version)
    assert vault._database.one("SELECT count(*) FROM index_page") == (0,)


WORD = st.text(st.sampled_from("aăâeêioôơuưyđbhqgkĐAÂƠ") | st.sampled_from("̣̀́̉̃"), min_size=1, max_size=8).map(
    lambda text: "b" + text
)
FORMS = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(WORD, min_size=1, max_size=5), form=FORMS, other=FORMS, upper=st.booleans(), data=st.data()
)
def test_any_form_of_a_query_finds_any_form_in_the_text(shelf, words, form, other, upper, data):
    text = unicodedata.normalize(form, " ".join(words))
    meeting = f"m-{next(NUMBERS)}"
    try:
        shelf.put({"a": [f"trước {text} sau"]}, meeting=meeting)
        first = data.draw(st.integers(0, len(words) - 1))
        last = data.draw(st.integers(first, len(words) - 1))
        query = unicodedata.normalize(other, " ".join(words[first : last + 1]))
        query = query.upper() if upper else query
        found = search(shelf.book, query, MeetingId(meeting))
        assert (first + 1, last + 1) in [(one.first, one.last) for one in found if one.where is Where.PAGE]
    finally:
        shelf.book.vault.packets.recall(MeetingId(meeting), 1)
    assert search(shelf.book, query) == ()
