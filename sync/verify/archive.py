"""The checks of docs/ARCHIVE.md, in its order; the first that fails ends it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sync.verify.archive_acts import Acts, read_acts
from sync.verify.archive_packet import Packet, read_packet
from sync.verify.archive_page import check_page
from sync.verify.checking import check
from sync.verify.container import Container, Entry
from sync.verify.office import read_office
from sync.verify.reading import BrokenError, Node, Why, parse
from sync.verify.signed import Device, Office, Signed, fingerprint
from sync.verify.steps import Outcome, Step

FORMAT = "sohop archive"
VERSION = 1
PAGE, LIST, SIGNATURES = "muc-luc.html", "ban-liet-ke.json", "chu-ky.json"
OFFICE, ACTS = "chung-thuc/co-quan.json", "chung-thuc/viec.jsonl"
_MB = 1024**2
_KINDS = (
    r"muc-luc\.html",
    r"tai-lieu/[^/]+/[^/]+\.pdf",
    r"tai-lieu-ban-cu/[1-9][0-9]{0,9}/[^/]+\.pdf",
    r"bien-ban/[^/]+\.(?:pdf|docx|xlsx|csv|txt|png|jpg)",
    r"ket-qua/[^/]+\.(?:docx|xlsx)",
    r"y-kien/[^/]+\.(?:docx|xlsx)",
    r"chung-thuc/co-quan\.json",
    r"chung-thuc/ban-ke/([1-9][0-9]{0,9})\.json",
    r"chung-thuc/muc/([0-9a-f]{64})\.json",
    r"chung-thuc/bieu-quyet/([1-9][0-9]{0,3})\.json",
    r"chung-thuc/viec\.jsonl",
)
_ONCE = (PAGE, OFFICE, ACTS)
_DOCUMENTS, _MANIFESTS, _ITEMS, _MOTIONS = (1, 2), 7, 8, 9
_LEFT_OUT = ("items", "documents", "motions", "events")
COUNTERSIGNERS = frozenset({"chair", "approver"})


@dataclass(frozen=True)
class MotionShown:
    """What a motion came to. ``annulled``: it counts for nothing."""

    id: str
    question: str
    sentence_vi: str
    sentence_en: str
    annulled: bool


@dataclass(frozen=True)
class Contents:
    """What a good archive holds, for whoever shows it."""

    tenant: str
    office: str
    fingerprint: str
    signers: tuple[str, ...]
    """Names of who signed the list, ``persons`` their ids."""
    persons: tuple[str, ...]
    until: str
    restricted: bool
    left_out: Mapping[str, int]
    packet: Packet
    motions: tuple[MotionShown, ...]
    sums: Mapping[str, str]
    """SHA-256 of every entry by name, for whoever reads one later: the file may be another by then."""
    digest: str
    """SHA-256 of the list: of all of it."""


@dataclass
class ArchiveOutcome(Outcome):
    """What held; ``contents`` when all did."""

    contents: Contents | None = None


def check_archive(
    path: Path, root_key: bytes | None = None, heard: Callable[[float], None] = lambda _: None
) -> ArchiveOutcome:
    """Check all of an archive; ``root_key`` is the office's, from elsewhere. ``heard`` is told how far it is,
    from 0 to 1, and may raise what ends it."""
    outcome = ArchiveOutcome()
    try:
        with path.open("rb") as file:
            _Check(Container(file), root_key, outcome, heard).run()
    except BrokenError as broken:
        outcome.broken = broken
    except RecursionError:
        outcome.broken = BrokenError("", Why.DEEP)
    except OSError:
        outcome.broken = BrokenError("", Why.NO_FILE, name=path.name)
    return outcome


class _Check:
    def __init__(
        self, zipped: Container, given: bytes | None, outcome: ArchiveOutcome, heard: Callable[[float], None]
    ) -> None:
        self._zip = zipped
        self._given = given
        self._outcome = outcome
        self._heard = heard
        self._digests: dict[str, str] = {}

    def run(self) -> None:
        listed, signatures = self._list()
        self._sums(listed)
        kinds = self._kinds()
        office_file = self._json(self._by_name[OFFICE], 64)
        office_file.only("tenant", "root_key", "roots", "roster", "devices")
        office_file["tenant"].same(self._tenant)
        office = read_office(office_file, self._tenant, self._given, self._held)
        signers = self._signed(office, listed, signatures)
        left = self._left_out(listed)
        packet = read_packet(
            office,
            self._meeting,
            manifests=(self._json(each, 48) for each in kinds[_MANIFESTS]),
            items=(self._json(each, 32) for each in kinds[_ITEMS]),
            files=[each for kind in _DOCUMENTS for each in kinds[kind]],
            digests=self._digests,
            left_out=(left["items"], left["documents"]),
            restricted=listed["restricted"].flag(),
        )
        listed["title"].same(packet.title)
        acts = read_acts(office, self._meeting, self._lines(), left["events"])
        known = packet.known
        for version in packet.versions:
            self._held(Step.VERSION, **version.told)
            if version.previous and version.previous not in known and version.previous not in acts.ids:
                self._held(Step.GAP, version=version.number)
        self._held(Step.EVENTS, n=len(acts.ids))
        motions = self._motions(office_file, kinds[_MOTIONS], packet, acts, left["motions"])
        page = self._zip.read(self._by_name[PAGE], 64 * _MB)
        self._still(PAGE, hashlib.sha256(page).hexdigest())
        check_page(page, PAGE, self._by_name)
        self._notes(listed, left)
        key = self._given or office_file["root_key"].data(32)
        self._outcome.contents = Contents(
            tenant=self._tenant,
            office=office.name,
            fingerprint=fingerprint(key),
            signers=tuple(device.name for device in signers),
            persons=tuple(device.person for device in signers),
            until=listed["until"].text(64),
            restricted=listed["restricted"].flag(),
            left_out={name: left[name].count(1_000_000) for name in _LEFT_OUT},
            packet=packet,
            motions=tuple(motions),
            sums=self._digests,
            digest=hashlib.sha256(self._payload).hexdigest(),
        )

    def _held(self, step: Step, **fields: object) -> None:
        self._outcome.held.append((step, fields))

    # --- the list

    def _list(self) -> tuple[Node, Node]:
        entries = self._zip.entries
        self._by_name = {entry.name: entry for entry in entries}
        for name in (LIST, SIGNATURES, *_ONCE):
            if name not in self._by_name:
                raise BrokenError(name, Why.LACKING)
        if [entry.name for entry in entries[-2:]] != [LIST, SIGNATURES]:
            raise BrokenError(entries[-1].name, Why.ORDER)
        self._payload = self._zip.read(entries[-2], 64 * _MB)
        listed = parse(self._payload, LIST)
        listed.only(
            *("format", "version", "tenant", "meeting", "title", "until", "restricted", "left_out", "entries")
        )
        listed["format"].same(FORMAT)
        version = listed["version"].number()
        listed["version"].need(version == VERSION, Why.VERSION, version=version)
        self._tenant, self._meeting = listed["tenant"].id(), listed["meeting"].id()
        raw = self._zip.read(entries[-1], _MB)
        signatures = parse(raw, SIGNATURES)
        signatures.only("signatures")
        written = [
            f'{{"signer":"{each["signer"].id()}","value":"{each["value"].text()}"}}'
            for each in signatures["signatures"].each(2)
        ]
        signatures.need(
            raw.decode() == f'{{"signatures":[{",".join(written)}]}}\n', Why.TYPE, wanted="docs/ARCHIVE.md"
        )
        return listed, signatures

    def _sums(self, listed: Node) -> None:
        """Every entry is the one in the list."""
        entries, node = self._zip.entries[:-2], listed["entries"]
        for entry, one in zip(entries, node.each(len(self._zip.entries)), strict=False):
            one.only("name", "size", "sha256")
            one["name"].same(entry.name)
            one["size"].same(entry.size)
        node.need(node.count() == len(entries), Why.FIGURE, expected=len(entries), found=node.count())
        total, done = sum(entry.size for entry in entries) or 1, 0
        for entry, one in zip(entries, node.each(), strict=True):
            sha256 = hashlib.sha256()
            for piece in self._zip.pieces(entry):
                sha256.update(piece)
                done += len(piece)
                self._heard(done / total)
            self._digests[entry.name] = sha256.hexdigest()
            if one["sha256"].digest() != self._digests[entry.name]:
                raise BrokenError(entry.name, Why.DIGEST)
        self._held(Step.ARCHIVE, n=len(entries), size=f"{total / 1e6:.1f}")

    def _kinds(self) -> list[list[Entry]]:
        """The entries by what they are; each kind in its place."""
        found: list[list[Entry]] = [[] for _ in _KINDS]
        at, last = 0, ""
        for entry in self._zip.entries[:-2]:
            kind = next((n for n, each in enumerate(_KINDS) if re.fullmatch(each, entry.name)), None)
            if kind is None:
                raise BrokenError(entry.name, Why.UNKNOWN)
            match = re.fullmatch(_KINDS[kind], entry.name)
            number = match[1] if match is not None and match.re.groups else ""
            # Numbers without zeros before them: the longer is the larger.
            place = f"{number:>10}" if kind in (_MANIFESTS, _MOTIONS) else number
            if kind < at or (kind == at and place and place <= last):
                raise BrokenError(entry.name, Why.ORDER)
            at, last = kind, place
            found[kind].append(entry)
            if kind == _MOTIONS and number != str(len(found[kind])):
                raise BrokenError(entry.name, Why.ORDER)
        return found

    def _signed(self, office: Office, listed: Node, signatures: Node) -> list[Device]:
        node = signatures["signatures"]
        node.need(node.count() in (1, 2), Why.SIGNERS, wanted="1-2")
        signers: list[Device] = []
        read: list[tuple[str, bytes, Node]] = []
        for one, roles in zip(node.each(2), ({"secretary"}, COUNTERSIGNERS), strict=False):
            name = one["signer"].id()
            if name not in office.office:
                one.fail(Why.UNKNOWN_DEVICE, device=name)
            device = office.office[name]
            one.need(bool(roles & device.roles), Why.ROLE)
            signers.append(device)
            read.append((name, one["value"].data(64), one))
        node.need(len({device.person for device in signers}) == len(signers), Why.SAME_PERSON)
        envelope = Signed(signatures, "archive", self._payload, listed, tuple(read))
        office.check(envelope, *(device.key for device in signers))
        self._held(Step.LIST, name=signers[0].name, title=listed["title"].text())
        for other in signers[1:]:
            self._held(Step.COUNTERSIGNED, name=other.name)
        return signers

    def _left_out(self, listed: Node) -> dict[str, Node]:
        node = listed["left_out"]
        node.only(*_LEFT_OUT)
        for name in _LEFT_OUT:
            last = ""
            for one in node[name].each(1_000_000):
                text = one.id() if name == "motions" else one.digest()
                one.need(last < text, Why.ORDER)
                last = text
        return {name: node[name] for name in _LEFT_OUT}

    # --- the parts

    def _json(self, entry: Entry, most: int) -> Node:
        data = self._zip.read(entry, most * _MB)
        self._still(entry.name, hashlib.sha256(data).hexdigest())
        return parse(data, entry.name)

    def _still(self, name: str, digest: str) -> None:
        """What is read again is what was compared with the list: the file may lie where others write."""
        if digest != self._digests[name]:
            raise BrokenError(name, Why.DIGEST)

    def _lines(self) -> Iterator[Node]:
        """The acts, one after another: they may be too many to be held."""
        number, rest, sha256 = 0, b"", hashlib.sha256()
        for piece in self._zip.pieces(self._by_name[ACTS]):
            sha256.update(piece)
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                number += 1
                yield parse(line, f"{ACTS}:{number}")
            if len(rest) > 48 * _MB:
                raise BrokenError(f"{ACTS}:{number + 1}", Why.TOO_LARGE_PART, most=48)
        if rest:
            raise BrokenError(f"{ACTS}:{number + 1}", Why.ZIP_CUT)
        self._still(ACTS, sha256.hexdigest())

    def _motions(
        self, office_file: Node, entries: list[Entry], packet: Packet, acts: Acts, left: Node
    ) -> Iterator[MotionShown]:
        """Check 7."""
        seen: set[str] = set()
        key = self._given or office_file["root_key"].data(32)
        for entry in entries:
            file = self._json(entry, 512)
            found = check(file, key)
            if found.broken is not None:
                place = ": ".join(filter(None, (entry.name, found.broken.place)))
                raise BrokenError(place, found.broken.why, **found.broken.fields)
            file["form"].same("named")
            file["tenant"].same(self._tenant)
            file["meeting"].same(self._meeting)
            file["roster"]["payload"].same(office_file["roster"]["payload"].value)
            manifest, closing = (_digest(file[name]) for name in ("manifest", "closing"))
            file["manifest"].need(manifest in packet.known, Why.NOT_HERE)
            file["closing"].need(closing in acts.closings, Why.NOT_HERE)
            motion = file["motion"].id()
            file["motion"].need(motion not in seen, Why.TWICE)
            seen.add(motion)
            shown = MotionShown(
                id=motion,
                question=packet.question(motion),
                sentence_vi=found.sentence_vi,
                sentence_en=found.sentence_en,
                annulled=motion in acts.annulled,
            )
            self._held(Step.MOTION, question=shown.question, vi=shown.sentence_vi, en=shown.sentence_en)
            if shown.annulled:
                self._held(Step.ANNULLED, question=shown.question)
            yield shown
        closed = set(acts.closings.values())
        for one in left.each(1_000_000):
            one.need(one.id() in closed - seen, Why.NOT_LEFT_OUT)
            seen.add(one.id())
        for motion in sorted(closed - seen):
            raise BrokenError(f"chung-thuc/bieu-quyet ({motion})", Why.LACKING)

    def _notes(self, listed: Node, left: dict[str, Node]) -> None:
        if not listed["restricted"].flag():
            self._held(Step.UNRESTRICTED)
        counts = {name: left[name].count(1_000_000) for name in _LEFT_OUT}
        if any(counts.values()):
            self._held(Step.LEFT_OUT, **counts)


def _digest(envelope: Node) -> str:
    return hashlib.sha256(envelope["payload"].data()).hexdigest()
