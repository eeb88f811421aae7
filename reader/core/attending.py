"""Who is there: what people say of themselves and what the desk writes down. Silence is not presence
(docs/decisions/0018)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reader.core.book import Book
from reader.core.line_views import Trip
from reader.core.sitting_views import AttendanceRow, AttendanceView
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.conduct import After, PutAttendance
from sync.model.ids import EventId, MeetingId, PersonId
from sync.model.names import given_name_key
from sync.model.opinion import Attendance
from sync.model.people import names_of
from sync.model.projection import Projection, Standing
from sync.model.threads import CheckInFact
from sync.wire.codec import decode_payload, encode_payload

_ORDER = (Attendance.ABSENT, Attendance.DELEGATED, None, Attendance.PRESENT)
"""Whoever something may have to be done about comes first."""


def put(
    book: Book,
    meeting: MeetingId,
    person: PersonId,
    state: Attendance,
    *,
    reason: str = "",
    proxy: str = "",
) -> EventId:
    """Write down for the desk whether somebody is there; the last word holds, theirs or the desk's.

    Raises ``SohopError(MALFORMED)`` for a substitute without a name, or words out of bounds; ``DISK_FULL``.
    Then nothing was written.
    """
    at, after = said_after(book, meeting, person)
    try:
        body = PutAttendance(
            person=person, state=state, at=at, after=after, reason=reason.strip(), proxy=proxy.strip()
        )
    except ValueError as error:
        raise SohopError(Code.MALFORMED) from error
    return _act(book, meeting, body)


def put_present(book: Book, meeting: MeetingId, persons: Iterable[PersonId]) -> None:
    """Write down as present those of these of whom nobody has said anything, also not while it was asked
    whether to: at once or not at all. What somebody has said that is not known here yet is more than that.
    Raises ``SohopError(DISK_FULL)``."""
    known, now = book.project(meeting).check_ins, book.now()
    with book.vault.transaction():
        for person in persons:
            if person not in known:
                body = PutAttendance(person=person, state=Attendance.PRESENT, at=now, presumed=True)
                _act(book, meeting, body)


def said_after(book: Book, meeting: MeetingId, person: PersonId) -> tuple[datetime, After]:
    """When a word on somebody's attendance is said now, and after what: never before what it answers, for
    whoever said that may have a clock that is ahead."""
    known, now = book.project(meeting).check_ins.get(person), book.now()
    return (now, {}) if known is None else (max(now, known.at), known.known)


def present(stored: StoredPacket, projection: Projection) -> tuple[PersonId, ...]:
    """Those on the roll of whom it was said that they are there."""
    return tuple(
        entry.person
        for entry in stored.manifest.roll
        if (said := projection.check_ins.get(entry.person)) is not None
        and said.check_in.state is Attendance.PRESENT
    )


def view(stored: StoredPacket, projection: Projection, names: dict[str, str]) -> AttendanceView:
    """Who is there, for the desk."""
    manifest = stored.manifest
    roll = names_of(manifest.roll)
    persons = [*roll, *(one for one in dict.fromkeys(manifest.readers) if one not in roll)]
    rows = [_row(one, names, projection.check_ins.get(one), on_roll=one in roll) for one in persons]
    counted = [row for row in rows if row.on_roll or not roll]
    quorums = [motion.rule.quorum for motion in manifest.motions]
    return AttendanceView(
        rows=tuple(
            sorted(rows, key=lambda row: (_ORDER.index(row.state), given_name_key(row.name), row.person))
        ),
        present=sum(row.state is Attendance.PRESENT for row in counted),
        expected=len(counted),
        needed=max((quorum.needed(len(roll)) for quorum in quorums if quorum is not None), default=0),
    )


def _row(
    person: PersonId, names: dict[str, str], fact: CheckInFact | None, *, on_roll: bool
) -> AttendanceRow:
    name = names.get(person, person)
    if fact is None:
        return AttendanceRow(person, name, on_roll)
    said = fact.check_in
    return AttendanceRow(
        person,
        name,
        on_roll,
        said.state,
        said.reason,
        said.proxy,
        by=names.get(fact.by, fact.by) if fact.by != person else "",
        at=fact.at,
        trip=Trip.WAITING if fact.standing is Standing.PENDING else Trip.SENT,
    )


def _act(book: Book, meeting: MeetingId, body: PutAttendance) -> EventId:
    """Words out of bounds are refused here: a hub would refuse them for good."""
    decode_payload(encode_payload(body), PutAttendance)
    return book.act(meeting, body)
