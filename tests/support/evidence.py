"""Closed motions made by hand, and the files that prove them: the hub's part, then the exporter's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

import msgspec
from support.packets import NOON, Member, PaperOffice, a_key, a_member

from reader.core.evidence import Ground, OwnBallot, as_bytes, named_file, own_file
from reader.store.vault import Vault
from sync.model.events import CastBallot, Closing, OpenMotion, Status
from sync.model.ids import Digest
from sync.model.meeting import Manifest
from sync.model.motion import Choice, Motion
from sync.model.people import Role
from sync.model.rules import Base, Flag, Form, Rule, Threshold, Tie, Timing
from sync.model.tally import Recorded, tally
from sync.wire.codec import digest, encode_payload
from sync.wire.desk import ClosedMotion
from sync.wire.digests import motion_digest
from sync.wire.envelope import Envelope, Kind, seal
from sync.wire.log import consistency_proof, inclusion_proof, leaf_hash, tree_root
from sync.wire.messages import Delivered, LogReceipt, Packet
from sync.wire.statements import ROOT, Leaf, Retired

HALF = Threshold(num=1, den=2)
TWO_THIRDS = Threshold(num=2, den=3, at_least=True)


@dataclass(frozen=True)
class Cast:
    """One ballot of a story."""

    who: Member
    choices: tuple[str, ...]
    seq: int = 1
    minutes: float = 1
    """After noon, by the recorder's clock."""
    revoked: bool = False
    other_form: bool = False


