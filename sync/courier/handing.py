"""Homeward bundles on a stick, handed to the hub one by one; its answers put beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sync.courier.stick import Found, put_whole, stick_errors, usable
from sync.errors import Code, SohopError
from sync.wire.bundle import Way
from sync.wire.letters import MAX_HOMEWARD, BundleTaken

_FOR_ALL = frozenset({Code.OFFLINE, Code.TIMEOUT, Code.NOT_A_HUB, Code.STICK_GONE, Code.STICK_FULL})
"""After these the next bundle would fare no better."""


def hand_in(
    found: Sequence[Found], bring: Callable[[bytes], BundleTaken]
) -> Iterator[tuple[Found, BundleTaken | SohopError]]:
    """Each homeward bundle with what the hub said of it, or why it was not taken.

    A file goes once the hub has answered, durably, and its answer is on the stick: the laptop that wrote it
    keeps all of it until its receipts come, and a room hub says it again where there is a line.
    """
    for one, *_ in usable(found, Way.HOME):
        try:
            yield one, _hand(one, bring)
        except SohopError as error:
            yield one, error
            if error.code in _FOR_ALL:
                return


def _hand(one: Found, bring: Callable[[bytes], BundleTaken]) -> BundleTaken:
    if one.length > MAX_HOMEWARD:
        raise SohopError(Code.TOO_LARGE)
    with stick_errors():
        data = one.path.read_bytes()
    taken = bring(data)
    if taken.answer:
        put_whole(one.path.parent, taken.answer)
    with stick_errors():
        one.path.unlink()
    return taken
