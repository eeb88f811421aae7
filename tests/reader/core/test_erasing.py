"""Rubbing out parts of a stroke: nothing under the eraser stays, nothing beyond it changes."""

from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.core.erasing import STROKES, Rubber, in_marks, rub
from sync.model.annotation import STROKE_PLACES, Stroke

COORDINATE = st.integers(0, 40_000).map(lambda value: value / 100)
PLACE = st.tuples(COORDINATE, COORDINATE)


@st.composite
def strokes(draw: st.DrawFn) -> Stroke:
    places = draw(st.lists(PLACE, min_size=1, max_size=30))
    size = len(places)
    pressure = draw(st.one_of(st.just([]), st.lists(st.integers(0, 255), min_size=size, max_size=size)))
    return Stroke(tuple(value for place in places for value in place), tuple(pressure))


RUBBERS = st.builds(Rubber, PLACE, PLACE, st.floats(0.5, 60))


def far(place: tuple[float, float], rubber: Rubber) -> float:
    """How far a place is from the middle of the eraser's way."""
    (x0, y0), (x1, y1) = rubber.start, rubber.end
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else ((place[0] - x0) * dx + (place[1] - y0) * dy) / length
    along = min(max(along, 0.0), 1.0)
    return math.dist(place, (x0 + along * dx, y0 + along * dy))


def samples(stroke: Stroke) -> list[tuple[float, float, float]]:
    """Places along a stroke, close together, with the pressure there."""
    places, felt = stroke.places, stroke.pressure or (0,) * len(stroke.places)
    if len(places) == 1:
        return [(*places[0], felt[0])]
    found = []
    for (one, other), (soft, hard) in zip(pairwise(places), pairwise(felt), strict=True):
        for step in range(21):
            share = step / 20
            x, y = one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])
            found.append((x, y, soft + share * (hard - soft)))
    return found


def near_line(x: float, y: float, stroke: Stroke) -> float:
    places = stroke.places
    ends = list(pairwise(places)) or [(places[0], places[0])]
    return min(far((x, y), Rubber(one, other, 0)) for one, other in ends)


@given(strokes(), RUBBERS)
def test_nothing_under_the_eraser_stays(stroke: Stroke, rubber: Rubber) -> None:
    for piece in rub(stroke, rubber):
        assert all(far((x, y), rubber) >= rubber.radius - 1e-6 for x, y, _ in samples(piece))


@given(strokes(), RUBBERS)
def test_nothing_beyond_the_eraser_goes_or_comes(stroke: Stroke, rubber: Rubber) -> None:
    left = rub(stroke, rubber)
    for x, y, _ in samples(stroke):
        if far((x, y), rubber) > rubber.radius + 0.1:
            assert min(near_line(x, y, piece) for piece in left) < 0.02
    for piece in left:
        assert all(near_line(x, y, stroke) < 0.02 for x, y, _ in samples(piece))


@given(strokes(), RUBBERS)
def test_places_that_are_left_are_the_same_ones_in_their_order(stroke: Stroke, rubber: Rubber) -> None:
    clear = [place for place in stroke.places if far(place, rubber) > rubber.radius + 0.1]
    left = iter(place for piece in rub(stroke, rubber) for place in piece.places)
    assert all(place in left for place in clear)  # one after another: each goes on where the last was


@given(strokes(), RUBBERS)
def test_every_place_has_the_pressure_that_it_had(stroke: Stroke, rubber: Rubber) -> None:
    for piece in rub(stroke, rubber):
        assert len(piece.pressure) in (0, len(piece.places))
        assert bool(piece.pressure) == bool(stroke.pressure)
    if stroke.pressure:
        known = {}
        for place, felt in zip(stroke.places, stroke.pressure, strict=True):
            known.setdefault(place, set()).add(felt)
        for piece in rub(stroke, rubber):
            for place, felt in zip(piece.places[1:-1], piece.pressure[1:-1], strict=True):
                assert felt in known[place]


@given(strokes(), RUBBERS)
def test_no_piece_is_longer_than_the_whole(stroke: Stroke, rubber: Rubber) -> None:
    left = rub(stroke, rubber)
    assert all(2 <= len(piece.places) <= len(stroke.places) for piece in left if piece != stroke)


@given(strokes(), RUBBERS)
def test_rubbing_the_same_way_again_changes_nothing(stroke: Stroke, rubber: Rubber) -> None:
    left = rub(stroke, rubber)
    again = [
        piece for one in left for piece in rub(one, Rubber(rubber.start, rubber.end, rubber.radius - 0.02))
    ]
    assert again == list(left)


def test_a_line_is_cut_at_the_eraser_s_edge_with_the_pressure_it_had_there() -> None:
    line = Stroke((0, 0, 100, 0), (0, 200))
    first, last = rub(line, Rubber((50, 0), (50, 0), 10))
    assert (first.path, first.pressure) == ((0, 0, 39.99, 0), (0, 80))
    assert (last.path, last.pressure) == ((60.01, 0, 100, 0), (120, 200))


def test_what_is_not_touched_is_the_very_same() -> None:
    line = Stroke((0, 0, 100, 0))
    assert rub(line, Rubber((50, 30), (80, 30), 10)) == (line,)


def test_a_dot_goes_whole() -> None:
    dot = Stroke((10, 10), (200,))
    assert rub(dot, Rubber((12, 10), (12, 10), 5)) == ()
    assert rub(dot, Rubber((30, 10), (30, 10), 5)) == (dot,)


@given(st.lists(st.integers(1, STROKE_PLACES), max_size=200))
def test_what_one_mark_has_no_room_for_goes_into_another(sizes: list[int]) -> None:
    pieces = [Stroke((float(number), 0.0) * size) for number, size in enumerate(sizes)]
    marks = in_marks(pieces)
    assert [stroke for mark in marks for stroke in mark] == pieces
    for mark in marks:
        assert 0 < len(mark) <= STROKES
        assert sum(len(stroke.places) for stroke in mark) <= STROKE_PLACES
