"""Packets as the hub reads them from its blobs: manifest and descriptors, and who may have what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sync.errors import Code, SohopError
from sync.hub.blobs import Blobs
from sync.model.events import Event, SubmitPacket
from sync.model.ids import Digest, PersonId, TenantId
from sync.model.meeting import AgendaItem, Document, Manifest
from sync.model.motion import Motion
from sync.model.rules import Timing
from sync.trust.packets import check_sound
from sync.wire.codec import decode_payload, digest


@dataclass(frozen=True)
class PacketView:
    """One manifest with its descriptors, in the manifest's order."""

    digest: Digest
    payload: bytes
    manifest: Manifest
    descriptors: tuple[bytes, ...]
    items: tuple[AgendaItem, ...]

    def places_for(self, person: PersonId, *, desk: bool) -> tuple[int, ...]:
        """Which of the manifest's items this person may have."""
        return tuple(at for at, item in enumerate(self.items) if desk or item.permits(person))

    def document(self, document: str, person: PersonId, *, desk: bool) -> Document:
        """Raises ``SohopError(NOT_PERMITTED)``, also for a document that does not exist: it tells nothing."""
        for found in self.documents_for(person, desk=desk):
            if found.id == document:
                return found
        raise SohopError(Code.NOT_PERMITTED)

    def documents_for(self, person: PersonId, *, desk: bool) -> Iterator[Document]:
        """Those this person may have: none for somebody who is no reader of the packet."""
        if desk or self.names(person):
            for item in self.items:
                if desk or item.permits(person):
                    yield from item.documents

    @cached_property
    def blobs(self) -> tuple[Digest, ...]:
        """All that it consists of, each once: the manifest, the descriptors, the chunks."""
        chunks = (c.digest for item in self.items for each in item.documents for c in each.chunks)
        return tuple(dict.fromkeys((self.digest, *self.manifest.items, *chunks)))

    @cached_property
    def people(self) -> frozenset[PersonId]:
        """Who receives it."""
        return frozenset(people_of(self.manifest))

    @cached_property
    def roll(self) -> frozenset[PersonId]:
        """Who may vote."""
        return frozenset(entry.person for entry in self.manifest.roll)

    def names(self, person: PersonId) -> bool:
        """Whether the person is among them."""
        return person in self.people


class Packets:
    """Reads packets; the last few stay in memory, as their bytes never change."""

    def __init__(self, blobs: Blobs, tenant: TenantId) -> None:
        self._blobs = blobs
        self._tenant = tenant
        self._cached = lru_cache(maxsize=64)(self._read)

    def open(self, manifest: Digest) -> PacketView:
        """Raises ``SohopError(PACKET_INCOMPLETE | OTHER_TENANT | MALFORMED | TOO_LARGE)``."""
        return self._cached(manifest)

    def check(self, view: PacketView) -> None:
        """Whether a packet may be submitted: sound in itself, with all its bytes here.

        Raises ``SohopError(MALFORMED | LEASE_TOO_SHORT | TIMING_REFUSED | PACKET_INCOMPLETE)``.
        """
        check_sound(view.manifest)
        documents = [document for item in view.items for document in item.documents]
        ids = [document.id for document in documents]
        whole = all(sum(chunk.size for chunk in document.chunks) == document.size for document in documents)
        if len(set(ids)) != len(ids) or not whole:
            raise SohopError(Code.MALFORMED)
        for motion in view.manifest.motions:
            _check_rule(motion)
        if self._blobs.missing(chunk.digest for document in documents for chunk in document.chunks):
            raise SohopError(Code.PACKET_INCOMPLETE)

    def submitted(self, event: Event) -> tuple[PacketView | None, Code | None]:
        """The packet of a submission, and what is wrong with it; neither for any other act."""
        if not isinstance(event.body, SubmitPacket):
            return None, None
        try:
            view = self.open(event.body.manifest)
            self.check(view)
        except SohopError as error:
            return None, error.code
        return view, None

    def _read(self, manifest: Digest) -> PacketView:
        payload = self._get(manifest)
        read = decode_payload(payload, Manifest)
        if read.tenant != self._tenant:
            raise SohopError(Code.OTHER_TENANT)
        descriptors = tuple(self._get(item) for item in read.items)
        items = tuple(decode_payload(data, AgendaItem) for data in descriptors)
        return PacketView(manifest, payload, read, descriptors, items)

    def _get(self, name: Digest) -> bytes:
        data = self._blobs.get(name)
        if digest(data) != name:
            raise SohopError(Code.PACKET_INCOMPLETE)
        return data


def people_of(manifest: Manifest) -> set[PersonId]:
    """Who receives a packet: its readers and all on its roll."""
    return {*manifest.readers, *(entry.person for entry in manifest.roll)}


def _check_rule(motion: Motion) -> None:
    """A rule lists the timings and secrecies it allows."""
    window = motion.window
    sealed = window.timing is Timing.SEALED_UNTIL
    if (
        window.timing not in motion.rule.timings
        or motion.secrecy not in motion.rule.secrecies
        or sealed != (window.until is not None)
    ):
        raise SohopError(Code.TIMING_REFUSED)
