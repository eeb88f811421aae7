"""What must be true where there are several ways: ``Truth``, and that all who may know it know the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from simulator.laptop import Laptop
from simulator.office import DESK, DUYET, LAN, MINH, SEALED, SECRET, SECRET_ITEM, STRICT, THU, RealHub
from simulator.rooms import ADDED, RoomScene, doubled, log_of, motion_of
from simulator.truth import Truth
from sqlalchemy import select

from reader.store.events import EventState
from sync.errors import Code
from sync.hub import tables
from sync.hub.tables import To
from sync.model.annotation import Audience
from sync.model.conduct import ConductAct
from sync.model.events import (
    CastBallot,
    CheckIn,
    DropMark,
    DropOpinion,
    Event,
    PutMark,
    PutOpinion,
    PutSealedMark,
    RecallPacket,
    ReportDestroyed,
)
from sync.model.ids import EventId
from sync.model.opinion import OnDocument
from sync.model.projection import Projection, Standing, project
from sync.trust.receipts import read_receipt
from sync.wire.codec import decode_payload

_WORDS = (PutMark, PutSealedMark, DropMark, PutOpinion, DropOpinion, CheckIn, ConductAct)
"""What everybody may say whenever they like, and each hub takes."""


class Witnesses(Truth):
    """Of an office with a room hub."""

    scene: RoomScene

    def note(self, laptop: Laptop) -> None:
        super().note(laptop)
        self.closings |= _closings(self.scene.room)

    def _check_receipts(self, laptop: Laptop) -> None:
        """1: each act is settled as its recorder has settled it."""
        acts = laptop.acts()
        settled = {name: own.receipt for name, own in acts.items() if own.receipt is not None}
        rooms = {name for name in settled if self._event(laptop, name).recorder == self.scene.device}
        known = _outcomes(self.scene.hub, settled.keys() - rooms) | _outcomes(self.scene.room, rooms)
        assert known == settled, "1: what was acknowledged is not at its recorder as it was"

    def check_all(self) -> None:
        super().check_all()
        self._check_hubs()
        self._check_logs()
        self._check_refused()
        for name, laptop in self.scene.laptops.items():
            laptop.vault.outbox.check_chain()
            if name not in self.scene.cut_off:
                self._check_told(laptop)
        self._check_alike()

    def project(self, laptop: Laptop) -> Projection:
        """Without what was taken and changed nothing, as a second opening: of that only who said it knows."""
        told = self._told()
        facts = laptop.book._facts(laptop.vault.events.of_meeting(self.scene.meeting))
        return project(fact for fact in facts if fact.standing is not Standing.ACCEPTED or fact.id in told)

    def _told(self) -> set[str]:
        events = tables.events.c
        with self.scene.hub.hub.database.read() as connection:
            return set(connection.execute(select(events.id)).scalars())

    def _check_canaries(self) -> None:
        super()._check_canaries()
        elsewhere = [self.scene.room.folder, *self.scene.folder.glob("stick-*")]
        files = [path for folder in elsewhere for path in folder.rglob("*") if path.is_file()]
        data = b"".join(path.read_bytes() for path in files)
        for canary in self.canaries:
            assert canary.encode() not in data, "11: a private note is at the room hub, or on a stick"

    def _check_hubs(self) -> None:
        for hub in (self.scene.hub, self.scene.room):
            assert doubled(hub) == [], "14: delivered twice"
        for name, laptop in self.scene.laptops.items():
            if name in self.scene.cut_off or laptop.is_copied():
                continue
            head = laptop.vault.outbox.head()
            assert _head(self.scene.hub, laptop) == head, f"14: the office lacks what {name} did"
            at_room = _head(self.scene.room, laptop)
            gone = at_room[1] in self.all_acts - laptop.acts().keys()  # with the disk that was put back
            assert at_room == head or gone, f"14: the room hub lacks what {name} did"

    def _check_refused(self) -> None:
        """14: nobody's word is refused because of the way it came, or because it came before another."""
        for name, laptop in self.scene.laptops.items():
            if name in self.scene.cut_off:
                continue
            for act, own in laptop.acts().items():
                body = self._event(laptop, act).body
                if own.receipt is None or not isinstance(body, _WORDS):
                    continue
                receipt = read_receipt(own.receipt, EventId(act))
                good = receipt.accepted or receipt.code in (Code.DEVICE_COPIED, Code.THREAD_ENDED)
                if isinstance(body, PutOpinion) and name == MINH:
                    about = body.opinion.about
                    good = good or (isinstance(about, OnDocument) and about.document == SECRET)
                assert good, f"14: {name}'s {body} was refused: {receipt.code}"

    def _check_logs(self) -> None:
        """4, 13: one log a motion, at its recorder and at the office; a ballot stands in it once."""
        stands = motion_of(self.scene.hub, STRICT)
        at_room = log_of(self.scene.room, STRICT)
        if stands["recorder"] == self.scene.device:
            assert at_room == log_of(self.scene.hub, STRICT), "14: the office has another log"
            room = motion_of(self.scene.room, STRICT)
            names = stands.keys() - {"offered"}  # to be voted on, which of what is over is not asked
            apart = {what: (stands[what], room[what]) for what in names if stands[what] != room[what]}
            assert not apart, f"14: the motion stands otherwise: {apart}"
        else:
            assert at_room == [], "14: two hubs have recorded one motion"
        assert log_of(self.scene.room, SEALED) == []
        entered: dict[str, set[str]] = {STRICT: set(), SEALED: set(), ADDED: set()}
        for name, laptop in self.scene.laptops.items():
            for act, own in laptop.acts().items():
                body = self._event(laptop, act).body
                if own.receipt is None:
                    free = name in self.scene.cut_off or self._may_wait(body)
                    assert free or act not in self.waiting(laptop), "15: waits for ever"
                    continue
                receipt = read_receipt(own.receipt, EventId(act))
                if isinstance(body, CastBallot) and receipt.log is not None:
                    entered[body.motion].add(act)
            assert laptop.vault.heads.forks() == [], "4: two logs of one motion"
        for motion in (STRICT, SEALED, ADDED):
            log = [str(row[1]) for row in log_of(self.scene.hub, motion)]
            assert len(set(log)) == len(log), "2: a ballot stands twice in its log"
            assert entered[motion] <= set(log), "4: a receipt, and no ballot"

    def _may_wait(self, body: object) -> bool:
        """A ballot on what was in a refused packet alone: that may be submitted again."""
        if not isinstance(body, CastBallot) or body.motion != ADDED:
            return False
        motions = tables.motions.c
        with self.scene.hub.hub.database.read() as connection:
            return connection.execute(select(motions.id).where(motions.id == ADDED)).first() is None

    def _check_told(self, laptop: Laptop) -> None:
        """14: a laptop knows what the office has for it, and of others nothing else."""
        known = laptop.vault.events.of_meeting(self.scene.meeting)
        here = {one.id for one in known if one.state is not EventState.REFUSED}
        due = self._due(laptop)
        lacking = {name: self._kind(laptop, name) for name in due - here}
        # Of a copy that was reported destroyed before nobody is told again.
        lacking = {name: kind for name, kind in lacking.items() if kind not in ("refused", "destroyed")}
        assert not lacking, f"14: {laptop.name} lacks {sorted(lacking.values())}"
        waits = [self.waiting(each) for each in self.scene.laptops.values()]
        others = here - due - set(laptop.acts()) - set().union(*waits)
        kinds = [type(self._event(laptop, name).body) for name in others]
        # What the other hub had done already was no news at the office.
        kinds = [kind.__name__ for kind in kinds if kind not in (ReportDestroyed, RecallPacket)]
        assert not kinds, f"14: {laptop.name} alone has {kinds}"

    def _kind(self, laptop: Laptop, name: str) -> str:
        own = laptop.acts().get(name)
        if own is not None and own.state == EventState.REFUSED:
            return "refused"
        events = tables.events.c
        with self.scene.hub.hub.database.read() as connection:
            return str(connection.execute(select(events.kind).where(events.id == name)).scalar_one())

    def _due(self, laptop: Laptop) -> set[str]:
        """What the office's order has for this laptop."""
        deliveries, readers = tables.deliveries.c, tables.readers.c
        person, desk = laptop.book.identity.person, laptop.name in DESK
        with self.scene.hub.hub.database.read() as connection:
            reads = (
                connection.execute(select(readers.meeting).where(readers.person == person)).scalars().all()
            )
            rows = connection.execute(
                select(deliveries).where(
                    deliveries.event.is_not(None), deliveries.meeting == self.scene.meeting
                )
            ).all()
        everybody = {To.DESK, To.TELLERS, To.MEETING} if desk else {To.MEETING}
        return {
            row.event
            for row in rows
            if (row.audience in everybody and (desk or row.meeting in reads))
            or (row.audience == To.PERSON and row.person == person)
        }

    def _check_alike(self) -> None:
        """14: what laptops make of it is the same, as far as each may know it."""
        laptops = {n: one for n, one in self.scene.laptops.items() if n not in self.scene.cut_off}
        seen = {name: self.project(one) for name, one in laptops.items()}
        thu = seen[THU]
        one, other = _all(thu), _all(seen[DUYET])
        apart = {what: (one[what], other[what]) for what in one if one[what] != other[what]}
        assert not apart, f"14: the desk's laptops are not of one mind: {apart}"
        for name, mine in seen.items():
            assert _motions(mine) == _motions(thu), f"14: motions stand otherwise for {name}"
            person = self.scene.mould.people[name]
            assert mine.check_ins.get(person) == _as_own(thu, person, mine), f"14: attendance of {name}"
            if name == LAN:
                assert _sits(mine) == _sits(thu), "14: the meeting sits elsewhere"
            point = thu.sitting.point
            if name == MINH and (point is None or point.point.item != SECRET_ITEM):
                assert _point(mine) == _point(thu), "14: the meeting is elsewhere"

    def _event(self, laptop: Laptop, name: str) -> Event:
        return decode_payload(laptop.envelope(name).payload, Event)


