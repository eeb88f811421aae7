"""The book: an unlocked vault with its person's keys. Every act becomes one signed event here."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reader.core.owner import OwnerView
from reader.store.events import Known
from reader.store.identity import Identity
from reader.store.vault import Vault
from sync.errors import Code, SohopError
from sync.model.annotation import Mark
from sync.model.events import (
    MAX_SEALED,
    MOTION_ACTS,
    OFFICE,
    Body,
    Closing,
    Event,
    OpenMotion,
    PutMark,
    PutSealedMark,
)
from sync.model.ids import DeviceId, EventId, MarkId, MeetingId, MotionId
from sync.model.projection import OF_MOTIONS, Fact, MotionFacts, Projection, Standing, project
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.envelope import Envelope, Kind, seal


def _local_time() -> datetime:
    return datetime.now(UTC)


class Book:
    """Use it only on the vault's thread. ``clock`` is this laptop's own, right or wrong."""

    def __init__(self, vault: Vault, clock: Callable[[], datetime] = _local_time) -> None:
        self.vault = vault
        self._clock = clock
        self._key = Ed25519PrivateKey.from_private_bytes(self.identity.sign_seed)

    @property
    def identity(self) -> Identity:
        """Who this laptop is, with its keys."""
        return self.vault.identity

    @property
    def owner(self) -> OwnerView:
        """Whose book this is."""
        roster = self.vault.trust.read_roster()
        cert = self.identity.cert
        return OwnerView(
            person=self.identity.person_name,
            title=cert.title,
            office=roster.name if roster else self.identity.tenant_name,
            term=roster.term if roster else "",
            roles=self.identity.roles,
            emblem=roster.emblem if roster else b"",
        )

    def now(self) -> datetime:
        """The best known time: what a hub last signed, and what has passed since by this laptop's clock."""
        return self.vault.best_time(self._clock())

    def local_time(self) -> datetime:
        """This laptop's own clock, right or wrong."""
        return self._clock()

    def sign(self, data: bytes) -> bytes:
        """Sign for the hub's challenge."""
        return self._key.sign(data)

    def act(self, meeting: MeetingId, body: Body, recorder: DeviceId | None = None) -> EventId:
        """Write one act to the outbox, signed and durable when this returns.

        An act on a motion is for the recorder that its opening names, unless another is given.
        Raises ``SohopError(DISK_FULL)``; then nothing was written.
        """
        identity = self.identity
        if recorder is None and isinstance(body, MOTION_ACTS):
            recorder = self.recorder(meeting, body.motion)

        def make(seq: int, prev: str) -> Envelope:
            event = Event(
                tenant=identity.tenant,
                meeting=meeting,
                person=identity.person,
                device=identity.device,
                seq=seq,
                prev=prev,
                at=self._clock(),
                recorder=recorder or OFFICE,
                body=body,
            )
            return seal(Kind.EVENT, identity.tenant, encode_payload(event), identity.device, self._key)

        return self.vault.outbox.append(make)

    def recorder(self, meeting: MeetingId, motion: MotionId) -> DeviceId | None:
        """Who records this motion, by its opening as far as it is known here."""
        return self.project(meeting, OpenMotion).motion(motion).recorder

    def sign_manifest(self, payload: bytes) -> bytes:
        """This device's signature over a manifest's bytes (64 bytes)."""
        envelope = seal(Kind.MANIFEST, self.identity.tenant, payload, self.identity.device, self._key)
        return envelope.signatures[0].value

    def sign_archive(self, payload: bytes) -> bytes:
        """This device's signature over the list of an archive's entries (64 bytes)."""
        envelope = seal(Kind.ARCHIVE, self.identity.tenant, payload, self.identity.device, self._key)
        return envelope.signatures[0].value

    def project(self, meeting: MeetingId, *kinds: type[Body | Closing]) -> Projection:
        """The meeting's state: confirmed and pending, with own private marks readable. ``kinds``: only what
        these say of it, where that is enough; it costs little."""
        events = self.vault.events
        return project(self._facts(events.of_kinds(meeting, *kinds) if kinds else events.of_meeting(meeting)))

    def motion(self, meeting: MeetingId, motion: MotionId) -> MotionFacts:
        """What happened to a motion."""
        return self.project(meeting, *OF_MOTIONS).motion(motion)

    def mark(self, event: EventId) -> Mark | None:
        """The version of a mark that an event made; None for an event that made none, or none readable."""
        known = self.vault.events.get(event)
        body = known.event.body if known is not None and isinstance(known.event, Event) else None
        if isinstance(body, PutSealedMark):
            return self.unseal(body)
        return body.mark if isinstance(body, PutMark) else None

    def seal_mark(self, mark: Mark, key: bytes = b"") -> PutSealedMark:
        """A private mark as it leaves this laptop: readable only with the person's note key, or with ``key``.

        Raises ``SohopError(MALFORMED)`` for a mark that could not be read back, or is too large to be sent:
        nobody else will check it.
        """
        plain = encode_payload(mark)
        decode_payload(plain, Mark)
        nonce = secrets.token_bytes(12)
        sealed = nonce + AESGCM(key or self.identity.note_key).encrypt(nonce, plain, self._aad(mark.id))
        if len(sealed) > MAX_SEALED:
            raise SohopError(Code.MALFORMED)
        return PutSealedMark(id=mark.id, sealed=sealed)

    def _facts(self, known: Iterable[Known]) -> Iterable[Fact]:
        for one in known:
            event = one.event
            if isinstance(event, Closing):
                yield Fact(one.id, Standing.DELIVERED, closing=event, recorded=one.recorded)
                continue
            if isinstance(event.body, PutSealedMark):
                mark = self.unseal(event.body)
                if mark is None:
                    continue
                event = msgspec.structs.replace(event, body=PutMark(mark=mark))
            yield Fact(
                id=one.id,
                standing=Standing(one.state.value),
                event=event,
                recorded=one.recorded,
                refusal=one.receipt.code or "" if one.receipt and not one.receipt.accepted else "",
                reservation=one.receipt.code or "" if one.receipt and one.receipt.accepted else "",
                # The engine checked the place of every accepted ballot whose receipt names one.
                proved=one.receipt is not None and one.receipt.accepted and one.receipt.log is not None,
            )

    def unseal(self, sealed: PutSealedMark, *keys: bytes) -> Mark | None:
        """The mark, or None when it was sealed with another key: a laptop of the same person's that does not
        share its key yet. ``keys`` instead of all that this laptop has."""
        nonce, ciphertext = sealed.sealed[:12], sealed.sealed[12:]
        for key in keys or (self.identity.note_key, *self.identity.former_keys):
            with suppress(InvalidTag, ValueError):
                plain = AESGCM(key).decrypt(nonce, ciphertext, self._aad(sealed.id))
                return decode_payload(plain, Mark)
        return None

    def _aad(self, mark: MarkId) -> bytes:
        return f"{self.identity.tenant}\x00{self.identity.person}\x00{mark}".encode()
