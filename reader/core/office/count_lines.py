"""What the result sheet says of votes by hand and on paper, and of late ballots that were admitted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reader.core.plain import plain_line
from reader.core.views import EntryView, NamedBallot
from sync.model.counts import Means, Named, Totals

MEANS: Final = {Means.HAND: "giơ tay", Means.PAPER: "phiếu giấy"}


@dataclass(frozen=True)
class CountLine:
    """Votes counted together: by which means, how many were asked or given a ballot, and what came back."""

    means: str
    given: str
    returned: str
    valid: str
    invalid: str


def count_lines(entries: Iterable[EntryView]) -> tuple[CountLine, ...]:
    """A line for each means by which votes were counted together."""
    found: dict[Means, list[Totals]] = {}
    for entry in entries:
        if isinstance(entry.votes, Totals) and entry.means is not None:
            found.setdefault(entry.means, []).append(entry.votes)
    return tuple(_line(means, found[means]) for means in Means if means in found)


def tellers(entries: Iterable[EntryView]) -> tuple[str, ...]:
    """Those who counted, each once."""
    named = (name for entry in entries if isinstance(entry.votes, Totals) for name in entry.votes.tellers)
    return tuple(dict.fromkeys(plain_line(name) for name in named))


def vouched(entries: Iterable[EntryView]) -> tuple[str, ...]:
    """Who wrote such votes down and who confirmed them, a text for each two persons and kind."""
    votes: dict[tuple[str, str, str], int] = {}
    for entry in entries:
        if entry.means is None:
            continue
        if isinstance(entry.votes, Named):
            kind, number = f"{MEANS[entry.means]}, ghi theo tên", 1
        elif isinstance(entry.votes, Totals):
            kind, number = f"{MEANS[entry.means]}, đếm chung", entry.votes.returned
        else:
            continue
        key = (kind, plain_line(entry.author), plain_line(entry.confirmer))
        votes[key] = votes.get(key, 0) + number
    return tuple(
        f"{kind}: {number} phiếu ({author} ghi, {confirmer} xác nhận)"
        for (kind, author, confirmer), number in sorted(votes.items())
    )


def admitted(ballots: Iterable[NamedBallot]) -> tuple[str, ...]:
    """Whose late ballot counts all the same, why, and who says so."""
    return tuple(
        f"{plain_line(ballot.name)} ({_why(ballot.entry)})"
        for ballot in ballots
        if ballot.entry is not None and ballot.entry.means is None and ballot.counted
    )


def note(ballot: NamedBallot) -> str:
    """Who vouches for a vote that the desk entered or admitted; nothing for a ballot that came by itself."""
    entry = ballot.entry
    if entry is None:
        return ""
    if entry.means is None:
        return f"đến muộn, được chấp nhận: {_why(entry)}"
    return f"{plain_line(entry.author)} ghi, {plain_line(entry.confirmer)} xác nhận"


def _why(admission: EntryView) -> str:
    author, confirmer = plain_line(admission.author), plain_line(admission.confirmer)
    return f"{plain_line(admission.reason)}; {author} đề nghị, {confirmer} xác nhận"


def _line(means: Means, several: list[Totals]) -> CountLine:
    name = MEANS[means]
    returned, invalid = sum(one.returned for one in several), sum(one.invalid for one in several)
    return CountLine(
        means=name[:1].upper() + name[1:],
        given=str(sum(len(one.persons) for one in several)),
        returned=str(returned),
        valid=str(returned - invalid),
        invalid=str(invalid),
    )
