"""Between a person's own laptops: what they say to one another about the note key, and which there are."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from sync.hub import tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.stored import keep
from sync.hub.tables import To
from sync.model.events import OWN
from sync.model.ids import DeviceId, PersonId
from sync.wire.envelope import Envelope
from sync.wire.statements import DeviceCert


def carry(batch: Batch, act: Act, who: Actor) -> Verdict:
    """Kept, and delivered to the person's laptops. What it is worth is for them to say: they do not believe
    the hub in this."""
    batch.store(act, "key")
    batch.deliver(act.id, OWN, To.PERSON, who.person)
    return Verdict()


def tell_enrolled(connection: Connection, now: int, cert: DeviceCert, statement: Envelope) -> None:
    """Put the certificate of a new laptop into the order for all laptops of its person, which say so to
    them. (Those of office devices are in the roster, which everybody gets.)"""
    connection.execute(
        insert(tables.events).values(
            id=statement.digest,
            kind="device",
            meeting=OWN,
            person=cert.person,
            recorded=now,
            envelope=keep(statement),
        )
    )
    connection.execute(
        insert(tables.deliveries).values(
            event=statement.digest, meeting=OWN, audience=To.PERSON, person=cert.person
        )
    )


def others_of(connection: Connection, person: PersonId, device: DeviceId) -> int:
    """How many laptops in use this person has beside that one."""
    devices = tables.devices.c
    return int(
        connection.execute(
            select(func.count())
            .select_from(tables.devices)
            .where(devices.person == person, devices.id != device, devices.revoked.is_(None))
        ).scalar_one()
    )
