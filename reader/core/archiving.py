"""The archive of a whole meeting (docs/ARCHIVE.md): what would go in, making it, a second signature.

It is written beside its place and comes there whole, some at a time: a packet may have 2 GB.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Final

from reader.core import standing
from reader.core.archive.plan import Part, Plan, Wishes, gather, may_archive
from reader.core.archive.zip_writer import ZipWriter
from reader.core.book import Book
from reader.core.desk import desk
from reader.core.evidence_file import text_of
from reader.core.exporting import refusal_is_said
from reader.core.services import OnBook
from reader.pdf.stopping import go_on
from reader.store.events import EventState
from reader.store.files import replaced
from sync import verify
from sync.errors import Code, SohopError
from sync.model.annotation import Audience
from sync.model.ids import MeetingId
from sync.model.motion import MotionState
from sync.model.people import Role
from sync.wire.codec import digest

Tell = Callable[[float], None]
Stopped = Callable[[], bool]
NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DONE: Final = "archived/{meeting}"
_LIST, _SIGNATURES = "ban-liet-ke.json", "chu-ky.json"
_SOON: Final = timedelta(days=30)
"""So long before a packet goes from all laptops its archive is asked for."""
_WRITING: Final = 0.6
"""Of the time that it takes; the rest is checking."""
_COPY: Final = 1024 * 1024


@dataclass(frozen=True)
class Offer:
    """What an archive of a meeting would hold, before it is made. ``size`` in bytes, of the documents."""

    title: str
    documents: int
    size: int
    restricted: int
    """Items with restricted access."""
    running: int
    """Motions that are open, or ended and not closed."""
    waiting: bool
    """Own acts in this meeting wait to be sent: they would not be in it."""
    notes: int
    """This person's private notes in the meeting, which are never in it."""


@dataclass(frozen=True)
class Due:
    """A meeting that is over and goes from all laptops soon, of which no archive with all items was
    made here since."""

    meeting: MeetingId
    title: str
    until: datetime
    """When it goes."""


@dataclass(frozen=True)
class Made:
    """What was written. ``broken`` says where it does not hold and why; empty for a good one."""

    path: Path
    size: int
    entries: int
    motions: int
    left_out: int
    """Motions and documents that belong into it and were not on this laptop."""
    fingerprint: str
    broken: str = ""


def offer(book: Book, meeting: MeetingId) -> Offer:
    """Look at what there is.

    Raises ``SohopError(NOT_PERMITTED | NOT_YET_ON_ROSTER | PACKET_UNKNOWN | NOT_DOWNLOADED)``.
    """
    may_archive(book)
    stored, view = standing.readable(book, meeting), desk(book, meeting)
    if stored is None or view is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    if not stored.complete:
        raise SohopError(Code.NOT_DOWNLOADED)
    known = book.vault.events.of_meeting(meeting)
    return Offer(
        title=stored.manifest.meeting.title,
        documents=stored.documents,
        size=stored.size,
        restricted=sum(bool(item.access) for item in stored.items),
        running=sum(one.motion.state in (MotionState.OPEN, MotionState.ENDED) for one in view.motions),
        waiting=any(one.state is EventState.PENDING for one in known),
        notes=sum(fact.mark.audience is Audience.PRIVATE for fact in book.project(meeting).marks),
    )


def due(book: Book) -> tuple[Due, ...]:
    """For a secretary: what should be archived now, the most urgent first."""
    if Role.SECRETARY not in book.identity.roles or standing.is_revoked(book):
        return ()
    now = book.now()
    found = [
        Due(one.manifest.meeting.id, one.manifest.meeting.title, one.manifest.lease)
        for one in book.vault.packets.all()
        if one.manifest.meeting.ends < now < one.manifest.lease <= now + _SOON
        and made_at(book, one.manifest.meeting.id) < one.manifest.meeting.ends
    ]
    return tuple(sorted(found, key=lambda one: (one.until, one.meeting)))


def make(
    on_book: OnBook,
    meeting: MeetingId,
    path: Path,
    wishes: Wishes,
    tell: Tell = lambda _: None,
    stopped: Stopped = lambda: False,
    language: str = "vi",
) -> Made:
    """Write the archive, and check it as a stranger would before it has its name.

    One that does not hold is written too: then it is evidence of that (``Made.broken``, in ``language``).
    Raises ``SohopError``: as ``gather``; ``DISK_FULL``, also beforehand; ``FILE_REFUSED``. ``StoppedError``.
    Whatever it raises, nothing was written.
    """
    plan = on_book(lambda book: gather(book, meeting, wishes))
    with refusal_is_said(path):
        if shutil.disk_usage(path.parent).free < plan.size:
            raise SohopError(Code.DISK_FULL)
        with replaced(path) as file:
            _write(file, plan, on_book, lambda share: tell(share * _WRITING), stopped)
            outcome = _checked(file, lambda share: tell(_WRITING + share * (1 - _WRITING)), stopped)
            size = file.tell()
    left_out = plan.said["left_out"]
    assert isinstance(left_out, dict)
    if outcome.broken is None and not left_out["items"]:
        on_book(lambda book: book.vault.settings.put(_DONE.format(meeting=meeting), book.now()))
    return Made(
        path=path,
        size=size,
        entries=len(plan.parts) + 2,
        motions=sum(part.name.startswith("chung-thuc/bieu-quyet/") for part in plan.parts),
        left_out=len(left_out["motions"]) + len(left_out["documents"]),
        fingerprint=on_book(lambda book: verify.fingerprint(book.identity.root_key)),
        broken="" if outcome.broken is None else verify.reason(outcome.broken, english=language == "en"),
    )


