"""Taking a packet back: the desk's act and its ledger, what is shown, the laptop's word that it is gone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reader.core.book import Book
from reader.core.views import MeetingCard, PacketState, ReachRow, ReachView, RecallView
from reader.store.events import read_event
from reader.store.packets import StoredPacket
from reader.store.recalls import Recalled
from sync.errors import Code, SohopError
from sync.model.events import Event, RecallPacket, ReportDestroyed
from sync.model.ids import DeviceId, MeetingId, PersonId
from sync.model.names import given_name_key
from sync.model.people import Role
from sync.trust.leases import lease_over

_MOST_WAITING = 500


def recall(book: Book, meeting: MeetingId, reason: str, version: int | None = None) -> int:
    """Take back every version up to ``version`` (the one shown here, unless given); gives that number.

    Raises ``SohopError(NOT_PERMITTED)`` for anybody but a secretary or an approver, ``PACKET_UNKNOWN`` when
    no version is given and none is here, ``MALFORMED`` for no reason or one that is too long, ``DISK_FULL``;
    then nothing was written.
    """
    if not {Role.SECRETARY, Role.APPROVER} & set(book.identity.roles):
        raise SohopError(Code.NOT_PERMITTED)
    upto = version if version is not None else book.vault.packets.newest_version(meeting)
    if upto < 1:
        raise SohopError(Code.PACKET_UNKNOWN)
    said = reason.strip()
    if not 1 <= len(said) <= 500:
        raise SohopError(Code.MALFORMED)
    book.act(meeting, RecallPacket(version=upto, reason=said))
    return upto


def on_its_way(book: Book, meeting: MeetingId) -> str:
    """The reason of an own recall of this meeting that no hub has answered yet; empty when there is none."""
    for envelope in book.vault.outbox.unsettled(_MOST_WAITING):
        event = read_event(envelope)
        if isinstance(event, Event) and event.meeting == meeting and isinstance(event.body, RecallPacket):
            return event.body.reason
    return ""


def reach(book: Book, meeting: MeetingId) -> ReachView | None:
    """How far the newest recall of a meeting got, as the hub last told the desk; None before it did."""
    known = book.vault.trust.reach(meeting)
    if not known:
        return None
    newest = max(known, key=lambda one: one.version)
    told = set(newest.told) - set(newest.destroyed)
    outstanding = set(newest.outstanding) - set(newest.destroyed) - told
    return ReachView(
        version=newest.version,
        destroyed=_rows(book, newest.destroyed),
        told=_rows(book, told),
        outstanding=_rows(book, outstanding),
    )


def recalled_cards(book: Book) -> list[MeetingCard]:
    """Meetings taken back of which no later version is here; those that were never here are not shown."""
    return [
        _card(book, one, one.starts, one.ends)
        for one in book.vault.packets.recalled()
        if one.title and one.starts is not None and one.ends is not None
    ]


def titles(book: Book, meetings: Iterable[MeetingId]) -> list[str]:
    """What these recalled meetings were called, those that had been here."""
    wanted = set(meetings)
    if not wanted:
        return []
    return [one.short or one.title for one in book.vault.packets.recalled() if one.meeting in wanted]


def report_destroyed(book: Book) -> bool:
    """Write down for the desk which packets this laptop has destroyed; True when there was something to say.

    It is asked after every exchange and remembers what it said, so a crash in between costs nothing.
    """
    meetings = book.vault.untold.gone()
    if not meetings:
        return False
    news = False
    with book.vault.transaction():
        for meeting in meetings:
            news = _report_gone(book, meeting) or news
    return news


def _report_gone(book: Book, meeting: MeetingId) -> bool:
    gone = book.vault.packets.tombstone(meeting)
    shown = book.vault.packets.current(meeting)
    erased = shown is not None and shown.erased
    if shown is not None and erased and _is_over(book, shown):
        gone, erased = shown.manifest.version, False
    if not erased:  # else it was erased because this laptop is revoked: it may still have to be told of
        book.vault.untold.told_gone(meeting)
    said = f"destroyed/{meeting}"
    if gone <= book.vault.settings.get(said, int, 0):
        return False
    book.act(meeting, ReportDestroyed(version=gone))
    book.vault.settings.put(said, gone)
    return True


def _is_over(book: Book, stored: StoredPacket) -> bool:
    """Whether a hub's signed time has ended its lease."""
    freshness = book.vault.trust.read_freshness()
    return freshness is not None and lease_over(stored.manifest, freshness.time)


def _card(book: Book, one: Recalled, starts: datetime, ends: datetime) -> MeetingCard:
    mine = book.identity.person
    marks = book.project(one.meeting).marks
    view = RecallView(
        version=one.version,
        reason=one.reason,
        at=one.at,
        by=_names(book).get(PersonId(one.by), "") if one.by else "",
        notes=sum(1 for fact in marks if fact.person == mine),
    )
    return MeetingCard(
        id=one.meeting,
        title=one.title,
        short=one.short,
        kind="",
        place="",
        starts=starts,
        ends=ends,
        state=PacketState.RECALLED,
        version=one.version,
        files=0,
        files_have=0,
        bytes_total=0,
        bytes_have=0,
        new_documents=0,
        changed_documents=0,
        change="",
        made=one.at or starts,
        open_motions=0,
        recall=view,
        reach=reach(book, one.meeting) if book.owner.is_desk else None,
    )


def _names(book: Book) -> dict[PersonId, str]:
    """Everybody whom this laptop knows by name: the office's people, and for the desk the others too."""
    roster = book.vault.trust.read_roster()
    names = {cert.person: cert.name for cert in roster.office} if roster else {}
    names.update((entry.person, entry.name) for entry in book.vault.trust.people())
    return names


def _rows(book: Book, devices: Iterable[DeviceId]) -> tuple[ReachRow, ...]:
    """People by given name. A device whose certificate never came is shown by its id alone."""
    directory = book.vault.trust.directory()
    names = _names(book)
    rows = []
    for device in devices:
        try:
            cert = directory.author_of(device) if directory is not None else None
        except SohopError:
            cert = None  # known to the hub, not to this laptop: its id must do
        person = names.get(cert.person, cert.name) if cert is not None else ""
        rows.append(ReachRow(person=person, device=device))
    return tuple(sorted(rows, key=lambda row: (given_name_key(row.person), row.device)))
