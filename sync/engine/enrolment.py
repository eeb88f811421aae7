"""Enrolment: a laptop and an office meet for the first time over a short secret (``wire.invitation``)."""

from __future__ import annotations

import hashlib
import secrets
import socket
import ssl
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from sync.engine.transport import CONNECT_S, Transport, checked_address, checked_proxy, proxy_headers
from sync.errors import Code, SohopError
from sync.model.ids import TenantId
from sync.wire.invitation import Invitation, device_mac, hub_mac, lookup, same
from sync.wire.messages import EnrolHello, EnrolProof, EnrolReply, EnrolRequest

NO_TLS = bytes(32)
"""Stands for the certificate on a plain loopback connection."""


@dataclass(frozen=True)
class Contact:
    """A hub that has proved to know the secret. All it was sent is the invitation's lookup."""

    address: str
    secret: str
    tenant: TenantId
    office: str
    person: str
    ca: str
    root_key: bytes
    root_number: int
    hub_nonce: bytes
    proxy: str = ""


def contact(invitation: Invitation, proxy: str = "") -> Contact:
    """Ask the hub for its proof and check it: this certificate, CA and root key are the office's.

    No clock is asked whether the certificate is valid: there is no hub-signed time yet, and the proof binds
    its key. ``proxy`` as in ``Transport``.

    Raises ``SohopError(HUB_NOT_PROVED | CODE_WRONG | CODE_USED | CODE_EXPIRED | OFFLINE | NOT_A_HUB | …)``.
    """
    address = checked_address(invitation.address)
    certificate, seen_ca = NO_TLS, ""
    if address.startswith("https:"):
        certificate, seen_ca = _look_at_certificate(address, checked_proxy(proxy))
    transport = Transport(address, invitation.ca or seen_ca, proxy)
    try:
        nonce = secrets.token_bytes(32)
        hello = EnrolHello(lookup=lookup(invitation.secret), nonce=nonce)
        proof = transport.call("/v1/enrol/hello", hello, EnrolProof)
    finally:
        transport.close()
    expected = hub_mac(
        invitation.secret,
        tenant=proof.tenant,
        certificate=certificate,
        ca=proof.ca,
        root_key=proof.root_key,
        root_number=proof.root_number,
        client_nonce=nonce,
        hub_nonce=proof.nonce,
    )
    if not same(expected, proof.mac) or proof.certificate != certificate:
        raise SohopError(Code.HUB_NOT_PROVED)
    if invitation.root_key and bytes.fromhex(invitation.root_key) != proof.root_key:
        raise SohopError(Code.HUB_NOT_PROVED)
    return Contact(
        address=address,
        secret=invitation.secret,
        tenant=proof.tenant,
        office=proof.office,
        person=proof.person,
        ca=proof.ca.decode("ascii", "strict"),
        root_key=proof.root_key,
        root_number=proof.root_number,
        hub_nonce=proof.nonce,
        proxy=proxy,
    )


def enrol(found: Contact, sign_key: bytes, box_key: bytes) -> EnrolReply:
    """Send this laptop's public keys (32 raw bytes each) under the secret; gives who it now is.

    Raises ``SohopError(CODE_USED | …)``. The answer may be lost on a bad line: the same
    keys may be sent again.
    """
    transport = Transport(found.address, found.ca, found.proxy)
    try:
        request = EnrolRequest(
            lookup=lookup(found.secret),
            nonce=found.hub_nonce,
            sign_key=sign_key,
            box_key=box_key,
            device_name=socket.gethostname()[:60],
            mac=device_mac(found.secret, sign_key, box_key, found.hub_nonce),
        )
        reply = transport.call("/v1/enrol", request, EnrolReply)
    finally:
        transport.close()
    if reply.cert.sign_key != sign_key or reply.cert.box_key != box_key:
        raise SohopError(Code.HUB_NOT_PROVED)
    return reply


def _look_at_certificate(address: str, proxy: str) -> tuple[bytes, str]:
    """The server's public key (SHA-256) and the CA it sent along, before anything is trusted.

    The proof binds this key: a man in the middle shows another key, and his proof does not fit.
    """
    parts = urlsplit(address)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    host, port = parts.hostname or "", parts.port or 443
    try:
        with (
            _opened(host, port, proxy) as plain,
            context.wrap_socket(plain, server_hostname=host) as wrapped,
        ):
            der = wrapped.getpeercert(binary_form=True)
    except TimeoutError as error:
        raise SohopError(Code.TIMEOUT) from error
    except ssl.SSLError as error:
        raise SohopError(Code.NOT_A_HUB) from error
    except OSError as error:
        raise SohopError(Code.OFFLINE) from error
    except HTTPException as error:
        raise SohopError(Code.OFFLINE) from error
    if not der:
        raise SohopError(Code.NOT_A_HUB)
    try:
        certificate = x509.load_der_x509_certificate(der)
        key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise SohopError(Code.NOT_A_HUB) from error
    return hashlib.sha256(key).digest(), certificate.public_bytes(Encoding.PEM).decode("ascii")


def _opened(host: str, port: int, proxy: str) -> socket.socket:
    """A line to there, through the proxy when there is one. Raises ``OSError`` and ``HTTPException``."""
    if not proxy:
        return socket.create_connection((host, port), timeout=CONNECT_S)
    parts = urlsplit(proxy)
    through = HTTPConnection(parts.hostname or "", parts.port, timeout=CONNECT_S)
    through.set_tunnel(host, port, proxy_headers(proxy))
    through.connect()
    line: socket.socket = through.sock
    return line
