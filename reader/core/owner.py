"""Whose book this is. By itself, for the unlock screen shows it and waits for nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sync.model.people import Role


@dataclass(frozen=True)
class OwnerView:
    """Whose laptop this is, for the unlock screen and the corner of the window."""

    person: str
    title: str
    office: str
    term: str
    roles: tuple[Role, ...] = ()
    emblem: bytes = b""
    """A small PNG, or nothing (``sync.model.emblem``)."""

    @property
    def is_desk(self) -> bool:
        """Whether this person prepares or runs meetings."""
        from sync.model.people import Role

        return bool({Role.SECRETARY, Role.APPROVER, Role.CHAIR} & set(self.roles))

    @property
    def counts(self) -> bool:
        """Whether this person looks after votes: the desk, and tellers."""
        from sync.model.people import Role

        return self.is_desk or Role.TELLER in self.roles

    @property
    def administers(self) -> bool:
        """Whether this person looks after the office's people and laptops."""
        from sync.model.people import Role

        return Role.ADMIN in self.roles
