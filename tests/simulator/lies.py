"""What a hostile hub can say with its online key, and what it may repeat of what it said before."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace
from simulator.laptop import Laptop
from simulator.office import SEALED, STRICT, Scene

from sync.model.events import CastBallot, Closing, Event, RecallPacket
from sync.model.ids import DeviceId, Digest, EventId, MeetingId, TenantId
from sync.model.meeting import Manifest
from sync.model.people import Role
from sync.wire.codec import decode_payload, encode_payload, pack, unpack
from sync.wire.envelope import Envelope, Kind, seal, sign
from sync.wire.messages import Delivered, ExchangeReply, Outcome, Packet, Receipt
from sync.wire.statements import HUB, CertStatement, DeviceCert, Freshness


@dataclass
class Liar:
    """A hub that lies to one laptop for one round."""

    scene: Scene
    laptop: Laptop
    lie: str
    dice: random.Random
    told: bool = False
    """It said something that is not so."""
    lasts: bool = False
    """Something was kept back that an honest hub does not say again by itself: a new epoch heals it."""
    older: list[ExchangeReply] = field(default_factory=list)
    others: list[ExchangeReply] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name, body in self.scene.heard:
            mine = name == self.laptop.name
            (self.older if mine else self.others).append(unpack(body, ExchangeReply))

    def __call__(self, path: str, body: bytes) -> bytes:
        """The answer as the laptop gets it."""
        if path != "/v1/exchange":
            return body
        honest = unpack(body, ExchangeReply)
        told = LIES[self.lie](self, honest)
        if told == honest:
            return body
        self.told = True
        self.lasts = self.lasts or _keeps_back(honest, told)
        return pack(told)

    @property
    def tenant(self) -> TenantId:
        return self.scene.mould.tenant

    @property
    def meeting(self) -> MeetingId:
        return self.scene.meeting

    def by_hub(self, kind: Kind, value: object) -> Envelope:
        """Signed with the stolen online key."""
        return seal(kind, self.tenant, encode_payload(value), HUB, self.scene.hub.hub.recorder.key)

    def place(self, reply: ExchangeReply) -> int:
        """Some place that the laptop has not passed by more than one."""
        return max(1, reply.cursor)

    def recall(self, device: DeviceId, key: Ed25519PrivateKey) -> Envelope:
        """The desk's recall, signed by whoever can."""
        thu = self.scene.thu.book.identity
        event = Event(
            tenant=self.tenant,
            meeting=self.meeting,
            person=thu.person,
            device=device,
            seq=1 + self.dice.randrange(1_000),
            at=self.scene.clock.now(),
            body=RecallPacket(version=9, reason="nhầm"),
        )
        return seal(Kind.EVENT, self.tenant, encode_payload(event), device, key)


def _keeps_back(honest: ExchangeReply, told: ExchangeReply) -> bool:
    def places(reply: ExchangeReply) -> set[int]:
        return {entry.seq for entry in (*reply.events, *reply.packets)}

    lost = places(honest) - places(told)
    moved = told.cursor > honest.cursor or (told.epoch, told.chain) != (honest.epoch, honest.chain)
    return moved or any(place <= told.cursor for place in lost) or len(told.closed) < len(honest.closed)


# --- what it said before


