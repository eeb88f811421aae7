"""``muc-luc.html`` of an archive: words, tables, links into it; nothing that runs or fetches (check 8)."""

from __future__ import annotations

import re
from collections.abc import Container

from sync.verify.reading import BrokenError, Why

HEAD = """<!DOCTYPE html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>"""
_TITLE = re.compile(r"[^<>]*</title>\n<style>")
_STYLE = re.compile(r"(?:[^<>@(\\]|@media print\{)*</style>\n")
_TAG = re.compile(
    r"</?(?:h[123]|p|ul|li|table|tr|td|strong|blockquote|code|span|a)>"
    r'|<(?:p|span) class="n">|<a href="([^"]*)">|</html>\n\Z'
)
_ANGLE = re.compile("[<>]")


def check_page(data: bytes, name: str, entries: Container[str]) -> None:
    """Raises ``BrokenError`` with the line of the first that may not be there."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenError(_at(name, data[: error.start].count(b"\n")), Why.PAGE) from None
    at = len(HEAD) if text.startswith(HEAD) else 0
    for part in (_TITLE, _STYLE):
        match = part.match(text, at) if at else None
        if match is None:
            raise BrokenError(_at(name, text.count("\n", 0, at)), Why.PAGE)
        at = match.end()
    while (angle := _ANGLE.search(text, at)) is not None:
        tag = _TAG.match(text, angle.start())
        if tag is None or (tag[1] is not None and tag[1] not in entries):
            raise BrokenError(_at(name, text.count("\n", 0, angle.start())), Why.PAGE)
        at = tag.end()


def _at(name: str, lines: int) -> str:
    return f"{name}:{lines + 1}"
