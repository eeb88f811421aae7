"""Page labels from rules that a file may make up."""

from __future__ import annotations

import pytest

from reader.pdf.labels import LabelRule, labels_of


@pytest.mark.parametrize(
    ("rule", "labels"),
    [
        (LabelRule(0, "R", "", 8), ("VIII", "IX", "X")),
        (LabelRule(0, "r", "", 1999), ("mcmxcix", "mm", "mmi")),
        (LabelRule(0, "r", "", 2_000_000_000), ("2000000000", "2000000001", "2000000002")),
        (LabelRule(0, "a", "", 52), ("zz", "aaa", "bbb")),
        (LabelRule(0, "A", "", 2_000_000_000), ("2000000000", "2000000001", "2000000002")),
        (LabelRule(0, "D", "", -1), ("-1", "0", "1")),
        (LabelRule(0, "?", "", 1), ()),
        (LabelRule(0, "D", "a" * 40, 1), ("a" * 32,) * 3),
        (LabelRule(1, "D", "b", 5), ("1", "b5", "b6")),
        (LabelRule(-7, "D", "b", 5), ()),
    ],
)
def test_a_rule_counts_from_its_page(rule, labels):
    assert labels_of([rule], 3) == labels


@pytest.mark.parametrize("often", [2, 2_000])
def test_a_tree_that_contains_itself_ends(session_client, make_source, make_raw_pdf, often):
    catalogue = b"<</Type/Catalog/Pages 2 0 R/PageLabels 4 0 R>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"
    tree = b"<</Kids[" + b"4 0 R " * often + b"]/Nums[0<</S/r>>7]>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    info = session_client.open(make_source(make_raw_pdf(catalogue, pages, page, tree))).result(30)
    assert session_client.labels(info.document).result(30) == ("i",)
    session_client.release(info.document)
