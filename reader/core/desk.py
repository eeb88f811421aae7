"""The secretary's page for one meeting: who is ready, shared notes, ballots with their tally."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.core import (
    attending,
    counting,
    item_notes,
    library,
    opining,
    outstanding,
    recalling,
    recounting,
    running,
    standing,
)
from reader.core.book import Book
from reader.core.count_views import Reconciliation
from reader.core.views import (
    ConductView,
    DeskMotion,
    DeskView,
    Fate,
    MotionView,
    ReaderRow,
    Readiness,
)
from reader.store.packets import StoredPacket
from sync.model.annotation import Audience
from sync.model.events import ReportReady
from sync.model.ids import MeetingId, PersonId
from sync.model.motion import OVER, MotionState
from sync.model.names import given_name_key
from sync.model.projection import Projection
from sync.wire.desk import ClosedMotion, Turnout


def desk(book: Book, meeting: MeetingId) -> DeskView | None:
    """The page, or None when no version of this meeting may be read here."""
    stored = standing.readable(book, meeting)
    if stored is None:
        return None
    projection = book.project(meeting)
    names = opining.names(book, stored)
    view = library.view_of(book, stored, projection, names)
    closed = {one.motion: one for one in book.vault.closed.of_meeting(meeting)}
    turnout = {one.motion: one for one in book.vault.packets.turnout(meeting)}
    drafts = book.vault.packets.drafts(meeting)
    heard = outstanding.Known.of(book)
    motions = tuple(
        replace(
            _motion(book, stored, projection, motion, names, closed.get(motion.id), turnout.get(motion.id)),
            forked=_forked(projection, motion, names),
            sheet=outstanding.with_heard(
                heard, _sheet(book, stored, projection, motion, turnout.get(motion.id), names)
            ),
            last=running.last(motion.state, projection.motion(motion.id)),
        )
        for motion in view.motions
    )
    rows = _rows(book, stored, projection, names)
    return DeskView(
        card=view.card,
        owner=book.owner,
        documents=sum(len(item.documents) for item in stored.items),
        rows=outstanding.with_owed(book, stored, projection, heard, rows, motions),
        marks=tuple(
            mark
            for mark in view.marks
            if mark.audience is not Audience.PRIVATE and mark.fate is not Fate.DELETED
        ),
        motions=motions,
        items=view.items,
        draft_version=drafts[-1].manifest.version if drafts else None,
        made=stored.manifest.made,
        lease=stored.manifest.lease,
        as_of=book.now(),
        said=view.said,
        sitting=view.sitting,
        conduct=ConductView(
            attendance=outstanding.with_contacts(heard, attending.view(stored, projection, names)),
            notes=item_notes.notes(book, meeting),
        ),
        recalling=recalling.on_its_way(book, meeting),
    )


def _rows(
    book: Book, stored: StoredPacket, projection: Projection, names: dict[str, str]
) -> tuple[ReaderRow, ...]:
    without = {one.person for one in book.vault.trust.people() if not one.laptop}
    best: dict[PersonId, ReaderRow] = {}
    opened = {fact.person for fact in projection.ready.values() if fact.report.opened}
    for device, fact in projection.ready.items():
        person, report, when = fact.person, fact.report, fact.when
        row = ReaderRow(
            person=person,
            name=names.get(person, person),
            readiness=_readiness(stored, report),
            documents=report.documents,
            complete=report.complete,
            version=report.version,
            last_report=when,
            device=device,
            opened=person in opened,
        )
        if person not in best or _rank(row) < _rank(best[person]):
            best[person] = row
    rows = [
        best.get(person)
        or ReaderRow(
            person=person,
            name=names.get(person, person),
            readiness=Readiness.NOTHING,
            documents=0,
            complete=0,
            version=0,
            last_report=None,
            enrolled=person not in without,
        )
        for person in stored.manifest.readers
    ]
    return tuple(sorted(rows, key=lambda row: given_name_key(row.name)))


def _readiness(stored: StoredPacket, report: ReportReady) -> Readiness:
    if report.manifest != stored.digest:
        return Readiness.OLD_VERSION if report.complete else Readiness.NOTHING
    if report.complete >= report.documents:
        return Readiness.READY
    return Readiness.PARTIAL if report.complete else Readiness.NOTHING


def _rank(row: ReaderRow) -> int:
    return list(Readiness).index(row.readiness)


def _motion(
    book: Book,
    stored: StoredPacket,
    projection: Projection,
    view: MotionView,
    names: dict[str, str],
    closed: ClosedMotion | None,
    turnout: Turnout | None,
) -> DeskMotion:
    motion = stored.manifest.motion(view.id)
    if closed is None or motion is None:
        return _turnout(stored, view, set(turnout.voted if turnout else ()), names)
    if view.state is MotionState.ANNULLED:
        return _turnout(stored, view, set(), names)
    facts = projection.motion(view.id)
    counted = recounting.recount(stored, motion, closed, facts.entries)
    if counted is None:
        return _turnout(stored, view, set(turnout.voted if turnout else ()), names)
    voter_of = {ballot: one.event.person for ballot, one in counted.log.items()}
    entries = tuple(counting.entry_view(book, fact, voter_of, names, facts) for fact in counted.entries)
    ballots = counted.rows(names, entries)
    voted = {ballot.person for ballot in ballots}.union(*(entry.persons for entry in entries))
    shown = _turnout(stored, replace(view, result=counted.view(motion)), voted, names)
    return replace(shown, ballots=ballots, entries=entries)


def _sheet(
    book: Book,
    stored: StoredPacket,
    projection: Projection,
    view: MotionView,
    turnout: Turnout | None,
    names: dict[str, str],
) -> Reconciliation:
    motion = stored.manifest.motion(view.id)
    if motion is None or view.state in OVER:
        return Reconciliation()
    return counting.reconcile(book, stored, motion, projection.motion(view.id), turnout, names)


def _forked(projection: Projection, view: MotionView, names: dict[str, str]) -> tuple[str, ...]:
    forked = projection.motion(view.id).forked
    return tuple(sorted((names.get(person, person) for person in forked), key=given_name_key))


def _turnout(
    stored: StoredPacket, view: MotionView, voted: set[PersonId], names: dict[str, str]
) -> DeskMotion:
    roll = [entry.person for entry in stored.manifest.roll]

    def shown(people: Iterable[PersonId]) -> tuple[str, ...]:
        return tuple(sorted((names.get(p, p) for p in people), key=given_name_key))

    return DeskMotion(
        motion=view,
        voted=shown(voted),
        roll=len(roll),
        not_voted=shown(person for person in roll if person not in voted),
    )
