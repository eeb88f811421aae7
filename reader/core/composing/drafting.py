"""Packets being made on this laptop: saved at each step, given files, made ready to be submitted.

All of it works without a line. Everything here runs on the vault's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from reader.core.book import Book
from reader.core.composing import composition as steps
from reader.core.composing import sent
from reader.core.composing.building import Draft, Inspected
from reader.core.composing.checking import FileFacts, Remark, check, minutes
from reader.core.composing.composition import ComposedDocument, Composition
from reader.core.composing.looking import Looked
from reader.core.composing.motions import Lack, lacks, rules
from reader.core.composing.outline import Wider, wider
from reader.core.preparing import prepare as prepare_table
from reader.core.preparing import previous
from reader.store.drafts import Drafts
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, MeetingId, new_id
from sync.model.rules import MotionKind, Rule

_FACTS: Final = msgspec.json.Decoder(FileFacts)
_PACKET: Final = msgspec.json.Decoder(Composition)


@dataclass(frozen=True)
class DraftFile:
    """A file of a draft."""

    name: str
    size: int
    facts: FileFacts


@dataclass(frozen=True)
class DraftView:
    """A packet being made, as the screen draws it."""

    packet: Composition
    files: Mapping[Digest, DraftFile]
    remarks: Mapping[str, tuple[Remark, ...]]
    """By document."""
    saved_at: datetime
    can_undo: bool
    can_redo: bool
    version: int
    """That it would have."""
    lacks: Mapping[str, tuple[Lack, ...]]
    """By motion; only those that lack something."""

    @property
    def pages(self) -> int:
        """Of all documents whose files are here."""
        here = (self.files.get(one.file) for _, one in self.packet.documents())
        return sum(file.facts.pages for file in here if file is not None)

    @property
    def size(self) -> int:
        """Bytes that a delegate's laptop downloads; the same file twice comes once."""
        wanted = {one.file for _, one in self.packet.documents()}
        return sum(file.size for digest, file in self.files.items() if digest in wanted)

    @property
    def minutes(self) -> int:
        """On a line of 128 kbit/s."""
        return minutes(self.size)

    @property
    def ready(self) -> bool:
        """Whether it can be submitted."""
        return not self.refused and not self.lacks and any(True for _ in self.packet.documents())

    @property
    def refused(self) -> int:
        """Documents that keep it from being submitted."""
        return sum(any(remark.refuses for remark in several) for several in self.remarks.values())


def drafts(book: Book) -> tuple[tuple[MeetingId, str, datetime], ...]:
    """All of this laptop: meeting, its title, when it was last saved; the newest first."""
    return tuple(
        (meeting, packet_of(book, meeting).meeting.title, saved)
        for meeting, saved in book.vault.drafts.meetings()
    )


def load(book: Book, meeting: MeetingId) -> DraftView:
    """Raises ``SohopError(PACKET_UNKNOWN)`` when no draft of that meeting is here."""
    kept = book.vault.drafts
    packet, saved = _state(book, meeting)
    files = {
        digest: DraftFile(file.name, file.size, _FACTS.decode(file.facts))
        for digest, file in kept.files(meeting).items()
        if book.vault.documents.is_complete(digest)
    }
    can_undo, can_redo = kept.can(meeting)
    known = {**rules(), **_published_rules(book, meeting)}
    lacking = [(motion.id, lacks(motion, known.get(motion.kind))) for motion in packet.motions]
    return DraftView(
        packet=packet,
        files=files,
        remarks=check(packet, {digest: file.facts for digest, file in files.items()}),
        saved_at=saved,
        can_undo=can_undo,
        can_redo=can_redo,
        version=previous(book, meeting)[0] + 1,
        lacks={motion: lack for motion, lack in lacking if lack},
    )


def packet_of(book: Book, meeting: MeetingId) -> Composition:
    """The draft alone, without a look at its files. Raises as ``load``."""
    return _state(book, meeting)[0]


def change(book: Book, meeting: MeetingId, step: Callable[[Composition], Composition]) -> None:
    """Take a step with the draft as it is. One with a row that is not there any more changes nothing.

    Raises ``SohopError(PACKET_UNKNOWN)``, ``DISK_FULL``.
    """
    packet = packet_of(book, meeting)
    try:
        changed = step(packet)
    except KeyError:
        return
    save(book, changed)


