"""What the screen knows of a packet being made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.core import opining, reviewing
from reader.core.approving import contents
from reader.core.book import Book
from reader.core.composing import drafting
from reader.core.composing.building import readers
from reader.core.composing.changes import Changes, Contents, compare
from reader.core.composing.composition import Composition
from reader.core.composing.drafting import DraftView
from reader.core.composing.sent import Stage, Standing, sent_manifest, standing
from reader.core.reviewing import ReturnView
from sync.model.ids import MeetingId
from sync.model.names import given_name_key
from sync.model.people import PersonEntry


@dataclass(frozen=True)
class DraftCard:
    """A packet being made, on the shelf."""

    meeting: MeetingId
    title: str
    saved_at: datetime
    standing: Standing


@dataclass(frozen=True)
class ComposeView:
    """A packet being made, on its screen."""

    meeting: MeetingId
    draft: DraftView
    people: tuple[PersonEntry, ...]
    """Who will read it, by given name; empty while the hub has not listed them."""
    standing: Standing
    published: int
    """The version that readers have; 0 for none."""
    changes: Changes
    returns: tuple[ReturnView, ...] = ()
    """What was given back since the last version was submitted."""


def cards(book: Book) -> tuple[DraftCard, ...]:
    """All of this laptop, the newest first, without those that are published, at the office too."""
    found = (
        DraftCard(meeting, title, saved, standing(book, meeting))
        for meeting, title, saved in drafting.drafts(book)
    )
    return tuple(
        card for card in found if card.standing.stage is not Stage.PUBLISHED or card.standing.in_room
    )


def view(book: Book, meeting: MeetingId) -> ComposeView:
    """Raises ``SohopError(PACKET_UNKNOWN)`` when no draft of that meeting is here."""
    draft = drafting.load(book, meeting)
    current = book.vault.packets.current(meeting)
    people = readers(book.vault.trust.people())
    return ComposeView(
        meeting=meeting,
        draft=draft,
        people=tuple(sorted(people, key=lambda one: given_name_key(one.name))),
        standing=standing(book, meeting),
        published=current.manifest.version if current else 0,
        changes=compare(_contents(draft.packet), contents(current)),
        returns=_returns(book, meeting),
    )


def _returns(book: Book, meeting: MeetingId) -> tuple[ReturnView, ...]:
    sent = sent_manifest(book, meeting)
    for stored in book.vault.packets.drafts(meeting):
        if stored.digest == sent:
            return reviewing.returns(book, meeting, stored, opining.names(book, stored))
    return ()


def _contents(packet: Composition) -> Contents:
    documents = {str(one.id): (one.name, one.file) for _, one in packet.documents()}
    return Contents(documents, {str(one.id): one.title for one in packet.motions})
