"""Ending long work that nobody waits for any more."""

from __future__ import annotations

from collections.abc import Callable


class StoppedError(Exception):
    """It is not wanted any more."""


def go_on(stopped: Callable[[], bool]) -> None:
    """Raise ``StoppedError`` once ``stopped`` says so."""
    if stopped():
        raise StoppedError
