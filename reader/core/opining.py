"""Opinions, replies and check-ins: durable before the screen says so, and who may read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from reader.core import attending
from reader.core.book import Book
from reader.core.line_views import ONLY_HERE, Passage, Trip
from reader.core.opinion_views import CheckInView, OpinionView, SaidView
from reader.core.passing import Passages
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.annotation import Audience
from sync.model.events import Body, CheckIn, DropOpinion, PutOpinion
from sync.model.ids import DocumentId, EventId, ItemId, MarkId, MeetingId, OpinionId, PersonId, new_id
from sync.model.names import given_name_key
from sync.model.opinion import (
    About,
    Answer,
    Attendance,
    OnDocument,
    OnItem,
    OnMark,
    OnOpinion,
    Opinion,
    OpinionKind,
)
from sync.model.people import Role, names_of
from sync.model.projection import Projection, Standing
from sync.model.threads import CheckInFact, OpinionFact
from sync.trust.opinions import check_opinion
from sync.wire.codec import decode_payload, encode_payload

_TRIPS = {Standing.PENDING: Trip.WAITING, Standing.REFUSED: Trip.REFUSED}


def put(
    book: Book,
    meeting: MeetingId,
    *,
    kind: OpinionKind,
    about: About,
    audience: Audience,
    text: str = "",
    answer: Answer | None = None,
    opinion: OpinionId | None = None,
    known: Projection | None = None,
) -> OpinionId:
    """Say something, or say ``opinion`` anew. ``known``: the meeting as it stands, where it is at hand.

    Raises ``SohopError(DISK_FULL | MALFORMED | NOT_PERMITTED)``; then nothing was written.
    """
    identity = opinion or OpinionId(new_id("o"))
    replaces: tuple[EventId, ...] = ()
    if opinion:
        replaces = tuple(fact.event for fact in _standing(book, known or book.project(meeting), opinion))
    try:
        made = Opinion(
            id=identity,
            kind=kind,
            about=about,
            audience=audience,
            text=text.strip(),
            answer=answer,
            replaces=replaces,
        )
    except ValueError as error:
        raise SohopError(Code.MALFORMED) from error
    check_opinion(made, book.identity.roles)
    _act(book, meeting, PutOpinion(opinion=made))
    return identity


def reply(
    book: Book,
    meeting: MeetingId,
    to: OpinionId | MarkId,
    text: str,
    *,
    on_mark: bool,
    answer: Answer | None = None,
    opinion: OpinionId | None = None,
    known: Projection | None = None,
) -> OpinionId:
    """Reply to a shared mark or an opinion; those who read that read the reply. ``known`` as for ``put``.

    Raises ``SohopError``: ``THREAD_ENDED`` when it does not stand here any more; as ``put`` does.
    """
    about = OnMark(mark=MarkId(to)) if on_mark else OnOpinion(opinion=OpinionId(to))
    known = known or book.project(meeting)
    audience = _audience(known, to, on_mark=on_mark)
    return put(
        book,
        meeting,
        kind=OpinionKind.REPLY,
        about=about,
        audience=audience,
        text=text,
        answer=answer,
        opinion=opinion,
        known=known,
    )


def drop(book: Book, meeting: MeetingId, opinion: OpinionId) -> tuple[Opinion, ...]:
    """Delete an opinion of one's own; gives back what stood, for ``restore``."""
    gone = tuple(fact.opinion for fact in _standing(book, book.project(meeting), opinion))
    book.act(meeting, DropOpinion(id=opinion))
    return gone


def restore(book: Book, meeting: MeetingId, gone: Iterable[Opinion]) -> tuple[OpinionId, ...]:
    """Undo a deletion: the same words under a fresh id, because a tombstone is for ever. The replies to the
    old one do not come back."""
    made = []
    for one in gone:
        copy = msgspec.structs.replace(one, id=OpinionId(new_id("o")), replaces=())
        _act(book, meeting, PutOpinion(opinion=copy))
        made.append(copy.id)
    return tuple(made)


def check_in(
    book: Book, meeting: MeetingId, state: Attendance, *, reason: str = "", proxy: str = ""
) -> EventId:
    """Say whether one attends; the last word holds.

    Raises ``SohopError(MALFORMED)`` for an absence without a reason and a proxy without a name;
    ``DISK_FULL``. Then nothing was written.
    """
    at, after = attending.said_after(book, meeting, book.identity.person)
    try:
        body = CheckIn(state=state, at=at, after=after, reason=reason.strip(), proxy=proxy.strip())
    except ValueError as error:
        raise SohopError(Code.MALFORMED) from error
    return _act(book, meeting, body)


