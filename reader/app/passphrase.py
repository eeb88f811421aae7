"""Passphrases come from a prompt or a file descriptor: never as an argument or in the environment."""

from __future__ import annotations

import getpass
import os
import unicodedata

from reader.app.words import Speaker
from reader.core.enrolling import SHORTEST_PASSPHRASE

_LONGEST = 1024


def ask(fd: int | None, prompt: str) -> str:
    """The passphrase: one line of ``fd``, or typed without echo. In NFC, as the window gives it."""
    if fd is None:
        return unicodedata.normalize("NFC", getpass.getpass(prompt))
    with os.fdopen(os.dup(fd), "r", encoding="utf-8") as file:
        return unicodedata.normalize("NFC", file.readline(_LONGEST).rstrip("\r\n"))


def ask_new(fd: int | None, say: Speaker) -> str:
    """A new passphrase, typed twice. Raises ``ValueError`` with a sentence when it will not do."""
    first = ask(fd, say("passphrase-new"))
    if len(first) < SHORTEST_PASSPHRASE:
        raise ValueError(say("passphrase-short", least=SHORTEST_PASSPHRASE))
    if fd is None and ask(None, say("passphrase-again")) != first:
        raise ValueError(say("passphrase-differs"))
    return first
