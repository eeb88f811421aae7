"""Which of the acts that a desk knows go into an archive. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.store.events import EventState, Known
from sync.model.annotation import Audience
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
from sync.model.ids import DocumentId, EventId, ItemId
from sync.model.meeting import AgendaItem
from sync.model.opinion import OnDocument, OnItem, OnMark, OnOpinion, Opinion


@dataclass(frozen=True)
class Hidden:
    """What has restricted access in any version, and its documents: nothing that is said of it goes in."""

    items: frozenset[ItemId] = frozenset()
    documents: frozenset[DocumentId] = frozenset()

    @classmethod
    def of(cls, items: Iterable[AgendaItem]) -> Hidden:
        """Those among these with restricted access."""
        found = [item for item in items if item.access]
        return cls(
            frozenset(item.id for item in found),
            frozenset(document.id for item in found for document in item.documents),
        )


@dataclass(frozen=True)
class Chosen:
    """``kept`` in the order of recording; ``left_out`` are recorded and not in it."""

    kept: tuple[Known, ...]
    left_out: tuple[EventId, ...]


def choose(known: Sequence[Known], hidden: Hidden) -> Chosen:
    """What a hub has recorded, without ballots (files of evidence have them), private notes, words that their
    author took back, and what is about something hidden."""
    recorded = [
        one
        for one in known
        if one.recorded is not None and one.state in (EventState.ACCEPTED, EventState.DELIVERED)
    ]
    bodies = [one.event.body for one in recorded if isinstance(one.event, Event)]
    unsaid = _taken_back(bodies) | _about(bodies, hidden)
    shared = {_names(body) for body in bodies if isinstance(body, PutMark | PutOpinion)}
    kept: list[Known] = []
    left_out: list[EventId] = []
    for one in recorded:
        body = None if isinstance(one.event, Closing) else one.event.body
        if isinstance(body, CastBallot | PutSealedMark):
            continue
        if isinstance(body, DropMark) and body.id not in shared:
            continue  # the tombstone of a private mark
        if isinstance(body, PutMark | PutOpinion) and (_names(body) in unsaid or _private(body)):
            left_out.append(one.id)
            continue
        kept.append(one)
    return Chosen(tuple(kept), tuple(left_out))


def _names(body: PutMark | PutOpinion) -> str:
    return body.mark.id if isinstance(body, PutMark) else body.opinion.id


def _private(body: PutMark | PutOpinion) -> bool:
    return isinstance(body, PutMark) and body.mark.audience is Audience.PRIVATE


def _taken_back(bodies: Iterable[Body]) -> set[str]:
    return {body.id for body in bodies if isinstance(body, DropMark | DropOpinion)}


def _about(bodies: Sequence[Body], hidden: Hidden) -> set[str]:
    """Marks on something hidden, opinions about it, and the replies to these."""
    found: set[str] = {
        body.mark.id
        for body in bodies
        if isinstance(body, PutMark) and body.mark.document in hidden.documents
    }
    opinions = [body.opinion for body in bodies if isinstance(body, PutOpinion)]
    found.update(str(one.id) for one in opinions if _of_hidden(one, hidden))
    replies = {str(one.id) for one in opinions if _replies_to(one) in found}
    return found | replies


def _of_hidden(opinion: Opinion, hidden: Hidden) -> bool:
    match opinion.about:
        case OnItem(item=item):
            return item in hidden.items
        case OnDocument(document=document):
            return document in hidden.documents
        case _:
            return False


def _replies_to(opinion: Opinion) -> str:
    match opinion.about:
        case OnMark(mark=mark):
            return mark
        case OnOpinion(opinion=other):
            return other
        case _:
            return ""
