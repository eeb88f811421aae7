"""The column of pages: places, points and fits."""

from __future__ import annotations

import pytest

from reader.core.views import Fit, Flow
from reader.pdf import PageSize
from reader.ui.page.column import Column
from reader.ui.page.geometry import Look, Pane, Span, Zoom, size_class, text_span

A4 = PageSize(595, 842)
A3 = PageSize(1191, 842)
PANE = Pane(700, 560, 34, 12)


def column(
    zoom: Zoom,
    sizes: list[PageSize] | None = None,
    spans: bool = False,
    flow: Flow = Flow.CONTINUOUS,
    turn: int = 0,
) -> Column:
    known = {size_class(A4): Span(85, 540)} if spans else {}
    return Column(sizes or [A4] * 300, PANE, Look(zoom, flow, turn), known)


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
@pytest.mark.parametrize("zoom", [Zoom(), Zoom(Fit.WIDTH), Zoom(Fit.PAGE), Zoom(Fit.FACTOR, 3.0)])
def test_a_place_leads_back_to_itself(zoom: Zoom, turn: int) -> None:
    laid = column(zoom, [A4, A3] * 20, spans=True, turn=turn)
    for page, offset in ((0, 0.0), (7, 0.25), (22, 0.9), (39, 0.5)):
        found, share = laid.place_at(laid.height_of(page, offset))
        assert found == page
        assert share == pytest.approx(offset, abs=1e-6)


def test_text_fills_the_pane_but_for_its_pads() -> None:
    laid = column(Zoom(), spans=True)
    frame = laid.frame(3)
    assert (540 - 85) * frame.scale == pytest.approx(PANE.width - 2 * PANE.pad)
    middle = frame.x + (85 + 540) / 2 * frame.scale
    assert middle == pytest.approx(laid.width / 2)


def test_each_format_fits_by_itself() -> None:
    laid = column(Zoom(Fit.WIDTH), [A4, A3, A4])
    assert laid.frame(0).width == pytest.approx(laid.frame(1).width)
    whole = column(Zoom(Fit.PAGE), [A4, A3]).frame(1)
    assert whole.width <= PANE.width
    assert whole.height <= PANE.height


def test_pages_in_a_window_are_those_that_show() -> None:
    laid = column(Zoom(Fit.WIDTH))
    second = laid.frame(1)
    assert list(laid.pages_in(second.y + 1, second.y + 2)) == [1]
    assert list(laid.pages_in(second.y - 20, second.y + 2)) == [0, 1]
    assert laid.pages_in(10**9, 10**9 + 5)[0] == 299


def test_a_point_outside_every_page_goes_to_the_nearest() -> None:
    laid = column(Zoom(Fit.WIDTH))
    assert laid.to_page(-50, -50) == (0, 0.0, 0.0)
    page, x, y = laid.to_page(10**6, 10**9)
    assert (page, round(x), round(y)) == (299, 595, 842)


def test_a_title_alone_is_no_text_box() -> None:
    assert text_span([[(250, 340)] * 20], 595) is None
    assert text_span([[(85, 540)] * 3], 595) is None
    assert text_span([[(85, 300)] * 9, [(200, 540)] * 9], 595) == Span(85, 540)


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
@pytest.mark.parametrize("flow", list(Flow))
def test_a_point_of_a_page_is_found_again_however_pages_lie(flow: Flow, turn: int) -> None:
    laid = column(Zoom(Fit.FACTOR, 1.3), [A4, A3] * 4, flow=flow, turn=turn)
    for page in range(8):
        frame = laid.frame(page)
        across, down = frame.to_pixels(123.0, 456.0)
        assert 0 <= across <= frame.width
        assert 0 <= down <= frame.height
        found, x, y = laid.to_page(frame.x + across, frame.y + down)
        assert (found, round(x, 6), round(y, 6)) == (page, 123.0, 456.0)


def test_a_page_turned_clockwise_has_its_head_at_the_right() -> None:
    frame = column(Zoom(Fit.FACTOR, 0.75), turn=1).frame(0)
    assert (round(frame.width), round(frame.height)) == (842, 595)
    assert tuple(round(edge) for edge in frame.area(0, 0, 595, 10)) == (832, 0, 842, 595)


def test_a_book_begins_with_one_page_and_facing_pages_with_two() -> None:
    book, facing = column(Zoom(), flow=Flow.BOOK), column(Zoom(), flow=Flow.FACING)
    assert [list(book.row(page)) for page in (0, 1, 2, 3)] == [[0], [1, 2], [1, 2], [3, 4]]
    assert [list(facing.row(page)) for page in (0, 1, 2)] == [[0, 1], [0, 1], [2, 3]]
    assert list(facing.row(299)) == [298, 299]
    assert list(book.row(299)) == [299]
    assert book.frame(0).x > book.width / 2
    left, right = book.frame(1), book.frame(2)
    assert left.y == right.y
    assert left.x + left.width < right.x
    assert right.x + right.width <= PANE.width


def test_both_pages_of_a_pair_fit_the_pane() -> None:
    frame = column(Zoom(Fit.PAGE), flow=Flow.FACING).frame(1)
    assert frame.x + frame.width <= PANE.width
    assert frame.height <= PANE.height


@pytest.mark.parametrize("zoom", [Zoom(Fit.PAGE), Zoom(Fit.WIDTH)])
def test_one_page_on_the_screen_is_never_beside_another(zoom: Zoom) -> None:
    laid = column(zoom, [A4, A3] * 5, flow=Flow.SINGLE)
    height = 0
    while height < laid.height - PANE.height:
        for forward in (True, False):
            at = laid.rest(height, forward=forward)
            assert len(laid.pages_in(at, at + PANE.height)) == 1
        height += 37
    end = laid.height_of(3, 1.0)
    assert laid.room(end, forward=True) == 0
    assert laid.rest(end + 5, forward=True) == laid.height_of(4, 0)
    assert laid.rest(end + 5, forward=False) == end
