"""How connections are held: small heads, kept long, and none that waits for ever for its request.

uvicorn's h11 protocol: its cost is far below that of a transaction, and it needs nothing compiled. uvicorn
has no time limit before a request's head is whole; the TLS handshake before it has asyncio's of 60 s, the
body after it that of ``bodies.read_body``.
"""

from __future__ import annotations

import asyncio
from asyncio import sslproto
from typing import cast

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_S = 60.0
"""Seconds from a connection's begin, or from a request's first byte, to the end of its head."""
KEPT_S = 330
"""Seconds an idle connection is kept: longer than the slow timer of a laptop that listens (300 s)."""
STOP_S = 8
"""Seconds that requests under way get when the hub stops."""
PART_S = 1.0
"""Seconds that a laptop gets to say goodbye. An idle one does not listen, and TLS would wait for it."""
_TLS_BUFFER = 32 * 1024
"""Bytes; two records. asyncio fills 256 KB with zeros for each connection: for two lines of a thousand
laptops half a gigabyte, and a third of what a handshake costs."""


def quiet(app: ASGIApp) -> uvicorn.Config:
    """How uvicorn runs here: no log of its own, no name, no date, one protocol."""
    sslproto.SSLProtocol.max_size = _TLS_BUFFER
    return uvicorn.Config(
        app,
        http=Connection,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=KEPT_S,
        timeout_graceful_shutdown=STOP_S,
        backlog=1024,
    )


class Connection(H11Protocol):
    """One connection of a laptop, or of whoever else found the port."""

    _waiting: asyncio.TimerHandle | None = None
    _stopping = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for a head."""
        super().connection_made(cast(asyncio.Transport, transport))
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        """A byte ends uvicorn's time limit of an idle connection: ours begins until the head is whole."""
        super().data_received(data)
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        super().connection_lost(exc)
        self._stop_waiting()
        self._unset_keepalive_if_required()  # left alone by uvicorn when the line broke

    def shutdown(self) -> None:
        """The hub stops: idle connections end now, the others when their request is answered."""
        self._stopping = True
        super().shutdown()
        if self.cycle is None or self.cycle.response_complete:
            self._part()

    def on_response_complete(self) -> None:
        """Keep the connection for the next request, or not."""
        super().on_response_complete()
        if self._stopping:
            self._part()

    def _part(self) -> None:
        self.loop.call_later(PART_S, self.transport.abort)

    def _wait_for_head(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._waiting is None:
            self._waiting = self.loop.call_later(HEAD_S, self._give_up)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _give_up(self) -> None:
        self.transport.abort()
