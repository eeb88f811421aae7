"""``sohop collect``: what the meeting brought, as JSON, CSV, Word and Excel. An explicit export, in clear."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from reader.core.book import Book
from reader.core.desk import desk
from reader.core.exporting import refusal_is_said
from reader.core.out_files import as_csv
from reader.core.result_files import ballots_csv, result_files, save
from reader.core.views import DeskMotion, DeskView, EntryView, MarkView, OpinionView
from sync.errors import Code, SohopError
from sync.model.ids import DocumentId, MeetingId


def collect(book: Book, meeting: MeetingId, folder: Path) -> tuple[Path, ...]:
    """Write the meeting's results into ``folder``: JSON and CSV for programs, the summary for people.

    Each file appears whole or not at all. Raises ``SohopError(PACKET_UNKNOWN | DISK_FULL | FILE_REFUSED)``.
    """
    view = desk(book, meeting)
    if view is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    names = {d.id: d.name for item in view.items for d in item.documents}
    files = {
        "meeting.json": json.dumps(as_json(view), ensure_ascii=False, indent=2) + "\n",
        "notes.csv": as_csv(_NOTES, (_note_row(mark, names) for mark in view.marks)),
        "ballots.csv": ballots_csv(view.motions),
        "opinions.csv": as_csv(_OPINIONS, _opinion_rows(view)),
        "attendance.csv": as_csv(
            _ATTENDANCE,
            ((c.name, c.state.value, c.reason, c.proxy, c.at.isoformat()) for c in view.said.check_ins),
        ),
        "readiness.csv": as_csv(
            _READY, ((r.name, r.readiness.value, r.complete, r.documents, r.version) for r in view.rows)
        ),
    }
    texts = {name: text.encode() for name, text in files.items()}
    whole = texts | _summary(book, view) | result_files(book, view, book.now())
    with refusal_is_said(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return tuple(save(folder / name, data) for name, data in whole.items())


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
        "opinions": [_opinion_json(one) for one in view.said.opinions],
        "replies": {
            mark: [_opinion_json(one) for one in replies] for mark, replies in view.said.replies.items()
        },
        "attendance": [
            {
                "person": one.person,
                "name": one.name,
                "state": one.state.value,
                "reason": one.reason,
                "proxy": one.proxy,
                "at": one.at.isoformat(),
            }
            for one in view.said.check_ins
        ],
        "motions": [_motion_json(motion) for motion in view.motions],
    }


def export_summary(book: Book, meeting: MeetingId, path: Path) -> Path:
    """Write the summary of opinions alone: an Excel workbook where the name ends so, else a Word document.

    It appears whole or not at all. Raises ``SohopError(PACKET_UNKNOWN | DISK_FULL | FILE_REFUSED)``.
    """
    view = desk(book, meeting)
    if view is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    files = _summary(book, view)
    return save(path, files[_XLSX] if path.suffix.lower() == ".xlsx" else files[_DOCX])


def _summary(book: Book, view: DeskView) -> dict[str, bytes]:
    # Only here: nobody's window waits for what writes Word and Excel files.
    from reader.core.office.docx_file import as_docx
    from reader.core.office.summary import summarise
    from reader.core.office.xlsx_file import as_xlsx

    summary = summarise(view, book.now())
    return {_DOCX: as_docx(summary), _XLSX: as_xlsx(summary)}


def _opinion_json(one: OpinionView) -> dict[str, object]:
    return {
        "id": one.id,
        "author": one.author,
        "kind": one.kind.value,
        "item": one.item,
        "document": one.document,
        "clause": one.clause,
        "audience": one.audience.value,
        "text": one.text,
        "answer": one.answer.value if one.answer is not None else None,
        "at": one.at.isoformat(),
        "replies": [_opinion_json(reply) for reply in one.replies],
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
            "entered": result.entered,
            "entered_invalid": result.entered_invalid,
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
        "entries": [_entry_json(entry) for entry in desk_motion.entries],
    }


def _entry_json(entry: EntryView) -> dict[str, object]:
    """Votes by hand and on paper, or the admission of a late ballot; ``by`` are the two who vouch for it."""
    return {
        "means": None if entry.means is None else entry.means.value,
        "persons": list(entry.persons),
        "votes": None if entry.votes is None else msgspec.to_builtins(entry.votes),
        "reason": entry.reason,
        "by": [entry.author, entry.confirmer],
        "at": entry.entered_at.isoformat(),
    }


_DOCX, _XLSX = "tong-hop-y-kien.docx", "tong-hop-y-kien.xlsx"
_OPINIONS = ("item", "document", "clause", "author", "kind", "text", "answer", "reply_to", "at")
_ATTENDANCE = ("name", "state", "reason", "proxy", "at")
_NOTES = ("document", "page", "author", "kind", "quote", "text", "at")
_READY = ("name", "state", "complete", "documents", "version")


def _note_row(mark: MarkView, names: dict[DocumentId, str]) -> Sequence[object]:
    quote = mark.quote.exact if mark.quote else ""
    document = names.get(mark.document, mark.document)
    return (document, mark.page + 1, mark.author, mark.kind.value, quote, mark.text, mark.at.isoformat())


def _opinion_rows(view: DeskView) -> Iterable[Sequence[object]]:
    """Each opinion, and behind it the replies to it; those to shared marks come last."""
    titles = {item.id: f"{item.number}. {item.title}" for item in view.items}
    names = {d.id: d.name for item in view.items for d in item.documents}

    def row(one: OpinionView, to: str = "") -> Sequence[object]:
        item = titles.get(one.item, "") if one.item is not None else ""
        document = names.get(one.document, one.document) if one.document is not None else ""
        answer = one.answer.value if one.answer is not None else ""
        at = one.at.isoformat()
        return (item, document, one.clause, one.author, one.kind.value, one.text, answer, to, at)

    for root in view.said.opinions:
        yield row(root)
        yield from (row(reply, root.id) for reply in root.replies)
    for mark, replies in view.said.replies.items():
        yield from (row(reply, mark) for reply in replies)
