"""What may be shown: manifests that two persons signed, and the descriptors they name."""

from __future__ import annotations

from sync.errors import Code, SohopError
from sync.model.ids import TenantId
from sync.model.meeting import AgendaItem, Manifest
from sync.model.people import Role
from sync.trust.directory import Directory
from sync.wire.codec import decode_payload, digest
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import DeviceCert


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


def _two_persons(signers: tuple[DeviceCert, ...]) -> bool:
    return any(
        Role.SECRETARY in one.roles and Role.APPROVER in other.roles and one.person != other.person
        for one in signers
        for other in signers
    )
