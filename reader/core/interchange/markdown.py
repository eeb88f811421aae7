"""The list of marks as Markdown (CommonMark). Pure.

Whatever somebody wrote stays text: no letter of it makes a heading, a link, a picture, a list or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from reader.core.interchange.listing import Entry, NotesList

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>#|~&!$^=])")
"""What begins markup anywhere."""
_BEGINNING: Final = re.compile(r"^([-+:]|\d{1,9}(?=[.)]))")
"""What begins a list, a line, a heading's underline or a table at the beginning of a line."""
_ADDRESS: Final = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")
"""Where some programs make a link of a bare address."""


def markdown(notes: NotesList) -> str:
    """The whole file."""
    lines = [f"# {escaped(notes.title)}", "", escaped(notes.about), "", f"> {escaped(notes.warning)}", ""]
    for meeting in notes.meetings:
        lines += [f"## {escaped(meeting.title)}", ""]
        for document in meeting.documents:
            lines += [f"### {escaped(document.name)}", ""]
            for page, entries in groupby(document.entries, lambda entry: entry.page):
                lines += [f"#### {escaped(notes.page.format(page=page))}", ""]
                for entry in entries:
                    lines += _entry(entry)
    return "\n".join(lines)


def escaped(text: str) -> str:
    """One line of text, as text."""
    signs = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    begun = _BEGINNING.sub(lambda match: _escaped_beginning(match.group(1)), signs)
    return _ADDRESS.sub(lambda match: f"{match.group(1)}&#{ord(match.group(2))};", begun)


def _escaped_beginning(sign: str) -> str:
    """A backslash before a digit means nothing: a number is escaped at the sign behind it."""
    return f"&#{ord(sign[0])};{sign[1:]}" if sign[0].isdigit() else f"\\{sign}"


def _entry(entry: Entry) -> Iterator[str]:
    said = " · ".join((entry.colour, entry.who, entry.at))
    yield f"- **{escaped(entry.kind)}** · {escaped(said)}"
    yield ""
    if entry.quoted:
        yield f"  > {escaped(entry.quoted)}"
        yield ""
    if entry.text:
        lines = [escaped(line) for line in entry.text.splitlines()]
        yield "\n".join(f"  {line}\\" if line else "" for line in lines).rstrip("\\")
        yield ""
