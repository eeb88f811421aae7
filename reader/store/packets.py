"""Packets: every version that arrived, and which one is shown.

What is shown of a meeting is exactly one approved version, the newest; the switch is one commit. Its
documents may still be coming: each is complete or not. Older versions stay until the meeting is erased.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta, Struct

from reader.store.database import Database
from reader.store.documents import Documents
from sync.errors import Code, SohopError
from sync.model.events import Event, RecallPacket
from sync.model.ids import Digest, MeetingId
from sync.model.meeting import AgendaItem, Chunk, Document, Manifest
from sync.wire.codec import decode_payload, digest
from sync.wire.envelope import Envelope
from sync.wire.messages import Packet, Turnout


class OutlineDocument(Document, frozen=True, kw_only=True):
    """A document without its list of chunks (``chunks`` is empty): only downloading needs those."""

    chunks: tuple[Chunk, ...] = ()


class OutlineItem(AgendaItem, frozen=True, kw_only=True):
    """An agenda item whose documents come without chunks."""

    documents: Annotated[tuple[OutlineDocument, ...], Meta(max_length=500)] = ()


@dataclass(frozen=True)
class StoredPacket:
    """One version of a packet on this laptop. ``items`` are those this person may have, in agenda order, and
    come without chunks. ``seen_version`` is the newest version the person has opened (0: none)."""

    digest: Digest
    manifest: Manifest
    envelope: Envelope
    items: tuple[OutlineItem, ...]
    published: bool
    current: bool
    seen_version: int
    documents: int
    complete_documents: int
    size: int
    have: int

    @property
    def complete(self) -> bool:
        """Whether every document could be opened if the line failed now."""
        return self.documents == self.complete_documents


_SELECT: Final = """
    SELECT p.manifest, p.envelope, p.outline, p.published, p.current,
        coalesce((SELECT version FROM seen s WHERE s.meeting = p.meeting), 0),
        count(pd.document), coalesce(sum(d.complete), 0), coalesce(sum(pd.size), 0), coalesce(sum(d.have), 0)
    FROM packet p
    LEFT JOIN packet_document pd ON pd.manifest = p.manifest
    LEFT JOIN document d ON d.meeting = p.meeting AND d.sha256 = pd.sha256
