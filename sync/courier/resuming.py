"""A bundle on a stick whose copy was cut, made ready to go on: all that it takes is on the stick itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sync.courier.opening import Recipient
from sync.courier.stick import Found, stick_errors
from sync.courier.writing import Sheet
from sync.errors import Code, SohopError
from sync.trust.bundles import open_box
from sync.wire.bundle import Opened, Way, hint, read_box
from sync.wire.letters import Letter


def unfinished(found: Sequence[Found], writer: Recipient) -> Sheet | None:
    """The newest outward bundle that this device began to write and did not finish; None when there is none.

    What was altered, or was begun by somebody else, is passed over. Raises ``SohopError(STICK_GONE)``.
    """
    for one in reversed(found):
        if one.opened is None or one.head.way is not Way.OUT or one.head.part != 1:
            continue
        sheet = _sheet(one.path, one.opened, writer)
        if sheet is not None and not _all_there(sheet, found):
            return sheet
    return None


def _sheet(path: Path, opened: Opened, writer: Recipient) -> Sheet | None:
    mine = hint(opened.head.id, writer.device)
    place = next((at for at, box in enumerate(opened.head.boxes) if box.hint == mine), None)
    if place is None:
        return None
    try:
        writer.check(opened.envelope, opened.head)
        with stick_errors(), path.open("rb") as file:
            boxes = tuple(read_box(file, opened, at) for at in range(len(opened.head.boxes)))
        letter = open_box(boxes[place], opened.head, writer.device, writer.box_seed, Letter)
    except SohopError as error:
        if error.code is Code.STICK_GONE:
            raise
        return None
    if letter.plan is None:
        return None
    return Sheet((opened.envelope, *letter.plan.heads), boxes, letter.plan.items)


def _all_there(sheet: Sheet, found: Sequence[Found]) -> bool:
    whole = {(one.head.id, one.head.part) for one in found if one.opened is not None and one.whole}
    return all((part.head.id, part.head.part) in whole for part in sheet.parts)
