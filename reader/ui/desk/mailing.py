"""A letter begun in the person's own mail program; who gets it is chosen there."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_LONGEST: Final = 2_000
"""Characters of an address: Windows hands on no more than 2,083."""


def address(subject: str, text: str) -> str:
    """The mailto address (RFC 6068), or "" when the text is too long for one."""
    body = text.replace("\r\n", "\n").replace("\n", "\r\n")
    made = f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    return made if len(made) <= _LONGEST else ""


def write(subject: str, text: str) -> bool:
    """Begin it. False when this computer has no mail program that says it takes letters."""
    return QDesktopServices.openUrl(QUrl(address(subject, text), QUrl.ParsingMode.StrictMode))
