"""Packets that are begun: from nothing, like an earlier meeting's, or as the next version of a published one.

All of it works without a line. Everything here runs on the vault's thread.
"""

from __future__ import annotations

from datetime import datetime

import msgspec

from reader.core.book import Book
from reader.core.composing import composition as steps
from reader.core.composing import drafting, sent
from reader.core.composing.checking import FileFacts
from reader.core.composing.composition import ComposedDocument, ComposedItem, Composition
from reader.core.composing.guessing import guess
from reader.core.composing.tables import MeetingTable, MotionTable
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.ids import MeetingId, PersonId, new_id
from sync.model.meeting import AgendaItem
from sync.model.motion import Motion
from sync.model.people import Role


def begin(book: Book, title: str, starts: datetime, ends: datetime) -> MeetingId:
    """A new meeting with an empty agenda. Raises ``SohopError(DISK_FULL)``, as all that save."""
    meeting = MeetingId(new_id("m"))
    drafting.save(book, Composition(meeting=MeetingTable(id=meeting, title=title, starts=starts, ends=ends)))
    return meeting


def begin_like(book: Book, former: MeetingId, title: str, starts: datetime, ends: datetime) -> MeetingId:
    """A new meeting with the agenda of an earlier one, without its documents, times and motions.

    Raises ``SohopError(PACKET_UNKNOWN)``.
    """
    stored = _published(book, former)
    before = _meeting_of(stored)
    meeting = MeetingId(new_id("m"))
    packet = Composition(
        meeting=MeetingTable(
            id=meeting, title=title, kind=before.kind, place=before.place, starts=starts, ends=ends
        )
    )
    for item in stored.items:
        packet, added = steps.add_item(packet, item.title)
        packet = steps.set_item(packet, added, speaker=item.speaker)
    drafting.save(book, packet)
    return meeting


def revise(book: Book, meeting: MeetingId) -> None:
    """The next version of a published meeting: as it is, to be changed. A draft that is there stays, but for
    one that was published and followed by another version since.

    Raises ``SohopError(PACKET_UNKNOWN)``, ``NOT_DOWNLOADED`` when not all of its documents are here.
    """
    if book.vault.drafts.get(meeting) is not None:
        done = sent.standing(book, meeting).stage is sent.Stage.PUBLISHED
        if not done or sent.overtaken_by(book, meeting) is None:
            return
    stored = _published(book, meeting)
    with book.vault.transaction():
        book.vault.drafts.forget(meeting)
        sent.begun_from(book, meeting, stored.digest)
        for item in stored.items:
            for document in item.documents:
                if not book.vault.documents.is_complete(document.sha256):
                    raise SohopError(Code.NOT_DOWNLOADED)
                # It was judged when it was first put in; two people have signed it since.
                facts = FileFacts(pages=document.pages, has_text=document.has_text, signed=True)
                book.vault.drafts.name_file(
                    meeting, document.sha256, document.name, document.size, msgspec.json.encode(facts)
                )
        chairs = _chairs(book)
        motions = tuple(_motion_of(motion, chairs) for motion in stored.manifest.motions)
        items = tuple(map(_item_of, stored.items))
        drafting.save(book, Composition(meeting=_meeting_of(stored), items=items, motions=motions))


def _published(book: Book, meeting: MeetingId) -> StoredPacket:
    stored = book.vault.packets.current(meeting)
    if stored is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    return stored


def _meeting_of(stored: StoredPacket) -> MeetingTable:
    meeting = stored.manifest.meeting
    return MeetingTable(
        id=meeting.id,
        title=meeting.title,
        short="" if meeting.short == meeting.title else meeting.short,
        kind=meeting.kind,
        place=meeting.place,
        starts=meeting.starts,
        ends=meeting.ends,
    )


def _item_of(item: AgendaItem) -> ComposedItem:
    return ComposedItem(
        id=item.id,
        title=item.title,
        speaker=item.speaker,
        starts=item.starts,
        access=item.access,
        documents=tuple(
            ComposedDocument(
                id=one.id,
                file=one.sha256,
                name=one.name,
                kind=_kind(one.name, one.symbol),
                symbol=one.symbol,
                summary=one.summary,
                issuer=one.issuer,
                issued=one.issued,
                urgency=one.urgency,
            )
            for one in item.documents
        ),
    )


def _kind(name: str, symbol: str) -> str:
    """A packet has no field for it: it is guessed again."""
    return guess(f"{name} {symbol}".replace("/", "-")).kind


def _chairs(book: Book) -> frozenset[PersonId]:
    """Who may break a tie today."""
    both = {Role.DELEGATE, Role.CHAIR}
    return frozenset(one.person for one in book.vault.trust.people() if both <= set(one.roles))


def _motion_of(motion: Motion, chairs: frozenset[PersonId]) -> MotionTable:
    """A chair who is none any more is left to be found anew: no field of a draft changes it."""
    window = motion.window
    return MotionTable(
        id=motion.id,
        item=motion.item,
        kind=motion.rule.kind,
        title=motion.title,
        question=motion.question,
        documents=tuple(one.id for one in motion.documents),
        choices=tuple(choice.label for choice in motion.choices),
        max_choices=motion.max_choices,
        timing=window.timing,
        opens=window.opens,
        until=window.until,
        grace_minutes=window.grace_s // 60,
        late=window.late,
        secrecy=motion.secrecy,
        ask_passphrase=motion.ask_passphrase,
        chair=motion.chair if motion.chair in chairs else None,
    )
