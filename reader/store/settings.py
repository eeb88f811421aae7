"""The person's settings, and where they were in each document."""

from __future__ import annotations

from typing import TypeVar, overload

import msgspec

from reader.store.database import Database
from reader.store.place import Place
from sync.model.ids import DocumentId, MeetingId

T = TypeVar("T")


class Settings:
    """Values by name, as JSON. They are in the vault because some tell what was read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @overload
    def get(self, key: str, kind: type[T], default: None) -> T | None: ...

    @overload
    def get(self, key: str, kind: type[T], default: T) -> T: ...

    def get(self, key: str, kind: type[T], default: T | None) -> T | None:
        """The value, or ``default`` where there is none or it is not of this kind any more."""
        row = self._database.one("SELECT value FROM setting WHERE key = ?", (key,))
        if row is None:
            return default
        try:
            return msgspec.json.decode(row[0], type=kind)
        except msgspec.ValidationError:
            return default

    def put(self, key: str, value: object) -> None:
        """Keep a value that msgspec can write."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO setting (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, msgspec.json.encode(value)),
            )


class Places:
    """Where the person was, by meeting and document."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, meeting: MeetingId, document: DocumentId) -> Place | None:
        """The last place, or None when the document was never open, or what is kept is no place any more."""
        row = self._database.one(
            "SELECT value FROM place WHERE meeting = ? AND document = ?", (meeting, document)
        )
        if row is None:
            return None
        try:
            return msgspec.json.decode(row[0], type=Place)
        except msgspec.ValidationError:
            return None

    def put(self, meeting: MeetingId, document: DocumentId, place: Place) -> None:
        """Remember it."""
        with self._database.transaction():
            self._database.run(
                "INSERT INTO place (meeting, document, value) VALUES (?, ?, ?) "
                "ON CONFLICT (meeting, document) DO UPDATE SET value = excluded.value",
                (meeting, document, msgspec.json.encode(place)),
            )
