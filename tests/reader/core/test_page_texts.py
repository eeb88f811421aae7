"""Page numbers are no text; figures are."""

from __future__ import annotations

import unicodedata

from reader.core.comparing import PageState, compare
from reader.core.page_texts import page_texts
from reader.pdf import Word


def words(*lines: tuple[float, str]) -> list[Word]:
    """Lines of text at a height."""
    return [
        Word(72 + 40 * n, y, 100 + 40 * n, y + 12, text, 0, line, n)
        for line, (y, said) in enumerate(lines)
        for n, text in enumerate(said.split())
    ]


def texts(*pages: list[Word]) -> list[str]:
    return [" / ".join(" ".join(line) for line in page.lines) for page in page_texts(pages)]


def test_page_numbers_are_left_out_wherever_they_stand() -> None:
    assert texts(
        words((40, "Một"), (800, "- 3 -")),
        words((60, "Hai"), (800, "4")),
        words((60, "Ba"), (800, "Trang 5/9")),
    ) == ["Một", "Hai", "Ba"]


def test_a_figure_at_another_height_stays() -> None:
    table = words((40, "Dự phòng"), (60, "972"))
    assert texts(table, words((40, "Hai"), (800, "2")), words((40, "Ba"), (800, "3"))) == [
        "Dự phòng / 972",
        "Hai",
        "Ba",
    ]
    assert texts(table) == ["Dự phòng / 972"]


def test_a_figure_beside_words_at_its_height_stays() -> None:
    pages = [words((40, "Một"), (800, "Tổng"), (800, str(number))) for number in (1, 2, 3)]
    assert texts(*pages) == [f"Một / Tổng / {number}" for number in (1, 2, 3)]


def test_a_page_put_in_changes_no_number_and_either_unicode_form_is_the_same() -> None:
    old = [words((60, f"Điều {n} quy định"), (800, str(n + 1))) for n in range(3)]
    more = [*old[:1], words((60, "Điều mới"), (800, "2"))]
    more += [
        words((60, unicodedata.normalize("NFD", f"Điều {n} quy định")), (800, str(n + 2))) for n in (1, 2)
    ]
    told = compare(page_texts(old), page_texts(more))
    assert [one.state for one in told.pages] == [
        PageState.SAME,
        PageState.NEW,
        PageState.SAME,
        PageState.SAME,
    ]


def test_places_are_those_of_the_words_on_the_page() -> None:
    (first, _, _) = page_texts([words((20, str(n + 1)), (60, "Hai từ")) for n in range(3)])
    assert first.places == (1, 2)


def test_lines_are_read_as_they_stand_wherever_they_are_in_the_file() -> None:
    page = words((100, "Căn cứ"), (40, "QUYẾT NGHỊ"), (70, "Điều 1"))
    left, right = words((20, "TỈNH"))[0], words((20, "CỘNG"))[0]
    page += [right._replace(x0=300, x1=340, block=1), left._replace(block=2)]
    assert texts(page) == ["TỈNH / CỘNG / QUYẾT NGHỊ / Điều 1 / Căn cứ"]
