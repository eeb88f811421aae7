"""The office's people in the tables: who there is, adding, changing, leaving; in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from sqlalchemy import Connection, func, insert, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.revoking import revoke
from sync.hub.signing import void_invitations
from sync.hub.stored import By, keep_groups, keep_roles, kept_groups, kept_roles, record
from sync.model.ids import DeviceId, PersonId
from sync.model.people import PersonEntry, Role

CHANGES = (Audit.PERSON_ADDED, Audit.PERSON_CHANGED, Audit.PERSON_LEFT)
"""Rows of the audit that say the list is another one."""
NAMEABLE_CHANGES = (*CHANGES, Audit.ENROLLED, Audit.REVOKED)
"""The same for the list that the desk gets."""

_people, _audit = tables.people.c, tables.audit.c
_HERE = select(tables.people).where(_people.gone.is_(None)).order_by(_people.id)


def listed(connection: Connection) -> tuple[PersonEntry, ...]:
    """Everybody of the office, in order of id."""
    return tuple(
        PersonEntry(
            person=PersonId(row.id),
            name=row.name,
            title=row.title,
            roles=kept_roles(row.roles),
            groups=kept_groups(row.groups),
            code=row.code,
        )
        for row in connection.execute(_HERE).all()
    )


def nameable(connection: Connection) -> tuple[PersonEntry, ...]:
    """The same without room hubs, which are nobody: whom a packet may name, and who has a laptop."""
    devices = tables.devices.c
    have = set(connection.execute(select(devices.person).where(devices.revoked.is_(None))).scalars())
    people = (one for one in listed(connection) if Role.ROOM_HUB not in one.roles)
    return tuple(replace(one, laptop=one.person in have) for one in people)


def mark(connection: Connection) -> int:
    """Which state of the list this is: it rises with each change."""
    newest = select(func.max(_audit.seq)).where(_audit.kind.in_(CHANGES))
    return connection.execute(newest).scalar_one() or 0


def keep(connection: Connection, now: int, people: Sequence[PersonEntry], by: By | None = None) -> None:
    """Write these as they are here; what is so already leaves no trace.

    Raises ``SohopError``: ``UNKNOWN_PERSON`` for somebody who left, ``PERSON_CODE_TAKEN``, ``MALFORMED`` for
    somebody without name or role.
    """
    known = {one.person: one for one in listed(connection)}
    codes = {one.code: one.person for one in known.values() if one.code}
    for one in people:
        if not one.name.strip() or not one.roles:
            raise SohopError(Code.MALFORMED)
        if one.code and codes.setdefault(one.code, one.person) != one.person:
            raise SohopError(Code.PERSON_CODE_TAKEN, code=one.code)
        fields = {
            "name": one.name,
            "title": one.title,
            "roles": keep_roles(one.roles),
            "groups": keep_groups(one.groups),
            "code": one.code,
        }
        before = known.get(one.person)
        if before == one:
            continue
        if before is None:
            if connection.execute(select(_people.id).where(_people.id == one.person)).first():
                raise SohopError(Code.UNKNOWN_PERSON)
            connection.execute(insert(tables.people).values(id=one.person, added=now, **fields))
            record(connection, now, Audit.PERSON_ADDED, person=one.person, by=by)
        else:
            connection.execute(update(tables.people).where(_people.id == one.person).values(**fields))
            record(connection, now, Audit.PERSON_CHANGED, person=one.person, by=by)


def leave(connection: Connection, now: int, person: PersonId, by: By | None = None) -> list[DeviceId]:
    """They are of the office no more: their codes are void, their laptops revoked. What they did stays.

    Gives the laptops. Nothing for who left before. Raises ``SohopError(UNKNOWN_PERSON)``.
    """
    row = connection.execute(select(_people.gone).where(_people.id == person)).one_or_none()
    if row is None:
        raise SohopError(Code.UNKNOWN_PERSON)
    if row.gone is not None:
        return []
    connection.execute(update(tables.people).where(_people.id == person).values(gone=now))
    void_invitations(connection, now, tables.invitations.c.person == person, by=by)
    devices = tables.devices.c
    standing = connection.execute(
        select(devices.id).where(devices.person == person, devices.revoked.is_(None)).order_by(devices.id)
    )
    ended = [DeviceId(device) for device in standing.scalars().all()]
    for device in ended:
        revoke(connection, now, device, by)
    record(connection, now, Audit.PERSON_LEFT, person=person, by=by)
    return ended
