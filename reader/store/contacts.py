"""For the desk: when laptops were last heard of, as hubs told it, and what was copied to sticks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from reader.store.database import Database
from reader.store.events import moment
from sync.model.ids import DeviceId, Digest, MeetingId, PersonId
from sync.wire.desk import Contact, Way
from sync.wire.statements import HUB


class Heard(NamedTuple):
    """A laptop as one hub has heard of it one way; ``at`` by the hub's time, as well as it is known here."""

    person: PersonId
    device: DeviceId
    at: datetime
    via: Way
    room: DeviceId
    """Which room hub; empty for the office."""
    held: bool
    """That room hub had something of it that the office had not got."""


class Contacts:
    """Of each laptop the newest word by each way."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, contacts: Iterable[Contact], heard: datetime, teller: DeviceId = HUB) -> None:
        """Keep what a hub has told; ``heard`` is this laptop's own clock when it did.

        What a room hub holds it says best itself: its word replaces what is here, another's only if newer.
        """
        with self._database.transaction():
            row = self._database.one("SELECT skew FROM exchange")
            assert row is not None
            now = heard - timedelta(microseconds=row[0])
            for one in contacts:
                self._database.run(
                    "INSERT INTO contact (device, via, room, person, at, held) VALUES (?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT (device, via, room) DO UPDATE SET person = excluded.person, "
                    "at = excluded.at, held = excluded.held WHERE ? OR excluded.at >= contact.at",
                    (
                        *(one.device, one.via, one.room, one.person),
                        *(moment(now - timedelta(milliseconds=one.ago)), one.held, teller != HUB),
                    ),
                )

    def all(self) -> list[Heard]:
        """Everything that is known."""
        rows = self._database.all(
            "SELECT person, device, at, via, room, held FROM contact ORDER BY device, via, room"
        )
        return [
            Heard(
                PersonId(person),
                DeviceId(device),
                datetime.fromisoformat(at),
                Way(via),
                DeviceId(room),
                bool(held),
            )
            for person, device, at, via, room, held in rows
        ]

    def put_copied(
        self, meeting: MeetingId, manifest: Digest, devices: Sequence[DeviceId], when: datetime
    ) -> None:
        """A version of a meeting's packet lies on a stick for these laptops since ``when``, durably."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT INTO copied (device, meeting, manifest, at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (device, meeting) DO UPDATE SET manifest = excluded.manifest, at = excluded.at",
                [(device, meeting, manifest, moment(when)) for device in devices],
            )

    def copied(self, meeting: MeetingId, manifest: Digest) -> dict[DeviceId, datetime]:
        """For which laptops this version was last copied to a stick here, and when."""
        rows = self._database.all(
            "SELECT device, at FROM copied WHERE meeting = ? AND manifest = ?", (meeting, manifest)
        )
        return {DeviceId(device): datetime.fromisoformat(at) for device, at in rows}
