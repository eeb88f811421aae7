"""The list of what differs inside a document: every kind of page in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from reader.core.comparing import PageText, compare
from reader.core.versions import Compared, Spot, _spots
from reader.pdf import Word
from reader.ui.comparison import ComparisonView
from reader.ui.meeting.differences import Differences
from sync.model.ids import Digest


def page(name: str, *more: str, picture: str = "") -> PageText:
    words = tuple(f"{name}{n}" for n in range(8)) + more if name else ()
    return PageText((words,) if words else (), tuple(range(len(words))), picture)


def view(old: list[PageText], new: list[PageText]) -> ComparisonView:
    told = compare(old, new)
    boxes = [[Word(n, 0, n + 1, 10, word, 0, 0, n) for n, word in enumerate(text.words)] for text in new]
    return ComparisonView(done=Compared(Digest("0"), Digest("1"), told, _spots(told, new, boxes)))


@pytest.fixture
def pane(qtbot: QtBot) -> Differences:
    made = Differences()
    qtbot.addWidget(made)
    made.resize(304, 500)
    made.show()
    return made


def told(pane: Differences) -> list[tuple[str, str]]:
    return [(row.title, row.note) for row in pane._model.rows]


def test_every_kind_of_page_is_said_in_words(pane: Differences) -> None:
    old = [page("a"), page("b", "12.000"), page("c"), page("d"), page("e"), page("f")]
    new = [page("b", "12.400"), page("x"), page("y"), page("d"), page("f"), page("e"), page("")]
    pane.set_view(view(old, new))
    assert told(pane) == [
        ("Trang 1: sửa 1 chỗ", "“12.000” thành “12.400”"),
        ("Trang 2–3: mới", ""),
        ("Trang 5: chuyển từ trang 6", ""),
        ("Trang 7: không có chữ để so", ""),
        ("Bỏ trang 1 của bản trước", ""),
        ("Bỏ trang 3 của bản trước", ""),
    ]
    assert pane._said.text() == "So với bản trước: sửa 1 trang, thêm 2 trang, chuyển 1 trang, bỏ 2 trang"


def test_a_row_goes_to_its_page(pane: Differences, qtbot: QtBot) -> None:
    pane.set_view(view([page("a"), page("b")], [page("a", "thêm"), page("b"), page("c")]))
    for row, number in ((0, 0), (1, 2)):
        with qtbot.waitSignal(pane.spotChosen) as sent:
            pane.rows.chosen.emit(pane._model.index(row))
        (spot,) = sent.args
        assert isinstance(spot, Spot)
        assert spot.page == number


@pytest.mark.parametrize(
    ("state", "said", "buttons"),
    [
        (lambda: ComparisonView(), "Bản trước vẫn còn trên máy này.", ("begin",)),
        (lambda: ComparisonView(share=0.4), "Đang so với bản trước…", ("stop",)),
        (lambda: ComparisonView(failed=True), "Không so được", ("begin",)),
        (lambda: view([page("a")], [page("a")]), "Chữ trên các trang giống hệt bản trước.", ()),
        (lambda: view([page("")], [page("")]), "Không có chữ để so với bản trước.", ()),
    ],
)
def test_how_it_stands_and_what_can_be_done(
    pane: Differences, state: Callable[[], ComparisonView], said: str, buttons: tuple[str, ...]
) -> None:
    pane.set_view(state())
    assert said in pane._said.text()
    shown = [name for name in ("begin", "stop", "next") if getattr(pane, f"_{name}").isVisible()]
    assert tuple(shown) == buttons


def test_nothing_to_compare_takes_no_room(pane: Differences) -> None:
    pane.set_view(None)
    assert not pane.isVisible()
