"""The file that proves a closed motion's result (docs/EVIDENCE.md): an explicit export, in clear.

Chair, secretary and tellers get every ballot; others the totals with the proof of their own. What was written
is checked at once by ``sync.verify``, which reads it as a stranger would.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core import desk
from reader.core.book import Book
from reader.core.exporting import write_export
from reader.core.views import ForkView
from sync import verify
from sync.errors import Code, SohopError
from sync.model.events import CastBallot, Closing, Event, ReportFork
from sync.model.ids import DeviceId, Digest, EventId, MeetingId, MotionId, PersonId
from sync.model.meeting import Manifest
from sync.model.motion import Motion
from sync.model.people import Role
from sync.model.result import Result
from sync.model.tally import result_of_counts, tally
from sync.trust.logs import mark_of
from sync.wire import envelope as envelopes
from sync.wire.codec import decode_payload
from sync.wire.desk import ClosedMotion
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import LogReceipt
from sync.wire.statements import ROOT, Head, NewRoot, Roster

MAY_SEE_ALL = frozenset({Role.CHAIR, Role.SECRETARY, Role.TELLER})


@dataclass(frozen=True)
class Made:
    """What was written. ``broken`` says where it does not hold and why, empty when it proves its result."""

    path: Path
    named: bool
    ballots: int
    fingerprint: str
    broken: str = ""


@dataclass(frozen=True)
class Ground:
    """What every result rests on, in either form."""

    root_key: bytes
    roots: tuple[Envelope, ...]
    roster: Envelope
    manifest: Envelope
    closing: Envelope
    opening: Envelope | None
    close: Envelope


@dataclass(frozen=True)
class OwnBallot:
    """A person's own ballot as it was received, and how the closed log extends the log of then."""

    ballot: Envelope
    log: LogReceipt
    link: tuple[bytes, ...]


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
    file = own_file(ground, book.identity.person, mine, _certs(book, (one.ballot for one in mine)))
    return _written(ground, file, path, language)


def _export_named(book: Book, closed: ClosedMotion, path: Path, language: str) -> Made:
    ground = _ground(book, closed.closing)
    file = named_file(ground, closed, _certs(book, (ballot for ballot, _ in closed.ballots)))
    return _written(ground, file, path, language)


def _written(ground: Ground, file: dict[str, object], path: Path, language: str) -> Made:
    data = as_bytes(file)
    write_export(path, data)
    outcome = verify.check(verify.parse(data, ""))
    broken = "" if outcome.broken is None else verify.reason(outcome.broken, english=language == "en")
    ballots = file["ballots"]
    assert isinstance(ballots, list)
    return Made(path, file["form"] == "named", len(ballots), verify.fingerprint(ground.root_key), broken)


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


def named_file(ground: Ground, closed: ClosedMotion, certs: Sequence[Envelope]) -> dict[str, object]:
    """The form ``named``: every ballot, in the order of the log."""
    manifest, motion, closing = _read(ground)
    recorded = desk.recorded(desk.logged(closed), closing)
    result = tally(motion, closing.motion_digest, manifest.roll, closing.present, recorded)
    told = _result(result, motion)
    told["routes"] = [list(pair) for pair in sorted(result.routes.items())]
    ballots = [{"envelope": _envelope(one), "leaf": _text(leaf)} for one, leaf in closed.ballots]
    rest = {"head": _envelope(closed.head), "ballots": ballots, "result": told}
    return {**_file("named", ground, closing, certs), **rest}


def own_file(
    ground: Ground, person: PersonId, mine: Sequence[OwnBallot], certs: Sequence[Envelope]
) -> dict[str, object]:
    """The form ``own``: the recorder's totals, and this person's ballots with their proofs."""
    manifest, motion, closing = _read(ground)
    result = result_of_counts(
        motion,
        total=len(manifest.roll),
        present=len(set(closing.present) & {entry.person for entry in manifest.roll}),
        counts=dict(closing.counts),
        invalid=closing.invalid,
        late=closing.late,
        not_voted=closing.not_voted,
        chair=closing.chair,
    )
    ballots = [
        {
            "envelope": _envelope(one.ballot),
            "leaf": _text(one.log.leaf),
            "index": one.log.index,
            "head": _envelope(one.log.head),
            "path": [_text(node) for node in one.log.proof],
            "link": [_text(node) for node in one.link],
        }
        for one in sorted(mine, key=lambda one: one.log.index)
    ]
    rest = {"person": person, "ballots": ballots, "result": _result(result, motion)}
    return {**_file("own", ground, closing, certs), **rest}


