"""The device's own acts: a chain of signed events, each waiting for its receipt.

A person's act writes one row here and nothing else. It is durable before the screen says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from reader.store.database import Database
from reader.store.events import EventState, moment, read_event
from reader.store.routes import Route
from sync.errors import Code, SohopError
from sync.model.events import Event
from sync.model.ids import DeviceId, EventId
from sync.trust.receipts import read_receipt
from sync.wire.envelope import Envelope
from sync.wire.messages import Outcome, Receipt
from sync.wire.statements import HUB


class Outbox:
    """Pending acts in the order of the chain; settled ones stay as history, refused ones as quarantine."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, make: Callable[[int, str], Envelope]) -> EventId:
        """Sign and keep one act. ``make`` gets its ``seq`` and ``prev`` in the device's chain.

        Raises ``SohopError(DISK_FULL)`` with nothing written and the number not used up.
        """
        with self._database.transaction():
            last, prev = self.head()
            envelope = make(last + 1, prev)
            event = read_event(envelope)
            if not isinstance(event, Event) or (event.seq, event.prev) != (last + 1, prev):
                raise ValueError("the event does not continue this device's chain")
            self._database.run(
                "INSERT INTO event (id, meeting, envelope, state, own_seq, recorder) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (
                    envelope.event_id,
                    event.meeting,
                    msgspec.msgpack.encode(envelope),
                    EventState.PENDING,
                    event.seq,
                    event.recorder,
                ),
            )
        return envelope.event_id

    def head(self) -> tuple[int, str]:
        """``seq`` and id of the newest own act; ``(0, "")`` before the first."""
        row = self._database.one(
            "SELECT own_seq, id FROM event WHERE own_seq IS NOT NULL ORDER BY own_seq DESC LIMIT 1"
        )
        return (0, "") if row is None else (row[0], row[1])

    def pending(self, limit: int, hub: DeviceId = HUB) -> list[Envelope]:
        """The oldest acts, in order with their exact bytes, that this hub was not given yet, or that wait for
        a receipt that it may have by now. The office gets all of the device's chain."""
        rows = self._database.all(  # an OR would walk over all that the laptop knows, at every exchange
            "SELECT envelope FROM event WHERE own_seq IN (SELECT own_seq FROM event WHERE own_seq > ? "
            "UNION ALL SELECT own_seq FROM event WHERE state = 'pending' AND (? OR recorder = ?)) "
            "ORDER BY own_seq LIMIT ?",
            (self._through(hub), hub == HUB, hub, limit),
        )
        return [msgspec.msgpack.decode(row[0], type=Envelope) for row in rows]

    def earlier(self, rooms: Sequence[DeviceId], limit: int) -> list[Envelope]:
        """Acts that the office has settled and one of these room hubs may lack, the newest first."""
        least = min((self._through(room) for room in rooms), default=None)
        if least is None:
            return []
        rows = self._database.all(
            "SELECT envelope FROM event WHERE own_seq > ? AND own_seq <= ? AND state != 'pending' "
            "ORDER BY own_seq DESC LIMIT ?",
            (least, self._through(HUB), limit),
        )
        return [msgspec.msgpack.decode(row[0], type=Envelope) for row in rows]

    def unsettled(self, limit: int) -> list[Envelope]:
        """The oldest acts that their recorder has not settled yet, in order."""
        rows = self._database.all(
            "SELECT envelope FROM event WHERE state = 'pending' ORDER BY own_seq LIMIT ?", (limit,)
        )
        return [msgspec.msgpack.decode(row[0], type=Envelope) for row in rows]

    def pending_count(self) -> int:
        """How many acts wait for their receipt."""
        row = self._database.one("SELECT count(*) FROM event WHERE state = 'pending'")
        assert row is not None
        return int(row[0])

    def waiting(self, hub: DeviceId) -> int:
        """How many acts wait for this hub."""
        if hub == HUB:
            return self.pending_count()
        row = self._database.one("SELECT count(*) FROM event WHERE own_seq > ?", (self._through(hub),))
        assert row is not None
        return int(row[0])

    def settle(self, outcome: Outcome, hub: DeviceId = HUB) -> bool:
        """Keep the receipt's bytes; the act becomes accepted or refused. False when nothing changed.

        A room hub's receipt of what it does not record, nor proves to stand in its recorder's log, is kept
        beside the act, which goes on waiting. Settling again changes nothing; an outcome of an unknown act (a
        restored disk) is passed over.
        Raises ``SohopError(MALFORMED | WRONG_DIGEST)`` for bytes that are no receipt of this act.
        """
        receipt = read_receipt(outcome.receipt, outcome.event)
        with self._database.transaction():
            recorder = self._given(outcome.event, hub)
            if recorder is None:
                return False
            if hub not in (HUB, recorder) and receipt.log is None:
                return self._relayed(outcome.event, hub, outcome.receipt)
            changed = self._database.run(
                "UPDATE event SET state = ?, receipt = ?, recorded = ? WHERE id = ? AND state = 'pending'",
                (
                    EventState.ACCEPTED if receipt.accepted else EventState.REFUSED,
                    outcome.receipt,
                    moment(receipt.recorded),
                    outcome.event,
                ),
            )
        return changed > 0

    def passed_on(self, event: EventId, hub: DeviceId) -> bool:
        """A hub has taken an act along to its recorder; False when that was known."""
        with self._database.transaction():
            return self._given(event, hub) is not None and self._relayed(event, hub, None)

    def relays(self, event: EventId) -> list[tuple[DeviceId, Receipt | None]]:
        """The hubs that have an act which they do not record: with a receipt for the time being, or without
        where they only carry it."""
        rows = self._database.all("SELECT hub, receipt FROM relay WHERE event = ? ORDER BY hub", (event,))
        return [
            (DeviceId(hub), None if receipt is None else read_receipt(receipt, event))
            for hub, receipt in rows
        ]

    def relayed(self) -> dict[EventId, list[DeviceId]]:
        """Own acts that wait, and that some hub has which does not record them: which hubs."""
        rows = self._database.all(
            "SELECT relay.event, relay.hub FROM event JOIN relay ON relay.event = event.id "
            "WHERE event.state = 'pending' ORDER BY relay.event, relay.hub"
        )
        found: dict[EventId, list[DeviceId]] = {}
        for event, hub in rows:
            found.setdefault(EventId(event), []).append(DeviceId(hub))
        return found

    def begin(self, hub: DeviceId, seq: int) -> None:
        """A room hub has this device's chain up to ``seq``, from the office."""
        self._reach(hub, seq)

    def offer_again(self, after: int) -> int:
        """After a hub's restoration: acts whose ``seq`` is greater wait again; gives how many. What a room
        hub has recorded stays recorded, and is given to the office again.

        The receipts they had stay as evidence (``former_receipts``).
        """
        with self._database.transaction():
            self._database.run(
                "INSERT INTO former_receipt (event, receipt) SELECT id, receipt FROM event "
                "WHERE own_seq > ? AND recorder = '' AND state IN ('accepted', 'refused') ORDER BY own_seq",
                (after,),
            )
            self._database.run("UPDATE exchange SET through = min(through, ?)", (after,))
            return self._database.run(
                "UPDATE event SET state = 'pending', receipt = NULL, recorded = NULL, carried = NULL "
                "WHERE own_seq > ? AND recorder = '' AND state IN ('accepted', 'refused')",
                (after,),
            )

    def note_carried(self, events: Sequence[EventId], when: datetime) -> None:
        """These lie on a stick since ``when``, all of them durably."""
        with self._database.transaction():
            self._database.run_many(
                "UPDATE event SET carried = ? WHERE id = ?", [(moment(when), event) for event in events]
            )

    def carried(self) -> dict[EventId, datetime]:
        """Acts that wait and were written to a stick, with when they last were."""
        rows = self._database.all(
            "SELECT id, carried FROM event WHERE state = 'pending' AND carried IS NOT NULL"
        )
        return {EventId(event): datetime.fromisoformat(when) for event, when in rows}

    def former_receipts(self, event: EventId) -> list[Receipt]:
        """What a hub said of this act before it was restored from a backup, oldest first."""
        rows = self._database.all(
            "SELECT receipt FROM former_receipt WHERE event = ? ORDER BY arrival", (event,)
        )
        return [read_receipt(row[0], event) for row in rows]

    def unsent(self) -> list[tuple[Envelope, Code | None]]:
        """Every act that no hub has taken, in order with its exact bytes: for export. A refused one, also a
        dismissed one, has the reason; one that waits has none."""
        rows = self._database.all(
            "SELECT id, envelope, receipt FROM event WHERE state IN ('pending', 'refused') ORDER BY own_seq"
        )
        return [
            (
                msgspec.msgpack.decode(envelope, type=Envelope),
                None if receipt is None else _refusal(receipt, EventId(event)),
            )
            for event, envelope, receipt in rows
        ]

    def has_unsent(self) -> bool:
        """Whether there is any."""
        row = self._database.one(
            "SELECT EXISTS (SELECT 1 FROM event WHERE state = 'pending') "
            "OR EXISTS (SELECT 1 FROM event WHERE state = 'refused')"
        )
        return row == (1,)

    def last_code(self) -> Code | None:
        """Why the newest act that the hub has settled was refused; None when it was taken."""
        row = self._database.one(
            "SELECT id, state, receipt FROM event WHERE own_seq IS NOT NULL "
            "AND state IN ('accepted', 'refused') ORDER BY own_seq DESC LIMIT 1"
        )
        if row is None or row[1] != EventState.REFUSED:
            return None
        return _refusal(row[2], EventId(row[0]))

    def dismiss(self, event: EventId) -> None:
        """The person has read why this act was refused: it is not listed any more, and stays."""
        with self._database.transaction():
            self._database.run("UPDATE event SET dismissed = 1 WHERE id = ? AND state = 'refused'", (event,))

    def quarantine(self) -> list[tuple[EventId, Event, Code]]:
        """Refused acts that were not dismissed, oldest first, each with the reason.

        They block nothing and are never removed.
        """
        rows = self._database.all(
            "SELECT id, envelope, receipt FROM event WHERE state = 'refused' AND NOT dismissed "
            "ORDER BY own_seq"
        )
        refused: list[tuple[EventId, Event, Code]] = []
        for event_id, envelope, receipt in rows:
            event = read_event(msgspec.msgpack.decode(envelope, type=Envelope))
            assert isinstance(event, Event)
            refused.append((EventId(event_id), event, _refusal(receipt, EventId(event_id))))
        return refused

    def check_chain(self) -> None:
        """That no own act is missing and each names the one before: page HMACs do not detect an old page
        put back. Raises ``SohopError(VAULT_DAMAGED)``."""
        last, prev = 0, ""
        for event_id, envelope in self._database.all(
            "SELECT id, envelope FROM event WHERE own_seq IS NOT NULL ORDER BY own_seq"
        ):
            read = msgspec.msgpack.decode(envelope, type=Envelope)
            event = read_event(read)
            if (
                read.event_id != event_id
                or not isinstance(event, Event)
                or (event.seq, event.prev) != (last + 1, prev)
            ):
                raise SohopError(Code.VAULT_DAMAGED)
            last, prev = event.seq, event_id

    def _through(self, hub: DeviceId) -> int:
        """Up to where a hub has this device's chain."""
        if hub != HUB:
            return Route(self._database, hub).through()
        row = self._database.one("SELECT through FROM exchange")
        assert row is not None
        return int(row[0])

    def _reach(self, hub: DeviceId, seq: int) -> None:
        if seq <= self._through(hub):
            return
        if hub != HUB:
            Route(self._database, hub).put_through(seq)
        else:
            with self._database.transaction():
                self._database.run("UPDATE exchange SET through = ?", (seq,))

    def _given(self, event: EventId, hub: DeviceId) -> str | None:
        """A hub has this own act; gives its recorder, None for an act that is not here."""
        row = self._database.one(
            "SELECT own_seq, recorder FROM event WHERE id = ? AND own_seq IS NOT NULL", (event,)
        )
        if row is None:
            return None
        self._reach(hub, row[0])
        return str(row[1])

    def _relayed(self, event: EventId, hub: DeviceId, receipt: bytes | None) -> bool:
        return bool(
            self._database.run(
                "INSERT INTO relay (event, hub, receipt) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (event, hub, receipt),
            )
        )


def _refusal(receipt: bytes, event: EventId) -> Code:
    return read_receipt(receipt, event).code or Code.NOT_PERMITTED
