"""Attacks on trust, each by name, with real signatures: every one ends in the code that names it.

The list reads as what a hub that lies, a thief of keys or a rogue secretary would try. What a whole laptop
does with such a reply is in ``tests/sync/engine/test_settle.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import msgspec
import pytest
from support.own_laptops import an_own_laptop, box_seed
from support.packets import MEETING, MOTION, NOON, Member, PaperOffice, a_key, a_member, code_of

from sync.errors import Code, SohopError
from sync.model.annotation import Audience
from sync.model.conduct import (
    AddSpeaker,
    BeginSpeaking,
    DropSpeaker,
    EndSpeaking,
    GiveTime,
    OrderSpeakers,
    PointAgenda,
    PutAttendance,
)
from sync.model.events import (
    ApprovePacket,
    AskForKey,
    CheckIn,
    CloseMotion,
    DropMark,
    OpenMotion,
    PublishPacket,
    PutOpinion,
    RecallPacket,
)
from sync.model.opinion import Answer, Attendance, OnItem, OnMark, Opinion, OpinionKind
from sync.model.people import Role
from sync.trust.acts import accept_closed, accept_closing, accept_delivered, accept_event, accept_head
from sync.trust.directory import Directory
from sync.trust.freshness import accept_freshness, withheld
from sync.trust.logs import check_link, check_marks, link_of, mark_of
from sync.trust.note_keys import (
    Exchange,
    Side,
    check_opening,
    check_own,
    commitment,
    digits,
    open_key,
    own_laptop,
    seal_key,
)
from sync.trust.packets import accept_descriptors, accept_draft, accept_manifest, check_version
from sync.trust.receipts import check_inclusion, read_receipt
from sync.trust.roots import accept_root
from sync.trust.rosters import accept_cert, accept_roster, check_epoch
from sync.wire.codec import digest, encode_payload
from sync.wire.envelope import Envelope, Kind, Signature, seal, sign
from sync.wire.messages import Delivered
from sync.wire.statements import HUB, ROOT, CertStatement, NewRoot, Retired, Version

OFFICE = PaperOffice()
OTHER = PaperOffice(tenant="t-2")
TENANT = OFFICE.tenant
THU, DUYET, CHU, LAN, MINH = OFFICE.thu, OFFICE.duyet, OFFICE.chu, OFFICE.lan, OFFICE.minh
ROSTER = OFFICE.roster(3)
HERE = OFFICE.by_root(ROSTER)
"""The roster that the laptop has."""
ITEM = OFFICE.item(OFFICE.document(b"%PDF- one"))
FIRST = OFFICE.manifest(ITEM)
SECOND = OFFICE.manifest(ITEM, after=FIRST)
OLD, NEW, NEWER = OFFICE.root, a_key("second root"), a_key("third root")
THIEF = a_key("thief")
LATER = NOON + timedelta(hours=1)


@dataclass(frozen=True)
class Attack:
    """What is tried, and how it is named."""

    name: str
    code: Code
    act: Callable[[], object]


ATTACKS: list[Attack] = []


def attack(name: str, code: Code) -> Callable[[Callable[[], object]], None]:
    """Put one into the table."""
    return lambda act: ATTACKS.append(Attack(name, code, act))


# --- the attacker's tools


def replaced(value, **fields):
    return msgspec.structs.replace(value, **fields)


def altered(envelope: Envelope) -> Envelope:
    """The same signatures under one changed byte."""
    payload = bytearray(envelope.payload)
    payload[payload.index(b"2026") + 3] = ord("7")
    return Envelope(envelope.kind, bytes(payload), envelope.signatures)


def in_other_words(envelope: Envelope, old: bytes, new: bytes) -> bytes:
    assert old in envelope.payload
    return envelope.payload.replace(old, new, 1)


def signed_by(kind: Kind, payload: bytes, *signers: tuple[str, object]) -> Envelope:
    return Envelope(kind, payload, tuple(sign(kind, TENANT, payload, name, key) for name, key in signers))


def directory(roster=ROSTER, certs=OFFICE.delegates, hears=None) -> Directory:
    made = Directory(roster, [member.cert for member in certs])
    if hears is not None:
        made.hear(hears)
    return made


def without(gone: Member, *manifests: str, issued=NOON) -> Directory:
    """The roster after ``gone`` was retired at ``issued``."""
    office = tuple(member for member in OFFICE.desk if member is not gone)
    retired = (Retired(cert=gone.cert, manifests=manifests),)
    return directory(replaced(OFFICE.roster(4, office=office, retired=retired), issued=issued))


# --- roots


def rooted(envelope: Envelope, number: int = 1, key=OLD) -> NewRoot:
    return accept_root(envelope, TENANT, number, key.public_key().public_bytes_raw())


def root_payload(number: int, key=NEW, tenant=TENANT) -> bytes:
    return encode_payload(
        NewRoot(tenant=tenant, number=number, root_key=key.public_key().public_bytes_raw(), issued=NOON)
    )


attack("a new root that only the new key has signed", Code.BAD_SIGNATURE)(
    lambda: rooted(signed_by(Kind.ROOT, root_payload(2), (ROOT, NEW)))
)
attack("a new root that the new key has not signed", Code.BAD_SIGNATURE)(
    lambda: rooted(signed_by(Kind.ROOT, root_payload(2), (ROOT, OLD)))
)
attack("a new root that the old key signed twice", Code.BAD_SIGNATURE)(
    lambda: rooted(signed_by(Kind.ROOT, root_payload(2), (ROOT, OLD), (ROOT, OLD)))
)
attack("a new root by the hub's online key", Code.BAD_SIGNATURE)(
    lambda: rooted(signed_by(Kind.ROOT, root_payload(2), (HUB, OFFICE.online), (ROOT, NEW)))
)
attack("a new root that leaves one number out", Code.MALFORMED)(lambda: rooted(OFFICE.new_root(3, OLD, NEW)))
attack("a new root run forward to the last number", Code.MALFORMED)(
    lambda: rooted(OFFICE.new_root(2**31, OLD, NEW))
)
attack("the root statement of yesterday again", Code.OLD_ROOT)(
    lambda: rooted(OFFICE.new_root(2, OLD, NEW), 2, NEW)
)
attack("a second heir of the old root key", Code.BAD_SIGNATURE)(
    lambda: rooted(OFFICE.new_root(3, OLD, NEWER), 2, NEW)
)
attack("a root renumbered with the same key", Code.MALFORMED)(
    lambda: rooted(OFFICE.new_root(3, NEW, NEW), 2, NEW)
)
attack("a root of another office", Code.OTHER_TENANT)(
    lambda: rooted(signed_by(Kind.ROOT, root_payload(2, tenant="t-2"), (ROOT, OLD), (ROOT, NEW)))
)
attack("a new root altered on the way", Code.BAD_SIGNATURE)(
    lambda: rooted(altered(OFFICE.new_root(2, OLD, NEW)))
)
attack("a roster passed off as a root", Code.BAD_SIGNATURE)(lambda: rooted(HERE))


# --- rosters


def rostered(envelope: Envelope, newest: Envelope | None = HERE, key=OLD):
    return accept_roster(envelope, TENANT, key.public_key().public_bytes_raw(), newest)


def office_of(*members: Member, **fields) -> Envelope:
    return OFFICE.by_root(replaced(OFFICE.roster(4, office=members), **fields))


attack("a rolled back roster", Code.OLD_ROSTER)(lambda: rostered(OFFICE.by_root(OFFICE.roster(2))))
attack("a roster of an earlier epoch with a higher number", Code.OLD_EPOCH)(
    lambda: rostered(OFFICE.by_root(OFFICE.roster(9)), OFFICE.by_root(OFFICE.roster(1, epoch=2)))
)
attack("a fork: another roster of the same number", Code.OTHER_ROSTER)(
    lambda: rostered(OFFICE.by_root(OFFICE.roster(3, office=(THU, DUYET))))
)
attack("a roster by the hub's online key", Code.BAD_SIGNATURE)(
    lambda: rostered(signed_by(Kind.ROSTER, encode_payload(OFFICE.roster(4)), (ROOT, OFFICE.online)))
)
attack("a roster that the root signed in the hub's name", Code.BAD_SIGNATURE)(
    lambda: rostered(signed_by(Kind.ROSTER, encode_payload(OFFICE.roster(4)), (HUB, OLD)))
)
attack("a roster by the root key before the rotation", Code.BAD_SIGNATURE)(
    lambda: rostered(OFFICE.by_root(OFFICE.roster(4)), key=NEW)
)
attack("a roster altered on the way", Code.BAD_SIGNATURE)(
    lambda: rostered(altered(OFFICE.by_root(OFFICE.roster(4))))
)
attack("another office's roster", Code.BAD_SIGNATURE)(lambda: rostered(OTHER.by_root(OTHER.roster(4))))
attack("another office's roster under our root", Code.OTHER_TENANT)(
    lambda: rostered(seal(Kind.ROSTER, TENANT, encode_payload(OTHER.roster(4)), ROOT, OLD))
)
attack("a roster signed as a certificate", Code.BAD_SIGNATURE)(
    lambda: rostered(signed_by(Kind.DEVICE, encode_payload(OFFICE.roster(4)), (ROOT, OLD)))
)
attack("a roster run forward past the last number", Code.MALFORMED)(
    lambda: rostered(
        seal(
            Kind.ROSTER,
            TENANT,
            in_other_words(HERE, b'"number":3', b'"number":%d' % (2**63 - 1)),
            ROOT,
            OLD,
        )
    )
)
attack("one device twice in a roster", Code.MALFORMED)(
    lambda: rostered(office_of(THU, a_member("gia", Role.APPROVER, device=THU.device)))
)
attack("a device in office and retired at once", Code.MALFORMED)(
    lambda: rostered(office_of(THU, DUYET, retired=(Retired(cert=THU.cert),)))
)
attack("two officers with one key", Code.MALFORMED)(
    lambda: rostered(office_of(THU, Member(replaced(DUYET.cert, sign_key=THU.cert.sign_key), THU.key)))
)
attack("an officer with the key of one who was retired", Code.MALFORMED)(
    lambda: rostered(
        office_of(
            DUYET,
            Member(replaced(CHU.cert, sign_key=THU.cert.sign_key), THU.key),
            retired=(Retired(cert=THU.cert),),
        )
    )
)
attack("the hub's online key as an officer's", Code.MALFORMED)(
    lambda: rostered(office_of(THU, DUYET, online_key=DUYET.cert.sign_key))
)
attack("the root key as the hub's online key", Code.MALFORMED)(
    lambda: rostered(office_of(THU, DUYET, online_key=OFFICE.root_key))
)
attack("a device that calls itself the hub", Code.MALFORMED)(
    lambda: rostered(office_of(a_member("gia", Role.SECRETARY, device=HUB), DUYET))
)
attack("a hub that goes back to an earlier epoch", Code.OLD_EPOCH)(
    lambda: check_epoch(1, 2, OFFICE.roster(epoch=2))
)
attack("a hub that stays in an epoch which the root has ended", Code.OLD_EPOCH)(
    lambda: check_epoch(1, 1, OFFICE.roster(epoch=2))
)
attack("an epoch that the hub began without the root", Code.OLD_ROSTER)(
    lambda: check_epoch(2, 1, OFFICE.roster(epoch=1))
)


# --- certificates


def certified(envelope: Envelope, whom: Directory | None = None):
    return accept_cert(envelope, whom or directory())


for role in (Role.SECRETARY, Role.APPROVER, Role.CHAIR, Role.TELLER, Role.ADMIN):
    attack(f"the online key makes a device a {role}'s", Code.NOT_PERMITTED)(
        lambda role=role: certified(OFFICE.cert(a_member("gia", Role.DELEGATE, role)))
    )
attack("a delegate's certificate for a secretary's device", Code.NOT_PERMITTED)(
    lambda: certified(OFFICE.cert(a_member("gia", Role.DELEGATE, device=THU.device)))
)
attack("a delegate's certificate for a retired device", Code.NOT_PERMITTED)(
    lambda: certified(OFFICE.cert(a_member("thu", Role.DELEGATE)), without(THU))
)
attack("another key for a delegate's device", Code.NOT_PERMITTED)(
    lambda: certified(
        OFFICE.cert(Member(replaced(LAN.cert, sign_key=THIEF.public_key().public_bytes_raw()), THIEF))
    )
)
attack("another key to seal to for a delegate's device", Code.NOT_PERMITTED)(
    lambda: certified(OFFICE.cert(Member(replaced(LAN.cert, box_key=b"x" * 32), LAN.key)))
)
attack("a delegate's device given to another person", Code.NOT_PERMITTED)(
    lambda: certified(OFFICE.cert(a_member("minh", Role.DELEGATE, device=LAN.device)))
)
attack("a delegate's certificate by a secretary", Code.BAD_SIGNATURE)(
    lambda: certified(
        signed_by(
            Kind.DEVICE,
            OFFICE.cert(a_member("moi", Role.DELEGATE)).payload,
            (THU.device, THU.key),
        )
    )
)
attack("another office's certificate under our hub's key", Code.OTHER_TENANT)(
    lambda: certified(OFFICE.by_hub(Kind.DEVICE, CertStatement(tenant="t-2", cert=LAN.cert, issued=NOON)))
)
attack("a certificate by the online key before the last roster", Code.BAD_SIGNATURE)(
    lambda: certified(
        OFFICE.cert(LAN),
        directory(replaced(ROSTER, online_key=THIEF.public_key().public_bytes_raw())),
    )
)


# --- freshness

FRESH = OFFICE.freshness(SECOND, roster=3)


def fresh(value, newest=FRESH, roster=ROSTER):
    return accept_freshness(OFFICE.by_hub(Kind.FRESHNESS, value), roster, newest)


def naming(version: int, manifest: str = "0" * 64) -> tuple[Version, ...]:
    return (Version(meeting=MEETING, version=version, manifest=manifest),)


def refuse_what_is_withheld(freshness, newest):
    """As ``sync.engine.settle`` names it."""
    if withheld(freshness, newest):
        raise SohopError(Code.WITHHELD)


attack("a freshness statement of an hour ago", Code.STALE)(
    lambda: fresh(OFFICE.freshness(SECOND, roster=3, hours=-1))
)
attack("a freshness statement that takes a version back", Code.OLD_VERSION)(
    lambda: fresh(replaced(FRESH, manifests=naming(1), time=LATER))
)
attack("a freshness statement that names another manifest of one version", Code.OTHER_VERSION)(
    lambda: fresh(replaced(FRESH, manifests=naming(2), time=LATER))
)
attack("a freshness statement that names a meeting twice", Code.MALFORMED)(
    lambda: fresh(replaced(FRESH, manifests=naming(2) + naming(3)), None)
)
attack("a freshness statement of an older roster", Code.OLD_ROSTER)(
    lambda: fresh(OFFICE.freshness(roster=2, hours=1))
)
attack("a freshness statement of a roster that was kept from us", Code.OLD_ROSTER)(
    lambda: fresh(OFFICE.freshness(roster=4, hours=1))
)
attack("a freshness statement of an earlier epoch", Code.OLD_EPOCH)(
    lambda: fresh(OFFICE.freshness(roster=3, hours=1), roster=OFFICE.roster(3, epoch=2))
)
attack("a freshness statement run forward into another epoch", Code.OLD_EPOCH)(
    lambda: fresh(OFFICE.freshness(roster=3, hours=1, epoch=2**31))
)
attack("a freshness statement by a thief of the roster's number", Code.BAD_SIGNATURE)(
    lambda: accept_freshness(signed_by(Kind.FRESHNESS, encode_payload(FRESH), (HUB, THIEF)), ROSTER, None)
)
attack("another office's freshness statement", Code.OTHER_TENANT)(
    lambda: fresh(replaced(FRESH, tenant="t-2"), None)
)
attack("a log head passed off as freshness", Code.BAD_SIGNATURE)(
    lambda: accept_freshness(OFFICE.head([]), ROSTER, None)
)
attack("a freeze: the newest version is named and kept back", Code.WITHHELD)(
    lambda: refuse_what_is_withheld(FRESH, {MEETING: (1, digest(encode_payload(FIRST)))})
)
attack("a freeze: a meeting is named and never shown", Code.WITHHELD)(
    lambda: refuse_what_is_withheld(FRESH, {})
)
attack("mix and match: one state's manifest under another state's word", Code.WITHHELD)(
    lambda: refuse_what_is_withheld(FRESH, {MEETING: (2, "1" * 64)})
)
attack("a version run forward to the last number without its manifest", Code.WITHHELD)(
    lambda: refuse_what_is_withheld(
        fresh(replaced(FRESH, manifests=naming(2**31), time=LATER)),
        {MEETING: (2, digest(encode_payload(SECOND)))},
    )
)


# --- packets


def shown(envelope: Envelope, whom: Directory | None = None, newest: int = 0, here=None, tombstone: int = 0):
    manifest = accept_manifest(envelope, whom or directory())
    check_version(manifest, envelope.digest, newest, here, tombstone)
    return manifest


def both(manifest, **fields) -> Envelope:
    """By a secretary and an approver: whatever is wrong with it, their signatures are not."""
    return OFFICE.signed(replaced(manifest, **fields))


SIGNED = OFFICE.signed(SECOND)
KIEM = tuple(a_member("kiem", Role.SECRETARY, Role.APPROVER, device=name) for name in ("d-k1", "d-k2"))

attack("a packet that only the secretary signed", Code.ONE_SIGNATURE)(
    lambda: shown(OFFICE.signed(SECOND, THU))
)
attack("a packet that only the approver signed", Code.ONE_SIGNATURE)(
    lambda: shown(OFFICE.signed(SECOND, DUYET))
)
attack("a packet that the secretary signed twice", Code.ONE_SIGNATURE)(
    lambda: shown(OFFICE.signed(SECOND, THU, THU))
)
attack("a packet by two secretaries", Code.ONE_SIGNATURE)(
    lambda: shown(
        OFFICE.signed(SECOND, THU, a_member("hoa", Role.SECRETARY)),
        directory(OFFICE.roster(office=(THU, a_member("hoa", Role.SECRETARY)))),
    )
)
attack("a packet by one person with both roles and two devices", Code.ONE_SIGNATURE)(
    lambda: shown(OFFICE.signed(SECOND, *KIEM), directory(OFFICE.roster(office=KIEM)))
)
attack("a packet with the chair in the approver's place", Code.ONE_SIGNATURE)(
    lambda: shown(OFFICE.signed(SECOND, THU, CHU))
)
attack("a packet with a delegate in the approver's place", Code.ONE_SIGNATURE)(
    lambda: shown(OFFICE.signed(SECOND, THU, LAN))
)
attack("a packet with the hub in the approver's place", Code.ONE_SIGNATURE)(
    lambda: shown(
        signed_by(Kind.MANIFEST, encode_payload(SECOND), (THU.device, THU.key), (HUB, OFFICE.online))
    )
)
attack("a packet with a stranger in the approver's place", Code.ONE_SIGNATURE)(
    lambda: shown(OFFICE.signed(SECOND, THU, a_member("la", Role.APPROVER)))
)
attack("a packet signed in the approver's name with another key", Code.BAD_SIGNATURE)(
    lambda: shown(
        signed_by(Kind.MANIFEST, encode_payload(SECOND), (THU.device, THU.key), (DUYET.device, THIEF))
    )
)
attack("a packet whose signatures have changed places", Code.BAD_SIGNATURE)(
    lambda: shown(
        Envelope(
            Kind.MANIFEST,
            SIGNED.payload,
            (
                Signature(THU.device, SIGNED.signatures[1].value),
                Signature(DUYET.device, SIGNED.signatures[0].value),
            ),
        )
    )
)
attack("a packet nobody signed", Code.ONE_SIGNATURE)(
    lambda: shown(Envelope(Kind.MANIFEST, SIGNED.payload, ()))
)
attack("a packet altered on the way", Code.BAD_SIGNATURE)(lambda: shown(altered(SIGNED)))
attack("a packet with signatures for an act", Code.BAD_SIGNATURE)(
    lambda: shown(
        Envelope(
            Kind.MANIFEST,
            SIGNED.payload,
            tuple(
                sign(Kind.EVENT, TENANT, SIGNED.payload, member.device, member.key) for member in (THU, DUYET)
            ),
        )
    )
)
attack("another office's packet", Code.OTHER_TENANT)(lambda: shown(both(SECOND, tenant="t-2")))
attack("a packet by a retired secretary", Code.ONE_SIGNATURE)(lambda: shown(SIGNED, without(THU)))
attack("a new packet by a retired secretary of whom an old one is kept", Code.ONE_SIGNATURE)(
    lambda: shown(SIGNED, without(THU, OFFICE.signed(FIRST).digest))
)
attack("a packet by a secretary whom the hub has revoked", Code.ONE_SIGNATURE)(
    lambda: shown(SIGNED, directory(hears=OFFICE.freshness(FIRST, roster=3, revoked=(THU,))))
)
attack("a rolled back version", Code.OLD_VERSION)(lambda: shown(OFFICE.signed(FIRST), newest=2))
attack("a fork: another manifest of the version that is here", Code.OTHER_VERSION)(
    lambda: shown(both(SECOND, change="khác"), newest=2, here=SIGNED.digest)
)
attack("a fork of a version that is no longer the newest", Code.OTHER_VERSION)(
    lambda: shown(both(FIRST, change="khác"), newest=2, here=OFFICE.signed(FIRST).digest)
)
attack("a recalled version again", Code.RECALLED)(lambda: shown(SIGNED, tombstone=2))
attack("a version older than the recalled one", Code.RECALLED)(
    lambda: shown(OFFICE.signed(FIRST), tombstone=2)
)
attack("a lease in the past", Code.LEASE_TOO_SHORT)(
    lambda: shown(both(SECOND, lease=NOON - timedelta(days=1)))
)
attack("a lease a second too short", Code.LEASE_TOO_SHORT)(
    lambda: shown(both(SECOND, lease=SECOND.meeting.ends + timedelta(hours=24) - timedelta(seconds=1)))
)
attack("a first version that follows another", Code.MALFORMED)(lambda: shown(both(FIRST, previous="1" * 64)))
attack("a second version that follows nothing", Code.MALFORMED)(lambda: shown(both(SECOND, previous="")))
attack("a version that follows no digest", Code.MALFORMED)(lambda: shown(both(SECOND, previous="../1")))
attack("one agenda item twice", Code.MALFORMED)(lambda: shown(both(SECOND, items=SECOND.items * 2)))
attack("two motions with one id", Code.MALFORMED)(
    lambda: shown(both(SECOND, motions=(OFFICE.motion(), OFFICE.motion(question="Câu khác?"))))
)
attack("one voter twice on the roll", Code.MALFORMED)(
    lambda: shown(both(SECOND, roll=(*SECOND.roll, replaced(SECOND.roll[0], name="Khác"))))
)
attack("a meeting that ends before it starts", Code.MALFORMED)(
    lambda: shown(both(SECOND, meeting=replaced(SECOND.meeting, ends=NOON - timedelta(days=1))))
)
for number in (2**31 + 1, 2**63 - 1, 0, -1):
    attack(f"version {number}", Code.MALFORMED)(lambda number=number: shown(both(SECOND, version=number)))
attack("a draft that no secretary signed", Code.ONE_SIGNATURE)(
    lambda: accept_draft(OFFICE.signed(SECOND, DUYET), directory())
)
attack("a draft by the hub", Code.ONE_SIGNATURE)(
    lambda: accept_draft(signed_by(Kind.MANIFEST, SIGNED.payload, (HUB, OFFICE.online)), directory())
)


# --- descriptors

MINHS = OFFICE.item(number=2, access=[MINH])
MIXED = OFFICE.manifest(ITEM, MINHS)


def described(*items, manifest=MIXED, person=LAN.person, desk=False, whole=False):
    given = [item if isinstance(item, bytes) else encode_payload(item) for item in items]
    return accept_descriptors(given, manifest, person, desk=desk, whole=whole)


attack("a descriptor of another packet", Code.WRONG_DIGEST)(lambda: described(OFFICE.item(number=3)))
attack("a descriptor altered on the way", Code.WRONG_DIGEST)(
    lambda: described(replaced(ITEM, title="Mục khác"))
)
attack("a descriptor given twice", Code.MALFORMED)(lambda: described(ITEM, ITEM))
attack("a descriptor for somebody else's eyes", Code.NOT_PERMITTED)(lambda: described(ITEM, MINHS))
attack("a draft shown to the approver in part", Code.PACKET_INCOMPLETE)(
    lambda: described(ITEM, desk=True, whole=True)
)
attack("a named descriptor that is none", Code.MALFORMED)(
    lambda: described(b"[]", manifest=replaced(MIXED, items=(digest(b"[]"),)))
)


# --- acts

MARK = DropMark(id="k-1")
EVENT = OFFICE.event(LAN, MARK)


def heard(envelope: Envelope, whom: Directory | None = None, recorded=NOON):
    return accept_delivered(Delivered(1, recorded, envelope), whom or directory())


def acted(member: Member, body, **more) -> Envelope:
    return OFFICE.event(member, body, **more)


attack("an act altered on the way", Code.BAD_SIGNATURE)(lambda: heard(altered(EVENT)))
attack("an act without a signature", Code.BAD_SIGNATURE)(
    lambda: heard(Envelope(Kind.EVENT, EVENT.payload, ()))
)
attack("an act with two signers", Code.BAD_SIGNATURE)(
    lambda: heard(signed_by(Kind.EVENT, EVENT.payload, (LAN.device, LAN.key), (MINH.device, MINH.key)))
)
attack("an act under somebody else's signature", Code.BAD_SIGNATURE)(
    lambda: heard(signed_by(Kind.EVENT, EVENT.payload, (MINH.device, MINH.key)))
)
attack("an act in another person's name from one's own device", Code.BAD_SIGNATURE)(
    lambda: heard(acted(a_member("lan", person=MINH.person), MARK))
)
attack("an act on another's device with one's own key", Code.BAD_SIGNATURE)(
    lambda: heard(
        signed_by(Kind.EVENT, acted(a_member("lan", device=MINH.device), MARK).payload, (LAN.device, LAN.key))
    )
)
attack("an act of nobody", Code.UNKNOWN_DEVICE)(lambda: heard(acted(a_member("ma", Role.DELEGATE), MARK)))
attack("an act signed by the hub", Code.UNKNOWN_DEVICE)(
    lambda: heard(signed_by(Kind.EVENT, EVENT.payload, (HUB, OFFICE.online)))
)
attack("an act of another office", Code.OTHER_TENANT)(
    lambda: accept_event(
        signed_by(Kind.EVENT, OTHER.event(LAN, MARK).payload, (LAN.device, LAN.key)), LAN.cert, TENANT
    )
)
attack("an act signed in another office", Code.BAD_SIGNATURE)(lambda: heard(OTHER.event(LAN, MARK)))
attack("a packet among the acts", Code.BAD_SIGNATURE)(lambda: heard(OFFICE.signed(FIRST, THU)))
attack("a delegate who opens a motion", Code.NOT_PERMITTED)(
    lambda: heard(acted(LAN, OpenMotion(motion=MOTION, motion_digest="1" * 64)))
)
attack("an approver who closes a motion", Code.NOT_PERMITTED)(
    lambda: heard(acted(DUYET, CloseMotion(motion=MOTION, early=True)))
)
attack("a secretary who approves", Code.NOT_PERMITTED)(
    lambda: heard(acted(THU, ApprovePacket(manifest="1" * 64, signature=bytes(64))))
)
attack("a chair who publishes", Code.NOT_PERMITTED)(
    lambda: heard(acted(CHU, PublishPacket(manifest="1" * 64)))
)
attack("a new act of a retired device", Code.DEVICE_REVOKED)(
    lambda: heard(acted(THU, MARK), without(THU), LATER)
)
attack("a new act of a delegate's device that the hub has revoked", Code.DEVICE_REVOKED)(
    lambda: heard(EVENT, directory(hears=OFFICE.freshness(roster=3, revoked=(LAN,))), LATER)
)


# --- opinions

ANSWER = PutOpinion(
    opinion=Opinion(
        id="o-1",
        kind=OpinionKind.REPLY,
        about=OnMark(mark="k-1"),
        audience=Audience.MEETING,
        text="Xin tiếp thu",
        answer=Answer.ACCEPTED,
    )
)
HERE_I_AM = CheckIn(at=NOON, state=Attendance.PRESENT)


def rewritten(member: Member, body, old: bytes, new: bytes) -> Envelope:
    """Signed by the member with other words in it: by a program that asks nothing."""
    payload = in_other_words(acted(member, body), old, new)
    return signed_by(Kind.EVENT, payload, (member.device, member.key))


ASKED = PutOpinion(
    opinion=replaced(ANSWER.opinion, kind=OpinionKind.QUESTION, about=OnItem(item="i-1"), answer=None)
)

attack("a delegate who answers in the desk's place", Code.NOT_PERMITTED)(lambda: heard(acted(LAN, ANSWER)))
attack("the hub's answer in its own name", Code.UNKNOWN_DEVICE)(
    lambda: heard(signed_by(Kind.EVENT, acted(THU, ANSWER).payload, (HUB, OFFICE.online)))
)
attack("an answer turned into its contrary", Code.BAD_SIGNATURE)(
    lambda: heard(
        Envelope(
            Kind.EVENT,
            in_other_words(acted(THU, ANSWER), b'"accepted"', b'"rejected"'),
            acted(THU, ANSWER).signatures,
        )
    )
)
attack("a secretary who puts a delegate's question", Code.NOT_PERMITTED)(lambda: heard(acted(THU, ASKED)))
attack("an answer that is no reply", Code.MALFORMED)(
    lambda: heard(rewritten(THU, ANSWER, b'"reply"', b'"comment"'))
)
attack("a private opinion in the clear", Code.MALFORMED)(
    lambda: heard(rewritten(THU, ANSWER, b'"meeting","text"', b'"private","text"'))
)
attack("a check-in in another's name", Code.BAD_SIGNATURE)(
    lambda: heard(
        Envelope(
            Kind.EVENT,
            in_other_words(acted(LAN, HERE_I_AM), b'"p-lan"', b'"p-son"'),
            acted(LAN, HERE_I_AM).signatures,
        )
    )
)
attack("an absence without a reason", Code.MALFORMED)(
    lambda: heard(rewritten(LAN, HERE_I_AM, b'"present"', b'"absent"'))
)


# --- conducting

CONDUCTING = (
    PointAgenda(item="i-1", at=NOON),
    PutAttendance(at=NOON, person=LAN.person, state=Attendance.PRESENT),
    AddSpeaker(turn="s-1", item="i-1", name="Bà Tư"),
    OrderSpeakers(at=NOON, item="i-1", turns=("s-1",)),
    BeginSpeaking(turn="s-1", item="i-1", name="Bà Tư", at=NOON, allowed=300),
    GiveTime(turn="s-1", item="i-1", seconds=120),
    EndSpeaking(turn="s-1", item="i-1", at=NOON),
    DropSpeaker(turn="s-1", item="i-1"),
)
for body in CONDUCTING:
    kind = type(body).__name__
    for who in (LAN, DUYET):
        attack(f"{kind} by {who.person}, who does not conduct", Code.NOT_PERMITTED)(
            lambda who=who, body=body: heard(acted(who, body))
        )
    attack(f"{kind} by the hub in the secretary's name", Code.BAD_SIGNATURE)(
        lambda body=body: heard(signed_by(Kind.EVENT, acted(THU, body).payload, (THU.device, OFFICE.online)))
    )
    attack(f"{kind} by a device retired before", Code.DEVICE_REVOKED)(
        lambda body=body: heard(acted(THU, body), without(THU), LATER)
    )
attack("an attendance turned to another person", Code.BAD_SIGNATURE)(
    lambda: heard(
        Envelope(
            Kind.EVENT,
            in_other_words(acted(THU, CONDUCTING[1]), b'"p-lan"', b'"p-son"'),
            acted(THU, CONDUCTING[1]).signatures,
        )
    )
)
attack("a substitute without a name, written down by hand", Code.MALFORMED)(
    lambda: heard(rewritten(THU, CONDUCTING[1], b'"present"', b'"delegated"'))
)
attack("time to speak without an end", Code.MALFORMED)(
    lambda: heard(rewritten(THU, CONDUCTING[4], b'"allowed":300', b'"allowed":999999999'))
)


# --- recalls

RECALL = RecallPacket(version=2, reason="Có sai sót")

attack("a recall by a delegate", Code.NOT_PERMITTED)(lambda: heard(acted(LAN, RECALL)))
attack("a recall by the chair", Code.NOT_PERMITTED)(lambda: heard(acted(CHU, RECALL)))
attack("a recall by the hub in its own name", Code.UNKNOWN_DEVICE)(
    lambda: heard(signed_by(Kind.EVENT, acted(THU, RECALL).payload, (HUB, OFFICE.online)))
)
attack("a recall by the hub in the secretary's name", Code.BAD_SIGNATURE)(
    lambda: heard(signed_by(Kind.EVENT, acted(THU, RECALL).payload, (THU.device, OFFICE.online)))
)
attack("a recall by a device retired before", Code.DEVICE_REVOKED)(
    lambda: heard(acted(THU, RECALL), without(THU), LATER)
)
attack("a recall turned to another meeting", Code.BAD_SIGNATURE)(
    lambda: heard(
        Envelope(
            Kind.EVENT,
            in_other_words(acted(THU, RECALL, meeting="m-2"), b'"m-2"', b'"m-1"'),
            acted(THU, RECALL, meeting="m-2").signatures,
        )
    )
)
attack("a recall raised to a higher version", Code.BAD_SIGNATURE)(
    lambda: heard(
        Envelope(
            Kind.EVENT,
            in_other_words(acted(THU, RECALL), b'"version":2', b'"version":9'),
            acted(THU, RECALL).signatures,
        )
    )
)
attack("a recall of version 2^63", Code.MALFORMED)(lambda: heard(acted(THU, replaced(RECALL, version=2**63))))


# --- the recorder's word

BALLOTS = tuple((member, OFFICE.ballot(member, FIRST)) for member in (LAN, MINH))
LEAVES = OFFICE.leaves(*BALLOTS)
CLOSED = OFFICE.closed(FIRST, *BALLOTS)
ONE, TWO = CLOSED.ballots


def counted(**fields):
    return accept_closed(replaced(CLOSED, **fields), directory())


attack("a closing by the secretary", Code.BAD_SIGNATURE)(
    lambda: accept_closing(signed_by(Kind.CLOSING, CLOSED.closing.payload, (HUB, THU.key)), ROSTER)
)
attack("a closing with another count", Code.BAD_SIGNATURE)(
    lambda: accept_closing(
        Envelope(
            Kind.CLOSING,
            encode_payload(OFFICE.closing(FIRST, LEAVES, invalid=9)),
            CLOSED.closing.signatures,
        ),
        ROSTER,
    )
)
attack("another office's closing", Code.OTHER_TENANT)(
    lambda: accept_closing(OFFICE.by_hub(Kind.CLOSING, OFFICE.closing(FIRST, [], tenant="t-2")), ROSTER)
)
attack("a head signed as a closing", Code.BAD_SIGNATURE)(lambda: accept_head(CLOSED.closing, ROSTER))
attack("another office's head", Code.OTHER_TENANT)(
    lambda: accept_head(
        seal(
            Kind.HEAD,
            TENANT,
            in_other_words(CLOSED.head, b'"t-1"', b'"t-2"'),
            HUB,
            OFFICE.online,
        ),
        ROSTER,
    )
)
attack("a dropped ballot", Code.WRONG_DIGEST)(lambda: counted(ballots=(ONE,)))
attack("all ballots dropped", Code.WRONG_DIGEST)(lambda: counted(ballots=()))
attack("a ballot counted twice", Code.WRONG_DIGEST)(lambda: counted(ballots=(ONE, ONE)))
attack("ballots in another order", Code.WRONG_DIGEST)(lambda: counted(ballots=(TWO, ONE)))
attack("a ballot added to the log", Code.WRONG_DIGEST)(
    lambda: counted(
        ballots=(ONE, TWO, (OFFICE.ballot(OFFICE.son, FIRST), OFFICE.leaves((OFFICE.son, ONE[0]))[0]))
    )
)
attack("a ballot altered in the log", Code.BAD_SIGNATURE)(
    lambda: counted(ballots=((altered(ONE[0]), ONE[1]), TWO))
)
attack("a ballot put in another's place", Code.WRONG_DIGEST)(
    lambda: counted(ballots=((OFFICE.ballot(LAN, FIRST, "c2"), ONE[1]), TWO))
)
attack("a voter made up by the hub", Code.UNKNOWN_DEVICE)(
    lambda: accept_closed(
        OFFICE.closed(FIRST, (a_member("ma", Role.DELEGATE), OFFICE.ballot(a_member("ma"), FIRST))),
        directory(),
    )
)
attack("a ballot credited to another person", Code.WRONG_DIGEST)(
    lambda: accept_closed(
        OFFICE.closed(FIRST, (a_member("lan", person=MINH.person), BALLOTS[0][1])), directory()
    )
)
attack("an act that is no ballot in the log", Code.MALFORMED)(
    lambda: accept_closed(OFFICE.closed(FIRST, (LAN, EVENT)), directory())
)
attack("a ballot of another motion in the log", Code.WRONG_DIGEST)(
    lambda: accept_closed(
        OFFICE.closed(
            FIRST, (LAN, OFFICE.ballot(LAN, OFFICE.manifest(ITEM, motions=(OFFICE.motion(name="v-2"),))))
        ),
        directory(),
    )
)
attack("the head of a shorter log", Code.WRONG_DIGEST)(lambda: counted(head=OFFICE.head(LEAVES[:1])))
attack("the head of another motion", Code.WRONG_DIGEST)(lambda: counted(head=OFFICE.head(LEAVES, "v-2")))
attack("the ballots of one motion under another's name", Code.WRONG_DIGEST)(lambda: counted(motion="v-2"))


# --- two logs of one motion

RIVALS = OFFICE.leaves(*((member, OFFICE.ballot(member, FIRST, "c2")) for member in (LAN, MINH)))


def log_of(leaves, *, closed=False):
    """What the recorder signs of a log: its head, or a closing over it."""
    if closed:
        return mark_of(OFFICE.closing(FIRST, leaves))
    return mark_of(accept_head(OFFICE.head(leaves), ROSTER))


attack("two logs of one size for two laptops", Code.LOG_FORKED)(
    lambda: check_marks(log_of(LEAVES), log_of(RIVALS, closed=True))
)
attack("a closed log without the ballot that was received", Code.LOG_FORKED)(
    lambda: check_marks(log_of(LEAVES), log_of(LEAVES[:1], closed=True))
)
attack("a closed log that never held the one of the receipt", Code.LOG_FORKED)(
    lambda: check_link(log_of(LEAVES[:1]), log_of(RIVALS, closed=True), link_of(log_of(RIVALS[:1]), RIVALS))
)
attack("a path made up for two logs", Code.LOG_FORKED)(
    lambda: check_link(log_of(LEAVES[:1]), log_of(RIVALS, closed=True), (bytes(32),))
)
attack("no path at all", Code.LOG_FORKED)(
    lambda: check_link(log_of(LEAVES[:1]), log_of(LEAVES, closed=True), ())
)
attack("all leaves of another log, for the desk", Code.LOG_FORKED)(
    lambda: link_of(log_of(LEAVES[:1]), RIVALS)
)


# --- receipts

RECEIPT = OFFICE.receipt(BALLOTS[0][1].event_id, LEAVES, 0)


def proved(**fields):
    return check_inclusion(replaced(RECEIPT, log=replaced(RECEIPT.log, **fields)), MOTION, ROSTER)


attack("the receipt of another act", Code.WRONG_DIGEST)(
    lambda: read_receipt(encode_payload(RECEIPT), BALLOTS[1][1].event_id)
)
attack("a receipt with another ballot's leaf", Code.WRONG_DIGEST)(
    lambda: check_inclusion(replaced(RECEIPT, event=BALLOTS[1][1].event_id), MOTION, ROSTER)
)
attack("an inclusion proof of another head", Code.WRONG_DIGEST)(
    lambda: proved(head=OFFICE.head(OFFICE.leaves(BALLOTS[1])))
)
attack("an inclusion proof of another motion's head", Code.WRONG_DIGEST)(
    lambda: proved(head=OFFICE.head(LEAVES, "v-2"))
)
attack("an inclusion proof at another place", Code.WRONG_DIGEST)(lambda: proved(index=1))
attack("an inclusion proof run past the log", Code.WRONG_DIGEST)(lambda: proved(index=2**40))
attack("an inclusion proof with a made up path", Code.WRONG_DIGEST)(lambda: proved(proof=(bytes(32),)))
attack("an inclusion proof without a path", Code.WRONG_DIGEST)(lambda: proved(proof=()))
attack("a receipt under a head of the hub's former key", Code.BAD_SIGNATURE)(
    lambda: proved(head=signed_by(Kind.HEAD, RECEIPT.log.head.payload, (HUB, THIEF)))
)
attack("a receipt for a ballot that stands in no log", Code.MALFORMED)(
    lambda: check_inclusion(replaced(RECEIPT, log=None), MOTION, ROSTER)
)
attack("a portal's page in a receipt's place", Code.MALFORMED)(lambda: read_receipt(b"<html>", RECEIPT.event))


# --- the note key

OLD_LAPTOP, NEW_LAPTOP = an_own_laptop("d-old"), an_own_laptop("d-new")
FALSE, FOREIGN = an_own_laptop("d-false"), an_own_laptop("d-foreign", "p-minh")
OWN_ASK = AskForKey(epoch=1, commitment=b"c" * 32)


def side(member: Member) -> Side:
    return Side(member.device, member.cert.sign_key, member.cert.box_key)


SHARED = Exchange(
    tenant=TENANT,
    person=OLD_LAPTOP.person,
    ask="a" * 64,
    heard="b" * 64,
    asker=side(NEW_LAPTOP),
    helper=side(OLD_LAPTOP),
    asker_nonce=b"1" * 32,
    helper_nonce=b"2" * 32,
)
SEALED = seal_key(b"k" * 32, SHARED)


def opened_with(nonce: bytes = b"n" * 32, **by) -> None:
    at = {"tenant": TENANT, "person": LAN.person, "device": LAN.device, **by}
    check_opening(commitment(TENANT, LAN.person, LAN.device, b"n" * 32), nonce=nonce, **at)


def unsealed(sealed: bytes = SEALED, by: Member = NEW_LAPTOP, **fields) -> bytes:
    return open_key(sealed, replaced(SHARED, **fields), box_seed(by.device))


def takes_part(member: Member, hears=None, roster=ROSTER) -> None:
    whom = directory(roster, (OLD_LAPTOP, NEW_LAPTOP, FOREIGN))
    own_laptop(member.device, OLD_LAPTOP.person, whom, hears)


def compared(**fields) -> None:
    """As the two owners do."""
    if digits(SHARED) != digits(replaced(SHARED, **fields)):
        raise SohopError(Code.WRONG_DIGEST)


def own_act(member: Member) -> None:
    check_own(accept_event(OFFICE.event(member, OWN_ASK, meeting=""), member.cert, TENANT), LAN.person)


def misplaced(body, meeting: str, put: bytes) -> None:
    """Signed, in a place where such an act does not belong."""
    true, false = f'"meeting":"{meeting}"'.encode(), b'"meeting":"' + put + b'"'
    payload = in_other_words(OFFICE.event(LAN, body, meeting=meeting), true, false)
    accept_event(signed_by(Kind.EVENT, payload, (LAN.device, LAN.key)), LAN.cert, TENANT)


attack("somebody else's ask for the note key", Code.NOT_PERMITTED)(lambda: own_act(MINH))
attack("an ask for the note key dressed as an act of a meeting", Code.MALFORMED)(
    lambda: misplaced(OWN_ASK, "", MEETING.encode())
)
attack("a mark in no meeting", Code.MALFORMED)(lambda: misplaced(DropMark(id="m-9"), MEETING, b""))
attack("a colleague's laptop takes part in handing over the note key", Code.NOT_PERMITTED)(
    lambda: takes_part(FOREIGN)
)
attack("a laptop that nobody vouches for takes part", Code.UNKNOWN_DEVICE)(lambda: takes_part(FALSE))
attack("a revoked laptop takes part", Code.DEVICE_REVOKED)(
    lambda: takes_part(OLD_LAPTOP, OFFICE.freshness(roster=3, revoked=[OLD_LAPTOP]))
)
attack("a retired office laptop takes part", Code.UNKNOWN_DEVICE)(
    lambda: own_laptop(THU.device, THU.person, without(THU), None)
)
attack("a nonce chosen after the other's was seen", Code.WRONG_DIGEST)(lambda: opened_with(b"m" * 32))
attack("another laptop opens the commitment", Code.WRONG_DIGEST)(lambda: opened_with(device=MINH.device))
attack("a commitment carried to another person", Code.WRONG_DIGEST)(lambda: opened_with(person=MINH.person))
attack("a commitment carried to another office", Code.WRONG_DIGEST)(lambda: opened_with(tenant="t-2"))
for name, fields in (
    ("a false laptop in the new one's place", {"asker": side(FALSE)}),
    ("a false laptop in the old one's place", {"helper": side(FALSE)}),
    ("a key of the hub's to seal to", {"asker": replaced(side(NEW_LAPTOP), box_key=FALSE.cert.box_key)}),
    ("a key of the hub's to sign with", {"helper": replaced(side(OLD_LAPTOP), sign_key=b"h" * 32)}),
    ("the two laptops changed about", {"asker": side(OLD_LAPTOP), "helper": side(NEW_LAPTOP)}),
    ("another answer", {"heard": "c" * 64}),
    ("another ask", {"ask": "c" * 64}),
    ("another nonce of the new laptop's", {"asker_nonce": b"3" * 32}),
    ("another nonce of the old laptop's", {"helper_nonce": b"3" * 32}),
):
    attack(f"{name} shows other digits", Code.WRONG_DIGEST)(lambda fields=fields: compared(**fields))
    attack(f"{name} opens no key", Code.BAD_SIGNATURE)(lambda fields=fields: unsealed(**fields))
attack("the sealed key opened by another laptop", Code.BAD_SIGNATURE)(lambda: unsealed(by=OLD_LAPTOP))
attack("the sealed key with a byte changed", Code.BAD_SIGNATURE)(
    lambda: unsealed(SEALED[:-1] + bytes([SEALED[-1] ^ 1]))
)
attack("the sealed key cut off", Code.BAD_SIGNATURE)(lambda: unsealed(SEALED[:40]))
attack("a note key of another length", Code.BAD_SIGNATURE)(lambda: unsealed(seal_key(b"short", SHARED)))
attack("a certificate with no key to seal to", Code.MALFORMED)(
    lambda: seal_key(b"k" * 32, replaced(SHARED, asker=replaced(side(NEW_LAPTOP), box_key=bytes(32))))
)


# --- all of them


@pytest.mark.parametrize("each", ATTACKS, ids=lambda each: each.name)
def test_an_attack_is_refused_by_its_name(each):
    assert code_of(each.act) is each.code


def test_there_are_many_and_no_two_have_one_name():
    assert len({each.name for each in ATTACKS}) == len(ATTACKS) >= 60
