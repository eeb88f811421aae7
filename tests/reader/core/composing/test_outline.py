"""Moving rows of the agenda."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.packets import NOON

from reader.core.composing.composition import ComposedDocument, ComposedItem, Composition, set_item
from reader.core.composing.outline import (
    Kind,
    Wider,
    name_of,
    outline,
    put,
    put_all,
    put_all_into,
    put_into,
    remove,
    remove_all,
    renamed,
    shift,
    shift_all,
    together,
    wider,
)
from reader.core.composing.tables import MeetingTable, MotionTable
from sync.model.rules import MotionKind


def packet() -> Composition:
    """Items a (a1, a2, motion am), b (none), c (c1, motions cm, cn)."""
    items = {"a": ("a1", "a2"), "b": (), "c": ("c1",)}
    motions = (("am", "a"), ("cm", "c"), ("cn", "c"))
    return Composition(
        meeting=MeetingTable(id="m", title="Họp", starts=NOON, ends=NOON + timedelta(hours=1)),
        items=tuple(
            ComposedItem(
                id=item,
                title=item,
                documents=tuple(ComposedDocument(id=one, file="0" * 64, name=one) for one in documents),
            )
            for item, documents in items.items()
        ),
        motions=tuple(
            MotionTable(id=one, item=item, kind=MotionKind.RESOLUTION, title=one, question=one)
            for one, item in motions
        ),
    )


ROWS = ["a", "a1", "a2", "am", "b", "c", "c1", "cm", "cn"]


def said(made: Composition) -> str:
    return " ".join(place.id for place in outline(made))


def test_rows_stand_under_their_items() -> None:
    assert said(packet()) == "a a1 a2 am b c c1 cm cn"


@pytest.mark.parametrize(
    ("moved", "gap", "after"),
    [
        ("a1", 3, "a a2 a1 am b c c1 cm cn"),
        ("a1", 5, "a a2 am b a1 c c1 cm cn"),
        ("c1", 0, "a c1 a1 a2 am b c cm cn"),
        ("c1", 5, "a a1 a2 am b c1 c cm cn"),
        ("c", 0, "c c1 cm cn a a1 a2 am b"),
        ("a", 9, "b c c1 cm cn a a1 a2 am"),
        ("cn", 7, "a a1 a2 am b c c1 cn cm"),
        ("am", 9, "a a1 a2 b c c1 cm cn am"),
        ("cn", 2, "a a1 a2 cn am b c c1 cm"),
    ],
)
def test_a_row_is_let_go_at_a_gap(moved: str, gap: int, after: str) -> None:
    assert said(put(packet(), moved, gap)) == after


@pytest.mark.parametrize(
    ("moved", "by", "after"),
    [
        ("a2", -1, "a a2 a1 am b c c1 cm cn"),
        ("a1", -1, "a a1 a2 am b c c1 cm cn"),
        ("a2", 1, "a a1 am b a2 c c1 cm cn"),
        ("c1", -1, "a a1 a2 am b c1 c cm cn"),
        ("cm", 1, "a a1 a2 am b c c1 cn cm"),
        ("cm", -1, "a a1 a2 am b cm c c1 cn"),
        ("cn", 1, "a a1 a2 am b c c1 cm cn"),
        ("b", -1, "b a a1 a2 am c c1 cm cn"),
        ("c", 1, "a a1 a2 am b c c1 cm cn"),
    ],
)
def test_a_row_goes_one_place_further(moved: str, by: int, after: str) -> None:
    assert said(shift(packet(), moved, by)) == after


def test_a_row_let_go_on_an_item_is_its_last() -> None:
    assert said(put_into(packet(), "a1", "c")) == "a a2 am b c c1 a1 cm cn"
    assert said(put_into(packet(), "a", "c")) == said(packet())
    with pytest.raises(KeyError):  # the item was removed meanwhile: as a row that was
        put_into(packet(), "a1", "gone")


def test_rows_go_and_are_called_otherwise() -> None:
    assert said(remove(packet(), "a")) == "b c c1 cm cn"
    assert said(remove(remove(packet(), "c1"), "cm")) == "a a1 a2 am b c cn"
    for row in ("a", "a1", "am"):
        assert name_of(renamed(packet(), row, "Mới"), row) == "Mới"


@given(st.data())
def test_nothing_is_lost_on_the_way(data: st.DataObject) -> None:
    made = packet()
    for _ in range(6):
        row = data.draw(st.sampled_from(outline(made)))
        made = put(made, row.id, data.draw(st.integers(0, 9)))
        made = shift(made, row.id, data.draw(st.sampled_from([-1, 1])))
        assert {place.id for place in outline(made)} == {place.id for place in outline(packet())}
        assert all(place.kind is not Kind.MOTION or place.id[1] in "mn" for place in outline(made))


def test_several_rows_are_let_go_behind_one_another() -> None:
    assert said(put_all(packet(), ["a1", "a2"], 5)) == "a am b a1 a2 c c1 cm cn"
    assert said(put_all(packet(), ["a1", "c1"], 5)) == "a a2 am b a1 c1 c cm cn"
    assert said(put_all(packet(), ["cm", "cn"], 1)) == "a a1 a2 cm cn am b c c1"
    assert said(put_all(packet(), ["b", "c"], 0)) == "b c c1 cm cn a a1 a2 am"
    assert said(put_all(packet(), ["c1", "a"], 9)) == "b c c1 cm cn a a1 a2 am"  # items alone
    assert said(put_all_into(packet(), ["a1", "cm"], "b")) == "a a2 am b a1 cm c c1 cn"


def test_several_rows_go_up_and_down_together_and_stop_together() -> None:
    down = shift_all(packet(), ["a1", "a2"], 1)
    assert said(down) == "a am b a1 a2 c c1 cm cn"
    assert said(shift_all(down, ["a1", "a2"], -1)) == said(packet())
    assert shift_all(packet(), ["a1", "a2"], -1) == packet()
    assert said(shift_all(packet(), ["b", "c"], -1)) == "b c c1 cm cn a a1 a2 am"
    assert shift_all(packet(), ["b", "c"], 1) == packet()


def test_several_rows_are_removed_and_what_went_with_its_item_is_passed_over() -> None:
    assert said(remove_all(packet(), ["a", "a1", "cm"])) == "b c c1 cn"
    with pytest.raises(KeyError):
        remove_all(packet(), ["x"])


@given(st.lists(st.sampled_from(ROWS), min_size=1, unique=True), st.integers(0, len(ROWS)))
def test_nothing_is_lost_when_several_rows_move(rows: list[str], gap: int) -> None:
    moved = put_all(packet(), rows, gap)
    assert sorted(said(moved).split()) == sorted(ROWS)
    order = [row for row in said(moved).split() if row in together(packet(), rows)]
    kinds = {place.id: place.kind for place in outline(packet())}
    for kind in Kind:
        same = [row for row in order if kinds[row] is kind]
        assert same == [row for row in ROWS if row in same]


def test_a_document_that_goes_where_others_read_it_is_told() -> None:
    few = set_item(packet(), "a", access=("p-lan", "p-minh"))
    assert wider(few, put_all_into(few, ["a1", "a2"], "b")) == (
        Wider("a1", "b", None),
        Wider("a2", "b", None),
    )
    assert wider(few, shift_all(few, ["a2"], 1)) == (Wider("a2", "b", None),)
    other = set_item(few, "c", access=("p-lan", "p-khach", "p-hoa"))
    assert wider(other, put_all(other, ["a1"], 7)) == (Wider("a1", "c", 2),)


def test_a_document_that_goes_where_no_more_read_it_is_not_told() -> None:
    few = set_item(packet(), "a", access=("p-lan", "p-minh"))
    assert wider(few, shift(few, "a2", -1)) == ()
    assert wider(few, shift(few, "a", 1)) == ()
    assert wider(few, put_into(few, "am", "b")) == ()
    assert wider(few, put_into(few, "c1", "a")) == ()
    fewer = set_item(few, "b", access=("p-minh",))
    assert wider(fewer, put_into(fewer, "a1", "b")) == ()
    assert wider(few, remove(few, "a")) == ()
