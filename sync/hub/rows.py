"""Rows of one transaction that are written together, so that a hundred ballots cost a few statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, NestedTransaction, Table, bindparam, insert, update

from sync.errors import SohopError
from sync.hub import tables
from sync.model.ids import DeviceId, EventId

_KINDS = tables.events, tables.deliveries, tables.ballots, tables.relays
_PUT_OFF = {table: insert(table) for table in _KINDS}
"""In the order in which the later refer to the earlier."""
_HEADS = (
    update(tables.devices)
    .where(tables.devices.c.id == bindparam("device"))
    .values(head_seq=bindparam("seq"), head_id=bindparam("event"))
)


class Rows:
    """What is put off is written before anybody else touches the tables, in the order it was given."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[Table, list[Mapping[str, object]]] = {table: [] for table in _PUT_OFF}
        self._heads: dict[DeviceId, Mapping[str, object]] = {}
        self._before: dict[Table, int] | None = None
        """How many waited when what can be undone began; None outside of it, or once there is a savepoint."""
        self._savepoint: NestedTransaction | None = None

    @property
    def connection(self) -> Connection:
        """The transaction, with everything written."""
        if self._before is not None:
            earlier, self._before = self._before, None
            self._write(earlier)
            self._savepoint = self._connection.begin_nested()
        self._write({table: len(waiting) for table, waiting in self._waiting.items()})
        return self._connection

    @property
    def reading(self) -> Connection:
        """The transaction, for who only reads of tables that have nothing put off."""
        return self._connection

    def put_off(self, table: Table, *rows: Mapping[str, object]) -> None:
        """Insert these some time before the commit."""
        self._waiting[table] += rows

    def move_head(self, device: DeviceId, seq: int, event: EventId) -> None:
        """This is the newest act of that device. Not inside ``undoable``."""
        self._heads[device] = {"device": device, "seq": seq, "event": event}

    @contextmanager
    def undoable(self) -> Iterator[None]:
        """What is written or put off in here is undone when it ends in a ``SohopError``.

        It costs a savepoint only once somebody touches the tables.
        """
        before = self._before = {table: len(waiting) for table, waiting in self._waiting.items()}
        try:
            yield
        except SohopError:
            if self._savepoint is not None:
                self._savepoint.rollback()
                before = {}
            for table, waiting in self._waiting.items():
                del waiting[before.get(table, 0) :]
            raise
        else:
            if self._savepoint is not None:
                self._savepoint.commit()
        finally:
            self._before = self._savepoint = None

    def _write(self, counts: Mapping[Table, int]) -> None:
        """So many of those that wait, and the heads."""
        if self._heads:
            self._connection.execute(_HEADS, list(self._heads.values()))
            self._heads.clear()
        for table, waiting in self._waiting.items():
            if count := counts[table]:
                self._connection.execute(_PUT_OFF[table], waiting[:count])
                del waiting[:count]
