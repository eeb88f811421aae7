"""Whom a file shows to belong to the office: checks 2 to 5 of docs/EVIDENCE.md."""

from __future__ import annotations

from collections.abc import Callable

from sync.verify.reading import Node, Why
from sync.verify.signed import Office, fingerprint, read_roots
from sync.verify.steps import Step

Held = Callable[..., None]
"""Told a step that held, with the fields of its sentence."""


def read_office(file: Node, tenant: str, given: bytes | None, held: Held) -> Office:
    """Root keys, roster and certificates of a file; ``given`` is the root key from elsewhere."""
    keys = read_roots(file, tenant)
    if given is None:
        held(Step.ROOT_OWN, fingerprint=fingerprint(keys[0]))
    else:
        file["root_key"].need(given in keys, Why.OTHER_ROOT, fingerprint=fingerprint(keys[0]))
        held(Step.ROOT_GIVEN, fingerprint=fingerprint(given))
    held(Step.ROOTS, n=len(keys) - 1)
    office = Office(tenant)
    office.read_roster(file["roster"], keys[-1])
    held(Step.ROSTER, office=office.name, number=office.number, n=len(office.office))
    office.read_certified(file["devices"])
    held(Step.DEVICES, n=len(office.certified))
    return office
