"""Ballots: sealed on this laptop first, then received, then counted. Motions as this person sees them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from reader.core import counting, recorders, standing, voting_device
from reader.core.book import Book
from reader.core.passing import Passages
from reader.core.views import ONLY_HERE, BallotState, BallotView, Lull, MotionView, ResultView
from sync.errors import Code, SohopError
from sync.model.counts import AdmitBallot, is_valid
from sync.model.events import OFFICE, CastBallot, Closing, Event
from sync.model.ids import Digest, EventId, MeetingId, MotionId
from sync.model.meeting import Manifest
from sync.model.motion import Late, Motion, MotionState
from sync.model.people import RollEntry
from sync.model.projection import BallotFact, MotionFacts, Projection, Standing
from sync.model.rules import Secrecy, Timing
from sync.model.tally import Result, result_of_counts
from sync.verify import grouped
from sync.wire.digests import motion_digest

_RESERVED: dict[str, str] = {
    Code.MOTION_NOT_OPEN: "late",
    Code.COUNTED_BY_HAND: "by_hand",
    Code.DEVICE_REVOKED: "revoked",
    Code.MOTION_CHANGED: "wrong_motion",
    Code.BALLOT_INVALID: "invalid",
}
"""Why a ballot that was recorded does not count, in the words of a closing."""


def cast(
    book: Book,
    meeting: MeetingId,
    motion_id: MotionId,
    choices: tuple[str, ...],
    text: str = "",
    passphrase: str | None = None,
) -> EventId:
    """Seal a ballot, or one that replaces the last. It is durable when this returns.

    Raises ``SohopError(MOTION_NOT_OPEN | NOT_ON_ROLL | SECRET_ON_PAPER | OTHER_DEVICE_VOTES | BALLOT_INVALID
    | WRONG_PASSPHRASE | DISK_FULL)``; then nothing was written.
    """
    stored = standing.readable(book, meeting)
    motion = stored.manifest.motion(motion_id) if stored else None
    if stored is None or motion is None:
        raise SohopError(Code.MOTION_NOT_OPEN)
    facts = book.motion(meeting, motion_id)
    if motion.secrecy is Secrecy.SECRET:
        raise SohopError(Code.SECRET_ON_PAPER)
    if not _on_roll(stored.manifest, book):
        raise SohopError(Code.NOT_ON_ROLL)
    fixed = motion_digest(stored.manifest, motion)
    if phase_of(book, motion, facts, fixed) != (MotionState.OPEN, Lull.NONE):
        raise SohopError(Code.MOTION_NOT_OPEN)
    if voting_device.elsewhere(book, motion, facts, fixed, voting_device.told(book)) is not None:
        raise SohopError(Code.OTHER_DEVICE_VOTES)
    if not is_valid(motion, choices):
        raise SohopError(Code.BALLOT_INVALID, most=motion.max_choices)
    if motion.ask_passphrase:
        book.vault.check_passphrase(passphrase or "")
    mine = _mine(book, facts)
    # A refused ballot keeps its number: two ballots with one number would cancel each other.
    used = [*mine, *(ballot for ballot in facts.refused if ballot.person == book.identity.person)]
    freshness = book.vault.trust.freshness()
    ballot = CastBallot(
        motion=motion_id,
        motion_digest=fixed,
        choices=choices,
        text=text.strip() if _takes_text(motion, choices) else "",
        ballot_seq=max((b.ballot.ballot_seq for b in used), default=0) + 1,
        prev_ballot=mine[-1].id if mine else "",
        freshness=freshness.digest if freshness else "",
        nonce=secrets.token_hex(16),
    )
    return book.act(meeting, ballot)


def phase_of(book: Book, motion: Motion, facts: MotionFacts, fixed: Digest) -> tuple[MotionState, Lull]:
    """Whether a motion is open as it stands (``fixed``, its digest): by the chair's word, or by the schedule
    in the approved packet; and what keeps it from taking ballots although it is, or was."""
    if facts.annulled is not None:
        return MotionState.ANNULLED, Lull.NONE
    if facts.closing is not None:
        return MotionState.CLOSED, Lull.NONE
    if facts.ended(fixed) is not None:
        return MotionState.ENDED, Lull.NONE
    window, now = motion.window, book.now()
    sealed = window.timing is Timing.SEALED_UNTIL
    scheduled = sealed and window.opens is not None and window.opens <= now
    if fixed not in facts.openings and not scheduled:
        return MotionState.DRAFTED, Lull.CHANGED if facts.openings else Lull.NONE
    if not sealed or window.until is None:
        return MotionState.OPEN, Lull.NONE
    end = window.until + timedelta(seconds=window.grace_s)
    if now < end:
        return MotionState.OPEN, Lull.NONE
    freshness = book.vault.trust.read_freshness()
    said = freshness is not None and freshness.time >= end
    return MotionState.OPEN, Lull.TIME_OVER if said else Lull.TIME_OVER_HERE


def motion_views(
    book: Book,
    manifest: Manifest,
    names: Mapping[str, str],
    projection: Projection,
    people: Mapping[str, str],
) -> tuple[MotionView, ...]:
    """All motions of a packet. ``names`` are documents' names by id, ``people`` persons'."""
    laptops = voting_device.told(book)
    return tuple(
        _view(book, manifest, motion, number, names, projection.motion(motion.id), people, laptops)
        for number, motion in enumerate(manifest.motions, start=1)
    )


def result_view(motion: Motion, roll: tuple[RollEntry, ...], closing: Closing) -> ResultView:
    """The recorder's totals with the rule's sentence recomputed here."""
    result = told_result(motion, roll, closing)
    return as_view(motion, result, closing.closed, grouped(closing.root), len(set(closing.present_at_close)))


def told_result(motion: Motion, roll: Sequence[RollEntry], closing: Closing) -> Result:
    """What the recorder's totals come to by the motion's rule."""
    return result_of_counts(
        motion,
        total=len(roll),
        present=len(set(closing.present) & {entry.person for entry in roll}),
        counts=dict(closing.counts),
        invalid=closing.invalid,
        late=closing.late,
        not_voted=closing.not_voted,
        chair=closing.chair,
        entered=closing.entered,
        entered_invalid=closing.entered_invalid,
    )


def as_view(
    motion: Motion,
    result: Result,
    closed_at: datetime | None,
    log_mark: str = "",
    present_at_close: int | None = None,
) -> ResultView:
    """A tally as the screen draws it."""
    return ResultView(
        total=result.total,
        present=result.present,
        base=result.base,
        needed=result.needed,
        carried=result.carried,
        counts=tuple((choice.id, result.counts[choice.id]) for choice in motion.choices),
        invalid=result.invalid,
        late=result.late,
        not_voted=result.not_voted,
        entered=result.entered,
        entered_invalid=result.entered_invalid,
        quorum=result.quorum,
        quorum_needed=result.quorum_needed,
        elected=result.elected,
        tied=result.tied,
        flags=result.flags,
        tie=result.tie,
        chair=result.chair,
        routes=tuple(sorted(result.routes.items())),
        sentence_vi=result.sentence_vi,
        sentence_en=result.sentence_en,
        closed_at=closed_at,
        log_mark=log_mark,
        present_at_close=present_at_close,
    )


def ballot_of(event: Event) -> CastBallot:
    """The ballot in an event of a motion's log. Raises ``SohopError(MALFORMED)`` for anything else."""
    if not isinstance(event.body, CastBallot):
        raise SohopError(Code.MALFORMED)
    return event.body


