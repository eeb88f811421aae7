"""A laptop reduced to the protocol: enrols, signs events in a chain, exchanges. For tests of the hub."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.errors import SohopError
from sync.model.events import OFFICE, Body, Event
from sync.model.ids import DeviceId, Digest, EventId, MeetingId, TenantId
from sync.trust.receipts import read_receipt
from sync.wire import invitation as invitations
from sync.wire.chunks import FrameReader, joined
from sync.wire.codec import decode_payload, encode_payload, pack, unpack
from sync.wire.envelope import Envelope, Kind, Signature, seal, sign
from sync.wire.invitation import Invitation
from sync.wire.messages import (
    Blobs,
    Challenge,
    ChallengeRequest,
    ChunksRequest,
    Delivered,
    EnrolHello,
    EnrolProof,
    EnrolReply,
    EnrolRequest,
    ExchangeReply,
    ExchangeRequest,
    LiveRequest,
    Outcome,
    Part,
    Receipt,
    Refusal,
    Retry,
    Stored,
    Token,
    TokenRequest,
    auth_bytes,
)
from sync.wire.statements import HUB, DeviceCert, Roster

T = TypeVar("T")


def acts_in(reply: ExchangeReply) -> tuple[Delivered, ...]:
    """Without the certificates of the person's own laptops."""
    return tuple(each for each in reply.events if each.envelope.kind is not Kind.DEVICE)


class Line:
    """One kept-alive connection to a hub. Errors of the world come back as ``SohopError``."""

    def __init__(self, url: str, ca_path: Path) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.verify = str(ca_path)

    def post(self, path: str, body: bytes, token: str = "") -> bytes:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        response = self.session.post(self.url + path, data=body, headers=headers, timeout=30)
        assert response.headers["Sohop-Protocol"] == "1"
        if response.status_code >= 400:
            refusal = unpack(response.content, Refusal)
            raise SohopError(refusal.code, **refusal.fields)
        return response.content

    def ask(self, path: str, message: object, kind: type[T], token: str = "") -> T:
        return unpack(self.post(path, pack(message), token), kind)

    def hello(self, secret: str, nonce: bytes) -> EnrolProof:
        message = EnrolHello(lookup=invitations.lookup(secret), nonce=nonce)
        return self.ask("/v1/enrol/hello", message, EnrolProof)

    def close(self) -> None:
        self.session.close()


