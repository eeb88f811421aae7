"""Máy biểu quyết: on which of a person's laptops a motion is voted on. One rule, for hub and laptop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from sync.model.ids import Device, DeviceId
from sync.model.text import Instant, Line, check_moments


class VotingDevice(Struct, frozen=True, array_like=True):
    """A laptop that its person votes on since then, by the hub's time of recording; until the next one."""

    device: Device
    name: Line
    """What it calls itself: nobody has checked it."""
    since: Instant

    def __post_init__(self) -> None:
        check_moments(self.since)


def voting_device(
    chosen: Sequence[VotingDevice], opened: datetime, voted: DeviceId | None = None
) -> DeviceId | None:
    """Which of a person's laptops votes on a motion that opened then; ``chosen`` in the order of recording.

    The one that a ballot of theirs has come from already (``voted``), so that no motion ever has ballots from
    two. Else the last that was chosen before the motion opened; who had none by then votes on their first.
    None where nothing is known: then any of them may.
    """
    if voted is not None or not chosen:
        return voted
    before = [one for one in chosen if one.since < opened]
    return (before[-1] if before else chosen[0]).device
