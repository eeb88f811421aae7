"""A packet while it is being made, and every step that can be taken with it: pure, each gives a new value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from reader.core.composing.tables import (
    URGENCY,
    DocumentTable,
    ItemTable,
    MeetingTable,
    MotionTable,
    PacketTable,
)
from sync.model.ids import DocumentRef, Hash, ItemId, ItemRef, Person, new_id
from sync.model.meeting import Urgency
from sync.model.text import Line

T = TypeVar("T")


class ComposedDocument(Struct, frozen=True, kw_only=True):
    """One document: its file by digest, and its metadata as Vietnamese offices file it."""

    id: DocumentRef
    file: Hash
    name: Line
    kind: Line = ""
    symbol: Line = ""
    summary: Line = ""
    issuer: Line = ""
    issued: date | None = None
    urgency: Urgency = Urgency.NORMAL


class ComposedItem(Struct, frozen=True, kw_only=True):
    """One item of the agenda. Its number is its place."""

    id: ItemRef
    title: Line
    speaker: Line = ""
    starts: datetime | None = None
    access: tuple[Person, ...] = ()
    documents: tuple[ComposedDocument, ...] = ()


class Composition(Struct, frozen=True, kw_only=True):
    """The whole: what ``packet.toml`` says, with files by digest."""

    meeting: MeetingTable
    items: tuple[ComposedItem, ...] = ()
    motions: tuple[MotionTable, ...] = ()

    def documents(self) -> Iterator[tuple[ComposedItem, ComposedDocument]]:
        """All, in the order of the agenda, each with its item."""
        for item in self.items:
            for document in item.documents:
                yield item, document

    def document(self, document: str) -> ComposedDocument:
        """Raises ``KeyError``."""
        return _named((one for _, one in self.documents()), document)

    def item(self, item: str) -> ComposedItem:
        """Raises ``KeyError``."""
        return _named(self.items, item)

    def motion(self, motion: str) -> MotionTable:
        """Raises ``KeyError``."""
        return _named(self.motions, motion)


def set_meeting(packet: Composition, **changes: object) -> Composition:
    """Other words or times for the meeting."""
    return replace(packet, meeting=replace(packet.meeting, **changes))


def add_item(packet: Composition, title: str, at: int | None = None) -> tuple[Composition, ItemId]:
    """A new item of the agenda, at a place or as the last."""
    item = ComposedItem(id=ItemId(new_id("i")), title=title)
    return replace(packet, items=_inserted(packet.items, item, at)), item.id


def set_item(packet: Composition, item: str, **changes: object) -> Composition:
    """Other words, time or readers for an item. Raises ``KeyError``, as all below."""
    return replace(packet, items=_changed(packet.items, item, lambda one: replace(one, **changes)))


def move_item(packet: Composition, item: str, to: int) -> Composition:
    """An item to a place among the others, counted without it."""
    moved = packet.item(item)
    rest = tuple(one for one in packet.items if one.id != item)
    return replace(packet, items=_inserted(rest, moved, to))


def remove_item(packet: Composition, item: str) -> Composition:
    """An item goes with its documents and its motions."""
    gone = packet.item(item)
    packet = replace(
        packet,
        items=tuple(one for one in packet.items if one.id != item),
        motions=tuple(motion for motion in packet.motions if motion.item != item),
    )
    return _detached(packet, {document.id for document in gone.documents})


def add_documents(
    packet: Composition, item: str, documents: Sequence[ComposedDocument], at: int | None = None
) -> Composition:
    """Documents of an item, in this order, at a place or behind those it has."""

    def put(one: ComposedItem) -> ComposedItem:
        place = len(one.documents) if at is None else max(0, at)
        return replace(one, documents=(*one.documents[:place], *documents, *one.documents[place:]))

    return replace(packet, items=_changed(packet.items, item, put))


def set_document(packet: Composition, document: str, **changes: object) -> Composition:
    """Other metadata, or another file (``file``) for a document: its id, and what hangs on it, stay."""
    packet.document(document)
    items = tuple(
        replace(
            item,
            documents=tuple(replace(one, **changes) if one.id == document else one for one in item.documents),
        )
        for item in packet.items
    )
    return replace(packet, items=items)


def move_document(packet: Composition, document: str, item: str, to: int | None = None) -> Composition:
    """A document to a place in this or another item, counted without it."""
    moved = packet.document(document)
    packet.item(item)
    return add_documents(_without(packet, document), item, (moved,), to)


def remove_document(packet: Composition, document: str) -> Composition:
    """A document goes, also from the motions that it was attached to."""
    packet.document(document)
    return _detached(_without(packet, document), {document})


def add_motion(packet: Composition, motion: MotionTable) -> Composition:
    """A motion on one of the items."""
    packet.item(motion.item)
    return replace(packet, motions=(*packet.motions, motion))


def set_motion(packet: Composition, motion: str, **changes: object) -> Composition:
    """Another question, other choices or timing for a motion."""
    return replace(packet, motions=_changed(packet.motions, motion, lambda one: replace(one, **changes)))


def move_motion(packet: Composition, motion: str, to: int) -> Composition:
    """A motion to a place among the others: they are voted on in this order."""
    moved = packet.motion(motion)
    rest = tuple(one for one in packet.motions if one.id != motion)
    return replace(packet, motions=_inserted(rest, moved, to))


def remove_motion(packet: Composition, motion: str) -> Composition:
    """A motion goes."""
    packet.motion(motion)
    return replace(packet, motions=tuple(one for one in packet.motions if one.id != motion))


def as_table(packet: Composition) -> PacketTable:
    """As ``packet.toml`` says it, with a document's file named by its digest."""
    words = {urgency: word for word, urgency in URGENCY.items()}
    return PacketTable(
        meeting=packet.meeting,
        item=tuple(
            ItemTable(
                id=item.id,
                number=str(number),
                title=item.title,
                speaker=item.speaker,
                starts=item.starts,
                access=item.access,
                document=tuple(
                    DocumentTable(
                        id=one.id,
                        file=one.file,
                        name=one.name,
                        symbol=one.symbol,
                        summary=one.summary,
                        issuer=one.issuer,
                        date=one.issued,
                        urgency=words[one.urgency],
                    )
                    for one in item.documents
                ),
            )
            for number, item in enumerate(packet.items, 1)
        ),
        motion=packet.motions,
    )


_Named = TypeVar("_Named", ComposedItem, MotionTable)
_Any = TypeVar("_Any", ComposedItem, ComposedDocument, MotionTable)


def _changed(
    several: tuple[_Named, ...], which: str, change: Callable[[_Named], _Named]
) -> tuple[_Named, ...]:
    if all(one.id != which for one in several):
        raise KeyError(which)
    return tuple(change(one) if one.id == which else one for one in several)


def _inserted(several: tuple[T, ...], one: T, at: int | None) -> tuple[T, ...]:
    place = len(several) if at is None else min(max(0, at), len(several))
    return (*several[:place], one, *several[place:])


def _without(packet: Composition, document: str) -> Composition:
    items = tuple(
        replace(item, documents=tuple(one for one in item.documents if one.id != document))
        for item in packet.items
    )
    return replace(packet, items=items)


def _detached(packet: Composition, documents: set[str]) -> Composition:
    motions = tuple(
        replace(motion, documents=tuple(one for one in motion.documents if one not in documents))
        for motion in packet.motions
    )
    return replace(packet, motions=motions)


def _named(several: Iterable[_Any], which: str) -> _Any:
    for one in several:
        if one.id == which:
            return one
    raise KeyError(which)
