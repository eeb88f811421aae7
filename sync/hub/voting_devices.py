"""Which of a person's laptops votes: the first enrolled, until another is chosen or that one is revoked."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, func, insert, select

from sync.hub import tables
from sync.hub.stored import moment
from sync.hub.tables import To
from sync.model.events import OWN
from sync.model.ids import DeviceId, PersonId
from sync.model.voting_device import VotingDevice

_devices, _voting = tables.devices.c, tables.voting_devices.c
_OF_PERSONS = (
    select(_voting.person, _voting.device, _devices.name, _voting.since)
    .join(tables.devices, _devices.id == _voting.device)
    .where(_voting.person.in_(bindparam("persons", expanding=True)))
    .order_by(_voting.id)
)


def of_person(connection: Connection, person: PersonId) -> tuple[VotingDevice, ...]:
    """All that this person ever voted on, in the order of recording."""
    return of_persons(connection, [person])[person]


def of_persons(
    connection: Connection, persons: Collection[PersonId]
) -> dict[PersonId, tuple[VotingDevice, ...]]:
    """The same for each of these; at most some hundred."""
    found: dict[PersonId, tuple[VotingDevice, ...]] = dict.fromkeys(persons, ())
    for row in connection.execute(_OF_PERSONS, {"persons": list(persons)}).all():
        found[PersonId(row.person)] += (VotingDevice(row.device, row.name, moment(row.since)),)
    return found


def current(connection: Connection, person: PersonId) -> DeviceId | None:
    """The one that votes on what opens from now on; None before this person's first enrolment."""
    device = connection.execute(
        select(_voting.device).where(_voting.person == person).order_by(_voting.id.desc()).limit(1)
    ).scalar_one_or_none()
    return None if device is None else DeviceId(device)


def among_several(connection: Connection) -> set[DeviceId]:
    """The voting ones of those who have several laptops."""
    last = select(func.max(_voting.id)).group_by(_voting.person)
    several = select(_devices.person).group_by(_devices.person).having(func.count() > 1)
    rows = connection.execute(select(_voting.device).where(_voting.id.in_(last), _voting.person.in_(several)))
    return {DeviceId(device) for device in rows.scalars()}


def enrolled(connection: Connection, now: int, person: PersonId, device: DeviceId) -> None:
    """A laptop was enrolled. It votes if no other one that is in use does. With the second of a person's
    laptops all of them are told which."""
    before = current(connection, person)
    if before is None or _is_revoked(connection, before):
        _put(connection, now, person, device)
    if before is not None:
        _tell(connection, person)


def revoked(connection: Connection, now: int, person: PersonId, device: DeviceId) -> None:
    """A laptop was revoked. If it was the voting one, the longest enrolled of those in use is from now."""
    if current(connection, person) != device:
        return
    other = connection.execute(
        select(_devices.id)
        .where(_devices.person == person, _devices.id != device, _devices.revoked.is_(None))
        .order_by(_devices.enrolled, _devices.id)
        .limit(1)
    ).scalar_one_or_none()
    if other is not None:
        choose(connection, now, person, DeviceId(other))


def choose(connection: Connection, now: int, person: PersonId, device: DeviceId) -> None:
    """From now on this one votes, and the person's laptops are told so."""
    _put(connection, now, person, device)
    _tell(connection, person)


def _put(connection: Connection, now: int, person: PersonId, device: DeviceId) -> None:
    connection.execute(insert(tables.voting_devices).values(person=person, device=device, since=now))


def _tell(connection: Connection, person: PersonId) -> None:
    connection.execute(insert(tables.deliveries).values(meeting=OWN, audience=To.PERSON, person=person))


def _is_revoked(connection: Connection, device: DeviceId) -> bool:
    return connection.execute(select(_devices.revoked).where(_devices.id == device)).scalar_one() is not None
