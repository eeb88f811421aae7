"""Packets: every version that arrived, and which one is shown.

What is shown of a meeting is exactly one approved version, the newest; the switch is one commit. Its
documents may still be coming: each is complete or not. Older versions stay until they are recalled or the
meeting's content is erased.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

from reader.store.chunk_lists import ChunkList
from reader.store.database import Database
from reader.store.documents import Documents
from reader.store.events import moment
from reader.store.index import SearchIndex
from reader.store.patches import Patches
from reader.store.recalls import Recalled, Tombstones
from sync.errors import Code, SohopError
from sync.model.ids import Digest, MeetingId
from sync.model.meeting import AgendaItem, Chunk, Document, Manifest, Meeting
from sync.wire.codec import decode_payload, digest
from sync.wire.desk import Turnout
from sync.wire.envelope import Envelope
from sync.wire.messages import Packet


class OutlineDocument(Document, frozen=True, kw_only=True):
    """A document without its list of chunks (``chunks`` is empty): only downloading needs those."""

    chunks: tuple[Chunk, ...] = ()


class OutlineItem(AgendaItem, frozen=True, kw_only=True):
    """An agenda item whose documents come without chunks."""

    documents: Annotated[tuple[OutlineDocument, ...], Meta(max_length=500)] = ()


@dataclass(frozen=True)
class StoredPacket:
    """One version of a packet on this laptop. ``items`` are those this person may have, in agenda order, and
    come without chunks. ``have`` of ``size`` bytes are here. Documents of one that is ``erased`` were
    destroyed and are not fetched again in this epoch of the hub."""

    digest: Digest
    manifest: Manifest
    envelope: Envelope
    items: tuple[OutlineItem, ...]
    published: bool
    current: bool
    erased: bool
    documents: int
    complete_documents: int
    size: int
    have: int

    @property
    def complete(self) -> bool:
        """Whether every document could be opened if the line failed now."""
        return self.documents == self.complete_documents


_SELECT: Final = """
    SELECT p.manifest, p.envelope, p.outline, p.published, p.current, p.erased,
        count(pd.document), coalesce(sum(d.complete), 0), coalesce(sum(pd.size), 0),
        coalesce(sum(iif(d.complete OR d.recipe = pd.recipe, d.have, 0)), 0)
    FROM packet p
    LEFT JOIN packet_document pd ON pd.manifest = p.manifest
    LEFT JOIN document d ON d.meeting = p.meeting AND d.sha256 = pd.sha256
