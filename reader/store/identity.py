"""Who this laptop is: made at enrolment, kept in the vault, and nowhere else."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from reader.store.database import Database
from sync.errors import Code, SohopError
from sync.model.ids import Device, Person, Tenant
from sync.model.people import Role
from sync.wire.statements import DeviceCert, Key

Seed = Annotated[bytes, Meta(min_length=32, max_length=32)]
"""A private key's 32 raw bytes."""


class Identity(Struct, frozen=True, kw_only=True):
    """The office, its hub, the person, and this device's secrets.

    ``root_key`` and its number are those of enrolment; later ones are statements (``Trust.root``).
    ``hub`` is the address; ``ca`` PEM text, empty on loopback. ``sign_seed`` is Ed25519, ``box_seed`` X25519,
    ``note_key`` AES-256: it opens the person's private marks on all their devices.

    ``temporary``: this laptop made that key for itself, from these 16 bytes, while the person has others; one
    of those is to give it theirs. ``former_keys`` it sealed marks with before: they are only read with.
    """

    tenant: Tenant
    tenant_name: str
    hub: str
    ca: str
    root_key: Key
    root_number: Annotated[int, Meta(ge=1, le=2**31)]
    person: Person
    person_name: str
    device: Device
    roles: tuple[Role, ...]
    sign_seed: Seed
    box_seed: Seed
    note_key: Seed
    temporary: Annotated[bytes, Meta(max_length=16)] = b""
    former_keys: tuple[Seed, ...] = ()
    cert: DeviceCert

    def __repr__(self) -> str:
        """Without secrets: it may stand in a crash report."""
        return f"Identity(tenant={self.tenant!r}, person={self.person!r}, device={self.device!r})"


def load(database: Database) -> Identity:
    """The identity that ``save`` wrote. Raises ``SohopError(VAULT_DAMAGED)``."""
    row = database.one("SELECT value FROM identity")
    if row is None:
        raise SohopError(Code.VAULT_DAMAGED)
    return msgspec.msgpack.decode(row[0], type=Identity)


def save(database: Database, identity: Identity) -> None:
    """Write or replace it, durably."""
    with database.transaction():
        database.run(
            "INSERT INTO identity (only, value) VALUES (1, ?) "
            "ON CONFLICT (only) DO UPDATE SET value = excluded.value",
            (msgspec.msgpack.encode(identity),),
        )
