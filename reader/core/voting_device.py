"""Máy biểu quyết: on which of the person's laptops they vote, as far as the hub has told this one.

A hint: the hub decides at each ballot, by the same rule. Where it has told nothing there is one laptop.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.book import Book
from reader.core.voting_views import Change, OtherLaptop, VotingView
from reader.store.events import EventState, Known
from sync.model.events import OWN, ChooseVotingDevice, Event
from sync.model.ids import DeviceId, Digest, EventId
from sync.model.motion import Motion
from sync.model.projection import MotionFacts, Standing
from sync.model.voting_device import VotingDevice, voting_device


@dataclass(frozen=True)
class Told:
    """What the hub has told of the person's laptops; nothing where there is one."""

    chosen: tuple[VotingDevice, ...]
    revoked: frozenset[DeviceId]


def told(book: Book) -> Told:
    """Read it once for several motions."""
    chosen = tuple(book.vault.trust.voting())
    freshness = book.vault.trust.read_freshness() if chosen else None
    return Told(chosen, frozenset(freshness.revoked) if freshness is not None else frozenset())


def choose(book: Book) -> EventId:
    """Vote here on what opens after the hub has recorded this. Offer it only while there is a line: one that
    waited would take effect at a surprising time. Raises ``SohopError(DISK_FULL)``."""
    return book.act(OWN, ChooseVotingDevice())


def view(book: Book) -> VotingView:
    """How it stands."""
    known = told(book)
    if not known.chosen or known.chosen[-1].device == book.identity.device:
        return VotingView()
    return VotingView(_other(known, known.chosen[-1]), _change(book))


def elsewhere(
    book: Book, motion: Motion, facts: MotionFacts, fixed: Digest, known: Told
) -> OtherLaptop | None:
    """The other laptop that votes on a motion as it stands (``fixed``, its digest); None when this one does,
    and while it is not open: what is chosen until then holds."""
    chosen = known.chosen
    opened = facts.openings.get(fixed) or motion.window.opens
    if not chosen:
        return None
    if opened is None:
        device: DeviceId | None = chosen[-1].device
    else:
        device = voting_device(chosen, opened, _voted(book, facts, fixed, known.revoked))
    if device is None or device == book.identity.device:
        return None
    return _other(known, next((one for one in chosen if one.device == device), chosen[-1]))


def _voted(book: Book, facts: MotionFacts, fixed: Digest, gone: frozenset[DeviceId]) -> DeviceId | None:
    """The laptop of this person's first recorded ballot on the motion as it stands. Not one that is revoked:
    its ballot may have come after that."""
    came = [
        (ballot.recorded, ballot.ballot.ballot_seq, ballot.device)
        for ballot in facts.ballots
        if ballot.person == book.identity.person
        and ballot.standing in (Standing.ACCEPTED, Standing.DELIVERED)
        and ballot.recorded is not None
        and ballot.ballot.motion_digest == fixed
        and ballot.device not in gone
    ]
    return min(came)[2] if came else None


def _other(known: Told, chosen: VotingDevice) -> OtherLaptop:
    return OtherLaptop(chosen.name, chosen.device in known.revoked)


def _change(book: Book) -> Change:
    mine = [known for known in book.vault.events.of_meeting(OWN) if _is_mine(book, known)]
    if not mine:
        return Change.NONE
    last = max(mine, key=lambda known: known.event.seq if isinstance(known.event, Event) else 0)
    return {EventState.PENDING: Change.WAITING, EventState.REFUSED: Change.REFUSED}.get(
        last.state, Change.NONE
    )


def _is_mine(book: Book, known: Known) -> bool:
    event = known.event
    return (
        isinstance(event, Event)
        and event.device == book.identity.device
        and isinstance(event.body, ChooseVotingDevice)
    )
