"""A Qt Linguist file (TS 2.1) as a table of strings. Qt Linguist itself can open and edit it."""

from __future__ import annotations

import string
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from tools.translations.sources import Found, Source

_UP = "../../"
"""From the file to the project, as Qt Linguist wants its places."""


@dataclass(frozen=True)
class Entry:
    """A translation, and the file its source stands in. An empty one is not done yet."""

    translation: str
    place: str
    one: str | None = None
    """Of a string that is told how many: for one thing, ``translation`` being for all others. Else None."""

    @property
    def is_done(self) -> bool:
        """Nothing of it is lacking."""
        return bool(self.translation) and self.one != ""


_NOTHING = Entry("", "")


def load(path: Path) -> dict[Source, Entry]:
    """Every entry of the file; nothing for a file that is not there."""
    if not path.exists():
        return {}
    entries = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            location = message.find("location")
            place = location.get("filename", "").removeprefix(_UP) if location is not None else ""
            source = Source(context.findtext("name", ""), message.findtext("source", ""))
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            if message.get("numerus") == "yes":
                one, other = (form.text or "" for form in message.iter("numerusform"))
                entries[source] = Entry(other, place, one if done else "")
            else:
                entries[source] = Entry(message.findtext("translation", "") if done else "", place)
    return entries


def save(path: Path, entries: Mapping[Source, Entry]) -> None:
    """Write the file: contexts by name, strings in the order given, no line numbers that move about."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append('<TS version="2.1" language="en" sourcelanguage="vi">')
    for context in sorted({source.context for source in entries}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for source, entry in entries.items():
            if source.context == context:
                lines += _message(source, entry)
        lines.append("</context>")
    lines.append("</TS>")
    path.write_text("\n".join(lines) + "\n", "utf-8")


def merge(found: Found, known: Mapping[Source, Entry]) -> dict[Source, Entry]:
    """The strings of the sources with the translations that are known; what has left the sources goes."""
    return {
        source: replace(
            known.get(source, _NOTHING),
            place=place,
            one=(known.get(source, _NOTHING).one or "") if source in found.counted else None,
        )
        for source, place in found.strings.items()
    }


def complaints(found: Found, known: Mapping[Source, Entry]) -> list[str]:
    """What keeps the catalogue from being complete, a line each."""
    said = []
    for source, place in found.strings.items():
        where = f"{place}: {source.context}: {source.text!r}"
        entry = known.get(source)
        if entry is None:
            said.append(f"{where} is not in the catalogue")
        elif (entry.one is not None) is not (source in found.counted):
            said.append(f"{where} is counted in one of both: make translations")
        elif not entry.is_done:
            said.append(f"{where} has no translation, or none for one thing")
        else:
            forms = (entry.translation, entry.one or entry.translation)
            said += [
                f"{where} has other fields than {form!r}"
                for form in dict.fromkeys(forms)
                if fields(form) != fields(source.text)
            ]
    said += [
        f"{source.context}: {source.text!r} is no longer in the sources"
        for source in known.keys() - found.strings.keys()
    ]
    return said


def fields(text: str) -> list[str]:
    """The names between braces, sorted. A string with a single brace in it is no format: none."""
    try:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return []


def _message(source: Source, entry: Entry) -> list[str]:
    forms = escape(entry.translation)
    if entry.one is not None:
        both = (entry.one, entry.translation)
        forms = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in both)
    state = "" if entry.is_done else ' type="unfinished"'
    translation = f"<translation{state}>{forms}</translation>"
    return [
        "    <message>" if entry.one is None else '    <message numerus="yes">',
        f'        <location filename="{_UP}{entry.place}"/>',
        f"        <source>{escape(source.text)}</source>",
        f"        {translation}",
        "    </message>",
    ]
