"""The tables of ``sohop-hub list``."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Connection, Row, select

from sync.hub import tables, voting_devices
from sync.hub.catalogue import Say, say
from sync.hub.stored import kept
from sync.model.meeting import Manifest
from sync.wire.codec import decode_payload


def show(connection: Connection, console: Console, lang: str) -> None:
    """Print people, devices and meetings."""
    people = connection.execute(select(tables.people).order_by(tables.people.c.added)).all()
    names = {row.id: row.name for row in people}
    console.print(
        _table(
            lang,
            Say.PEOPLE,
            (Say.ID, Say.NAME, Say.TITLE, Say.ROLES),
            [(row.id, row.name, row.title, row.roles.replace(",", ", ")) for row in people],
        )
    )
    devices = connection.execute(select(tables.devices).order_by(tables.devices.c.enrolled)).all()
    voting = voting_devices.among_several(connection)
    console.print(
        _table(
            lang,
            Say.DEVICES,
            (Say.ID, Say.PERSON, Say.DEVICE_NAME, Say.STATE),
            [
                (
                    row.id,
                    names[row.person],
                    row.name,
                    _standing(row, lang, votes=row.id in voting),
                )
                for row in devices
            ],
        )
    )
    packets = connection.execute(
        select(tables.packets).order_by(tables.packets.c.meeting, tables.packets.c.version)
    ).all()
    console.print(
        _table(
            lang,
            Say.MEETINGS,
            (Say.ID, Say.NAME, Say.VERSION, Say.STATE),
            [(row.meeting, _title(row.envelope), str(row.version), row.state) for row in packets],
        )
    )


def _standing(row: Row[tuple[object, ...]], lang: str, *, votes: bool) -> str:
    if row.revoked is not None:
        return say(Say.GONE, lang)
    state = say(Say.PENDING if row.office and row.roster is None else Say.ACTIVE, lang)
    return say(Say.VOTES, lang, state=state) if votes else state


def _title(envelope: bytes) -> str:
    return decode_payload(kept(envelope).payload, Manifest).meeting.title


def _table(lang: str, title: Say, heads: tuple[Say, ...], rows: list[tuple[str, ...]]) -> Table:
    table = Table(title=say(title, lang), title_justify="left")
    for head in heads:
        table.add_column(say(head, lang), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))  # Text: a name is no markup
    return table
