"""The only place that speaks HTTP. Knows addresses, TLS and time limits; believes nothing it receives."""

from __future__ import annotations

import ssl
from collections.abc import Generator, Iterator
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, ReadTimeoutError

from sync.engine.ports import Sign
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId, Digest, TenantId
from sync.wire.chunks import FrameReader, frame
from sync.wire.codec import MAX_MESSAGE, pack, unpack
from sync.wire.messages import (
    CONTENT_TYPE,
    PROTOCOL,
    Blobs,
    Challenge,
    ChallengeRequest,
    ChunksRequest,
    ExchangeReply,
    ExchangeRequest,
    Refusal,
    Stored,
    Token,
    TokenRequest,
    auth_bytes,
)

T = TypeVar("T")

CONNECT_S = 15.0
READ_S = 45.0
"""Seconds without one byte before a request is given up."""

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Transport:
    """One office's hub, as seen from one device."""

    def __init__(self, address: str, ca: str) -> None:
        """``ca`` is the office's CA (PEM); empty only for plain HTTP on loopback.

        Raises ``SohopError(PLAIN_HTTP)`` for any other plain address, ``MALFORMED`` for what is none, or for
        a CA that is none.
        """
        self._address = checked_address(address)
        self._session = requests.Session()
        self._session.trust_env = False
        if self._address.startswith("https:"):
            self._session.mount("https://", _PinnedCa(ca))
        self._token = ""

    def authenticate(self, tenant: TenantId, device: DeviceId, sign: Sign) -> None:
        """Obtain a token by signing the hub's challenge."""
        self._token = ""
        challenge = self._call("/v1/challenge", ChallengeRequest(device=device), Challenge)
        signature = sign(auth_bytes(tenant, device, challenge.nonce))
        request = TokenRequest(device=device, nonce=challenge.nonce, signature=signature)
        self._token = self._call("/v1/token", request, Token).token

    def exchange(self, request: ExchangeRequest) -> ExchangeReply:
        """Small things, both ways."""
        return self._call("/v1/exchange", request, ExchangeReply)

    def chunks(self, request: ChunksRequest) -> Generator[bytes]:
        """Chunks as they arrive, in the order asked. Closing the iterator stops the stream."""
        with self._post("/v1/chunks", pack(request)) as response:
            reader = FrameReader()
            try:
                for data in response.iter_content(32 * 1024):
                    yield from reader.feed(data)
            except requests.RequestException as error:
                raise _line_error(error) from error

    def missing(self, digests: tuple[Digest, ...]) -> tuple[Digest, ...]:
        """Which of these blobs the hub lacks."""
        return self._call("/v1/missing", Blobs(digests=digests), Blobs).digests

    def upload(self, pieces: list[bytes]) -> int:
        """Store blobs; answers how many are durable now."""
        body = b"".join(frame(piece) for piece in pieces)
        return self._read(self._post("/v1/upload", body), Stored).count

    def call(self, path: str, message: object, kind: type[T]) -> T:
        """One request and its reply, for enrolment."""
        return self._call(path, message, kind)

    def close(self) -> None:
        """Close kept-alive connections."""
        self._session.close()

    def _call(self, path: str, message: object, kind: type[T]) -> T:
        return self._read(self._post(path, pack(message)), kind)

    def _post(self, path: str, body: bytes) -> requests.Response:
        # Bodies are compressed inside (``codec.pack``): a second, unasked compression is somebody else's.
        headers = {"Content-Type": CONTENT_TYPE, "Accept": CONTENT_TYPE, "Accept-Encoding": "identity"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        try:
            response = self._session.post(
                self._address + path,
                data=body,
                headers=headers,
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
                stream=True,
            )
        except requests.RequestException as error:
            raise _line_error(error) from error
        if response.headers.get("Sohop-Protocol") != str(PROTOCOL):
            response.close()
            raise SohopError(Code.NOT_A_HUB)
        if response.status_code != 200:
            raise self._refusal(response)
        return response

    def _refusal(self, response: requests.Response) -> SohopError:
        if response.status_code >= 500:
            response.close()
            return SohopError(Code.HUB_BROKEN)
        refusal = self._read(response, Refusal)
        return SohopError(refusal.code, **refusal.fields)

    def _read(self, response: requests.Response, kind: type[T]) -> T:
        with response:
            return unpack(_bounded(response), kind)


class _PinnedCa(HTTPAdapter):
    """Trusts the office's own CA and nothing else; the system's and certifi's lists are not consulted."""

    def __init__(self, ca: str) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._context.minimum_version = ssl.TLSVersion.TLSv1_2
        # When enrolling by a typed code the server's own certificate is the pin: its proof binds that key.
        self._context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        if ca:
            if not ca.isascii():
                raise SohopError(Code.MALFORMED)
            try:
                self._context.load_verify_locations(cadata=ca)
            except (ssl.SSLError, ValueError) as error:
                raise SohopError(Code.MALFORMED) from error
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        kwargs["ssl_context"] = self._context
        super().init_poolmanager(*args, **kwargs)

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        # The base class would add certifi's public authorities to the context: a pin must stay a pin.
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
        conn.ca_cert_dir = None


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


def _bounded(response: requests.Response) -> bytes:
    body = bytearray()
    try:
        for data in response.iter_content(64 * 1024):
            body += data
            if len(body) > MAX_MESSAGE:
                raise SohopError(Code.TOO_LARGE)
    except requests.RequestException as error:
        raise _line_error(error) from error
    return bytes(body)


def _line_error(error: requests.RequestException | HTTPError) -> SohopError:
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
