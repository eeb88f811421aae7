"""The line between a real laptop and the real hub, without sockets: an adapter of ``requests`` that calls the
hub's ASGI application and does to each request what the test says."""

from __future__ import annotations

import asyncio
import io
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, Self

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from starlette.types import ASGIApp
from support.asgi import Reply, receiving, scope_of, talk
from urllib3 import HTTPResponse

from sync.wire.messages import REPLY_NAME

Rewrite = Callable[[str, bytes], bytes]
"""Path and body of an answer with status 200; what the laptop gets instead."""

ENDLESS = 400
"""Requests in one round. Whoever asks more often goes round in circles."""


class Fate(StrEnum):
    """What becomes of one request."""

    HONEST = "honest"
    LOST = "lost"  # it never reaches the hub
    UNANSWERED = "unanswered"  # the hub does it, the answer is lost
    TWICE = "twice"  # the hub gets it twice, the second answer arrives
    CUT = "cut"  # the answer ends after so many bytes
    CORRUPTED = "corrupted"  # one byte of the answer is another
    LATE = "late"  # lost now; the same bytes reach the hub after the next request
    KILLED_BEFORE = "killed before"  # the hub is killed before it does anything
    KILLED_INSIDE = "killed inside"  # the hub is killed just before it would keep what it wrote
    KILLED_AFTER = "killed after"  # the hub is killed when it has done it and has not answered


@dataclass(frozen=True)
class Fault:
    """A fate for one request; ``at`` says where an answer is cut or corrupted: as a share of its length, or,
    above 1, in bytes."""

    fate: Fate
    at: float = 0.5


class Hub(Protocol):
    """The hub at the other end, which may be another program at any moment."""

    @property
    def app(self) -> ASGIApp: ...
    def kill(self) -> None:
        """End it as a power cut does, and start it again."""

    def break_next_commit(self) -> None:
        """The next transaction ends just before it would be kept, with ``ConnectionAbortedError``."""


class Loop:
    """One event loop in a thread, for all hubs of a test."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._last = asyncio.Event()
        # Not ``run_forever``: threads that answer belong to the loop's main task and end with it; without one
        # a thread would be made for each request.
        main = self._last.wait()
        self._thread = threading.Thread(target=lambda: self._loop.run_until_complete(main), daemon=True)
        self._thread.start()

    def ask(self, app: ASGIApp, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        """One whole request and its whole answer."""
        future: Future[Reply] = asyncio.run_coroutine_threadsafe(
            talk(app, scope_of(path, method=method, more=headers), receiving([body], stays=True)), self._loop
        )
        return future.result(60)

    def close(self) -> None:
        """After the last request."""
        asyncio.run_coroutine_threadsafe(self._loop.shutdown_default_executor(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._last.set)
        self._thread.join(10)
        self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


_Call = tuple[str, str, dict[str, str], bytes]


@dataclass
class Wire(BaseAdapter):
    """One laptop's line. Faults wait in ``faults`` and are used up one a request; then it is honest."""

    loop: Loop
    hub: Hub
    faults: list[Fault] = field(default_factory=list)
    rewrite: Rewrite | None = None
    heard: Callable[[str, Reply], object] = lambda path, answer: None
    """Told of every answer as the hub gave it."""
    asked: int = 0
    """Requests since the line was laid, or since somebody set it back."""
    received: Counter[str] = field(default_factory=Counter)
    """Bytes of answers that arrived, by path."""
    after: list[Callable[[str], object]] = field(default_factory=list)
    """What happens elsewhere once an answer has left the hub, one for each answer, with its path."""
    _late: list[_Call] = field(default_factory=list)

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> requests.Response:
        given: Any = request.body or b""
        body = given if isinstance(given, bytes) else b"".join(given)
        headers = {str(name): str(value) for name, value in request.headers.items()}
        call = (request.method or "POST", request.path_url, headers, body)
        fault = self.faults.pop(0) if self.faults else Fault(Fate.HONEST)
        self.asked += 1
        assert self.asked < ENDLESS, f"{self.asked} requests in one round, the last for {request.path_url}"
        match fault.fate:
            case Fate.LOST:
                raise requests.ConnectTimeout("lost")
            case Fate.LATE:
                self._late.append(call)
                raise requests.ReadTimeout("late")
            case Fate.KILLED_BEFORE:
                self.hub.kill()
                raise requests.ReadTimeout("killed")
            case Fate.KILLED_INSIDE:
                answer = self._ask_without_commit(call)
                self.hub.kill()
                if answer is None:
                    raise requests.ReadTimeout("killed")
                # It has answered all the same: either there was nothing to keep, or it promised too soon.
                self.heard(request.path_url, answer)
                return self._response(request, self._changed(request.path_url, answer), fault)
            case Fate.KILLED_AFTER:
                self._ask(call)
                self.hub.kill()
                raise requests.ReadTimeout("killed")
            case Fate.TWICE:
                self._ask(call)
        answer = self._ask(call)
        for each in self._late:
            self._ask(each)
        self._late.clear()
        self.heard(request.path_url, answer)
        if self.after:
            self.after.pop(0)(request.path_url)
        if fault.fate is Fate.UNANSWERED:
            raise requests.ReadTimeout("unanswered")
        return self._response(request, self._changed(request.path_url, answer), fault)

    def close(self) -> None:
        """Nothing is open."""

    def _ask(self, call: _Call) -> Reply:
        method, path, headers, body = call
        return self.loop.ask(self.hub.app, method, path, headers, body)

    def _ask_without_commit(self, call: _Call) -> Reply | None:
        self.hub.break_next_commit()
        try:
            return self._ask(call)
        except ConnectionAbortedError:
            return None

    def _changed(self, path: str, answer: Reply) -> Reply:
        if answer.status != 200 or self.rewrite is None:
            return answer
        headers = {name: value for name, value in answer.headers.items() if name != REPLY_NAME.lower()}
        return Reply(200, headers, self.rewrite(path, answer.body))

    def _response(self, request: requests.PreparedRequest, answer: Reply, fault: Fault) -> requests.Response:
        body = bytearray(answer.body)
        if fault.fate is Fate.CORRUPTED and body:
            body[int(fault.at * (len(body) - 1))] ^= 1 << 3
        if fault.fate is Fate.CUT:
            del body[int(fault.at if fault.at > 1 else fault.at * len(body)) :]
        self.received[request.path_url] += len(body)
        # The length that was announced: of a shorter body the laptop's own HTTP says that it was cut.
        headers = {**answer.headers, "content-length": str(len(answer.body))}
        response = requests.Response()
        response.status_code = answer.status
        response.headers = CaseInsensitiveDict(headers)
        response.raw = HTTPResponse(
            body=io.BytesIO(bytes(body)),
            headers=headers,
            status=answer.status,
            preload_content=False,
            enforce_content_length=True,
        )
        response.request = request
        response.url = request.url or ""
        return response