def made_at(book: Book, meeting: MeetingId) -> datetime:
    """When a good archive of it with all items was last written on this laptop; ``NEVER``."""
    return book.vault.settings.get(_DONE.format(meeting=meeting), datetime, NEVER)


def countersign(
    on_book: OnBook,
    path: Path,
    shown: str,
    tell: Tell = lambda _: None,
    stopped: Stopped = lambda: False,
    language: str = "vi",
) -> verify.Contents:
    """Add a chair's or an approver's signature to a good archive of this office that has one signature.
    ``shown`` is the digest of the list that this person was shown: nothing else is signed.

    Raises ``SohopError``: ``NOT_PERMITTED`` without that role, or for the person who signed first;
    ``ARCHIVE_BROKEN`` (``why``), also when it is another by now; ``DISK_FULL | FILE_REFUSED``.
    ``StoppedError``. Then the file is as it was.
    """
    root_key, tenant, person, roles = on_book(
        lambda book: (book.identity.root_key, book.identity.tenant, book.identity.person, book.identity.roles)
    )
    if not {Role.CHAIR, Role.APPROVER} & set(roles):
        raise SohopError(Code.NOT_PERMITTED)
    contents = check(path, root_key, lambda share: tell(share / 2), stopped, language)
    if contents.tenant != tenant or len(contents.signers) > 1 or contents.persons == (person,):
        raise SohopError(Code.NOT_PERMITTED)
    with refusal_is_said(path):
        if shutil.disk_usage(path.parent).free < path.stat().st_size:
            raise SohopError(Code.DISK_FULL)
        with replaced(path) as file:
            with path.open("rb") as source:
                zipped = verify.Container(source)
                *before, last = zipped.entries
                listed = zipped.read(before[-1], 64 * _COPY)
                if digest(listed) != shown:
                    changed = verify.BrokenError(_LIST, verify.Why.DIGEST)
                    why = verify.reason(changed, english=language == "en")
                    raise SohopError(Code.ARCHIVE_BROKEN, name=path.name, why=why)
                first = json.loads(zipped.read(last, _COPY))["signatures"][0]
                _copy(source, file, last.at, lambda share: tell(0.5 + share / 2), stopped)
            device, mine = on_book(lambda book: (book.identity.device, book.sign_archive(listed)))
            both = ((first["signer"], first["value"]), (device, text_of(mine)))
            writer = ZipWriter(file, before)
            writer.add(_SIGNATURES, [_signatures(*both)])
            writer.close()
            file.flush()
            signed = verify.check_archive(Path(file.name), root_key)
            if signed.broken is not None or signed.contents is None:
                raise SohopError(Code.NOT_YET_ON_ROSTER)  # its roster does not have this laptop
    return signed.contents


def check(
    path: Path,
    root_key: bytes | None,
    tell: Tell = lambda _: None,
    stopped: Stopped = lambda: False,
    language: str = "vi",
) -> verify.Contents:
    """What a good archive holds.

    Raises ``SohopError(ARCHIVE_BROKEN)`` with the place and the reason in ``why``; ``StoppedError``.
    """
    outcome = verify.check_archive(path, root_key, _heard(tell, stopped))
    if outcome.broken is not None or outcome.contents is None:
        assert outcome.broken is not None
        why = verify.reason(outcome.broken, english=language == "en")
        raise SohopError(Code.ARCHIVE_BROKEN, name=path.name, why=why)
    return outcome.contents


def _write(file: BinaryIO, plan: Plan, on_book: OnBook, tell: Tell, stopped: Stopped) -> None:
    writer, done = ZipWriter(file), 0
    entries: list[dict[str, object]] = []

    def watched(part: Part) -> Iterator[bytes]:
        nonlocal done
        for piece in part.pieces():
            go_on(stopped)
            yield piece
            done += len(piece)
            tell(min(1.0, done / plan.size))

    for part in plan.parts:
        written = writer.add(part.name, watched(part))
        entries.append({"name": written.name, "size": written.size, "sha256": written.sha256})
    said = json.dumps({**plan.said, "entries": entries}, ensure_ascii=False, indent=1) + "\n"
    payload = said.encode()
    device, signature = on_book(lambda book: (book.identity.device, book.sign_archive(payload)))
    writer.add(_LIST, [payload])
    writer.add(_SIGNATURES, [_signatures((device, text_of(signature)))])
    writer.close()
    file.flush()


def _signatures(*signatures: tuple[str, str]) -> bytes:
    rows = [f'{{"signer":"{signer}","value":"{value}"}}' for signer, value in signatures]
    return f'{{"signatures":[{",".join(rows)}]}}\n'.encode()


def _checked(file: BinaryIO, tell: Tell, stopped: Stopped) -> verify.ArchiveOutcome:
    return verify.check_archive(Path(file.name), None, _heard(tell, stopped))


def _heard(tell: Tell, stopped: Stopped) -> Tell:
    def heard(share: float) -> None:
        go_on(stopped)
        tell(share)

    return heard


def _copy(source: BinaryIO, file: BinaryIO, size: int, tell: Tell, stopped: Stopped) -> None:
    source.seek(0)
    left = size
    while left:
        go_on(stopped)
        piece = source.read(min(left, _COPY))
        if not piece:
            raise SohopError(Code.FILE_UNREADABLE, name=Path(file.name).stem)
        file.write(piece)
        left -= len(piece)
        tell(1 - left / size)
