"""What a laptop does with a reply: believe what the rules allow, store it in one commit, report the rest.

In this order: roots, roster, epoch; certificates and outcomes; packets and acts by their place in the hub's
order; freshness, what must be destroyed by it, and what it shows to be withheld. Destruction is part of the
commit that keeps the word for it: no crash comes between, so an idle reply has nothing to make good.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sync.engine.applied import Applied as Applied
from sync.engine.log_checks import LogChecks
from sync.engine.packet_checks import PacketChecks
from sync.engine.ports import Memory, Who
from sync.errors import Code, SohopError
from sync.model.events import Closing, Event, RecallPacket
from sync.model.ids import DeviceId, Digest, EventId, MeetingId
from sync.model.people import DESK_ROLES
from sync.trust.acts import accept_closed, accept_delivered
from sync.trust.directory import Directory
from sync.trust.freshness import accept_freshness, withheld
from sync.trust.note_keys import check_own
from sync.trust.receipts import accept_outcome
from sync.trust.recorders import check_closing, is_room, recorder_of
from sync.trust.roots import accept_root
from sync.trust.rosters import accept_cert, accept_roster, check_epoch
from sync.wire.codec import decode_payload
from sync.wire.desk import ClosedMotion
from sync.wire.envelope import Envelope, Kind
from sync.wire.messages import (
    MAX_AGAIN,
    MAX_ASKS,
    Delivered,
    ExchangeReply,
    ExchangeRequest,
    Packet,
)
from sync.wire.statements import HUB, Freshness, Head, Roster

_FOR_GOOD = frozenset({Code.OLD_VERSION, Code.RECALLED})
"""Refusals of a place that no later roster or certificate heals: it is not asked for again."""

_AFTER_ALL_LEASES = datetime(9_999, 1, 1, tzinfo=UTC)
"""No manifest can name it (``check_moments``): the time by which to erase on a revoked laptop."""


def apply_reply(
    memory: Memory,
    who: Who,
    request: ExchangeRequest,
    reply: ExchangeReply,
    heard: datetime,
    hub: DeviceId = HUB,
) -> Applied:
    """Check and store the reply of ``hub`` to ``request``, and destroy what must not stay, in one commit.

    ``heard`` is this laptop's own clock. What a rule refuses is left out and named in ``refused``; the rest
    goes on. A refused place is passed, and asked for again later; when anything else was refused the state
    is not kept, so that the next exchange is answered in full.

    Raises ``SohopError`` of the disk; then nothing of the reply is kept.
    """
    applied = Applied()
    if not _is_idle(request, reply):
        with memory.transaction():
            _Settling(memory, who, hub, request, reply, heard, applied).run()
    return applied


def _is_idle(request: ExchangeRequest, reply: ExchangeReply) -> bool:
    """Nothing is new: no roster or certificate is even read."""
    if request.logs or any(retry.code is Code.CARRIED for retry in reply.retries):
        return False  # what was asked about a motion's log wants an answer
    empty = ExchangeReply(state=request.state, time=reply.time, cursor=request.cursor, retries=reply.retries)
    return reply == empty


class _Settling:
    """One reply, inside the transaction."""

    def __init__(
        self,
        memory: Memory,
        who: Who,
        hub: DeviceId,
        request: ExchangeRequest,
        reply: ExchangeReply,
        heard: datetime,
        applied: Applied,
    ) -> None:
        self._memory = memory
        self._trust = memory.trust
        self._route = memory.route(hub)
        self._hub = hub
        self._of_office = hub == HUB
        self._who = who
        self._desk = bool(DESK_ROLES & set(who.roles))
        self._request = request
        self._reply = reply
        self._heard = heard
        self._applied = applied
        self._begins = 0
        """The place behind which the reply begins: another epoch's order is told from its start."""
        self._gap = False
        """That is behind what is here."""
        self._unheard = False
        """Something was refused that has no place to be asked for again."""
        self._offered = 0
        """Own acts that wait again because a restored hub lost them."""
        self._packets = PacketChecks(memory.packets, who, self._desk, applied)
        self._logs = LogChecks(memory.heads, hub, heard, applied)
        self._passed: set[int] = set()
        self._refused: list[int] = []

    def run(self) -> None:
        self._roots()
        roster = self._roster()
        if roster is None or not self._is_named(roster) or not self._same_order(roster):
            self._route.put_state(b"")
            return
        before = self._route.cursor()
        self._begins = 0 if self._reply.epoch else self._request.cursor
        self._gap = self._begins > before
        directory = self._trust.directory() or Directory(roster)
        self._certs(directory)
        self._outcomes(roster)
        fresh = self._freshness(roster, directory)
        self._places(directory, before)
        if self._of_office and self._reply.refused:
            self._applied.told |= self._memory.events.refuse(self._reply.refused)
        if self._reply.voting is not None and self._of_office:
            self._trust.put_voting(self._reply.voting)
            self._applied.told = True
        self._desk_news(directory)
        self._logs.finish(self._request.logs, self._reply.links)
        if fresh is not None and self._reply.freshness is not None:
            self._trust.put_freshness(self._reply.freshness, self._heard)
        self._contacts()  # told as ages: they want the newest that is known of the time
        self._erase()
        self._cursor()
        self._again(answered=fresh is not None or not self._of_office)
        lacking = fresh is not None and not self._reply.more and not self._gap and self._withheld(fresh)
        unheard = self._unheard or self._packets.halved or lacking
        self._route.put_state(b"" if unheard else self._reply.state)
        # A hub that repeats itself must not be asked again and again without a pause.
        forward = self._route.cursor() > before or bool(self._applied.sent)
        asking = set(self._memory.heads.asks(MAX_ASKS)) - set(self._request.logs)
        self._applied.more = (
            ((self._reply.more or self._packets.halved) and forward) or self._offered > 0 or bool(asking)
        )

    def _refuse(self, error: SohopError, place: int | None = None) -> None:
        halved = self._packets.halved and error.code is Code.PACKET_INCOMPLETE
        if not halved or place in self._request.again:  # else it comes whole with the next exchange
            self._applied.refused.append(error.code)
        if place is None:
            self._unheard = True
        elif error.code not in _FOR_GOOD:
            self._refused.append(place)

    # --- whom to believe, and in which order of things

    def _roots(self) -> None:
        number, key = self._trust.root()
        for envelope in self._reply.roots:
            try:
                root = accept_root(envelope, self._who.tenant, number, key)
            except SohopError as error:
                self._refuse(error)
                return  # what follows it hangs on it
            self._trust.put_root(envelope)
            number, key = root.number, root.root_key

    def _roster(self) -> Roster | None:
        envelope, current = self._reply.roster, self._trust.read_roster()
        if envelope is None:
            return current
        try:
            roster = accept_roster(envelope, self._who.tenant, self._trust.root()[1], self._trust.roster())
        except SohopError as error:
            self._refuse(error)
            return current
        self._trust.put_roster(envelope)
        return roster

    def _is_named(self, roster: Roster) -> bool:
        """Whether the root has named this hub; its certificate alone makes it nobody."""
        if self._of_office:
            return True
        newest = self._trust.read_freshness()
        gone = newest is not None and self._hub in newest.revoked
        if gone or all(cert.device != self._hub or not is_room(cert) for cert in roster.office):
            self._refuse(SohopError(Code.NOT_THIS_ROOM))
            return False
        return True

    def _same_order(self, roster: Roster) -> bool:
        """Whether the reply's places are places in an order that the root knows of; begins a new epoch."""
        reply, heard = self._reply, self._route.epoch()
        spoken = reply.epoch or self._request.epoch
        try:
            begun = check_epoch(spoken, heard, roster)
        except SohopError as error:
            self._refuse(error)
            return False
        known = 0 if reply.chain is None else reply.chain.seq
        if begun:
            self._route.begin_epoch(spoken)
            if self._of_office:
                self._memory.events.forget_refused()
            if not self._of_office:
                self._memory.outbox.begin(self._hub, known)
                self._offered = self._memory.outbox.waiting(self._hub)
            elif heard:  # else it is the first contact of all
                self._applied.restored = True
                self._offered = self._memory.outbox.offer_again(known)
        head, name = self._memory.outbox.head()
        if reply.chain is not None:
            self._applied.copied = known > head or (known == head and reply.chain.id not in ("", name))
        if self._applied.copied:
            self._applied.refused.append(Code.DEVICE_COPIED)
        return True

    def _certs(self, directory: Directory) -> None:
        for envelope in self._reply.certs:
            try:
                cert = accept_cert(envelope, directory)
            except SohopError as error:
                self._refuse(error)
            else:
                self._trust.put_cert(envelope)
                directory.add(cert)

    def _freshness(self, roster: Roster, directory: Directory) -> Freshness | None:
        """The reply's statement, accepted. It is stored only after what it speaks of."""
        newest = self._trust.read_freshness()
        if newest is not None:
            directory.hear(newest)
        if self._reply.freshness is None or not self._of_office:
            return None
        try:
            freshness = accept_freshness(self._reply.freshness, roster, newest)
        except SohopError as error:
            self._refuse(error)
            return None
        directory.hear(freshness)
        return freshness

    # --- own acts

    def _outcomes(self, roster: Roster) -> None:
        sent = {envelope.event_id: envelope for envelope in self._request.events}
        for outcome in self._reply.outcomes:
            try:
                head = accept_outcome(sent.get(outcome.event), outcome, roster)
            except SohopError as error:
                self._refuse(error)
            else:
                if self._memory.outbox.settle(outcome, self._hub):
                    self._applied.sent.append(outcome.event)
                    if head is None and not self._records(sent[outcome.event]):
                        self._applied.passed.append(outcome.event)
                if head is not None:
                    self._logs.see(outcome.event, decode_payload(head.payload, Head), head)
        for retry in self._reply.retries:
            carried = retry.code is Code.CARRIED and retry.event in sent
            if carried and self._memory.outbox.passed_on(retry.event, self._hub):
                self._applied.sent.append(retry.event)
                self._applied.passed.append(retry.event)

    def _records(self, act: Envelope) -> bool:
        return self._of_office or decode_payload(act.payload, Event).recorder == self._hub

    # --- what has a place in the hub's order

    def _places(self, directory: Directory, before: int) -> None:
        entries: list[Delivered | Packet] = [*self._reply.events, *self._reply.packets]
        waiting = set(self._route.again())
        for entry in sorted(entries, key=lambda entry: entry.seq):
            if self._begins < entry.seq <= before and entry.seq not in waiting:
                continue  # it came another way since this was asked for: a stick's reply is asked by nobody
            try:
                if entry.seq in self._passed:  # one place holds one thing
                    raise SohopError(Code.MALFORMED)
                self._passed.add(entry.seq)
                if isinstance(entry, Packet):
                    keep = self._packets.check(entry, directory)
                else:
                    keep = self._check_act(entry, directory)
            except SohopError as error:
                self._refuse(error, entry.seq)
                continue
            try:
                keep()
            except SohopError as error:
                if error.code is not Code.MALFORMED:
                    raise  # the disk's trouble, not the packet's: nothing of this reply is kept
                self._refuse(error, entry.seq)

    def _check_act(self, delivered: Delivered, directory: Directory) -> Callable[[], None]:
        if delivered.envelope.kind is Kind.DEVICE:  # a laptop was enrolled in this person's name
            directory.add(accept_cert(delivered.envelope, directory))
            self._applied.told = True
            return lambda: self._trust.put_cert(delivered.envelope)
        event = accept_delivered(delivered, directory)
        if isinstance(event, Event):
            check_own(event, self._who.person)
        else:
            opening = self._memory.events.find(EventId(event.opening)) if event.opening else None
            check_closing(event, delivered.envelope, opening)
            self._logs.check(event, delivered.envelope)
        return lambda: self._keep_act(delivered, event)

    def _keep_act(self, delivered: Delivered, event: Event | Closing) -> None:
        recorder = event.recorder if isinstance(event, Event) else recorder_of(delivered.envelope)
        by_recorder = self._of_office or recorder == self._hub
        if self._memory.events.add(delivered, by_recorder=by_recorder):
            self._applied.received.append(delivered.envelope.event_id)
        if isinstance(event, Closing):
            self._logs.see(delivered.envelope.event_id, event, delivered.envelope)
        if isinstance(event, Event) and isinstance(event.body, RecallPacket):
            packets, version = self._memory.packets, event.body.version
            if version > packets.tombstone(event.meeting):
                packets.recall(event.meeting, version)
                self._applied.destroyed.append((event.meeting, version))

    def _cursor(self) -> None:
        """The cursor only moves on. A hub of the same epoch that is behind what it was asked for has lost its
        order silently; one that begins behind what is here (a stick's reply) tells nothing of what is
        between."""
        if self._reply.cursor < self._begins:
            self._refuse(SohopError(Code.STALE))
        elif self._gap:
            self._unheard = True
        else:
            self._route.put_cursor(max(self._reply.cursor, self._route.cursor()))

    def _again(self, *, answered: bool) -> None:
        """Refused places wait; those that succeeded leave, and those that a reply in full has nothing for."""
        before, refused = self._route.again(), set(self._refused)
        gone = self._passed - refused
        if answered and not self._reply.more:
            # The hub answers the oldest first and may stop for lack of room: what lies behind the last that
            # came is asked for next time, what lies before it is not to be had any more.
            asked = set(self._request.again)
            came = asked & self._passed
            gone |= {place for place in asked - self._passed if not came or place < max(came)}
        wanted = sorted((set(before) - gone) | refused)
        self._applied.forgotten = max(0, len(wanted) - MAX_AGAIN)
        if tuple(wanted) != before:
            self._route.put_again(wanted[-MAX_AGAIN:])

    def _erase(self) -> None:
        """Content whose lease is over by the hub's signed time; all of it on a laptop that it has revoked."""
        freshness = self._trust.read_freshness()
        if freshness is None or freshness.epoch != self._memory.route(HUB).epoch():
            return  # a new epoch heals a hub whose clock had run ahead: only its own time counts
        self._applied.revoked = self._who.device in freshness.revoked
        time = _AFTER_ALL_LEASES if self._applied.revoked else freshness.time
        for meeting in self._memory.packets.leases_over(time):
            self._memory.packets.erase_content(meeting)
            self._applied.erased.append(meeting)
        if self._applied.revoked:
            self._memory.drafts.forget_all()

    def _withheld(self, fresh: Freshness) -> bool:
        packets = self._memory.packets
        here: dict[MeetingId, tuple[int, Digest]] = {}
        for named in fresh.manifests:  # not of every meeting that ever was
            version = packets.newest_version(named.meeting)
            name = packets.manifest_of(named.meeting, version)
            if name is not None:
                here[named.meeting] = (version, name)
        lacking = withheld(fresh, here, packets.tombstone)
        self._applied.withheld += lacking
        # What was refused is lacking too; that has been named already.
        if lacking and not self._route.again():
            self._applied.refused.append(Code.WITHHELD)
        return bool(lacking)

    # --- the desk

    def _desk_news(self, directory: Directory) -> None:
        reply = self._reply
        self._applied.desk = bool(reply.turnout or reply.closed or reply.people is not None)
        for turnout in self._reply.turnout:
            self._memory.packets.put_turnout(turnout)
        places = {delivered.envelope.digest: delivered.seq for delivered in self._reply.events}
        for closed in self._reply.closed:
            self._closed(closed, directory, places)
        if self._reply.people is not None and self._of_office:
            self._trust.put_people(self._reply.people)
        # An answer in full has a state of its own: its list of recalls is whole, an empty one too.
        whole = not self._reply.more and self._reply.state not in (b"", self._request.state)
        if self._desk and whole and self._of_office:
            self._trust.put_reach(self._reply.reach)

    def _contacts(self) -> None:
        """A room hub speaks of what it has heard itself."""
        told = [one for one in self._reply.contacts if self._of_office or one.room == self._hub]
        if told and self._desk:
            self._memory.contacts.put(told, self._heard, self._hub)
            self._applied.desk = True

    def _closed(self, closed: ClosedMotion, directory: Directory, places: dict[Digest, int]) -> None:
        try:
            accept_closed(closed, directory)
        except SohopError as error:
            # Its ballots come with its closing: asking for that place again brings them again.
            self._refuse(error, places.get(closed.closing.digest))
        else:
            self._memory.closed.put(closed)
            self._logs.see_all(closed)
