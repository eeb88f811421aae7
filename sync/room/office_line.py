"""A room hub's line to its office: one round brings up what the room has, and down what it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic

from requests.adapters import BaseAdapter
from sqlalchemy import select

from sync.certificates import key_pem
from sync.engine.transport import Transport
from sync.engine.uploads import Uploader
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.files import replace
from sync.hub.handing import event_of
from sync.hub.hub import Hub
from sync.model.events import SubmitPacket
from sync.model.ids import Digest
from sync.model.meeting import AgendaItem, Manifest
from sync.room.rounds import Asked, ask, log_digest, take
from sync.wire.codec import decode_payload, digest
from sync.wire.envelope import Kind
from sync.wire.rooms import RoomReply, RoomRequest, Said

_WINDOW = 256
"""Blobs asked for at once: some megabytes."""
_ROUNDS = 1_000
_AGAIN_S = 60.0


@dataclass(frozen=True)
class Met:
    """What came of a meeting with the office."""

    brought: int
    """Acts that it has now."""
    left: int
    """That it could not take: their laptops will bring them."""
    forked: int
    """Motions of which it has another log."""
    packets: int
    ready: bool
    """The office's administrator has signed this room hub: it can serve."""


class OfficeLine:
    """Of one room hub, for as long as its program runs. One thread at a time."""

    def __init__(self, hub: Hub, adapter: BaseAdapter | None = None) -> None:
        with hub.database.read() as connection:
            office = connection.execute(select(tables.office)).one()
        self._hub = hub
        self._layout = hub.layout
        self._transport = Transport(office.address, hub.layout.ca.read_text("ascii"), adapter=adapter)
        self._up: int | None = None
        self._again: float | None = None
        self._told: dict[str, Digest] = {}
        """How motions stand at the office, as far as this program has told it."""
        self._heard = 0
        """Of laptops heard of up to then it has told."""

    def close(self) -> None:
        """Hang up."""
        self._transport.wires.hang_up()
        self._transport.close()

    def meet(self) -> Met:
        """Everything up and down. Raises ``SohopError`` of the line, of the office's, or of the disk.

        A cut costs the message under way; all of it can be said again.
        """
        met = Met(0, 0, 0, 0, ready=self._layout.tls.exists())
        if self._again is not None and monotonic() >= self._again:  # what was left may fit by now
            self._up = self._again = None
        given: set[Digest] = set()
        for _ in range(_ROUNDS):
            asked = ask(self._hub, self._up, frozenset(self._told.values()), self._heard)
            self._upload(asked.request.acts)
            reply = self._round(asked.request)
            packets = self._fetch([each.manifest.payload for each in reply.packets])
            self._fetch(list(self._submitted(reply.acts)))
            take(self._hub, asked, reply)
            self._certificate(reply)
            self._up, self._heard = asked.up, asked.heard
            self._note(asked, reply)
            met = Met(
                met.brought + len(asked.request.acts) - len(reply.left),
                met.left + len(reply.left),
                len(reply.forked),
                met.packets + packets,
                ready=self._layout.tls.exists(),
            )
            # A version of which the room has a later one is given every time, and changes nothing.
            fresh = {each.manifest.digest for each in reply.packets} - given
            given |= fresh
            if not reply.more and not fresh and not asked.request.acts:
                return met
        raise SohopError(Code.HUB_BROKEN)  # it goes on saying that there is more

    def _note(self, asked: Asked, reply: RoomReply) -> None:
        left = {each.event for each in reply.left}
        if left:
            self._again = monotonic() + _AGAIN_S
        self._told |= {
            log.motion: log_digest(log) for log in asked.request.motions if log.open_act not in left
        }

    def _round(self, request: RoomRequest) -> RoomReply:
        """With a token; with a new one if that has expired."""
        if not self._transport.access.token:
            self._sign_in()
        try:
            return self._transport.call("/v1/room", request, RoomReply)
        except SohopError as error:
            if error.code is not Code.TOKEN_EXPIRED:
                raise
        self._sign_in()
        return self._transport.call("/v1/room", request, RoomReply)

    def _sign_in(self) -> None:
        recorder = self._hub.recorder
        self._transport.authenticate(recorder.tenant, recorder.hub, recorder.key.sign)

    def _certificate(self, reply: RoomReply) -> None:
        """Put the certificate that the office's CA has signed beside the key that it is for."""
        if reply.facts is None or not reply.facts.certificate:
            return
        pair = reply.facts.certificate + key_pem(self._hub.recorder.key)
        if not self._layout.tls.exists() or self._layout.tls.read_bytes() != pair:
            replace(self._layout.tls, pair, private=True)

    # --- blobs

    def _upload(self, acts: Sequence[Said]) -> None:
        """What packets submitted in the room consist of goes before the act that submits them."""
        for said in acts:
            if said.envelope.kind is not Kind.EVENT:
                continue
            body = event_of(said).body
            if isinstance(body, SubmitPacket):
                self._bring(body.manifest)

    def _bring(self, manifest: Digest) -> None:
        try:
            view = self._hub.packets.open(manifest)
        except SohopError:
            return  # it was refused here: the office will say the same
        blobs = self._hub.blobs
        Uploader(self._transport, self._sign_in).upload(
            [(name, partial(blobs.get, name)) for name in view.blobs]
        )

    def _submitted(self, acts: Sequence[Said]) -> Iterator[bytes]:
        """The manifests of packets that are on the office's desk."""
        for said in acts:
            body = event_of(said).body if said.envelope.kind is Kind.EVENT else None
            if isinstance(body, SubmitPacket):
                self._get([body.manifest])
                yield self._hub.blobs.get(body.manifest)

    def _fetch(self, manifests: Sequence[bytes]) -> int:
        """All that these packets consist of and that is not here. Gives how many packets."""
        blobs = self._hub.blobs
        for payload in manifests:
            blobs.put([payload])
            manifest = decode_payload(payload, Manifest)
            self._get(manifest.items)
            items = [decode_payload(blobs.get(name), AgendaItem) for name in manifest.items]
            self._get([c.digest for item in items for each in item.documents for c in each.chunks])
        return len(manifests)

    def _get(self, names: Sequence[Digest]) -> None:
        missing = self._hub.blobs.missing(dict.fromkeys(names))
        for at in range(0, len(missing), _WINDOW):
            wanted = missing[at : at + _WINDOW]
            data = [piece for piece in self._transport.blobs(wanted) if digest(piece) in set(wanted)]
            self._hub.blobs.put(data)
            if len(data) < len(wanted):
                raise SohopError(Code.PACKET_INCOMPLETE)
