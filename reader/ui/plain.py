"""Text that other people wrote, made fit to be shown: see ``reader.core.plain``."""

from __future__ import annotations

import html
import unicodedata

from PySide6.QtGui import Qt

from reader.core.plain import DROPPED
from reader.core.plain import plain as plain
from reader.core.plain import plain_line as plain_line


def tip(text: str) -> str:
    """`text` as a tool tip. Qt takes words with a tag in them for markup, and fetches its pictures even from
    another machine."""
    return f"<qt>{html.escape(text)}</qt>" if Qt.mightBeRichText(text) else text


def plain_in_place(text: str) -> str:
    """`text` with a blank for every letter that is not to be shown, so that places in it stay the same."""
    return "".join(" " if unicodedata.category(char) in DROPPED else char for char in text)
