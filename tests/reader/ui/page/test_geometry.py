"""The column of pages: places, points and fits."""

from __future__ import annotations

import pytest

from reader.pdf import PageSize
from reader.ui.page.geometry import Column, Fit, Pane, Span, Zoom, size_class, text_span

A4 = PageSize(595, 842)
A3 = PageSize(1191, 842)
PANE = Pane(700, 560, 34, 12)


def column(zoom: Zoom, sizes: list[PageSize] | None = None, spans: bool = False) -> Column:
    known = {size_class(A4): Span(85, 540)} if spans else {}
    return Column(sizes or [A4] * 300, PANE, zoom, known)


@pytest.mark.parametrize("zoom", [Zoom(), Zoom(Fit.WIDTH), Zoom(Fit.PAGE), Zoom(Fit.FACTOR, 3.0)])
def test_a_place_leads_back_to_itself(zoom: Zoom) -> None:
    laid = column(zoom, [A4, A3] * 20, spans=True)
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
