"""What the root signs: the next roster, and the root after it. All in the caller's transaction."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.keys import box_public, box_seed
from sync.hub.rosters import root_number
from sync.hub.stored import By, keep, keep_cert, kept, kept_cert, moment, record
from sync.hub.tables import InvitationState, PacketState
from sync.model.events import OFFICE
from sync.model.ids import Digest
from sync.root_file import Root
from sync.trust.roots import accept_root
from sync.wire.codec import encode_payload
from sync.wire.envelope import Envelope, Kind, seal, sign
from sync.wire.statements import ROOT, NewRoot, Retired, Roster


def sign_roster(
    connection: Connection, root: Root, online: Ed25519PrivateKey, now: int, number: int, epoch: int
) -> Roster:
    """Write the roster of that number: office devices in good standing, and those retired."""
    box_key = box_public(box_seed(online))
    roster = draft(connection, online.public_key().public_bytes_raw(), box_key, now, number, epoch)
    envelope = seal(Kind.ROSTER, root.tenant, encode_payload(roster), ROOT, root.key)
    install(connection, now, envelope, roster)
    return roster


def draft(
    connection: Connection, online_key: bytes, box_key: bytes, now: int, number: int, epoch: int
) -> Roster:
    """What the root would sign now: office devices in good standing under their persons' present names, and
    those retired. Roles are those of the enrolment: who gets others enrols anew."""
    office = connection.execute(select(tables.office)).one()
    devices, people = tables.devices.c, tables.people.c
    rows = connection.execute(
        select(tables.devices, people.name.label("called"), people.title)
        .join(tables.people, people.id == devices.person)
        .where(devices.office)
        .order_by(devices.enrolled, devices.id)
    ).all()
    signed = _manifests_signed(connection)
    return Roster(
        tenant=office.tenant,
        name=office.name,
        term=office.term,
        number=number,
        epoch=epoch,
        issued=moment(now),
        online_key=online_key,
        box_key=box_key,
        emblem=office.emblem,
        office=tuple(
            replace(kept_cert(row.cert), name=row.called, title=row.title)
            for row in rows
            if row.revoked is None
        ),
        retired=tuple(
            Retired(cert=kept_cert(row.cert), manifests=tuple(sorted(signed.get(row.id, ()))))
            for row in rows
            if row.revoked is not None and row.roster is not None
        ),
    )


def install(
    connection: Connection, now: int, envelope: Envelope, roster: Roster, by: By | None = None
) -> None:
    """Put a signed roster in force."""
    devices = tables.devices.c
    connection.execute(
        insert(tables.rosters).values(
            epoch=roster.epoch, number=roster.number, envelope=keep(envelope), signed=now
        )
    )
    for cert in roster.office:
        first = func.coalesce(devices.roster, roster.number)
        changed = update(tables.devices).where(devices.id == cert.device)
        connection.execute(changed.values(cert=keep_cert(cert), roster=first))
    record(connection, now, Audit.ROSTER_SIGNED, subject=str(roster.number), by=by)


def successor(root: Root, now: int) -> Root:
    """A new root with the same CA, and the statement by which both say so."""
    key = Ed25519PrivateKey.generate()
    statement = NewRoot(
        tenant=root.tenant,
        number=root.number + 1,
        root_key=key.public_key().public_bytes_raw(),
        issued=moment(now),
    )
    payload = encode_payload(statement)
    signatures = tuple(sign(Kind.ROOT, root.tenant, payload, ROOT, each) for each in (root.key, key))
    return Root(root.tenant, key, root.ca_key, (*root.chain, Envelope(Kind.ROOT, payload, signatures)))


def need_root(connection: Connection, root: Root) -> None:
    """Raises ``SohopError(OTHER_TENANT | OLD_ROOT)`` unless this is the office's root, now."""
    office = connection.execute(select(tables.office)).one()
    if office.tenant != root.tenant:
        raise SohopError(Code.OTHER_TENANT)
    if office.root_key != root.public:
        raise SohopError(Code.OLD_ROOT)


def follow_root(connection: Connection, root: Root, now: int) -> bool:
    """Believe this root from now on, if its chain leads on from the office's; False when it is that already.

    Raises ``SohopError(OTHER_TENANT | OLD_ROOT | BAD_SIGNATURE | MALFORMED)``.
    """
    office = connection.execute(select(tables.office)).one()
    if office.tenant != root.tenant:
        raise SohopError(Code.OTHER_TENANT)
    if office.root_key == root.public:
        return False
    table = tables.roots
    number = root_number(connection)
    believed = office.root_key
    for envelope in root.chain[number - 1 :]:
        new = accept_root(envelope, root.tenant, number, believed)
        number, believed = new.number, new.root_key
        connection.execute(insert(table).values(number=number, envelope=keep(envelope), signed=now))
        record(connection, now, Audit.ROOT_CHANGED, subject=str(number))
    if believed != root.public:
        raise SohopError(Code.OLD_ROOT)
    connection.execute(update(tables.office).values(root_key=root.public))
    return True


def void_invitations(
    connection: Connection, now: int, *which: ColumnElement[bool], by: By | None = None
) -> None:
    """Codes not yet used are good no more."""
    table = tables.invitations
    voided = connection.execute(
        update(table)
        .where(table.c.state == InvitationState.OPEN, *which)
        .values(state=InvitationState.VOID)
        .returning(table.c.person)
    )
    for person in voided.scalars().all():
        record(connection, now, Audit.CODE_VOIDED, person=person, by=by)


def _manifests_signed(connection: Connection) -> dict[str, set[Digest]]:
    """Which published manifests, and closings of room hubs, bear whose signature: they stay valid when the
    device is retired."""
    packets = tables.packets.c
    signed: dict[str, set[Digest]] = {}
    rows = connection.execute(
        select(packets.manifest, packets.envelope).where(packets.state == PacketState.PUBLISHED)
    )
    for row in rows:
        for signature in kept(row.envelope).signatures:
            signed.setdefault(signature.signer, set()).add(row.manifest)
    motions = tables.motions.c
    for closing in connection.execute(
        select(motions.closing).where(motions.closing.is_not(None), motions.recorder != OFFICE)
    ).scalars():
        envelope = kept(closing)
        signed.setdefault(envelope.signatures[0].signer, set()).add(envelope.digest)
    return signed
