"""What goes into an archive, gathered on the vault's thread: small parts whole, documents as they lie."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from reader.core import evidence, standing
from reader.core.archive.acts import Chosen, Hidden, choose
from reader.core.archive.names import ending, numbered
from reader.core.archive.page import page
from reader.core.archive.papers import papers
from reader.core.book import Book
from reader.core.desk import desk
from reader.core.evidence_file import as_bytes, envelope_json, text_of
from reader.core.inspecting import FileSource
from reader.core.line_views import Trip
from reader.core.plain import plain_line
from reader.core.views import DeskView
from reader.store.events import Known
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.events import Closing
from sync.model.ids import Digest, MeetingId, MotionId
from sync.model.meeting import MAX_DOCUMENT_BYTES, AgendaItem, Document
from sync.model.people import Role
from sync.wire.codec import decode_payload, digest
from sync.wire.envelope import Envelope

MOST_MINUTES: Final = 20
MINUTES: Final = (".pdf", ".docx", ".xlsx", ".csv", ".txt", ".png", ".jpg")
"""What finished minutes may be: nothing that runs."""
Pieces = Callable[[], Iterator[bytes]]


@dataclass(frozen=True)
class Wishes:
    """What the secretary decides: whether items with restricted access go in, and which finished minutes
    (files that end as ``MINUTES``) instead of those that the program writes."""

    restricted: bool = True
    minutes: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Part:
    """One entry to be: ``pieces`` gives its ``size`` bytes, on any thread."""

    name: str
    size: int
    pieces: Pieces


@dataclass(frozen=True)
class Plan:
    """The entries in their order, and what the list says beside them."""

    parts: tuple[Part, ...]
    said: dict[str, object]

    @property
    def size(self) -> int:
        """Bytes of the file, or a little more."""
        return sum(part.size + 500 for part in self.parts) + 100_000


def of_bytes(name: str, data: bytes) -> Part:
    """An entry that is at hand."""
    return Part(name, len(data), lambda: iter((data,)))


def may_archive(book: Book) -> None:
    """Raises ``SohopError``: ``NOT_PERMITTED`` without the role of a secretary, ``NOT_YET_ON_ROSTER``."""
    directory = book.vault.trust.directory()
    if Role.SECRETARY not in book.identity.roles:
        raise SohopError(Code.NOT_PERMITTED)
    if directory is None or book.identity.device not in {one.device for one in directory.roster.office}:
        raise SohopError(Code.NOT_YET_ON_ROSTER)


def gather(book: Book, meeting: MeetingId, wishes: Wishes) -> Plan:
    """Everything but the signature.

    Raises ``SohopError``: as ``may_archive``; ``PACKET_UNKNOWN``; ``NOT_DOWNLOADED`` while a document of the
    newest version is not here; ``FILE_…`` for minutes that can't be read, ``MINUTES_REFUSED`` for too many or
    those of another kind.
    """
    may_archive(book)
    stored, view = standing.readable(book, meeting), desk(book, meeting)
    if stored is None or view is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    if not stored.complete:
        raise SohopError(Code.NOT_DOWNLOADED)
    versions = book.vault.packets.published(meeting)
    agenda = {
        digest(data): (data, decode_payload(data, AgendaItem))
        for version in versions
        for data in book.vault.packets.descriptors(version.digest)
    }
    hidden = Hidden() if wishes.restricted else Hidden.of([item for _, item in agenda.values()])
    items = {name: item for name, (_, item) in agenda.items() if item.id not in hidden.items}
    acts = choose(book.vault.events.of_meeting(meeting), hidden)
    files = _files(book, versions, items)
    motions, lacking = _motions(book, meeting, stored, acts)
    until = _until(versions, acts)
    shown = _recorded(view, hidden)
    named = {name for version in versions for name in version.manifest.items}
    wanted = {one.sha256 for item in items.values() for one in item.documents}
    given = _given(wishes.minutes)
    written = [of_bytes(*one) for one in papers(book, shown, until, minutes=not given)]
    front = page(
        shown, files, [part.name for part in (*given, *written)], until, items_left=len(hidden.items)
    )
    parts = (
        of_bytes("muc-luc.html", front),
        *(_document(book, name, sha256) for sha256, name in files.items()),
        *given,
        *written,
        of_bytes("chung-thuc/co-quan.json", as_bytes(_office(book, acts))),
        *(
            of_bytes(f"chung-thuc/ban-ke/{one.manifest.version}.json", as_bytes(envelope_json(one.envelope)))
            for one in versions
        ),
        *(of_bytes(f"chung-thuc/muc/{name}.json", agenda[name][0]) for name in sorted(items)),
        *motions,
        of_bytes("chung-thuc/viec.jsonl", b"".join(map(_line, acts.kept))),
    )
    left_out: dict[str, Iterable[str]] = {
        "items": named - items.keys(),
        "documents": wanted - files.keys(),
        "motions": lacking,
        "events": acts.left_out,
    }
    said = {
        "format": "sohop archive",
        "version": 1,
        "tenant": book.identity.tenant,
        "meeting": meeting,
        "title": stored.manifest.meeting.title,
        "until": until.isoformat(),
        "restricted": wishes.restricted,
        "left_out": {what: sorted(names) for what, names in left_out.items()},
    }
    return Plan(parts, said)


def _files(
    book: Book, versions: Sequence[StoredPacket], items: dict[Digest, AgendaItem]
) -> dict[Digest, str]:
    """The name of each document that is here: those of the newest version first, each once."""
    found: dict[Digest, str] = {}
    for number, version in enumerate(reversed(versions)):
        here = [items[name] for name in version.manifest.items if name in items]
        if number == 0:
            for folder, item in zip(numbered([item.title for item in here]), here, strict=True):
                _name(book, found, f"tai-lieu/{folder}", item.documents)
        else:
            documents = [document for item in here for document in item.documents]
            _name(book, found, f"tai-lieu-ban-cu/{version.manifest.version}", documents)
    return found


def _name(book: Book, found: dict[Digest, str], folder: str, documents: Sequence[Document]) -> None:
    names = numbered([document.name for document in documents])
    for name, document in zip(names, documents, strict=True):
        if document.sha256 not in found and book.vault.documents.is_complete(document.sha256):
            found[document.sha256] = f"{folder}/{name}.pdf"


def _document(book: Book, name: str, sha256: Digest) -> Part:
    source = book.vault.documents.source(sha256)
    return Part(name, source.size, source.pieces)


def _given(paths: Sequence[Path]) -> list[Part]:
    """The minutes that were finished elsewhere."""
    wrong = next((path for path in paths if ending(path.name) not in MINUTES), None)
    if wrong is not None or len(paths) > MOST_MINUTES:
        name = "" if wrong is None else f" ({plain_line(wrong.name)})"
        raise SohopError(Code.MINUTES_REFUSED, name=name, most=MOST_MINUTES)
    found = []
    for stem, path in zip(numbered([path.stem for path in paths]), paths, strict=True):
        source = FileSource(path)
        if source.size > MAX_DOCUMENT_BYTES:
            raise SohopError(Code.FILE_UNREADABLE, name=path.name)
        found.append(Part(f"bien-ban/{stem}{ending(path.name)}", source.size, source.pieces))
    return found


def _motions(
    book: Book, meeting: MeetingId, stored: StoredPacket, acts: Chosen
) -> tuple[list[Part], set[MotionId]]:
    """The file of evidence of each closed motion, in the packet's order; motions of which something lacks."""
    order = {motion.id: place for place, motion in enumerate(stored.manifest.motions)}
    closings = {one.id: one.event.motion for one in acts.kept if isinstance(one.event, Closing)}
    files: list[bytes] = []
    proved: set[MotionId] = set()
    closed = book.vault.closed.of_meeting(meeting)
    for one in sorted(closed, key=lambda one: (order.get(one.motion, len(order)), one.motion)):
        if one.closing.event_id not in closings:
            continue
        try:
            _, file = evidence.named(book, one)
        except SohopError as error:
            if error.code is not Code.EVIDENCE_LACKING:
                raise
            continue
        files.append(as_bytes(file))
        proved.add(one.motion)
    parts = [of_bytes(f"chung-thuc/bieu-quyet/{n}.json", data) for n, data in enumerate(files, 1)]
    return parts, set(closings.values()) - proved


