"""An administrator's laptop talks to the hub: one question, one answer; unanswered, it asks again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from sync.engine.machine import LINE_CODES
from sync.engine.transport import Transport
from sync.errors import Code, SohopError
from sync.wire.admin import (
    AdminDone,
    AdminLook,
    AuditAsk,
    AuditPage,
    Invited,
    InvitePeople,
    KeepPeople,
    Overview,
    PutCarried,
    PutOffice,
    PutRoster,
    RevokeDevice,
    RosterAsk,
    RosterDraft,
)

T = TypeVar("T")

_TRIES: Final = 3
"""A line that is cut in the middle; every act may be sent again."""


class Administration:
    """Over one transport. Each method blocks, and raises ``SohopError``: the line's, or the hub's refusal."""

    def __init__(self, transport: Transport, sign_in: Callable[[], None]) -> None:
        """``sign_in`` obtains a token (``Transport.authenticate``)."""
        self._transport = transport
        self._sign_in = sign_in

    def look(self) -> Overview:
        """The office as its hub has it."""
        return self._ask("look", AdminLook(), Overview)

    def keep_people(self, asked: KeepPeople) -> AdminDone:
        """Add, change, leave."""
        return self._ask("people", asked, AdminDone)

    def invite(self, asked: InvitePeople) -> Invited:
        """Codes."""
        return self._ask("invite", asked, Invited)

    def revoke(self, asked: RevokeDevice) -> AdminDone:
        """A laptop is trusted no more."""
        return self._ask("revoke", asked, AdminDone)

    def draft(self) -> RosterDraft:
        """What the root would sign."""
        return self._ask("draft", RosterAsk(), RosterDraft)

    def put_roster(self, asked: PutRoster) -> AdminDone:
        """What it has signed."""
        return self._ask("roster", asked, AdminDone)

    def audit(self, asked: AuditAsk) -> AuditPage:
        """A page of it."""
        return self._ask("audit", asked, AuditPage)

    def put_office(self, asked: PutOffice) -> AdminDone:
        """Name and emblem."""
        return self._ask("office", asked, AdminDone)

    def carry(self, asked: PutCarried) -> AdminDone:
        """The meetings of a room hub."""
        return self._ask("carry", asked, AdminDone)

    def stop(self) -> None:
        """Hang up, from any thread: what waits raises what a line that is cut raises."""
        self._transport.wires.hang_up()

    def close(self) -> None:
        """Close kept-alive connections."""
        self._transport.close()

    def _ask(self, name: str, message: object, kind: type[T]) -> T:
        failures = 0
        while True:
            try:
                if not self._transport.access.token:
                    self._sign_in()
                return self._transport.call(f"/v1/admin/{name}", message, kind)
            except SohopError as error:
                failures += 1
                if error.code is Code.TOKEN_EXPIRED:
                    self._transport.access.token = ""
                elif error.code not in LINE_CODES or self._transport.wires.hung_up:
                    raise
                if failures >= _TRIES:
                    raise
