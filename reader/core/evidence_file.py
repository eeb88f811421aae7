"""The two forms of a file of evidence, as docs/EVIDENCE.md has them, from what a laptop knows."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.core import recounting
from reader.core.voting import told_result
from sync.errors import Code, SohopError
from sync.model.counts import EnterVotes, fit_together
from sync.model.events import Body, Closing, Event
from sync.model.ids import PersonId
from sync.model.meeting import Manifest
from sync.model.motion import Motion
from sync.model.result import Result
from sync.model.tally import tally
from sync.wire.codec import decode_payload
from sync.wire.desk import ClosedMotion
from sync.wire.envelope import Envelope
from sync.wire.messages import LogReceipt


class Entry(NamedTuple):
    """What two persons of the desk signed: votes by hand or on paper, or that a late ballot is to count."""

    entry: Envelope
    confirm: Envelope

    @property
    def says(self) -> Body:
        """The entry's own act."""
        return decode_payload(self.entry.payload, Event).body


@dataclass(frozen=True)
class Ground:
    """What every result rests on, in either form."""

    root_key: bytes
    roots: tuple[Envelope, ...]
    roster: Envelope
    manifest: Envelope
    closing: Envelope
    opening: Envelope | None
    end: Envelope | None
    close: Envelope
    entries: tuple[Entry, ...] = ()
    """Those that belong into the file, in order of entry."""


@dataclass(frozen=True)
class OwnBallot:
    """A person's own ballot as it was received, and how the closed log extends the log of then."""

    ballot: Envelope
    log: LogReceipt
    link: tuple[bytes, ...]


def named_file(ground: Ground, closed: ClosedMotion, certs: Sequence[Envelope]) -> dict[str, object]:
    """The form ``named``: every ballot, in the order of the log, and every entry."""
    manifest, motion, closing = _read(ground)
    recorded = recounting.recorded(recounting.logged(closed), closing)
    votes = [one.says for one in ground.entries]
    entries = [one for one in votes if isinstance(one, EnterVotes)]
    if fit_together(motion, entries, (entry.person for entry in manifest.roll)):
        result = tally(motion, closing.motion_digest, manifest.roll, closing.present, recorded, entries)
    else:
        result = told_result(motion, manifest.roll, closing)  # the file is refused, and shows why
    told = _result(result, motion)
    told["routes"] = [list(pair) for pair in sorted(result.routes.items())]
    ballots = [{"envelope": envelope_json(one), "leaf": text_of(leaf)} for one, leaf in closed.ballots]
    rest = {"head": envelope_json(closed.head), "ballots": ballots, "result": told}
    return {**_file("named", ground, closing, certs), **rest}


def own_file(
    ground: Ground, person: PersonId, mine: Sequence[OwnBallot], certs: Sequence[Envelope]
) -> dict[str, object]:
    """The form ``own``: the recorder's totals, this person's ballots with their proofs, and their entry."""
    manifest, motion, closing = _read(ground)
    result = told_result(motion, manifest.roll, closing)
    ballots = [
        {
            "envelope": envelope_json(one.ballot),
            "leaf": text_of(one.log.leaf),
            "index": one.log.index,
            "head": envelope_json(one.log.head),
            "path": [text_of(node) for node in one.log.proof],
            "link": [text_of(node) for node in one.link],
        }
        for one in sorted(mine, key=lambda one: one.log.index)
    ]
    rest = {"person": person, "ballots": ballots, "result": _result(result, motion)}
    return {**_file("own", ground, closing, certs), **rest}


def as_bytes(file: dict[str, object]) -> bytes:
    """The file as it is written."""
    return (json.dumps(file, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


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
        "root_key": text_of(ground.root_key),
        "roots": [envelope_json(one) for one in ground.roots],
        "roster": envelope_json(ground.roster),
        "devices": [envelope_json(one) for one in certs],
        "manifest": envelope_json(ground.manifest),
        "meeting": closing.meeting,
        "motion": closing.motion,
        "opening": None if ground.opening is None else envelope_json(ground.opening),
        "end": None if ground.end is None else envelope_json(ground.end),
        "close": envelope_json(ground.close),
        "closing": envelope_json(ground.closing),
        "entries": [
            {"entry": envelope_json(one.entry), "confirm": envelope_json(one.confirm)}
            for one in ground.entries
        ],
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
        "entered": result.entered,
        "entered_invalid": result.entered_invalid,
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


def envelope_json(envelope: Envelope) -> dict[str, object]:
    """An envelope as files have it."""
    return {
        "kind": envelope.kind.value,
        "payload": text_of(envelope.payload),
        "signatures": [{"signer": each.signer, "value": text_of(each.value)} for each in envelope.signatures],
    }


def text_of(data: bytes) -> str:
    """Bytes as files have them."""
    return base64.b64encode(data).decode("ascii")
