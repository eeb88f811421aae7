"""A Qt Linguist file (TS 2.1) as a table of strings. Qt Linguist itself can open and edit it."""

from __future__ import annotations

import string
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from tools.translations.sources import Source

_UP = "../../"
"""From the file to the project, as Qt Linguist wants its places."""


@dataclass(frozen=True)
class Entry:
    """A translation, and the file its source stands in. An empty one is not done yet."""

    translation: str
    place: str


def load(path: Path) -> dict[Source, Entry]:
    """Every entry of the file; nothing for a file that is not there."""
    if not path.exists():
        return {}
    entries = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            location = message.find("location")
            done = translation is not None and translation.get("type") is None
            entries[Source(context.findtext("name", ""), message.findtext("source", ""))] = Entry(
                (translation.text or "") if translation is not None and done else "",
                location.get("filename", "").removeprefix(_UP) if location is not None else "",
            )
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


def merge(strings: Mapping[Source, str], known: Mapping[Source, Entry]) -> dict[Source, Entry]:
    """The strings of the sources with the translations that are known; what has left the sources goes."""
    return {
        source: Entry(known[source].translation if source in known else "", place)
        for source, place in strings.items()
    }


def complaints(strings: Mapping[Source, str], known: Mapping[Source, Entry]) -> list[str]:
    """What keeps the catalogue from being complete, a line each."""
    said = []
    for source, place in strings.items():
        where = f"{place}: {source.context}: {source.text!r}"
        entry = known.get(source)
        if entry is None:
            said.append(f"{where} is not in the catalogue")
        elif not entry.translation:
            said.append(f"{where} has no translation")
        elif fields(entry.translation) != fields(source.text):
            said.append(f"{where} has other fields than {entry.translation!r}")
    said += [
        f"{source.context}: {source.text!r} is no longer in the sources"
        for source in known.keys() - strings.keys()
    ]
    return said


def fields(text: str) -> list[str]:
    """The names between braces, sorted. A string with a single brace in it is no format: none."""
    try:
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return []


def _message(source: Source, entry: Entry) -> list[str]:
    translation = (
        f"<translation>{escape(entry.translation)}</translation>"
        if entry.translation
        else '<translation type="unfinished"></translation>'
    )
    return [
        "    <message>",
        f'        <location filename="{_UP}{entry.place}"/>',
        f"        <source>{escape(source.text)}</source>",
        f"        {translation}",
        "    </message>",
    ]
