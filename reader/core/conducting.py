"""Conducting a meeting: where it is in its agenda and who speaks; and what everybody is shown of that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from reader.core import opining
from reader.core.book import Book
from reader.core.sitting_views import USUAL_S, PointView, SittingView, TurnView
from reader.store.packets import StoredPacket
from sync.errors import Code, SohopError
from sync.model.conduct import (
    LONGEST_S,
    MOST_TURNS,
    SHORTEST_S,
    AddSpeaker,
    BeginSpeaking,
    ConductAct,
    DropSpeaker,
    EndSpeaking,
    GiveTime,
    OrderSpeakers,
    PointAgenda,
    TurnId,
)
from sync.model.ids import DocumentId, ItemId, MeetingId, PersonId, new_id
from sync.model.opinion import OnDocument, OnItem, OpinionKind
from sync.model.projection import Projection, Standing
from sync.model.sitting import Sitting, TurnFact
from sync.wire.codec import decode_payload, encode_payload


def point(
    book: Book, meeting: MeetingId, item: ItemId, document: DocumentId | None = None, page: int = 0
) -> None:
    """The meeting is here now. Who still speaks on another item has ended.

    Raises ``SohopError(MALFORMED | DISK_FULL)``, as all of these; then nothing was written.
    """
    known = book.project(meeting).sitting
    speaking, now, before = known.speaking, book.now(), known.point
    at, after = (now, {}) if before is None else (max(now, before.at), before.known)
    with book.vault.transaction():
        if speaking is not None and speaking.item != item:
            _end(book, meeting, speaking, now)
        _act(book, meeting, PointAgenda(item=item, at=at, after=after, document=document, page=page))


def add_speaker(
    book: Book, meeting: MeetingId, item: ItemId, name: str, person: PersonId | None = None
) -> TurnId:
    """Somebody who asked for the word in the room; comes behind those who wait."""
    turn = TurnId(new_id("s"))
    sitting, waiting = _known(book, meeting)
    before = [one.turn for one in waiting if one.item == item]
    with book.vault.transaction():
        _act(book, meeting, AddSpeaker(turn=turn, item=item, person=person, name=name.strip()))
        _order(book, meeting, sitting, item, (*before, turn))
    return turn


def order(book: Book, meeting: MeetingId, item: ItemId, turns: Sequence[TurnId]) -> None:
    """Those who wait speak in this order. Whoever has asked since comes behind."""
    sitting, known = _known(book, meeting)
    waiting = dict.fromkeys(one.turn for one in known if one.item == item)
    wanted = dict.fromkeys(turn for turn in turns if turn in waiting)
    _order(book, meeting, sitting, item, (*wanted, *(turn for turn in waiting if turn not in wanted)))


def begin(book: Book, meeting: MeetingId, turn: TurnId, allowed: int) -> None:
    """This one has the word for so many seconds; who had it has ended. Nothing for one who waits no more:
    somebody else of the desk was faster."""
    sitting, waiting = _known(book, meeting)
    found = next((one for one in waiting if one.turn == turn), None)
    if found is None:
        return
    speaking, now = sitting.speaking, book.now()
    if speaking is not None and speaking.began is not None:
        # Whoever gave the word before may have a clock that is ahead; and of one moment none is the later.
        now = max(now, speaking.began + timedelta(microseconds=1))
    behind = tuple(one.turn for one in waiting if one.item == found.item and one.turn != turn)
    begun = BeginSpeaking(
        turn=turn, item=found.item, person=found.person, name=found.name, at=now, allowed=allowed
    )
    with book.vault.transaction():
        if speaking is not None:
            _end(book, meeting, speaking, now)
        _order(book, meeting, sitting, found.item, behind)
        _act(book, meeting, begun)


def more(book: Book, meeting: MeetingId, turn: TurnId, seconds: int) -> None:
    """So much longer for who has the word; nothing for one who has it no more."""
    speaking = book.project(meeting).sitting.speaking
    if speaking is not None and speaking.turn == turn:
        _act(book, meeting, GiveTime(turn=turn, item=speaking.item, seconds=seconds))


def end(book: Book, meeting: MeetingId, turn: TurnId) -> None:
    """Who has the word has ended; nothing for one who has it no more."""
    speaking = book.project(meeting).sitting.speaking
    if speaking is not None and speaking.turn == turn:
        _end(book, meeting, speaking)


def drop(book: Book, meeting: MeetingId, turn: TurnId) -> None:
    """Who waits does not speak any more; nothing for one who waits no more."""
    _, waiting = _known(book, meeting)
    found = next((one for one in waiting if one.turn == turn), None)
    if found is not None:
        _act(book, meeting, DropSpeaker(turn=turn, item=found.item))


def put_usual(book: Book, meeting: MeetingId, seconds: int) -> None:
    """Remember how long speakers of this meeting may speak."""
    book.vault.settings.put(f"speakers/{meeting}", min(max(seconds, SHORTEST_S), LONGEST_S))


def put_following(book: Book, meeting: MeetingId, follows: bool) -> None:
    """Remember whether this person wants to be where the meeting is."""
    book.vault.settings.put(f"follow/{meeting}", follows)


def view(book: Book, stored: StoredPacket, projection: Projection, names: dict[str, str]) -> SittingView:
    """The meeting as it sits, as far as this person may know it. ``names`` by person id."""
    meeting, known = stored.manifest.meeting.id, projection.sitting
    waiting = waiting_turns(book.identity.person, stored, projection, names)
    turns = [_turn(one, book.identity.person, names) for one in known.turns]
    speaking = known.speaking
    return SittingView(
        point=_point(stored, known, names),
        speaking=next((one for one in turns if speaking is not None and one.turn == speaking.turn), None),
        waiting=waiting,
        spoken=tuple(one for one in turns if one.ended is not None),
        ahead=_ahead(known, waiting),
        follows=book.vault.settings.get(f"follow/{meeting}", bool, False),
        usual_s=book.vault.settings.get(f"speakers/{meeting}", int, USUAL_S),
        as_of=book.now(),
    )


def waiting_turns(
    me: PersonId, stored: StoredPacket, projection: Projection, names: dict[str, str]
) -> tuple[TurnView, ...]:
    """Who waits to speak: those who asked for the word, and those whom the desk has added."""
    known = projection.sitting
    others = {turn.turn for turn in known.turns}
    """Begun, or added by the desk: who gives an opinion the id of another's turn gets nothing by it."""
    items = {document.id: item.id for item in stored.items for document in item.documents}
    found: dict[TurnId, TurnView] = {}
    for fact in projection.opinions:
        opinion, turn = fact.opinion, TurnId(fact.opinion.id)
        if opinion.kind is not OpinionKind.FLOOR or fact.standing is Standing.REFUSED:
            continue
        about = opinion.about
        item = about.item if isinstance(about, OnItem) else None
        if isinstance(about, OnDocument):
            item = items.get(about.document)
        if item is None or turn in others or turn in known.gone or turn in found:
            continue
        found[turn] = TurnView(
            turn,
            item,
            names.get(fact.person, fact.person),
            mine=fact.person == me,
            person=fact.person,
            asked_at=fact.recorded or fact.at,
            text=opinion.text,
            ranked=turn in known.order.get(item, ()),
            waits=fact.standing is Standing.PENDING,
        )
    added = [_turn(one, me, names) for one in known.turns if one.began is None and not one.dropped]
    agenda = [item.id for item in stored.items]
    places = {turn: n for turns in known.order.values() for n, turn in enumerate(turns)}

    def place(one: TurnView) -> tuple[int, int, bool, float]:
        item = agenda.index(one.item) if one.item in agenda else len(agenda)
        asked = one.asked_at.timestamp() if one.asked_at is not None else 0.0
        return (item, places.get(one.turn, len(places)), one.waits, asked)

    return tuple(sorted([*found.values(), *added], key=place))


