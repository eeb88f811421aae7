"""The only place that speaks HTTP. Knows addresses and time limits; believes nothing it receives."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.util import SKIP_HEADER

from sync.engine.connection import PinnedAdapter, Wires
from sync.engine.ports import Sign
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, Digest, TenantId
from sync.wire.chunks import FrameReader, frame
from sync.wire.codec import MAX_MESSAGE, pack, unpack
from sync.wire.letters import BundleAsk, BundleSheet, BundleTaken
from sync.wire.messages import (
    LIVE_STILL_S,
    MAX_BLOB,
    PROTOCOL,
    REPLY_NAME,
    Blobs,
    Challenge,
    ChallengeRequest,
    ChunksRequest,
    ExchangeReply,
    ExchangeRequest,
    LiveRequest,
    Refusal,
    RestRequest,
    Stored,
    Token,
    TokenRequest,
    auth_bytes,
)
from sync.wire.statements import HUB

T = TypeVar("T")

CONNECT_S = 15.0
READ_S = 45.0
"""Seconds without one byte before a request is given up."""
READ_BYTES = 16 * 1024
"""At most so much is taken from the system at once: a reader that waits between reads slows the hub down."""
_SLOWEST_UP = 1024
"""Bytes a second. What was sent may still lie in the system's buffer when the wait for the answer begins."""

_GONE = frozenset({Code.PACKET_UNKNOWN, Code.DEVICE_REVOKED, Code.MALFORMED})
"""The hub does not give the rest of a reply: it has forgotten it, or will not."""

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass
class Access:
    """What the lanes to one hub share. ``mark``: the latest hub-signed time (see ``PinnedAdapter``)."""

    token: str = ""
    mark: datetime | None = None


@dataclass(frozen=True)
class Exchange:
    """A reply and the request that it answers. ``heard``: this laptop's clock when the hub had spoken, which
    for a reply that was cut may be long before its last byte came."""

    request: ExchangeRequest
    reply: ExchangeReply
    heard: datetime


