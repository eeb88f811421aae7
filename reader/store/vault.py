"""The vault of one profile: open, lock, and the repositories over its one connection.

``PROFILE/vault.head`` wraps the key, ``vault.db`` is the database, ``blocks/`` holds document bytes. One
program has it open at a time, and one thread of that program.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

import msgspec

from reader.store import header, keys, schema
from reader.store import identity as identities
from reader.store.closed import Closed
from reader.store.contacts import Contacts
from reader.store.database import Database
from reader.store.documents import Documents
from reader.store.downloads import Downloads
from reader.store.drafts import Drafts
from reader.store.events import Events
from reader.store.files import full_disk_is_said
from reader.store.header import Greeting
from reader.store.heads import Heads
from reader.store.identity import Identity
from reader.store.index import SearchIndex
from reader.store.outbox import Outbox
from reader.store.packets import Packets
from reader.store.patches import Patches
from reader.store.placements import Placements
from reader.store.profile_lock import ProfileLock
from reader.store.routes import Heard, Route, last_heard
from reader.store.settings import Places, Settings
from reader.store.statements import Trust
from reader.store.tries import Clock
from reader.store.undo import UndoLog
from reader.store.untold import Untold
from sync.errors import Code, SohopError
from sync.model.ids import DeviceId
from sync.trust.leases import best_time
from sync.wire.statements import HUB

_DATABASE: Final = "vault.db"
_BLOCKS: Final = "blocks"
_GREETING_SHOWN: Final = "unlock.greeting"


class Vault:
    """An open vault. Made by ``create`` or ``open``; ``close`` locks it."""

    def __init__(self, profile: Path, lock: ProfileLock, database: Database, clock: Clock) -> None:
        self.profile = profile
        self._lock = lock
        self._database = database
        self._clock = clock
        self.is_closed = False
        self.settings = Settings(database)
        self.places = Places(database)
        self.placements = Placements(database)
        self.trust = Trust(database)
        self.events = Events(database)
        self.outbox = Outbox(database)
        self.undo = UndoLog(database)
        self.documents = Documents(database, profile / _BLOCKS)
        patches = Patches(database)
        self.index = SearchIndex(database)
        self.packets = Packets(database, self.documents, patches, self.index)
        self.drafts = Drafts(database, self.documents, self.index)
        self.untold = Untold(database)
        self.closed = Closed(database)
        self.contacts = Contacts(database)
        self.heads = Heads(database)
        self.downloads = Downloads(database, self.documents, patches)
        self._identity = identities.load(database)

    @staticmethod
    def exists(profile: Path) -> bool:
        """Whether this profile has a vault."""
        return header.exists(profile)

    @staticmethod
    def set_aside(profile: Path) -> Path:
        """Put the vault away unopened, for a forgotten passphrase or another owner; nothing is erased.

        Gives the folder it lies in now. Raises ``SohopError(VAULT_IN_USE | DISK_FULL)``.
        """
        lock = ProfileLock(profile)
        try:
            aside = profile / f"set-aside-{datetime.now(UTC):%Y%m%d-%H%M%S}"
            with full_disk_is_said():
                aside.mkdir(mode=0o700)
                # The header goes last: cut short before that, the vault is still where it was looked for.
                moved = [*profile.glob(_DATABASE + "*"), profile / _BLOCKS, *profile.glob("vault.tries")]
                for path in [*(one for one in moved if one.exists()), header.path_in(profile)]:
                    path.rename(aside / path.name)
        finally:
            lock.release()
        return aside

    @staticmethod
    def greeting(profile: Path) -> Greeting:
        """What the unlock screen may say before the passphrase; empty strings when it was turned off.

        Raises ``SohopError(VAULT_MISSING | VAULT_NEWER | VAULT_DAMAGED)``.
        """
        return header.read(profile).greeting

    @classmethod
    def create(
        cls,
        profile: Path,
        passphrase: str,
        identity: Identity,
        *,
        memory_kib: int | None = None,
        clock: Clock = time.time,
    ) -> Self:
        """Make a vault and open it. The header is written last: cut short, this leaves no vault.

        ``memory_kib`` is Argon2id's; None calibrates it. Raises ``FileExistsError`` when there is a vault,
        ``SohopError(VAULT_IN_USE | DISK_FULL)``.
        """
        with full_disk_is_said():
            profile.mkdir(mode=0o700, parents=True, exist_ok=True)
            profile.chmod(0o700)
            lock = ProfileLock(profile)
        try:
            if header.exists(profile):
                raise FileExistsError(profile)
            _clear(profile)
            key = os.urandom(32)
            greeting = Greeting(person_name=identity.person_name, tenant_name=identity.tenant_name)
            head = keys.new_head(passphrase, key, greeting, memory_kib)
            lock.mark_open()
            with full_disk_is_said():
                (profile / _BLOCKS).mkdir(mode=0o700)
            database = _open_database(profile, key)
            try:
                schema.migrate(database, key)
                identities.save(database, identity)
                header.write(profile, head)
                return cls(profile, lock, database, clock)
            except BaseException:
                database.close()
                raise
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, profile: Path, passphrase: str, *, clock: Clock = time.time) -> Self:
        """Unlock. After a crash it first recovers the log and checks every page and the chain of own acts.

        Raises ``SohopError``: ``VAULT_MISSING``, ``VAULT_IN_USE``, ``WRONG_PASSPHRASE`` (field ``seconds``),
        ``VAULT_NEWER`` and ``VAULT_DAMAGED`` (both leave the files as they are), ``DISK_FULL``.
        """
        return cls._opened(profile, lambda: keys.unlock(profile, passphrase, clock), clock)

    @classmethod
    def open_with_key(cls, profile: Path, key: bytes, *, clock: Clock = time.time) -> Self:
        """Unlock as ``open`` does, with the random data key itself (``keys.unlock`` gives it).

        It spares Argon2id to who opens the same vault a thousand times, as simulators do. Raises as ``open``
        does; a wrong key is ``VAULT_DAMAGED``.
        """
        return cls._opened(profile, lambda: key, clock)

    @classmethod
    def _opened(cls, profile: Path, unlock: Callable[[], bytes], clock: Clock) -> Self:
        if not header.exists(profile):
            raise SohopError(Code.VAULT_MISSING)
        lock = ProfileLock(profile)
        try:
            key = unlock()
            if not (profile / _DATABASE).exists():
                raise SohopError(Code.VAULT_DAMAGED)
            database = _open_database(profile, key)
            try:
                return cls._recovered(profile, key, lock, database, clock)
            except BaseException:
                database.close()
                raise
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _recovered(
        cls, profile: Path, key: bytes, lock: ProfileLock, database: Database, clock: Clock
    ) -> Self:
        schema.refuse_newer(database)
        unclean = lock.unclean
        if unclean:
            database.checkpoint()
            database.check_integrity()
        lock.mark_open()
        schema.migrate(database, key)
        vault = cls(profile, lock, database, clock)
        if unclean:
            vault.outbox.check_chain()
            vault.documents.sweep()
        return vault

    @property
    def identity(self) -> Identity:
        """Who this laptop is."""
        return self._identity

    @contextmanager
    def changed_identity(self, identity: Identity) -> Iterator[None]:
        """Replace it, in one transaction with what is done meanwhile; until that is over the former holds."""
        with self.transaction():
            yield
            identities.save(self._database, identity)
        self._identity = identity

    def route(self, hub: DeviceId) -> Trust | Route:
        """How far the conversation with this hub has come."""
        return self.trust if hub == HUB else Route(self._database, hub)

    def heard_room(self, hub: DeviceId, heard: datetime) -> None:
        """A room hub was spoken to."""
        Route(self._database, hub).put_heard(heard)

    def last_room(self) -> Heard | None:
        """The room hub that was spoken to last, and when."""
        return last_heard(self._database)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing, durable when it ends; an inner one joins the outer. ``SohopError(DISK_FULL)``
        leaves everything as it was."""
        return self._database.transaction()

    def best_time(self, local_now: datetime) -> datetime:
        """What time it is, as well as this laptop can know: the last hub-signed time and what passed since.

        That is the local clock, less how far it was off when the hub last spoke, and never before what the
        hub then said. So a dead clock battery (1970 at every start) brings back nothing that was over at the
        last contact, and a clock that is years ahead hides nothing from the first contact on. One that is
        moved between contacts may hide too much until the next, and destroys nothing: only hub-signed time
        does that. Without any freshness it is the local clock.
        """
        freshness = self.trust.read_freshness()
        if freshness is None:
            return local_now
        return best_time(freshness.time, freshness.time + self.trust.skew(), local_now)

    def check_passphrase(self, passphrase: str) -> None:
        """Ask again, before casting. Raises ``SohopError(WRONG_PASSPHRASE)``, with the same waits."""
        keys.unlock(self.profile, passphrase, self._clock)

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the key anew. Raises ``SohopError(WRONG_PASSPHRASE | DISK_FULL)`` with the old one good."""
        keys.change_passphrase(self.profile, old, new, self._clock)

    def show_greeting(self, shown: bool) -> None:
        """Whether the unlock screen names person and office: the only plain words in the profile."""
        self.settings.put(_GREETING_SHOWN, shown)
        self._write_greeting()

    def close(self) -> None:
        """Lock: everything into the database file, the connection and its key gone. On a full disk the log
        stays as it is, and the next ``open`` recovers it."""
        self.is_closed, clean = True, True
        try:
            self.documents.delete_left()
            self._write_greeting()
            self._database.checkpoint()
        except SohopError as error:
            if error.code is not Code.DISK_FULL:
                raise
            clean = False
        finally:
            self._database.close()
            if clean:
                self._lock.mark_closed()
            self._lock.release()

    def _write_greeting(self) -> None:
        """Follow a change of names: a merger renames an office, and the roster brings its term."""
        greeting = Greeting()
        if self.settings.get(_GREETING_SHOWN, bool, True):
            roster = self.trust.read_roster()
            greeting = Greeting(
                person_name=self._identity.person_name,
                tenant_name=self._identity.tenant_name if roster is None else roster.name,
                term="" if roster is None else roster.term,
                emblem=b"" if roster is None else roster.emblem,
            )
        head = header.read(self.profile)
        if head.greeting != greeting:
            header.write(self.profile, msgspec.structs.replace(head, greeting=greeting))


def _open_database(profile: Path, key: bytes) -> Database:
    return Database(profile / _DATABASE, key)


def _clear(profile: Path) -> None:
    """Remove what a creation left that was cut short: without a header nothing can open it."""
    for path in profile.glob(_DATABASE + "*"):
        path.unlink()
    blocks = profile / _BLOCKS
    if blocks.is_dir():
        for path in blocks.iterdir():
            path.unlink()
        blocks.rmdir()