def change_unless_wider(
    book: Book, meeting: MeetingId, step: Callable[[Composition], Composition]
) -> tuple[Wider, ...]:
    """As ``change``, if nobody else may read a document then; else nothing is changed, and they are told."""
    packet = packet_of(book, meeting)
    try:
        changed = step(packet)
    except KeyError:
        return ()
    found = wider(packet, changed)
    if not found:
        save(book, changed)
    return found


def save(book: Book, packet: Composition) -> None:
    """Keep a step; nothing when it changes nothing."""
    meeting, value = MeetingId(packet.meeting.id), msgspec.json.encode(packet)
    _PACKET.decode(value)  # what could not be read again is not kept: that is a bug of ours
    if book.vault.drafts.get(meeting) != value:
        book.vault.drafts.save(meeting, value, book.now())


def add_file(book: Book, meeting: MeetingId, looked: Looked) -> ComposedDocument:
    """Keep a file, and propose the document that it would be."""
    facts = msgspec.json.encode(looked.facts)
    file = book.vault.drafts.put_file(meeting, looked.name, looked.data, facts)
    found = looked.guess
    return ComposedDocument(
        id=DocumentId(new_id("d")),
        file=file.sha256,
        name=found.name,
        kind=found.kind,
        symbol=found.symbol,
        summary=found.summary,
        issuer=found.issuer,
        issued=found.issued,
    )


def sweep(book: Book, meeting: MeetingId) -> None:
    """Let go of files that no state of the draft names: put for a step that was called off or is too far
    back. Not while files are being put. Raises ``SohopError(DISK_FULL)``."""
    kept = book.vault.drafts
    left = set(kept.files(meeting))
    present = kept.get(meeting)
    if present is not None:
        left -= _named(present)
    if left:
        left.difference_update(*map(_named, kept.states(meeting)))
    if left:
        kept.drop(meeting, left)


def prepare(book: Book, meeting: MeetingId, rulebook: Mapping[MotionKind, Rule], reason: str = "") -> Draft:
    """The bytes to sign, of the draft as it is. ``reason``: why there is a new version, told to readers.

    Raises ``SohopError``: ``PACKET_UNKNOWN``; ``PACKET_NOT_READY`` while a document is refused, or there is
    none, or a motion lacks something; ``PACKET_OVERTAKEN`` where a version was published that the draft knows
    nothing of; as ``building.build``.
    """
    view = load(book, meeting)
    newer = sent.overtaken_by(book, meeting)
    if newer is not None:
        raise SohopError(Code.PACKET_OVERTAKEN, version=newer.manifest.version)
    if not view.ready:
        raise SohopError(Code.PACKET_NOT_READY)
    inspected = {
        str(digest): Inspected(pages=file.facts.pages, has_text=file.facts.has_text)
        for digest, file in view.files.items()
    }
    files = _VaultFiles(book.vault.drafts, meeting)
    # A newer program's rules must not change motions that are published: ballots bind the rule too.
    packet = steps.set_meeting(view.packet, change=reason)
    known = {**rulebook, **_published_rules(book, meeting)}
    return prepare_table(book, steps.as_table(packet), files, inspected, known)


def _named(state: bytes) -> set[Digest]:
    return {one.file for _, one in _PACKET.decode(state).documents()}


def _state(book: Book, meeting: MeetingId) -> tuple[Composition, datetime]:
    state = book.vault.drafts.state(meeting)
    if state is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    value, saved = state
    return _PACKET.decode(value), saved


def _published_rules(book: Book, meeting: MeetingId) -> dict[MotionKind, Rule]:
    current = book.vault.packets.current(meeting)
    return {motion.rule.kind: motion.rule for motion in current.manifest.motions} if current else {}


class _VaultFiles:
    """``building.Files`` over the vault: on the vault's thread only."""

    def __init__(self, kept: Drafts, meeting: MeetingId) -> None:
        self._kept = kept
        self._meeting = meeting

    def read(self, file: str) -> bytes:
        return self._kept.read(self._meeting, Digest(file))

    def span(self, file: str, start: int, size: int) -> bytes:
        return self._kept.span(self._meeting, Digest(file), start, size)
