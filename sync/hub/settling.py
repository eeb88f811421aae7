"""How one event is settled: once, in its device's order, with a receipt in the effect's own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import awaiting, effects, tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Entered, Verdict
from sync.hub.effects.ballots import keep_evidence
from sync.hub.stored import keep
from sync.model.events import CastBallot
from sync.model.ids import DeviceId, Digest, EventId, MeetingId, MotionId
from sync.model.people import Role
from sync.trust.receipts import read_receipt
from sync.trust.recorders import is_for
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import LogReceipt, Outcome, Receipt, Retry
from sync.wire.statements import Head

_MOST = 500
"""Looked up with one question."""

_outcomes, _motions = tables.outcomes, tables.motions
_KNOWN = select(_outcomes.c.event, _outcomes.c.receipt).where(
    _outcomes.c.event.in_(bindparam("events", expanding=True))
)
_RECORD = insert(_outcomes)
_NEW_HEAD = update(_motions).where(_motions.c.id == bindparam("motion")).values(head=bindparam("signed"))


@dataclass(frozen=True)
class _Settled:
    event: EventId
    device: DeviceId
    verdict: Verdict


class Settling:
    """The events of one batch. ``expect`` some, ``settle`` each, then ``finish`` once, then commit."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._settled: dict[EventId, _Settled] = {}
        self._stored: dict[EventId, bytes] = {}
        self._new: set[EventId] = set()
        """Looked up, and not stored before this batch."""

    def expect(self, acts: Sequence[Act]) -> None:
        """Look up together what ``settle`` would look up for each."""
        for start in range(0, len(acts), _MOST):
            some = acts[start : start + _MOST]
            self._look_up({act.id for act in some})
            self._batch.expect(some)

    def settle(self, act: Act) -> Retry | None:
        """Settle one event, or say why it cannot be settled now; it then leaves no trace. But one that
        another hub records is kept for it (``CARRIED``) until that one's receipt is here, and one whose
        basis another hub has waits for that."""
        if self.has(act.id):
            self.follow(act)
            return None
        recorder = self._batch.recorder
        elsewhere = not is_for(act.event, recorder.named)
        if elsewhere and self._batch.is_relayed(act.id):
            return Retry(event=act.id, code=Code.CARRIED)
        if awaiting.waits(self._batch, act):
            self.follow(act)
            self.go_on(act.event.meeting)
            return None if act.id in self._settled else Retry(event=act.id, code=Code.CARRIED)
        who = self._batch.actor(act.event.device)
        if not who.listed:
            return Retry(event=act.id, code=Code.NOT_YET_ON_ROSTER)
        event = act.event
        gap = event.seq > who.head_seq + 1
        if gap and not self._is_of_a_copy(EventId(event.prev)):
            return Retry(event=act.id, code=Code.CHAIN_BROKEN)
        if gap or event.seq <= who.head_seq or event.prev != who.head_id:
            self._copied(act, who)
            return None
        if elsewhere and (recorder.is_room or self._is_room_hub(event.recorder)):
            self._batch.move_head(who.device, event.seq, act.id)
            self._batch.relay(act)
            return Retry(event=act.id, code=Code.CARRIED)
        if elsewhere:
            verdict = Verdict(Code.NOT_PERMITTED, accepted=False)
        else:
            verdict = self._applied(act, who)
        self._batch.move_head(who.device, event.seq, act.id)
        if recorder.is_room:
            self._batch.relay(act)
        return None if self._settle_or_hold(act, who, verdict) else Retry(event=act.id, code=Code.CARRIED)

    def replay(self, act: Act, *, relay: bool = False) -> None:
        """Settle an act that another hub handed on, outside of its device's chain: that is checked when the
        device itself brings it, or what follows it. ``relay``: what comes of it is for the other hub."""
        if self.has(act.id):
            return
        who = self._batch.actor(act.event.device)
        if not self._settle_or_hold(act, who, self._applied(act, who)):
            return
        if relay and not self._batch.is_relayed(act.id):
            self._batch.relay(act)

    def go_on(self, meeting: MeetingId | None = None) -> None:
        """Settle what waited and can be settled by now, of one meeting or of all."""
        forward = True
        while forward:
            forward = False
            for act in awaiting.waiting(self._batch, meeting, self._settled):
                who = self._batch.actor(act.event.device)
                verdict = self._applied(act, who)
                if not awaiting.lacks(self._batch, act, verdict):
                    self._note(act, who, verdict)
                    forward = True

    def finish(self) -> None:
        """Sign one head a motion touched, then write the receipt of every event settled here, and all else
        that was put off."""
        heads = {motion: self._head(motion) for motion in self._batch.touched}
        rows: list[dict[str, object]] = []
        for done in self._settled.values():
            entered = done.verdict.entered
            receipt = Receipt(
                event=done.event,
                accepted=done.verdict.accepted,
                recorded=self._batch.time,
                code=done.verdict.code,
                log=None if entered is None else self._log(entered, heads[entered.motion]),
            )
            data = self._stored[done.event] = encode_payload(receipt)
            rows.append({"event": done.event, "device": done.device, "receipt": data})
        connection = self._batch.connection
        if rows:
            connection.execute(_RECORD, rows)

    def has(self, event: EventId) -> bool:
        """Whether it is settled, before or in this batch."""
        return event in self._settled or self._recall(event)

    def outcome(self, event: EventId) -> Outcome:
        """The answer about a settled event; after ``finish``."""
        return Outcome(event=event, receipt=self._stored[event])

    def _settle_or_hold(self, act: Act, who: Actor, verdict: Verdict) -> bool:
        """False when it waits for what the other hub has; what waits for this one is gone on with."""
        if awaiting.lacks(self._batch, act, verdict):
            if not self._batch.is_relayed(act.id):
                self._batch.relay(act)
            return False
        self._conclude(act, who, verdict)
        return True

    def _conclude(self, act: Act, who: Actor, verdict: Verdict) -> None:
        """It is settled so; what waited for it is gone on with."""
        self._note(act, who, verdict)
        if awaiting.is_basis(act.event):
            self.go_on(act.event.meeting)

    def _note(self, act: Act, who: Actor, verdict: Verdict) -> None:
        self._settled[act.id] = _Settled(act.id, who.device, verdict)
        if not verdict.accepted:
            awaiting.note_refusal(self._batch, act)

    def _applied(self, act: Act, who: Actor) -> Verdict:
        try:
            with self._batch.undoable(), nullcontext() if act.came is None else self._batch.at(act.came):
                return effects.apply(self._batch, act, who)
        except SohopError as refusal:
            return Verdict(refusal.code, accepted=False)

    def follow(self, act: Act) -> None:
        """What came by another hub first may be what the device's chain lacks here."""
        who = self._batch.actor(act.event.device)
        if (act.event.seq, act.event.prev) == (who.head_seq + 1, who.head_id):
            self._batch.move_head(who.device, act.event.seq, act.id)

    def _is_room_hub(self, recorder: DeviceId) -> bool:
        """Whether an act for this recorder will ever find it."""
        try:
            found = self._batch.actor(recorder)
        except SohopError:
            return False
        return Role.ROOM_HUB in found.cert.roles and found.listed and not found.revoked

    def _recall(self, event: EventId) -> bool:
        """Whether it was settled before: then its receipt is the same for ever."""
        if event not in self._stored and event not in self._new:
            self._look_up({event})
        return event in self._stored

    def _look_up(self, events: set[EventId]) -> None:
        for row in self._batch.rows.reading.execute(_KNOWN, {"events": list(events)}):
            self._stored[EventId(row.event)] = row.receipt
        self._new |= events - self._stored.keys()

    def _copied(self, act: Act, who: Actor) -> None:
        """Two histories of one device: the later to arrive is refused; a ballot is kept as evidence."""
        if isinstance(act.event.body, CastBallot):
            keep_evidence(self._batch, act, Code.DEVICE_COPIED)
        self._batch.audit(Audit.DEVICE_COPIED, act, act.id)
        if self._batch.recorder.is_room:
            self._batch.relay(act)
        self._conclude(act, who, Verdict(Code.DEVICE_COPIED, accepted=False))

    def _is_of_a_copy(self, event: EventId) -> bool:
        """Whether this act was refused as another history of its device: what follows it is so too, however
        far that history gets ahead of the one that the hub knows."""
        if event in self._settled:
            return self._settled[event].verdict.code is Code.DEVICE_COPIED
        return self._recall(event) and read_receipt(self._stored[event], event).code is Code.DEVICE_COPIED

    def _head(self, motion: MotionId) -> Envelope:
        tree = self._batch.tree(motion)
        recorder = self._batch.recorder
        head = Head(
            tenant=recorder.tenant,
            motion=motion,
            size=tree.size,
            root=Digest(tree.root().hex()),
            time=self._batch.time,
        )
        envelope = recorder.seal(Kind.HEAD, encode_payload(head))
        self._batch.connection.execute(_NEW_HEAD, {"motion": motion, "signed": keep(envelope)})
        return envelope

    def _log(self, entered: Entered, head: Envelope) -> LogReceipt:
        proof = self._batch.tree(entered.motion).proof(entered.place)
        return LogReceipt(leaf=entered.leaf, index=entered.place, head=head, proof=tuple(proof))
