"""A document as a zstd patch (RFC 8878) against an older one, which is the frame's raw-content dictionary.

It is what ``zstd --patch-from`` makes. Nobody signs a patch: what comes of it counts only by its SHA-256.
"""

from __future__ import annotations

from backports import zstd

from sync.errors import Code, SohopError
from sync.model.meeting import Chunk
from sync.wire.codec import digest

PIECE = 16 * 1024
"""Bytes of a patch that are fetched as one chunk."""
MAX_PATCHED = 64 * 1024 * 1024
"""The longest document, old or new, that is patched: both are whole in memory."""

_LEVELS = ((8 * 2**20, 19), (64 * 2**20, 12), (2 * MAX_PATCHED, 9))
"""Up to so many bytes of both documents, this level: each takes a second or two at its upper end."""
_SHORTEST_DICTIONARY = 8

_Options = zstd.CompressionParameter


def make(base: bytes, target: bytes) -> bytes:
    """The patch that turns ``base`` into ``target``. Raises ``SohopError(TOO_LARGE)``."""
    if max(len(base), len(target)) > MAX_PATCHED:
        raise SohopError(Code.TOO_LARGE)
    both = len(base) + len(target)
    options = {
        int(_Options.compression_level): next(level for most, level in _LEVELS if both <= most),
        int(_Options.window_log): _window_log(both),
        # Finds what moved, however far: the level's own search looks only so far back.
        int(_Options.enable_long_distance_matching): 1,
        int(_Options.content_size_flag): 1,
    }
    return zstd.compress(target, options=options, zstd_dict=_dictionary(base))


def apply(base: bytes, patch: bytes, size: int) -> bytes:
    """The ``size`` bytes that the patch makes of ``base``; their SHA-256 is still to be checked.

    Takes no more memory than a few times ``size``, whatever the patch claims. Raises
    ``SohopError(TOO_LARGE)`` for a patch that says it is longer than that or a document too long to be
    patched, ``MALFORMED`` for any other that does not make exactly that.
    """
    if max(len(base), size) > MAX_PATCHED:
        raise SohopError(Code.TOO_LARGE)
    try:
        # Believed only as an upper bound: a frame that gives more or less than it says is an error to zstd.
        claimed = zstd.get_frame_info(patch).decompressed_size
        if claimed is not None and claimed > size:
            raise SohopError(Code.TOO_LARGE)
        if claimed != size:
            raise SohopError(Code.MALFORMED)
        options = {int(zstd.DecompressionParameter.window_log_max): _window_log(len(base) + size)}
        decompressor = zstd.ZstdDecompressor(zstd_dict=_dictionary(base), options=options)
        target = decompressor.decompress(patch, max_length=size + 1)
    except zstd.ZstdError as error:
        raise SohopError(Code.MALFORMED) from error
    if len(target) != size or not decompressor.eof or decompressor.unused_data:
        raise SohopError(Code.MALFORMED)
    return target


def cut_patch(patch: bytes) -> list[tuple[Chunk, bytes]]:
    """The patch in pieces of ``PIECE`` bytes, each with its digest; the last may be shorter."""
    cut = (patch[start : start + PIECE] for start in range(0, len(patch), PIECE))
    return [(Chunk(digest(piece), len(piece)), piece) for piece in cut]


def _window_log(both: int) -> int:
    """The smallest window (as a power of two) in which the whole of both documents can be referred to."""
    return max(10, both.bit_length())


def _dictionary(base: bytes) -> tuple[zstd.ZstdDict, int] | None:
    """``base`` as a prefix; None when it is too short to be one."""
    if len(base) < _SHORTEST_DICTIONARY:
        return None
    return zstd.ZstdDict(base, is_raw=True).as_prefix
