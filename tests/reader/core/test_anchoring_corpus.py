"""Quotations that other people's program made, found again by themselves. Needs the shared material."""

from __future__ import annotations

import json
import os
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reader.core.anchoring import Anchor, Outcome, Page, anchor
from reader.pdf.protocol import WordRow
from sync.model.annotation import Quote

pytestmark = pytest.mark.corpus

CORPUS = Path(os.environ.get("SOHOP_CORPUS", Path(__file__).parents[4] / "shared" / "data"))
FOLDER = CORPUS / "anchoring/hypothesis-client/src/annotator/anchoring/test/html-baselines"
ON_A_LINE, ON_A_PAGE = 10, 400


class Text(HTMLParser):
    """What a person sees of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def pages(words: list[str]) -> list[Page]:
    """Set as a paper would be."""
    made: list[WordRow] = []
    for number, word in enumerate(words):
        line, place = divmod(number % ON_A_PAGE, ON_A_LINE)
        x, y = 40.0 + 50 * place, 40.0 + 18 * line
        made.append((x, y, x + 45, y + 12, word, line, line, place))
    return [Page(made[start : start + ON_A_PAGE]) for start in range(0, len(made), ON_A_PAGE)]


def under(page: Page, boxes: list[tuple[float, float, float, float]]) -> str:
    middles = [((row[0] + row[2]) / 2, (row[1] + row[3]) / 2, row[4]) for row in page.words]
    return " ".join(
        word for x, y, word in middles if any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in boxes)
    )


@pytest.mark.skipif(not FOLDER.exists(), reason="the shared material is not here")
@pytest.mark.parametrize("name", ["minimal", "wikipedia-regression-testing"])
def test_every_quotation_of_another_program_is_found_and_nothing_else(name: str) -> None:
    text = Text()
    text.feed((FOLDER / f"{name}.html").read_text("utf-8"))
    new = pages("".join(text.parts).split())
    selectors = [
        selector
        for row in json.loads((FOLDER / f"{name}.json").read_bytes())["rows"]
        for selector in row["target"][0]["selector"]
        if selector["type"] == "TextQuoteSelector"
    ]
    assert selectors
    for told in selectors:
        quote = Quote(
            exact=" ".join(told["exact"].split()),
            prefix=" ".join(told["prefix"].split()),
            suffix=" ".join(told["suffix"].split()),
        )
        (placed,) = anchor([], new, [Anchor(0, (), quote)])
        found = " ".join(
            under(new[piece.page], [(r.x0, r.y0, r.x1, r.y1) for r in piece.rects]) for piece in placed.pieces
        )
        if placed.outcome is Outcome.LOST:
            said = (
                " ".join(row[4] for page in new for row in page.words)
                .casefold()
                .count(quote.exact.casefold())
            )
            assert len(quote.exact) < 6 or said > 8  # it is everywhere: letters alone don't tell which
        else:
            assert " ".join(quote.exact.split()) in found
