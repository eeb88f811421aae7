"""What an administrator's laptop may put the root's signature under: a hub proposes, and may be lying."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from sync.errors import Code, SohopError
from sync.model.emblem import check_emblem
from sync.model.ids import DeviceId
from sync.trust.recorders import is_room
from sync.trust.rosters import is_sound
from sync.wire.codec import decode_payload
from sync.wire.statements import DeviceCert, Roster


@dataclass(frozen=True)
class Proposal:
    """A roster that may be signed, and what it changes, to be shown to the person who signs."""

    payload: bytes
    roster: Roster
    added: tuple[DeviceCert, ...]
    """Laptops that get an office role by it: each a person who can be asked whether it is theirs."""
    ended: tuple[DeviceCert, ...]
    called: tuple[tuple[DeviceCert, DeviceCert], ...]
    """Laptops whose person or name is called otherwise, before and after: minutes and approvals bear it."""
    renamed: bool
    """The office is called otherwise."""
    emblem: bool
    """Its emblem is another."""
    rooms: tuple[DeviceCert, ...] = ()
    """Room hubs that get a certificate by the office's CA with it."""


def check_proposal(
    payload: bytes, known: Roster, root_key: bytes, rooms: Collection[DeviceId] = ()
) -> Proposal:
    """The next roster after ``known``, which this laptop believes: same office, epoch and hub, sound in
    itself; no laptop with other keys, another person or other roles than the root has signed; none that
    disappears; no more manifests of one that was retired before.

    ``rooms``: which of its room hubs lack a certificate, as the hub says; what is none is not certified.
    That the hub names the right manifests of laptops that retire now it can't know.
    Raises ``SohopError(PROPOSAL_REFUSED | EMBLEM_WRONG | TOO_LARGE | MALFORMED)``.
    """
    roster = decode_payload(payload, Roster)
    if roster.emblem:
        check_emblem(roster.emblem)
    office = {cert.device: cert for cert in known.office}
    retired = {one.cert.device: one.cert for one in known.retired}
    stay = {one.cert.device: frozenset(one.manifests) for one in known.retired}
    now = {cert.device: cert for cert in roster.office}
    gone = {one.cert.device: one.cert for one in roster.retired}
    follows = (
        roster.tenant == known.tenant
        and roster.epoch == known.epoch
        and roster.number == known.number + 1
        and roster.online_key == known.online_key
        and roster.box_key == known.box_key
        and is_sound(roster, root_key)
        and all(_bound(now[device]) == _bound(office[device]) for device in now.keys() & office.keys())
        and not now.keys() & retired.keys()
        and gone == {**retired, **{device: office[device] for device in office.keys() - now.keys()}}
        and all(
            stay.get(one.cert.device, frozenset(one.manifests)) >= {*one.manifests} for one in roster.retired
        )
    )
    if not follows:
        raise SohopError(Code.PROPOSAL_REFUSED)
    return Proposal(
        payload=payload,
        roster=roster,
        added=tuple(cert for cert in roster.office if cert.device not in office),
        ended=tuple(cert for device, cert in gone.items() if device in office),
        called=tuple(
            (office[cert.device], cert)
            for cert in roster.office
            if cert.device in office and cert != office[cert.device]
        ),
        renamed=(roster.name, roster.term) != (known.name, known.term),
        emblem=roster.emblem != known.emblem,
        rooms=tuple(cert for cert in roster.office if cert.device in rooms and is_room(cert)),
    )


def key_mark(sign_key: bytes) -> str:
    """The beginning of a laptop's key, to be compared by eye or by phone: 64 bits, four groups of four."""
    digits = hashlib.sha256(sign_key).hexdigest()[:16]
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def _bound(cert: DeviceCert) -> tuple[object, ...]:
    return cert.person, cert.roles, cert.sign_key, cert.box_key
