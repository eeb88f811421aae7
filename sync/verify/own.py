"""The form ``own``: what a delegate's file shows of their own, and whether the recorder's totals fit it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sync.verify.counting import REASONS, Ballot, Count, Result, judge
from sync.verify.entries import Entries, read_counts
from sync.verify.motion import Motion
from sync.verify.reading import Node, Why
from sync.verify.signed import Office
from sync.verify.tree import extends, leaf_hash, stands_in

_UNLESS_OTHERS = {
    "": ("", "replaced", "equivocation"),
    "invalid": ("invalid", "replaced", "equivocation"),
    "equivocation": ("equivocation", "replaced"),
}
"""What a person's ballot may also have become by ballots of another laptop of theirs, not in the file."""
_USABLE = frozenset({"", "invalid", "replaced", "equivocation"})
"""What becomes of those that are not set aside."""


def read_places(office: Office, ballots: Node, motion: str, size: int, root: bytes) -> None:
    """Check 9: each stands in the log as it was received, which the closed log extends."""
    before = -1
    for one in ballots.each():
        one.only("envelope", "leaf", "index", "head", "path", "link")
        head = office.by_recorder(one["head"], "head").said
        head["motion"].need(head["motion"].value == motion, Why.OTHER_MOTION)
        then, then_root = head["size"].number(1), bytes.fromhex(head["root"].digest())
        index = one["index"].number()
        one["index"].need(before < index, Why.ORDER)
        path, link = ([each.data(32) for each in one[name].each(64)] for name in ("path", "link"))
        one["path"].need(stands_in(then_root, then, index, leaf_hash(one["leaf"].data()), path), Why.PROOF)
        one["link"].need(extends(then, then_root, size, root, link), Why.PROOF)
        before = index


def need_own(node: Node, entries: Entries, person: str) -> None:
    """Check 11: one entry at most, and it is about this person alone."""
    node.need(node.count() <= 1, Why.TWICE)
    for votes in entries.votes:
        node.need(votes.named and votes.persons == (person,), Why.NOT_OWN)


def read_statuses(statuses: Node, size: int) -> dict[str, str]:
    """What became of each ballot in the log, by the closing: reason by ballot."""
    reasons: dict[str, str] = {}
    last = ""
    for one in statuses.each():
        ballot, reason = one["ballot"].digest(), one["reason"].text()
        one["ballot"].need(last < ballot, Why.ORDER)
        one["reason"].need(reason in REASONS, Why.TYPE, wanted="reason")
        one["counted"].same(reason == "")
        reasons[ballot] = reason
        last = ballot
    statuses.need(len(reasons) == size, Why.FIGURE, expected=size, found=len(reasons))
    return reasons


def need_fates(
    node: Node, ballots: Sequence[Ballot], counted: Count, reasons: Mapping[str, str], *, alone: bool
) -> list[str]:
    """Check 12: what is told of the file's ballots can be. ``alone``: the file has no entry.

    Returns what is told, in their order.
    """
    usable = [one.id for one in ballots if counted.fates[one.id] in _USABLE]
    # Somebody who stands in totals, which are not theirs to read.
    by_hand = alone and bool(usable) and all(reasons.get(one) == "by_hand" for one in usable)
    for ballot, place in zip(ballots, node.each(), strict=True):
        told, fate = reasons.get(ballot.id), counted.fates[ballot.id]
        can_be = (
            by_hand if told == "by_hand" and fate in _USABLE else told in _UNLESS_OTHERS.get(fate, (fate,))
        )
        place.need(can_be, Why.FATE, expected=fate or "counted")
    return [reasons[one.id] for one in ballots]


def votes_of(
    motion: Motion, ballots: Sequence[Ballot], reasons: Mapping[str, str], entries: Entries
) -> dict[str, int]:
    """What the file's own ballots that are told to count, and its entry, give each choice."""
    votes = dict.fromkeys(motion.labels, 0)
    given = [choice for one in ballots if reasons[one.id] == "" for choice in one.choices]
    given += [choice for entry in entries.votes for choice, _ in entry.counts]
    for choice in given:
        votes[choice] += 1
    return votes


def read_figures(
    said: Node,
    motion: Motion,
    reasons: Sequence[str],
    *,
    mine: Mapping[str, int],
    entered_mine: int,
    total: int,
    present: int,
) -> Result:
    """Check 13: the recorder's totals fit together, and ``mine``: what the file's person gave, by choice.

    ``reasons`` are those of all ballots in the log.
    """
    counting, invalid_ballots = reasons.count(""), reasons.count("invalid")
    invalid, late, absent, entered, entered_invalid = (
        said[name].number() for name in ("invalid", "late", "not_voted", "entered", "entered_invalid")
    )
    said["not_voted"].need(counting + invalid_ballots + entered + absent == total, Why.NOT_FITTING)
    said["entered"].need(entered_mine <= entered, Why.NOT_FITTING)
    said["entered"].need(entered == 0 or said["entries"].count() > 0, Why.NOT_FITTING)
    said["entered_invalid"].need(entered_invalid <= entered, Why.NOT_FITTING)
    said["invalid"].need(invalid == invalid_ballots + entered_invalid, Why.NOT_FITTING)
    said["late"].need(late <= reasons.count("late"), Why.NOT_FITTING)
    votes = read_counts(said["counts"], motion)
    fits = motion.fits(list(votes.values()), counting + entered - entered_invalid)
    fits = fits and all(votes[choice] >= number for choice, number in mine.items())
    said["counts"].need(fits, Why.NOT_FITTING)
    result = judge(
        motion,
        total=total,
        present=present,
        votes=votes,
        invalid=invalid,
        late=late,
        not_voted=absent,
        entered=entered,
        entered_invalid=entered_invalid,
        chair=said["chair"].text(),
    )
    told = said["chair"]
    told.need(told.value == "" or (result.tie and told.value in motion.labels), Why.NOT_FITTING)
    return result
