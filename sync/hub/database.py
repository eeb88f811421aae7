"""The database: SQLite in WAL mode with full durability. The only module with SQL of one engine only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from sync.errors import Code, SohopError
from sync.hub.migrations import HEAD

_BUSY_S = 30
_READERS = 16


class Database:
    """One file. ``read`` gives a consistent snapshot; ``write`` one exclusive, durable transaction."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reading = _engine(path, "BEGIN", _READERS)
        self._writing = _engine(path, "BEGIN IMMEDIATE", 1)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot; rolled back at the end."""
        with self._reading.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Committed and on disk when left without an error. Raises ``SohopError(DISK_FULL)``."""
        try:
            with self._writing.begin() as connection:
                yield connection
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise SohopError(Code.DISK_FULL) from error
            raise

    def migrate(self) -> None:
        """Bring the tables to this program's form; forward only.

        Raises ``SohopError(VAULT_NEWER)`` when a newer program has written here.
        """
        with self.read() as connection:
            if _version(connection) == HEAD:
                return
        # Read here, not above: nearly always there is nothing to do, and each command of the hub would wait.
        from alembic import command
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config()
        config.set_main_option("script_location", "sync.hub:migrations")
        with self.write() as connection:
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError as error:
                raise SohopError(Code.VAULT_NEWER) from error

    def changes(self) -> Changes:
        """Notices commits from now on, also those of other programs; close it in the end."""
        return Changes(self._path)

    def close(self) -> None:
        """Close all connections."""
        self._reading.dispose()
        self._writing.dispose()


class Changes:
    """Whether anybody has committed: one look into SQLite's shared memory, without a transaction."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=_BUSY_S, check_same_thread=False)
        self._seen = -1

    def any(self) -> bool:
        """Since it was asked last; True the first time. One caller at a time."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        before, self._seen = self._seen, version
        return bool(version != before)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _engine(path: Path, begin: str, connections: int) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=_BUSY_S,
        connect_args={"timeout": _BUSY_S, "check_same_thread": False},
    )

    def connect(connection: sqlite3.Connection, _record: object) -> None:
        # The driver must not begin transactions by itself: we do, and say which kind.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}")

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connect)
    event.listen(engine, "begin", start)
    return engine
