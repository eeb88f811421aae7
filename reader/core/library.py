"""The shelf and the meetings on it, as this person sees them; places in documents; what waits to go up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from reader.core import (
    annotating,
    conducting,
    opining,
    recalling,
    remembering,
    standing,
    voting,
    voting_device,
    work,
)
from reader.core.book import Book
from reader.core.passing import Passages
from reader.core.views import (
    BallotState,
    DeviceState,
    DocumentView,
    FetchView,
    ItemView,
    MarkView,
    MeetingCard,
    MeetingView,
    MotionView,
    PacketState,
    Place,
    ReadingView,
    ShelfView,
    Trip,
    WaitingView,
)
from reader.store.events import Known, read_event
from reader.store.packets import StoredPacket
from reader.store.untold import Readiness
from sync.errors import Code
from sync.model.events import OFFICE, Body, CastBallot, Event, ReportReady
from sync.model.ids import Digest, DocumentId, EventId, MeetingId
from sync.model.projection import OF_MOTIONS, Projection
from sync.trust.leases import hidden

_RECENTLY_SENT = 12
_MOST_WAITING = 500
_LINGERS = timedelta(hours=12)
"""So long after its end a meeting is not past yet."""


def shelf(book: Book) -> ShelfView:
    """All meetings: the next one first, later ones after it, past ones last."""
    now, newer = book.now(), standing.withheld(book)
    cards = sorted(
        [
            *(_card(book, stored, now, newer) for stored in book.vault.packets.all()),
            *recalling.recalled_cards(book),
        ],
        key=lambda card: (_over(card.ends, now), abs((card.starts - now).total_seconds())),
    )
    device = standing.device_state(book)
    if device is DeviceState.REVOKED:
        cards = [card if card.state.is_gone else replace(card, state=PacketState.REVOKED) for card in cards]
    return ShelfView(
        owner=book.owner,
        cards=tuple(cards),
        reading=_reading(book),
        waiting=waiting(book),
        stale=standing.stale(book),
        device=device,
        unsent=work.has_unsent(book),
    )


def meeting(book: Book, meeting_id: MeetingId) -> MeetingView | None:
    """One meeting, or None when it is not on this laptop, its reading period has ended, or the laptop was
    revoked."""
    stored = standing.readable(book, meeting_id)
    if stored is None:
        return None
    return view_of(book, stored, book.project(meeting_id), opining.names(book, stored))


def view_of(book: Book, stored: StoredPacket, projection: Projection, names: dict[str, str]) -> MeetingView:
    """A meeting that may be read here. ``names`` of its people by person id."""
    meeting_id = stored.manifest.meeting.id
    current = {d.id: d.sha256 for item in stored.items for d in item.documents}
    marks = annotating.views(book, meeting_id, projection.marks, names, current, projection.late)
    items = item_views(book, stored, marks)
    documents = {str(d.id): d.name for item in items for d in item.documents}
    motions = voting.motion_views(book, stored.manifest, documents, projection, names)
    return MeetingView(
        card=_card(book, stored, book.now(), standing.withheld(book), motions),
        items=items,
        motions=motions,
        marks=marks,
        stale=standing.stale(book),
        said=opining.said(book, stored, projection, names),
        voting=voting_device.view(book),
        sitting=conducting.view(book, stored, projection, names),
    )


def is_readable(book: Book, meeting_id: MeetingId) -> bool:
    """Whether ``meeting`` would give anything, at little cost."""
    return standing.readable(book, meeting_id) is not None


def item_views(book: Book, stored: StoredPacket, marks: tuple[MarkView, ...] = ()) -> tuple[ItemView, ...]:
    """The agenda with each document's state on this laptop."""
    baseline = _baseline(book, stored.manifest.meeting.id)
    meeting = stored.manifest.meeting.id
    have = {one.document: one for one in book.vault.downloads.progress(meeting, stored.digest)}
    before = remembering.read_before(book, stored.manifest.meeting.id)
    seen = remembering.seen_pages(book, stored.manifest.meeting.id)
    views = []
    for item in stored.items:
        documents = []
        for document in item.documents:
            got = have.get(document.id)
            known = baseline.get(document.id) if baseline is not None else document.sha256
            documents.append(
                DocumentView(
                    id=document.id,
                    meeting=stored.manifest.meeting.id,
                    name=document.name,
                    symbol=document.symbol,
                    summary=document.summary,
                    issuer=document.issuer,
                    issued=document.issued,
                    urgency=document.urgency,
                    pages=document.pages,
                    size=document.size,
                    have=got.have if got else 0,
                    to_come=got.to_come if got else None,
                    sha256=document.sha256,
                    has_text=document.has_text,
                    new=known is None,
                    changed=known is not None and known != document.sha256,
                    before=_older(book, document.sha256, known, before.get(document.id)),
                    seen=len(seen.get(document.sha256, ())),
                    place=place(book, stored.manifest.meeting.id, document.id),
                    marks=sum(1 for mark in marks if mark.document == document.id and mark.mine),
                )
            )
        views.append(
            ItemView(
                id=item.id,
                number=item.number,
                title=item.title,
                speaker=item.speaker,
                starts=item.starts,
                documents=tuple(documents),
                restricted=bool(item.access),
            )
        )
    return tuple(views)


