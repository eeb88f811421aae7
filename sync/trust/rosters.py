"""Who belongs to the office: the root's numbered rosters, the hub's certificates for delegates."""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.ids import TenantId
from sync.model.people import OFFICE_ROLES, Role
from sync.trust.directory import Directory
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import HUB, ROOT, CertStatement, DeviceCert, Roster


def accept_roster(envelope: Envelope, tenant: TenantId, root_key: bytes, newest: Envelope | None) -> Roster:
    """A roster is the root's, this office's, sound in itself, and no older than ``newest``, the one here.

    Raises ``SohopError``: ``BAD_SIGNATURE``, ``OTHER_TENANT``, ``MALFORMED``; ``OLD_EPOCH`` or
    ``OLD_ROSTER`` for one that goes back; ``OTHER_ROSTER`` for other bytes of the same epoch and number.
    """
    verify(envelope, Kind.ROSTER, tenant, ROOT, root_key)
    roster = decode_payload(envelope.payload, Roster)
    if roster.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    if not is_sound(roster, root_key):
        raise SohopError(Code.MALFORMED)
    if newest is None:
        return roster
    known = decode_payload(newest.payload, Roster)
    if roster.epoch < known.epoch:
        raise SohopError(Code.OLD_EPOCH)
    if roster.epoch == known.epoch and roster.number < known.number:
        raise SohopError(Code.OLD_ROSTER)
    if (roster.epoch, roster.number) == (known.epoch, known.number) and envelope.payload != newest.payload:
        raise SohopError(Code.OTHER_ROSTER)
    return roster


def check_epoch(spoken: int, heard: int, roster: Roster) -> bool:
    """Whether the hub speaks in a newer epoch than the one ``heard`` last; it must be the roster's.

    Raises ``SohopError(OLD_EPOCH)`` when it has gone back, or is behind the root's word; ``OLD_ROSTER`` when
    it claims an epoch that no roster here bears: the hub alone cannot begin one.
    """
    if spoken < max(heard, roster.epoch):
        raise SohopError(Code.OLD_EPOCH)
    if spoken > roster.epoch:
        raise SohopError(Code.OLD_ROSTER)
    return spoken > heard


def accept_cert(envelope: Envelope, directory: Directory) -> DeviceCert:
    """The hub's online key may vouch for delegates' and guests' devices, and for no office role or device.

    What it has said of a device once stays: another person or another key is refused, else it could put
    itself in a delegate's place, or have the note key sealed to itself.
    (A false *new* device it can add: that is seen by the person.)

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | NOT_PERMITTED | MALFORMED)``.
    """
    roster = directory.roster
    verify(envelope, Kind.DEVICE, roster.tenant, HUB, roster.online_key)
    statement = decode_payload(envelope.payload, CertStatement)
    if statement.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    cert = statement.cert
    if OFFICE_ROLES & set(cert.roles) or Role.ADMIN in cert.roles:
        raise SohopError(Code.NOT_PERMITTED)
    if cert.device in (ROOT, HUB) or directory.is_office(cert.device):
        raise SohopError(Code.NOT_PERMITTED)
    known = directory.certified(cert.device)
    if known is not None and _bound(known) != _bound(cert):
        raise SohopError(Code.NOT_PERMITTED)
    return cert


def _bound(cert: DeviceCert) -> tuple[object, ...]:
    return cert.person, cert.sign_key, cert.box_key


def is_sound(roster: Roster, root_key: bytes) -> bool:
    """Every device once, in office or retired; every key one device's, and none the hub's or the root's."""
    certs = [*roster.office, *(retired.cert for retired in roster.retired)]
    devices = [cert.device for cert in certs]
    keys = [root_key, roster.online_key, *(cert.sign_key for cert in certs)]
    reserved = {ROOT, HUB} & set(devices)
    return not reserved and len(set(devices)) == len(devices) and len(set(keys)) == len(keys)
