"""``sohop motion export`` and the evidence that ``sohop collect`` writes."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.app.laptop import Laptop
from reader.app.words import Speaker
from reader.core import evidence
from sync.errors import SohopError
from sync.model.ids import MeetingId, MotionId


def export(laptop: Laptop, meeting: str, motion: str, path: Path, say: Speaker) -> int:
    """Write one motion's file from what is here, after asking the hub if there is a line."""
    try:
        laptop.sync(documents=False)
    except SohopError as error:
        print(error.sentence(say.language), file=sys.stderr)
    return tell(evidence.export(laptop.book, MeetingId(meeting), MotionId(motion), path, say.language), say)


def collect(laptop: Laptop, meeting: MeetingId, folder: Path, say: Speaker) -> tuple[int, int]:
    """The files of all closed motions, for whoever may see all ballots: how many, and 1 if one is broken."""
    made, lacking = evidence.export_all(laptop.book, meeting, folder, say.language)
    for motion in lacking:
        print(say("evidence-lacking", motion=motion), file=sys.stderr)
    return len(made), max((tell(one, say) for one in made), default=0)


def tell(made: evidence.Made, say: Speaker) -> int:
    """Who can read what was written, and whether it holds."""
    key = "evidence-named" if made.named else "evidence-own"
    print(say(key, file=made.path, count=made.ballots, entries=made.entries, fingerprint=made.fingerprint))
    if made.broken:
        print(say("evidence-broken", reason=made.broken), file=sys.stderr)
        return 1
    return 0