class Transport:
    """One office's hub, as one device sees it: one lane, one kept-alive connection, one thread at a time."""

    def __init__(
        self,
        address: str,
        ca: str,
        proxy: str = "",
        access: Access | None = None,
        adapter: BaseAdapter | None = None,
        name: str = "",
    ) -> None:
        """``ca`` is the office's CA (PEM); empty only for plain HTTP on loopback. ``proxy`` is
        ``http://[user:word@]host:port``; the environment's are not asked, and nothing is passed over it
        but TLS to the hub. ``adapter`` takes the place of lines over sockets, in simulations. ``name`` is
        asked for in the certificate instead of the address's own (``wire.rooms.room_host``).

        Raises ``SohopError(PLAIN_HTTP)`` for any other plain address, ``MALFORMED`` for what is none, or for
        a CA that is none.
        """
        self._address = checked_address(address)
        self._given = ca, proxy, adapter, name
        self._begun: _Begun | None = None
        self.access = access or Access()
        self.wires = Wires(lambda: self.access.mark)
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers.clear()  # each header costs its bytes at every exchange
        if checked_proxy(proxy):
            self._session.proxies = {"https": proxy}
        lines = adapter or PinnedAdapter(self.wires, ca if self._address.startswith("https:") else "", name)
        self._session.mount("https://", lines)
        self._session.mount("http://", lines)

    @property
    def host(self) -> str:
        """The hub's name or address."""
        return urlsplit(self._address).hostname or ""

    def lane(self) -> Transport:
        """Another line to the same hub, with a connection of its own and the same token and mark."""
        ca, proxy, adapter, name = self._given
        return Transport(self._address, ca, proxy, self.access, adapter, name)

    def authenticate(self, tenant: TenantId, device: DeviceId, sign: Sign, hub: DeviceId = HUB) -> None:
        """Obtain a token by signing the challenge, for this hub alone."""
        self.access.token = ""
        challenge = self._call("/v1/challenge", ChallengeRequest(device=device), Challenge)
        signature = sign(auth_bytes(tenant, hub, device, challenge.nonce))
        request = TokenRequest(device=device, nonce=challenge.nonce, signature=signature)
        self.access.token = self._call("/v1/token", request, Token).token

    @property
    def begun(self) -> int:
        """Bytes that are here of a reply that was cut."""
        return 0 if self._begun is None else len(self._begun.body)

    def exchange(self, request: ExchangeRequest, now: Callable[[], datetime]) -> Exchange:
        """Small things, both ways. ``now`` reads this laptop's own clock.

        A long reply that was cut goes on where it was; then it answers that earlier request, and what has
        happened since waits for the next exchange.
        """
        if self._begun is not None:
            rest = RestRequest(name=self._begun.name, have=len(self._begun.body))
            try:
                response = self._post("/v1/reply", pack(rest))
            except SohopError as error:
                if error.code not in _GONE:
                    raise
                self._begun = None  # what it said, or that this device is revoked, an exchange says
        if self._begun is None:
            response = self._post("/v1/exchange", pack(request))
            self._begun = _Begun(request, now(), _reply_name(response))
        begun = self._begun
        try:
            self._read_into(begun.body, response)
        except SohopError:
            if not begun.name or not begun.body:
                self._begun = None
            raise
        self._begun = None
        return Exchange(begun.request, unpack(bytes(begun.body), ExchangeReply), begun.heard)

    def chunks(self, request: ChunksRequest) -> Generator[bytes]:
        """The stream of frames (``wire.chunks.FrameReader``) as it arrives, in pieces of any size.

        Every byte that came before a cut is given. Closing the iterator stops the stream.
        """
        with self._post("/v1/chunks", pack(request)) as response:
            yield from self._pieces(response)

    def live(self, request: LiveRequest) -> Generator[bytes]:
        """Single bytes (``LIVE_NEWS``, ``LIVE_STILL``) as they come. Raises ``SohopError(TIMEOUT)`` after
        three signs of life have stayed away."""
        with self._post("/v1/live", pack(request), silence=3 * LIVE_STILL_S) as response:
            for piece in self._pieces(response):
                yield from (piece[at : at + 1] for at in range(len(piece)))

    def missing(self, digests: Sequence[Digest]) -> list[Digest]:
        """Which of these blobs the hub lacks."""
        asked = Blobs(digests=tuple(bytes.fromhex(each) for each in digests))
        lacking = frozenset(self._call("/v1/missing", asked, Blobs).digests)
        return [each for each, raw in zip(digests, asked.digests, strict=True) if raw in lacking]

    def upload(self, frames: Sequence[bytes], sending: Callable[[int], object] = lambda size: None) -> int:
        """Store blobs (one frame each); answers how many are durable now.

        ``sending`` is told the size of each piece before it leaves, and may wait.
        """
        return self._read(self._post("/v1/upload", _Body(frames, sending)), Stored).count

    def blobs(self, digests: Sequence[Digest]) -> list[bytes]:
        """For a room hub: those of these that belong to what it carries, in the order asked."""
        asked = Blobs(digests=tuple(bytes.fromhex(each) for each in digests))
        body = bytearray()
        self._read_into(body, self._post("/v1/room/blobs", pack(asked)))
        reader = FrameReader(MAX_BLOB)
        found = list(reader.feed(bytes(body)))
        if not reader.empty:
            raise SohopError(Code.MALFORMED)
        return found

    def ask_bundle(self, ask: BundleAsk) -> BundleSheet:
        """All of an outward bundle but its frames."""
        return self._call("/v1/bundle/out", ask, BundleSheet)

    def ask_room_bundle(self) -> BundleSheet:
        """All that a room hub has for its office, to be written to a stick.

        Raises ``SohopError(NOTHING_TO_CARRY)``, also at the office's own hub.
        """
        return self._read(self._post("/v1/bundle/room", b""), BundleSheet)

    def bring_bundle(self, data: bytes) -> BundleTaken:
        """Hand over what a laptop wrote to a stick; doing it twice is harmless."""
        return self._read(self._post("/v1/bundle/in", data), BundleTaken)

    def call(self, path: str, message: object, kind: type[T]) -> T:
        """One request and its reply, for enrolment."""
        return self._call(path, message, kind)

    def close(self) -> None:
        """Close kept-alive connections."""
        self._session.close()

    def _call(self, path: str, message: object, kind: type[T]) -> T:
        return self._read(self._post(path, pack(message)), kind)

    def _post(self, path: str, body: bytes | _Body, silence: float = 0.0) -> requests.Response:
        """``silence``: seconds that are natural for this answer."""
        response = self._sent(path, body, silence)
        if response.headers.get("Sohop-Protocol") != str(PROTOCOL):
            response.close()
            raise SohopError(Code.NOT_A_HUB)
        if response.status_code != 200:
            raise self._refusal(response)
        return response

    def _sent(self, path: str, body: bytes | _Body, silence: float) -> requests.Response:
        headers = {"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER}
        if self.access.token:
            headers["Authorization"] = f"Bearer {self.access.token}"
        read = silence or READ_S + len(body) / _SLOWEST_UP
        opened = self.wires.opened
        while True:
            if self.wires.hung_up:
                raise SohopError(Code.OFFLINE)
            self.wires.begin(patient=not silence)
            try:
                return self._session.post(
                    self._address + path,
                    data=body,
                    headers=headers,
                    timeout=(CONNECT_S, read),
                    allow_redirects=False,
                    stream=True,
                )
            except requests.RequestException as error:
                failed = _line_error(error)
                # The hub may have closed a kept line just now; every request may be sent twice. But of an
                # upload it has part: who sends it must first ask which.
                again = failed.code is Code.OFFLINE and self.wires.opened == opened
                if not again or isinstance(body, _Body):
                    raise failed from error
                opened = -1

    def _refusal(self, response: requests.Response) -> SohopError:
        if response.status_code >= 500:
            response.close()
            return SohopError(Code.HUB_BROKEN)
        refusal = self._read(response, Refusal)
        return SohopError(refusal.code, **refusal.fields)

    def _read(self, response: requests.Response, kind: type[T]) -> T:
        body = bytearray()
        self._read_into(body, response)
        return unpack(bytes(body), kind)

    def _read_into(self, body: bytearray, response: requests.Response) -> None:
        with response:
            for data in self._pieces(response):
                body += data
                if len(body) > MAX_MESSAGE:
                    body.clear()
                    raise SohopError(Code.TOO_LARGE)

    def _pieces(self, response: requests.Response) -> Iterator[bytes]:
        """The body as it arrives; ``iter_content`` would lose the piece in which a line is cut."""
        try:
            while data := response.raw.read1(READ_BYTES, decode_content=False):
                yield data
        except (HTTPError, OSError) as error:
            raise _line_error(error) from error


@dataclass
class _Begun:
    """An exchange whose reply is coming. ``name`` is empty for a short one, which is asked for anew."""

    request: ExchangeRequest
    heard: datetime
    name: bytes
    body: bytearray = field(default_factory=bytearray)


def _reply_name(response: requests.Response) -> bytes:
    """What the hub calls its reply; empty when it has no name, or one that is none."""
    try:
        name = bytes.fromhex(response.headers.get(REPLY_NAME, ""))
    except ValueError:
        return b""
    return name if len(name) == 8 else b""


class _Body:
    """Frames on their way up, never joined in memory; may be sent again from the start."""

    def __init__(self, frames: Sequence[bytes], sending: Callable[[int], object]) -> None:
        self._frames = frames
        self._sending = sending

    def __len__(self) -> int:
        return sum(4 + len(piece) for piece in self._frames)

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._frames:
            whole = frame(piece)
            for at in range(0, len(whole), READ_BYTES):
                part = whole[at : at + READ_BYTES]
                self._sending(len(part))
                yield part


def checked_address(address: str) -> str:
    """``https://…``, or plain ``http://`` on loopback only, without a path.

    Raises ``SohopError(PLAIN_HTTP | MALFORMED)``.
    """
    text = address.strip()
    if "://" not in text:
        text = "https://" + text
    try:
        parts = urlsplit(text.rstrip("/"))
        parts.port  # noqa: B018  # raises for a port that is none
        (parts.hostname or "").encode("idna")
    except ValueError as error:
        raise SohopError(Code.MALFORMED) from error
    more = parts.path or parts.query or parts.fragment or "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or not parts.hostname or more:
        raise SohopError(Code.MALFORMED)
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise SohopError(Code.PLAIN_HTTP)
    # Put together again: whoever asks whether it begins with "https:" must not miss "HTTPS:".
    return f"{parts.scheme}://{parts.netloc}"


def checked_proxy(proxy: str) -> str:
    """``http://[user:word@]host:port``, or empty for none. Raises ``SohopError(MALFORMED)``."""
    if not proxy:
        return ""
    try:
        parts = urlsplit(proxy)
        whole = parts.scheme == "http" and parts.hostname and parts.port and not parts.path.strip("/")
    except ValueError as error:
        raise SohopError(Code.MALFORMED) from error
    if not whole or parts.query or parts.fragment:
        raise SohopError(Code.MALFORMED)
    return proxy


def proxy_headers(proxy: str) -> dict[str, str]:
    """What the proxy's own login needs, if it has one."""
    return requests.adapters.HTTPAdapter().proxy_headers(proxy)


def _line_error(error: requests.RequestException | HTTPError | OSError) -> SohopError:
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return SohopError(Code.TLS_UNTRUSTED)
    if any(isinstance(cause, requests.Timeout | ReadTimeoutError | TimeoutError) for cause in causes):
        return SohopError(Code.TIMEOUT)
    if any(isinstance(cause, ssl.SSLEOFError | ssl.SSLZeroReturnError | ConnectionError) for cause in causes):
        return SohopError(Code.OFFLINE)
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return SohopError(Code.NOT_A_HUB)
    return SohopError(Code.OFFLINE)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what it came from, however requests and urllib3 wrapped it: as argument or as cause."""
    waiting, seen = [error], set()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        inside = (*current.args, getattr(current, "reason", None), current.__cause__, current.__context__)
        waiting += [one for one in inside if isinstance(one, BaseException)]
