"""The laptop's side of the USB courier: what it writes for the office, and how it takes what came.

An outward letter is what an exchange would have brought, and goes through the same ``settle``. What came
another way meanwhile is left out before: it is neither work nor an attack (docs/decisions/0022).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from msgspec.structs import replace

from sync.courier.opening import Outward
from sync.courier.writing import Sheet
from sync.engine.applied import Applied
from sync.engine.asking import compose_request
from sync.engine.ports import Memory, OnMemory, Run, Sign, Who
from sync.engine.settle import apply_reply
from sync.errors import Code, SohopError
from sync.model.ids import Digest, DocumentId, EventId, MeetingId
from sync.model.meeting import Manifest
from sync.trust.bundles import seal_box
from sync.wire.bundle import Box, Head, Way, hint
from sync.wire.codec import decode_payload, encode_payload
from sync.wire.envelope import Envelope, Kind, Signature, signed_bytes
from sync.wire.letters import Homeward, Letter
from sync.wire.messages import MAX_EVENTS, ExchangeReply, ExchangeRequest, Packet
from sync.wire.statements import HUB, Freshness, NewRoot, Roster

MOST_BYTES: Final = 12 * 1024 * 1024
"""Of acts in one homeward bundle; what does not fit goes with the next."""
_MOST: Final = 20_000
_STEP: Final = 4 * 1024 * 1024
"""Bytes that are planned, and made durable, in one go."""
_EVERYTHING: Final = 1_000_000

Descriptor = Callable[[Digest], bytes | None]


def compose_homeward(memory: Memory, who: Who) -> Homeward:
    """All that waits on this laptop, oldest first, and how far it has heard."""
    request = replace(compose_request(memory), again=(), logs=(), events=())
    pages: list[list[Envelope]] = [[]]
    size = 0
    for envelope in memory.outbox.pending(_MOST):
        size += len(envelope.payload)
        if size > MOST_BYTES:
            break
        if len(pages[-1]) == MAX_EVENTS:
            pages.append([])
        pages[-1].append(envelope)
    return Homeward(device=who.device, requests=tuple(replace(request, events=tuple(page)) for page in pages))


def homeward_sheet(home: Homeward, who: Who, roster: Roster, sign: Sign, made: datetime) -> Sheet:
    """A homeward bundle, sealed to the hub and signed by this laptop. ``sign`` as the book signs."""
    head = Head(
        way=Way.HOME,
        tenant=who.tenant,
        office=roster.name,
        id=secrets.token_hex(16),
        made=made,
        maker=who.device,
        devices=1,
    )
    box = seal_box(home, head, HUB, roster.box_key)
    listed = Box(hint(head.id, HUB), len(box), hashlib.sha256(box).digest())
    payload = encode_payload(replace(head, boxes=(listed,)))
    signature = Signature(who.device, sign(signed_bytes(Kind.BUNDLE, who.tenant, payload)))
    return Sheet((Envelope(Kind.BUNDLE, payload, (signature,)),), (box,))


def carried(home: Homeward) -> list[EventId]:
    """The acts in it."""
    return [envelope.event_id for request in home.requests for envelope in request.events]


def apply_letter(
    memory: Memory, who: Who, letter: Letter, descriptor: Descriptor, heard: datetime
) -> list[Applied]:
    """Settle what a letter brings, reply by reply; each is one commit, and any number of them may be done
    again. ``heard``: this laptop's own clock.

    Raises ``SohopError``: ``BUNDLE_OLD`` for a letter of an epoch that is over; ``BUNDLE_OTHER`` for another
    laptop's; of the disk.
    """
    if letter.device != who.device:
        raise SohopError(Code.BUNDLE_OTHER)
    if letter.asked.epoch < memory.route(HUB).epoch():
        raise SohopError(Code.BUNDLE_OLD)
    done, begins = [], letter.asked.cursor
    for reply in letter.replies:
        request, rest = _as_asked(memory, letter.asked.epoch, begins, reply, descriptor)
        done.append(apply_reply(memory, who, request, rest, heard))
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
    memory: Memory, epoch: int, begins: int, reply: ExchangeReply, descriptor: Descriptor
) -> tuple[ExchangeRequest, ExchangeReply]:
    """The request that this reply would answer, and the reply without what is older than what is here."""
    trust, route = memory.trust, memory.route(HUB)
    same = route.epoch() == epoch
    cursor, waiting = (route.cursor(), set(route.again())) if same else (0, set())
    roster, fresh = trust.read_roster(), trust.read_freshness()
    outcomes = {outcome.event: outcome for outcome in reply.outcomes}
    sent = (
        [each for each in memory.outbox.pending(_EVERYTHING) if each.event_id in outcomes] if outcomes else []
    )
    rest = replace(
        reply,
        roots=tuple(each for each in reply.roots if _root_number(each) > trust.root()[0]),
        roster=reply.roster if roster is None or _is_newer(reply.roster, roster) else None,
        freshness=reply.freshness if _is_fresher(reply, roster, fresh) else None,
        outcomes=tuple(outcomes[each.event_id] for each in sent),
        retries=(),
        packets=tuple(
            _completed(packet, descriptor) if packet.seq > cursor or packet.seq in waiting else packet
            for packet in reply.packets
        ),
    )
    if same and (reply.cursor < cursor or (fresh is not None and reply.time < fresh.time)):
        # Older than what is here in all that has no place of its own: who voted, people, how far recalls got.
        rest = replace(rest, state=route.state(), turnout=(), people=None, reach=(), voting=None)
    request = ExchangeRequest(epoch=epoch, state=route.state(), cursor=begins, events=tuple(sent))
    return request, rest


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
