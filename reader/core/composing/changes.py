"""What one version of a packet changes against another, told by documents and motions. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sync.model.ids import Digest


@dataclass(frozen=True)
class Contents:
    """What of a version is compared, by id and in the order of the agenda."""

    documents: Mapping[str, tuple[str, Digest]] = field(default_factory=dict)
    """Name and file."""
    motions: Mapping[str, str] = field(default_factory=dict)
    """Title."""


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


def compare(now: Contents, before: Contents) -> Changes:
    """By id: what was only moved or renamed is no change here."""
    old = before.documents
    return Changes(
        added=tuple(name for one, (name, _) in now.documents.items() if one not in old),
        removed=tuple(name for one, (name, _) in old.items() if one not in now.documents),
        replaced=tuple(
            name for one, (name, file) in now.documents.items() if one in old and old[one][1] != file
        ),
        motions_added=tuple(title for one, title in now.motions.items() if one not in before.motions),
        motions_removed=tuple(title for one, title in before.motions.items() if one not in now.motions),
    )
