"""What must be true, whatever the line, the hub, the disks and the clocks do: numbers as in "Sync invariants"
of the design (acknowledged acts survive, nothing is shown half, versions never go back, …)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from simulator.laptop import Laptop
from simulator.office import DESK, LAN, MINH, OPEN, SECRET, SECRET_ITEM, Scene
from sqlalchemy import select

from reader.core import library
from reader.store.events import EventState
from sync.hub import tables
from sync.hub.stored import kept
from sync.hub.tables import PacketState
from sync.model.annotation import Audience
from sync.model.conduct import ConductAct, PutAttendance
from sync.model.events import (
    CastBallot,
    CloseMotion,
    Closing,
    DropMark,
    DropOpinion,
    EndVoting,
    Event,
    OpenMotion,
    PutMark,
    PutOpinion,
    PutSealedMark,
    RecallPacket,
)
from sync.model.ids import Digest, EventId
from sync.model.opinion import OnDocument, OnMark, OnOpinion, Opinion
from sync.model.projection import Projection, Standing
from sync.trust.receipts import read_receipt
from sync.wire.codec import decode_payload, digest


@dataclass
class Truth:
    """What was done, and what was seen of it."""

    scene: Scene
    acts: dict[str, set[str]] = field(default_factory=dict)
    """Every own act, by laptop: none may get lost."""
    all_acts: set[str] = field(default_factory=set)
    """Also those that went with a disk that was set back."""
    closings: set[str] = field(default_factory=set)
    approved: set[Digest] = field(default_factory=set)
    """Manifests with both signatures."""
    recalls: set[int] = field(default_factory=lambda: {0})
    """Versions that somebody of the desk took back."""
    highest: dict[str, int] = field(default_factory=dict)
    """The highest version that a laptop has shown."""
    canaries: list[str] = field(default_factory=list)
    """Texts of private notes."""
    set_back: set[str] = field(default_factory=set)
    """Laptops whose disk was put back to before what the hub knows, and which have not been told so yet."""
    out_of_order: bool = False
    """The hub and the laptops do not know of the same past: until a new epoch has come to all."""
    put_back: bool = False
    """The hub has come back from a backup: laptops may have versions that it lost."""
    needs_epoch: bool = False
    """Only a new epoch heals this."""
    betrayed: bool = False
    """A lying hub has said to some what was for others."""
    _opened: set[tuple[str, Digest, int]] = field(default_factory=set)
    _read: dict[str, set[str]] = field(default_factory=dict)
    """Acts on each laptop that were looked at: they are for its person."""

    def __post_init__(self) -> None:
        self.approved |= set(self.scene.made)
        for laptop in self.scene.laptops.values():
            self.note(laptop)

    # --- after every step

    def note(self, laptop: Laptop) -> None:
        """Remember what was done on this laptop."""
        mine = set(laptop.acts())
        self.acts.setdefault(laptop.name, set()).update(mine)
        self.all_acts |= mine
        events = tables.events.c
        with self.scene.hub.hub.database.read() as connection:
            query = select(events.id).where(events.kind == "closing")
            self.closings |= set(connection.execute(query).scalars())

    def check(self, laptop: Laptop) -> None:
        """What holds on a laptop at every moment."""
        acts = laptop.acts()
        assert self.acts[laptop.name] <= set(acts), "12: an act was lost"
        believed = laptop.events()
        assert believed <= self.all_acts | self.closings, "a lie was believed"
        if not self.betrayed:
            self._check_readers(laptop, believed - self._read.get(laptop.name, set()))
            self._read[laptop.name] = believed
        settled = [own for own in acts.values() if own.state != EventState.PENDING]
        assert all(own.receipt is not None for own in settled), "1: settled, and nobody acknowledged it"
        self._check_shown(laptop)
        if not self.out_of_order:
            self._check_receipts(laptop)

    def _check_readers(self, laptop: Laptop, believed: set[str]) -> None:
        for name in believed & self.all_acts:
            event = decode_payload(laptop.envelope(name).payload, Event)
            body = event.body
            if event.person == laptop.book.identity.person:
                continue
            if isinstance(body, PutOpinion):
                self._check_hearer(laptop, body.opinion)
            elif isinstance(body, PutAttendance):
                assert laptop.name in DESK or body.person == laptop.book.identity.person, "11: an attendance"
            elif isinstance(body, ConductAct):
                secret = body.item == SECRET_ITEM
                assert not secret or laptop.name in (*DESK, LAN), "11: of a restricted item"
            elif laptop.name in DESK:
                assert not isinstance(body, CastBallot | PutSealedMark), "11: what is private"
            else:
                shared = (
                    PutMark | DropMark | DropOpinion | OpenMotion | EndVoting | CloseMotion | RecallPacket
                )
                assert isinstance(body, shared), "11: the desk's alone"
                assert not isinstance(body, PutMark) or body.mark.audience is Audience.MEETING, "11: a note"

    def _check_hearer(self, laptop: Laptop, opinion: Opinion) -> None:
        """Another's opinion is for the desk, its thread's author, or those who may have its matter."""
        if laptop.name in DESK:
            return
        me = laptop.book.identity.person
        about = opinion.about
        if isinstance(about, OnDocument):
            assert opinion.audience is Audience.MEETING, "11: an opinion"
            assert about.document == OPEN or laptop.name == LAN, "11: of a restricted document"
            return
        projection = laptop.book.project(self.scene.meeting)
        if isinstance(about, OnMark):
            mine = any(f.mark.id == about.mark and f.person == me for f in projection.marks)
        else:
            assert isinstance(about, OnOpinion)
            mine = any(f.opinion.id == about.opinion and f.person == me for f in projection.opinions)
        assert mine or opinion.audience is Audience.MEETING or self._wrote(laptop, about), "11: a reply"

    def _wrote(self, laptop: Laptop, about: OnMark | OnOpinion) -> bool:
        """Also what was deleted since, or went with a disk that was set back."""
        subject = about.mark if isinstance(about, OnMark) else about.opinion
        for name in self.all_acts & laptop.events():
            event = decode_payload(laptop.envelope(name).payload, Event)
            if event.person == laptop.book.identity.person and _id_of(event) == subject:
                return True
        return False

    def _check_shown(self, laptop: Laptop) -> None:
        meeting, packets = self.scene.meeting, laptop.vault.packets
        tombstone = packets.tombstone(meeting)
        assert tombstone in self.recalls, "a recall was believed that nobody of the desk made"
        shown = packets.current(meeting)
        if shown is None:
            return
        version = shown.manifest.version
        assert shown.digest in self.approved, "8: shown without two signatures"
        assert shown.digest in self.scene.made
        assert version > tombstone, "9: a recalled version is shown"
        highest = self.highest.get(laptop.name, 0)
        assert version >= highest, f"7: version {version} after {highest}"
        self.highest[laptop.name] = version
        made = self.scene.made[shown.digest]
        for item in shown.items:
            for document in item.documents:
                assert document.id != SECRET or laptop.name != MINH, "a restricted document"
                if laptop.vault.documents.is_complete(document.sha256):
                    self._open(laptop, document.sha256, made.documents[document.id], version)
        for other in self.scene.made.values():
            secret = digest(other.documents[SECRET])
            assert laptop.name != MINH or not laptop.vault.documents.is_complete(secret)

    def _open(self, laptop: Laptop, sha256: Digest, expected: bytes, version: int) -> None:
        """A document that is called whole opens, and is the one that was signed."""
        if (laptop.name, sha256, version) in self._opened:
            return
        self._opened.add((laptop.name, sha256, version))
        assert laptop.read(sha256) == expected, "6: a document opens as another"

    def _check_receipts(self, laptop: Laptop) -> None:
        outcomes = tables.outcomes.c
        settled = {name: own.receipt for name, own in laptop.acts().items() if own.receipt is not None}
        with self.scene.hub.hub.database.read() as connection:
            rows = connection.execute(
                select(outcomes.event, outcomes.receipt).where(outcomes.event.in_(list(settled)))
            )
            at_hub = {row.event: row.receipt for row in rows}
        assert at_hub == settled, "1: what was acknowledged is not at the hub as it was"

    # --- when everything is quiet

    def check_all(self) -> None:
        """What holds after good lines have brought everything everywhere."""
        self.out_of_order = False
        for laptop in self.scene.laptops.values():
            self.note(laptop)
        for laptop in self.scene.laptops.values():
            self.check(laptop)
            self._check_quiet(laptop)
        self._check_canaries()
        self._check_marks()
        self._check_opinions()
        self._check_closings()
        assert not self.scene.leaks, "17: a revoked laptop was given bytes"

    def _check_quiet(self, laptop: Laptop) -> None:
        assert not self.waiting(laptop), "15: an act waits for ever"
        assert self.acts[laptop.name] == set(laptop.acts())
        if laptop.name in self.scene.cut_off:
            assert library.meeting(laptop.book, self.scene.meeting) is None
            return
        packets, versions = tables.packets.c, laptop.vault.packets
        with self.scene.hub.hub.database.read() as connection:
            rows = connection.execute(
                select(packets.manifest, packets.version, packets.state).where(packets.published.is_not(None))
            ).all()
        recalled = max((row.version for row in rows if row.state == PacketState.RECALLED), default=0)
        newest = max(rows, key=lambda row: row.version, default=None)
        assert versions.tombstone(self.scene.meeting) >= recalled, "9: a recall did not arrive"
        shown = versions.current(self.scene.meeting)
        if newest is None or newest.state == PacketState.RECALLED:
            return
        assert shown is not None, "the newest version is not shown"
        if self.put_back and shown.manifest.version >= newest.version and shown.digest != newest.manifest:
            return  # two persons signed it, and the hub has lost it
        assert shown.digest == newest.manifest, "the newest version is not shown"
        if not shown.erased and shown.manifest.lease > laptop.book.now():
            progress = laptop.vault.downloads.progress(self.scene.meeting)
            assert all(each.complete for each in progress), "5: a document did not come"

    def _check_canaries(self) -> None:
        files = [path for path in self.scene.office.folder.rglob("*") if path.is_file()]
        data = b"".join(path.read_bytes() for path in files)
        for canary in self.canaries:
            assert canary.encode() not in data, "11: a private note is at the hub"

    def waiting(self, laptop: Laptop) -> set[str]:
        """Own acts without a receipt."""
        return {name for name, own in laptop.acts().items() if own.state == EventState.PENDING}

    def project(self, laptop: Laptop) -> Projection:
        """What the laptop makes of what it knows."""
        return laptop.book.project(self.scene.meeting)

    def _check_marks(self) -> None:
        """10: everybody sees the same marks in the meeting, and those that the log says."""
        at_hub = self._marks_at_hub()
        # What a restored hub has lost its author brings again; of one revoked since, it stays where it was.
        silent = {self.scene.mould.people[name] for name in self.scene.cut_off} if self.put_back else set()
        for name, laptop in self.scene.laptops.items():
            if name not in self.scene.cut_off:
                marks = self._marks(laptop)
                more, less = marks - at_hub, at_hub - marks
                others = [mark for mark in (*more, *less) if mark[0] not in silent]
                assert not others, f"10: {name} sees {more} and not {less}"

    def _marks(self, laptop: Laptop) -> Counter[tuple[str, str, str]]:
        projection = self.project(laptop)
        return Counter(
            (fact.person, fact.mark.id, fact.mark.text)
            for fact in projection.marks
            if fact.mark.audience is Audience.MEETING and fact.standing is not Standing.REFUSED
        )

    def _marks_at_hub(self) -> Counter[tuple[str, str, str]]:
        events = tables.events.c
        with self.scene.hub.hub.database.read() as connection:
            rows = connection.execute(select(events.envelope).where(events.kind == "mark")).scalars()
            happened = [decode_payload(kept(row).payload, Event) for row in rows]
        dropped = {(e.person, e.body.id) for e in happened if isinstance(e.body, DropMark)}
        puts = [(e.person, e.body.mark) for e in happened if isinstance(e.body, PutMark)]
        return Counter(
            (person, mark.id, mark.text)
            for person, mark in puts
            if mark.audience is Audience.MEETING and (person, mark.id) not in dropped
        )

    def _check_opinions(self) -> None:
        """10: whoever may read an opinion sees the same threads and answers, and those that the log says."""
        if self.put_back:
            return  # what a restored hub has lost stays with those who had it
        events = tables.events.c
        with self.scene.hub.hub.database.read() as connection:
            rows = connection.execute(select(events.envelope).where(events.kind == "opinion")).scalars()
            happened = [decode_payload(kept(row).payload, Event) for row in rows]
        dropped = {(e.person, e.body.id) for e in happened if isinstance(e.body, DropOpinion)}
        puts = {(e.person, e.body.opinion.id) for e in happened if isinstance(e.body, PutOpinion)} - dropped
        for name in DESK:
            facts = self.project(self.scene.laptops[name]).opinions
            seen = {(f.person, f.opinion.id) for f in facts if f.standing is not Standing.REFUSED}
            assert seen == puts, f"10: {name} sees {seen - puts} and not {puts - seen}"

    def _check_closings(self) -> None:
        """13: one ballot for each person, and the totals are what the log says."""
        motions, ballots, events = tables.motions.c, tables.ballots.c, tables.events.c
        people = self.scene.mould.people
        roll = {people[LAN], people[MINH]}
        with self.scene.hub.hub.database.read() as connection:
            closed = connection.execute(select(tables.motions).where(motions.closing.is_not(None))).all()
            for motion in closed:
                closing = decode_payload(kept(motion.closing).payload, Closing)
                rows = connection.execute(
                    select(ballots.id, ballots.person, ballots.late, ballots.revoked, events.envelope)
                    .join(tables.events, events.id == ballots.id)
                    .where(ballots.motion == motion.id)
                ).all()
                log: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
                for row in rows:
                    body = decode_payload(kept(row.envelope).payload, Event).body
                    assert isinstance(body, CastBallot)
                    if row.person in roll and not (row.late or row.revoked):
                        assert body.motion_digest == closing.motion_digest
                        log.setdefault(row.person, []).append((body.ballot_seq, row.id, body.choices))
                counts: Counter[str] = Counter()
                counted = set()
                for mine in log.values():
                    top = max(number for number, _, _ in mine)
                    last = [(name, choices) for number, name, choices in mine if number == top]
                    if len(last) == 1:
                        counted.add(last[0][0])
                        counts.update(last[0][1])
                assert {s.ballot for s in closing.statuses if s.counted} == counted, "13: other ballots count"
                assert {c: n for c, n in closing.counts if n} == dict(counts), "13: another tally"
                assert closing.size == len(rows)


def _id_of(event: Event) -> str:
    match event.body:
        case PutMark() as put:
            return put.mark.id
        case PutOpinion() as said:
            return said.opinion.id
        case PutSealedMark() | DropMark() | DropOpinion() as named:
            return named.id
        case _:
            return ""


def accepted(laptop: Laptop, event: EventId) -> bool:
    """Whether the hub took this own act."""
    receipt = laptop.acts()[event].receipt
    return receipt is not None and read_receipt(receipt, event).accepted


def folder_of(scene: Scene, name: str) -> Path:
    """Where a copy of a laptop's disk lies."""
    return scene.folder / f"{name}.copy"
