"""The hub's application called without a server: the test says what comes in and when it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from starlette.types import ASGIApp, Message, Receive, Scope

from sync.wire.codec import unpack
from sync.wire.messages import Refusal


@dataclass(frozen=True)
class Reply:
    """What the application sent."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def refusal(self) -> Refusal:
        """The body of a refusal."""
        assert 400 <= self.status < 500, self.status
        return unpack(self.body, Refusal)


def scope_of(
    path: str,
    token: str = "",
    method: str = "POST",
    length: int | None = None,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Scope:
    """A request's scope; ``more`` are headers."""
    headers = [(b"host", b"hub"), *((name.lower().encode(), value.encode()) for name, value in more.items())]
    if token:
        headers.append((b"authorization", f"Bearer {token}".encode()))
    if length is not None:
        headers.append((b"content-length", str(length).encode()))
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("hub", 80),
    }


def receiving(parts: Iterable[bytes], *, whole: bool = True, stays: bool = False) -> Receive:
    """A body in these parts; then its end, or the end of the line. Who ``stays`` waits for the answer as long
    as it takes."""
    upcoming = iter(parts)
    ended = not whole

    async def receive() -> Message:
        nonlocal ended
        await asyncio.sleep(0)  # as a server does: others have their turn
        part = next(upcoming, None)
        if part is not None:
            return {"type": "http.request", "body": part, "more_body": True}
        if not ended:
            ended = True
            return {"type": "http.request", "body": b"", "more_body": False}
        if stays:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    return receive


def ask(app: ASGIApp, path: str, body: bytes = b"", token: str = "", method: str = "POST") -> Reply:
    """One request. What the application raises, its bugs, comes out; so does taking too long."""

    async def run() -> Reply:
        async with asyncio.timeout(20):
            return await talk(app, scope_of(path, token, method), receiving([body] if body else []))

    return asyncio.run(run())


async def talk(app: ASGIApp, scope: Scope, receive: Receive) -> Reply:
    """One request on the running loop."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Reply(sent[0]["status"], headers, content)
