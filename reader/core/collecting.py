"""``sohop collect``: what the meeting brought, as JSON and CSV. An explicit export, in clear."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.core.book import Book
from reader.core.desk import desk
from reader.core.views import DeskMotion, DeskView, MarkView
from sync.errors import Code, SohopError
from sync.model.ids import DocumentId, MeetingId

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def collect(book: Book, meeting: MeetingId, folder: Path) -> tuple[Path, ...]:
    """Write ``meeting.json``, ``notes.csv``, ``ballots.csv`` and ``readiness.csv`` into ``folder``.

    Each file appears whole or not at all. Raises ``SohopError(PACKET_UNKNOWN | DISK_FULL)``.
    """
    view = desk(book, meeting)
    if view is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    names = {d.id: d.name for item in view.items for d in item.documents}
    files = {
        "meeting.json": json.dumps(as_json(view), ensure_ascii=False, indent=2) + "\n",
        "notes.csv": _csv(_NOTES, (_note_row(mark, names) for mark in view.marks)),
        "ballots.csv": _csv(_BALLOTS, _ballot_rows(view.motions)),
        "readiness.csv": _csv(
            _READY, ((r.name, r.readiness.value, r.complete, r.documents, r.version) for r in view.rows)
        ),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_write(folder / name, text) for name, text in files.items())
    except OSError as error:
        raise SohopError(Code.DISK_FULL) from error


def as_json(view: DeskView) -> dict[str, object]:
    """The page as plain values."""
    return {
        "meeting": {
            "id": view.card.id,
            "title": view.card.title,
            "starts": view.card.starts.isoformat(),
            "version": view.card.version,
        },
        "readiness": [
            {
                "person": row.person,
                "name": row.name,
                "state": row.readiness.value,
                "complete": row.complete,
                "documents": row.documents,
                "version": row.version,
            }
            for row in view.rows
        ],
        "notes": [
            {
                "id": mark.id,
                "author": mark.author,
                "document": mark.document,
                "page": mark.page + 1,
                "kind": mark.kind.value,
                "audience": mark.audience.value,
                "quote": mark.quote.exact if mark.quote else "",
                "text": mark.text,
                "at": mark.at.isoformat(),
            }
            for mark in view.marks
        ],
        "motions": [_motion_json(motion) for motion in view.motions],
    }


def _motion_json(desk_motion: DeskMotion) -> dict[str, object]:
    motion = desk_motion.motion
    labels = {choice.id: choice.label for choice in motion.choices}
    result = motion.result
    return {
        "id": motion.id,
        "title": motion.title,
        "question": motion.question,
        "state": motion.state.value,
        "roll": desk_motion.roll,
        "voted": list(desk_motion.voted),
        "result": None
        if result is None
        else {
            "total": result.total,
            "present": result.present,
            "base": result.base,
            "needed": result.needed,
            "carried": result.carried,
            "counts": {labels[choice]: votes for choice, votes in result.counts},
            "invalid": result.invalid,
            "late": result.late,
            "not_voted": result.not_voted,
            "sentence": result.sentence_vi,
            "sentence_en": result.sentence_en,
        },
        "ballots": [
            {
                "person": ballot.person,
                "name": ballot.name,
                "choices": [labels.get(choice, choice) for choice in ballot.choices],
                "text": ballot.text,
                "counted": ballot.counted,
                "reason": ballot.reason,
                "recorded": ballot.recorded_at.isoformat(),
                "via": ballot.via,
            }
            for ballot in desk_motion.ballots
        ],
    }


_NOTES = ("document", "page", "author", "kind", "quote", "text", "at")
_BALLOTS = ("motion", "name", "choices", "text", "counted", "reason", "recorded", "via")
_READY = ("name", "state", "complete", "documents", "version")


def _note_row(mark: MarkView, names: dict[DocumentId, str]) -> Sequence[object]:
    quote = mark.quote.exact if mark.quote else ""
    document = names.get(mark.document, mark.document)
    return (document, mark.page + 1, mark.author, mark.kind.value, quote, mark.text, mark.at.isoformat())


def _ballot_rows(motions: Iterable[DeskMotion]) -> Iterable[Sequence[object]]:
    for one in motions:
        labels = {choice.id: choice.label for choice in one.motion.choices}
        for ballot in one.ballots:
            yield (
                one.motion.title,
                ballot.name,
                "; ".join(labels.get(choice, choice) for choice in ballot.choices),
                ballot.text,
                "yes" if ballot.counted else "no",
                ballot.reason,
                ballot.recorded_at.isoformat(),
                ballot.via,
            )


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str:
    """Text that a spreadsheet will not run: what starts like a formula gets an apostrophe before it."""
    text = str(value)
    return "'" + text if text.startswith(_FORMULA) else text


def _write(path: Path, text: str) -> Path:
    partial = path.with_name(path.name + ".part")
    with partial.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    return path
