"""The rules by which a laptop or a hub believes something. Each function is one rule and raises by name.

Every function takes exact signed bytes (an ``Envelope``), checks the signature first, decodes after, and
returns the value. None of them reads a clock, a disk or a network.
"""

from __future__ import annotations

from collections.abc import Iterable

from sync.errors import Code, SohopError
from sync.model.events import CastBallot, Closing, Event
from sync.model.ids import DeviceId, Digest, TenantId
from sync.model.meeting import AgendaItem, Manifest
from sync.model.people import OFFICE_ROLES, Role
from sync.wire.codec import decode_payload, digest
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.log import leaf_hash, tree_root
from sync.wire.messages import ClosedMotion
from sync.wire.statements import HUB, ROOT, CertStatement, DeviceCert, Freshness, Head, Leaf, Roster


class Directory:
    """The devices one may believe: the roster's office devices and certified delegates' devices."""

    def __init__(self, roster: Roster, certs: Iterable[DeviceCert] = ()) -> None:
        self.roster = roster
        self._office = {cert.device: cert for cert in roster.office}
        self._retired = {retired.cert.device: retired for retired in roster.retired}
        self._certs = {cert.device: cert for cert in certs}

    def find(self, device: DeviceId) -> DeviceCert:
        """The certificate of a device in good standing. Raises ``SohopError(UNKNOWN_DEVICE)``."""
        cert = self._office.get(device) or self._certs.get(device)
        if cert is None:
            raise SohopError(Code.UNKNOWN_DEVICE)
        return cert

    def author_of(self, device: DeviceId) -> DeviceCert:
        """The certificate by which to read an act that the hub has recorded: a retired device's too.

        A hub takes no new acts of such a device; those it made before stay true.
        Raises ``SohopError(UNKNOWN_DEVICE)``.
        """
        retired = self._retired.get(device)
        if device not in self._office and retired is not None:
            return retired.cert
        return self.find(device)

    def signer_of(self, device: DeviceId, manifest: Digest) -> DeviceCert | None:
        """Who may have signed this manifest: an office device, or a retired one whose manifest is kept."""
        if device in self._office:
            return self._office[device]
        retired = self._retired.get(device)
        return retired.cert if retired is not None and manifest in retired.manifests else None


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


def accept_freshness(envelope: Envelope, roster: Roster, newest: Freshness | None) -> Freshness:
    """A freshness statement is the hub's, speaks of the very roster we have, and never goes back.

    One that speaks of a newer roster means that this roster was kept from us.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | OLD_ROSTER | OLD_VERSION | STALE | MALFORMED)``.
    """
    verify(envelope, Kind.FRESHNESS, roster.tenant, HUB, roster.online_key)
    freshness = decode_payload(envelope.payload, Freshness)
    if freshness.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    if freshness.roster != roster.number:
        raise SohopError(Code.OLD_ROSTER)
    if newest is None:
        return freshness
    if freshness.time < newest.time:
        raise SohopError(Code.STALE)
    known = {version.meeting: version.version for version in newest.manifests}
    if any(version.version < known.get(version.meeting, 0) for version in freshness.manifests):
        raise SohopError(Code.OLD_VERSION)
    return freshness


def accept_manifest(envelope: Envelope, directory: Directory, newest: int) -> Manifest:
    """A packet counts with a secretary's and an approver's signature, of two different persons.

    ``newest`` is the version the laptop already has of that meeting (0 when none).
    Raises ``SohopError(BAD_SIGNATURE | ONE_SIGNATURE | OTHER_TENANT | OLD_VERSION | MALFORMED)``.
    """
    signers = manifest_signers(envelope, directory)
    if not _two_persons(signers):
        raise SohopError(Code.ONE_SIGNATURE)
    manifest = read_manifest(envelope, directory.roster.tenant)
    if manifest.version < newest:
        raise SohopError(Code.OLD_VERSION)
    return manifest


