"""What the screens show of opinions, replies and who attends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from reader.core.line_views import ONLY_HERE, Passage, Trip
from sync.errors import Code
from sync.model.annotation import Audience
from sync.model.ids import DocumentId, ItemId, MarkId, OpinionId, PersonId
from sync.model.opinion import Answer, Attendance, OpinionKind


@dataclass(frozen=True)
class OpinionView:
    """One opinion with the replies to it, or one reply."""

    id: OpinionId
    kind: OpinionKind
    audience: Audience
    text: str
    at: datetime
    """When the hub recorded it; before that, when it was written."""
    mine: bool
    author: str
    trip: Trip
    answer: Answer | None = None
    """What the desk says with this reply."""
    refusal: Code | None = None
    item: ItemId | None = None
    """The agenda item that it is about, also when it is about a document of it; None where that is gone."""
    document: DocumentId | None = None
    clause: str = ""
    replies: tuple[OpinionView, ...] = ()
    passage: Passage = ONLY_HERE
    """Of one that waits for its receipt."""

    @property
    def answered(self) -> OpinionView | None:
        """The desk's last answer."""
        return last_answer(self.replies)


@dataclass(frozen=True)
class CheckInView:
    """Whether one person attends."""

    person: PersonId
    name: str
    state: Attendance
    reason: str
    proxy: str
    at: datetime
    trip: Trip
    by: str = ""
    """Who wrote it, where that was the desk."""
    passage: Passage = ONLY_HERE
    """Of one that waits for its receipt."""


@dataclass(frozen=True)
class SaidView:
    """What is said in a meeting, as far as this person may read it."""

    opinions: tuple[OpinionView, ...] = ()
    """In order of arrival."""
    replies: Mapping[MarkId, tuple[OpinionView, ...]] = field(default_factory=dict)
    """To shared marks, in order of arrival."""
    check_in: CheckInView | None = None
    """This person's own."""
    check_ins: tuple[CheckInView, ...] = ()
    """Everybody's, for the desk, by given name."""
    can_ask: bool = False
    """This person may put questions: a delegate."""
    attends: bool = False
    """This person is expected, and checks in."""


def last_answer(replies: tuple[OpinionView, ...]) -> OpinionView | None:
    """The desk's newest answer among these; what was refused is none."""
    answers = [one for one in replies if one.answer is not None and one.trip is not Trip.REFUSED]
    return answers[-1] if answers else None
