"""Comparing what the recorder shows of a motion's log with what it has shown before, in settling a reply."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sync.engine.applied import Applied
from sync.engine.ports import HeadsPort
from sync.errors import Code, SohopError
from sync.model.events import Closing
from sync.model.ids import DeviceId, EventId, MotionId
from sync.trust.logs import LogMark, check_link, check_marks, link_of, mark_of
from sync.wire.desk import ClosedMotion
from sync.wire.envelope import Envelope
from sync.wire.messages import LogAsk, LogLink
from sync.wire.statements import Head


class LogChecks:
    """For one reply, inside its transaction. ``heard``: when it came, by this laptop's own clock."""

    def __init__(self, heads: HeadsPort, hub: DeviceId, heard: datetime, applied: Applied) -> None:
        """``hub`` is who answers: another hub than the recorder may not have that log."""
        self._hub = hub
        self._heads = heads
        self._heard = heard
        self._applied = applied
        self._seen: list[tuple[EventId, LogMark, Envelope]] = []
        self._whole: list[ClosedMotion] = []

    def check(self, closing: Closing, envelope: Envelope) -> None:
        """A closing that contradicts what was received is evidence, and not believed.

        Raises ``SohopError(LOG_FORKED)``.
        """
        mark = mark_of(closing)
        now = [(known, before) for _, known, before in self._seen if known.motion == mark.motion]
        for known, before in (*self._heads.marks(mark.motion), *now):
            try:
                check_marks(known, mark)
            except SohopError:
                self._keep_fork(mark.motion, before, envelope)
                raise

    def see(self, event: EventId, said: Head | Closing, envelope: Envelope) -> None:
        """The recorder's signed word, with a receipt or as a closing."""
        self._seen.append((event, mark_of(said), envelope))

    def see_all(self, closed: ClosedMotion) -> None:
        """A closed log with all its leaves."""
        self._whole.append(closed)

    def finish(self, asked: Sequence[LogAsk], links: Sequence[LogLink]) -> None:
        """Once everything else of the reply is stored."""
        for event, mark, envelope in self._seen:
            self._keep(event, mark, envelope)
        for closed in self._whole:
            self._compare(closed)
        self._answered(asked, links)

    def _keep(self, event: EventId, mark: LogMark, envelope: Envelope) -> None:
        """Two words that contradict one another are a fork."""
        self._heads.put(event, mark, envelope)
        for known, before in self._heads.marks(mark.motion):
            try:
                check_marks(known, mark)
            except SohopError:
                self._fork(mark.motion, before, envelope)

    def _compare(self, closed: ClosedMotion) -> None:
        """The desk has all leaves of a closed log: it needs nobody's proof."""
        marks = self._heads.marks(closed.motion)
        frozen = next((pair for pair in marks if pair[0].frozen), None)
        for known, before in marks:
            if frozen is None or known.size in (0, frozen[0].size):
                continue
            try:
                path = link_of(known, [leaf for _, leaf in closed.ballots])
            except SohopError:
                self._fork(closed.motion, before, frozen[1])
            else:
                self._heads.put_link(known, frozen[0], path)

    def _answered(self, asked: Sequence[LogAsk], links: Sequence[LogLink]) -> None:
        """What came of the questions in the request; what was not asked is not looked at."""
        paths = {link.ask: link.path for link in links}
        for ask in asked:
            if not self._heads.wants(ask):
                continue  # found out otherwise, or a restored hub never said it
            by_size = {mark.size: (mark, envelope) for mark, envelope in self._heads.marks(ask.motion)}
            (first, before), (second, after) = by_size[ask.first], by_size[ask.second]
            if ask not in paths:
                if after.signatures[0].signer == self._hub:
                    self._applied.refused.append(Code.LOG_NOT_SHOWN)
                continue
            try:
                check_link(first, second, paths[ask])
            except SohopError:
                self._fork(ask.motion, before, after)
            else:
                self._heads.put_link(first, second, paths[ask])

    def _fork(self, motion: MotionId, one: Envelope, other: Envelope) -> None:
        self._applied.refused.append(Code.LOG_FORKED)
        self._keep_fork(motion, one, other)

    def _keep_fork(self, motion: MotionId, one: Envelope, other: Envelope) -> None:
        if self._heads.put_fork(motion, self._heard, one, other):
            self._applied.forked.append(motion)