def manifest_signers(envelope: Envelope, directory: Directory) -> tuple[DeviceCert, ...]:
    """The certificates of those who signed this manifest; strangers are left out, not believed.

    Raises ``SohopError(BAD_SIGNATURE)`` when a known signer's signature does not fit: the bytes were altered.
    """
    found: list[DeviceCert] = []
    for signature in envelope.signatures:
        cert = directory.signer_of(signature.signer, envelope.digest)
        if cert is None:
            continue
        verify(envelope, Kind.MANIFEST, directory.roster.tenant, cert.device, cert.sign_key)
        found.append(cert)
    return tuple(found)


def read_manifest(envelope: Envelope, tenant: TenantId) -> Manifest:
    """Decode a manifest of this office. For drafts on the desk: it says nothing about approval.

    Raises ``SohopError(OTHER_TENANT | MALFORMED)``.
    """
    if envelope.kind is not Kind.MANIFEST:
        raise SohopError(Code.MALFORMED)
    manifest = decode_payload(envelope.payload, Manifest)
    if manifest.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    return manifest


def accept_descriptor(data: bytes, manifest: Manifest) -> AgendaItem:
    """A descriptor belongs to a manifest that names its digest.

    Raises ``SohopError(WRONG_DIGEST | MALFORMED)``.
    """
    if digest(data) not in manifest.items:
        raise SohopError(Code.WRONG_DIGEST)
    return decode_payload(data, AgendaItem)


def accept_event(envelope: Envelope, cert: DeviceCert, tenant: TenantId) -> Event:
    """An event is signed by the device it names, which is that person's, in this office.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | MALFORMED)``.
    """
    verify(envelope, Kind.EVENT, tenant, cert.device, cert.sign_key)
    event = decode_payload(envelope.payload, Event)
    if event.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    if event.device != cert.device or event.person != cert.person:
        raise SohopError(Code.BAD_SIGNATURE)
    return event


def accept_closing(envelope: Envelope, roster: Roster) -> Closing:
    """A closing is the recorder's. Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | MALFORMED)``."""
    verify(envelope, Kind.CLOSING, roster.tenant, HUB, roster.online_key)
    closing = decode_payload(envelope.payload, Closing)
    if closing.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    return closing


def accept_head(envelope: Envelope, roster: Roster) -> Head:
    """A log head is the recorder's. Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | MALFORMED)``."""
    verify(envelope, Kind.HEAD, roster.tenant, HUB, roster.online_key)
    head = decode_payload(envelope.payload, Head)
    if head.tenant != roster.tenant:
        raise SohopError(Code.OTHER_TENANT)
    return head


def accept_closed(closed: ClosedMotion, directory: Directory) -> Closing:
    """A closed motion's ballots are all of its frozen log, in order, each signed by its voter's device.

    Raises ``SohopError(BAD_SIGNATURE | OTHER_TENANT | UNKNOWN_DEVICE | WRONG_DIGEST | MALFORMED)``.
    """
    roster = directory.roster
    closing = accept_closing(closed.closing, roster)
    head = accept_head(closed.head, roster)
    if (closing.meeting, closing.motion) != (closed.meeting, closed.motion):
        raise SohopError(Code.WRONG_DIGEST)
    if (head.motion, head.size, head.root) != (closing.motion, closing.size, closing.root):
        raise SohopError(Code.WRONG_DIGEST)
    root = tree_root([leaf_hash(leaf) for _, leaf in closed.ballots])
    if len(closed.ballots) != closing.size or root.hex() != closing.root:
        raise SohopError(Code.WRONG_DIGEST)
    for envelope, leaf_bytes in closed.ballots:
        leaf = decode_payload(leaf_bytes, Leaf)
        event = accept_event(envelope, directory.author_of(leaf.device), roster.tenant)
        if not isinstance(event.body, CastBallot):
            raise SohopError(Code.MALFORMED)
        told = (leaf.ballot, leaf.person, event.meeting, event.body.motion)
        if told != (envelope.digest, event.person, closing.meeting, closing.motion):
            raise SohopError(Code.WRONG_DIGEST)
    return closing


def _two_persons(signers: tuple[DeviceCert, ...]) -> bool:
    return any(
        Role.SECRETARY in one.roles and Role.APPROVER in other.roles and one.person != other.person
        for one in signers
        for other in signers
    )
