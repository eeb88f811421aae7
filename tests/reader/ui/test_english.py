"""English has another form for one thing, and the window uses it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from support.english import says_several

from reader.core.stick_views import Took, Written
from reader.core.views import Line, LineView, LogLine, SyncView, Trip, WaitingView
from reader.ui.application import speak
from reader.ui.compose.access import access_text
from reader.ui.search import words as search_words
from reader.ui.sync import stick_words, words
from reader.ui.sync.screen import SyncScreen
from sync.errors import Code
from sync.model.ids import PersonId
from sync.model.people import PersonEntry, Role
from tools.translations import catalogue
from tools.translations.__main__ import CATALOGUE, ROOT
from tools.translations.sources import collect

NOW = datetime.now().astimezone()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "en")
    yield
    speak(qapp, "vi")


def acts(kind: str, many: int, trip: Trip = Trip.WAITING) -> tuple[WaitingView, ...]:
    return (
        WaitingView(kind, "m", "", NOW, 900, trip, Code.MALFORMED if trip is Trip.REFUSED else None),
    ) * many


def test_every_string_that_is_told_how_many_has_both_forms_in_the_window() -> None:
    known, counted = catalogue.load(CATALOGUE), collect(ROOT).counted
    assert counted
    for source in counted:
        said = [QCoreApplication.translate(source.context, source.text, None, many) for many in (0, 1, 2, 21)]
        one, other = known[source].one, known[source].translation
        assert said == [other, one, other, other]


def test_what_is_told_how_many_says_one_thing_in_another_way() -> None:
    counted = [entry for entry in catalogue.load(CATALOGUE).values() if entry.one is not None]
    assert [one.translation for one in counted if not one.one or one.one == one.translation] == []


def test_no_string_speaks_of_several_without_a_form_for_one() -> None:
    uncounted = [entry.translation for entry in catalogue.load(CATALOGUE).values() if entry.one is None]
    assert [said for said in uncounted if says_several(said)] == []
    assert says_several("{n} files")
    assert says_several("{n}/{all} late ballots")
    assert not says_several("at most {n} files")


@pytest.mark.parametrize(
    ("waiting", "said"),
    [
        (acts("ballot", 1), "1 ballot"),
        (acts("mark.put", 1), "1 note"),
        (acts("checkin", 2), "2 items"),
        ((*acts("ballot", 2), *acts("checkin", 1)), "2 ballots, 1 other item"),
    ],
)
def test_what_waits_is_counted_as_people_count(waiting: tuple[WaitingView, ...], said: str) -> None:
    view = SyncView(LineView(Line.OFFLINE), waiting)
    assert words.waiting_text(view) == f"Waiting to send: {said}"


@pytest.mark.parametrize(("many", "said"), [(1, "1 item"), (3, "3 items")])
def test_what_went_up_or_to_a_stick_is_counted_alike(many: int, said: str) -> None:
    assert words.log_text(LogLine(NOW, "sent", many)) == f"Sent {said}."
    assert stick_words.outcome(Written("/usb", 1, 9, acts=many))[1].startswith(f"{said} copied to USB")
    assert stick_words.outcome(Took(bundles=1, confirmed=many))[2][0].title.startswith(f"{said} of yours")


@pytest.mark.parametrize(
    ("places", "more", "documents", "said"),
    [(1, False, 1, "1 place"), (1, True, 2, "1+ places in 2 documents"), (2, False, 1, "2 places")],
)
def test_places_that_were_found_are_counted_as_they_are_shown(
    places: int, more: bool, documents: int, said: str
) -> None:
    assert search_words.status(places, documents, more=more, scans=0) == said


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        ((Role.DELEGATE,), "Everybody: 1 delegate"),
        ((Role.DELEGATE, Role.GUEST), "Everybody: 1 delegate, 1 guest"),
        ((Role.DELEGATE, Role.DELEGATE, Role.GUEST, Role.GUEST), "Everybody: 2 delegates, 2 guests"),
    ],
)
def test_of_two_numbers_each_has_its_own_form(roles: tuple[Role, ...], said: str) -> None:
    people = [
        PersonEntry(person=PersonId(f"p-{n}"), name="Lan", roles=(role,)) for n, role in enumerate(roles)
    ]
    assert access_text((), people) == said


def test_a_class_of_the_window_is_told_how_many_too() -> None:
    screen = SyncScreen()
    screen.set_view(SyncView(LineView(Line.ONLINE), acts("checkin", 1, Trip.REFUSED)))
    assert screen._up._note.text() == "1 item was not accepted; the reason is below."
    screen.deleteLater()
