"""``sohop-hub log``: the audit, filtered."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta

from rich.console import Console
from sqlalchemy import select

from sync.audit import MEANINGS, Audit
from sync.hub import tables
from sync.hub.listing import table
from sync.hub.office import Office
from sync.hub.overview import read_audit
from sync.hub.sayable import Say
from sync.wire.admin import AuditAsk, AuditRow


def show(office: Office, options: argparse.Namespace) -> None:
    """Print the rows asked for, the newest first."""
    since = None if options.days is None else datetime.now(UTC) - timedelta(days=options.days)
    asked = AuditAsk(kinds=tuple(options.kind), person=options.person, device=options.device, since=since)
    with office.read() as connection:
        page = read_audit(connection, asked, max(1, options.most))
        people, devices = tables.people.c, tables.devices.c
        names = {row.id: row.name for row in connection.execute(select(people.id, people.name)).all()}
        names |= {row.id: row.name for row in connection.execute(select(devices.id, devices.name)).all()}
    lang = options.lang
    rows = [_row(row, names, lang) for row in page.rows]
    Console().print(table(lang, Say.LOG, (Say.AT, Say.WHAT, Say.ABOUT, Say.BY), rows))


def _row(row: AuditRow, names: dict[str, str], lang: str) -> tuple[str, ...]:
    meaning = MEANINGS[Audit(row.kind)]
    about = (names.get(row.person, row.person), names.get(row.device, row.device), row.meeting, row.subject)
    return (
        f"{row.at.astimezone():%H:%M %d/%m/%Y}",
        meaning.en if lang == "en" else meaning.vi,
        ", ".join(dict.fromkeys(part for part in about if part)),
        names.get(row.by_person, row.by_person),
    )
