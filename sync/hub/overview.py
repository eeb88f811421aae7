"""What an administrator sees of a hub: people, laptops, codes, room on the disk, backups; and the audit."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, or_, select

from sync.hub import people, rosters, tables, voting_devices
from sync.hub.administration import need_admin
from sync.hub.backup import last_backup
from sync.hub.carrying import carried, open_meetings
from sync.hub.certifying import MISSED_BEFORE, lacking
from sync.hub.hub import Hub, Layout
from sync.hub.signing import draft
from sync.hub.stored import keep_moment, kept_cert, milliseconds, moment
from sync.hub.tables import InvitationState
from sync.hub.version import program_version
from sync.model.ids import DeviceId
from sync.model.text import utc
from sync.wire.admin import (
    MOST_ROWS,
    AuditAsk,
    AuditPage,
    AuditRow,
    CodeRow,
    DeviceRow,
    Overview,
    Storage,
)
from sync.wire.statements import Roster


def overview(hub: Hub, device: DeviceId) -> Overview:
    """The office as this hub has it. Raises what ``need_admin`` does."""
    now = hub.clock()
    room = storage(hub.layout)
    backup = last_backup(hub.layout.folder)
    with hub.database.read() as connection:
        need_admin(connection, device)
        office = connection.execute(select(tables.office)).one()
        newest, _ = rosters.newest(connection)
        wanted = draft(
            connection, newest.online_key, newest.box_key, milliseconds(now), newest.number, newest.epoch
        )
        return Overview(
            tenant=office.tenant,
            name=office.name,
            term=office.term,
            emblem=office.emblem,
            time=utc(now),
            version=program_version(),
            roster=newest.number,
            unsigned=_signed(wanted) != _signed(newest)
            or bool(lacking(connection, newest, milliseconds(now), MISSED_BEFORE)),
            mark=people.mark(connection),
            people=people.listed(connection),
            devices=_devices(hub, connection),
            codes=_codes(connection, milliseconds(now)),
            meetings=open_meetings(connection, milliseconds(now)),
            storage=room,
            backup=backup,
        )


def audit_page(hub: Hub, device: DeviceId, asked: AuditAsk) -> AuditPage:
    """A page of the audit, the newest first. Raises what ``need_admin`` does."""
    with hub.database.read() as connection:
        need_admin(connection, device)
        return read_audit(connection, asked)


def read_audit(connection: Connection, asked: AuditAsk, most: int = MOST_ROWS) -> AuditPage:
    """The same in a snapshot, for whoever may."""
    audit = tables.audit.c
    which: list[ColumnElement[bool]] = []
    if asked.before:
        which.append(audit.seq < asked.before)
    if asked.kinds:
        which.append(audit.kind.in_(asked.kinds))
    if asked.person:
        which.append(or_(audit.person == asked.person, audit.by_person == asked.person))
    if asked.device:
        which.append(or_(audit.device == asked.device, audit.by_device == asked.device))
    if asked.since is not None:
        which.append(audit.at >= keep_moment(asked.since))
    if asked.until is not None:
        which.append(audit.at < keep_moment(asked.until))
    question = select(tables.audit).where(*which).order_by(audit.seq.desc()).limit(most + 1)
    rows = connection.execute(question).all()
    return AuditPage(
        rows=tuple(
            AuditRow(
                seq=row.seq,
                at=moment(row.at),
                kind=row.kind,
                person=row.person or "",
                device=row.device or "",
                meeting=row.meeting or "",
                subject=row.subject or "",
                by_person=row.by_person or "",
                by_device=row.by_device or "",
            )
            for row in rows[:most]
        ),
        more=len(rows) > most,
    )


def storage(layout: Layout) -> Storage:
    """Bytes by kind, and what is free, on the disk that holds the folder."""
    disk = shutil.disk_usage(layout.folder)
    beside = (layout.database.with_name(layout.database.name + end) for end in ("", "-wal", "-shm"))
    return Storage(
        database=sum(path.stat().st_size for path in beside if path.exists()),
        documents=_size_of(layout.blobs),
        free=disk.free,
        total=disk.total,
    )


def _size_of(folder: Path) -> int:
    """Files come and go meanwhile."""
    total = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    total += _size_of(Path(entry.path))
                else:
                    total += entry.stat(follow_symlinks=False).st_size
            except FileNotFoundError:
                continue
    return total


def _signed(roster: Roster) -> tuple[object, ...]:
    """What the root's signature would change of the office."""
    retired = {one.cert.device for one in roster.retired}
    return roster.name, roster.term, roster.emblem, roster.office, retired


def _devices(hub: Hub, connection: Connection) -> tuple[DeviceRow, ...]:
    seen = hub.contacts.unwritten()
    voting, rooms = voting_devices.among_several(connection), carried(connection)
    rows = connection.execute(select(tables.devices).order_by(tables.devices.c.enrolled)).all()
    found = []
    for row in rows:
        last = seen.get(DeviceId(row.id), row.seen)
        found.append(
            DeviceRow(
                device=row.id,
                person=row.person,
                laptop=row.name,
                roles=kept_cert(row.cert).roles,
                enrolled=moment(row.enrolled),
                seen=None if last is None else moment(last),
                revoked=None if row.revoked is None else moment(row.revoked),
                waits=row.office and row.roster is None,
                votes=row.id in voting,
                carries=rooms.get(row.id, ()),
            )
        )
    return tuple(found)


def _codes(connection: Connection, now: int) -> tuple[CodeRow, ...]:
    table = tables.invitations.c
    rows = connection.execute(
        select(table.person, table.made, table.expires)
        .where(table.state == InvitationState.OPEN, table.expires > now)
        .order_by(table.id)
    )
    return tuple(
        CodeRow(person=row.person, made=moment(row.made), expires=moment(row.expires)) for row in rows.all()
    )
