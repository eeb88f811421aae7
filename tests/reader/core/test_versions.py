"""Versions compared through the real child, from real files."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest
from support.pdfs import BytesSource

from reader.core.comparing import PageState
from reader.core.versions import compare_versions
from reader.pdf import PdfClient, PdfError, Word
from reader.pdf.stopping import StoppedError
from reader.resources import resource

NAME = "05_Du-thao-nghi-quyet-du-toan.pdf"


@pytest.fixture(scope="module")
def pdf() -> Iterator[PdfClient]:
    client = PdfClient()
    yield client
    client.close()


def scan(*shades: int) -> BytesSource:
    """Pages that are pictures of one shade each."""
    document = pymupdf.open()
    for shade in shades:
        page = document.new_page(width=200, height=200)
        grey = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 20, 20))
        grey.clear_with(shade)
        page.insert_image(pymupdf.Rect(20, 20, 180, 180), pixmap=grey)
    return BytesSource(document.tobytes())


def text(pages: int, words: int, last: str) -> BytesSource:
    """Pages that end with a word of their own."""
    document = pymupdf.open()
    for number in range(pages):
        line = " ".join(f"{number}.{n}" for n in range(10))
        lines = [line] * (words // 10 - 1) + [f"{line} {last}"]
        document.new_page().insert_text((40, 40), lines)
    return BytesSource(document.tobytes())


def never() -> bool:
    return False


def test_the_sample_s_second_version_tells_its_changes_where_they_stand(pdf: PdfClient) -> None:
    folder = Path(str(resource("sample")))
    old, new = BytesSource((folder / NAME).read_bytes()), BytesSource((folder / "v2" / NAME).read_bytes())
    shares: list[float] = []
    told = compare_versions(pdf, old, new, shares.append, never)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    states = {one.page: one.state for one in told.comparison.pages if one.state is not PageState.SAME}
    assert states == dict.fromkeys((0, 1, 2), PageState.CHANGED)
    assert told.comparison.removed == ()
    second = [(spot.removed, spot.added) for spot in told.spots if spot.page == 1]
    assert second == [(("1.700",), ("1.850",)), (("1,6",), ("1,8",))]
    with pymupdf.open(stream=new.data) as document:
        for spot in told.spots:
            words = " ".join(document[spot.page].get_textbox(box[:4]) for box in spot.boxes)
            assert all(word in words for word in spot.added)


def test_scans_are_compared_by_their_pictures(pdf: PdfClient) -> None:
    told = compare_versions(pdf, scan(10, 120, 200), scan(10, 90, 200), lambda _: None, never)
    states = [one.state for one in told.comparison.pages]
    assert states == [PageState.SAME, PageState.NEW, PageState.SAME]
    assert told.comparison.removed == (1,)


def test_the_words_of_a_page_or_two_are_held_at_a_time(pdf: PdfClient) -> None:
    """The garbage collector goes through all of them, and every thread waits for it."""
    pages, words = 12, 200
    held: list[int] = []

    def look(_: float) -> None:
        held.append(sum(type(one) is Word for one in gc.get_objects()))

    gc.collect()
    look(0.0)
    compare_versions(pdf, text(pages, words, "xa"), text(pages, words, "huyện"), look, never)
    assert len(held) == 1 + 2 * pages
    assert max(held) - held[0] <= 3 * words


def test_nothing_stays_open_when_it_is_stopped_or_fails(pdf: PdfClient) -> None:
    old, new = scan(1, 2), scan(3, 4)
    with pytest.raises(StoppedError):
        compare_versions(pdf, old, new, lambda _: None, lambda: True)
    with pytest.raises(PdfError):
        compare_versions(pdf, old, BytesSource(b"no pdf"), lambda _: None, never)
    assert not pdf._documents
