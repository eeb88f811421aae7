"""Codes by which a laptop and the office meet, in the caller's transaction."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.signing import void_invitations
from sync.hub.stored import By, record
from sync.hub.tables import InvitationState
from sync.model.ids import PersonId
from sync.wire.invitation import LIFETIME_S, lookup, new_secret


def issue(connection: Connection, now: int, person: PersonId, by: By | None = None) -> tuple[str, int]:
    """A fresh code for a person, and when it ends (ms); an earlier unused one is void from now on.

    Raises ``SohopError(UNKNOWN_PERSON)``.
    """
    secret = new_secret()
    people, table = tables.people.c, tables.invitations
    here = select(people.id).where(people.id == person, people.gone.is_(None))
    if connection.execute(here).first() is None:
        raise SohopError(Code.UNKNOWN_PERSON)
    void_invitations(connection, now, table.c.person == person, by=by)
    expires = now + LIFETIME_S * 1000
    connection.execute(
        insert(table).values(
            lookup=lookup(secret),
            secret=secret,
            person=person,
            state=InvitationState.OPEN,
            tries=0,
            made=now,
            expires=expires,
        )
    )
    record(connection, now, Audit.INVITED, person=person, by=by)
    return secret, expires
