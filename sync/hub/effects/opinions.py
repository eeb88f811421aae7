"""Opinions, replies and check-ins: kept, and delivered only to those who may read what they are about."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Row

from sync.errors import Code, SohopError
from sync.hub import awaiting, tables
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.effects.spreading import WIDTH, may_read, spread, spread_end, widest
from sync.hub.rosters import FIRST_EPOCH, epoch
from sync.hub.stored import kept_roles
from sync.model.annotation import Audience
from sync.model.events import DropOpinion, PutOpinion
from sync.model.ids import EventId, MeetingId, PersonId
from sync.model.opinion import About, OnDocument, OnItem, OnMark, OnOpinion
from sync.model.people import DESK_ROLES
from sync.trust.opinions import check_opinion

_opinions = tables.opinions
_Row = Row[tuple[object, ...]]
_REPLIES = ("mark", "opinion")


@dataclass(frozen=True)
class _Thread:
    """What a reply is in reply to: whose it is, and who reads it."""

    person: PersonId
    audience: Audience
    subject: str
    dropped: bool


def put(batch: Batch, act: Act, who: Actor, body: PutOpinion) -> Verdict:
    """An opinion, a reply, or a new version of either.

    Raises ``SohopError``: ``NOT_PERMITTED`` for another's, about what this person may not read, wider than
    its thread, or beyond the person's role; ``MALFORMED`` for a version about something else;
    ``THREAD_ENDED`` for a reply to what was deleted or refused; ``PACKET_UNKNOWN`` while another hub may
    have what it is about.
    """
    opinion, meeting = body.opinion, act.event.meeting
    batch.need_reader(who, meeting)
    check_opinion(opinion, who.cert.roles if not who.blind else ())
    about, subject = _place(opinion.about)
    row = _own(batch, act, who, opinion.id)
    if row is not None and row.about and (row.about, row.subject) != (about, subject):
        raise SohopError(Code.MALFORMED)
    thread = _thread(batch, meeting, about, subject)
    held = about in _REPLIES and thread is None
    if held and epoch(batch.connection) == FIRST_EPOCH:
        if awaiting.hangs_on_refused(batch, act.event):
            raise SohopError(Code.THREAD_ENDED)
        elsewhere = awaiting.may_be_elsewhere(batch, meeting)
        raise SohopError(Code.PACKET_UNKNOWN if elsewhere else Code.NOT_PERMITTED)
    if thread is not None:
        if thread.dropped:
            raise SohopError(Code.THREAD_ENDED)
        wider = WIDTH[opinion.audience] > WIDTH[thread.audience]
        if wider or not _takes(batch, meeting, thread, who.person, desk=who.desk):
            raise SohopError(Code.NOT_PERMITTED)
    elif not held and not may_read(batch, who.person, meeting, subject, desk=who.desk):
        raise SohopError(Code.NOT_PERMITTED)
    audience = opinion.audience if row is None else widest(opinion.audience, row.audience)
    _write(batch, act, row, opinion.id, about=about, subject=subject, audience=audience, held=held)
    batch.store(act, "opinion")
    if row is not None and row.dropped:
        return Verdict()  # what was deleted does not come back: the edit is kept, and shown to nobody
    if thread is not None:
        spread(batch, act.id, meeting, opinion.audience, thread.subject, who.person, thread.person)
    else:
        audience = Audience.SECRETARY if held else opinion.audience
        spread(batch, act.id, meeting, audience, subject, who.person)
        release(batch, meeting, opinion.id)
    return Verdict()


def drop(batch: Batch, act: Act, who: Actor, body: DropOpinion) -> Verdict:
    """A tombstone, delivered to everybody who ever had the opinion."""
    meeting = act.event.meeting
    batch.need_reader(who, meeting)
    row = _own(batch, act, who, body.id)
    persons = {who.person}
    audience = Audience.PRIVATE
    if row is not None:
        audience = Audience(row.audience)
        thread = _thread(batch, meeting, row.about, row.subject)
        if thread is not None:
            persons.add(thread.person)
    _write(batch, act, row, body.id, dropped=True)
    batch.store(act, "opinion")
    spread_end(batch, act.id, meeting, audience, *persons)
    return Verdict()


def check_in(batch: Batch, act: Act, who: Actor) -> Verdict:
    """Whether somebody attends, and why not, is for the desk and that person."""
    meeting = act.event.meeting
    batch.need_reader(who, meeting)
    batch.store(act, "checkin")
    spread(batch, act.id, meeting, Audience.SECRETARY, "", who.person)
    return Verdict()


def release(batch: Batch, meeting: MeetingId, root: str) -> None:
    """Replies that a restored hub got before this, which they answer, go on to those who read it."""
    columns = _opinions.c
    for row in batch.connection.execute(
        select(_opinions).where(columns.subject == root, columns.held, columns.meeting == meeting)
    ).all():
        thread = _thread(batch, meeting, row.about, row.subject)
        if thread is None:
            continue
        batch.connection.execute(update(_opinions).where(columns.id == row.id).values(held=False))
        writer = PersonId(row.person)
        if not row.dropped and _takes(batch, meeting, thread, writer, desk=_is_desk(batch, writer)):
            audience = min(Audience(row.audience), thread.audience, key=WIDTH.__getitem__)
            spread(batch, EventId(row.event), meeting, audience, thread.subject, thread.person)


def _takes(batch: Batch, meeting: MeetingId, thread: _Thread, person: PersonId, *, desk: bool) -> bool:
    """Whether the thread is shared with this person."""
    if person == thread.person or desk:
        return True
    shared = thread.audience is Audience.MEETING
    return shared and may_read(batch, person, meeting, thread.subject, desk=False)


def _is_desk(batch: Batch, person: PersonId) -> bool:
    people = tables.people.c
    roles = batch.connection.execute(select(people.roles).where(people.id == person)).scalar_one()
    return bool(DESK_ROLES & set(kept_roles(roles)))


def _thread(batch: Batch, meeting: MeetingId, about: str, subject: str) -> _Thread | None:
    """What a reply is to: the mark or opinion of that id in this meeting, once it is shared; a reply is none.

    None for what is no reply: another's opinion may well be named like an item.
    """
    if about not in _REPLIES:
        return None
    if about == "mark":
        marks = tables.marks
        row = batch.connection.execute(
            select(marks).where(marks.c.id == subject, marks.c.meeting == meeting)
        ).one_or_none()
        document = "" if row is None else row.document
    else:
        row = batch.connection.execute(
            select(_opinions).where(
                _opinions.c.id == subject,
                _opinions.c.meeting == meeting,
                _opinions.c.about.not_in(_REPLIES),
            )
        ).one_or_none()
        document = "" if row is None else row.subject
    if row is None or Audience(row.audience) is Audience.PRIVATE:
        return None
    return _Thread(PersonId(row.person), Audience(row.audience), document, row.dropped)


def _own(batch: Batch, act: Act, who: Actor, opinion: str) -> _Row | None:
    row = batch.connection.execute(select(_opinions).where(_opinions.c.id == opinion)).one_or_none()
    if row is not None and (row.person != who.person or row.meeting != act.event.meeting):
        raise SohopError(Code.NOT_PERMITTED)
    return row


def _write(batch: Batch, act: Act, row: _Row | None, opinion: str, **values: object) -> None:
    if row is not None:
        if not values.get("dropped"):
            values["event"] = act.id
        batch.connection.execute(update(_opinions).where(_opinions.c.id == opinion).values(**values))
        return
    unknown: dict[str, object] = {
        "about": "",
        "subject": "",
        "audience": Audience.PRIVATE,
        "dropped": False,
        "held": False,
    }
    batch.connection.execute(
        insert(_opinions).values(
            id=opinion,
            person=act.event.person,
            meeting=act.event.meeting,
            event=act.id,
            **(unknown | values),
        )
    )


def _place(about: About) -> tuple[str, str]:
    """The kind of thing, as in the event, and its id."""
    match about:
        case OnItem():
            return "item", about.item
        case OnDocument():
            return "document", about.document
        case OnMark():
            return "mark", about.mark
        case OnOpinion():
            return "opinion", about.opinion
