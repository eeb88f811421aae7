"""The single writer: one thread, one transaction for all who wait, answers only after the commit.

Every change of a running hub goes through here, so that a hundred ballots cost one fsync.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeVar

from sqlalchemy import Connection

from sync.errors import SohopError
from sync.hub.batch import Act, Batch, Recorder
from sync.hub.database import Database
from sync.hub.packets import Packets
from sync.hub.rows import Rows
from sync.hub.settling import Settling
from sync.hub.stored import Clock, milliseconds
from sync.hub.tree import Tree
from sync.model.ids import MotionId
from sync.wire.messages import Outcome, Retry

T = TypeVar("T")

_MOST = 256
"""Submissions in one transaction: those behind them wait for at most two commits."""

Answers = list[Outcome | Retry]


@dataclass(frozen=True)
class _Job:
    """Work of one caller. ``work`` runs in the transaction and gives what to do once it is on disk; ``acts``
    are those that it will settle."""

    work: Callable[[Batch, Settling], Callable[[], None]]
    fail: Callable[[Exception], None]
    acts: Sequence[Act] = ()


class Ledger:
    """Hand in events or small changes; the future is done when they are on disk."""

    def __init__(
        self,
        database: Database,
        recorder: Recorder,
        packets: Packets,
        clock: Clock,
        committed: Callable[[], None] = lambda: None,
    ) -> None:
        """``committed`` is called after each commit, on the ledger's thread."""
        self._database = database
        self._recorder = recorder
        self._packets = packets
        self._clock = clock
        self._committed = committed
        self._waiting: SimpleQueue[_Job] = SimpleQueue()
        self._trees: dict[MotionId, Tree] = {}
        self._thread = ThreadPoolExecutor(1, "ledger")

    def submit(self, acts: Sequence[Act]) -> Future[Answers]:
        """Settle events in this order. The future raises ``SohopError(DISK_FULL)`` when none was kept."""
        future: Future[Answers] = Future()
        future.set_running_or_notify_cancel()  # a caller who goes away must not cancel what is being written

        def work(batch: Batch, settling: Settling) -> Callable[[], None]:
            retries = [settling.settle(act) for act in acts]
            return lambda: future.set_result(
                [retry or settling.outcome(act.id) for act, retry in zip(acts, retries, strict=True)]
            )

        self._enqueue(_Job(work, future.set_exception, acts))
        return future

    def change(self, change: Callable[[Connection, int], T]) -> Future[T]:
        """Run a small change in the writer's transaction; it gets the moment in milliseconds.

        What it raises undoes it and comes out of the future.
        """
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()

        def work(batch: Batch, settling: Settling) -> Callable[[], None]:
            with batch.undoable():
                result = change(batch.connection, batch.now)
            return lambda: future.set_result(result)

        self._enqueue(_Job(work, future.set_exception))
        return future

    def work(self, work: Callable[[Batch, Settling], Callable[[], T]]) -> Future[T]:
        """Settle acts and more in the writer's transaction. ``work`` gives what reads the answer once it is
        written. What it raises undoes nothing of others and comes out of the future."""
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()

        def run(batch: Batch, settling: Settling) -> Callable[[], None]:
            answer = work(batch, settling)
            return lambda: future.set_result(answer())

        self._enqueue(_Job(run, future.set_exception))
        return future

    def close(self) -> None:
        """Finish what was handed in, then stop."""
        self._thread.shutdown()

    def _enqueue(self, job: _Job) -> None:
        self._waiting.put(job)
        self._thread.submit(self._drain)

    def _drain(self) -> None:
        jobs: list[_Job] = []
        while len(jobs) < _MOST:
            try:
                jobs.append(self._waiting.get_nowait())
            except Empty:
                break
        if jobs:
            self._commit(jobs)

    def _commit(self, jobs: Sequence[_Job]) -> None:
        try:
            done = self._transact(jobs)
        except Exception as error:  # noqa: BLE001 – handed to those who wait; the thread must go on
            self._trees.clear()  # they may hold leaves that were rolled back
            if len(jobs) > 1 and not isinstance(error, SohopError):
                for job in jobs:
                    self._commit([job])
                return
            for job in jobs:
                job.fail(error)
            return
        for answer in done:
            answer()
        self._committed()

    def _transact(self, jobs: Sequence[_Job]) -> list[Callable[[], None]]:
        """All jobs in one transaction; what to tell their callers after it."""
        done: list[Callable[[], None]] = []
        with self._database.write() as connection:
            now = milliseconds(self._clock())
            batch = Batch(Rows(connection), now, self._recorder, self._packets, self._trees)
            settling = Settling(batch)
            settling.expect([act for job in jobs for act in job.acts])
            for job in jobs:
                try:
                    done.append(job.work(batch, settling))
                except SohopError as refusal:
                    done.append(partial(job.fail, refusal))
            settling.finish()
        return done
