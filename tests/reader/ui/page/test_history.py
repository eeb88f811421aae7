"""The way back after jumps."""

from __future__ import annotations

from reader.core.views import Place
from reader.ui.page.history import History


def at(page: int, offset: float = 0.0) -> Place:
    return Place(page=page, offset=offset)


def test_one_goes_back_through_jumps_and_forward_again() -> None:
    history = History()
    history.jumped(at(0), at(5))
    history.jumped(at(6), at(20))
    assert history.back(at(20)) == at(6)
    assert history.back(at(6)) == at(0)
    assert history.back(at(0)) is None
    assert history.forward(at(0)) == at(6)
    assert history.forward(at(6)) == at(20)
    assert not history.has_forward


def test_a_jump_takes_the_way_forward_away() -> None:
    history = History()
    history.jumped(at(0), at(5))
    history.back(at(5))
    history.jumped(at(0), at(9))
    assert not history.has_forward
    assert history.back(at(9)) == at(0)


def test_who_looked_at_twenty_places_found_comes_back_to_where_they_read() -> None:
    history = History()
    here = at(3, 0.4)
    for page in range(10, 30):
        history.jumped(here, at(page), "found")
        here = at(page)
    assert history.back(here) == at(3, 0.4)
    assert not history.has_back


def test_reading_on_between_two_places_found_is_a_place_of_its_own() -> None:
    history = History()
    history.jumped(at(3), at(10), "found")
    history.jumped(at(14), at(20), "found")
    assert history.back(at(20)) == at(14)
    assert history.back(at(14)) == at(3)


def test_what_was_in_sight_already_is_no_jump() -> None:
    history = History()
    history.jumped(at(3, 0.2), at(3, 0.2), "found")
    assert not history.has_back
