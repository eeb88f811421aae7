"""How the office is called and what emblem it shows: for the next roster. In the caller's transaction."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.stored import By, record
from sync.model.emblem import check_emblem


def describe(
    connection: Connection,
    now: int,
    name: str | None,
    term: str | None,
    emblem: bytes | None,
    by: By | None = None,
) -> None:
    """None leaves as it is; an empty emblem is none. What is so already leaves no trace.

    Raises ``SohopError(EMBLEM_WRONG | MALFORMED)``; the latter for an empty name.
    """
    if emblem:
        check_emblem(emblem)
    before = connection.execute(select(tables.office)).one()
    given = {"name": name, "term": term, "emblem": emblem}
    values = {key: value for key, value in given.items() if value is not None}
    if not str(values.get("name", before.name)).strip():
        raise SohopError(Code.MALFORMED)
    if any(getattr(before, key) != value for key, value in values.items()):
        connection.execute(update(tables.office).values(**values))
        record(connection, now, Audit.OFFICE_CHANGED, by=by)
