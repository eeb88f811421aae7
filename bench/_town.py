"""Where the benchmarks touch hub and engine: an office with its hub process, a desk, a delegate's laptop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, sleep
from typing import TypeVar

from support.town import FLOOR_KIB, PASSPHRASE, Town

from reader.app.first_start import Enrolling
from reader.app.laptop import Laptop, runner
from reader.core import annotating, library, preparing, recalling, voting
from reader.core.book import Book
from reader.core.composing.building import Inspected
from reader.core.composing.folder import read_folder
from reader.core.enrolling import create
from reader.core.rulebook import rulebook
from sync.engine import machine
from sync.engine.asking import compose_request
from sync.engine.enrolment import contact
from sync.engine.ports import Memory
from sync.engine.runner import Runner, Wishes
from sync.model.annotation import MarkKind
from sync.model.ids import MeetingId, MotionId, PersonId
from sync.model.people import Role
from tools.demo.stage import APPROVER, SECRETARY
from tools.office import Office

T = TypeVar("T")

MOTION = MotionId("m-1")
PATIENCE_S = 3_600.0
"""Nothing that is waited for here takes longer unless it is broken."""


class Desk:
    """The secretary's and the approver's laptops, kept open."""

    def __init__(self, town: Town) -> None:
        self._secretary = town.laptop(SECRETARY)
        self._approver = town.laptop(APPROVER)

    def publish(self, folder: Path) -> MeetingId:
        """Submit, approve and publish a folder of ``write_packet``: the next version of its meeting."""
        packet = read_folder(folder)
        meeting = MeetingId(packet.table.meeting.id)
        inspected = {document.file: Inspected(pages=1, has_text=False) for document, _ in packet.files()}
        self._secretary.sync(documents=False)
        draft = preparing.prepare(self._secretary.book, packet.table, packet, inspected, rulebook())
        preparing.submit(self._secretary.book, draft, self._secretary.uploads, lambda _: None)
        self._secretary.sync(documents=False)
        self._approver.sync(documents=False)
        preparing.approve(self._approver.book, meeting)
        self._approver.sync(documents=False)
        self._secretary.sync(documents=False)
        preparing.publish(self._secretary.book, meeting)
        self._secretary.sync(documents=False)
        return meeting

    def close(self) -> None:
        """Lock both."""
        self._secretary.close()
        self._approver.close()


def write_packet(folder: Path, meeting: str, documents: Mapping[str, bytes]) -> Path:
    """A packet folder with these documents, by id, and one motion open now. It may be written over."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    lines = [
        f'[meeting]\nid = "{meeting}"\ntitle = "Họp đo"',
        f"starts = {(now + timedelta(days=4)).isoformat()}",
        f"ends = {(now + timedelta(days=4, hours=3)).isoformat()}",
        '[[item]]\nid = "muc-1"\nnumber = "1"\ntitle = "Mục một"',
    ]
    for name, data in documents.items():
        (folder / f"{name}.pdf").write_bytes(data)
        lines.append(f'[[item.document]]\nid = "{name}"\nfile = "{name}.pdf"\nname = "Tài liệu {name}"')
    lines += [
        f'[[motion]]\nid = "{meeting}.{MOTION}"\nitem = "muc-1"\nkind = "written_opinion"',
        'title = "Nội dung"\nquestion = "Có tán thành không?"',
        f"opens = {(now - timedelta(days=1)).isoformat()}",
        f"until = {(now + timedelta(days=3)).isoformat()}",
    ]
    (folder / "packet.toml").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def enrol(office: Office, name: str, url: str) -> Path:
    """A new delegate, enrolled through ``url``; the folder of the laptop."""
    profile = office.folder.parent / name
    found = contact(office.invite(office.add(name, Role.DELEGATE), url))
    book, _ = create(profile, PASSPHRASE, found, Enrolling(found), memory_kib=FLOOR_KIB)
    book.vault.close()
    return profile


