"""Mends what copies out of the PDF where one glyph serves two characters.

The bundled fonts draw SPACE and NO-BREAK SPACE, HYPHEN-MINUS and HYPHEN with one glyph each, and MuPDF names such a
glyph after the last of its characters. Searching for '12/TTr-UBND' would then find nothing.
"""

from __future__ import annotations

import re

import pymupdf

_MEANT = {"00a0": "0020", "2010": "002d", "00ad": "002d"}
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def mend(doc: pymupdf.Document) -> None:
    """Rewrite the ToUnicode map of every font of `doc`."""
    done: set[int] = set()
    fonts = {font[0] for number in range(doc.page_count) for font in doc.get_page_fonts(number)}
    for font in sorted(fonts):
        kind, value = doc.xref_get_key(font, "ToUnicode")
        if kind != "xref":
            continue
        stream = int(value.split()[0])
        if stream not in done:
            done.add(stream)
            doc.update_stream(stream, _write(_read(doc.xref_stream(stream).decode("ascii"))).encode("ascii"))


def _read(text: str) -> dict[int, str]:
    """Glyph number to the hexadecimal UTF-16 it stands for."""
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for low, high, start in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for offset in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + offset] = f"{int(start, 16) + offset:0{len(start)}x}"
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for glyph, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(glyph, 16)] = value.lower()
    return {glyph: _MEANT.get(value, value) for glyph, value in found.items()}


def _write(glyphs: dict[int, str]) -> str:
    rows = [f"<{glyph:04x}> <{value}>" for glyph, value in sorted(glyphs.items())]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)
    return _HEAD + body + _TAIL
