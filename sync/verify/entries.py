"""Votes by hand and on paper, and late ballots that were admitted: what two people of the desk signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sync.verify.counting import Ballot, Votes
from sync.verify.motion import Motion
from sync.verify.reading import Node, Why
from sync.verify.signed import COUNTS, RUNS, Device, Office, Signed
from sync.verify.steps import Step

MOST = 10_000
_NAMED = {"hand": Step.HAND_NAMED, "paper": Step.PAPER_NAMED}
_TOTALS = {"hand": Step.HAND_TOTALS, "paper": Step.PAPER_TOTALS}


@dataclass
class Entries:
    """What the entries of a file say."""

    votes: list[Votes] = field(default_factory=list)
    admitted: set[str] = field(default_factory=set)
    """Ballots."""
    persons: set[str] = field(default_factory=set)
    """Who stands in one: each in one only."""
    told: list[tuple[Step, dict[str, object]]] = field(default_factory=list)
    """What they are and who vouches for them, for whoever reads it."""


@dataclass
class Reader:
    """Reads and checks the entries of one motion: check 11."""

    office: Office
    motion: Motion
    meeting: str
    digest: str
    roll: Mapping[str, str]
    """Names by person."""
    ballots: Mapping[str, Ballot]
    _found: Entries = field(default_factory=Entries)

    def read(self, node: Node, closed: Mapping[str, str]) -> Entries:
        """All of them. ``closed`` are those that the closing names, with their confirmations."""
        found = self._found
        by_name: dict[tuple[str, str, str], int] = {}
        last = ""
        for one in node.each(MOST):
            one.only("entry", "confirm")
            entry, author = self._act(one["entry"])
            confirm, other = self._act(one["confirm"])
            confirm.said["body"]["type"].same("votes.confirm")
            confirm.said["body"]["entry"].same(entry.digest)
            one.need(last < entry.digest, Why.ORDER)
            one.need(closed.get(entry.digest) == confirm.digest, Why.NOT_CLOSED)
            one["confirm"].need(author.person != other.person, Why.SAME_PERSON)
            last = entry.digest
            body = entry.said["body"]
            if body["type"].value == "votes.admit":
                found.admitted.add(self._admission(body, one, author, other))
                continue
            body["type"].same("votes.enter")
            votes = self._votes(body)
            found.votes.append(votes)
            if votes.named:
                by = (votes.means, author.name, other.name)
                by_name[by] = by_name.get(by, 0) + 1
            else:
                found.told.append(_totals(body["votes"], votes, author, other))
        found.told[:0] = [
            (_NAMED[means], {"n": number, "author": author_name, "other": other_name})
            for (means, author_name, other_name), number in sorted(by_name.items())
        ]
        return found

    def _act(self, node: Node) -> tuple[Signed, Device]:
        envelope, device = self.office.act(node, COUNTS)
        said = envelope.said
        said["meeting"].need(said["meeting"].value == self.meeting, Why.OTHER_MOTION)
        motion = said["body"]["motion"]
        motion.need(motion.value == self.motion.id, Why.OTHER_MOTION)
        return envelope, device

    def _admission(self, body: Node, place: Node, author: Device, other: Device) -> str:
        one, two = author.roles & RUNS, other.roles & RUNS
        place.need(bool(one) and bool(two) and one | two == RUNS, Why.ROLE)
        ballot = body["ballot"]
        body.need(self.motion.admits, Why.RULE)
        late = self.ballots.get(ballot.digest())
        if late is None:
            ballot.fail(Why.LACKING)
        ballot.need(late.late, Why.NOT_LATE)
        reason = body["reason"].text()
        body["reason"].need(reason != "", Why.LACKING)
        self._once(ballot, late.person)
        voter = self.roll.get(late.person, late.person)
        told: dict[str, object] = {
            "voter": voter,
            "author": author.name,
            "other": other.name,
            "reason": reason,
        }
        self._found.told.append((Step.ADMITTED, told))
        return late.id

    def _votes(self, body: Node) -> Votes:
        body["motion_digest"].same(self.digest)
        means, said = body["means"], body["votes"]
        means.need(means.value in ("hand", "paper"), Why.TYPE, wanted="hand | paper")
        named = said["type"].value == "named"
        said["type"].need(named or said["type"].value == "totals", Why.TYPE, wanted="named | totals")
        if self.motion.secret:
            said.need(not named and means.value == "paper", Why.SECRET)
        votes = self._by_name(means.text(), said) if named else self._totals(means.text(), said)
        persons = [said["person"]] if named else said["persons"].each(5_000)
        for one, person in zip(persons, votes.persons, strict=True):
            one.need(person in self.roll, Why.NOT_ON_ROLL)
            self._once(one, person)
        return votes

    def _by_name(self, means: str, said: Node) -> Votes:
        choices = tuple(one.text() for one in said["choices"].each(200))
        said["choices"].need(self.motion.valid(choices), Why.NOT_FITTING)
        return Votes(means, True, (said["person"].id(),), 1, 0, tuple((one, 1) for one in choices))

    def _totals(self, means: str, said: Node) -> Votes:
        persons = tuple(one.id() for one in said["persons"].each(5_000))
        said["persons"].need(len(persons) > 0, Why.LACKING)
        returned, invalid = said["returned"].number(), said["invalid"].number()
        said["returned"].need(returned <= len(persons), Why.NOT_FITTING)
        said["invalid"].need(invalid <= returned, Why.NOT_FITTING)
        counts = read_counts(said["counts"], self.motion)
        said["counts"].need(self.motion.fits(list(counts.values()), returned - invalid), Why.NOT_FITTING)
        return Votes(means, False, persons, returned, invalid, tuple(counts.items()))

    def _once(self, place: Node, person: str) -> None:
        place.need(person not in self._found.persons, Why.TWICE)
        self._found.persons.add(person)


def read_closed(node: Node) -> dict[str, str]:
    """The closing's: confirmation by entry, in order of entry."""
    found: dict[str, str] = {}
    last = ""
    for one in node.each(MOST):
        one.need(one.count(2) == 2, Why.TYPE, wanted="array")
        entry, confirm = (each.digest() for each in one.each(2))
        one.need(last < entry, Why.ORDER)
        found[entry] = confirm
        last = entry
    return found


def read_counts(node: Node, motion: Motion) -> dict[str, int]:
    """Votes by choice, each choice once and in the motion's order."""
    votes: dict[str, int] = {}
    node.need(node.count(200) == len(motion.labels), Why.NOT_FITTING)
    for one, choice in zip(node.each(200), motion.labels, strict=True):
        one.need(one.count(2) == 2, Why.TYPE, wanted="array")
        name, number = one.each(2)
        name.same(choice)
        votes[choice] = number.number()
    return votes


def _totals(said: Node, votes: Votes, author: Device, other: Device) -> tuple[Step, dict[str, object]]:
    tellers = [one.text() for one in said["tellers"].each(20)]
    return _TOTALS[votes.means], {
        "given": len(votes.persons),
        "returned": votes.returned,
        "valid": votes.returned - votes.invalid,
        "invalid": votes.invalid,
        "tellers": ", ".join(tellers) or "–",
        "author": author.name,
        "other": other.name,
    }
