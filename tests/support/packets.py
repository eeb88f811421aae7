"""An office made by hand: its keys, rosters, packets, ballots and logs, signed without any hub.

office = PaperOffice()
packet = office.packet(office.manifest(version=1))
vault = office.vault(tmp_path, office.lan)
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from msgspec.structs import replace
from support.moulds import mould_of

from reader.core.book import Book
from reader.store.identity import Identity
from reader.store.vault import Vault
from sync.errors import Code, SohopError
from sync.model.events import MOTION_ACTS, OFFICE, Body, CastBallot, CloseMotion, Closing, Event, OpenMotion
from sync.model.ids import (
    DeviceId,
    Digest,
    DocumentId,
    EventId,
    ItemId,
    MeetingId,
    MotionId,
    PersonId,
    TenantId,
)
from sync.model.meeting import AgendaItem, Document, Manifest, Meeting
from sync.model.motion import Attached, Choice, Motion, Window
from sync.model.people import Role, RollEntry
from sync.model.rules import Base, MotionKind, Rule, Secrecy, Threshold, Timing
from sync.wire.chunks import pieces
from sync.wire.codec import digest, encode_payload
from sync.wire.desk import ClosedMotion
from sync.wire.digests import motion_digest
from sync.wire.envelope import Envelope, Kind, seal, sign
from sync.wire.log import inclusion_proof, leaf_hash, tree_root
from sync.wire.messages import LogReceipt, Outcome, Packet, Receipt
from sync.wire.statements import (
    HUB,
    ROOT,
    CertStatement,
    DeviceCert,
    Freshness,
    Head,
    Leaf,
    NewRoot,
    Retired,
    Roster,
    Version,
)

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
PASSPHRASE = "một câu đủ dài"
MEETING = MeetingId("m-1")
MOTION = MotionId("v-1")
DOCUMENT = DocumentId("doc-1")

BOX_SEED = b"b" * 32
BOX_KEY = X25519PrivateKey.from_private_bytes(BOX_SEED).public_key().public_bytes_raw()

RULE = Rule(
    id="resolution",
    version=1,
    kind=MotionKind.RESOLUTION,
    title="Biểu quyết thông qua nghị quyết",
    title_en="Vote on a resolution",
    article="Điều 91",
    base=Base.TOTAL,
    threshold=Threshold(num=1, den=2),
    choices=("Tán thành", "Không tán thành", "Không biểu quyết"),
    timings=(Timing.STRICT, Timing.SEALED_UNTIL),
    secrecies=(Secrecy.OPEN, Secrecy.SECRET),
)


def a_key(name: str) -> Ed25519PrivateKey:
    """The same key for the same name, every time."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(name.encode()).digest())


@dataclass(frozen=True)
class Member:
    """A person with one device."""

    cert: DeviceCert
    key: Ed25519PrivateKey

    @property
    def person(self) -> PersonId:
        return self.cert.person

    @property
    def device(self) -> DeviceId:
        return self.cert.device


def a_member(name: str, *roles: Role, person: str = "", device: str = "") -> Member:
    """``p-name`` with device ``d-name`` unless told otherwise."""
    key = a_key(device or f"d-{name}")
    cert = DeviceCert(
        device=DeviceId(device or f"d-{name}"),
        person=PersonId(person or f"p-{name}"),
        name=name.title(),
        roles=roles,
        sign_key=key.public_key().public_bytes_raw(),
        box_key=BOX_KEY,
    )
    return Member(cert, key)


