"""The tables of ``sohop-hub list``."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Connection, Row, select

from sync.hub import tables, voting_devices
from sync.hub.catalogue import say
from sync.hub.people import listed
from sync.hub.sayable import Say
from sync.hub.stored import kept
from sync.model.meeting import Manifest
from sync.model.names import given_name_key
from sync.model.people import PersonEntry
from sync.wire.codec import decode_payload


def show(connection: Connection, console: Console, lang: str) -> None:
    """Print people, devices and meetings."""
    people = tables.people.c
    names = {row.id: row.name for row in connection.execute(select(people.id, people.name)).all()}
    show_people(listed(connection), console, lang)
    devices = connection.execute(select(tables.devices).order_by(tables.devices.c.enrolled)).all()
    voting = voting_devices.among_several(connection)
    console.print(
        table(
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
        table(
            lang,
            Say.MEETINGS,
            (Say.ID, Say.NAME, Say.VERSION, Say.STATE),
            [(row.meeting, _title(row.envelope), str(row.version), row.state) for row in packets],
        )
    )


def show_people(people: Sequence[PersonEntry], console: Console, lang: str) -> None:
    """Print people, by given name."""
    rows = [
        (one.person, one.name, one.title, ", ".join(one.groups), ", ".join(one.roles), one.code)
        for one in sorted(people, key=lambda one: given_name_key(one.name))
    ]
    heads = (Say.ID, Say.NAME, Say.TITLE, Say.GROUPS, Say.ROLES, Say.PERSON_CODE)
    console.print(table(lang, Say.PEOPLE, heads, rows))


def _standing(row: Row[tuple[object, ...]], lang: str, *, votes: bool) -> str:
    if row.revoked is not None:
        return say(Say.GONE, lang)
    state = say(Say.PENDING if row.office and row.roster is None else Say.ACTIVE, lang)
    return say(Say.VOTES, lang, state=state) if votes else state


def _title(envelope: bytes) -> str:
    return decode_payload(kept(envelope).payload, Manifest).meeting.title


def table(lang: str, title: Say, heads: tuple[Say, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """Texts in a table; those of others are no markup and turn nothing around."""
    made = Table(title=say(title, lang), title_justify="left")
    for head in heads:
        made.add_column(say(head, lang), overflow="fold")
    for row in rows:
        made.add_row(*(Text(_seen(cell)) for cell in row))  # Text: a name is no markup
    return made


def _seen(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})
