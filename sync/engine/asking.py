"""What a laptop asks in an exchange."""

from __future__ import annotations

from sync.engine.ports import Memory
from sync.model.ids import DeviceId
from sync.wire.messages import MAX_ASKS, MAX_EVENTS, ExchangeRequest
from sync.wire.statements import HUB


def compose_request(memory: Memory, hub: DeviceId = HUB) -> ExchangeRequest:
    """What this laptop has, and the oldest acts that wait to go up.

    Oldest first, ballots included: each act names the one before it, so none can overtake. A room hub is
    first asked how much of the chain it has.
    """
    trust, route = memory.trust, memory.route(hub)
    roster, epoch = trust.read_roster(), route.epoch()
    first = hub != HUB and epoch == 0
    return ExchangeRequest(
        epoch=epoch,
        state=route.state(),
        cursor=route.cursor(),
        root=trust.root()[0],
        roster=roster.number if roster else 0,
        head=memory.outbox.head()[0],
        again=route.again(),
        logs=memory.heads.asks(MAX_ASKS),
        events=() if first else tuple(memory.outbox.pending(MAX_EVENTS, hub)),
    )
