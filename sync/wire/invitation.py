"""Invitations: how a laptop and a hub that share a short secret recognise each other.

Typed by hand: the hub's address and 20 characters (100 bits). A file, a QR code or a ``sohop://`` link
carries the same with the office's CA and root key. Both sides derive from the secret with HMAC-SHA-256.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import unicodedata
from urllib.parse import parse_qs, quote, urlsplit

from msgspec import Struct

from sync.errors import Code, SohopError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U. Typed letters I, L and O are read as 1, 1 and 0."""
LENGTH = 20
LIFETIME_S = 7 * 86_400
TRIES = 5


class Invitation(Struct, frozen=True, kw_only=True):
    """What the person brings. ``ca`` (PEM) and ``root_key`` are empty when typed by hand."""

    address: str
    secret: str
    ca: str = ""
    root_key: str = ""


def new_secret() -> str:
    """20 random characters."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(secret: str) -> str:
    """In groups of five, as printed and typed."""
    return "-".join(secret[i : i + 5] for i in range(0, len(secret), 5))


def read_secret(typed: str) -> str:
    """The secret from what was typed. Raises ``SohopError(CODE_WRONG)`` unless it is 20 such characters."""
    plain = plain_code(typed)
    if len(plain) != LENGTH or any(c not in ALPHABET for c in plain):
        raise SohopError(Code.CODE_WRONG, left=TRIES)
    return plain


def plain_code(typed: str) -> str:
    """What was typed or pasted, without any kind of space, dash or invisible sign, in capitals of the
    alphabet above. It may still be no code."""
    letters = (c for c in typed.upper() if unicodedata.category(c) not in _BETWEEN)
    return "".join(letters).translate(_READ_AS)


_BETWEEN = frozenset({"Zs", "Zl", "Zp", "Pd", "Cc", "Cf"})
_READ_AS = str.maketrans("ILO", "110")


def link(invitation: Invitation) -> str:
    """The ``sohop://`` link, also the content of the QR code and of the invitation file."""
    ca = base64.urlsafe_b64encode(invitation.ca.encode()).decode()
    return (
        f"sohop://enrol?hub={quote(invitation.address, safe='')}&code={invitation.secret}"
        f"&root={invitation.root_key}&ca={ca}"
    )


def read_link(text: str) -> Invitation:
    """Read a link. Raises ``SohopError(MALFORMED)`` for anything else, ``CODE_WRONG`` for a bad code."""
    try:
        parts = urlsplit(text.strip())
        fields = parse_qs(parts.query, max_num_fields=8)
        if parts.scheme != "sohop" or parts.netloc != "enrol" or not {"hub", "code"} <= fields.keys():
            raise SohopError(Code.MALFORMED)
        ca = base64.urlsafe_b64decode(fields.get("ca", [""])[0]).decode("ascii")
        root = fields.get("root", [""])[0]
        if root and len(bytes.fromhex(root)) != 32:
            raise SohopError(Code.MALFORMED)
    except ValueError as error:
        raise SohopError(Code.MALFORMED) from error
    return Invitation(address=fields["hub"][0], secret=read_secret(fields["code"][0]), ca=ca, root_key=root)


def lookup(secret: str) -> bytes:
    """8 bytes that find the invitation at the hub."""
    return _derive(secret, b"lookup", b"")[:8]


def hub_mac(
    secret: str,
    *,
    tenant: str,
    certificate: bytes,
    ca: bytes,
    root_key: bytes,
    root_number: int,
    client_nonce: bytes,
    hub_nonce: bytes,
) -> bytes:
    """What the hub shows: it knows the secret; this certificate, CA and root key are the office's.

    ``certificate`` is the SHA-256 of the TLS public key (32 bytes), ``ca`` PEM bytes; the root's number takes
    4 bytes, all other parts 32, so that nothing can be read two ways.
    """
    fixed = hashlib.sha256(tenant.encode()).digest() + certificate + hashlib.sha256(ca).digest()
    root = root_key + root_number.to_bytes(4, "big")
    return _derive(secret, b"hub", fixed + root + client_nonce + hub_nonce)


def device_mac(secret: str, sign_key: bytes, box_key: bytes, hub_nonce: bytes) -> bytes:
    """What the laptop shows: it knows the secret, and these public keys are its own."""
    return _derive(secret, b"device", sign_key + box_key + hub_nonce)


def same(one: bytes, other: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(one, other)


def _derive(secret: str, label: bytes, message: bytes) -> bytes:
    return hmac.new(secret.encode(), b"sohop enrol v1 " + label + b"\x00" + message, hashlib.sha256).digest()
