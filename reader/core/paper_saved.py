"""Paper and money that a meeting without paper saves: counted so that nobody can say it is too much.

- Only people count whose laptop has reported documents of the meeting: the others may have been given paper.
- Each counts every document that they may read once, as it was published last.
- A document that was replaced counts twice, as it was first and as it is now, however many versions there
  were; one that was taken out counts once. Only versions that this laptop knows count, and none that was
  recalled.
- A page is one side. Sheets are printed on both, each document on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from reader.core.book import Book
from reader.core.exporting import write_export
from reader.core.office.letters import VIETNAM
from reader.core.plain import plain_line
from reader.store.packets import StoredPacket
from sync.model.events import ReportReady
from sync.model.ids import MeetingId, PersonId

PRICE: Final = 300
"""Đồng for a printed side, until the office says another."""
MOST: Final = 1_000_000
_PRICE: Final = "paper/price"


@dataclass(frozen=True)
class Saved:
    """What was not printed for one meeting."""

    meeting: MeetingId
    title: str
    starts: datetime
    readers: int
    """People whose laptop had documents of it."""
    others: int
    """Readers of whom that is not known: they do not count."""
    pages: int
    """Sides."""
    sheets: int
    """Printed on both sides."""


@dataclass(frozen=True)
class Year:
    """The meetings that started in one year, by their time."""

    year: int
    price: int
    """Đồng a side."""
    meetings: tuple[Saved, ...]

    @property
    def pages(self) -> int:
        """Of all."""
        return sum(one.pages for one in self.meetings)

    @property
    def sheets(self) -> int:
        """Of all."""
        return sum(one.sheets for one in self.meetings)

    @property
    def money(self) -> int:
        """Đồng."""
        return self.pages * self.price


def meetings_of(book: Book, year: int) -> tuple[MeetingId, ...]:
    """Those of a year, by their time in Vietnam."""
    packets = book.vault.packets.all()
    meetings = (one.manifest.meeting for one in packets)
    return tuple(one.id for one in meetings if year_in(one.starts) == year)


def year_in(at: datetime) -> int:
    """The year of a moment, in Vietnam."""
    return at.astimezone(VIETNAM).year


def saved(book: Book, meeting: MeetingId) -> Saved | None:
    """What was not printed for it; None when no version is here. Also after its documents were erased."""
    versions = book.vault.packets.published(meeting)
    if not versions:
        return None
    newest = versions[-1].manifest
    have = {one.person for one in book.project(meeting, ReportReady).ready.values() if one.report.complete}
    readers = {person for version in versions for person in version.manifest.readers}
    counted = readers & have
    pages, sheets = _printed(versions, counted)
    return Saved(
        meeting=meeting,
        title=plain_line(newest.meeting.title),
        starts=newest.meeting.starts,
        readers=len(counted),
        others=len(set(newest.readers) - have),
        pages=pages,
        sheets=sheets,
    )


def year_of(book: Book, year: int) -> Year:
    """All of a year at once."""
    found = (saved(book, meeting) for meeting in meetings_of(book, year))
    return Year(year, price(book), tuple(one for one in found if one is not None))


def price(book: Book) -> int:
    """Đồng for a printed side."""
    return book.vault.settings.get(_PRICE, int, PRICE)


def put_price(book: Book, dong: int) -> None:
    """From now on, also for what was counted before. Raises ``ValueError`` when it is none."""
    if not 0 <= dong <= MOST:
        raise ValueError(f"a price between 0 and {MOST}")
    book.vault.settings.put(_PRICE, dong)


def export(year: Year, office: str, made: datetime, path: Path) -> Path:
    """Write the year as an Excel workbook. Raises ``SohopError(DISK_FULL | FILE_REFUSED)``."""
    from reader.core.office.saved_xlsx import saved_xlsx

    write_export(path, saved_xlsx(year, office, made))
    return path


def _printed(versions: Sequence[StoredPacket], people: Iterable[PersonId]) -> tuple[int, int]:
    """Sides and sheets of what these people would have been handed."""
    pages = sheets = 0
    for person in people:
        for copies in _copies(versions, person).values():
            first, last = copies[0], copies[-1]
            for _, number in (last,) if first[0] == last[0] else (first, last):
                pages += number
                sheets += -(-number // 2)
    return pages, sheets


def _copies(versions: Sequence[StoredPacket], person: PersonId) -> dict[str, list[tuple[str, int]]]:
    """By document: its bytes and its pages in each version in which this person might read it."""
    found: dict[str, list[tuple[str, int]]] = {}
    for version in versions:
        if person not in version.manifest.readers:
            continue
        for item in version.items:
            if item.permits(person):
                for document in item.documents:
                    found.setdefault(document.id, []).append((document.sha256, document.pages))
    return found
