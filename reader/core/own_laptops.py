"""Which laptops there are in this person's name, as far as somebody has vouched for them.

The hub can add one that is not this person's. It cannot do so in secret: whoever signs as this person must
show a certificate, and every one that comes here is told, whatever date it claims, until the person has said
that it is theirs.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reader.core import standing
from reader.core.book import Book
from reader.core.key_views import LaptopView
from sync.errors import SohopError
from sync.model.ids import DeviceId
from sync.model.people import OFFICE_ROLES, Role
from sync.trust.note_keys import own_laptop
from sync.trust.proposals import key_mark
from sync.wire.statements import DeviceCert

_KNOWN: Final = "laptops/known"


def laptops(book: Book) -> tuple[LaptopView, ...]:
    """All of them, this one first, then the newest; revoked ones too."""
    me, trust = book.identity, book.vault.trust
    found: dict[DeviceId, LaptopView] = {}
    for statement in trust.certs_of(me.person):
        cert = statement.cert
        found[cert.device] = LaptopView(cert.device, cert.laptop, statement.issued)
    roster = trust.read_roster()
    if roster is not None:
        gone = [retired.cert for retired in roster.retired]
        for cert in (*roster.office, *gone):
            if cert.person == me.person:
                found[cert.device] = LaptopView(cert.device, cert.laptop, None, revoked=cert in gone)
    freshness = trust.read_freshness()
    revoked = frozenset(freshness.revoked if freshness is not None else ())
    known = frozenset(book.vault.settings.get(_KNOWN, list[DeviceId], []))
    voting = trust.voting()
    seen = [
        replace(
            one,
            this=one.device == me.device,
            revoked=one.revoked or one.device in revoked,
            known=one.device in known,
            votes=bool(voting) and one.device == voting[-1].device,
        )
        for one in found.values()
    ]
    return tuple(sorted(seen, key=lambda one: (not one.this, -_seconds(one.since), one.device)))


def acknowledge(book: Book, *devices: DeviceId) -> None:
    """The person has seen these and says that they are theirs."""
    known = book.vault.settings.get(_KNOWN, list[DeviceId], [])
    book.vault.settings.put(_KNOWN, sorted({*known, *devices}))


def mark(book: Book) -> str:
    """That of this laptop's own key, if the root signs such laptops; empty for all others."""
    me = book.identity
    if not (OFFICE_ROLES | {Role.ADMIN}) & set(me.roles):
        return ""
    return key_mark(Ed25519PrivateKey.from_private_bytes(me.sign_seed).public_key().public_bytes_raw())


def _seconds(when: datetime | None) -> float:
    return 0.0 if when is None else when.timestamp()


def may_take_part(book: Book, device: DeviceId) -> bool:
    """Whether a laptop is this person's and counts: this one too, as soon as somebody has vouched for it."""
    return certificate(book, device) is not None or (
        device == book.identity.device and not standing.is_revoked(book)
    )


def certificate(book: Book, device: DeviceId) -> DeviceCert | None:
    """That of a laptop of this person's which may take part in handing over the key; None of any other."""
    directory = book.vault.trust.directory()
    if directory is None:
        return None
    try:
        return own_laptop(device, book.identity.person, directory, book.vault.trust.read_freshness())
    except SohopError:
        return None