def _known(book: Book, meeting: MeetingId) -> tuple[Sitting, tuple[TurnView, ...]]:
    """How it sits, and who waits to speak."""
    stored = book.vault.packets.current(meeting)
    if stored is None:
        raise SohopError(Code.PACKET_UNKNOWN)
    projection = book.project(meeting)
    names = opining.names(book, stored)
    return projection.sitting, waiting_turns(book.identity.person, stored, projection, names)


def _ahead(known: Sitting, waiting: Sequence[TurnView]) -> int | None:
    mine = next((one for one in waiting if one.mine), None)
    if mine is None or mine.turn not in known.order.get(mine.item, ()):
        return None
    over = {turn.turn for turn in known.turns if turn.began is not None} | known.gone
    before = known.order[mine.item][: known.order[mine.item].index(mine.turn)]
    return sum(turn not in over for turn in before)


def _point(stored: StoredPacket, known: Sitting, names: dict[str, str]) -> PointView | None:
    """None also for an item that is not in the packet as this person has it."""
    fact = known.point
    item = next((one for one in stored.items if fact is not None and one.id == fact.point.item), None)
    if fact is None or item is None:
        return None
    document = next((one for one in item.documents if one.id == fact.point.document), None)
    return PointView(
        item.id,
        None if document is None else document.id,
        0 if document is None else min(fact.point.page, document.pages - 1),
        names.get(fact.person, fact.person),
        fact.at,
        fact.standing is Standing.PENDING,
    )


def _turn(fact: TurnFact, me: PersonId, names: dict[str, str]) -> TurnView:
    person = fact.person
    return TurnView(
        fact.turn,
        fact.item,
        fact.name if person is None else names.get(person, fact.name),
        mine=person == me,
        person=person,
        asked_at=fact.added,
        waits=fact.waits,
        began=fact.began,
        ended=fact.ended,
        allowed=fact.allowed,
    )


def _end(book: Book, meeting: MeetingId, speaking: TurnFact, now: datetime | None = None) -> None:
    _act(book, meeting, EndSpeaking(turn=speaking.turn, item=speaking.item, at=now or book.now()))


def _order(book: Book, meeting: MeetingId, known: Sitting, item: ItemId, turns: Sequence[TurnId]) -> None:
    """Of more than an act can name, the others come behind as they asked: nobody keeps the desk from giving
    the word by asking for it a thousand times."""
    now = book.now()
    before, after = known.ordered.get(item, (now, {}))
    at = max(now, before)
    _act(book, meeting, OrderSpeakers(item=item, at=at, after=after, turns=tuple(turns[:MOST_TURNS])))


def _act(book: Book, meeting: MeetingId, body: ConductAct) -> None:
    """Words out of bounds are refused here: a hub would refuse them for good."""
    decode_payload(encode_payload(body), type(body))
    book.act(meeting, body)
