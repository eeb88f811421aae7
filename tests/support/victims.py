"""Programs made to be killed: a hub and a delegate's laptop, forked from one process that has everything
imported, so that a thousand starts cost seconds.

Run as ``python -m support.victims HUB_FOLDER PORT PROFILE`` with the vault's key in hexadecimal as the first
line of standard input. Then one command a line:

``hub``            start the hub; answers ``up``, or nothing more when it did not come up
``kill hub``       SIGKILL; answers one JSON line: how it ended
``laptop N``       start a laptop that writes notes numbered from N, votes and syncs; answers nothing
``kill laptop``    SIGKILL; answers one JSON line: what it told (notes and ballots that are durable,
                   documents that came), and how it ended
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from reader.app.laptop import runner
from reader.core import annotating, library, voting
from reader.core.book import Book
from reader.store.vault import Vault
from sync.engine.status import Happened, Wishes
from sync.errors import Code, SohopError
from sync.hub.serve import serve
from sync.model.annotation import Audience, MarkKind
from sync.model.ids import DocumentId, MeetingId, MotionId

LINE = (Code.OFFLINE, Code.TIMEOUT, Code.HUB_BROKEN, Code.TOKEN_EXPIRED, Code.NOT_A_HUB)
_UP = b"."


def main(folder: Path, port: int, profile: Path, meeting: MeetingId, motion: MotionId) -> None:
    """Obey until the input ends; then nothing is left running."""
    key = bytes.fromhex(sys.stdin.readline().strip())
    hub = laptop = 0
    said: int | None = None
    for line in sys.stdin:
        match line.split():
            case ["hub"]:
                hub, up = _fork(lambda out: _serve(folder, port, out))
                assert os.read(up, 1) == _UP
                os.close(up)
                _answer("up")
            case ["kill", "hub"]:
                status = _end(hub)
                hub = 0
                _answer(json.dumps({"status": status}))
            case ["laptop", first]:
                laptop, said = _fork(lambda out: _work(profile, key, meeting, motion, int(first), out))
            case ["kill", "laptop"]:
                assert said is not None
                status = _end(laptop)
                laptop = 0
                told = _drain(said).decode().splitlines()
                _answer(json.dumps({"told": told, "status": status}))
    for child in (hub, laptop):
        if child:
            _end(child)


def _serve(folder: Path, port: int, out: int) -> None:
    serve(folder, "127.0.0.1", port, tls=False, ready=lambda _: os.write(out, _UP))


def _work(profile: Path, key: bytes, meeting: MeetingId, motion: MotionId, first: int, out: int) -> None:
    """Notes, ballots and rounds without end. Each note's text is told only once it is durable."""
    book = Book(Vault.open_with_key(profile, key))
    number = first

    def heard(happened: Happened) -> None:
        if happened.arrived is not None:
            os.write(out, f"document {happened.arrived}\n".encode())

    while True:
        stored = book.vault.packets.current(meeting)
        if stored is not None:
            document = stored.items[0].documents[0]
            text = f"ghi chú {number}"
            annotating.put(
                book,
                meeting,
                document=DocumentId(document.id),
                sha256=document.sha256,
                page=0,
                kind=MarkKind.NOTE,
                text=text,
                audience=Audience.SECRETARY,
            )
            os.write(out, f"{text}\n".encode())
            if number % 3 == 0:
                ballot = voting.cast(book, meeting, motion, (f"c{number % 2 + 1}",))
                os.write(out, f"ballot {ballot}\n".encode())
            number += 1
        wishes = Wishes(order=lambda: library.order(book))
        talk = runner(book, lambda work: work(book.vault), wishes, heard)
        status = talk.round()
        talk.stop()
        if status.problem is not None and status.problem not in LINE:
            raise AssertionError(status.problem)
        library.report_ready(book)


def _fork(work: Callable[[int], None]) -> tuple[int, int]:
    """A child that does ``work`` and may write to the second of a pipe; its pid and the pipe's first end."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    code = 1
    try:
        os.close(ours)
        work(theirs)
        code = 0
    except SohopError as error:
        os.write(theirs, f"error {error.code}\n".encode())
        code = 0 if error.code in LINE else 3
    finally:
        sys.stderr.flush()
        os._exit(code)


def _end(child: int) -> int:
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


def _drain(pipe: int) -> bytes:
    parts = []
    while part := os.read(pipe, 65_536):
        parts.append(part)
    os.close(pipe)
    return b"".join(parts)


def _answer(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), MeetingId(sys.argv[4]), MotionId(sys.argv[5])
    )
