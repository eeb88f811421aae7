"""One line of the catalogue of errors: its sentence in both languages, and what trying again would bring."""

from __future__ import annotations

from dataclasses import dataclass

from sync.codes import Fault, Retry


@dataclass(frozen=True)
class Entry:
    """One catalogue line. Sentences may hold ``{named}`` fields."""

    vi: str
    en: str
    retry: Retry
    fault: Fault


def entry(vi: str, en: str, retry: Retry, fault: Fault) -> Entry:
    return Entry(vi, en, retry, fault)
