"""A laptop in the simulator: a real vault, a real book and the real engine, all on the test's own thread."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import msgspec
from simulator.again import Clock
from simulator.wire import Fault, Hub, Loop, Rewrite, Wire

from reader.app.laptop import who
from reader.core import library, recalling, standing
from reader.core.book import Book
from reader.core.line_views import DeviceState
from reader.store.vault import Vault
from sync.engine.runner import Runner
from sync.engine.status import Happened, Wishes
from sync.engine.transport import Transport
from sync.errors import Code
from sync.model.ids import Digest, MeetingId
from sync.wire.envelope import Envelope

_WRITES = ("INSERT", "UPDATE", "DELETE", "COMMIT")


class Killed(BaseException):
    """The program ends here; nothing of it may go on."""


@dataclass(frozen=True)
class Own:
    """An own act as the vault has it."""

    state: str
    receipt: bytes | None


class Laptop:
    """One person's laptop, with a clock of its own (``ahead`` seconds)."""

    def __init__(self, name: str, profile: Path, key: bytes, loop: Loop, hub: Hub, clock: Clock) -> None:
        self.name = name
        self.profile = profile
        self.wire = Wire(loop, hub)
        self.ahead = 0.0
        self.waited = 0.0
        """Seconds that nothing happened in: what rests after an error is tried again."""
        self._clock = clock
        self.refused: list[Code] = []
        """What the trust rules did not let in, in the last round."""
        self.happened: list[Happened] = []
        self._key = key
        self._writes_left: int | None = None
        self.open()

    # --- the program

    def open(self) -> None:
        """Start the program and unlock."""
        self.vault = Vault.open_with_key(self.profile, self._key, clock=lambda: self.now().timestamp())
        self._database._pragma("synchronous = OFF")  # nobody cuts this machine's power
        self.book = Book(self.vault, self.now)
        identity = self.book.identity
        self.runner = Runner(
            Transport(identity.hub, identity.ca, adapter=self.wire),
            who(self.book),
            self.book.sign,
            lambda work: work(self.vault),
            Wishes(order=lambda: library.order(self.book)),
            self._happened,
            self.now,
        )
        self.runner._fetcher._clock = lambda: monotonic() + self.waited

    @property
    def _database(self) -> Any:
        return self.vault._database

    def close(self) -> None:
        """Lock and end."""
        self.runner.stop()
        self.vault.close()

    def kill(self) -> None:
        """The program dies where it stands, and is started again."""
        self.runner.stop()
        self._database._connection.close()
        self.vault._lock.release()
        self.open()

    def now(self) -> datetime:
        """By its own clock."""
        return self._clock.now() + timedelta(seconds=self.ahead)

    def sync(
        self, faults: Sequence[Fault] = (), *, dies_after: int | None = None, lie: Rewrite | None = None
    ) -> bool:
        """One round: everything up and down, as far as the line allows. True when the hub was reached.

        ``dies_after``: the program is killed at its so-many-th write.
        """
        self.wire.faults, self.wire.rewrite, self.wire.asked = list(faults), lie, 0
        self.refused.clear()
        self.happened.clear()
        try:
            if dies_after is not None:
                self._die_after(dies_after)
            status = self.runner.round()
        except Killed:
            self.kill()
            return False
        finally:
            self.wire.faults, self.wire.rewrite = [], None
            self._live_on()
        return status.online is True

    def report(self) -> None:
        """What the laptop tells the desk by itself after a round; it goes up with the next."""
        recalling.report_destroyed(self.book)
        library.report_ready(self.book)

    def _happened(self, happened: Happened) -> None:
        self.happened.append(happened)
        applied = happened.applied
        if applied is None:
            return
        self.refused += applied.refused
        if applied.copied or applied.sent:
            standing.heard_copied(self.book, copied=applied.copied)

    def _die_after(self, writes: int) -> None:
        database = self._database
        execute, run_many = database._execute, database.run_many
        self._writes_left = writes

        def counted() -> None:
            assert self._writes_left is not None
            self._writes_left -= 1
            if self._writes_left < 0:
                # A program that is killed tidies nothing up.
                database._then.clear()
                database._else.clear()
                raise Killed

        def dying_execute(sql: str, values: tuple[object, ...]) -> Any:
            if sql.lstrip().startswith(_WRITES) or self._writes_left == -1:
                counted()
            return execute(sql, values)

        def dying_run_many(sql: str, rows: Iterable[Iterable[object]]) -> None:
            counted()
            run_many(sql, rows)

        database._execute, database.run_many = dying_execute, dying_run_many

    def _live_on(self) -> None:
        vars(self._database).pop("_execute", None)
        vars(self._database).pop("run_many", None)
        self._writes_left = None

    # --- the disk

    def copy_disk(self, to: Path) -> None:
        """A copy of the profile, taken while the program is not running."""
        self.close()
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.profile, to)
        self.open()

    def put_disk_back(self, copy: Path) -> None:
        """The profile as it was when it was copied."""
        self.close()
        shutil.rmtree(self.profile)
        shutil.copytree(copy, self.profile)
        self.open()

    # --- what is on it

    def acts(self) -> dict[str, Own]:
        """Every own act."""
        rows = self._database.all("SELECT id, state, receipt FROM event WHERE own_seq IS NOT NULL")
        return {event: Own(state, receipt) for event, state, receipt in rows}

    def events(self) -> set[str]:
        """Everything that is believed to have happened."""
        return {row[0] for row in self._database.all("SELECT id FROM event")}

    def envelope(self, event: str) -> Envelope:
        """One of them, as it came or as it was signed here."""
        (packed,) = self._database.one("SELECT envelope FROM event WHERE id = ?", (event,))
        return msgspec.msgpack.decode(packed, type=Envelope)

    def standing(self) -> object:
        """Changes as long as something moves."""
        trust = self.vault.trust
        newest = sorted((m, v) for m, (v, _) in self.vault.packets.newest().items())
        have = [
            (one.document, one.have) for m, _ in newest for one in self.vault.downloads.progress(MeetingId(m))
        ]
        acts = sorted((name, own.state) for name, own in self.acts().items())
        return trust.cursor(), trust.epoch(), trust.state(), newest, have, acts

    def is_copied(self) -> bool:
        """Whether the person is told that this laptop is a copy, or was set back."""
        return standing.device_state(self.book) is DeviceState.COPIED

    def read(self, sha256: Digest) -> bytes:
        """A whole document."""
        buffer = bytearray(self.vault.documents.size(sha256))
        self.vault.documents.read_into(sha256, memoryview(buffer))
        return bytes(buffer)
