"""Opening, ending, closing and annulling a motion: these acts as a laptop knows them, also refused ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sync.model.events import AnnulMotion, CloseMotion, EndVoting, OpenMotion
from sync.model.facts import Fact, Standing
from sync.model.ids import EventId, MotionId, PersonId

RunAct = OpenMotion | EndVoting | CloseMotion | AnnulMotion


@dataclass(frozen=True)
class RunFact:
    """One such act. ``seq`` is its place in its device's chain, ``refusal`` the code of a refused one."""

    id: EventId
    act: RunAct
    person: PersonId
    seq: int
    standing: Standing
    refusal: str = ""


def runs(facts: Iterable[Fact]) -> dict[MotionId, list[RunFact]]:
    """All such acts by motion, in the order of their chains."""
    found: dict[MotionId, list[RunFact]] = {}
    for fact in facts:
        event = fact.event
        if event is not None and isinstance(event.body, RunAct):
            found.setdefault(event.body.motion, []).append(
                RunFact(fact.id, event.body, event.person, event.seq, fact.standing, fact.refusal)
            )
    for several in found.values():
        several.sort(key=lambda one: (one.seq, one.id))
    return found
