"""To whom something shared goes: the desk, or all of the meeting who may read what it is about."""

from __future__ import annotations

from sqlalchemy import select

from sync.errors import Code, SohopError
from sync.hub import awaiting, tables
from sync.hub.batch import Batch
from sync.hub.rosters import FIRST_EPOCH, epoch
from sync.hub.tables import To
from sync.model.annotation import Audience
from sync.model.ids import Digest, EventId, MeetingId, PersonId
from sync.model.meeting import AgendaItem

WIDTH = {Audience.PRIVATE: 0, Audience.SECRETARY: 1, Audience.MEETING: 2}
"""More people read it, the greater the number."""

_packets, _readers = tables.packets.c, tables.readers.c


def spread(
    batch: Batch, event: EventId, meeting: MeetingId, audience: Audience, subject: str, *persons: PersonId
) -> None:
    """Deliver a stored event to its audience, and to these persons in any case.

    ``subject`` is the item or document that it is about. Of a restricted one the meeting hears as little as
    of the item itself; of one that no published version has only the desk hears, unless a room hub may have
    published it: then ``SohopError(PACKET_UNKNOWN)``, as ``may_read`` raises it.
    """
    readers: set[PersonId] = set()
    if audience is Audience.MEETING:
        item = _find(batch, meeting, subject)
        if item is not None and not item.access:
            batch.deliver(event, meeting, To.MEETING)
            return
        readers = _present(batch, meeting).intersection(item.access if item is not None else ())
    if audience is not Audience.PRIVATE:
        batch.deliver(event, meeting, To.DESK)
    batch.deliver_each([event], meeting, sorted(readers.union(persons)))


def spread_end(batch: Batch, event: EventId, meeting: MeetingId, ever: Audience, *persons: PersonId) -> None:
    """Deliver a tombstone to everybody who ever had what it ends; ``ever``: the widest audience of that.

    If that was the meeting, also to those who may not read its matter any more.
    """
    if ever is Audience.MEETING:
        batch.deliver(event, meeting, To.MEETING)
    else:
        spread(batch, event, meeting, ever, "", *persons)


def widest(one: Audience, other: str) -> Audience:
    """Of two audiences, the second as it is stored, the one that has more readers."""
    return max(one, Audience(other), key=WIDTH.__getitem__)


def may_read(batch: Batch, person: PersonId, meeting: MeetingId, subject: str, *, desk: bool) -> bool:
    """Whether this person may have the item or document, by the newest published version that has it.

    A restored hub may have lost that version: then it takes the person's word. Raises
    ``SohopError(PACKET_UNKNOWN)`` at an office for what a room hub may have published.
    """
    if desk:
        return True
    item = _find(batch, meeting, subject)
    return epoch(batch.connection) != FIRST_EPOCH if item is None else item.permits(person)


def _find(batch: Batch, meeting: MeetingId, subject: str) -> AgendaItem | None:
    """The item, or that of the document, as it was last published. Raises ``SohopError(PACKET_UNKNOWN)``."""
    versions = batch.connection.execute(
        select(_packets.manifest)
        .where(_packets.meeting == meeting, _packets.published.is_not(None))
        .order_by(_packets.version.desc())
    ).scalars()
    for manifest in versions:
        for item in batch.packets.open(Digest(manifest)).items:
            if subject == item.id or any(subject == document.id for document in item.documents):
                return item
    lost = epoch(batch.connection) != FIRST_EPOCH
    # A room hub was given the newest version alone: what an older one had is no sign of anything there.
    if not lost and not batch.recorder.is_room and awaiting.may_be_elsewhere(batch, meeting):
        raise SohopError(Code.PACKET_UNKNOWN)
    return None


def _present(batch: Batch, meeting: MeetingId) -> set[PersonId]:
    return set(batch.connection.execute(select(_readers.person).where(_readers.meeting == meeting)).scalars())
