"""Where a meeting is and who speaks: functions of its facts, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sync.model.conduct import (
    AddSpeaker,
    After,
    BeginSpeaking,
    DropSpeaker,
    EndSpeaking,
    GiveTime,
    OrderSpeakers,
    PointAgenda,
    TurnId,
)
from sync.model.events import Event
from sync.model.facts import Fact, Standing
from sync.model.ids import EventId, ItemId, PersonId
from sync.model.words import Words, said_at

Rank = tuple[bool, datetime, int, EventId]


@dataclass(frozen=True)
class PointFact:
    """Where the meeting is, since when, and who said so."""

    point: PointAgenda
    person: PersonId
    at: datetime
    event: EventId
    standing: Standing
    known: After = field(default_factory=dict)
    """What the next word comes after."""


@dataclass(frozen=True)
class TurnFact:
    """One turn to speak. ``added`` is None for one that was asked for by an opinion."""

    turn: TurnId
    item: ItemId
    person: PersonId | None
    name: str
    added: datetime | None = None
    began: datetime | None = None
    ended: datetime | None = None
    allowed: int = 0
    """Seconds, with what was given later."""
    dropped: bool = False
    waits: bool = False
    """Some of it is still to be sent from here."""

    @property
    def speaks(self) -> bool:
        """It has begun and has not ended."""
        return self.began is not None and self.ended is None


@dataclass(frozen=True)
class Sitting:
    """What the acts of the desk come to."""

    point: PointFact | None = None
    turns: tuple[TurnFact, ...] = ()
    """Those that were added or have begun, in the order in which they came."""
    gone: frozenset[TurnId] = frozenset()
    """Taken off the list before they began, also of those that were asked for by an opinion."""
    order: dict[ItemId, tuple[TurnId, ...]] = field(default_factory=dict)
    """How those who wait were put last, by item; some may have spoken since."""
    ordered: dict[ItemId, tuple[datetime, After]] = field(default_factory=dict)
    """When that was said, and what the next word comes after."""

    @property
    def speaking(self) -> TurnFact | None:
        """Who has the word."""
        return next((turn for turn in self.turns if turn.speaks), None)


def sitting(facts: Iterable[Fact]) -> Sitting:
    """Refused acts change nothing; of pointers and orders the ``words`` hold that were said last.

    A turn begins once, the first time by the desk's time; it ends when somebody says so or the next begins,
    whichever is earlier. So two laptops that were cut off from one another come to the same.
    """
    made = _Folding()
    for fact in facts:
        if fact.event is not None and fact.standing is not Standing.REFUSED:
            made.take(fact, fact.event)
    return made.done()


def rank(fact: Fact, event: Event) -> Rank:
    """What arrives at the hub later has a greater one. Of two recorded in one moment: the later one of the
    same device, else the greater id."""
    return (fact.recorded is None, fact.recorded or event.at, event.seq, fact.id)


class _Folding:
    def __init__(self) -> None:
        self._point: Words[PointFact] = Words()
        self._adds: dict[TurnId, tuple[Rank, AddSpeaker]] = {}
        self._begins: dict[TurnId, tuple[datetime, EventId, BeginSpeaking]] = {}
        self._ends: dict[TurnId, datetime] = {}
        self._more: dict[TurnId, dict[EventId, int]] = {}
        self._gone: set[TurnId] = set()
        self._orders: dict[ItemId, Words[tuple[OrderSpeakers, datetime]]] = defaultdict(Words)
        self._waits: set[TurnId] = set()

    def take(self, fact: Fact, event: Event) -> None:
        body = event.body
        match body:
            case PointAgenda():
                at = said_at(fact, body)
                point = PointFact(body, event.person, at, fact.id, fact.standing)
                self._point.hear(fact, event, body, point)
                return
            case OrderSpeakers():
                self._orders[body.item].hear(fact, event, body, (body, said_at(fact, body)))
                return
            case AddSpeaker():
                arrived = rank(fact, event)
                if body.turn not in self._adds or arrived < self._adds[body.turn][0]:
                    self._adds[body.turn] = (arrived, body)
            case BeginSpeaking():
                first = self._begins.get(body.turn)
                if first is None or (body.at, fact.id) < first[:2]:
                    self._begins[body.turn] = (body.at, fact.id, body)
            case GiveTime():
                self._more.setdefault(body.turn, {})[fact.id] = body.seconds
            case EndSpeaking():
                self._ends[body.turn] = min(body.at, self._ends.get(body.turn, body.at))
            case DropSpeaker():
                self._gone.add(body.turn)
            case _:
                return
        if fact.standing is Standing.PENDING:
            self._waits.add(body.turn)

    def done(self) -> Sitting:
        spoken = sorted(self._begins.values(), key=lambda one: one[:2])
        following = [*(at for at, _, _ in spoken[1:]), None][: len(spoken)]
        turns = [
            self._turn(begun.turn, begun, then) for (_, _, begun), then in zip(spoken, following, strict=True)
        ]
        added = sorted(self._adds.items(), key=lambda one: one[1][0])
        turns += [self._turn(turn, None, None) for turn, _ in added if turn not in self._begins]
        held = {item: several.holds for item, several in self._orders.items()}
        orders = {item: order for item, order in held.items() if order is not None}
        point = self._point.holds
        return Sitting(
            point=None if point is None else replace(point, known=self._point.known),
            turns=tuple(turns),
            gone=frozenset(self._gone - self._begins.keys()),
            order={item: order.turns for item, (order, _) in orders.items()},
            ordered={item: (at, self._orders[item].known) for item, (_, at) in orders.items()},
        )

    def _turn(self, turn: TurnId, begun: BeginSpeaking | None, following: datetime | None) -> TurnFact:
        added = self._adds.get(turn)
        named = begun if begun is not None else added[1] if added is not None else None
        assert named is not None
        ends = [one for one in (self._ends.get(turn), following) if one is not None]
        return TurnFact(
            turn=turn,
            item=named.item,
            person=named.person,
            name=named.name,
            added=None if added is None else added[0][1],
            began=None if begun is None else begun.at,
            ended=max(begun.at, min(ends)) if begun is not None and ends else None,
            allowed=0 if begun is None else begun.allowed + sum(self._more.get(turn, {}).values()),
            dropped=begun is None and turn in self._gone,
            waits=turn in self._waits,
        )