def _view(
    book: Book,
    manifest: Manifest,
    motion: Motion,
    number: int,
    names: Mapping[str, str],
    facts: MotionFacts,
    people: Mapping[str, str],
    laptops: voting_device.Told,
) -> MotionView:
    fixed = motion_digest(manifest, motion)
    state, lull = phase_of(book, motion, facts, fixed)
    return MotionView(
        id=motion.id,
        meeting=manifest.meeting.id,
        item=motion.item,
        number=number,
        title=motion.title,
        question=motion.question,
        documents=tuple((d.id, names.get(d.id, d.id)) for d in motion.documents),
        choices=motion.choices,
        max_choices=motion.max_choices,
        secrecy=motion.secrecy,
        timing=motion.window.timing,
        state=state,
        lull=lull,
        elsewhere=voting_device.elsewhere(book, motion, facts, fixed, laptops),
        opened_at=facts.openings.get(fixed) or motion.window.opens,
        ended_at=facts.ended(fixed),
        until=motion.window.until,
        ask_passphrase=motion.ask_passphrase,
        on_roll=_on_roll(manifest, book),
        rule=motion.rule,
        ballot=_ballot(book, motion, facts),
        by_hand=counting.own_entry(book, facts, fixed, people),
        result=(
            result_view(motion, manifest.roll, facts.closing)
            if facts.closing is not None and facts.annulled is None
            else None
        ),
        annulled=facts.annulled.reason if facts.annulled else "",
        room=recorders.shown(book, motion, facts.recorder),
    )


