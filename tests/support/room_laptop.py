"""A laptop as a program of its own: its book and the window's line, without the window.

Run as ``python -m support.room_laptop PROFILE``; the parent's side is ``support.seats``. Each line of its
input is ``[NAME, {ARGUMENTS}]``, a function of this file's last part, and is answered by a line: ``{"gave":
…}`` or ``{"failed": …}``. ``until_…`` answers once it is so, looking again whenever the line tells something.
"""

from __future__ import annotations

import json
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from support.town import FLOOR_KIB, MEETING, PASSPHRASE

from reader.app.first_start import Enrolling
from reader.app.hubs import HubUploads
from reader.app.laptop import Laptop
from reader.app.line import OfficeLine
from reader.core import annotating, attending, evidence, opining, preparing, running, voting
from reader.core.book import Book
from reader.core.composing.folder import read_folder
from reader.core.enrolling import create
from reader.core.inspecting import check_folder
from reader.core.line_views import Line, LineView
from reader.core.rulebook import rulebook
from reader.core.views import BallotState
from sync.engine.enrolment import contact
from sync.model.annotation import Audience, MarkKind
from sync.model.ids import DocumentId, MotionId, PersonId
from sync.model.opinion import Attendance, OnDocument, OpinionKind
from sync.wire.invitation import read_link

T = TypeVar("T")

_LONGEST_S = 120.0
"""Nothing that is waited for takes longer unless it is broken."""


