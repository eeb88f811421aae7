"""A delegate without any line: packet, ballot, notes and receipts travel on a stick, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from support.town import MEETING, make_folder, town

from reader.app.courier import OfficeStick
from reader.app.laptop import Laptop
from reader.core import annotating, voting
from reader.core import desk as desks
from reader.core.book import Book
from reader.core.stick_views import Took
from reader.core.views import ReaderRow, Readiness, Way
from sync.model.annotation import Audience, MarkKind
from sync.model.ids import MotionId
from tools.demo.stage import DELEGATE, OTHER, SECRETARY

T = TypeVar("T")
MOTION = MotionId("m-1")


def stick_of(laptop: Laptop) -> OfficeStick:
    def on_book(work: Callable[[Book], T]) -> T:
        return work(laptop.book)

    return OfficeStick(on_book)


def take(laptop: Laptop, place: Path) -> Took:
    return stick_of(laptop).take(place, lambda share: None, lambda: False)


def shown(desk: Laptop) -> ReaderRow:
    """What the board says of the far one."""
    view = desks.desk(desk.book, MEETING)
    assert view is not None
    return next(row for row in view.rows if row.name == DELEGATE.name)


def test_a_laptop_without_a_line_lives_from_a_stick(tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    with town(tmp_path) as place:
        place.submit(make_folder(tmp_path / "packet", noise=3_000_000))
        place.approve()
        place.publish()
        with place.laptop(SECRETARY) as desk, place.laptop(DELEGATE) as far:
            desk.sync()
            quiet = lambda share: None  # noqa: E731
            never = lambda: False  # noqa: E731
            out = stick_of(desk).write_out(usb, MEETING, (), quiet, never)
            assert (out.files, out.devices, out.resumed) == (1, 2, False)

            assert shown(desk).owed.copied is not None
            took = take(far, usb)
            assert took.troubles == ()
            assert (took.bundles, took.versions) == (1, ("Họp thử",))
            stored = far.book.vault.packets.current(MEETING)
            assert stored is not None
            assert stored.complete

            again = take(far, usb)
            assert (again.received, again.size, again.versions) == (0, 0, ())

            voting.cast(far.book, MEETING, MOTION, ("c1",))
            document = stored.items[0].documents[0]
            for audience in (Audience.PRIVATE, Audience.SECRETARY):
                annotating.put(
                    far.book,
                    MEETING,
                    document=document.id,
                    sha256=document.sha256,
                    page=0,
                    kind=MarkKind.NOTE,
                    text=f"ghi chú {audience}",
                    audience=audience,
                )
            waiting = far.book.vault.outbox.pending_count()
            home = stick_of(far).write_home(usb, quiet, never)
            assert home.acts == 3  # a ballot and two notes; the laptop's own report goes along
            assert len(far.book.vault.outbox.carried()) == waiting
            assert far.book.vault.outbox.pending_count() == waiting

            carried = take(desk, usb)
            assert carried.troubles == ()
            (brought,) = carried.brought
            assert (brought.recorded, brought.refused, brought.waiting) == (home.acts, 0, 0)

            desk.sync()  # the laptop's own report went along: now its person has the packet
            assert (shown(desk).owed.copied, shown(desk).readiness) == (None, Readiness.READY)
            heard = shown(desk).heard
            assert heard is not None
            assert heard.via is Way.USB

            took = take(far, usb)
            assert took.confirmed == home.acts
            assert far.book.vault.outbox.pending_count() < waiting
            desk.sync()
            assert [mark.mark.text for mark in desk.book.project(MEETING).marks] == ["ghi chú secretary"]
            with place.laptop(OTHER) as other:
                assert take(other, usb).bundles == 1
            far.sync()
            assert far.book.vault.outbox.pending_count() == 0
            assert far.book.vault.trust.again() == ()