def said(book: Book, stored: StoredPacket, projection: Projection, names: dict[str, str]) -> SaidView:
    """Threads and check-ins as screens show them. ``names`` by person id."""
    reading = _Reading(book.identity.person, stored, names, Passages(book))
    roots: list[OpinionFact] = []
    on_marks: dict[MarkId, list[OpinionView]] = defaultdict(list)
    on_opinions: dict[OpinionId, list[OpinionView]] = defaultdict(list)
    for fact in projection.opinions:
        match fact.opinion.about:
            case OnMark() as about:
                on_marks[about.mark].append(reading.opinion(fact))
            case OnOpinion() as about:
                on_opinions[about.opinion].append(reading.opinion(fact))
            case _:
                roots.append(fact)
    mine = projection.check_ins.get(book.identity.person)
    everybody = [reading.check_in(fact) for fact in projection.check_ins.values()]
    return SaidView(
        opinions=tuple(reading.opinion(root, tuple(on_opinions[root.opinion.id])) for root in roots),
        replies={mark: tuple(replies) for mark, replies in on_marks.items()},
        check_in=None if mine is None else reading.check_in(mine),
        check_ins=tuple(sorted(everybody, key=lambda one: (given_name_key(one.name), one.person))),
        can_ask=Role.DELEGATE in book.identity.roles,
        attends=book.identity.person in {*stored.manifest.readers, *names_of(stored.manifest.roll)},
    )


def names(book: Book, stored: StoredPacket) -> dict[str, str]:
    """Everybody of this meeting whom this laptop knows by name."""
    roster = book.vault.trust.read_roster()
    known = {str(cert.person): cert.name for cert in roster.office} if roster else {}
    known.update((str(person), name) for person, name in names_of(stored.manifest.roll).items())
    known.update((str(one.person), one.name) for one in book.vault.trust.people())
    known[book.identity.person] = book.identity.person_name
    return known


class _Reading:
    """Turns facts into views, for one person and packet."""

    def __init__(self, me: PersonId, stored: StoredPacket, names: dict[str, str], passages: Passages) -> None:
        self._me = me
        self._passages = passages
        self._names = names
        self._items = {document.id: item.id for item in stored.items for document in item.documents}
        self._known = {item.id for item in stored.items}

    def opinion(self, fact: OpinionFact, replies: tuple[OpinionView, ...] = ()) -> OpinionView:
        about = fact.opinion.about
        item: ItemId | None = None
        document: DocumentId | None = None
        clause = ""
        if isinstance(about, OnItem):
            item = about.item if about.item in self._known else None
        elif isinstance(about, OnDocument):
            item, document, clause = self._items.get(about.document), about.document, about.clause
        return OpinionView(
            id=fact.opinion.id,
            kind=fact.opinion.kind,
            audience=fact.opinion.audience,
            text=fact.opinion.text,
            at=fact.recorded or fact.at,
            mine=fact.person == self._me,
            author=self._name(fact.person),
            trip=_TRIPS.get(fact.standing, Trip.SENT),
            answer=fact.opinion.answer,
            refusal=Code(fact.refusal) if fact.refusal else None,
            item=item,
            document=document,
            clause=clause,
            replies=replies,
            passage=self._passage(fact.event, fact.standing),
        )

    def check_in(self, fact: CheckInFact) -> CheckInView:
        return CheckInView(
            person=fact.person,
            name=self._name(fact.person),
            state=fact.check_in.state,
            reason=fact.check_in.reason,
            proxy=fact.check_in.proxy,
            at=fact.at,
            trip=_TRIPS.get(fact.standing, Trip.SENT),
            by=self._name(fact.by) if fact.by != fact.person else "",
            passage=self._passage(fact.event, fact.standing),
        )

    def _passage(self, event: EventId, standing: Standing) -> Passage:
        return self._passages.of(event) if standing is Standing.PENDING else ONLY_HERE

    def _name(self, person: PersonId) -> str:
        return self._names.get(person, person)


def _act(book: Book, meeting: MeetingId, body: Body) -> EventId:
    """Words out of bounds are refused here: a hub would refuse them for good."""
    decode_payload(encode_payload(body), type(body))
    return book.act(meeting, body)


def _audience(projection: Projection, to: str, *, on_mark: bool) -> Audience:
    """Who reads the thread, as far as it is known here: of versions made apart, the wider."""
    found = (
        [fact.mark.audience for fact in projection.marks if fact.mark.id == to]
        if on_mark
        else [fact.opinion.audience for fact in projection.opinions if fact.opinion.id == to]
    )
    shared = [one for one in found if one is not Audience.PRIVATE]
    if not shared:
        raise SohopError(Code.THREAD_ENDED)
    return Audience.MEETING if Audience.MEETING in shared else Audience.SECRETARY


def _standing(book: Book, known: Projection, opinion: OpinionId) -> list[OpinionFact]:
    me = book.identity.person
    return [f for f in known.opinions if f.opinion.id == opinion and f.person == me]
