"""What a packet being made changes against the version that delegates have. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.composing.composition import Composition
from sync.model.ids import Digest


@dataclass(frozen=True)
class Published:
    """What of the published version is compared: names and files by document, titles by motion."""

    version: int
    documents: dict[str, tuple[str, Digest]]
    motions: dict[str, str]


@dataclass(frozen=True)
class Changes:
    """Names of documents and motions, each in the order of its agenda."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    motions_added: tuple[str, ...] = ()
    motions_removed: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether a document or a motion came, went or was replaced."""
        return any((self.added, self.removed, self.replaced, self.motions_added, self.motions_removed))


def compare(packet: Composition, published: Published) -> Changes:
    """By id: what was only moved or renamed is no change here."""
    now = {document.id: document for _, document in packet.documents()}
    before = published.documents
    motions = {motion.id: motion.title for motion in packet.motions}
    return Changes(
        added=tuple(one.name for one in now.values() if one.id not in before),
        removed=tuple(name for one, (name, _) in before.items() if one not in now),
        replaced=tuple(
            one.name for one in now.values() if one.id in before and before[one.id][1] != one.file
        ),
        motions_added=tuple(title for motion, title in motions.items() if motion not in published.motions),
        motions_removed=tuple(title for motion, title in published.motions.items() if motion not in motions),
    )
