"""Runs the hub: TLS with the office's own certificate; plain HTTP on the loopback only."""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

from sync.errors import Code, SohopError
from sync.hub import logs
from sync.hub.app import build_app
from sync.hub.connections import quiet as quiet
from sync.hub.doorstep import Doorstep
from sync.hub.hub import Hub, Layout, open_hub
from sync.hub.lock import held
from sync.hub.nightly import Nightly
from sync.hub.tls import Serving

_SECOND = 10
"""Ticks of uvicorn's main loop."""
_FILES = 10_240


def serve(
    folder: Path,
    host: str,
    port: int,
    *,
    tls: bool,
    ready: Callable[[str], None],
    backup: Path | None = None,
    beside: Callable[[Hub, int], AbstractContextManager[object]] = lambda hub, port: nullcontext(),
) -> None:
    """Serve until told to stop (SIGINT, SIGTERM). ``ready`` gets the URL once requests are answered; to
    ``backup`` a copy goes every night; ``beside`` is what goes on with the hub and its port meanwhile.

    ``port`` 0 takes a free one. Raises ``SohopError(PLAIN_HTTP | VAULT_MISSING | VAULT_IN_USE |
    VAULT_NEWER)``, ``OSError`` when the address cannot be used, and what ``tls.Serving`` does.
    """
    if not tls and not is_loopback(host):
        raise SohopError(Code.PLAIN_HTTP)
    layout = Layout(folder)
    if not layout.database.exists():
        raise SohopError(Code.VAULT_MISSING)
    logs.set_up()
    nightly = nullcontext() if backup is None else Nightly(folder, backup)
    with held(layout.lock), listen(host, port) as listening, nightly:
        hub = open_hub(folder, tls=tls)
        try:
            shown = f"[{host}]" if ":" in host else host
            url = f"{'https' if tls else 'http'}://{shown}:{listening.getsockname()[1]}"
            config = quiet(build_app(hub))
            config.load()
            if hub.tls is not None:
                config.ssl = hub.tls.context
            _more_files()
            with Doorstep(hub, layout.doorstep), beside(hub, listening.getsockname()[1]):
                Server(config, lambda: ready(url), hub.live.close, hub.tls).run([listening])
        finally:
            hub.close()


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


class Server(uvicorn.Server):
    """Says when it answers, and when it is about to stop: then streams without end have to end.

    Looks after the certificate that it shows.
    """

    def __init__(
        self,
        config: uvicorn.Config,
        ready: Callable[[], None],
        stopping: Callable[[], None],
        tls: Serving | None = None,
    ) -> None:
        super().__init__(config)
        self._ready = ready
        self._stopping = stopping
        self._tls = tls

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it."""
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it."""
        self._stopping()
        await super().shutdown(sockets)

    async def on_tick(self, counter: int) -> bool:
        """Ten times a second; ``counter`` begins anew every day."""
        if self._tls is not None and counter % _SECOND == 0:
            _refresh(self._tls, remind=counter == 0)
        return await super().on_tick(counter)


def _refresh(tls: Serving, *, remind: bool) -> None:
    try:
        renewed = tls.refresh() is not None
    except (OSError, ValueError) as error:
        # Somebody put something else there: whoever is connected must not pay for it.
        logs.note_bug(error)
        return
    if renewed or remind:
        logs.note_certificate(tls.certificate.days_left(datetime.now(UTC)), renewed=renewed)


if sys.platform == "win32":

    def _more_files() -> None:
        """Connections are no files there."""

else:
    import resource

    def _more_files() -> None:
        """A connection is a file: more of them than the shell's usual 1,024, as far as the system allows."""
        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _FILES if most == resource.RLIM_INFINITY else min(_FILES, most)
        if now != resource.RLIM_INFINITY and now < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
