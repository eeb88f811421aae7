"""Marks: kept, and delivered to their audience only. A private mark arrives sealed and stays sealed."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from sync.errors import Code, SohopError
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.tables import To
from sync.hub.tables import marks as table
from sync.model.annotation import Audience
from sync.model.events import DropMark, PutMark, PutSealedMark
from sync.model.ids import MarkId

_WIDTH = {Audience.PRIVATE: 0, Audience.SECRETARY: 1, Audience.MEETING: 2}


def put(batch: Batch, act: Act, who: Actor, body: PutMark) -> Verdict:
    """A shared mark. Raises ``SohopError(MALFORMED)`` for a private one in the clear: it is not kept."""
    if body.mark.audience is Audience.PRIVATE:
        raise SohopError(Code.MALFORMED)
    return _keep(batch, act, who, body.mark.id, body.mark.audience, drop=False)


def put_sealed(batch: Batch, act: Act, who: Actor, body: PutSealedMark) -> Verdict:
    """A private mark, which only the person's own devices receive."""
    return _keep(batch, act, who, body.id, Audience.PRIVATE, drop=False)


def drop(batch: Batch, act: Act, who: Actor, body: DropMark) -> Verdict:
    """A tombstone, delivered to everybody who ever had the mark."""
    return _keep(batch, act, who, body.id, Audience.PRIVATE, drop=True)


def _keep(batch: Batch, act: Act, who: Actor, mark: MarkId, audience: Audience, *, drop: bool) -> Verdict:
    meeting = act.event.meeting
    batch.need_reader(who, meeting)
    row = batch.connection.execute(select(table).where(table.c.id == mark)).one_or_none()
    if row is not None and (row.person != who.person or row.meeting != meeting):
        raise SohopError(Code.NOT_PERMITTED)
    widest = audience if row is None else max(audience, Audience(row.audience), key=_WIDTH.__getitem__)
    values = {"audience": widest, "dropped": drop or (row is not None and row.dropped)}
    if row is None:
        batch.connection.execute(insert(table).values(id=mark, person=who.person, meeting=meeting, **values))
    else:
        batch.connection.execute(update(table).where(table.c.id == mark).values(**values))
    batch.store(act, "mark")
    if row is not None and row.dropped and not drop:
        return Verdict()  # a deleted mark does not come back: the edit is kept, and shown to nobody
    _deliver(batch, act, who, widest if drop else audience)
    return Verdict()


def _deliver(batch: Batch, act: Act, who: Actor, audience: Audience) -> None:
    meeting = act.event.meeting
    match audience:
        case Audience.PRIVATE:
            batch.deliver(act.id, meeting, To.PERSON, who.person)
        case Audience.SECRETARY:
            batch.deliver(act.id, meeting, To.DESK)
            if not who.desk:
                batch.deliver(act.id, meeting, To.PERSON, who.person)
        case Audience.MEETING:
            batch.deliver(act.id, meeting, To.MEETING)
