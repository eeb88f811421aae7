"""Marks become annotations and come back: the same places, words and kinds, on any page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.annotated import a_mark, every_mark

from reader.core.interchange.annotations import annotations_of, drawn_of, key_of
from reader.core.interchange.colours import LINE, WASH, nearest
from reader.pdf import PageSize
from reader.pdf.annotations import Annotation, AnnotationKind, Frame
from sync.model.annotation import Colour, Mark, MarkKind, Rect
from sync.wire.codec import encode_payload

SIZE = PageSize(842.0, 842.0)
FRAMES = (
    Frame(1.0, 0.0, 0.0, -1.0, 0.0, 842.0),
    Frame(0.0, 1.0, 1.0, 0.0, 0.0, 0.0),
    Frame(0.0, -1.0, -1.0, 0.0, 700.0, 500.0),
    Frame(-2.0, 0.0, 0.0, 2.0, 600.0, 0.0),
)


def back(mark, frame):
    (made,) = annotations_of([mark], [frame], [SIZE])
    return drawn_of(made, frame, SIZE)


def places(rects):
    return [n for rect in rects for n in (rect.x0, rect.y0, rect.x1, rect.y1)]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("mark", every_mark(), ids=lambda mark: mark.id)
def test_every_kind_comes_back(mark, frame):
    (drawn,) = back(mark, frame)
    assert (drawn.kind, drawn.text, drawn.colour, drawn.page) == (mark.kind, mark.text, mark.colour, 0)
    assert places(drawn.rects) == pytest.approx(places(mark.rects), abs=0.01)
    if mark.kind in (MarkKind.RECTANGLE, MarkKind.ELLIPSE):
        (x0, y0), (x1, y1) = mark.strokes[0].places
        assert drawn.strokes[0].path == pytest.approx((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    else:
        assert [s.path for s in drawn.strokes] == [pytest.approx(s.path, abs=0.01) for s in mark.strokes]
    if mark.strokes:
        assert drawn.width == pytest.approx(mark.width)


@given(
    st.sampled_from(FRAMES),
    st.tuples(*[st.floats(0.0, 842.0)] * 4),
    st.sampled_from([MarkKind.HIGHLIGHT, MarkKind.UNDERLINE, MarkKind.STRIKE, MarkKind.TEXT]),
    st.sampled_from(list(Colour)),
)
def test_any_place_comes_back_within_a_hundredth_of_a_point(frame, corners, kind, colour):
    x0, y0, x1, y1 = corners
    rect = Rect(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    (drawn,) = back(a_mark(kind, rects=(rect,), colour=colour, text="lời"), frame)
    assert places(drawn.rects) == pytest.approx(places([rect]), abs=0.01)
    assert drawn.colour is colour


@pytest.mark.parametrize("colour", Colour)
def test_our_colours_are_known_again(colour):
    assert nearest(WASH[colour], Colour.YELLOW) is colour
    assert nearest(LINE[colour], Colour.YELLOW) is colour


def test_greys_and_no_colour_are_what_is_usual():
    assert nearest(None, Colour.YELLOW) is Colour.YELLOW
    assert nearest((0.0, 0.0, 0.0), Colour.BLUE) is Colour.BLUE
    assert nearest((1.0, 0.0, 0.0), Colour.BLUE) is Colour.PINK


def test_a_mark_on_a_page_that_is_not_there_is_left_out():
    assert annotations_of([a_mark(MarkKind.HIGHLIGHT, 7)], FRAMES[:1], [SIZE]) == []


def test_signs_of_many_notes_do_not_lie_over_one_another():
    notes = [a_mark(MarkKind.NOTE, text="x", id=f"m-{n}") for n in range(60)]
    boxes = {one.box for one in annotations_of(notes, FRAMES[:1], [SIZE])}
    assert len(boxes) == 60


def an_annotation(**changes):
    made = {"page": 0, "kind": AnnotationKind.NOTE, "box": (10.0, 10.0, 30.0, 30.0), "contents": "lời"}
    return Annotation(**(made | changes))


def test_words_are_kept_where_their_place_is_off_the_page():
    far = an_annotation(kind=AnnotationKind.SQUARE, box=(90_000.0, 9.0, 90_010.0, 99.0))
    (drawn,) = drawn_of(far, FRAMES[0], SIZE)
    assert (drawn.kind, drawn.text, drawn.rects, drawn.strokes) == (MarkKind.NOTE, "lời", (), ())


def test_what_is_off_the_page_and_says_nothing_is_nothing():
    far = an_annotation(kind=AnnotationKind.SQUARE, box=(90_000.0, 9.0, 90_010.0, 99.0), contents="")
    assert drawn_of(far, FRAMES[0], SIZE) == ()


def test_no_text_is_lost_however_long():
    text = "".join(chr(0x1EA0 + n % 80) for n in range(20_000))
    drawn = drawn_of(an_annotation(contents=text), FRAMES[0], SIZE)
    assert "".join(one.text for one in drawn) == text
    assert len({one.key for one in drawn}) == len(drawn)
    assert all(sealed_size(one) < 60_000 for one in drawn)


def test_no_stroke_is_lost_however_long():
    strokes = tuple(tuple(float(n % 800) for n in range(8_000)) for _ in range(9))
    ink = an_annotation(kind=AnnotationKind.INK, strokes=strokes, contents="")
    drawn = drawn_of(ink, FRAMES[0], SIZE)
    lengths = [len(s.places) - 1 for one in drawn for s in one.strokes]
    assert sum(lengths) == 9 * 3_999
    assert all(sealed_size(one) < 60_000 for one in drawn)


def sealed_size(drawn):
    return len(
        encode_payload(
            Mark(
                id="m-1",
                document="d-1",
                sha256="0" * 64,
                page=drawn.page,
                kind=drawn.kind,
                rects=drawn.rects,
                strokes=drawn.strokes,
                text=drawn.text,
            )
        )
    )


def test_the_same_annotation_has_the_same_key_from_any_file():
    named = an_annotation(name="x", box=(10.0, 10.0, 30.0, 30.0))
    assert key_of(named) == key_of(an_annotation(name="x", box=(10.0004, 10.0, 30.0, 30.0)))
    assert key_of(named) != key_of(an_annotation(name="x", contents="khác"))
    assert key_of(an_annotation()) == key_of(an_annotation(box=(10.0004, 10.0, 30.0, 30.0)))
    assert key_of(an_annotation()) != key_of(an_annotation(box=(50.0, 10.0, 80.0, 30.0)))