@dataclass
class Story:
    """A motion from its packet to its closing, signed by everybody who signs in a real office."""

    office: PaperOffice
    motion: Motion
    casts: Sequence[Cast] = ()
    roll: Sequence[Member] | None = None
    present: Sequence[Member] | None = None
    scheduled: bool = False
    """It opened by its schedule: nobody opened it."""
    new_roots: int = 0
    retired_approver: bool = False
    lie: Callable[[Closing], Closing] = lambda closing: closing
    """What the recorder signs instead."""
    ballots: list[tuple[Envelope, bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        office = self.office
        self.manifest: Manifest = office.manifest(motions=(self.motion,), roll=self.roll)
        self.digest = motion_digest(self.manifest, self.motion)
        self.root = self._roots()
        self._cast()
        self.leaves = [leaf_hash(leaf) for _, leaf in self.ballots]
        self.closing = self.lie(self._closing())
        roster = office.roster(3)
        if self.retired_approver:
            retired = (Retired(cert=office.duyet.cert, manifests=(self._manifest_digest,)),)
            roster = office.roster(3, office=[office.thu, office.chu], retired=retired)
        self.roster = roster

    @property
    def ground(self) -> Ground:
        office = self.office
        return Ground(
            root_key=office.root_key,
            roots=self.roots,
            roster=seal(Kind.ROSTER, office.tenant, encode_payload(self.roster), ROOT, self.root),
            manifest=office.signed(self.manifest),
            closing=office.by_hub(Kind.CLOSING, self.closing),
            opening=None if self.scheduled else self.opening,
            close=office.ending(self.manifest),
        )

    def named(self) -> dict[str, object]:
        """The file for those who may see all."""
        return named_file(self.ground, self.closed, self._certs(cast.who for cast in self.casts))

    @property
    def closed(self) -> ClosedMotion:
        """What the desk is handed."""
        return ClosedMotion(
            meeting=self.manifest.meeting.id,
            motion=self.motion.id,
            closing=self.ground.closing,
            head=self.office.head([leaf for _, leaf in self.ballots], self.motion.id),
            ballots=tuple(self.ballots),
        )

    def own(self, member: Member) -> dict[str, object]:
        """The file for one delegate, who was given each receipt when the ballot was the newest but one."""
        mine = []
        for index, (cast, (ballot, leaf)) in enumerate(zip(self.casts, self.ballots, strict=True)):
            if cast.who.device != member.device:
                continue
            size = min(index + 2, len(self.leaves))
            head = self.office.head([one for _, one in self.ballots[:size]], self.motion.id)
            path = tuple(inclusion_proof(self.leaves[:size], index))
            log = LogReceipt(leaf=leaf, index=index, head=head, proof=path)
            mine.append(OwnBallot(ballot, log, tuple(consistency_proof(self.leaves, size))))
        return own_file(self.ground, member.person, mine, self._certs([member]))

    @property
    def opening(self) -> Envelope:
        here = self.office.delegates if self.present is None else self.present
        body = OpenMotion(
            motion=self.motion.id,
            motion_digest=self.digest,
            present=tuple(member.person for member in here),
        )
        return self.office.event(self.office.chu, body)

    @property
    def _manifest_digest(self) -> Digest:
        return digest(encode_payload(self.manifest))

    def _roots(self):
        keys = [self.office.root, *(a_key(f"root {n}") for n in range(self.new_roots))]
        self.roots = tuple(
            self.office.new_root(number, old, new) for number, (old, new) in enumerate(pairwise(keys), 2)
        )
        return keys[-1]

    def _cast(self) -> None:
        for number, cast in enumerate(self.casts):
            body = CastBallot(
                motion=self.motion.id,
                motion_digest="e" * 64 if cast.other_form else self.digest,
                choices=cast.choices,
                ballot_seq=cast.seq,
                nonce=f"{number:032}",
            )
            ballot = self.office.event(cast.who, body, seq=number + 1)
            leaf = Leaf(
                ballot=ballot.digest,
                person=cast.who.person,
                device=cast.who.device,
                recorded=NOON + timedelta(minutes=cast.minutes),
            )
            self.ballots.append((ballot, encode_payload(leaf)))

    def _closing(self) -> Closing:
        window = self.motion.window
        end = None if window.until is None else window.until + timedelta(seconds=window.grace_s)
        recorded = [
            Recorded(
                id=ballot.digest,
                person=cast.who.person,
                motion_digest=Digest("e" * 64) if cast.other_form else self.digest,
                choices=cast.choices,
                ballot_seq=cast.seq,
                late=end is not None and NOON + timedelta(minutes=cast.minutes) >= end,
                revoked=cast.revoked,
            )
            for cast, (ballot, _) in zip(self.casts, self.ballots, strict=True)
        ]
        here = self.office.delegates if self.present is None else self.present
        present = () if self.scheduled else tuple(member.person for member in here)
        result = tally(self.motion, self.digest, self.manifest.roll, present, recorded)
        return Closing(
            tenant=self.office.tenant,
            meeting=self.manifest.meeting.id,
            motion=self.motion.id,
            motion_digest=self.digest,
            opened=NOON,
            closed=NOON + timedelta(hours=1),
            closed_by=self.office.chu.person,
            manifest=self._manifest_digest,
            epoch=1,
            roster=2,
            opening="" if self.scheduled else self.opening.digest,
            act=self.office.ending(self.manifest).event_id,
            size=len(self.leaves),
            root=Digest(tree_root(self.leaves).hex()),
            present=present,
            statuses=tuple(
                Status(ballot=ballot, counted=counted, reason=reason)
                for ballot, counted, reason in sorted(
                    (fate.ballot, fate.counted, fate.reason) for fate in result.fates
                )
            ),
            counts=tuple(result.counts.items()),
            invalid=result.invalid,
            late=result.late,
            not_voted=result.not_voted,
            chair=result.chair,
        )

    def _certs(self, voters) -> list[Envelope]:
        listed = {cert.device for cert in self.roster.office}
        members = {member.device: member for member in voters if member.device not in listed}
        return [self.office.cert(members[device]) for device in sorted(members)]


def a_motion(office: PaperOffice, rule: Rule, *labels: str, seats: int = 1, **fields: object) -> Motion:
    """A motion with choices ``c1``, ``c2``, …"""
    motion = office.motion(rule=rule, max_choices=seats, **fields)
    choices = tuple(Choice(id=f"c{n}", label=label) for n, label in enumerate(labels, 1))
    return msgspec.structs.replace(motion, choices=choices) if labels else motion


def stories() -> dict[str, Story]:
    """One of each kind that differs in what a file holds."""
    office = PaperOffice()
    lan, minh, son = office.delegates
    ma = a_member("ma", Role.DELEGATE)
    twin = a_member("lan2", Role.DELEGATE, person=lan.person)
    rule = office.motion().rule
    chairs = msgspec.structs.replace(rule, tie=Tie.CHAIR)
    seats = msgspec.structs.replace(rule, form=Form.EACH, quorum=TWO_THIRDS, base=Base.VALID)
    low = Flag(id="may_resign", on=1, threshold=HALF, title="Có thể xin từ chức", title_en="May resign")
    rating = msgspec.structs.replace(rule, threshold=None, flags=(low,))
    poll = msgspec.structs.replace(rule, threshold=None, base=Base.CAST)
    until = NOON + timedelta(minutes=30)
    sealed = {"timing": Timing.SEALED_UNTIL, "until": until, "grace_s": 60}
    voting_chair = msgspec.structs.replace(a_motion(office, chairs), chair=office.chu.person)
    plain = [Cast(lan, ("c2",)), Cast(minh, ("c1",)), Cast(lan, ("c1",), 2), Cast(son, ("c2",))]
    every = [
        Cast(lan, ("c1",)),
        Cast(twin, ("c2",)),
        Cast(minh, ("c1",), 1, revoked=True),
        Cast(minh, ("c1",), 2, other_form=True),
        Cast(minh, ("c1", "c2"), 3),
        Cast(son, ("c1",), minutes=31),
        Cast(ma, ("c1",)),
    ]
    return {
        "plain": Story(office, a_motion(office, rule), plain, new_roots=1),
        "every": Story(office, a_motion(office, rule, **sealed), every, scheduled=True, new_roots=2),
        "chair": Story(
            office,
            voting_chair,
            [Cast(lan, ("c1",)), Cast(office.chu, ("c2",))],
            roll=[*office.delegates, office.chu],
            retired_approver=True,
        ),
        "seats": Story(
            office,
            a_motion(office, seats, "Ông A", "Bà B", "Ông C", seats=2),
            [Cast(lan, ("c1", "c2")), Cast(minh, ("c1", "c3")), Cast(son, ("c1",))],
        ),
        "rating": Story(office, a_motion(office, rating), [Cast(lan, ("c2",)), Cast(son, ("c2",))]),
        "poll": Story(
            office, a_motion(office, poll, "Sáng", "Chiều", seats=2), [Cast(minh, ("c1", "c2"))], present=[]
        ),
        "empty": Story(office, a_motion(office, rule)),
    }


def files() -> dict[str, dict[str, object]]:
    """A file of each story, and the delegates' forms of those that have one."""
    told = stories()
    lan = told["plain"].office.lan
    made = {name: story.named() for name, story in told.items()}
    return made | {f"{name}, own": told[name].own(lan) for name in ("plain", "every", "seats", "rating")}


def written(file: dict[str, object]) -> bytes:
    """As it lies on a disk."""
    return as_bytes(file)


def deliver(story: Story, vault: Vault) -> None:
    """Everything that a desk's laptop has heard of the motion when it is over."""
    ground, manifest = story.ground, story.manifest
    for root in ground.roots:
        vault.trust.put_root(root)
    vault.trust.put_roster(ground.roster)
    packet = Packet(seq=1, manifest=ground.manifest, descriptors=())
    vault.packets.put(packet, manifest, [])
    acts = [ground.close, ground.closing, *([] if ground.opening is None else [ground.opening])]
    for seq, envelope in enumerate(acts, 2):
        vault.events.add(Delivered(seq, NOON, envelope))
    vault.closed.put(story.closed)
