"""Enrolment from the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.app.passphrase import ask_new
from reader.app.words import Speaker
from reader.core.enrolling import create
from reader.store.vault import Vault
from sync.engine.enrolment import Contact, contact, enrol
from sync.errors import Code, SohopError
from sync.wire.invitation import Invitation, read_link, read_secret
from sync.wire.messages import EnrolReply


def invitation_from(text: str, hub: str = "") -> Invitation:
    """An invitation from a link, an invitation file's path, or a typed code with the hub's address.

    Raises ``SohopError(MALFORMED | CODE_WRONG)``.
    """
    if text.startswith("sohop:"):
        return read_link(text)
    if hub:
        return Invitation(address=hub, secret=read_secret(text))
    path = Path(text)
    if text and path.is_file() and path.stat().st_size < 64 * 1024:
        return read_link(path.read_text("utf-8"))
    raise SohopError(Code.MALFORMED)


class Enrolling:
    """``enrolling.Enrol`` for one contact."""

    def __init__(self, found: Contact) -> None:
        self._found = found

    def __call__(self, sign_key: bytes, box_key: bytes) -> EnrolReply:
        return enrol(self._found, sign_key, box_key)


def enrol_headless(arguments: argparse.Namespace, profile: Path, say: Speaker) -> int:
    """``sohop enrol``. Raises ``SohopError``, or ``ValueError`` for a passphrase that will not do."""
    if Vault.exists(profile):
        raise SohopError(Code.VAULT_IN_USE)
    text = arguments.link or input(say("enrol-code"))
    found = contact(invitation_from(text, arguments.hub))
    passphrase = ask_new(arguments.passphrase_fd, say)
    book, recovery = create(profile, passphrase, found, Enrolling(found))
    try:
        print(say("enrolled", person=book.owner.person, office=book.owner.office))
        print(say("recovery", code=recovery) if recovery else say("no-recovery"))
    finally:
        book.vault.close()
    return 0
