"""What the screens show of a person's laptops, and of the note key on its way between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.core.key_talk import Ended, Stage
from sync.model.ids import DeviceId, EventId


@dataclass(frozen=True)
class LaptopView:
    """A laptop in this person's name. ``name`` is what it calls itself: nobody has checked it."""

    device: DeviceId
    name: str
    since: datetime | None
    """When the hub says that it was enrolled; None for one that the root vouches for."""
    this: bool = False
    revoked: bool = False
    known: bool = False
    """The person has said that it is theirs."""
    votes: bool = False
    """Of several, the one that votes on what opens from now on."""


@dataclass(frozen=True)
class TalkView:
    """One exchange about the note key, as this laptop sees it."""

    ask: EventId
    other: LaptopView | None
    """The laptop at the other end, once there is one."""
    stage: Stage
    ended: Ended | None = None
    digits: str = ""
    """Six, from the moment when they are to be compared."""
    until: datetime | None = None
    """When it is over if nothing more happens; None before the hub has the ask."""
    same: bool = False
    """The owner has said here that they are the same."""


@dataclass(frozen=True)
class KeysView:
    """The note key and the laptops it belongs on."""

    laptops: tuple[LaptopView, ...] = ()
    temporary: bool = False
    """This laptop's key is its own only: what the others wrote can't be read here."""
    asking: TalkView | None = None
    """This laptop's own ask, until it is put away."""
    asked: tuple[TalkView, ...] = ()
    """Asks of the person's other laptops, the newest first."""
    mark: str = ""
    """Of this laptop's key, where the root signs it: whoever signs asks for it, for the hub could show them
    another key under the same name."""

    @property
    def strangers(self) -> tuple[LaptopView, ...]:
        """Those of which the person has not said that they are theirs."""
        return tuple(one for one in self.laptops if not one.known and not one.this)

    @property
    def others(self) -> tuple[LaptopView, ...]:
        """Those in use that could give the key, or could be given it."""
        return tuple(one for one in self.laptops if not one.this and not one.revoked)
