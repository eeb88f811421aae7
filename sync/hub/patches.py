"""Patches between versions: made once when a version is submitted, kept as blobs, offered where they may be.

They only save bytes. One that could not be made, or is gone, is nobody's error: there are always the chunks.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, insert, select

from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.actors import Actor
from sync.hub.blobs import Blobs
from sync.hub.packets import Packets, PacketView
from sync.hub.tables import PacketState
from sync.model.ids import Digest, PersonId
from sync.model.meeting import Chunk, Document
from sync.wire.codec import digest
from sync.wire.messages import PatchOffer
from sync.wire.patch import MAX_PATCHED, cut_patch, make

if TYPE_CHECKING:  # the hub's live lane reads the order, and the order tells of patches
    from sync.hub.hub import Hub

BACK = 3
"""How many published versions before this one are patched from: who lacks more begins anew."""
BUDGET_S = 10.0
"""Seconds of work for one submission, whose sender waits for the receipt. What is not done then is not
offered."""
_MOST_OFFERS = 1_000

_making = Lock()
"""Two at once would need twice the memory, and be no sooner done."""

_PIECES = msgspec.msgpack.Decoder(tuple[Chunk, ...])
_AT_ONCE = 500
"""Values in one query."""

_Change = tuple[Document, Document]
"""The new document and the old one."""
_Pieces = tuple[Chunk, ...] | None


def prepare(hub: Hub, view: PacketView) -> None:
    """Make the patches to a packet that is about to be submitted, and remember which are not worth it.

    ``view`` has passed ``Packets.check``. Must not be called in the writer's thread. Raises nothing of the
    world's: what fails is not offered.
    """
    end = time.monotonic() + BUDGET_S
    if not _making.acquire(timeout=BUDGET_S):
        return
    try:
        with hub.database.read() as connection:
            changes = _changes(_all(view), map(_all, _earlier(connection, hub.packets, view)))
            known = _rows(connection, changes)
        for target, base in changes:
            if time.monotonic() >= end:
                return
            if (target.sha256, base.sha256) not in known and max(target.size, base.size) <= MAX_PATCHED:
                _make(hub, target, base)
    except SohopError:
        return
    finally:
        _making.release()


def offers(
    connection: Connection, packets: Packets, view: PacketView, person: PersonId, *, desk: bool
) -> tuple[PatchOffer, ...]:
    """The patches to documents that this person may have now and may have had before.

    So nothing tells of a document that was restricted to others.
    """
    changes = _changes(
        view.documents_for(person, desk=desk),
        (old.documents_for(person, desk=desk) for old in _earlier(connection, packets, view)),
    )
    known = _rows(connection, changes)
    found = (
        PatchOffer(document=target.id, base=base.sha256, pieces=chunks)
        for target, base in changes
        if (chunks := known.get((target.sha256, base.sha256)))
    )
    return tuple(islice(found, _MOST_OFFERS))


def pieces(
    connection: Connection, packets: Packets, view: PacketView, document: Document, base: str, who: Actor
) -> tuple[Chunk, ...]:
    """The pieces of an offered patch. Raises ``SohopError(NOT_PERMITTED)`` for any that is not offered."""
    for old in _earlier(connection, packets, view):
        changes = _changes([document], [old.documents_for(who.person, desk=who.desk)])
        known = _rows(connection, [pair for pair in changes if pair[1].sha256 == base])
        for chunks in known.values():
            if chunks:
                return chunks
    raise SohopError(Code.NOT_PERMITTED)


def _earlier(connection: Connection, packets: Packets, view: PacketView) -> Iterator[PacketView]:
    """The published versions before this one, newest first, as far as they can be read."""
    table, manifest = tables.packets.c, view.manifest
    rows = connection.execute(
        select(table.manifest)
        .where(
            table.meeting == manifest.meeting.id,
            table.state == PacketState.PUBLISHED,
            table.version < manifest.version,
        )
        .order_by(table.version.desc())
        .limit(BACK)
    ).scalars()
    follows = manifest.previous
    for earlier in rows.all():
        if earlier != follows:  # a draft that was overtaken, or never had a place in this meeting
            return
        try:
            old = packets.open(Digest(earlier))
        except SohopError:
            return
        yield old
        follows = old.manifest.previous


def _all(view: PacketView) -> Iterator[Document]:
    return (document for item in view.items for document in item.documents)


def _changes(documents: Iterable[Document], earlier: Iterable[Iterable[Document]]) -> list[_Change]:
    """Each document with each different one of the same id in earlier versions, the newest of them first."""
    now = list(documents)
    found: dict[tuple[Digest, Digest], _Change] = {}
    for version in earlier:
        before = {document.id: document for document in version}
        for target in now:
            base = before.get(target.id)
            if base is not None and base.sha256 != target.sha256:
                found.setdefault((target.sha256, base.sha256), (target, base))
    return list(found.values())


def _rows(connection: Connection, changes: Sequence[_Change]) -> dict[tuple[Digest, Digest], _Pieces]:
    """What was found out about these: pieces, or that they are not worth it."""
    table = tables.patches.c
    targets = sorted({target.sha256 for target, _ in changes})
    found: dict[tuple[Digest, Digest], _Pieces] = {}
    for start in range(0, len(targets), _AT_ONCE):
        rows = connection.execute(
            select(table.target, table.base, table.pieces).where(
                table.target.in_(targets[start : start + _AT_ONCE])
            )
        )
        for row in rows:
            chunks = None if row.pieces is None else _PIECES.decode(row.pieces)
            found[(Digest(row.target), Digest(row.base))] = chunks
    asked = {(target.sha256, base.sha256) for target, base in changes}
    return {pair: chunks for pair, chunks in found.items() if pair in asked}


def _make(hub: Hub, target: Document, base: Document) -> None:
    """One patch, durable before anybody can be told of it."""
    old, new = _read(hub.blobs, base), _read(hub.blobs, target)
    if old is None or new is None:
        return
    has = {chunk.digest for chunk in base.chunks}
    lacking = {chunk.digest: chunk.size for chunk in target.chunks if chunk.digest not in has}
    patch = make(old, new)
    kept: bytes | None = None
    if len(patch) < sum(lacking.values()):
        cut = cut_patch(patch)
        hub.blobs.put([piece for _, piece in cut])
        kept = msgspec.msgpack.encode([chunk for chunk, _ in cut])
    row = {"target": target.sha256, "base": base.sha256, "pieces": kept}
    hub.ledger.change(lambda connection, _: connection.execute(insert(tables.patches).values(row))).result()


def _read(blobs: Blobs, document: Document) -> bytes | None:
    """The document's bytes; None when its chunks are not what its digest says: then nothing comes of it."""
    data = b"".join(blobs.get(chunk.digest) for chunk in document.chunks)
    return data if digest(data) == document.sha256 else None
