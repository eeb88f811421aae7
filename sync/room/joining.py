"""A laptop becomes a room hub of its office: it enrols like any other, by a code, and gets a hub's folder."""

from __future__ import annotations

import time
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import insert

from sync.engine import enrolment
from sync.engine.enrolment import Contact
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.blobs import Blobs
from sync.hub.database import Database
from sync.hub.files import write_new
from sync.hub.hub import Layout
from sync.hub.keys import write_box, write_online
from sync.hub.stored import Clock, keep, milliseconds
from sync.model.ids import DeviceId
from sync.model.people import Role
from sync.trust.proposals import key_mark
from sync.trust.rosters import accept_roster
from sync.wire.messages import EnrolReply

KEY_MARK = "key-mark.txt"
"""For people: the administrator compares it before the roster is signed."""


def join(folder: Path, found: Contact, clock: Clock = time.time) -> DeviceId:
    """Make the folder of a room hub with the code of ``found``; gives its name in the roster to come.

    The keys are made here and never leave. The administrator then signs a roster that names it.
    Raises ``FileExistsError`` when the folder holds a hub; ``SohopError(NOT_PERMITTED)`` for the code of
    somebody who is no room hub, and what ``enrolment.enrol`` and ``accept_roster`` do.
    """
    layout = Layout(folder)
    if layout.database.exists() or layout.online_key.exists():
        raise FileExistsError(folder)
    key, box = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    sign_key, box_key = key.public_key().public_bytes_raw(), box.public_key().public_bytes_raw()
    reply = enrolment.enrol(found, sign_key, box_key)
    if Role.ROOM_HUB not in reply.cert.roles or reply.roster is None:
        raise SohopError(Code.NOT_PERMITTED)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_online(layout.online_key, key)
    write_box(layout.box_key, box)
    write_new(folder / KEY_MARK, key_mark(sign_key).encode("ascii"), private=False)
    write_new(layout.ca, found.ca.encode("ascii"), private=False)
    Blobs.make(layout.blobs)
    _tables(layout, found, reply, milliseconds(clock()))
    return reply.cert.device


def _tables(layout: Layout, found: Contact, reply: EnrolReply, now: int) -> None:
    assert reply.roster is not None
    roster = accept_roster(reply.roster, found.tenant, found.root_key, None)
    database = Database(layout.database)
    database.migrate()
    with database.write() as connection:
        connection.execute(
            insert(tables.office).values(
                id=1,
                tenant=found.tenant,
                hub=reply.cert.device,
                name=roster.name,
                term=roster.term,
                emblem=b"",
                address=found.address,
                root_key=found.root_key,
                first_root=found.root_number,
                made=now,
            )
        )
        connection.execute(
            insert(tables.rosters).values(
                epoch=roster.epoch, number=roster.number, envelope=keep(reply.roster), signed=now
            )
        )
        connection.execute(insert(tables.office_line).values(id=1, up=0, cursor=0, carried=0, stamp=b""))
    database.close()
    layout.database.chmod(0o600)
