"""The agenda as one list from top to bottom, and what it means to move a row of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from msgspec.structs import replace

from reader.core.composing import composition as steps
from reader.core.composing.composition import Composition


class Kind(StrEnum):
    """What a row is."""

    ITEM = "item"
    DOCUMENT = "document"
    MOTION = "motion"


@dataclass(frozen=True)
class Place:
    """One row. ``item`` is the one it stands under; an item stands under itself."""

    kind: Kind
    id: str
    item: str


def outline(packet: Composition) -> tuple[Place, ...]:
    """Each item, under it its documents, under these its motions in the order they are voted on."""
    found: list[Place] = []
    for item in packet.items:
        found.append(Place(Kind.ITEM, item.id, item.id))
        found += [Place(Kind.DOCUMENT, one.id, item.id) for one in item.documents]
        found += [Place(Kind.MOTION, one.id, item.id) for one in packet.motions if one.item == item.id]
    return tuple(found)


def put(packet: Composition, moved: str, gap: int) -> Composition:
    """Let a row go at a gap: ``n`` is above row ``n`` of the outline, the last one is below all.

    An item comes between items; what is let go above the first item becomes its first. Raises ``KeyError``.
    """
    rows = outline(packet)
    row = _row(rows, moved)
    above = [place for place in rows[:gap] if place.id != moved]
    if row.kind is Kind.ITEM:
        return steps.move_item(packet, moved, sum(place.kind is Kind.ITEM for place in above))
    items = [place.id for place in above if place.kind is Kind.ITEM]
    item = items[-1] if items else packet.items[0].id
    before = sum(place.kind is row.kind and place.item == item for place in above)
    if row.kind is Kind.DOCUMENT:
        return steps.move_document(packet, moved, item, before)
    return _put_motion(packet, moved, item, before)


def put_into(packet: Composition, moved: str, item: str) -> Composition:
    """Let a document or a motion go on an item, as the last of its kind there. Raises ``KeyError``."""
    packet.item(item)
    rows = outline(packet)
    if _row(rows, moved).kind is Kind.ITEM:
        return packet
    last = max(number for number, place in enumerate(rows) if place.item == item)
    return put(packet, moved, last + 1)


def shift(packet: Composition, moved: str, by: int) -> Composition:
    """One place up (-1) or down (1): items among items, the others also into the neighbouring item."""
    row = _row(outline(packet), moved)
    ids: list[str] = [item.id for item in packet.items]
    at = ids.index(row.item)
    if row.kind is Kind.ITEM:
        return steps.move_item(packet, moved, at + by) if 0 <= at + by < len(ids) else packet
    same = [place.id for place in outline(packet) if place.kind is row.kind and place.item == row.item]
    to, item = same.index(moved) + by, row.item
    if not 0 <= to < len(same):
        if not 0 <= at + by < len(ids):
            return packet
        item = ids[at + by]
        there = [one for one in outline(packet) if one.kind is row.kind and one.item == item]
        to = 0 if by > 0 else len(there)
    if row.kind is Kind.DOCUMENT:
        return steps.move_document(packet, moved, item, to)
    return _put_motion(packet, moved, item, to)


def put_all(packet: Composition, moved: Sequence[str], gap: int) -> Composition:
    """Let several rows go at a gap: behind one another, in the order that they have."""
    rows = together(packet, moved)
    below = next((place.id for place in outline(packet)[gap:] if place.id not in rows), "")
    last: dict[Kind, str] = {}
    for row in rows:
        there = outline(packet)
        ids, kind = [place.id for place in there], _row(there, row).kind
        at = ids.index(last[kind]) + 1 if kind in last else ids.index(below) if below else len(ids)
        packet, last[kind] = put(packet, row, at), row
    return packet


def put_all_into(packet: Composition, moved: Sequence[str], item: str) -> Composition:
    """Let several documents or motions go on an item. Raises ``KeyError``."""
    for row in together(packet, moved):
        packet = put_into(packet, row, item)
    return packet


def shift_all(packet: Composition, moved: Sequence[str], by: int) -> Composition:
    """Several rows one place up (-1) or down (1); none of them, where the first can't go on."""
    rows = together(packet, moved)
    before = packet
    for row in rows if by < 0 else reversed(rows):
        shifted = shift(packet, row, by)
        if shifted == packet:
            return before
        packet = shifted
    return packet


def together(packet: Composition, rows: Sequence[str]) -> tuple[str, ...]:
    """Which of these are moved at once, from top to bottom: items, with all that stands under them; what
    stands under items only where no item is among them. Without those that are not there any more."""
    there = [place for place in outline(packet) if place.id in rows]
    items = tuple(place.id for place in there if place.kind is Kind.ITEM)
    return items or tuple(place.id for place in there)


@dataclass(frozen=True)
class Wider:
    """A document that others may read after a step: ``more`` persons, or everybody (None), for it is under
    ``item`` then; both by name."""

    name: str
    item: str
    more: int | None


def wider(before: Composition, after: Composition) -> tuple[Wider, ...]:
    """Documents that went from an item with restricted access to one that others may read."""
    had = {document.id: item.access for item, document in before.documents()}
    found: list[Wider] = []
    for item, document in after.documents():
        access = had.get(document.id, ())
        more = set(item.access) - set(access)
        if access and (more or not item.access):
            found.append(Wider(document.name, item.title, len(more) or None))
    return tuple(found)


def remove_all(packet: Composition, gone: Sequence[str]) -> Composition:
    """Several rows go. Raises ``KeyError`` when none of them is there."""
    there = [place.id for place in outline(packet) if place.id in gone]
    if not there:
        raise KeyError(*gone[:1])
    for row in there:
        if any(place.id == row for place in outline(packet)):  # else it went with its item
            packet = remove(packet, row)
    return packet


def remove(packet: Composition, gone: str) -> Composition:
    """A row goes; an item with all that stands under it."""
    kind = _row(outline(packet), gone).kind
    if kind is Kind.ITEM:
        return steps.remove_item(packet, gone)
    return steps.remove_document(packet, gone) if kind is Kind.DOCUMENT else steps.remove_motion(packet, gone)


def renamed(packet: Composition, row: str, name: str) -> Composition:
    """Another title for an item or a motion, another name for a document."""
    kind = _row(outline(packet), row).kind
    if kind is Kind.ITEM:
        return steps.set_item(packet, row, title=name)
    if kind is Kind.DOCUMENT:
        return steps.set_document(packet, row, name=name)
    return steps.set_motion(packet, row, title=name)


def name_of(packet: Composition, row: str) -> str:
    """What a row is called. Raises ``KeyError``."""
    kind = _row(outline(packet), row).kind
    if kind is Kind.ITEM:
        return packet.item(row).title
    return packet.document(row).name if kind is Kind.DOCUMENT else packet.motion(row).title


def _put_motion(packet: Composition, motion: str, item: str, to: int) -> Composition:
    """Motions stand in the order of the agenda, and within an item in their own."""
    moved = replace(packet.motion(motion), item=item)
    rest = [one for one in packet.motions if one.id != motion]
    there = [one for one in rest if one.item == item]
    there.insert(min(to, len(there)), moved)
    order: list[str] = [one.id for one in packet.items]
    others = sorted((one for one in rest if one.item != item), key=lambda one: order.index(one.item))
    before = [one for one in others if order.index(one.item) < order.index(item)]
    return replace(packet, motions=(*before, *there, *others[len(before) :]))


def _row(rows: tuple[Place, ...], which: str) -> Place:
    for place in rows:
        if place.id == which:
            return place
    raise KeyError(which)