def as_bytes(file: dict[str, object]) -> bytes:
    """The file as it is written."""
    return (json.dumps(file, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _ground(book: Book, closing: Envelope) -> Ground:
    vault = book.vault
    said = decode_payload(closing.payload, Closing)
    stored = vault.packets.get(said.manifest)
    roster = vault.trust.roster()
    close = vault.events.get(said.act)
    opening = vault.events.get(EventId(said.opening)) if said.opening else None
    if stored is None or roster is None or close is None or (opening is None) != (said.opening == ""):
        raise SohopError(Code.EVIDENCE_LACKING)
    identity = book.identity
    return Ground(
        root_key=identity.root_key,
        roots=_chain(identity.root_key, vault.trust.roots(), roster),
        roster=roster,
        manifest=stored.envelope,
        closing=closing,
        opening=None if opening is None else opening.envelope,
        close=close.envelope,
    )


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
    """What this laptop can prove: the closing, and each own ballot in its log that the closed log extends."""
    known = book.vault.events.of_meeting(meeting)
    closings = [one for one in known if isinstance(one.event, Closing) and one.event.motion == motion]
    if not closings:
        raise SohopError(Code.EVIDENCE_LACKING)
    frozen = mark_of(decode_payload(closings[-1].envelope.payload, Closing))
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
    if not mine:
        raise SohopError(Code.EVIDENCE_LACKING)
    return _ground(book, closings[-1].envelope), mine


def _certs(book: Book, ballots: Iterable[Envelope]) -> list[Envelope]:
    """Certificates of the devices that cast these and are not in the roster."""
    directory = book.vault.trust.directory()
    devices = sorted({one.signatures[0].signer for one in ballots})
    found: list[Envelope] = []
    for device in devices:
        if directory is not None and directory.is_office(device):
            continue
        cert = book.vault.trust.cert(DeviceId(device))
        if cert is None:
            raise SohopError(Code.EVIDENCE_LACKING)
        found.append(cert)
    return found


def _read(ground: Ground) -> tuple[Manifest, Motion, Closing]:
    closing = decode_payload(ground.closing.payload, Closing)
    manifest = decode_payload(ground.manifest.payload, Manifest)
    motion = manifest.motion(closing.motion)
    if motion is None:
        raise SohopError(Code.EVIDENCE_LACKING)
    return manifest, motion, closing


def _file(form: str, ground: Ground, closing: Closing, certs: Sequence[Envelope]) -> dict[str, object]:
    return {
        "format": "sohop closed motion",
        "version": 1,
        "form": form,
        "tenant": closing.tenant,
        "root_key": _text(ground.root_key),
        "roots": [_envelope(one) for one in ground.roots],
        "roster": _envelope(ground.roster),
        "devices": [_envelope(one) for one in certs],
        "manifest": _envelope(ground.manifest),
        "meeting": closing.meeting,
        "motion": closing.motion,
        "opening": None if ground.opening is None else _envelope(ground.opening),
        "close": _envelope(ground.close),
        "closing": _envelope(ground.closing),
    }


def _result(result: Result, motion: Motion) -> dict[str, object]:
    return {
        "total": result.total,
        "present": result.present,
        "cast": result.cast,
        "base": result.base,
        "needed": result.needed,
        "carried": result.carried,
        "counts": [[choice.id, result.counts[choice.id]] for choice in motion.choices],
        "invalid": result.invalid,
        "late": result.late,
        "not_voted": result.not_voted,
        "quorum_needed": result.quorum_needed,
        "quorum": result.quorum,
        "tie": result.tie,
        "chair": result.chair,
        "elected": list(result.elected),
        "tied": list(result.tied),
        "flags": list(result.flags),
        "sentence_vi": result.sentence_vi,
        "sentence_en": result.sentence_en,
    }


def _envelope(envelope: Envelope) -> dict[str, object]:
    return {
        "kind": envelope.kind.value,
        "payload": _text(envelope.payload),
        "signatures": [{"signer": each.signer, "value": _text(each.value)} for each in envelope.signatures],
    }


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
