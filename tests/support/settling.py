"""Replies of a hub, made by hand, and a memory that hears them."""

from __future__ import annotations

import msgspec
from support.memory import PaperMemory
from support.packets import NOON, Member, PaperOffice

from sync.engine.asking import compose_request
from sync.engine.ports import Who
from sync.engine.settle import Applied, apply_reply
from sync.model.events import DropMark
from sync.model.meeting import AgendaItem, Manifest
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import Delivered, ExchangeReply, Packet

OFFICE = PaperOffice()
ITEM = OFFICE.item(OFFICE.document(b"%PDF- one"))
FIRST = OFFICE.manifest(ITEM)
SECOND = OFFICE.manifest(ITEM, after=FIRST)
STATE = b"s" * 16


def replaced(value, **fields):
    """A copy with other fields."""
    return msgspec.structs.replace(value, **fields)


def a_memory() -> PaperMemory:
    """It has heard of the office and its delegates, in epoch 1."""
    memory = PaperMemory(OFFICE.root_key)
    memory.trust.put_roster(OFFICE.by_root(OFFICE.roster()))
    for delegate in OFFICE.delegates:
        memory.trust.put_cert(OFFICE.cert(delegate))
    memory.trust.begin_epoch(1)
    return memory


def hear(memory: PaperMemory, member: Member = OFFICE.lan, **reply: object) -> Applied:
    """Apply a reply to what ``member``'s memory would ask now."""
    who = Who(OFFICE.tenant, member.person, member.device, member.cert.roles)
    whole = {"state": STATE, "time": NOON, "cursor": memory.trust.cursor(), **reply}
    return apply_reply(memory, who, compose_request(memory), ExchangeReply(**whole), NOON)


def packet(manifest: Manifest, *items: AgendaItem, seq: int = 1) -> Packet:
    """Published, with the usual descriptor unless told otherwise."""
    return OFFICE.packet(manifest, *(items or (ITEM,)), seq=seq)


def delivered(seq: int, envelope: Envelope) -> Delivered:
    """Recorded at noon."""
    return Delivered(seq, NOON, envelope)


def fresh(*manifests: Manifest, **more: object) -> Envelope:
    """The hub's word on what is newest."""
    return OFFICE.by_hub(Kind.FRESHNESS, OFFICE.freshness(*manifests, **more))


def a_mark(member: Member = OFFICE.lan, seq: int = 1) -> Envelope:
    """Some act."""
    return OFFICE.event(member, DropMark(id=f"k-{seq}"), seq=seq)