class Ear:
    """A live stream, read byte by byte. It waits for as long as the line does."""

    def __init__(self, line: Line, token: str, state: bytes) -> None:
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = line.session.verify
        self._response = self._session.post(
            f"{line.url}/v1/live",
            data=pack(LiveRequest(state=state)),
            headers={"Authorization": f"Bearer {token}"},
            timeout=30,
            stream=True,
        )
        self._response.raise_for_status()
        self._bytes = self._response.iter_content(1)

    def next(self) -> bytes:
        """The next byte; nothing when the stream has ended as it should."""
        return next(self._bytes, b"")

    def rest(self) -> bytes:
        """All until the end."""
        return b"".join(self._bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._response.close()
        self._session.close()


class Laptop:
    """An enrolled device with its keys, its chain and what it has received."""

    def __init__(self, line: Line, tenant: TenantId, key: Ed25519PrivateKey, enrolled: EnrolReply) -> None:
        self.line = line
        self.tenant = tenant
        self.key = key
        self.enrolled = enrolled
        self.cert: DeviceCert = enrolled.cert
        self.token = ""
        self.hub = HUB
        self.seq = 0
        self.head = ""
        self.box_seed = box_seed_of(key)
        self.forget()

    @classmethod
    def enrol(cls, url: str, ca_path: Path, invitation: Invitation) -> Self:
        """Enrol with a code, checking the hub's proof first."""
        line = Line(url, ca_path)
        nonce = secrets.token_bytes(32)
        proof = line.hello(invitation.secret, nonce)
        assert invitations.same(proof.mac, proof_mac(invitation.secret, proof, nonce))
        key = Ed25519PrivateKey.generate()
        request = enrol_request(invitation.secret, proof.nonce, key)
        return cls(line, TenantId(proof.tenant), key, line.ask("/v1/enrol", request, EnrolReply))

    def sign_in(self) -> None:
        """Obtain a token."""
        device = self.cert.device
        challenge = self.line.ask("/v1/challenge", ChallengeRequest(device=device), Challenge)
        signature = self.key.sign(auth_bytes(self.tenant, self.hub, device, challenge.nonce))
        request = TokenRequest(device=device, nonce=challenge.nonce, signature=signature)
        self.token = self.line.ask("/v1/token", request, Token).token

    def event(self, meeting: MeetingId, body: Body, recorder: DeviceId = OFFICE) -> Envelope:
        """The next event of this device's chain."""
        self.seq += 1
        envelope = self.event_at(meeting, body, self.seq, self.head, recorder)
        self.head, self.last = envelope.digest, envelope
        return envelope

    def event_at(
        self, meeting: MeetingId, body: Body, seq: int, prev: str, recorder: DeviceId = OFFICE
    ) -> Envelope:
        """An event at any place of the chain."""
        event = Event(
            tenant=self.tenant,
            meeting=meeting,
            person=self.cert.person,
            device=self.cert.device,
            seq=seq,
            prev=prev,
            at=datetime.now(UTC),
            recorder=recorder,
            body=body,
        )
        return seal(Kind.EVENT, self.tenant, encode_payload(event), self.cert.device, self.key)

    def forget(self) -> None:
        """As if nothing had been heard yet."""
        self.epoch = 0
        self.cursor = 0
        self.state = b""
        self.root = 1
        self.roster = 0
        self.again: tuple[int, ...] = ()

    def request(self, *events: Envelope) -> ExchangeRequest:
        """What this laptop would ask now."""
        return ExchangeRequest(
            epoch=self.epoch,
            state=self.state,
            cursor=self.cursor,
            root=self.root,
            roster=self.roster,
            head=self.seq,
            again=self.again,
            events=events,
        )

    def exchange(self, *events: Envelope) -> ExchangeReply:
        """One exchange, following the cursor."""
        if not self.token:
            self.sign_in()
        reply = self.line.ask("/v1/exchange", self.request(*events), ExchangeReply, self.token)
        self.heard(reply)
        return reply

    def heard(self, reply: ExchangeReply) -> None:
        """Follow the cursor."""
        self.state, self.cursor = reply.state, reply.cursor
        self.epoch = reply.epoch or self.epoch
        self.root += len(reply.roots)
        if reply.roster is not None:
            self.roster = decode_payload(reply.roster.payload, Roster).number

    def exchange_all(self) -> list[ExchangeReply]:
        """Exchanges until the hub says that there is no more."""
        replies = [self.exchange()]
        while replies[-1].more:
            replies.append(self.exchange())
        return replies

    def listen(self) -> Ear:
        """Listen for changes, on a line of its own."""
        if not self.token:
            self.sign_in()
        return Ear(self.line, self.token, self.state)

    def act(self, meeting: MeetingId, body: Body) -> Receipt:
        """Do one thing and return its receipt. Fails when the hub asks to try again."""
        envelope = self.event(meeting, body)
        reply = self.exchange(envelope)
        assert not reply.retries, reply.retries
        return receipt_of(reply.outcomes, envelope.event_id)

    def sign_manifest(self, payload: bytes) -> bytes:
        """This device's signature on a manifest."""
        return self.manifest_signature(payload).value

    def manifest_signature(self, payload: bytes) -> Signature:
        """The same with the signer."""
        return sign(Kind.MANIFEST, self.tenant, payload, self.cert.device, self.key)

    def missing(self, digests: Iterable[Digest]) -> tuple[Digest, ...]:
        asked = Blobs(digests=tuple(bytes.fromhex(each) for each in digests))
        answer = self.line.ask("/v1/missing", asked, Blobs, self.token)
        return tuple(Digest(each.hex()) for each in answer.digests)

    def upload(self, blobs: Sequence[bytes]) -> int:
        return unpack(self.line.post("/v1/upload", joined(blobs), self.token), Stored).count

    def chunks(self, manifest: Digest, document: str, first: int = 0, count: int = 1000) -> list[bytes]:
        part = Part(manifest=manifest, document=document, first=first, count=count)
        return list(FrameReader().feed(self.stream(part)))

    def stream(self, *parts: Part, skip: int = 0) -> bytes:
        """A download as it travels."""
        return self.line.post("/v1/chunks", pack(ChunksRequest(parts=parts, skip=skip)), self.token)

    def close(self) -> None:
        self.line.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def box_seed_of(key: Ed25519PrivateKey) -> bytes:
    """The laptop's other private key: it follows from the one that signs, so that there is one to keep."""
    return hashlib.sha256(b"box" + key.private_bytes_raw()).digest()


def enrol_request(secret: str, hub_nonce: bytes, key: Ed25519PrivateKey) -> EnrolRequest:
    """What a laptop sends once the hub has proved itself."""
    sign_key = key.public_key().public_bytes_raw()
    box = X25519PrivateKey.from_private_bytes(box_seed_of(key))
    box_key = box.public_key().public_bytes_raw()
    return EnrolRequest(
        lookup=invitations.lookup(secret),
        nonce=hub_nonce,
        sign_key=sign_key,
        box_key=box_key,
        device_name="Máy thử",
        mac=invitations.device_mac(secret, sign_key, box_key, hub_nonce),
    )


def proof_mac(secret: str, proof: EnrolProof, nonce: bytes) -> bytes:
    """The MAC that an honest hub shows."""
    return invitations.hub_mac(
        secret,
        tenant=proof.tenant,
        certificate=proof.certificate,
        ca=proof.ca,
        root_key=proof.root_key,
        root_number=proof.root_number,
        client_nonce=nonce,
        hub_nonce=proof.nonce,
    )


def receipt_of(outcomes: Iterable[Outcome], event: EventId) -> Receipt:
    """The receipt of one event among outcomes."""
    return read_receipt(next(o.receipt for o in outcomes if o.event == event), event)


def retry_codes(retries: Iterable[Retry]) -> list[str]:
    """Why events were not settled."""
    return [retry.code.value for retry in retries]