def _closings(hub: RealHub) -> set[str]:
    events = tables.events.c
    with hub.hub.database.read() as connection:
        return set(connection.execute(select(events.id).where(events.kind == "closing")).scalars())


def _outcomes(hub: RealHub, names: Any) -> dict[str, bytes]:
    outcomes = tables.outcomes.c
    with hub.hub.database.read() as connection:
        rows = connection.execute(
            select(outcomes.event, outcomes.receipt).where(outcomes.event.in_(list(names)))
        )
        return {row.event: row.receipt for row in rows}


def _head(hub: RealHub, laptop: Laptop) -> tuple[int, str]:
    devices = tables.devices.c
    with hub.hub.database.read() as connection:
        row = connection.execute(
            select(devices.head_seq, devices.head_id).where(devices.id == laptop.book.identity.device)
        ).one()
    return row.head_seq, row.head_id


# --- projections, without whether it was this laptop that did it


def _all(known: Projection) -> dict[str, object]:
    shared = [f for f in known.marks if f.mark.audience is not Audience.PRIVATE]
    marks = [f for f in shared if f.standing is not Standing.REFUSED]
    return {
        "marks": Counter((f.event, f.mark.id, f.mark.text) for f in marks),
        "opinions": [f.event for f in known.opinions if f.standing is not Standing.REFUSED],
        "attendance": {person: (f.event, f.at) for person, f in known.check_ins.items()},
        "ready": {device: (f.report, f.seq) for device, f in known.ready.items()},
        "sitting": _sits(known),
        "motions": _motions(known),
    }


def _sits(known: Projection) -> object:
    turns = [(t.turn, t.began, t.ended, t.allowed, t.dropped, t.added) for t in known.sitting.turns]
    return _point(known), turns, known.sitting.order, known.sitting.gone


def _point(known: Projection) -> object:
    point = known.sitting.point
    return None if point is None else (point.point, point.person, point.at)


def _motions(known: Projection) -> object:
    """Of each that was ever opened. A second end changes nothing, and only who pressed it knows of it."""
    return {
        motion: {
            "opened": (facts.opened, facts.present, facts.recorder, facts.openings),
            "ended": facts.ends[:1],
            "closed": (facts.closing, facts.close_asked, facts.annulled),
        }
        for motion, facts in known.motions.items()
        if facts.opened is not None or facts.closing is not None
    }


def _as_own(known: Projection, person: Any, mine: Projection) -> object:
    """The desk's word on a person, with that person's own standing."""
    fact, own = known.check_ins.get(person), mine.check_ins.get(person)
    if fact is None or own is None:
        return fact
    return replace(fact, standing=own.standing)
