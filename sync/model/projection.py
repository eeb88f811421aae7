"""What is shown = confirmed state + pending events, by one pure function.

Every fact carries where it stands; nothing here knows a database, a clock or a network. The result does not
depend on the order in which facts arrive.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sync.model.annotation import Mark
from sync.model.counts import AdmitBallot
from sync.model.entries import EntryFact, entries
from sync.model.events import (
    MOTION_ACTS,
    AnnulMotion,
    CastBallot,
    CloseMotion,
    Closing,
    DropMark,
    EndVoting,
    Event,
    OpenMotion,
    PutMark,
    ReportFork,
    ReportReady,
)
from sync.model.facts import Fact as Fact
from sync.model.facts import Standing as Standing
from sync.model.ids import DeviceId, Digest, EventId, MarkId, MotionId, PersonId
from sync.model.runs import RunFact, runs
from sync.model.sitting import Sitting, sitting
from sync.model.threads import CheckInFact, OpinionFact, check_ins, standing_opinions

OF_MOTIONS = (*MOTION_ACTS, ReportFork, Closing)
"""All that says something of motions: a projection of these alone has the same ``motions``."""
_CERTAINTY = (Standing.DELIVERED, Standing.PENDING, Standing.REFUSED, Standing.ACCEPTED)
"""Of two words on one fact the later in this list holds: only a receipt settles an own act."""


@dataclass(frozen=True)
class MarkFact:
    """A mark that stands, with who made it."""

    mark: Mark
    person: PersonId
    event: EventId
    at: datetime
    standing: Standing
    earlier: tuple[Mark, ...] = ()
    """How it was on other versions of its document, one for each, the last first."""


@dataclass(frozen=True)
class BallotFact:
    """One ballot of one person on one motion."""

    id: EventId
    ballot: CastBallot
    person: PersonId
    device: DeviceId
    at: datetime
    recorded: datetime | None
    standing: Standing
    refusal: str = ""
    proved: bool = False
    reservation: str = ""
    """The code with which it was recorded, where it does not count as things stand."""


@dataclass(frozen=True)
class ReadyFact:
    """What one device could open, as it last said. ``seq`` is the report's place in the device's chain."""

    person: PersonId
    report: ReportReady
    when: datetime
    seq: int


@dataclass(frozen=True)
class AnnulFact:
    """A motion that counts for nothing any more: why, by whom, when."""

    reason: str
    person: PersonId
    when: datetime
    event: EventId


@dataclass
class MotionFacts:
    """What happened to a motion."""

    opened: datetime | None = None
    present: tuple[PersonId, ...] = ()
    openings: dict[Digest, datetime] = field(default_factory=dict)
    """When it was opened as it then stood, by the digest of that: one that changed is opened again."""
    ends: list[datetime] = field(default_factory=list)
    """When the voting was ended before the close: one that changed and is opened again is ended again."""
    entries: list[EntryFact] = field(default_factory=list)
    """Votes by hand and on paper, late ballots put forward; also what was withdrawn or refused."""
    close_asked: bool = False
    runs: list[RunFact] = field(default_factory=list)
    """Who opened, ended, closed, annulled it; also what was refused."""
    annulled: AnnulFact | None = None
    closing: Closing | None = None
    ballots: list[BallotFact] = field(default_factory=list)
    refused: list[BallotFact] = field(default_factory=list)
    """Ballots that a hub did not record."""
    forked: set[PersonId] = field(default_factory=set)
    """Whose laptops were shown two logs of it."""
    recorder: DeviceId | None = None
    """Whom its earliest opening names: the office's hub or a room hub; None before it was opened."""

    def ended(self, form: Digest) -> datetime | None:
        """When the voting on it as it stands (``form``, its digest) was ended."""
        opened = self.openings.get(form)
        if opened is None and self.openings:
            return None
        return next((end for end in self.ends if opened is None or end >= opened), None)

    def standing_entries(self, form: Digest) -> list[EntryFact]:
        """Its entries without those of an earlier form: a recorder takes them back when it changes."""
        return [
            one
            for one in self.entries
            if isinstance(one.entry, AdmitBallot) or one.entry.motion_digest == form
        ]


@dataclass
class Projection:
    """A meeting's state as this laptop knows it."""

    marks: list[MarkFact] = field(default_factory=list)
    late: list[MarkFact] = field(default_factory=list)
    """Versions of deleted marks with words that were not known where they were deleted."""
    motions: dict[MotionId, MotionFacts] = field(default_factory=dict)
    ready: dict[DeviceId, ReadyFact] = field(default_factory=dict)
    """The newest report of each device, by its own chain: two can bear the same recorded time."""
    opinions: list[OpinionFact] = field(default_factory=list)
    """Opinions and replies that stand, in order of arrival; own ones that were refused are among them."""
    check_ins: dict[PersonId, CheckInFact] = field(default_factory=dict)
    """Each person's newest."""
    sitting: Sitting = field(default_factory=Sitting)
    """Where the meeting is, and who speaks."""

    def motion(self, motion: MotionId) -> MotionFacts:
        """What happened to this motion, nothing if nothing did."""
        return self.motions.get(motion, MotionFacts())


