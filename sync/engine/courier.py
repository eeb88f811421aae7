"""The laptop's side of the USB courier: what it writes for its hubs, and how it takes what came of one.

An outward letter is what an exchange with its maker would have brought, and goes through the same ``settle``.
What came another way meanwhile is left out before: it is neither work nor an attack (docs/decisions/0022).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from msgspec.structs import replace

from sync.courier.opening import Outward
from sync.engine.applied import Applied
from sync.engine.ports import Memory, OnMemory, Run, Who
from sync.engine.settle import apply_reply
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, Digest, DocumentId, EventId, MeetingId
from sync.model.meeting import Manifest
from sync.trust.bundles import HubKeys, hub_keys
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope
from sync.wire.letters import MAX_ACTS, Heard, Homeward, Letter
from sync.wire.messages import ExchangeReply, ExchangeRequest, Packet
from sync.wire.statements import HUB, Freshness, NewRoot, Roster

MOST_BYTES: Final = 12 * 1024 * 1024
"""Of acts in one homeward bundle; what does not fit goes with the next."""
_MOST_BEFORE: Final = 2 * 1024 * 1024
"""Bytes of earlier acts, for room hubs."""
_MOST_EARLIER: Final = 5_000
_STEP: Final = 4 * 1024 * 1024
"""Bytes that are planned, and made durable, in one go."""
_EVERYTHING: Final = 1_000_000

Descriptor = Callable[[Digest], bytes | None]


def compose_homeward(memory: Memory, who: Who) -> Homeward:
    """All that waits on this laptop, oldest first, what a room hub may lack of its chain before that, and
    how far it has heard each hub."""
    hubs = known_hubs(memory)
    routes = [(hub, memory.route(hub)) for hub in hubs]
    rooms = [hub for hub in hubs if hub != HUB]
    before = _as_much(memory.outbox.earlier(rooms, _MOST_EARLIER), _MOST_BEFORE)
    return Homeward(
        device=who.device,
        head=memory.outbox.head()[0],
        heard=tuple(Heard(hub, route.epoch(), route.cursor()) for hub, route in routes),
        acts=_as_much(memory.outbox.pending(MAX_ACTS), MOST_BYTES),
        before=before[::-1],
    )


def known_hubs(memory: Memory) -> dict[DeviceId, HubKeys]:
    """The hubs that this laptop writes to and takes bundles of, by its roster and what it heard of since.

    Raises ``SohopError(NOT_YET_ON_ROSTER)`` before it has any.
    """
    roster, fresh = memory.trust.read_roster(), memory.trust.read_freshness()
    if roster is None:
        raise SohopError(Code.NOT_YET_ON_ROSTER)
    return hub_keys(roster, () if fresh is None else fresh.revoked)


def carried(home: Homeward) -> list[EventId]:
    """The acts in it that wait."""
    return [envelope.event_id for envelope in home.acts]


def apply_letter(
    memory: Memory,
    who: Who,
    letter: Letter,
    descriptor: Descriptor,
    heard: datetime,
    hub: DeviceId = HUB,
) -> list[Applied]:
    """Settle what a letter of ``hub`` brings, reply by reply; each is one commit, and any number of them may
    be done again. ``heard``: this laptop's own clock.

    Raises ``SohopError``: ``BUNDLE_OLD`` for a letter of an epoch that is over; ``BUNDLE_OTHER`` for another
    laptop's; of the disk.
    """
    if letter.device != who.device:
        raise SohopError(Code.BUNDLE_OTHER)
    if letter.asked.epoch < memory.route(hub).epoch():
        raise SohopError(Code.BUNDLE_OLD)
    done, begins = [], letter.asked.cursor
    for reply in letter.replies:
        request, rest = _as_asked(memory, hub, letter.asked.epoch, begins, reply, descriptor)
        done.append(apply_reply(memory, who, request, rest, heard, hub))
        begins = reply.cursor
    return done


def fill(
    outward: Outward,
    on_memory: OnMemory,
    order: Callable[[], Sequence[MeetingId]],
    progress: Callable[[int], object],
    stop: Callable[[], bool],
) -> bool:
    """Take the documents that this laptop still lacks, as far as they are in the bundle; whether it was not
    stopped. Each chunk is checked and kept as one that came by the line.

    Raises ``SohopError``: ``STICK_GONE`` and those of the disk; what came before is kept.
    """
    lacking: set[tuple[Digest, DocumentId]] = set()
    while True:
        meetings = order()  # asks the memory's thread itself
        runs = on_memory(partial(_plan, meetings, lacking))
        if not runs:
            return True
        for run in runs:
            if stop():
                return False
            pieces = _pieces(outward, run)
            if len(pieces) < len(run.chunks):
                lacking.add((run.manifest, run.document))
            if pieces and not _put(on_memory, run, pieces):
                lacking.add((run.manifest, run.document))
            progress(sum(map(len, pieces)))


def _plan(
    meetings: Sequence[MeetingId], lacking: set[tuple[Digest, DocumentId]], memory: Memory
) -> Sequence[Run]:
    return memory.downloads.plan(meetings, None, _STEP, lambda *which: which in lacking, patches=False)


def _pieces(outward: Outward, run: Run) -> list[bytes]:
    """The bytes of a run's chunks, up to the first that is not in the bundle."""
    pieces = []
    for chunk in run.chunks:
        data = outward.chunk(chunk.digest, chunk.size)
        if data is None:
            break
        pieces.append(data)
    return pieces


