"""Votes by hand and on paper, and late ballots: entered by one person, confirmed by another; nobody twice."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.engine import Row

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.actors import Actor, actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.effects.closing import ballots_of
from sync.hub.effects.finding import find, need_open
from sync.hub.tables import To
from sync.model.counts import (
    ADMITTERS,
    ENTERERS,
    AdmitBallot,
    ConfirmVotes,
    EnterVotes,
    Named,
    WithdrawVotes,
    is_sound,
    persons_of,
)
from sync.model.ids import DeviceId, Digest, EventId, MotionId, PersonId
from sync.model.motion import Late
from sync.model.people import Role
from sync.model.tally import judge

_entries, _entered = tables.entries, tables.entered
_CONFIRMED = (
    select(_entered.c.person)
    .join(_entries, _entries.c.id == _entered.c.entry)
    .where(_entered.c.motion == bindparam("motion"), _entries.c.confirmed.is_not(None))
)


def enter(batch: Batch, act: Act, who: Actor, body: EnterVotes) -> Verdict:
    """Write votes down. They count once another person confirms them.

    Raises ``SohopError``: ``PACKET_UNKNOWN``; ``MOTION_NOT_OPEN``; ``MOTION_CHANGED``; ``VOTES_UNSOUND`` when
    they cannot be true; ``COUNTS_ALREADY`` when one of these persons counts in another way.
    """
    who.need(*ENTERERS)
    batch.need_reader(who, act.event.meeting)
    row, view, motion = find(batch, act, body.motion)
    need_open(batch, row, motion)
    if row.digest != body.motion_digest:
        raise SohopError(Code.MOTION_CHANGED)
    if not is_sound(motion, body, (entry.person for entry in view.manifest.roll)):
        raise SohopError(Code.VOTES_UNSOUND)
    persons = persons_of(body.votes)
    _need_uncounted(batch, row, persons)
    _write(batch, act, motion.id, persons)
    _tell(batch, act, persons if isinstance(body.votes, Named) else ())
    return Verdict()


def admit(batch: Batch, act: Act, who: Actor, body: AdmitBallot) -> Verdict:
    """Put a late ballot forward that has no other fault. It counts once it is confirmed.

    Raises ``SohopError``: ``MOTION_NOT_OPEN``; ``NOT_LATE`` when the ballot is not late, or the motion's
    policy admits none; ``COUNTS_ALREADY``.
    """
    who.need(*ADMITTERS)
    row, _, motion = find(batch, act, body.motion)
    need_open(batch, row, motion)
    ballots = tables.ballots.c
    ballot = batch.connection.execute(
        select(ballots.person).where(
            ballots.id == body.ballot,
            ballots.motion == motion.id,
            ballots.digest == row.digest,
            ballots.late,
            ~ballots.revoked,
        )
    ).one_or_none()
    if motion.window.late is not Late.MAY_BE_ADMITTED or ballot is None:
        raise SohopError(Code.NOT_LATE)
    voter = PersonId(ballot.person)
    _need_uncounted(batch, row, [voter])
    _write(batch, act, motion.id, [voter], ballot=body.ballot)
    _tell(batch, act, [voter])
    return Verdict()


def confirm(batch: Batch, act: Act, who: Actor, body: ConfirmVotes) -> Verdict:
    """A second person vouches for an entry: from now on it counts.

    Raises ``SohopError``: ``PACKET_UNKNOWN``; ``MOTION_NOT_OPEN``; ``ENTRY_OVER`` when it awaits nobody;
    ``SECOND_PERSON``; ``COUNTS_ALREADY`` when a ballot that counts arrived meanwhile.
    """
    who.need(*ENTERERS)
    batch.need_reader(who, act.event.meeting)
    row, _, motion = find(batch, act, body.motion)
    need_open(batch, row, motion)
    entry, author, roles = _find(batch, motion.id, body.entry)
    if entry.withdrawn or entry.confirmed is not None:
        raise SohopError(Code.ENTRY_OVER)
    if author == who.person:
        raise SohopError(Code.SECOND_PERSON)
    if entry.ballot is not None and not _are_both(roles, who.cert.roles):
        raise SohopError(Code.SECOND_PERSON)
    persons = _persons(batch, entry.id)
    _need_no_ballot(batch, row, persons)
    batch.connection.execute(update(_entries).where(_entries.c.id == entry.id).values(confirmed=act.id))
    batch.store(act, "confirm", motion.id)
    _tell(batch, act, persons)
    batch.audit(Audit.VOTES_CONFIRMED, act, entry.id)
    return Verdict()


def withdraw(batch: Batch, act: Act, who: Actor, body: WithdrawVotes) -> Verdict:
    """An entry does not count any more, and its persons are free. A second time changes nothing.

    Raises ``SohopError(PACKET_UNKNOWN | MOTION_NOT_OPEN | ENTRY_OVER)``.
    """
    who.need(*ENTERERS)
    batch.need_reader(who, act.event.meeting)
    row, _, motion = find(batch, act, body.motion)
    need_open(batch, row, motion)
    entry, _, _ = _find(batch, motion.id, body.entry)
    if entry.withdrawn:
        return Verdict()
    persons = _persons(batch, entry.id)
    batch.connection.execute(update(_entries).where(_entries.c.id == entry.id).values(withdrawn=True))
    batch.connection.execute(delete(_entered).where(_entered.c.entry == entry.id))
    batch.store(act, "withdraw", motion.id)
    _tell(batch, act, persons)
    batch.audit(Audit.VOTES_WITHDRAWN, act, entry.id)
    return Verdict()


def is_entered(batch: Batch, motion: MotionId, person: PersonId) -> bool:
    """Whether this person counts by an entry that was confirmed."""
    return person in batch.once(
        "entered",
        motion,
        lambda reading: frozenset(reading.execute(_CONFIRMED, {"motion": motion}).scalars()),
    )


def withdraw_all(batch: Batch, motion: MotionId) -> None:
    """Entries for a form of the motion that is no more."""
    batch.connection.execute(update(_entries).where(_entries.c.motion == motion).values(withdrawn=True))
    batch.connection.execute(delete(_entered).where(_entered.c.motion == motion))


def _need_uncounted(batch: Batch, row: Row[tuple[object, ...]], persons: Iterable[PersonId]) -> None:
    """Raises ``SohopError(COUNTS_ALREADY)`` if one stands in an entry or has a ballot that counts."""
    wanted = list(persons)
    twice = batch.connection.execute(
        select(_entered.c.person).where(_entered.c.motion == row.id, _entered.c.person.in_(wanted)).limit(1)
    ).scalar_one_or_none()
    if twice is not None:
        raise SohopError(Code.COUNTS_ALREADY)
    _need_no_ballot(batch, row, wanted)


def _need_no_ballot(batch: Batch, row: Row[tuple[object, ...]], persons: Iterable[PersonId]) -> None:
    ballots = tables.ballots.c
    voted = batch.connection.execute(
        select(ballots.person).where(ballots.motion == row.id, ballots.person.in_(list(persons))).distinct()
    )
    for person in map(PersonId, voted.scalars().all()):
        _, chosen = judge(
            ballots_of(batch, MotionId(row.id), person=person), Digest(row.digest), entitled=True
        )
        if chosen is not None:
            raise SohopError(Code.COUNTS_ALREADY)


def _write(
    batch: Batch, act: Act, motion: MotionId, persons: Iterable[PersonId], ballot: str | None = None
) -> None:
    batch.store(act, "entry", motion)
    batch.connection.execute(
        insert(_entries).values(id=act.id, motion=motion, ballot=ballot, confirmed=None, withdrawn=False)
    )
    rows = [{"motion": motion, "person": person, "entry": act.id} for person in persons]
    batch.connection.execute(insert(_entered), rows)
    batch.audit(Audit.VOTES_ENTERED, act, motion)


def _find(
    batch: Batch, motion: MotionId, entry: EventId
) -> tuple[Row[tuple[object, ...]], PersonId, tuple[Role, ...]]:
    """An entry, whose it is, and the roles of the laptop it came from. Raises ``SohopError(ENTRY_OVER)``."""
    events = tables.events.c
    row = batch.connection.execute(
        select(_entries, events.person, events.device)
        .join(tables.events, events.id == _entries.c.id)
        .where(_entries.c.id == entry, _entries.c.motion == motion)
    ).one_or_none()
    if row is None:
        raise SohopError(Code.ENTRY_OVER)
    return row, PersonId(row.person), actor(batch.connection, DeviceId(row.device)).cert.roles


def _are_both(one: Iterable[Role], other: Iterable[Role]) -> bool:
    """Whether one of two persons is chair and the other secretary."""
    first, second = set(one), set(other)
    return (Role.CHAIR in first and Role.SECRETARY in second) or (
        Role.SECRETARY in first and Role.CHAIR in second
    )


def _persons(batch: Batch, entry: str) -> list[PersonId]:
    rows = batch.connection.execute(select(_entered.c.person).where(_entered.c.entry == entry))
    return [PersonId(person) for person in rows.scalars()]


def _tell(batch: Batch, act: Act, persons: Iterable[PersonId]) -> None:
    """The desk and tellers; and the voter, where it is one."""
    meeting = act.event.meeting
    batch.deliver(act.id, meeting, To.TELLERS)
    if len(alone := list(persons)) == 1:
        batch.deliver(act.id, meeting, To.PERSON, alone[0])