def project(facts: Iterable[Fact]) -> Projection:
    """Fold facts of one meeting. Refused acts change nothing but stay visible where they are listed."""
    known = sorted(facts, key=lambda fact: (fact.id, _CERTAINTY.index(fact.standing)))
    ordered = list({fact.id: fact for fact in known}.values())
    result = Projection()
    for fact in ordered:
        if fact.closing is not None:
            _motion(result, fact.closing.motion).closing = fact.closing
        elif fact.event is None:
            continue
        elif fact.standing is not Standing.REFUSED:
            _fold(result, fact, fact.event)
        elif isinstance(fact.event.body, CastBallot):
            refused = _ballot(fact, fact.event, fact.event.body)
            _motion(result, refused.ballot.motion).refused.append(refused)
    result.marks, result.late = _marks(ordered)
    result.opinions = standing_opinions(ordered)
    result.check_ins = check_ins(ordered)
    result.sitting = sitting(ordered)
    for named, several in entries(ordered).items():
        _motion(result, named).entries = several
    for named, acts in runs(ordered).items():
        _motion(result, named).runs = acts
    for motion in result.motions.values():
        motion.ballots.sort(key=_by_sequence)
        motion.refused.sort(key=_by_sequence)
        motion.ends.sort()
    return result


def _fold(result: Projection, fact: Fact, event: Event) -> None:
    when = fact.recorded or event.at
    match event.body:
        case CastBallot() as ballot:
            _motion(result, ballot.motion).ballots.append(_ballot(fact, event, ballot))
        case OpenMotion() as opened:
            motion = _motion(result, opened.motion)
            if motion.opened is None or when < motion.opened:
                motion.opened, motion.present, motion.recorder = when, opened.present, event.recorder
            form = Digest(opened.motion_digest)
            motion.openings[form] = min(when, motion.openings.get(form, when))
        case EndVoting() as end:
            _motion(result, end.motion).ends.append(when)
        case CloseMotion() as closed:
            _motion(result, closed.motion).close_asked = True
        case AnnulMotion() as annulled:
            motion = _motion(result, annulled.motion)
            fact_ = AnnulFact(annulled.reason, event.person, when, fact.id)
            known_ = motion.annulled
            if known_ is None or (fact_.when, fact_.event) < (known_.when, known_.event):
                motion.annulled = fact_
        case ReportFork() as fork:
            _motion(result, fork.motion).forked.add(event.person)
        case ReportReady() as report:
            known = result.ready.get(event.device)
            if known is None or known.seq < event.seq:
                result.ready[event.device] = ReadyFact(event.person, report, when, event.seq)
        case _:
            return


def _marks(facts: Iterable[Fact]) -> tuple[list[MarkFact], list[MarkFact]]:
    """Versions of marks that no later version replaces and no tombstone ends; concurrent ones all stay. And
    those with words that a tombstone ends and did not know."""
    puts: dict[EventId, MarkFact] = {}
    replaced: set[tuple[PersonId, EventId]] = set()
    ended: dict[tuple[PersonId, MarkId], list[EventId]] = {}
    for fact in facts:
        if fact.event is None or fact.standing is Standing.REFUSED:
            continue
        event = fact.event
        if isinstance(event.body, PutMark):
            mark = event.body.mark
            puts[fact.id] = MarkFact(mark, event.person, fact.id, event.at, fact.standing)
            replaced.update((event.person, earlier) for earlier in mark.replaces)
        elif isinstance(event.body, DropMark):
            ended.setdefault((event.person, event.body.id), []).extend(event.body.versions)
    heads = [put for put in puts.values() if (put.person, put.event) not in replaced]
    late: list[MarkFact] = []
    standing: list[MarkFact] = []
    for put in heads:
        deleted = ended.get((put.person, put.mark.id))
        if deleted is None:
            standing.append(replace(put, earlier=_earlier(put, puts)) if put.mark.replaces else put)
        elif put.mark.text and put.mark.text not in {one.mark.text for one in _before(put, puts, deleted)}:
            late.append(put)
    return sorted(standing, key=_place), sorted(late, key=_place)


def _earlier(put: MarkFact, puts: Mapping[EventId, MarkFact]) -> tuple[Mark, ...]:
    """The versions before it that were made on other bytes: the last of each."""
    found: dict[Digest, Mark] = {}
    for fact in _before(put, puts, put.mark.replaces):
        if fact.mark.sha256 != put.mark.sha256:
            found.setdefault(fact.mark.sha256, fact.mark)
    return tuple(found.values())


def _before(
    put: MarkFact, puts: Mapping[EventId, MarkFact], versions: Iterable[EventId]
) -> Iterator[MarkFact]:
    """These versions of the same mark, and all before them, the last first."""
    known, due = set[EventId](), deque(versions)
    while due:
        event = due.popleft()
        fact = puts.get(event)
        if event in known or fact is None or (fact.person, fact.mark.id) != (put.person, put.mark.id):
            continue
        known.add(event)
        due.extend(fact.mark.replaces)
        yield fact


def _by_sequence(fact: BallotFact) -> tuple[int, str]:
    return (fact.ballot.ballot_seq, fact.id)


def _place(fact: MarkFact) -> tuple[str, int, float, float, str]:
    first = fact.mark.rects[0] if fact.mark.rects else None
    return (
        fact.mark.document,
        fact.mark.page,
        first.y0 if first else 0.0,
        first.x0 if first else 0.0,
        fact.event,
    )


def _ballot(fact: Fact, event: Event, ballot: CastBallot) -> BallotFact:
    return BallotFact(
        id=fact.id,
        ballot=ballot,
        person=event.person,
        device=event.device,
        at=event.at,
        recorded=fact.recorded,
        standing=fact.standing,
        refusal=fact.refusal,
        proved=fact.proved,
        reservation=fact.reservation,
    )


def _motion(result: Projection, motion: MotionId) -> MotionFacts:
    return result.motions.setdefault(motion, MotionFacts())
