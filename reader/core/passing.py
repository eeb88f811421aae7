"""Where own acts are that wait for their receipt: a hub that does not record them has them, a stick does."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from reader.core import recorders
from reader.core.book import Book
from reader.core.line_views import Passage
from sync.model.events import OFFICE
from sync.model.ids import DeviceId, EventId
from sync.wire.statements import HUB


class Passages:
    """Read once for a page, and only if something waits."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def of(self, event: EventId, recorder: DeviceId = OFFICE) -> Passage:
        """Where an act is that waits for ``recorder``. What a hub has passed on to a room hub is not with
        "the room": that one has yet to take it."""
        hubs = self._relayed.get(event, [])
        rooms = [hub for hub in hubs if hub != HUB] if recorder == OFFICE else []
        return Passage(
            room=recorders.name_of(self._book, rooms[0]) if rooms else None,
            forwarded=bool(hubs) and recorder != OFFICE,
            copied=self._copied.get(event),
        )

    @cached_property
    def _relayed(self) -> dict[EventId, list[DeviceId]]:
        return self._book.vault.outbox.relayed()

    @cached_property
    def _copied(self) -> dict[EventId, datetime]:
        return self._book.vault.outbox.carried()