def opened_meeting(book: Book, meeting_id: MeetingId) -> None:
    """Remember what this person has been shown, so that later versions can say what is new."""
    stored = book.vault.packets.current(meeting_id)
    if stored is not None and _baseline(book, meeting_id) is None:
        seen = {d.id: d.sha256 for item in stored.items for d in item.documents}
        book.vault.settings.put(f"seen/{meeting_id}", seen)


def opened_document(book: Book, document: DocumentView) -> None:
    """This person opened this version: it is no longer new or changed, and it is the one to go on with."""
    with book.vault.transaction():
        opened_meeting(book, document.meeting)
        seen = dict(_baseline(book, document.meeting) or {})
        known = seen.get(document.id)
        if known != document.sha256:
            if known is not None:
                remembering.put_before(book, document.meeting, document.id, known)
            seen[document.id] = document.sha256
            book.vault.settings.put(f"seen/{document.meeting}", seen)
        book.vault.settings.put("reading", [document.meeting, document.id])


def place(book: Book, meeting_id: MeetingId, document: DocumentId) -> Place | None:
    """Where this person was in a document; it survives versions, locks and restarts."""
    return book.vault.places.get(meeting_id, document)


def put_place(book: Book, meeting_id: MeetingId, document: DocumentId, where: Place) -> None:
    """Remember where this person is."""
    book.vault.places.put(meeting_id, document, where)


def waiting(book: Book) -> tuple[WaitingView, ...]:
    """This person's acts that are still to go up, oldest first, then those that were refused."""
    passages = Passages(book)
    pending = [
        replace(
            _waiting(book, event, len(envelope.payload), Trip.WAITING, event_id=envelope.event_id),
            passage=passages.of(envelope.event_id, event.recorder),
        )
        for envelope in book.vault.outbox.unsettled(_MOST_WAITING)
        if isinstance(event := read_event(envelope), Event) and work.is_work(event)
    ]
    refused = [
        _waiting(book, event, 0, Trip.REFUSED, code, event_id)
        for event_id, event, code in book.vault.outbox.quarantine()
        if work.is_work(event)
    ]
    return (*pending, *refused)


def recently_sent(book: Book) -> tuple[WaitingView, ...]:
    """The last few acts that a hub has recorded, newest first."""
    done = [one for one in book.vault.events.accepted(_RECENTLY_SENT * 2) if work.is_work(one.event)]
    return tuple(_sent(book, one) for one in done[:_RECENTLY_SENT])


def fetching(book: Book, active: DocumentId | None) -> tuple[FetchView, ...]:
    """Documents still to come, in the order in which they will come."""
    views = []
    for meeting_id in order(book):
        stored = book.vault.packets.current(meeting_id)
        if stored is None:
            continue
        names = {document.id: document.name for item in stored.items for document in item.documents}
        views += [
            FetchView(
                meeting=meeting_id,
                meeting_title=stored.manifest.meeting.short,
                name=names[one.document],
                have=one.have,
                size=one.size,
                active=one.document == active,
                to_come=one.to_come,
            )
            for one in book.vault.downloads.progress(meeting_id)
            if not one.complete
        ]
    return tuple(views)


def order(book: Book) -> tuple[MeetingId, ...]:
    """Meetings of which documents are missing, in the order in which these should come: the next first."""
    if standing.is_revoked(book):
        return ()
    now = book.now()
    return book.vault.packets.to_fetch(now, past=now - _LINGERS)


def titles(book: Book, meetings: Iterable[MeetingId]) -> list[str]:
    """What these meetings are called, those that are here."""
    stored = (book.vault.packets.current(meeting_id) for meeting_id in meetings)
    return [one.manifest.meeting.short for one in stored if one is not None]


def report_ready(book: Book, *, parts: bool = True) -> bool:
    """Write down for the desk what this laptop could open now, where that has changed.

    Without ``parts`` only meetings that are whole are reported.

    True when a meeting has just become complete (worth telling at once).
    """
    ready = [now for now in book.vault.untold.ready() if parts or now.is_whole]
    if not ready:
        return False
    news = False
    with book.vault.transaction():
        for now in ready:
            book.vault.untold.told_ready(now.meeting)
            body = _report(book, now)
            if body is not None:
                book.act(now.meeting, body)
                book.vault.settings.put(f"reported/{now.meeting}", body)
                news = news or now.is_whole
    return news


