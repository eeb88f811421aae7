"""What may be shown: manifests that two persons signed, and the descriptors they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sync.errors import Code, SohopError
from sync.model.ids import OPT_HEX, Digest, PersonId, TenantId
from sync.model.meeting import AgendaItem, Manifest
from sync.model.people import Role
from sync.trust.directory import Directory
from sync.trust.leases import check_lease
from sync.trust.recall import check_recalled
from sync.wire.codec import decode_payload, digest
from sync.wire.envelope import Envelope, Kind, verify
from sync.wire.statements import DeviceCert

_OPT_HEX = re.compile(OPT_HEX.pattern or "")


def accept_manifest(envelope: Envelope, directory: Directory) -> Manifest:
    """A packet counts with a secretary's and an approver's signature, of two different persons.

    Raises ``SohopError(BAD_SIGNATURE | ONE_SIGNATURE | OTHER_TENANT | LEASE_TOO_SHORT | MALFORMED)``.
    """
    if not _two_persons(manifest_signers(envelope, directory)):
        raise SohopError(Code.ONE_SIGNATURE)
    return check_sound(read_manifest(envelope, directory.roster.tenant))


def accept_draft(envelope: Envelope, directory: Directory) -> Manifest:
    """A packet under preparation counts, at the desk only, with a secretary's signature.

    Else a hub could lay a packet of its own before an approver. Raises as ``accept_manifest`` does.
    """
    if not any(Role.SECRETARY in cert.roles for cert in manifest_signers(envelope, directory)):
        raise SohopError(Code.ONE_SIGNATURE)
    return check_sound(read_manifest(envelope, directory.roster.tenant))


def check_version(
    manifest: Manifest, name: Digest, newest: int = 0, here: Digest | None = None, tombstone: int = 0
) -> None:
    """Versions never go back, and one version is one manifest.

    ``name`` is the manifest's own digest, ``newest`` the version this laptop has of that meeting, ``here``
    the manifest it has of this very version, ``tombstone`` the version up to which it was recalled.

    That version n + 1 names the very manifest n that is here is not asked: a hub restored from a backup may
    have lost n, and its desk must be able to go on. Two persons have signed either.

    Raises ``SohopError(RECALLED | OTHER_VERSION | OLD_VERSION)``.
    """
    check_recalled(manifest.version, tombstone)
    if here is not None and here != name:
        raise SohopError(Code.OTHER_VERSION)
    if manifest.version < newest and here is None:
        raise SohopError(Code.OLD_VERSION)


def manifest_signers(envelope: Envelope, directory: Directory) -> tuple[DeviceCert, ...]:
    """The certificates of those who signed this manifest; strangers are left out, not believed.

    Raises ``SohopError(BAD_SIGNATURE)`` when a known signer's signature does not fit: the bytes were altered.
    """
    found: dict[str, DeviceCert] = {}
    for signature in envelope.signatures:
        cert = directory.signer_of(signature.signer, envelope.digest)
        if cert is None or cert.device in found:
            continue
        verify(envelope, Kind.MANIFEST, directory.roster.tenant, cert.device, cert.sign_key)
        found[cert.device] = cert
    return tuple(found.values())


def read_manifest(envelope: Envelope, tenant: TenantId) -> Manifest:
    """Decode a manifest of this office. It says nothing about approval.

    Raises ``SohopError(OTHER_TENANT | MALFORMED)``.
    """
    if envelope.kind is not Kind.MANIFEST:
        raise SohopError(Code.MALFORMED)
    manifest = decode_payload(envelope.payload, Manifest)
    if manifest.tenant != tenant:
        raise SohopError(Code.OTHER_TENANT)
    return manifest


def check_sound(manifest: Manifest) -> Manifest:
    """A packet is whole in itself; the same manifest back.

    Raises ``SohopError(MALFORMED | LEASE_TOO_SHORT)``.
    """
    motions = [motion.id for motion in manifest.motions]
    voters = [entry.person for entry in manifest.roll]
    if (
        _OPT_HEX.match(manifest.previous) is None
        or (manifest.version == 1) != (manifest.previous == "")
        or manifest.meeting.ends < manifest.meeting.starts
        or any(len(set(each)) != len(each) for each in (manifest.items, motions, voters))
    ):
        raise SohopError(Code.MALFORMED)
    check_lease(manifest)
    return manifest


def accept_descriptor(data: bytes, manifest: Manifest) -> AgendaItem:
    """A descriptor belongs to a manifest that names its digest.

    Raises ``SohopError(WRONG_DIGEST | MALFORMED)``.
    """
    if digest(data) not in manifest.items:
        raise SohopError(Code.WRONG_DIGEST)
    return decode_payload(data, AgendaItem)


def accept_descriptors(
    given: Sequence[bytes], manifest: Manifest, person: PersonId, *, desk: bool, whole: bool = False
) -> list[AgendaItem]:
    """Descriptors belong to the manifest, come once each, and are permitted to this person (or the desk).

    ``whole`` asks for every one that the manifest names: whoever approves must see all of it.
    Raises ``SohopError(WRONG_DIGEST | MALFORMED | NOT_PERMITTED | PACKET_INCOMPLETE)``.
    """
    items = [accept_descriptor(data, manifest) for data in given]
    if len(set(given)) != len(given):
        raise SohopError(Code.MALFORMED)
    if not desk and not all(item.permits(person) for item in items):
        raise SohopError(Code.NOT_PERMITTED)
    if whole and len(items) != len(manifest.items):
        raise SohopError(Code.PACKET_INCOMPLETE)
    return items


def _two_persons(signers: tuple[DeviceCert, ...]) -> bool:
    return any(
        Role.SECRETARY in one.roles and Role.APPROVER in other.roles and one.person != other.person
        for one in signers
        for other in signers
    )
