"""Closed motions made by hand, and the files that prove them: the hub's part, then the exporter's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import msgspec
from support.packets import NOON, Member, PaperOffice, a_key, a_member

from reader.core.evidence_file import Entry, Ground, OwnBallot, as_bytes, named_file, own_file
from reader.store.vault import Vault
from sync.model.counts import AdmitBallot, ConfirmVotes, EnterVotes, Means, Named, Totals, fit_together
from sync.model.events import CastBallot, CloseMotion, Closing, EndVoting, OpenMotion, Status
from sync.model.ids import Digest
from sync.model.meeting import AgendaItem, Manifest
from sync.model.motion import Choice, Late, Motion
from sync.model.people import Role
from sync.model.rules import Base, Flag, Form, Rule, Secrecy, Threshold, Tie, Timing
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


@dataclass(frozen=True)
class Entering:
    """One entry of a story: votes, or the number of the ballot (from 0) that is admitted."""

    votes: Named | Totals | AdmitBallot | EnterVotes | int
    means: Means = Means.HAND
    by: Member | None = None
    """The secretary, unless told otherwise,"""
    confirmer: Member | None = None
    """and the chair."""


@dataclass(frozen=True)
class Ending:
    """The voting ended before the close, when the log held so many ballots."""

    in_time: int
    minutes: float = 20
    early: bool = False


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
    entered: Sequence[Entering] = ()
    """Those that count."""
    ending: Ending | None = None
    early: bool = False
    """As the close says."""
    left: Sequence[Member] = ()
    """Those who were no more there at the close."""
    lasted: float = 60
    """Minutes from its opening to its close."""
    items: Sequence[AgendaItem] = ()
    """Of its packet,"""
    after: Manifest | None = None
    """and the version before that, if there is one."""
    new_roots: int = 0
    retired_approver: bool = False
    lie: Callable[[Closing], Closing] = lambda closing: closing
    """What the recorder signs instead."""
    ballots: list[tuple[Envelope, bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        office = self.office
        self.manifest: Manifest = office.manifest(
            *self.items, motions=(self.motion,), roll=self.roll, after=self.after
        )
        self.digest = motion_digest(self.manifest, self.motion)
        self.root = self._roots()
        self._cast()
        self.entries = self._enter()
        self.leaves = [leaf_hash(leaf) for _, leaf in self.ballots]
        self.closing = self.lie(self._closing())
        rooms = [office.room] if office.recorder else []
        roster = office.roster(3, office=[*office.desk, office.kiem, *rooms])
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
            closing=office.by_recorder(Kind.CLOSING, self.closing),
            opening=None if self.scheduled else self.opening,
            end=self.end,
            close=self.close,
            entries=self.entries,
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
        for index in self._own_places(member):
            ballot, leaf = self.ballots[index]
            size = min(index + 2, len(self.leaves))
            head = self.office.head([one for _, one in self.ballots[:size]], self.motion.id)
            path = tuple(inclusion_proof(self.leaves[:size], index))
            log = LogReceipt(leaf=leaf, index=index, head=head, proof=path)
            mine.append(OwnBallot(ballot, log, tuple(consistency_proof(self.leaves, size))))
        own = {self.ballots[place][0].digest for place in self._own_places(member)}
        entries = tuple(one for one in self.entries if _is_about(one, member, own))
        ground = replace(self.ground, entries=entries)
        return own_file(ground, member.person, mine, self._certs([member] if mine else []))

    def _own_places(self, member: Member) -> list[int]:
        return [place for place, cast in enumerate(self.casts) if cast.who.device == member.device]

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
    def end(self) -> Envelope | None:
        if self.ending is None:
            return None
        body = EndVoting(motion=self.motion.id, early=self.ending.early)
        return self.office.event(self.office.thu, body, seq=2)

    @property
    def close(self) -> Envelope:
        here = self.office.delegates if self.present is None else self.present
        present = tuple(member.person for member in here if member not in self.left)
        body = CloseMotion(motion=self.motion.id, present=present, early=self.early)
        return self.office.event(self.office.chu, body, seq=3)

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

    def _enter(self) -> tuple[Entry, ...]:
        """What two of the desk sign, in order of entry."""
        made = []
        for seq, one in enumerate(self.entered, 10):
            body: AdmitBallot | EnterVotes
            if isinstance(one.votes, AdmitBallot | EnterVotes):
                body = one.votes
            elif isinstance(one.votes, int):
                ballot = self.ballots[one.votes][0].digest
                body = AdmitBallot(motion=self.motion.id, ballot=ballot, reason="Mất điện lúc biểu quyết")
            else:
                body = EnterVotes(
                    motion=self.motion.id, motion_digest=self.digest, means=one.means, votes=one.votes
                )
            entry = self.office.event(one.by or self.office.thu, body, seq=seq)
            word = ConfirmVotes(motion=self.motion.id, entry=entry.event_id)
            made.append(Entry(entry, self.office.event(one.confirmer or self.office.chu, word, seq=seq)))
        return tuple(sorted(made, key=lambda one: one.entry.digest))

    def _closing(self) -> Closing:
        window = self.motion.window
        end = None if window.until is None else window.until + timedelta(seconds=window.grace_s)
        in_time = len(self.casts) if self.ending is None else self.ending.in_time
        admitted = {one.votes for one in self.entered if isinstance(one.votes, int)}
        recorded = [
            Recorded(
                id=ballot.digest,
                person=cast.who.person,
                motion_digest=Digest("e" * 64) if cast.other_form else self.digest,
                choices=cast.choices,
                ballot_seq=cast.seq,
                late=index not in admitted
                and (index >= in_time or (end is not None and NOON + timedelta(minutes=cast.minutes) >= end)),
                revoked=cast.revoked,
            )
            for index, (cast, (ballot, _)) in enumerate(zip(self.casts, self.ballots, strict=True))
        ]
        here = self.office.delegates if self.present is None else self.present
        present = () if self.scheduled else tuple(member.person for member in here)
        bodies = [one.says for one in self.entries]
        votes = [body for body in bodies if isinstance(body, EnterVotes)]
        if not fit_together(self.motion, votes, (entry.person for entry in self.manifest.roll)):
            votes = []  # no hub counts these
        result = tally(self.motion, self.digest, self.manifest.roll, present, recorded, votes)
        self.result = result
        return Closing(
            tenant=self.office.tenant,
            meeting=self.manifest.meeting.id,
            motion=self.motion.id,
            motion_digest=self.digest,
            opened=NOON,
            closed=NOON + timedelta(minutes=self.lasted),
            closed_by=self.office.chu.person,
            manifest=self._manifest_digest,
            epoch=1,
            roster=2,
            opening="" if self.scheduled else self.opening.digest,
            ended=None if self.ending is None else NOON + timedelta(minutes=self.ending.minutes),
            end="" if self.end is None else self.end.digest,
            act=self.close.event_id,
            size=len(self.leaves),
            in_time=in_time,
            root=Digest(tree_root(self.leaves).hex()),
            present=present,
            present_at_close=tuple(member.person for member in here if member not in self.left),
            entries=tuple((one.entry.event_id, one.confirm.event_id) for one in self.entries),
            entered=result.entered,
            entered_invalid=result.entered_invalid,
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


def _is_about(one: Entry, member: Member, ballots: set[str]) -> bool:
    body = one.says
    if isinstance(body, AdmitBallot):
        return body.ballot in ballots
    return (
        isinstance(body, EnterVotes) and isinstance(body.votes, Named) and body.votes.person == member.person
    )


def totals(
    members: Sequence[Member],
    *,
    returned: int,
    counts: Sequence[int],
    invalid: int = 0,
    tellers: Sequence[str] = (),
) -> Totals:
    """What was counted of these."""
    return Totals(
        persons=tuple(member.person for member in members),
        returned=returned,
        invalid=invalid,
        counts=tuple((f"c{n}", number) for n, number in enumerate(counts, 1)),
        tellers=tuple(tellers),
    )


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
        "empty": Story(office, a_motion(office, rule), early=True, lasted=0.4),
        "hands": hands(office),
        "room": hands(PaperOffice(recorder=office.room.device)),
        "paper": paper(office),
        "chair by hand": Story(
            office,
            voting_chair,
            [Cast(lan, ("c1",))],
            roll=[*office.delegates, office.chu],
            entered=[Entering(Named(person=office.chu.person, choices=("c2",)), confirmer=office.kiem)],
            ending=Ending(in_time=1, minutes=0.1, early=True),
        ),
    }


def hands(office: PaperOffice, **changes: Any) -> Story:
    """Four laptops, two of them late, of which one was admitted; a hand of somebody whose ballot came all
    the same; one of somebody without a laptop; and three who were given paper."""
    lan, minh, son = office.delegates
    ma, hoa, ty, teo, tam, tu = (
        a_member(name, Role.DELEGATE) for name in ("ma", "hoa", "ty", "teo", "tam", "tu")
    )
    motion = a_motion(office, office.motion().rule)
    window = msgspec.structs.replace(motion.window, late=Late.MAY_BE_ADMITTED)
    given: dict[str, Any] = {
        "casts": [
            Cast(lan, ("c1",)),
            Cast(ma, ("c2",)),
            Cast(minh, ("c2",)),
            Cast(son, ("c1",), minutes=21),
            Cast(hoa, ("c2",), minutes=22),
        ],
        "roll": [*office.delegates, ma, hoa, ty, teo, tam, tu],
        "left": [son],
        "ending": Ending(in_time=3),
        "entered": [
            Entering(Named(person=ma.person, choices=("c1",))),
            Entering(Named(person=ty.person, choices=("c3",)), by=office.kiem, confirmer=office.thu),
            Entering(
                totals(
                    (teo, tam, tu), returned=2, counts=(1, 0, 0), invalid=1, tellers=("Bùi Kiểm", "Vũ Đếm")
                ),
                Means.PAPER,
            ),
            Entering(3, by=office.chu, confirmer=office.thu),
        ],
    }
    return Story(office, msgspec.structs.replace(motion, window=window), **{**given, **changes})


def paper(office: PaperOffice, **changes: Any) -> Story:
    """A secret motion: nobody's ballot, one box."""
    rule = msgspec.structs.replace(office.motion().rule, form=Form.EACH)
    motion = a_motion(office, rule, "Ông A", "Bà B", seats=2, secrecy=Secrecy.SECRET)
    box = Entering(totals(office.delegates, returned=3, invalid=1, counts=(2, 1)), Means.PAPER, office.kiem)
    return Story(office, motion, **{"entered": [box], **changes})


def files() -> dict[str, dict[str, object]]:
    """A file of each story, and the delegates' forms of those that have one."""
    told = stories()
    lan, son = told["plain"].office.lan, told["plain"].office.son
    made = {name: story.named() for name, story in told.items()}
    made |= {f"{name}, own": told[name].own(lan) for name in ("plain", "every", "seats", "rating", "hands")}
    ma, ty, hoa = (a_member(name, Role.DELEGATE) for name in ("ma", "ty", "hoa"))
    of_hands = {"both": ma, "entered": ty, "admitted": son, "late": hoa}
    return made | {f"hands {name}, own": told["hands"].own(member) for name, member in of_hands.items()}


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
    acts = [one for one in (ground.opening, ground.end, ground.close, ground.closing) if one is not None]
    acts += [envelope for entry in ground.entries for envelope in entry]
    for seq, envelope in enumerate(acts, 2):
        vault.events.add(Delivered(seq, NOON, envelope))
    vault.closed.put(story.closed)