@dataclass
class PaperOffice:
    """Everything that a root, a hub and people sign, made on demand and the same every time."""

    tenant: TenantId = field(default=TenantId("t-1"))
    name: str = "HĐND xã Suối Lam"
    recorder: DeviceId = OFFICE
    """Of its motion: the office's hub, or ``room``."""

    def __post_init__(self) -> None:
        self.root = a_key(f"root of {self.tenant}")
        self.online = a_key(f"hub of {self.tenant}")
        self.thu = a_member("thu", Role.SECRETARY)
        self.duyet = a_member("duyet", Role.APPROVER)
        self.chu = a_member("chu", Role.CHAIR)
        self.kiem = a_member("kiem", Role.TELLER)
        self.lan = a_member("lan", Role.DELEGATE)
        self.minh = a_member("minh", Role.DELEGATE)
        self.son = a_member("son", Role.DELEGATE)
        self.room = a_member("room", Role.ROOM_HUB)
        self.delegates = (self.lan, self.minh, self.son)
        self.desk = (self.thu, self.duyet, self.chu)

    # --- statements

    @property
    def root_key(self) -> bytes:
        return self.root.public_key().public_bytes_raw()

    def new_root(self, number: int, old: Ed25519PrivateKey, new: Ed25519PrivateKey) -> Envelope:
        """A root signed by the one before it and by itself."""
        value = NewRoot(
            tenant=self.tenant, number=number, root_key=new.public_key().public_bytes_raw(), issued=NOON
        )
        payload = encode_payload(value)
        return Envelope(
            Kind.ROOT,
            payload,
            tuple(sign(Kind.ROOT, self.tenant, payload, ROOT, key) for key in (old, new)),
        )

    def roster(
        self,
        number: int = 1,
        office: Sequence[Member] | None = None,
        retired: Sequence[Retired] = (),
        epoch: int = 1,
    ) -> Roster:
        members = self.desk if office is None else office
        return Roster(
            tenant=self.tenant,
            name=self.name,
            number=number,
            epoch=epoch,
            issued=NOON,
            online_key=self.online.public_key().public_bytes_raw(),
            box_key=BOX_KEY,
            office=tuple(member.cert for member in members),
            retired=tuple(retired),
        )

    def by_root(self, roster: Roster) -> Envelope:
        return seal(Kind.ROSTER, self.tenant, encode_payload(roster), ROOT, self.root)

    def by_hub(self, kind: Kind, value: object) -> Envelope:
        return seal(kind, self.tenant, encode_payload(value), HUB, self.online)

    def by_recorder(self, kind: Kind, value: object) -> Envelope:
        """Signed by whoever records."""
        if not self.recorder:
            return self.by_hub(kind, value)
        return seal(kind, self.tenant, encode_payload(value), self.room.device, self.room.key)

    def cert(self, member: Member) -> Envelope:
        return self.by_hub(Kind.DEVICE, CertStatement(tenant=self.tenant, cert=member.cert, issued=NOON))

    def freshness(
        self,
        *versions: Manifest,
        roster: int = 1,
        hours: float = 0,
        epoch: int = 1,
        revoked: Sequence[Member] = (),
    ) -> Freshness:
        return Freshness(
            tenant=self.tenant,
            epoch=epoch,
            revoked=tuple(member.device for member in revoked),
            time=NOON + timedelta(hours=hours),
            roster=roster,
            manifests=tuple(
                Version(meeting=m.meeting.id, version=m.version, manifest=digest(encode_payload(m)))
                for m in versions
            ),
        )

    # --- packets

    def document(self, data: bytes, name: str = DOCUMENT, title: str = "Tờ trình 12/TTr-UBND") -> Document:
        return Document(
            id=DocumentId(name),
            name=title,
            pages=3,
            size=len(data),
            sha256=digest(data),
            chunks=tuple(chunk for chunk, _ in pieces(data)),
        )

    def item(self, *documents: Document, number: int = 1, access: Iterable[Member] = ()) -> AgendaItem:
        return AgendaItem(
            salt=f"{number:032x}",
            id=ItemId(f"i-{number}"),
            number=str(number),
            title=f"Mục {number}",
            documents=documents,
            access=tuple(member.person for member in access),
        )

    def motion(
        self,
        *,
        timing: Timing = Timing.STRICT,
        opens: datetime | None = None,
        until: datetime | None = None,
        grace_s: int = 0,
        secrecy: Secrecy = Secrecy.OPEN,
        rule: Rule = RULE,
        question: str = "Thông qua Nghị quyết về dự toán năm 2027?",
        max_choices: int = 1,
        ask_passphrase: bool = False,
        documents: tuple[Attached, ...] = (),
        name: str = MOTION,
    ) -> Motion:
        return Motion(
            id=MotionId(name),
            item=ItemId("i-1"),
            title="Dự toán năm 2027",
            question=question,
            documents=documents,
            choices=tuple(
                Choice(id=f"c{n}", label=label, free_text=n == 3) for n, label in enumerate(rule.choices, 1)
            ),
            max_choices=max_choices,
            rule=rule,
            window=Window(timing=timing, opens=opens, until=until, grace_s=grace_s),
            secrecy=secrecy,
            ask_passphrase=ask_passphrase,
        )

    def manifest(
        self,
        *items: AgendaItem,
        version: int = 1,
        motions: tuple[Motion, ...] | None = None,
        starts: datetime = NOON,
        meeting: str = MEETING,
        roll: Sequence[Member] | None = None,
        lease: datetime | None = None,
        change: str = "",
        after: Manifest | None = None,
    ) -> Manifest:
        """``after`` makes it the next version; else a later version follows some manifest nobody has."""
        voters = self.delegates if roll is None else roll
        if after is not None:
            version, previous = after.version + 1, digest(encode_payload(after))
        else:
            previous = Digest("") if version == 1 else digest(f"{meeting} {version - 1}".encode())
        return Manifest(
            tenant=self.tenant,
            meeting=Meeting(
                id=MeetingId(meeting),
                title="Kỳ họp thứ năm",
                short="Kỳ họp 5",
                starts=starts,
                ends=starts + timedelta(hours=4),
            ),
            version=version,
            previous=previous,
            change=change,
            made=NOON,
            lease=lease or datetime.now(UTC) + timedelta(days=90),
            items=tuple(digest(encode_payload(item)) for item in items),
            motions=(self.motion(),) if motions is None else motions,
            roll=tuple(RollEntry(person=m.person, name=m.cert.name) for m in voters),
            readers=tuple(m.person for m in self.delegates),
        )

    def signed(self, manifest: Manifest, *signers: Member) -> Envelope:
        """By the secretary and the approver unless told otherwise."""
        payload = encode_payload(manifest)
        who = signers or (self.thu, self.duyet)
        return Envelope(
            Kind.MANIFEST,
            payload,
            tuple(sign(Kind.MANIFEST, self.tenant, payload, m.device, m.key) for m in who),
        )

    def packet(self, manifest: Manifest, *items: AgendaItem, published: bool = True, seq: int = 1) -> Packet:
        return Packet(
            seq=seq,
            manifest=self.signed(manifest),
            descriptors=tuple(encode_payload(item) for item in items),
            published=published,
        )

    # --- acts

    def event(
        self, member: Member, body: Body, seq: int = 1, prev: str = "", meeting: str = MEETING
    ) -> Envelope:
        value = Event(
            tenant=self.tenant,
            meeting=MeetingId(meeting),
            person=member.person,
            device=member.device,
            seq=seq,
            prev=prev,
            at=NOON,
            recorder=self.recorder if isinstance(body, MOTION_ACTS) else OFFICE,
            body=body,
        )
        return seal(Kind.EVENT, self.tenant, encode_payload(value), member.device, member.key)

    def ballot(self, member: Member, manifest: Manifest, choice: str = "c1", seq: int = 1) -> Envelope:
        motion = manifest.motions[0]
        body = CastBallot(
            motion=motion.id,
            motion_digest=motion_digest(manifest, motion),
            choices=(choice,),
            ballot_seq=seq,
            nonce="0" * 32,
        )
        return self.event(member, body, seq=seq)

    # --- the recorder's log

    def leaves(self, *ballots: tuple[Member, Envelope]) -> list[bytes]:
        return [
            encode_payload(
                Leaf(ballot=envelope.digest, person=member.person, device=member.device, recorded=NOON)
            )
            for member, envelope in ballots
        ]

    def head(self, leaves: Sequence[bytes], motion: str = MOTION) -> Envelope:
        root = tree_root([leaf_hash(leaf) for leaf in leaves])
        value = Head(
            tenant=self.tenant,
            motion=MotionId(motion),
            size=len(leaves),
            root=Digest(root.hex()),
            time=NOON,
        )
        return self.by_recorder(Kind.HEAD, value)

    def receipt(self, event: EventId, leaves: Sequence[bytes], index: int, motion: str = MOTION) -> Receipt:
        hashes = [leaf_hash(leaf) for leaf in leaves]
        log = LogReceipt(
            leaf=leaves[index],
            index=index,
            head=self.head(leaves, motion),
            proof=tuple(inclusion_proof(hashes, index)),
        )
        return Receipt(event=event, accepted=True, recorded=NOON, log=log)

    def outcome(self, receipt: Receipt) -> Outcome:
        return Outcome(event=receipt.event, receipt=encode_payload(receipt))

    def closing(self, manifest: Manifest, leaves: Sequence[bytes], **changes: object) -> Closing:
        motion = manifest.motions[0]
        value = Closing(
            tenant=self.tenant,
            meeting=manifest.meeting.id,
            motion=motion.id,
            motion_digest=motion_digest(manifest, motion),
            opened=NOON,
            closed=NOON + timedelta(minutes=5),
            closed_by=self.chu.person,
            manifest=digest(encode_payload(manifest)),
            epoch=1,
            roster=1,
            opening=self.opening(manifest).event_id,
            act=self.ending(manifest).event_id,
            size=len(leaves),
            root=Digest(tree_root([leaf_hash(leaf) for leaf in leaves]).hex()),
            present=tuple(entry.person for entry in manifest.roll),
            counts=(("c1", len(leaves)), ("c2", 0), ("c3", 0)),
            not_voted=len(manifest.roll) - len(leaves),
        )
        return msgspec.structs.replace(value, **changes)

    def opening(self, manifest: Manifest) -> Envelope:
        """The chair opens the first motion; everybody on the roll is there."""
        motion = manifest.motions[0]
        body = OpenMotion(
            motion=motion.id,
            motion_digest=motion_digest(manifest, motion),
            present=tuple(entry.person for entry in manifest.roll),
        )
        return self.event(self.chu, body, meeting=manifest.meeting.id)

    def ending(self, manifest: Manifest) -> Envelope:
        """The chair closes it."""
        body = CloseMotion(motion=manifest.motions[0].id)
        return self.event(
            self.chu, body, seq=2, prev=self.opening(manifest).digest, meeting=manifest.meeting.id
        )

    def closed(self, manifest: Manifest, *ballots: tuple[Member, Envelope]) -> ClosedMotion:
        leaves = self.leaves(*ballots)
        return ClosedMotion(
            meeting=manifest.meeting.id,
            motion=manifest.motions[0].id,
            closing=self.by_recorder(Kind.CLOSING, self.closing(manifest, leaves)),
            head=self.head(leaves),
            ballots=tuple((ballot, leaf) for (_, ballot), leaf in zip(ballots, leaves, strict=True)),
        )

    # --- laptops

    def identity(self, member: Member, **changes: Any) -> Identity:
        """What a laptop of this member knows of itself and the office, with `changes`."""
        made = Identity(
            tenant=self.tenant,
            tenant_name=self.name,
            hub="http://127.0.0.1:9",
            ca="",
            root_key=self.root_key,
            root_number=1,
            person=member.person,
            person_name=member.cert.name,
            device=member.device,
            roles=member.cert.roles,
            sign_seed=member.key.private_bytes_raw(),
            box_seed=BOX_SEED,
            note_key=hashlib.sha256(member.person.encode()).digest(),
            cert=member.cert,
        )
        return replace(made, **changes)

    def vault(self, profile: Path, member: Member, *, roster: bool = True) -> Vault:
        """A new vault of this member. With ``roster`` it has heard of the office and its delegates."""
        vault = mould_of(self.identity(member), PASSPHRASE).cast(profile)
        if roster:
            vault.trust.put_roster(self.by_root(self.roster()))
            for delegate in self.delegates:
                vault.trust.put_cert(self.cert(delegate))
        return vault

    def book(self, profile: Path, member: Member) -> Book:
        """An opened book."""
        return Book(self.vault(profile, member))

    def deliver(self, vault: Vault, manifest: Manifest, *items: AgendaItem, published: bool = True) -> None:
        """A packet arrives."""
        vault.packets.put(self.packet(manifest, *items, published=published), manifest, items)


def code_of(act: Callable[[], object]) -> Code | None:
    """The code of the refusal that this ends in, None when it does not."""
    try:
        act()
    except SohopError as error:
        return error.code
    return None
