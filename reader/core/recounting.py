"""A closed motion counted again on this laptop, from the signed bytes of its ballots and entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.core import voting
from reader.core.views import EntryView, NamedBallot, ResultView
from reader.store.packets import StoredPacket
from sync.model.counts import EnterVotes, Named, fit_together
from sync.model.entries import EntryFact
from sync.model.events import CastBallot, Closing, Event
from sync.model.ids import Digest
from sync.model.motion import Motion
from sync.model.names import given_name_key
from sync.model.result import Result
from sync.model.tally import Recorded, tally
from sync.verify import grouped
from sync.wire.codec import decode_payload
from sync.wire.desk import ClosedMotion
from sync.wire.envelope import Envelope
from sync.wire.statements import Leaf


def recount(
    stored: StoredPacket, motion: Motion, closed: ClosedMotion, facts: Iterable[EntryFact]
) -> Recount | None:
    """Count. ``facts`` are all entries of the motion that are known here.

    None while an entry that counts has not arrived, or where entries cannot all be true (no honest recorder
    closes so): then there is only the recorder's word.
    """
    closing = decode_payload(closed.closing.payload, Closing)
    known = {fact.id: fact for fact in facts}
    counted = [known.get(entry) for entry, _ in closing.entries]
    entries = tuple(fact for fact in counted if fact is not None)
    votes = [fact.entry for fact in entries if isinstance(fact.entry, EnterVotes)]
    roll = stored.manifest.roll
    if len(entries) != len(counted) or not fit_together(motion, votes, (one.person for one in roll)):
        return None
    log = {one.envelope.digest: one for one in logged(closed)}
    ballots = recorded(log.values(), closing)
    result = tally(motion, closing.motion_digest, roll, closing.present, ballots, votes)
    return Recount(closing, log, entries, result)


class Logged(NamedTuple):
    """A place in the log of a closed motion."""

    envelope: Envelope
    event: Event
    ballot: CastBallot
    leaf: Leaf


class Recount(NamedTuple):
    """What a closed motion came to here, and from what."""

    closing: Closing
    log: dict[Digest, Logged]
    entries: tuple[EntryFact, ...]
    """Those that count."""
    result: Result

    def view(self, motion: Motion) -> ResultView:
        """The result as the screen draws it."""
        closing = self.closing
        there = len(set(closing.present_at_close))
        return voting.as_view(motion, self.result, closing.closed, grouped(closing.root), there)

    def rows(self, names: dict[str, str], views: Sequence[EntryView]) -> tuple[NamedBallot, ...]:
        """Each ballot and each vote by name. ``views`` are those of the entries, in their order."""
        admitted = {view.ballot: view for view in views if view.ballot is not None}
        rows = [
            NamedBallot(
                person=fate.person,
                name=names.get(fate.person, fate.person),
                choices=self.log[fate.ballot].ballot.choices,
                text=self.log[fate.ballot].ballot.text,
                counted=fate.counted,
                reason=fate.reason,
                recorded_at=self.log[fate.ballot].leaf.recorded,
                via=self.log[fate.ballot].leaf.via,
                entry=admitted.get(fate.ballot),
            )
            for fate in self.result.fates
        ]
        rows += [
            NamedBallot(
                person=view.votes.person,
                name=names.get(view.votes.person, view.votes.person),
                choices=view.votes.choices,
                text="",
                counted=True,
                reason="",
                recorded_at=view.entered_at,
                via=view.means.value,
                entry=view,
            )
            for view in views
            if isinstance(view.votes, Named) and view.means is not None
        ]
        return tuple(sorted(rows, key=lambda row: given_name_key(row.name)))


def logged(closed: ClosedMotion) -> Iterator[Logged]:
    """The log of a closed motion, opened. Raises ``SohopError(MALFORMED)`` for what is no ballot."""
    for envelope, leaf in closed.ballots:
        event = decode_payload(envelope.payload, Event)
        yield Logged(envelope, event, voting.ballot_of(event), decode_payload(leaf, Leaf))


def recorded(log: Iterable[Logged], closing: Closing) -> list[Recorded]:
    """A log as it is counted. What was late or revoked is the recorder's word."""
    said = {status.ballot: status.reason for status in closing.statuses}
    return [
        Recorded(
            id=one.envelope.digest,
            person=one.event.person,
            motion_digest=one.ballot.motion_digest,
            choices=one.ballot.choices,
            ballot_seq=one.ballot.ballot_seq,
            late=said.get(one.envelope.digest) == "late",
            revoked=said.get(one.envelope.digest) == "revoked",
            via=one.leaf.via,
        )
        for one in log
    ]
