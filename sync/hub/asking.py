"""What ``sohop-hub`` asks for. Secrets come from the terminal or a pipe, never from an argument."""

from __future__ import annotations

import argparse
import getpass
import os
import sys

from sync.hub.catalogue import say
from sync.hub.sayable import Say

LEAST_PASSPHRASE = 8


class CommandError(Exception):
    """One sentence for the person at the command line."""


def ask(options: argparse.Namespace, question: Say, option: str) -> str:
    """Ask on a terminal. Without one, what has an option is needed and the rest stays empty."""
    if sys.stdin.isatty():
        return input(say(question, options.lang)).strip()
    if option:
        raise CommandError(say(Say.E_NEEDED, options.lang, option=option))
    return ""


def confirm(options: argparse.Namespace) -> None:
    """Go on only after a yes, or with ``--yes``. Raises ``CommandError``."""
    if options.yes:
        return
    if not sys.stdin.isatty():
        raise CommandError(say(Say.E_NEEDED, options.lang, option="--yes"))
    if input(say(Say.GO_ON, options.lang)).strip().casefold() not in {"c", "có", "y", "yes"}:
        raise CommandError(say(Say.E_STOPPED, options.lang))


def new_passphrase(options: argparse.Namespace) -> str:
    """A passphrase for a new root file: long enough, and on a terminal typed twice."""
    chosen = passphrase(options, Say.NEW_PASSPHRASE)
    if len(chosen) < LEAST_PASSPHRASE:
        raise CommandError(say(Say.E_PASSPHRASE_SHORT, options.lang, least=LEAST_PASSPHRASE))
    if options.passphrase_fd is None and chosen != passphrase(options, Say.PASSPHRASE_AGAIN):
        raise CommandError(say(Say.E_PASSPHRASE_DIFFERENT, options.lang))
    return chosen


def passphrase(options: argparse.Namespace, question: Say) -> str:
    """The next line of the pipe, or what is typed."""
    if options.passphrase_fd is not None:
        return _line(options.passphrase_fd)
    if not sys.stdin.isatty():
        raise CommandError(say(Say.E_PASSPHRASE_NONE, options.lang))
    return getpass.getpass(say(question, options.lang))


def _line(descriptor: int) -> str:
    """One line and not a byte more: the next secret may follow in the same pipe."""
    line = bytearray()
    while (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
        line += byte
    return line.decode().rstrip("\r")
