"""What the screens show of a stick, and of what was written to it or taken from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sync.errors import Code, SohopError
from sync.model.ids import DeviceId


class Kind(StrEnum):
    """Which way a bundle goes."""

    OUT = "out"
    """From the office to laptops."""
    HOME = "home"
    """From a laptop to the office."""


@dataclass(frozen=True)
class Trouble:
    """One thing that did not go as it should, with its sentence's fields."""

    code: Code
    fields: Mapping[str, str | int]

    @classmethod
    def of(cls, error: SohopError) -> Trouble:
        """Of an error."""
        return cls(error.code, dict(error.fields))

    def sentence(self, language: str) -> str:
        """The catalogue's."""
        return SohopError(self.code, **self.fields).sentence(language)


@dataclass(frozen=True)
class StickFile:
    """One bundle as its open head tells it; nobody has checked that. ``code``: why it will not do."""

    name: str
    size: int
    kind: Kind | None = None
    office: str = ""
    made: datetime | None = None
    devices: int = 0
    part: int = 1
    parts: int = 1
    mine: bool = False
    """For this laptop, or written by it."""
    room: str | None = None
    """The room hub that made it, as the roster calls it, empty for one that it does not name; None for the
    office's hub and for a laptop."""
    code: Code | None = None


@dataclass(frozen=True)
class StickView:
    """What is on a stick, oldest first."""

    place: str
    files: tuple[StickFile, ...] = ()

    @property
    def for_us(self) -> bool:
        """Whether there is a whole bundle for this laptop."""
        return any(one.kind is Kind.OUT and one.mine and one.code is None for one in self.files)

    @property
    def to_carry(self) -> int:
        """Whole bundles that other laptops wrote for the office."""
        return sum(one.kind is Kind.HOME and one.code is None for one in self.files)


@dataclass(frozen=True)
class Written:
    """What was written to a stick: ``acts`` of this laptop's, or for ``devices``; ``size`` in bytes."""

    folder: str
    files: int
    size: int
    acts: int = 0
    devices: int = 0
    resumed: bool = False
    """It goes on with a copy that was cut before."""
    room: str = ""
    """The room hub that made its letters; empty for the office's hub."""
    beside: str | None = None
    """The room hub whose own part for the office was written, too, as the roster calls it."""
    troubles: tuple[Trouble, ...] = ()
    """Why that was not."""


@dataclass(frozen=True)
class Brought:
    """What a hub said of one laptop's homeward bundle that was brought to it."""

    device: DeviceId
    name: str
    """Whose laptop it is, as far as it is known here."""
    recorded: int
    refused: int
    waiting: int
    carried: int = 0
    """Taken along to the hub that records them."""
    room: str | None = None
    """The room hub that took it, as the roster calls it; None for the office's hub."""
    receipts: bool = True
    """They are on the stick; a room hub wants none."""


@dataclass(frozen=True)
class Took:
    """What came of a stick. ``bundles`` were opened; ``confirmed`` own acts got their receipts; ``in_room``
    ones are at a room hub for the time being, ``on_way`` ones at the office for a room hub; ``received`` acts
    of others; ``versions`` are the titles of meetings with a new packet; ``size`` bytes of documents."""

    bundles: int = 0
    confirmed: int = 0
    in_room: int = 0
    on_way: int = 0
    received: int = 0
    versions: tuple[str, ...] = ()
    recalled: tuple[str, ...] = ()
    size: int = 0
    brought: tuple[Brought, ...] = ()
    stopped: bool = False
    troubles: tuple[Trouble, ...] = ()
