"""The routes of administration (``wire.admin``)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.errors import Code, SohopError
from sync.hub.actors import Actor
from sync.hub.administration import Administration
from sync.hub.bodies import answer, read_body
from sync.hub.hub import Hub
from sync.hub.overview import audit_page, overview
from sync.model.ids import DeviceId
from sync.model.people import Role
from sync.wire.admin import (
    AdminLook,
    AuditAsk,
    InvitePeople,
    KeepPeople,
    PutCarried,
    PutOffice,
    PutRoster,
    RevokeDevice,
    RosterAsk,
)
from sync.wire.codec import unpack

T = TypeVar("T")

_LIMIT = 8 * 1024 * 1024
"""Of a body: five thousand people, or a roster. Read only from those who have the role."""


def admin_routes(hub: Hub, session: Callable[[Request], Awaitable[Actor]]) -> list[Route]:
    """All of them. ``session`` says whose token a request bears."""
    acts = Administration(hub)

    def route(name: str, kind: type[T], handle: Callable[[DeviceId, T], object]) -> Route:
        async def endpoint(request: Request) -> Response:
            who = await session(request)
            if Role.ADMIN not in who.cert.roles:
                raise SohopError(Code.NOT_PERMITTED)
            body = await read_body(request, _LIMIT)
            return answer(await run_in_threadpool(lambda: handle(who.device, unpack(body, kind, _LIMIT))))

        return Route(f"/v1/admin/{name}", endpoint, methods=["POST"])

    return [
        route("look", AdminLook, lambda device, _: overview(hub, device)),
        route("people", KeepPeople, acts.keep_people),
        route("invite", InvitePeople, acts.invite),
        route("revoke", RevokeDevice, acts.revoke),
        route("draft", RosterAsk, lambda device, _: acts.draft(device)),
        route("roster", PutRoster, acts.put_roster),
        route("audit", AuditAsk, lambda device, asked: audit_page(hub, device, asked)),
        route("office", PutOffice, acts.put_office),
        route("carry", PutCarried, acts.carry),
    ]