class Program:
    """One thread has the vault, as in the window; the line's own report."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.view = LineView()
        self._vault = ThreadPoolExecutor(1, "vault")
        self._came = threading.Condition()
        self._reports = 0
        self._laptop: Laptop | None = None
        self._line: OfficeLine | None = None

    def on_book(self, work: Callable[[Book], T]) -> T:
        """Do something with the book on its thread."""
        assert self._laptop is not None
        return self._vault.submit(work, self._laptop.book).result()

    @property
    def line(self) -> OfficeLine:
        """To the office, and to a room hub."""
        assert self._line is not None
        return self._line

    def open(self) -> None:
        """Unlock the book and begin to talk."""
        self._laptop = self._vault.submit(Laptop, self.profile, PASSPHRASE).result()
        book = self._laptop.book
        self._line = self._vault.submit(lambda: OfficeLine(book, self.on_book, self._heard)).result()
        self._line.start()

    def close(self) -> None:
        """Stop talking and lock the book."""
        if self._line is not None and self._laptop is not None:
            self._line.stop()
            self._vault.submit(self._laptop.close).result()
        self._line = self._laptop = None

    def act(self, work: Callable[[Book], object]) -> None:
        """What a person does: durable, then the line is woken."""
        self.on_book(work)
        self.line.wake()

    def until(self, holds: Callable[[Book], bool], what: str) -> None:
        """Raises ``TimeoutError``."""
        while True:
            with self._came:
                before = self._reports
            if self.on_book(holds):
                return
            with self._came:
                if not self._came.wait_for(partial(self._is_new, before), _LONGEST_S):
                    raise TimeoutError(f"{what}; {self.view}; {self.on_book(_waiting)}")

    def _is_new(self, before: int) -> bool:
        return self._reports != before

    def _heard(self, view: LineView, changed: bool) -> None:
        with self._came:
            self.view = view
            self._reports += 1
            self._came.notify_all()


def main(profile: Path) -> None:
    """Obey until the input ends."""
    program = Program(profile)
    for line in sys.stdin:
        name, arguments = json.loads(line)
        try:
            answer = {"gave": COMMANDS[name](program, **arguments)}
        except Exception:  # noqa: BLE001 – the parent raises it
            answer = {"failed": traceback.format_exc()}
        print(json.dumps(answer), flush=True)
    program.close()


# --- what a person does -----------------------------------------------------------------------------------


def enrol(program: Program, link: str) -> None:
    """The first start."""
    found = contact(read_link(link))
    book, _ = create(program.profile, PASSPHRASE, found, Enrolling(found), memory_kib=FLOOR_KIB)
    book.vault.close()


def start(program: Program) -> None:
    program.open()


def stop(program: Program) -> None:
    program.close()


def wake(program: Program) -> None:
    program.line.wake()


def try_room(program: Program, address: str) -> None:
    program.line.try_room(address)


def submit(program: Program, folder: str) -> None:
    """What is lacking goes up to the hubs that are in reach."""
    packet = read_folder(Path(folder))
    inspected = check_folder(packet)
    draft = program.on_book(lambda book: preparing.prepare(book, packet.table, packet, inspected, rulebook()))
    uploads = HubUploads(program.on_book, program.line.room_at)
    sent = uploads(preparing.blobs(draft), lambda _: None)
    program.act(lambda book: preparing.sign(book, draft, sent))


def approve(program: Program) -> None:
    program.act(lambda book: preparing.approve(book, MEETING))


def publish(program: Program) -> None:
    program.act(lambda book: preparing.publish(book, MEETING))


def check_in(program: Program) -> None:
    program.act(lambda book: opining.check_in(book, MEETING, Attendance.PRESENT))


def put_absent(program: Program, person: str, reason: str) -> None:
    program.act(lambda book: attending.put(book, MEETING, PersonId(person), Attendance.ABSENT, reason=reason))


def note(program: Program, text: str, audience: str, on: str = "a") -> None:
    """On a document of the newest version."""

    def write(book: Book) -> None:
        stored = book.vault.packets.current(MEETING)
        assert stored is not None
        documents = [each for item in stored.items for each in item.documents]
        document = next(each for each in documents if each.id == on)
        annotating.put(
            book,
            MEETING,
            document=document.id,
            sha256=document.sha256,
            page=0,
            kind=MarkKind.NOTE,
            text=text,
            audience=Audience(audience),
        )

    program.act(write)


def comment(program: Program, text: str, on: str) -> None:
    """For the whole meeting, on a document."""
    about = OnDocument(document=DocumentId(on))
    program.act(
        lambda book: opining.put(
            book, MEETING, kind=OpinionKind.COMMENT, about=about, audience=Audience.MEETING, text=text
        )
    )


def reply(program: Program, text: str, to: str) -> None:
    """To the shared note with these words."""

    def write(book: Book) -> None:
        mark = next(each.mark for each in book.project(MEETING).marks if each.mark.text == to)
        opining.reply(book, MEETING, mark.id, text, on_mark=True)

    program.act(write)


def open_motion(program: Program, motion: str) -> None:
    program.act(lambda book: running.open_motion(book, MEETING, MotionId(motion)))


def cast(program: Program, motion: str, choice: str) -> None:
    program.act(lambda book: voting.cast(book, MEETING, MotionId(motion), (choice,)))


def close_motion(program: Program, motion: str) -> None:
    program.act(lambda book: running.close_motion(book, MEETING, MotionId(motion), early=True))


def export(program: Program, motion: str, file: str) -> list[object]:
    """Evidence of a motion: what is broken, whether it is of the named form, its ballots."""
    made = program.on_book(lambda book: evidence.export(book, MEETING, MotionId(motion), Path(file)))
    return [made.broken, made.named, made.ballots]


# --- what is waited for -----------------------------------------------------------------------------------


def until_room(program: Program, address: str) -> None:
    """It talks to the room hub there."""

    def holds(_: Book) -> bool:
        room = program.view.room
        return room is not None and room.line is Line.ONLINE and room.address.endswith(f"//{address}")

    program.until(holds, f"the room hub at {address}")


def until_office(program: Program, *, there: bool) -> None:
    """It talks to the office, or has found that it cannot."""
    program.until(lambda _: (program.view.line is Line.ONLINE) == there, "the office")


def until_submitted(program: Program, version: int) -> None:
    def holds(book: Book) -> bool:
        return any(each.manifest.version == version for each in book.vault.packets.drafts(MEETING))

    program.until(holds, f"version {version} on the desk")


def until_approved(program: Program) -> None:
    def holds(book: Book) -> bool:
        return any(len(each.envelope.signatures) == 2 for each in book.vault.packets.drafts(MEETING))

    program.until(holds, "both signatures")


def until_packet(program: Program, version: int) -> None:
    """That version can be opened, all of it."""

    def holds(book: Book) -> bool:
        stored = book.vault.packets.current(MEETING)
        return stored is not None and stored.manifest.version == version and stored.complete

    program.until(holds, f"version {version}, complete")


def until_open(program: Program, motion: str) -> None:
    program.until(lambda book: book.project(MEETING).motion(MotionId(motion)).recorder is not None, motion)


def until_received(program: Program, motion: str) -> None:
    """The recorder's receipt for one's ballot is here."""
    received = {BallotState.RECEIVED, BallotState.COUNTED}
    program.until(lambda book: _ballots(book).get(motion) in received, f"received in {motion}")


def until_closed(program: Program, motion: str) -> None:
    """And one's ballot is proved to be among those that were counted."""

    def holds(book: Book) -> bool:
        closing = book.project(MEETING).motion(MotionId(motion)).closing
        return closing is not None and _ballots(book).get(motion) == BallotState.COUNTED

    program.until(holds, f"{motion} closed")


