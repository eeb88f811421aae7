"""Events as the laptop knows them: its own acts, and what the hub delivered. Decoded, not interpreted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

import msgspec

from reader.store.database import Database
from sync.errors import Code, SohopError
from sync.model.events import Body, Closing, Event
from sync.model.ids import EventId, MeetingId
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import Delivered, Receipt


class EventState(StrEnum):
    """``pending``, ``accepted`` and ``refused`` are own acts; ``delivered`` came from the hub."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DELIVERED = "delivered"


@dataclass(frozen=True)
class Known:
    """One event or closing. ``recorded`` is the hub's time, ``hub_seq`` its place in the hub's order."""

    id: EventId
    envelope: Envelope
    event: Event | Closing
    state: EventState
    recorded: datetime | None
    receipt: Receipt | None
    hub_seq: int | None


_SELECT: Final = "SELECT id, envelope, state, recorded, receipt, hub_seq FROM event "
_AND_REFUSED: Final = "LEFT JOIN refusal ON refusal.event = event.id "


class Events:
    """All events of all meetings on this laptop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, delivered: Delivered, *, by_recorder: bool = True) -> bool:
        """Keep an event that ``sync.trust`` accepted; False when it was known already.

        An own act that comes back keeps its state: only its receipt settles it. Of others' acts the time
        holds that their recorder says, whichever hub handed them on first (``by_recorder``).
        Raises ``SohopError(MALFORMED)`` for what is neither an event nor a closing.
        """
        envelope = delivered.envelope
        event = read_event(envelope)
        with self._database.transaction():
            added = self._database.run(
                "INSERT INTO event (id, meeting, envelope, state, hub_seq, recorded) "
                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                (
                    envelope.event_id,
                    event.meeting,
                    msgspec.msgpack.encode(envelope),
                    EventState.DELIVERED,
                    delivered.seq,
                    moment(delivered.recorded),
                ),
            )
            if not added:
                self._database.run(
                    "UPDATE event SET hub_seq = ?, recorded = coalesce(recorded, ?) "
                    "WHERE id = ? AND hub_seq IS NULL",
                    (delivered.seq, moment(delivered.recorded), envelope.event_id),
                )
            if not added and by_recorder:
                self._database.run(
                    "UPDATE event SET recorded = ? WHERE id = ? AND state = 'delivered' AND recorded <> ?",
                    (moment(delivered.recorded), envelope.event_id, moment(delivered.recorded)),
                )
        return added > 0

    def find(self, event: EventId) -> Event | None:
        """An act that is known here; None for any other, and for a closing."""
        known = self.get(event)
        return known.event if known is not None and isinstance(known.event, Event) else None

    def refuse(self, events: Sequence[EventId]) -> bool:
        """The office has refused these: of others' acts, heard at a room hub or yet to be heard there,
        nothing is read any more. Whether any of them is new."""
        rows = [(event,) for event in events]
        with self._database.transaction():
            before = self._database.one("SELECT count(*) FROM refusal")
            self._database.run_many("INSERT INTO refusal (event) VALUES (?) ON CONFLICT DO NOTHING", rows)
            return self._database.one("SELECT count(*) FROM refusal") != before

    def forget_refused(self) -> None:
        """The office's order is told from its start."""
        self._database.run("DELETE FROM refusal")

    def get(self, event: EventId) -> Known | None:
        """One event, or None."""
        row = self._database.one(_SELECT + "WHERE id = ?", (event,))
        return None if row is None else _known(row)

    def of_meeting(self, meeting: MeetingId) -> list[Known]:
        """All of a meeting: first what a hub has recorded, in its order; then own acts still waiting."""
        return [_known(row) for row in self._of_meeting(meeting)]

    def of_kinds(self, meeting: MeetingId, *kinds: type[Body | Closing]) -> list[Known]:
        """As ``of_meeting``, only acts of these kinds: of all that there are a few are decoded."""
        tags = [
            (Kind.CLOSING.value if kind is Closing else str(kind.__struct_config__.tag)).encode()
            for kind in kinds
        ]
        # Payloads are JSON: a tag stands there as it is, unless its sender has escaped it.
        wanted = re.compile(b"|".join(map(re.escape, (b"\\u", *tags))))
        found = (_known(row) for row in self._of_meeting(meeting) if wanted.search(row[1]))
        return [
            one
            for one in found
            if isinstance(one.event.body if isinstance(one.event, Event) else one.event, kinds)
        ]

    def meetings(self) -> list[MeetingId]:
        """Those of which there is anything."""
        return [MeetingId(row[0]) for row in self._database.all("SELECT DISTINCT meeting FROM event")]

    def accepted(self, limit: int) -> list[Known]:
        """This device's newest acts that a hub has recorded, newest first."""
        rows = self._database.all(
            _SELECT + "WHERE state = 'accepted' AND own_seq IS NOT NULL ORDER BY own_seq DESC LIMIT ?",
            (limit,),
        )
        return [_known(row) for row in rows]

    def _of_meeting(self, meeting: MeetingId) -> list[tuple[Any, ...]]:
        return self._database.all(
            _SELECT + _AND_REFUSED + "WHERE meeting = ? AND (refusal.event IS NULL OR own_seq IS NOT NULL) "
            "ORDER BY recorded IS NULL, recorded, hub_seq, own_seq, arrival",
            (meeting,),
        )


def read_event(envelope: Envelope) -> Event | Closing:
    """Decode by kind. Raises ``SohopError(MALFORMED)``."""
    if envelope.kind is Kind.EVENT:
        return decode_payload(envelope.payload, Event)
    if envelope.kind is Kind.CLOSING:
        return decode_payload(envelope.payload, Closing)
    raise SohopError(Code.MALFORMED)


def moment(when: datetime) -> str:
    """As the database keeps it: in UTC with microseconds, so that text order is order in time."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _known(row: tuple[Any, ...]) -> Known:
    event, envelope, state, recorded, receipt, hub_seq = row
    read = msgspec.msgpack.decode(envelope, type=Envelope)
    return Known(
        id=EventId(event),
        envelope=read,
        event=read_event(read),
        state=EventState(state),
        recorded=None if recorded is None else datetime.fromisoformat(recorded),
        receipt=None if receipt is None else decode_payload(receipt, Receipt),
        hub_seq=hub_seq,
    )