def _report(book: Book, now: Readiness) -> ReportReady | None:
    """What to tell of a meeting; None when it was told already, or is no reader's."""
    told = book.vault.settings.get(f"reported/{now.meeting}", ReportReady, None)
    stored = None if now.manifest is None else book.vault.packets.get(now.manifest)
    if stored is None or stored.erased or book.identity.person not in stored.manifest.readers:
        return None  # what was erased is in the ledger of recalls, if anywhere
    report = ReportReady(
        manifest=stored.digest,
        version=stored.manifest.version,
        documents=now.documents,
        complete=now.complete,
        opened=bool(remembering.seen_pages(book, now.meeting)),
    )
    return None if report == told else report


def _older(book: Book, now: Digest, *known: Digest | None) -> Digest | None:
    """The last other version that this person knew whose bytes are here: one may have been taken back, or
    never have come."""
    is_here = book.vault.documents.is_complete
    return next((sha256 for sha256 in known if sha256 not in (None, now) and is_here(sha256)), None)


def _over(ends: datetime, now: datetime) -> bool:
    return ends < now - _LINGERS


def _card(
    book: Book,
    stored: StoredPacket,
    now: datetime,
    newer: frozenset[MeetingId],
    motions: tuple[MotionView, ...] | None = None,
) -> MeetingCard:
    manifest = stored.manifest
    expired = hidden(manifest, now)
    if motions is None and manifest.motions and not expired:  # nobody votes once the reading period is over
        motions = voting.motion_views(book, manifest, {}, book.project(manifest.meeting.id, *OF_MOTIONS), {})
    known = _baseline(book, manifest.meeting.id) or {}
    documents = [document for item in stored.items for document in item.documents] if known else []
    to_come = 0
    if not stored.complete and not stored.erased:
        to_come = sum(
            one.to_come for one in book.vault.downloads.progress(manifest.meeting.id, stored.digest)
        )
    return MeetingCard(
        id=manifest.meeting.id,
        title=manifest.meeting.title,
        short=manifest.meeting.short,
        kind=manifest.meeting.kind,
        place=manifest.meeting.place,
        starts=manifest.meeting.starts,
        ends=manifest.meeting.ends,
        state=(
            PacketState.EXPIRED
            if expired
            else PacketState.PARTIAL
            if not stored.complete
            else PacketState.PAST
            if _over(manifest.meeting.ends, now)
            else PacketState.COMPLETE
        ),
        version=manifest.version,
        files=stored.documents,
        files_have=stored.complete_documents,
        bytes_total=stored.size,
        bytes_have=stored.have,
        bytes_to_come=to_come,
        newer=manifest.meeting.id in newer,
        new_documents=sum(1 for document in documents if document.id not in known),
        changed_documents=sum(
            1 for document in documents if known.get(document.id, document.sha256) != document.sha256
        ),
        change=manifest.change,
        made=manifest.made,
        open_motions=sum(
            1 for motion in motions or () if motion.can_vote and motion.ballot.state is BallotState.NONE
        ),
    )


def _reading(book: Book) -> ReadingView | None:
    last = book.vault.settings.get("reading", list[str], [])
    if len(last) != 2:
        return None
    stored = standing.readable(book, MeetingId(last[0]))
    if stored is None:
        return None
    for item in item_views(book, stored):
        for document in item.documents:
            if document.id == last[1]:
                return ReadingView(
                    meeting=stored.manifest.meeting.id,
                    meeting_title=stored.manifest.meeting.short,
                    document=document,
                )
    return None


def _baseline(book: Book, meeting_id: MeetingId) -> dict[DocumentId, Digest] | None:
    return book.vault.settings.get(f"seen/{meeting_id}", dict[DocumentId, Digest], {}) or None


def _waiting(
    book: Book,
    event: Event,
    size: int,
    trip: Trip,
    code: Code | None = None,
    event_id: EventId | None = None,
) -> WaitingView:
    return WaitingView(
        kind=_kind(type(event.body)),
        meeting=event.meeting,
        title=_motion_title(book, event),
        at=event.at,
        size=size,
        trip=trip,
        code=code,
        event=event_id,
        by_room=event.recorder != OFFICE,
    )


def _sent(book: Book, known: Known) -> WaitingView:
    if not isinstance(known.event, Event):
        raise AssertionError("only acts are settled")
    view = _waiting(book, known.event, 0, Trip.SENT)
    return view if known.recorded is None else replace(view, at=known.recorded)


def _motion_title(book: Book, event: Event) -> str:
    if not isinstance(event.body, CastBallot):
        return ""
    stored = book.vault.packets.current(event.meeting)
    motion = stored.manifest.motion(event.body.motion) if stored else None
    return motion.title if motion else ""


def _kind(body: type[Body]) -> str:
    return str(body.__struct_config__.tag)
