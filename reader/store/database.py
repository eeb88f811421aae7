"""The one connection to the encrypted database: its settings, its transactions, its errors by name."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlcipher3

from sync.errors import Code, SohopError

PAGE_BYTES: Final = 16 * 1024
"""Reads half as fast again as the default of 4 KB."""

CACHE_BYTES: Final = 16 * 1024 * 1024
"""Of decrypted pages in memory: looking up thousands of chunks decrypts each page once."""

_DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CANTOPEN")


class Database:
    """Owned by the thread that made it. Rows come back as tuples."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open or make the database with a raw 32-byte key: no derivation inside SQLCipher.

        Raises ``SohopError(VAULT_DAMAGED)`` when the key does not open it.
        """
        self.path = path
        self._thread = threading.get_ident()
        self._depth = 0
        self._doomed = False
        self._then: list[Callable[[], None]] = []
        self._else: list[Callable[[], None]] = []
        self._last: dict[str, Callable[[], None]] = {}
        self._log_due = False
        self._connection: Any = sqlcipher3.connect(str(path), isolation_level=None)
        try:
            self._set_up(key)
        except BaseException:
            self._connection.close()
            raise

    def run(self, sql: str, values: Iterable[object] = ()) -> int:
        """Execute one statement; how many rows it changed."""
        return int(self._execute(sql, tuple(values)).rowcount)

    def run_many(self, sql: str, rows: Iterable[Iterable[object]]) -> None:
        """Execute one statement for every row, inside a transaction."""
        assert self._depth, "many rows belong in one transaction"
        self._own()
        with self._named():
            self._connection.executemany(sql, rows)

    def one(self, sql: str, values: Iterable[object] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        rows = self.all(sql, values)
        return rows[0] if rows else None

    def all(self, sql: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        """All rows."""
        cursor = self._execute(sql, tuple(values))
        with self._named():
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, durable when it ends. An inner one joins the outer.

        Raises ``SohopError(DISK_FULL)`` with everything as it was before.
        """
        self._own()
        if self._depth:
            self._depth += 1
            try:
                yield
            except BaseException:
                self._doomed = True
                raise
            finally:
                self._depth -= 1
            return
        self._execute("BEGIN IMMEDIATE", ())
        self._depth, self._doomed = 1, False
        try:
            yield
            if self._doomed:
                raise RuntimeError("a failure inside this transaction was caught: it cannot be kept in part")
            for act in self._last.values():
                act()
            self._execute("COMMIT", ())
        except BaseException:
            self._then.clear()
            # SQLite has already rolled back by itself after some failures of the disk.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            for undo in self._else:
                undo()
            raise
        finally:
            self._depth = 0
            self._else.clear()
            self._last.clear()
        then, self._then = self._then, []
        for done in then:
            done()
        if self._log_due:
            self._empty_log()

    def before_commit(self, name: str, act: Callable[[], None]) -> None:
        """Do this as the last of the present transaction: once, however often asked for by this name."""
        assert self._depth
        self._last[name] = act

    def after_commit(self, act: Callable[[], None]) -> None:
        """Do this once the present transaction is durable; never when it is rolled back."""
        assert self._depth
        self._then.append(act)

    def after_rollback(self, act: Callable[[], None]) -> None:
        """Do this when the present transaction is rolled back."""
        assert self._depth
        self._else.append(act)

    def empty_log_after_commit(self) -> None:
        """Once the present transaction is durable, empty the log of old pages and the keys on them."""
        self.after_commit(self._owe_log)

    def checkpoint(self) -> None:
        """Bring everything into the database file and empty the write-ahead log.

        Raises ``SohopError(DISK_FULL)``; the log then stays and is as good as before.
        """
        self._own()
        with self._named(writing=True):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def check_integrity(self) -> None:
        """Check every page's HMAC. Raises ``SohopError(VAULT_DAMAGED)``."""
        if self.all("PRAGMA cipher_integrity_check"):
            raise SohopError(Code.VAULT_DAMAGED)

    def close(self) -> None:
        """Close the connection; SQLCipher wipes its copy of the key."""
        self._own()
        self._connection.close()

    def _set_up(self, key: bytes) -> None:
        self._pragma("cipher_log_level = NONE")
        self._pragma(f"key = \"x'{key.hex()}'\"")
        self._pragma(f"cipher_page_size = {PAGE_BYTES}")
        if not self.one("PRAGMA cipher_version"):
            raise RuntimeError("the SQLite driver has no cipher")
        # SQLite spills to plain files in the temporary folder when told FILE.
        self._pragma("temp_store = MEMORY")
        self.one("SELECT count(*) FROM sqlite_schema")
        self._pragma("journal_mode = WAL")
        self._pragma("synchronous = FULL")
        self._pragma("secure_delete = ON")
        self._pragma("foreign_keys = ON")
        self._pragma("trusted_schema = OFF")
        self._pragma("mmap_size = 0")
        self._pragma(f"cache_size = -{CACHE_BYTES // 1024}")
        for name, wanted in (
            ("temp_store", 2),
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("secure_delete", 1),
            ("foreign_keys", 1),
            ("trusted_schema", 0),
        ):
            row = self.one(f"PRAGMA {name}")
            if row is None or row[0] != wanted:
                raise RuntimeError(f"the vault could not set {name} to {wanted}")

    def _pragma(self, setting: str) -> None:
        self.all(f"PRAGMA {setting}")

    def _execute(self, sql: str, values: tuple[object, ...]) -> Any:
        self._own()
        with self._named():
            return self._connection.execute(sql, values)

    def _owe_log(self) -> None:
        self._log_due = True

    def _empty_log(self) -> None:
        try:
            self.checkpoint()
        except SohopError as error:
            # The commit stands all the same: the log is tried again after the next one, and when locking.
            if error.code is not Code.DISK_FULL:
                raise
        else:
            self._log_due = False

    def _own(self) -> None:
        assert threading.get_ident() == self._thread, "the vault belongs to one thread"

    @contextmanager
    def _named(self, *, writing: bool = False) -> Iterator[None]:
        """The world's failures by their name in the catalogue; anything else is a bug and passes."""
        try:
            yield
        except sqlcipher3.DatabaseError as error:
            code = _code_of(error, writing=writing or self._depth > 0)
            if code is None:
                raise
            raise SohopError(code) from error


def _code_of(error: Any, *, writing: bool) -> Code | None:
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith("SQLITE_FULL"):
        return Code.DISK_FULL
    if name.startswith("SQLITE_IOERR"):
        # A quota or a limit on file sizes reaches us as a failed write, not as a full disk.
        return Code.DISK_FULL if writing else Code.VAULT_DAMAGED
    if name.startswith(_DAMAGED) or "file is not a database" in str(error):
        return Code.VAULT_DAMAGED
    return None
