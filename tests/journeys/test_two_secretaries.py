"""Two secretaries at one meeting, an approver whose version was overtaken: before a real hub each is told,
and nobody's work is lost or published unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from support.town import MEETING, Town, make_folder, town

from reader.app.laptop import Laptop
from reader.core import approving, recalling
from reader.core.approving import Turn
from reader.core.book import Book
from reader.core.composing import beginning, drafting, sent, submitting
from reader.core.composing import composition as steps
from reader.core.composing.submitting import Stage
from sync.errors import Code, SohopError
from sync.model.people import Role
from tools.demo.stage import APPROVER, DELEGATE, SECRETARY, Actor

OTHER_APPROVER = Actor("phe-duyet-2", "Lường Văn Pánh", (Role.APPROVER,))
SECOND = Actor("thu-ky-2", "Lò Thị Hoa", (Role.SECRETARY,))

T = TypeVar("T")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    """Version 1 is published; both secretaries have it."""
    with town(tmp_path / "town", tls=False) as made:
        made.enrol(SECOND, OTHER_APPROVER)
        made.submit(make_folder(tmp_path / "packet"))
        made.approve()
        made.publish()
        yield made


class At:
    """A person at their laptop."""

    def __init__(self, laptop: Laptop) -> None:
        self.laptop = laptop
        self.book = laptop.book

    def sync(self) -> None:
        self.laptop.sync()

    def revise(self, title: str) -> None:
        """Begin the next version, and call its first item so."""
        beginning.revise(self.book, MEETING)
        self.title(title)

    def title(self, title: str) -> None:
        drafting.change(self.book, MEETING, lambda one: steps.set_item(one, "muc-1", title=title))

    def submit(self) -> None:
        submitting.submit(self._on_book, MEETING, "Sửa", self.laptop.uploads)
        self.laptop.sync(documents=False)

    def drafted(self) -> str:
        """The first item's title, in the draft."""
        return drafting.load(self.book, MEETING).packet.items[0].title

    def shown(self) -> str:
        """The first item's title, as it is published."""
        stored = self.book.vault.packets.current(MEETING)
        assert stored is not None
        return stored.items[0].title

    def _on_book(self, work: Callable[[Book], T]) -> T:
        return work(self.book)


@pytest.fixture
def first(place: Town) -> Iterator[At]:
    with place.laptop(SECRETARY) as laptop:
        laptop.sync()
        yield At(laptop)


@pytest.fixture
def second(place: Town) -> Iterator[At]:
    with place.laptop(SECOND) as laptop:
        laptop.sync()
        yield At(laptop)


@pytest.fixture
def approver(place: Town) -> Iterator[At]:
    with place.laptop(APPROVER) as laptop:
        laptop.sync()
        yield At(laptop)


def approve(one: At) -> None:
    one.sync()
    approving.approve(one.book, MEETING, approving.view(one.book, MEETING).card.manifest)
    one.sync()


def publish(one: At) -> None:
    one.sync()
    submitting.publish(one.book, MEETING)
    one.sync()


def test_who_submits_second_is_told_of_the_other_version_and_loses_nothing(
    place: Town, first: At, second: At, approver: At
) -> None:
    first.revise("Của Hà")
    second.revise("Của Hoa")
    first.submit()
    approve(approver)
    publish(first)
    second.sync()
    with pytest.raises(SohopError) as caught:
        second.submit()
    assert caught.value.code is Code.PACKET_OVERTAKEN
    assert "bản 2" in caught.value.sentence().lower()
    assert second.drafted() == "Của Hoa"
    assert second.shown() == "Của Hà"
    assert second.book.vault.outbox.pending_count() == 0


def test_who_submitted_first_and_was_overtaken_is_not_left_waiting(
    place: Town, first: At, second: At, approver: At
) -> None:
    second.revise("Của Hoa")
    second.submit()
    assert sent.standing(second.book, MEETING).stage is Stage.SUBMITTED
    first.revise("Của Hà")
    first.submit()
    approve(approver)
    publish(first)
    second.sync()
    assert sent.standing(second.book, MEETING).stage is Stage.OVERTAKEN
    assert second.drafted() == "Của Hoa"
    with pytest.raises(SohopError) as caught:
        second.submit()
    assert caught.value.code is Code.PACKET_OVERTAKEN
    approver.sync()
    assert approving.cards(approver.book) == ()
    with place.laptop(DELEGATE) as laptop:
        laptop.sync()
        assert At(laptop).shown() == "Của Hà"


def test_an_approval_of_what_was_replaced_is_refused_and_the_newer_version_is_shown(
    first: At, second: At, approver: At
) -> None:
    second.revise("Của Hoa")
    second.submit()
    approver.sync()
    looked_at = approving.view(approver.book, MEETING).card.manifest
    first.revise("Của Hà")
    first.submit()
    approving.approve(approver.book, MEETING, looked_at)  # its line was down: it has heard of nothing else
    approver.sync()
    view = approving.view(approver.book, MEETING)
    assert view.refused is not None
    assert view.refused[1] is Code.PACKET_SUPERSEDED
    assert (view.meeting.items[0].title, view.card.turn) == ("Của Hà", Turn.MINE)
    approve(approver)
    assert approving.view(approver.book, MEETING).refused is None
    publish(first)
    assert first.shown() == "Của Hà"


def test_an_approval_of_what_another_version_overtook_changes_nothing(
    first: At, second: At, approver: At, place: Town
) -> None:
    second.revise("Của Hoa")
    second.submit()
    with place.laptop(OTHER_APPROVER) as laptop:
        laptop.sync()
        looked_at = approving.view(laptop.book, MEETING).card.manifest
        first.revise("Của Hà")
        first.submit()
        approve(approver)
        publish(first)
        approving.approve(laptop.book, MEETING, looked_at)
        laptop.sync()
        (known,) = [
            one
            for one in laptop.book.vault.events.of_meeting(MEETING)
            if one.receipt is not None and not one.receipt.accepted
        ]
        assert known.receipt is not None
        assert known.receipt.code is Code.PACKET_SUPERSEDED
        assert approving.cards(laptop.book) == ()
        assert At(laptop).shown() == "Của Hà"


def test_a_version_that_is_taken_back_while_the_next_is_made_is_followed_by_it(
    first: At, approver: At
) -> None:
    first.revise("Bản sau")
    recalling.recall(first.book, MEETING, "Sai số liệu")
    first.sync()
    assert first.drafted() == "Bản sau"
    first.submit()
    assert sent.standing(first.book, MEETING).stage is Stage.SUBMITTED
    approve(approver)
    publish(first)
    assert first.shown() == "Bản sau"
    stored = first.book.vault.packets.current(MEETING)
    assert stored is not None
    assert stored.manifest.version == 2
