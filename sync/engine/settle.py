"""What a laptop does with a reply: believe what the rules allow, store it in one commit, report the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from sync.engine.ports import Memory, Who
from sync.errors import Code, SohopError
from sync.model.events import CastBallot, Event
from sync.model.ids import MeetingId
from sync.model.people import DESK_ROLES
from sync.trust.acts import accept_closed, accept_closing, accept_event
from sync.trust.directory import Directory
from sync.trust.freshness import accept_freshness
from sync.trust.packets import accept_descriptor, accept_manifest, manifest_signers, read_manifest
from sync.trust.receipts import check_inclusion, read_receipt
from sync.trust.rosters import accept_cert, accept_roster
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import (
    MAX_EVENTS,
    ClosedMotion,
    Delivered,
    ExchangeReply,
    ExchangeRequest,
    Outcome,
    Packet,
)
from sync.wire.statements import Roster


@dataclass
class Applied:
    """What a reply changed."""

    more: bool = False
    """Ask again at once: the reply was cut, and what came of it brought us forward."""
    sent: int = 0
    received: int = 0
    packets: int = 0
    new_versions: list[MeetingId] = field(default_factory=list)
    refused: list[Code] = field(default_factory=list)
    """What the rules did not let in; each is shown as a sentence, none stops the rest."""
    recalled: list[tuple[MeetingId, int]] = field(default_factory=list)
    destroyed: list[tuple[MeetingId, int]] = field(default_factory=list)
    erased: list[MeetingId] = field(default_factory=list)
    restored: bool = False
    copied: bool = False
    revoked: bool = False
    withheld: list[MeetingId] = field(default_factory=list)


def compose_request(memory: Memory) -> ExchangeRequest:
    """What this laptop has, and the oldest acts that wait to go up."""
    roster = memory.trust.read_roster()
    return ExchangeRequest(
        state=memory.trust.state(),
        cursor=memory.trust.cursor(),
        roster=roster.number if roster else 0,
        manifests=memory.packets.newest(),
        events=tuple(memory.outbox.pending(MAX_EVENTS)),
    )


def apply_reply(memory: Memory, who: Who, request: ExchangeRequest, reply: ExchangeReply) -> Applied:
    """Check and store the reply to ``request`` in one commit.

    What a rule refuses is left out and named in ``refused``; the rest goes on.

    The state that makes the next exchange conditional is stored only when nothing was refused, so that
    whatever was altered on the way is asked for again.
    """
    applied = Applied()
    with memory.transaction():
        roster = _roster(memory, who, reply, applied)
        if roster is None:
            return applied
        _certs(memory, roster, reply, applied)
        directory = memory.trust.directory() or Directory(roster)
        sent = {envelope.event_id: envelope for envelope in request.events}
        for outcome in reply.outcomes:
            _outcome(memory, roster, sent.get(outcome.event), outcome, applied)
        for packet in reply.packets:
            _packet(memory, directory, who, packet, applied)
        _events(memory, directory, reply, applied)
        for turnout in reply.turnout:
            memory.packets.put_turnout(turnout)
        for closed in reply.closed:
            _closed(memory, directory, closed, applied)
        if reply.people is not None:
            memory.trust.put_people(reply.people)
        _freshness(memory, roster, reply, applied)
        memory.trust.put_state(b"" if applied.refused else reply.state)
        # A hub that repeats itself must not be asked again and again without a pause.
        forward = memory.trust.cursor() > request.cursor or applied.sent or applied.packets
        applied.more = reply.more and not applied.refused and bool(forward)
    return applied


def _roster(memory: Memory, who: Who, reply: ExchangeReply, applied: Applied) -> Roster | None:
    current = memory.trust.read_roster()
    if reply.roster is None:
        return current
    try:
        newest = current.number if current else 0
        roster = accept_roster(reply.roster, who.tenant, who.root_key, newest)
    except SohopError as error:
        applied.refused.append(error.code)
        return current
    if current is None or roster.number > current.number:
        memory.trust.put_roster(reply.roster)
        return roster
    return current


def _certs(memory: Memory, roster: Roster, reply: ExchangeReply, applied: Applied) -> None:
    for envelope in reply.certs:
        try:
            accept_cert(envelope, roster)
        except SohopError as error:
            applied.refused.append(error.code)
        else:
            memory.trust.put_cert(envelope)


def _outcome(
    memory: Memory, roster: Roster, sent: Envelope | None, outcome: Outcome, applied: Applied
) -> None:
    try:
        if sent is None:
            raise SohopError(Code.HUB_BROKEN)
        receipt = read_receipt(outcome.receipt, outcome.event)
        body = decode_payload(sent.payload, Event).body
        # One that came after the close is accepted with a code, as evidence, and stands in no log.
        in_log = receipt.code is None or receipt.log is not None
        if isinstance(body, CastBallot) and receipt.accepted and in_log:
            check_inclusion(receipt, body.motion, roster)
    except SohopError as error:
        applied.refused.append(error.code)
        return
    applied.sent += memory.outbox.settle(outcome)


def _packet(memory: Memory, directory: Directory, who: Who, packet: Packet, applied: Applied) -> None:
    newest = 0
    try:
        if packet.published:
            manifest = read_manifest(packet.manifest, directory.roster.tenant)
            newest = memory.packets.newest_version(manifest.meeting.id)
            accept_manifest(packet.manifest, directory, newest)
            if manifest.version == newest and packet.manifest.digest not in memory.packets.newest():
                raise SohopError(Code.OLD_VERSION)
        else:
            if not DESK_ROLES & set(who.roles):
                raise SohopError(Code.ONE_SIGNATURE)
            manifest = read_manifest(packet.manifest, directory.roster.tenant)
            manifest_signers(packet.manifest, directory)
        items = [accept_descriptor(data, manifest) for data in packet.descriptors]
    except SohopError as error:
        applied.refused.append(error.code)
        return
    try:
        memory.packets.put(packet, manifest, items)
    except SohopError as error:
        if error.code is not Code.MALFORMED:
            raise  # the disk's trouble, not the packet's: nothing of this reply is kept
        applied.refused.append(error.code)
        return
    applied.packets += 1
    if packet.published and newest < manifest.version:
        applied.new_versions.append(manifest.meeting.id)


def _events(memory: Memory, directory: Directory, reply: ExchangeReply, applied: Applied) -> None:
    whole = True
    for delivered in reply.events:
        try:
            _check_delivered(delivered, directory)
        except SohopError as error:
            applied.refused.append(error.code)
            whole = False
            continue
        memory.events.add(delivered)
        applied.received += 1
        if whole:
            memory.trust.put_cursor(max(delivered.seq, memory.trust.cursor()))
    if whole:  # else it stays before the first that was refused, so that this is asked for again
        memory.trust.put_cursor(max(reply.cursor, memory.trust.cursor()))


def _check_delivered(delivered: Delivered, directory: Directory) -> None:
    envelope = delivered.envelope
    if envelope.kind is Kind.CLOSING:
        accept_closing(envelope, directory.roster)
        return
    if not envelope.signatures:
        raise SohopError(Code.BAD_SIGNATURE)
    cert = directory.author_of(envelope.signatures[0].signer)
    accept_event(envelope, cert, directory.roster.tenant)


def _closed(memory: Memory, directory: Directory, closed: ClosedMotion, applied: Applied) -> None:
    try:
        accept_closed(closed, directory)
    except SohopError as error:
        applied.refused.append(error.code)
        return
    memory.closed.put(closed)


def _freshness(memory: Memory, roster: Roster, reply: ExchangeReply, applied: Applied) -> None:
    if reply.freshness is None:
        return
    try:
        accept_freshness(reply.freshness, roster, memory.trust.read_freshness())
    except SohopError as error:
        applied.refused.append(error.code)
    else:
        memory.trust.put_freshness(reply.freshness)
