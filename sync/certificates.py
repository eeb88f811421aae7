"""The office's own certificate authority, and the certificates of its hub and room hubs (X.509, EC P-256).

A server's certificate and its key lie in one file, so that both are replaced in one step.
"""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LOOPBACK = ("localhost", "127.0.0.1", "::1")
WARN_DAYS = 60
"""So long before a server's certificate ends the administrator is reminded."""
_Public = ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey
_CA_LIFE = timedelta(days=20 * 365)
_SERVER_LIFE = timedelta(days=3 * 365)
_EARLY = timedelta(days=1)
"""A laptop's clock may be a little slow."""


@dataclass(frozen=True)
class Certificate:
    """What people want to know of one. ``begins`` and ``ends`` are UTC."""

    names: tuple[str, ...]
    begins: datetime
    ends: datetime
    fingerprint: bytes
    """SHA-256 of the public key, 32 bytes."""

    def days_left(self, now: datetime) -> int:
        """Whole days until it ends; negative afterwards."""
        return (self.ends - now).days


def make_ca(office: str, now: datetime) -> tuple[bytes, bytes]:
    """A new authority for 20 years: (certificate, private key), both PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("Sổ Họp CA", office)
    certificate = (
        _begun(name, name, key.public_key(), now, now + _CA_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.PEM), key_pem(key)


def make_server(ca: bytes, ca_key: bytes, addresses: Sequence[str], office: str, now: datetime) -> bytes:
    """A server certificate for these names or IP addresses and the loopback, for three years, and its key.

    One PEM: the certificate, then the key. Raises ``ValueError`` when ``ca_key`` is not the key of ``ca``.
    """
    authority, signer = _authority(ca, ca_key)
    key = ec.generate_private_key(ec.SECP256R1())
    ends = min(now + _SERVER_LIFE, authority.not_valid_after_utc)
    names = [*dict.fromkeys([*addresses, *LOOPBACK])]
    certificate = _server(
        _name("Sổ Họp hub", office), authority, signer, key.public_key(), now, ends, names
    ).sign(signer, hashes.SHA256())
    return certificate.public_bytes(serialization.Encoding.PEM) + key_pem(key)


def make_room(ca: bytes, ca_key: bytes, name: str, public: bytes, office: str, now: datetime) -> bytes:
    """A certificate for a room hub, under this name alone: its address is not known before, and means
    nothing. ``public`` is its device's own Ed25519 key (32 bytes), which never leaves it.

    Raises ``ValueError`` when ``ca_key`` is not the key of ``ca``.
    """
    authority, signer = _authority(ca, ca_key)
    key = ed25519.Ed25519PublicKey.from_public_bytes(public)
    ends = min(now + _SERVER_LIFE, authority.not_valid_after_utc)
    return (
        _server(_name("Sổ Họp room hub", office), authority, signer, key, now, ends, [name])
        .sign(signer, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )


def check_room(pem: bytes, ca: bytes, name: str, public: bytes, now: datetime) -> datetime:
    """Until when such a certificate is good, if it is one: by this CA, for this key, under this name alone.

    Raises ``ValueError`` otherwise.
    """
    certificate = x509.load_pem_x509_certificate(pem)
    authority = x509.load_pem_x509_certificate(ca)
    key = certificate.public_key()
    try:
        certificate.verify_directly_issued_by(authority)
        constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (InvalidSignature, TypeError) as error:
        raise ValueError("not by this CA") from error
    except (x509.ExtensionNotFound, x509.DuplicateExtension) as error:
        raise ValueError("no server's certificate") from error
    is_its = isinstance(key, ed25519.Ed25519PublicKey) and key.public_bytes_raw() == public
    if not is_its or constraints.ca or list(named) != [x509.DNSName(name)]:
        raise ValueError("not for this room hub")
    if not certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc:
        raise ValueError("not good now")
    return certificate.not_valid_after_utc


def key_pem(key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    """A private key as TLS reads it."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def read(pem: bytes) -> Certificate:
    """What the first certificate of a PEM says. Raises ``ValueError`` when there is none."""
    certificate = x509.load_pem_x509_certificate(pem)
    names: list[str] = []
    for extension in certificate.extensions:
        if isinstance(extension.value, x509.SubjectAlternativeName):
            names = [str(name.value) for name in extension.value]
    return Certificate(
        tuple(names), certificate.not_valid_before_utc, certificate.not_valid_after_utc, fingerprint(pem)
    )


def fingerprint(certificate: bytes) -> bytes:
    """SHA-256 of a PEM certificate's public key (its SubjectPublicKeyInfo in DER), 32 bytes."""
    key = x509.load_pem_x509_certificate(certificate).public_key()
    return hashlib.sha256(
        key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    ).digest()


def _authority(ca: bytes, ca_key: bytes) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    authority = x509.load_pem_x509_certificate(ca)
    signer = serialization.load_pem_private_key(ca_key, None)
    if not isinstance(signer, ec.EllipticCurvePrivateKey) or signer.public_key() != authority.public_key():
        raise ValueError("not the key of this CA")
    return authority, signer


def _server(
    subject: x509.Name,
    authority: x509.Certificate,
    signer: ec.EllipticCurvePrivateKey,
    key: _Public,
    now: datetime,
    ends: datetime,
    names: Iterable[str],
) -> x509.CertificateBuilder:
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    return (
        _begun(subject, authority.subject, key, now, ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(issuer, critical=False)
        .add_extension(x509.SubjectAlternativeName(_alternatives(names)), critical=False)
    )


def _begun(
    subject: x509.Name, issuer: x509.Name, key: _Public, now: datetime, ends: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLY)
        .not_valid_after(ends)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _name(common: str, office: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, common),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, office[:64]),
        ]
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _alternatives(addresses: Iterable[str]) -> list[x509.GeneralName]:
    found: list[x509.GeneralName] = []
    for address in addresses:
        try:
            found.append(x509.IPAddress(ipaddress.ip_address(address)))
        except ValueError:
            found.append(x509.DNSName(address))
    return found
