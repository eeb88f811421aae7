"""The file that proves a closed motion's result (docs/EVIDENCE.md): an explicit export, in clear.

Chair, secretary and tellers get every ballot; others the totals with the proof of their own. What was written
is checked at once by ``sync.verify``, which reads it as a stranger would.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.core.book import Book
from reader.core.evidence_file import Entry, Ground, OwnBallot, as_bytes, named_file, own_file
from reader.core.exporting import write_export
from reader.core.views import ForkView
from sync import verify
from sync.errors import Code, SohopError
from sync.model.counts import AdmitBallot, EnterVotes, Named
from sync.model.events import CastBallot, Closing, Event, ReportFork
from sync.model.ids import DeviceId, Digest, EventId, MeetingId, MotionId
from sync.model.people import Role
from sync.trust.logs import mark_of
from sync.wire import envelope as envelopes
from sync.wire.codec import decode_payload
from sync.wire.desk import ClosedMotion
from sync.wire.envelope import Envelope, Kind
from sync.wire.statements import ROOT, Head, NewRoot, Roster

MAY_SEE_ALL = frozenset({Role.CHAIR, Role.SECRETARY, Role.TELLER})


@dataclass(frozen=True)
class Made:
    """What was written. ``broken`` says where it does not hold and why, empty when it proves its result."""

    path: Path
    named: bool
    ballots: int
    entries: int
    fingerprint: str
    broken: str = ""


def export(book: Book, meeting: MeetingId, motion: MotionId, path: Path, language: str = "vi") -> Made:
    """Write the file: with all ballots for those who may see them, else the own form.

    It is written also when it does not hold: then it is evidence of that (``Made.broken``, in ``language``).
    Raises ``SohopError(EVIDENCE_LACKING)`` when something that belongs into it is not on this laptop (yet),
    ``DISK_FULL | FILE_REFUSED``.
    """
    closed = book.vault.closed.get(meeting, motion)
    if closed is not None and _may_see_all(book):
        return _export_named(book, closed, path, language)
    ground, mine = _own(book, meeting, motion)
    file = own_file(ground, book.identity.person, mine, certs(book, (one.ballot for one in mine)))
    return _written(ground, file, path, language)


def _export_named(book: Book, closed: ClosedMotion, path: Path, language: str) -> Made:
    return _written(*named(book, closed), path, language)


def named(book: Book, closed: ClosedMotion) -> tuple[Ground, dict[str, object]]:
    """The named form of a closed motion. Raises ``SohopError(EVIDENCE_LACKING)``."""
    ground = _ground(book, closed.closing)
    said = decode_payload(closed.closing.payload, Closing)
    ground = replace(ground, entries=tuple(_entry(book, *pair) for pair in said.entries))
    return ground, named_file(ground, closed, certs(book, (ballot for ballot, _ in closed.ballots)))


def _written(ground: Ground, file: dict[str, object], path: Path, language: str) -> Made:
    data = as_bytes(file)
    write_export(path, data)
    outcome = verify.check(verify.parse(data, ""))
    broken = "" if outcome.broken is None else verify.reason(outcome.broken, english=language == "en")
    ballots, entries = file["ballots"], file["entries"]
    assert isinstance(ballots, list)
    assert isinstance(entries, list)
    return Made(
        path=path,
        named=file["form"] == "named",
        ballots=len(ballots),
        entries=len(entries),
        fingerprint=verify.fingerprint(ground.root_key),
        broken=broken,
    )


def is_named(book: Book, meeting: MeetingId, motion: MotionId) -> bool:
    """Whether ``export`` would write every ballot with its voter's name."""
    return _may_see_all(book) and book.vault.closed.get(meeting, motion) is not None


def _may_see_all(book: Book) -> bool:
    return bool(MAY_SEE_ALL & set(book.identity.roles))


def forks(book: Book) -> tuple[ForkView, ...]:
    """What this laptop has ever found of two logs of one motion."""
    found = book.vault.heads.forks()
    titles = {
        motion.id: motion.title
        for stored in (book.vault.packets.all() if found else ())
        for motion in stored.manifest.motions
    }
    return tuple(
        ForkView(
            titles.get(one.motion, one.motion),
            one.heard,
            verify.grouped(_root(one.one)),
            verify.grouped(_root(one.other)),
        )
        for one in found
    )


def report_forks(book: Book) -> bool:
    """Tell the desk of every fork once; True when there was something to say. Asked after every exchange."""
    untold = book.vault.heads.untold()
    with book.vault.transaction():
        for meeting, fork in untold:
            book.act(meeting, ReportFork(motion=fork.motion, one=_root(fork.one), other=_root(fork.other)))
            book.vault.heads.told(fork.motion)
    return bool(untold)


def _root(envelope: Envelope) -> Digest:
    if envelope.kind is Kind.CLOSING:
        return decode_payload(envelope.payload, Closing).root
    return decode_payload(envelope.payload, Head).root


