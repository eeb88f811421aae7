"""Administration over the line: what somebody with the role may do, each act once, by the single writer.

Every act asks in its own transaction who acts: whoever was revoked a moment ago does nothing any more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, delete, insert, select

from sync.errors import Code, SohopError
from sync.hub import people, rosters, tables
from sync.hub.actors import Actor, actor
from sync.hub.carrying import carry
from sync.hub.certifying import lacking, take_certificates
from sync.hub.describing import describe
from sync.hub.hub import Hub
from sync.hub.inviting import issue
from sync.hub.revoking import revoke
from sync.hub.signing import draft, install
from sync.hub.stored import By, kept_roles, milliseconds, moment
from sync.model.ids import DeviceId
from sync.model.people import Role
from sync.trust.rosters import accept_roster
from sync.wire.admin import (
    AdminDone,
    FreshCode,
    Invited,
    InvitePeople,
    KeepPeople,
    PutCarried,
    PutOffice,
    PutRoster,
    RevokeDevice,
    RosterDraft,
)
from sync.wire.codec import encode_payload
from sync.wire.invitation import LIFETIME_S

T = TypeVar("T")

_KEPT_MS = LIFETIME_S * 1000
"""An answer is given again for as long as a code in it is good."""


def need_admin(connection: Connection, device: DeviceId) -> Actor:
    """The administrator whose laptop this is, in force: on the root's roster, not revoked, and still one.

    Raises ``SohopError(DEVICE_REVOKED | NOT_PERMITTED | NOT_YET_ON_ROSTER)``.
    """
    who = actor(connection, device)
    if who.revoked:
        raise SohopError(Code.DEVICE_REVOKED)
    row = connection.execute(select(tables.people).where(tables.people.c.id == who.person)).one()
    if Role.ADMIN not in who.cert.roles or row.gone is not None or Role.ADMIN not in kept_roles(row.roles):
        raise SohopError(Code.NOT_PERMITTED)
    if not who.listed:
        raise SohopError(Code.NOT_YET_ON_ROSTER)
    return who


class Administration:
    """The acts. Each raises what ``need_admin`` does, and answers after it is on disk."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def keep_people(self, device: DeviceId, asked: KeepPeople) -> AdminDone:
        """Raises ``SohopError(PEOPLE_CHANGED)`` too, and what ``people.keep`` and ``people.leave`` do.

        Nobody takes the role from themselves or leaves: an office would be without an administrator.
        """

        def change(connection: Connection, now: int, by: By) -> AdminDone:
            if people.mark(connection) != asked.mark:
                raise SohopError(Code.PEOPLE_CHANGED)
            own = next((one for one in asked.people if one.person == by.person), None)
            if by.person in asked.leave or (own is not None and Role.ADMIN not in own.roles):
                raise SohopError(Code.OWN_DEVICE)
            people.keep(connection, now, asked.people, by)
            for person in asked.leave:
                people.leave(connection, now, person, by)
            return AdminDone()

        return self._once(device, asked.act, AdminDone, change)

    def invite(self, device: DeviceId, asked: InvitePeople) -> Invited:
        """Raises ``SohopError(UNKNOWN_PERSON)`` too, and then nobody got a code."""

        def change(connection: Connection, now: int, by: By) -> Invited:
            codes = []
            for person in dict.fromkeys(asked.people):
                secret, expires = issue(connection, now, person, by)
                codes.append(FreshCode(person=person, secret=secret, expires=moment(expires)))
            address = connection.execute(select(tables.office.c.address)).scalar_one()
            return Invited(address=address, codes=tuple(codes))

        return self._once(device, asked.act, Invited, change)

    def revoke(self, device: DeviceId, asked: RevokeDevice) -> AdminDone:
        """Raises ``SohopError(UNKNOWN_DEVICE | OWN_DEVICE)`` too."""

        def change(connection: Connection, now: int, by: By) -> AdminDone:
            if asked.device == device:
                raise SohopError(Code.OWN_DEVICE)
            revoke(connection, now, asked.device, by)
            return AdminDone()

        return self._once(device, asked.act, AdminDone, change)

    def put_office(self, device: DeviceId, asked: PutOffice) -> AdminDone:
        """Laptops hear of it when the root has signed it. Raises ``SohopError(EMBLEM_WRONG | MALFORMED)``."""

        def change(connection: Connection, now: int, by: By) -> AdminDone:
            describe(connection, now, asked.name, asked.term, asked.emblem, by)
            return AdminDone()

        return self._once(device, asked.act, AdminDone, change)

    def carry(self, device: DeviceId, asked: PutCarried) -> AdminDone:
        """Raises what ``carrying.carry`` does, too."""

        def change(connection: Connection, now: int, by: By) -> AdminDone:
            carry(connection, now, asked.device, asked.meetings, by)
            return AdminDone()

        return self._once(device, asked.act, AdminDone, change)

    def draft(self, device: DeviceId) -> RosterDraft:
        """What the root would sign now."""
        hub = self._hub
        with hub.database.read() as connection:
            need_admin(connection, device)
            newest, _ = rosters.newest(connection)
            now = milliseconds(hub.clock())
            made = draft(connection, newest.online_key, newest.box_key, now, newest.number + 1, newest.epoch)
            rooms = tuple(cert.device for cert in lacking(connection, made, now))
        return RosterDraft(payload=encode_payload(made), rooms=rooms)

    def put_roster(self, device: DeviceId, asked: PutRoster) -> AdminDone:
        """Put in force what the root has signed, if it is what this hub would have signed now.

        The same again changes nothing. Raises ``SohopError(ROSTER_CHANGED)`` too, and what
        ``trust.rosters.accept_roster`` and ``take_certificates`` do.
        """

        def change(connection: Connection, now: int) -> AdminDone:
            who = need_admin(connection, device)
            office = connection.execute(select(tables.office)).one()
            newest, envelope = rosters.newest(connection)
            roster = accept_roster(asked.roster, office.tenant, office.root_key, envelope)
            if (roster.epoch, roster.number) == (newest.epoch, newest.number):
                return AdminDone()
            wanted = draft(
                connection, newest.online_key, newest.box_key, now, newest.number + 1, newest.epoch
            )
            if replace(wanted, issued=roster.issued) != roster:
                raise SohopError(Code.ROSTER_CHANGED)
            install(connection, now, asked.roster, roster, By(who.person, who.device))
            ca = self._hub.layout.ca.read_bytes()
            take_certificates(connection, roster, asked.rooms, ca, now)
            return AdminDone()

        return self._hub.ledger.change(change).result()

    def _once(
        self, device: DeviceId, act: bytes, kind: type[T], change: Callable[[Connection, int, By], T]
    ) -> T:
        """Do it, or give the answer that was given. Another laptop's act is not this one's to repeat."""
        table = tables.admin_acts

        def work(connection: Connection, now: int) -> T:
            who = need_admin(connection, device)
            done = connection.execute(select(table).where(table.c.act == act)).one_or_none()
            if done is not None:
                if done.device != device:
                    raise SohopError(Code.NOT_PERMITTED)
                return msgspec.msgpack.decode(done.answer, type=kind)
            answer = change(connection, now, By(who.person, who.device))
            connection.execute(delete(table).where(table.c.at < now - _KEPT_MS))
            packed = msgspec.msgpack.encode(answer)
            connection.execute(insert(table).values(act=act, device=device, at=now, answer=packed))
            return answer

        return self._hub.ledger.change(work).result()