def _office(book: Book, acts: Chosen) -> dict[str, object]:
    root_key, roots, roster = evidence.roots_of(book)
    signed: list[Envelope] = [one.envelope for one in acts.kept if not isinstance(one.event, Closing)]
    return {
        "tenant": book.identity.tenant,
        "root_key": text_of(root_key),
        "roots": [envelope_json(one) for one in roots],
        "roster": envelope_json(roster),
        "devices": [envelope_json(one) for one in evidence.certs(book, signed)],
    }


def _line(one: Known) -> bytes:
    assert one.recorded is not None, "only what is recorded was chosen"
    said = {"recorded": one.recorded.isoformat(), "envelope": envelope_json(one.envelope)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _until(versions: Sequence[StoredPacket], acts: Chosen) -> datetime:
    recorded = [one.recorded for one in acts.kept if one.recorded is not None]
    return max([*(version.manifest.made for version in versions), *recorded])


def _recorded(view: DeskView, hidden: Hidden) -> DeskView:
    """The desk's page without what waits to be sent and without what is hidden."""
    said = view.said

    marks = tuple(mark for mark in view.marks if mark.trip is Trip.SENT and not hidden.hides(mark.document))
    opinions = tuple(
        replace(one, replies=tuple(reply for reply in one.replies if reply.trip is Trip.SENT))
        for one in said.opinions
        if one.trip is Trip.SENT and not hidden.hides(one.item or "", one.document)
    )
    replies = {
        mark.id: tuple(reply for reply in said.replies.get(mark.id, ()) if reply.trip is Trip.SENT)
        for mark in marks
    }
    come = tuple(one for one in said.check_ins if one.trip is Trip.SENT)
    return replace(
        view,
        items=tuple(item for item in view.items if item.id not in hidden.items),
        marks=marks,
        said=replace(
            said, opinions=opinions, replies={k: v for k, v in replies.items() if v}, check_ins=come
        ),
    )