class Reader:
    """A delegate's laptop: a real vault on a thread of its own, and the engine."""

    def __init__(self, profile: Path) -> None:
        self._vault_thread = ThreadPoolExecutor(1, "vault")
        self._laptop = self._vault_thread.submit(Laptop, profile, PASSPHRASE).result()
        wishes = Wishes(order=lambda: self.on_book(library.order))
        self._runner: Runner = runner(self._laptop.book, self._on_memory, wishes, lambda _: None)

    @property
    def person(self) -> PersonId:
        """Whose laptop it is."""
        return self._laptop.book.identity.person

    def on_book(self, work: Callable[[Book], T]) -> T:
        """Do something with the book on its thread."""
        return self._vault_thread.submit(lambda: work(self._laptop.book)).result()

    def round(self) -> None:
        """One whole round on the same connections as the last."""
        status = self._runner.round()
        if status.online is not True or status.problem is not None:
            raise RuntimeError(f"the round failed: {status}")

    def rounds(self) -> None:
        """Until the desk is told what is here, and nothing waits to go up."""
        waiting = 1
        while waiting:
            self.round()
            self.on_book(_tell_desk)
            waiting = self.on_book(lambda book: book.vault.outbox.pending_count())

    def start(self) -> None:
        """Talk by itself from now on, as under the window."""
        self._runner.start()

    def complete(self, meeting: MeetingId, version: int = 1) -> bool:
        """Whether every document of that version can be opened."""
        stored = self.on_book(lambda book: book.vault.packets.current(meeting))
        return stored is not None and stored.manifest.version == version and stored.complete

    def fetched(self, meeting: MeetingId) -> int:
        """Bytes of the meeting's documents that are here."""
        return sum(one.have for one in self.on_book(lambda book: book.vault.downloads.progress(meeting)))

    def until(self, condition: Callable[[], bool]) -> float:
        """Look until it holds; the moment it did. Raises ``TimeoutError``."""
        end = perf_counter() + PATIENCE_S
        while True:
            began = perf_counter()
            if condition():
                return perf_counter()
            if began > end:
                raise TimeoutError
            # Looking must not keep the vault from what is measured.
            sleep(max(0.002, 20 * (perf_counter() - began)))

    def begin(self) -> dict[str, float]:
        """Seconds that the parts of a round take on the vault before anything is asked of the hub."""

        def work(book: Book) -> dict[str, float]:
            moments = [perf_counter()]
            order = library.order(book)
            moments.append(perf_counter())
            compose_request(book.vault)
            moments.append(perf_counter())
            book.vault.downloads.plan(order, None, 2**20)
            moments.append(perf_counter())
            _tell_desk(book)
            moments.append(perf_counter())
            names = ("order of meetings", "what it has and sends", "what it lacks", "what the desk is told")
            return {name: end - start for name, start, end in zip(names, moments, moments[1:], strict=False)}

        return self.on_book(work)

    def note(self, meeting: MeetingId, text: str) -> None:
        """Write a private note on the meeting's first document."""

        def work(book: Book) -> None:
            stored = book.vault.packets.current(meeting)
            assert stored is not None
            document = stored.items[0].documents[0]
            annotating.put(
                book,
                meeting,
                document=document.id,
                sha256=document.sha256,
                page=0,
                kind=MarkKind.NOTE,
                text=text,
            )

        self.on_book(work)

    def seal(self, meeting: MeetingId, choice: int) -> None:
        """Seal a ballot, or one that replaces the last."""
        motion = MotionId(f"{meeting}.{MOTION}")
        self.on_book(lambda book: voting.cast(book, meeting, motion, (f"c{choice % 2 + 1}",)))

    def ballot(self, meeting: MeetingId, choice: int) -> float:
        """Seal a ballot, wake the engine; seconds from the seal until the receipt is in the vault."""
        began = perf_counter()
        self.seal(meeting, choice)
        self._runner.wake()
        return self.until(lambda: self.on_book(lambda book: book.vault.outbox.pending_count()) == 0) - began

    def close(self) -> None:
        """Stop the engine and lock the vault."""
        self._runner.stop()
        self._vault_thread.submit(self._laptop.close).result()
        self._vault_thread.shutdown()

    def _on_memory(self, work: Callable[[Memory], T]) -> T:
        return self.on_book(lambda book: work(book.vault))


def _tell_desk(book: Book) -> None:
    """After every exchange, as under the window."""
    recalling.report_destroyed(book)
    library.report_ready(book)


def quick_motion(factor: float) -> None:
    """Divide the engine's own waits before a retry, as everything else of a line in quick motion."""
    for name in ("FIRST_RETRY_S", "LONGEST_RETRY_S", "LONGEST_OFFLINE_S"):
        setattr(machine, name, getattr(machine, name) / factor)
