"""Runs the hub: TLS with the office's own certificate; plain HTTP on the loopback only."""

from __future__ import annotations

import ipaddress
import os
import socket
import ssl
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from sync.errors import Code, SohopError
from sync.hub import logs
from sync.hub.app import build_app
from sync.hub.hub import Layout, open_hub
from sync.hub.lock import held


def serve(folder: Path, host: str, port: int, *, tls: bool, ready: Callable[[str], None]) -> None:
    """Serve until told to stop (SIGINT, SIGTERM). ``ready`` gets the URL once requests are answered.

    ``port`` 0 takes a free one. Raises ``SohopError(PLAIN_HTTP | VAULT_MISSING | VAULT_IN_USE |
    VAULT_NEWER)``, and ``OSError`` when the address cannot be used.
    """
    if not tls and not is_loopback(host):
        raise SohopError(Code.PLAIN_HTTP)
    layout = Layout(folder)
    if not layout.database.exists():
        raise SohopError(Code.VAULT_MISSING)
    logs.set_up()
    with held(layout.lock), listen(host, port) as listening:
        hub = open_hub(folder, tls=tls)
        try:
            shown = f"[{host}]" if ":" in host else host
            url = f"{'https' if tls else 'http'}://{shown}:{listening.getsockname()[1]}"
            config = quiet(build_app(hub))
            config.load()
            if tls:
                config.ssl = server_context(layout)
            Server(config, lambda: ready(url), hub.live.close).run([listening])
        finally:
            hub.close()


def quiet(app: ASGIApp) -> uvicorn.Config:
    """How uvicorn runs here: no log of its own, no name, one protocol."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=10,
        backlog=1024,
    )


def is_loopback(host: str) -> bool:
    """Whether this names the machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """A bound socket.

    Its protocol is named: only then does asyncio switch off Nagle's delay on what it accepts, without which
    every small answer waits for 40 ms.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name != "nt":  # there it would let two programs share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(1024)
    except OSError:
        listening.close()
        raise
    return listening


def server_context(layout: Layout) -> ssl.SSLContext:
    """TLS 1.2 or newer with the server's certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(layout.certificate, layout.certificate_key)
    return context


class Server(uvicorn.Server):
    """Says when it answers, and when it is about to stop: then streams without end have to end."""

    def __init__(
        self, config: uvicorn.Config, ready: Callable[[], None], stopping: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._ready = ready
        self._stopping = stopping

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it."""
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it."""
        self._stopping()
        await super().shutdown(sockets)
