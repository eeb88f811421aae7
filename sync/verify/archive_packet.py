"""The packet in an archive: every version that two people signed, its agenda and its documents (check 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from sync.verify.container import Entry
from sync.verify.motion import motions_of, roll_of
from sync.verify.reading import BrokenError, Node, Why
from sync.verify.signed import Office


@dataclass(frozen=True)
class DocumentShown:
    """One document. ``entry`` is where its bytes are; None when it was left out."""

    name: str
    sha256: str
    entry: Entry | None


@dataclass(frozen=True)
class ItemShown:
    """One item of the agenda."""

    number: str
    title: str
    documents: tuple[DocumentShown, ...]


@dataclass(frozen=True)
class Version:
    """One version of the packet; ``told`` are its numbers and who signed it."""

    number: int
    digest: str
    previous: str
    told: dict[str, object]


@dataclass(frozen=True)
class Packet:
    """What is in it. ``items`` are those of the newest version, in the order of the agenda."""

    title: str
    starts: str
    place: str
    versions: tuple[Version, ...]
    items: tuple[ItemShown, ...]
    questions: Mapping[str, str]
    """By motion."""

    @property
    def known(self) -> set[str]:
        """Digests of the manifests."""
        return {version.digest for version in self.versions}

    def question(self, motion: str) -> str:
        """What was asked, as the newest version that has it says."""
        return self.questions.get(motion, motion)


def read_packet(
    office: Office,
    meeting: str,
    *,
    manifests: Iterable[Node],
    items: Iterable[Node],
    files: Sequence[Entry],
    digests: Mapping[str, str],
    left_out: tuple[Node, Node],
    restricted: bool,
) -> Packet:
    """Check all of it, one manifest or item after another. ``files`` are the documents' entries, ``digests``
    the SHA-256 of every entry by name, ``left_out`` the list's items and documents."""
    entries = _by_digest(files, digests)
    agenda = {}
    for node in items:
        digest = digests[node.place]
        node.need(node.place == f"chung-thuc/muc/{digest}.json", Why.DIGEST)
        node["access"].need(restricted or not node["access"].count(5_000), Why.RESTRICTED)
        agenda[digest] = _item(node, entries)
    versions, named, questions = [], set(), {}
    for node in manifests:
        envelope, signers = office.manifest(node)
        said = envelope.said
        said["meeting"]["id"].same(meeting)
        number = said["version"].number(1)
        node.need(node.place == f"chung-thuc/ban-ke/{number}.json", Why.ORDER)
        order = [one.digest() for one in said["items"].each(500)]
        said["items"].need(len(set(order)) == len(order), Why.TWICE)
        named.update(order)
        roll_of(said)
        questions.update({name: one["question"].text() for name, one in motions_of(said).items()})
        here = [agenda[digest] for digest in order if digest in agenda]
        previous = said["previous"]
        versions.append(
            Version(
                number,
                envelope.digest,
                previous.digest() if previous.value else previous.text(0),
                {
                    "version": number,
                    "secretary": signers[0].name,
                    "approver": signers[1].name,
                    "items": len(here),
                    "all": len(order),
                    "documents": sum(len(item.documents) for item in here),
                },
            )
        )
    if not versions:
        raise BrokenError("chung-thuc/ban-ke", Why.LACKING)
    _complete(named, agenda.keys(), left_out[0], "chung-thuc/muc")
    wanted = {one.sha256 for item in agenda.values() for one in item.documents}
    _complete(wanted, entries.keys(), left_out[1], "tai-lieu")
    return Packet(
        title=said["meeting"]["title"].text(),
        starts=said["meeting"]["starts"].text(64),
        place=said["meeting"]["place"].text(),
        versions=tuple(versions),
        items=tuple(here),
        questions=questions,
    )


def _by_digest(files: Sequence[Entry], digests: Mapping[str, str]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in files:
        digest = digests[entry.name]
        if digest in found:
            raise BrokenError(entry.name, Why.TWICE)
        found[digest] = entry
    return found


def _item(node: Node, entries: Mapping[str, Entry]) -> ItemShown:
    node["id"].id()
    documents = []
    for one in node["documents"].each(500):
        digest = one["sha256"].digest()
        entry = entries.get(digest)
        if entry is not None:
            one["size"].same(entry.size)
        documents.append(DocumentShown(one["name"].text(), digest, entry))
    return ItemShown(node["number"].text(), node["title"].text(), tuple(documents))


def _complete(wanted: set[str], here: Set[str], left_out: Node, where: str) -> None:
    """What is wanted is here or left out, not both; nothing else is in either."""
    left = {one.digest() for one in left_out.each(1_000_000)}
    for one in left_out.each(1_000_000):
        one.need(one.value in wanted - here, Why.NOT_LEFT_OUT)
    for digest in sorted(here - wanted):
        raise BrokenError(f"{where} ({digest})", Why.NOT_NAMED)
    for digest in sorted(wanted - here - left):
        raise BrokenError(f"{where} ({digest})", Why.LACKING)
