"""The administrator's way to the hub: a transport of its own, signed in with this laptop's key."""

from __future__ import annotations

from functools import partial

from reader.core.services import OnBook
from sync.engine.administration import Administration
from sync.engine.transport import Transport


def administration(on_book: OnBook) -> Administration:
    """For one open book."""
    identity = on_book(lambda book: book.identity)
    transport = Transport(identity.hub, identity.ca)

    def sign(data: bytes) -> bytes:
        return on_book(lambda book: book.sign(data))

    return Administration(transport, partial(transport.authenticate, identity.tenant, identity.device, sign))
