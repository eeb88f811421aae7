"""The hub's log: one line a request, of allowed fields only. No query, no header, no content, no names."""

from __future__ import annotations

import logging
import sys
import time
import traceback
from pathlib import Path

from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync.certificates import WARN_DAYS

_log = logging.getLogger("sohop.hub")


def set_up() -> None:
    """Our lines go to standard error; the server library's own say nothing."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _log.handlers = [handler]
    _log.setLevel(logging.INFO)
    _log.propagate = False
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def note_bug(error: BaseException) -> None:
    """Where a bug is, without what it was about: the error's type and our own lines."""
    frames = traceback.extract_tb(error.__traceback__)
    place = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    _log.error("bug=%s at=%s", type(error).__name__, place)


def note_backup(what: str, *, blobs: int = 0, damaged: int = 0, overdue: bool = False) -> None:
    """That a backup was taken and what it had to leave out; or why not, and whether there has been none for
    two days."""
    _log.info("backup=%s blobs=%d damaged=%d overdue=%s", what, blobs, damaged, overdue)


def note_certificate(days_left: int, *, renewed: bool = False) -> None:
    """That the certificate was renewed, or that its end is near."""
    if renewed or days_left < WARN_DAYS:
        _log.info("tls=%s days_left=%d", "renewed" if renewed else "ends_soon", days_left)


class RequestLog:
    """ASGI middleware that counts bytes and writes the line. ``routes`` are those of the application."""

    def __init__(self, app: ASGIApp, routes: list[Route]) -> None:
        self._app = app
        self.routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, then log."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = came = went = 0

        async def counted_receive() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            return message

        async def counted_send(message: Message) -> None:
            nonlocal status, went
            if message["type"] == "http.response.start":
                status = message["status"]
            went += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, counted_receive, counted_send)
        finally:
            _log.info(
                "method=%s route=%s status=%d ms=%d in=%d out=%d",
                scope["method"] if scope["method"] in {"GET", "POST"} else "-",
                self._route(scope),
                status,
                round((time.perf_counter() - started) * 1000),
                came,
                went,
            )

    def _route(self, scope: Scope) -> str:
        """The route's own pattern: a path typed by somebody is not logged."""
        found = (route.path for route in self.routes if route.matches(scope)[0] is not Match.NONE)
        return next(found, "-")