def until_result(program: Program, motion: str) -> None:
    program.until(
        lambda book: book.project(MEETING).motion(MotionId(motion)).closing is not None, f"result of {motion}"
    )


def until_told(program: Program, said: list[str], attendance: int = 0) -> None:
    """All of this can be read here, and of so many it is known whether they are there."""

    def holds(book: Book) -> bool:
        known = _facts(book)
        return len(known["attendance"]) >= attendance and set(said) <= set(known["said"])

    program.until(holds, f"{said}, attendance of {attendance}")


def until_settled(program: Program) -> None:
    """The office has all that this laptop has to say."""
    program.until(lambda book: book.vault.outbox.pending_count() == 0, "nothing waits")


def facts(program: Program) -> dict[str, Any]:
    """All that the story compares."""
    return program.on_book(_facts)


def _facts(book: Book) -> dict[str, Any]:
    projection, me = book.project(MEETING), book.identity.person
    stored = book.vault.packets.current(MEETING)
    marks = [fact.mark for fact in projection.marks]
    opinions = [fact.opinion for fact in projection.opinions]
    book.vault.outbox.check_chain()
    return {
        "person": me,
        "version": stored.manifest.version if stored is not None and stored.complete else 0,
        "ballots": _ballots(book),
        "results": {
            motion: sorted(each.closing.counts)
            for motion, each in projection.motions.items()
            if each.closing is not None
        },
        "attendance": {
            person: fact.check_in.state.value for person, fact in sorted(projection.check_ins.items())
        },
        "said": sorted(each.text for each in (*marks, *opinions) if each.audience is not Audience.PRIVATE),
        "private": sorted(mark.text for mark in marks if mark.audience is Audience.PRIVATE),
        **_waiting(book),
    }


def _waiting(book: Book) -> dict[str, Any]:
    outbox = book.vault.outbox
    return {
        "waiting": outbox.pending_count(),
        "refused": [str(each) for each in outbox.quarantine()],
        "forks": [str(each) for each in book.vault.heads.forks()],
    }


def _ballots(book: Book) -> dict[str, str]:
    stored = book.vault.packets.current(MEETING)
    if stored is None:
        return {}
    projection = book.project(MEETING)
    views = voting.motion_views(book, stored.manifest, {}, projection, {})
    return {view.id: view.ballot.state.value for view in views}


COMMANDS: dict[str, Callable[..., Any]] = {
    each.__name__: each
    for each in (
        *(enrol, start, stop, wake, try_room, submit, approve, publish, check_in, put_absent, note),
        *(comment, reply),
        *(open_motion, cast, close_motion, export, facts),
        *(until_room, until_office, until_submitted, until_approved, until_packet, until_open),
        *(until_received, until_closed, until_result, until_told, until_settled),
    )
}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