def _ballot(book: Book, motion: Motion, facts: MotionFacts) -> BallotView:
    mine = _mine(book, facts)
    refused = [ballot for ballot in facts.refused if ballot.person == book.identity.person]
    if refused and (not mine or refused[-1].ballot.ballot_seq > mine[-1].ballot.ballot_seq):
        last = refused[-1]
        return BallotView(
            BallotState.REFUSED, last.ballot.choices, last.ballot.text, last.at, reason=last.refusal
        )
    if not mine:
        return BallotView(BallotState.NONE)
    last = mine[-1]
    view = BallotView(
        state=BallotState.SEALED if last.standing is Standing.PENDING else BallotState.RECEIVED,
        choices=last.ballot.choices,
        text=last.ballot.text,
        sealed_at=last.at,
        received_at=last.recorded,
        proved=last.proved,
        passage=Passages(book).of(last.id, facts.recorder or OFFICE)
        if last.standing is Standing.PENDING
        else ONLY_HERE,
    )
    if facts.closing is None:
        reason = _RESERVED.get(last.reservation, "")
        if reason == "late" and motion.window.late is Late.MAY_BE_ADMITTED:
            reason = _admission(last, facts)
        return replace(view, state=BallotState.NOT_COUNTED, reason=reason) if reason else view
    status = next((s for s in facts.closing.statuses if str(s.ballot) == str(last.id)), None)
    if status is None:
        if last.standing is Standing.PENDING:
            return view
        return _settled(view, BallotState.NOT_COUNTED, facts.closing, "late")
    state = BallotState.COUNTED if status.counted else BallotState.NOT_COUNTED
    return _settled(view, state, facts.closing, status.reason)


def _admission(late: BallotFact, facts: MotionFacts) -> str:
    """How far a late ballot has come that may be admitted."""
    mine = [
        one
        for one in facts.entries
        if isinstance(one.entry, AdmitBallot) and str(one.entry.ballot) == str(late.id)
    ]
    if any(one.counts for one in mine):
        return "late_admitted"
    return "late_proposed" if any(one.waits for one in mine) else "late_may_count"


def _settled(view: BallotView, state: BallotState, closing: Closing, reason: str) -> BallotView:
    return replace(view, state=state, settled_at=closing.closed, reason=reason)


def _mine(book: Book, facts: MotionFacts) -> list[BallotFact]:
    return [ballot for ballot in facts.ballots if ballot.person == book.identity.person]


def _on_roll(manifest: Manifest, book: Book) -> bool:
    return any(entry.person == book.identity.person for entry in manifest.roll)


def _takes_text(motion: Motion, choices: tuple[str, ...]) -> bool:
    return any(choice.free_text and choice.id in choices for choice in motion.choices)