"""


class Recalled(Struct, frozen=True, kw_only=True):
    """What is remembered of a recalled packet after it was destroyed."""

    meeting: MeetingId
    version: int
    title: str = ""
    short: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    reason: str = ""
    at: datetime | None = None
    by: str = ""


class Packets:
    """All packets on this laptop."""

    def __init__(self, database: Database, documents: Documents) -> None:
        self._database = database
        self._documents = documents

    def put(self, packet: Packet, manifest: Manifest, items: Sequence[AgendaItem]) -> None:
        """Keep a version that ``sync.trust`` accepted; ``items`` are ``packet.descriptors`` decoded, in the
        same order. ``packet.published`` False marks a draft, for the desk. The same again changes nothing.

        Raises ``SohopError``: ``MALFORMED`` for documents that contradict themselves, ``OLD_VERSION`` when
        another manifest already has this version, ``DISK_FULL``.
        """
        ranked = _in_agenda_order(packet, manifest, items)
        _check(item for _, _, item in ranked)
        ours, meeting = packet.manifest.digest, manifest.meeting.id
        with self._database.transaction():
            known = self._database.one("SELECT published FROM packet WHERE manifest = ?", (ours,))
            if known is not None and known[0] and not packet.published:
                return
            if packet.published:
                self._refuse_rival(meeting, manifest.version, ours)
            self._database.run(
                "INSERT INTO packet (manifest, meeting, version, published, envelope, outline) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (manifest) DO UPDATE SET "
                "published = excluded.published, ahead = 0, envelope = excluded.envelope, "
                "outline = excluded.outline",
                (
                    ours,
                    meeting,
                    manifest.version,
                    packet.published,
                    msgspec.msgpack.encode(packet.manifest),
                    msgspec.msgpack.encode([_outline(item) for _, _, item in ranked]),
                ),
            )
            self._put_descriptors(ours, ranked)
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

    def drafts(self, meeting: MeetingId) -> list[StoredPacket]:
        """Versions being prepared, newer than the shown one; oldest first. Only the desk receives any."""
        rows = self._database.all(
            _SELECT + "WHERE p.meeting = ? AND p.ahead GROUP BY p.manifest ORDER BY p.version", (meeting,)
        )
        return [_stored(row) for row in rows]

    def meetings(self) -> list[MeetingId]:
        """Every meeting of which there is a version, drafts too."""
        return [MeetingId(row[0]) for row in self._database.all("SELECT DISTINCT meeting FROM packet")]

    def newest(self) -> tuple[Digest, ...]:
        """For each meeting the digest of the shown manifest, and of drafts newer than it."""
        rows = self._database.all(
            "SELECT manifest FROM packet WHERE current OR ahead ORDER BY meeting, version"
        )
        return tuple(Digest(row[0]) for row in rows)

    def newest_version(self, meeting: MeetingId) -> int:
        """The shown version's number, 0 when there is none: what ``accept_manifest`` wants to know."""
        row = self._database.one("SELECT version FROM packet WHERE meeting = ? AND current", (meeting,))
        return 0 if row is None else int(row[0])

    def descriptors(self, manifest: Digest) -> list[bytes]:
        """The exact descriptor bytes of one version, in agenda order."""
        rows = self._database.all(
            "SELECT value FROM packet_descriptor JOIN descriptor ON digest = descriptor "
            "WHERE manifest = ? ORDER BY position",
            (manifest,),
        )
        return [row[0] for row in rows]

    def mark_seen(self, meeting: MeetingId, version: int) -> None:
        """The person has opened this version."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO seen (meeting, version) VALUES (?, ?) "
                "ON CONFLICT (meeting) DO UPDATE SET version = max(version, excluded.version)",
                (meeting, version),
            )

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

    def erase(self, meeting: MeetingId) -> None:
        """Destroy a meeting's packets and documents: content keys first, then the files.

        The person's own acts and the hub's receipts for them stay. Not inside a transaction.
        """
        with self._database.transaction():
            self._documents.erase(meeting)
            self._database.run("DELETE FROM packet WHERE meeting = ?", (meeting,))
            self._database.run(
                "DELETE FROM descriptor WHERE digest NOT IN (SELECT descriptor FROM packet_descriptor)"
            )
            self._database.run("DELETE FROM seen WHERE meeting = ?", (meeting,))
            self._database.run("DELETE FROM turnout WHERE meeting = ?", (meeting,))
            self._database.run("DELETE FROM closed WHERE meeting = ?", (meeting,))
            self._database.run("DELETE FROM place WHERE meeting = ?", (meeting,))
        # Until the log is emptied it still holds the old pages, and the keys on them.
        self._database.checkpoint()

    def tombstone(self, meeting: MeetingId) -> int:
        """Versions up to this one were recalled; 0 when none."""
        row = self._database.one("SELECT version FROM tombstone WHERE meeting = ?", (meeting,))
        return 0 if row is None else int(row[0])

    def recalled(self) -> list[Recalled]:
        """Every recalled meeting."""
        rows = self._database.all("SELECT value FROM tombstone ORDER BY meeting")
        return [msgspec.msgpack.decode(row[0], type=Recalled) for row in rows]

    def recall(self, meeting: MeetingId, version: int) -> None:
        """Tombstone and destruction. Stand-in: the vault's own comes with its rewrite."""
        stored = self.current(meeting)
        shown = stored.manifest.meeting if stored is not None else None
        word = self._word(meeting, version)
        value = Recalled(
            meeting=meeting,
            version=version,
            title=shown.title if shown else "",
            short=shown.short if shown else "",
            starts=shown.starts if shown else None,
            ends=shown.ends if shown else None,
            reason=word.body.reason if word and isinstance(word.body, RecallPacket) else "",
            at=word.at if word else None,
            by=word.person if word else "",
        )
        self.erase(meeting)
        with self._database.transaction():
            self._database.run(
                "INSERT INTO tombstone (meeting, version, value) VALUES (?, ?, ?) "
                "ON CONFLICT (meeting) DO UPDATE SET version = excluded.version, value = excluded.value",
                (meeting, version, msgspec.msgpack.encode(value)),
            )

    def _word(self, meeting: MeetingId, version: int) -> Event | None:
        for (data,) in self._database.all("SELECT envelope FROM event WHERE meeting = ?", (meeting,)):
            event = decode_payload(msgspec.msgpack.decode(data, type=Envelope).payload, Event)
            if isinstance(event.body, RecallPacket) and event.body.version == version:
                return event
        return None

    def leases_over(self, time: datetime) -> tuple[MeetingId, ...]:
        """Meetings whose newest lease has ended at ``time`` and whose content is still here."""
        return tuple(
            stored.manifest.meeting.id
            for stored in self.all()
            if stored.manifest.lease <= time and self._documents_of(stored.manifest.meeting.id)
        )

    def erase_content(self, meeting: MeetingId) -> None:
        """Destroy content keys and documents; manifest and own acts stay."""
        with self._database.transaction():
            self._documents.erase(meeting)
        self._database.checkpoint()

    def _documents_of(self, meeting: MeetingId) -> int:
        row = self._database.one("SELECT count(*) FROM document WHERE meeting = ?", (meeting,))
        return 0 if row is None else int(row[0])

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
            self._database.run(
                "INSERT INTO packet_descriptor (manifest, position, descriptor) VALUES (?, ?, ?)",
                (ours, position, name),
            )
            documents += [
                (ours, document.id, name, bytes.fromhex(document.sha256), document.size, recipe(document))
                for document in item.documents
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


def recipe(document: Document) -> bytes:
    """Digest of the list of chunks: a download continues only by the list it was begun with."""
    return bytes.fromhex(digest(msgspec.msgpack.encode(document.chunks)))


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
    name, envelope, outline, published, current, seen, documents, complete, size, have = row
    read = msgspec.msgpack.decode(envelope, type=Envelope)
    return StoredPacket(
        digest=Digest(name),
        manifest=decode_payload(read.payload, Manifest),
        envelope=read,
        items=msgspec.msgpack.decode(outline, type=tuple[OutlineItem, ...]),
        published=bool(published),
        current=bool(current),
        seen_version=seen,
        documents=documents,
        complete_documents=complete,
        size=size,
        have=have,
    )
