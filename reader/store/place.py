"""A place in a document, as it is kept.

Apart from ``settings``: what screens are handed has one, and the one that asks for the passphrase must not
wait for the database's library.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct


class Fit(StrEnum):
    """What decides the size of a page."""

    TEXT = "text"
    WIDTH = "width"
    PAGE = "page"
    FACTOR = "factor"


class Flow(StrEnum):
    """How pages follow one another."""

    CONTINUOUS = "continuous"
    SINGLE = "single"
    """One page on the screen at a time."""
    FACING = "facing"
    """Two side by side: the first with the second."""
    BOOK = "book"
    """Two side by side, the first alone, as in a bound book."""


class Place(Struct, frozen=True, kw_only=True):
    """Where a person is in a document, and how they look at it. ``page`` counts from 0; ``offset`` is the
    share of the page above the window's top edge, ``across`` the share of all the width that lies left of the
    window's middle; ``zoom`` is a factor of 100 % and counts only with
    ``Fit.FACTOR``; ``turn`` counts quarter turns clockwise."""

    page: Annotated[int, Meta(ge=0)] = 0
    offset: float = 0.0
    across: float = 0.5
    fit: Fit = Fit.TEXT
    zoom: float = 1.0
    flow: Flow = Flow.CONTINUOUS
    turn: Annotated[int, Meta(ge=0, le=3)] = 0
