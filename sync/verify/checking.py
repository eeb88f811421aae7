"""The checks of docs/EVIDENCE.md, in its order; the first that fails ends it."""

from __future__ import annotations

from datetime import timedelta

from sync.verify import own
from sync.verify.counting import Ballot, Count, Result, count, judge
from sync.verify.entries import Entries, Reader, read_closed
from sync.verify.motion import Motion, moment, motion_digest, motions_of, read_motion, roll_of, shown
from sync.verify.office import read_office
from sync.verify.reading import BrokenError, Node, Why, parse
from sync.verify.sentences import sentences
from sync.verify.signed import Device, Signed, grouped
from sync.verify.steps import Outcome, Step
from sync.verify.tree import leaf_hash, root_of

FORMAT = "sohop closed motion"
VERSION = 1
_BOTH = (
    *("format", "version", "form", "tenant", "root_key", "roots", "roster", "devices"),
    *("manifest", "meeting", "motion", "opening", "end", "close", "closing", "entries", "ballots", "result"),
)
LEAST_S = 30
"""Seconds for which a strict motion is open at least, unless whoever ends it insists."""


def check(file: Node, root_key: bytes | None = None) -> Outcome:
    """Check all of a file that was read; ``root_key`` is the office's, from elsewhere."""
    outcome = Outcome()
    try:
        _Check(file, root_key, outcome).run()
    except BrokenError as broken:
        outcome.broken = broken
    except RecursionError:
        outcome.broken = BrokenError("", Why.DEEP)
    return outcome


