"""A person at a real window, made to be killed: types a note letter by letter and draws between the words.

Run as ``python -m support.writer PROFILE``. One line on standard output for each thing done, with the clock
that all processes share: ``typed N SECONDS`` and ``drawn N SECONDS``; the latter once the stroke is a mark.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from support.packets import DOCUMENT, PASSPHRASE
from support.windows import WindowOffice, WindowReader

from reader.ui.application import make_application
from reader.ui.marks.tools import Tool
from reader.ui.window import MainWindow

LETTERS = "nghị quyết về dự toán ngân sách xã "
STROKE_EVERY = 12


def text(letters: int) -> str:
    """What has been typed after so many letters."""
    return (LETTERS * (letters // len(LETTERS) + 1))[:letters]


def main(profile: Path) -> None:
    """Until it is killed."""
    application = make_application([], "vi")
    office = WindowOffice(profile)
    window = MainWindow(office)
    window.resize(1366, 696)
    window.show()
    hand: WindowReader[WindowOffice] = WindowReader(window, office)
    hand.unlock(PASSPHRASE)
    hand.open_meeting()
    hand.open_document(DOCUMENT)
    reading = hand.book.meeting.reading
    hand.wait(lambda: reading.pane.view.is_sharp, "the page")
    reading.notes.begin_note(0, (), None)
    number = drawn = 0
    while True:
        number += 1
        reading.notes.editor.field.insertPlainText(text(number)[-1])
        say("typed", number)
        hand.settle(0.03)
        if number % STROKE_EVERY == 0:
            hand.draw(Tool.PEN, (100, 100 + drawn % 300), (180, 110 + drawn % 300), (220, 105 + drawn % 300))
            drawn += 1
            say("drawn", drawn)
        assert application is not None


def say(what: str, number: int) -> None:
    """Tell the one who will kill us."""
    print(what, number, time.monotonic(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
