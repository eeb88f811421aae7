"""A motion as the hub has it: its row, the packet that defines it, whether it is open, since when."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.engine import Row

from sync.errors import Code, SohopError
from sync.hub import tables
from sync.hub.batch import Act, Batch
from sync.hub.packets import PacketView
from sync.hub.stored import keep_moment, moment
from sync.model.events import OFFICE
from sync.model.ids import Digest, MotionId
from sync.model.motion import OVER, Motion, MotionState
from sync.model.rules import Timing


def find(
    batch: Batch, act: Act, motion: MotionId, *, by_anyone: bool = False
) -> tuple[Row[tuple[object, ...]], PacketView, Motion]:
    """A motion's row, the packet that defines it and its definition.

    Raises ``SohopError(MOTION_NOT_OPEN)`` when this meeting has no such motion; unless ``by_anyone``,
    ``RECORDED_ELSEWHERE`` when the act is for another recorder than the motion's. One that was never opened
    is the office's.
    """
    row = batch.motion(motion)
    if row is None or row.meeting != act.event.meeting:
        raise SohopError(Code.MOTION_NOT_OPEN)
    view = batch.packets.open(Digest(row.manifest))
    definition = view.manifest.motion(motion)
    if definition is None:
        raise SohopError(Code.MOTION_NOT_OPEN)
    if not by_anyone and (row.recorder or OFFICE) != act.event.recorder:
        raise SohopError(Code.RECORDED_ELSEWHERE)
    return row, view, definition


def has_begun(batch: Batch, row: Row[tuple[object, ...]], motion: Motion) -> bool:
    """Whether it was opened by the chair, or its schedule has begun."""
    if row.state in (MotionState.OPEN, MotionState.ENDED):
        return True
    opens = motion.window.opens
    return motion.window.timing is not Timing.STRICT and (opens is None or opens <= batch.time)


def need_open(batch: Batch, row: Row[tuple[object, ...]], motion: Motion) -> None:
    """Raises ``SohopError(MOTION_NOT_OPEN)`` unless it has begun and is not over."""
    if row.state in OVER or not has_begun(batch, row, motion):
        raise SohopError(Code.MOTION_NOT_OPEN)


def is_late(motion: Motion, recorded: int) -> bool:
    """Whether a ballot recorded then missed the motion's schedule; an end of the voting is another matter."""
    until = motion.window.until
    return until is not None and moment(recorded) >= until + timedelta(seconds=motion.window.grace_s)


def opened(batch: Batch, row: Row[tuple[object, ...]], motion: Motion) -> int:
    """When it opened: by the chair, else by the schedule, else with the packet's publication."""
    if row.opened is not None:
        return int(row.opened)
    if motion.window.opens is not None:
        return keep_moment(motion.window.opens)
    packets = tables.packets.c
    return int(
        batch.connection.execute(
            select(packets.published).where(packets.manifest == row.manifest)
        ).scalar_one()
    )
