"""Takes another note key, and stops for ever after so many notes were written anew: to be killed there.

Run as ``python taking_key.py PROFILE STOP CODE`` with the vault's key in hexadecimal on standard input.
It says ``stopped`` there, or ``done`` when it came through.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from reader.core import note_key
from reader.core.book import Book
from reader.store.vault import Vault
from sync.model.events import Body
from sync.model.ids import EventId, MeetingId


def main(profile: Path, stop: int, code: str) -> None:
    act, written = Book.act, [0]

    def counted(book: Book, meeting: MeetingId, body: Body) -> EventId:
        event = act(book, meeting, body)
        written[0] += 1
        if written[0] == stop:
            print("stopped", flush=True)
            signal.pause()
        return event

    book = Book(Vault.open_with_key(profile, bytes.fromhex(sys.stdin.readline())))
    Book.act = counted
    note_key.by_code(book, code)
    print("done", flush=True)
    signal.pause()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