def _put(on_memory: OnMemory, run: Run, pieces: Sequence[bytes]) -> bool:
    """Whether they fit the document: a descriptor may contradict itself, and its packet may just go."""
    try:
        on_memory(lambda memory: memory.downloads.put_chunks(run, run.first, pieces))
    except SohopError as error:
        if error.code not in (Code.WRONG_DIGEST, Code.PACKET_UNKNOWN):
            raise
        return False
    return True


def _as_asked(
    memory: Memory, hub: DeviceId, epoch: int, begins: int, reply: ExchangeReply, descriptor: Descriptor
) -> tuple[ExchangeRequest, ExchangeReply]:
    """The request that this reply would answer, and the reply without what is older than what is here."""
    trust, route = memory.trust, memory.route(hub)
    same = route.epoch() == epoch
    cursor, waiting = (route.cursor(), set(route.again())) if same else (0, set())
    roster, fresh = trust.read_roster(), trust.read_freshness()
    outcomes = {outcome.event: outcome for outcome in reply.outcomes}
    retries = {retry.event: retry for retry in reply.retries if retry.code is Code.CARRIED}
    sent = _waiting(memory, hub, {*outcomes, *retries})
    rest = replace(
        reply,
        roots=tuple(each for each in reply.roots if _root_number(each) > trust.root()[0]),
        roster=reply.roster if roster is None or _is_newer(reply.roster, roster) else None,
        freshness=reply.freshness if _is_fresher(reply, roster, fresh) else None,
        outcomes=tuple(outcomes[name] for name in sent if name in outcomes),
        retries=tuple(retries[name] for name in sent if name in retries),
        packets=tuple(
            _completed(packet, descriptor) if packet.seq > cursor or packet.seq in waiting else packet
            for packet in reply.packets
        ),
    )
    older = hub == HUB and fresh is not None and reply.time < fresh.time
    if same and (reply.cursor < cursor or older):
        # Older than what is here in all that has no place of its own: who voted, people, how far recalls got.
        rest = replace(rest, state=route.state(), turnout=(), people=None, reach=(), voting=None)
    request = ExchangeRequest(epoch=epoch, state=route.state(), cursor=begins, events=tuple(sent.values()))
    return request, rest


def _waiting(memory: Memory, hub: DeviceId, named: Collection[EventId]) -> dict[EventId, Envelope]:
    """Those of these own acts that wait for a word of this hub's, or for their recorder's."""
    if not named:
        return {}
    acts = [*memory.outbox.pending(_EVERYTHING), *memory.outbox.pending(_EVERYTHING, hub)]
    return {act.event_id: act for act in acts if act.event_id in named}


def _as_much(acts: Iterable[Envelope], most: int) -> tuple[Envelope, ...]:
    """The first of these, up to ``most`` bytes."""
    some, size = [], 0
    for act in acts:
        size += len(act.payload)
        if size > most:
            break
        some.append(act)
    return tuple(some)


def _completed(packet: Packet, descriptor: Descriptor) -> Packet:
    """With the descriptors that stand in the frames; the laptop's own complete the rest."""
    items = decode_payload(packet.manifest.payload, Manifest).items
    found = {at: descriptor(items[at]) for at in packet.kept if at < len(items)}
    here = [data for data in found.values() if data is not None]
    left = tuple(at for at in packet.kept if found.get(at) is None)
    return replace(packet, descriptors=(*packet.descriptors, *here), kept=left)


def _root_number(envelope: Envelope) -> int:
    return decode_payload(envelope.payload, NewRoot).number


def _is_newer(envelope: Envelope | None, known: Roster) -> bool:
    """Also of another roster with the known number: that is for the trust rules to name."""
    if envelope is None:
        return False
    roster = decode_payload(envelope.payload, Roster)
    return (roster.epoch, roster.number) >= (known.epoch, known.number)


def _is_fresher(reply: ExchangeReply, known: Roster | None, fresh: Freshness | None) -> bool:
    if reply.freshness is None:
        return False
    said = decode_payload(reply.freshness.payload, Freshness)
    if known is not None and (said.epoch, said.roster) < (known.epoch, known.number):
        return False
    return fresh is None or fresh.epoch != said.epoch or said.time >= fresh.time
