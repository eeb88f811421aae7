"""The world's errors. A bug is not one: it is an ordinary exception and ends in a report without content."""

from __future__ import annotations

from sync.codes import Code as Code
from sync.codes import Fault as Fault
from sync.codes import Retry as Retry
from sync.sentences import CATALOGUE as CATALOGUE


class SohopError(Exception):
    """An error of the world. ``args`` hold the code and the sentence's fields; never content of documents."""

    def __init__(self, code: Code, /, **fields: str | int) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields = fields

    def sentence(self, language: str = "vi") -> str:
        """The catalogue's sentence in ``vi`` or ``en`` with its fields filled in."""
        entry = CATALOGUE[self.code]
        return (entry.en if language == "en" else entry.vi).format_map(_Filled(self.fields))

    @property
    def retry(self) -> Retry:
        """What trying again would bring."""
        return CATALOGUE[self.code].retry

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence('en')}"


class _Filled(dict[str, str | int]):
    """Fields for a sentence; a missing one shows as a dash rather than failing while reporting a failure."""

    def __missing__(self, key: str) -> str:
        return "–"