def replay(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Rollback and freeze: an earlier answer again."""
    return liar.dice.choice(liar.older) if liar.older else honest


def mistake(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """What was meant for another laptop."""
    return liar.dice.choice(liar.others) if liar.others else honest


def old_freshness(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Mix and match: today's news under an earlier word of what is newest."""
    found = [each.freshness for each in (*liar.older, *liar.others) if each.freshness is not None]
    return replace(honest, freshness=liar.dice.choice(found)) if found else honest


def old_roster(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Mix and match: an earlier roster."""
    found = [each.roster for each in liar.older if each.roster is not None]
    return replace(honest, roster=liar.dice.choice(found)) if found else honest


def old_things(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Mix and match: events and packets of earlier answers, also of other laptops', among today's."""
    events: list[Delivered] = list(honest.events)
    packets: list[Packet] = list(honest.packets)
    for each in liar.dice.sample([*liar.older, *liar.others], min(4, len(liar.older))):
        events += each.events[:10]
        packets += each.packets[:2]
    return replace(honest, events=tuple(events[:400]), packets=tuple(packets))


def old_outcomes(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Receipts of other acts than were sent."""
    found = [each for reply in (*liar.older, *liar.others) for each in reply.outcomes]
    return replace(honest, outcomes=(*honest.outcomes, *found[:5]))


# --- what it keeps back


def drop_event(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """One event less."""
    return replace(honest, events=_less_one(liar.dice, honest.events))


def drop_packet(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """One packet less: frozen at an old version."""
    return replace(honest, packets=_less_one(liar.dice, honest.packets))


def drop_outcome(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """One receipt less."""
    return replace(honest, outcomes=_less_one(liar.dice, honest.outcomes))


def drop_descriptors(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Packets without what stands in them."""
    liar.lasts = liar.lasts or bool(honest.packets)
    return replace(honest, packets=tuple(replace(each, descriptors=()) for each in honest.packets))


def shuffle(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Another order, and things twice."""
    events = [*honest.events, *honest.events[:3]]
    packets = [*honest.packets, *honest.packets[:1]]
    liar.dice.shuffle(events)
    liar.dice.shuffle(packets)
    return replace(honest, events=tuple(events[:500]), packets=tuple(packets))


# --- what it makes up


def fast_forward(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """A version that is not there yet."""
    known = liar.laptop.vault.trust.read_freshness()
    if known is None or not known.manifests or honest.more:
        return honest
    ahead = tuple(replace(each, version=each.version + 99, manifest="0" * 64) for each in known.manifests)
    liar.lasts = True
    return replace(honest, freshness=liar.by_hub(Kind.FRESHNESS, _later(known, manifests=ahead)))


def far_time(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Ten years on."""
    known = liar.laptop.vault.trust.read_freshness()
    if known is None:
        return honest
    liar.lasts = True
    later = _later(known, time=liar.scene.clock.now() + timedelta(days=3_650))
    return replace(honest, freshness=liar.by_hub(Kind.FRESHNESS, later))


def fork(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Another manifest of the newest version, or of the next, with the secretary's signature alone."""
    made = liar.scene.newest()
    if made is None:
        return honest
    version = made.manifest.version + liar.dice.randrange(2)
    manifest: Manifest = replace(made.manifest, version=version, change="khác", motions=())
    payload = encode_payload(manifest)
    thu = liar.scene.thu.book
    key = Ed25519PrivateKey.from_private_bytes(thu.identity.sign_seed)
    one = sign(Kind.MANIFEST, liar.tenant, payload, thu.identity.device, key)
    hub = sign(Kind.MANIFEST, liar.tenant, payload, HUB, liar.scene.hub.hub.recorder.key)
    signed = Envelope(Kind.MANIFEST, payload, (one, hub, one))
    false = Packet(seq=liar.place(honest), manifest=signed, descriptors=())
    return replace(honest, packets=(*honest.packets, false))


def altered_ballot(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Another choice under the voter's signature."""
    events = tuple(replace(each, envelope=_altered(each.envelope)) for each in honest.events)
    closed = tuple(
        replace(each, ballots=tuple((_altered(ballot), leaf) for ballot, leaf in each.ballots))
        for each in honest.closed
    )
    return replace(honest, events=events, closed=closed)


def hub_recalls(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """A recall in the secretary's name, signed by the hub."""
    key = liar.scene.hub.hub.recorder.key
    device = liar.dice.choice([HUB, DeviceId(liar.scene.thu.book.identity.device)])
    false = Delivered(liar.place(honest), liar.scene.clock.now(), liar.recall(device, key))
    return replace(honest, events=(*honest.events, false))


def false_office(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """A certificate that makes a device of the hub's own the secretary's, and a recall from there."""
    key = Ed25519PrivateKey.from_private_bytes(liar.dice.randbytes(32))
    device = DeviceId("d-cua-hub")
    thu = liar.scene.thu.book.identity
    cert = DeviceCert(
        device=device,
        person=thu.person,
        name=thu.person_name,
        roles=(liar.dice.choice([Role.SECRETARY, Role.APPROVER, Role.CHAIR]), Role.DELEGATE),
        sign_key=key.public_key().public_bytes_raw(),
        box_key=liar.dice.randbytes(32),
    )
    statement = CertStatement(tenant=liar.tenant, cert=cert, issued=liar.scene.clock.now())
    false = Delivered(liar.place(honest), liar.scene.clock.now(), liar.recall(device, key))
    return replace(
        honest,
        certs=(*honest.certs, liar.by_hub(Kind.DEVICE, statement)),
        events=(*honest.events, false),
    )


def false_receipt(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """Ballots are taken, says it, and shows no log."""
    false = []
    for each in honest.outcomes:
        receipt = decode_payload(each.receipt, Receipt)
        if receipt.log is not None:
            each = Outcome(event=each.event, receipt=encode_payload(replace(receipt, log=None, code=None)))
        false.append(each)
    return replace(honest, outcomes=tuple(false))


def other_log(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """A closing over another log than the one in which the laptop's ballot was received."""
    vault, thu = liar.laptop.vault, liar.scene.thu.book.identity
    known = [mark for motion in (STRICT, SEALED) for mark, _ in vault.heads.marks(motion) if mark.size]
    if not known:
        return honest
    mark = liar.dice.choice(known)
    now = liar.scene.clock.now()
    closing = Closing(
        tenant=liar.tenant,
        meeting=liar.meeting,
        motion=mark.motion,
        motion_digest=Digest("0" * 64),
        opened=now,
        closed=now,
        closed_by=thu.person,
        manifest=Digest("0" * 64),
        epoch=1,
        roster=1,
        act=EventId("0" * 64),
        size=mark.size - liar.dice.randrange(2),
        root=Digest("0" * 64),
    )
    false = Delivered(liar.place(honest), now, liar.by_hub(Kind.CLOSING, closing))
    return replace(honest, events=(*honest.events, false))


def no_links(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """What was asked about a motion's log is not answered."""
    return replace(honest, links=())


def false_links(liar: Liar, honest: ExchangeReply) -> ExchangeReply:
    """What was asked about a motion's log is answered for another question."""
    return replace(
        honest, links=tuple(replace(each, ask=replace(each.ask, second=2**40)) for each in honest.links)
    )


LIES: dict[str, Callable[[Liar, ExchangeReply], ExchangeReply]] = {
    lie.__name__: lie
    for lie in (
        replay,
        mistake,
        old_freshness,
        old_roster,
        old_things,
        old_outcomes,
        drop_event,
        drop_packet,
        drop_outcome,
        drop_descriptors,
        shuffle,
        fast_forward,
        far_time,
        fork,
        altered_ballot,
        hub_recalls,
        false_office,
        false_receipt,
        other_log,
        no_links,
        false_links,
    )
}
MADE_UP = frozenset(
    {
        "fork",
        "altered_ballot",
        "hub_recalls",
        "false_office",
        "false_receipt",
        "fast_forward",
        "other_log",
        "no_links",
        "false_links",
    }
)
"""These are named in an error."""


def _later(known: Freshness, **changes: object) -> Freshness:
    return replace(known, **{"time": known.time + timedelta(seconds=1), **changes})


def _less_one(dice: random.Random, things: Sequence[object]) -> tuple[object, ...]:
    left = list(things)
    if left:
        left.pop(dice.randrange(len(left)))
    return tuple(left)


def _altered(envelope: Envelope) -> Envelope:
    if envelope.kind is not Kind.EVENT:
        return envelope
    event = decode_payload(envelope.payload, Event)
    if not isinstance(event.body, CastBallot):
        return envelope
    other = "against" if event.body.choices == ("for",) else "for"
    payload = encode_payload(replace(event, body=replace(event.body, choices=(other,))))
    return replace(envelope, payload=payload)
