"""Which of the acts that a desk knows go into an archive. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.store.events import EventState, Known
from sync.model.annotation import Audience
from sync.model.conduct import PointAgenda, SpeakerAct
from sync.model.events import (
    Body,
    CastBallot,
    Closing,
    DropMark,
    DropOpinion,
    Event,
    PutMark,
    PutOpinion,
    PutSealedMark,
)
from sync.model.ids import EventId, ItemId
from sync.model.meeting import AgendaItem
from sync.model.opinion import OnDocument, OnItem, OnMark, OnOpinion, Opinion
from sync.model.review import ReturnPacket


@dataclass(frozen=True)
class Hidden:
    """Of what nothing goes in: ``items`` have restricted access in some version. Where something is hidden at
    all, so is what no version here has: a version that was recalled may have restricted it."""

    items: frozenset[ItemId] = frozenset()
    open: frozenset[str] | None = None
    """Items and documents that everybody may read in every version; None: nothing is hidden."""

    @classmethod
    def of(cls, items: Sequence[AgendaItem]) -> Hidden:
        """What is hidden when these are all items of all versions."""
        restricted = frozenset(item.id for item in items if item.access)
        told = [item for item in items if item.id not in restricted]
        documents = {document.id for item in told for document in item.documents}
        few = {document.id for item in items if item.id in restricted for document in item.documents}
        return cls(restricted, frozenset({*(item.id for item in told), *(documents - few)}))

    def hides(self, *about: str | None) -> bool:
        """Whether one of these is an item or a document of which nothing goes in; None is about nothing."""
        return self.open is not None and any(one not in self.open for one in about if one is not None)


@dataclass(frozen=True)
class Chosen:
    """``kept`` in the order of recording; ``left_out`` are recorded and not in it."""

    kept: tuple[Known, ...]
    left_out: tuple[EventId, ...]


def choose(known: Sequence[Known], hidden: Hidden) -> Chosen:
    """What a hub has recorded, without ballots (files of evidence have them), private notes, words that their
    author took back or wrote anew, and what is about something hidden, the desk's acts too."""
    recorded = [
        one
        for one in known
        if one.recorded is not None and one.state in (EventState.ACCEPTED, EventState.DELIVERED)
    ]
    bodies = [one.event.body for one in recorded if isinstance(one.event, Event)]
    unsaid = _taken_back(bodies) | _about(bodies, hidden)
    reworded = _reworded(recorded)
    shared = {_names(body) for body in bodies if isinstance(body, PutMark | PutOpinion)}
    kept: list[Known] = []
    left_out: list[EventId] = []
    for one in recorded:
        body = None if isinstance(one.event, Closing) else one.event.body
        if isinstance(body, CastBallot | PutSealedMark):
            continue
        if isinstance(body, DropMark) and body.id not in shared:
            continue  # the tombstone of a private mark
        withheld = isinstance(body, PutMark | PutOpinion) and (_names(body) in unsaid or _private(body))
        if withheld or one.id in reworded or (body is not None and _tells(body, hidden)):
            left_out.append(one.id)
            continue
        kept.append(one)
    return Chosen(tuple(kept), tuple(left_out))


def _names(body: PutMark | PutOpinion) -> str:
    return body.mark.id if isinstance(body, PutMark) else body.opinion.id


def _reworded(recorded: Iterable[Known]) -> set[EventId]:
    """Versions of marks and opinions that a later one of the same person replaces."""
    puts = [one for one in recorded if isinstance(one.event, Event)]
    whose = {one.id: one.event.person for one in puts if isinstance(one.event, Event)}
    found: set[EventId] = set()
    for one in puts:
        event = one.event
        if isinstance(event, Event) and isinstance(event.body, PutMark | PutOpinion):
            said = event.body.mark if isinstance(event.body, PutMark) else event.body.opinion
            found.update(EventId(each) for each in said.replaces if whose.get(EventId(each)) == event.person)
    return found


def _private(body: PutMark | PutOpinion) -> bool:
    return isinstance(body, PutMark) and body.mark.audience is Audience.PRIVATE


def _taken_back(bodies: Iterable[Body]) -> set[str]:
    return {body.id for body in bodies if isinstance(body, DropMark | DropOpinion)}


def _about(bodies: Sequence[Body], hidden: Hidden) -> set[str]:
    """Marks on something hidden, opinions about it, and the replies to these."""
    found: set[str] = {
        body.mark.id for body in bodies if isinstance(body, PutMark) and hidden.hides(body.mark.document)
    }
    opinions = [body.opinion for body in bodies if isinstance(body, PutOpinion)]
    found.update(str(one.id) for one in opinions if _of_hidden(one, hidden))
    replies = {str(one.id) for one in opinions if _replies_to(one) in found}
    return found | replies


def _of_hidden(opinion: Opinion, hidden: Hidden) -> bool:
    match opinion.about:
        case OnItem(item=item):
            return hidden.hides(item)
        case OnDocument(document=document):
            return hidden.hides(document)
        case _:
            return False


def _tells(body: Body, hidden: Hidden) -> bool:
    """Whether an act of the desk is about something hidden: who spoke on it, what an approver said of it.
    A remark about the whole may be about anything."""
    if isinstance(body, PointAgenda):
        return hidden.hides(body.item, body.document)
    if isinstance(body, SpeakerAct):
        return hidden.hides(body.item)
    return isinstance(body, ReturnPacket) and hidden.hides(*(remark.about for remark in body.remarks))


def _replies_to(opinion: Opinion) -> str:
    match opinion.about:
        case OnMark(mark=mark):
            return mark
        case OnOpinion(opinion=other):
            return other
        case _:
            return ""
