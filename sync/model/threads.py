"""Which opinions stand and who attends: functions of a meeting's facts, whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from sync.model.conduct import After, PutAttendance
from sync.model.events import CheckIn, DropOpinion, PutOpinion
from sync.model.facts import Fact, Standing
from sync.model.ids import EventId, OpinionId, PersonId
from sync.model.opinion import Opinion
from sync.model.words import Words, said_at


@dataclass(frozen=True)
class OpinionFact:
    """A version of an opinion that stands, with who said it."""

    opinion: Opinion
    person: PersonId
    event: EventId
    at: datetime
    recorded: datetime | None
    standing: Standing
    refusal: str = ""
    """The code of a refused one."""


@dataclass(frozen=True)
class CheckInFact:
    """Whether one person attends, as last said."""

    check_in: CheckIn | PutAttendance
    person: PersonId
    by: PersonId
    """Who said so: that person, or the desk."""
    event: EventId
    at: datetime
    """When it was said."""
    standing: Standing
    known: After = field(default_factory=dict)
    """What the next word comes after."""


def standing_opinions(facts: Iterable[Fact]) -> list[OpinionFact]:
    """Versions that no later one replaces and no tombstone ends; concurrent ones all stay.

    A refused version replaces nothing, but stands itself: its words are nowhere else. A tombstone ends it
    even when refused, for it is only its author who sees it.
    """
    puts: list[OpinionFact] = []
    replaced: set[tuple[PersonId, EventId]] = set()
    ended: set[tuple[PersonId, OpinionId]] = set()
    let_go: set[tuple[PersonId, OpinionId]] = set()
    for fact in facts:
        if fact.event is None:
            continue
        event, refused = fact.event, fact.standing is Standing.REFUSED
        if isinstance(event.body, PutOpinion):
            opinion = event.body.opinion
            puts.append(
                OpinionFact(
                    opinion, event.person, fact.id, event.at, fact.recorded, fact.standing, fact.refusal
                )
            )
            # A new version of a refused one is as good as a new opinion.
            if not refused:
                replaced.update((event.person, earlier) for earlier in opinion.replaces)
        elif isinstance(event.body, DropOpinion):
            (let_go if refused else ended).add((event.person, event.body.id))
    standing = [
        put
        for put in puts
        if (put.person, put.event) not in replaced
        and (put.person, put.opinion.id) not in ended
        and not (put.standing is Standing.REFUSED and (put.person, put.opinion.id) in let_go)
    ]
    return sorted(standing, key=arrival)


def check_ins(facts: Iterable[Fact]) -> dict[PersonId, CheckInFact]:
    """What holds of each person, their own word or the desk's."""
    words: dict[PersonId, Words[CheckInFact]] = defaultdict(Words)
    for fact in facts:
        event = fact.event
        if event is None or fact.standing is Standing.REFUSED:
            continue
        body = event.body
        if isinstance(body, CheckIn | PutAttendance):
            person = body.person if isinstance(body, PutAttendance) else event.person
            said = CheckInFact(body, person, event.person, fact.id, said_at(fact, body), fact.standing)
            words[person].hear(fact, event, body, said)
    return {
        person: replace(held, known=several.known)
        for person, several in words.items()
        if (held := several.holds) is not None
    }


def arrival(fact: OpinionFact) -> tuple[bool, datetime, EventId]:
    """Sort key: in the order in which the hub recorded them; those that wait come last."""
    return (fact.recorded is None, fact.recorded or fact.at, fact.event)
