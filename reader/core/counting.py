"""Votes by hand and on paper, and late ballots: what the desk enters and confirms, and the sheet that shows
for everybody on the roll by what they count, once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reader.core.book import Book
from reader.core.count_views import EntryState, EntryView, HandView, Reconciliation, SheetRow, Source
from reader.core.running import find
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.counts import (
    ADMITTERS,
    ENTERERS,
    AdmitBallot,
    ConfirmVotes,
    EnterVotes,
    Means,
    Named,
    Totals,
    WithdrawVotes,
    is_sound,
    persons_of,
)
from sync.model.entries import EntryFact
from sync.model.events import OFFICE
from sync.model.facts import Standing
from sync.model.ids import Digest, EventId, MeetingId, MotionId, PersonId
from sync.model.motion import Late, Motion
from sync.model.people import RollEntry
from sync.model.projection import MotionFacts
from sync.wire.desk import Turnout
from sync.wire.digests import motion_digest


def enter(
    book: Book, meeting: MeetingId, motion: MotionId, means: Means, several: Sequence[Named | Totals]
) -> list[EventId]:
    """Write votes down, each as an entry of its own. They count once another person has confirmed them.

    Raises ``SohopError``: ``NOT_PERMITTED``; ``PACKET_UNKNOWN``; ``VOTES_UNSOUND`` when figures do not fit
    together; ``COUNTS_ALREADY`` when somebody has a ballot or stands in an entry, as far as is known here;
    ``DISK_FULL``. Then nothing is written.
    """
    if not ENTERERS & set(book.identity.roles):
        raise SohopError(Code.NOT_PERMITTED)
    stored, found = find(book, meeting, motion)
    roll = [entry.person for entry in stored.manifest.roll]
    free = free_persons(book, stored, found)
    digest_ = motion_digest(stored.manifest, found)
    bodies = [EnterVotes(motion=motion, motion_digest=digest_, means=means, votes=votes) for votes in several]
    persons = [person for body in bodies for person in persons_of(body.votes)]
    if not bodies or not all(is_sound(found, body, roll) for body in bodies):
        raise SohopError(Code.VOTES_UNSOUND)
    if len(set(persons)) != len(persons) or not free >= set(persons):
        raise SohopError(Code.COUNTS_ALREADY)
    recorder = book.recorder(meeting, motion)
    with book.vault.transaction():
        return [book.act(meeting, body, recorder or OFFICE) for body in bodies]


def admit(book: Book, meeting: MeetingId, motion: MotionId, ballot: Digest, reason: str) -> EventId:
    """Put a late ballot forward, for a reason that the minutes show.

    Raises ``SohopError(NOT_PERMITTED | PACKET_UNKNOWN | NOT_LATE | MALFORMED | DISK_FULL)``.
    """
    if not ADMITTERS & set(book.identity.roles):
        raise SohopError(Code.NOT_PERMITTED)
    _, found = find(book, meeting, motion)
    if found.window.late is not Late.MAY_BE_ADMITTED:
        raise SohopError(Code.NOT_LATE)
    if not reason.strip():
        raise SohopError(Code.MALFORMED)
    return book.act(meeting, AdmitBallot(motion=motion, ballot=ballot, reason=reason.strip()))


def confirm(book: Book, meeting: MeetingId, motion: MotionId, entries: Iterable[EventId]) -> None:
    """Vouch for entries of another person, as the second one.

    Raises ``SohopError(NOT_PERMITTED | SECOND_PERSON | ENTRY_OVER | DISK_FULL)``; then nothing is written.
    """
    if not ENTERERS & set(book.identity.roles):
        raise SohopError(Code.NOT_PERMITTED)
    known = _known(book, meeting, motion)
    recorder = book.recorder(meeting, motion)
    with book.vault.transaction():
        for entry in entries:
            fact = known.get(entry)
            if fact is None or not fact.waits:
                raise SohopError(Code.ENTRY_OVER)
            if not _may_confirm(book, fact):
                raise SohopError(Code.SECOND_PERSON)
            book.act(meeting, ConfirmVotes(motion=motion, entry=entry), recorder or OFFICE)


def withdraw(book: Book, meeting: MeetingId, motion: MotionId, entry: EventId, reason: str = "") -> None:
    """Take an entry back; its persons can be entered anew.

    Raises ``SohopError(NOT_PERMITTED | ENTRY_OVER | DISK_FULL)``.
    """
    if not ENTERERS & set(book.identity.roles):
        raise SohopError(Code.NOT_PERMITTED)
    fact = _known(book, meeting, motion).get(entry)
    if fact is None or fact.withdrawn is not None or fact.standing is Standing.REFUSED:
        raise SohopError(Code.ENTRY_OVER)
    book.act(meeting, WithdrawVotes(motion=motion, entry=entry, reason=reason.strip()))


def free_persons(book: Book, stored: StoredPacket, motion: Motion) -> set[PersonId]:
    """Those of the roll who count by nothing yet, as far as is known here: nobody else can be entered."""
    meeting = stored.manifest.meeting.id
    turnout = next((one for one in book.vault.packets.turnout(meeting) if one.motion == motion.id), None)
    taken = set(turnout.voted) if turnout else set()
    facts = book.motion(meeting, motion.id)
    for fact in facts.standing_entries(motion_digest(stored.manifest, motion)):
        if isinstance(fact.entry, EnterVotes) and _stands(fact):
            taken |= set(persons_of(fact.entry.votes))
    return {entry.person for entry in stored.manifest.roll} - taken


def reconcile(
    book: Book,
    stored: StoredPacket,
    motion: Motion,
    facts: MotionFacts,
    turnout: Turnout | None,
    names: Mapping[str, str],
) -> Reconciliation:
    """The sheet while the motion is open or being counted."""
    late = {one.person: one for one in turnout.late} if turnout else {}
    voter_of = {one.ballot: one.person for one in turnout.late} if turnout else {}
    voted = {one.person: one for one in turnout.ballots} if turnout else {}
    form = motion_digest(stored.manifest, motion)
    entries = [entry_view(book, fact, voter_of, names, facts) for fact in facts.standing_entries(form)]
    standing = {
        person: view
        for view in entries
        if view.state in (EntryState.WAITING, EntryState.COUNTS)
        for person in view.persons
    }

    def row(entry: RollEntry) -> SheetRow:
        view, ballot = standing.get(entry.person), late.get(entry.person)
        cast = voted.get(entry.person)
        source = _source(view, entry.person in voted, ballot is not None)
        return SheetRow(
            person=entry.person,
            name=entry.name,
            title=entry.title,
            source=source,
            entry=view,
            ballot=ballot.ballot if ballot else None,
            recorded=ballot.recorded if ballot else cast.recorded if cast else None,
            via=cast.via if cast else None,
        )

    return Reconciliation(
        rows=tuple(row(entry) for entry in stored.manifest.roll),
        entries=tuple(reversed(entries)),
        admits=motion.window.late is Late.MAY_BE_ADMITTED,
        enters=bool(ENTERERS & set(book.identity.roles)),
    )


def own_entry(book: Book, facts: MotionFacts, form: Digest, names: Mapping[str, str]) -> HandView | None:
    """What the desk has written down of this person's own vote on the motion as it stands (``form``, its
    digest); None where nothing stands."""
    mine = {str(ballot.id) for ballot in facts.ballots if ballot.person == book.identity.person}
    for fact in reversed(facts.standing_entries(form)):
        if isinstance(fact.entry, AdmitBallot):
            about_me, choices = str(fact.entry.ballot) in mine, tuple[str, ...]()
        elif isinstance(fact.entry.votes, Named):
            about_me = fact.entry.votes.person == book.identity.person
            choices = fact.entry.votes.choices
        else:
            continue  # whose hands and ballots those were nobody else is told
        if about_me and _stands(fact):
            return HandView(
                state=_state(fact),
                means=fact.entry.means if isinstance(fact.entry, EnterVotes) else None,
                choices=choices,
                author=names.get(fact.person, fact.person),
                entered_at=fact.when,
                confirmer=names.get(fact.confirmed.person, fact.confirmed.person) if fact.confirmed else "",
            )
    return None


def _source(entry: EntryView | None, voted: bool, late: bool) -> Source:
    if entry is not None and entry.state is EntryState.COUNTS:
        if entry.means is None:
            return Source.ADMITTED
        return Source.HAND if entry.means is Means.HAND else Source.PAPER
    if voted:
        return Source.BALLOT
    return Source.LATE if late else Source.NOTHING


def entry_view(
    book: Book,
    fact: EntryFact,
    voter_of: Mapping[Digest, PersonId],
    names: Mapping[str, str],
    facts: MotionFacts,
) -> EntryView:
    """One entry as the desk reads it. ``voter_of`` tells whose a late ballot is."""
    votes = fact.entry.votes if isinstance(fact.entry, EnterVotes) else None
    persons: tuple[PersonId, ...]
    if isinstance(fact.entry, AdmitBallot):
        voter = voter_of.get(fact.entry.ballot)
        persons = (voter,) if voter else ()
    else:
        persons = persons_of(fact.entry.votes)
    words = [word for word in (fact.confirmed, fact.withdrawn) if word is not None]
    over = facts.closing is not None or facts.annulled is not None
    mine = bool(ENTERERS & set(book.identity.roles))
    last = fact.refused[-1].refusal if fact.refused and fact.confirmed is None else ""
    return EntryView(
        id=fact.id,
        state=_state(fact),
        means=fact.entry.means if isinstance(fact.entry, EnterVotes) else None,
        votes=votes,
        persons=persons,
        names=tuple(names.get(person, person) for person in persons),
        reason=_reason(fact),
        author=names.get(fact.person, fact.person),
        ballot=fact.entry.ballot if isinstance(fact.entry, AdmitBallot) else None,
        entered_at=fact.when,
        sent=Standing.PENDING not in (fact.standing, *(word.standing for word in words)),
        confirmer=names.get(fact.confirmed.person, fact.confirmed.person) if fact.confirmed else "",
        confirmed_at=fact.confirmed.when if fact.confirmed else None,
        refusal=fact.refusal or last,
        withdrawal=fact.withdrawn.reason if fact.withdrawn else "",
        may_confirm=not over and fact.waits and _may_confirm(book, fact),
        may_withdraw=not over and mine and _stands(fact),
    )


def _state(fact: EntryFact) -> EntryState:
    if fact.standing is Standing.REFUSED:
        return EntryState.REFUSED
    if fact.withdrawn is not None:
        return EntryState.WITHDRAWN
    return EntryState.COUNTS if fact.counts else EntryState.WAITING


def _reason(fact: EntryFact) -> str:
    return fact.entry.reason if isinstance(fact.entry, AdmitBallot) else ""


def _stands(fact: EntryFact) -> bool:
    return fact.standing is not Standing.REFUSED and fact.withdrawn is None


def _may_confirm(book: Book, fact: EntryFact) -> bool:
    """Whether this person may be the second. Of a late ballot it takes chair and secretary: which of them
    the first one was the hub knows."""
    wanted = ADMITTERS if isinstance(fact.entry, AdmitBallot) else ENTERERS
    return fact.person != book.identity.person and bool(wanted & set(book.identity.roles))


def _known(book: Book, meeting: MeetingId, motion: MotionId) -> dict[EventId, EntryFact]:
    return {fact.id: fact for fact in book.motion(meeting, motion).entries}