def export_all(
    book: Book, meeting: MeetingId, folder: Path, language: str
) -> tuple[list[Made], list[MotionId]]:
    """The named files of a meeting's closed motions, and the motions for which something is lacking here.

    None for whoever may not see all ballots. Raises as ``export``.
    """
    made: list[Made] = []
    lacking: list[MotionId] = []
    for closed in book.vault.closed.of_meeting(meeting) if _may_see_all(book) else ():
        path = folder / f"evidence-{closed.motion}.json"
        try:
            made.append(_export_named(book, closed, path, language))
        except SohopError as error:
            if error.code is not Code.EVIDENCE_LACKING:
                raise
            lacking.append(closed.motion)
    return made, lacking


def _ground(book: Book, closing: Envelope) -> Ground:
    vault = book.vault
    said = decode_payload(closing.payload, Closing)
    stored = vault.packets.get(said.manifest)
    if stored is None:
        raise SohopError(Code.EVIDENCE_LACKING)
    root_key, roots, roster = roots_of(book)
    return Ground(
        root_key=root_key,
        roots=roots,
        roster=roster,
        manifest=stored.envelope,
        closing=closing,
        opening=_act(book, EventId(said.opening)) if said.opening else None,
        end=_act(book, EventId(said.end)) if said.end else None,
        close=_act(book, said.act),
    )


def roots_of(book: Book) -> tuple[bytes, tuple[Envelope, ...], Envelope]:
    """The root key that this laptop began with, the roots after it, and the roster.

    Raises ``SohopError(EVIDENCE_LACKING)``.
    """
    roster = book.vault.trust.roster()
    if roster is None:
        raise SohopError(Code.EVIDENCE_LACKING)
    first = book.identity.root_key
    return first, _chain(first, book.vault.trust.roots(), roster), roster


def _act(book: Book, event: EventId) -> Envelope:
    known = book.vault.events.get(event)
    if known is None:
        raise SohopError(Code.EVIDENCE_LACKING)
    return known.envelope


def _entry(book: Book, entry: EventId, confirm: EventId) -> Entry:
    return Entry(_act(book, entry), _act(book, confirm))


def _chain(first: bytes, roots: Sequence[Envelope], roster: Envelope) -> tuple[Envelope, ...]:
    """The roots up to the one that signed the roster: a newer root may not have signed one yet."""
    tenant = decode_payload(roster.payload, Roster).tenant
    keys = [first, *(decode_payload(one.payload, NewRoot).root_key for one in roots)]
    for number in reversed(range(len(keys))):
        try:
            envelopes.verify(roster, Kind.ROSTER, tenant, ROOT, keys[number])
        except SohopError:
            continue
        return tuple(roots[:number])
    raise SohopError(Code.EVIDENCE_LACKING)


def _own(book: Book, meeting: MeetingId, motion: MotionId) -> tuple[Ground, list[OwnBallot]]:
    """What this laptop can prove: the closing, each own ballot in its log that the closed log extends, and
    the entry that is about this person alone."""
    known = book.vault.events.of_meeting(meeting)
    closings = [one for one in known if isinstance(one.event, Closing) and one.event.motion == motion]
    if not closings:
        raise SohopError(Code.EVIDENCE_LACKING)
    said = decode_payload(closings[-1].envelope.payload, Closing)
    frozen = mark_of(said)
    confirmed = dict(said.entries)
    mine: list[OwnBallot] = []
    for one in known:
        body = one.event.body if isinstance(one.event, Event) else None
        log = one.receipt.log if one.receipt is not None else None
        if not isinstance(body, CastBallot) or body.motion != motion or log is None:
            continue
        link = book.vault.heads.link(mark_of(decode_payload(log.head.payload, Head)), frozen)
        if link is None:
            raise SohopError(Code.EVIDENCE_LACKING)
        mine.append(OwnBallot(one.envelope, log, link))
    ballots = {one.ballot.digest for one in mine}
    entries = tuple(
        _entry(book, one.id, confirm)
        for one in known
        if (confirm := confirmed.get(one.id)) is not None and _is_own(book, one.event, ballots)
    )
    if not mine and not entries:
        raise SohopError(Code.EVIDENCE_LACKING)
    return replace(_ground(book, closings[-1].envelope), entries=entries), mine


def _is_own(book: Book, event: Event | Closing, ballots: Container[Digest]) -> bool:
    """Whether this entry is about this person alone."""
    match event.body if isinstance(event, Event) else None:
        case EnterVotes(votes=Named(person=person)):
            return person == book.identity.person
        case AdmitBallot(ballot=ballot):
            return ballot in ballots
        case _:
            return False


def certs(book: Book, events: Iterable[Envelope]) -> list[Envelope]:
    """Certificates of the devices that signed these and are not in the roster.

    Raises ``SohopError(EVIDENCE_LACKING)``.
    """
    directory = book.vault.trust.directory()
    devices = sorted({one.signatures[0].signer for one in events})
    found: list[Envelope] = []
    for device in devices:
        if directory is not None and directory.is_office(device):
            continue
        cert = book.vault.trust.cert(DeviceId(device))
        if cert is None:
            raise SohopError(Code.EVIDENCE_LACKING)
        found.append(cert)
    return found
