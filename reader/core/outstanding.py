"""By which way each person's laptops were last heard of, and what of theirs has not arrived (for the desk).

Only what is known is said: a hub's word on when it heard of a laptop, the laptop's own report, what this
laptop wrote to a stick. Whoever has not been heard of is not therefore ready, nor gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from reader.core import recorders
from reader.core.book import Book
from reader.core.contact_views import HeardView, OwedView
from reader.core.count_views import Reconciliation, SheetRow, Source
from reader.core.views import AttendanceView, DeskMotion, ReaderRow, Readiness
from reader.store.contacts import Heard
from reader.store.packets import StoredPacket
from sync.model.ids import DeviceId, MeetingId, PersonId
from sync.model.motion import MotionState
from sync.model.projection import Projection
from sync.model.rules import Secrecy
from sync.wire.bundle import Head, hint
from sync.wire.desk import Way
from sync.wire.letters import PlannedItem

_SAME = timedelta(minutes=1)
"""A report this much younger than the last contact came another way, that nobody has told of yet."""
_TAKING = (MotionState.OPEN, MotionState.ENDED)


class Known:
    """What is known of everybody's laptops, read once for a page."""

    def __init__(self, book: Book, heard: Sequence[Heard]) -> None:
        self._book = book
        self._of: dict[PersonId, list[Heard]] = {}
        for one in heard:
            self._of.setdefault(one.person, []).append(one)

    @classmethod
    def of(cls, book: Book) -> Known:
        """As it stands."""
        return cls(book, book.vault.contacts.all())

    def devices(self, person: PersonId) -> set[DeviceId]:
        """Laptops of a person that were ever heard of."""
        return {one.device for one in self._of.get(person, ())}

    def heard(self, person: PersonId, report: datetime | None = None) -> HeardView | None:
        """The last contact with any of their laptops; ``report`` is when one last said what it has."""
        newest = last_heard(self._of.get(person, ()))
        if newest is None or (report is not None and report - newest.at > _SAME):
            return None if report is None else HeardView(report)
        return HeardView(newest.at, newest.via, self._name(newest.room))

    def held(self, person: PersonId) -> str | None:
        """The room hub that has something of theirs which the office has not got."""
        rooms = [one.room for one in self._of.get(person, ()) if one.held]
        return self._name(rooms[0]) if rooms else None

    def _name(self, room: DeviceId) -> str:
        return recorders.name_of(self._book, room) if room else ""


def last_heard(heard: Iterable[Heard]) -> Heard | None:
    """The newest of them. Of one moment by two ways, what a hub has heard itself before what it was told."""
    order = (Way.USB, Way.ROOM, Way.HUB)
    return max(heard, key=lambda one: (one.at, order.index(one.via)), default=None)


def missing_votes(motions: Iterable[DeskMotion]) -> dict[PersonId, tuple[int, ...]]:
    """On which motions that are open, or being counted, nothing has come of a person, also not on paper."""
    lacking: dict[PersonId, list[int]] = {}
    for one in motions:
        if one.motion.state in _TAKING and one.motion.secrecy is Secrecy.OPEN:
            for row in one.sheet.rows:
                if row.source is Source.NOTHING and row.entry is None:
                    lacking.setdefault(row.person, []).append(one.motion.number)
    return {person: tuple(numbers) for person, numbers in lacking.items()}


def with_owed(
    book: Book,
    stored: StoredPacket,
    projection: Projection,
    known: Known,
    rows: Iterable[ReaderRow],
    motions: Sequence[DeskMotion],
) -> tuple[ReaderRow, ...]:
    """These rows with the last contact, and what is outstanding."""
    votes = missing_votes(motions)
    copied = book.vault.contacts.copied(stored.manifest.meeting.id, stored.digest)
    reported: dict[PersonId, set[DeviceId]] = {}
    for device, fact in projection.ready.items():
        reported.setdefault(fact.person, set()).add(device)
    return tuple(
        replace(
            row,
            heard=known.heard(row.person, row.last_report),
            owed=OwedView(
                copied=_unconfirmed(
                    row, copied, known.devices(row.person) | reported.get(row.person, set[DeviceId]())
                ),
                held=known.held(row.person),
                votes=votes.get(row.person, ()),
            ),
        )
        for row in rows
    )


def with_heard(known: Known, sheet: Reconciliation) -> Reconciliation:
    """The sheet with what is known of the laptops of those who have no vote yet, and of what a room holds."""

    def told(row: SheetRow) -> SheetRow:
        heard = known.heard(row.person) if row.source is Source.NOTHING else None
        return replace(row, heard=heard, held=known.held(row.person))

    return replace(sheet, rows=tuple(map(told, sheet.rows)))


def with_contacts(known: Known, attendance: AttendanceView) -> AttendanceView:
    """Who is there, with the last contact of those of whom nobody has said anything."""
    rows = (
        replace(row, heard=known.heard(row.person)) if row.state is None else row for row in attendance.rows
    )
    return replace(attendance, rows=tuple(rows))


def note_copied(
    book: Book, head: Head, plan: Sequence[PlannedItem], asked: MeetingId | None, when: datetime
) -> None:
    """An outward bundle is on a stick: remember for which laptops, and which packets.

    ``asked``: for which meeting it was made just now; None where that is to be told from its content, as of
    a copy that goes on. For whom its boxes are is told by their hints, of laptops that are known here.
    """
    hints = {box.hint for box in head.boxes}
    mine = book.identity.device
    devices = [device for device in _every_device(book) if device != mine and hint(head.id, device) in hints]
    content = {planned.item.descriptor for planned in plan}
    for packet in book.vault.packets.all():
        meeting = packet.manifest.meeting.id
        if meeting == asked or (asked is None and content & set(packet.manifest.items)):
            book.vault.contacts.put_copied(meeting, packet.digest, devices, when)


def _every_device(book: Book) -> Collection[DeviceId]:
    roster = book.vault.trust.read_roster()
    office = () if roster is None else roster.office
    return sorted({one.device for one in book.vault.contacts.all()} | {cert.device for cert in office})


def _unconfirmed(
    row: ReaderRow, copied: Mapping[DeviceId, datetime], devices: Collection[DeviceId]
) -> datetime | None:
    if row.readiness is Readiness.READY:
        return None
    return max((copied[device] for device in devices if device in copied), default=None)
