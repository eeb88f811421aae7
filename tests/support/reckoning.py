"""What became of ballots: those that a hub acknowledged against those that stand in its logs, as sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sync.hub.tree import Tree
from sync.model.events import CastBallot, Event
from sync.model.ids import EventId, MotionId
from sync.trust.receipts import read_receipt
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.log import leaf_hash
from sync.wire.statements import Head

Log = Sequence[tuple[Envelope, bytes]]
"""A closed motion's ballots with their leaves, in the log's order."""


@dataclass(frozen=True)
class Reckoning:
    """Nothing of it may be left when all is well."""

    unanswered: frozenset[EventId]
    """Sent, and never acknowledged."""
    lost: frozenset[EventId]
    """Acknowledged, and in no log."""
    doubled: frozenset[EventId]
    """In the logs more than once."""
    strange: frozenset[EventId]
    """In a log, and never sent."""
    displaced: frozenset[EventId]
    """Acknowledged at another place, or with another leaf, than the log has."""


def reckon(
    sent: frozenset[EventId], receipts: Mapping[EventId, bytes], logs: Mapping[MotionId, Log]
) -> Reckoning:
    """Compare, for ballots that were all to be recorded."""
    places: dict[EventId, tuple[int, bytes]] = {}
    times: Counter[EventId] = Counter()
    for log in logs.values():
        for index, (envelope, leaf) in enumerate(log):
            times[envelope.event_id] += 1
            places[envelope.event_id] = (index, leaf)
    displaced = set()
    for event in receipts.keys() & places.keys():
        entered = read_receipt(receipts[event], event).log
        if entered is None or (entered.index, entered.leaf) != places[event]:
            displaced.add(event)
    return Reckoning(
        unanswered=sent - receipts.keys(),
        lost=frozenset(receipts) - places.keys(),
        doubled=frozenset(event for event, count in times.items() if count > 1),
        strange=frozenset(places) - sent,
        displaced=frozenset(displaced),
    )


def heads_beside(log: Log, heads: Sequence[Head]) -> list[Head]:
    """Those under which this log never stood."""
    roots = {}
    tree = Tree()
    for _, leaf in log:
        tree.append(leaf_hash(leaf))
        roots[tree.size] = tree.root().hex()
    return [head for head in heads if roots.get(head.size) != head.root]


def counts_of(events: Sequence[Envelope], receipts: Mapping[EventId, bytes]) -> Counter[str]:
    """What a closing has to say of one motion by these receipts: each person's newest ballot that is recorded
    without reservation."""
    newest: dict[str, CastBallot] = {}
    for envelope in events:
        event = decode_payload(envelope.payload, Event)
        receipt = read_receipt(receipts[envelope.event_id], envelope.event_id)
        assert isinstance(event.body, CastBallot)
        before = newest.get(event.person)
        counts = receipt.accepted and receipt.code is None
        if counts and (before is None or before.ballot_seq < event.body.ballot_seq):
            newest[event.person] = event.body
    return Counter(choice for cast in newest.values() for choice in cast.choices)
