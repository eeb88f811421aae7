"""What a laptop asks in an exchange."""

from __future__ import annotations

from sync.engine.ports import Memory
from sync.wire.messages import MAX_ASKS, MAX_EVENTS, ExchangeRequest


def compose_request(memory: Memory) -> ExchangeRequest:
    """What this laptop has, and the oldest acts that wait to go up.

    Oldest first, ballots included: each act names the one before it, so none can overtake.
    """
    trust = memory.trust
    roster = trust.read_roster()
    return ExchangeRequest(
        epoch=trust.epoch(),
        state=trust.state(),
        cursor=trust.cursor(),
        root=trust.root()[0],
        roster=roster.number if roster else 0,
        head=memory.outbox.head()[0],
        again=trust.again(),
        logs=memory.heads.asks(MAX_ASKS),
        events=tuple(memory.outbox.pending(MAX_EVENTS)),
    )
