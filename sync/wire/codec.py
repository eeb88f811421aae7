"""Bytes in and out. Signed payloads are JSON (readable by anybody for ever); messages are MessagePack, zstd.

Every decoder is bounded and strict: wrong types, wrong lengths and bombs end in ``Code.MALFORMED`` or
``Code.TOO_LARGE`` before anything is believed.
"""

from __future__ import annotations

import hashlib
from threading import Lock
from typing import Any, TypeVar

import msgspec
from backports import zstd

from sync.errors import Code, SohopError
from sync.model.ids import Digest

T = TypeVar("T")

MAX_PAYLOAD = 32 * 1024 * 1024
MAX_MESSAGE = 64 * 1024 * 1024
_Options = zstd.CompressionParameter
_FRAME = {int(_Options.compression_level): 6, int(_Options.checksum_flag): 1}


def digest(data: bytes | memoryview) -> Digest:
    """SHA-256 in hexadecimal."""
    return Digest(hashlib.sha256(data).hexdigest())


def encode_payload(value: object) -> bytes:
    """The JSON bytes that are signed and stored, fields in the struct's order."""
    return msgspec.json.encode(value)


def decode_payload(data: bytes, kind: type[T]) -> T:
    """Read signed bytes, *after* their signatures were verified.

    Raises ``SohopError(TOO_LARGE | MALFORMED)``.
    """
    if len(data) > MAX_PAYLOAD:
        raise SohopError(Code.TOO_LARGE)
    try:
        return _json(kind).decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SohopError(Code.MALFORMED) from error


def pack(message: object) -> bytes:
    """A message for the line: MessagePack inside one zstd frame with a checksum: not all of it is signed."""
    return zstd.compress(msgspec.msgpack.encode(message), options=_FRAME)


def unpack(data: bytes, kind: type[T], limit: int = MAX_MESSAGE) -> T:
    """Read a message from the line, at most ``limit`` bytes when unpacked.

    Raises ``SohopError(TOO_LARGE | MALFORMED)``.
    """
    decompressor = zstd.ZstdDecompressor()
    try:
        plain = decompressor.decompress(data, max_length=limit + 1)
        if len(plain) > limit:
            raise SohopError(Code.TOO_LARGE)
        if not decompressor.eof or decompressor.unused_data:
            raise SohopError(Code.MALFORMED)
        return _msgpack(kind).decode(plain)
    except (zstd.ZstdError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SohopError(Code.MALFORMED) from error


def learn(*kinds: type) -> None:
    """Work out these types now, at import, for those who decode them without ``unpack`` in some thread."""
    for kind in kinds:
        _msgpack(kind)


# msgspec works out a type when it first meets it, and crashes when two threads do so at once (0.22).
_learning = Lock()
_known_json: dict[object, msgspec.json.Decoder[Any]] = {}
_known_msgpack: dict[object, msgspec.msgpack.Decoder[Any]] = {}


def _json(kind: type[T]) -> msgspec.json.Decoder[T]:
    with _learning:
        if kind not in _known_json:
            _known_json[kind] = msgspec.json.Decoder(kind)
        return _known_json[kind]


def _msgpack(kind: type[T]) -> msgspec.msgpack.Decoder[T]:
    with _learning:
        if kind not in _known_msgpack:
            _known_msgpack[kind] = msgspec.msgpack.Decoder(kind)
        return _known_msgpack[kind]
