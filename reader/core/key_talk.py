"""How an exchange about the note key stands, from all that is known of it. No clock, no disk, no keys.

What was said counts whatever the order it came in and however often: each laptop's first word of a kind, by
its own chain. So both laptops come to the same, and a restart loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, TypeVar

from sync.errors import SohopError
from sync.model.events import AskForKey, EndAsk, EndReason, GiveKey, HearAsk, OpenAsk
from sync.model.ids import DeviceId, EventId, PersonId, TenantId
from sync.trust.note_keys import check_opening

LIFE: Final = timedelta(minutes=10)
"""So long after the hub recorded an ask the key must be on its way, by the hub's time."""

Act = AskForKey | HearAsk | OpenAsk | GiveKey | EndAsk
A = TypeVar("A", bound=Act)


class Stage(StrEnum):
    """How far it has come."""

    ASKED = "asked"
    HEARD = "heard"
    """Another laptop's owner will compare."""
    OPENED = "opened"
    """Both show their digits."""
    GIVEN = "given"
    """The sealed key is on its way, or there."""
    ENDED = "ended"


class Ended(StrEnum):
    """Why nothing came of it."""

    CANCELLED = "cancelled"
    REFUSED = "refused"
    DIFFERENT = "different"
    EXPIRED = "expired"
    RESTORED = "restored"
    """The hub was put back from a backup meanwhile."""
    NEWER = "newer"
    """The same laptop has asked again."""
    GONE = "gone"
    """The laptop does not count any more, or its ask was refused."""
    ELSEWHERE = "elsewhere"
    """Another own laptop answers."""
    BROKEN = "broken"
    """What was opened is not what was committed to, or what was sealed can't be opened."""


_REASONS: Final = {
    EndReason.DIFFERENT: Ended.DIFFERENT,
    EndReason.REFUSED: Ended.REFUSED,
    EndReason.CANCELLED: Ended.CANCELLED,
}
"""Of several the first in this order is shown."""


@dataclass(frozen=True)
class Said:
    """One act. ``recorded`` by the hub's time; None while it waits on this laptop."""

    id: EventId
    device: DeviceId
    seq: int
    body: Act
    recorded: datetime | None = None


@dataclass(frozen=True)
class Ground:
    """What holds for all exchanges on this laptop now. ``stands``: whether a device may take part."""

    tenant: TenantId
    person: PersonId
    epoch: int
    now: datetime
    stands: Callable[[DeviceId], bool]


@dataclass(frozen=True)
class Talk:
    """One exchange. ``heard`` is the answer that counts: the one that was opened to, else the first."""

    ask: Said
    committed: bytes
    stage: Stage
    ended: Ended | None = None
    heard: Said | None = None
    opened: Said | None = None
    given: Said | None = None

    @property
    def until(self) -> datetime | None:
        """When it is over if nothing more happens."""
        return None if self.ask.recorded is None else self.ask.recorded + LIFE

    @property
    def nonces(self) -> tuple[bytes, bytes] | None:
        """The asking laptop's and the other's, once both are open."""
        asker = self.opened.body.nonce if self.opened and isinstance(self.opened.body, OpenAsk) else None
        helper = self.heard.body.nonce if self.heard and isinstance(self.heard.body, HearAsk) else None
        return None if asker is None or helper is None else (asker, helper)


def talks(said: Iterable[Said], ground: Ground) -> list[Talk]:
    """Every exchange that was ever begun, the newest first."""
    known = sorted({one.id: one for one in _least(said)}.values(), key=lambda one: (one.seq, one.id))
    asks = [(one, one.body) for one in known if isinstance(one.body, AskForKey)]
    found = [_talk(ask, body, known, ground) for ask, body in asks]
    return sorted(found, key=lambda talk: (_when(talk.ask), talk.ask.id), reverse=True)


def _talk(ask: Said, body: AskForKey, known: list[Said], ground: Ground) -> Talk:
    def of(kind: type[A]) -> list[tuple[Said, A]]:
        """Acts of this exchange by laptops that may take part, in time; each laptop's first."""
        first: dict[DeviceId, tuple[Said, A]] = {}
        for one in known:
            if not isinstance(one.body, kind) or _ask_of(one.body) != ask.id:
                continue
            if ground.stands(one.device) and _in_time(one, ask):
                first.setdefault(one.device, (one, one.body))
        return sorted(first.values(), key=lambda pair: (_when(pair[0]), pair[0].id))

    heard = [one for one, _ in of(HearAsk) if one.device != ask.device]
    opened = next(((one, act) for one, act in of(OpenAsk) if one.device == ask.device), None)
    chosen, ended = heard[0] if heard else None, None
    if opened is not None:
        chosen = next((one for one in heard if one.id == opened[1].heard), None)
        ended = _flaw(body, ask, opened[1], ground)
    given = None
    if opened is not None and chosen is not None:
        given = next(
            (one for one, act in of(GiveKey) if (one.device, act.opened) == (chosen.device, opened[0].id)),
            None,
        )
    reasons = {act.reason for _, act in of(EndAsk)}
    late = given is None or given.recorded is None
    ended = (
        (Ended.GONE if not ground.stands(ask.device) else None)
        or (Ended.RESTORED if body.epoch != ground.epoch else None)
        or next((said for reason, said in _REASONS.items() if reason in reasons), None)
        or (Ended.NEWER if _asked_again(ask, known) else None)
        or ended
        or (Ended.EXPIRED if late and ask.recorded and ground.now > ask.recorded + LIFE else None)
    )
    stage = (
        Stage.ENDED
        if ended is not None
        else Stage.GIVEN
        if given is not None
        else Stage.OPENED
        if opened is not None and chosen is not None
        else Stage.HEARD
        if chosen is not None
        else Stage.ASKED
    )
    return Talk(ask, body.commitment, stage, ended, chosen, opened[0] if opened else None, given)


def _flaw(body: AskForKey, ask: Said, act: OpenAsk, ground: Ground) -> Ended | None:
    try:
        check_opening(body.commitment, ground.tenant, ground.person, ask.device, act.nonce)
    except SohopError:
        return Ended.BROKEN
    return None


def _asked_again(ask: Said, known: list[Said]) -> bool:
    return any(
        isinstance(one.body, AskForKey) and one.device == ask.device and one.seq > ask.seq for one in known
    )


def _ask_of(body: Act) -> EventId | None:
    return None if isinstance(body, AskForKey) else body.ask


def _in_time(one: Said, ask: Said) -> bool:
    return one.recorded is None or ask.recorded is None or one.recorded <= ask.recorded + LIFE


def _when(one: Said) -> tuple[bool, datetime | None]:
    """By the hub's time, what waits here last."""
    return one.recorded is None, one.recorded


def _least(said: Iterable[Said]) -> list[Said]:
    """Of what is known twice the one that counts comes last: recorded, and at the earliest time."""
    return sorted(
        said, key=lambda one: (one.recorded is not None, -one.recorded.timestamp() if one.recorded else 0.0)
    )