"""


class Packets:
    """All packets on this laptop."""

    def __init__(
        self, database: Database, documents: Documents, patches: Patches, index: SearchIndex
    ) -> None:
        self._database = database
        self._documents = documents
        self._patches = patches
        self._index = index
        self._tombstones = Tombstones(database)

    def put(self, packet: Packet, manifest: Manifest, items: Sequence[AgendaItem]) -> None:
        """Keep a version that ``sync.trust`` accepted; ``items`` are ``packet.descriptors`` decoded, in the
        same order. ``packet.published`` False marks a draft, for the desk. The same again changes nothing.

        Raises ``SohopError`` before anything is written: ``RECALLED`` for a version up to the tombstone,
        ``MALFORMED`` for documents that contradict themselves, ``OLD_VERSION`` when another manifest already
        has this version. ``DISK_FULL``.
        """
        ranked = _in_agenda_order(packet, manifest, items)
        _check(item for _, _, item in ranked)
        ours, meeting = packet.manifest.digest, manifest.meeting.id
        if manifest.version <= self.tombstone(meeting):
            raise SohopError(Code.RECALLED)
        known = self._database.one("SELECT published FROM packet WHERE manifest = ?", (ours,))
        if known is not None and known[0] and not packet.published:
            return
        if packet.published:
            self._refuse_rival(meeting, manifest.version, ours)
        with self._database.transaction():
            self._database.run(
                "INSERT INTO packet "
                "(manifest, meeting, version, published, starts, ends, lease, envelope, outline) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (manifest) DO UPDATE SET "
                "published = excluded.published, ahead = 0, whole = 0, envelope = excluded.envelope, "
                "outline = excluded.outline",
                (
                    ours,
                    meeting,
                    manifest.version,
                    packet.published,
                    moment(manifest.meeting.starts),
                    moment(manifest.meeting.ends),
                    moment(manifest.lease),
                    msgspec.msgpack.encode(packet.manifest),
                    msgspec.msgpack.encode([_outline(item) for _, _, item in ranked]),
                ),
            )
            self._put_descriptors(ours, ranked)
            self._patches.offer(ours, meeting, packet.patches)
            self._switch(meeting)

    def current(self, meeting: MeetingId) -> StoredPacket | None:
        """The version that is shown, or None."""
        return self._one("WHERE p.meeting = ? AND p.current GROUP BY p.manifest", meeting)

    def get(self, manifest: Digest) -> StoredPacket | None:
        """One version by its digest, shown or not."""
        return self._one("WHERE p.manifest = ? GROUP BY p.manifest", manifest)

    def all(self) -> list[StoredPacket]:
        """The shown version of every meeting, by the time the meeting starts."""
        rows = self._database.all(_SELECT + "WHERE p.current GROUP BY p.manifest")
        return sorted(map(_stored, rows), key=lambda p: (p.manifest.meeting.starts, p.manifest.meeting.id))

    def to_fetch(self, now: datetime, past: datetime) -> tuple[MeetingId, ...]:
        """Meetings of which documents may be missing and the lease has not ended at ``now``, by the time they
        start; those that ended before ``past`` come last. With those that are only being prepared."""
        rows = self._database.all(
            "SELECT meeting FROM packet WHERE (current OR ahead) AND NOT erased AND NOT whole AND lease > ? "
            "GROUP BY meeting ORDER BY max(ends) < ?, min(starts), meeting",
            (moment(now), moment(past)),
        )
        return tuple(MeetingId(row[0]) for row in rows)

    def readable(self, now: datetime, past: datetime) -> list[tuple[MeetingId, Digest]]:
        """Meetings whose content is here and whose lease has not ended at ``now``, with their manifests: the
        next first; those that ended before ``past`` come last, the latest of them first."""
        rows = self._database.all(
            "SELECT meeting, manifest FROM packet INDEXED BY packet_lease "
            "WHERE current AND NOT erased AND lease > ? "
            "ORDER BY ends < ?, iif(ends < ?, NULL, starts), starts DESC, meeting",
            (moment(now), moment(past), moment(past)),
        )
        return [(MeetingId(row[0]), Digest(row[1])) for row in rows]

    def drafts(self, meeting: MeetingId) -> list[StoredPacket]:
        """Versions being prepared, newer than the shown one; oldest first. Only the desk receives any."""
        rows = self._database.all(
            _SELECT + "WHERE p.meeting = ? AND p.ahead GROUP BY p.manifest ORDER BY p.version, p.rowid",
            (meeting,),
        )
        return [_stored(row) for row in rows]

    def published(self, meeting: MeetingId) -> list[StoredPacket]:
        """Every version that readers had and that was not recalled, as far as it came here; oldest first."""
        where = "WHERE p.meeting = ? AND p.published GROUP BY p.manifest ORDER BY p.version"
        return [_stored(row) for row in self._database.all(_SELECT + where, (meeting,))]

    def newest(self) -> Mapping[MeetingId, tuple[int, Digest]]:
        """Version and manifest of the shown version of every meeting."""
        rows = self._database.all(
            "SELECT meeting, version, manifest FROM packet INDEXED BY packet_shown WHERE current"
        )
        return {MeetingId(row[0]): (row[1], Digest(row[2])) for row in rows}

    def newest_version(self, meeting: MeetingId) -> int:
        """The shown version's number, 0 when there is none: what ``accept_manifest`` wants to know."""
        row = self._database.one("SELECT version FROM packet WHERE meeting = ? AND current", (meeting,))
        return 0 if row is None else int(row[0])

    def manifest_of(self, meeting: MeetingId, version: int) -> Digest | None:
        """The published manifest of that version, when it is here."""
        row = self._database.one(
            "SELECT manifest FROM packet WHERE meeting = ? AND version = ? AND published", (meeting, version)
        )
        return None if row is None else Digest(row[0])

    def descriptors(self, manifest: Digest) -> list[bytes]:
        """The exact descriptor bytes of one version, in agenda order."""
        rows = self._database.all(
            "SELECT value FROM packet_descriptor JOIN descriptor ON digest = descriptor "
            "WHERE manifest = ? ORDER BY position",
            (manifest,),
        )
        return [row[0] for row in rows]

    def descriptor(self, name: Digest) -> bytes | None:
        """The exact bytes of one descriptor, when some version here has it."""
        row = self._database.one("SELECT value FROM descriptor WHERE digest = ?", (name,))
        return None if row is None else bytes(row[0])

    def turnout(self, meeting: MeetingId) -> list[Turnout]:
        """Who has voted on each open motion, by motion id. For the desk."""
        rows = self._database.all("SELECT value FROM turnout WHERE meeting = ? ORDER BY motion", (meeting,))
        return [msgspec.msgpack.decode(row[0], type=Turnout) for row in rows]

    def put_turnout(self, turnout: Turnout) -> None:
        """Replace what is known of one motion."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO turnout (motion, meeting, value) VALUES (?, ?, ?) ON CONFLICT (motion) "
                "DO UPDATE SET meeting = excluded.meeting, value = excluded.value",
                (turnout.motion, turnout.meeting, msgspec.msgpack.encode(turnout)),
            )

    def tombstone(self, meeting: MeetingId) -> int:
        """Versions up to this one were recalled; 0 when none."""
        return self._tombstones.version(meeting)

    def recalled(self) -> list[Recalled]:
        """Meetings that were here and were taken back, with the reason when its event is here."""
        return self._tombstones.all()

    def recall(self, meeting: MeetingId, version: int) -> None:
        """Tombstone and destruction of the versions up to this one; the person's own acts stay.

        Content keys go with the transaction, which may be a larger one; then the files, and then the log,
        which still holds the old pages. What a later version lists as well stays.
        """
        with self._database.transaction():
            self._tombstones.put(meeting, version, self._last_meeting(meeting, version))
            self._database.empty_log_after_commit()
            self._database.run("DELETE FROM packet WHERE meeting = ? AND version <= ?", (meeting, version))
            self._documents.erase_unlisted(meeting)
            self._index.sweep_at_commit()
            self._sweep_lists()
            self._switch(meeting)
            if not self._database.one("SELECT 1 FROM packet WHERE meeting = ?", (meeting,)):
                self._database.run("DELETE FROM turnout WHERE meeting = ?", (meeting,))
                self._database.run("DELETE FROM place WHERE meeting = ?", (meeting,))
                self._database.run("DELETE FROM placement WHERE meeting = ?", (meeting,))

    def leases_over(self, time: datetime) -> tuple[MeetingId, ...]:
        """Meetings whose newest lease has ended at ``time`` and whose content is not erased yet."""
        rows = self._database.all(
            "SELECT DISTINCT meeting FROM packet p INDEXED BY packet_lease "
            "WHERE (current OR ahead) AND NOT erased AND lease <= ? "
            "AND NOT EXISTS (SELECT 1 FROM packet l WHERE l.meeting = p.meeting "
            "AND (l.current OR l.ahead) AND NOT l.erased AND l.lease > ?) ORDER BY meeting",
            (moment(time), moment(time)),
        )
        return tuple(MeetingId(row[0]) for row in rows)

    def erase_content(self, meeting: MeetingId) -> None:
        """Destroy content keys, then documents, then the log's old pages; they are not fetched again.

        Manifests, agenda and own acts stay. May be inside a larger transaction.
        """
        with self._database.transaction():
            self._database.empty_log_after_commit()
            self._documents.erase(meeting)
            self._index.sweep_at_commit()
            self._patches.erase(meeting)
            self._database.run("UPDATE packet SET erased = 1 WHERE meeting = ?", (meeting,))

    def _one(self, where: str, value: str) -> StoredPacket | None:
        row = self._database.one(_SELECT + where, (value,))
        return None if row is None else _stored(row)

    def _refuse_rival(self, meeting: MeetingId, version: int, ours: Digest) -> None:
        if self._database.one(
            "SELECT 1 FROM packet WHERE meeting = ? AND version = ? AND published AND manifest <> ?",
            (meeting, version, ours),
        ):
            raise SohopError(Code.OLD_VERSION)

    def _put_descriptors(self, ours: Digest, ranked: Sequence[tuple[Digest, bytes, AgendaItem]]) -> None:
        self._database.run("DELETE FROM packet_descriptor WHERE manifest = ?", (ours,))
        self._database.run("DELETE FROM packet_document WHERE manifest = ?", (ours,))
        documents: list[tuple[object, ...]] = []
        for position, (name, data, item) in enumerate(ranked):
            self._database.run(
                "INSERT INTO descriptor (digest, value) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
                (name, data),
            )
            lists = [(document, ChunkList.of(document.chunks)) for document in item.documents]
            self._database.run_many(
                "INSERT INTO recipe (digest, chunks) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
                [(recipe(chunks), chunks.packed) for _, chunks in lists],
            )
            self._database.run(
                "INSERT INTO packet_descriptor (manifest, position, descriptor) VALUES (?, ?, ?)",
                (ours, position, name),
            )
            documents += [
                (ours, document.id, name, bytes.fromhex(document.sha256), document.size, recipe(chunks))
                for document, chunks in lists
            ]
        self._database.run_many(
            "INSERT INTO packet_document (manifest, position, document, descriptor, sha256, size, recipe) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(row[0], position, *row[1:]) for position, row in enumerate(documents)],
        )

    def _switch(self, meeting: MeetingId) -> None:
        self._database.run("UPDATE packet SET current = 0 WHERE meeting = ? AND current", (meeting,))
        self._database.run(
            "UPDATE packet SET current = 1 WHERE manifest = (SELECT manifest FROM packet "
            "WHERE meeting = ? AND published ORDER BY version DESC LIMIT 1)",
            (meeting,),
        )
        self._database.run(
            "UPDATE packet SET ahead = NOT published AND version > coalesce("
            "(SELECT version FROM packet c WHERE c.meeting = packet.meeting AND c.current), 0) "
            "WHERE meeting = ?",
            (meeting,),
        )
        self._patches.forget_old(meeting)

    def _last_meeting(self, meeting: MeetingId, version: int) -> Meeting | None:
        row = self._database.one(
            "SELECT envelope FROM packet WHERE meeting = ? AND version <= ? "
            "ORDER BY published DESC, version DESC LIMIT 1",
            (meeting, version),
        )
        if row is None:
            return None
        envelope = msgspec.msgpack.decode(row[0], type=Envelope)
        return decode_payload(envelope.payload, Manifest).meeting

    def _sweep_lists(self) -> None:
        """Descriptors and chunk lists that no packet has any more; only their names are read."""
        self._database.run(
            "DELETE FROM descriptor WHERE digest IN "
            "(SELECT digest FROM descriptor EXCEPT SELECT descriptor FROM packet_descriptor)"
        )
        self._database.run(
            "DELETE FROM recipe WHERE digest IN "
            "(SELECT digest FROM recipe EXCEPT SELECT recipe FROM packet_document)"
        )


def recipe(chunks: ChunkList) -> bytes:
    """Digest of a list of chunks: a download continues only by the list it was begun with."""
    return hashlib.sha256(chunks.packed).digest()


def _in_agenda_order(
    packet: Packet, manifest: Manifest, items: Sequence[AgendaItem]
) -> list[tuple[Digest, bytes, AgendaItem]]:
    order = {name: position for position, name in enumerate(manifest.items)}
    named = [(digest(data), data, item) for data, item in zip(packet.descriptors, items, strict=True)]
    if any(name not in order for name, _, _ in named):
        raise ValueError("a descriptor that the manifest does not name")
    return sorted(named, key=lambda entry: order[entry[0]])


def _check(items: Iterable[AgendaItem]) -> None:
    documents = [document for item in items for document in item.documents]
    if len({document.id for document in documents}) != len(documents):
        raise SohopError(Code.MALFORMED)
    if any(sum(chunk.size for chunk in document.chunks) != document.size for document in documents):
        raise SohopError(Code.MALFORMED)


def _outline(item: AgendaItem) -> AgendaItem:
    bare = tuple(msgspec.structs.replace(document, chunks=()) for document in item.documents)
    return msgspec.structs.replace(item, documents=bare)


def _stored(row: tuple[Any, ...]) -> StoredPacket:
    name, envelope, outline, published, current, erased, documents, complete, size, have = row
    read = msgspec.msgpack.decode(envelope, type=Envelope)
    return StoredPacket(
        digest=Digest(name),
        manifest=decode_payload(read.payload, Manifest),
        envelope=read,
        items=msgspec.msgpack.decode(outline, type=tuple[OutlineItem, ...]),
        published=bool(published),
        current=bool(current),
        erased=bool(erased),
        documents=documents,
        complete_documents=complete,
        size=size,
        have=have,
    )
