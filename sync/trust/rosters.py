"""Who belongs to the office: the root's numbered rosters, the hub's certificates for delegates."""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.ids import TenantId
from sync.model.people import OFFICE_ROLES, Role
from sync.wire.codec import decode_payload
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import HUB, ROOT, CertStatement, DeviceCert, Roster


def accept_roster(envelope: Envelope, tenant: TenantId, root_key: bytes, newest: int) -> Roster:
    """A roster is the root's, this office's, and no older than ``newest`` (0 when there is none yet).

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | OLD_ROSTER | MALFORMED)``.
    """
    verify(envelope, Kind.ROSTER, tenant, ROOT, root_key)
    roster = decode_payload(envelope.payload, Roster)
    if roster.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    if roster.number < newest:
        raise SohopError(Code.OLD_ROSTER)
    return roster


def accept_cert(envelope: Envelope, roster: Roster) -> DeviceCert:
    """The hub's online key may vouch for delegates' and guests' devices, and for no office role.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | NOT_PERMITTED | MALFORMED)``.
    """
    verify(envelope, Kind.DEVICE, roster.tenant, HUB, roster.online_key)
    statement = decode_payload(envelope.payload, CertStatement)
    if statement.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    if OFFICE_ROLES & set(statement.cert.roles) or Role.ADMIN in statement.cert.roles:
        raise SohopError(Code.NOT_PERMITTED)
    return statement.cert
