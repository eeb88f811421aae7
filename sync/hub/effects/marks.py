"""Marks: kept, and delivered to their audience only. A private mark arrives sealed and stays sealed."""

from __future__ import annotations

from sqlalchemy import insert, select, update

from sync.errors import Code, SohopError
from sync.hub.actors import Actor
from sync.hub.batch import Act, Batch, Verdict
from sync.hub.effects.opinions import release
from sync.hub.effects.spreading import spread, spread_end, widest
from sync.hub.tables import To
from sync.hub.tables import marks as table
from sync.model.annotation import Audience
from sync.model.events import DropMark, PutMark, PutSealedMark
from sync.model.ids import MarkId


def put(batch: Batch, act: Act, who: Actor, body: PutMark) -> Verdict:
    """A shared mark. Raises ``SohopError(MALFORMED)`` for a private one in the clear: it is not kept."""
    mark = body.mark
    if mark.audience is Audience.PRIVATE:
        raise SohopError(Code.MALFORMED)
    return _keep(batch, act, who, mark.id, mark.audience, mark.document)


def put_sealed(batch: Batch, act: Act, who: Actor, body: PutSealedMark) -> Verdict:
    """A private mark, which only the person's own devices receive."""
    return _keep(batch, act, who, body.id, Audience.PRIVATE)


def drop(batch: Batch, act: Act, who: Actor, body: DropMark) -> Verdict:
    """A tombstone, delivered to everybody who ever had the mark."""
    return _keep(batch, act, who, body.id, Audience.PRIVATE, drop=True)


def _keep(
    batch: Batch,
    act: Act,
    who: Actor,
    mark: MarkId,
    audience: Audience,
    document: str = "",
    *,
    drop: bool = False,
) -> Verdict:
    meeting = act.event.meeting
    batch.need_reader(who, meeting)
    row = batch.connection.execute(select(table).where(table.c.id == mark)).one_or_none()
    if row is not None and (row.person != who.person or row.meeting != meeting):
        raise SohopError(Code.NOT_PERMITTED)
    known = "" if row is None else row.document
    if known and document and known != document:
        raise SohopError(Code.MALFORMED)  # a mark stays with its document, or its readers would change
    ever = audience if row is None else widest(audience, row.audience)
    values = {
        "audience": ever,
        "dropped": drop or (row is not None and row.dropped),
        "document": known or document,
    }
    if row is None:
        batch.connection.execute(insert(table).values(id=mark, person=who.person, meeting=meeting, **values))
    else:
        batch.connection.execute(update(table).where(table.c.id == mark).values(**values))
    batch.store(act, "mark")
    if drop:
        spread_end(batch, act.id, meeting, ever, who.person)
        return Verdict()
    if row is not None and row.dropped:
        # A deleted mark does not come back; the person's other devices offer them what was written meanwhile.
        batch.deliver(act.id, meeting, To.PERSON, who.person)
        return Verdict()
    spread(batch, act.id, meeting, audience, known or document, who.person)
    if audience is not Audience.PRIVATE:
        release(batch, meeting, mark)
    return Verdict()