class _Check:
    def __init__(self, file: Node, root_key: bytes | None, outcome: Outcome) -> None:
        self._file = file
        self._given = root_key
        self._outcome = outcome

    def run(self) -> None:
        self._whole()
        self._office()
        self._manifest()
        self._acts()
        self._closing()
        if self._named:
            counted, result = self._all_ballots()
        else:
            counted, result = None, self._own_ballots()
        self._result(result, counted)

    def _held(self, step: Step, **fields: object) -> None:
        self._outcome.held.append((step, fields))

    def _whole(self) -> None:
        file = self._file
        if not isinstance(file.value, dict) or file.value.get("format") != FORMAT:
            file.fail(Why.NO_EXPORT)
        version = file["version"].number()
        file["version"].need(version == VERSION, Why.VERSION, version=version)
        form = file["form"]
        form.need(form.value in ("named", "own"), Why.TYPE, wanted="named | own")
        self._named = form.value == "named"
        file.only(*_BOTH, "head" if self._named else "person")
        self._tenant, self._meeting, self._name = (file[one].id() for one in ("tenant", "meeting", "motion"))
        self._held(Step.FILE, form=form.value)

    def _office(self) -> None:
        self._people = read_office(self._file, self._tenant, self._given, self._held)

    def _manifest(self) -> None:
        envelope, signers = self._people.manifest(self._file["manifest"])
        said = envelope.said
        meeting = said["meeting"]["id"]
        meeting.need(meeting.id() == self._meeting, Why.OTHER_MOTION)
        roll, found = roll_of(said), motions_of(said)
        said["motions"].need(self._name in found, Why.OTHER_MOTION)
        motion = found[self._name]
        self._packet, self._roll = envelope, roll
        self._motion: Motion = read_motion(motion)
        self._digest = motion_digest(self._tenant, meeting, motion, said["roll"])
        self._held(
            Step.MANIFEST,
            version=said["version"].number(1),
            secretary=signers[0].name,
            approver=signers[1].name,
            question=self._motion.question,
            n=len(roll),
        )

    def _acts(self) -> None:
        room = self._people.read_recorder(self._file["closing"])
        if room:
            self._file["opening"].need(not self._file["opening"].missing, Why.LACKING)
            self._held(Step.ROOM, name=room)
        self._close, closer = self._act("close", "motion.close")
        self._closer = closer
        self._end: Signed | None = None
        if not self._file["end"].missing:
            self._end, self._ender = self._act("end", "motion.end")
        self._opening: Signed | None = None
        if self._file["opening"].missing:
            self._file["opening"].need(not self._motion.strict, Why.LACKING)
            self._held(Step.SCHEDULE, closer=closer.name)
            return
        self._opening, opener = self._act("opening", "motion.open")
        self._opening.said["body"]["motion_digest"].same(self._digest)
        self._held(Step.ACTS, opener=opener.name, closer=closer.name)

    def _act(self, name: str, kind: str) -> tuple[Signed, Device]:
        envelope, device = self._people.act(self._file[name])
        envelope.said["body"]["type"].same(kind)
        self._of_motion(envelope.said, envelope.said["body"]["motion"])
        return envelope, device

    def _of_motion(self, said: Node, motion: Node) -> None:
        said["meeting"].need(said["meeting"].value == self._meeting, Why.OTHER_MOTION)
        motion.need(motion.value == self._name, Why.OTHER_MOTION)

    def _closing(self) -> None:
        envelope = self._people.by_recorder(self._file["closing"], "closing")
        said = self._said = envelope.said
        self._of_motion(said, said["motion"])
        said["motion_digest"].same(self._digest)
        said["manifest"].same(self._packet.digest)
        said["act"].same(self._close.digest)
        said["closed_by"].same(self._closer.person)
        said["opening"].same("" if self._opening is None else self._opening.digest)
        opened = None if self._opening is None else self._opening.said["body"]["present"]
        said["present"].same([] if opened is None else opened.value)
        said["present_at_close"].same(self._close.said["body"]["present"].value)
        self._present, at_close = (
            len({one.id() for one in said[name].each(5_000)} & self._roll.keys())
            for name in ("present", "present_at_close")
        )
        then = (said["epoch"].number(1), said["roster"].number(1))
        now = (self._people.epoch, self._people.number)
        self._file["roster"].need(now >= then, Why.OLD_ROSTER, number=now[1], least=then[1])
        self._size, self._root = said["size"].number(), bytes.fromhex(said["root"].digest())
        self._held(Step.CLOSING, mark=grouped(self._root.hex()))
        self._held(Step.PRESENT, opened=self._present, closed=at_close)
        self._time()

    def _time(self) -> None:
        """When it was open, and what the log held when that ended."""
        said, end = self._said, self._end
        said["end"].same("" if end is None else end.digest)
        self._in_time = said["in_time"].number(0, self._size)
        opened, closed = moment(said["opened"]), moment(said["closed"])
        if end is None:
            said["ended"].same(None)
            said["in_time"].same(self._size)
            ended, act, last = closed, self._close, said["closed"]
        else:
            ended, act, last = moment(said["ended"]), end, said["ended"]
            when = shown(ended)
            self._held(Step.ENDED, ender=self._ender.name, when=when, n=self._in_time)
        early = act.said["body"]["early"].flag()
        if self._motion.strict and ended - opened < timedelta(seconds=LEAST_S):
            last.need(early, Why.EARLY, n=LEAST_S)
            self._held(Step.EARLY, n=LEAST_S)

    # --- votes by hand and on paper

    def _entries(self, ballots: list[Ballot]) -> Entries:
        """Check 11; the same in both forms but for how many there are."""
        node, closed = self._file["entries"], read_closed(self._said["entries"])
        found = Reader(
            office=self._people,
            motion=self._motion,
            meeting=self._meeting,
            digest=self._digest,
            roll=self._roll,
            ballots={one.id: one for one in ballots},
        ).read(node, closed)
        if self._named:
            node.need(node.count() == len(closed), Why.FIGURE, expected=len(closed), found=node.count())
        self._outcome.held += found.told
        return found

    # --- the form for those who may see all ballots

    def _all_ballots(self) -> tuple[Count, Result]:
        self._log()
        ballots = self._read_ballots()
        self._held(Step.BALLOTS, n=len(ballots))
        entries = self._entries(ballots)
        counted = count(
            self._motion, self._digest, self._roll.keys(), ballots, entries.votes, entries.admitted
        )
        self._fates(counted)
        result = judge(
            self._motion,
            total=len(self._roll),
            present=self._present,
            votes=counted.votes,
            invalid=counted.invalid,
            late=counted.late,
            not_voted=len(self._roll) - counted.voted,
            entered=counted.entered,
            entered_invalid=counted.entered_invalid,
            chair=counted.chair,
        )
        said = self._said
        said["counts"].same([[choice, votes] for choice, votes in counted.votes.items()])
        for name in ("invalid", "late", "not_voted", "entered", "entered_invalid", "chair"):
            said[name].same(getattr(result, name))
        self._held(Step.FIGURES)
        return counted, result

    def _log(self) -> None:
        ballots = self._file["ballots"]
        ballots.need(ballots.count() == self._size, Why.FIGURE, expected=self._size, found=ballots.count())
        root = root_of(leaf_hash(one["leaf"].data()) for one in ballots.each())
        ballots.need(root == self._root, Why.ROOT)
        head = self._people.by_recorder(self._file["head"], "head").said
        head["motion"].need(head["motion"].value == self._name, Why.OTHER_MOTION)
        head["size"].same(self._size)
        head["root"].same(self._root.hex())
        self._held(Step.LOG, n=self._size)

    def _fates(self, counted: Count) -> None:
        statuses = self._said["statuses"]
        found = statuses.count()
        statuses.need(found == len(counted.fates), Why.FIGURE, expected=len(counted.fates), found=found)
        for one, (ballot, reason) in zip(statuses.each(), sorted(counted.fates.items()), strict=True):
            one["ballot"].same(ballot)
            one["reason"].need(one["reason"].value == reason, Why.FATE, expected=reason or "counted")
            one["counted"].same(reason == "")
        self._held(Step.FATES, n=sum(reason == "" for reason in counted.fates.values()), all=found)
        if revoked := sum(reason == "revoked" for reason in counted.fates.values()):
            self._held(Step.REVOKED, n=revoked)

    # --- the form for a delegate

    def _own_ballots(self) -> Result:
        file, person = self._file, self._file["person"]
        person.need(person.id() in self._roll, Why.NOT_ON_ROLL)
        file["ballots"].need(file["ballots"].count() + file["entries"].count() > 0, Why.LACKING)
        own.read_places(self._people, file["ballots"], self._name, self._size, self._root)
        ballots = self._read_ballots()
        for ballot, node in zip(ballots, file["ballots"].each(), strict=True):
            node["leaf"].need(
                ballot.person == person.value, Why.MISMATCH, expected=person.value, found=ballot.person
            )
        if ballots:
            self._held(Step.LOG_OWN, n=self._size)
            self._held(Step.BALLOTS_OWN, n=len(ballots))
        entries = self._entries(ballots)
        own.need_own(file["entries"], entries, person.id())
        counted = count(
            self._motion, self._digest, self._roll.keys(), ballots, entries.votes, entries.admitted
        )
        reasons = own.read_statuses(self._said["statuses"], self._size)
        told = own.need_fates(file["ballots"], ballots, counted, reasons, alone=not entries.persons)
        if ballots:
            self._held(Step.FATES_OWN, n=told.count(""), all=len(ballots))
        if revoked := told.count("revoked"):
            self._held(Step.REVOKED, n=revoked)
        result = own.read_figures(
            self._said,
            self._motion,
            list(reasons.values()),
            mine=own.votes_of(self._motion, ballots, reasons, entries),
            entered_mine=counted.entered,
            total=len(self._roll),
            present=self._present,
        )
        self._held(Step.FIGURES_OWN)
        return result

    # --- both

    def _read_ballots(self) -> list[Ballot]:
        revoked = {
            one["ballot"].value for one in self._said["statuses"].each() if one["reason"].value == "revoked"
        }
        seen: set[str] = set()
        used: set[str] = set()
        ballots = []
        for place, one in enumerate(self._file["ballots"].each()):
            if self._named:
                one.only("envelope", "leaf")
            index = place if self._named else one["index"].number()
            ballot, device = self._ballot(one, index, revoked)
            one.need(ballot.id not in seen, Why.TWICE)
            seen.add(ballot.id)
            used.add(device.device)
            ballots.append(ballot)
        for extra, name in zip(self._file["devices"].each(), self._people.certified, strict=True):
            extra.need(name in used, Why.UNKNOWN)
        return ballots

    def _ballot(self, one: Node, index: int, revoked: set[object]) -> tuple[Ballot, Device]:
        leaf = parse(one["leaf"].data(), one["leaf"].place)
        envelope, device = self._people.event(one["envelope"])
        said, body = envelope.said, envelope.said["body"]
        body["type"].same("ballot")
        self._of_motion(said, body["motion"])
        leaf["ballot"].same(envelope.digest)
        leaf["person"].same(device.person)
        leaf["device"].same(device.device)
        recorded = moment(leaf["recorded"])
        ballot = Ballot(
            id=envelope.digest,
            person=device.person,
            digest=body["motion_digest"].digest(),
            choices=tuple(choice.text() for choice in body["choices"].each(200)),
            number=body["ballot_seq"].number(1),
            late=self._motion.is_late(index, recorded, self._in_time),
            revoked=envelope.digest in revoked,
            via=leaf["via"].text(),
        )
        return ballot, device

    def _result(self, found: Result, counted: Count | None) -> None:
        vi, en = sentences(self._motion, found)
        expected: dict[str, object] = {
            "total": found.total,
            "present": found.present,
            "cast": found.cast,
            "base": found.base,
            "needed": found.needed,
            "carried": found.carried,
            "counts": [[choice, votes] for choice, votes in found.votes.items()],
            "invalid": found.invalid,
            "late": found.late,
            "not_voted": found.not_voted,
            "entered": found.entered,
            "entered_invalid": found.entered_invalid,
            "quorum_needed": found.quorum_needed,
            "quorum": found.quorum,
            "tie": found.tie,
            "chair": found.chair,
            "elected": found.elected,
            "tied": found.tied,
            "flags": found.flags,
            "sentence_vi": vi,
            "sentence_en": en,
        }
        if counted is not None:
            expected["routes"] = [[via, n] for via, n in sorted(counted.routes.items())]
        result = self._file["result"]
        result.only(*expected)
        for name, value in expected.items():
            result[name].same(value)
        self._outcome.sentence_vi, self._outcome.sentence_en = vi, en
        self._held(Step.RESULT)
