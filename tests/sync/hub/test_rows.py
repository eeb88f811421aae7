"""Rows that are put off come into the tables as if they had been written at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from sync.audit import Audit
from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.database import Database
from sync.hub.rows import Rows
from sync.hub.stored import record
from sync.hub.tables import To


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    database = Database(tmp_path / "hub.db")
    database.migrate()
    with database.write() as open_one:
        yield open_one
    database.close()


def event(name: str) -> dict[str, object]:
    return {
        "id": name,
        "kind": "ballot",
        "meeting": "m",
        "motion": None,
        "person": "p",
        "device": "d",
        "recorded": 1,
        "envelope": b"",
    }


def delivery(name: str) -> dict[str, object]:
    return {"event": name, "meeting": "m", "audience": To.PERSON, "person": "p"}


def put(rows: Rows, name: str) -> None:
    # The delivery names the event: it comes later into the tables, whoever asks first.
    rows.put_off(tables.deliveries, delivery(name))
    rows.put_off(tables.events, event(name))


def delivered(connection: Connection) -> list[str]:
    column = tables.deliveries.c
    return list(connection.execute(select(column.event).order_by(column.seq)).scalars())


def subjects(connection: Connection) -> list[str | None]:
    return list(connection.execute(select(tables.audit.c.subject).order_by(tables.audit.c.seq)).scalars())


def test_who_takes_the_connection_finds_everything_written_in_its_order(connection: Connection) -> None:
    rows = Rows(connection)
    put(rows, "b")
    put(rows, "a")
    assert delivered(rows.reading) == []
    assert delivered(rows.connection) == ["b", "a"]
    put(rows, "c")
    assert delivered(rows.connection) == ["b", "a", "c"]


@pytest.mark.parametrize("touched", [False, True])
def test_what_is_refused_leaves_nothing_and_takes_nothing_with_it(
    connection: Connection, touched: bool
) -> None:
    rows = Rows(connection)
    put(rows, "before")

    def refused() -> None:
        with rows.undoable():
            put(rows, "early")
            if touched:
                record(rows.connection, 1, Audit.LATE_BALLOT, subject="early")
            put(rows, "late")
            raise SohopError(Code.NOT_ON_ROLL)

    with pytest.raises(SohopError):
        refused()
    with rows.undoable():
        put(rows, "after")
        if touched:
            record(rows.connection, 1, Audit.LATE_BALLOT, subject="after")
    assert delivered(rows.connection) == ["before", "after"]
    assert subjects(rows.connection) == (["after"] if touched else [])
