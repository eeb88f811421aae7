"""Narrowing a list of marks and notes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.choosing import Which, choose
from reader.core.mark_views import Fate, MarkView
from reader.core.views import Trip
from sync.model.annotation import Audience, Colour, MarkKind, Quote
from sync.model.ids import Digest, DocumentId, MarkId, MeetingId

PLAIN = MarkView(
    id=MarkId("m"),
    meeting=MeetingId("k"),
    document=DocumentId("d"),
    sha256=Digest("1" * 64),
    page=0,
    kind=MarkKind.HIGHLIGHT,
    rects=(),
    quote=Quote(exact="Dự toán ngân sách"),
    colour=Colour.YELLOW,
    text="",
    audience=Audience.PRIVATE,
    at=datetime(2026, 12, 1, tzinfo=UTC),
    mine=True,
    author="Quách Thị Lan",
    trip=Trip.SENT,
)
MARKS = {
    "plain": PLAIN,
    "note": replace(PLAIN, text="Hỏi về dự phòng"),
    "sent": replace(PLAIN, audience=Audience.SECRETARY),
    "theirs": replace(PLAIN, mine=False, author="Bùi Văn Nhất", audience=Audience.MEETING),
    "moved": replace(PLAIN, fate=Fate.MOVED, seen=False),
    "lost": replace(PLAIN, fate=Fate.LOST),
    "page": replace(PLAIN, kind=MarkKind.BOOKMARK, quote=None),
}


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (Which.ALL, set(MARKS)),
        (Which.WRITTEN, {"note"}),
        (Which.PRIVATE, set(MARKS) - {"sent", "theirs"}),
        (Which.SHARED, {"sent"}),
        (Which.OTHERS, {"theirs"}),
        (Which.CARE, {"moved", "lost"}),
        (Which.BOOKMARKS, {"page"}),
    ],
)
def test_each_kind_has_its_marks(which: Which, expected: set[str]) -> None:
    assert {name for name, mark in MARKS.items() if choose([mark], which)} == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("DU PHONG", {"note"}),
        ("ngan sach", set(MARKS) - {"page"}),
        ("nhất", {"theirs"}),
        ("lan", set()),  # one's own name is on all of them
        ("phòng hỏi", {"note"}),
    ],
)
def test_words_are_looked_for_in_notes_quotations_and_names(words: str, expected: set[str]) -> None:
    assert {name for name, mark in MARKS.items() if choose([mark], Which.ALL, words)} == expected


@given(st.text(max_size=20), st.sampled_from(Which))
def test_more_words_never_find_more(words: str, which: Which) -> None:
    some = set(choose(MARKS.values(), which, words))
    assert some <= set(choose(MARKS.values(), which))
    assert set(choose(MARKS.values(), which, words + " dự")) <= some
